"""Who a figure is of, in words: what follows "Base:" under a chart (conventions, 1.1)."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from briefing.survey.question import BaseRule, Meaning
from briefing.tables.margins import precise
from briefing.tables.model import Base
from briefing.tables.notes import in_quotes, listed
from briefing.tables.rounding import decimal_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.count import Counter, Mask, Tally
    from briefing.tables.variables import Variable


def base_of(counter: Counter, variable: Variable) -> tuple[Base, Mask, Tally]:
    """The base of a variable by its rule, who is in it, and what they weigh."""
    mask = variable.base() & counter.everyone
    tally = counter.tally(mask)
    base = _base(counter, mask, tally, base_words(counter, variable, tally))
    return replace(base, silent=_silent(counter, variable)), mask, tally


def _silent(counter: Counter, variable: Variable) -> int:
    """How many were asked a question and gave no answer, where its base leaves them out.

    Where notes say what else of its answers was left out, these are no answer in the data too.
    """
    question = variable.question
    if question is None or variable.rule in (BaseRule.ASKED, BaseRule.ALL):
        return 0
    if question.id in counter.survey.treated:
        return 0
    return counter.tally(variable.asked & ~variable.answered()).n


def group_base(counter: Counter, mask: Mask, tally: Tally, label: str, caution_below: int) -> Base:
    """The base of one group of a cross-tabulation: ``16 residents (Agree)``."""
    words = wording().of_group(people=people(tally.n, counter.respondents), group=label)
    base = _base(counter, mask, tally, words)
    return replace(base, caution=0 < tally.n < caution_below)


def whole_base(counter: Counter, mask: Mask, words: str) -> Base:
    """The base of a whole in words of its own, which no small number marks."""
    tally = counter.tally(mask)
    return replace(_base(counter, mask, tally, words), caution=False)


def _base(counter: Counter, mask: Mask, tally: Tally, words: str) -> Base:
    """A base; one that is small is marked, and figures of it are printed with their counts."""
    return Base(
        n=tally.n,
        words=words,
        weighted=tally.weight if counter.weighted else None,
        effective=counter.effective(mask, tally),
        caution=0 < tally.n < counter.survey.codebook.small_bases.caution_below,
        precise=precise(counter, mask),
    )


def base_words(counter: Counter, variable: Variable, tally: Tally) -> str:
    """Who is in a base: ``80 residents who answered``, ``all 81 residents``."""
    everyone = counter.tally(counter.everyone).n
    if tally.n == everyone and everyone:
        return wording().everybody(people=people(everyone, counter.respondents))
    who = people(tally.n, counter.respondents)
    routing = variable.question.routing if variable.question else None
    if routing is None:
        return _who(variable, who)
    asked = counter.tally(variable.asked & counter.everyone).n
    if tally.n == asked or variable.rule is BaseRule.ASKED:
        return wording().routed(people=who, routing=routing.words)
    return _routed(variable, who, routing.words)


def _who(variable: Variable, people: str) -> str:
    """Those of a question that was put to everybody."""
    words = wording()
    if variable.rule is BaseRule.SUBSTANTIVE:
        return words.who_had_opinion(people=people, answers=_either(ways_out(variable)))
    if variable.rule is BaseRule.ASKED:
        return words.who_were_asked(people=people)
    return words.who_answered(people=people)


def _routed(variable: Variable, people: str, routing: str) -> str:
    """Those of a question that was put to some, and that not all of these answered."""
    words = wording()
    if variable.rule is BaseRule.SUBSTANTIVE:
        answers = _either(ways_out(variable))
        return words.routed_who_had_opinion(people=people, routing=routing, answers=answers)
    return words.routed_who_answered(people=people, routing=routing)


def base_notes(counter: Counter, variable: Variable) -> tuple[str, ...]:
    """What a base holds or leaves out beyond those who answered, as a note."""
    everyone = counter.everyone
    if variable.rule is BaseRule.SUBSTANTIVE:
        left = counter.tally(variable.answered() & ~variable.substantive() & everyone).n
        if left:
            return (wording().excludes(count=left, answers=_either(ways_out(variable))),)
    if variable.rule in (BaseRule.ASKED, BaseRule.ALL):
        silent = counter.tally(variable.base() & ~variable.answered() & everyone).n
        if silent:
            return (wording().includes_silent(count=silent),)
    return ()


def weight_notes(counter: Counter, bases: Sequence[Base]) -> tuple[str, ...]:
    """What weights do to a base: both numbers, and the effective one (conventions, 1.8).

    Weights that stand for a population make no base: theirs is the effective number alone.
    """
    if not counter.weighted or not bases or any(base.effective is None for base in bases[:1]):
        return ()
    if len({base.words for base in bases}) > 1:
        return (wording().figures_weighted,)
    base = bases[0]
    words = wording()
    told = [words.unweighted_base_of(number=base.n)]
    if base.weighted is not None and not counter.scaled:
        told.append(words.weighted_base_of(number=decimal_text(base.weighted)))
    if base.effective is not None:
        told.append(words.effective_base_of(number=decimal_text(base.effective)))
    return (words.figures_weighted_with(bases=listed(told)),)


def people(number: int, plural: str) -> str:
    """A number of respondents; one of them is called a respondent."""
    if number == 0:
        return wording().nobody(respondents=plural)
    return wording().people(number, respondents=plural)


def ways_out(variable: Variable) -> tuple[str, ...]:
    """The labels of the answers that are no opinion."""
    kept = (Meaning.VALID, Meaning.NEUTRAL)
    return tuple(each.label for each in variable.scale.answers if each.meaning not in kept)


def _either(labels: tuple[str, ...]) -> str:
    quoted = [in_quotes(label) for label in labels]
    if not quoted:
        return wording().zero_to_ten[0]
    return reduce(lambda one, other: wording().list_either(one=one, other=other), quoted)
