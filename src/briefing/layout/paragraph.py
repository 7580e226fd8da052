"""A paragraph between its pieces and its lines: where it may end a line, and where it does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, islice, pairwise
from math import floor, inf
from typing import TYPE_CHECKING

from briefing.hyphens import SOFT_HYPHEN, nouns_have_capitals
from briefing.layout.breaks import (
    SLIP,
    WORST,
    Manner,
    Stop,
    badness,
    balanced,
    first_fit,
    fits,
    worst,
)
from briefing.layout.margins import left_hang, right_hang
from briefing.layout.pieces import HYPHENATED, PATTERNS, Chance, run_of
from briefing.layout.rivers import RUN, through
from briefing.layout.spaces import HAIR, SLIGHT, STRETCH, Share, calm, give, hair, share
from briefing.signs import APOSTROPHE, NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.brand.styles import TextStyle
    from briefing.layout.breaks import Way
    from briefing.layout.pieces import Piece
    from briefing.layout.rivers import Whites
    from briefing.layout.text import Words

RAG = 2.5
"""Ems by which a ragged line falls short of the measure decently."""
AIM, SHY_AIM, SHY_EMS = 0.05, 0.12, 1.6
"""Where letters give way: the part of the measure by which ragged lines had better fall short.

Words that are read as a picture fall shorter, by so many ems at most: evenness keeps them from
tearing, not hyphens.
"""
CALM_RAG = 1.1
"""The ems by which ragged lines depart from that decently, after what their letters give."""
RUNT_SHY = 0.33
"""The part of the measure that the last line of words read as a picture has at least."""
PATIENT = 60.0
"""The badness up to which lines are left without hyphens."""
TORN = 0.24
"""The part of the measure by which a line falls short, after all that is decent, that is torn.

