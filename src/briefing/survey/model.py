"""The survey as values: the codebook's questions, and the answers respondent by respondent."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from briefing.diagnostics import Source

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd


class Kind(Enum):
    """How a question is asked, and so how it is counted."""

    SINGLE = "single"
    GRID = "grid"
    MULTIPLE = "multiple"
    RANKING = "ranking"
    OPEN = "open"


class Meaning(Enum):
    """What an answer says: it is substantive, or it is one of the printed ways out."""

    VALID = "valid"
    NEUTRAL = "neutral"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"


class BaseRule(Enum):
    """Who is in the base of a question (survey conventions, 1.1)."""

    ANSWERED = "answered"
    ASKED = "asked"
    ALL = "all"
    SUBSTANTIVE = "substantive"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer printed on the form: the id that words refer to, its label, its meaning."""

    id: str
    label: str
    meaning: Meaning = Meaning.VALID


@dataclass(frozen=True, slots=True)
class Net:
    """Several answers counted together, each respondent once."""

    id: str
    label: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """Answers in the order of the form, and the nets that are told of them.

    `diverging` says that the two ends are opposites (agree, disagree); `positive` and `negative`
    name the nets of the two ends, where there are any.
    """

    id: str
    answers: tuple[Answer, ...]
    nets: tuple[Net, ...] = ()
    diverging: bool = False
    positive: str = ""
    negative: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a grid, one option of a ranking: its id, label and column in the data."""

    id: str
    label: str
    column: str


@dataclass(frozen=True, slots=True)
class Routing:
    """Who was asked: those who gave one of `answers` to `question`; `words` say so in a base line."""

    question: str
    answers: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the codebook.

    A single question has no items; a grid has its rows, a ranking what is ranked, a multiple
    choice has its options as the answers of its scale. `places` is the number of ranks allowed,
    `top` the k of "ranked in the top k".
    """

    id: str
    kind: Kind
    wording: str
    short: str
    where: Source
    scale: Scale | None = None
    items: tuple[Item, ...] = ()
    column: str = ""
    separator: str = ""
    places: int = 0
    top: int = 0
    base_rule: BaseRule = BaseRule.ANSWERED
    routing: Routing | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is known of a respondent (role, region): its column, values in order, and printed groups."""

    id: str
    label: str
    column: str
    where: Source
    groups: tuple[tuple[str, str, tuple[str, ...]], ...]
    """(id, label, values of the column) in printed order."""


@dataclass(frozen=True, slots=True)
class Crosstab:
    """One question within the groups of another: each group is an answer or a net of `by`."""

    id: str
    question: str
    by: str
    groups: tuple[str, ...]
    where: Source
    title: str = ""


@dataclass(frozen=True, slots=True)
class Composition:
    """The sample beside a population, by one attribute; `unit` is the column counted once."""

    id: str
    attribute: str
    unit: str
    units: str
    sample_label: str
    population_label: str
    where: Source
    outside: tuple[str, ...] = ()
    outside_note: str = ""


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


@dataclass(frozen=True, slots=True)
class Disclosure:
    """An entry of the method's disclosure block: its words, or why it was not published."""

    id: str
    text: str = ""
    not_published: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """All that is declared of a survey, in the order of the file."""

    title: str
    respondents: str
    """What respondents are called, in the plural: ``councillors``."""
    questions: tuple[Question, ...]
    attributes: tuple[Attribute, ...]
    crosstabs: tuple[Crosstab, ...]
    compositions: tuple[Composition, ...]
    id_column: str
    weight_column: str = ""
    small_bases: str = "suppress"
    """``suppress`` by the rules of the conventions, 1.7, or ``show`` counts with a caution."""
    caution_below: int = 50
    suppress_below: int = 10
    fieldwork: tuple[date, date] | None = None
    disclosures: tuple[Disclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """The answers under their codebook.

    `answers` has one row a respondent, indexed by id, one column a variable: a single question
    by its id, a grid or ranking by ``question.item``, a multiple choice by ``question.option``.
    A cell holds an answer's id, a rank, ``yes``, or a state: "" for no reply, `NOT_ASKED`.
    `population` maps an attribute's id to the number of units by group id.
    """

    codebook: Codebook
    answers: pd.DataFrame
    comments: tuple[Comment, ...]
    source: str
    population: dict[str, dict[str, int]] = field(default_factory=dict)


NOT_ASKED = "(not asked)"
NO_REPLY = ""
