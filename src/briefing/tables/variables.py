"""What respondents said, as masks: one interface to answers, options, items and attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from briefing.survey.model import (
    NOT_ASKED,
    TICKED,
    Answer,
    BaseRule,
    Kind,
    Meaning,
    Scale,
    variable,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from briefing.survey.model import Attribute, Question, Survey
    from briefing.tables.count import Mask

_OPINIONS = (Meaning.VALID, Meaning.NEUTRAL)


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """Something respondents answered.

    `chosen` has one row a respondent and one column an answer of the scale; `asked` says who was
    asked. `question` is None for an attribute; `name` is what titles call the variable.
    """

    name: str
    wording: str
    scale: Scale
    chosen: Mask
    asked: Mask
    question: Question | None = None

    @property
    def multiple(self) -> bool:
        """Whether a respondent can have given several answers."""
        return self.question is not None and self.question.kind is Kind.MULTIPLE

    @property
    def rule(self) -> BaseRule:
        """Who is in its base."""
        return self.question.base_rule if self.question else BaseRule.ANSWERED

    def said(self, answers: Iterable[str]) -> Mask:
        """Who gave at least one of some answers, each respondent once."""
        wanted = frozenset(answers)
        places = [place for place, each in enumerate(self.scale.answers) if each.id in wanted]
        return _any(self.chosen[:, places])

    def answered(self) -> Mask:
        """Who gave any answer, a printed way out included."""
        return _any(self.chosen)

    def substantive(self) -> Mask:
        """Who gave an answer that is an opinion."""
        return self.said(each.id for each in self.scale.answers if each.meaning in _OPINIONS)

    def base(self) -> Mask:
        """Who is in the base by the question's rule (conventions, 1.1); weights aside."""
        return _BASES[self.rule](self)


def _any(chosen: Mask) -> Mask:
    return np.asarray(chosen.any(axis=1), dtype=np.bool_)


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


def of_question(survey: Survey, question: Question) -> Variable:
    """A single or multiple question as a variable."""
    scale = question.scale or Scale(question.id, ())
    if question.kind is Kind.MULTIPLE:
        names = [variable(question.id, item.id) for item in question.items]
        cells = survey.answers[names].to_numpy(dtype=object)
        chosen, asked = cells == TICKED, cells[:, 0] != NOT_ASKED
    else:
        chosen, asked = _one_answer(survey, question.id, scale)
    return Variable(question.short, question.wording, scale, chosen, asked, question)


def of_item(survey: Survey, question: Question, item_id: str) -> Variable:
    """One item of a grid as a variable."""
    scale = question.scale or Scale(question.id, ())
    label = next(item.label for item in question.items if item.id == item_id)
    chosen, asked = _one_answer(survey, variable(question.id, item_id), scale)
    return Variable(label, f"{question.wording} {label}", scale, chosen, asked, question)


def of_attribute(survey: Survey, attribute: Attribute) -> Variable:
    """An attribute as a variable, its groups as the answers."""
    scale = Scale(attribute.id, tuple(Answer(each, label) for each, label, _ in attribute.groups))
    chosen, asked = _one_answer(survey, attribute.id, scale)
    return Variable(attribute.label, attribute.label, scale, chosen, asked)


def named(survey: Survey, name: str) -> Variable:
    """The variable that a cross-tabulation names: a question, ``grid.item`` or an attribute."""
    codebook = survey.codebook
    for attribute in codebook.attributes:
        if attribute.id == name:
            return of_attribute(survey, attribute)
    question_id, _, item_id = name.partition(".")
    question = next(each for each in codebook.questions if each.id == question_id)
    return of_item(survey, question, item_id) if item_id else of_question(survey, question)


def _one_answer(survey: Survey, column: str, scale: Scale) -> tuple[Mask, Mask]:
    """(chosen, asked) of a column that holds one answer's id a cell."""
    states = pd.Index([*(answer.id for answer in scale.answers), NOT_ASKED], dtype=object)
    places = states.get_indexer(pd.Index(survey.answers[column], dtype=object))
    not_asked = len(scale.answers)
    return places[:, np.newaxis] == np.arange(not_asked), places != not_asked
