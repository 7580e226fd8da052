"""Where columns stand in a width: how wide and how far apart, with their legend above or beside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from briefing.charts import labels, legend, unshown
from briefing.charts.figures import widest
from briefing.charts.highlight import spoken
from briefing.charts.lettering import width_of
from briefing.charts.stack import figure_style, paints

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.legend import Legend
    from briefing.charts.rows import Items
    from briefing.tables.model import Table

_WIDE = 380.0
"""From this width in points the legend may stand at the right."""
_LEGEND = 0.24
"""The share of the width that it may take there."""
_ROOMY = 58.0
"""The pitch of the columns that it must leave, in points."""
_FULL = (0.76, 0.68, 0.6, 0.52, 0.46)
"""The share of the pitch that a column takes: the first, unless figures need room beside it."""
_WIDEST, _WIDEST_SHARE = 110.0, 0.3
"""A column is never wider, in points, or as a share of a large width: two are no far shores."""
_FEW_WIDE = 0.75
"""Columns that take less of the width, their legend with them, stand in its middle."""
_FARTHEST = 0.6
"""The share of the pitch that the widest columns take at least: few do not stand far apart."""
WHITE = 13.0
"""The white that a figure beside its column has with its tick before and behind it, in points."""
_BETWEEN, _BETWEEN_EMS = 5.0, 0.52
"""White between two labels, in points, and in their ems if that is more: a space is narrower."""
GAP = 22.68
"""White between the plot and the legend at its right at least: 8 mm, in points."""
_WHOLES = ("8", "88")
"""Figures as wide as those that stand beside columns: shares too small for them mostly have one."""
TALLEST = 430.0
"""The plot is never higher, in points."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where columns stand: how wide they are, how far apart, and where their legend is.

    `outside` says that there is white for figures beside every column, `beyond` points of it behind
    the last; `bare` that these and all others are printed without their per cent sign, `grows` that
    those in wide columns may be larger. The first begins at `left`.
    """

    thickness: float
    pitch: float
    legend: Legend
    legend_x: float
    beyond: float
    outside: bool
    bare: bool
    grows: bool = True
    left: float = 0.0


def between(look: Look) -> float:
    """The white between two labels, in points."""
    return max(_BETWEEN, look.style("chart.label").size * _BETWEEN_EMS)


def stands(table: Table, width: float, look: Look, items: Items) -> list[list[Stand]]:
    """Where columns may stand with their legend beside them, if it can be, and with it above.

    Of each the widest columns come first, then those that leave white for figures beside each.
    """
    own = spoken(table, items.highlight)
    painted, keyed = paints(table, look, own), unshown.keyed(table)
    entries = [(table.columns[place].label, painted[place].colour) for place in keyed]
    letters = [painted[place].letter for place in keyed]
    count = max(len(items.shown), items.seats)
    beside = legend.down(entries, look, width * _LEGEND, letters) if width >= _WIDE else None
    word = labels.least_width(table.rows, look) + between(look)
    if beside is not None:
        plot = width - beside.width - GAP
        if plot / (count - 1 + _FULL[0]) < max(_ROOMY, word) or beside.height > TALLEST:
            beside = None
    above = _Room(table, look, width, count, legend.across(entries, look, width, letters))
    if beside is None:
        return [above.stands()]
    level = _Room(table, look, width, count, beside, level=True)
    # In more height, which a legend beside columns takes, no figure may be smaller.
    return [level.stands(), [replace(each, grows=False) for each in above.stands()]]


@dataclass(frozen=True, slots=True)
class _Room:
    """A width for so many columns and their legend, which is `level` with them or above them."""

    table: Table
    look: Look
    width: float
    count: int
    legend: Legend
    level: bool = False

    def stands(self) -> list[Stand]:
        """The widest columns first, then those that leave white for figures of one place or two."""
        wholes = _WHOLES[:1] if self.level else _WHOLES
        narrow = (
            self._stand(full, bare=bare, whole=whole)
            for bare, whole, full in product((False, True), wholes, _FULL)
        )
        return [self._widest(), *(stand for stand in narrow if self._holds(stand))]

    def _widest(self) -> Stand:
        gap = GAP if self.level else 0.0
        return self._placed(_FULL[0], gap, outside=False, bare=False)

    def _stand(self, full: float, *, bare: bool, whole: str) -> Stand:
        """Columns with white for figures beside them, those of the last with its labels' white."""
        value = figure_style(self.look)
        gap = width_of(widest(self.table, whole, sign=not bare), value) + WHITE
        if self.level:
            figure = width_of(widest(self.table, sign=not bare), value)
            gap = max(GAP, figure + WHITE + between(self.look))
        return self._placed(full, gap, outside=True, bare=bare)

    def _holds(self, stand: Stand) -> bool:
        """Whether there is white beside all columns for figures as wide as behind the last."""
        value = figure_style(self.look)
        least = width_of(widest(self.table, _WHOLES[0], sign=not stand.bare), value) + WHITE
        return self.count == 1 or stand.pitch - stand.thickness >= least

    def _placed(self, full: float, gap: float, *, outside: bool, bare: bool) -> Stand:
        """Columns that take a share of their pitch, `gap` points behind the last of them."""
        count, width = self.count, self.width
        plot = width - gap - (self.legend.width if self.level else 0.0)
        most = max(_WIDEST, width * _WIDEST_SHARE)
        thickness = min(plot / (count - 1 + full) * full, most)
        pitch = (plot - thickness) / (count - 1) if count > 1 else plot
        if count > 1 and thickness == most:
            pitch = min(pitch, thickness / min(full, _FARTHEST))
        x = pitch * (count - 1) + thickness + gap if self.level else 0.0
        beyond, left = gap if outside else 0.0, 0.0
        if self.level and (taken := x + self.legend.width) < width * _FEW_WIDE:
            left = (width - taken) / 2
            x += left
        return Stand(thickness, pitch, self.legend, x, beyond, outside, bare, left=left)
