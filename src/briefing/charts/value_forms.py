"""The ways to lay plain bars out, from the handsomest to the one that needs least height."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.charts.forms import Forms, worthy
from briefing.charts.lettering import sized
from briefing.charts.pitch import few
from briefing.charts.value_bars import GAP, ValueBars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.brand.model import Look
    from briefing.charts.value_entries import Entry, Plot

_NARROW = 300.0
"""Below this width in points labels stand above their bars instead of beside them."""
_LABELS, _LABELS_TRACK = (0.36, 0.46), (0.28, 0.36, 0.46)
"""The shares of the width that labels beside bars may take, the first unless long labels leave no
height for the bars; beside tracks they take all of it."""
_LABELS_SHORT = 0.14
"""The share that labels beside tracks take, if each of them finds room in it on one line."""
_LABELS_TIGHT, _LABELS_SMALL = 0.58, 0.36
"""The share that they may take where there is no height for anything else, in a wide room and in a
narrow one; there each of them must have one line."""

_LARGER = 1.6
"""The size of the figures of few bars, in ems of their labels at least."""


def value_bars(  # noqa: PLR0917 - what a layout depends on
    entries: tuple[Entry, ...],
    width: float,
    look: Look,
    plot: Plot,
    shown: tuple[bool, ...] = (),
    start: float = 0.0,
) -> Forms[ValueBars]:
    """The ways to lay rows out: labels beside their bars in ever wider columns, or above them.

    Last come those that a designer would choose only where there is no height for others: labels
    that leave bars the smaller part of the width, notes level with their figures.

    `shown` tells which of the entries are drawn; a part has the form that suits all. Beside their
    labels bars begin at `start`, in points, where these leave room before it.
    """
    forms = worthy(tuple(_handsome(entries, width, look, plot)))
    if all(shown):
        forms = (*_grand(entries, width, look, plot), *forms)
        forms = (*forms, *_tight(entries, width, look, plot))
        return Forms(tuple(form.starting(start) for form in forms))
    tightest = min(forms, key=lambda form: form.extent().least)
    part = ValueBars(entries, width, look, plot, tightest.share, shown)
    return Forms((part.starting(start),))


def _handsome(
    entries: tuple[Entry, ...], width: float, look: Look, plot: Plot
) -> Iterator[ValueBars]:
    """Labels beside their bars, each time in less height, and above them."""
    shares: tuple[float, ...] = ()
    if width >= _NARROW:
        shares = _LABELS_TRACK if plot.track else _LABELS
    if plot.track and shares:
        short = ValueBars(entries, width, look, plot, _LABELS_SHORT, ())
        if short.lines == 1 and short.plot_x <= width * _LABELS_SHORT + GAP:
            shares = (_LABELS_SHORT,)
    for share in (*shares, 0.0):
        form = ValueBars(entries, width, look, plot, share, ())
        yield form
        if share and form.lines == 1:
            break


def _grand(entries: tuple[Entry, ...], width: float, look: Look, plot: Plot) -> Iterator[ValueBars]:
    """Few bars with larger figures behind them, where they have the room of a page."""
    em = look.style("chart.label").size
    if plot.grand and few(len(entries), width, em):
        larger = tuple(_larger(entry, em * _LARGER) for entry in entries)
        yield next(_handsome(larger, width, look, plot))


def _larger(entry: Entry, size: float) -> Entry:
    """A row with figures of a size in points at least; the mark of a suppressed one stays small."""
    return replace(
        entry,
        bars=tuple(
            replace(bar, style=sized(bar.style, max(bar.style.size, size)))
            if bar.figure.number
            else bar
            for bar in entry.bars
        ),
    )


def _tight(entries: tuple[Entry, ...], width: float, look: Look, plot: Plot) -> Iterator[ValueBars]:
    """Rows as close as they can be; labels beside bars in any case."""
    if width < _NARROW:
        form = ValueBars(entries, width, look, plot, _LABELS_SMALL, ())
        if form.lines == 1:
            yield form
    elif plot.track:
        for share in _LABELS_TRACK:
            yield ValueBars(entries, width, look, plot, share, (), level=True)
    else:
        yield ValueBars(entries, width, look, plot, _LABELS_TIGHT, ())
