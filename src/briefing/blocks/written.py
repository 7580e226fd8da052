"""A table that its author wrote out, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from briefing.blocks.grid import BODY, Grid, extents, set_grid
from briefing.blocks.lines import set_words, with_gap
from briefing.blocks.model import GIVEN, WORDS, Block, Percent
from briefing.diagnostics import Diagnostics
from briefing.drawing import MM
from briefing.structure import Role

if TYPE_CHECKING:
    from briefing.blocks.grid import Row
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words

_GUTTERS = (1.3, 0.7)
"""White space between two columns in ems: what it should be, what it may be."""
_SLIP = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTable(Block):
    """A table of words and figures; its first row is its head, unless that is empty.

    The first column heads its rows where the corner is empty, or where `heads` is ``both``;
    ``columns`` forbids it. `width` is the part of the measure that the table takes.
    """

    kind: ClassVar[str] = "grid"
    running: ClassVar[bool] = True
    head: Row = field(metadata=GIVEN)
    rows: tuple[Row, ...] = field(metadata=GIVEN)
    caption: Words = field(default=(), metadata=GIVEN)
    heads: Literal["", "columns", "both"] = ""
    width: Percent = 1.0

    @property
    def kinds(self) -> tuple[str, ...]:
        """It stands where any table does."""
        return ("table", WORDS)

    @property
    def gap_style(self) -> str:
        """A table keeps the distance of running words."""
        return "body"

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """The caption, the head, and the rows, a hairline below each."""
        node = setting.parent.add(Role.TABLE)
        caption = self._caption(setting.under(node))
        head = tuple(replace(each, scope="Column") for each in self.head)
        heads = (head,) if any(each.words for each in head) else ()
        rows = tuple(self._row(row) for row in self.rows)
        width, size = setting.width * self.width, setting.look.style(BODY).size
        gutters = [part * size for part in _GUTTERS]
        for divided in (False, True):
            columns = extents(heads, rows, setting, divided=divided)
            gutter = next((each for each in gutters if columns.needed(each) <= width), gutters[-1])
            if columns.needed(gutter) <= width + _SLIP:
                break
        else:
            self._too_wide(columns.needed(gutter), width, setting)
            setting = replace(setting, diagnostics=Diagnostics())  # its words are told with it
        grid = Grid(heads, rows, columns.widths(width, gutter), gutter, divided=divided)
        return (*caption, *set_grid(grid, node, setting))

    def _too_wide(self, needed: float, width: float, setting: Setting) -> None:
        setting.diagnostics.error(
            "too-wide",
            f"this table is {(needed - width) / MM:.1f} mm wider than its column of "
            f"{width / MM:.1f} mm",
            self.where,
            "Give it fewer columns or shorter words, write &shy; where one may be divided, or "
            "give it a place with one column across the page.",
        )

    def _row(self, row: Row) -> Row:
        first, *others = row
        return (replace(first, scope="Row"), *others) if self._row_heads else row

    @property
    def _row_heads(self) -> bool:
        return self.heads == "both" or (not self.heads and not self.head[0].words)

    def _caption(self, setting: Setting) -> tuple[Piece, ...]:
        if not self.caption:
            return ()
        style = setting.look.style("caption")
        owner = setting.parent.add(Role.CAPTION)
        lines = set_words(self.caption, style, setting, owner, self.where, keep=True)
        return with_gap(lines, style.gap)
