"""A table of figures: rows with bases, columns of answers and nets, cells counted exactly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction


SYMBOLS = {
    "c": "suppressed to protect confidentiality",
    "u": "withheld, since the base is too small for the figure to be reliable",
    "w": "nobody is in the base",
    "x": "not available",
    "z": "not applicable",
    "low": "more than none, but rounds to nought",
}
"""What stands in brackets in place of a figure, and what it means (conventions, 1.7)."""


class Measure(Enum):
    """What a column's values are.

    Shares from 0 to 1 of the row's base, mean scores of a ranking, counts, numbers in the unit that
    was asked for (means and medians), or percentage points with a sign (net scores).
    """

    SHARE = "share"
    SCORE = "score"
    COUNT = "count"
    NUMBER = "number"
    POINTS = "points"


class Part(Enum):
    """What a row or column stands for; it decides colour, order and place."""

    ANSWER = "answer"
    NEUTRAL = "neutral"
    DONT_KNOW = "dont_know"
    NOT_APPLICABLE = "not_applicable"
    WITHHELD = "withheld"
    """What a chart draws for all parts of a whole that are hidden."""
    NET = "net"
    ITEM = "item"
    GROUP = "group"
    WHOLE = "whole"
    SCORE = "score"
    SUMMARY = "summary"
    """A figure of all answers together: a mean, a median, a net score."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or a column.

    `pole` is +1 for the positive end of a diverging scale, -1 for the negative one, and for an
    answer that denies all others of a scale ("not at all"); 0 otherwise. `of` names the columns
    that a net counts together, or that stand for nothing but what is withheld. `last` says that it
    stays behind the others however they are sorted ("none of these"). `unit` and `decimals` say
    how numbers are printed. `letter` names a group where others are compared with it, `within` what
    a group is a group of. `language` is the label's where the engine words it and the publication's
    has no words for it.
    """

    id: str
    label: str
    part: Part
    pole: int = 0
    of: tuple[str, ...] = ()
    measure: Measure = Measure.SHARE
    last: bool = False
    unit: str = ""
    decimals: int = 1
    letter: str = ""
    within: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Base:
    """Who a row's percentages are of: the number who answered, and the words that say so.

    `n` is always the unweighted number; `weighted` is there if weights were used, and with it the
    `effective` number, what uneven weights leave of `n` (conventions, 1.8). `words` follow
    "Base:" ("80 residents who answered"). `caution` marks a small base that is shown with counts.
    `precise` is what it is worth where margins of error are told of a poll. `silent` were asked and
    gave no answer, so they are in no base.
    A base with a symbol (``c``) is itself suppressed: its `n` is 0, its words say "fewer than 10".
    """

    n: int
    words: str
    weighted: Fraction | None = None
    effective: Fraction | None = None
    caution: bool = False
    symbol: str = ""
    precise: Fraction | None = None
    silent: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: its unrounded value (None where there is none) and the unweighted count of it.

    `symbol` is the shorthand that stands in for a suppressed value (``c``, ``u``, ``w``, ``x``); a
    cell with a symbol has no value, and a count only where it may be told in place of a percentage
    that is withheld (``u``), so that no output can leak them. (What a chart draws for all that is
    hidden of a whole has both: the size that is left, and why it is not parted.) `letters` are
    those of the groups that a share is significantly higher than.
    """

    value: Fraction | None
    count: int | None = None
    symbol: str = ""
    letters: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Figures of one question, cross-tabulation or composition.

    Percentages run along a row: a single question has one row (its part is WHOLE), a grid one a
    item, a cross-tabulation one a group, a composition one for the sample and one for the
    population, a ranking one an item with score columns. `cells[i][j]` belongs to `rows[i]`,
    `columns[j]`; answers come first in scale order, nets after them. `overall` is the base of all
    rows together, where they are parts of one whole: those of a cross-tabulation. `tested` says
    what the letters of its cells mean, for whatever prints them. `places` are the decimals that its
    percentages and scores are printed with, if they are not the usual ones: none, and one. Charts
    of one that is `counted` print ``7 of 12`` in place of percentages.
    """

    id: str
    title: str
    question: str
    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    bases: tuple[Base, ...]
    cells: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    source: str = ""
    diverging: bool = False
    multiple: bool = False
    overall: Base | None = None
    tested: str = ""
    places: int | None = None
    counted: bool = False

    @property
    def base(self) -> Base:
        """The base of the first row: of the table, where all rows share one."""
        return self.bases[0]

    @property
    def one_base(self) -> bool:
        """Whether all rows have the same base."""
        return len({base.n for base in self.bases}) <= 1

    @property
    def single(self) -> bool:
        """Whether the table has one row for all respondents."""
        return len(self.rows) == 1 and self.rows[0].part is Part.WHOLE

    def total(self, row: int) -> bool:
        """Whether a row is everybody beside groups of them: no group, and no extreme of any."""
        return self.rows[row].part is Part.WHOLE and any(
            head.part is not Part.WHOLE for head in self.rows
        )

    @property
    def answers(self) -> tuple[Head, ...]:
        """The columns that are answers, in scale order: what a stacked bar is made of."""
        return tuple(head for head in self.columns if head.part not in (Part.NET, Part.SUMMARY))

    @property
    def nets(self) -> tuple[Head, ...]:
        """The columns that count several answers together."""
        return tuple(head for head in self.columns if head.part is Part.NET)

    def row(self, row_id: str) -> int | None:
        """The place of a row by its id."""
        return _place(self.rows, row_id)

    def column(self, column_id: str) -> int | None:
        """The place of a column by its id."""
        return _place(self.columns, column_id)

    def cell(self, row_id: str, column_id: str) -> Cell:
        """The cell of a row and a column; raises KeyError for an id that the table has not."""
        row, column = self.row(row_id), self.column(column_id)
        if row is None or column is None:
            raise KeyError(f"{self.id}.{row_id}.{column_id}")
        return self.cells[row][column]

    def n_of(self, row: int, column: int) -> int:
        """The unweighted number that a cell is of.

        It is the row's base, or of a mean the number of those whose answers have a number: "don't
        know" is in the base of the shares and in no mean.
        """
        count = self.cells[row][column].count
        if self.columns[column].measure is Measure.NUMBER and count is not None:
            return count
        return self.bases[row].n

    def path(self, row: int, column: int) -> str:
        """How words refer to a cell within this table: ``row.column``, or ``column`` alone."""
        if self.single:
            return self.columns[column].id
        return f"{self.rows[row].id}.{self.columns[column].id}"

    def __iter__(self) -> Iterator[tuple[int, int, Cell]]:
        """Go through the cells with their places, row by row."""
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                yield row, column, cell


def _place(heads: tuple[Head, ...], wanted: str) -> int | None:
    return next((place for place, head in enumerate(heads) if head.id == wanted), None)
