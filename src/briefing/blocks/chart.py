"""A chart on its page: the question, the figure with its alternative text, the base."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.alternative import check_alternative
from briefing.blocks.data import data_of
from briefing.blocks.heard import with_table
from briefing.blocks.lines import set_paragraphs, tell_missing, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.brand.styles import down, up
from briefing.charts.figures import figureless
from briefing.charts.labels import STAR
from briefing.charts.model import UnsuitedError
from briefing.charts.starts import shared, start_of
from briefing.diagnostics import Diagnostics
from briefing.drawing import Rect, Text
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box, Elastic, Strip
from briefing.layout.text import Span
from briefing.structure import Node, Role
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefing.blocks.model import Setting
    from briefing.charts.forms import Form
    from briefing.charts.model import Chart, Drawn, Extent
    from briefing.diagnostics import Source
    from briefing.drawing import Mark
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBlock(Block):
    """A chart of a table. Its words are the question, or the caption of a picture of one figure.

    `alt` replaces the alternative text made from the data; `base` set to no leaves the base line
    to the words. `decimals` are those of percentages and scores, and the `table` then has them; so
    with `counts`, where they are told in place of percentages. A chart of more than `most_bars` is
    printed as a table.
    """

    kind: ClassVar[str] = "chart"
    whole: ClassVar[bool] = True
    table: Table = field(metadata=GIVEN)
    chart: Chart = field(metadata=GIVEN)
    paragraphs: tuple[Words, ...] = field(default=(), metadata=GIVEN)
    alt: str = ""
    base: bool = True
    question: bool = True
    decimals: int | None = None
    counts: bool = False
    most_bars: int | None = None
    continued: str = field(default="", metadata=GIVEN)
    """What follows the question of a part of a chart: ``(continued, 2 of 3)``."""
    alongside: tuple[tuple[Chart, Table], ...] = field(default=(), metadata=GIVEN)
    """The charts of the same kind that stand beside it in its area and are drawn alike."""
    in_line: tuple[tuple[Chart, Table], ...] = field(default=(), metadata=GIVEN)
    """The charts above or below it on its page, with whose bars its own start on one line."""
    stacked: bool = field(default=False, metadata=GIVEN)
    """Whether others of its kind stand above or below it: they share out white by their bars."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """``chart.donut``, then ``figure`` for pictures of one figure, ``chart`` for others."""
        shapes = dict.fromkeys((self.chart.placed_as(self.table), self.chart.kind))
        named = (f"chart.{each}" for each in shapes)
        return (*named, "figure" if self.chart.pictorial else "chart")

    @property
    def gap_style(self) -> str:
        """Figures and charts keep their own distance."""
        return "figure.words" if self.chart.pictorial else "base"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """The question, the elastic figure, and the base; or the figure and its caption below.

        A table without a single figure makes no chart: words in its place say why. Its options are
        checked all the same.

        The base is heard with the figure and again in its note: alternative text is also read on
        its own, in a list of figures or an export, where a share without its base says little; and
        the note is text that is searched, copied and set larger, as what lies in a figure is not.
        """
        chart = self._alike(setting)
        extent = self._extent(chart, setting)
        if extent is None:
            return ()
        setting = setting.under(setting.parent.add(Role.DIVISION))
        why = figureless(self.table)
        if why:
            return self._in_words(why, setting)
        if chart.pictorial:
            captions = self._captions()
            figure = self._figure(chart, extent, setting, keep=bool(captions))
            below = set_paragraphs(captions, "figure.words", setting, self.where, role=Role.CAPTION)
            return (figure, *below)
        above, base = self._above(setting), self._base_line()
        figure = self._figure(chart, extent, setting, keep=bool(base))
        return (*above, figure, *set_paragraphs(base, "base", setting, self.where, role=Role.NOTE))

    def _in_words(self, why: str, setting: Setting) -> tuple[Strip, ...]:
        """The question, or the author's caption, and why there is nothing to draw; the base."""
        asked = self.paragraphs if self.chart.pictorial else self._question()
        style = "figure.words" if self.chart.pictorial else "question"
        base = () if self.chart.pictorial else self._base_line()
        return (
            *set_paragraphs(asked, style, setting, self.where, keep=True),
            *set_paragraphs(((told(why),),), "body", setting, self.where, keep=bool(base)),
            *set_paragraphs(base, "base", setting, self.where, role=Role.NOTE),
        )

    def parts(self, room: float, setting: Setting) -> tuple[ChartBlock, ...]:
        """The block in as many parts as it takes for each to stand in `room` points of height.

        Each has the question, its bars on the scale of the whole, its alternative text and the
        base. The block itself comes back where one will do, or where its chart cannot be drawn.
        """
        if figureless(self.table):
            return (self,)
        try:
            height = room - self._around(setting)
            charts = self.chart.parted(
                self.table, height, lambda chart: self._plan(chart, self.table, setting)
            )
        except (UnsuitedError, MissingGlyphError):
            return (self,)
        if len(charts) == 1:
            return (self,)
        return tuple(
            replace(
                self,
                chart=chart,
                table=_marked_in(self.table, getattr(chart, "only", "").split()),
                continued=_continued(place, len(charts)),
            )
            for place, chart in enumerate(charts, start=1)
        )

    def _around(self, setting: Setting) -> float:
        """The height of the question of a part and of its base, with the white about the figure."""
        scratch = replace(setting, parent=Node(Role.SECTION), diagnostics=Diagnostics())
        longest = replace(self, continued=_continued(_MANY, _MANY))
        above = longest._above(scratch)  # noqa: SLF001 - one of its own kind
        below = set_paragraphs(self._base_line(), "base", scratch, self.where)
        gap = setting.look.style("question").gap if below else 0.0
        strips = sum(each.height + each.gap for each in (*above, *below))
        return strips - (below[-1].gap if below else 0.0) + gap

    def _above(self, setting: Setting) -> tuple[Strip, ...]:
        """The question, further from a label that would be read as its next line."""
        strips = set_paragraphs(
            self._question(), "question", setting, self.where, keep=True, role=Role.CAPTION
        )
        if self.chart.headed(self.table):
            return strips
        more = setting.look.style("chart.label").leading * _BARE
        gap = setting.look.style("question").gap + more
        return with_gap(strips, up(gap, setting.look.format.grid.baseline))

    def _captions(self) -> tuple[Words, ...]:
        """The author's words below a picture, and at their end what the picture has to add."""
        own = self.chart.caption(self.table)
        if not own:
            return self.paragraphs
        *before, last = self.paragraphs or ((),)
        return (*before, (*last, told(f" {own}" if last else own)))

    def _question(self) -> tuple[Words, ...]:
        if not self.question:
            return ((told(self.continued),),) if self.continued else ()
        asked = ((Span(self.table.question),),) if self.table.question else ()
        words = self.paragraphs or asked
        if not self.continued:
            return words
        first, *others = words or ((),)
        return (*first, told(f" {self.continued}" if first else self.continued)), *others

    def _base_line(self) -> tuple[Words, ...]:
        if not self.base:
            return ()
        return tuple(_based(each) for each in self.chart.base_lines(self.table) if each)

    def _alike(self, setting: Setting) -> Chart:
        """The chart with room for the labels of those beside it, as far as they can be drawn.

        Its bars start where those above and below it do.
        """
        margins = self.chart.margins
        for chart, table in ((self.chart, self.table), *self.alongside) if self.alongside else ():
            try:
                own = chart.margins_for(table, setting.width, setting.look)
            except (UnsuitedError, MissingGlyphError):
                continue
            margins = margins.joined(own)
        near = self.alongside or self.in_line
        chart = replace(self.chart, margins=margins, alone=not near)
        start = self._start(setting) if self.in_line else 0.0
        return replace(chart, margins=replace(margins, left=start)) if start else chart

    def _start(self, setting: Setting) -> float:
        """Where its bars start on one line with those above and below it; 0 where they do not."""
        starts = []
        for chart, table in ((self.chart, self.table), *self.in_line):
            try:
                form = self._plan(chart, table, setting)
            except (UnsuitedError, MissingGlyphError):
                starts.append(0.0)
            else:
                starts.append(start_of(form))
        own = starts[0]
        return shared(starts, own, setting.width) if own else 0.0

    def _extent(self, chart: Chart, setting: Setting) -> Extent | None:
        key = _key(chart, self.table, setting)
        if key in setting.gallery.extents:
            return setting.gallery.extents[key]
        try:
            extent = self._plan(chart, self.table, setting).extent()
        except UnsuitedError as fault:
            setting.diagnostics.error("unsuited-chart", str(fault), self.where, fault.hint)
        except MissingGlyphError as fault:
            tell_missing(fault, (), self.where, setting.diagnostics)
        else:
            setting.gallery.extents[key] = extent
            return extent
        return None

    @classmethod
    def _plan(cls, chart: Chart, table: Table, setting: Setting) -> Form:
        """A chart laid out for the width, once for all heights at which it is drawn.

        One that cannot be drawn is tried once as well: to find that out takes longest.
        """
        key, plans = _key(chart, table, setting), setting.gallery.plans
        if key not in plans:
            try:
                plans[key] = cls._laid_out(chart, table, setting)
            except (UnsuitedError, MissingGlyphError) as fault:
                plans[key] = fault
        form = plans[key]
        if isinstance(form, Exception):
            raise form.with_traceback(None)
        return form

    @classmethod
    def _laid_out(cls, chart: Chart, table: Table, setting: Setting) -> Form:
        """A chart laid out; what its whole was laid out for serves its parts."""
        width, look, whole = setting.width, setting.look, chart.whole
        if whole is chart:
            return chart.plan(table, width, look)
        return chart.part_of(cls._plan(whole, table, setting), table, width, look)

    def _figure(self, chart: Chart, extent: Extent, setting: Setting, *, keep: bool) -> Elastic:
        own = self.alt.strip()
        alt = " ".join(each for each in (own, self.continued) if each)
        alt = alt if own else chart.describe(self.table)
        if own:
            beside = self._captions() if chart.pictorial else self._question()
            check_alternative(own, beside, setting, self.where)
        language = "" if own else wording().spoken()
        node = setting.parent.add(Role.FIGURE, alt=alt, language=language)
        node.files = (data_of(self.table, setting.gallery),)
        heard = chart.heard(self.table)
        told = setting.parent.add(Role.TABLE) if heard else None
        gap = setting.look.style("question").gap if keep else 0.0
        if chart.pictorial:  # a caption is nearer to its own figure than to any other
            gap = down(gap / 2, setting.look.format.grid.baseline)
        name = f"{chart.kind} of {self.table.id}"

        @cache
        def draw(height: float) -> tuple[Strip, ...]:
            """Drawn again at a height it owns the same cells: those that are in the tree."""
            drawn = self._drawn(chart, height, setting)
            marks = _asked_for(drawn.marks, self.where)
            box = Box(node, Rect(0, 0, drawn.width, drawn.height), marks)
            if heard and told:
                box = with_table(box, heard, told, self.table, setting)
            return (Strip(drawn.height, (box,), gap, keep),)

        share = self._bars if self.stacked else 1.0
        return Elastic(
            extent.least, extent.most, draw, name, gap, keep, share=share, aspect=extent.aspect
        )

    @property
    def _bars(self) -> float:
        """How many bars it has, or columns, or parts of a whole; one of what has no names."""
        return float(len(self.chart.names(self.table)) or 1)

    def _drawn(self, chart: Chart, height: float, setting: Setting) -> Drawn:
        key = (*_key(chart, self.table, setting), height)
        if key not in setting.gallery.drawn:
            setting.gallery.drawn[key] = self._plan(chart, self.table, setting).draw(height)
        return setting.gallery.drawn[key]


