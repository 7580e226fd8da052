"""The graphics state that a page is painted in (ISO 32000-1, 8.4), as far as preflight asks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject

from briefing.preflight.numeric import HUGE, number_or
from briefing.preflight.painted import IDENTITY, Bounds, Matrix, Tint
from briefing.preflight.spaces import GREY, Space
from briefing.reading import resolved

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.preflight.letters import Letters

EVERYWHERE = Bounds(-HUGE, -HUGE, HUGE, HUGE)
"""What clips nothing."""


@dataclass(slots=True)
class State:
    """The graphics state (8.4), as far as it matters here."""

    ctm: Matrix = IDENTITY
    clip: Bounds = EVERYWHERE
    fill_space: Space = GREY
    stroke_space: Space = GREY
    fill: Tint = field(default_factory=lambda: GREY.tint((0.0,)))
    stroke: Tint = field(default_factory=lambda: GREY.tint((0.0,)))
    width: float = 1.0
    overprint_fill: bool = False
    overprint_stroke: bool = False
    mode: int = 0
    blend: str = "Normal"
    font: Letters | None = None
    font_raw: object = None
    font_name: str = ""
    size: float = 0.0
    character: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0


def nothing(_: State, __: object) -> None:
    """A key that does not matter here."""


def _set(name: str, read: Callable[[object], object]) -> Callable[[State, object], None]:
    def change(state: State, value: object) -> None:
        setattr(state, name, read(value))

    return change


def _true(value: object) -> bool:
    return value == True  # noqa: E712 - pypdf's own boolean


def _blend(value: object) -> str:
    first = resolved(value[0]) if isinstance(value, ArrayObject) and value else value
    return str(first).removeprefix("/")


STATES: dict[str, Callable[[State, object], None]] = {
    "/OP": _set("overprint_stroke", _true),
    "/op": _set("overprint_fill", _true),
    "/OPM": _set("mode", lambda value: int(number_or(value, 0))),
    "/LW": _set("width", lambda value: abs(number_or(value, 1))),
    "/BM": _set("blend", _blend),
}
"""What the keys of a dictionary of the graphics state change (8.4.5, table 58)."""
