"""A profile: what a kind of file promises, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.diagnostics import Severity
    from briefing.profiles.rules import Rule


class ColourSpace(Enum):
    """Which of a colour's two values is printed."""

    RGB = "RGB"
    CMYK = "CMYK"


@dataclass(frozen=True, slots=True)
class Profile:
    """One kind of file.

    A tagged file carries the structure tree, links and bookmarks; one with bleed carries printer's
    marks beyond the trim. `pdf_version` is the header's. `conformance` names the standards that the
    file claims in its metadata.
    """

    name: str
    pdf_version: tuple[int, int]
    colours: ColourSpace
    tagged: bool
    links: bool
    bleed: bool
    conformance: tuple[str, ...] = ()
    output_condition: str = ""
    black_words: float = 0.0
    """Words of black ink alone overprint below this size, in points: no white edge can show."""
    black_lines: float = 0.0
    """Likewise lines below this width."""
    shows_making: bool = False
    """Whether grid, areas and boxes are drawn over the pages; made only if asked for by name."""
    answers: Mapping[Rule, Severity | None] = field(kw_only=True, compare=False, repr=False)
    """How grave a finding is at most, rule by rule; None where the profile does not ask."""
