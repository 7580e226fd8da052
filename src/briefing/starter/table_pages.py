"""The pages of a draft's appendix: a table behind every chart, as many on a page as it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from briefing.starter.found import TO_BE_WORDED
from briefing.starter.markdown import block, remark, said
from briefing.starter.names import capital
from briefing.starter.pages import as_attribute, groups_told, joined
from briefing.starter.story import Page
from briefing.survey.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.starter.story import Story
    from briefing.tables.model import Table

_COLUMNS, _LINES = 2, 21
"""Tables that stand beside each other, and the lines of a page at the least leading."""
_NARROW, _WIDE, _ACROSS_LABEL = 74, 150, 52
"""Signs of a line of what was asked, in a column and across the page, and of a label there."""
_BASE, _WHOLE, _SEVERAL, _CAUTION = 56, 28, 80, 28
"""Signs of a base behind what was asked, of one of all respondents, and of notes on several answers
and on small bases."""
_SMALL, _GAP = 0.8, 1.2
"""A line of what was asked or noted, and the space between two tables, in lines of figures."""
_HEADS, _ACROSS_SIGNS = 4, 120
"""Lines of a head that is read well, and the signs of all heads in one line of a slide."""
_ACROSS = 10
"""The most answers that stand beside each other in one line of a slide."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A table on its page, what it is called there, and which part of the appendix it is of.

    Groups and items stand below each other, their answers `across`; so can those of all
    respondents, who are one row. `wording` is what stands below its name.
    """

    table: Table
    name: str
    part: str
    wording: str = ""
    number: str = ""
    """The number of the question, if it has one."""
    asked: bool = True
    """Whether what was asked is printed: not where it is but the name."""
    whole: bool = False
    """Whether all respondents are in the base, which is said in fewer words."""

    @property
    def wide(self) -> bool:
        """Whether it wants the whole width."""
        return len(self.table.rows) > 1

    @property
    def across(self) -> bool:
        """Whether its answers stand beside each other."""
        return self.wide and self.short

    @property
    def short(self) -> bool:
        """Whether a line holds all answers."""
        return len(self.table.columns) <= _ACROSS

    @property
    def lies(self) -> bool:
        """Whether its answers are read well beside each other: not in heads of many lines."""
        longest = max((len(each.label) for each in self.table.columns), default=0)
        return self.short and longest * len(self.table.columns) <= _HEADS * _ACROSS_SIGNS

    def lines(self, *, across: bool) -> float:
        """The lines that it takes, in a column or across the page, with its head and notes."""
        room = _WIDE if self.wide or across else _NARROW
        asked = ceil((len(self.wording) + (_WHOLE if self.whole else _BASE)) / room)
        labels = self.table.rows if across else self.table.columns
        figures = sum(ceil(len(each.label) / _ACROSS_LABEL) for each in labels)
        if not self.asked:  # what is said of the base has lines of its own in place of a sentence
            figures += 3 if any(each.weighted for each in self.table.bases) else 1
        heads = 2.5 if self.wide or across else 1.2  # answers or groups in two lines or three
        signs = _SEVERAL * self.table.multiple + sum(map(len, self.table.notes))
        signs += _CAUTION * any(each.caution for each in self.table.bases)
        return 1 + _SMALL * (asked + ceil(signs / room)) + heads + figures

    def words(self, *, across: bool) -> str:
        """Its div."""
        asked = " question=yes" * self.asked
        options = f"of={self.table.id}{' answers=across' * across}{asked} counts=yes"
        return block(".table", options, said(self.name))


def table_pages(story: Story) -> tuple[Page, ...]:
    """Every table of the publications, in the order of the report, where there are any."""
    return (Page("opening", (_REMARK,)), *_pages(tuple(_tables(story))))


def _tables(story: Story) -> Iterator[_Shown]:
    """All tables, a question called by its number: its wording stands below that."""
    guess = story.guess
    for each in guess.questions:
        if each.kind is not Kind.OPEN:
            name = capital(each.id)
            code = each.wording.casefold() == each.id.casefold()
            nameless = code or each.wording.startswith(TO_BE_WORDED)
            number, wording = _numbers(each.id), "" if nameless else each.wording
            table = story.tables[each.id]
            whole = _is_whole(table, story)
            yield _Shown(table, name, _ASKED, wording, number, asked=not nameless, whole=whole)
    for known in guess.attributes:
        table = story.tables[known.id]
        whole = _is_whole(table, story)
        yield _Shown(table, known.label, "Who answered", whole=whole)
    differ = groups_told(story)
    for both in guess.crosstabs:
        by = both.title.rpartition(", by ")[2]
        name = f"{capital(both.question)}, by {by}"
        wording = guess.question(both.question).wording
        yield _Shown(story.tables[both.id], name, differ, wording)


def _is_whole(table: Table, story: Story) -> bool:
    """Whether all respondents are in every base of a table."""
    everybody = max(map(len, story.guess.responses.values()), default=0)
    return all(base.n == everybody for base in table.bases)


_ASKED = "The questions"


def _numbers(name: str) -> str:
    """The number in the id of a question, empty where it is no number alone."""
    match = re.fullmatch(r"q(\d{1,3})", name)
    return match[1] if match else ""


_REMARK = remark(
    "The report's appendix: the figures behind its charts, counted by every build. Take out the "
    "tables that nobody needs."
)


def _pages(tables: Sequence[_Shown]) -> Iterator[Page]:
    """The pages of all tables, each under the parts that it has tables of."""
    told: set[str] = set()
    for place, on_page in enumerate(_level(tables), start=1):
        parts = list(dict.fromkeys(each.part for each in on_page))
        further = told.issuperset(parts)
        short = _listed(parts)
        title = _titled(on_page, parts, further=further)
        shown = "" if title == short else f" short={as_attribute(short)}"
        arrangement, words = _arranged(on_page)
        unlisted = " .unlisted" if further else ""
        options = f"{{.tables{unlisted} #tables-{place}{shown} arrangement={arrangement}}}"
        yield Page(f"tables-{place}", (joined(f"# {title} {options}", *words),))
        told.update(parts)


def _titled(page: Sequence[_Shown], parts: Sequence[str], *, further: bool) -> str:
    """What a page is called: by the numbers of its questions, where all have one."""
    numbers = [each.number for each in page if each.part == _ASKED]
    if not (numbers and all(numbers)) or numbers != sorted(numbers, key=int):
        return f"{_listed(parts)}{', continued' if further else ''}"
    match numbers:
        case [one]:
            asked = f"Question {one}"
        case [one, other]:
            asked = f"Questions {one} and {other}"
        case _:
            asked = f"Questions {numbers[0]} to {numbers[-1]}"
    return _listed([asked, *parts[1:]])


def _listed(parts: Sequence[str]) -> str:
    return ", and ".join([parts[0], *(f"{each[:1].lower()}{each[1:]}" for each in parts[1:])])


def _level(tables: Sequence[_Shown]) -> list[list[_Shown]]:
    """Tables in their order on as few pages as hold them, all about as full as each other."""
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]  # pages, how uneven, where the last begins
    for end in range(1, len(tables) + 1):
        ways = []
        for start in range(end - 1, -1, -1):
            full = _fill(tables[start:end])
            if full > 1 and start < end - 1:
                break
            before, uneven, _ = best[start]
            lonely = end - start == 1 and full < _LONELY
            ways.append((before + 1, uneven + full * full + lonely, start))
        best.append(min(ways))
    pages: list[list[_Shown]] = []
    end = len(tables)
    while end:
        start = best[end][2]
        pages.insert(0, list(tables[start:end]))
        end = start
    return pages


_LONELY = 0.5
"""A table that fills less of a page does not stand there alone where it need not."""


def _fill(page: Sequence[_Shown]) -> float:
    """The part of a page that tables fill, none of them cut at the end of a column."""
    above = [each for each in page if not each.wide]
    below = [each for each in page if each.wide]
    if len(above) == 1 and above[0].lies:
        above, below = [], list(page)
    wide = _stacked([each.lines(across=each.short) for each in below])
    narrow = [each.lines(across=False) for each in above]
    halves = (
        max(_stacked(narrow[:cut]), _stacked(narrow[cut:])) for cut in range(1, len(narrow) + 1)
    )
    upright = min(halves, default=0.0)
    lines = 2 * max(wide, upright) if wide and upright else wide + upright
    return lines / _LINES


def _stacked(sizes: Sequence[float]) -> float:
    """The lines of tables that stand below each other."""
    return sum(sizes) + _GAP * max(0, len(sizes) - 1)


def _arranged(page: Sequence[_Shown]) -> tuple[str, list[str]]:
    """The arrangement that suits a page, and its tables; one that would stand alone lies down."""
    across = [each.across for each in page]
    upright = [each for each in page if not each.wide]
    if len(upright) == 1 and upright[0].lies:
        across, upright = [each.short for each in page], []
    arrangement = {0: "rows", len(page): "columns"}.get(len(upright), "two-above")
    return arrangement, [each.words(across=lying) for each, lying in zip(page, across, strict=True)]
