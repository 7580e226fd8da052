"""Adverbs and adjectives that scales are made of: ``fairly satisfied``, ``not at all clear``.

English only so far; another language is more entries in these tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ADVERBS = {
    "extremely": 9,
    "completely": 9,
    "totally": 9,
    "exceptionally": 9,
    "entirely": 9,
    "fully": 9,
    "very": 8,
    "highly": 8,
    "strongly": 8,
    "": 7,
    "mostly": 6,
    "generally": 6,
    "quite": 5,
    "fairly": 5,
    "reasonably": 5,
    "moderately": 5,
    "mainly": 5,
    "rather": 5,
    "tend to be": 5,
    "somewhat": 4,
    "partly": 4,
    "mildly": 3,
    "slightly": 3,
    "a little": 3,
    "a bit": 3,
    "only slightly": 3,
}
"""How much of an adjective there is."""
DENIALS = {
    "not very": -4,
    "not so": -4,
    "not that": -4,
    "not particularly": -4,
    "not really": -4,
    "not too": -4,
    "not": -7,
    "not at all": -9,
    "not  at all": -9,
}
FEELING = {
    "satisfied": ("dissatisfied", "unsatisfied"),
    "happy": ("unhappy",),
    "likely": ("unlikely",),
    "confident": ("unconfident",),
    "concerned": ("unconcerned",),
    "worried": (),
    "aware": (),
    "familiar": ("unfamiliar",),
    "interested": ("uninterested",),
    "engaged": ("disengaged",),
    "informed": ("uninformed",),
    "optimistic": ("pessimistic",),
    "willing": ("unwilling",),
    "comfortable": ("uncomfortable",),
    "safe": ("unsafe",),
    "valued": (),
    "supported": (),
    "motivated": ("unmotivated",),
    "proud": (),
    "prepared": ("unprepared",),
    "anxious": (),
    "well informed": ("badly informed", "poorly informed"),
    "knowledgeable": (),
    "connected": ("disconnected",),
    "included": ("excluded",),
    "lonely": (),
    "in favour": ("against", "opposed"),
    "positive": ("negative",),
}
"""Adjectives of respondents, with their opposites: they *are* satisfied."""
QUALITIES = {
    "important": ("unimportant",),
    "useful": ("useless",),
    "helpful": ("unhelpful",),
    "easy": ("difficult", "hard"),
    "effective": ("ineffective",),
    "clear": ("unclear",),
    "relevant": ("irrelevant",),
    "accessible": ("inaccessible",),
    "reliable": ("unreliable",),
    "good": ("bad", "poor"),
    "valuable": (),
    "successful": ("unsuccessful",),
    "serious": (),
    "affordable": ("unaffordable",),
    "appropriate": ("inappropriate",),
    "fair": ("unfair",),
    "enjoyable": (),
    "friendly": ("unfriendly",),
    "suitable": ("unsuitable",),
    "clean": ("dirty",),
    "a problem": (),
    "big problem": (),
    "attractive": ("unattractive",),
    "convenient": ("inconvenient",),
    "accurate": ("inaccurate",),
    "influential": (),
}
"""Adjectives of things: they *call it* important."""
TOPS = {"important": ("critical", "essential", "crucial", "vital", "critically important")}
"""What is said of the most of an adjective without it."""
NEUTRALS = re.compile(r"neither\b.*|neutral|in the middle|no opinion either way|mixed feelings")


def level_of(form: str, adjective: str, opposites: Sequence[str]) -> int | None:
    """How much of an adjective an answer says, its opposites below 0; None if it is none of it."""
    if NEUTRALS.fullmatch(form):
        return 0
    for word, sign in ((adjective, 1), *((each, -1) for each in opposites)):
        if word in TOPS and form in TOPS[word]:
            return ADVERBS["extremely"] + 1
        if form != word and not form.endswith(f" {word}"):
            continue
        adverb = form.removesuffix(word).strip()
        if adverb in ADVERBS:
            return sign * ADVERBS[adverb]
        if adverb in DENIALS:
            return sign * DENIALS[adverb]
    return DENIALS["not at all"] if form == "not at all" else None


def opposed(form: str, opposites: Sequence[str]) -> bool:
    """Whether an answer is one of the opposites of an adjective."""
    return any(form == each or form.endswith(f" {each}") for each in opposites)
