"""A brand as values: palette, faces, type styles, colour schemes, grids and page masters."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.drawing import Shape, moved_path
from briefing.fonts import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.drawing import Colour, Geometry, GlyphRun, Path, Rect
    from briefing.fonts import Face, Features


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of words is set; sizes in points.

    `colour` is a role of the scheme or a name of the palette. `gap` is the white space below the
    paragraph. The four faces are those of roman, bold, italic and bold italic words. `align` is
    ``left``, ``right``, ``centre`` or ``justify``; `balanced` makes lines of like length. Words are
    hyphenated where a column holds fewer than `hyphens` characters a line (0: never), by the
    patterns of their own language or else of `language`. With `hanging`, quotation marks at the
    start of a line stand in the margin. `mono` are the monospaced cuts for words printed as they
    were typed; where a brand has none, these words are set in the faces of the others. Letters of
    running text are drawn wider or narrower by at most `expansion`, a part of their width, so that
    lines come out even.
    """

    name: str
    roman: Face
    bold: Face
    italic: Face
    bold_italic: Face
    size: float
    leading: float
    colour: str = "ink"
    gap: float = 0.0
    features: Features = frozenset()
    align: str = "left"
    balanced: bool = False
    hyphens: float = 0.0
    hanging: bool = False
    expansion: float = 0.02
    language: str = ""
    mono: tuple[Face, ...] = ()
    grid: float = 0.0
    """The baseline that leading and gap are whole numbers of, in points; 0 for words in charts."""
    scale: tuple[float, ...] = ()
    """The sizes of the format from the smallest; none if it does not keep to a scale."""

    def on_scale(self, size: float) -> float:
        """The largest size of the scale up to `size` points; that itself where there is none."""
        return max((each for each in self.scale if each <= size + 0.001), default=size)

    def after(self, step: Step, minimum: float) -> TextStyle:
        """The style after a step of copyfit, no smaller than `minimum` points.

        Larger words take a size of the scale, and so do much smaller ones; words that are taken in
        a little need not, as that would be more than a step.
        """
        leading = nearest(self.leading * step.leading, self.grid)
        gap = nearest(self.gap * step.gap, self.grid) if self.gap else 0.0
        size = max(min(minimum, self.size), round(self.size * step.size, 2))
        if step.size > 1:
            size = max(self.size, self.on_scale(size))
        elif step.size < _A_LITTLE:
            size = max(min(minimum, self.size), self.on_scale(size))
        return replace(self, size=size, leading=max(leading, up(size, self.grid)), gap=gap)

    def face(self, *, strong: bool = False, emphasis: bool = False) -> Face:
        """The face for words that are strong, emphasised, both or neither."""
        if strong:
            return self.bold_italic if emphasis else self.bold
        return self.italic if emphasis else self.roman

    def run(
        self,
        words: str,
        *,
        strong: bool = False,
        emphasis: bool = False,
        script: str = "",
        language: str = "",
        code: bool = False,
    ) -> GlyphRun:
        """Shape words in this style; `script` sets them above (``sup``) or below (``sub``).

        With `code` they are set as they were typed, by the monospaced cut of the next weight. Its
        size is the one at which small letters are as high as those around: like a superior's, it
        may be a little less than the line's.
        """
        face, size, features = self.face(strong=strong, emphasis=emphasis), self.size, self.features
        if code and self.mono:
            beside = face
            face = min(self.mono, key=lambda each: abs(each.weight - beside.weight))
            size = round(size * beside.x_height / face.x_height, 2)
            features = PLAIN
        language = language or self.language
        if script:
            return face.scripted(words, size, script, features, language)
        return face.shape(words, size, features, language)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of copyfit: type size, leading and white below blocks as parts of what is designed.

    Steps below 1 take words in, steps above 1 let them have room to spare. Leading and white stay
    whole numbers of the baseline.
    """

    size: float = 1.0
    leading: float = 1.0
    gap: float = 1.0

    @property
    def halved(self) -> Step:
        """The step for small print: what is set larger grows half as much, the rest as given."""
        if self.size <= 1:
            return self
        return Step((1 + self.size) / 2, (1 + self.leading) / 2, self.gap)

    def __str__(self) -> str:
        """Say what was done, for fit reports: ``type 96%, white 50%``; empty for nothing."""
        parts = (("type", self.size), ("leading", self.leading), ("white", self.gap))
        return ", ".join(f"{name} {part:.0%}" for name, part in parts if part != 1)


AS_DESIGNED = Step()


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
class Grid:
    """The columns of a page: margins, gutter and column count, lengths in points."""

    left: float
    right: float
    top: float
    bottom: float
    columns: int
    gutter: float
    baseline: float
    """The distance of the lines that all running text stands on, from the page's top down: a
    quarter or so of the leading of body text, so that every size of type falls on one grid."""

    def span(self, first: int, last: int, width: float) -> tuple[float, float]:
        """The x and width of columns `first` to `last` (from 1) on a page `width` points wide."""
        unit = (width - self.left - self.right - self.gutter * (self.columns - 1)) / self.columns
        x = self.left + (first - 1) * (unit + self.gutter)
        return x, (last - first + 1) * unit + (last - first) * self.gutter


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies under a page's words: an area of a palette colour, or a drawing of the brand.

    An area bleeds where it meets the trim; a drawing may reach over it, and is cut at the bleed.
    """

    rect: Rect
    colour: str = ""
    radius: float = 0.0
    drawing: str = ""
    scheme: str = "paper"