Words that are read as a picture are hyphenated for the sake of such a line alone, and a hyphen
costs there what it does.
"""
DIVIDED, STUMP = 110.0, 1.3
"""What a hyphen by the patterns costs in running words, and how many times as much if it leaves a
stump of its word.
"""
GIVEN_UP = badness(1 / STRETCH)
"""The badness from which a justified line looks torn, its spaces doubled: hyphens mend that in any
column, where its style has them at all.
"""
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
MOST_BALANCED = 10
"""More lines than these are running text: they are not balanced."""

RIVER = 100_000.0
"""Demerits of white as wide as a space that runs through three lines."""
MOST_TRIED = 300
"""Ways of breaking that are looked at for the sake of rivers."""

_PER_CENT = re.compile(rf"per{NO_BREAK}?cent\b")
_LETTER = re.compile(rf"(?<![^\W_])(?<![.'{APOSTROPHE}-])[^\W\d_]\Z")
_NAME = re.compile(rf"[^\W\d_]+(?:['{APOSTROPHE}]s)?(?:-[^\W\d_]+)*")
_ENDED = (".", "?", "!", ":")
_SAMPLE = "we were told what had been decided and asked what we thought of it"


@lru_cache(maxsize=512)
def character(style: TextStyle) -> float:
    """How wide a character of running words is on the average, in points."""
    return style.run(_SAMPLE).width / len(_SAMPLE)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces up to an end of line that the author typed, or to the end of the words."""

    pieces: Sequence[Piece]
    words: Words
    style: TextStyle

    def ends(self, measure: float) -> list[int]:
        """How many pieces have been set when each line ends.

        Words are hyphenated only where lines would be poor in a narrow column, or stick out.
        """
        if self._on_one_line(measure):
            return [len(self.pieces)]
        places, stops = self.stops()
        if self.style.balanced and len(first_fit(stops, measure)) <= MOST_BALANCED:
            return self._balanced(places, stops, measure)
        manner = self.manner(measure)
        ways = fits(stops, manner)
        best = next(ways)
        if self.style.hyphens and self._wants_hyphens(worst(stops, manner, best[1]), measure):
            places, stops = self.stops(self.torn(measure) if self.style.shy else DIVIDED)
            return self._dry(places, fits(stops, manner), measure)
        return self._dry(places, chain((best,), ways), measure)

    def _on_one_line(self, measure: float) -> bool:
        """Whether all stands on one line with room to spare.

        A last line costs nothing but itself and its end, so that no way of several costs less.
        """
        reach = sum(piece.width + piece.space for piece in self.pieces) - self.pieces[-1].space
        return reach - self.left_hang(0) < measure - SLIP

    @property
    def justified(self) -> bool:
        """Whether lines end at the measure."""
        return self.style.align == "justify"

    def manner(self, measure: float) -> Manner:
        """How lines fill a measure."""
        if self.justified:
            return Manner(measure)
        if calm(self.style):
            calmly = Manner(measure, CALM_RAG * self.style.size, self._aim(measure))
            return replace(calmly, runt=RUNT_SHY) if self.style.shy else calmly
        return Manner(measure, RAG * self.style.size)

    def _aim(self, measure: float) -> float:
        """By how many points lines had better fall short."""
        shy = min(SHY_AIM * measure, SHY_EMS * self.style.size) if self.style.shy else 0.0
        return max(AIM * measure, shy)

    def _balanced(self, places: Sequence[int], stops: Sequence[Stop], measure: float) -> list[int]:
        """The ends of lines of like length, hyphenated if one would stick out."""
        ends = balanced(stops, measure)
        if self.style.hyphens and worst(stops, self.manner(measure), ends) >= WORST:
            places, stops = self.stops(DIVIDED)
            ends = balanced(stops, measure)
        return [places[stop] for stop in ends]

    def _dry(self, places: Sequence[int], ways: Iterable[Way], measure: float) -> list[int]:
        """The ends of lines with the least demerits, rivers counted.

        Ways of breaking come with the best first: once one costs more without its rivers than the
        best so far with them, none that follows is better. No more lines are made than need be.
        """
        whites = _Whites(self, measure)
        space = self.style.run(" ").width
        least, best, lines = inf, list[int](), 0
        for demerits, ends in islice(ways, MOST_TRIED):
            lines = lines or len(ends)
            if demerits >= least:
                break
            if len(ends) > lines:
                continue
            tried = [places[stop] for stop in ends]
            white = whites.river(tried, space)
            if demerits + RIVER * white < least:
                least, best = demerits + RIVER * white, tried
            if not white:
                break
        return best

    def _wants_hyphens(self, badness: float, measure: float) -> bool:
        if badness >= (GIVEN_UP if self.justified else self.torn(measure)):
            return True
        narrow = measure < self.style.hyphens * character(self.style)
        patience = self.torn(measure) if self.style.shy else PATIENT
        return narrow and not self.style.balanced and badness > patience

    def torn(self, measure: float) -> float:
        """The badness of a torn line of words that are read as a picture."""
        rag = self.manner(measure).rag
        return badness(TORN * measure / rag) if rag else GIVEN_UP

    def stops(self, divided: float = inf) -> tuple[list[int], list[Stop]]:
        """Where lines may end, and how many pieces stand before each.

        A hyphen by the patterns costs `divided`; there is none if that is infinite.
        """
        last, lone = len(self.pieces), self._last_word()
        places, stops = [0], [Stop(0.0, 0.0, self.left_hang(0))]
        reach = white = letters = 0.0
        ragged = calm(self.style)
        for place, piece in enumerate(self.pieces, 1):
            reach += piece.width
            white += piece.held
            letters += piece.letters
            chance = piece.chance
            if place == last or (
                chance is not Chance.NONE and (chance not in PATTERNS or divided < inf)
            ):
                places.append(place)
                stops.append(
                    Stop(
                        reach,
                        reach + hyphen(piece, self.words, self.style) - self.right_hang(place),
                        reach + piece.space + self.left_hang(place),
                        give(white, self.style),
                        give(white + piece.space, self.style),
                        hair(reach - white, letters, self.style)
                        if self.justified
                        else ragged * reach,
                        self._penalty(place, divided),
                        chance in HYPHENATED or chance is Chance.HYPHEN,
                        0 < lone <= place,
                        piece.text.endswith((":", "?")) and place < last,
                    )
                )
            reach += piece.space
            white += piece.space
        return places, stops

    def left_hang(self, place: int) -> float:
        """How far a line that begins with a piece reaches over the left edge, in points."""
        if not self.style.hanging:
            return 0.0
        while place < len(self.pieces) and not self.pieces[place].text:
            place += 1
        if place == len(self.pieces):
            return 0.0
        first = self.pieces[place]
        return left_hang(self.words[first.span], first.text, self.style)

    def right_hang(self, place: int) -> float:
        """How far a line of pieces up to `place` reaches over the right edge, in points."""
        if self.style.align != "justify":
            return 0.0
        piece = self.pieces[place - 1]
        text = SOFT_HYPHEN if piece.chance in HYPHENATED else piece.text
        return right_hang(self.words[piece.span], text, self.style)

    def eased(self, natural: float, spaces: Sequence[float], room: float, *, last: bool) -> Share:
        """What a ragged line gets so that it ends where lines had better end.

        The last line keeps its width. Any line is narrowed to fit if it can be, its spaces after
        its letters: letters set as they stand together may be a hair wider than they were measured.
        Rounded down, in steps that nobody sees.
        """
        most = calm(self.style)
        if not most or not natural:
            return Share()
        aimed = max(1 - most, min((room - self._aim(room)) / natural, 1 + most))
        wanted = min(1.0 if last else aimed, room / natural)
        stretch = floor(1000 * max(1 - most, wanted) + SLIP) / 1000
        if not spaces or natural * stretch <= room + HAIR:
            return Share(stretch=stretch)
        white = sum(spaces)
        over = white + (natural - white) * stretch - room
        return Share(-min(over, (SLIGHT + 2 * most) * white) / len(spaces), stretch=stretch)

    def whites(self, start: int, end: int, measure: float) -> Whites:
        """Where the spaces of a line of pieces stand."""
        pieces, left = self.pieces[start:end], self.left_hang(start)
        spaces = [piece.space for piece in pieces[:-1] if piece.space]
        body, last = sum(piece.width for piece in pieces), end == len(self.pieces)
        room = measure + left + self.right_hang(end) - hyphen(pieces[-1], self.words, self.style)
        if not self.justified:
            added = self.eased(body + sum(spaces), spaces, room, last=last)
        elif last:
            added = Share()
        else:
            letters = sum(piece.letters for piece in pieces)
            added = share(room - body - sum(spaces), spaces, body, letters, self.style)
        whole = not self.justified and not added.space
        return tuple(_spaces(pieces[:-1], added, -left, spaced=added.stretch if whole else 1.0))

    def _last_word(self) -> int:
        """How many pieces stand before the last word."""
        for place in range(len(self.pieces) - 1, 0, -1):
            if self.pieces[place - 1].space:
                return place
        return 0

    def _penalty(self, place: int, divided: float) -> float:
        """What it costs to end a line behind the piece before `place`."""
        piece = self.pieces[place - 1]
        chance = piece.chance
        if chance is Chance.ADDRESS and self.justified:
            chance = Chance.SIGN
        penalty = PENALTIES.get(chance, 0.0)
        if chance in PATTERNS:
            penalty = divided * STUMP if chance is Chance.STUMP else divided
        few = self.style.balanced or not self.style.hyphens
        if few and place < len(self.pieces) and _PER_CENT.match(self.pieces[place].text):
            penalty += NUMBER_BALANCED if self.style.balanced else NUMBER
        if self.style.balanced and len(piece.text) <= LITTLE and piece.text.islower():
            penalty += LITTLE_PENALTY
        if piece.chance is Chance.SPACE:
            if _LETTER.search(piece.text):
                penalty += LETTER_BALANCED if self.style.balanced else LETTER
            elif self._within_name(place):
                penalty += NAME_BALANCED if self.style.balanced else NAME
            elif not self.style.balanced and self._behind_label(place):
                penalty += LABEL
        return penalty

    def _behind_label(self, place: int) -> bool:
        """Whether a space parts the label that a sentence begins with from a figure: Base: 79."""
        if place >= len(self.pieces):
            return False
        label, figure = self.pieces[place - 1].text, self.pieces[place].text
        if not (label.endswith(":") and figure[:1].isdigit()):
            return False
        before = next((each.text for each in reversed(self.pieces[: place - 1]) if each.text), ".")
        return before.endswith(_ENDED)

    def _within_name(self, place: int) -> bool:
        """Whether a space parts two words with capitals, or one and a number: Anna Smith, May 2017.

        The first of them begins no sentence. Where all nouns have capitals, only a title tells a
        name.
        """
        if place >= len(self.pieces):
            return False
        one, other = self.pieces[place - 1], self.pieces[place]
        *titled, first = one.text.split(NO_BREAK)
        before = self.pieces[place - 2].text if place > 1 else "."
        language = self.words[other.span].language or self.style.language
        return (
            first[:1].isupper()
            and _NAME.fullmatch(first) is not None
            and (bool(titled) or not before.endswith(_ENDED))
            and (
                other.text[:1].isdecimal()
                or (other.text[:1].isupper() and bool(titled or not nouns_have_capitals(language)))
            )
        )


