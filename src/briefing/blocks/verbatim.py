"""Lines printed as they were typed: nothing dressed, no word divided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_words, shifted
from briefing.blocks.model import GIVEN, Block
from briefing.layout.text import Span
from briefing.signs import NO_BREAK
from briefing.structure import Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.layout.pages import Piece

_SPACES = re.compile(r"^ +|  +", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock(Block):
    """Code, a form, an address: whatever must stand letter by letter."""

    kind: ClassVar[str] = "code"
    running: ClassVar[bool] = True
    text: str = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """The lines in the style ``code``, set in; a long one goes on below at a space."""
        style = setting.look.style("code")
        node = setting.parent.add(Role.PARAGRAPH).add(Role.CODE)
        held = _SPACES.sub(lambda spaces: NO_BREAK * len(spaces[0]), self.text)
        inner = setting.narrower(style.size, self.where)
        return shifted(set_words((Span(held),), style, inner, node, self.where), style.size)
