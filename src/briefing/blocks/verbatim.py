"""Lines printed as they were typed: nothing dressed, no word divided that a line can hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from briefing.blocks.lines import set_words, shifted
from briefing.blocks.model import GIVEN, Block
from briefing.fonts import MissingGlyphError
from briefing.layout.text import Span
from briefing.signs import NO_BREAK
from briefing.structure import Role

if TYPE_CHECKING:
    from briefing.blocks.model import Setting
    from briefing.brand.styles import TextStyle
    from briefing.layout.pages import Piece
    from briefing.layout.text import Words

_WORD = re.compile(r"[^ \n]+")
_OUTER = re.compile(r"\A(?: *\n)+|(?:\n *)+\Z")
"""Empty lines before the first line and behind the last: white, which the page gives the block."""
_SPACES = re.compile(r"^ +|  +", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeBlock(Block):
    """Code, a form, an address: whatever must stand letter by letter.

    Only a word wider than the measure is divided, behind its slashes and hyphens.
    """

    kind: ClassVar[str] = "code"
    running: ClassVar[bool] = True
    text: str = field(metadata=GIVEN)

    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """The lines in the style ``code``, set in; a long one goes on below at a space."""
        # A quotation mark over the edge would put its line out of the columns below.
        style = replace(setting.look.style("code"), hanging=False)
        node = setting.parent.add(Role.PARAGRAPH).add(Role.CODE)
        typed = _OUTER.sub("", self.text)
        held = _SPACES.sub(lambda spaces: NO_BREAK * len(spaces[0]), typed)
        inner = setting.narrower(style.size, self.where)
        words = _words(held, style, inner.width)
        return shifted(set_words(words, style, inner, node, self.where), style.size)


def _words(text: str, style: TextStyle, measure: float) -> Words:
    """The text, whole but for the words that no line can hold."""
    try:
        wide = [word for word in _WORD.finditer(text) if style.run(word[0]).width > measure]
    except MissingGlyphError:  # which is told when the words are set
        wide = []
    ends = [0, *(end for word in wide for end in word.span()), len(text)]
    parts = (text[start:end] for start, end in pairwise(ends))
    spans = (Span(part, whole=place % 2 == 0) for place, part in enumerate(parts))
    return tuple(span for span in spans if span.text)
