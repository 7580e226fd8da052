"""References from words to cells: a small grammar that executes nothing, and its resolution.

A reference is ``table.row.column``, or ``table.column`` where the table has one row. A last part
says what is taken of the cell (`TAKINGS`) and one more how it is written (`FORMS`). A ``*`` stands
for every row or every answer. Two shares with a minus between them name their difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.tables.margins import margin_of
from briefing.tables.model import Measure, Part
from briefing.tables.printed import taken_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.tables.model import Base, Cell, Head, Table

MARGIN = "margin"
MEASURED = ("score", "number", MARGIN)
"""Kinds of figures that are no whole number of anybody."""
TAKINGS = {
    "pct": "the share, in per cent; taken where nothing is said of a share",
    "count": "how many respondents; taken where nothing is said of a plain number",
    "base": "how many the share is of, unweighted; a table or a row has a base of its own",
    "score": "the mean score of a ranking; taken where nothing is said of a score",
    "mean": "the same",
    "rank": "the place of the row in its column, the highest first",
    MARGIN: "of a poll: how many percentage points a share may be off, 19 times in 20",
}
"""What can be taken of a cell, and what that is."""

STANDING = "standing"
"""How a group of a sample stands to its population: words, which no reference to a cell gives."""
DECIMAL = "decimal"
FORMS = {
    "words": "in words: twenty-one",
    "digits": "the figures alone: 21",
    "percent": "per cent in words, whatever the document's way: 21 per cent",
    "sign": "with the sign: 21%",
    DECIMAL: "a share or a difference of shares with one decimal place: 21.3 per cent",
    "tenths": "so many in ten, hedged as far as it is off: just over two in ten",
    "fraction": "the nearest fraction, hedged as far as it is off: just over a fifth",
}
"""How a figure can be written in place of the document's own way, and an example."""

_OF_SHARES = frozenset({"percent", "sign", "tenths", "fraction"})
_MINUS = re.compile(r"\s+[-\N{EN DASH}\N{MINUS SIGN}]\s+")
_PART = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\*")
_SHOWN = 80
"""Signs of a wrong reference that a message repeats."""
_SYMBOLS = {
    "c": "it is suppressed to protect confidentiality",
    "u": "its base is too small to be reliable",
    "w": "nobody is in its base",
    "x": "it is not available",
    "low": "it is more than none, but how much is not known",
}
_OF_A_SHARE = (MARGIN, Measure.SHARE)
_NATURAL = {measure: taken_of(measure) for measure in Measure}


class WrongReferenceError(Exception):
    """A reference that names no figure: a stable code, the message and the remedy."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that words refer to: what is taken of which cell, and its unrounded value.

    `value` is a share from 0 to 1 for ``pct``, otherwise a count, base, score or rank. `count` and
    `base` are those of the cell; `tied` says that a rank is shared; `label` names row and column.
    A figure of the kind ``points`` is a share less another, `less`.
    """

    table: str
    cell: str
    kind: str
    value: Fraction
    label: str
    count: int | None = None
    base: int | None = None
    form: str = ""
    tied: bool = False
    answer: str = ""
    less: Figure | None = None
    decimals: int = 1
    unit: str = ""
    exact: int = 0
    """The places that shares of its table are printed with."""
    row: str = ""
    """What its row is called, where the table has several."""
    group: bool = False
    """Whether its row is a group of those who answered."""
    parts: frozenset[str] = frozenset()
    """The answers it counts, where nobody gave two; none where somebody could."""
    told_in_counts: bool = False
    """Whether its table is of so few that figures are counts."""

    @property
    def places(self) -> int:
        """How many decimal places are printed of it; percentages and points are in hundredths."""
        if self.kind in MEASURED:
            return self.decimals
        return max(self.exact, 1 if self.form == DECIMAL else 0)

    @property
    def reference(self) -> str:
        """How words refer to its cell."""
        own = ".".join(part for part in (self.table, self.cell) if part)
        return f"{own} - {self.less.reference}" if self.less else own

    @property
    def binding(self) -> str:
        """How words refer to it and to nothing else of its cell."""
        return f"{self.reference}.{self.kind}" if self.kind in TAKINGS else self.reference


@dataclass(frozen=True, slots=True)
class Path:
    """A reference taken apart, before any table is looked at."""

    text: str
    parts: tuple[str, ...]

    @property
    def table(self) -> str:
        """The first part: the table."""
        return self.parts[0]


