"""What respondents said, as masks: one interface to answers, options, items and attributes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from briefing.survey.model import NO_REPLY, NOT_ASKED, TICKED, variable
from briefing.survey.numbers import of_digits
from briefing.survey.question import Answer, BaseRule, Kind, Meaning, Scale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from briefing.survey.declared import Attribute
    from briefing.survey.question import Question
    from briefing.tables.count import Counter, Mask, Points
    from briefing.tables.model import Head

_OPINIONS = (Meaning.VALID, Meaning.NEUTRAL)


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """A number of each respondent who is `known` to have one: `values` over one denominator."""

    values: Points
    known: Mask
    denominator: int


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """Something respondents answered.

    `chosen` has one row a respondent and one column an answer of the scale, each column in one
    piece of memory, since columns are what is counted; `asked` says who was asked. `question` is
    None for an attribute; `name` is what titles call the variable. `numbers` are the answers to a
    numeric question.
    """

    name: str
    wording: str
    scale: Scale
    chosen: Mask
    asked: Mask
    question: Question | None = None
    numbers: Numbers | None = None

    @property
    def multiple(self) -> bool:
        """Whether a respondent can have given several answers."""
        return self.question is not None and self.question.kind in (Kind.MULTIPLE, Kind.OPEN)

    @property
    def numeric(self) -> bool:
        """Whether it was asked for a number."""
        return self.question is not None and self.question.kind is Kind.NUMERIC

    @property
    def rule(self) -> BaseRule:
        """Who is in its base."""
        return self.question.base_rule if self.question else BaseRule.ANSWERED

    @property
    def told(self) -> Scale:
        """What figures are told of: answers that its base holds, and what is made of these.

        A base of opinions alone holds no "Don't know": 0 per cent of it would be a figure of
        nobody, where some did say so.
        """
        if self.rule is not BaseRule.SUBSTANTIVE:
            return self.scale
        kept = tuple(each for each in self.scale.answers if each.meaning in _OPINIONS)
        ids = {each.id for each in kept}
        within = (
            replace(net, of=tuple(each for each in net.of if each in ids))
            for net in self.scale.nets
        )
        scores = tuple((each, points) for each, points in self.scale.scores if each in ids)
        nets = tuple(net for net in within if net.of)
        return replace(self.scale, answers=kept, nets=nets, scores=scores)

    def said(self, answers: Iterable[str]) -> Mask:
        """Who gave at least one of some answers, each respondent once."""
        wanted = frozenset(answers)
        places = [place for place, each in enumerate(self.scale.answers) if each.id in wanted]
        return _any(self.chosen[:, places])

    def hits(self, columns: Sequence[Head]) -> Mask:
        """Who is counted by each of some columns: one column of the mask for each."""
        places = {each.id: place for place, each in enumerate(self.scale.answers)}
        hits = np.zeros((len(self.chosen), len(columns)), dtype=np.bool_, order="F")
        for at, head in enumerate(columns):
            counted = [places[each] for each in head.of or (head.id,) if each in places]
            hits[:, at] = _any(self.chosen[:, counted])
        return hits

    def answered(self) -> Mask:
        """Who gave any answer, a printed way out included."""
        if self.numeric and self.numbers is not None:
            return self.numbers.known
        return _any(self.chosen)

    def substantive(self) -> Mask:
        """Who gave an answer that is an opinion."""
        if self.numeric:
            return self.answered()
        return self.said(each.id for each in self.scale.answers if each.meaning in _OPINIONS)

    def base(self) -> Mask:
        """Who is in the base by the question's rule (conventions, 1.1); weights aside."""
        return _BASES[self.rule](self)


def _any(chosen: Mask) -> Mask:
    """Whom any of some columns marks: one after another, as there are few and long ones."""
    found = np.zeros(len(chosen), dtype=np.bool_)
    for column in chosen.T:
        found |= column
    return found


def _asked(wanted: Variable) -> Mask:
    return wanted.asked


def _all(wanted: Variable) -> Mask:
    return np.ones_like(wanted.asked)


_BASES: dict[BaseRule, Callable[[Variable], Mask]] = {
    BaseRule.ANSWERED: Variable.answered,
    BaseRule.ASKED: _asked,
    BaseRule.ALL: _all,
    BaseRule.SUBSTANTIVE: Variable.substantive,
}


def of_question(counter: Counter, question: Question) -> Variable:
    """A question that is no grid as a variable."""
    made = _KINDS.get(question.kind, _single)
    return _once(counter, question.id, lambda: made(counter, question))


def of_item(counter: Counter, question: Question, item_id: str) -> Variable:
    """One item of a grid as a variable."""
    name = variable(question.id, item_id)
    label = next(item.label for item in question.items if item.id == item_id)
    wording = f"{question.wording} {label}"
    return _once(counter, name, lambda: _one_answer(counter, name, label, wording, question))


