"""Charts of more bars than a page holds: parts of them, each drawn on the scale of the whole."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.charts.highlight import Highlight
from briefing.charts.model import GIVEN, Chart, UnsuitedError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.model import Drawn, Extent
    from briefing.tables.model import Table

MOST_BARS = 15
"""A chart of more bars is parted even where a page would hold it (conventions, case 29)."""
_FEWEST = 3
"""Parts of fewer bars could as well be pages of text."""
_SLIP = 0.01
"""Heights are compared to a hundredth of a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted(Chart):
    """A chart of several bars. `only` has the ids of those that are drawn, empty for all of them.

    Scale, label column, order and the size of figures stay those of all, so that parts of a chart
    on several pages can be compared.
    """

    only: str = ""
    seats: int = field(default=0, metadata=GIVEN)
    """The bars of the fullest part, for all parts to be drawn alike."""

    @abstractmethod
    def plan(self, table: Table, width: float, look: Look) -> Form:
        """The chart laid out for a width; raise `UnsuitedError`."""

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """Enough for every label, at most bars as thick as look well."""
        return self.plan(table, width, look).extent()

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """Lay it out and draw it."""
        return self.plan(table, width, look).draw(height)

    @abstractmethod
    def bars(self, table: Table) -> tuple[str, ...]:
        """The ids of all bars in their order: of items, groups or answers; raise `UnsuitedError`.

        One large stack has none.
        """

    def shown(self, table: Table) -> tuple[str, ...]:
        """The ids of the bars that are drawn; raise `UnsuitedError` for one that there is not."""
        bars, wanted = self.bars(table), self.only.split()
        for each in wanted:
            if each not in bars:
                there = ", ".join(bars) or "no bars"
                raise UnsuitedError(f"{table.id} has no {each!r} to draw only; use {there}")
        return tuple(each for each in bars if not wanted or each in wanted)

    def names(self, table: Table) -> tuple[str, ...]:
        """What its bars are called, in the order of the table."""
        shown = self.shown(table)
        heads = (*table.rows, *table.columns)
        return tuple({head.id: head.label for head in heads if head.id in shown}.values())

    def parted(
        self, table: Table, height: float, plan: Callable[[Chart], Form]
    ) -> tuple[Self, ...]:
        """The fewest parts of equal size of which each can be drawn in `height` points.

        Where not even one bar can, each bar is a part. Bars that do not fit side by side are parted
        as long as `_FEWEST` stand together; raise `UnsuitedError` where that does not help either.
        """
        bars = self.shown(table)
        if len(bars) <= 1:
            return (self,)
        parts: tuple[Self, ...] = (self,)
        for count in range(-(-len(bars) // MOST_BARS), len(bars) + 1):
            seats = -(-len(bars) // count)
            if count > 1:
                parts = tuple(
                    replace(self, only=" ".join(each), seats=seats) for each in _shared(bars, count)
                )
            try:
                leasts = [plan(each).extent().least for each in parts]
            except UnsuitedError:
                if len(bars) // (count + 1) < _FEWEST:
                    raise
                continue
            if max(leasts) <= height + _SLIP:
                break
        return parts


def _shared(bars: Sequence[str], count: int) -> list[Sequence[str]]:
    """Bars in `count` runs whose lengths differ by one at most, the longer ones first."""
    ends = [-(-len(bars) * each // count) for each in range(count + 1)]
    return [bars[start:end] for start, end in pairwise(ends)]


def cut(table: Table, rows: Sequence[int]) -> Table:
    """A table of some of the rows, in their order, whose bases are theirs alone."""
    return replace(
        table,
        rows=tuple(table.rows[row] for row in rows),
        bases=tuple(table.bases[row] for row in rows),
        cells=tuple(table.cells[row] for row in rows),
    )


def cut_highlight(highlight: Highlight, rows: Sequence[int]) -> Highlight:
    """What stands out among some of the rows, by their places in the table that was cut."""
    own = frozenset(place for place, row in enumerate(rows) if highlight.row(row))
    return Highlight(own, highlight.columns)
