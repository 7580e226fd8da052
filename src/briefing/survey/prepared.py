"""Prepared tables: a sheet of percentages or counts that was made elsewhere, read as it stands.

A title, a row of heads, a row an answer, a row of bases, notes. Nothing is combined: figures that
were rounded elsewhere have no sums (conventions, 2).
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.diagnostics import Source
from briefing.survey.declared import Prepared
from briefing.survey.figures import FIGURE, STARS, UNITS, Row, SheetError, cells_of, number_of
from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.model import PreparedTable
from briefing.survey.rows import collapsed
from briefing.survey.sheet import named_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.survey.model import PreparedCell
    from briefing.survey.rows import Rows
    from briefing.survey.sections import Section


_BASE = re.compile(
    r"(?:unweighted )?(?:sample )?(?:base|size|n|number of \w+)\b[^%]*\Z", re.IGNORECASE
)
_HEAD_BASE = re.compile(r"(?P<label>.*\S)\s*\(n\s*=\s*(?P<base>[\d,]+)\)\Z", re.IGNORECASE)
_WEIGHTED = re.compile(r"weighted (?:base|n)\b", re.IGNORECASE)
_TOTALS = frozenset({"total", "totals", "sum", "all answers"})
_WHOLE = frozenset({"total", "all", "overall", "everyone", "%", "all respondents", ""})
_SLACK = 2
"""So many points may rounded percentages of all answers be off 100 before it is remarked."""
_LONGEST_ID = 40
_HALF = 2


def read_prepared(section: Section) -> Prepared:
    """Read one ``[tables.id]`` of a codebook; what the sheet holds is read by `prepared_table`."""
    unit = section.choice("unit", UNITS, UNITS[0])
    if not section.has("unit"):
        hint = f"Add unit = one of {', '.join(UNITS)}; 57% in Excel is a share, 0.57."
        section.error("codebook-missing-key", f"{section.name} does not say its unit", hint=hint)
    star = section.text("star")
    if star and star not in STARS:
        message = f"{section.name}.star cannot be {quoted(star)}"
        section.error("codebook-value", message, "star", did_you_mean(star, STARS))
    prepared = Prepared(
        id=section.id,
        file=section.needed("file"),
        unit=unit,
        where=section.where,
        sheet=section.text("sheet"),
        title=section.text("title"),
        question=section.text("question"),
        source=section.text("source"),
        multiple=section.flag("multiple"),
        base=section.whole("base"),
        base_words=section.text("base_words"),
        combined=section.texts("combined"),
        star=star,
        names=tuple((each, label) for each, label, _ in section.labelled("names")),
    )
    section.finish()
    return prepared


def prepared_table(rows: Rows, spec: Prepared, diagnostics: Diagnostics) -> PreparedTable | None:
    """Read a sheet as its codebook declares it; None with a fault where that cannot be done."""
    try:
        return _table(rows, spec, diagnostics)
    except SheetError as fault:
        where = Source(rows.path, fault.line, fault.column)
        diagnostics.error("prepared-table", f"{spec.id}: {fault}", where, fault.hint)
        return None


def _table(rows: Rows, spec: Prepared, diagnostics: Diagnostics) -> PreparedTable:
    title, heads, body, notes = _parts(rows)
    answers, bases, weighted = [], None, None
    for row in body:
        if _WEIGHTED.match(row.label):
            weighted = row
        elif _BASE.match(row.label):
            bases = row
        elif row.label.casefold() not in _TOTALS:
            answers.append(row)
    bases = bases or weighted
    heads, numbers_of_heads = _based(heads) if bases is None else (heads, ())
    if not answers:
        raise SheetError("no row holds figures", rows.where().line)
    cells = cells_of(answers, spec)
    numbers = numbers_of_heads or _bases(bases, spec, heads, rows)
    names = {label: each for each, label in spec.names}
    labels = [row.label for row in answers]
    groups = [collapsed(head) for _, head in heads]
    _check_names(spec, (*labels, *groups), diagnostics)
    if spec.unit == "count":
        _check_counts(cells, numbers, answers)
    elif not spec.multiple:
        for fault in _sums_off(cells, answers, heads, spec):
            where = Source(rows.path, fault.line, fault.column)
            diagnostics.warning("prepared-sum", f"{spec.id}: {fault}", where, fault.hint)
    _remark_halves(cells, answers, spec, rows, diagnostics)
    return PreparedTable(
        spec=spec,
        title=spec.title or title,
        answers=_ids(labels, names),
        groups=_ids(groups, names),
        whole=tuple(each.casefold() in _WHOLE for each in groups),
        cells=tuple(zip(*cells, strict=True)),
        bases=numbers,
        notes=notes,
        path=rows.path,
    )


def _parts(
    rows: Rows,
) -> tuple[str, list[tuple[int, str]], list[Row], tuple[str, ...]]:
    """Title, heads with their columns, rows of figures, and the notes below them."""
    title: list[str] = []
    notes: list[str] = []
    heads: list[tuple[int, str]] = []
    body: list[Row] = []
    for line, written in rows.records:
        cells = [collapsed(cell) for cell in written]
        filled = [(place, cell) for place, cell in enumerate(cells) if place and cell]
        label = cells[0] if cells else ""
        if not filled and not label:
            continue
        if not filled:
            (notes if body else title).append(label)
        elif not heads:
            if all(FIGURE.match(cell) for _, cell in filled) and label:
                raise SheetError("there is no row of heads above the figures", line, 1)
            heads = filled
        elif not body and not label and not any(FIGURE.match(cell) for _, cell in filled):
            heads = _below(heads, filled)
        else:
            known = {place for place, _ in heads}
            stray = next((place for place, _ in filled if place not in known), None)
            if stray is not None:
                raise SheetError(f"{quoted(cells[stray])} stands under no head", line, stray + 1)
            if notes:
                raise SheetError(
                    "a second table starts here",
                    line,
                    1,
                    "Give each table a sheet or a file of its own.",
                )
            row = [(place, cells[place] if place < len(cells) else "") for place, _ in heads]
            body.append(Row(line, label, tuple(row)))
    if not heads:
        raise SheetError("the sheet holds no table", rows.where().line)
    return " ".join(title[:1]), heads, body, (*title[1:], *notes)


def _based(heads: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], tuple[int, ...]]:
    """Heads that say their base, ``County (n=31)``, without it, and the bases."""
    found = [_HEAD_BASE.match(label) for _, label in heads]
    split = [(each["label"], int(each["base"].replace(",", ""))) for each in found if each]
    if len(split) < len(heads):
        return heads, ()
    labels = [(place, label) for (place, _), (label, _) in zip(heads, split, strict=True)]
    return labels, tuple(base for _, base in split)


def _below(upper: list[tuple[int, str]], lower: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Heads of two rows as one; where two are alike, with what was merged over them."""
    words = [label for _, label in lower]
    found = []
    for place, label in lower:
        above = [each for column, each in upper if column <= place]
        alike = words.count(label) > 1 and above
        found.append((place, f"{above[-1]}, {label}" if alike else label))
    return found


