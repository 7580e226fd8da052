"""What an author could draw instead where a chart is over: the kinds that its place would hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.blocks.model import Setting
from briefing.charts import CATALOGUE
from briefing.charts.crosstab import Crosstab
from briefing.compose.setting import as_fragment
from briefing.diagnostics import Diagnostics
from briefing.layout.units import SLIP
from briefing.structure import Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.brand.masters import Area
    from briefing.compose.desk import Desk, InHand
    from briefing.layout.pages import Overset


@dataclass(frozen=True, slots=True)
class Other:
    """Another kind that the table of a chart could have, in so many parts, the highest `least`."""

    kind: str
    parts: int
    least: float

    def __str__(self) -> str:
        """How an author writes it, and on how many pages it goes."""
        return f"kind={self.kind}" + (f" on {self.parts} pages" if self.parts > 1 else "")


def holding(page: InHand, area: Area, overset: Overset, desk: Desk) -> tuple[Other, ...]:
    """The kinds of chart that show the same table in what its place leaves, the lowest first.

    Each is composed as copyfit would have it at the last, in parts where the page may go on;
    nothing where the block is no chart.
    """
    blocks = (each for each in page.sheet.blocks if isinstance(each, ChartBlock))
    block = next((each for each in blocks if each.where == overset.where), None)
    if block is None or block.chart.pictorial:
        return ()
    room = area.rect.bottom - overset.rect.y
    goes_on = desk.format.masters[page.sheet.master].continues
    look = desk.look_of(area, area.steps(desk.format.steps)[-1])
    setting = Setting(
        overset.rect.width, look, Node(Role.DIVISION), Diagnostics(), desk.listings, desk.gallery
    )
    tried = _tried(block, room if goes_on else 0.0, setting)
    held = [each for each in tried if each.least <= room + SLIP]
    return tuple(sorted(held, key=lambda each: (each.parts, each.least)))


def _tried(block: ChartBlock, room: float, setting: Setting) -> Iterator[Other]:
    """The other kinds that can show the table of a chart; in parts that fit a room, if any."""
    for kind in CATALOGUE:
        crossed = kind is Crosstab and block.table.single
        if kind.pictorial or crossed or kind.kind == block.chart.kind:
            continue
        own = replace(setting, diagnostics=Diagnostics())
        other = replace(block, chart=kind(highlight=block.chart.highlight))
        parts = other.parts(room, own) if room else (other,)
        leasts = [as_fragment(each, own).least for each in parts]
        if not own.diagnostics.errors:
            yield Other(kind.kind, len(parts), max(leasts))
