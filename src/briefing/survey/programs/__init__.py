"""Shapes of survey programs: rows of text cells to an `Export`, one file a program."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.programs.alchemer import ALCHEMER
from briefing.survey.programs.google_forms import GOOGLE_FORMS
from briefing.survey.programs.lime_survey import LIME_SURVEY
from briefing.survey.programs.microsoft_forms import MICROSOFT_FORMS
from briefing.survey.programs.plain import PLAIN
from briefing.survey.programs.qualtrics import QUALTRICS
from briefing.survey.programs.snap import SNAP
from briefing.survey.programs.survey_monkey import SURVEY_MONKEY
from briefing.survey.programs.two_rows import TWO_ROWS
from briefing.survey.programs.typeform import TYPEFORM

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices, Export
    from briefing.survey.programs.model import Program
    from briefing.survey.rows import Rows

PROGRAMS: tuple[Program, ...] = (
    QUALTRICS,
    SURVEY_MONKEY,
    ALCHEMER,
    MICROSOFT_FORMS,
    GOOGLE_FORMS,
    LIME_SURVEY,
    SNAP,
    TYPEFORM,
    TWO_ROWS,
    PLAIN,
)
"""The catalogue, in the order in which a file is tried; the last takes what no other knows."""


def export_of(rows: Rows, choices: Choices, diagnostics: Diagnostics) -> Export | None:
    """Read rows by the shape that they have; None with a fault if they cannot be read.

    What somebody wrote into a row above the heads of a program, a title or numbers of questions,
    is left out.
    """
    program = _shape(rows)
    below = rows.under(1)
    if program in (TWO_ROWS, PLAIN) and below:
        inner = replace(rows, records=below)
        told = _shape(inner)
        if told not in (SNAP, TWO_ROWS, PLAIN):
            export = told.read(inner, choices, diagnostics)
            remark = f"the first row stands above the heads of {told.name} and was not read"
            return export and replace(export, remarks=(remark, *export.remarks))
    return program.read(rows, choices, diagnostics)


def _shape(rows: Rows) -> Program:
    """The first program that knows the rows; what no other knows is plain."""
    return next(each for each in PROGRAMS if each.recognises(rows))
