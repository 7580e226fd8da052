"""A figure as charts, tables and words print it, by what its column measures."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.signs import NO_BREAK
from briefing.tables.model import Measure, Part
from briefing.tables.rounding import decimal_text, half_up, percent_text, whole_text
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.tables.model import Base, Cell, Head, Table

ALIKE = (Fraction(99, 100), Fraction(101, 100))
"""Where the mean of weights lies that are not scaled to a population (conventions, 1.8)."""
_TIGHT = frozenset("%\N{DEGREE SIGN}'\N{PRIME}")
"""Units that stand at the number itself."""


def taken_of(measure: Measure) -> str:
    """What is taken of a cell where nothing else is asked for: ``pct``, or its measure."""
    return _TAKEN.get(measure, measure.value)


_TAKEN = {Measure.SHARE: "pct", Measure.POINTS: "net"}
"""``points`` are a difference of two shares; those of a net score are its own."""


def figure_text(value: Fraction, head: Head, decimals: int | None = None) -> str:
    """A value of a column: ``21%``, ``3.4``, ``£1,250``, ``5.5 hours``, ``+23``.

    `decimals` is how many places a share or a mean score has; numbers have those of their head.
    """
    if head.measure is Measure.SHARE:
        return percent_text(value, decimals or 0)
    if head.measure is Measure.COUNT:
        return decimal_text(value)
    if head.measure is Measure.POINTS:
        return points_text(value)
    if head.measure is Measure.NUMBER:
        return number_text(value, head.unit, head.decimals)
    return decimal_text(value, head.decimals if decimals is None else decimals)


def cell_text(cell: Cell, head: Head, places: int | None = None) -> str:
    """What a cell says to whoever checks it, a share with its count; suppressed, its symbol.

    Behind it stand the letters of the groups that it is significantly higher than.
    """
    told = head.measure is Measure.SHARE and cell.count is not None
    count = f" ({whole_text(cell.count or 0)})" if told else ""
    if cell.symbol or cell.value is None:
        return f"[{cell.symbol or 'x'}]{count}"
    letters = f" {cell.letters}" if cell.letters else ""
    return f"{figure_text(cell.value, head, places)}{count}{letters}"


def base_told(base: Base) -> str:
    """Who figures are of, and how many of those asked gave no answer (conventions, 1.1)."""
    if not base.silent:
        return base.words
    return wording().with_silent(words=base.words, count=base.silent)


def base_printed(base: Base) -> str:
    """The same for a narrow column: no line ends among the words on who gave no answer.

    Behind their semicolon one may, so that these few words are never parted into a stump.
    """
    told = base_told(base)
    words, sign, silent = told.rpartition(_SILENT) if base.silent else (told, "", "")
    return words + sign + silent.replace(" ", NO_BREAK)


_SILENT = "; "
"""What stands in front of them in every catalogue of words."""
WEIGHTED, EFFECTIVE = "weighted_base", "effective_base"
"""What the bases of a weighted table are called in the catalogues of words."""


def weighted_bases(table: Table) -> dict[str, tuple[Fraction | None, ...]]:
    """What weights make of the bases, a number a row; nothing where there are none.

    A number that stands for a population is no base, so it is left out (conventions, 1.8).
    """
    bases = table.bases
    if all(base.effective is None for base in bases):
        return {}
    number = sum(base.n for base in bases)
    weight = sum((base.weighted or Fraction(0) for base in bases), Fraction(0))
    alike = number and ALIKE[0] <= weight / number <= ALIKE[1]
    told = {WEIGHTED: tuple(base.weighted for base in bases)} if alike else {}
    return told | {EFFECTIVE: tuple(base.effective for base in bases)}


def lettered(row: Head) -> str:
    """The label of a group, with the letter by which others are compared with it."""
    return f"{row.label} ({row.letter})" if row.letter else row.label


def row_head(table: Table, row: int) -> str:
    """The head of a row in a table: a group's with its letter, and marked if its base is small."""
    head = table.rows[row]
    if head.part is not Part.GROUP or not table.bases[row].caution:
        return lettered(head)
    return f"{lettered(head)} ({wording().small_base})"


def number_text(value: Fraction, unit: str, decimals: int) -> str:
    """A number with its unit: a currency where the language has it, all others behind it."""
    digits = decimal_text(value, decimals)
    if not unit:
        return digits
    if unicodedata.category(unit[-1]) == "Sc" and wording().numbers.leading:
        sign = digits[:1] if not digits[0].isdigit() else ""
        return f"{sign}{unit}{digits.removeprefix(sign)}"
    return digits + unit if unit[0] in _TIGHT else f"{digits}{NO_BREAK}{unit}"


def points_text(value: Fraction) -> str:
    """Percentage points with their sign; what rounds to nought has none (conventions, 1.2)."""
    rounded = half_up(value)
    return f"+{decimal_text(rounded)}" if rounded > 0 else decimal_text(rounded)
