"""What a survey program exported, as a value: its cells as text, and what its heads tell of them.

Every format and every program's shape is read into this. A codebook needs the cells alone; a
codebook that is still to be written is guessed from all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.survey.sheet import Sheet


PLAIN = "plain"
"""The program of a sheet that no survey program wrote."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the author of a project chose of a file that leaves a choice.

    `sheet` names a sheet of a workbook; an empty name takes the first with cells. Replies that
    were not completed are counted unless `leave_out_partial`; with `partial_settled` the author
    said which, and is not told again. With `name_heads` columns without a name of their own get
    one: nothing refers to them yet.
    """

    sheet: str = ""
    leave_out_partial: bool = False
    partial_settled: bool = False
    name_heads: bool = False


class Holds(Enum):
    """What the cells of a column are, as far as the export itself tells."""

    UNKNOWN = "unknown"
    ANSWER = "answer"
    """One answer a cell."""
    ANSWERS = "answers"
    """Several answers a cell, joined by `Column.separator`."""
    TICK = "tick"
    """Whether one option of a question was ticked: its label, a yes, or a blank."""
    RANK = "rank"
    """The rank that one option of a question was given, from 1."""
    RANKED = "ranked"
    """Several items a cell in the order of preference, joined by `Column.separator`."""
    PLACED = "placed"
    """The item that was put at one rank of a question: the rank is `Column.part`."""
    NUMBER = "number"
    TEXT = "text"
    """Respondents' own words."""
    ID = "id"
    WEIGHT = "weight"
    TIME = "time"
    ABOUT = "about"
    """What the program notes of a reply: its duration, its state, its language."""
    PERSONAL = "personal"
    """Names, addresses, whatever tells who a respondent is: never printed, never copied."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a column can have: how its cells spell it and what the form calls it.

    A `missing` value is one that the program's user declared to be no answer (refused, 99), one
    `not_asked` says that the question was not put.
    """

    text: str
    label: str
    missing: bool = False
    not_asked: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """What the heads of a column tell.

    `question` is the wording of its question, `part` the row or option of it that the column is
    for. Columns of one question have the same `group`. `values` is in the order of the form; where
    the export does not say what the answers are, it holds the states alone that are none.
    """

    name: str
    question: str = ""
    part: str = ""
    group: str = ""
    holds: Holds = Holds.UNKNOWN
    separator: str = ""
    values: tuple[Value, ...] = ()

    @property
    def answers(self) -> tuple[Value, ...]:
        """The values that are answers of the form, as far as the export says it."""
        return tuple(each for each in self.values if not (each.missing or each.not_asked))


@dataclass(frozen=True, slots=True)
class Export:
    """A file of responses: its sheet under unique names, and what each column is.

    `program` names whose shape it has (``Qualtrics``, ``SPSS``), or is ``plain``.
    """

    sheet: Sheet
    program: str = PLAIN
    title: str = ""
    columns: tuple[Column, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    """What was left out or put right on the way, in sentences."""

    @property
    def missing(self) -> dict[str, frozenset[str]]:
        """The cells of each column that were declared to be no answer, as they are spelt."""
        return self._spelt(lambda value: value.missing)

    @property
    def not_asked(self) -> dict[str, frozenset[str]]:
        """The cells of each column that say that the question was not put."""
        return self._spelt(lambda value: value.not_asked)

    def _spelt(self, wanted: Callable[[Value], bool]) -> dict[str, frozenset[str]]:
        found = {
            each.name: frozenset(value.text for value in each.values if wanted(value))
            for each in self.columns
        }
        return {name: texts for name, texts in found.items() if texts}


JOIN = "|"
"""Between several answers in one cell, where the file keeps them apart in a way of its own."""
ROW = "row"
"""The column that an export without ids is given: the line that each respondent stands on."""


def with_ids(export: Export) -> Export:
    """The export with a column of ids: its own, or the lines of its rows under `ROW`."""
    if ROW in export.sheet.columns or any(each.holds is Holds.ID for each in export.columns):
        return export
    sheet = export.sheet
    lines = [str(line) for line in sheet.lines]
    numbered = replace(sheet, rows=sheet.rows.assign(**{ROW: lines}))
    column = Column(ROW, holds=Holds.ID)
    return replace(export, sheet=numbered, columns=(*export.columns, column))
