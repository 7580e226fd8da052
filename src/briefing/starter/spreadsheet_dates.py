"""Dates that a spreadsheet made of bands: ``May-01`` of 1-5, which only the form can undo."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.sheet import counted, named_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field

_MONTH = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sept?|oct|okt|nov|dec|dez)"
_DATE = re.compile(
    rf"{_MONTH}[a-z]*[-. ]{{1,2}}\d{{1,2}}|\d{{1,2}}[-. ]{{1,2}}{_MONTH}[a-z]*"
    r"|\d{4}-\d\d-\d\d(?: 00:00(?::00)?)?",
    re.IGNORECASE,
)
_BAND = re.compile(r"\D{0,2}\d[\d,.]* ?(?:-|\u2013|to) ?\D{0,2}\d[\d,.]*\D*", re.IGNORECASE)


def with_dates_asked(own: Field, lines: Sequence[int]) -> Field:
    """The field, and what is asked of dates among its bands (conventions, 3, 23).

    `lines` are those of its cells in the file. The dates stay what they are: nothing is guessed.
    """
    labels = dict.fromkeys(own.given)
    made = [each for each in labels if _DATE.fullmatch(each)]
    bands = [each for each in labels if each not in made and _BAND.fullmatch(each)]
    if not made or len(bands) < len(made):
        return own
    told = [
        _told(each, [at for at, cell in zip(lines, own.cells, strict=True) if cell == each])
        for each in made
    ]
    doubt = (
        f"{' and '.join(told)} looks like a date that a spreadsheet made of a band: which one was "
        "it? Let it stand for that: values = [...]"
    )
    return replace(own, doubt="; ".join(filter(None, (own.doubt, doubt))))


def _told(label: str, lines: list[int]) -> str:
    return f"“{label}” ({counted(len(lines), 'cell')}, {named_lines(lines)})"
