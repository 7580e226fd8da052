"""The formats of a brand: page sizes with their grids, type styles and masters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NoReturn

from briefing.brand.asked import FACTS, MONO
from briefing.brand.entries import OURS, Entries, UnusableError
from briefing.brand.masters import Area, Arrangement, Format, Furniture, Grid, Ground, Master
from briefing.brand.model import CHART_STYLES, ROLES
from briefing.brand.styles import AS_DESIGNED, Step, TextStyle, nearest, up
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
    "above",
    "features",
    "align",
    "balanced",
    "hyphens",
    "hanging",
    "shy",
    "lines",
    "expansion",
    "ruled",
)
STANDARD = "text"
"""The family of styles that name none."""
CUTS = ("roman", "bold", "italic", "bold_italic")
"""The faces of a family; what it does not have is roman."""
EXPANSION = 2.0
"""Per cent by which letters are drawn wider or narrower at most if a style does not say."""
NARROW = 45.0
"""Characters a line below which a style with ``hyphens: true`` hyphenates."""
_BRACED = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class FormatReader:
    """Reads the formats of one brand, whose faces, schemes, colours and drawings are known."""

    entries: Entries
    faces: Mapping[str, Face]
    schemes: frozenset[str]
    colours: frozenset[str]
    drawings: frozenset[str]
    sound: set[str] = field(default_factory=set, init=False)
    """The families whose faces are all there."""

    def format(self, name: str) -> Format:
        """Read one format by its name."""
        path: Key = (*OURS, "formats", name)
        given = self.entries.mapping(*path)
        width, height = (float(side) * MM for side in given.get("page", (210, 297)))
        grid = self._grid(given.get("grid", {}), width, height, (*path, "grid"))
        named = frozenset(given.get("styles", ()))
        known = _Known(self.schemes, self.colours, self.drawings, named)
        self._check_styles((*path, "styles"))
        scale = tuple(sorted(float(size) for size in given.get("scale", ())))
        styles = self._styles((*path, "styles"), grid.baseline, scale)
        pages = _PageReader(self.entries, path, width, grid, known)
        pages.furniture(given.get("furniture", {}))
        return Format(
            name=name,
            geometry=Geometry(width, height),
            grid=grid,
            styles=styles,
            masters=self._masters(given, path, pages),
            minimum=float(given.get("minimum", 8)),
            scale=scale,
            facing=given.get("facing", ""),
            steps=(AS_DESIGNED, *_steps(given.get("copyfit", ()))),
            stamped=pages.chosen(given.get("appended", ""), (*path, "appended")),
        )

    def _masters(self, given: dict[str, Any], path: Key, pages: _PageReader) -> dict[str, Master]:
        masters = {name: pages.master(name) for name in given.get("masters", {})}
        for place, name in enumerate(given.get("continues", ())):
            if self.entries.check(name, masters, "page", (*path, "continues", str(place))):
                masters[name] = replace(masters[name], continues=True)
        return masters

    def _grid(self, given: dict[str, Any], width: float, height: float, path: Key) -> Grid:
        """The grid of a page of this size, which must leave room between its margins."""
        grid = Grid(
            left=float(given.get("left", 16)) * MM,
            right=float(given.get("right", 16)) * MM,
            top=float(given.get("top", 14)) * MM,
            bottom=float(given.get("bottom", 16)) * MM,
            columns=int(given.get("columns", 12)),
            gutter=float(given.get("gutter", 4)) * MM,
            baseline=float(given.get("baseline", 3.5)),
        )
        if grid.span(1, 1, width)[1] > 0 and height > grid.top + grid.bottom:
            return grid
        message = f"{grid.columns} columns, their gutters and the margins leave no room on the page"
        self.entries.fault("brand-place", message, path, "Take columns, gutter or margins smaller.")
        return Grid(0, 0, 0, 0, grid.columns, 0, grid.baseline)

    def _check_styles(self, path: Key) -> None:
        """Report styles in an unknown family or colour, and leave out those without family."""
        families = self.entries.mapping(*OURS, "families")
        styles = self.entries.mapping(*path)
        colours = (*ROLES, *self.colours)
        for name, given in list(styles.items()):
            here = (*path, name)
            self.entries.check(given.get("colour", "ink"), colours, "colour", (*here, "colour"))
            family = given.get("family", STANDARD)
            known = families and (
                (STANDARD not in families and family == STANDARD)  # which is told once
                or self.entries.check(family, families, "family", (*here, "family"))
            )
            if not known or family not in self.sound:
                del styles[name]

    def families(self) -> None:
        """Report families in unknown faces, each where it stands; styles in them are left out."""
        path: Key = (*OURS, "families")
        families = self.entries.mapping(*path)
        if families and STANDARD not in families:
            message = f"there is no family {STANDARD!r}, that of all styles which name none"
            hint = f"Add `{STANDARD}: {{roman: …, bold: …, italic: …, bold_italic: …}}`."
            self.entries.fault("brand-missing", message, path, hint)
        for name, given in families.items():
            self.entries.only(given, CUTS, (*path, name))
            asked = {CUTS[0]: given.get(CUTS[0])} | given
            wanted = ((cut, face) for cut, face in asked.items() if cut in CUTS)
            told = [
                self.entries.check(face, self.faces, "face", (*path, name, cut))
                for cut, face in wanted
            ]
            if all(told):
                self.sound.add(name)

    def _family(self, name: str, path: Key) -> tuple[Face, Face, Face, Face]:
        given = self.entries.mapping(*OURS, "families", name)

        def face(cut: str) -> Face:
            wanted = given.get(cut, given.get("roman"))
            return self.faces[self.entries.known(wanted, self.faces, "face", path)]

        roman, bold, italic, bold_italic = map(face, CUTS)
        return roman, bold, italic, bold_italic

    def _mono(self) -> tuple[Face, ...]:
        """The cuts of the family for words as they were typed; none where the brand has none."""
        path: Key = (*OURS, "families", MONO)
        if MONO not in self.sound:
            return ()
        roman, bold, _, _ = self._family(MONO, path)
        return (roman, bold)

    def _styles(self, path: Key, baseline: float, scale: tuple[float, ...]) -> dict[str, TextStyle]:
        """The type styles; but in charts, leading and white are whole numbers of the baseline."""
        styles, mono = {}, self._mono()
        for name, given in self.entries.mapping(*path).items():
            here = (*path, name)
            self.entries.only(given, _STYLE_KEYS, here)
            family = self._family(str(given.get("family", STANDARD)), here)
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
                above=nearest(float(given["above"]), grid) if given.get("above") else 0.0,
                features=frozenset(given.get("features", ())),
                align=str(given.get("align", "left")),
                balanced=bool(given.get("balanced", False)),
                grid=grid,
                hyphens=_hyphens(given.get("hyphens", False)),
                hanging=bool(given.get("hanging", True)),
                shy=bool(given.get("shy", False)),
                lines=int(given.get("lines", 0)),
                scale=scale,
                mono=mono,
                expansion=float(given.get("expansion", EXPANSION)) / 100,
                ruled=bool(given.get("ruled", False)),
            )
        return styles


def _hyphens(given: float) -> float:  # true and false are numbers too
    """The characters a line below which words are hyphenated: a number, or our own for true."""
    return NARROW if given is True else float(given)


def _steps(given: Iterable[dict[str, Any]]) -> Iterator[Step]:
    """Steps of copyfit: each with the parts of size, leading and gap that it leaves."""
    return (Step(**{key: float(part) for key, part in parts.items()}) for parts in given)


def _leading(given: float, size: float, grid: float) -> float:
    """A leading on the grid that never lets lines touch where the brand does not."""
    leading = nearest(given, grid)
    return up(size, grid) if leading < size <= given else leading


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that a page of one format can use."""

    schemes: frozenset[str]
    colours: frozenset[str]
    drawings: frozenset[str]
    styles: frozenset[str]