def _spaces(
    pieces: Sequence[Piece], added: Share, x: float, *, spaced: float
) -> Iterator[tuple[float, float]]:
    """Where the spaces behind pieces stand; they are drawn `spaced` as wide before their share."""
    for piece in pieces:
        x += piece.width * added.stretch + added.letter * len(piece.text)
        if piece.space:
            end = x + piece.space * spaced + added.space
            yield x, end
            x = end


@dataclass(slots=True)
class _Whites:
    """Where the spaces of lines stand and run on into each other, each worked out once."""

    paragraph: Paragraph
    measure: float
    lines: dict[tuple[int, int], Whites] = field(default_factory=dict)
    runs: dict[tuple[int, ...], float] = field(default_factory=dict)

    def river(self, ends: Sequence[int], space: float) -> float:
        """How much white runs through the lines of a paragraph that is broken at `ends`."""
        white, breaks = 0.0, (0, *ends)
        for first in range(len(ends) - RUN + 1):
            three = breaks[first : first + RUN + 1]
            if three not in self.runs:
                self.runs[three] = through([self._line(*each) for each in pairwise(three)], space)
            white += self.runs[three]
        return white

    def _line(self, start: int, end: int) -> Whites:
        if (start, end) not in self.lines:
            self.lines[start, end] = self.paragraph.whites(start, end, self.measure)
        return self.lines[start, end]


def hyphen(piece: Piece, words: Words, style: TextStyle) -> float:
    """The width of the hyphen that a line ends with behind a piece, in points."""
    if piece.chance not in HYPHENATED:
        return 0.0
    return run_of(words[piece.span], SOFT_HYPHEN, style).width
