"""A chart of more bars than anybody compares, printed as the table that it would be heard as."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.chart import ChartBlock, told
from briefing.blocks.data import data_of
from briefing.blocks.grid import BODY, Grid, GridCell, extents, noted, set_grid
from briefing.blocks.lines import set_paragraphs, with_gap
from briefing.charts.figures import figureless
from briefing.charts.model import UnsuitedError
from briefing.layout.text import Span
from briefing.structure import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.grid import Extents, Row
    from briefing.blocks.model import Setting
    from briefing.charts.tabled import Heard, Said
    from briefing.layout.pages import Piece, Strip
    from briefing.layout.text import Words

_GUTTER = 0.6
"""White before a column of figures, in ems."""
_LABELS = 0.3
"""The part of the width that the heads of rows have at least, where figures take parts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TabledChart(ChartBlock):
    """The question, the rows and figures of the chart in its order, the base.

    It stands where the chart would, and goes on over columns and pages row by row.
    """

    whole: ClassVar[bool] = False
    written: ClassVar[bool] = False

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """A table, or several below each other where its columns do not stand side by side."""
        try:
            heard = self.chart.heard(self.table)
        except UnsuitedError as fault:
            setting.diagnostics.error("unsuited-chart", str(fault), self.where, fault.hint)
            return ()
        setting = setting.under(setting.parent.add(Role.DIVISION))
        why = figureless(self.table)
        if why or heard is None:
            return self._in_words(why, setting)
        asked = set_paragraphs(
            self._question(), "question", setting, self.where, keep=True, role=Role.CAPTION
        )
        base = set_paragraphs(self._base_line(), "base", setting, self.where, role=Role.NOTE)
        strips = self._tables(heard, setting)
        return (*asked, *noted(strips, base, setting.look.style("base").gap))

    def parts(self, room: float, setting: Setting) -> tuple[ChartBlock, ...]:
        """Itself: rows go on by themselves."""
        del room, setting
        return (self,)

    def _tables(self, heard: Heard, setting: Setting) -> tuple[Strip, ...]:
        heads = tuple(self._head(each, "Column") for each in heard.heads)
        heads = (heads[0], *(replace(each, align="right") for each in heads[1:]))
        rows = [
            (self._head(name, "Row"), *(self._figures(each) for each in figures))
            for name, figures in heard.rows
        ]
        gutter = setting.look.style(BODY).size * _GUTTER
        strips: tuple[Strip, ...] = ()
        for places in _beside(extents((heads,), rows, setting), gutter, setting.width):
            own = Grid((_of(heads, places),), tuple(_of(row, places) for row in rows), (), gutter)
            measured = extents(own.heads, own.rows, setting)
            grid = replace(own, widths=measured.widths(setting.width, gutter))
            node = setting.parent.add(Role.TABLE)
            node.summary = self.alt.strip() or self.table.title or self.table.question
            node.files = (data_of(self.table, setting.gallery),)
            above = with_gap(strips, setting.look.style("base").gap) if strips else ()
            strips = (*above, *set_grid(grid, node, setting))
        return strips

    def _head(self, said: Said, scope: str) -> GridCell:
        """A head; what the engine puts around a label says its own language."""
        words: Words = (Span(said.words, language=said.language),)
        if said.around:
            before, _, behind = said.words.partition(said.label)
            parts = ((before, said.around), (said.label, ""), (behind, said.around))
            words = tuple(Span(text, language=language) for text, language in parts if text)
        return GridCell(words, self.where, scope=scope)

    def _figures(self, said: Said) -> GridCell:
        """A cell with the certificates of its figures; a count's base has no words of its own."""
        spans, rest = [], said.words
        for number in said.numbers:
            before, found, behind = rest.partition(number.text)
            if found:
                certified = replace(number, where=self.where)
                spans += [told(before)] if before else []
                spans.append(Span(number.text, number=certified))
                rest = behind
        if rest:
            spans.append(told(rest))
        return GridCell(tuple(spans), self.where, align="right")


def _of(row: Row, places: Sequence[int]) -> Row:
    return tuple(row[place] for place in (0, *places))


def _beside(needed: Extents, gutter: float, width: float) -> Iterator[tuple[int, ...]]:
    """The columns of figures of each table: as many as stand beside the heads of their rows."""
    room = width - max(min(needed.least[0], width), _LABELS * width)
    part: list[int] = []
    for place in range(1, len(needed.least)):
        if part and sum(needed.least[each] + gutter for each in (*part, place)) > room:
            yield tuple(part)
            part = []
        part.append(place)
    yield tuple(part)