def _bases(
    row: Row | None, spec: Prepared, heads: Sequence[tuple[int, str]], rows: Rows
) -> tuple[int, ...]:
    """How many answered, group by group: from the sheet, or the one base of the codebook."""
    if row is None:
        if spec.base and len(heads) == 1:
            return (spec.base,)
        hint = "Add a row that is called Base"
        hint += f", or base = … in [tables.{spec.id}]." if len(heads) == 1 else "."
        raise SheetError("the table does not say its base", rows.where().line, 0, hint)
    found = []
    for place, cell in row.cells:
        number = number_of(re.sub(r"^[n(=\s]+|[)\s]+$", "", cell))
        if number is None or number.denominator != 1 or "%" in cell:
            raise SheetError(f"{quoted(cell)} is no base", row.line, place + 1)
        found.append(int(number))
    return tuple(found)


def _check_counts(
    cells: list[list[PreparedCell]], bases: tuple[int, ...], answers: list[Row]
) -> None:
    for row, figures in zip(answers, cells, strict=True):
        for (place, cell), figure, base in zip(row.cells, figures, bases, strict=True):
            if isinstance(figure, Fraction) and figure > base:
                message = f"{quoted(cell)} is more than the base of {base:,}"
                raise SheetError(message, row.line, place + 1)


def _sums_off(
    cells: list[list[PreparedCell]],
    answers: list[Row],
    heads: Sequence[tuple[int, str]],
    spec: Prepared,
) -> Iterator[SheetError]:
    """Percentages of one answer each sum to 100 or nearly; what is further off is told."""
    counted = [
        figures
        for row, figures in zip(answers, cells, strict=True)
        if row.label not in spec.combined
    ]
    for (place, head), *column in zip(heads, *counted, strict=True):
        figures = [each for each in column if isinstance(each, Fraction)]
        total = sum(figures, Fraction(0)) * 100
        if len(figures) == len(column) and abs(total - 100) > _SLACK:
            yield SheetError(
                f"the percentages of {quoted(head)} sum to {float(total):g}",
                answers[0].line,
                place + 1,
                f"If more than one answer was possible, set multiple = true in [tables.{spec.id}]; "
                "rows that combine others belong into combined = [...].",
            )


def _remark_halves(
    cells: list[list[PreparedCell]],
    answers: list[Row],
    spec: Prepared,
    rows: Rows,
    diagnostics: Diagnostics,
) -> None:
    """A half that is itself rounded may be rounded the wrong way: 57.46 is 57.5, and then 58."""
    if spec.unit == "count":
        return
    halves = [
        row.line
        for row, figures in zip(answers, cells, strict=True)
        if any(isinstance(each, Fraction) and (each * 100).denominator == _HALF for each in figures)
    ]
    if halves:
        message = f"{spec.id}: percentages that end in .5 are rounded again ({named_lines(halves)})"
        hint = "Take them from the source to more places, or as counts."
        diagnostics.warning("prepared-rounding", message, Source(rows.path, halves[0]), hint)


def _check_names(spec: Prepared, labels: Sequence[str], diagnostics: Diagnostics) -> None:
    known = Labels((label, (label,)) for label in labels)
    for key, wanted in (
        *(("names", label) for _, label in spec.names),
        *(("combined", label) for label in spec.combined),
    ):
        if known.find(wanted) is None:
            message = f"tables.{spec.id}.{key}: {quoted(wanted)} is no label of the table"
            hint = did_you_mean(wanted, labels)
            diagnostics.error("codebook-unknown-id", message, spec.where, hint)


def _ids(labels: Sequence[str], names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """(id, label) of each: the name that the codebook gives it, or its label made into one."""
    found: list[tuple[str, str]] = []
    taken: set[str] = set()
    for label in labels:
        each = names.get(label) or _slug(label)
        number = 1
        once = each
        while once in taken:
            number += 1
            once = f"{each}_{number}"
        taken.add(once)
        found.append((once, label))
    return tuple(found)


def _slug(label: str) -> str:
    words = "_".join(re.findall(r"[a-z0-9]+", label.casefold()))[:_LONGEST_ID].strip("_")
    if not words:
        return "all"
    return words if words[0].isalpha() else f"n{words}"
