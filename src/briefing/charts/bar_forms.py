"""The ways to lay a grid out as bars, from the handsomest to the one that needs least height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts.bar_rows import LABELS, NARROW, BarRows
from briefing.charts.forms import Forms, worthy

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.rows import Items
    from briefing.tables.model import Table


def bar_rows(table: Table, width: float, look: Look, items: Items) -> Forms[BarRows]:
    """The ways to lay a grid out: labels beside their bars in ever wider columns, or above them.

    Those that print every figure come first: wider labels are a lesser evil than a segment without
    its figure, and than words in many lines. Where labels beside bars leave these too little of the
    width, bars below their labels come before them. A part of a grid has the form that suits all.
    """
    made: list[BarRows] = []
    fewest = 0
    for share in (*(LABELS if width >= NARROW else ()), 0.0):
        form = BarRows(table, width, look, items, share)
        if share and fewest and form.lines >= fewest:
            continue
        fewest = form.lines
        if form.small:
            made.append(form.with_outside())
            if made[-1].over:
                made.append(form.with_outside(close=True))
        made.append(form)
        if share and fewest == 1:
            break
    made.sort(
        key=lambda form: (
            form.small and not form.outside,
            form.squeezed,
            not form.beside,
            form.cramped,
        )
    )
    forms = worthy(made)
    if items.shown == items.order:
        return Forms(forms)
    tightest = min(forms, key=lambda each: each.extent().least)
    return Forms((tightest.part(items.shown),))
