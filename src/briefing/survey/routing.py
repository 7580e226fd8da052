"""Who was asked what: routed questions, and what and whom nothing was heard of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from briefing.survey.model import NO_REPLY, NOT_ASKED, TICKED, variable
from briefing.survey.question import Kind
from briefing.survey.sheet import counted
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.asked import Columns
    from briefing.survey.cells import Cells
    from briefing.survey.question import Question


def unheard(asked: Columns, cells: Cells) -> pd.Series[bool]:
    """Who answered nothing at all: counted as not having responded.

    Who gave only answers that the codebook does not know is reported with these, and not here.
    """
    sheet, diagnostics = cells.sheet, cells.diagnostics
    if not asked:
        return pd.Series(data=False, index=sheet.rows.index)
    silent = ~cells.unlisted.rows
    for answers in asked.values():
        silent &= answers.isin((NO_REPLY, NOT_ASKED))
        if not silent.any():
            return silent
    number = counted(int(silent.sum()), "respondent")
    message = f"{number} without a single answer left out ({sheet.named(silent)})"
    hint = 'silent = "keep" under [survey] counts them where base = "all".'
    diagnostics.warning("data-no-answers", message, sheet.first(silent), hint)
    return silent


def route(questions: tuple[Question, ...], asked: Columns, cells: Cells) -> None:
    """Mark who was not asked a routed question; an answer given all the same is left out."""
    known = {question.id: question for question in questions}
    for question in questions:
        if question.routing is None:
            continue
        by = known[question.routing.question]
        met = _gave(by, question.routing.answers, asked)
        for name in _variables(question):
            strays = ~met & ~asked[name].isin((NO_REPLY, NOT_ASKED))
            if strays.any():
                number = counted(int(strays.sum()), "answer")
                sheet = cells.sheet
                cells.diagnostics.warning(
                    "data-routing",
                    f"{name}: {number} of respondents who were not asked left out "
                    f"({sheet.named(strays)})",
                    sheet.first(strays),
                    f"Only those {question.routing.words} are in its base.",
                )
                cells.note(name, wording().treated_routing(int(strays.sum())))
            asked[name] = asked[name].where(met, NOT_ASKED)


def _gave(question: Question, answers: tuple[str, ...], asked: Columns) -> pd.Series[bool]:
    if question.kind is Kind.SINGLE:
        return asked[question.id].isin(answers)
    ticked = [asked[variable(question.id, each)] == TICKED for each in answers]
    return pd.concat(ticked, axis="columns").any(axis="columns")


def _variables(question: Question) -> tuple[str, ...]:
    if question.items:
        return tuple(variable(question.id, item.id) for item in question.items)
    return () if question.kind is Kind.OPEN else (question.id,)


def remark_unanswered(
    questions: tuple[Question, ...], asked: Columns, diagnostics: Diagnostics
) -> None:
    """Say which questions have no figures, since nobody answered them."""
    for question in questions:
        names = _variables(question)
        silent = (each in (NO_REPLY, NOT_ASKED) for name in names for each in asked[name])
        if names and all(silent):  # the first answer ends it, which is soon found
            message = f"nobody answered {question.id}: it has no figures"
            diagnostics.warning("data-no-answers", message, question.where)
