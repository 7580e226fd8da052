"""Hedges around bound figures and claims: the words in front and behind change what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.claims.amounts import FURTHER
from briefing.claims.behind import denied, foreign_unit, opposite
from briefing.claims.calling import measure_of, miscalled, other_measure
from briefing.claims.labels import label_before, label_behind, own_answers, own_names
from briefing.claims.margins import margin_behind, margin_in_front
from briefing.claims.order import ahead, leading_word
from briefing.claims.poles import contrary, contrary_in_front, contrary_within
from briefing.claims.quoted_labels import quoted_label
from briefing.claims.scopes import scope_behind, scope_in_front, scope_within
from briefing.claims.statements import UnclearClaimError
from briefing.claims.tokens import tokens_of
from briefing.claims.verdicts import DENIAL, following, hedged, judge, leading, told
from briefing.claims.whom import Whom, counted_twice, misplaced
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.scopes import Scope
    from briefing.claims.whom import Misplaced
    from briefing.diagnostics import Diagnostics, Source

    Judge = Callable[[str, tuple[Figure, ...], tuple[Figure, ...], Source], bool]
    Proved = Callable[[int, int], None]
    """Is told where in the text words stand that no author has to prove any more."""


@dataclass(frozen=True, slots=True)
class Said:
    """A bound figure, or a claim that holds: what is `shown`, where in the text it ends, its cells.

    `others` are those that a claim takes its place among. What is no claim has no words of its own.
    """

    end: int
    shown: str
    figures: tuple[Figure, ...]
    others: tuple[Figure, ...]
    where: Source
    claimed: bool = True

    @property
    def start(self) -> int:
        """Where in the text it begins."""
        return self.end - len(self.shown)

    @property
    def words(self) -> str:
        """What a claim says; nothing of a figure."""
        return self.shown if self.claimed else ""


@dataclass(slots=True)
class Hedges:
    """The figures and claims of one phrase, with where each ends, for what is said behind them."""

    diagnostics: Diagnostics
    whom: Whom = field(default_factory=Whom)
    figures: list[tuple[int, Figure, str, Source]] = field(default_factory=list)
    claims: list[Said] = field(default_factory=list)
    """The claims of no place that hold as they stand: what is said behind them counts."""
    proved: list[Said] = field(default_factory=list)
    """Every claim that holds, whatever it says."""
    places: list[Said] = field(default_factory=list)
    """The claims of a place that hold, with the hedge in front of them."""

    def figure(self, before: str, figure: Figure, text: str, where: Source, *, typed: bool) -> None:
        """Report a hedge in front of a bound figure that makes it false: ``over`` 20.6 as 21.

        `typed` says whether an author typed what stands `before`.
        """
        words = hedged(before, figure)
        if words and typed:
            self._report(f"{words} {text}", figure, where)
        else:
            self.figures.append((len(before) + len(text), figure, text, where))

    def behind(self, text: str, judged: Judge, proved: Proved) -> None:
        """Report what stands behind a figure or claim and makes it false: ``or more``, ``not``."""
        for end, figure, shown, where in self.figures:
            behind = self._until_next(text, end)
            words = hedged("", figure, behind) or foreign_unit(behind, figure)
            if words:
                self._report(f"{shown} {words}", figure, where)
            elif denial := _false_denial(behind, figure):
                self._report(f"{shown} … {denial}", figure, where)
            elif other := contrary(behind, figure):
                self._report(f"{shown} {other}", figure, where)
            elif lead := ahead(behind, figure, self.whom):
                words, true = lead
                proved(end, end + len(words))
                if not true:
                    self._report(
                        f"{shown}{words} …", figure, where, "the first is above the second"
                    )
        for claim in self.claims:
            behind, figures = self._until_next(text, claim.end), claim.figures
            more = following(behind)[0] or _leading(behind, claim)
            denial = denied(behind, figures[0]) if len(figures) == 1 else ""
            other = contrary(behind, figures[0]) if len(figures) == 1 else ""
            if other:
                self._report(f"{claim.words} {other}", figures[0], claim.where)
            if more or denial:
                whole = " ".join(each for each in (claim.words, more, denial) if each)
                judged(whole, figures, (), claim.where)

    def called(self, text: str) -> None:
        """Report what figures are called that they are not: dissatisfaction, a mean, a share."""
        for said in self._in_order():
            figure = said.figures[0]
            one = len({each.answer for each in said.figures}) == 1
            if not one or self._is_within_a_claim(said):
                continue
            before, behind = self._since_last(text, said.start), self._until_next(text, said.end)
            if contrary_within(said.words, figure):
                self._report(said.words, figure, said.where, _POLE)
            elif other := contrary_in_front(before, behind, figure):
                self._report(f"{other} … {said.shown}", figure, said.where, _POLE)
            elif called := other_measure(before, said.words, behind, figure):
                why = f"that is the {measure_of(figure)}"
                self._report(f"{called} … {said.shown}", figure, said.where, why)
            elif called := miscalled(before, figure):
                why = f"that is {_KINDS.get(figure.kind, 'a mean')}"
                self._report(f"{called} … {said.shown}", figure, said.where, why)

    def leads(self, text: str, judged: Judge, proved: Proved) -> None:
        """Judge how far ahead a place is said to be behind its brackets: ``by far``."""
        for place in self.places:
            behind = _CLAUSE.split(self._until_next(text, place.end))[0]
            margin = margin_behind(tokens_of(behind)) if behind[:1].isspace() else ""
            if margin and _is_read(f"{place.words} {margin}", place.figures, place.others):
                judged(f"{place.words} {margin}", place.figures, place.others, place.where)
                proved(place.end, place.end + 1 + len(margin))

    def of_whom(self, text: str, typed: Callable[[int], bool], proved: Proved) -> None:
        """Report what is said of others than it is of: of one town, and the figure is of all.

        `typed` says of a place in the text whether its author typed it and left it at that.
        """
        earlier: tuple[Figure, ...] = ()
        for said in self._in_order():
            before, figures = self._since_last(text, said.start), said.figures
            if len(figures) == len(earlier) == 1:
                again = leading_on(before) + said.shown
                if twice := counted_twice(again, figures[0], earlier[0]):
                    self._report(again, figures[0], said.where, twice)
            earlier = figures
            behind = self._until_next(text, said.end)
            found = misplaced(before, said.words, behind, figures, self.whom)
            if found is not None:
                self._report_base(found, said)
                for at, around in ((said.start - len(before), before), (said.end, behind)):
                    if (place := around.find(found.words)) >= 0:
                        proved(at + place, at + place + len(found.words))
                continue
            self._quoted(text, said)
            self._own_names(text, said, proved)
            if not self._is_within_a_claim(said):
                self._scopes(text, said, typed, proved)

    def of_others(self, said: Said) -> bool:
        """Report a claim whose words name others by a number: ``half of those over 65``.

        It would be taken for a second amount, and the claim for an unclear one.
        """
        found = misplaced("", said.shown, "", said.figures, self.whom)
        if found is None or not any(map(str.isdigit, found.words)):
            return False
        self._report_base(found, said)
        return True

    def _report_base(self, found: Misplaced, said: Said) -> None:
        self.diagnostics.error(
            "another-base",
            f"'{found.words}' is not whom '{said.shown}' is of: {told(said.figures[0])},"
            f" of {found.of}",
            said.where,
            "name the cell of those whom the words speak of, or say of whom it is",
        )

    def _quoted(self, text: str, said: Said) -> None:
        """Report the label of another answer or item in quotation marks: “Daily” of Weekly."""
        before, behind = self._since_last(text, said.start), self._until_next(text, said.end)
        if len(before) < said.start and not _CLAUSE.search(before):
            before = ""
        figures = (*said.figures, *said.others) if len(said.figures) > 1 else said.figures
        other, own = quoted_label(before, said.words, behind, figures, self.whom)
        if other:
            why = f"'{other}' is another than '{own}'"
            self._report(said.shown, said.figures[0], said.where, why)

    def _own_names(self, text: str, said: Said, proved: Proved) -> None:
        """Take the name of the group that a figure is of for no figure: ``of those under 40``."""
        before, behind = self._since_last(text, said.start), self._until_next(text, said.end)
        for at, words in ((said.start - len(before), before), (said.end, behind)):
            for start, end in own_names(words, said.figures, self.whom):
                proved(at + start, at + end)
        for start, end in own_answers(behind, said.figures, self.whom):
            proved(said.end + start, said.end + end)
        if beside := label_before(before, said.figures, self.whom):
            proved(*(said.start - len(before) + each for each in beside))
        if beside := label_behind(behind, said.figures, self.whom):
            proved(*(said.end + each for each in beside))

    def _scopes(self, text: str, said: Said, typed: Callable[[int], bool], proved: Proved) -> None:
        """Report of which groups or people a figure or claim is said without proof."""
        before, behind = self._since_last(text, said.start), self._until_next(text, said.end)
        cells = (said.figures, said.others, self.whom)
        for at, scope in (
            (said.start - len(before), scope_in_front(before, *cells)),
            (said.end, scope_behind(behind, *cells)),
            (said.start, scope_within(said.words, *cells)),
        ):
            if scope is None:
                continue
            places = range(at + scope.start, at + scope.end)
            if at != said.start and not all(map(typed, places)):
                continue
            proved(at + scope.start, at + scope.end)
            if not scope.proved:
                self._report_scope(scope, said)

    def _report_scope(self, scope: Scope, said: Said) -> None:
        figures = "; ".join(told(each) for each in said.figures)
        self.diagnostics.error(
            "unproved-scope",
            f"'{scope.words}' is more than '{said.shown}' proves: {figures}",
            said.where,
            'claim the cell of each of them ([most]{claim="by_region.*.agree"}), or say how many '
            "they are (in all four …) and name so many; of some people name their cells; what the "
            f"data do not say leave out, or declare it: [{scope.words}]{{.literal}}",
        )

    def _in_order(self) -> list[Said]:
        """Figures and claims from left to right."""
        bound = (
            Said(end, shown, (figure,), (), where, claimed=False)
            for end, figure, shown, where in self.figures
        )
        return sorted((*bound, *self.proved), key=lambda each: each.end)

    def _is_within_a_claim(self, said: Said) -> bool:
        """Whether a figure is printed by the words of a claim: what it is said of is that's."""
        return not said.claimed and any(
            each.start <= said.start and said.end <= each.end for each in self.proved
        )

    def _since_last(self, text: str, start: int) -> str:
        """What stands between the figure or claim before and this one."""
        ends = [end for end, *_ in self.figures] + [each.end for each in self.proved]
        return text[max((end for end in ends if end <= start), default=0) : start]

    def _until_next(self, text: str, end: int) -> str:
        """What stands between one figure or claim and the next."""
        starts = (at - len(shown) for at, _, shown, _ in self.figures)
        claimed = (each.start for each in (*self.claims, *self.proved))
        return text[end : min((at for at in (*starts, *claimed) if at >= end), default=len(text))]

    def _report(self, words: str, figure: Figure, where: Source, why: str = "") -> None:
        self.diagnostics.error(
            "claim-false",
            f"'{words}' is not true: {told(figure)}" + (f"; {why}" if why else ""),
            where,
            "say it otherwise, name another cell, or claim your words: [almost a third]{claim=…}",
        )