def _key(chart: Chart, table: Table, setting: Setting) -> tuple[object, ...]:
    """All that a chart's shape depends on beside its height."""
    look = setting.look
    sort = (look.brand.name, look.format.name, look.scheme.name, look.prefix, look.step.charts)
    return (chart, table.id, table.places, table.counted, setting.width, *sort)


_BARE = 0.5
"""White below a question before a chart without a head, beyond its own, in leadings of labels."""
_MANY = 88
"""A number as wide as any number of parts."""


def _asked_for(marks: Sequence[Mark], where: Source) -> tuple[Mark, ...]:
    """The marks with the place in the words that asks for their figures.

    Charts know none: equal ones are drawn once, wherever they are asked for.
    """
    return tuple(
        replace(mark, number=replace(mark.number, where=where))
        if isinstance(mark, Text) and mark.number
        else mark
        for mark in marks
    )


def told(words: str) -> Span:
    """Words of the engine's own, in its language."""
    return Span(words, language=wording().spoken())


def _based(words: str) -> Words:
    """A base line; its star, by which the eye finds the bases, is heard as their column's head."""
    before, star, behind = words.partition(STAR)
    if not star:
        return (told(words),)
    head = f"{wording().base}:"
    parts = (told(before), replace(told(star), heard=head), told(behind))
    return tuple(each for each in parts if each.text)


_OF_A_MARK = re.compile(r"\[(\w+)\]")
"""How a note begins that explains what stands in place of figures."""


def _marked_in(table: Table, shown: Sequence[str]) -> Table:
    """A table for a part of its chart: without the notes of marks that no bar of it has."""
    rows = [place for place, head in enumerate(table.rows) if head.id in shown]
    columns = [place for place, head in enumerate(table.columns) if head.id in shown]
    marks = {
        cell.symbol
        for row, column, cell in table
        if (not rows or row in rows) and (not columns or column in columns)
    }
    marks |= {table.bases[row].symbol for row in rows}
    kept = (each for each in table.notes if _explains(each, marks))
    return replace(table, notes=tuple(kept))


def _explains(note: str, marks: Collection[str]) -> bool:
    mark = _OF_A_MARK.match(note)
    return mark is None or mark[1] in marks


def _continued(place: int, count: int) -> str:
    phrase = wording().part_first if place == 1 else wording().part_continued
    return phrase(place=place, count=count)
