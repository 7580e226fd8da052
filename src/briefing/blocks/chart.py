"""A chart on its page: the question, the figure with its alternative text, the base."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_paragraphs, tell_missing
from briefing.blocks.model import GIVEN, Block
from briefing.charts.model import UnsuitedError
from briefing.drawing import Rect
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box, Elastic, Strip
from briefing.layout.text import Span
from briefing.structure import Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.charts.model import Chart, Drawn, Extent
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBlock(Block):
    """A chart of a table. Its words are the question, or the caption of a picture of one figure.

    `alt` replaces the alternative text made from the data; `base` set to no leaves the base line
    to the words.
    """

    kind: ClassVar[str] = "chart"
    whole: ClassVar[bool] = True
    table: Table = field(metadata=GIVEN)
    chart: Chart = field(metadata=GIVEN)
    paragraphs: tuple[Words, ...] = field(default=(), metadata=GIVEN)
    alt: str = ""
    base: bool = True
    question: bool = True

    @property
    def kinds(self) -> tuple[str, ...]:
        """``chart.donut``, then ``figure`` for pictures of one figure, ``chart`` for others."""
        return (f"chart.{self.chart.kind}", "figure" if self.chart.pictorial else "chart")

    @property
    def gap_style(self) -> str:
        """Figures and charts keep their own distance."""
        return "figure.words" if self.chart.pictorial else "base"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """The question, the elastic figure, and the base; or the figure and its caption below."""
        extent = self._extent(setting)
        if extent is None:
            return ()
        if self.chart.pictorial:
            captions = self._captions()
            figure = self._figure(extent, setting, keep=bool(captions))
            return (figure, *set_paragraphs(captions, "figure.words", setting, self.where))
        above = set_paragraphs(self._question(), "question", setting, self.where, keep=True)
        base = self._base_line()
        figure = self._figure(extent, setting, keep=bool(base))
        return (*above, figure, *set_paragraphs(base, "base", setting, self.where))

    def _captions(self) -> tuple[Words, ...]:
        """The author's words below a picture, and at their end what the picture has to add."""
        own = self.chart.caption(self.table)
        if not own:
            return self.paragraphs
        *before, last = self.paragraphs or ((),)
        return (*before, (*last, Span(f" {own}" if last else own)))

    def _question(self) -> tuple[Words, ...]:
        if not self.question:
            return ()
        asked = ((Span(self.table.question),),) if self.table.question else ()
        return self.paragraphs or asked

    def _base_line(self) -> tuple[Words, ...]:
        if not self.base:
            return ()
        return tuple((Span(each),) for each in self.chart.base_lines(self.table) if each)

    def _extent(self, setting: Setting) -> Extent | None:
        key = self._key(setting)
        if key in setting.gallery.extents:
            return setting.gallery.extents[key]
        try:
            extent = self.chart.extent(self.table, setting.width, setting.look)
        except UnsuitedError as fault:
            setting.diagnostics.error("unsuited-chart", str(fault), self.where)
        except MissingGlyphError as fault:
            tell_missing(fault, (), self.where, setting.diagnostics)
        else:
            setting.gallery.extents[key] = extent
            return extent
        return None

    def _figure(self, extent: Extent, setting: Setting, *, keep: bool) -> Elastic:
        alt = self.alt or self.chart.describe(self.table)
        node = setting.parent.add(Role.FIGURE, alt=alt)
        gap = setting.look.style("question").gap if keep else 0.0
        name = f"{self.chart.kind} of {self.table.id}"

        def draw(height: float) -> tuple[Strip, ...]:
            drawn = self._drawn(height, setting)
            box = Box(node, Rect(0, 0, drawn.width, drawn.height), drawn.marks)
            return (Strip(drawn.height, (box,), gap, keep),)

        return Elastic(extent.least, extent.most, draw, name, gap, keep)

    def _drawn(self, height: float, setting: Setting) -> Drawn:
        key = (*self._key(setting), height)
        if key not in setting.gallery.drawn:
            chart, look = self.chart, setting.look
            setting.gallery.drawn[key] = chart.draw(self.table, setting.width, height, look)
        return setting.gallery.drawn[key]

    def _key(self, setting: Setting) -> tuple[object, ...]:
        """All that a chart's shape depends on beside its height."""
        look = setting.look
        sort = (look.brand.name, look.format.name, look.scheme.name, look.prefix)
        return (self.chart, self.table.id, setting.width, *sort)
