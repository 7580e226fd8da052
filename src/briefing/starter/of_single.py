"""What a question with one answer has to say: the larger end of its scale, or its first answer."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.wording import true_words
from briefing.starter.finding import (
    COLUMNS,
    DONUT,
    OPPOSED,
    Finding,
    amount_of,
    few_asked,
    is_aside,
    is_numbered,
    is_unknown,
    named,
    opening_for,
    plain,
    residue,
    says_of,
    shares_of,
    tells,
    with_topic,
)
from briefing.starter.markdown import bound, claimed, said
from briefing.starter.names import capital, small
from briefing.starter.stated import stated
from briefing.survey.apart import is_other
from briefing.survey.model import NET_SCORE
from briefing.survey.question import Kind
from briefing.tables.model import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.starter.model import GuessedQuestion, GuessedScale
    from briefing.tables.model import Table


def single_finding(question: GuessedQuestion, table: Table) -> Finding | None:
    """The larger end of a scale and its other end, or the answer most given and the next."""
    scale = question.scale
    shares = shares_of(table)
    if scale is None or not any(shares.values()):
        return None
    column = _best(table, shares, rated=scale.family == "rating")
    value = shares[column]
    if not value:
        return None
    few = few_asked(table)
    whole = with_topic(question, scale, column) or _stated(question, scale, column)
    says = whole or says_of(scale, column, _IN_HEADLINE)
    amount = amount_of(question.id, column, few=few)
    opening = "" if whole else opening_for(question, says)
    sentence = f"{amount} {says}"
    headline, lead = f"{opening} {sentence}".strip(), _lead(scale, table, shares, column, question)
    worded, long = "", len(plain(says)) > _LONGEST
    if long or not (whole or opening or tells(says) or is_numbered(question)):
        headline, lead = named(question), f"{capital(sentence)}. {lead}".strip()
    else:
        worded = _worded(question, column, value, opening, says, few=few)
    return Finding(
        question.id,
        said(question.short),
        headline,
        f"{amount} {whole or says_of(scale, column)}.",
        lead,
        _charts(scale, table, column),
        column,
        worded,
        "" if few else _caption(question, whole, says_of(scale, column)),
        _strength(scale, table, column, value) - few,
        complete=bool(whole),
    )


def _worded(
    question: GuessedQuestion, column: str, value: Fraction, opening: str, says: str, *, few: bool
) -> str:
    """The headline with the figure in words, where there are true ones."""
    words = "" if few else true_words(value)[-1]
    if not words or words.endswith("cent") or not 0 < value < 1:
        return ""
    first = not opening or plain(opening).endswith(("?", "."))
    claim = claimed(capital(words) if first else words, f"{question.id}.{column}")
    return f"{opening} {claim} {says}".strip()


_IN_HEADLINE, _IN_LEAD = 72, 64
"""Signs of the longest answers that a headline and its lead quote; the chart has them whole."""
_LONGEST = 120
"""Signs of what a headline says at most; what is longer stands in the line below it."""


def _caption(question: GuessedQuestion, whole: str, says: str) -> str:
    """What stands below a picture of the figure: with its topic, where it does not say so.

    A question stands above the chart beside it, and within brackets it would read like no other.
    """
    if whole or question.opening != f"{question.short}:":
        return whole or says
    short = said(question.short)
    return f"{says} ({small(short) if short[:1] != '[' else short})"


def _stated(question: GuessedQuestion, scale: GuessedScale, name: str) -> str:
    """What those who gave an answer say of themselves, if question and answer make a sentence."""
    words = stated(question.wording, scale.told(name)[1])
    return said(words) if words else ""


def _strength(scale: GuessedScale, table: Table, column: str, value: Fraction) -> Fraction:
    """How much of a finding a share is: more of a side of a scale, less of those without one."""
    if is_unknown(table.columns[_at(table, column)].part):
        return value - Fraction(1, 2)
    if value == 1:  # with nobody who says otherwise there is nothing to show
        return value - Fraction(1, 2)
    if scale.family == "bands":  # where most of some numbers lie is no finding
        return value - Fraction(1, 2)
    return value + (Fraction(1, 4) if table.nets else 0)


def _best(table: Table, shares: Mapping[str, Fraction], *, rated: bool = False) -> str:
    """The column that a headline speaks of: the larger of the nets, else the largest answer.

    Those who took no side are spoken of where they are most of all: a headline that hides them
    would tell of a handful. What the form had no answer for is no finding.
    """
    aside = [h.id for h in table.answers if is_unknown(h.part) and shares.get(h.id, 0) * 2 > 1]
    least = Fraction(0 if rated else 3, 10)  # a point of a rating tells less than an end of it
    nets = [head.id for head in table.nets if shares.get(head.id, 0) >= least]
    answers = [head.id for head in table.answers if head.id in shares and not is_aside(head.part)]
    named = [each for each in answers if not is_other(table.columns[_at(table, each)].label)]
    return max(aside or nets or named or answers or list(shares), key=lambda each: shares[each])


def _at(table: Table, column: str) -> int:
    return next(place for place, head in enumerate(table.columns) if head.id == column)


def _lead(
    scale: GuessedScale,
    table: Table,
    shares: Mapping[str, Fraction],
    column: str,
    question: GuessedQuestion,
) -> str:
    """What else there is to say: the other end of the scale, or what comes next."""
    name = question.id
    others = [head.id for head in table.nets if head.id != column and shares.get(head.id)]
    two_ends = any(head.id == column for head in table.nets)
    if others and (two_ends or scale.diverging or scale.family == "rating"):
        other = others[0]
        few = few_asked(table)
        score = f", so the net score is {bound(f'{name}.{NET_SCORE}')}" * (scale.scored and not few)
        return f"{amount_of(name, other, few=few)} {says_of(scale, other)}{score}."
    of = next((head.of for head in table.nets if head.id == column), (column,))
    rest = [
        head.id
        for head in table.answers
        if head.id not in of
        and shares.get(head.id)
        and not (is_aside(head.part) or is_other(head.label))
    ]
    rest.sort(key=lambda each: -shares[each])
    told = [
        f"{amount_of(name, each, few=few_asked(table))} {says_of(scale, each, _IN_LEAD)}"
        for each in rest[:2]
    ]
    lead = f"{', and '.join(told)}." if told else ""
    if question.kind is Kind.NUMERIC:
        mean = f"The mean is {bound(f'{name}.mean')}, the median {bound(f'{name}.median')}."
        lead = f"{lead} {mean}".strip()
    labels = {head.id: head.label for head in table.answers}
    return f"{lead} {residue(name, labels, shares, few=few_asked(table))}".strip()


def _charts(scale: GuessedScale, table: Table, column: str) -> tuple[str, ...]:
    given = sum(
        1
        for head, cell in zip(table.columns, table.cells[0], strict=True)
        if head.part not in (Part.NET, Part.SUMMARY) and cell.value
    )
    flat = f"kind=ranked{' order=asked' if scale.ordered else ''} highlight={column}"
    if scale.family == "bands" and given > OPPOSED:  # a ring has no from and to
        return (flat, f"kind=bars highlight={column}")
    if given <= DONUT:
        return (f"kind=donut highlight={column}", f"kind=bars highlight={column}", flat)
    if scale.ordered and len(table.answers) <= COLUMNS:
        return (f"kind=columns highlight={column}", flat)
    return (flat,)
