"""References from words to cells: a small grammar that executes nothing, and its resolution.

A reference is ``table.row.column``, or ``table.column`` where the table has one row. A last part
says what is taken of the cell (``pct count base score rank``) and one more how it is written
(``words digits``). A ``*`` stands for every row or every answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.tables.model import Measure, Part
from briefing.tables.printed import taken_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.tables.model import Base, Cell, Head, Table

TAKINGS = ("pct", "count", "base", "score", "rank")
"""What can be taken of a cell."""

FORMS = ("words", "digits")
"""How a figure can be written in place of the document's own way."""

_PART = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\*")
_SYMBOLS = {
    "c": "it is suppressed to protect confidentiality",
    "u": "its base is too small to be reliable",
    "w": "nobody is in its base",
    "x": "it is not available",
    "low": "it is more than none, but how much is not known",
}
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
    decimals: int = 1
    unit: str = ""

    @property
    def reference(self) -> str:
        """How words refer to it."""
        return ".".join(part for part in (self.table, self.cell) if part)


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
                f"'{wanted}' is not a reference",
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
    path = parse_reference(text)
    table = tables.get(path.table)
    if table is None:
        raise WrongReferenceError(
            "unknown-table",
            f"there is no table '{path.table}'",
            meant(path.table, tables, "tables"),
        )
    return _resolve_in(table, path)


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
    rest = path.parts[1:]
    wanted = 1 if table.single else 2
    heads, extra = _cut(table, rest, wanted)
    taking, form = _extra(path, extra)
    if len(heads) == wanted:
        return _cells(table, path, heads, taking, form)
    if taking == "base":
        return tuple(replace(each, form=form) for each in _bases(table, path, heads))
    if taking == "rank" and len(heads) == wanted - 1 and table.column("score") is not None:
        return _cells(table, path, (*heads, "score"), taking, form)
    raise _incomplete(table, path, heads)


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
            taking = part
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
    return tuple(
        replace(_figure(table, path, row, column, taking), form=form)
        for row in rows
        for column in columns
    )


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
    figure = Figure(
        table=table.id,
        cell=table.path(row, column),
        kind=kind,
        value=value,
        label=head.label if table.single else f"{table.rows[row].label}: {head.label}",
        count=cell.count,
        base=base.n,
        answer=head.label,
        decimals=head.decimals,
        unit=head.unit,
    )
    return _ranked(figure, table, path, column) if kind == "rank" else figure


def _value(table: Table, path: Path, cell: Cell, head: Head, kind: str) -> Fraction:
    if cell.value is None or cell.symbol:
        raise _suppressed(path, cell.symbol, table)
    if kind == "count":
        if head.measure is Measure.COUNT:
            return cell.value
        if cell.count is not None:
            return Fraction(cell.count)
    elif kind == "rank" or kind == _NATURAL[head.measure]:
        return cell.value
    raise WrongReferenceError(
        "unknown-taking",
        f"'{path.text}' has no {kind}: {head.label} of {table.id} is a {head.measure.value}",
        f"take .{_NATURAL[head.measure]}",
    )


def _suppressed(path: Path, symbol: str, table: Table) -> WrongReferenceError:
    reason = _SYMBOLS.get(symbol, "it has no value")
    return WrongReferenceError(
        "suppressed-figure",
        f"'{path.text}' cannot be published: {reason}",
        f"leave the figure out; it is [{symbol or 'x'}] in {table.id}",
    )


def _ranked(figure: Figure, table: Table, path: Path, column: int) -> Figure:
    """The place of the row by this column, the highest value first; equal values share a place."""
    head = table.columns[column]
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
