"""The formats of a brand: page sizes with their grids, type styles and masters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefing.brand.entries import Entries, UnusableError
from briefing.brand.model import (
    AS_DESIGNED,
    CHART_STYLES,
    Area,
    Arrangement,
    Format,
    Furniture,
    Grid,
    Ground,
    Master,
    Step,
    TextStyle,
    nearest,
    up,
)
from briefing.drawing import MM, Geometry, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.brand.marked import Key
    from briefing.fonts import Face

_STYLE_KEYS = (
    "family",
    "size",
    "leading",
    "colour",
    "gap",
    "features",
    "align",
    "balanced",
    "hyphens",
    "hanging",
)
_FORMAT_KEYS = (
    "page",
    "facing",
    "grid",
    "minimum",
    "copyfit",
    "continues",
    "styles",
    "furniture",
    "masters",
)
_STEP_KEYS = ("size", "leading", "gap")
_FACING = ("left", "right")
_AREA_KEYS = ("at", "box", "takes", "scheme", "flow", "gutter", "align", "styles", "larger")
NARROW = 45.0
"""Characters a line below which a style with ``hyphens: true`` hyphenates."""
_GROUND_KEYS = ("at", "box", "colour", "radius", "drawing", "scheme")
_FURNITURE_KEYS = ("at", "box", "text", "drawing", "style", "align", "scheme")


@dataclass(frozen=True, slots=True)
class FormatReader:
    """Reads the formats of one brand, whose faces, schemes and colours are known."""

    entries: Entries
    faces: Mapping[str, Face]
    schemes: frozenset[str]
    colours: frozenset[str]

    def format(self, name: str) -> Format:
        """Read one format by its name."""
        path: Key = ("defaults", "briefing", "formats", name)
        given = self.entries.mapping(*path)
        self.entries.only(given, _FORMAT_KEYS, path)
        width, height = (float(side) * MM for side in given.get("page", (210, 297)))
        grid = self._grid(given.get("grid", {}))
        pages = _PageReader(self.entries, path, width, grid, self.schemes, self.colours)
        return Format(
            name=name,
            geometry=Geometry(width, height),
            grid=grid,
            styles=self._styles((*path, "styles"), grid.baseline),
            masters=self._masters(given, path, pages),
            minimum=float(given.get("minimum", 8)),
            facing=self._facing(given, path),
            steps=self._steps(given, path),
        )

    def _masters(self, given: dict[str, Any], path: Key, pages: _PageReader) -> dict[str, Master]:
        masters = {name: pages.master(name) for name in given.get("masters", {})}
        for place, name in enumerate(given.get("continues", ())):
            where = (*path, "continues", str(place))
            try:
                known = self.entries.known(name, masters, "page", where)
            except UnusableError:
                continue
            masters[known] = replace(masters[known], continues=True)
        return masters

    def _steps(self, given: dict[str, Any], path: Key) -> tuple[Step, ...]:
        """What copyfit may do: the design, then each step that the brand allows."""
        return (AS_DESIGNED, *_steps(self.entries, given.get("copyfit", ()), (*path, "copyfit")))

    def _facing(self, given: dict[str, Any], path: Key) -> str:
        if "facing" not in given:
            return ""
        try:
            return self.entries.known(given["facing"], _FACING, "side", (*path, "facing"))
        except UnusableError:
            return ""

    def _grid(self, given: dict[str, Any]) -> Grid:
        return Grid(
            left=float(given.get("left", 16)) * MM,
            right=float(given.get("right", 16)) * MM,
            top=float(given.get("top", 14)) * MM,
            bottom=float(given.get("bottom", 16)) * MM,
            columns=int(given.get("columns", 12)),
            gutter=float(given.get("gutter", 4)) * MM,
            baseline=float(given.get("baseline", 3.5)),
        )

    def _family(self, name: str, path: Key) -> tuple[Face, Face, Face, Face]:
        given = self.entries.mapping("defaults", "briefing", "families", name)

        def face(cut: str) -> Face:
            wanted = given.get(cut, given.get("roman"))
            return self.faces[self.entries.known(wanted, self.faces, "face", path)]

        return face("roman"), face("bold"), face("italic"), face("bold_italic")

    def _styles(self, path: Key, baseline: float) -> dict[str, TextStyle]:
        """The type styles; but in charts, leading and white are whole numbers of the baseline."""
        styles = {}
        for name, given in self.entries.mapping(*path).items():
            here = (*path, name)
            self.entries.only(given, _STYLE_KEYS, here)
            try:
                family = self._family(str(given.get("family", "text")), here)
            except UnusableError:
                continue
            size = float(given.get("size", 10))
            grid = 0.0 if name.startswith(CHART_STYLES) else baseline
            roman, bold, italic, bold_italic = family
            styles[name] = TextStyle(
                name,
                roman,
                bold,
                italic,
                bold_italic,
                size=size,
                leading=_leading(float(given.get("leading", size * 1.3)), size, grid),
                colour=str(given.get("colour", "ink")),
                gap=nearest(float(given["gap"]), grid) if given.get("gap") else 0.0,
                features=frozenset(given.get("features", ())),
                align=str(given.get("align", "left")),
                balanced=bool(given.get("balanced", False)),
                grid=grid,
                hyphens=self._hyphens(given.get("hyphens", False), (*here, "hyphens")),
                hanging=bool(given.get("hanging", False)),
            )
        return styles

    def _hyphens(self, given: object, path: Key) -> float:
        """The characters a line below which words are hyphenated: a number, or our own for true."""
        if isinstance(given, bool):
            return NARROW if given else 0.0
        if isinstance(given, int | float) and given > 0:
            return float(given)
        self.entries.fault(
            "brand-value",
            f"{given!r} does not say whether words are hyphenated",
            path,
            "Write true, false, or the characters a line below which they are.",
        )
        return 0.0


def _steps(entries: Entries, given: Iterable[dict[str, Any]], path: Key) -> Iterator[Step]:
    """Steps of copyfit: each with the parts of size, leading and gap that it leaves."""
    for place, parts in enumerate(given):
        entries.only(parts, _STEP_KEYS, (*path, str(place)))
        yield Step(**{key: float(parts.get(key, 1)) for key in _STEP_KEYS})


def _leading(given: float, size: float, grid: float) -> float:
    """A leading on the grid that never lets lines touch where the brand does not."""
    leading = nearest(given, grid)
    return up(size, grid) if leading < size <= given else leading


@dataclass(slots=True)
class _PageReader:
    """Reads the masters of one format: rectangles by grid columns (`at`) or millimetres (`box`)."""

    entries: Entries
    path: Key
    width: float
    grid: Grid
    schemes: frozenset[str]
    colours: frozenset[str]

    def master(self, name: str) -> Master:
        path = (*self.path, "masters", name)
        given = self.entries.mapping(*path)
        arrangements = tuple(self._arrangement(each, (*path, each), given[each]) for each in given)
        return Master(name, arrangements)

    def _arrangement(self, name: str, path: Key, given: dict[str, Any]) -> Arrangement:
        self.entries.only(given, ("grounds", "areas", "furniture", "seams"), path)
        grounds = [
            self._ground(each, (*path, "grounds", str(place)))
            for place, each in enumerate(given.get("grounds", ()))
        ]
        areas = [
            self._area(each, (*path, "areas", each), value)
            for each, value in given.get("areas", {}).items()
        ]
        return Arrangement(
            name,
            tuple(ground for ground in grounds if ground),
            tuple(area for area in areas if area),
            self._furniture_set(given.get("furniture", ""), (*path, "furniture")),
            tuple(self._seam(high, low) for high, low in given.get("seams", ())),
        )

    def _seam(self, high: float, low: float) -> tuple[float, float]:
        """A level that gives way; it reaches down to where the areas below it begin on the grid."""
        return float(high) * MM, up(float(low) * MM, self.grid.baseline)

    def _rect(self, given: dict[str, Any], path: Key) -> Rect:
        if "at" in given:
            first, last, top, bottom = (float(value) for value in given["at"])
            x, width = self.grid.span(int(first), int(last), self.width)
            return Rect(x, top * MM, width, (bottom - top) * MM)
        if "box" in given:
            left, top, right, bottom = (float(value) * MM for value in given["box"])
            return Rect(left, top, right - left, bottom - top)
        self.entries.fault(
            "brand-missing",
            "a place needs `at: [first column, last column, top, bottom]` "
            "or `box: [left, top, right, bottom]`",
            path,
        )
        raise UnusableError

    def _ground(self, given: dict[str, Any], path: Key) -> Ground | None:
        self.entries.only(given, _GROUND_KEYS, path)
        try:
            rect, radius = self._rect(given, path), float(given.get("radius", 0)) * MM
            if "drawing" in given:
                drawing, scheme = str(given["drawing"]), self._scheme(given, path)
                return Ground(rect, drawing=drawing, scheme=scheme)
            colour = self.entries.known(given.get("colour"), self.colours, "colour", path)
            return Ground(rect, colour, radius)
        except UnusableError:
            return None

    def _area(self, name: str, path: Key, given: dict[str, Any]) -> Area | None:
        """A place for blocks; its top is moved down to the next line of the grid."""
        self.entries.only(given, _AREA_KEYS, path)
        baseline = self.grid.baseline
        try:
            rect = self._rect(given, path)
            top = up(rect.y, baseline)
            return Area(
                name,
                Rect(rect.x, top, rect.width, rect.bottom - top),
                takes=tuple(given.get("takes", ())),
                scheme=self._scheme(given, path),
                flow=int(given.get("flow", 1)),
                gutter=float(given.get("gutter", self.grid.gutter / MM)) * MM,
                align=str(given.get("align", "top")),
                styles=str(given.get("styles", "")),
                baseline=baseline,
                larger=tuple(_steps(self.entries, given.get("larger", ()), (*path, "larger"))),
            )
        except UnusableError:
            return None

    def _scheme(self, given: dict[str, Any], path: Key) -> str:
        return self.entries.known(given.get("scheme", "paper"), self.schemes, "scheme", path)

    def _furniture_set(self, name: str, path: Key) -> tuple[Furniture, ...]:
        if not name:
            return ()
        sets = self.entries.mapping(*self.path, "furniture")
        try:
            items = sets[self.entries.known(name, sets, "furniture", path)]
            return tuple(
                self._furniture(each, (*self.path, "furniture", name, str(place)))
                for place, each in enumerate(items)
            )
        except UnusableError:
            return ()

    def _furniture(self, given: dict[str, Any], path: Key) -> Furniture:
        self.entries.only(given, _FURNITURE_KEYS, path)
        return Furniture(
            self._rect(given, path),
            text=str(given.get("text", "")),
            drawing=str(given.get("drawing", "")),
            style=str(given.get("style", "folio")),
            align=str(given.get("align", "left")),
            scheme=self._scheme(given, path),
        )
