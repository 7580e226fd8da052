"""What is guessed of an export, as values: questions, scales and breaks, each with its reasons.

A reason says why something was decided; a doubt is a question to whoever edits the codebook.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.survey.question import Kind, Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNASKED = "Not asked"
"""What stands in the copy where the export says that a question was not put."""
Column = tuple[str, ...]
"""The cells of one column, a row each."""


@dataclass(frozen=True, slots=True)
class GuessedAnswer:
    """An answer as it will stand in the codebook; `says` is what those who gave it do.

    `values` are the cells that stand for it, where they are more than its label. `means` is the
    name of a point that ends a rating, which its label in the codebook has beside the number.
    """

    id: str
    label: str
    meaning: Meaning = Meaning.VALID
    says: str = ""
    values: tuple[str, ...] = ()
    means: str = ""


@dataclass(frozen=True, slots=True)
class GuessedNet:
    """Answers proposed to be counted together; `says` is what those who gave one of them do."""

    id: str
    label: str
    of: tuple[str, ...]
    says: str = ""


PROMOTERS, DETRACTORS = "promoters", "detractors"
"""The ends of ten points that say how likely somebody is to recommend something, as they are known
everywhere: 9 or 10, and 0 to 6."""


@dataclass(frozen=True, slots=True)
class GuessedScale:
    """Answers in an order, and whether that order is `ordered` by what they say.

    `family` is empty where the answers are names of things, in no order but that of frequency.
    """

    answers: tuple[GuessedAnswer, ...]
    nets: tuple[GuessedNet, ...] = ()
    family: str = ""
    positive: str = ""
    negative: str = ""
    ordered: bool = False
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()

    def told(self, name: str) -> tuple[str, str]:
        """(what those counted do, label) of a net or an answer; raises KeyError."""
        for each in self.nets:
            if each.id == name:
                return each.says, each.label
        for answer in self.answers:
            if answer.id == name:
                return answer.says, answer.label
        raise KeyError(name)

    @property
    def diverging(self) -> bool:
        """Whether both ends are told."""
        return bool(self.positive and self.negative)

    @property
    def scored(self) -> bool:
        """Whether it is known by the score of its ends: promoters less detractors."""
        return {PROMOTERS, DETRACTORS} <= {each.id for each in self.nets}


@dataclass(frozen=True, slots=True)
class GuessedItem:
    """A row of a grid, an option of a choice or of a ranking, with the export's column."""

    id: str
    label: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class GuessedRouting:
    """Who alone answered a question: those who gave `answers` to `question`."""

    question: str
    answers: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class GuessedQuestion:
    """A question as it will stand in the codebook.

    `topic` continues what a net says ("with your local area"), empty where the wording does not
    lend itself; `opening` is what a headline begins with where there is none; `base` is the rule of
    its base, if it is not the usual one; `sources` are the export's columns.
    """

    id: str
    kind: Kind
    wording: str
    short: str
    topic: str = ""
    opening: str = ""
    scale: GuessedScale | None = None
    bands: tuple[tuple[float, float], ...] = ()
    """From where up to where each answer of a question about numbers goes."""
    unit: str = ""
    """What its numbers count: a sign of money, or a measure that the wording asks for."""
    decimals: int | None = None
    """The places that means of it are told with; the usual ones if None."""
    items: tuple[GuessedItem, ...] = ()
    exclusive: tuple[str, ...] = ()
    base: str = ""
    places: int = 0
    other: str = ""
    separator: str = ""
    routing: GuessedRouting | None = None
    proposed: GuessedRouting | None = None
    sources: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuessedAttribute:
    """What is known of respondents and may part them into groups."""

    id: str
    label: str
    wording: str
    groups: tuple[GuessedAnswer, ...]
    source: str
    reasons: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GuessedCrosstab:
    """A question that is worth looking at within the groups of an attribute."""

    id: str
    question: str
    by: str
    title: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A column of the export that is not in the responses, and why."""

    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class GuessedComment:
    """Respondents' own words, not to be quoted until somebody has read them."""

    id: str
    respondent: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Guess:
    """Everything guessed of an export; `responses` are the columns of the clean copy, by head."""

    title: str
    program: str
    source: str
    ids: str
    id_reason: str
    responses: Mapping[str, Column]
    questions: tuple[GuessedQuestion, ...]
    attributes: tuple[GuessedAttribute, ...] = ()
    crosstabs: tuple[GuessedCrosstab, ...] = ()
    comments: tuple[GuessedComment, ...] = ()
    weight: str = ""
    weight_reason: str = ""
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = field(default=())
    doubts: tuple[str, ...] = ()
    replies: tuple[str, str, str] = ("", "", "")
    """The first and the last day of a column of times, and its name."""

    @property
    def tabled(self) -> bool:
        """Whether anything was asked or is known that a table of figures tells."""
        return bool(self.attributes) or any(e.kind is not Kind.OPEN for e in self.questions)

    def question(self, name: str) -> GuessedQuestion:
        """The question of an id; raises KeyError."""
        for each in self.questions:
            if each.id == name:
                return each
        raise KeyError(name)

    @property
    def asked(self) -> tuple[str, ...]:
        """All doubts, each once, with all that it is about."""
        about: dict[str, list[str]] = {}
        for each in self.questions:
            for doubt in (*each.doubts, *(each.scale.doubts if each.scale else ())):
                about.setdefault(doubt, []).append(each.id)
        for attribute in self.attributes:
            for doubt in attribute.doubts:
                about.setdefault(doubt, []).append(attribute.id)
        of_some = [f"{_several(names)}: {doubt}" for doubt, names in about.items()]
        return tuple(dict.fromkeys((*self.doubts, *of_some)))


_NAMED = 4
"""So many questions are named that share a doubt."""


def _several(names: Sequence[str]) -> str:
    """Some names, and how many more there are."""
    shown, more = list(dict.fromkeys(names))[:_NAMED], len(set(names)) - _NAMED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
