"""The matplotlib renderer: artists in a room become marks.

matplotlib computes the artists, nothing of them is kept but paths, words and colours. Display space
is in points and as large as the room; the renderer turns it over, so that marks count from the
room's top left corner with y downwards. The artists are drawn straight on the renderer: a `Figure`
would bring axes and projections, which cost more to import than all charts cost to draw.

Colours pass through matplotlib as codes: `Inks` gives every colour of the brand an exact RGB triple
that means nothing but its place in the table, and the renderer looks the code up again. A mark
therefore carries the brand's named colour, with its press value, and a colour that was never handed
out (a default of matplotlib) is an error instead of a surprise in print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, cast

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.path import Path as Outline
from matplotlib.transforms import Bbox

from briefing.drawing import Rect, Shape, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.backend_bases import GraphicsContextBase
    from matplotlib.transforms import Transform

    from briefing.brand.styles import TextStyle
    from briefing.drawing import Colour, Mark, Number, Path, Segment

Code = tuple[float, float, float]
"""A colour's code as matplotlib carries it: red, green and blue from 0 to 1."""

_CHANNELS = 3
"""Red, green and blue; what follows is opacity."""
_DECIMALS = 3
"""Coordinates are kept to a thousandth of a point: equal charts then have equal bytes."""


_Point: TypeAlias = tuple[float, float]


class InkError(Exception):
    """A colour, an opacity or a drawing operation that a mark cannot carry."""


class Inks:
    """The table of colours in use, each under the code by which it passes through matplotlib."""

    def __init__(self) -> None:
        self._codes: dict[Colour, Code] = {}
        self._colours: dict[tuple[int, ...], Colour] = {}

    def code(self, colour: Colour) -> Code:
        """The code of a colour, the same every time it is asked for."""
        if colour not in self._codes:
            place = len(self._codes) + 1
            levels = (place >> 16, place >> 8 & 255, place & 255)
            self._codes[colour] = (levels[0] / 255, levels[1] / 255, levels[2] / 255)
            self._colours[levels] = colour
        return self._codes[colour]

    def colour(self, code: Sequence[float]) -> Colour | None:
        """The colour behind a code; nothing if it is wholly transparent."""
        opacity = code[3] if len(code) > _CHANNELS else 1.0
        if opacity == 0:
            return None
        if opacity != 1:
            raise InkError(f"an opacity of {opacity:g}: colours are named, they are not mixed")
        levels = tuple(round(float(level) * 255) for level in code[:3])
        if levels not in self._colours:
            raise InkError(f"{levels} is the code of no colour of the brand")
        return self._colours[levels]


class Words(Artist):
    """Words in a type style of the document, placed by their baseline, with their figure."""

    def __init__(
        self,
        x: float,
        y: float,
        words: str,
        style: TextStyle,
        *,
        strong: bool = False,
        number: Number | None = None,
    ) -> None:
        super().__init__()
        self._x, self._y, self._text = x, y, words
        self.style, self.strong, self.number = style, strong, number
        self.code: Code = (0.0, 0.0, 0.0)
        self.zorder = 4

    def draw(self, renderer: Any) -> None:
        """Hand the words over where their baseline starts; there is nothing to lay out."""
        x, y = self.get_transform().transform((self._x, self._y))
        gc = renderer.new_gc()
        gc.set_foreground(self.code, isRGBA=True)
        renderer.draw_text(gc, x, y, self._text, None, 0, mtext=self)
        self.stale = False

    def get_window_extent(
        self, renderer: RendererBase | None = None, dpi: float | None = None
    ) -> Bbox:
        """The box of the words in display space, by the metrics of their own face."""
        del renderer, dpi
        run, metrics = self.style.run(self._text, strong=self.strong), self.style.face().metrics
        x, y = self.get_transform().transform((self._x, self._y))
        em = run.size / 1000
        return Bbox([[x, y + metrics.descent * em], [x + run.width, y + metrics.ascent * em]])