_FIRST = "the first cell is above the second"
_POLE = "its answer is the other pole"
_KINDS = {
    "pct": "a share",
    "count": "a count",
    "base": "a base",
    "points": "a difference of shares",
    "rank": "a rank",
    "net": "a net score",
}


def leading_on(before: str) -> str:
    """The words in front of a figure that say it of others: ``a further``."""
    found = _FURTHER.search(before)
    return found.group() if found else ""


_FURTHER = re.compile(rf"\b(?:{'|'.join(' '.join(each) for each in FURTHER)})\s$", re.IGNORECASE)


def _false_denial(behind: str, figure: Figure) -> str:
    """The denial of its answer behind a printed figure, unless those who do not are as many."""
    denial = denied(behind, figure)
    unit = 100 if figure.kind == "pct" else 1
    both = {half_up(each.value * unit, figure.places) for each in (figure, opposite(figure))}
    return denial if len(both) > 1 else ""


def _leading(behind: str, claim: Said) -> str:
    """What says behind a difference in points which of the two is ahead: ``less`` satisfied."""
    two = len(claim.figures) == 2  # noqa: PLR2004 - a difference is between two
    said = tokens_of(claim.words)
    word = leading_word(behind) if two and said[-1:] in (("points",), ("point",)) else ""
    return word if word and _is_read(f"{claim.words} {word}", claim.figures, ()) else ""


