"""What a reference takes of the cells of one table: shares, counts, bases, scores, ranks, margins.

What cannot be published or does not exist raises `WrongReferenceError` with its remedy.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.figures import DECIMAL, FORMS, MARGIN, OF_SHARES, STANDING, TAKINGS, Figure
from briefing.claims.naming import WrongReferenceError, meant
from briefing.tables.margins import margin_of
from briefing.tables.model import Measure, Part
from briefing.tables.printed import taken_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Base, Cell, Head, Table

_SYMBOLS = {
    "c": "it is suppressed to protect confidentiality",
    "u": "its base is too small to be reliable",
    "w": "nobody is in its base",
    "x": "it is not available",
    "low": "it is more than none, but how much is not known",
}
_OF_A_SHARE = (MARGIN, Measure.SHARE)
_NATURAL = {measure: taken_of(measure) for measure in Measure}


@dataclass(frozen=True, slots=True)
class Path:
    """A reference taken apart, before any table is looked at."""

    text: str
    parts: tuple[str, ...]

    @property
    def table(self) -> str:
        """The first part: the table."""
        return self.parts[0]


def figures_of(table: Table, path: Path) -> tuple[Figure, ...]:
    """The figures that a path names of its table; raises `WrongReferenceError`."""
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
    if form in {*OF_SHARES, DECIMAL} and figure.kind != "pct":
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
        asked=table.question if table.single else f"{table.question} {table.rows[row].label}",
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
