"""styles/<brand>/_brand.yml → `Brand`: the public brand.yml convention, our print values in it.

`color`, `typography` and `logo` follow brand.yml; what print needs beside them (press colours,
schemes, grids, masters) stands under ``defaults.briefing``. Lengths there are millimetres, type
sizes points. What has the right form is then judged: see `briefing.brand.judge`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefing.brand.colours import PaletteReader
from briefing.brand.drawings import read_drawing
from briefing.brand.entries import OURS, Entries, UnusableError, shown
from briefing.brand.formats import FormatReader
from briefing.brand.judge import judge
from briefing.brand.marked import read_marked
from briefing.brand.model import ROLES, Brand, Drawing, Scheme, Tones
from briefing.brand.schema import BRAND
from briefing.files import file_within
from briefing.fonts import Face

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.brand.marked import Key
    from briefing.diagnostics import Diagnostics
    from briefing.drawing import Colour


def read_brand(folder: Path, diagnostics: Diagnostics) -> Brand | None:
    """Read a brand folder; every fault goes to `diagnostics`, None says that there were errors."""
    file = folder / "_brand.yml"
    shown = f"{folder.name}/_brand.yml"
    if not file.is_file():
        diagnostics.error(
            "no-brand", f"there is no brand at {shown}", None, "Name a folder of styles/."
        )
        return None
    before = len(diagnostics.errors)
    marked = read_marked(file, shown, diagnostics)
    if marked is None:
        return None
    entries = Entries(marked, diagnostics)
    marked.values = BRAND.read(marked.values, (), entries)
    if len(diagnostics.errors) > before and not _has_a_core(marked.values):
        return None  # all else would be a fault of what was told
    brand = _Reader(folder, entries).brand()
    if len(diagnostics.errors) == before:
        judge(brand, entries)
    return brand if len(diagnostics.errors) == before else None


def _has_a_core(values: dict[str, Any]) -> bool:
    """Whether there are colours, faces, families and formats, which all others refer to."""
    ours = values.get("defaults", {}).get("briefing", {})
    core = (ours.get(each) for each in ("faces", "families", "formats"))
    return bool(values.get("color", {}).get("palette")) and all(core)


@dataclass(slots=True)
class _Reader:
    """Reads one brand file; each method makes one kind of value and reports its faults."""

    folder: Path
    entries: Entries

    def brand(self) -> Brand:
        """Make the brand, as far as it can be made."""
        ours = self.entries.mapping(*OURS)
        palette = PaletteReader(self.entries).palette()
        faces = self._faces(ours)
        self._check_logos(self.entries.file.values.get("logo"), ("logo",))
        schemes = {name: self._scheme(name, palette) for name in ours.get("schemes", {})}
        drawings = self._drawings(ours, "drawings", palette)
        named = (frozenset(each) for each in (schemes, palette, ours.get("drawings", {})))
        formats = FormatReader(self.entries, faces, *named)
        formats.families()
        return Brand(
            name=self._name(),
            palette=palette,
            schemes=schemes,
            tones=self._tones(ours, palette),
            formats={name: formats.format(name) for name in ours.get("formats", {})},
            drawings=drawings,
            faces=faces,
            motif=ours.get("charts", {}).get("motif", "petals"),
            icons=self._drawings(ours, "icons", palette),
        )

    def _name(self) -> str:
        """What the brand calls itself: the convention knows a full and a short name."""
        name = self.entries.file.values.get("meta", {}).get("name", self.folder.name)
        if isinstance(name, dict):
            return str(name.get("short") or name.get("full") or self.folder.name)
        return str(name)

    def _scheme(self, name: str, palette: dict[str, Colour]) -> Scheme:
        path = (*OURS, "schemes", name)
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
        path: Key = (*OURS, "charts")
        given = ours.get("charts", {})

        def one(name: object, where: Key) -> Colour:
            try:
                return palette[self.entries.known(name, palette, "colour", where)]
            except UnusableError:
                return palette["ink"]

        def several(key: str) -> tuple[Colour, ...]:
            names = enumerate(given.get(key, ()))
            tones = (one(name, (*path, key, str(place))) for place, name in names)
            return tuple(tones) or (palette["ink"],)

        def single(key: str) -> Colour:
            return one(given[key], (*path, key)) if key in given else palette["ink"]

        edge = single("edge") if "edge" in given else None
        return Tones(
            positive=several("positive"),
            negative=several("negative"),
            sequence=several("sequence"),
            neutral=single("neutral"),
            dont_know=replace(single("dont_know"), edge=edge),
            not_applicable=replace(single("not_applicable"), edge=edge),
            highlight=single("highlight"),
            muted=single("muted"),
            comparison=single("comparison"),
            edge=edge,
        )

    def _check_logos(self, given: object, path: Key, images: frozenset[str] = frozenset()) -> None:
        """The convention's logos: paths within the brand, addresses, or names of its images."""
        if isinstance(given, dict):
            own = given.get("images")
            images |= frozenset(map(str, own)) if isinstance(own, dict) else frozenset()
            for key, value in given.items():
                if key != "alt":
                    self._check_logos(value, (*path, str(key)), images)
            return
        if not isinstance(given, str) or given in images or _ADDRESS.match(given):
            return
        if file_within(self.folder, given):
            return
        hint = "Put it there, or correct the path: it counts from the brand's folder."
        message = f"there is no logo {shown(given)} in the brand"
        self.entries.fault("brand-drawing", message, path, hint)

    # -- faces and drawings ---------------------------------------------------------------------

    def _faces(self, ours: dict[str, Any]) -> dict[str, Face]:
        """The faces by name: a file each, or a file and the faces that lend it glyphs."""
        faces: dict[str, Face] = {}
        lenders: dict[str, list[Any]] = {}
        lost: list[str] = []
        for name, value in ours.get("faces", {}).items():
            path = (*OURS, "faces", name)
            given = value if isinstance(value, dict) else {"file": value}
            self.entries.only(given, ("file", "fallback"), path)
            file = file_within(self.folder, str(given.get("file")))
            if file is None:
                hint = "Put it there, or correct the path: it counts from the brand's folder."
                message = f"there is no font file {shown(given.get('file'))} in the brand"
                self.entries.fault("brand-font", message, path, hint)
                lost.append(name)
                continue
            faces[name] = Face(name, file)
            lenders[name] = _several(given.get("fallback", []))
        stand_in = next(iter(faces.values()), None)
        known = faces | ({} if stand_in is None else dict.fromkeys(lost, stand_in))  # told once
        for name, face in faces.items():
            lent = (*OURS, "faces", name, "fallback")
            others = {other: lender for other, lender in known.items() if other != name}
            face.fallback = tuple(self._lent(lenders[name], others, lent))
        return known

    def _lent(self, names: list[Any], faces: dict[str, Face], path: Key) -> Iterator[Face]:
        for name in names:
            try:
                yield faces[self.entries.known(name, faces, "other face", path)]
            except UnusableError:
                continue

    def _drawings(
        self, ours: dict[str, Any], kind: str, palette: dict[str, Colour]
    ) -> dict[str, Drawing]:
        """The ``drawings`` or ``icons`` of the brand, those left out that cannot be read."""
        drawings = {}
        for name, value in ours.get(kind, {}).items():
            path = (*OURS, kind, name)
            file = file_within(self.folder, value)
            if file is None:
                hint = "Put it there, or correct the path: it counts from the brand's folder."
                message = f"there is no drawing {value!r} in the brand"
                self.entries.fault("brand-drawing", message, path, hint)
                continue
            try:
                drawing = read_drawing(file)
                if all(self._fill(fill, value, path, palette) for _, fill in drawing.paths):
                    drawings[name] = drawing
            except ValueError as fault:
                hint = "Save it with filled paths only, as an icon set's SVG files are."
                self.entries.fault("brand-drawing", f"{value}: {fault}", path, hint)
        return drawings

    def _fill(self, fill: str, value: str, path: Key, palette: dict[str, Colour]) -> bool:
        what = f"colour (it fills a shape of {value})"
        return self.entries.check(fill, (*ROLES, *palette), what, path)


_ADDRESS = re.compile(r"https?://")


def _several(given: Any) -> list[Any]:
    """One or several names as a list."""
    return list(given) if isinstance(given, list) else [given]
