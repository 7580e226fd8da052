"""Figures as charts print them: the text, and the number that tells where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.drawing import Number
from briefing.tables.model import Measure
from briefing.tables.printed import base_told, figure_text, taken_of
from briefing.tables.rounding import ALL, percent_digits, whole_text
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.tables.model import Base, Table


@dataclass(frozen=True, slots=True)
class Figure:
    """What is printed for a cell, and its number; a suppressed cell has a symbol and no number."""

    text: str
    number: Number | None = None


NOTHING = "[x]"
"""Printed where there is no figure and no reason is given (conventions, 1.7)."""


def percent(table: Table, row: int, column: int, *, sign: bool = True) -> Figure:
    """A cell as a per cent, a whole one as is usual: ``21%``, or ``21`` without its sign.

    Of a table that is told in counts it is ``7 of 12``, or ``7``; a mean or a net score that stands
    in a table of shares is no share, and is printed as what it is.
    """
    cell = table.cells[row][column]
    value = cell.value
    if value is None or cell.symbol:
        return Figure(symbol(table, row, column))
    if table.columns[column].measure is not Measure.SHARE:
        return measured(table, row, column)
    if table.counted:
        return counted(table, row, column, base=sign)
    text = percent_digits(value, table.places or 0)
    text += wording().numbers.percent if sign else ""
    return Figure(text, _number(table, row, column, value=value, text=text, kind="pct"))


def measured(table: Table, row: int, column: int) -> Figure:
    """A cell by its measure: a per cent, a count, or a score."""
    measure = table.columns[column].measure
    value = table.cells[row][column].value
    if measure is Measure.SHARE or value is None:
        return percent(table, row, column)
    text = figure_text(value, table.columns[column], table.places)
    return Figure(text, _number(table, row, column, value=value, text=text, kind=taken_of(measure)))


def worded(table: Table, row: int, column: int, text: str) -> Figure:
    """A share said in words (``around two in ten``), with the number behind them."""
    value = table.cells[row][column].value
    if value is None:
        return Figure(symbol(table, row, column))
    return Figure(text, _number(table, row, column, value=value, text=text, kind="pct"))


def counted(table: Table, row: int, column: int, *, base: bool = True) -> Figure:
    """The count behind a cell with its base: ``10 of 16``, or ``10`` without."""
    count = table.cells[row][column].count
    if count is None:
        return Figure(symbol(table, row, column))
    text = whole_text(count)
    if base:
        text = wording().count_of_base(count=count, base=table.bases[row].n)
    return Figure(text, _number(table, row, column, value=Fraction(count), text=text, kind="count"))


def base_of(table: Table, row: int) -> Figure:
    """The base of a row in brackets: ``(80)``; a suppressed base as its symbol: ``[c]``."""
    base = table.bases[row]
    if base.symbol:
        return Figure(f"[{base.symbol}]")
    text = f"({whole_text(base.n)})"
    return Figure(text, _number(table, row, 0, value=Fraction(base.n), text=text, kind="base"))


def base_line(base: Base) -> str:
    """Who the figures are of, as a sentence: ``Base: 80 who answered; 1 gave no answer.``."""
    return wording().base_line(words=base_told(base))


def symbol(table: Table, row: int, column: int) -> str:
    """The shorthand of a cell without a figure, in its brackets: ``[c]``."""
    sign = table.cells[row][column].symbol
    return f"[{sign}]" if sign else NOTHING


def withheld(table: Table, row: int) -> str:
    """The shorthand of a row of which nothing may be shown; empty if there is something."""
    if any(cell.value is not None for cell in table.cells[row]):
        return ""
    return symbol(table, row, 0)


def figureless(table: Table) -> str:
    """Why not one figure of a table can be shown, as a sentence; empty if one can.

    Nobody answered (conventions, 3, 13), or all of it is suppressed.
    """
    if any(cell.value is not None or cell.count is not None for _, _, cell in table):
        return ""
    signs = {cell.symbol for _, _, cell in table} | {base.symbol for base in table.bases}
    words = wording()
    reason = next((words.meaning(sign) for sign in _REASONS if sign in signs), "")
    return words.nothing_shown(reason=reason) if reason else words.no_responses


_REASONS = ("c", "u", "x", "z")
"""The shorthands that hide a figure, the gravest first; where nobody answered there is none."""


def widest(table: Table, whole: str = "88", *, sign: bool = True) -> str:
    """A share as wide as any of two figures, ``88%`` or ``88.8%``: those of a kind have one room.

    `whole` are the figures before the decimals.
    """
    numbers = wording().numbers
    decimals = numbers.written(f".{'8' * table.places}") if table.places else ""
    return f"{whole}{decimals}{numbers.percent if sign else ''}"


def told(table: Table, share: float) -> bool:
    """Whether a share is printed as more than ``<1%``, and so is worth a place for its figure."""
    return share * ALL >= float(f"0.5e-{table.places or 0}")


def _number(
    table: Table, row: int, column: int, *, value: Fraction, text: str, kind: str
) -> Number:
    base = table.bases[row].n if kind == "base" else table.n_of(row, column)
    return Number(value, text, table.id, table.path(row, column), kind, base=base)