def parse_reference(text: str) -> Path:
    """Take a reference apart; raises `WrongReferenceError` if it is not written like one."""
    wanted = text.strip()
    parts = tuple(wanted.split("."))
    for part in parts:
        if not _PART.fullmatch(part):
            raise WrongReferenceError(
                "reference-syntax",
                f"'{_short(wanted)}' is not a reference",
                "write names joined by full stops, such as q1.agree.pct or q3.commenting.engaged",
            )
    if parts[0] == "*":
        raise WrongReferenceError(
            "reference-syntax",
            f"'{wanted}' names no table",
            "a star stands for rows or answers, as in q3.*.engaged",
        )
    return Path(wanted, parts)


def resolve(text: str, tables: Mapping[str, Table]) -> tuple[Figure, ...]:
    """The figures that a reference names: one, or as many as its stars stand for."""
    sides = _MINUS.split(text.strip())
    if len(sides) > 1:
        return (_difference(text, sides, tables),)
    path = parse_reference(text)
    table = tables.get(path.table)
    if table is None:
        raise WrongReferenceError(
            "unknown-table",
            f"there is no table '{path.table}'",
            meant(path.table, tables, "tables"),
        )
    return _resolve_in(table, path)


def names_difference(text: str) -> bool:
    """Whether a reference has a minus between two others."""
    return _MINUS.search(text) is not None


def _difference(text: str, sides: Sequence[str], tables: Mapping[str, Table]) -> Figure:
    """A share less another, in points; the last part of the reference says how it is written."""
    if len(sides) != 2:  # noqa: PLR2004 - one less the other
        raise WrongReferenceError(
            "reference-syntax", f"'{_short(text)}' is no difference", "write one - other"
        )
    (first, *more), (second, *others) = (resolve(each, tables) for each in sides)
    if more or others:
        raise WrongReferenceError(
            "several-figures", f"'{text}' names several cells", "write one - other"
        )
    if first.kind != "pct" or second.kind != "pct" or first.form or second.form in _OF_SHARES:
        raise WrongReferenceError(
            "difference-kind",
            f"'{text}' is no difference of two shares in percentage points",
            "take two shares, such as q2a.disagree - q2a.agree; last may stand .words or .digits",
        )
    if first.value < second.value:
        raise WrongReferenceError(
            "difference-negative",
            f"'{text}' is below nought: a sentence could not say which is more",
            f"turn it round: {second.reference} - {first.reference}",
        )
    return replace(
        first,
        kind="points",
        value=first.value - second.value,
        label=f"{first.label}, less {second.label}",
        count=None,
        form=second.form,
        less=replace(second, form=""),
    )


def resolve_all(text: str, tables: Mapping[str, Table]) -> tuple[Figure, ...]:
    """The figures of several references with space or commas between them, in order."""
    references = text.replace(",", " ").split()
    if not references:
        raise WrongReferenceError(
            "reference-syntax", "the claim names no cell", "write claim=q1.agree"
        )
    return tuple(figure for each in references for figure in resolve(each, tables))


def cell_path(text: str, table: Table) -> str:
    """The path of one cell within `table`, from ``agree`` as from ``q2a.agree``; checked."""
    path = parse_reference(text)
    parts = path.parts[1:] if path.table == table.id and len(path.parts) > 1 else path.parts
    if "*" in parts:
        raise WrongReferenceError(
            "reference-syntax", f"'{text}' names several cells", "name one of them"
        )
    figures = _resolve_in(table, Path(text, (table.id, *parts)))
    return figures[0].cell


def _resolve_in(table: Table, path: Path) -> tuple[Figure, ...]:
    _not_hidden(table, path)
    rest = path.parts[1:]
    wanted = 1 if table.single else 2
    heads, extra = _cut(table, rest, wanted)
    taking, form = _extra(path, extra)
    if len(heads) == wanted:
        return _cells(table, path, heads, taking, form)
    if taking == "base":
        return tuple(_formed(each, path, form) for each in _bases(table, path, heads))
    scored = taking in ("rank", "score") and table.column("score") is not None
    if scored and len(heads) == wanted - 1:
        return _cells(table, path, (*heads, "score"), taking, form)
    raise _incomplete(table, path, heads)


