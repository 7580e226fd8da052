"""What a survey program's shape is: how its exports are recognised, and how they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices, Export
    from briefing.survey.rows import Rows


@dataclass(frozen=True, slots=True)
class Program:
    """One survey program's shape; `read` reports faults and is then None."""

    name: str
    recognises: Callable[[Rows], bool]
    read: Callable[[Rows, Choices, Diagnostics], Export | None]
