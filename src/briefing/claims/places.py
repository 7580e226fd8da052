"""Places among other cells: ``highest``, ``second lowest``, ``ranked first``, ``top two``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.claims.comparisons import Points, read_lead
from briefing.claims.directions import LESS, MORE
from briefing.claims.margins import leads_by, read_margin
from briefing.claims.numerals import ORDINALS
from briefing.claims.statements import UnclearClaimError, height_of, points_of
from briefing.claims.tokens import follows, number, token
from briefing.claims.vocabulary import SUPERLATIVE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from briefing.claims.figures import Figure

SUPERLATIVES = {
    **dict.fromkeys(
        [
            *("highest", "most", "greatest", "largest", "biggest", "top", "best", "strongest"),
            *("first", "main", "leading", "chief", "foremost", "commonest", "tops", "topped"),
            *("principal", "primary", "prime", "key", "dominant", "overriding"),
            *("leads", "lead", "led"),
        ],
        +1,
    ),
    **dict.fromkeys(
        [
            *("lowest", "least", "fewest", "smallest", "bottom", "weakest", "worst", "last"),
            *("poorest", "trails", "trail", "rarest", "narrowest", "thinnest"),
        ],
        -1,
    ),
}
"""Words for the high (+1) and the low end (-1); any other superlative is of the high end."""
_ANY = re.compile(SUPERLATIVE)
_LOW_NUMBERS = frozenset({"shortest"})
"""Words that are of the high end of shares and of the low end of numbers."""
_EITHER = frozenset({"slowest", "cheapest", "dearest", "youngest", "oldest"})
"""Words that are of one end of numbers, but of which they do not tell."""

_RANKED = frozenset({"ranked", "rank", "ranks", "placed", "rated", "came", "comes", "come", "the"})


@dataclass(frozen=True, slots=True)
class Superlative:
    """A place among other cells: the `first` to `last` from the high end (+1) or the low end (-1).

    `shared` allows a tie with cells beyond the last place (``joint highest``), `some` is for ``one
    of the two highest``. `margin` is how far ahead it is said to be: of the next below, but a
    second place that is narrow is so behind the first. `lead` is how far ahead in points, `word`
    what names the end.
    """

    end: int
    first: int = 1
    last: int | None = None
    shared: bool = False
    some: bool = False
    margin: str = ""
    lead: Points | None = None
    word: str = ""

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether ranks themselves say it: ``ranked first`` of a rank of 1."""
        if any(each.kind != "rank" for each in figures) or self.end < 0:
            raise UnclearClaimError(
                "a place has nothing to be compared with", 'write among="q4.*.engaged"'
            )
        last = self.last or self.first
        return all(
            self.first <= each.value <= last and (self.shared or not each.tied) for each in figures
        )

    def true_among(self, figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
        """Whether the figures take these places among the others; raises `UnclearClaimError`."""
        kinds = {each.kind for each in (*figures, *others)}
        if (self.margin or self.lead) and "rank" in kinds:
            raise UnclearClaimError(
                "a rank does not tell by how much it leads", "take the shares or the scores"
            )
        meant = self._of_numbers() if "number" in kinds else self
        return meant._in_place(figures, others) and meant._so_far_ahead(figures, others)  # noqa: SLF001 - of itself

    def _of_numbers(self) -> Superlative:
        """What it says of means: the shortest takes the fewest minutes, it is not of most."""
        if self.word in _EITHER:
            raise UnclearClaimError(
                f"'the {self.word}' may be of the highest number or of the lowest",
                "say highest or lowest",
            )
        return replace(self, end=-1) if self.word in _LOW_NUMBERS else self

    def _so_far_ahead(self, figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
        """Whether the nearest of the others is as far away as the words say."""
        if self.lead:
            own = [points_of(each) * self.end for each in figures]
            gaps = [min(own) - points_of(each) * self.end for each in others]
            below = [gap for gap in gaps if gap >= 0]
            return bool(below) and self.lead.holds(min(below), figures[0])
        if not self.margin:
            return True
        own = [height_of(each) * self.end for each in figures]
        rest = [height_of(each) * self.end for each in others]
        if self.margin == "slightly" and self.first > 1:
            gaps = [value - max(own) for value in rest if value > max(own)]
        else:
            gaps = [min(own) - value for value in rest if value <= min(own)]
        return bool(gaps) and leads_by(min(gaps), self.margin)

    def _in_place(self, figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
        own = [self._height(each) for each in figures]
        rest = [self._height(each) for each in others]
        last = self.last or len(own)
        if self.some:
            return all(sum(value > mine for value in rest) < last for mine in own)
        if self.first == 1 and len(own) != last:
            raise UnclearClaimError(
                f"{last} places are claimed of {len(own)} cells", "name as many cells as places"
            )
        if self.first > 1 and len(own) > 1 and not self.shared:
            raise UnclearClaimError("one place is claimed of several cells", "name one cell")
        above = sum(value > min(own) for value in rest)
        level = sum(value == min(own) for value in rest)
        alike = self.first == 1 or len(set(own)) == 1
        return above == self.first - 1 and alike and (not level or self.shared)

    def _height(self, figure: Figure) -> Fraction:
        """What is compared: the value, turned round for the low end and for ranks, 1 being best."""
        return figure.value * self.end * (-1 if figure.kind == "rank" else 1)


def read_place(tokens: Sequence[str], at: int) -> tuple[Superlative, int] | None:
    """``highest``, ``second highest``, ``ranked second``, ``one of the top three`` at a place."""
    special = _than_any_other(tokens, at) or _from_an_end(tokens, at)
    if special is not None:
        return _with_margin(special, "", tokens)
    start = at
    margin, at = read_margin(tokens, at)
    some = follows(tokens, at, "one", "of") or token(tokens, at) == "among"
    if some:
        at += 2 if tokens[at] == "one" else 1
    at += token(tokens, at) == "the"
    shared = token(tokens, at) in {"joint", "equal"}
    at += shared
    place = ORDINALS.get(token(tokens, at), 0) if _end(token(tokens, at + 1)) else 0
    at += place > 0
    many = _count(tokens, at)
    at += many > 0
    word = token(tokens, at)
    end = _end(word)
    if not end:
        ranked = None if some or many else _ranked(tokens, at, start, shared=shared)
        return _with_margin(ranked, margin, tokens)
    at += 1
    at += token(tokens, at) == "often"
    if not many and not place:
        many = _count(tokens, at)
        at += many > 0
    if some and not many:
        return None
    last = place or many or None
    found = Superlative(end, place or 1, last, shared=shared, some=some, word=word)
    return _with_margin((found, max(at, start + 1)), margin, tokens)


def _with_margin(
    found: tuple[Superlative, int] | None, margin: str, tokens: Sequence[str]
) -> tuple[Superlative, int] | None:
    """A place with how far ahead it is, where words in front of it or behind it say so."""
    if found is None:
        return None
    for at in range(found[1], found[1] + _BETWEEN + 1):
        lead = read_lead(tokens, at)
        if lead is not None:  # ``the most engaged by 8 points``
            return replace(found[0], lead=lead[0], margin=margin), lead[1]
    behind, end = read_margin(tokens, found[1])
    return replace(found[0], margin=margin or behind), end


_BETWEEN = 3
"""Words between a place and by how much it leads."""


def _than_any_other(tokens: Sequence[str], at: int) -> tuple[Superlative, int] | None:
    """``higher than any other``, ``fewer … than in any other group``."""
    sign = (token(tokens, at) in MORE) - (token(tokens, at) in LESS)
    if not sign or "than" not in tokens[at:]:
        return None
    end = tuple(tokens).index("than", at) + 1
    end += token(tokens, end) in {"in", "for", "among", "with", "of", "at", "from"}
    if token(tokens, end) not in {"any", "every"} or token(tokens, end + 1) != "other":
        return None
    return Superlative(sign), end + 2


def _from_an_end(tokens: Sequence[str], at: int) -> tuple[Superlative, int] | None:
    """``last but one``, ``third from bottom``, ``next to last``: a place counted from one end."""
    if token(tokens, at) == "last" and token(tokens, at + 1) == "but":
        many = number(tokens, at + 2)
        place = int(many[0]) + 1 if many and not many[1] else 0
        return (Superlative(-1, place, place), many[2]) if many and place else None
    place = 2 if token(tokens, at) == "next" else ORDINALS.get(token(tokens, at), 0)
    if not place or token(tokens, at + 1) not in {"from", "to"}:
        return None
    behind = at + 2 + (token(tokens, at + 2) == "the")
    end = {"last": -1, "bottom": -1, "top": +1}.get(token(tokens, behind), 0)
    return (Superlative(end, place, place), behind + 1) if end else None


def _end(word: str) -> int:
    """+1 for a word of the high end, -1 for one of the low end, 0 for any other."""
    return SUPERLATIVES.get(word) or int(_ANY.fullmatch(word) is not None)


def _ranked(
    tokens: Sequence[str], at: int, start: int, *, shared: bool
) -> tuple[Superlative, int] | None:
    """A place by its number alone: ``ranked second``, ``the third``; not ``a third``."""
    place = ORDINALS.get(token(tokens, at), 0)
    led = at > start or start == 0 or token(tokens, start - 1) in _RANKED
    led |= token(tokens, at + 1) == "place"
    return (Superlative(+1, place, place, shared=shared), at + 1) if place and led else None


def _count(tokens: Sequence[str], at: int) -> int:
    """A whole number of one token, from two to nineteen; 0 if there is none."""
    read = number(tokens[: at + 1], at)
    return int(read[0]) if read and 1 < read[0] < 20 and not read[1] else 0  # noqa: PLR2004
