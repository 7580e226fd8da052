"""How unlike two pictures of a page are, small differences between renderers left out.

Renderers differ in where an edge falls, in how heavy small letters are, and in how inks turn into
light; they must not differ in what is there. So a pixel counts as explained if its grey lies
between the darkest and the lightest of the other picture within two pixels (a point) of it; what is
beyond is its excess. The mean excess over a tile as large as a letter finds what is missing or
elsewhere; over a tile as large as a thumb, a pale ground. Means of colours over such tiles find a
wrong colour. All measures are in levels of 255.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import numpy.typing as npt

    Grey: TypeAlias = npt.NDArray[np.uint8]
    """Rows of pixels; of colours, rows of pixels of three."""
    Measured: TypeAlias = npt.NDArray[np.float32]
    Tones: TypeAlias = npt.NDArray[np.uint8]
    """The grey of each colour of five bits a channel."""

REACH = 2
"""Pixels by which an edge may stand elsewhere."""
LETTER = 12
"""Pixels of a side of a small tile: six points."""
GROUND = 48
"""Pixels of a side of a large tile: twenty-four points."""


@dataclass(frozen=True, slots=True)
class Unlike:
    """The largest excess over small and over large tiles, and the largest difference of colour.

    `letter_at` and the others are the left upper corners of the tiles, in pixels (x, y).
    """

    letter: float
    letter_at: tuple[int, int]
    ground: float
    ground_at: tuple[int, int]
    colour: float = 0
    colour_at: tuple[int, int] = (0, 0)


def read(path: Path) -> Grey:
    """A picture's colours."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))


def grey(colours: Grey) -> Grey:
    """How light each pixel is."""
    return np.asarray(Image.fromarray(colours).convert("L"))