@dataclass(frozen=True, slots=True)
class Area:
    """A place on a page that takes blocks of certain kinds.

    `flow` is the number of columns within it, `align` where short content stands (``top``,
    ``middle``, ``bottom``, or ``spread`` to share the white space between blocks), `styles` the
    prefix by which its styles are looked up first (``quotes.body`` before ``body``).
    """

    name: str
    rect: Rect
    takes: tuple[str, ...]
    scheme: str = "paper"
    flow: int = 1
    gutter: float = 0.0
    align: str = "top"
    styles: str = ""
    baseline: float = 0.0
    """The grid that its lines stand on, counted from the page's top, in points."""
    larger: tuple[Step, ...] = ()
    """Larger type that its words may be set in where there is room, step by step."""
    smaller: tuple[Step, ...] = ()
    """What may be done after the format's steps where its words are over still: long titles."""

    def steps(self, allowed: tuple[Step, ...]) -> tuple[Step, ...]:
        """What copyfit may do here, of what the format allows and then of its own."""
        return (*allowed, *self.smaller)


@dataclass(frozen=True, slots=True)
class Furniture:
    """An item that repeats from page to page: words made of page facts, or a drawing of the brand.

    `text` may hold ``{page}``, ``{running}``, ``{section}``, ``{short}``, ``{publisher}``,
    ``{date}`` and ``{reference}``; an item whose facts are all empty is left out. `drawing` names
    one of the brand's drawings instead. An item `on` the ``left`` or ``right`` page of a spread is
    left out of the other.
    """

    rect: Rect
    text: str = ""
    drawing: str = ""
    style: str = "folio"
    align: str = "left"
    scheme: str = "paper"
    on: str = ""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One way to place the blocks of a page: grounds below, areas above, furniture round them.

    `seams` are the levels that give way between fixed and elastic content: highest and lowest edge
    of each, in points from the top.
    """

    name: str
    grounds: tuple[Ground, ...]
    areas: tuple[Area, ...]
    furniture: tuple[Furniture, ...] = ()
    seams: tuple[tuple[float, float], ...] = ()

    @property
    def silhouette(self) -> tuple[tuple[str, float, float], ...]:
        """What the eye knows a page by from afar: its grounds, on whichever side they stand."""
        return tuple(
            (each.colour or each.drawing, each.rect.width, each.rect.height)
            for each in self.grounds
        )

    @property
    def taken(self) -> frozenset[str]:
        """The kinds of block that have a place in it."""
        return frozenset(kind for area in self.areas for kind in area.takes)

    def mirrored(self, width: float) -> Arrangement:
        """The same on the facing page, `width` points wide: places change sides, words do not."""
        return replace(
            self,
            grounds=tuple(replace(each, rect=_facing(each.rect, width)) for each in self.grounds),
            areas=tuple(replace(each, rect=_facing(each.rect, width)) for each in self.areas),
            furniture=_turned(self.furniture, width),
        )

    def on(self, side: str) -> Arrangement:
        """With the furniture of the ``left`` or ``right`` page of a spread alone."""
        if not any(each.on for each in self.furniture):
            return self
        kept = tuple(each for each in self.furniture if each.on in {"", side})
        return replace(self, furniture=kept)


@dataclass(frozen=True, slots=True)
class Master:
    """A kind of page that a heading asks for by its class, and the arrangements that it allows.

    One that `continues` goes on to further pages where copyfit does not make its content fit.
    """

    name: str
    arrangements: tuple[Arrangement, ...]
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """A page size with its grid, type styles and masters: the A4 briefing, the slide report."""

    name: str
    geometry: Geometry
    grid: Grid
    styles: dict[str, TextStyle]
    masters: dict[str, Master]
    minimum: float
    """The smallest type allowed, in points."""
    scale: tuple[float, ...] = ()
    """The sizes that type may have, from the smallest, in points; none: any."""
    facing: str = ""
    """The page of a spread that the masters show, ``left`` or ``right``; empty: all are alike."""
    steps: tuple[Step, ...] = (AS_DESIGNED,)
    """What copyfit may do, step by step; the first is as designed."""
    stamped: tuple[Furniture, ...] = ()
    """What is printed on pages made elsewhere, as on the page that the masters show."""

    def spoken(self, language: str) -> Format:
        """The format for words in a language, a BCP 47 tag."""
        styles = {name: replace(each, language=language) for name, each in self.styles.items()}
        return replace(self, styles=styles)

    def arrangements(self, master: str, page: int) -> tuple[Arrangement, ...]:
        """How a master may stand on a page counted from 1, whose odd pages are right-hand ones."""
        side = _side(page)
        shown = tuple(each.on(side) for each in self.masters[master].arrangements)
        if self.facing in ("", side):
            return shown
        return tuple(each.mirrored(self.geometry.width) for each in shown)

    def appended(self, page: int) -> tuple[Furniture, ...]:
        """What is printed on a page made elsewhere that is the document's `page`, from 1."""
        side = _side(page)
        shown = tuple(each for each in self.stamped if each.on in {"", side})
        return shown if self.facing in ("", side) else _turned(shown, self.geometry.width)


