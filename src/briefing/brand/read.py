"""styles/<brand>/_brand.yml → `Brand`: the public brand.yml convention, our print values in it.

`color`, `typography` and `logo` follow brand.yml; what print needs beside them (press colours,
schemes, grids, masters) stands under ``defaults.briefing``. Lengths there are millimetres, type
sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

from briefing.brand.drawings import read_drawing
from briefing.brand.entries import Entries, UnusableError
from briefing.brand.formats import FormatReader
from briefing.brand.marked import read_marked
from briefing.brand.model import Brand, Drawing, Scheme, Tones
from briefing.drawing import Colour
from briefing.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.brand.marked import Key
    from briefing.diagnostics import Diagnostics

ROLES = ("ground", "ink", "quiet", "accent", "rule", "tint")


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
    brand = _Reader(folder, Entries(marked, diagnostics)).brand()
    return brand if len(diagnostics.errors) == before else None


@dataclass(slots=True)
class _Reader:
    """Reads one brand file; each method makes one kind of value and reports its faults."""

    folder: Path
    entries: Entries

    def brand(self) -> Brand:
        ours = self.entries.mapping("defaults", "briefing")
        palette = self._palette(ours)
        faces = self._faces(ours)
        schemes = {name: self._scheme(name, palette) for name in ours.get("schemes", {})}
        formats = FormatReader(self.entries, faces, frozenset(schemes), frozenset(palette))
        return Brand(
            name=str(self.entries.mapping("meta").get("name", self.folder.name)),
            palette=palette,
            schemes=schemes,
            tones=self._tones(ours, palette),
            formats={name: formats.format(name) for name in ours.get("formats", {})},
            drawings=self._drawings(ours),
            faces=faces,
            motif=str(ours.get("charts", {}).get("motif", "petals")),
        )

    # -- colours --------------------------------------------------------------------------------

    def _palette(self, ours: dict[str, Any]) -> dict[str, Colour]:
        screen = self.entries.mapping("color", "palette")
        press = ours.get("press", {})
        palette = {}
        for name, value in screen.items():
            path = ("color", "palette", name)
            rgb = _hex(value)
            if rgb is None:
                self.entries.fault(
                    "brand-colour", f"{value!r} is not a colour", path, "Write it #rrggbb."
                )
                continue
            palette[name] = Colour(name, rgb, self._press(name, press.get(name)))
        for name in ("ink", "paper"):
            if name not in palette:
                self.entries.fault(
                    "brand-missing", f"the palette has no {name!r}", ("color", "palette")
                )
                palette[name] = Colour(name, (0, 0, 0))
        for name in press:
            if name not in screen:
                unknown = f"{name!r} is not in color.palette"
                self.entries.fault(
                    "brand-unknown", unknown, ("defaults", "briefing", "press", name)
                )
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
        self.entries.fault(
            "brand-colour",
            f"{value!r} is not a press colour",
            path,
            "Write [C, M, Y, K] in per cent.",
        )
        return None

    def _scheme(self, name: str, palette: dict[str, Colour]) -> Scheme:
        path = ("defaults", "briefing", "schemes", name)
        given = self.entries.mapping(*path)
        self.entries.only(given, ROLES, path)
        roles = {}
        for role in ROLES:
            try:
                roles[role] = palette[
                    self.entries.known(given.get(role), palette, "colour", (*path, role))
                ]
            except UnusableError:
                roles[role] = palette["ink"]
        return Scheme(name, roles)

    def _tones(self, ours: dict[str, Any], palette: dict[str, Colour]) -> Tones:
        path: Key = ("defaults", "briefing", "charts")
        given = ours.get("charts", {})

        def several(key: str) -> tuple[Colour, ...]:
            names = given.get(key, [])
            return tuple(one(name, (*path, key)) for name in names) or (palette["ink"],)

        def one(name: object, where: Key) -> Colour:
            try:
                return palette[self.entries.known(name, palette, "colour", where)]
            except UnusableError:
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

    # -- faces and drawings ---------------------------------------------------------------------

    def _faces(self, ours: dict[str, Any]) -> dict[str, Face]:
        """The faces by name: a file each, or a file and the faces that lend it glyphs."""
        faces: dict[str, Face] = {}
        lenders: dict[str, list[Any]] = {}
        for name, value in ours.get("faces", {}).items():
            path = ("defaults", "briefing", "faces", name)
            given = value if isinstance(value, dict) else {"file": value}
            self.entries.only(given, ("file", "fallback"), path)
            file = (self.folder / str(given.get("file"))).resolve()
            if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
                message = f"there is no font file {given.get('file')!r} in the brand"
                self.entries.fault("brand-font", message, path)
                continue
            faces[name] = Face(name, file)
            lenders[name] = _several(given.get("fallback", []))
        for name, face in faces.items():
            lent = ("defaults", "briefing", "faces", name, "fallback")
            face.fallback = tuple(self._lent(lenders[name], faces, lent))
        return faces

    def _lent(self, names: list[Any], faces: dict[str, Face], path: Key) -> Iterator[Face]:
        for name in names:
            try:
                yield faces[self.entries.known(name, faces, "face", path)]
            except UnusableError:
                continue

    def _drawings(self, ours: dict[str, Any]) -> dict[str, Drawing]:
        drawings = {}
        for name, value in ours.get("drawings", {}).items():
            path = ("defaults", "briefing", "drawings", name)
            file = (self.folder / str(value)).resolve()
            if not file.is_relative_to(self.folder.resolve()) or not file.is_file():
                self.entries.fault(
                    "brand-drawing", f"there is no drawing {value!r} in the brand", path
                )
                continue
            try:
                drawings[name] = read_drawing(file)
            except ValueError as fault:
                self.entries.fault("brand-drawing", f"{value}: {fault}", path)
        return drawings


def _several(given: Any) -> list[Any]:
    """One or several names as a list."""
    return list(given) if isinstance(given, list) else [given]


def _hex(value: object) -> tuple[float, float, float] | None:
    text = str(value).lstrip("#")
    if len(text) != 6:  # noqa: PLR2004 - two digits a channel
        return None
    try:
        red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (0, 2, 4))
    except ValueError:
        return None
    return (round(red, 4), round(green, 4), round(blue, 4))
