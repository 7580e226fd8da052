"""Where the bars of charts that stand one below the other start: on one line, if that costs little.

Bars begin behind the longest label of their chart. Of charts below each other the eye reads their
starts as one edge of the page, and sees it broken where they differ by a little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts.bar_rows import BarRows
from briefing.charts.forms import Forms
from briefing.charts.value_bars import ValueBars

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.charts.forms import Form

_GIVEN_UP = 0.12
"""The share of the width that bars give up at most to start with those of another chart."""


def start_of(form: Form) -> float:
    """Where the bars of a chart start, in points from its left edge; 0 below their labels.

    That is where those of its handsomest form do: the one that it has where there is room, but is
    not alone on its page.
    """
    if isinstance(form, Forms):
        return next(start_of(each) for each in form.forms if not _poster(each))
    if isinstance(form, BarRows | ValueBars) and form.beside:
        return form.plot_x
    return 0.0


def _poster(form: Form) -> bool:
    """Whether a form is for a chart that has a tall room to itself."""
    return isinstance(form, BarRows) and form.tall


def shared(starts: Iterable[float], own: float, width: float) -> float:
    """Where bars start that would by themselves at `own`, beside others; 0 where none are near.

    From the furthest start on all that give up little share one; the others have another.
    """
    left = sorted((each for each in starts if each), reverse=True)
    while left:
        line = left[0]
        near = [each for each in left if line - each <= width * _GIVEN_UP]
        if own in near:
            return line if len(near) > 1 else 0.0
        left = left[len(near) :]
    return 0.0
