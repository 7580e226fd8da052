"""Where columns stand in a width: how wide and how far apart, with their legend above or beside."""

from __future__ import annotations

from dataclasses import dataclass
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
_FARTHEST = 0.6
"""The share of the pitch that the widest columns take at least: few do not stand far apart."""
WHITE = 13.0
"""The white that a figure beside its column has with its tick before and behind it, in points."""
_BETWEEN, _BETWEEN_EMS = 5.0, 0.52
"""White between two labels, in points, and in their ems if that is more: a space is narrower."""
GAP = 22.68
"""White between the plot and the legend at its right at least: 8 mm, in points."""
TALLEST = 430.0
"""The plot is never higher, in points."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where columns stand: how wide they are, how far apart, and where their legend is.

    `outside` says that there is white for figures beside every column, `beyond` points of it behind
    the last; `bare` that these and all others are printed without their per cent sign.
    """

    thickness: float
    pitch: float
    legend: Legend
    legend_x: float
    beyond: float
    outside: bool
    bare: bool


def between(look: Look) -> float:
    """The white between two labels, in points."""
    return max(_BETWEEN, look.style("chart.label").size * _BETWEEN_EMS)


def stands(table: Table, width: float, look: Look, items: Items) -> list[Stand]:
    """The widest columns first, then those that leave white for figures beside each."""
    own = spoken(table, items.highlight)
    painted, keyed = paints(table, look, own), unshown.keyed(table)
    entries = [(table.columns[place].label, painted[place].colour) for place in keyed]
    letters = [painted[place].letter for place in keyed]
    count = max(len(items.shown), items.seats)
    value = figure_style(look)
    beside = legend.down(entries, look, width * _LEGEND, letters) if width >= _WIDE else None
    word = labels.least_width(table.rows, look) + between(look)
    if beside is not None:
        plot = width - beside.width - GAP
        if plot / (count - 1 + _FULL[0]) < max(_ROOMY, word) or beside.height > TALLEST:
            beside = None
    above = legend.across(entries, look, width, letters)
    stands = []
    for full, outside, bare in (
        (_FULL[0], False, False),
        *((full, True, bare) for bare in (False, True) for full in _FULL),
    ):
        beyond = width_of(widest(table, "8", sign=not bare), value) + WHITE if outside else 0.0
        gap = beyond
        if beside:
            figure = width_of(widest(table, sign=not bare), value)
            gap = max(GAP, figure + WHITE + between(look) if outside else 0.0)
        plot = width - gap - (beside.width if beside else 0.0)
        widest_column = max(_WIDEST, width * _WIDEST_SHARE)
        thickness = min(plot / (count - 1 + full) * full, widest_column)
        pitch = (plot - thickness) / (count - 1) if count > 1 else plot
        if count > 1 and thickness == widest_column:
            pitch = min(pitch, thickness / min(full, _FARTHEST))
        if outside and count > 1 and pitch - thickness < beyond:
            continue
        x = pitch * (count - 1) + thickness + gap if beside else 0.0
        stands.append(Stand(thickness, pitch, beside or above, x, gap, outside, bare))
    return stands