def _not_hidden(table: Table, path: Path) -> None:
    """Refuse the standing of a group of a composition that is hidden: of others it is a fact."""
    group, _, taking = ".".join(path.parts[1:]).rpartition(".")
    column = table.column(group)
    if taking != STANDING or column is None:
        return
    for cells in table.cells:
        if cells[column].symbol:
            raise _suppressed(path, cells[column].symbol, table)


def _cut(table: Table, rest: Sequence[str], wanted: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part the names of rows and columns from what is taken; a name of the table comes first."""
    for place, part in enumerate(rest[:wanted]):
        heads = table.columns if place == wanted - 1 else table.rows
        known = part == "*" or any(head.id == part for head in heads)
        if not known and part in (*TAKINGS, *FORMS):
            return tuple(rest[:place]), tuple(rest[place:])
    return tuple(rest[:wanted]), tuple(rest[wanted:])


def _extra(path: Path, extra: Sequence[str]) -> tuple[str, str]:
    taking, form = "", ""
    for part in extra:
        if part in TAKINGS and not taking and not form:
            taking = "score" if part == "mean" else part
        elif part in FORMS and not form:
            form = part
        else:
            raise WrongReferenceError(
                "unknown-taking",
                f"'{part}' of '{path.text}' cannot be taken of a cell",
                meant(part, (*TAKINGS, *FORMS), "takings"),
            )
    return taking, form


def _cells(
    table: Table, path: Path, heads: Sequence[str], taking: str, form: str
) -> tuple[Figure, ...]:
    rows = (0,) if table.single else _places(table.rows, heads[0], table, "row")
    columns = _places(table.columns, heads[-1], table, "answer")
    figures = tuple(_figure(table, path, row, column, taking) for row in rows for column in columns)
    return tuple(_formed(each, path, form) for each in figures)


def _formed(figure: Figure, path: Path, form: str) -> Figure:
    """A figure with the form it is to be written in; some are for shares alone."""
    if form in {*_OF_SHARES, DECIMAL} and figure.kind != "pct":
        raise WrongReferenceError(
            "unknown-taking",
            f"'{path.text}' is no share, so it cannot be written as .{form}",
            "leave it out, or write .words or .digits",
        )
    return replace(figure, form=form)


def _places(heads: Sequence[Head], wanted: str, table: Table, noun: str) -> tuple[int, ...]:
    if wanted == "*":
        left_out = {Part.WHOLE, Part.NET, Part.SUMMARY}
        places = tuple(at for at, head in enumerate(heads) if head.part not in left_out)
        return places or tuple(range(len(heads)))
    for at, head in enumerate(heads):
        if head.id == wanted:
            return (at,)
    names = {head.id: head.label for head in heads}
    raise WrongReferenceError(
        "unknown-row" if noun == "row" else "unknown-answer",
        f"{table.id} has no {noun} '{wanted}'",
        meant(wanted, names, f"{noun}s of {table.id}"),
    )


def _figure(table: Table, path: Path, row: int, column: int, taking: str) -> Figure:
    cell, head, base = table.cells[row][column], table.columns[column], table.bases[row]
    kind = taking or _NATURAL[head.measure]
    if base.symbol:
        raise _suppressed(path, base.symbol, table)
    value = Fraction(base.n) if kind == "base" else _value(table, path, cell, head, kind)
    if kind == MARGIN:
        value = _margin(path, value, base)
    figure = Figure(
        table=table.id,
        cell=table.path(row, column),
        kind=kind,
        value=value,
        label=head.label if table.single else f"{table.rows[row].label}: {head.label}",
        count=cell.count,
        base=base.n if kind == "base" else table.n_of(row, column),
        answer=head.label,
        decimals=head.decimals,
        unit=head.unit,
        exact=table.places or 0,
        row="" if _of_all(table, row) else table.rows[row].label,
        group=table.rows[row].part is Part.GROUP,
        parts=frozenset(() if table.multiple else head.of or (head.id,)),
        told_in_counts=table.counted and head.measure is Measure.SHARE,
    )
    return _ranked(figure, table, path, column) if kind == "rank" else figure


def _of_all(table: Table, row: int) -> bool:
    return table.single or table.rows[row].part is Part.WHOLE


def _value(table: Table, path: Path, cell: Cell, head: Head, kind: str) -> Fraction:
    if kind == "count" and cell.count is not None:
        return Fraction(cell.count)
    if cell.value is None or cell.symbol:
        raise _suppressed(path, cell.symbol, table)
    if kind == "count":
        if head.measure is Measure.COUNT:
            return cell.value
    elif kind in ("rank", _NATURAL[head.measure]) or (kind, head.measure) == _OF_A_SHARE:
        return cell.value
    raise WrongReferenceError(
        "unknown-taking",
        f"'{path.text}' has no {kind}: {head.label} of {table.id} is a {head.measure.value}",
        f"take .{_NATURAL[head.measure]}",
    )


def _margin(path: Path, share: Fraction, base: Base) -> Fraction:
    """The margin of error of a share, by what its own base is worth."""
    if base.precise is None:
        raise WrongReferenceError(
            "unknown-taking",
            f"'{path.text}' has no margin of error: the survey is not declared a poll",
            "margins have a meaning for probability and quota samples: [survey] poll = true",
        )
    return margin_of(share, base.precise)


def _suppressed(path: Path, symbol: str, table: Table) -> WrongReferenceError:
    reason = _SYMBOLS.get(symbol, "it has no value")
    return WrongReferenceError(
        "suppressed-figure",
        f"'{path.text}' cannot be published: {reason}",
        f"leave the figure out; it is [{symbol or 'x'}] in {table.id}",
    )


def _ranked(figure: Figure, table: Table, path: Path, column: int) -> Figure:
    """The place of the row by this column, the highest value first; equal values share a place."""
    head, row = table.columns[column], figure.cell.rpartition(".")[0]
    if table.single or any(each.id == row and each.part is Part.WHOLE for each in table.rows):
        raise WrongReferenceError(
            "unknown-taking",
            f"'{path.text}' has no rank: its row is everybody, with nothing to be ranked among",
            "take the rank of an item or a group, or claim a place among answers: "
            '[the highest]{claim=q1.yes among="q1.*"}',
        )
    values = [
        _value(table, path, cells[column], head, "rank")
        for cells, each in zip(table.cells, table.rows, strict=True)
        if each.part is not Part.WHOLE
    ]
    above = sum(1 for value in values if value > figure.value)
    return replace(figure, value=Fraction(above + 1), tied=values.count(figure.value) > 1)


def _bases(table: Table, path: Path, heads: Sequence[str]) -> tuple[Figure, ...]:
    if heads:
        rows = _places(table.rows, heads[0], table, "row")
        return tuple(
            _base_figure(table, table.rows[row].id, table.bases[row], path) for row in rows
        )
    if table.overall is not None:
        return (_base_figure(table, "", table.overall, path),)
    if table.one_base:
        return (_base_figure(table, "", table.base, path),)
    names = ", ".join(f"{path.table}.{row.id}.base" for row in table.rows)
    raise WrongReferenceError(
        "ambiguous-reference",
        f"the rows of {table.id} have different bases",
        f"name one of them: {names}",
    )


def _base_figure(table: Table, row: str, base: Base, path: Path) -> Figure:
    if base.symbol:
        raise _suppressed(path, base.symbol, table)
    label = f"base of {row or table.id}"
    return Figure(table.id, row, "base", Fraction(base.n), label, base=base.n)


def _incomplete(table: Table, path: Path, heads: Sequence[str]) -> WrongReferenceError:
    if heads:
        _places(table.rows, heads[0], table, "row")
        names, what = table.columns, f"an answer of {table.id}.{heads[0]}"
    elif table.single:
        names, what = table.columns, f"an answer of {table.id}"
    else:
        names, what = table.rows, f"a row of {table.id} and an answer"
    listed = ", ".join(head.id for head in names)
    return WrongReferenceError(
        "incomplete-reference", f"'{path.text}' names no cell", f"add {what}: {listed}"
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def nearest(wanted: str, known: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The names most like `wanted`, the most alike first."""
    return tuple(get_close_matches(wanted, list(known), n=limit, cutoff=0.55))


def meant(wanted: str, known: Iterable[str], noun: str) -> str:
    """A remedy for a name that is not known: the nearest ones, and what `noun` there are."""
    names = list(known)
    close = nearest(wanted, names)
    question = f"did you mean {' or '.join(repr(each) for each in close)}? " if close else ""
    listed = names if len(names) <= LISTED else [*names[:LISTED], "…"]
    return f"{question}the {noun} are {', '.join(listed) or 'none'}"


LISTED = 30
"""Names that a remedy lists at most."""
