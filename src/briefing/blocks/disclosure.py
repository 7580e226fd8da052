"""How the survey was done, entry by entry: what a reader may ask before believing a figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_words, with_gap
from briefing.blocks.model import GIVEN, Block
from briefing.layout.text import Span
from briefing.structure import Role
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece, Strip
    from briefing.layout.text import Words
    from briefing.survey.declared import Disclosure


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureBlock(Block):
    """The disclosure entries of the codebook; `only` and `without` are ids with spaces between.

    `told` has the words of entries, by their ids, whose figures are bound or proven.
    """

    kind: ClassVar[str] = "disclosure"
    flows: ClassVar[bool] = True
    disclosures: tuple[Disclosure, ...] = field(metadata=GIVEN)
    told: tuple[tuple[str, Words], ...] = field(default=(), metadata=GIVEN)
    only: str = ""
    without: str = ""

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Each entry a paragraph whose first words, bold, are its title."""
        style = setting.look.style("disclosure")
        chosen, left_out = self.only.split(), self.without.split()
        strips: list[Strip] = []
        for entry in self.disclosures:
            if (chosen and entry.id not in chosen) or entry.id in left_out:
                continue
            title, language = (
                wording().disclosed(entry.id),
                wording().spoken(f"disclosed_{entry.id}"),
            )
            said = dict(self.told).get(entry.id, (Span(entry.words),))
            words = (Span(f"{title}. ", strong=True, language=language), *said)
            node = setting.parent.add(Role.PARAGRAPH)
            strips.extend(with_gap(set_words(words, style, setting, node, self.where), style.gap))
        return tuple(strips)