@dataclass(slots=True)
class _PageReader:
    """Reads the masters of one format: rectangles by grid columns (`at`) or millimetres (`box`)."""

    entries: Entries
    path: Key
    width: float
    grid: Grid
    known: _Known
    sets: dict[str, tuple[Furniture, ...]] = field(default_factory=dict)

    def master(self, name: str) -> Master:
        path = (*self.path, "masters", name)
        given = self.entries.mapping(*path)
        if not given:
            hint = "Write one: its areas by their names."
            self.entries.fault("brand-missing", f"the page {name!r} has no arrangement", path, hint)
        arrangements = tuple(self._arrangement(each, (*path, each), given[each]) for each in given)
        return Master(name, arrangements)

    def _arrangement(self, name: str, path: Key, given: dict[str, Any]) -> Arrangement:
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
            self.chosen(given.get("furniture", ""), (*path, "furniture")),
            tuple(
                self._seam(high, low, (*path, "seams", str(place)))
                for place, (high, low) in enumerate(given.get("seams", ()))
            ),
        )

    def _seam(self, high: float, low: float, path: Key) -> tuple[float, float]:
        """A level that gives way; it reaches down to where the areas below it begin on the grid."""
        if low < high:
            hint = f"Write [{low:g}, {high:g}]: where the upper places end, where the lower begin."
            message = f"the seam from {high:g} to {low:g} mm is upside down: nothing lies in it"
            self.entries.fault("brand-place", message, path, hint)
        return float(high) * MM, up(float(low) * MM, self.grid.baseline)

    def _rect(self, given: dict[str, Any], path: Key) -> Rect:
        """The rectangle that a place names. Raises `UnusableError` after telling why it is none."""
        if "at" in given and "box" in given:
            hint = "Take one of them out: `at` counts the grid's columns, `box` millimetres."
            self.entries.fault("brand-place", "it has two places on the page", (*path, "box"), hint)
        if "at" in given:
            first, last, top, bottom = given["at"]
            at = (*path, "at")
            columns = range(1, self.grid.columns + 1)
            if first not in columns or last not in columns or last < first:
                self._misplaced(
                    f"columns {first:g} to {last:g} are not on a grid of {self.grid.columns}", at
                )
            x, width = self.grid.span(int(first), int(last), self.width)
            rect = Rect(x, top * MM, width, (bottom - top) * MM)
        elif "box" in given:
            left, top, right, bottom = given["box"]
            at = (*path, "box")
            rect = Rect(left * MM, top * MM, (right - left) * MM, (bottom - top) * MM)
        else:
            hint = "Add `at: [first column, last column, top, bottom]`, or `box: […]` in mm."
            self.entries.fault("brand-missing", "it has no place on the page", path, hint)
            raise UnusableError
        if rect.width <= 0 or rect.height <= 0:
            self._misplaced("the place has no width or no height: right is more than left", at)
        return rect

    def _misplaced(self, message: str, path: Key) -> NoReturn:
        hint = "Count columns from 1 at the left, millimetres from the top left corner."
        self.entries.fault("brand-place", message, path, hint)
        raise UnusableError

    def _ground(self, given: dict[str, Any], path: Key) -> Ground | None:
        try:
            rect, radius = self._rect(given, path), float(given.get("radius", 0)) * MM
            if "drawing" in given:
                drawing, scheme = self._drawn(given, path), self._scheme(given, path)
                return Ground(rect, drawing=drawing, scheme=scheme)
            wanted, known = given.get("colour"), self.known.colours
            colour = self.entries.known(wanted, known, "colour", (*path, "colour"))
            return Ground(rect, colour, radius, line=float(given.get("line", 0)) * MM)
        except UnusableError:
            return None

    def _area(self, name: str, path: Key, given: dict[str, Any]) -> Area | None:
        """A place for blocks; its top is moved down to the next line of the grid."""
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
                most=int(given.get("most", 0)),
                gutter=float(given.get("gutter", self.grid.gutter / MM)) * MM,
                align=str(given.get("align", "top")),
                styles=str(given.get("styles", "")),
                baseline=baseline,
                larger=tuple(_steps(given.get("larger", ()))),
                smaller=tuple(_steps(given.get("smaller", ()))),
            )
        except UnusableError:
            return None

    def _scheme(self, given: dict[str, Any], path: Key) -> str:
        name = given.get("scheme", "paper")
        return self.entries.known(name, self.known.schemes, "scheme", (*path, "scheme"))

    def _drawn(self, given: dict[str, Any], path: Key) -> str:
        name = given.get("drawing", "")
        if not name:
            return ""
        return self.entries.known(name, self.known.drawings, "drawing", (*path, "drawing"))

    def furniture(self, given: Mapping[str, list[dict[str, Any]]]) -> None:
        """Read the sets that arrangements choose from."""
        for name, items in given.items():
            path = (*self.path, "furniture", name)
            found = (self._item(each, (*path, str(at))) for at, each in enumerate(items))
            self.sets[name] = tuple(each for each in found if each)

    def chosen(self, name: str, path: Key) -> tuple[Furniture, ...]:
        """The set of a name; empty if none is given."""
        if not name or not self.entries.check(name, self.sets, "set of furniture", path):
            return ()
        return self.sets[name]

    def _item(self, given: dict[str, Any], path: Key) -> Furniture | None:
        try:
            style = str(given.get("style", "folio"))
            for fact in _BRACED.findall(str(given.get("text", ""))):
                self.entries.known(fact, FACTS, "fact of a page", (*path, "text"))
            return Furniture(
                self._rect(given, path),
                text=str(given.get("text", "")),
                drawing=self._drawn(given, path),
                style=self.entries.known(style, self.known.styles, "type style", (*path, "style")),
                align=str(given.get("align", "left")),
                scheme=self._scheme(given, path),
                on=str(given.get("on", "")),
            )
        except UnusableError:
            return None
