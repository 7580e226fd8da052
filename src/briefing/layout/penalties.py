"""What it costs to end a line at a place of a paragraph, beside how far the line is from full."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.hyphens import nouns_have_capitals
from briefing.layout.pieces import PATTERNS, Chance
from briefing.signs import APOSTROPHE, NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.layout.paragraph import Paragraph
    from briefing.layout.pieces import Piece

STUMP = 1.3
"""How many times as much a hyphen by the patterns costs if it leaves a stump of its word."""
PENALTIES = {
    Chance.SIGN: 30.0,
    Chance.ADDRESS: 20_000.0,
    Chance.PART: 40_000.0,
    Chance.HYPHEN: 60.0,
    Chance.SOFT: 100.0,
}
"""What it costs to end a line at a chance; white space costs nothing.

An address is parted only where a ragged line before it would else be some sixteen ems short; a
justified one would be torn long before.
"""
LETTER, LETTER_BALANCED = 100.0, 60.0
"""What it costs to end a line with a word of one letter: it belongs to the next.

Where lines are narrow it is the lesser evil; held firmly it left lines half empty.
"""
NAME, NAME_BALANCED = 250.0, 45.0
"""What it costs to part a name, a word with a capital from another or from a number.

In columns of text that is dense with names a third fewer are parted for it, and the edge is as
even as before; with more lines fall short. It is never worth a line of a headline.
"""
LITTLE, LITTLE_PENALTY = 3, 20.0
"""Balanced lines had better not end with a word of few letters: it goes with what follows."""
LABEL = 2000.0
"""What it costs to part the word that a sentence begins with, and its colon, from its figure.

"Base: 79" is read as one; a balanced line had better end with the colon.
"""
NUMBER, NUMBER_BALANCED = 2000.0, 45.0
"""What it costs to part a long number in words from its "per cent" in words that are never divided.

These are headlines and leads: there it is parted only where that saves a line, or one six ems
short. In running words an even edge counts for more.
"""

_PER_CENT = re.compile(rf"per{NO_BREAK}?cent\b")
_LETTER = re.compile(rf"(?<![^\W_])(?<![.'{APOSTROPHE}-])[^\W\d_]\Z")
_NAME = re.compile(rf"[^\W\d_]+(?:['{APOSTROPHE}]s)?(?:-[^\W\d_]+)*")
_ENDED = (".", "?", "!", ":")


def penalty_at(paragraph: Paragraph, place: int, divided: float) -> float:
    """What it costs to end a line of a paragraph behind the piece before `place`.

    A hyphen by the patterns costs `divided`.
    """
    pieces, style = paragraph.pieces, paragraph.style
    piece = pieces[place - 1]
    chance = piece.chance
    if chance is Chance.ADDRESS and paragraph.justified:
        chance = Chance.SIGN
    penalty = PENALTIES.get(chance, 0.0)
    if chance in PATTERNS:
        penalty = divided * STUMP if chance is Chance.STUMP else divided
    few = style.balanced or not style.hyphens
    if few and place < len(pieces) and _PER_CENT.match(pieces[place].text):
        penalty += NUMBER_BALANCED if style.balanced else NUMBER
    if style.balanced and len(piece.text) <= LITTLE and piece.text.islower():
        penalty += LITTLE_PENALTY
    if piece.chance is Chance.SPACE:
        if _LETTER.search(piece.text):
            penalty += LETTER_BALANCED if style.balanced else LETTER
        elif _within_name(paragraph, place):
            penalty += NAME_BALANCED if style.balanced else NAME
        elif not style.balanced and _behind_label(pieces, place):
            penalty += LABEL
    return penalty


def _behind_label(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a space parts the label that a sentence begins with from a figure: Base: 79."""
    if place >= len(pieces):
        return False
    label, figure = pieces[place - 1].text, pieces[place].text
    if not (label.endswith(":") and figure[:1].isdigit()):
        return False
    before = next((each.text for each in reversed(pieces[: place - 1]) if each.text), ".")
    return before.endswith(_ENDED)


def _within_name(paragraph: Paragraph, place: int) -> bool:
    """Whether a space parts two words with capitals, or one and a number: Anna Smith, May 2017.

    The first of them begins no sentence. Where all nouns have capitals, only a title tells a
    name.
    """
    if place >= len(paragraph.pieces):
        return False
    one, other = paragraph.pieces[place - 1], paragraph.pieces[place]
    *titled, first = one.text.split(NO_BREAK)
    before = paragraph.pieces[place - 2].text if place > 1 else "."
    language = paragraph.words[other.span].language or paragraph.style.language
    return (
        first[:1].isupper()
        and _NAME.fullmatch(first) is not None
        and (bool(titled) or not before.endswith(_ENDED))
        and (
            other.text[:1].isdecimal()
            or (other.text[:1].isupper() and bool(titled or not nouns_have_capitals(language)))
        )
    )
