"""What every kind of chart is: options as fields, marks and words made from a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.drawing import Mark
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True)
class Extent:
    """The heights in points between which a chart can be drawn well at a given width."""

    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart drawn into a room: its marks from the room's top left corner, and the height used."""

    marks: tuple[Mark, ...]
    width: float
    height: float


class UnsuitedError(Exception):
    """A table that this kind of chart cannot show; the message says why and what would do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(ABC):
    """A kind of chart. Its fields are its options, as authors write them in a ``.chart`` block.

    `highlight` is the path of the cell that the page's headline speaks of (``agree``,
    ``commenting.engaged``); it is the largest or the most coloured thing drawn.
    """

    kind: ClassVar[str]
    pictorial: ClassVar[bool] = False
    """Whether it is a picture of one figure, whose words stand below it, not a question's chart."""
    highlight: str = ""

    @abstractmethod
    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """The heights at which the chart can be drawn in `width` points; raise `UnsuitedError`."""

    @abstractmethod
    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """Draw into a room of `width` by `height` points, filling it with purpose."""

    def base_lines(self, table: Table) -> tuple[str, ...]:
        """What stands in small print below: the base, and the notes that the table asks for."""
        base = f"Base: {table.base.words}." if table.one_base else "* Respondent base."
        return (" ".join((base, *table.notes)),)

    def caption(self, table: Table) -> str:  # noqa: ARG002 - for kinds that have something to say
        """What a picture adds to the author's caption below it; mostly nothing."""
        return ""

    @abstractmethod
    def describe(self, table: Table) -> str:
        """The alternative text: what is shown, its reading, its base; under 300 characters."""
