"""A paragraph between its pieces and its lines: where it may end a line, and where it does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.layout.breaks import WORST, Manner, Stop, balanced, first_fit, total_fit, worst
from briefing.layout.hyphens import SOFT_HYPHEN
from briefing.layout.margins import left_hang, right_hang
from briefing.layout.pieces import HYPHENATED, Chance, run_of
from briefing.layout.spaces import give

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import TextStyle
    from briefing.layout.pieces import Piece
    from briefing.layout.text import Words

RAG = 2.5
"""Ems by which a ragged line falls short of the measure decently."""
PATIENT = 100.0
"""The badness up to which lines are left without hyphens."""
PENALTIES = {
    Chance.SIGN: 30.0,
    Chance.HYPHEN: 60.0,
    Chance.SOFT: 100.0,
    Chance.PATTERN: 180.0,
}
"""What it costs to end a line at a chance; white space costs nothing."""
LITTLE, LITTLE_PENALTY = 3, 20.0
"""Balanced lines had better not end with a word of few letters: it goes with what follows."""
MOST_BALANCED = 10
"""More lines than these are running text: they are not balanced."""

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
        justified = self.style.align == "justify"
        manner = Manner(measure, rag=0.0 if justified else RAG * self.style.size)
        places, stops = self.stops()
        ends = self._chosen(stops, manner)
        if self.style.hyphens and self._wants_hyphens(worst(stops, manner, ends), measure):
            places, stops = self.stops(patterns=True)
            ends = self._chosen(stops, manner)
        return [places[stop] for stop in ends]

    def _chosen(self, stops: Sequence[Stop], manner: Manner) -> tuple[int, ...]:
        if self.style.balanced and len(first_fit(stops, manner.measure)) <= MOST_BALANCED:
            return balanced(stops, manner.measure)
        return total_fit(stops, manner)

    def _wants_hyphens(self, badness: float, measure: float) -> bool:
        if badness >= WORST:
            return True
        narrow = measure < self.style.hyphens * character(self.style)
        return narrow and not self.style.balanced and badness > PATIENT

    def stops(self, *, patterns: bool = False) -> tuple[list[int], list[Stop]]:
        """Where lines may end, and how many pieces stand before each; by patterns too if asked."""
        last, lone = len(self.pieces), self._last_word()
        places, stops = [0], [Stop(0.0, 0.0, self.left_hang(0))]
        reach = white = letters = 0.0
        for place, piece in enumerate(self.pieces, 1):
            reach += piece.width
            white += piece.held
            letters += len(piece.text)
            chance = piece.chance
            if place == last or (
                chance is not Chance.NONE and (patterns or chance is not Chance.PATTERN)
            ):
                places.append(place)
                stops.append(
                    Stop(
                        reach,
                        reach + hyphen(piece, self.words, self.style) - self.right_hang(place),
                        reach + piece.space + self.left_hang(place),
                        give(white, letters * self.style.size),
                        give(white + piece.space, letters * self.style.size),
                        self._penalty(piece),
                        chance in HYPHENATED or chance is Chance.HYPHEN,
                        place >= lone,
                    )
                )
            reach += piece.space
            white += piece.space
        return places, stops

    def left_hang(self, place: int) -> float:
        """How far a line that begins with a piece reaches over the left edge, in points."""
        if not self.style.hanging:
            return 0.0
        first = next((each for each in self.pieces[place:] if each.text), None)
        return left_hang(self.words[first.span], first.text, self.style) if first else 0.0

    def right_hang(self, place: int) -> float:
        """How far a line of pieces up to `place` reaches over the right edge, in points."""
        if self.style.align != "justify":
            return 0.0
        piece = self.pieces[place - 1]
        text = SOFT_HYPHEN if piece.chance in HYPHENATED else piece.text
        return right_hang(self.words[piece.span], text, self.style)

    def _last_word(self) -> int:
        """How many pieces stand before the last word."""
        for place in range(len(self.pieces) - 1, 0, -1):
            if self.pieces[place - 1].space:
                return place
        return 0

    def _penalty(self, piece: Piece) -> float:
        penalty = PENALTIES.get(piece.chance, 0.0)
        if self.style.balanced and len(piece.text) <= LITTLE and piece.text.islower():
            penalty += LITTLE_PENALTY
        return penalty


def hyphen(piece: Piece, words: Words, style: TextStyle) -> float:
    """The width of the hyphen that a line ends with behind a piece, in points."""
    if piece.chance not in HYPHENATED:
        return 0.0
    return run_of(words[piece.span], SOFT_HYPHEN, style).width
