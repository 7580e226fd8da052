"""Outlines and lines: built, filled, stroked, clipped by (ISO 32000-1, 8.5)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.preflight.numeric import scale
from briefing.preflight.painted import Bounds, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.preflight.reader import Reader

_CORNERS = 5
_PARTS = 256
"""How many lines of one path are looked at one by one."""


def begin(reader: Reader, values: Sequence[float]) -> None:
    """Begin a line or an outline (m)."""
    reader.starts.append(len(reader.xs))
    point(reader, values)


def point(reader: Reader, values: Sequence[float]) -> None:
    """Go on to a point (l)."""
    reader.xs.append(values[0])
    reader.ys.append(values[1])


def curve(reader: Reader, values: Sequence[float]) -> None:
    """Go on by a curve, held by its control points (c, v, y)."""
    reader.xs += values[::2]
    reader.ys += values[1::2]
    reader.curved = True


def rectangle(reader: Reader, values: Sequence[float]) -> None:
    """Add a rectangle (re)."""
    x, y, width, height = values
    reader.starts.append(len(reader.xs))
    reader.xs += (x, x + width, x + width, x)
    reader.ys += (y, y, y + height, y + height)


def clip(reader: Reader, _: bytes) -> None:
    """Ask that the path clips, once it has been painted (W)."""
    reader.clipping = True


def paint(reader: Reader, *, fill: bool, stroke: bool) -> None:
    """Paint the path, clip by it if that was asked, and begin another (8.5.3)."""
    if reader.xs:
        state = reader.state
        xs, ys = reader.xs, reader.ys
        bounds = Bounds(min(xs), min(ys), max(xs), max(ys)).under(state.ctm)
        if fill:
            reader.keep(Kind.FILL, bounds, state.fill, thin=_is_bar(reader))
        if stroke:
            width = state.width * scale(state.ctm)
            for part in _parts(reader) if len(reader.starts) > 1 else (bounds,):
                grown = part.grown(max(width / 2, 0.01))
                reader.keep(Kind.LINE, grown, state.stroke, width=width, stroke=True)
        if reader.clipping:
            state.clip = state.clip.shared(bounds)
    reader.clipping = reader.curved = False
    reader.xs, reader.ys, reader.starts = [], [], []


def _parts(reader: Reader) -> Iterator[Bounds]:
    """The bounds of each line of a path by itself; one holds what is left of very many."""
    starts = reader.starts[:_PARTS]
    for start, end in zip(starts, (*starts[1:], len(reader.xs)), strict=True):
        xs, ys = reader.xs[start:end], reader.ys[start:end]
        if xs:
            yield Bounds(min(xs), min(ys), max(xs), max(ys)).under(reader.state.ctm)


def _is_bar(reader: Reader) -> bool:
    """Whether the path is one rectangle, and so may stand for a line."""
    if reader.curved or not 4 <= len(reader.xs) <= _CORNERS:  # noqa: PLR2004 - corners
        return False
    places = list(zip(reader.xs, reader.ys, strict=True))
    return all(
        abs(one[0] - two[0]) < 0.01 or abs(one[1] - two[1]) < 0.01  # noqa: PLR2004
        for one, two in pairwise(places)
    )


def _paint(*, fill: bool, stroke: bool) -> Callable[[Reader, bytes], None]:
    return lambda reader, _: paint(reader, fill=fill, stroke=stroke)


NUMERIC: dict[bytes, tuple[Callable[[Reader, Sequence[float]], None], int]] = {
    b"m": (begin, 2),
    b"l": (point, 2),
    b"c": (curve, 6),
    b"v": (curve, 4),
    b"y": (curve, 4),
    b"re": (rectangle, 4),
}
OTHER: dict[bytes, Callable[[Reader, bytes], None]] = {
    b"W": clip,
    b"W*": clip,
    b"n": _paint(fill=False, stroke=False),
    **dict.fromkeys((b"f", b"F", b"f*"), _paint(fill=True, stroke=False)),
    **dict.fromkeys((b"S", b"s"), _paint(fill=False, stroke=True)),
    **dict.fromkeys((b"B", b"B*", b"b", b"b*"), _paint(fill=True, stroke=True)),
}
