"""What questions with several answers have to say: what is chosen most often, or ranked first."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.finding import (
    Finding,
    among,
    amount_of,
    at_the_end,
    few_asked,
    opening_for,
    shares_of,
    values_in,
)
from briefing.starter.markdown import claimed, quoted, said
from briefing.survey.apart import is_other

if TYPE_CHECKING:
    from briefing.starter.model import GuessedQuestion
    from briefing.tables.model import Table


_IN_HEADLINE, _IN_LEAD = 56, 48
"""Signs of the longest label that a headline quotes, and of each of two in a line below it."""
_FIRST = "[first]{.literal}"
"""The rank, which the share beside it is bound to: no place among others is claimed."""


def multiple_finding(question: GuessedQuestion, table: Table) -> Finding | None:
    """The answer most often chosen, and what comes after it."""
    shares = shares_of(table)
    if not any(shares.values()):
        return None
    labels = {item.id: item.label for item in question.items}
    name, short = question.id, said(question.short)
    ranked = sorted(shares, key=lambda each: -shares[each])
    best = next((each for each in ranked if not is_other(labels[each])), ranked[0])
    few = few_asked(table)
    pct = amount_of(name, best, few=few)
    if best == at_the_end(shares) and best not in question.exclusive:
        most = claimed("most often", f"{name}.{best}", among(name, shares, len(table.columns)))
        headline = f"{quoted(labels[best], _IN_HEADLINE)} is chosen {most}, by {pct}"
        told = f"{pct} choose {quoted(labels[best])}."
    else:
        says = f"choose {quoted(labels[best], _IN_HEADLINE)}"
        headline = f"{opening_for(question, says)} {pct} {says}".strip()
        told = f"{pct} choose {quoted(labels[best])}."
    rest = [each for each in ranked if each != best and each not in question.exclusive]
    rest = [each for each in rest if shares[each] and not is_other(labels[each])][:2]
    after = [
        f"{quoted(labels[each], _IN_LEAD)} ({amount_of(name, each, few=few)})" for each in rest
    ]
    lead = f"After that come {' and '.join(after)}." if after else ""
    return Finding(
        name,
        short,
        headline,
        told,
        lead,
        (f"kind=ranked highlight={best}", "kind=ranked"),
        best,
        caption="" if few else f"choose {quoted(labels[best], _IN_HEADLINE)}",
        strength=shares[best] - few,
    )


def ranking_finding(question: GuessedQuestion, table: Table) -> Finding | None:
    """The item of the highest score, by how many put it first."""
    values = values_in(table, "score")
    if not any(values.values()):
        return None
    labels = {item.id: item.label for item in question.items}
    name, short = question.id, said(question.short)
    ranked = sorted(values, key=lambda each: -values[each])
    best = ranked[0]
    few = few_asked(table)
    first = amount_of(name, best, "first", few=few)
    if best == at_the_end(values):
        top = claimed(
            "highest", f"{name}.{best}.score", among(name, values, len(table.rows), "score")
        )
        headline = f"{quoted(labels[best], _IN_HEADLINE)} is ranked {top}"
        lead = f"{first} put it {_FIRST}."
    else:
        says = f"put {quoted(labels[best], _IN_HEADLINE)} {_FIRST}"
        headline = f"{opening_for(question, says)} {first} {says}".strip()
        lead = ""
    if len(ranked) > 1:
        second = ranked[1]
        share = amount_of(name, second, "first", few=few)
        lead = f"{lead} {share} put {quoted(labels[second], _IN_HEADLINE)} {_FIRST}.".strip()
    return Finding(
        name,
        short,
        headline,
        f"{first} put {quoted(labels[best])} {_FIRST}.",
        lead,
        (f"kind=ranked highlight={best}.score", "kind=ranked"),
        f"{best}.score",
        strength=Fraction(1, 2) - few,
    )
