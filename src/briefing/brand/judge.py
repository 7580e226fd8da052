"""What a brand owes its readers and its printer, told by key: a list of all that is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.brand.inks import judge_inks
from briefing.brand.lettering import judge_faces, judge_type
from briefing.brand.places import judge_places
from briefing.brand.readable import judge_graphics, judge_words
from briefing.brand.tones import ToneJudge

if TYPE_CHECKING:
    from briefing.brand.entries import Entries
    from briefing.brand.model import Brand


def judge(brand: Brand, entries: Entries) -> None:
    """Report all that a brand which can be read should not be."""
    judge_inks(brand, entries)
    judge_words(brand, entries)
    judge_graphics(brand, entries)
    ToneJudge(brand.tones, entries).judge()
    judge_faces(brand, entries)
    for each in brand.formats.values():
        judge_type(brand, each, entries)
    judge_places(brand, entries)
