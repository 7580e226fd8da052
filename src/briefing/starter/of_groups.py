"""What breaks have to say: who answered, and which groups differ beyond chance."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.finding import (
    DONUT,
    Finding,
    among,
    amount_of,
    at_the_end,
    few_asked,
    opening_for,
    residue,
    says_of,
    shares_of,
    with_topic,
)
from briefing.starter.finding import plain as plain_words
from briefing.starter.markdown import bound, claimed, of_each, quoted, said
from briefing.starter.names import capital, small
from briefing.starter.stated import stated
from briefing.starter.ways_out import way_out
from briefing.survey.apart import is_other
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.model import GuessedAttribute, GuessedCrosstab, GuessedQuestion
    from briefing.tables.model import Table

_CHANCE = "In groups of this size that may be chance."
_LABEL = 50
_MOST = 84
"""Signs of what a group does with its topic; what is longer is said without: it stands above."""
_HEADLINE = 75
"""Signs beside the figure of a headline that has room for no more: the rest stands below it."""
_SHORT = 24
"""Signs of the longest groups that a headline names beside each other."""
_CLEAR = 1.96
"""Standard errors by which two groups must differ before a headline says so (conventions, 1.10)."""


def attribute_finding(attribute: GuessedAttribute, table: Table) -> Finding | None:
    """How many respondents belong to each group."""
    shares = shares_of(table)
    if not any(shares.values()):
        return None
    labels = {each.id: each.label for each in attribute.groups}
    named = [e for e in shares if not (is_other(labels[e]) or way_out(labels[e]))] or [*shares]
    best = max(named, key=lambda each: shares[each])
    name, short = attribute.id, said(attribute.label)
    few = few_asked(table)
    pct = amount_of(name, best, few=few)
    stating = stated(attribute.wording, labels[best])
    if stating:
        headline = f"{pct} {said(stating)}"
    elif best == at_the_end(shares):
        top = claimed("largest", f"{name}.{best}", among(name, shares, len(table.columns)))
        headline = f"{short}: {quoted(labels[best], 50)} is the {top} group, at {pct}"
    else:
        among_all = "" if few else " of respondents"
        headline = f"{short}: {pct}{among_all} are {quoted(labels[best], 50)}"
    given = sum(1 for value in shares.values() if value)
    flat = f"kind=ranked order=asked highlight={best}"
    charts = (f"kind=donut highlight={best}", flat) if given <= DONUT else (flat,)
    rest = residue(name, labels, shares, few=few)
    return Finding(name, short, headline, f"{headline}.", rest, charts, best)


def crosstab_finding(
    crosstab: GuessedCrosstab, question: GuessedQuestion, attribute: GuessedAttribute, table: Table
) -> Finding | None:
    """How far groups differ by the first net; a headline says so only if it is no chance."""
    scale = question.scale
    column = table.nets[0].id if table.nets else ""
    place = table.column(column)
    if scale is None or place is None:
        return None
    rows = {
        head.id: (value, table.bases[row].n)
        for row, head in enumerate(table.rows)
        if (value := table.cells[row][place].value) is not None and table.bases[row].n
    }
    if len(rows) < 2:  # noqa: PLR2004 - nothing to compare
        return None
    labels = {each.id: each.label for each in attribute.groups}
    values = {name: value for name, (value, _) in rows.items()}
    high, low = at_the_end(values), at_the_end(values, lowest=True)
    name, says = crosstab.id, with_topic(question, scale, column)
    about = "" if says else opening_for(question, says_of(scale, column))
    if len(plain_words(says)) > _MOST:
        about = says = ""
    says = says or says_of(scale, column)
    title = said(crosstab.title)
    plain = (f"kind=crosstab show={column}", f"kind=bars show={column}")
    if not (high and low and _differ(rows[high], rows[low])):
        by = f"by {said(small(attribute.label))}"
        ends = {end: bound(name, end, column, "pct") for end in _ends(values)}
        cells = among(name, rows, len(table.rows), column)
        headline, lead = _undecided(ends, labels, values, cells, about=about, says=says, by=by)
        return Finding(name, title, headline, "", lead, plain, "")
    charts = (f"kind=crosstab highlight={high}.{column}", *plain)
    cells = among(name, rows, len(table.rows), column)
    top = claimed("highest", f"{name}.{high}.{column}", cells)
    bottom = claimed("lowest", f"{name}.{low}.{column}", cells)
    pct, low_pct = bound(name, high, column, "pct"), bound(name, low, column, "pct")
    first, last = quoted(labels[high], 50), quoted(labels[low], 50)
    whose = f"{says} among {first}"
    headline = f"{about} {pct} {whose}".strip()
    lead = f"t is {bottom} among {last}, at {low_pct}."
    long = len(plain_words(f"{about} {whose}")) > _HEADLINE
    return Finding(
        name,
        title,
        headline if long else f"{headline}, the {top} share",
        f"{pct} {says} among {first}, {low_pct} among {last}.",
        f"That is the {top} share; i{lead}" if long else f"I{lead}",
        charts,
        f"{high}.{column}",
        strength=values[high] - values[low] + Fraction(1, 2),
    )


def _undecided(
    ends: Mapping[str, str],
    labels: Mapping[str, str],
    values: Mapping[str, Fraction],
    cells: Sequence[str],
    *,
    about: str,
    says: str,
    by: str,
) -> tuple[str, str]:
    """The headline and the lead of groups that no test tells apart.

    `ends` are the figures of the groups of the least and the greatest share, `cells` those of all.
    """
    (low, least), (high, most) = ends.items()
    if half_up(100 * values[low]) == half_up(100 * values[high]):
        words = f"in each group {of_each(most, cells)}"
        begins = not about or about.endswith("?")
        return f"{about} {capital(words) if begins else words} {says}, {by}".strip(), ""
    first, last = quoted(labels[low], _LABEL), quoted(labels[high], _LABEL)
    if max(len(labels[low]), len(labels[high])) <= _SHORT:
        return f"{about} {least} {says} among {first}, {most} among {last}".strip(), _CHANCE
    told = f"It is {least} among {first}. {_CHANCE}"
    return f"{about} {most} {says} among {last}".strip(), told


def _ends(values: Mapping[str, Fraction]) -> tuple[str, str]:
    """The groups of the least and of the greatest share."""
    least, *_, most = sorted(values, key=lambda each: values[each])
    return least, most


def _differ(one: tuple[Fraction, int], other: tuple[Fraction, int]) -> bool:
    """A pooled two-sided z-test at the 95 per cent level, of bases of 30 or more."""
    (p, n), (q, m) = one, other
    if min(n, m) < 30:  # noqa: PLR2004 - conventions, 1.10
        return False
    pooled = float((p * n + q * m) / (n + m))
    spread = pooled * (1 - pooled) * (1 / n + 1 / m)
    return bool(spread > 0 and float(p - q) > _CLEAR * spread**0.5)
