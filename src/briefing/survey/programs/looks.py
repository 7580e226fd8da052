"""What the cells of columns look like: ticks, ranks, several answers in one cell."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from briefing.survey.export import Holds
from briefing.survey.labels import normalised
from briefing.survey.rows import collapsed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Cells = Sequence[str]

YES_NO = (
    frozenset({"y", "yes", "ja", "oui", "sí", "si"}),
    frozenset({"n", "no", "nein", "non", "nicht gewählt"}),
)
"""Words of a tick and of none, in capitals or not."""
LABELLED = (frozenset({"1"}), frozenset({"0"}))
"""Where an option that was ticked is told by its own label: a yes and a no are answers there."""
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_STYLE = re.compile(r"</(?:b|i|u|em|strong|span|font|a|small)>(?=[,.;:?!])", re.IGNORECASE)
"""The end of what is set in another style, before the sign that follows its last word."""
_LISTS = 0.8
"""So large a part of the cells with a separator must share an answer with another cell."""
_TIED = 0.1
"""So large a part of the rows may be tied before ranks are taken for marks out of so many."""


def filled(cells: Iterable[str]) -> list[str]:
    """The distinct cells that are not blank, in the order in which they first stand."""
    return [each for each in dict.fromkeys(cell.strip() for cell in cells) if each]


def kind_of_group(
    columns: Sequence[Cells],
    labels: Sequence[str],
    marks: tuple[frozenset[str], frozenset[str]] = LABELLED,
) -> Holds:
    """What the columns of one question hold: ticks, ranks, or an answer in each.

    `labels` are those of the options or rows that the columns are for.
    """
    if _are_ticks(columns, labels, *marks) or are_codes(columns):
        return Holds.TICK
    return Holds.RANK if are_ranks(columns) else Holds.ANSWER


def _are_ticks(
    columns: Sequence[Cells], labels: Sequence[str], yes: frozenset[str], no: frozenset[str]
) -> bool:
    """Whether every cell is the option's own label, a word of a tick or none, or blank."""
    ticked = False
    for number, (cells, label) in enumerate(zip(columns, labels, strict=True), 1):
        own = {normalised(label).casefold(), *yes}
        words = {normalised(each).casefold() for each in filled(cells)}
        numbered = words == {str(number)} and yes == LABELLED[0]
        if not (words <= own | no or numbered):
            return False
        ticked = ticked or numbered or bool(words & own)
    return ticked


def are_codes(columns: Sequence[Cells]) -> bool:
    """Whether each column holds one number alone, that of its option, and these rise.

    Nobody's ranks would stand so unless all ranked alike; then each had given the first ones.
    """
    codes = [filled(cells) for cells in columns]
    if not all(len(each) <= 1 and all(map(str.isdecimal, each)) for each in codes):
        return False
    given = [int(each[0]) for each in codes if each]
    if len(given) < len("ab") or given != sorted(set(given)):
        return False
    rows = ([int(cell) for cell in row if cell.strip()] for row in zip(*columns, strict=True))
    return any(row != list(range(1, len(row) + 1)) for row in rows)


def are_ranks(columns: Sequence[Cells]) -> bool:
    """Whether each row of columns holds ranks from 1, hardly ever the same twice."""
    places = {str(place) for place in range(1, len(columns) + 1)}
    words = {each for cells in columns for each in filled(cells)}
    if len(columns) < len("ab") or not words or not words <= places or words == {"1"}:
        return False
    rows = [[cell.strip() for cell in row if cell.strip()] for row in zip(*columns, strict=True)]
    given = [row for row in rows if row]
    tied = [row for row in given if len(set(row)) < len(row)]
    return len(tied) <= _TIED * len(given)


def joined_by(cells: Iterable[str], separators: Sequence[str]) -> str:
    """The first separator by which cells hold several answers each, or nothing.

    Answers come back in other cells, which parts of sentences hardly ever do.
    """
    written = filled(cells)
    for separator in separators:
        several = [each for each in written if len(parts(each, separator)) > 1]
        places: dict[str, int] = {}
        for each in written:
            for part in parts(each, separator):
                places[part] = places.get(part, 0) + 1
        lists = [
            each for each in several if any(places[part] > 1 for part in parts(each, separator))
        ]
        if several and len(lists) >= _LISTS * len(several):
            return separator
        if any(each.endswith(separator.strip()) for each in written) and separator.strip() == ";":
            return separator
    return ""


def parts(cell: str, separator: str) -> list[str]:
    """The answers in a cell, without the empty one behind a separator at the end.

    What stands in brackets belongs to one answer, unless they are never closed.
    """
    found: list[str] = []
    for part in cell.split(separator):
        if found and _is_open(found[-1]):
            found[-1] = f"{found[-1]}{separator}{part}"
        else:
            found.append(part)
    if found and _is_open(found[-1]):
        found = cell.split(separator)
    return [part.strip() for part in found if part.strip()]


def _is_open(part: str) -> bool:
    return part.count("(") > part.count(")")


def are_orders(cells: Iterable[str], separator: str) -> bool:
    """Whether every cell holds the same items, all of them, each time in an order of its own."""
    written = [parts(each, separator) for each in filled(cells)]
    sets = {frozenset(each) for each in written}
    many = len(written) > 1 and len(written[0]) > len("a")
    return many and len(sets) == 1 and all(len(set(each)) == len(each) for each in written)


def without_tags(words: str) -> str:
    """The words of a question that was written with HTML; no space is left before a comma."""
    return collapsed(html.unescape(_TAG.sub(" ", _STYLE.sub("", words))))


def shared_start(texts: Sequence[str], between: str) -> str:
    """What texts have in common before a mark that stands between a question and its parts."""
    first = texts[0]
    ends = [at.start() for at in re.finditer(re.escape(between), first)]
    for end in reversed(ends):
        start = first[: end + len(between)]
        if all(each.startswith(start) for each in texts):
            return first[:end]
    return ""
