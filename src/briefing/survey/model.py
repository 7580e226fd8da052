"""The survey as values: the codebook's questions, and the answers respondent by respondent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from briefing.wording import wording

if TYPE_CHECKING:
    from datetime import date
    from fractions import Fraction

    import pandas as pd

    from briefing.diagnostics import Source

    PreparedCell = Fraction | str
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
    name the nets of the two ends, where there are any. `scores` are points by the ids of answers,
    of which a mean is told; `net_score` says that positive less negative is told.
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


@dataclass(frozen=True, slots=True)
class Attribute:
    """What is known of a respondent (role, region): its column, and its values in groups."""

    id: str
    label: str
    column: str
    where: Source
    groups: tuple[tuple[str, str, tuple[str, ...]], ...]
    """(id, label, values of the column) in printed order."""
    small_bases: Exceptions = ()
    """What becomes of its small groups, if not what of others."""


@dataclass(frozen=True, slots=True)
class Crosstab:
    """One question within the groups of another: each group is an answer or a net of `by`.

    `question` and `by` name a question, an item of a grid (``q3.shaping``) or an attribute.
    """

    id: str
    question: str
    by: str
    groups: tuple[str, ...]
    where: Source
    title: str = ""


@dataclass(frozen=True, slots=True)
class Banner:
    """Questions by several breaks side by side, each in a table of its own.

    `of` names attributes, questions or items of grids, each with its groups, as `Crosstab.by`;
    `questions` are named as `Crosstab.question`.
    """

    id: str
    of: tuple[tuple[str, tuple[str, ...]], ...]
    questions: tuple[str, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of those invited answered, by the groups of one attribute.

    `unit` is the column of what is counted once each; an empty one counts respondents.
    """

    id: str
    attribute: str
    unit: str
    units: str
    where: Source


@dataclass(frozen=True, slots=True)
class Composition:
    """The sample beside a population, by one attribute; `unit` is the column counted once.

    `outside` names groups of `outside_attribute` that do not belong to the population; an empty
    `unit` counts respondents.
    """

    id: str
    attribute: str
    unit: str
    units: str
    sample_label: str
    population_label: str
    where: Source
    outside: tuple[str, ...] = ()
    outside_attribute: str = ""
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
    themes: tuple[str, ...] = ()
    """The ids of what it speaks of, as it was coded."""
    named: bool = False
    """Whether its author agreed to be known by what it is attributed to."""
    narrow: str = ""
    """Why its author could be known by the attribution; nothing of a class wide enough."""
    wider: str = ""
    """An attribution that is wide enough, where it is not."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """An entry of the method's disclosure block: its words, or why it was not published."""

    id: str
    text: str = ""
    not_published: str = ""
    where: Source | None = None

    @property
    def words(self) -> str:
        """What is printed of it."""
        return self.text or wording().not_published(reason=self.not_published)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the codebook says of a table that was made elsewhere.

    `unit` is ``percent``, ``share`` or ``count``; `base` is there for a table of one group that
    does not say it. `combined` names rows that count others together, `names` gives labels the
    ids that words refer to, `star` says what an asterisk means.
    """

    id: str
    file: str
    unit: str
    where: Source
    sheet: str = ""
    title: str = ""
    question: str = ""
    source: str = ""
    multiple: bool = False
    base: int = 0
    base_words: str = ""
    combined: tuple[str, ...] = ()
    star: str = ""
    names: tuple[tuple[str, str], ...] = ()


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


MOST_BARS = 45
"""Bars of a chart unless a codebook says otherwise: three pages of fifteen (conventions, 29)."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """All that is declared of a survey, in the order of the file."""

    title: str
    respondents: str
    """What respondents are called, in the plural: ``residents``."""
    questions: tuple[Question, ...]
    attributes: tuple[Attribute, ...]
    crosstabs: tuple[Crosstab, ...]
    compositions: tuple[Composition, ...]
    id_column: str
    weight_column: str = ""
    small_bases: SmallBases = SmallBases()
    """What becomes of small groups wherever a break makes no exceptions."""
    decimals: int = 0
    """How many places percentages have wherever a chart or a table says nothing else."""
    most_bars: int = MOST_BARS
    """How many bars a chart has at most, wherever it says nothing else: beyond, it is a table."""
    units: tuple[tuple[str, str], ...] = ()
    """(column, plural noun) of what respondents belong to and is counted once each: councils."""
    ignored: tuple[str, ...] = ()
    """Columns of the responses that are known and not used."""
    no_reply: tuple[str, ...] = ()
    not_asked: tuple[str, ...] = ()
    """Cells that say, in any column, that a question was not answered, or not put."""
    dedupe: str = "refuse"
    """What becomes of a respondent who stands in the file twice: ``refuse``, or ``last``."""
    silent: str = "leave_out"
    """What becomes of who answered nothing at all: no respondent, or one who may be counted."""
    significance: str = ""
    """Letters of significance (conventions, 1.10): empty for none, ``plain`` or ``bonferroni``."""
    poll: bool = False
    """Whether the sample is declared a poll, so that margins of error have a meaning."""
    population: int = 0
    """Of how many the sample was drawn, where that is declared and they are not too many."""
    population_where: Source | None = None
    banners: tuple[Banner, ...] = ()
    rates: tuple[Rate, ...] = ()
    fieldwork: tuple[date, date] | None = None
    disclosures: tuple[Disclosure, ...] = ()
    disclosed_at: Source | None = None
    """Where the codebook discloses how the survey was made, or ought to."""
    prepared: tuple[Prepared, ...] = ()

    def small_groups(self, by: str) -> SmallBases:
        """What becomes of the small groups of a break, by its own exceptions or the survey's rule.

        `by` names a question, an item of a grid or an attribute.
        """
        name = by.partition(".")[0]
        breaks: tuple[Question | Attribute, ...] = (*self.questions, *self.attributes)
        own: dict[str, Any] = {}
        for each in breaks:
            if each.id == name:
                own = dict(each.small_bases)
        return replace(self.small_bases, **own)


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

DISCLOSURES = (
    "sponsor",
    "conductor",
    "dates",
    "mode",
    "population",
    "frame",
    "invited",
    "response_rate",
    "sampling",
    "weighting",
    "missing",
    "rounding",
    "precision",
    "limitations",
    "contact",
    "tables",
)
"""What a final publication must disclose, or say why it does not (conventions, 1.14)."""


def variable(question: str, item: str = "") -> str:
    """The name of a column of `Survey.answers`: ``q1``, or ``q3.shaping``."""
    return f"{question}.{item}" if item else question


def unit_variable(column: str) -> str:
    """The name of the column of `Survey.answers` that says which unit a respondent belongs to."""
    return f"unit.{column}"


def banner_names(banner: Banner, question: str) -> tuple[str, ...]:
    """The ids of a question's tables in a banner: all breaks side by side, then each by itself."""
    whole = f"{banner.id}_{question}".replace(".", "_")
    if len(banner.of) == 1:
        return (whole,)
    return (whole, *(f"{whole}_by_{name}".replace(".", "_") for name, _ in banner.of))
