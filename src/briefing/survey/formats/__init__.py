"""File formats: bytes to rows of text cells, or to an `Export` where the format tells more."""

from __future__ import annotations

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


FORMATS: tuple[Format, ...] = (Format("delimited text", SUFFIXES, read_csv),)
"""The catalogue: a new format is a file beside this and an entry."""


def read_file(
    file: Path, path: str, choices: Choices, diagnostics: Diagnostics
) -> Rows | Export | None:
    """Read a file by the format of its suffix; `path` is what messages call it."""
    suffix = file.suffix.lower()
    for each in FORMATS:
        if suffix in each.suffixes:
            return each.read(file, path, choices, diagnostics)
    valid = [known for each in FORMATS for known in each.suffixes]
    message = f"nothing here reads {suffix or 'a file without a suffix'}"
    diagnostics.error("data-format", message, Source(path), did_you_mean(suffix, valid))
    return None
