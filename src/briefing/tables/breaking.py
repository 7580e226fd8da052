"""Which groups of a break may be published: by their bases, and beside all that tables tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing.tables.bases import group_base
from briefing.tables.single import heads_of, rows_of
from briefing.tables.small_bases import Group, Shown, Why, published
from briefing.tables.variables import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.survey.model import Codebook, SmallBases
    from briefing.tables.count import Counter, Mask
    from briefing.tables.model import Head
    from briefing.tables.variables import Variable

KEPT_BACK = (Why.SMALL, Why.TELLING)
"""Why a group is hidden for the sake of small ones; the weak are only unreliable."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A question and its break, and who answered `both`."""

    counter: Counter
    question: Variable
    by: Variable
    both: Mask
    caution_below: int


@dataclass(frozen=True, slots=True, eq=False)
class Decided:
    """The groups that tables tell of a pair, and what of them may be published.

    `told` are their ids, `parts` the answers of the break that are told nowhere.
    """

    pair: Pair
    rule: SmallBases
    told: list[str]
    groups: list[Group]
    parts: list[Group]
    shown: Shown

    @property
    def hidden(self) -> frozenset[str]:
        """The answers of the groups that are kept back."""
        kept = zip(self.groups, self.shown.why, strict=True)
        return frozenset(answer for each, why in kept if why in KEPT_BACK for answer in each.of)


def decided_of(counter: Counter, names: tuple[str, str], *, alone: bool = False) -> Decided:
    """What of a question by a break, by their `names`, may be published.

    It is decided for all groups that any table tells of the two, so that one table never tells what
    another hides, and beside the other breaks of the question, unless it is asked for `alone`.
    """
    question, by = (named(counter, each) for each in names)
    codebook = counter.survey.codebook
    rule = codebook.small_groups(names[1])
    both = question.base() & by.answered() & counter.everyone
    pair = Pair(counter, question, by, both, rule.caution_below)
    told = told_groups(codebook, names)
    groups = _groups(pair, told)
    parts = _untold(pair, groups)
    secrets = [
        each.of for each in parts if not by.multiple and 0 < each.base.n < rule.suppress_below
    ]
    small = any(0 < each.base.n < rule.suppress_below for each in groups)
    wholes = () if by.multiple else _known_wholes(counter, by, both)
    if (secrets or small) and not (alone or by.multiple):
        for made, kept_back in _elsewhere(pair, names):
            if kept_back is None:
                wholes = (*wholes, made)
            elif kept_back is Why.SMALL:
                secrets.append(made)
    shown = published(groups, wholes, rule, codebook.respondents, secrets)
    return Decided(pair, rule, told, groups, parts, shown)


def _elsewhere(pair: Pair, names: tuple[str, str]) -> Iterator[tuple[frozenset[str], Why | None]]:
    """The groups of other breaks that are made of answers of this one, and why they are kept back.

    Age in three bands beside age in six: what the six hide must not be what is left of the three.
    """
    counter, by = pair.counter, pair.by
    inside = pair.question.base() & counter.everyone
    answers = np.array([each.id for each in by.scale.answers], dtype=object)
    own = (by.chosen & inside[:, np.newaxis]).astype(np.int64)
    sizes = own.sum(axis=0)
    for other in breaks_of(counter.survey.codebook, names[0]):
        if other == names[1]:
            continue
        decided = decided_of(counter, (names[0], other), alone=True)
        if decided.pair.by.multiple:
            continue
        for group, why in zip(decided.groups, decided.shown.why, strict=True):
            mask = decided.pair.by.said(group.of) & inside
            hits = mask.astype(np.int64) @ own
            if hits.sum() == mask.sum() and ((hits == 0) | (hits == sizes)).all():
                made = frozenset(answers[hits > 0].tolist())
                yield made, why if why in KEPT_BACK else None


def breaks_of(codebook: Codebook, name: str) -> list[str]:
    """The breaks by which tables tell a question, each once."""
    found = [each.by for each in codebook.crosstabs if each.question == name]
    for banner in codebook.banners:
        if name in banner.questions:
            found += [by for by, _ in banner.of]
    return list(dict.fromkeys(found))


def told_by(codebook: Codebook, name: str) -> list[str]:
    """The questions that tables tell by something as a break, each once."""
    found = [each.question for each in codebook.crosstabs if each.by == name]
    for banner in codebook.banners:
        if name in [by for by, _ in banner.of]:
            found += banner.questions
    return list(dict.fromkeys(found))


def told_groups(codebook: Codebook, names: tuple[str, str]) -> list[str]:
    """The groups that tables tell of a question by a break, each once, in an order for all."""
    found: list[str] = []
    for crosstab in codebook.crosstabs:
        if (crosstab.question, crosstab.by) == names:
            found += crosstab.groups
    for banner in codebook.banners:
        if names[0] in banner.questions:
            found += [each for by, groups in banner.of if by == names[1] for each in groups]
    return list(dict.fromkeys(found))


def columns_of(question: Variable) -> tuple[Head, ...]:
    """The answers, nets and means that stand in the columns of a question's breaks."""
    return heads_of(question, question.question.last if question.question else ())


def _groups(pair: Pair, names: Sequence[str]) -> list[Group]:
    """Those who gave one answer, or one of a net's answers, to the question broken by."""
    counter, question, by, both = pair.counter, pair.question, pair.by, pair.both
    nets = {net.id: net for net in by.scale.nets}
    labels = {answer.id: answer.label for answer in by.scale.answers}
    members = [nets[name].of if name in nets else (name,) for name in names]
    named_so = [nets[name].label if name in nets else labels[name] for name in names]
    if not names:
        return []
    masks = np.column_stack([both & by.said(of) for of in members])
    tallies = counter.cross(masks, np.ones((len(both), 1), dtype=bool))
    wholes = [row[0] for row in tallies]
    rows = rows_of(counter, question, columns_of(question), masks, wholes)
    bases = [
        group_base(counter, masks[:, place], whole, label, pair.caution_below)
        for place, (label, whole) in enumerate(zip(named_so, wholes, strict=True))
    ]
    return [
        Group(label, base, row, frozenset(of))
        for label, base, row, of in zip(named_so, bases, rows, members, strict=True)
    ]


def _untold(pair: Pair, told: Sequence[Group]) -> list[Group]:
    """The answers of a break that are no groups of their own, as groups."""
    known = {each.of for each in told}
    ids = [each.id for each in pair.by.scale.answers if frozenset((each.id,)) not in known]
    return _groups(pair, ids)


def _known_wholes(counter: Counter, by: Variable, both: Mask) -> tuple[frozenset[str], ...]:
    """What is known of a break without this table: its total, and which answers nobody gave."""
    answers = tuple(answer.id for answer in by.scale.answers)
    tallies = counter.tallies(by.chosen & both[:, np.newaxis])
    empty = (each for each, tally in zip(answers, tallies, strict=True) if not tally.n)
    return (frozenset(answers), *(frozenset((each,)) for each in empty))
