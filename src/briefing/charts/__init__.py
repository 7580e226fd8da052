"""Charts: a table to marks and to words, one file a kind; a new kind's name goes to `CATALOGUE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.crosstab import Crosstab
from briefing.charts.crowd import Crowd
from briefing.charts.donut import Donut
from briefing.charts.hundred import Hundred
from briefing.charts.number import Number
from briefing.charts.paired import Paired
from briefing.charts.people import People
from briefing.charts.ranked import Ranked

if TYPE_CHECKING:
    from briefing.charts.model import Chart

CATALOGUE: tuple[type[Chart], ...] = (
    Donut,
    Columns,
    Bars,
    Ranked,
    Paired,
    Crosstab,
    Number,
    People,
    Hundred,
    Crowd,
)
