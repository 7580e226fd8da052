"""Alternative text: what a chart says, in words, from the same table as its marks.

It tells the kind, what the headline speaks of, the extremes and the base, and leaves the rest to
the table that follows it. Labels give way before any of that does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.figures import base_line
from briefing.charts.shades import APART, answers
from briefing.charts.unshown import named
from briefing.tables.count import NOBODY
from briefing.tables.model import Measure, Part
from briefing.tables.printed import figure_text
from briefing.tables.rounding import percent_digits
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from fractions import Fraction

    from briefing.charts.highlight import Highlight
    from briefing.tables.model import Head, Table

LIMIT = 300
"""Alternative text has fewer characters: a screen reader says it in one go."""
_LABEL = 60
"""A label is cut to so many characters where the whole would not fit."""
_TIGHTER = ((_LABEL, 120), (44, 120), (32, 90), (22, 70), (14, 60))
"""Characters that labels, and the words of a base, are cut to, until all of it fits."""
_TITLES = (70, 40)
"""Likewise a title, which is left out at last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A bar, a part or a group: what it is drawn by, its head, and its figure in words."""

    value: Fraction
    head: Head
    words: str

    @property
    def apart(self) -> bool:
        """Whether it says nothing of the matter, or is all of it, and so is no extreme of it."""
        return self.head.last or self.head.part in (*APART, Part.WHOLE)

    def told(self, most: int) -> str:
        """Its label of `most` characters, and its figure."""
        return f"{shortened(self.head.label, most)}, {self.words}"


def per_cent(share: Fraction, places: int | None = None) -> str:
    """A share as words say it: ``21 per cent``, ``under 1 per cent``, in `places` decimals."""
    digits, words = percent_digits(share, places or 0), wording()
    told = {"<": words.per_cent_under, ">": words.per_cent_over}.get(digits[0], words.per_cent_told)
    return told(digits=digits.lstrip("<>"))


def figure(table: Table, row: int, column: int) -> str:
    """A cell in words; empty where it is suppressed."""
    value = table.cells[row][column].value
    if value is None:
        return ""
    count = table.cells[row][column].count
    if table.counted and count is not None:
        return wording().count_of_base(count=count, base=table.bases[row].n)
    if table.columns[column].measure is Measure.SHARE:
        return per_cent(value, table.places)
    return figure_text(value, table.columns[column], table.places)


def said(
    kind: str,
    table: Table,
    readings: Callable[[int], Sequence[str]],
    base: str = "",
    *,
    follows: bool = True,
) -> str:
    """Kind and title, the readings, the base, and that a table `follows`: under 300 characters.

    `readings` are asked for sentences with labels of so many characters; the last go where even
    short labels leave no room for them, the first stays.
    """
    title = table.title or table.question or table.id
    words = wording()
    heads = (title, *(shortened(title, most) for most in _TITLES))
    for label, most in _TIGHTER:
        told = [each for each in readings(label) if each]
        after = words.figures_follow if follows and told else ""
        own = _joined(withheld(table), shortened(base or bases(table), most), after)
        told = told or [words.no_figures]
        titled = (labelled(kind, each) for each in heads)
        for head in dict.fromkeys((*titled, kind)):
            whole = _joined(_sentence(head), *told, own)
            if len(whole) < LIMIT:
                return whole
    room = LIMIT - len(_joined(f"{kind}.", own)) - 2
    return _joined(f"{kind}.", shortened(told[0], room), own)


def bases(table: Table) -> str:
    """Who the figures are of: one base, or the range of several."""
    if table.overall is not None:
        return base_line(table.overall)
    if table.one_base:
        return base_line(table.base)
    known = {base.n: base for base in table.bases if not base.symbol}
    if len(known) == 1:
        return base_line(next(iter(known.values())))
    return wording().bases_range(least=min(known), most=max(known)) if known else ""


def withheld(table: Table) -> str:
    """How much is suppressed; figures of nobody are not."""
    hidden = [[cell.symbol not in ("", NOBODY) for cell in cells] for cells in table.cells]
    shown = [any(not cell.symbol for cell in cells) for cells in table.cells]
    rows = sum(any(row) and not any_shown for row, any_shown in zip(hidden, shown, strict=True))
    if rows and not table.single:
        return wording().rows_suppressed(count=rows, all=len(table.rows))
    count = sum(map(sum, hidden))
    return wording().figures_suppressed(count) if count else ""


def of_single(kind: str, table: Table, highlight: Highlight) -> str:
    """A question without rows: what the headline speaks of, the largest and smallest answer."""
    entries = {place: each for place in answers(table) if (each := _entry(table, 0, place))}
    own = [
        each
        for place in sorted(highlight.columns)
        if (each := entries.get(place) or _entry(table, 0, place))
    ]
    ends = wording().largest_answer, wording().smallest_answer
    return ranged(kind, table, list(entries.values()), own, ends=ends, hidden=named(table))


def of_rows(kind: str, table: Table, column: int | None, highlight: Highlight) -> str:
    """A chart of rows: the highlighted rows, then the highest and the lowest by one column."""
    if column is None:
        column = answers(table)[0]
    entries = [(row, _of_row(table, row, column)) for row in range(len(table.rows))]
    there = [(row, each) for row, each in entries if each]
    own = [each for row, each in there if highlight.row(row)]
    label = table.columns[column].label
    return ranged(kind, table, [each for _, each in there], own, label=label)


def ranged(
    kind: str,
    table: Table,
    entries: Sequence[Entry],
    own: Sequence[Entry] = (),
    base: str = "",
    *,
    label: str = "",
    ends: tuple[str, str] | None = None,
    hidden: str = "",
) -> str:
    """What the headline speaks of, then the two extremes of what is drawn.

    The total of groups comes behind them. `label` names what all of them are figures of, `hidden`
    the parts of a whole that are not shown, any of which may be an extreme of it; `own` is not told
    again where it is an extreme.
    """
    inside = [each for each in entries if not each.apart] or entries
    by = sorted(inside, key=lambda each: each.value, reverse=True)
    outer = (*by[:1], *by[1:][-1:])
    told_already = (*outer, *own)
    everybody = [each for each in entries if each.head.part is Part.WHOLE]
    totals = [each for each in everybody if each not in told_already]
    ends = ends or (wording().highest, wording().lowest)

    label = label or (wording().of_those_shown if hidden else "")
    joint = wording().joint

    def readings(most: int) -> list[str]:
        told = [each.told(most) for each in outer]
        extremes = joint.join(f"{end} {each}" for end, each in zip(ends, told, strict=False))
        if len(outer) == 1:
            extremes = told[0]
        extremes = joint.join((extremes, *(each.told(most) for each in totals)))
        inner = dict.fromkeys(each.told(most) for each in own[:_OWN] if each not in outer)
        if label:
            extremes = extremes[:1].lower() + extremes[1:] if len(outer) > 1 else extremes
            of = joint.join((*inner, extremes))
            of = labelled(shortened(label, most), of) if extremes else ""
            return [_sentence(of), _sentence(shortened(hidden, most * 2))]
        return [_sentence(joint.join(inner)), _sentence(extremes)]

    return said(kind, table, readings, base)


_OWN = 3
"""So many of what the headline speaks of are told by name."""


def _entry(table: Table, row: int, column: int) -> Entry | None:
    """A cell by the label of its column; nothing where it is suppressed."""
    value = table.cells[row][column].value
    if value is None:
        return None
    return Entry(value, table.columns[column], figure(table, row, column))


def _of_row(table: Table, row: int, column: int) -> Entry | None:
    """A cell by the label of its row; nothing where it is suppressed."""
    value = table.cells[row][column].value
    if value is None:
        return None
    return Entry(value, table.rows[row], figure(table, row, column))


def labelled(label: str, words: str) -> str:
    """Words behind what they belong to, with the sign that the language has between the two."""
    return wording().labelled(label=label, words=words)


def shortened(words: str, most: int) -> str:
    """Words cut after a whole word, with an ellipsis, to `most` characters."""
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(" ,;:.") + "…"


def _sentence(words: str) -> str:
    return words if words.endswith("\N{HORIZONTAL ELLIPSIS}") or not words else f"{words}."


def _joined(*sentences: str) -> str:
    return " ".join(each for each in sentences if each)


def of_cell(kind: str, table: Table, row: int, column: int, how: str = "") -> str:
    """A picture of one figure: the cell in words, and its base."""
    told = how or figure(table, row, column)
    base = base_line(table.bases[row])

    def readings(most: int) -> list[str]:
        label = shortened(table.columns[column].label, most)
        if not table.single:
            label = labelled(shortened(table.rows[row].label, most), label)
        return [f"{label}, {told}."] if figure(table, row, column) else []

    return said(kind, table, readings, base, follows=False)
