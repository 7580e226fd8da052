"""By how much one cell leads others: ``narrowly ahead``, ``clearly the highest``, ``by far``.

`LEADS` is the one table of what each of these words asks for.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.statements import Tolerance, reach
from briefing.claims.tokens import match, phrases, token

if TYPE_CHECKING:
    from collections.abc import Sequence

SLIGHTLY = Fraction(3)
"""Points by which a share may exceed another that it is slightly above."""
CLEAR = Fraction(5)
"""Points by which a share must exceed another that it is clearly above."""
FAR = Fraction(10)
"""Points by which a share must exceed another that it is far above."""

LEADS = {
    "": Tolerance(reach("(0, ]"), "however little"),
    "slightly": Tolerance(reach(f"(0, {SLIGHTLY}]"), "up to three points"),
    "clear": Tolerance(reach(f"[{CLEAR}, ]"), "a difference that a reader would call clear"),
    "far": Tolerance(reach(f"[{FAR}, ]"), "ten points or more"),
}
"""By how many points more, or tenths of a score, the first must be."""

_CLEARLY = "clearly|easily|comfortably|markedly|noticeably|distinctly|decidedly|convincingly"
_BARELY = "slightly|marginally|narrowly"
MARGINS = phrases(
    {
        "slightly": f"{_BARELY}|a little|a shade|a touch|just|only just|close",
        "clear": f"{_CLEARLY}|significantly",
        "far": "far|much|many|considerably|well|vastly|hugely|massively|greatly|substantially",
    }
)
"""In front of ``more`` and ``ahead``."""
DEGREES = phrases(
    {
        "slightly": f"{_BARELY}|slight|small|marginal|a little|little|a shade|a touch|a bit|"
        "only just",
        "clear": f"{_CLEARLY}|significantly|significant|clear|marked|noticeable|distinct|decided",
        "far": "far|widely|wide|sharply|sharp|steeply|steep|greatly|great|big|large|very|huge|"
        "hugely|massive|massively|vast|vastly|considerable|considerably|substantial|substantially|"
        "dramatic|dramatically|enormous|enormously|a lot|a great deal",
    }
)
"""Beside ``rose``, ``a fall`` and ``differ``."""
_FILLERS = frozenset({"only", "just", "quite", "rather", "too", "so"})
"""What may stand in front of a degree without changing it."""
OF_PLACES = phrases(
    {
        "slightly": f"{_BARELY}|only just|by a narrow margin|by a small margin|by a whisker|"
        "by a short head|by a hair|a close",
        "clear": f"{_CLEARLY}|by a clear margin|a clear|the clear",
        "far": "by far|far and away|by a long way|by a long chalk|by some distance|by a distance|"
        "by a wide margin|by a large margin|by a mile|by a country mile|hands down|"
        "overwhelmingly|vastly|streets ahead",
    }
)
"""In front of ``the highest``, or behind it."""


def leads_by(lead: Fraction, margin: str) -> bool:
    """Whether a lead in points is what its word asks for."""
    return LEADS[margin].reach.holds(lead)


def margin_around(tokens: Sequence[str], at: int) -> tuple[str, int]:
    """How large a change or a difference is said to be, and where that ends: ``only slightly``."""
    start = at
    while token(tokens, at) in _FILLERS:
        at += 1
    return match(DEGREES, tokens, at) or ("", start)


def margin_before(tokens: Sequence[str], at: int) -> str:
    """How large a change is said to be in front of a place: ``a slight`` rise."""
    ends = ((tuple(tokens[max(0, at - len(each)) : at]), each) for each in DEGREES)
    return next((DEGREES[each] for before, each in ends if before == each), "")


def read_margin(tokens: Sequence[str], at: int) -> tuple[str, int]:
    """How far ahead a place is said to be, and where that ends; nothing if it is not said."""
    return match(OF_PLACES, tokens, at) or ("", at)


def margin_in_front(tokens: Sequence[str]) -> str:
    """The words on how far ahead a place is that `tokens` end with."""
    return next((" ".join(each) for each in OF_PLACES if tokens[-len(each) :] == each), "")


def margin_behind(tokens: Sequence[str]) -> str:
    """The words on how far ahead a place is that `tokens` begin with."""
    return " ".join(tokens[: read_margin(tokens, 0)[1]])