class MarkRenderer(RendererBase):
    """Collects what artists draw as marks, in a room of `width` by `height` points."""

    def __init__(self, width: float, height: float, inks: Inks) -> None:
        super().__init__()
        self.width, self.height = width, height
        self._inks = inks
        self.marks: list[Mark] = []

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Outline,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803 - matplotlib's own name
    ) -> None:
        """Turn an outline into a shape: filled, stroked or both."""
        if gc.get_hatch():
            raise InkError("a hatch: shapes are filled with one colour")
        fill = None if rgbFace is None else self._inks.colour(rgbFace)
        width = round(float(gc.get_linewidth()), _DECIMALS)
        stroke = self._inks.colour(gc.get_rgb()) if width else None
        if fill is None and stroke is None:
            return
        self.marks.append(
            Shape(
                self._steps(path, transform),
                fill,
                stroke,
                width if stroke else 0.0,
                self._dash(gc) if stroke else (),
                round_ends=stroke is not None and gc.get_capstyle() == "round",
                clip=self._clip(gc),
            )
        )

    def draw_path_collection(  # noqa: PLR0917 - matplotlib's signature
        self,
        gc: Any,
        master_transform: Any,
        paths: Any,
        all_transforms: Any,
        offsets: Any,
        offset_trans: Any,
        facecolors: Any,
        edgecolors: Any,
        *others: Any,
        **more: Any,
    ) -> None:
        """Fill many outlines at once; a collection of any other sort goes the general way."""
        plain = not len(all_transforms) and not len(edgecolors) and not np.any(offsets)
        if not plain or len(facecolors) != len(paths):
            super().draw_path_collection(
                gc,
                master_transform,
                paths,
                all_transforms,
                offsets,
                offset_trans,
                facecolors,
                edgecolors,
                *others,
                **more,
            )
            return
        clip = self._clip(gc)
        for path, face in zip(paths, facecolors.tolist(), strict=True):
            fill = self._inks.colour(face)
            self.marks.append(Shape(self._steps(path, master_transform), fill, clip=clip))

    def draw_text(  # noqa: PLR0917 - matplotlib's signature
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: object,
        angle: float,
        ismath: object = False,  # noqa: FBT002 - matplotlib's signature
        mtext: object = None,
    ) -> None:
        """Shape words in their own style; only `Words` have one."""
        del prop, ismath
        if not isinstance(mtext, Words):
            raise InkError(f"{s!r} has no type style of the document")
        if angle:
            raise InkError(f"{s!r} is set at {angle:g} degrees: words stand horizontally")
        run = mtext.style.run(s, strong=mtext.strong)
        colour = self._inks.colour(gc.get_rgb())
        if colour is None:
            raise InkError(f"{s!r} has no colour")
        self.marks.append(Text(_tidy(x), _tidy(self.height - y), run, colour, mtext.number))

    def draw_image(self, *_: object, **__: object) -> None:
        """Refuse: a chart holds no raster picture."""
        raise InkError("a raster picture in a chart")

    def draw_gouraud_triangles(self, *_: object, **__: object) -> None:
        """Refuse: a shading has no press value."""
        raise InkError("a shading: shapes are filled with one colour")

    def get_text_width_height_descent(
        self, s: str, prop: Any, ismath: object
    ) -> tuple[float, float, float]:
        """Measure words whose properties are a type style; refuse others."""
        del ismath
        if not hasattr(prop, "run"):
            raise InkError(f"{s!r} has no type style of the document")
        style = cast("TextStyle", prop)
        em, metrics = style.size / 1000, style.face().metrics
        height = (metrics.ascent - metrics.descent) * em
        return style.run(s).width, height, -metrics.descent * em

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The room in points."""
        return self.width, self.height

    def points_to_pixels(self, points: Any) -> Any:
        """A pixel is a point."""
        return points

    def flipy(self) -> bool:
        """Display space has y upwards; marks are turned over when they are made."""
        return False

    def _steps(self, path: Outline, transform: Transform) -> Path:
        corners = np.asarray(transform.transform(path.vertices)) * (1, -1) + (0, self.height)
        points = [(x, y) for x, y in (np.round(corners, _DECIMALS) + 0.0).tolist()]
        if path.codes is None:
            return (("m", points[0]), *(("l", point) for point in points[1:]))
        return tuple(_segments(points, np.asarray(path.codes).tolist()))

    def _dash(self, gc: GraphicsContextBase) -> tuple[float, ...]:
        _, pattern = gc.get_dashes()
        return () if pattern is None else tuple(_tidy(length) for length in np.asarray(pattern))

    def _clip(self, gc: GraphicsContextBase) -> Rect | None:
        if gc.get_clip_path()[0] is not None:
            raise InkError("a clip that is no rectangle")
        box = gc.get_clip_rectangle()
        if box is None:
            return None
        return Rect(_tidy(box.x0), _tidy(self.height - box.y1), _tidy(box.width), _tidy(box.height))


def _segments(points: list[_Point], codes: list[int]) -> Iterable[Segment]:
    """Translate matplotlib's vertices and codes; a quadratic curve becomes a cubic one."""
    place, last = 0, (0.0, 0.0)
    while place < len(points):
        code, point = codes[place], points[place]
        if code == Outline.MOVETO:
            yield "m", point
        elif code == Outline.LINETO:
            yield "l", point
        elif code == Outline.CURVE4:
            second, point = points[place + 1], points[place + 2]
            yield "c", (*points[place], *second, *point)
            place += 2
        elif code == Outline.CURVE3:
            yield "c", _cubic(last, point, points[place + 1])
            place, point = place + 1, points[place + 1]
        elif code == Outline.CLOSEPOLY:
            yield "h", ()
            point = last
        last = point
        place += 1


def _cubic(start: _Point, control: _Point, end: _Point) -> tuple[float, ...]:
    pull = 2 / 3
    inner = (
        start[0] + pull * (control[0] - start[0]),
        start[1] + pull * (control[1] - start[1]),
        end[0] + pull * (control[0] - end[0]),
        end[1] + pull * (control[1] - end[1]),
    )
    return (*(_tidy(value) for value in inner), *end)


def _tidy(value: float) -> float:
    """A coordinate without float noise, and without a negative zero."""
    return round(float(value), _DECIMALS) + 0.0
