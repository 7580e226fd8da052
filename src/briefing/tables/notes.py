"""The notes under a table, printed only where they are needed (conventions, 1.2 to 1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.model import Measure, Part
from briefing.tables.rounding import ALL, percent_scaled
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Base, Cell, Head


def share_notes(
    columns: Sequence[Head], cells: Sequence[Sequence[Cell]], respondents: str, *, multiple: bool
) -> tuple[str, ...]:
    """The notes that shares need: on several answers, on rounding, on nets."""
    notes = []
    if multiple:
        notes.append(wording().several_answers(respondents=capital(respondents)))
        if _nets(columns):
            notes.append(wording().counted_once)
        return tuple(notes)
    return rounding_notes(columns, cells)


def rounding_notes(
    columns: Sequence[Head], cells: Sequence[Sequence[Cell]], places: int = 0
) -> tuple[str, ...]:
    """What does not add up when percentages have so many decimals (conventions, 1.2)."""
    sums = any(_sum_is_off(columns, row, places) for row in cells)
    nets = _nets(columns) and any(_net_is_off(columns, row, places) for row in cells)
    return tuple(note for note, off in zip(on_rounding(), (sums, nets), strict=True) if off)


def on_rounding() -> tuple[str, str]:
    """The notes on sums and on combined figures that rounding puts off."""
    return (wording().rounding, wording().combined_rounded)


def base_varies_note(bases: Sequence[Base]) -> tuple[str, ...]:
    """The note of a table whose rows have different bases."""
    if len({base.n for base in bases}) <= 1:
        return ()
    return (wording().bases_vary,)


def caution_note(bases: Sequence[Base], caution_below: int) -> tuple[str, ...]:
    """The note of a table that shows figures of a small base."""
    if any(base.caution for base in bases):
        return (wording().small_base_caution(limit=caution_below),)
    return ()


def caution_limit(note: str) -> str:
    """The limit that a note on small bases names; nothing of any other note."""
    before, _, after = wording().small_base_caution.pattern.partition("{limit}")
    if note.startswith(before) and note.endswith(after):
        return note.removeprefix(before).removesuffix(after)
    return ""


def ranking_note(places: int, respondents: str) -> str:
    """How the score of a ranking is made (conventions, 1.6): vendors differ, so it is printed."""
    words = wording()
    if places > len(words.rank_steps):
        steps = words.rank_steps_many(most=places, next=places - 1)
    else:
        named = zip(range(places, 0, -1), words.rank_steps, strict=False)
        steps = listed([step(points=points) for points, step in named])
    return words.ranking(steps=steps, respondents=respondents)


def listed(words: Sequence[str]) -> str:
    """Words as a list in running text: ``a, b and c``."""
    if len(words) <= 1:
        return "".join(words)
    return wording().list_last(start=", ".join(words[:-1]), last=words[-1])


def capital(words: str) -> str:
    """Words with a capital, as they open a sentence or a head."""
    return words[:1].upper() + words[1:]


def in_quotes(label: str) -> str:
    """A label within a sentence of the engine's, in quotation marks."""
    return wording().quoted(words=label)


def _sum_is_off(columns: Sequence[Head], row: Sequence[Cell], places: int) -> bool:
    """Whether the percentages of all answers, where all are shown, do not sum to 100."""
    shown = [
        cell.value
        for head, cell in zip(columns, row, strict=True)
        if head.part is not Part.NET and head.measure is Measure.SHARE
    ]
    told = [percent_scaled(value, places) for value in shown if value is not None]
    return bool(shown) and len(told) == len(shown) and sum(told) != ALL * 10**places


def definitions(columns: Sequence[Head]) -> str:
    """What each net counts together, for tables and method pages (conventions, 1.3)."""
    labels = {head.id: head.label for head in columns}
    combined = [
        wording().combines(
            label=in_quotes(head.label),
            parts=listed([in_quotes(labels[each]) for each in head.of]),
        )
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
            shown = sum(percent_scaled(part, places) for part in parts if part is not None)
            if percent_scaled(net, places) != shown:
                return True
    return False
