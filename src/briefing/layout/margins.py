"""Punctuation in the margin: how far a line may reach over its edges, so that they look straight.

An opening quotation mark hangs wholly, with the narrow space that French has behind it: words below
each other align, in headlines as in running text. Cells of tables have no margin. At the right edge
of justified lines stops, commas and hyphens hang in part, as much as they are lighter than letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.layout.pieces import run_of
from briefing.layout.quotations import OPENING
from briefing.signs import NARROW, NO_BREAK

if TYPE_CHECKING:
    from briefing.brand.styles import TextStyle
    from briefing.layout.text import Span

_HANGING = "".join(sorted(OPENING)) + "\"'"
_BEHIND = NARROW + NO_BREAK
"""Spaces that hang with a mark."""

CLOSING = {
    ".": 0.7,
    ",": 0.7,
    "-": 0.5,
    "\N{SOFT HYPHEN}": 0.5,
    "\N{NON-BREAKING HYPHEN}": 0.5,
    ";": 0.4,
    ":": 0.4,
    "!": 0.2,
    "?": 0.2,
    "\N{EN DASH}": 0.3,
    "\N{EM DASH}": 0.2,
    "\N{RIGHT DOUBLE QUOTATION MARK}": 0.5,
    "\N{RIGHT SINGLE QUOTATION MARK}": 0.7,
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}": 0.3,
}
"""The part of each sign that hangs over the right edge (about what pdfTeX's microtype takes)."""


def left_hang(span: Span, text: str, style: TextStyle) -> float:
    """How far a line that begins with `text` reaches over the left edge, in points."""
    if not style.hanging or style.align not in {"left", "justify"}:
        return 0.0
    marks = text[: len(text) - len(text.lstrip(_HANGING + _BEHIND))] if text[:1] in _HANGING else ""
    return run_of(span, marks, style).width if marks else 0.0


def right_hang(span: Span, text: str, style: TextStyle) -> float:
    """How far a line that ends with `text` reaches over the right edge, in points."""
    share = CLOSING.get(text[-1:]) if style.align == "justify" else None
    return share * run_of(span, text[-1], style).width if share else 0.0
