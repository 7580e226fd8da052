"""What words can be proved by: the tables, the comments, the facts of survey and publication."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.claims.formats import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from briefing.survey.model import Codebook, Comment, Disclosure
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that words refer to; `facts` are texts by their references (``survey.fieldwork``)."""

    tables: Mapping[str, Table]
    comments: Mapping[str, Comment] = field(default_factory=dict)
    disclosures: tuple[Disclosure, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


def gather(
    codebook: Codebook, tables: Mapping[str, Table], comments: Iterable[Comment]
) -> Evidence:
    """The evidence of a survey: its tables and comments, when it was held, what it is called."""
    facts = {"survey.title": codebook.title}
    if codebook.fieldwork:
        facts["survey.fieldwork"] = period(*codebook.fieldwork)
    return Evidence(
        tables, {comment.id: comment for comment in comments}, codebook.disclosures, facts
    )


def period(first: date, last: date) -> str:
    """Two dates in words, saying once what they share: ``6 April to 11 May 2017``."""
    end = f"{last.day}{NO_BREAK}{_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    start = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        start += NO_BREAK + _MONTHS[first.month - 1]
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} to {end}"


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
