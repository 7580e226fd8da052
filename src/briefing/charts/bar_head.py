"""What stands above the bars of a grid: its legend, and the name of the column that is read out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts import legend
from briefing.charts.lettering import heading_over, wrap
from briefing.charts.pitch import ROW_GAP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look
    from briefing.charts.canvas import Canvas
    from briefing.charts.legend import Legend
    from briefing.charts.lettering import Lines
    from briefing.drawing import Colour

GAP = 10.0
"""White between labels, plot and readings, in points."""
_HEADING, _HEADING_ALONE = 0.18, 0.6
"""The share of the width that the heading of the readings may take, and that of a long one."""


@dataclass(frozen=True, slots=True)
class BarHead:
    """A legend at the left and the heading of the readings at the right, laid out for a width.

    `low` says that the heading stands below the legend, `height` is that of both.
    """

    width: float
    legend: Legend
    heading: Lines | None
    low: bool

    @property
    def _named(self) -> float:
        """The height of the heading."""
        return self.heading.height if self.heading else 0.0

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        if not self.low:
            return max(self.legend.height, self._named)
        return self.legend.height + (ROW_GAP + self._named if self.heading else 0.0)

    def put(self, canvas: Canvas, ink: Colour, quiet: Colour) -> None:
        """Draw both on one foot, or one below the other."""
        top = 0.0 if self.low else self.height - self.legend.height
        self.legend.put(canvas, 0, top, quiet)
        if self.heading is not None:
            self.heading.put(canvas, self.width, self.height - self._named, ink, align=1)


def head_beside(  # noqa: PLR0917 - what a head depends on
    entries: Sequence[tuple[str, Colour]],
    letters: Sequence[str],
    name: str,
    look: Look,
    width: float,
    readings: float,
) -> BarHead:
    """The head of bars that have their `readings` in a column beside them, so many points wide.

    The heading is over its column, reaching to the left, and the legend leaves it room there;
    unless that takes more than a row more than the heading below it.
    """
    style = look.style("chart.legend")
    heading, long = None, False
    if name:
        heading, long = heading_over(
            name, style, readings, width * _HEADING, width * _HEADING_ALONE
        )
    taken = max(readings, heading.width if heading else 0.0)
    whole, beside = (
        legend.across(entries, look, each, letters) for each in (width, width - taken - GAP)
    )
    low = BarHead(width, whole, heading, low=True)
    level = BarHead(width, beside, heading, low=False)
    stacked = whole.height + ROW_GAP + (heading.height if heading else 0.0)
    return low if long or stacked + style.leading < level.height else level


def head_above(
    entries: Sequence[tuple[str, Colour]],
    letters: Sequence[str],
    name: str,
    look: Look,
    width: float,
) -> BarHead:
    """The head of bars that have labels and readings above them.

    The heading has a line of its own unless it finds room on the level of the legend.
    """
    whole = legend.across(entries, look, width, letters)
    if not name:
        return BarHead(width, whole, None, low=False)
    heading = wrap(name, look.style("chart.legend"), width, strong=True)
    level = len(heading.lines) == 1 and whole.width + 2 * GAP + heading.width <= width
    return BarHead(width, whole, heading, low=not level)
