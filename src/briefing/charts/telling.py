"""Alternative text: what a chart says, in words, from the same table as its marks."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.charts.shades import answers
from briefing.tables.model import Measure
from briefing.tables.printed import figure_text
from briefing.tables.rounding import percent_digits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.charts.highlight import Highlight
    from briefing.charts.model import Cells
    from briefing.tables.model import Table

LIMIT = 300
"""Alternative text has fewer characters: a screen reader says it in one go."""
_SILENT = 66
"""What of it is kept for the number of shares without figures."""
_LABEL = 60
"""A label is cut to so many characters where the whole would not fit."""
_TITLE = 70
"""Likewise a title."""
_TAIL = 120
"""Likewise the words of a base."""


def per_cent(share: Fraction) -> str:
    """A share as words say it: ``21 per cent``, ``under 1 per cent``."""
    digits = percent_digits(share)
    digits = digits.replace("<", "under ").replace(">", "over ")
    return f"{digits} per cent"


def figure(table: Table, row: int, column: int, decimals: int = 1) -> str:
    """A cell in words, a score with `decimals` places; empty where it is suppressed."""
    value = table.cells[row][column].value
    if value is None:
        return ""
    if table.columns[column].measure is Measure.SHARE:
        return per_cent(value)
    return figure_text(value, table.columns[column], decimals)


def said(
    kind: str, table: Table, readings: Iterable[str], base: str = "", *, most: int = LIMIT
) -> str:
    """Kind and title, as many readings as there is room for, the first always, and the base.

    All of it has fewer than `most` characters.
    """
    first, *others = [each for each in readings if each] or ["No figures can be shown."]
    title = table.title or table.question or table.id
    tail = _joined(withheld(table), shortened(base or bases(table), _TAIL))
    heads = [f"{kind}: {title}.", f"{kind}: {shortened(title, _TITLE)}.", f"{kind}."]
    head = next((each for each in heads if len(_joined(each, first, tail)) < most), heads[-1])
    first = shortened(first, most - len(_joined(head, tail)) - 2)
    told = [first]
    for each in others:
        if len(_joined(head, *told, each, tail)) < most:
            told.append(each)
    return _joined(head, *told, tail)


def bases(table: Table) -> str:
    """Who the figures are of: one base, or the range of several."""
    if table.overall is not None:
        return f"Base: {table.overall.words}."
    if table.one_base:
        return f"Base: {table.base.words}."
    known = {base.n: base for base in table.bases if not base.symbol}
    if len(known) == 1:
        return f"Base: {next(iter(known.values())).words}."
    return f"Bases from {min(known):,} to {max(known):,}." if known else ""


def withheld(table: Table) -> str:
    """How much is suppressed."""
    rows = sum(all(cell.symbol for cell in cells) for cells in table.cells)
    if rows and not table.single:
        return f"{rows} of {len(table.rows)} rows suppressed."
    count = sum(bool(cell.symbol) for _, _, cell in table)
    return f"{count} figures suppressed." if count else ""


def of_single(kind: str, table: Table, highlight: Highlight) -> str:
    """A question without rows: the highlight or the largest answer, then all answers."""
    column = highlight.column
    if column is None:
        column = max(answers(table), key=lambda place: table.cells[0][place].value or 0)
    parts = [_cell(table, 0, place) for place in answers(table)]
    rest = ", ".join(part for part in parts if part)
    readings = (_sentence(_cell(table, 0, column)), _sentence(rest))
    return said(kind, table, readings)


def of_rows(kind: str, table: Table, column: int | None, highlight: Highlight) -> str:
    """A chart of rows: the highlighted rows, then the highest and the lowest by one column."""
    if column is None:
        column = answers(table)[0]
    by = sorted(
        (row for row in range(len(table.rows)) if table.cells[row][column].value is not None),
        key=lambda row: table.cells[row][column].value or 0,
        reverse=True,
    )
    most = LIMIT - _SILENT
    if not by:
        return said(kind, table, (), most=most)

    def told(row: int) -> str:
        return f"{short(table.rows[row].label)}, {figure(table, row, column)}"

    own = [told(row) for row in sorted(highlight.rows) if row in by[1:-1]]
    ends = f"highest {told(by[0])}; lowest {told(by[-1])}" if len(by) > 1 else told(by[0])
    label = short(table.columns[column].label)
    return said(kind, table, [_sentence(f"{label}: {'; '.join((*own, ends))}")], most=most)


def with_silent(words: str, table: Table, silent: Cells) -> str:
    """The words of a stacked chart, which leave room for it, with what is drawn without figures."""
    if not silent:
        return words
    shares = [table.cells[row][column].value or Fraction(0) for row, column in silent]
    what = f"figures of {len(shares)} shares" if len(shares) > 1 else "figure of one share"
    most = per_cent(max(shares))
    return f"{words} No room for the {what} of {most} or less."


def listed(kind: str, table: Table, parts: list[str], base: str = "") -> str:
    """As many parts of one sentence as there is room for, in their order."""
    for count in range(len(parts), 1, -1):
        rest = "" if count == len(parts) else f"; and {len(parts) - count} more"
        whole = said(kind, table, [_sentence("; ".join(parts[:count]) + rest)], base)
        if "…" not in whole and whole.startswith(f"{kind}: "):
            return whole
    return said(kind, table, [_sentence(each) for each in parts[:1]], base)


def short(label: str) -> str:
    """A label, cut where it is very long."""
    return shortened(label, _LABEL)


def shortened(words: str, most: int) -> str:
    """Words cut after a whole word, with an ellipsis, to `most` characters."""
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.") + "…"


def _cell(table: Table, row: int, column: int) -> str:
    words = figure(table, row, column)
    return f"{short(table.columns[column].label)} {words}" if words else ""


def _sentence(words: str) -> str:
    return f"{words}." if words else ""


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def of_cell(kind: str, table: Table, row: int, column: int, how: str = "") -> str:
    """A picture of one figure: the cell in words, and its base."""
    told = figure(table, row, column)
    label = short(table.columns[column].label)
    if not table.single:
        label = f"{short(table.rows[row].label)}: {label}"
    reading = f"{label}, {how or told}." if told else ""
    base = table.bases[row]
    return said(kind, table, (reading,), f"Base: {base.words}.")