def _side(page: int) -> str:
    """The side of a spread that a page counted from 1 is on."""
    return "right" if page % 2 else "left"


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

    def style(self, name: str) -> TextStyle:
        """A type style: the area's own, else the format's; raises KeyError if there is neither.

        Copyfit is for running words; words in charts stay as they are designed.
        """
        own = self.format.styles.get(f"{self.prefix}.{name}") if self.prefix else None
        style = own or self.format.styles[name]
        if self.step == AS_DESIGNED or name.startswith(CHART_STYLES):
            return style
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
CHART_STYLES = "chart."
"""What the names of styles for words in charts begin with: they stand on no grid."""


def nearest(length: float, grid: float) -> float:
    """The nearest whole number of baselines, in points; at least one."""
    return max(1, round(length / grid)) * grid if grid else length


def up(length: float, grid: float) -> float:
    """The next whole number of baselines, in points; the length itself where there is no grid."""
    return math.ceil(length / grid - _EXACT) * grid if grid else length


def down(length: float, grid: float) -> float:
    """The last whole number of baselines within a length, in points."""
    return math.floor(length / grid + _EXACT) * grid if grid else length


_EXACT = 1e-6
"""Parts of a baseline that a sum of floating numbers may be off."""


def _turned(items: Iterable[Furniture], width: float) -> tuple[Furniture, ...]:
    """Furniture on the facing page; what is for one page alone stands as it is given."""
    return tuple(
        each if each.on else replace(each, rect=_facing(each.rect, width)) for each in items
    )


def _facing(rect: Rect, width: float) -> Rect:
    return replace(rect, x=width - rect.right)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours on the screen, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """Relative luminance of a screen colour, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = (linear(channel) for channel in colour.screen)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """The light of a channel of sRGB, both from 0 to 1."""
    return channel / 12.92 if channel <= _KNEE else ((channel + 0.055) / 1.055) ** 2.4


_A_LITTLE = 0.9
"""Words that keep this part of their size or more are taken in a little."""
_KNEE = 0.04045
"""Where the transfer curve of sRGB turns from a line into a power."""
