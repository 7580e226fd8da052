"""A survey read and counted: the first half of a build, all that `explain` and `tables` need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.content.evidence import gather
from briefing.content.project import read_project
from briefing.diagnostics import Diagnostics
from briefing.progress import silent
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate
from briefing.wording import apart, speak

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.content.evidence import Evidence
    from briefing.content.project import Project
    from briefing.progress import Report
    from briefing.survey.declared import Codebook


@dataclass(frozen=True, slots=True)
class Counted:
    """A survey read and counted, before any words: its codebook, and all that can be proved."""

    project: Project
    codebook: Codebook
    evidence: Evidence
    diagnostics: Diagnostics


@apart
def counted(folder: Path, report: Report = silent) -> Counted:
    """Read and count the survey of a project; any error raises `Faults`."""
    diagnostics = Diagnostics()
    report("reading")
    project = read_project(folder, diagnostics)
    diagnostics.stop()
    return count(project, diagnostics, report)


def count(project: Project, diagnostics: Diagnostics, report: Report) -> Counted:
    """The survey of a project counted; raises `Faults` if any error has been found so far.

    From here on the engine speaks in the words of the project.
    """
    speak(project.words)
    files = project.survey
    survey = read_survey(
        project.folder,
        diagnostics,
        codebook=files.codebook,
        responses=files.responses,
        comments=files.comments,
        population=files.population,
        choices=files.choices,
    )
    report("tabulating")
    tables = tabulate(survey)
    diagnostics.stop()
    language = project.settings.language
    evidence = gather(survey.codebook, tables, survey.comments, language)
    return Counted(project, survey.codebook, evidence, diagnostics)
