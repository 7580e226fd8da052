"""What a chart of a whole draws for parts that are hidden: one part, named without their sizes.

What is left of a whole is told by its other parts in any case; how it falls to those that are
hidden is not, where they are several (conventions, 1.7).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.charts.shades import answers
from briefing.tables.model import Cell, Head, Part
from briefing.tables.notes import in_quotes, listed
from briefing.tables.small_bases import CONFIDENTIAL
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Table

_HIDING = (CONFIDENTIAL, "u", "x")
"""The symbols of parts that have a size: of nobody there is none, and ``low`` rounds to nought."""
_NAME = "not_shown"


def whole(table: Table) -> Table:
    """The table with one more part, what its rows leave of a whole for those that are hidden.

    Of a question without rows it names them and stands in their place; a grid names all answers.
    """
    rests = [_rest(table, row) for row in range(len(table.rows))]
    if not any(rests):
        return table
    gone = _hidden_everywhere(table) if table.single else ()
    label = named(table) if gone else wording().not_shown
    head = Head(_NAME, label, Part.WITHHELD, of=gone)
    symbols = [_symbol(table, row) for row in range(len(table.rows))]
    rows = zip(table.cells, rests, symbols, strict=True)
    return replace(
        table,
        columns=(*table.columns, head),
        cells=tuple((*cells, Cell(rest, symbol=sign)) for cells, rest, sign in rows),
    )


def read_out(table: Table, column: int | None) -> int | None:
    """A column whose figure a chart of a question reads out; nothing where that is hidden."""
    if column is None or (table.cells[0][column].value is None and table.cells[0][column].symbol):
        return None
    return column


def named(table: Table) -> str:
    """The names of the parts that no row shows, without figures; empty if there are none.

    Where nothing is shown at all nothing is named: a symbol stands for the whole.
    """
    gone = _hidden_everywhere(table)
    labels = [head.label for head in table.columns if head.id in gone]
    words = wording()
    return words.labelled(label=words.not_shown, words=listed(labels)) if labels else ""


def keyed(table: Table) -> tuple[int, ...]:
    """The answers that the key of a grid has: not those that have no segment in any row.

    Where nothing is shown at all the key is of all.
    """
    places = answers(table)
    left_out = {*_nobodys(table), *_hidden_everywhere(table)}
    return tuple(place for place in places if table.columns[place].id not in left_out) or places


def absent(table: Table) -> str:
    """What is said of the answers that the key of a grid leaves out; empty if it has all."""
    nobodys = [head.label for head in table.columns if head.id in _nobodys(table)]
    words = (
        [wording().nobody_gave(answers=listed(list(map(in_quotes, nobodys))))] if nobodys else []
    )
    hidden = named(table)
    return " ".join([*words, *([f"{hidden}."] if hidden else [])])


def _nobodys(table: Table) -> tuple[str, ...]:
    """The answers that nobody gave to any item of those of which something is shown."""
    rows = [row for row in range(len(table.rows)) if _shown(table, row)]
    return tuple(
        table.columns[place].id
        for place in _parts(table)
        if rows and all(table.cells[row][place].value == 0 for row in rows)
    )


def alone(table: Table) -> bool:
    """Whether a row hides one part for secrecy that its others would tell by what they leave."""
    return any(_alone(table, row) and _shown(table, row) for row in range(len(table.rows)))


def _alone(table: Table, row: int) -> bool:
    signs = [table.cells[row][place].symbol for place in _hidden(table, row)]
    return signs == [CONFIDENTIAL]


def _parts(table: Table) -> Sequence[int]:
    told = (Part.NET, Part.SUMMARY)
    return [place for place, head in enumerate(table.columns) if head.part not in told]


def _hidden(table: Table, row: int) -> list[int]:
    return [place for place in _parts(table) if table.cells[row][place].symbol in _HIDING]


def _shown(table: Table, row: int) -> list[Fraction]:
    values = (table.cells[row][place].value for place in _parts(table))
    return [value for value in values if value is not None]


def _rest(table: Table, row: int) -> Fraction | None:
    """What a row leaves of a whole; nothing where all is shown, or all hidden, or it may not be."""
    shown = _shown(table, row)
    if not shown or not _hidden(table, row) or _alone(table, row):
        return None
    rest = 1 - sum(shown, Fraction(0))
    return rest if rest > 0 else None


def _symbol(table: Table, row: int) -> str:
    """What stands for the hidden parts of a row: the gravest of theirs."""
    signs = {table.cells[row][place].symbol for place in _hidden(table, row)}
    return next((sign for sign in _HIDING if sign in signs), "")


def _hidden_everywhere(table: Table) -> tuple[str, ...]:
    rows = [row for row in range(len(table.rows)) if _shown(table, row)]
    if not rows:
        return ()
    gone = set.intersection(*(set(_hidden(table, row)) for row in rows))
    return tuple(table.columns[place].id for place in sorted(gone))
