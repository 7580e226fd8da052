"""A table as it is printed with other decimals, or in counts, and the notes that follow."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.tables.model import Measure
from briefing.tables.notes import on_rounding, rounding_notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.tables.model import Table


def at_places(table: Table, places: int) -> Table:
    """The table with its percentages and scores to `places` decimals.

    What is said of rounding is found anew, since a sum that is off in whole per cent may be right
    in tenths, and the other way round; all other notes stay as they are, in their order.
    """
    told = replace(table, places=places)
    if not _adds_up(table):
        return told
    fresh = rounding_notes(table.columns, table.cells, places)
    return replace(told, notes=tuple(_exchanged(table.notes, fresh)))


def in_counts(table: Table) -> Table:
    """The table told in counts, of which none is rounded; weights give counts no meaning."""
    shares = all(head.measure is Measure.SHARE for head in table.columns)
    if not shares or any(base.weighted is not None for base in table.bases):
        return table
    notes = tuple(note for note in table.notes if note not in on_rounding())
    return replace(table, counted=True, notes=notes)


def _adds_up(table: Table) -> bool:
    """Whether its rows are wholes: known by a note that says what rounding does, or by the sums."""
    if table.multiple:
        return False
    if set(on_rounding()) & set(table.notes):
        return True
    shares = [place for place, head in enumerate(table.columns) if head in table.answers]
    if not shares or any(table.columns[place].measure is not Measure.SHARE for place in shares):
        return False
    rows = [[cells[place].value for place in shares] for cells in table.cells]
    return any(sum(each or 0 for each in row) == 1 for row in rows)


def _exchanged(notes: tuple[str, ...], fresh: tuple[str, ...]) -> Iterator[str]:
    """Notes with those on rounding replaced, where the first of them stood or at the end."""
    old, given = set(on_rounding()), False
    for note in notes:
        if note not in old:
            yield note
        elif not given:
            given = True
            yield from fresh
    if not given:
        yield from fresh