def unlike(one: Grey, other: Grey, tones: Tones | None = None) -> Unlike:
    """Compare two pictures of a page; with `tones`, colours of the first are read by them."""
    height, width = (min(sizes) for sizes in zip(one.shape[:2], other.shape[:2], strict=True))
    one, other = one[:height, :width], other[:height, :width]
    mine = grey(one) if tones is None else tones[_classes(one, 3)]
    excess = _excess(mine, grey(other))
    letter, letter_at = _largest(_overlapping(excess), LETTER // 2)
    ground, ground_at = _largest(_tiles(excess, GROUND), GROUND)
    if tones is not None:
        return Unlike(letter, letter_at, ground, ground_at)
    apart = np.abs(_tiles(one, GROUND) - _tiles(other, GROUND)).max(axis=2)
    return Unlike(letter, letter_at, ground, ground_at, *_largest(apart, GROUND))


def _excess(one: Grey, other: Grey) -> Grey:
    """By how much each pixel of either lies beyond what stands around it in the other."""
    (dark, light), (low, high) = _around(one), _around(other)
    mine = np.maximum(_above(one, high), _above(low, one))
    return np.maximum(mine, np.maximum(_above(other, light), _above(dark, other)))


def _above(one: Grey, other: Grey) -> Grey:
    """By how much, where it is; unsigned numbers must not go below nought."""
    above: Grey = np.maximum(one, other) - other
    return above


def _around(picture: Grey) -> tuple[Grey, Grey]:
    """The darkest and the lightest within `REACH` of each pixel."""
    return _window(picture, np.minimum), _window(picture, np.maximum)


def _window(picture: Grey, choose: Callable[..., Grey]) -> Grey:
    """The chosen of five pixels in a column, then of five in a row: three comparisons each."""
    padded = np.pad(picture, REACH, mode="edge")
    two = choose(padded[:-1], padded[1:])
    tall = choose(choose(two[:-3], two[2:-1]), padded[4:])
    two = choose(tall[:, :-1], tall[:, 1:])
    return choose(choose(two[:, :-3], two[:, 2:-1]), tall[:, 4:])


def _tiles(picture: Grey, side: int) -> Measured:
    """Means over tiles; what is left over at the right and at the foot is not looked at."""
    rows, columns = picture.shape[0] // side, picture.shape[1] // side
    whole = np.ascontiguousarray(picture[: rows * side, : columns * side])
    return np.asarray(Image.fromarray(whole).reduce(side), dtype=np.float32)


def _overlapping(excess: Grey) -> Measured:
    """Means over small tiles that begin at every half: a letter stands whole in one of them."""
    half = _tiles(excess, LETTER // 2)
    quarters = half[:-1, :-1] + half[1:, :-1] + half[:-1, 1:] + half[1:, 1:]
    return quarters / np.float32(4)


def _largest(means: Measured, side: int) -> tuple[float, tuple[int, int]]:
    row, column = np.unravel_index(int(means.argmax()), means.shape)
    return float(means[row, column]), (int(column) * side, int(row) * side)


# -- inks ------------------------------------------------------------------------------------------

_SPARSE = 4
"""Every fourth pixel of every fourth row is enough to learn from."""
LUMA = np.array([0.299, 0.587, 0.114])
"""How light red, green and blue are (ITU-R BT.601, as Pillow reckons)."""
_HELD = 30.0
"""How strongly plain greys hold against a few pixels: what about thirty of a colour outweigh."""
_ENOUGH = 40
"""Pixels of a colour, of those looked at, before it is learnt from."""


def learnt(pairs: Iterable[tuple[Grey, Grey]]) -> Tones:
    """How one renderer's colours come out as another's greys, over all pages of a file.

    Each turns CMYK into light in its own way, which is smooth; so what the flat areas show beyond
    plain greys is fitted by a polynomial of second degree in red, green and blue, held back where
    few colours are seen. Ten coefficients for a whole file are too few to learn that a chart is
    missing on a page.
    """
    bins = 1 << 12
    count, light = np.zeros(bins), np.zeros(bins)
    colour = np.zeros((bins, 3))
    for one, other in pairs:
        colours, greys = _flat(one, other)
        classes = _classes(colours, 4)
        count += np.bincount(classes, minlength=bins)
        light += np.bincount(classes, weights=greys, minlength=bins)
        for channel in range(3):
            colour[:, channel] += np.bincount(classes, colours[:, channel], minlength=bins)
    seen = count >= _ENOUGH
    weight = np.sqrt(np.minimum(count[seen], 3_000))[:, None]
    means = colour[seen] / count[seen, None]
    terms = _terms(means) * weight
    wanted = (light[seen] / count[seen] - means @ LUMA) * weight[:, 0]
    held = terms.T @ terms + _HELD * np.eye(terms.shape[1])
    fitted = np.linalg.solve(held, terms.T @ wanted)
    steps = np.arange(32) * 8 + 4
    cube = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)
    tones: Tones = np.clip(cube @ LUMA + _terms(cube) @ fitted, 0, 255).astype(np.uint8)
    return tones


def _flat(one: Grey, other: Grey) -> tuple[Grey, Grey]:
    """The colours and greys of the pixels around which neither picture changes."""
    height, width = (min(sizes) for sizes in zip(one.shape[:2], other.shape[:2], strict=True))
    one, light = one[:height, :width], grey(other)[:height, :width]
    still = np.ones((height, width), dtype=bool)
    for picture in (grey(one), light):
        low, high = _around(picture)
        still &= high - low <= 1
    chosen = still[::_SPARSE, ::_SPARSE]
    return one[::_SPARSE, ::_SPARSE][chosen], light[::_SPARSE, ::_SPARSE][chosen]


def _classes(colours: Grey, dropped: int) -> npt.NDArray[np.int32]:
    """The number of each colour's class, the lowest bits of each channel dropped."""
    bits = 8 - dropped
    red, green, blue = (colours[..., place].astype(np.int32) >> dropped for place in range(3))
    return red << 2 * bits | green << bits | blue


def _terms(colours: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    red, green, blue = (colours[:, place] / 255 for place in range(3))
    products = (red * red, green * green, blue * blue, red * green, red * blue, green * blue)
    return np.stack([np.ones_like(red), red, green, blue, *products], axis=1)


def pairs(ones: Iterable[Path], others: Iterable[Path]) -> Iterator[tuple[Grey, Grey]]:
    """The pictures of page after page, read when they are wanted."""
    for one, other in zip(ones, others, strict=True):
        yield read(one), read(other)
