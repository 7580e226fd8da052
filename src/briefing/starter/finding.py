"""A first reading of one table, and what every kind of question needs for one.

A finding is put together from the counted table, so that "most often" or "highest" is only written
of what is alone at the top; the claim is proven again by every build.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.markdown import bound, quoted, said
from briefing.starter.names import clipped
from briefing.tables.model import Measure, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.starter.model import GuessedQuestion, GuessedScale
    from briefing.tables.model import Table

LABEL = 110
"""Signs of the longest label that is quoted in a sentence."""
_FEW = 30
"""Of fewer who answered, counts are told in place of percentages."""
_TOPIC_ROOM = 84
"""Signs that a topic may have for a headline to go on with it; a longer one is cut there."""
_ROOM = 54
"""Signs of an opening and of what goes on with it, for a headline of three lines beside a ring."""
_LEAST = 36
"""Signs of an opening that is cut for a headline: fewer hardly say what was asked."""
_WHOLE = 46
"""An opening of so many signs is never cut: dots in place of a word or two save nothing."""
_LETTERS = re.compile(r"[^\W\d_]")
_TELLING = 14
"""Letters of what is said, from which on it tells something without what was asked."""
_OF_IT = re.compile(r"\w+ it\b")
"""What is said of something that only the opening names."""
DONUT, COLUMNS = 5, 7
"""The most answers that a ring shows well, and the most columns beside each other."""


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
    return said(says) if says else f"answer {quoted(label, most)}"


def with_topic(
    question: GuessedQuestion, scale: GuessedScale, name: str, *, cut: bool = False
) -> str:
    """What they do and of what, if the wording lends itself to it: ``agree that …``.

    A topic that is too long for a headline is only `cut` for one: its dots end the headline, and
    the whole question stands above the chart.
    """
    says, _ = scale.told(name)
    if not (says and question.topic) or (len(question.topic) > _TOPIC_ROOM and not cut):
        return ""
    about = {"agreement": "agree"}.get(scale.family, scale.family.replace("_", " "))
    if about not in question.wording.casefold():
        return ""
    return f"{said(says)} {said(clipped(question.topic, _TOPIC_ROOM))}"


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

    The question stands above the chart in any case, so a cut one says nothing that is missing; of
    an answer that tells nothing alone it is cut to what a headline has room for.
    """
    opening = question.opening
    words = says.replace("{.literal}", "").removeprefix("[")
    if "…" not in opening and len(opening) + len(words) <= _ROOM:
        return said(opening)
    if len(_LETTERS.findall(words)) >= _TELLING and not _OF_IT.match(words):
        return ""
    room = max(_LEAST, _ROOM - len(words))
    return said(opening if len(opening) <= _WHOLE else clipped(opening, room))


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


def at_the_end(values: Mapping[str, Fraction], *, lowest: bool = False) -> str:
    """The key whose value stands alone at an end; empty where two share it."""
    if len(values) < 2:  # noqa: PLR2004 - one is above no other
        return ""
    end = (min if lowest else max)(values.values())
    at = [name for name, value in values.items() if value == end]
    return at[0] if len(at) == 1 else ""


def strongest(findings: Sequence[Finding], most: int) -> tuple[Finding, ...]:
    """The findings that say most, in the order of the form."""
    chosen = sorted(findings, key=lambda each: -each.strength)[:most]
    return tuple(each for each in findings if each in chosen)
