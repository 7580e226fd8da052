"""The survey as values: the answers respondent by respondent, comments, tables made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    import pandas as pd

    from briefing.diagnostics import Source
    from briefing.survey.declared import Codebook, Prepared

    PreparedCell = Fraction | str


@dataclass(frozen=True, slots=True)
class Comment:
    """An open comment as it was written, whose it is, and whether it may be quoted."""

    id: str
    respondent: str
    question: str
    text: str
    attribution: str
    consent: bool
    where: Source
    themes: tuple[str, ...] = ()
    """The ids of what it speaks of, as it was coded."""
    named: bool = False
    """Whether its author agreed to be known by what it is attributed to."""
    narrow: str = ""
    """Why its author could be known by the attribution; nothing of a class wide enough."""
    wider: str = ""
    """An attribution that is wide enough, where it is not."""


@dataclass(frozen=True, slots=True)
class PreparedTable:
    """A table made elsewhere as its sheet has it: `cells[group][answer]`, `bases[group]`.

    A cell is a share, or a count where that is the unit, or the symbol that stands in for one.
    `whole` says of each group whether it is everybody.
    """

    spec: Prepared
    title: str
    answers: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str], ...]
    whole: tuple[bool, ...]
    cells: tuple[tuple[PreparedCell, ...], ...]
    bases: tuple[int, ...]
    notes: tuple[str, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Survey:
    """The answers under their codebook.

    `answers` has one row a respondent, indexed by id, one column a variable: a single question
    by its id, a grid or ranking by ``question.item``, a multiple choice by ``question.option``.
    A cell holds an answer's id, a rank, ``yes``, or a state: "" for no reply, `NOT_ASKED`.
    A numeric question has a number as digits, with a full stop before decimals.
    An attribute stands under its id and holds the id of a group; a unit under ``unit.column`` and
    an open column of own mentions under its name hold what was written; `WEIGHT` holds fractions,
    and is there if the survey is weighted.
    `population` maps an attribute's id to the number of units by group id, `invited` to the number
    of those invited. `treated` says by
    question id, in sentences for the notes of its table, what was done to cells that changes its
    figures; `remarks` says the same of whole replies.
    """

    codebook: Codebook
    answers: pd.DataFrame
    comments: tuple[Comment, ...]
    source: str
    population: dict[str, dict[str, int]] = field(default_factory=dict)
    invited: dict[str, dict[str, int]] = field(default_factory=dict)
    treated: dict[str, tuple[str, ...]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    prepared: tuple[PreparedTable, ...] = ()


NOT_ASKED = "(not asked)"
NO_REPLY = ""
TICKED = "yes"
WEIGHT = "(weight)"
MEAN, MEDIAN, NET_SCORE = "mean", "median", "net_score"
"""What is told of numbers, of points on a scale and of its two ends: columns of tables."""


def variable(question: str, item: str = "") -> str:
    """The name of a column of `Survey.answers`: ``q1``, or ``q3.shaping``."""
    return f"{question}.{item}" if item else question


def unit_variable(column: str) -> str:
    """The name of the column of `Survey.answers` that says which unit a respondent belongs to."""
    return f"unit.{column}"
