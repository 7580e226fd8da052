"""What a figure is called in front of it: the mean score is no share, the share no count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.claims.figures import Figure

_CLAUSE = re.compile(r"[.!?;,()\N{EN DASH}\N{EM DASH}]")
_SHARE = r"shares?|percentages?|proportions?"
_ITSELF = (
    r"(?:\s(?:is|was|are|were|stands?\sat|stood\sat|reach(?:es|ed)|comes?\sto|came\sto)|:)"
    r"(?:\s(?:only|just|now|still|then|about|over|under|almost|nearly|some|at))*\s?$"
)
"""What stands between the name of a figure and the figure."""
_OF_WHAT = (
    rf"(?:\s(?!(?:{_SHARE}|is|was|are|were|stands?|stood|reach(?:es|ed)|comes?|came|who|that)\b)"
    r"[\w'\N{RIGHT SINGLE QUOTATION MARK}-]+)"
)
_MEAN = re.compile(
    r"(?:^\W*|\b(?:the|their|its|our|whose|an?)\s(?:overall\s)?)"
    rf"(?P<said>(?:mean|average|median)(?:\s(?:score|rating|mark|value|amount|number|rank))?)"
    rf"(?:{_OF_WHAT}{{0,6}}?{_ITSELF}|(?P<of>\sof\s)$)",
    re.IGNORECASE,
)
"""``a mean of 21 per cent`` as well; ``the mean of 21 answers`` is of so many."""
_OF_THEM = re.compile(
    rf"\bthe\s(?P<said>{_SHARE})(?:\s(?:of|who|that|which)\s[^.!?:;,]+?)?{_ITSELF}", re.IGNORECASE
)
_NO_MEANS = frozenset({"pct", "count", "base", "points"})
_NO_SHARES = frozenset({"count", "base", "score", "rank", "net"})


def miscalled(before: str, figure: Figure) -> str:
    """What a figure is called in front of it that it is not; nothing if it is called rightly.

    A mean of a question about percentages may be a share; a share on average is one.
    """
    clause = _CLAUSE.split(before)[-1]
    mean = _MEAN.search(clause) if figure.kind in _NO_MEANS else None
    if mean and mean["of"] and figure.kind in ("count", "base"):
        return ""
    found = mean or (_OF_THEM.search(clause) if _is_no_share(figure) else None)
    if found is None and _is_no_share(figure) and figure.kind not in ("count", "base"):
        found = _A_SHARE.search(clause)
    return found["said"] if found else ""


_A_SHARE = re.compile(rf"\b(?:a|the)\s(?P<said>{_SHARE})\sof\s$", re.IGNORECASE)
"""``a share of`` right in front of a figure; that of a count may be of so many."""
_MEASURES = {
    "mean": re.compile(r"\b(?:median|mid-?point)\b", re.IGNORECASE),
    "median": re.compile(r"\b(?:mean|average)\b", re.IGNORECASE),
}
"""What a mean and a median are not."""


def measure_of(figure: Figure) -> str:
    """Whether a figure is the mean or the median of numbers; nothing if it is neither."""
    last = figure.cell.rpartition(".")[2]
    return last if figure.kind == "number" and last in _MEASURES else ""


def other_measure(before: str, words: str, behind: str, figure: Figure) -> str:
    """``The median spend`` in front of a mean, or the other way round, in its clause or its claim.

    An average is a mean, as readers take it.
    """
    measure = measure_of(figure)
    if not measure:
        return ""
    names = _MEASURED.findall(f"{_CLAUSE.split(before)[-1]}{words}")
    named = _IS_MEASURED.match(behind)
    said = named["said"] if named else names[-1] if names else ""
    return said if _MEASURES[measure].fullmatch(said) else ""


_MEASURED = re.compile(r"\b(?:median|mid-?point|mean|average)\b", re.IGNORECASE)
_IS_MEASURED = re.compile(
    r"\s(?:(?:is|was|as|at)\s(?:the|their|its|a)\s|\()(?P<said>median|mid-?point|mean|average)\b",
    re.IGNORECASE,
)


def _is_no_share(figure: Figure) -> bool:
    return figure.kind in _NO_SHARES or (figure.kind == "number" and is_of_another_unit(figure))


def is_of_another_unit(figure: Figure) -> bool:
    """Whether a mean has a unit of its own that is no percentage."""
    return bool(figure.unit) and figure.unit.strip() not in {"%", "per cent"}
