"""How closely an amount is stated: ``just under``, ``no fewer than``, ``or so``.

`TOLERANCES` is the one table of what each hedge allows. Most phrases are by how much, and over or
under what: `GRADED` has the two halves, each of which goes with each of the other.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from briefing.claims.statements import Tolerance, reach
from briefing.claims.tokens import follows, phrases, token

if TYPE_CHECKING:
    from collections.abc import Sequence


class Hedge(Enum):
    """How closely an amount is stated."""

    PLAIN = "as stated"
    EXACTLY = "exactly"
    OVER = "over"
    UNDER = "under"
    JUST_OVER = "just over"
    JUST_UNDER = "just under"
    BARELY = "barely"
    FULLY = "fully"
    ALMOST = "almost"
    NEAR = "close to"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    UP_TO = "up to"
    AS_HIGH = "as high as"
    AS_LOW = "as low as"
    WELL_OVER = "well over"
    WELL_UNDER = "well under"


_OVER = ("over", "above", "more than", "in excess of", "higher than", "greater than", "beyond")
_UNDER = ("under", "below", "less than", "fewer than", "lower than", "short of")
_BY_LITTLE = (
    *("just", "only just", "slightly", "only slightly", "a little", "only a little", "a bit"),
    *("a shade", "a touch", "a tad", "a whisker", "a fraction", "a hair", "a notch"),
    *("narrowly", "marginally", "fractionally"),
)
_BARELY_OVER = ("barely", "hardly", "scarcely", "little", "not much", "not far")
_BY_MUCH = (
    *("well", "far", "much", "way", "considerably", "significantly", "substantially"),
    *("comfortably", "clearly", "easily", "markedly", "vastly", "a good deal", "a great deal"),
    *("a lot", "a long way", "some way"),
)
GRADED = {
    "JUST_OVER": ((*_BY_LITTLE, *_BARELY_OVER), _OVER),
    "JUST_UNDER": (_BY_LITTLE, _UNDER),
    "WELL_OVER": (_BY_MUCH, _OVER),
    "WELL_UNDER": (_BY_MUCH, _UNDER),
}
"""By how much, and over or under what: each of the first with each of the second."""

ALONE = {
    "PLAIN": "only|just|a mere|merely",
    "EXACTLY": "exactly|precisely",
    "OVER": "over|more than|above|upwards of|in excess of|greater than|higher than|north of|"
    "exceeding|beyond|better than|rather more than|rather over|somewhat more than|something over|>",
    "UNDER": "under|fewer than|less than|below|lower than|not even|short of|south of|"
    "rather less than|rather fewer than|somewhat less than|somewhat fewer than|something under|<",
    "JUST_OVER": "a good",
    "BARELY": "barely|scarcely|only just|a bare",
    "FULLY": "fully|a full|a whole|a clear|a solid",
    "ALMOST": "almost|nearly|very nearly|approaching|something approaching|not quite|nigh on|"
    "close on|getting on for|the best part of|the better part of|just shy of|a little shy of|"
    "shy of|little short of|not far short of|not far below|not far under|not much under|"
    "not much below|not much less than|little under|little less than|nearing|pushing|"
    "virtually|practically|as good as",
    "NEAR": "close to|very close to|near|near to|near enough|not far off|not far from|"
    "somewhere near|something close to",
    "ABOUT": "about|just about|around|round about|roughly|approximately|approx|some|circa|"
    "broadly|something like|somewhere around|in the region of|somewhere in the region of|"
    "in the order of|of the order of|in the neighbourhood of|more or less|more like|an estimated",
    "AT_LEAST": "at least|at the very least|no fewer than|no less than|no lower than|"
    "not less than|not fewer than|nothing less than|a minimum of",
    "AT_MOST": "at most|at the most|at the very most|at best|no more than|no higher than|"
    "no greater than|not more than|not above|not over|not exceeding|a maximum of",
    "UP_TO": "up to",
    "AS_HIGH": "as many as|as much as|as high as",
    "AS_LOW": "as few as|as little as|as low as",
    "WELL_UNDER": "nowhere near|nowhere close to|nothing like|not nearly|not anywhere near",
}
"""Phrases that stand by themselves."""


def _every_hedge() -> dict[str, str]:
    graded = {
        name: [f"{much} {than}" for much in by for than in what]
        for name, (by, what) in GRADED.items()
    }
    return {
        each.name: "|".join((*graded.get(each.name, ()), *filter(None, [ALONE.get(each.name, "")])))
        for each in Hedge
    }


HEDGES = phrases(_every_hedge())
"""The hedges that are understood, by their words."""

FRACTION_TOLERANCE = Tolerance(
    reach("(-1, 1)"), "a fraction is said of what differs by less than one point"
)
"""What a fraction without a hedge allows (conventions, 1.13)."""

TOLERANCES = {
    Hedge.EXACTLY: Tolerance(reach("[0, 0]"), "exact is exact, before rounding"),
    Hedge.OVER: Tolerance(reach("(0, ]"), "true of the unrounded share, however little"),
    Hedge.UNDER: Tolerance(reach("[, 0)"), "true of the unrounded share, however little"),
    Hedge.AT_LEAST: Tolerance(reach("[0, ]"), "true of the unrounded share"),
    Hedge.AT_MOST: Tolerance(reach("[, 0]"), "true of the unrounded share"),
    Hedge.JUST_OVER: Tolerance(reach("(0, 3]"), "up to three points: 23 is just over a fifth"),
    Hedge.JUST_UNDER: Tolerance(reach("[-3, 0)"), "up to three points, and never reached"),
    Hedge.BARELY: Tolerance(reach("[0, 3]"), "reached, and by three points at most"),
    Hedge.FULLY: Tolerance(reach("[0, 3]"), "it is reached; a percentage also by what prints it"),
    Hedge.ALMOST: Tolerance(reach("[-3, 0)"), "up to three points below, and never reached"),
    Hedge.NEAR: Tolerance(reach("[-3, 3]"), "up to three points either way"),
    Hedge.UP_TO: Tolerance(reach("[-3, 0]"), "names the highest value, so one comes near it"),
    Hedge.ABOUT: Tolerance(
        reach("[-2, 2]"), "two points either way, less than half a step of five"
    ),
    Hedge.WELL_OVER: Tolerance(reach("[5, ]"), "a difference that a reader would call clear"),
    Hedge.WELL_UNDER: Tolerance(reach("[, -5]"), "a difference that a reader would call clear"),
}
"""What a hedge allows, as value less amount in percentage points.

