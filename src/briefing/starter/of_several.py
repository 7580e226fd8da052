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
    named,
    opening_for,
    residue,
    shares_of,
    values_in,
)
from briefing.starter.markdown import called, claimed, quoted, said
from briefing.survey.apart import is_other

if TYPE_CHECKING:
    from briefing.starter.model import GuessedQuestion
    from briefing.tables.model import Table


_ONE = "One answer"
"""What a headline says of an answer that is too long to stand in it."""
_IN_HEADLINE, _IN_LEAD = 72, 64
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
    label = called(labels[best], _IN_HEADLINE)
    told = f"{pct} choose {quoted(labels[best])}."
    first = ""
    if best == at_the_end(shares) and best not in question.exclusive:
        most = claimed("most often", f"{name}.{best}", among(name, shares, len(table.columns)))
        headline = f"{label or _ONE} is chosen {most}, by {pct}"
        first = "" if label else f"It is {quoted(labels[best])}."
    elif label:
        says = f"choose {label}"
        headline = f"{opening_for(question, says)} {pct} {says}".strip()
    else:
        headline, first = named(question), told
    rest = [each for each in ranked if each != best and each not in question.exclusive]
    rest = [each for each in rest if shares[each] and not is_other(labels[each])][:2]
    after = [
        f"{called(labels[each], _IN_LEAD) or quoted(labels[each])} "
        f"({amount_of(name, each, few=few)})"
        for each in rest
    ]
    comes = "comes" if len(after) == 1 else "come"
    lead = f"{first} After that {comes} {' and '.join(after)}.".strip() if after else first
    lead = f"{lead} {residue(name, labels, shares, few=few)}".strip()
    return Finding(
        name,
        short,
        headline,
        told,
        lead,
        (f"kind=ranked highlight={best}", "kind=ranked"),
        best,
        caption=f"choose {label}" if label and not few else "",
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
    label = called(labels[best], _IN_HEADLINE)
    if best == at_the_end(values, parts=10):
        top = claimed(
            "highest", f"{name}.{best}.score", among(name, values, len(table.rows), "score")
        )
        headline = f"{label or _ONE} is ranked {top}"
        lead = "" if label else f"It is {quoted(labels[best])}. "
        lead += f"{first} put it {_FIRST}."
    else:
        says = f"put {label} {_FIRST}"
        headline = f"{opening_for(question, says)} {first} {says}" if label else named(question)
        headline, lead = headline.strip(), ""
    if len(ranked) > 1:
        second = ranked[1]
        share = amount_of(name, second, "first", few=few)
        lead = f"{lead} {share} put {quoted(labels[second])} {_FIRST}.".strip()
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
