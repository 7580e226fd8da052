"""The pages of a draft's appendix: a table behind every chart, as many on a page as it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.starter.markdown import block, remark, said
from briefing.starter.pages import joined
from briefing.starter.story import Page
from briefing.survey.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.starter.story import Story
    from briefing.tables.model import Table

_COLUMNS, _LINES = 2, 22
"""Tables that stand beside each other, and the lines of a page, heads and captions included."""
_HEADS = 4
"""Lines above the figures of a table: its caption, what was asked, the heads of its columns."""
_ACROSS = 10
"""The most answers that stand beside each other in one line of a slide."""
_NAME = 70
"""Signs of a table's name above it."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A table on its page, what it is called there, and which part of the appendix it is of.

    Groups and items stand below each other, their answers `across`; so can those of all
    respondents, who are one row.
    """

    table: Table
    name: str
    part: str

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
    def size(self) -> float:
        """The part of a page that it takes."""
        lines = _HEADS + len(self.table.rows if self.across else self.table.columns)
        return lines / _LINES / (1 if self.wide else _COLUMNS)

    def words(self, *, across: bool) -> str:
        """Its div."""
        options = f"of={self.table.id}{' answers=across' * across} question=yes counts=yes"
        return block(".table", options, said(self.name, _NAME))


def table_pages(story: Story) -> tuple[Page, ...]:
    """Every table of the publications, in the order of the report, where there are any."""
    return (Page("opening", (_REMARK,)), *_pages(tuple(_tables(story))))


def _tables(story: Story) -> Iterator[_Shown]:
    guess = story.guess
    asked = [
        (each.id, f"{_number(each.id)} {each.short}")
        for each in guess.questions
        if each.kind is not Kind.OPEN
    ]
    about = [(each.id, each.label) for each in guess.attributes]
    groups = [(each.id, each.title) for each in guess.crosstabs]
    for part, tables in (
        ("The questions", asked),
        ("Who answered", about),
        ("Where groups differ", groups),
    ):
        for each, name in tables:
            yield _Shown(story.tables[each], name, part)


_REMARK = remark(
    "The report's appendix: the figures behind its charts, counted by every build. Take out the "
    "tables that nobody needs."
)


def _pages(tables: Sequence[_Shown]) -> Iterator[Page]:
    """The pages of all tables, each under the parts that it has tables of."""
    told: set[str] = set()
    for place, on_page in enumerate(_level(tables), start=1):
        parts = list(dict.fromkeys(each.part for each in on_page))
        further = " .unlisted" if told.issuperset(parts) else ""
        title = ", and ".join([parts[0], *(f"{each[:1].lower()}{each[1:]}" for each in parts[1:])])
        arrangement, words = _arranged(on_page)
        options = f"{{.tables{further} #tables-{place} arrangement={arrangement}}}"
        head = f"# {title}{', continued' if further else ''} {options}"
        yield Page(f"tables-{place}", (joined(head, *words),))
        told.update(parts)


def _level(tables: Sequence[_Shown]) -> list[list[_Shown]]:
    """Tables in their order on as few pages as hold them, all about as full as each other."""
    fewest = len(_filled(tables, 1))
    least = max(sum(each.size for each in tables) / fewest, *(each.size for each in tables))
    fills = (min(1, least * (1 + step / 10)) for step in range(11))
    tried = (_filled(tables, each) for each in fills)
    return next((pages for pages in tried if len(pages) == fewest), _filled(tables, 1))


def _filled(tables: Sequence[_Shown], most: float) -> list[list[_Shown]]:
    """Tables in their order, each page filled up to the part `most` of it."""
    pages: list[list[_Shown]] = []
    for each in tables:
        if pages and sum(one.size for one in pages[-1]) + each.size <= most:
            pages[-1].append(each)
        else:
            pages.append([each])
    return pages


def _arranged(page: Sequence[_Shown]) -> tuple[str, list[str]]:
    """The arrangement that suits a page, and its tables; one that would stand alone lies down."""
    across = [each.across for each in page]
    upright = [each for each in page if not each.wide]
    if len(upright) == 1 and upright[0].short:
        across, upright = [each.short for each in page], []
    some = "three-above" if len(upright) > _COLUMNS else "two-above"
    arrangement = {0: "rows", len(page): "columns"}.get(len(upright), some)
    return arrangement, [each.words(across=lying) for each, lying in zip(page, across, strict=True)]


def _number(name: str) -> str:
    return name[:1].upper() + name[1:]
