"""A first reading of one table, and what every kind of question needs for one.

A finding is put together from the counted table, so that "most often" or "highest" is only written
of what is alone at the top; the claim is proven again by every build.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.markdown import bound, called, quoted, said
from briefing.starter.names import capital, small, whole_part
from briefing.survey.apart import is_other
from briefing.tables.model import Measure, Part
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.starter.model import GuessedQuestion, GuessedScale
    from briefing.tables.model import Table

LABEL = 110
"""Signs of the longest label that is quoted in a sentence."""
_FEW = 30
"""Of fewer who answered, counts are told in place of percentages."""
_TOPIC_ROOM = 100
"""Signs that a topic may have for a headline to go on with it."""
_ROOM, _MOST_ROOM = 54, 100
"""Signs of an opening and of what goes on with it where that tells something alone, and where it
does not."""
_LETTERS = re.compile(r"[^\W\d_]")
_TELLING = 14
"""Letters of what is said, from which on it tells something without what was asked."""
_WIDE = Fraction(1, 5)
"""From this share on an "Other" is told, as what it is."""
_NUMBER = re.compile(r"q(\d+[a-z]?)")
_OF_IT = re.compile(r"\w+ it\b|answer “(?:yes|no|definitely|probably|maybe|agree)\b", re.IGNORECASE)
"""What is said of something that only the opening names."""
_OF_SOMETHING = re.compile(r"(?:are|feel) [\w ,]+")
"""What is said with an adjective that goes on: they ``are fairly likely`` to do something."""
DONUT, COLUMNS = 5, 7
"""The most answers that a ring shows well, and the most columns beside each other."""
OPPOSED = 2
"""So many parts are a thing and its opposite, in no order and no distribution, however called."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A first reading of one table.

    `cell` is what the headline speaks of, `strength` how much of a finding it is, from 0 to 1 and
    a little more.
    """

    table: str
    short: str
    headline: str
    told: str
    """The headline as a sentence for a list of key messages."""
    lead: str
    charts: tuple[str, ...]
    """Kinds of chart, with their options, the best first."""
    cell: str
    worded: str = ""
    """The headline with the figure in words, where there are true ones."""
    caption: str = ""
    """What stands below a picture of the figure, empty where it is not one of a single share."""
    strength: Fraction = Fraction(0)
    of_them: bool = False
    """Whether it tells who respondents are, or how they came: that is no theme of a publication."""
    kind: str = ""
    """The kind of question that it is of; empty for groups."""
    complete: bool = False
    """Whether `told` says what was asked too, so that it stands without the question."""


def shares_of(table: Table, row: int = 0) -> dict[str, Fraction]:
    """The shares of a row that can be told, by column."""
    return {
        head.id: cell.value
        for head, cell in zip(table.columns, table.cells[row], strict=True)
        if cell.value is not None and head.measure is Measure.SHARE
    }


def values_in(table: Table, column: str) -> dict[str, Fraction]:
    """The values of a column that can be told, by row."""
    place = table.column(column)
    return {
        head.id: value
        for row, head in enumerate(table.rows)
        if place is not None and (value := table.cells[row][place].value) is not None
    }


def says_of(scale: GuessedScale, name: str, most: int = LABEL) -> str:
    """What those who gave an answer, or one of a net, do: ``agree``, ``answer “Bus”``."""
    says, label = scale.told(name)
    if says:
        return said(says)
    shown = called(label, most)
    others = [each.label for each in scale.answers if each.label != label]
    if shown in [called(each, most) for each in others]:  # the same head, and another answer
        shown = ""
    return f"answer {shown or quoted(label)}"


def with_topic(question: GuessedQuestion, scale: GuessedScale, name: str) -> str:
    """What they do and of what, if the wording lends itself to it: ``agree that …``.

    A topic that is too long for a headline is no part of one: the whole question stands above the
    chart.
    """
    says, _ = scale.told(name)
    if not (says and question.topic) or len(question.topic) > _TOPIC_ROOM:
        return ""
    rated = _HOW.search(question.wording) if scale.family == "rating" else None
    if rated and says.startswith("give it "):
        points = says.removeprefix("give it ")
        adjective = rated["adjective"].casefold()
        return said(f"rate how {adjective} they are {question.topic} at {points}")
    about = {"agreement": "agree"}.get(scale.family, scale.family.replace("_", " "))
    if about not in question.wording.casefold():
        return ""
    return f"{said(says)} {said(question.topic)}"


_HOW = re.compile(
    r"\bhow (?P<adjective>satisfied|happy|confident|concerned|worried|likely|interested|familiar"
    r"|comfortable|optimistic|proud|willing) (?:are|is it|would it be)\b(?! (?:or|nor)\b)",
    re.IGNORECASE,
)
"""What points are given for: it is no thing that anybody rates."""


def few_asked(table: Table) -> bool:
    """Whether so few answered that a percentage would say more than there is (conventions, 1.7)."""
    plain = all(base.weighted is None for base in table.bases)  # weights give counts no meaning
    return plain and max((base.n for base in table.bases), default=0) < _FEW


def amount_of(*cell: str, few: bool) -> str:
    """The share of a cell, or of few who answered the count and the base: ``2 of 8``."""
    if not few:
        return bound(*cell, "pct")
    return f"{bound(*cell, 'count')} of {bound(*cell, 'base')}"


def opening_for(question: GuessedQuestion, says: str) -> str:
    """The question, or its name, before what is said of it; empty where both are too long.

    The question stands above the chart in any case: one that is long goes where what is said tells
    something alone. No part of it stands beside a figure, which is of the whole.
    """
    words = plain(says)
    length = len(question.opening) + len(words)
    alone = tells(words) and not _OF_SOMETHING.fullmatch(words)
    return said(question.opening) if length <= (_ROOM if alone else _MOST_ROOM) else ""


def tells(says: str) -> bool:
    """Whether what is said tells something without what was asked."""
    words = plain(says)
    return len(_LETTERS.findall(words)) >= _TELLING and not _OF_IT.match(words)


def plain(says: str) -> str:
    """What is said as it is printed, without the marks of Markdown around it."""
    return says.replace("{.literal}", "").replace("[", "").replace("]", "").replace("\\", "")


def named(question: GuessedQuestion) -> str:
    """The head of a page whose finding needs a line of its own: the question, or its name.

    It may be a part of what was asked: no figure stands in it.
    """
    if question.topic.startswith("that "):  # as a head of its own it would claim it
        part = whole_part(question.topic.removeprefix("that "), LABEL - len("Whether "))
        return said(f"Whether {small(part)}" if part else numbered(question))
    opening, sign = question.opening, "?" if question.opening.endswith("?") else ""
    if sign and len(opening) <= LABEL:
        return said(opening)
    short = question.short.rstrip("?")
    return said(f"{short}{sign}" if len(short) < LABEL else numbered(question))


def is_numbered(question: GuessedQuestion) -> bool:
    """Whether a head could only be a number: what was said is one, the question stands below it."""
    return named(question) == numbered(question)


def numbered(question: GuessedQuestion) -> str:
    """What a question is called that no part of its wording names."""
    number = _NUMBER.fullmatch(question.id)
    return f"Question {number[1]}" if number else capital(question.id.replace("_", " "))


def residue(
    name: str, labels: Mapping[str, str], shares: Mapping[str, Fraction], *, few: bool
) -> str:
    """A sentence on a wide "Other": what it gathers is no answer that anybody was offered."""
    others = [each for each in shares if is_other(labels.get(each, ""))]
    if not others or sum(shares[each] for each in others) < _WIDE:
        return ""
    wide = max(others, key=lambda each: shares[each])
    return f"{amount_of(name, wide, few=few)} named something else, which is gathered as “Other”."


def is_unknown(part: Part) -> bool:
    """Whether an answer is of those who do not know, or whom the question does not concern."""
    return part in (Part.DONT_KNOW, Part.NOT_APPLICABLE)


def is_aside(part: Part) -> bool:
    """Whether an answer is of those who took no side: no headline speaks of them."""
    return part in (Part.DONT_KNOW, Part.NOT_APPLICABLE, Part.NEUTRAL)


def among(name: str, rows: Iterable[str], number: int, column: str = "") -> list[str]:
    """The cells of rows that a claim is made among: with a star if they are all there are."""
    known = list(rows)
    tail = f".{column}" if column else ""
    if len(known) == number:
        return [f"{name}.*{tail}"]
    return [f"{name}.{row}{tail}" for row in known]


def at_the_end(values: Mapping[str, Fraction], *, lowest: bool = False, parts: int = 100) -> str:
    """The key whose value stands alone at an end; empty where two share it, as they are printed.

    They are printed in so many `parts` of one: of two bars with the same figure none is higher.
    """
    if len(values) < 2:  # noqa: PLR2004 - one is above no other
        return ""
    end = half_up(parts * (min if lowest else max)(values.values()))
    at = [name for name, value in values.items() if half_up(parts * value) == end]
    return at[0] if len(at) == 1 else ""


def strongest(findings: Sequence[Finding], most: int) -> tuple[Finding, ...]:
    """The findings that say most, in the order of the form.

    One of a kind that was chosen before counts for less: a reader of five messages is to hear what
    was chosen most often, and which row of a grid stands lowest, beside shares of scales.
    """
    chosen: list[Finding] = []
    while len(chosen) < min(most, len(findings)):
        kinds = Counter(each.kind for each in chosen)
        left = [each for each in findings if each not in chosen]
        told = {kind: _AGAIN * number * (1 if kind else 3) for kind, number in kinds.items()}
        chosen.append(max(left, key=lambda each: each.strength - told.get(each.kind, 0)))
    return tuple(each for each in findings if each in chosen)


_AGAIN = Fraction(1, 8)
"""By how much a finding is weaker for each of its kind that is told already."""


def telling(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings that tell of more than who answered or of codes, where there are any."""
    told = tuple(each for each in findings if each.strength > 0) or tuple(findings)
    return tuple(each for each in told if not each.of_them) or told
