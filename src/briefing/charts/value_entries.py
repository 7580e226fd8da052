"""What rows of plain bars are made from: their labels, their values, and what they are drawn on."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.charts.lettering import width_of
from briefing.tables.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.brand.styles import TextStyle
    from briefing.charts.figures import Figure
    from briefing.charts.legend import Legend
    from briefing.drawing import Colour

AFTER, _AFTER_LARGE = 4.0, 0.25
"""White between a bar and its figure, in points, and in ems of a larger one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its value (nothing where it is suppressed), its figure and their colours."""

    value: Fraction | None
    figure: Figure
    colour: Colour
    style: TextStyle
    ink: Colour

    @property
    def below(self) -> bool:
        """Whether it goes to the left of a zero line."""
        return self.value is not None and self.value < 0

    @property
    def after(self) -> float:
        """The white between it and the figure behind it, in points."""
        return max(AFTER, self.style.size * _AFTER_LARGE)

    @property
    def behind(self) -> float:
        """What the figure behind it takes, with the white before that, in points."""
        return self.after + width_of(self.figure.text, self.style)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: its label, its base where rows differ, its bars, and a note under the figure.

    A `total` of the rows before it is set apart from them.
    """

    label: str
    base: Figure | None
    bars: tuple[Bar, ...]
    strong: bool = False
    note: Figure | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """What bars are drawn on. `whole` is the value of a bar as long as the plot.

    With `track` the rest up to the whole is drawn too, and figures stand at the right edge; else
    they stand behind their bars. Values below nought then have bars to the left of a zero line.
    With `grand` the figures of few bars may be larger.
    """

    whole: Fraction
    track: bool = False
    legend: Legend | None = None
    heading: str = ""
    grand: bool = False


_WHOLES = {Measure.SHARE: Fraction(1), Measure.POINTS: Fraction(100)}
"""The most that such a figure can be."""


def greatest(values: Iterable[Fraction | None], measure: Measure) -> Fraction:
    """The `whole` of a plot on which the greatest of these values has the longest bar.

    It is nought where all bars go to the left, and 1 where there are none at all. One bar alone has
    none to be compared with: it is as long as its part of the most that it can be.
    """
    known = [value for value in values if value is not None]
    if len(known) == 1 and measure in _WHOLES:
        return _WHOLES[measure]
    if any(known):
        return max(Fraction(0), *known)
    return Fraction(1)
