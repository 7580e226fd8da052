"""What a question with one answer has to say: the larger end of its scale, or its first answer."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.wording import true_words
from briefing.starter.finding import COLUMNS, DONUT, Finding, is_aside, says_of, shares_of
from briefing.starter.markdown import bound, claimed, said
from briefing.starter.names import capital, small
from briefing.tables.model import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.starter.model import GuessedQuestion, GuessedScale
    from briefing.tables.model import Table

_TOPIC_ROOM = 78
"""Signs that a topic may have for a headline to go on with it."""


def single_finding(question: GuessedQuestion, table: Table) -> Finding | None:
    """The larger end of a scale and its other end, or the answer most given and the next."""
    scale = question.scale
    shares = shares_of(table)
    if scale is None or not any(shares.values()):
        return None
    column = _best(table, shares)
    value = shares[column]
    if not value:
        return None
    whole = _with_topic(question, scale, column)
    says = says_of(scale, column)
    pct = bound(question.id, column, "pct")
    short = said(question.short)
    opening = said(question.opening)
    headline = f"{pct} {whole}" if whole else f"{opening} {pct} {says}"
    words = true_words(value)[-1]
    worded = ""
    if not words.endswith("cent") and 0 < value < 1:
        first = whole or question.opening.endswith("?")
        claim = claimed(capital(words) if first else words, f"{question.id}.{column}")
        worded = f"{claim} {whole}" if whole else f"{opening} {claim} {says}"
    return Finding(
        question.id,
        short,
        headline,
        f"{pct} {whole or says}.",
        _lead(scale, table, shares, column, question.id),
        _charts(scale, table, column),
        column,
        worded,
        whole or f"{says} ({small(short) if short[:1] != '[' else short})",
        value + (Fraction(1, 4) if table.nets else 0),
    )


def _with_topic(question: GuessedQuestion, scale: GuessedScale, name: str) -> str:
    """What they do and of what, if the wording lends itself to it: ``agree that …``."""
    says, _ = scale.told(name)
    if not (says and question.topic) or len(question.topic) > _TOPIC_ROOM:
        return ""
    about = {"agreement": "agree"}.get(scale.family, scale.family.replace("_", " "))
    if about not in question.wording.casefold():
        return ""
    return f"{said(says)} {said(question.topic)}"


def _best(table: Table, shares: Mapping[str, Fraction]) -> str:
    """The column that a headline speaks of: the larger of the nets, else the largest answer."""
    nets = [head.id for head in table.nets if shares.get(head.id, 0) >= Fraction(3, 10)]
    answers = [head.id for head in table.answers if head.id in shares and not is_aside(head.part)]
    return max(nets or answers or list(shares), key=lambda each: shares[each])


def _lead(
    scale: GuessedScale, table: Table, shares: Mapping[str, Fraction], column: str, name: str
) -> str:
    """What else there is to say: the other end of the scale, or what comes next."""
    others = [head.id for head in table.nets if head.id != column and shares.get(head.id)]
    if others and scale.diverging:
        other = others[0]
        return f"{bound(name, other, 'pct')} {says_of(scale, other)}."
    of = next((head.of for head in table.nets if head.id == column), (column,))
    rest = [
        head.id
        for head in table.answers
        if head.id not in of and shares.get(head.id) and not is_aside(head.part)
    ]
    rest.sort(key=lambda each: -shares[each])
    told = [f"{bound(name, each, 'pct')} {says_of(scale, each)}" for each in rest[:2]]
    return f"{', and '.join(told)}." if told else ""


def _charts(scale: GuessedScale, table: Table, column: str) -> tuple[str, ...]:
    given = sum(
        1
        for head, cell in zip(table.columns, table.cells[0], strict=True)
        if head.part is not Part.NET and cell.value
    )
    ranked = f"kind=ranked{' order=asked' if scale.ordered else ''} highlight={column}"
    flat = f"kind=ranked{' order=asked' if scale.ordered else ''}"
    net = any(head.id == column for head in table.nets)
    plain = flat if net else ranked
    if given <= DONUT:
        return (f"kind=donut highlight={column}", f"kind=bars highlight={column}", plain)
    if scale.ordered and len(table.answers) <= COLUMNS:
        return (f"kind=columns highlight={column}", plain)
    return (plain,)
