"""Bands of numbers in a codebook: where one ends the next begins, and nothing is in two."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from briefing.survey.labels import quoted
from briefing.survey.model import MEAN, MEDIAN
from briefing.survey.question import Band
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.sections import Section

_KEY = "bands"


def read_bands(section: Section) -> tuple[Band, ...]:
    """Read ``bands`` of a numeric question: a list of limits, or a table of bands with labels.

    ``[5, 10]`` makes three bands: under 5, from 5 to under 10, and 10 and over.
    """
    given = section.raw(_KEY)
    if given is None:
        return ()
    if isinstance(given, list):
        return _between(section, given)
    bands = [
        Band(each, label, *_limits(entry))
        for each, label, entry in section.labelled(_KEY)
        if each not in (MEAN, MEDIAN) or _taken(section, each)
    ]
    _check_apart(section, bands)
    return tuple(bands)


def _limits(entry: Section) -> tuple[Fraction | None, Fraction | None]:
    low, high = entry.number("from"), entry.number("below")
    entry.asked.append("label")
    entry.finish()
    if low is None and high is None:
        entry.error("codebook-bands", f"{entry.name} has no limits", hint="Add from = or below =.")
    elif low is not None and high is not None and low >= high:
        entry.error("codebook-bands", f"{entry.name} holds no number: it ends where it begins")
    return low, high


def _taken(section: Section, name: str) -> bool:
    message = f"{section.name}.{_KEY}: {quoted(name)} stands for the figure of all numbers"
    section.error("codebook-id", message, _KEY, "Choose another id, the label stays.")
    return False


def _between(section: Section, given: list[Any]) -> tuple[Band, ...]:
    limits = [each for each in given if type(each) in (int, float)]
    if len(limits) < len(given) or not limits or any(one >= two for one, two in pairwise(limits)):
        section.error(
            "codebook-bands",
            f"{section.name}.{_KEY} must be limits that rise",
            _KEY,
            "Write bands = [5, 10, 20]: under 5, 5 to under 10, 10 to under 20, 20 and over.",
        )
        return ()
    exact = [Fraction(str(each)) for each in limits]
    first, last = limits[0], limits[-1]
    return (
        Band(f"under_{_id(first)}", wording().band_under(high=_words(first)), None, exact[0]),
        *(
            Band(
                f"from_{_id(low)}",
                wording().band_between(low=_words(low), high=_words(high)),
                start,
                end,
            )
            for (low, high), (start, end) in zip(pairwise(limits), pairwise(exact), strict=True)
        ),
        Band(f"from_{_id(last)}", wording().band_over(low=_words(last)), exact[-1], None),
    )


def _id(limit: float) -> str:
    return str(limit).replace("-", "minus_").replace(".", "_").replace("+", "")


def _words(limit: float) -> str:
    return wording().numbers.written(f"{limit:,}").replace("-", "\N{MINUS SIGN}")


def _check_apart(section: Section, bands: list[Band]) -> None:
    for one, two in pairwise(bands):
        if one.high is None or two.low is None or one.high > two.low:
            section.error(
                "codebook-bands",
                f"{section.name}.{_KEY}: {one.id} and {two.id} overlap or do not rise",
                _KEY,
                "A band goes from its limit up to, but not with, the one that it is below.",
            )