def of_attribute(counter: Counter, attribute: Attribute) -> Variable:
    """An attribute as a variable, its groups as the answers."""
    scale = Scale(attribute.id, tuple(Answer(each, label) for each, label, _ in attribute.groups))
    label = attribute.label
    return _once(
        counter,
        attribute.id,
        lambda: Variable(label, label, scale, *_cells(counter, attribute.id, scale)),
    )


def named(counter: Counter, name: str) -> Variable:
    """The variable that a cross-tabulation names: a question, ``grid.item`` or an attribute."""
    codebook = counter.survey.codebook
    for attribute in codebook.attributes:
        if attribute.id == name:
            return of_attribute(counter, attribute)
    question_id, _, item_id = name.partition(".")
    question = next(each for each in codebook.questions if each.id == question_id)
    return of_item(counter, question, item_id) if item_id else of_question(counter, question)


def _once(counter: Counter, name: str, made: Callable[[], Variable]) -> Variable:
    """A variable that is made once, however many tables ask for it."""
    if name not in counter.known:
        counter.known[name] = made()
    return counter.known[name]


def _single(counter: Counter, question: Question) -> Variable:
    return _one_answer(counter, question.id, question.short, question.wording, question)


def _multiple(counter: Counter, question: Question) -> Variable:
    scale = question.scale or Scale(question.id, ())
    names = [variable(question.id, item.id) for item in question.items]
    cells = counter.survey.answers[names].to_numpy(dtype=object)
    chosen, asked = np.asfortranarray(cells == TICKED), cells[:, 0] != NOT_ASKED
    return Variable(question.short, question.wording, scale, chosen, asked, question)


def _numeric(counter: Counter, question: Question) -> Variable:
    """The numbers of a question, and the band that each is in."""
    scale = question.scale or Scale(question.id, ())
    cells = counter.survey.answers[question.id].to_numpy(dtype=object)
    words, places = np.unique(cells.astype(str), return_inverse=True)
    no_numbers = (NO_REPLY, NOT_ASKED)
    exact = [None if word in no_numbers else of_digits(word) for word in words.tolist()]
    numbers = _numbers(exact, places)
    bands = np.array(
        [[value is not None and band.holds(value) for band in question.bands] for value in exact],
        dtype=bool,
    ).reshape(len(exact), len(question.bands))
    asked = cells != NOT_ASKED
    return Variable(
        question.short,
        question.wording,
        scale,
        np.asfortranarray(bands[places]),
        asked,
        question,
        numbers,
    )


def _numbers(exact: Sequence[Fraction | None], places: Any) -> Numbers:
    """Numbers of respondents, each at its place among the distinct ones."""
    denominator = lcm(*{each.denominator for each in exact if each is not None})
    parts = [each or Fraction(0) for each in exact]
    whole = [each.numerator * (denominator // each.denominator) for each in parts]
    values = np.array(whole, dtype=object)[places]
    known = np.array([each is not None for each in exact], dtype=bool)[places]
    return Numbers(values, known, denominator)


def _themes(counter: Counter, question: Question) -> Variable:
    """The themes of an open question's comments: who wrote of each; all who wrote are asked."""
    scale = question.scale or Scale(question.id, ())
    rows = {each: row for row, each in enumerate(counter.survey.answers.index)}
    places = {answer.id: place for place, answer in enumerate(scale.answers)}
    chosen = np.zeros((len(rows), len(places)), dtype=np.bool_, order="F")
    asked = np.zeros(len(rows), dtype=np.bool_)
    for comment in counter.survey.comments:
        row = rows.get(comment.respondent)
        if comment.question != question.id or row is None:
            continue
        asked[row] = True
        chosen[row, [places[each] for each in comment.themes if each in places]] = True
    return Variable(question.short, question.wording, scale, chosen, asked, question)


_KINDS: dict[Kind, Callable[[Counter, Question], Variable]] = {
    Kind.MULTIPLE: _multiple,
    Kind.NUMERIC: _numeric,
    Kind.OPEN: _themes,
}


def _one_answer(
    counter: Counter, column: str, label: str, wording: str, question: Question
) -> Variable:
    """A question or an item that was answered by one answer of a scale."""
    scale = question.scale or Scale(question.id, ())
    chosen, asked = _cells(counter, column, scale)
    return Variable(label, wording, scale, chosen, asked, question)


def _cells(counter: Counter, column: str, scale: Scale) -> tuple[Mask, Mask]:
    """(chosen, asked) of a column that holds one answer's id a cell."""
    places_of = {answer.id: place for place, answer in enumerate(scale.answers)}
    places_of[NOT_ASKED] = not_asked = len(places_of)
    cells, words = pd.factorize(counter.survey.answers[column].to_numpy(dtype=object))
    places = np.array([places_of.get(each, -1) for each in words], dtype=np.intp)[cells]
    return (np.arange(not_asked)[:, np.newaxis] == places).T, places != not_asked
