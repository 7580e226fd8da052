"""What a chart shows as a table that can be heard: heads, figures, and which marks print them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.charts.figures import base_of, counted, measured, symbol
from briefing.drawing import Text
from briefing.hyphens import SOFT_HYPHEN
from briefing.signs import NO_BREAK
from briefing.tables.model import Measure, Part
from briefing.tables.rounding import whole_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.charts.figures import Figure
    from briefing.drawing import Mark, Number
    from briefing.tables.model import Head, Table


_MEASURES = {
    Measure.SHARE: "share",
    Measure.SCORE: "score",
    Measure.COUNT: "respondents",
    Measure.NUMBER: "number",
    Measure.POINTS: "points",
}
"""What stands at the head of a column of figures, by its entry in the engine's words."""


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a cell, and what marks print for it: figures of the table, or a `label`.

    `language` is that of the words where it is not the publication's, `around` that of what stands
    around the `label` among them. `numbers` certify the figures in their order.
    """

    words: str
    numbers: tuple[Number, ...] = ()
    label: str = ""
    language: str = ""
    around: str = ""

    @property
    def figures(self) -> tuple[tuple[str, str], ...]:
        """The figures by their cells' paths and by what was taken of them (``pct``, ``base`` …)."""
        return tuple((each.cell, each.kind) for each in self.numbers)


@dataclass(frozen=True, slots=True)
class Heard:
    """The heads of all columns, the first that of the rows' own heads; the rows below them."""

    heads: tuple[Said, ...]
    rows: tuple[tuple[Said, tuple[Said, ...]], ...]


def of_answers(
    table: Table, places: Sequence[int], column: int | None = None, *, nets: bool = True
) -> Heard:
    """A question without rows: an answer a row, below them its `nets`.

    A `column` that is read out and is neither, a mean or a net score, comes last.
    """
    measure = _ours(_MEASURES[table.columns[places[0]].measure if places else Measure.SHARE])
    counted_together = [
        place
        for place, head in enumerate(table.columns)
        if nets and head.part is Part.NET and place not in places
    ]
    told = (*places, *counted_together)
    return Heard(
        (_ours("answer"), measure),
        tuple(
            (_head(table.columns[place]), (_said(measured(table, 0, place)),))
            for place in with_reading(told, column)
        ),
    )


def of_rows(table: Table, rows: Sequence[int], columns: Sequence[int]) -> Heard:
    """Items or groups by some of the columns; their bases last, where these differ."""
    own = not table.one_base
    corner = "group" if any(table.rows[row].part is Part.GROUP for row in rows) else "item"
    bases = (_ours("base"),) if own else ()
    return Heard(
        (_ours(corner), *(_head(table.columns[column]) for column in columns), *bases),
        tuple(
            (
                _row_head(table, row),
                (
                    *(_said(measured(table, row, column)) for column in columns),
                    *((_base(table, row),) if own else ()),
                ),
            )
            for row in rows
        ),
    )


def with_reading(answers: Sequence[int], column: int | None) -> tuple[int, ...]:
    """Columns and the one that is read out, behind them where it is none of them."""
    return (*answers, *(() if column is None or column in answers else (column,)))


def of_groups(table: Table, rows: Sequence[int], column: int) -> Heard:
    """Groups by one column, each with its counts: ``63% (10 of 16)``."""
    return Heard(
        (_ours("group"), _named(table.columns[column])),
        tuple((_row_head(table, row), (_with_count(table, row, column),)) for row in rows),
    )


def of_columns(table: Table, columns: Sequence[int]) -> Heard:
    """The rows of a table beside each other: a group a row."""
    rows = range(len(table.rows))
    return Heard(
        (_ours("group"), *map(_head, table.rows)),
        tuple(
            (
                _head(table.columns[place]),
                tuple(_said(measured(table, row, place)) for row in rows),
            )
            for place in columns
        ),
    )


def of_counts(table: Table, row: int, columns: Sequence[int]) -> Heard:
    """How many gave each answer."""
    return Heard(
        (_ours("answer"), _ours("respondents")),
        tuple((_head(table.columns[place]), (_count(table, row, place),)) for place in columns),
    )


def _count(table: Table, row: int, column: int) -> Said:
    """How many gave an answer, or the symbol that stands for it."""
    count = table.cells[row][column].count
    return Said(symbol(table, row, column) if count is None else whole_text(count))


def _ours(entry: str) -> Said:
    """A head that the engine words itself."""
    words = wording()
    return Said(str(getattr(words, entry)), language=words.spoken(entry))


def _named(head: Head) -> Said:
    return Said(head.label, label=head.label, language=head.language)


def _head(head: Head) -> Said:
    """The head of a row or a column; a net says that it is no further answer."""
    if head.part is not Part.NET:
        return _named(head)
    words = wording()
    said = words.combined(label=head.label)
    return Said(said, label=head.label, around=words.spoken("combined"))


def _row_head(table: Table, row: int) -> Said:
    """The head of a row; beside that of a small base stands its mark, which is heard with it."""
    head = _head(table.rows[row])
    if not table.bases[row].caution:
        return head
    words = wording()
    said = f"{head.words} ({words.small_base})"
    return replace(head, words=said, around=head.around or words.spoken("small_base"))


def _said(figure: Figure) -> Said:
    return Said(figure.text, (figure.number,) if figure.number else ())


def _base(table: Table, row: int) -> Said:
    figure = base_of(table, row)
    number = figure.number
    if number is None:
        return Said(figure.text)
    text = figure.text.strip("()")
    return Said(text, (replace(number, text=text),))


def _with_count(table: Table, row: int, column: int) -> Said:
    share, count = _said(measured(table, row, column)), _said(counted(table, row, column))
    if not count.numbers:
        return share
    based = _base(table, row).numbers
    return Said(f"{share.words} ({count.words})", (*share.numbers, *count.numbers, *based))


# -- the marks -------------------------------------------------------------------------------------

Places = tuple[int, ...]
"""The places of marks, in the order in which these are drawn."""


@dataclass(slots=True)
class Finder:
    """Finds the marks of a chart that print what its table says; each mark is found once."""

    table: Table
    figures: dict[tuple[str, str], list[int]]
    words: list[tuple[int, str]]

    def printed(self, said: Said) -> Places:
        """The marks that print a cell, in the order of drawing; none where no mark does."""
        found = [place for each in said.figures for place in self.figures.pop(each, ())]
        return (*sorted(found), *(self._label(said.label) if said.label else ()))

    def _label(self, words: str) -> Places:
        """The marks that print a label, on however many lines."""
        wanted = _bare(words)
        for start in range(len(self.words)):
            built = ""
            for end in range(start, len(self.words)):
                built += self.words[end][1]
                if not wanted.startswith(built):
                    break
                if built == wanted:
                    found = tuple(place for place, _ in self.words[start : end + 1])
                    del self.words[start : end + 1]
                    return found
        return ()


def finder(table: Table, marks: Sequence[Mark]) -> Finder:
    """Look through the marks of a chart of a table."""
    figures: dict[tuple[str, str], list[int]] = {}
    words: list[tuple[int, str]] = []
    for place, mark in enumerate(marks):
        if not isinstance(mark, Text):
            continue
        number = mark.number
        if number is None:
            words.append((place, _bare(mark.run.text)))
        elif number.table == table.id:
            figures.setdefault((number.cell, number.kind), []).append(place)
    return Finder(table, figures, words)


def _bare(words: str) -> str:
    """Words without anything white or added, as they are compared over the ends of lines."""
    return "".join(words.replace(NO_BREAK, " ").replace(SOFT_HYPHEN, "").split())
