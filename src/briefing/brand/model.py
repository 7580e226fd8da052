"""A brand as values: palette, schemes, tones and drawings, and how an area of a page sees it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.brand.styles import AS_DESIGNED
from briefing.drawing import Shape, moved_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.brand.masters import Arrangement, Format, Master
    from briefing.brand.styles import Step, TextStyle
    from briefing.drawing import Colour, Path, Rect
    from briefing.fonts import Face

ROLES = ("ground", "ink", "quiet", "accent", "rule", "tint")
"""What the colours of a scheme are for."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one ground by their roles: ``ground ink quiet accent rule tint``."""

    name: str
    roles: dict[str, Colour]


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of chart parts; the ends of a scale are given strongest first.

    Answers that say nothing of the matter are faint and have an edge, if the brand names one.
    """

    positive: tuple[Colour, ...]
    negative: tuple[Colour, ...]
    sequence: tuple[Colour, ...]
    neutral: Colour
    dont_know: Colour
    not_applicable: Colour
    highlight: Colour
    muted: Colour
    comparison: Colour
    edge: Colour | None = None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A vector drawing of the brand (mark, icon, pictogram) in its own box, y downwards."""

    width: float
    height: float
    paths: tuple[tuple[Path, str], ...]
    """Each path with the role or palette name that fills it."""


@dataclass(frozen=True, slots=True)
class Brand:
    """Everything that makes two organisations' publications look different."""

    name: str
    palette: dict[str, Colour]
    schemes: dict[str, Scheme]
    tones: Tones
    formats: dict[str, Format]
    drawings: dict[str, Drawing]
    faces: dict[str, Face]
    motif: str = "petals"
    """The form of a mark that stands for a respondent, where the words name none."""
    icons: dict[str, Drawing] = field(default_factory=dict)
    """The drawings that a page can ask for by name."""

    def pages(self) -> Iterator[tuple[Format, Master, Arrangement]]:
        """Every arrangement of every master of every format."""
        for each in self.formats.values():
            for master in each.masters.values():
                for arrangement in master.arrangements:
                    yield each, master, arrangement


@dataclass(frozen=True, slots=True)
class Look:
    """The brand as one area of one page sees it: what blocks and charts ask for by name."""

    brand: Brand
    format: Format
    scheme: Scheme
    prefix: str = ""
    step: Step = AS_DESIGNED
    outer: str = "left"
    """The side of the page that is further from the spine."""

    def style(self, name: str) -> TextStyle:
        """A type style: the area's own, else the format's; raises KeyError if there is neither.

        Copyfit is for running words. Those in charts stay as they are designed but for steps that
        name them; large figures have the size that their charts give them.
        """
        own = self.format.styles.get(f"{self.prefix}.{name}") if self.prefix else None
        style = own or self.format.styles[name]
        if style.align == "outer":
            style = replace(style, align=self.outer)
        if self.step == AS_DESIGNED or name == NUMERAL:
            return style
        if name.startswith(CHART_STYLES):
            return style.taken_in(self.step.charts, self.format.minimum)
        step = self.step.halved if name in SMALL_PRINT else self.step
        if name in TIED and step.gap > 1:
            step = replace(step, gap=1.0)
        return style.after(step, self.format.minimum)

    def colour(self, name: str) -> Colour:
        """A colour: a role of the scheme, else a name of the palette; raises KeyError."""
        return self.scheme.roles.get(name) or self.brand.palette[name]

    def drawn(self, drawing: Drawing, room: Rect) -> tuple[Shape, ...]:
        """A drawing as large as its room allows, from the room's top left corner."""
        scale = min(room.width / drawing.width, room.height / drawing.height)
        return tuple(
            Shape(moved_path(path, room.x, room.y, scale), self.colour(fill))
            for path, fill in drawing.paths
        )

    @property
    def tones(self) -> Tones:
        """The colours of chart parts."""
        return self.brand.tones

    def ink_on(self, ground: Colour) -> Colour:
        """The palette's ``ink`` or ``paper``, whichever is easier to read on `ground`."""
        ink, paper = self.brand.palette["ink"], self.brand.palette["paper"]
        return ink if contrast(ink, ground) >= contrast(paper, ground) else paper


SMALL_PRINT = ("attribution", "base", "note")
"""Styles that stay small beside words that are set larger."""
TIED = ("headline", "kicker", "question", "quote", "subheading")
"""Styles whose words belong to what stands below them: more white never parts the two."""
CHART_STYLES, NUMERAL = "chart.", "chart.numeral"
"""What the names of styles for words in charts begin with: they stand on no grid; and the style of
their large figures."""


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours on the screen, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """Relative luminance of a screen colour, from 0 to 1 (WCAG 2.2)."""
    return _luminance(*colour.screen)


@cache  # charts mix and weigh the same few tones again and again
def _luminance(red: float, green: float, blue: float) -> float:
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def linear(channel: float) -> float:
    """The light of a channel of sRGB, both from 0 to 1."""
    return channel / 12.92 if channel <= _KNEE else ((channel + 0.055) / 1.055) ** 2.4


_KNEE = 0.04045
"""Where the transfer curve of sRGB turns from a line into a power."""
