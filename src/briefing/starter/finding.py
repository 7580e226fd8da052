"""A first reading of one table, and what every kind of question needs for one.

A finding is put together from the counted table, so that "most often" or "highest" is only written
of what is alone at the top; the claim is proven again by every build.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.markdown import quoted, said
from briefing.tables.model import Measure, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.starter.model import GuessedScale
    from briefing.tables.model import Table

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


def says_of(scale: GuessedScale, name: str) -> str:
    """What those who gave an answer, or one of a net, do: ``agree``, ``answer “Bus”``."""
    says, label = scale.told(name)
    return said(says) if says else f"answer {quoted(label)}"


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
