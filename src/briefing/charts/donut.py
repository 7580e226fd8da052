"""A ring of one question's answers, the headline's figure in its hole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from briefing.charts import highlight as highlights
from briefing.charts import tabled, telling, unshown
from briefing.charts.model import Chart, Drawn, Extent, Margins, UnsuitedError
from briefing.charts.ring import ASIDE, LISTED, NARROW, Ring
from briefing.charts.ring_hole import Hole
from briefing.charts.ring_tags import SIDES
from briefing.charts.shades import answers
from briefing.charts.stack import adding_up, stackable
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.tables.model import Table

MOST_PARTS = 5
"""A ring of more parts cannot be read."""
_GIVEN = 0.95
"""The share of its size that a ring keeps at least for labels in fewer lines."""
_ASPECT = 1.7
"""How wide a ring is with its labels on both sides, as a part of its height."""
_ROOMY = 168.0
"""Words that the hole of such a ring has no room for may stand elsewhere, in points."""
_BESIDE = 0.8
"""What a ring counts with its list at its side: words at its parts are read without a search."""
_NEAR = 0.01
"""Heights are compared to a hundredth of a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Donut(Chart):
    """A ring of the answers to one question, at most five of them, clockwise from the top.

    Those that are hidden are one part of it.
    """

    kind: ClassVar[str] = "donut"

    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """From a ring whose hole still holds its words to one as wide as its labels allow."""
        extents = [extent for _, extent in self._plans(table, width, look)]
        least, most = min(each.least for each in extents), max(each.most for each in extents)
        return Extent(least, most, _ASPECT)

    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """The ring with labels on both sides, or a list below or beside it: what gives most ring.

        Among those that give as much it is the one with labels in the fewest lines; a ring on its
        own gives a little of its size for that, one of several nothing.
        """
        plans = self._plans(table, width, look, (*SIDES, NARROW, LISTED))
        height = min(height, max(extent.most for _, extent in plans))
        fitting = [each for each in plans if each[1].least <= height + _NEAR]
        rings = [ring for ring, _ in fitting or plans]

        tagged = any(ring.tags for ring in rings)

        def size(ring: Ring) -> tuple[float, bool, float]:
            diameter, central = ring.size(height)
            worth = _BESIDE if tagged and ring.aside else 1.0
            return diameter * worth, ring.worded, central

        best = max(rings, key=size)
        if not best.tags:
            return best.draw(height)
        given = _GIVEN if self.margins == Margins() else 1.0
        least = best.diameter(height) * given - _NEAR
        near = [
            ring
            for ring in rings
            if ring.tags and ring.worded is best.worded and ring.diameter(height) >= least
        ]
        fewest = min((ring.lines for ring in near), default=best.lines)
        if fewest < best.lines:
            best = max((ring for ring in near if ring.lines == fewest), key=size)
        return best.draw(height)

    def margins_for(self, table: Table, width: float, look: Look) -> Margins:
        """The room of the labels at both sides; raise `UnsuitedError`."""
        rings = [ring for ring, _ in self._plans(table, width, look) if not ring.roll]
        return rings[0].margins if rings else Margins()

    def names(self, table: Table) -> tuple[str, ...]:
        """The answers."""
        table = unshown.whole(table)
        return tuple(table.columns[place].label for place in answers(table))

    def parts(self, table: Table) -> int:
        """The answers."""
        adding_up(table)
        return len(answers(unshown.whole(table)))

    def describe(self, table: Table) -> str:
        """The headline's figure, every answer, the base."""
        return telling.of_single(
            wording().ring_chart, table, highlights.find(table, self.highlight)
        )

    def heard(self, table: Table) -> tabled.Heard:
        """An answer a row."""
        column = highlights.find(table, self.highlight).column
        return tabled.of_answers(table, answers(table), column)

    def _plans(
        self,
        table: Table,
        width: float,
        look: Look,
        sides: tuple[float, ...] = (NARROW, LISTED),
    ) -> list[tuple[Ring, Extent]]:
        """The ways to label the ring for which the width has room.

        Those that give the largest ring stand for all; wider labels take white that it leaves. Of
        rings beside each other none has its list at its side unless it has no other way.
        """
        stackable(table)
        table = unshown.whole(table)
        if len(table.rows) > 1:
            raise UnsuitedError(f"{table.id} has several rows: use kind=bars or kind=columns")
        parts = [place for place in answers(table) if table.cells[0][place].value]
        if len(parts) > MOST_PARTS:
            raise UnsuitedError(
                f"{table.id} has {len(parts)} parts, a ring at most {MOST_PARTS}: use kind=bars"
            )
        column = unshown.read_out(table, highlights.find(table, self.highlight).column)
        hole = None if column is None else Hole(table, column, look)
        full = hole is None or hole.fitted(min(_ROOMY, width)) is not None

        def plans(*ways: float, worded: bool) -> list[tuple[Ring, Extent]]:
            rings = (
                Ring(table, width, look, hole, self.margins, side, worded=worded) for side in ways
            )
            return [(ring, extent) for ring in rings if (extent := ring.extent())]

        found = plans(*sides, worded=True)
        bare = not full or not found
        found += plans(*sides, worded=False) if bare else []
        if self.margins == Margins() or not any(ring.tags for ring, _ in found):
            found += plans(*ASIDE, worded=True)
            found += plans(*ASIDE, worded=False) if bare else []
        return found
