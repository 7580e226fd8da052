"""Columns in the order of tables that are read: a net stands before the answers that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.model import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Head


def grouped(columns: Sequence[Head], *, nets: bool = True) -> list[tuple[Head, bool]]:
    """Every column, and whether it stands below a net; without `nets` these are left out.

    A net whose answers do not stand together, or that shares some with another, comes last.
    """
    answers = [each for each in columns if each.part is not Part.NET]
    if not nets:
        return [(each, False) for each in answers]
    before: dict[str, Head] = {}
    within: set[str] = set()
    for net in (each for each in columns if each.part is Part.NET):
        if _together(net, answers) and within.isdisjoint(net.of):
            before[net.of[0]] = net
            within.update(net.of)
    made: list[tuple[Head, bool]] = []
    for each in answers:
        if each.id in before:
            made.append((before[each.id], False))
        made.append((each, each.id in within))
    placed = {net.id for net in before.values()}
    loose = (each for each in columns if each.part is Part.NET and each.id not in placed)
    return [*made, *((each, False) for each in loose)]


def _together(net: Head, answers: Sequence[Head]) -> bool:
    """Whether the answers of a net stand one behind the other, in its order."""
    names = [each.id for each in answers]
    start = names.index(net.of[0]) if net.of and net.of[0] in names else len(names)
    return tuple(names[start : start + len(net.of)]) == net.of != ()
