"""What is asked of an alternative text that its author wrote: short, and no copy of the caption."""

from __future__ import annotations

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

    Both are warnings: what the figure shows is for its author to say.
    """
    said = _compared(alt)
    if said and any(said == _compared(plain(words)) for words in captions):
        setting.diagnostics.warning(
            "alternative-repeats",
            "the alternative text repeats the caption, which is read aloud too",
            where,
            "Say in alt= what the figure shows.",
        )
    if len(alt) >= LIMIT:
        setting.diagnostics.warning(
            "long-alternative",
            f"the alternative text has {len(alt)} characters; it should have fewer than {LIMIT}",
            where,
            "Say what the figure shows, and the rest in the words of the page.",
        )


def _compared(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".?!")
