"""What a grid has to say: the rows that stand highest and lowest, where any does."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.finding import (
    COLUMNS,
    Finding,
    among,
    amount_of,
    at_the_end,
    few_asked,
    is_aside,
    named,
    opening_for,
    says_of,
    values_in,
)
from briefing.starter.markdown import called, claimed, quoted, said
from briefing.starter.names import small
from briefing.starter.stated import stated
from briefing.starter.topics import bare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.starter.model import GuessedQuestion, GuessedScale
    from briefing.tables.model import Table

_CLOSE = 5
"""Rows whose shares lie within fewer points are not told apart in a headline."""
_ROWS_UPRIGHT = 5
"""The most rows that stand as columns."""
_IN_HEADLINE = 90
"""Signs of the longest row that a headline quotes; what is longer stands in the line below it."""
_PREPOSITIONS = {
    **dict.fromkeys(("satisfied", "happy", "agreement", "familiar", "comfortable"), "with"),
    **dict.fromkeys(("confident", "interested", "engaged", "support"), "in"),
    **dict.fromkeys(("concerned", "worried", "optimistic", "well_informed", "positive"), "about"),
    "aware": "of",
}


def grid_finding(question: GuessedQuestion, table: Table) -> Finding | None:
    """The item that stands highest by the positive end, and the one that stands lowest."""
    scale = question.scale
    if scale is None:
        return None
    column = _column(table)
    if not column:
        return None
    values = values_in(table, column)
    if not any(values.values()):
        return None
    least, most = min(values.values()), max(values.values())
    if len(values) > 1 and (most - least) * 100 < _CLOSE:
        return _close(question, scale, table, column, values)
    labels = {item.id: item.label for item in question.items}
    name, says, short = question.id, says_of(scale, column), said(question.short)
    cells = among(name, values, len(table.rows), column)
    high, low = at_the_end(values), at_the_end(values, lowest=True)
    row = high or max(values, key=lambda each: values[each])
    few = few_asked(table)
    pct = amount_of(name, row, column, few=few)
    does = _does(question, scale, column, labels[row])
    says_so = does or _of(scale, says, labels[row])
    if high and not does:
        top = claimed("highest", f"{name}.{row}.{column}", cells)
        headline, first = _highest(labels[row], f"{pct} {says}", top)
    elif does or called(labels[row], _IN_HEADLINE):
        opening = "" if does else opening_for(question, says_so)
        headline, first = f"{opening} {pct} {says_so}".strip(), ""
    else:
        headline, first = named(question), f"{pct} {says_so}."
    end = ""
    if low and low != row:
        bottom = claimed("lowest", f"{name}.{low}.{column}", cells)
        least_pct = amount_of(name, low, column, few=few)
        end = f"{quoted(labels[low])} comes {bottom}, at {least_pct}."
        if says.startswith("answer "):
            end = f"It is {bottom} for {quoted(labels[low])}, at {least_pct}."
    path = f"{row}.{column}"
    return Finding(
        name,
        short,
        headline,
        f"{pct} {says_so}. {end}".strip(),
        f"{first} {end}".strip(),
        _charts(table, path),
        path,
        strength=most - least + Fraction(1, 3) - few,
        complete=bool(does) or not says.startswith("answer "),
    )


def _highest(label: str, sentence: str, top: str) -> tuple[str, str]:
    """The headline of the row that stands alone at the top, and a line for one that is long.

    Only what is good comes highest: of an answer like "Never" the share does.
    """
    shown = called(label, _IN_HEADLINE)
    if not shown:
        return f"{sentence}, the {top} share", f"It is for {quoted(label)}."
    if " answer " in sentence:
        return f"{shown}: {sentence}, the {top} share", ""
    return f"{shown} comes {top}: {sentence}", ""


def _close(
    question: GuessedQuestion,
    scale: GuessedScale,
    table: Table,
    column: str,
    values: Mapping[str, Fraction],
) -> Finding:
    """A grid whose rows hardly differ: none of them is told as the highest."""
    labels = {item.id: item.label for item in question.items}
    low, *_, high = sorted(values, key=lambda each: values[each])
    name, says = question.id, says_of(scale, column)
    few = few_asked(table)
    least, most = (amount_of(name, row, column, few=few) for row in (low, high))
    rows = f"from {least} for {quoted(labels[low])} to {most} for {quoted(labels[high])}"
    return Finding(
        name,
        said(question.short),
        f"{opening_for(question, says)} {least} to {most} {says}".strip(),
        f"They lie close together: {rows} {says}.",
        f"They lie close together, {rows}.",
        _charts(table, column),
        column,
        strength=Fraction(1, 3) - few,
    )


def _does(question: GuessedQuestion, scale: GuessedScale, column: str, row: str) -> str:
    """What respondents say of themselves, where a row ends the question: "How often do you …"."""
    words = stated(f"{bare(question.wording)} {small(row)}", scale.told(column)[1])
    return said(words) if words else ""


def _charts(table: Table, path: str) -> tuple[str, ...]:
    upright = len(table.rows) <= _ROWS_UPRIGHT and len(table.answers) <= COLUMNS
    brief = max(len(each.label) for each in table.rows) <= 40  # noqa: PLR2004 - two lines
    bars = f"kind=bars highlight={path}"
    first = (f"kind=columns highlight={path}",) if upright and brief else ()
    return (*first, bars, f"kind=ranked highlight={path}")


def _of(scale: GuessedScale, says: str, label: str) -> str:
    """What respondents do about an item: ``are satisfied with “Staff”``."""
    for verb in ("rate it ", "call it ", "give it "):
        if says.startswith(verb):
            return f"{verb.removesuffix('it ')}{quoted(label)} {says.removeprefix(verb)}"
    return f"{says} {_PREPOSITIONS.get(scale.family, 'for')} {quoted(label)}"


def _column(table: Table) -> str:
    """The column by which rows are told apart: the positive net, else the answer most given."""
    if table.nets:
        return table.nets[0].id
    sums = {
        head.id: sum((cells[place].value or Fraction(0)) for cells in table.cells)
        for place, head in enumerate(table.columns)
        if not is_aside(head.part)
    }
    return max(sums, key=lambda each: sums[each]) if sums else ""
