"""Which groups of a break may be published: by their bases, and beside all that tables tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from briefing.tables.bases import group_base
from briefing.tables.single import heads_of, rows_of
from briefing.tables.small_bases import Group, Shown, Why, published
from briefing.tables.spans import as_sets
from briefing.tables.variables import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.survey.declared import Codebook
    from briefing.survey.question import SmallBases
    from briefing.tables.count import Counter, Mask
    from briefing.tables.model import Head
    from briefing.tables.variables import Variable

KEPT_BACK = (Why.SMALL, Why.TELLING)
"""Why a group is hidden for the sake of small ones; the weak are only unreliable."""


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A question, what stands in the `columns` of its breaks, a break, and who answered `both`."""

    counter: Counter
    question: Variable
    columns: tuple[Head, ...]
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
    def telling(self) -> frozenset[str]:
        """The answers that are kept back for the sake of others, where each is a group."""
        kept = zip(self.groups, self.shown.why, strict=True)
        alone = (each.of for each, why in kept if why is Why.TELLING and len(each.of) == 1)
        return frozenset[str]().union(*alone)

    @property
    def small(self) -> frozenset[int]:
        """The places of the groups, and behind them of the parts, that are too small to be told."""
        if self.rule.treatment == "show":
            return frozenset()
        sizes = enumerate(each.base.n for each in (*self.groups, *self.parts))
        return frozenset(place for place, size in sizes if 0 < size < self.rule.suppress_below)

    @property
    def hidden(self) -> frozenset[str]:
        """The answers of the groups that are kept back."""
        kept = zip(self.groups, self.shown.why, strict=True)
        return frozenset(answer for each, why in kept if why in KEPT_BACK for answer in each.of)


def decided_of(counter: Counter, names: tuple[str, str]) -> Decided:
    """What of a question by a break, by their `names`, may be published.

    It is decided for all groups that any table tells of the two, so that one table never tells what
    another hides, and together with the other breaks of the question.
    """
    if names not in counter.decided:
        breaks = dict.fromkeys((*breaks_of(counter.survey.codebook, names[0]), names[1]))
        for drawn in _together([_drawn(counter, (names[0], each)) for each in breaks]):
            counter.decided[drawn.names] = drawn.decided()
    return counter.decided[names]


@dataclass(slots=True, eq=False)
class _Drawn:
    """The groups of a break before it is decided which of them may be shown."""

    names: tuple[str, str]
    pair: Pair
    rule: SmallBases
    told: list[str]
    groups: list[Group]
    parts: list[Group]
    shown: Shown | None = None

    @property
    def untold(self) -> list[Group]:
        """The small groups that no table tells."""
        return [each for each in self.parts if 0 < each.base.n < self.rule.suppress_below]

    @property
    def small(self) -> bool:
        """Whether it has a group that must not be known."""
        few = (0 < each.base.n < self.rule.suppress_below for each in self.groups)
        return self.rule.treatment != "show" and (bool(self.untold) or any(few))

    def publish(
        self,
        sets: Sequence[frozenset[str]],
        known: Sequence[frozenset[str]],
        secrets: Sequence[frozenset[str]],
    ) -> Shown:
        """Decide what is shown, its groups being these `sets`, beside what is known."""
        apart = [replace(each, of=of) for each, of in zip(self.groups, sets, strict=True)]
        respondents = self.pair.counter.survey.codebook.respondents
        self.shown = published(apart, known, self.rule, respondents, secrets)
        return self.shown

    def decided(self) -> Decided:
        """The groups with what of them is shown: where nothing was kept back so far, all."""
        shown = self.shown or self.publish([each.of for each in self.groups], (), ())
        return Decided(self.pair, self.rule, self.told, self.groups, self.parts, shown)

    def masks(self, groups: Sequence[Group]) -> list[Mask]:
        """Who is in each of some groups."""
        return [self.pair.both & self.pair.by.said(each.of) for each in groups]


def _drawn(counter: Counter, names: tuple[str, str]) -> _Drawn:
    question, by = (named(counter, each) for each in names)
    codebook = counter.survey.codebook
    rule = codebook.small_groups(names[1])
    both = question.base() & by.answered() & counter.everyone
    pair = Pair(counter, question, columns_of(question), by, both, rule.caution_below)
    told = told_groups(codebook, names)
    groups = _groups(pair, told)
    return _Drawn(names, pair, rule, told, groups, _untold(pair, groups))


def _together(breaks: list[_Drawn]) -> list[_Drawn]:
    """Decide the breaks of a question, those of few groups first, each beside those before.

    Age in three bands beside age in six: what the six hide must not be what is left of the three,
    nor what is left of two others that cross. Breaks in which one respondent may be in several
    groups tell nothing of others. Groups count as sets of respondents for it.
    """
    single = [each for each in breaks if not each.pair.by.multiple]
    if not any(each.small for each in single):
        return breaks
    single.sort(key=lambda each: len(each.pair.by.scale.answers))
    own = [each.masks(each.groups) for each in single]
    secrets = [mask for each in single for mask in each.masks(each.untold)]
    secrets += [
        mask
        for each, masks in zip(single, own, strict=True)
        for group, mask in zip(each.groups, masks, strict=True)
        if each.small and 0 < group.base.n < each.rule.suppress_below
    ]
    totals = [each.pair.both for each in single]
    masks = [mask for each in own for mask in each]
    sets = iter(as_sets(np.column_stack([*totals, *secrets, *masks])))
    known, hidden = [next(sets) for _ in totals], [next(sets) for _ in secrets]
    for each in single:
        mine = [next(sets) for _ in each.groups]
        shown = each.publish(mine, known, hidden)
        pairs = zip(mine, shown.why, strict=True)
        known = [*known, *(of for of, why in pairs if why not in KEPT_BACK)]
    return breaks


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
    wholes = counter.tallies(masks)
    rows = rows_of(counter, question, pair.columns, masks, wholes)
    bases = [
        group_base(counter, masks[:, place], whole, label, pair.caution_below)
        for place, (label, whole) in enumerate(zip(named_so, wholes, strict=True))
    ]
    sizes = [int((counter.everyone & by.said(of)).sum()) for of in members]
    return [
        Group(label, base, row, frozenset(of), size)
        for label, base, row, of, size in zip(named_so, bases, rows, members, sizes, strict=True)
    ]


def _untold(pair: Pair, told: Sequence[Group]) -> list[Group]:
    """The answers of a break that are no groups of their own, as groups."""
    known = {each.of for each in told}
    ids = [each.id for each in pair.by.scale.answers if frozenset((each.id,)) not in known]
    return _groups(pair, ids)
