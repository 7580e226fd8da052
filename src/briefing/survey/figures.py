"""The figures of a prepared table: how each is written, and what it amounts to in the one unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.survey.labels import quoted

if TYPE_CHECKING:
    from briefing.survey.declared import Prepared
    from briefing.survey.model import PreparedCell

UNITS = ("percent", "share", "count")
STARS = ("low", "suppressed")
"""What an asterisk can mean: more than nothing but rounded to nought, or suppressed."""

_SYMBOLS = {"[c]": "c", "[x]": "x", "[u]": "u", "[w]": "w", "[z]": "x", "[low]": "low", "": "x"}
_NOUGHT = frozenset({"-", "\N{EN DASH}", "\N{EM DASH}"})
FIGURE = re.compile(r"(?P<number>\d+(?:,\d{3})+|\d+(?:[.,]\d+)?)\s*(?P<sign>%?)\Z")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet: its line, its label, and a cell for each head, with its column."""

    line: int
    label: str
    cells: tuple[tuple[int, str], ...]


class SheetError(Exception):
    """Raised where a sheet cannot be read on: a message, the line and column, a remedy."""

    def __init__(self, message: str, line: int, column: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.line, self.column, self.hint = line, column, hint


def cells_of(answers: list[Row], spec: Prepared) -> list[list[PreparedCell]]:
    """The figures of each answer, group by group: exact fractions, or symbols."""
    _check_unit(answers, spec)
    return [
        [_cell(cell, spec, row.line, place + 1) for place, cell in row.cells] for row in answers
    ]


def _cell(written: str, spec: Prepared, line: int, column: int) -> PreparedCell:
    if written.casefold() in _SYMBOLS:
        return _SYMBOLS[written.casefold()]
    if written in _NOUGHT:
        return Fraction(0)
    if written == "*":
        if not spec.star:
            hint = f'Say what it means in [tables.{spec.id}]: star = "low" or "suppressed".'
            raise SheetError("an asterisk means different things", line, column, hint)
        return "low" if spec.star == "low" else "c"
    if re.fullmatch(r"<\s*[01](?:\.\d+)?\s*%?", written):
        return "low"
    number = number_of(written)
    if number is None:
        raise SheetError(f"{quoted(written)} is no figure", line, column)
    if spec.unit == "percent":
        number /= 100
    if spec.unit != "count" and number > 1:
        raise SheetError(f"{quoted(written)} is more than everyone", line, column, _remedy(spec))
    if spec.unit == "count" and number.denominator != 1:
        raise SheetError(f"{quoted(written)} is no count", line, column, _remedy(spec))
    return number


def number_of(written: str) -> Fraction | None:
    """A figure as tables have it: ``57``, ``57%``, ``57.0``, ``57,0``, ``1,234``."""
    found = FIGURE.match(written)
    if found is None:
        return None
    number = found["number"]
    if re.fullmatch(r"\d{1,3}(,\d{3})+", number):
        number = number.replace(",", "")
    return Fraction(number.replace(",", "."))


def _remedy(spec: Prepared) -> str:
    return f'[tables.{spec.id}] says unit = "{spec.unit}": is it another of {", ".join(UNITS)}?'


def _check_unit(answers: list[Row], spec: Prepared) -> None:
    """All figures of a table are written in one unit, the declared one."""
    kinds: dict[str, tuple[int, int, str]] = {}
    for row in answers:
        for place, cell in row.cells:
            kind = _look(cell)
            if kind:
                kinds.setdefault(kind, (row.line, place + 1, cell))
    signs = {"signed"} if "signed" in kinds else set()
    if signs and len(kinds) > 1:
        other = next(kind for kind in kinds if kind != "signed")
        _mixed(kinds["signed"], kinds[other])
    if "share" in kinds and "whole" in kinds:
        _mixed(kinds["whole"], kinds["share"])
    if "comma" in kinds and "point" in kinds:
        _mixed(kinds["comma"], kinds["point"])
    wrong = {"percent": ("share",), "share": ("signed",), "count": ("signed", "share")}
    for kind in wrong[spec.unit]:
        alone = not set(kinds) - {kind, "end"}
        if kind in kinds and (alone or spec.unit == "count" or kind == "signed"):
            line, column, cell = kinds[kind]
            raise SheetError(f"{quoted(cell)} is no {spec.unit}", line, column, _remedy(spec))


def _look(cell: str) -> str:
    """How a figure is written: ``57%``, ``57``, ``0.57``, ``57.1``, ``57,1``.

    0 and 1 can be anything.
    """
    found = FIGURE.match(cell)
    if found is None:
        return ""
    number = number_of(cell)
    if found["sign"]:
        return "signed"
    if number in (0, 1):
        return ""
    if number is not None and number < 1 and re.fullmatch(r"0[.,]\d{2,}", found["number"]):
        return "share"
    if re.fullmatch(r"\d+,\d{1,2}", found["number"]):
        return "comma"
    return "point" if "." in found["number"] else "whole"


def _mixed(one: tuple[int, int, str], other: tuple[int, int, str]) -> None:
    line, column, cell = max(one, other)
    first = min(one, other)
    message = f"{quoted(cell)} is in another unit than {quoted(first[2])} on line {first[0]}"
    raise SheetError(message, line, column, "Write all figures of a table in one unit.")
