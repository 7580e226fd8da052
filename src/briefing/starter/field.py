"""A column of an export as it is taken apart: its cells as labels, what it is for, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from briefing.starter import cells as look

if TYPE_CHECKING:
    from briefing.starter.model import Column as Cells
    from briefing.survey.export import Holds


class Role(Enum):
    """What a column is for."""

    QUESTION = "question"
    ID = "id"
    WEIGHT = "weight"
    LEFT_OUT = "left out"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Field:
    """A column of the export with its cells as labels, its role and the reason for it."""

    name: str
    question: str
    part: str
    group: str
    holds: Holds
    separator: str
    declared: tuple[str, ...]
    """The labels that the export declares, in the order of the form."""
    cells: Cells
    written: Cells = ()
    """The cells as they were written, for words that may be quoted."""
    role: Role = Role.QUESTION
    reason: str = ""
    head: str = ""
    """The whole head, where `question` and `part` were only read from it."""
    doubt: str = ""
    """What the heads leave open of the question that begins here."""

    @property
    def given(self) -> list[str]:
        """The cells that are not blank."""
        return look.given(self.cells)


LABEL_WORDS = 12
"""Words of the longest label; what has more is a sentence and keeps its full stop."""
HEADS = "heads:"
"""How the group of fields begins that only their heads put together."""
