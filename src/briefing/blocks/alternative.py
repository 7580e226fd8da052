"""What is asked of an alternative text that its author wrote: short, and no copy of the caption."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing.charts.telling import LIMIT
from briefing.layout.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.blocks.model import Setting
    from briefing.diagnostics import Source
    from briefing.layout.text import Words


def check_alternative(alt: str, captions: Iterable[Words], setting: Setting, where: Source) -> None:
    """Report a text that repeats what stands beside its figure, or is longer than is said at once.

    The words of the caption again, whatever their capitals, marks and hyphens, tell nobody what is
    seen: an error. That a text is long is a warning, since what to say is for its author.
    """
    said = _compared(alt)
    if said and any(said == _compared(plain(words)) for words in captions):
        setting.diagnostics.error(
            "alternative-repeats",
            "the alternative text repeats the caption, which is read aloud too",
            where,
            "Say in alt= what the figure shows; a chart without alt= says it of its data.",
        )
    if len(alt) >= LIMIT:
        setting.diagnostics.warning(
            "long-alternative",
            f"the alternative text has {len(alt)} characters; it should have fewer than {LIMIT}",
            where,
            "Say what the figure shows, and the rest in the words of the page.",
        )


_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]")


def _compared(words: str) -> tuple[str, ...]:
    """Words without what is not heard of them: capitals, marks, breaks, how letters are made."""
    heard = unicodedata.normalize("NFKC", words).replace("\N{SOFT HYPHEN}", "").casefold()
    return tuple(_WORD.findall(_APOSTROPHE.sub("", heard)))
