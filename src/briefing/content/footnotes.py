"""The notes that a page calls, as its words are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.blocks.notes import Called
    from briefing.diagnostics import Source


@dataclass(slots=True)
class PageNotes:
    """The notes that the words of one page call, numbered from 1 in the order of their marks.

    `page` is the page's anchor. A note that is called again keeps its number.
    """

    page: str
    called: list[Called] = field(default_factory=list)
    numbers: dict[Source, int] = field(default_factory=dict)

    def anchor(self, number: int) -> str:
        """The name of a note: no author can write one, since theirs have no full stops."""
        return f"{self.page}.note-{number}"
