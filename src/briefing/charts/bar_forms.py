"""The ways to lay a grid out as bars, from the handsomest to the one that needs least height."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from briefing.charts.bar_rows import BarRows
from briefing.charts.forms import Form, Forms, worthy
from briefing.charts.panels import panels
from briefing.charts.pitch import few
from briefing.charts.stack import many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.brand.model import Look
    from briefing.charts.rows import Items
    from briefing.tables.model import Table

_NARROW = 330.0
"""Below this width in points labels stand above their bars instead of beside them."""
_LABELS = (0.28, 0.34, 0.4, 0.46)
"""The shares of the width that labels beside bars may take: the first, unless long ones would leave
no height for the bars."""
_TIGHTER = 1.0
"""Points of height that wider labels must save at least."""


@dataclass(frozen=True, slots=True)
class GridForms(Forms[Form]):
    """The ways to draw a grid, or a part of it, and `stacks`, those to lay all of it out."""

    stacks: tuple[BarRows, ...] = ()

    def part(self, table: Table, width: float, look: Look, items: Items) -> GridForms:
        """Those for some of its items: stacks in the form that suits all."""
        return _drawn(self.stacks, table, width, look, items)


def bars_of(table: Table, width: float, look: Look, items: Items, start: float = 0.0) -> GridForms:
    """The ways to draw a grid as bars: stacked; of many answers in panels, where there is room."""
    drawn = _drawn(bar_rows(table, width, look, items, start), table, width, look, items)
    if start or many(table):
        return drawn
    return GridForms(
        (*_posters(table, width, look, items, drawn.stacks[0]), *drawn.forms), drawn.stacks
    )


def _drawn(
    stacks: tuple[BarRows, ...], table: Table, width: float, look: Look, items: Items
) -> GridForms:
    if items.shown == items.order:
        own = (stacks[0].growing(), *stacks[1:])
    else:
        own = (min(stacks, key=lambda each: each.extent().least).part(items.shown),)
    if not many(table):
        return GridForms(own, stacks)
    return GridForms((*panels(table, width, look, items, turned=False), Forms(own)), stacks)


def _posters(
    table: Table, width: float, look: Look, items: Items, stack: BarRows
) -> Iterator[BarRows]:
    """Few bars below their labels, for a room so tall that thin ones would be lost in it.

    Their figures must not be smaller than those of the `stack` for lower rooms.
    """
    whole = items.shown == items.order
    if not (whole and items.alone and few(len(items.order), width, look.style("chart.label").size)):
        return
    form = BarRows(table, width, look, items, 0.0, roomy=True, tall=True)
    poster = next(_with_figures(form)).growing()
    height = poster.extent().least
    if poster.size(height) >= stack.growing().size(height):
        yield poster


def bar_rows(
    table: Table, width: float, look: Look, items: Items, start: float = 0.0
) -> tuple[BarRows, ...]:
    """The ways to lay stacks out: labels beside their bars in ever wider columns, or above them.

    Those that print every figure come first: wider labels are a lesser evil than a segment without
    its figure, and than words in many lines. Where labels beside bars leave these too little of the
    width, bars below their labels come before them. Beside their labels bars begin at `start`, in
    points, if that costs no figure.
    """
    laid_out = _laid_out(table, width, look, items)
    made = [each for form in laid_out for each in _with_figures(form) if each.plot_width > 0]
    made.sort(key=_rank)
    return tuple(form.starting(start) for form in worthy(made))


def _laid_out(table: Table, width: float, look: Look, items: Items) -> Iterator[BarRows]:
    """Labels beside bars, each time in less height, and above bars where these are worth it.

    Where a wider column leaves but one label its second line, its rows stand closer already.
    """
    least, lines, calm = inf, 0, False
    for share in _LABELS if width >= _NARROW else ():
        form = BarRows(table, width, look, items, share)
        if form.extent().least > least - _TIGHTER:
            continue
        yield form
        least, lines = form.extent().least, form.lines
        calm = calm or not (form.scant or form.squeezed)
        if lines == 1:
            break
    if lines == 1 and calm:
        return
    yield BarRows(table, width, look, items, 0.0, roomy=True)
    yield BarRows(table, width, look, items, 0.0)


def _with_figures(form: BarRows) -> Iterator[BarRows]:
    """A form with the figures that its segments do not hold outside of them, and without these."""
    if form.small:
        outside = form.with_outside()
        yield outside
        if outside.over:
            yield form.with_outside(close=True)
    yield form


def _rank(form: BarRows) -> tuple[bool, int, bool]:
    """How much is wrong with a form: figures that are lost, bars that are short, many lines."""
    lost = form.small and not form.outside
    if form.beside:
        place = 4 if form.squeezed else 2 if form.scant else 0
    elif form.roomy:
        place = 1
    else:  # more height must not make the headline's figure smaller than it is beside
        place = 5 if form.quiet else 3
    return lost, place, form.cramped