_CLAUSE = re.compile(r"[.!?:;,()\N{EN DASH}\N{EM DASH}]")
_TAIL = 30
"""Signs in front of a place that can say how far ahead it is."""


def with_hedge(before: str, words: str, figures: Sequence[Figure], others: Sequence[Figure]) -> str:
    """A claim's words with the hedge or the ``not`` that stands in front of its brackets."""
    hedge = leading(before)
    if others and not hedge:
        hedge = margin_in_front(tokens_of(before[-_TAIL:]))
    if not hedge:
        return words
    whole = f"{hedge} {words}"
    return whole if hedge == DENIAL or _is_read(whole, figures, others) else words


_UNTRUE = re.compile(
    r"\b(?:(?:is|was|are|were|'s|be)\s(?:not|hardly|scarcely|far\sfrom)\s(?:at\sall\s)?"
    r"(?:true|the\scase|so|right|correct|accurate)|isn.t\s(?:true|the\scase|so|right|correct)|"
    r"(?:untrue|false|wrong|a\smyth|a\smistake|incorrect|mistaken|no\slonger\s(?:true|the\scase))|"
    r"cannot\sbe\ssaid|can.t\sbe\ssaid|nobody\scan\ssay|(?:we|you|one)\s(?:cannot|can.t)\ssay|"
    r"(?:cannot|can.t)\ssay(?=\sthat\s))"
    r"(?:\sto\s(?:say|think|claim|believe|assume|conclude|suggest))?\s(?:that\s)?$",
    re.IGNORECASE,
)


def denied_in_front(before: str) -> str:
    """What in front of a claim says that it is not so: ``it is not true that``."""
    found = _UNTRUE.search(before)
    return found.group() if found else ""


def _is_read(words: str, figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether words can be judged, whatever the verdict."""
    try:
        judge(words, figures, others)
    except UnclearClaimError:
        return False
    return True