An amount without a hedge has `FRACTION_TOLERANCE` as a fraction; as a percentage it must be the
figure that rounding half up prints (100 of all alone, 0 of none), as a number it must be the
number."""

AS_STATED = frozenset({Hedge.PLAIN, Hedge.AS_HIGH, Hedge.AS_LOW})
"""Hedges that only tell how an amount is meant: of several cells the highest, or the lowest."""


# -- behind an amount ------------------------------------------------------------------------------

_OR = {
    **dict.fromkeys(("more", "over", "above", "higher"), Hedge.AT_LEAST),
    **dict.fromkeys(("less", "fewer", "under", "below", "lower"), Hedge.AT_MOST),
    **dict.fromkeys(("so", "thereabouts"), Hedge.ABOUT),
}
_GOES_ON = frozenset(
    {"than", "often", "likely", "a", "the", "half", "third", "quarter", "fifth", "sixth", "seventh"}
)
_GOES_ON |= {"eighth", "ninth", "tenth", "twentieth", "one", "two", "three"}
"""What stands behind ``or more``, ``or over`` that is no hedge: ``or over a third``."""


def read_or_more(tokens: Sequence[str], at: int) -> tuple[Hedge, int] | None:
    """``or more``, ``or fewer``, ``or so`` behind an amount, and where it ends.

    Not ``or more than a third``, which says the amount again.
    """
    for loosely in (("give", "or", "take"), ("more", "or", "less")):
        if follows(tokens, at, *loosely):
            return Hedge.ABOUT, at + len(loosely)
    hedge = _OR.get(token(tokens, at + 1)) if token(tokens, at) == "or" else None
    return (hedge, at + 2) if hedge and token(tokens, at + 2) not in _GOES_ON else None
