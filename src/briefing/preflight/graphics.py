"""The graphics state, kept, taken back and changed (ISO 32000-1, 8.4)."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, StreamObject

from briefing.preflight.numeric import matrix
from briefing.preflight.painted import Role, times
from briefing.preflight.state import STATES, nothing
from briefing.reading import entry, resolved

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.preflight.reader import Reader

_STACK = 512
"""How many states are kept."""


def save(reader: Reader, _: bytes) -> None:
    """Keep the graphics state (q)."""
    if len(reader.stack) < _STACK:
        reader.stack.append(copy(reader.state))


def restore(reader: Reader, _: bytes) -> None:
    """Take back the graphics state that was kept last (Q)."""
    if reader.stack:
        reader.state = reader.stack.pop()


def transform(reader: Reader, values: Sequence[float]) -> None:
    """Change the space that is drawn in (cm)."""
    reader.state.ctm = times(matrix(values), reader.state.ctm)


def line_width(reader: Reader, values: Sequence[float]) -> None:
    """Set the width of lines (w)."""
    reader.state.width = abs(values[0])


def graphics_state(reader: Reader, operands: bytes) -> None:
    """Set what a dictionary of the resources says (gs)."""
    name, raw = reader.named("/ExtGState", operands)
    held = resolved(raw)
    if not isinstance(held, DictionaryObject):
        return
    reader.meet(Role.STATE, held, name)
    state = reader.state
    for key in held:
        STATES.get(str(key), nothing)(state, resolved(held.get(key)))
    if "/OP" in held and "/op" not in held:  # 8.4.5, table 58
        state.overprint_fill = state.overprint_stroke
    mask = entry(entry(held, "/SMask", DictionaryObject), "/G", StreamObject)
    if mask is not None:
        reader.meet(Role.GROUP, entry(mask, "/Group", DictionaryObject), f"soft mask of {name}")


NUMERIC: dict[bytes, tuple[Callable[[Reader, Sequence[float]], None], int]] = {
    b"cm": (transform, 6),
    b"w": (line_width, 1),
}
OTHER: dict[bytes, Callable[[Reader, bytes], None]] = {
    b"q": save,
    b"Q": restore,
    b"gs": graphics_state,
}
