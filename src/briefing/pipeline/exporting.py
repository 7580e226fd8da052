"""The tables of a project without its publications: a workbook, or a folder of CSV files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.clock import moment_of
from briefing.grids import csv_files
from briefing.pipeline.counting import counted
from briefing.progress import silent
from briefing.publish import Made, publish
from briefing.wording import apart, speak
from briefing.workbook import SUFFIX, Particulars, workbook

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.pipeline.counting import Counted
    from briefing.progress import Report


@apart
def export_tables(folder: Path, out: Path, report: Report = silent) -> tuple[Counted, list[Made]]:
    """Write every table of a project: a workbook if `out` ends with .xlsx, else a folder of CSV.

    Any error of the project raises `Faults`; OSError if `out` cannot be written.
    """
    found = counted(folder, report)
    speak(found.project.words)
    tables, settings = found.evidence.tables.values(), found.project.settings
    about = Particulars(
        settings.title,
        found.codebook.title,
        settings.publisher,
        settings.date_words,
        settings.contact,
        moment_of(settings.date),
    )
    if out.suffix.lower() == SUFFIX:
        made = [Made(out.name, workbook(tables, about))]
        publish(made, out.parent)
    else:
        made = [Made.text(name, text) for name, text in csv_files(tables).items()]
        publish(made, out)
    return found, made
