"""What a pen draws: points, rectangles, colours, and the closed set of marks.

All lengths are PostScript points (1/72 inch). The origin is the top left corner and y grows
downwards, the way a page is read; the writer turns it over once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from briefing.diagnostics import Source

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its top left corner, width and height, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> Rect:
        """The same rectangle, `dx` to the right and `dy` down."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> Rect:
        """The rectangle with `by` points added on all four sides."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def shared(self, other: Rect) -> Rect:
        """What lies in both rectangles; without width or height if nothing does."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(0.0, right - x), max(0.0, bottom - y))

    def overlaps(self, other: Rect, tolerance: float = 0.01) -> bool:
        """Whether the two share more than a line `tolerance` points wide."""
        return (
            self.x < other.right - tolerance
            and other.x < self.right - tolerance
            and self.y < other.bottom - tolerance
            and other.y < self.bottom - tolerance
        )

    def holds(self, other: Rect, tolerance: float = 0.01) -> bool:
        """Whether `other` lies inside, give or take `tolerance` points."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


@dataclass(frozen=True, slots=True)
class Geometry:
    """The sizes of a page, in points: the trimmed page, the bleed, the slug beyond it for marks."""

    width: float
    height: float
    bleed: float = 3 * MM
    slug: float = 7 * MM

    @property
    def trim(self) -> Rect:
        """The trimmed page; its top left corner is the origin of all coordinates."""
        return Rect(0, 0, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Spot:
    """An ink of its own, mixed before printing: the name of its plate, and how much is laid.

    `alternate` is what stands for the full ink in CMYK where it is not printed; `tint` is the part
    of the full ink. All are from 0 to 1.
    """

    name: str
    alternate: tuple[float, float, float, float]
    tint: float = 1.0


def spoken(ink: str) -> str:
    """A spot colour's name without case, blanks, and the letters for the kind of paper.

    Names that differ in these alone are one ink to whoever mixes it, and two plates to a press.
    """
    words = ink.lower().split()
    if len(words) > 1 and words[-1] in _FINISHES:
        words.pop()
    return "".join(words)


_FINISHES = ("cvc", "cvu", "cv", "cp", "c", "u", "m")


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the brand by name, with what the screen and the press get.

    `screen` is sRGB, `press` is CMYK, components from 0 to 1. A colour without a press value
    cannot go into a press file: nothing is converted by arithmetic. One with a `spot` is printed in
    that ink; its press value is what the ink looks like in CMYK. `edge` is the colour of a thin
    line just within what a chart fills with a colour too faint to be seen on its ground.
    """

    name: str
    screen: tuple[float, float, float]
    press: tuple[float, float, float, float] | None = None
    edge: Colour | None = None
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A printed figure with its birth certificate: the table and the cell it comes from.

    `value` is unrounded (a share from 0 to 1, a count, a score); `text` is what is printed;
    `cell` names the cell within `table` (``commenting.engaged``), `kind` what was taken of it
    (``pct``, ``count``, ``base`` …). `base` is the unweighted number it is of, `where` the place in
    the words. `claimed` says that `text` is an author's own words, proved of the cell; `others` are
    the further cells that the same words were proved of, or set beside: those of the kind ``among
    pct`` or ``less pct``. `means` is what the author says that claimed words mean, which is what
    was proved. `sentence` is what the words stand in; figures of charts have none.
    """

    value: Fraction
    text: str
    table: str
    cell: str
    kind: str = "pct"
    base: int | None = None
    where: Source | None = None
    claimed: bool = False
    others: tuple[Number, ...] = ()
    means: str = ""
    sentence: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Glyph:
    """One shaped glyph: its index in the face, its advance and offset in thousandths of an em.

    `text` is the piece of the original words it stands for; it is empty for all but the first
    glyph of a cluster, and longer than one character for a ligature. `natural` is the advance the
    face itself gives, from which kerning departs; a mark that is set over what stands before it has
    none. `face` names the fallback face that the glyph is taken from; it is empty for the run's
    own.
    """

    index: int
    advance: float
    natural: float
    text: str
    dx: float = 0.0
    dy: float = 0.0
    face: str = ""


def clusters(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """Glyphs by what they say: a letter with its marks, or a ligature, each."""
    cluster: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text and cluster:
            yield tuple(cluster)
            cluster = []
        cluster.append(glyph)
    if cluster:
        yield tuple(cluster)


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Words shaped in one face at one size, ready to be written as they stand.

    The whole run is drawn `stretch` times as wide as its glyphs and their advances say; `width` is
    what it is then.
    """

    face: str
    size: float
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    stretch: float = 1.0


Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""One step of a path as in PDF: ``m`` (x, y), ``l`` (x, y), ``c`` (three points), ``h`` ()."""

Path: TypeAlias = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A run of glyphs whose baseline starts at (x, y).

    One that is `unseen` takes part in tagged files alone, and is not drawn there either: a blank
    that stands for something heard which is printed nowhere.
    """

    x: float
    y: float
    run: GlyphRun
    colour: Colour
    number: Number | None = None
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A path that is filled, stroked or both. `stroke_width` and `dash` are in points."""

    path: Path
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 0.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    clip: Rect | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture from a file of the project, placed in a rectangle."""

    rect: Rect
    path: str


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that can be followed: to a web address, or to an anchor written ``#name``."""

    rect: Rect
    target: str
    contents: str


