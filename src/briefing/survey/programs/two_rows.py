"""Two rows of heads of whatever program: questions with blanks behind them, options below.

An option is told by its own words in its cells: where nearly every column under a second head
holds that head or a blank, the second row can be nothing but heads.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.export import PLAIN, Column, Export, Holds
from briefing.survey.labels import alike
from briefing.survey.programs.looks import filled
from briefing.survey.programs.model import Program
from briefing.survey.programs.plain import plain_export
from briefing.survey.rows import named_once, sheet_under

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet

_LEAST = 3
"""So many options at least: two columns may hold their second head by chance."""
_MOSTLY = 0.7
"""So large a part of the columns under a second head, ranks and words aside, holds it alone."""
_READ = 400
"""Rows that are looked at: what a head is shows long before the end of a large file."""
_PLACE = re.compile(r"(?:rank(?:ed|ing)?|place|choice|priority) ?#?(\d{1,2})", re.IGNORECASE)
_WORDS = re.compile(r"\b(?:comment|specify|describe|in your own words)s?\b", re.IGNORECASE)
_REMARK = "two rows of heads were read: questions, and below them their options"


def _recognises(rows: Rows) -> bool:
    first, second = rows.head(0), rows.head(1)
    below = [place for place, part in enumerate(second) if part]
    above = {place for place, head in enumerate(first) if head}
    if len(below) < _LEAST or above.issuperset(below) or len(below) == len(second):
        return False
    cells: dict[int, set[str]] = {place: set() for place in below}
    for _, row in rows.under(2)[:_READ]:
        for place in below:
            if place < len(row) and row[place].strip():
                cells[place].add(alike(row[place]))
    other = {
        place for place in below if _PLACE.fullmatch(second[place]) or _WORDS.search(second[place])
    }
    given = [place for place in below if cells[place] and place not in other]
    own = [place for place in given if cells[place] == {alike(second[place])}]
    return len(own) >= _LEAST and len(own) >= _MOSTLY * len(given)


def _read(rows: Rows, _: Choices, diagnostics: Diagnostics) -> Export | None:
    first, second = (list(rows.head(number)) for number in (0, 1))
    width = max(len(first), len(second))
    first += [""] * (width - len(first))
    second += [""] * (width - len(second))
    questions, asked = [], ""
    for head, part in zip(first, second, strict=True):
        asked = head or (asked if part else "")
        questions.append(asked)
    heads = [
        f"{question} [{part}]" if part else question
        for question, part in zip(questions, second, strict=True)
    ]
    while heads and not heads[-1]:
        heads.pop()
    sheet = sheet_under(named_once(heads), rows.path, rows.under(2), diagnostics)
    if sheet is None:
        return None
    columns = tuple(
        _column(plain, question, part, sheet) if part else plain
        for plain, question, part in zip(
            plain_export(sheet).columns, questions, second, strict=False
        )
    )
    return Export(sheet, PLAIN, columns=columns, remarks=(_REMARK,))


def _column(plain: Column, question: str, part: str, sheet: Sheet) -> Column:
    """A column under a second head: a tick of that option, what stands at one rank, or words."""
    own = replace(plain, question=question, part=part, group=question)
    given = {alike(each) for each in filled(sheet.rows[plain.name])}
    place = _PLACE.fullmatch(part)
    if place:
        return replace(own, part=place[1], holds=Holds.PLACED)
    if given <= {alike(part)}:
        return replace(own, holds=Holds.TICK)
    return replace(own, holds=Holds.TEXT if _WORDS.search(part) else Holds.UNKNOWN)


TWO_ROWS = Program("two rows of heads", _recognises, _read)
