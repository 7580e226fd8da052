"""File formats: bytes to rows of text cells, or to an `Export` where the format tells more."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.diagnostics import Source
from briefing.survey.formats.csv_file import SUFFIXES, read_csv
from briefing.survey.labels import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices, Export
    from briefing.survey.rows import Rows

    Read = Callable[[Path, str, Choices, Diagnostics], Rows | Export | None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of files: its suffixes, and its reader, which reports faults and is then None."""

    name: str
    suffixes: tuple[str, ...]
    read: Read


# A format loads its library when such a file is read: no build from CSV waits for the others.


def _read_xlsx(file: Path, path: str, choices: Choices, diagnostics: Diagnostics) -> Rows | None:
    from briefing.survey.formats.xlsx import read_xlsx

    return read_xlsx(file, path, choices, diagnostics)


def _read_sav(file: Path, path: str, _: Choices, diagnostics: Diagnostics) -> Export | None:
    from briefing.survey.formats.apart import read_apart

    return read_apart("sav", file, path, diagnostics)


def _read_triple_s(
    file: Path, path: str, choices: Choices, diagnostics: Diagnostics
) -> Export | None:
    from briefing.survey.formats.triple_s import read_triple_s

    return read_triple_s(file, path, choices, diagnostics)


def _read_parquet(file: Path, path: str, _: Choices, diagnostics: Diagnostics) -> Export | None:
    from briefing.survey.formats.apart import read_apart

    return read_apart("parquet", file, path, diagnostics)


_TRIPLE_S = (".sss", ".xml")


def read_with(file: Path) -> Path | None:
    """A second file that is read with this one: the data beside metadata of Triple-S."""
    if file.suffix.lower() not in _TRIPLE_S:
        return None
    from briefing.survey.formats.triple_s import companion

    return companion(file)


_WORKBOOK = "Excel workbook"
FORMATS: tuple[Format, ...] = (
    Format("delimited text", SUFFIXES, read_csv),
    Format(_WORKBOOK, (".xlsx", ".xlsm"), _read_xlsx),
    Format("SPSS", (".sav", ".zsav"), _read_sav),
    Format("Triple-S", _TRIPLE_S, _read_triple_s),
    Format("Parquet", (".parquet",), _read_parquet),
)
"""The catalogue: a new format is a file beside this and an entry."""


_FIRST_BYTES = {
    b"$FL2": "SPSS",
    b"$FL3": "SPSS",
    b"PAR1": "Parquet",
    b"PK\x03\x04": _WORKBOOK,
}
"""What files begin with that no other format begins with."""


def _other_format(file: Path, wanted: Format) -> Format | None:
    """The format that a file is of, where its suffix says another one and its bytes are sure."""
    name = _FIRST_BYTES.get(file.read_bytes()[:4], wanted.name)
    if name == _WORKBOOK and not zipfile.is_zipfile(file):
        return None
    return next((each for each in FORMATS if each.name == name != wanted.name), None)


def read_file(
    file: Path, path: str, choices: Choices, diagnostics: Diagnostics
) -> Rows | Export | None:
    """Read a file by the format of its suffix; `path` is what messages call it."""
    suffix = file.suffix.lower()
    for each in FORMATS:
        if suffix not in each.suffixes:
            continue
        if not file.read_bytes():
            diagnostics.error("data-empty", "the file is empty", Source(path), "Export it again.")
            return None
        if other := _other_format(file, each):
            message = f"this is no {each.name}, but {other.name}, by its first bytes"
            hint = f"Give its name the suffix {other.suffixes[0]}."
            diagnostics.error("data-format", message, Source(path), hint)
            return None
        if choices.sheet and each.name != _WORKBOOK:
            message = f"the sheet “{choices.sheet}” is named, and {each.name} has no sheets"
            hint = "Take the sheet away, or name the workbook that it is in."
            diagnostics.warning("data-sheet", message, Source(path), hint)
        return each.read(file, path, choices, diagnostics)
    valid = [known for each in FORMATS for known in each.suffixes]
    message = f"nothing here reads {suffix or 'a file without a suffix'}"
    diagnostics.error("data-format", message, Source(path), did_you_mean(suffix, valid))
    return None
