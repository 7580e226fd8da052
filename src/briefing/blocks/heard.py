"""What is heard of a chart: a table whose cells own the words and figures that it prints."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.charts.tabled import finder
from briefing.drawing import Text
from briefing.structure import Role
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.blocks.model import Setting
    from briefing.charts.tabled import Heard, Said
    from briefing.drawing import Mark
    from briefing.layout.pages import Box
    from briefing.structure import Node
    from briefing.tables.model import Table


def with_table(box: Box, heard: Heard, table: Node, data: Table, setting: Setting) -> Box:
    """The box of a chart whose words and figures are the cells of a table below `table`.

    Screen readers pass over what is drawn in a figure that has an alternative text. So that they
    come to its figures, each cell owns the marks that print it; what no mark prints it says in
    place of a blank. Nothing is printed, searched or copied twice.
    """
    title = data.title or data.question or data.id
    table.summary = wording().titled("chart_table", "{title}", title=title)
    table.children.clear()  # it is filled as often as the chart is drawn
    style = setting.look.style("chart.note")
    blank = Text(0, style.size, style.run(" "), setting.look.colour("ink"), unseen=True)
    cells = _Cells(list(box.marks), blank)
    find = finder(data, box.marks)
    head = table.add(Role.HEAD_ROWS).add(Role.ROW)
    body = table.add(Role.BODY_ROWS)
    # The heads of rows are looked for first: in them a word may stand that is also a column's.
    heads = [find.printed(each) for each, _ in heard.rows]
    for each in heard.heads:
        cells.add(head, Role.HEAD, each, find.printed(each), "Column")
    for (each, figures), places in zip(heard.rows, heads, strict=True):
        row = body.add(Role.ROW)
        cells.add(row, Role.HEAD, each, places, "Row")
        for figure in figures:
            cells.add(row, Role.DATA, figure, find.printed(figure))
    marks, within = cells.marks, cells.within
    if len(within) == len(marks):  # nothing but words: what the figure is told as must stand for it
        marks.append(blank)
    return replace(box, marks=tuple(marks), within=tuple(within.items()))


@dataclass(frozen=True, slots=True)
class _Cells:
    """The marks of a chart and the cells that own them; what nothing prints stands on a `blank`."""

    marks: list[Mark]
    blank: Text
    within: dict[int, Node] = field(default_factory=dict)

    def add(
        self, row: Node, role: Role, said: Said, places: Sequence[int], scope: str = ""
    ) -> None:
        """A cell; what the engine puts around a label says its own language."""
        owner = row.add(role, scope=scope, language=said.language)
        if not said.around:
            self._tell(owner, said.words, places)
            return
        before, _, behind = said.words.partition(said.label)
        for words, language in ((before, said.around), (said.label, ""), (behind, said.around)):
            if words.strip():
                self._tell(owner, words, () if language else places, language)

    def _tell(self, owner: Node, words: str, places: Sequence[int], language: str = "") -> None:
        drawn = [self.marks[place] for place in places]
        printed = "".join(mark.run.text for mark in drawn if isinstance(mark, Text))
        if printed != words:
            owner = owner.add(Role.SPAN, says=words, language=language)
        if not places:
            places = (len(self.marks),)
            self.marks.append(self.blank)
        self.within.update(dict.fromkeys(places, owner))
