"""What respondents said, as masks: one interface to answers, options, items and attributes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.survey.model import (
    NO_REPLY,
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
    from collections.abc import Iterable

    import pandas as pd

    from briefing.survey.model import Attribute, Question, Survey

    Mask = pd.Series[bool]

_OPINIONS = (Meaning.VALID, Meaning.NEUTRAL)


@dataclass(frozen=True, slots=True)
class Variable:
    """Something respondents answered, by the columns it stands in.

    One column holds ids of answers; several columns, one an option, hold ticks. `question` is what
    was asked, None for an attribute; `name` is what messages and titles call it.
    """

    name: str
    wording: str
    scale: Scale
    columns: pd.DataFrame
    question: Question | None = None
    options: tuple[str, ...] = ()

    @property
    def multiple(self) -> bool:
        """Whether a respondent can have given several answers."""
        return bool(self.options)

    @property
    def rule(self) -> BaseRule:
        """Who is in its base."""
        return self.question.base_rule if self.question else BaseRule.ANSWERED

    def said(self, answers: Iterable[str]) -> Mask:
        """Who gave at least one of some answers."""
        if not self.options:
            return self.columns.iloc[:, 0].isin(tuple(answers))
        wanted = set(answers)
        places = [place for place, each in enumerate(self.options) if each in wanted]
        return (self.columns.iloc[:, places] == TICKED).any(axis="columns")

    def asked(self) -> Mask:
        """Who was asked."""
        return self.columns.iloc[:, 0] != NOT_ASKED

    def answered(self) -> Mask:
        """Who gave any answer, a printed way out included."""
        if self.options:
            return (self.columns == TICKED).any(axis="columns")
        return ~self.columns.iloc[:, 0].isin((NO_REPLY, NOT_ASKED))

    def substantive(self) -> Mask:
        """Who gave an answer that is an opinion."""
        return self.said(each.id for each in self.scale.answers if each.meaning in _OPINIONS)

    def base(self) -> Mask:
        """Who is in the base by the question's rule (conventions, 1.1); weights aside."""
        return _BASES[self.rule](self)


def _all(wanted: Variable) -> Mask:
    return wanted.columns.iloc[:, 0].map(lambda _: True).astype(bool)


_BASES = {
    BaseRule.ANSWERED: Variable.answered,
    BaseRule.ASKED: Variable.asked,
    BaseRule.ALL: _all,
    BaseRule.SUBSTANTIVE: Variable.substantive,
}


def of_question(survey: Survey, question: Question) -> Variable:
    """A single or multiple question as a variable."""
    scale = question.scale or Scale(question.id, ())
    if question.kind is Kind.MULTIPLE:
        options = tuple(item.id for item in question.items)
        names = [variable(question.id, each) for each in options]
        columns = survey.answers[names]
        return Variable(question.short, question.wording, scale, columns, question, options)
    columns = survey.answers[[question.id]]
    return Variable(question.short, question.wording, scale, columns, question)


def of_item(survey: Survey, question: Question, item_id: str) -> Variable:
    """One item of a grid as a variable."""
    scale = question.scale or Scale(question.id, ())
    label = next(item.label for item in question.items if item.id == item_id)
    columns = survey.answers[[variable(question.id, item_id)]]
    return Variable(label, f"{question.wording} {label}", scale, columns, question)


def of_attribute(survey: Survey, attribute: Attribute) -> Variable:
    """An attribute as a variable, its groups as the answers."""
    answers = tuple(Answer(each, label) for each, label, _ in attribute.groups)
    columns = survey.answers[[attribute.id]]
    return Variable(attribute.label, attribute.label, Scale(attribute.id, answers), columns)


def named(survey: Survey, name: str) -> Variable:
    """The variable that a cross-tabulation names: a question, ``grid.item`` or an attribute."""
    codebook = survey.codebook
    for attribute in codebook.attributes:
        if attribute.id == name:
            return of_attribute(survey, attribute)
    question_id, _, item_id = name.partition(".")
    question = next(each for each in codebook.questions if each.id == question_id)
    return of_item(survey, question, item_id) if item_id else of_question(survey, question)
