"""The ways to lay one chart out at one width, from the handsomest to the one that needs least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from briefing.charts.model import Extent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.charts.model import Drawn

_SLIP = 0.01
"""Heights are compared to a hundredth of a point."""


MANY_LINES = 4
"""Labels of more lines stand beside bars only where there is no tighter way."""


class Form(Protocol):
    """A chart laid out for a width, to be drawn at any height within its extent."""

    def extent(self) -> Extent:
        """The heights at which it can be drawn."""

    def draw(self, height: float) -> Drawn:
        """Draw it."""


class Labelled(Form, Protocol):
    """Such a form of rows with labels."""

    share: float
    """The part of the width that labels take beside their bars; none where they stand above."""

    @property
    def lines(self) -> int:
        """The lines of the longest label."""


Kind = TypeVar("Kind", bound=Form)
Row = TypeVar("Row", bound=Labelled)


def worthy(forms: Sequence[Row]) -> tuple[Row, ...]:
    """Of forms of rows those whose labels can be read at a glance, or else the tightest ones."""
    if any(form.share and form.lines <= MANY_LINES for form in forms):
        return tuple(form for form in forms if not form.share or form.lines <= MANY_LINES)
    tightest = min(forms, key=lambda form: form.extent().least)
    return tuple(form for form in forms if form.share == tightest.share)


@dataclass(frozen=True, slots=True)
class Forms(Generic[Kind]):
    """Forms of one chart, the handsomest first: the first for which there is height is drawn."""

    forms: tuple[Kind, ...]

    def extent(self) -> Extent:
        """From the least of the form that needs least to the most of the first, in its shape."""
        extents = [form.extent() for form in self.forms]
        least = min(extent.least for extent in extents)
        return Extent(least, max(extents[0].most, least), extents[0].aspect)

    def draw(self, height: float) -> Drawn:
        """Draw the first form that `height` has room for."""
        fits = (form for form in self.forms if form.extent().least <= height + _SLIP)
        tightest = min(self.forms, key=lambda form: form.extent().least)
        return next(fits, tightest).draw(height)
