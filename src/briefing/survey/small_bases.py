"""What a codebook says of small groups, and a break of its own, otherwise than the survey (1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.survey.question import SmallBases

if TYPE_CHECKING:
    from briefing.survey.question import Exceptions
    from briefing.survey.sections import Section

TREATMENTS = ("suppress", "counts", "show")
LIMITS = ("caution_below", "suppress_below", "percent_from", "mask_below")
"""Keys of ``[survey]``, of an attribute and of a question; each is a number of respondents."""


def read_small_bases(section: Section) -> SmallBases:
    """What becomes of small groups by the ``[survey]`` of a codebook."""
    said: dict[str, Any] = dict(read_exceptions(section))
    return SmallBases(**said)


def read_exceptions(section: Section) -> Exceptions:
    """The exceptions that a break makes; none if it says nothing."""
    found: list[tuple[str, str | int]] = []
    if section.has("small_bases"):
        found.append(("treatment", section.choice("small_bases", TREATMENTS, TREATMENTS[0])))
    found += [(each, section.whole(each)) for each in LIMITS if section.has(each)]
    section.asked.extend(("small_bases", *LIMITS))
    return tuple(found)
