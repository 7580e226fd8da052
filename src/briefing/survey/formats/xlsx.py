"""A sheet of an Excel workbook to `Rows`, and what it hides: sheets, rows, errors, formulas."""

from __future__ import annotations

import re
import zipfile
import zlib
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from briefing.diagnostics import Source
from briefing.survey.formats.values import text_of
from briefing.survey.formats.xml import RefusedError, parsed
from briefing.survey.labels import did_you_mean, quoted
from briefing.survey.rows import Rows
from briefing.survey.sheet import counted, named_lines

if TYPE_CHECKING:
    from pathlib import Path

    from python_calamine import CalamineSheet

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb"<c\b([^>]*)>(.*?)</c>", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]+\d+)"')
_ERROR = re.compile(rb'\bt="e"')
_VALUE = re.compile(rb"<v>([^<]+)</v>|<is>")
_HIDDEN_ROW = re.compile(rb'<row\b[^>]*\br="(\d+)"[^>]*\bhidden="(?:1|true)"')
_SHOWN = 5
_HIDDEN_COLUMN = re.compile(rb'<col\b[^>]*\bhidden="(?:1|true)"')


def read_xlsx(file: Path, path: str, choices: Choices, diagnostics: Diagnostics) -> Rows | None:
    """Read one sheet: the one that is chosen, or the first visible one that holds a table."""
    try:
        workbook = CalamineWorkbook.from_path(str(file))
        chosen = _chosen(workbook, path, choices, diagnostics)
        rows = chosen.to_python(skip_empty_area=False) if chosen else []
    except (CalamineError, OSError, ValueError) as fault:
        message = f"this cannot be read as an Excel workbook: {fault}"
        hint = "Open it in Excel and save it as .xlsx again, without a password."
        diagnostics.error("data-format", message, Source(path), hint)
        return None
    if chosen is None:
        return None
    cells = [[text_of(cell) for cell in row] for row in rows]
    _warn_of_merged(chosen, path, diagnostics)
    if not _sound(file, chosen.name, path, diagnostics):
        return None
    return Rows(path, tuple(enumerate(cells, 1)))


def _chosen(
    workbook: CalamineWorkbook, path: str, choices: Choices, diagnostics: Diagnostics
) -> CalamineSheet | None:
    known = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    names = [each.name for each in known]
    if choices.sheet:
        if choices.sheet in names:
            return workbook.get_sheet_by_name(choices.sheet)
        message = f"the workbook has no sheet {quoted(choices.sheet)}"
        hint = did_you_mean(choices.sheet, names)
        diagnostics.error("data-sheet", message, Source(path), hint)
        return None
    visible = [each.name for each in known if each.visible == SheetVisibleEnum.Visible]
    sheets = [workbook.get_sheet_by_name(name) for name in visible]
    filled = [each for each in sheets if each.height]
    if not filled:
        message = "no visible sheet of the workbook has cells"
        diagnostics.error("data-empty", message, Source(path), "Export it again.")
        return None
    read = next(filter(_tabular, filled), filled[0])
    if len(names) > 1:
        others = ", ".join(quoted(each) for each in names if each != read.name)
        message = f"the sheet {quoted(read.name)} was read, not {others}"
        hint = f'Settle it in publication.toml, [survey]: sheet = "{read.name}", or another.'
        diagnostics.warning("data-sheet", message, Source(path), hint)
    return read


def _tabular(sheet: CalamineSheet) -> bool:
    """Whether rows of several cells follow each other; a cover has lines of words."""
    rows = sheet.to_python(skip_empty_area=False)
    several = [sum(bool(text_of(cell).strip()) for cell in row) > 1 for row in rows]
    return any(one and other for one, other in pairwise(several))


def _warn_of_merged(sheet: CalamineSheet, path: str, diagnostics: Diagnostics) -> None:
    """Merged heads are how programs write a question over its parts; merged answers are not."""
    merged = [top + 1 for (top, _), (bottom, _) in sheet.merged_cell_ranges or () if bottom > top]
    below = sorted({line for line in merged if line > 1})
    if below:
        message = f"merged cells: their value counts in the first row alone ({named_lines(below)})"
        diagnostics.warning("data-merged", message, Source(path, below[0]), "Take them apart.")


def _sound(file: Path, sheet: str, path: str, diagnostics: Diagnostics) -> bool:
    """Whether every cell has a value of its own; what is hidden is told."""
    try:
        with zipfile.ZipFile(file) as archive:
            data = archive.read(_member(archive, sheet))
    except (KeyError, RefusedError, zipfile.BadZipFile, zlib.error, ParseError):
        return True  # an older workbook, of which calamine alone knows the inside
    hidden = [int(row) for row in _HIDDEN_ROW.findall(data)]
    if hidden:
        message = f"{counted(len(hidden), 'hidden row')} read like the others"
        where = Source(path, hidden[0])
        diagnostics.warning("data-hidden", f"{message} ({named_lines(hidden)})", where)
    if _HIDDEN_COLUMN.search(data):
        message = "hidden columns were read like the others"
        diagnostics.warning("data-hidden", message, Source(path))
    return not (
        _report_cells(_errors(data), "an error", path, diagnostics)
        | _report_cells(_uncalculated(data), "a formula without its result", path, diagnostics)
    )


def _member(archive: zipfile.ZipFile, sheet: str) -> str:
    """The file within a workbook that holds a sheet."""
    book = parsed(archive.read("xl/workbook.xml"))
    links = parsed(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): str(each.get("Target")) for each in links}
    for each in book.iter(f"{_MAIN}sheet"):
        if each.get("name") == sheet:
            target = targets[each.get(_LINK)]
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    raise KeyError(sheet)


def _errors(data: bytes) -> list[str]:
    if b't="e"' not in data:
        return []
    return [_named(head) for head, _ in _CELL.findall(data) if _ERROR.search(head)]


def _uncalculated(data: bytes) -> list[str]:
    if b"<f" not in data:
        return []
    return [
        _named(head)
        for head, inner in _CELL.findall(data)
        if b"<f" in inner and not _VALUE.search(inner) and b't="str"' not in head
    ]


def _named(head: bytes) -> str:
    place = _PLACE.search(head)
    return place[1].decode() if place else "?"


def _report_cells(cells: list[str], what: str, path: str, diagnostics: Diagnostics) -> bool:
    if not cells:
        return False
    shown = ", ".join(cells[:5]) + (
        f" and {len(cells) - 5} more" if len(cells) > len("12345") else ""
    )
    diagnostics.error(
        "data-formula",
        f"{counted(len(cells), 'cell')} with {what}: {shown}",
        Source(path, int(re.sub(r"\D", "", cells[0]) or 0)),
        "Let Excel calculate and save the workbook, or paste the values alone.",
    )
    return True
