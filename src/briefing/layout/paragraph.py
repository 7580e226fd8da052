"""A paragraph between its pieces and its lines: where it may end a line, and where it does."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import chain, islice, pairwise
from math import floor, inf
from typing import TYPE_CHECKING

from briefing.hyphens import SOFT_HYPHEN
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
from briefing.layout.penalties import penalty_at
from briefing.layout.pieces import HYPHENATED, PATTERNS, Chance, run_of
from briefing.layout.rivers import RUN, through
from briefing.layout.spaces import HAIR, SLIGHT, STRETCH, Share, calm, give, hair, share

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
DIVIDED = 110.0
"""What a hyphen by the patterns costs in running words."""
GIVEN_UP = badness(1 / STRETCH)
"""The badness from which a justified line looks torn, its spaces doubled: hyphens mend that in any
column, where its style has them at all.
"""
MOST_BALANCED = 10
"""More lines than these are running text: they are not balanced."""

RIVER = 100_000.0
"""Demerits of white as wide as a space that runs through three lines."""
MOST_TRIED = 300
"""Ways of breaking that are looked at for the sake of rivers."""

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
                        penalty_at(self, place, divided),
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
