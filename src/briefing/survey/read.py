"""A project's files to a `Survey`: codebook, responses, comments, population."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Faults, Source
from briefing.files import beside, is_file, within
from briefing.survey.classes import Classes
from briefing.survey.codebook import parse_codebook
from briefing.survey.comments import coded, read_comments
from briefing.survey.export import Choices, Export, with_ids
from briefing.survey.formats import read_file
from briefing.survey.formats.csv_file import decoded
from briefing.survey.labels import did_you_mean
from briefing.survey.model import Survey
from briefing.survey.population import (
    INVITED,
    check_invited,
    check_population,
    check_sample,
    read_population,
)
from briefing.survey.prepared import prepared_table
from briefing.survey.programs import export_of
from briefing.survey.responses import read_responses
from briefing.survey.rows import sheet_of_rows
from briefing.survey.totals import without_totals

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.diagnostics import Diagnostics
    from briefing.survey.declared import Codebook, Prepared
    from briefing.survey.model import Comment, PreparedTable
    from briefing.survey.sheet import Sheet

COMMENTS = "comments.csv"
POPULATION = "population.csv"
_USUAL = Choices()


def read_survey(
    folder: Path,
    diagnostics: Diagnostics,
    *,
    codebook: str = "codebook.toml",
    responses: str = "responses.csv",
    comments: str = COMMENTS,
    population: str = POPULATION,
    choices: Choices = _USUAL,
) -> Survey:
    """Read the survey of a project; paths are relative to its folder.

    Comments and population may be absent under their usual names. All faults are reported at once;
    `briefing.diagnostics.Faults` is raised if any of them is an error.
    """
    book = _read_codebook(folder, codebook, diagnostics)
    if book is None or diagnostics.errors:
        raise Faults(diagnostics)
    file = inside(folder, responses, diagnostics)
    export = read_export(file, responses, diagnostics, choices) if file else None
    read = read_responses(export, book, diagnostics) if export else None
    optional = _read_optional(folder, comments, COMMENTS, diagnostics)
    counted = _read_optional(folder, population, POPULATION, diagnostics)
    known = read.ids if read else None
    remarks = read_comments(optional, book, known, diagnostics) if optional else ()
    remarks = _coded(folder, book, remarks, diagnostics)
    units = read_population(counted, book, diagnostics) if counted else {}
    invited = read_population(counted, book, diagnostics, INVITED) if counted else {}
    if read:
        check_population(read.answers, book, units, counted, diagnostics)
        check_invited(read.answers, book, invited, counted, diagnostics)
        check_sample(read.answers, book, diagnostics)
    prepared = tuple(_prepared(folder, each, diagnostics) for each in book.prepared)
    if read is None or diagnostics.errors:
        raise Faults(diagnostics)
    return Survey(
        book,
        read.answers,
        Classes(book, read.answers, units).judged(remarks),
        responses,
        units,
        invited,
        treated=read.treated,
        remarks=read.remarks,
        prepared=tuple(each for each in prepared if each),
    )


def _coded(
    folder: Path, codebook: Codebook, comments: tuple[Comment, ...], diagnostics: Diagnostics
) -> tuple[Comment, ...]:
    """The comments with the themes that files of their own give them."""
    for question in codebook.questions:
        if question.coded:
            sheet = _read_sheet(folder, question.coded, diagnostics)
            if sheet:
                comments = coded(sheet, question, comments, diagnostics)
    return comments


def _read_codebook(folder: Path, path: str, diagnostics: Diagnostics) -> Codebook | None:
    file = inside(folder, path, diagnostics)
    text = decoded(file.read_bytes(), path, diagnostics) if file else None
    return None if text is None else parse_codebook(text, path, diagnostics)


def read_export(
    file: Path, path: str, diagnostics: Diagnostics, choices: Choices = _USUAL
) -> Export | None:
    """Read responses of any format and any program's shape; `path` is what messages call them.

    None with a fault if they cannot be read. Every export has a column of ids.
    """
    read = read_file(file, path, choices, diagnostics)
    if read is None:
        return None
    export = read if isinstance(read, Export) else export_of(read, choices, diagnostics)
    return with_ids(without_totals(export, diagnostics)) if export else None


def _prepared(folder: Path, spec: Prepared, diagnostics: Diagnostics) -> PreparedTable | None:
    file = inside(folder, spec.file, diagnostics)
    read = read_file(file, spec.file, Choices(sheet=spec.sheet), diagnostics) if file else None
    if isinstance(read, Export):
        message = f"{spec.file} holds answers, not a table"
        diagnostics.error("prepared-table", message, spec.where, "Take a workbook or CSV.")
        return None
    return prepared_table(read, spec, diagnostics) if read else None


def _read_sheet(folder: Path, path: str, diagnostics: Diagnostics) -> Sheet | None:
    """A sheet that is no survey program's: comments, a population."""
    file = inside(folder, path, diagnostics)
    read = read_file(file, path, _USUAL, diagnostics) if file else None
    if read is None:
        return None
    return read.sheet if isinstance(read, Export) else sheet_of_rows(read, diagnostics)


def _read_optional(folder: Path, path: str, usual: str, diagnostics: Diagnostics) -> Sheet | None:
    if path == usual and not (folder / path).exists():
        return None
    return _read_sheet(folder, path, diagnostics)


def inside(folder: Path, path: str, diagnostics: Diagnostics) -> Path | None:
    """The file at a path within the project; a fault if there is none, or if the path leaves it."""
    file = within(folder, path)
    if file is None:
        message = f"{path} leads out of the project's folder"
        hint = "Copy the file into the project."
        diagnostics.error("project-path", message, Source(path), hint)
        return None
    if not is_file(file):
        siblings = [each.name for each in beside(file)]
        message = f"there is no file {path}"
        diagnostics.error("project-file", message, Source(path), did_you_mean(file.name, siblings))
        return None
    return file
