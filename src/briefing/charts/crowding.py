"""Charts of more than can be compared: what there is too much of (conventions, case 29).

Up to a limit a chart goes on over pages, fifteen bars each; beyond it nobody compares bars any
more but looks up names, which is what a table is for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.charts.model import UnsuitedError
from briefing.charts.stack import MOST_PARTS
from briefing.charts.unshown import alone

if TYPE_CHECKING:
    from briefing.charts.model import Chart
    from briefing.tables.model import Table

SIGNS = 80
"""A name of more signs takes the room of several bars: it counts as one more for each so many."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """What a chart has too much of, and the least limit of bars that would draw it, if one does."""

    words: str
    bars: int = 0


def crowded(chart: Chart, table: Table, most: int) -> Crowd | None:
    """What there is too much of for a chart of `most` bars at most; mostly nothing.

    What cannot be drawn for another reason is told where it is drawn.
    """
    try:
        names, parts = chart.names(table), chart.parts(table)
    except UnsuitedError:
        return None
    if parts > MOST_PARTS:
        return Crowd(f"a whole in {parts} parts")
    if parts and alone(table):
        return Crowd("one part that is not to be told, and that the others would tell")
    taken = sum(-(-len(name) // SIGNS) or 1 for name in names)
    if taken <= most:
        return None
    long = f" with names of up to {max(map(len, names))} signs" if len(names) <= most else ""
    return Crowd(f"{len(names)} bars{long}", taken)
