"""What is asked: questions with their scales, items and routes, and who counts in their bases."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    from briefing.diagnostics import Source

    Exceptions = tuple[tuple[str, str | int], ...]
    """Fields of `SmallBases` and what they are instead."""


class Kind(Enum):
    """How a question is asked, and so how it is counted."""

    SINGLE = "single"
    GRID = "grid"
    MULTIPLE = "multiple"
    RANKING = "ranking"
    NUMERIC = "numeric"
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
    values: tuple[str, ...] = ()
    """Further spellings that stand for it in the data: codes, wordings of other items."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """How cells may spell it."""
        return (self.label, *self.values)


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
    name the nets of the two ends, or their only answers, where there are any. `scores` are points
    by the ids of answers, of which a mean is told; `net_score` says that positive less negative is
    told.
    """

    id: str
    answers: tuple[Answer, ...]
    nets: tuple[Net, ...] = ()
    diverging: bool = False
    positive: str = ""
    negative: str = ""
    scores: tuple[tuple[str, Fraction], ...] = ()
    net_score: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A range of numbers that is counted as one answer: from `low` up to, but not with, `high`."""

    id: str
    label: str
    low: Fraction | None = None
    high: Fraction | None = None

    def holds(self, number: Fraction) -> bool:
        """Whether a number lies within."""
        above = self.low is None or number >= self.low
        return above and (self.high is None or number < self.high)


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a grid, one option of a ranking: its id, label and column in the data."""

    id: str
    label: str
    column: str
    values: tuple[str, ...] = ()
    """Further spellings that stand for it in the data."""
    reversed: bool = False
    """Whether its scale runs the other way in the data: what they call the first is the last."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """How cells may spell it."""
        return (self.label, *self.values)


@dataclass(frozen=True, slots=True)
class Routing:
    """Who was asked: those who gave one of `answers` to `question`, in a base line `words`."""

    question: str
    answers: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class SmallBases:
    """What becomes of groups that are too small to be told of (conventions, 1.7).

    `treatment` is ``suppress``, ``counts`` for the counts alone of groups that are too small for
    percentages, or ``show`` for figures with their counts and a caution. Groups of
    fewer than `suppress_below` are suppressed, percentages are printed from `percent_from` on, with
    a caution below `caution_below`; of a sensitive question what fewer than `mask_below` of a group
    answered is masked.
    """

    treatment: str = "suppress"
    caution_below: int = 50
    suppress_below: int = 10
    percent_from: int = 30
    mask_below: int = 5


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the codebook.

    A single question has no items; a grid has its rows, a ranking what is ranked, a multiple
    choice has its options as the answers of its scale, and as items the columns they stand in.
    `places` is the number of ranks allowed, `top` the k of "ranked in the top k". `exclusive` names
    options that cannot be ticked with another, `last` what stands last however rows are sorted,
    `other` the open column of respondents' own mentions. `placed` names the columns of a ranking
    that hold the item put first, second and so on; if it is `strict`, ranks that are tied or leave
    gaps are errors. `unknown` is the answer that a value which the
    codebook does not list counts as; without one such a value is an error.

    A numeric question has a number in its column, with a `comma` for the decimal point if so
    declared; `unit` stands before it if it is a currency, else behind it; `decimals` is how many
    places of its mean and median are printed; its scale are its `bands`. An open question has as
    its scale the themes of its comments; `coded` names the file that says which have which.
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
    exclusive: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    other: str = ""
    placed: tuple[str, ...] = ()
    strict: bool = False
    unknown: str = ""
    unit: str = ""
    decimals: int = 1
    comma: bool = False
    bands: tuple[Band, ...] = ()
    coded: str = ""
    sensitive: bool = False
    """Whether what a few of a group answered must not be told of them (conventions, 1.7)."""
    small_bases: Exceptions = ()
    """What becomes of small groups where this question is the break."""
