"""What a page paints, as values: each object with its place, its inks, its size and its way there.

Lengths are points of the page as it is printed, the origin at the lower left as in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The four inks of the process, as they are named in Separation and DeviceN spaces (8.6.6.4)."""

FAINT = 0.005
"""Below this share of full tone there is no ink: half a step of the tones that plates hold."""


class Bounds(NamedTuple):
    """A rectangle by two corners, lower left and upper right."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    def meets(self, other: Bounds) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def holds(self, other: Bounds, tolerance: float = 0.01) -> bool:
        """Whether `other` lies within, give or take some points of rounding."""
        return (
            other.left >= self.left - tolerance
            and other.bottom >= self.bottom - tolerance
            and other.right <= self.right + tolerance
            and other.top <= self.top + tolerance
        )

    def shared(self, other: Bounds) -> Bounds:
        """What lies in both; turned inside out where nothing does."""
        return Bounds(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def grown(self, by: float) -> Bounds:
        """The rectangle with `by` points added on all sides."""
        return Bounds(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def under(self, matrix: Matrix) -> Bounds:
        """What holds the rectangle once a matrix has moved its corners."""
        a, b, c, d, e, f = matrix
        xs = [a * x + c * y + e for x in (self.left, self.right) for y in (self.bottom, self.top)]
        ys = [b * x + d * y + f for x in (self.left, self.right) for y in (self.bottom, self.top)]
        return Bounds(min(xs), min(ys), max(xs), max(ys))


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first`, and then the other (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


class Kind(Enum):
    """What is painted, in the words of a finding."""

    TEXT = "text"
    FILL = "area"
    LINE = "line"
    PICTURE = "picture"
    MASK = "one-bit picture"
    SHADING = "shading"


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour: its space, its values there, and the inks it lays.

    `inks` holds each ink's share of full tone by its name; None where the space is not one of inks
    (RGB, Lab) or the values are not those of one colour (pictures, shadings).
    """

    space: str
    values: tuple[float, ...] = ()
    inks: tuple[tuple[str, float], ...] | None = None
    rgb: bool = False
    device: bool = False
    everywhere: bool = False
    """Whether it is the registration colour, Separation All."""

    @property
    def laid(self) -> tuple[str, ...]:
        """The inks that are laid at all."""
        return tuple(name for name, share in self.inks or () if share > FAINT)

    @property
    def total(self) -> float | None:
        """All inks together, in per cent; None where they are not known."""
        if self.inks is None:
            return None
        return 100 * sum(share for _, share in self.inks)


@dataclass(frozen=True, slots=True)
class Painted:
    """One painted object.

    `width` is a line's on the page, `size` the height of type, both in points; `resolution` the
    coarser of a picture's two, in pixels an inch. `path` leads from the page to the object by the
    names of forms, patterns and fonts.
    """

    kind: Kind
    bounds: Bounds
    tint: Tint
    path: tuple[str, ...] = ()
    width: float = 0.0
    size: float = 0.0
    resolution: float = 0.0
    words: str = ""
    overprint: bool = False
    mode: int = 0
    blend: str = "Normal"
    repeated: bool = False
    """Whether it is part of a pattern or of a letter, and so has no one place."""
    thin: bool = False
    """Whether it is a filled rectangle that may stand for a line."""

    @property
    def area(self) -> float:
        """The area of its bounds, in square points."""
        return max(0.0, self.bounds.width) * max(0.0, self.bounds.height)


class Role(Enum):
    """As what a dictionary was met on the way."""

    FONT = "font"
    STATE = "graphics state"
    FORM = "form"
    PICTURE = "picture"
    SPACE = "colour space"
    GROUP = "transparency group"


@dataclass(frozen=True, slots=True)
class Met:
    """A resource in use: what it is, its dictionary, the way to it, and a name to print."""

    role: Role
    holder: DictionaryObject
    path: tuple[str, ...]
    name: str = ""
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A spot colour as a space defines it: its name, and its alternate at full tone."""

    name: str
    alternate: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a page shows: what it paints in order, the resources it uses, what stayed unread."""

    painted: tuple[Painted, ...]
    met: tuple[Met, ...]
    spots: tuple[Spot, ...]
    unread: tuple[tuple[tuple[str, ...], str], ...]
