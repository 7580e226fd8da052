"""What every kind of chart is: options as fields, marks and words made from a table."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from briefing.charts.figures import base_line
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.tabled import Heard
    from briefing.drawing import Mark
    from briefing.tables.model import Table


GIVEN = {"given": True}
"""Metadata of a field that no author writes."""
Cells: TypeAlias = tuple[tuple[int, int], ...]
"""Cells of a table by row and column."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The heights in points between which a chart can be drawn well at a given width.

    `aspect` is the most width that a chart with a shape of its own takes, as a part of its height.
    """

    least: float
    most: float
    aspect: float = math.inf


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart drawn into a room: its marks from the room's top left corner, and the height used.

    `silent` has the cells, by row and column, that are drawn but had no room for their figures.
    """

    marks: tuple[Mark, ...]
    width: float
    height: float
    silent: Cells = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """The room that labels take at the left and at the right of a ring or a column, in points.

    `over` is the white that their leaders need above a ring. That at the left of bars is where they
    start, if they can.
    """

    left: float = 0.0
    right: float = 0.0
    over: float = 0.0

    def joined(self, other: Margins) -> Margins:
        """Room enough for the labels of both."""
        return Margins(
            max(self.left, other.left), max(self.right, other.right), max(self.over, other.over)
        )


class UnsuitedError(Exception):
    """A table that this kind of chart cannot show; the message says why and what would do.

    `hint` is an example of that in words that the author can write.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


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
    margins: Margins = field(default=Margins(), metadata=GIVEN)
    """Room to leave for labels at least, that of a chart beside which it stands."""

    alone: bool = field(default=True, metadata=GIVEN)
    """Whether no other chart stands near it: its figures need not be as large as others'."""

    @abstractmethod
    def extent(self, table: Table, width: float, look: Look) -> Extent:
        """The heights at which the chart can be drawn in `width` points; raise `UnsuitedError`."""

    @abstractmethod
    def draw(self, table: Table, width: float, height: float, look: Look) -> Drawn:
        """Draw into a room of `width` by `height` points, filling it with purpose."""

    def plan(self, table: Table, width: float, look: Look) -> Form:
        """The chart laid out for a width, to be measured and drawn at any height within its extent.

        What takes long to lay out does so here, once for all heights; raise `UnsuitedError`.
        """
        return _AtWidth(self, table, width, look)

    def margins_for(self, table: Table, width: float, look: Look) -> Margins:
        """The room that its labels want beside what it draws; raise `UnsuitedError`.

        Charts of one kind that stand side by side are drawn alike if they have the same `margins`.
        """
        del table, width, look
        return Margins()

    def placed_as(self, table: Table) -> str:  # noqa: ARG002 - mostly it always looks alike
        """What a place asks for by name: its kind, unless it has another shape for a table."""
        return self.kind

    def headed(self, table: Table) -> bool:  # noqa: ARG002 - mostly nothing stands above
        """Whether a legend or a heading stands above what it draws, apart from its first label."""
        return False

    def names(self, table: Table) -> tuple[str, ...]:  # noqa: ARG002 - mostly there are few
        """The names of all bars that it draws, or of the parts of a whole; raise `UnsuitedError`.

        Empty for what can be no table, and for what never has many.
        """
        return ()

    def parts(self, table: Table) -> int:  # noqa: ARG002 - mostly nothing adds up
        """In how many parts it cuts a whole, each in a tone of its own; 0 where it cuts none."""
        return 0

    @property
    def whole(self) -> Chart:
        """The chart in whose layout this one finds its own; mostly itself."""
        return self

    def part_of(self, laid: Form, table: Table, width: float, look: Look) -> Form:
        """The chart as a part of its `whole`, which is `laid` out already."""
        del laid
        return self.plan(table, width, look)

    def parted(
        self, table: Table, height: float, plan: Callable[[Chart], Form]
    ) -> tuple[Chart, ...]:
        """The chart in as many parts as it takes to draw each in `height` points, by itself one.

        `plan` lays a part out for the width.
        """
        del table, height, plan
        return (self,)

    def base_lines(self, table: Table) -> tuple[str, ...]:
        """What stands in small print below: the base, and the notes that the table asks for."""
        base = base_line(table.base) if table.one_base else wording().respondent_base
        return (" ".join((base, *table.notes)),)

    def caption(self, table: Table) -> str:  # noqa: ARG002 - for kinds that have something to say
        """What a picture adds to the author's caption below it; mostly nothing."""
        return ""

    def heard(self, table: Table) -> Heard | None:
        """What is drawn, as a table; nothing for a picture of one figure, whose words say it."""
        del table
        return None

    @abstractmethod
    def describe(self, table: Table) -> str:
        """The alternative text: what is shown, its reading, its base; under 300 characters."""


@dataclass(frozen=True, slots=True)
class _AtWidth:
    """A chart that is laid out only as it is drawn."""

    chart: Chart
    table: Table
    width: float
    look: Look

    def extent(self) -> Extent:
        """The heights at which it can be drawn."""
        return self.chart.extent(self.table, self.width, self.look)

    def draw(self, height: float) -> Drawn:
        """Draw it."""
        return self.chart.draw(self.table, self.width, height, self.look)
