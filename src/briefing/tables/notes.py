"""The notes under a table, printed only where they are needed (conventions, 1.2 to 1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.model import Measure, Part
from briefing.tables.rounding import ALL, half_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Base, Cell, Head


def share_notes(
    columns: Sequence[Head], cells: Sequence[Sequence[Cell]], respondents: str, *, multiple: bool
) -> tuple[str, ...]:
    """The notes that shares need: on several answers, on rounding, on nets."""
    notes = []
    if multiple:
        notes.append(
            f"{_capital(respondents)} could choose more than one answer, so percentages do not "
            f"sum to {ALL}."
        )
        if _nets(columns):
            notes.append("Each respondent is counted once in a combined figure.")
        return tuple(notes)
    return rounding_notes(columns, cells)


def rounding_notes(
    columns: Sequence[Head], cells: Sequence[Sequence[Cell]], places: int = 0
) -> tuple[str, ...]:
    """What does not add up when percentages have so many decimals (conventions, 1.2)."""
    sums = any(_sum_is_off(columns, row, places) for row in cells)
    nets = _nets(columns) and any(_net_is_off(columns, row, places) for row in cells)
    return tuple(note for note, off in ((SUMS, sums), (COMBINED, nets)) if off)


SUMS = f"Percentages may not sum to {ALL} because of rounding."
COMBINED = "Combined figures are rounded once and may differ from the sum of their parts."


def base_varies_note(bases: Sequence[Base]) -> tuple[str, ...]:
    """The note of a table whose rows have different bases."""
    if len({base.n for base in bases}) <= 1:
        return ()
    return ("Bases vary because not everyone answered every item.",)


def caution_note(bases: Sequence[Base], caution_below: int) -> tuple[str, ...]:
    """The note of a table that shows figures of a small base."""
    if any(base.caution for base in bases):
        return (f"Caution: small base (n<{caution_below}).",)
    return ()


def ranking_note(places: int, respondents: str) -> str:
    """How the score of a ranking is made (conventions, 1.6): vendors differ, so it is printed."""
    steps = [_steps(places)]
    if places > len(_ORDINALS):
        steps = [f"{places} for a first choice, {places - 1} for a second, and so on down to 1"]
    return (
        f"Score: {steps[0]}; averaged over all {respondents} who ranked at least one. "
        "A higher score means more important."
    )


def listed(words: Sequence[str]) -> str:
    """Words as a list in running text: ``a, b and c``."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


_ORDINALS = ("first", "second", "third", "fourth")


def _steps(places: int) -> str:
    parts = [
        f"{places - place} for a {ordinal}" + (" choice" if place == 0 else "")
        for place, ordinal in enumerate(_ORDINALS[:places])
    ]
    return listed(parts)


def _sum_is_off(columns: Sequence[Head], row: Sequence[Cell], places: int) -> bool:
    """Whether the shown percentages of all answers do not sum to 100."""
    shown = [
        half_up(cell.value * ALL, places)
        for head, cell in zip(columns, row, strict=True)
        if head.part is not Part.NET and head.measure is Measure.SHARE and cell.value is not None
    ]
    return bool(shown) and sum(shown) != ALL


def definitions(columns: Sequence[Head]) -> str:
    """What each net counts together, for tables and method pages (conventions, 1.3)."""
    labels = {head.id: head.label for head in columns}
    combined = [
        f"“{head.label}” combines {listed([f'“{labels[each]}”' for each in head.of])}"
        for head in columns
        if head.part is Part.NET and len(head.of) > 1
    ]
    return f"{'; '.join(combined)}." if combined else ""


def _nets(columns: Sequence[Head]) -> bool:
    """Whether an answer is told once more in a figure that combines it with another."""
    return any(head.part is Part.NET and len(head.of) > 1 for head in columns)


def _net_is_off(columns: Sequence[Head], row: Sequence[Cell], places: int) -> bool:
    """Whether a shown net is not the sum of its shown parts."""
    values = {head.id: cell.value for head, cell in zip(columns, row, strict=True)}
    for head in columns:
        net = values[head.id]
        parts = [values[each] for each in head.of]
        if head.part is Part.NET and net is not None:
            shown = sum(half_up(part * ALL, places) for part in parts if part is not None)
            if half_up(net * ALL, places) != shown:
                return True
    return False


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
