"""All that a codebook declares of a survey: questions, breaks, tables, and how it was made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefing.survey.question import SmallBases
from briefing.wording import wording

if TYPE_CHECKING:
    from datetime import date

    from briefing.diagnostics import Source
    from briefing.survey.question import Exceptions, Question


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


def banner_names(banner: Banner, question: str) -> tuple[str, ...]:
    """The ids of a question's tables in a banner: all breaks side by side, then each by itself."""
    whole = f"{banner.id}_{question}".replace(".", "_")
    if len(banner.of) == 1:
        return (whole,)
    return (whole, *(f"{whole}_by_{name}".replace(".", "_") for name, _ in banner.of))


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


MOST_BARS = 45
"""Bars of a chart unless a codebook says otherwise: three pages of fifteen (conventions, 29)."""
_USUAL = SmallBases()


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
    small_bases: SmallBases = _USUAL
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
