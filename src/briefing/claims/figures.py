"""A figure that words refer to, and what can be taken of a cell and written of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

MARGIN = "margin"
MEASURED = ("score", "number", MARGIN)
"""Kinds of figures that are no whole number of anybody."""
TAKINGS = {
    "pct": "the share, in per cent; taken where nothing is said of a share",
    "count": "how many respondents; taken where nothing is said of a plain number",
    "base": "how many the share is of, unweighted; a table or a row has a base of its own",
    "score": "the mean score of a ranking; taken where nothing is said of a score",
    "mean": "the same",
    "rank": "the place of the row in its column, the highest first",
    MARGIN: "of a poll: how many percentage points a share may be off, 19 times in 20",
}
"""What can be taken of a cell, and what that is."""

STANDING = "standing"
"""How a group of a sample stands to its population: words, which no reference to a cell gives."""
DECIMAL = "decimal"
FORMS = {
    "words": "in words: twenty-one",
    "digits": "the figures alone: 21",
    "percent": "per cent in words, whatever the document's way: 21 per cent",
    "sign": "with the sign: 21%",
    DECIMAL: "a share or a difference of shares with one decimal place: 21.3 per cent",
    "tenths": "so many in ten, hedged as far as it is off: just over two in ten",
    "fraction": "the nearest fraction, hedged as far as it is off: just over a fifth",
}
"""How a figure can be written in place of the document's own way, and an example."""

OF_SHARES = frozenset({"percent", "sign", "tenths", "fraction"})
"""Forms that a share alone can have."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure that words refer to: what is taken of which cell, and its unrounded value.

    `value` is a share from 0 to 1 for ``pct``, otherwise a count, base, score or rank. `count` and
    `base` are those of the cell; `tied` says that a rank is shared; `label` names row and column.
    A figure of the kind ``points`` is a share less another, `less`.
    """

    table: str
    cell: str
    kind: str
    value: Fraction
    label: str
    count: int | None = None
    base: int | None = None
    form: str = ""
    tied: bool = False
    answer: str = ""
    less: Figure | None = None
    decimals: int = 1
    unit: str = ""
    exact: int = 0
    """The places that shares of its table are printed with."""
    row: str = ""
    """What its row is called, where the table has several."""
    group: bool = False
    """Whether its row is a group of those who answered."""
    parts: frozenset[str] = frozenset()
    """The answers it counts, where nobody gave two; none where somebody could."""
    asked: str = ""
    """What was asked: the question of its table, and the item of its row."""
    told_in_counts: bool = False
    """Whether its table is of so few that figures are counts."""

    @property
    def places(self) -> int:
        """How many decimal places are printed of it; percentages and points are in hundredths."""
        if self.kind in MEASURED:
            return self.decimals
        return max(self.exact, 1 if self.form == DECIMAL else 0)

    @property
    def reference(self) -> str:
        """How words refer to its cell."""
        own = ".".join(part for part in (self.table, self.cell) if part)
        return f"{own} - {self.less.reference}" if self.less else own

    @property
    def binding(self) -> str:
        """How words refer to it and to nothing else of its cell."""
        return f"{self.reference}.{self.kind}" if self.kind in TAKINGS else self.reference