Mark: TypeAlias = Text | Shape | Picture | Link


def reach(marks: Iterable[Mark]) -> Rect | None:
    """The rectangle round what marks draw; nothing if they draw nothing.

    Words reach as far as letters of most faces do, curves as far as their control points.
    """
    held = [each for mark in marks if (each := _held(mark)) is not None]
    if not held:
        return None
    x, y = min(each.x for each in held), min(each.y for each in held)
    right, bottom = max(each.right for each in held), max(each.bottom for each in held)
    return Rect(x, y, right - x, bottom - y)


def _held(mark: Mark) -> Rect | None:
    if isinstance(mark, Picture):
        return mark.rect
    if isinstance(mark, Text):
        if mark.unseen:
            return None
        size = mark.run.size
        return Rect(mark.x, mark.y - size, mark.run.width, size * (1 + _DESCENT))
    if isinstance(mark, Link):
        return None
    across = [value for _, numbers in mark.path for value in numbers[::2]]
    down = [value for _, numbers in mark.path for value in numbers[1::2]]
    if not across:
        return None
    x, y = min(across), min(down)
    held = Rect(x, y, max(across) - x, max(down) - y).grown(mark.stroke_width / 2)
    return held if mark.clip is None else held.shared(mark.clip)


_DESCENT = 0.3
"""How far letters reach below their line, in sizes; above it no letter reaches beyond one."""


def rectangle(rect: Rect, radius: float = 0.0) -> Path:
    """A rectangle as a path, its corners rounded by `radius` points."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    r = min(radius, rect.width / 2, rect.height / 2)
    if r <= 0:
        return (
            ("m", (x, y)),
            ("l", (right, y)),
            ("l", (right, bottom)),
            ("l", (x, bottom)),
            ("h", ()),
        )
    k = r * (1 - _QUARTER)
    return (
        ("m", (x + r, y)),
        ("l", (right - r, y)),
        ("c", (right - k, y, right, y + k, right, y + r)),
        ("l", (right, bottom - r)),
        ("c", (right, bottom - k, right - k, bottom, right - r, bottom)),
        ("l", (x + r, bottom)),
        ("c", (x + k, bottom, x, bottom - k, x, bottom - r)),
        ("l", (x, y + r)),
        ("c", (x, y + k, x + k, y, x + r, y)),
        ("h", ()),
    )


def frame(rect: Rect, line: float) -> Path:
    """A frame `line` points wide along the inside of a rectangle's edges, as one path.

    The inner edge runs the other way round, so that it is a hole. Of four lines each would be moved
    to whole pixels by itself, and corners would show a stray one.
    """
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    return (
        *rectangle(rect),
        ("m", (x + line, y + line)),
        ("l", (x + line, bottom - line)),
        ("l", (right - line, bottom - line)),
        ("l", (right - line, y + line)),
        ("h", ()),
    )


def circle(x: float, y: float, radius: float) -> Path:
    """A circle round (x, y), all in points, as four Bézier curves."""
    return rectangle(Rect(x - radius, y - radius, 2 * radius, 2 * radius), radius)


def line(x1: float, y1: float, x2: float, y2: float) -> Path:
    """A straight line as a path."""
    return (("m", (x1, y1)), ("l", (x2, y2)))


_QUARTER = 0.5522847498307936
"""The control point of the Bézier curve that is nearest to a quarter of a circle."""


def moved_path(path: Path, dx: float, dy: float, scale: float = 1.0) -> Path:
    """The path scaled about the origin, then moved."""
    return tuple(
        (
            step,
            tuple(value * scale + (dy if place % 2 else dx) for place, value in enumerate(numbers)),
        )
        for step, numbers in path
    )
