"""What breaks have to say: who answered, and which groups differ beyond chance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.finding import (
    DONUT,
    OPPOSED,
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
from briefing.starter.rounds import ROUNDS
from briefing.starter.stated import stated
from briefing.starter.ways_out import way_out
from briefing.starter.whose import whose
from briefing.survey.apart import is_other
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.model import GuessedAttribute, GuessedCrosstab, GuessedQuestion
    from briefing.tables.model import Table

_CHANCE = "In groups of this size such differences may be chance."
_MOST = 96
"""Signs of what a group does with its topic; what is longer is said without: it stands above."""
_ROWS = 6
"""Groups that a slide holds with a count beside each; more are bars without."""
_HEADLINE = 75
"""Signs beside the figure of a headline that has room for no more: the rest stands below it."""
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
    stating = stated(attribute.wording, labels[best]) or _of_them(attribute, labels[best])
    if stating:
        headline = f"{pct} {said(stating)}"
    elif labels[best].partition(",")[0].casefold() in ("yes", "no"):  # no group is called so
        headline = f"{short}: {pct} answer {quoted(labels[best], 50)}"
    elif best == at_the_end(shares):
        top = claimed("largest", f"{name}.{best}", among(name, shares, len(table.columns)))
        headline = f"{short}: {quoted(labels[best], 50)} is the {top} group, at {pct}"
    else:
        among_all = "" if few else " of respondents"
        headline = f"{short}: {pct}{among_all} are {quoted(labels[best], 50)}"
    given = sum(1 for value in shares.values() if value)
    flat = f"kind=ranked order=asked highlight={best}"
    round_ = given <= DONUT and not (_ORDERED.match(name) and given > OPPOSED)
    charts = (f"kind=donut highlight={best}", flat) if round_ else (flat,)
    rest = residue(name, labels, shares, few=few)
    return Finding(name, short, headline, f"{headline}.", rest, charts, best)


def _of_them(attribute: GuessedAttribute, label: str) -> str:
    """What those of a group are, or where they live, in plain words; empty where none are known."""
    if attribute.id in ROUNDS and any(sign.isdigit() for sign in label):
        return f"answered in {label}"
    place = whose(attribute, label)
    if place.startswith("among those aged "):
        return f"are aged {small(label)}"
    if place.startswith("in ") and "“" not in place:
        verb = _STAYS.search(attribute.wording)
        return f"{verb[1].casefold()} in {label}" if verb else ""
    return f"are {small(label)}" if label.casefold() in _SEXES else ""


_ORDERED = re.compile(r"age|length|birth|income|grade|education|household|wave|round|year|quarter")
"""Attributes whose groups follow each other, and are read in that order: bars, no ring."""
_STAYS = re.compile(r"\b(?:do you|you|respondents?) (?:currently |mainly |usually )?(live|work)\b")
_SEXES = frozenset({"female", "male", "women", "men"})


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
        if (value := table.cells[row][place].value) is not None
        and table.bases[row].n
        and not table.total(row)
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
    of = {each: whose(attribute, label) for each, label in labels.items()}
    groups = sum(not table.total(row) for row in range(len(table.rows)))
    cells = among(name, rows, groups, column)
    told = _Told(name, column, about, says, of, cells)
    title = said(crosstab.title)
    order = " order=asked" if _ORDERED.match(attribute.id) else ""
    plain: tuple[str, ...] = (f"kind=crosstab show={column}", f"kind=bars{order} show={column}")
    weighted = any(base.weighted is not None for base in table.bases)
    if weighted or groups > _ROWS:  # weighted "25 of 45" is not 63 per cent
        plain = plain[1:]
    least, most = _ends(values)
    differ = _differ(rows[most], rows[least])
    if not (differ and (high or low)):
        by = f"by {said(small(attribute.label))}"
        headline, lead = _undecided(told, values, high, low, by)
        return Finding(name, title, headline, "", "" if differ else lead, plain, "")
    lowest = not high or (bool(low) and _falls_behind(values, high, low))
    end = low if lowest else high
    headline, message, lead = _decided(told, values, end, high if lowest else low, lowest=lowest)
    return Finding(
        name,
        title,
        headline,
        message,
        lead,
        (plain[0].replace(f"show={column}", f"highlight={end}.{column}"), *plain),
        f"{end}.{column}",
        strength=values[most] - values[least] + Fraction(1, 2),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of groups: of which table and column, and how each group is named."""

    name: str
    column: str
    about: str
    """What stands before what is said; often empty."""
    says: str
    of: Mapping[str, str]
    cells: Sequence[str]
    """The cells of all groups, which a claim is made among."""

    def share(self, group: str) -> str:
        """The share of a group, as a bound figure."""
        return bound(self.name, group, self.column, "pct")

    def end(self, group: str, word: str) -> str:
        """A word that a build proves of a group among all."""
        return claimed(word, f"{self.name}.{group}.{self.column}", self.cells)

    def after(self, words: str) -> str:
        """Words behind what they are about: a sentence of their own, or behind a colon."""
        begins = not self.about or plain_words(self.about).endswith("?")
        return f"{self.about} {capital(words) if begins else words}".strip()


def _falls_behind(values: Mapping[str, Fraction], high: str, low: str) -> bool:
    """Whether the lowest group stands further from all others than the highest does."""
    others = [value for name, value in values.items() if name not in (high, low)]
    if not others:
        return False
    middle = sum(others, Fraction(0)) / len(others)
    return middle - values[low] > values[high] - middle


def _decided(
    told: _Told, values: Mapping[str, Fraction], end: str, other: str, *, lowest: bool
) -> tuple[str, str, str]:
    """The headline, the message and the lead of groups that differ beyond chance.

    They speak of the group that stands furthest from the others, and then of the `other` end, which
    is empty where several groups share it.
    """
    words = ("lowest", "highest") if lowest else ("highest", "lowest")
    here = told.end(end, words[0])
    said_so = f"{told.share(end)} {told.says} {told.of[end]}"
    headline = f"{told.about} {said_so}".strip()
    long = len(plain_words(f"{told.about} {told.says} {told.of[end]}")) > _HEADLINE
    if other:
        lead = f"it is {told.end(other, words[1])} {told.of[other]}, at {told.share(other)}."
        message = f"{said_so}, {told.share(other)} {told.of[other]}."
    else:
        lead = f"in other groups it is {told.share(_ends(values)[lowest])}."
        lead = lead.replace("it is ", "it is up to " if lowest else "it is as low as ")
        message = f"{said_so}, the {here} share."
    return (
        headline if long else f"{headline}, the {here} share",
        message,
        f"That is the {here} share; {lead}" if long else capital(lead),
    )


def _undecided(
    told: _Told, values: Mapping[str, Fraction], high: str, low: str, by: str
) -> tuple[str, str]:
    """The headline and the lead of groups that no test tells apart.

    A headline that named two of them would tell of a difference; it tells how far all lie apart.
    `high` and `low` are empty where several groups share an end.
    """
    least, most = _ends(values)
    if half_up(100 * values[least]) == half_up(100 * values[most]):
        words = f"in each group {of_each(told.share(most), told.cells)}"
        return f"{told.after(words)} {told.says}, {by}", ""
    words = f"{by}, between {told.share(least)} and {told.share(most)}"
    ends = [
        f"{told.end(group, word)} {told.of[group]}"
        for group, word in ((low, "lowest"), (high, "highest"))
        if group
    ]
    lead = f"It is {' and '.join(ends)}. {_CHANCE}" if ends else _CHANCE
    return f"{told.after(words)} {told.says}", lead


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
