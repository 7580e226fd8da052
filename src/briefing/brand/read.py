"""styles/<brand>/_brand.yml → `Brand`: the public brand.yml convention, our print values in it.

`color`, `typography` and `logo` follow brand.yml; what print needs beside them (press colours,
schemes, grids, masters) stands under ``defaults.briefing``. Lengths there are millimetres, type
sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import yaml

from briefing.brand.drawings import read_drawing
from briefing.brand.marked import MarkedFile, read_marked
from briefing.brand.model import (
    Area,
    Arrangement,
    Brand,
    Drawing,
    Format,
    Furniture,
    Grid,
    Ground,
    Master,
    Scheme,
    TextStyle,
    Tones,
)
from briefing.drawing import MM, Colour, Geometry, Rect
from briefing.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing.diagnostics import Diagnostics

ROLES = ("ground", "ink", "quiet", "accent", "rule", "tint")
FACES = ("roman", "bold", "italic", "bold_italic")


class _UnusableError(Exception):
    """A value that cannot be read; it has been reported, the part that holds it is left out."""


def read_brand(folder: Path, diagnostics: Diagnostics) -> Brand | None:
    """Read a brand folder; every fault goes to `diagnostics`, None says that there were errors."""
    file = folder / "_brand.yml"
    shown = f"{folder.name}/_brand.yml"
    if not file.is_file():
        diagnostics.error(
            "no-brand", f"there is no brand at {shown}", None, "Name a folder of styles/."
        )
        return None
    try:
        marked = read_marked(file, shown)
    except yaml.YAMLError as fault:
        diagnostics.error("brand-syntax", f"{shown} is not YAML: {fault}")
        return None
    before = len(diagnostics.errors)
    brand = _Reader(folder, marked, diagnostics).brand()
    return brand if len(diagnostics.errors) == before else None


@dataclass(slots=True)
class _Reader:
    """Reads one brand file; each method makes one kind of value and reports its faults."""

    folder: Path
    file: MarkedFile
    diagnostics: Diagnostics

    def brand(self) -> Brand:
        ours = self._mapping("defaults", "briefing")
        palette = self._palette(ours)
        faces = self._faces(ours)
        schemes = {name: self._scheme(name, palette) for name in ours.get("schemes", {})}
        names = set(palette)
        return Brand(
            name=str(self._mapping("meta").get("name", self.folder.name)),
            palette=palette,
            schemes=schemes,
            tones=self._tones(ours, palette),
            formats={
                name: self._format(name, faces, set(schemes), names)
                for name in ours.get("formats", {})
            },
            drawings=self._drawings(ours),
            faces=faces,
        )

    # -- finding values -------------------------------------------------------------------------

    def _mapping(self, *path: str) -> dict[str, Any]:
        value: Any = self.file.values
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, dict):
            return value
        self._fault("brand-missing", f"{'.'.join(path)} is missing", path)
        return {}

    def _fault(self, code: str, message: str, path: Iterable[str], hint: str = "") -> None:
        self.diagnostics.error(code, message, self.file.where(*path), hint)

    def _known(self, name: object, known: Iterable[str], what: str, path: tuple[str, ...]) -> str:
        if isinstance(name, str) and name in (options := sorted(known)):
            return name
        near = get_close_matches(str(name), options := sorted(known), 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(options)}."
        self._fault("brand-unknown", f"{name!r} is no {what} of this brand", path, hint)
        raise _UnusableError

    def _only(self, given: dict[str, Any], allowed: Iterable[str], path: tuple[str, ...]) -> None:
        for key in given:
            if key not in (names := sorted(allowed)):
                near = get_close_matches(key, names, 1)
                hint = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(names)}."
                self._fault("brand-key", f"unknown key {key!r}", (*path, key), hint)

    # -- colours --------------------------------------------------------------------------------

    def _palette(self, ours: dict[str, Any]) -> dict[str, Colour]:
        screen = self._mapping("color", "palette")
        press = ours.get("press", {})
        palette = {}
        for name, value in screen.items():
            path = ("color", "palette", name)
            rgb = _hex(value)
            if rgb is None:
                self._fault("brand-colour", f"{value!r} is not a colour", path, "Write it #rrggbb.")
                continue
            palette[name] = Colour(name, rgb, self._press(name, press.get(name)))
        for name in ("ink", "paper"):
            if name not in palette:
                self._fault("brand-missing", f"the palette has no {name!r}", ("color", "palette"))
                palette[name] = Colour(name, (0, 0, 0))
        for name in press:
            if name not in screen:
                path = ("defaults", "briefing", "press", name)
                self._fault("brand-unknown", f"{name!r} is not in color.palette", path)
        return palette

    def _press(self, name: str, value: object) -> tuple[float, float, float, float] | None:
        if value is None:
            return None
        if (
            isinstance(value, list)
            and len(value) == 4  # noqa: PLR2004 - cyan, magenta, yellow, black
            and all(isinstance(part, int | float) and 0 <= part <= 100 for part in value)  # noqa: PLR2004
        ):
            cyan, magenta, yellow, black = (float(part) / 100 for part in value)
            return (cyan, magenta, yellow, black)
        path = ("defaults", "briefing", "press", name)
        self._fault(
            "brand-colour",
            f"{value!r} is not a press colour",
            path,
            "Write [C, M, Y, K] in per cent.",
        )
        return None

    def _scheme(self, name: str, palette: dict[str, Colour]) -> Scheme:
        path = ("defaults", "briefing", "schemes", name)
        given = self._mapping(*path)
        self._only(given, ROLES, path)
        roles = {}
        for role in ROLES:
            try:
                roles[role] = palette[
                    self._known(given.get(role), palette, "colour", (*path, role))
                ]
            except _UnusableError:
                roles[role] = palette["ink"]
        return Scheme(name, roles)

    def _tones(self, ours: dict[str, Any], palette: dict[str, Colour]) -> Tones:
        path = ("defaults", "briefing", "charts")
        given = ours.get("charts", {})

        def several(key: str) -> tuple[Colour, ...]:
            names = given.get(key, [])
            return tuple(one(name, (*path, key)) for name in names) or (palette["ink"],)

        def one(name: object, where: tuple[str, ...]) -> Colour:
            try:
                return palette[self._known(name, palette, "colour", where)]
            except _UnusableError:
                return palette["ink"]

        def single(key: str) -> Colour:
            return one(given.get(key), (*path, key))

        return Tones(
            positive=several("positive"),
            negative=several("negative"),
            sequence=several("sequence"),
            neutral=single("neutral"),
            dont_know=single("dont_know"),
            not_applicable=single("not_applicable"),
            highlight=single("highlight"),
            muted=single("muted"),
            comparison=single("comparison"),
        )

    # -- faces and styles -----------------------------------------------------------------------

    def _faces(self, ours: dict[str, Any]) -> dict[str, Face]:
        faces = {}
        for name, value in ours.get("faces", {}).items():
            path = ("defaults", "briefing", "faces", name)
            file = (self.folder / str(value)).resolve()
            if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
                self._fault("brand-font", f"there is no font file {value!r} in the brand", path)
                continue
            faces[name] = Face(name, file)
        return faces

    def _family(self, name: str, faces: dict[str, Face], path: tuple[str, ...]) -> tuple[Face, ...]:
        given = self._mapping("defaults", "briefing", "families", name)
        roman = given.get("roman")
        return tuple(
            faces[self._known(given.get(cut, roman), faces, "face", path)] for cut in FACES
        )

    def _styles(self, path: tuple[str, ...], faces: dict[str, Face]) -> dict[str, TextStyle]:
        styles = {}
        for name, given in self._mapping(*path).items():
            here = (*path, name)
            self._only(given, _STYLE_KEYS, here)
            try:
                family = self._family(str(given.get("family", "text")), faces, here)
            except _UnusableError:
                continue
            size = float(given.get("size", 10))
            if given.get("bold"):
                family = (family[1], family[1], family[3], family[3])
            styles[name] = TextStyle(
                name,
                *family,
                size=size,
                leading=float(given.get("leading", size * 1.3)),
                colour=str(given.get("colour", "ink")),
                gap=float(given.get("gap", 0)),
                features=frozenset(given.get("features", ())),
                align=str(given.get("align", "left")),
                balanced=bool(given.get("balanced", False)),
            )
        return styles

    # -- pages ----------------------------------------------------------------------------------

    def _format(
        self, name: str, faces: dict[str, Face], schemes: set[str], colours: set[str]
    ) -> Format:
        path = ("defaults", "briefing", "formats", name)
        given = self._mapping(*path)
        self._only(given, _FORMAT_KEYS, path)
        width, height = (float(side) * MM for side in given.get("page", (210, 297)))
        grid = self._grid(given.get("grid", {}))
        pages = _PageReader(self, path, width, height, grid, schemes, colours | set(ROLES))
        return Format(
            name=name,
            geometry=Geometry(width, height),
            grid=grid,
            styles=self._styles((*path, "styles"), faces),
            masters={master: pages.master(master) for master in given.get("masters", {})},
            minimum=float(given.get("minimum", 8)),
        )

    def _grid(self, given: dict[str, Any]) -> Grid:
        return Grid(
            left=float(given.get("left", 16)) * MM,
            right=float(given.get("right", 16)) * MM,
            top=float(given.get("top", 14)) * MM,
            bottom=float(given.get("bottom", 16)) * MM,
            columns=int(given.get("columns", 12)),
            gutter=float(given.get("gutter", 4)) * MM,
            baseline=float(given.get("baseline", 14)),
        )

    def _drawings(self, ours: dict[str, Any]) -> dict[str, Drawing]:
        drawings = {}
        for name, value in ours.get("drawings", {}).items():
            path = ("defaults", "briefing", "drawings", name)
            file = (self.folder / str(value)).resolve()
            if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
                self._fault("brand-drawing", f"there is no drawing {value!r} in the brand", path)
                continue
            try:
                drawings[name] = read_drawing(file)
            except ValueError as fault:
                self._fault("brand-drawing", f"{value}: {fault}", path)
        return drawings


_STYLE_KEYS = (
    "family",
    "bold",
    "size",
    "leading",
    "colour",
    "gap",
    "features",
    "align",
    "balanced",
)
_FORMAT_KEYS = ("page", "grid", "minimum", "styles", "furniture", "masters")
_AREA_KEYS = ("at", "box", "takes", "scheme", "flow", "gutter", "align", "styles")
_GROUND_KEYS = ("at", "box", "colour", "radius")
_FURNITURE_KEYS = ("at", "box", "text", "drawing", "style", "align", "scheme")


@dataclass(slots=True)
class _PageReader:
    """Reads the masters of one format: rectangles by grid columns (`at`) or millimetres (`box`)."""

    brand: _Reader
    path: tuple[str, ...]
    width: float
    height: float
    grid: Grid
    schemes: set[str]
    colours: set[str]

    def master(self, name: str) -> Master:
        path = (*self.path, "masters", name)
        given = self.brand._mapping(*path)  # noqa: SLF001 - one reader in two halves
        arrangements = tuple(self._arrangement(each, (*path, each), given[each]) for each in given)
        return Master(name, arrangements)

    def _arrangement(self, name: str, path: tuple[str, ...], given: dict[str, Any]) -> Arrangement:
        self.brand._only(given, ("grounds", "areas", "furniture", "seams"), path)  # noqa: SLF001
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
            tuple((float(high) * MM, float(low) * MM) for high, low in given.get("seams", ())),
        )

    def _rect(self, given: dict[str, Any], path: tuple[str, ...]) -> Rect:
        if "at" in given:
            first, last, top, bottom = (float(value) for value in given["at"])
            x, width = self.grid.span(int(first), int(last), self.width)
            return Rect(x, top * MM, width, (bottom - top) * MM)
        if "box" in given:
            left, top, right, bottom = (float(value) * MM for value in given["box"])
            return Rect(left, top, right - left, bottom - top)
        self.brand._fault(  # noqa: SLF001
            "brand-missing",
            "a place needs `at: [first column, last column, top, bottom]` "
            "or `box: [left, top, right, bottom]`",
            path,
        )
        raise _UnusableError

    def _ground(self, given: dict[str, Any], path: tuple[str, ...]) -> Ground | None:
        self.brand._only(given, _GROUND_KEYS, path)  # noqa: SLF001
        try:
            colour = self.brand._known(given.get("colour"), self.colours, "colour", path)  # noqa: SLF001
            return Ground(self._rect(given, path), colour, float(given.get("radius", 0)) * MM)
        except _UnusableError:
            return None

    def _area(self, name: str, path: tuple[str, ...], given: dict[str, Any]) -> Area | None:
        self.brand._only(given, _AREA_KEYS, path)  # noqa: SLF001
        try:
            return Area(
                name,
                self._rect(given, path),
                takes=tuple(given.get("takes", ())),
                scheme=self._scheme(given, path),
                flow=int(given.get("flow", 1)),
                gutter=float(given.get("gutter", self.grid.gutter / MM)) * MM,
                align=str(given.get("align", "top")),
                styles=str(given.get("styles", "")),
            )
        except _UnusableError:
            return None

    def _scheme(self, given: dict[str, Any], path: tuple[str, ...]) -> str:
        return self.brand._known(given.get("scheme", "paper"), self.schemes, "scheme", path)  # noqa: SLF001

    def _furniture_set(self, name: str, path: tuple[str, ...]) -> tuple[Furniture, ...]:
        if not name:
            return ()
        sets = self.brand._mapping(*self.path, "furniture")  # noqa: SLF001
        try:
            items = sets[self.brand._known(name, sets, "furniture", path)]  # noqa: SLF001
            return tuple(
                self._furniture(each, (*self.path, "furniture", name, str(place)))
                for place, each in enumerate(items)
            )
        except _UnusableError:
            return ()

    def _furniture(self, given: dict[str, Any], path: tuple[str, ...]) -> Furniture:
        self.brand._only(given, _FURNITURE_KEYS, path)  # noqa: SLF001
        return Furniture(
            self._rect(given, path),
            text=str(given.get("text", "")),
            drawing=str(given.get("drawing", "")),
            style=str(given.get("style", "folio")),
            align=str(given.get("align", "left")),
            scheme=self._scheme(given, path),
        )


def _hex(value: object) -> tuple[float, float, float] | None:
    text = str(value).lstrip("#")
    if len(text) != 6:  # noqa: PLR2004 - two digits a channel
        return None
    try:
        red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (0, 2, 4))
    except ValueError:
        return None
    return (round(red, 4), round(green, 4), round(blue, 4))
