"""Captions of tables: a line that opens with a colon finds the table above or below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.content.elements import TableElement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.content.elements import Attributes, Element, Inline
    from briefing.diagnostics import Diagnostics, Source


@dataclass(frozen=True, slots=True)
class Caption:
    """The words above or below a table, before they have found it."""

    words: tuple[Inline, ...]
    attributes: Attributes
    where: Source


def captioned(parts: Sequence[Element | Caption], diagnostics: Diagnostics) -> list[Element]:
    """Give each table the caption below it, or the one above it that no table has taken."""
    elements: list[Element] = []
    waiting: Caption | None = None
    for part in parts:
        above = elements[-1] if elements else None
        if isinstance(part, TableElement) and waiting:
            elements.append(_with(part, waiting))
            waiting = None
            continue
        if waiting:
            _alone(waiting, diagnostics)
            waiting = None
        if not isinstance(part, Caption):
            elements.append(part)
        elif isinstance(above, TableElement) and not above.caption:
            elements[-1] = _with(above, part)
        else:
            waiting = part
    if waiting:
        _alone(waiting, diagnostics)
    return elements


def _with(table: TableElement, caption: Caption) -> TableElement:
    return replace(table, caption=caption.words, attributes=caption.attributes)


def _alone(caption: Caption, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "caption-alone",
        "a line that opens with a colon is the caption of a table, and there is none",
        caption.where,
        "put it right below or above its table; a colon to be printed is written \\:",
    )
