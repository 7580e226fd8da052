"""Colour spaces read from a file, and the inks that a colour in them lays (ISO 32000-1, 8.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from briefing.preflight.painted import PROCESS, Tint
from briefing.reading import entry, resolved

if TYPE_CHECKING:
    from collections.abc import Sequence

_COMPONENTS = {
    "DeviceGray": 1,
    "DeviceRGB": 3,
    "DeviceCMYK": 4,
    "CalGray": 1,
    "CalRGB": 3,
    "Lab": 3,
}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_DEFAULTS = {
    "DeviceGray": "/DefaultGray",
    "DeviceRGB": "/DefaultRGB",
    "DeviceCMYK": "/DefaultCMYK",
}
_PROFILES = {1: "ICC grey", 3: "ICC RGB", 4: "ICC CMYK"}
_OF_INKS = frozenset({"DeviceGray", "CalGray", "ICC grey", "DeviceCMYK", "ICC CMYK"})
_DEEPEST = 8
"""How often a space may stand on another before it counts as endless."""


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: its family, how many values a colour has in it, and what it stands on."""

    family: str
    components: int
    base: Space | None = None
    names: tuple[str, ...] = ()
    table: bytes = b""
    raw: object = None

    @property
    def root(self) -> Space:
        """The space that an indexed one takes its colours from; else itself."""
        return self.base.root if self.family == "Indexed" and self.base else self

    @property
    def words(self) -> str:
        """The space as a finding names it."""
        if self.names:
            return f"{self.family} {', '.join(self.names)}"
        return self.root.family

    @property
    def is_rgb(self) -> bool:
        """Whether colours are not given in inks."""
        family = self.root.family
        return not self.root.names and family not in _OF_INKS and family != "Pattern"

    def first(self) -> tuple[float, ...]:
        """The colour that a space starts with (8.6.8)."""
        if self.names:
            return (1.0,) * self.components
        return (0.0, 0.0, 0.0, 1.0) if self.components == 4 else (0.0,) * self.components  # noqa: PLR2004

    def tint(self, values: Sequence[float] = ()) -> Tint:
        """A colour of this space; without values one that is not the same all over."""
        return Tint(
            self.words,
            tuple(values),
            self._inks(values) if values else None,
            rgb=self.is_rgb,
            device=self.root.family == "DeviceRGB",
            everywhere="All" in self.names,
        )

    def _inks(self, values: Sequence[float]) -> tuple[tuple[str, float], ...] | None:
        if self.family == "Indexed":
            return self._looked_up(values)
        if len(values) < self.components:
            return None
        if self.names:
            return tuple(
                (ink, max(0.0, min(1.0, share)))
                for name, share in zip(self.names, values, strict=False)
                if name != "None"
                for ink in (PROCESS if name == "All" else (name,))
            )
        if self.family not in _OF_INKS:
            return None
        if self.components == 1:
            return (("Black", max(0.0, min(1.0, 1 - values[0]))),)
        return tuple(
            (ink, max(0.0, min(1.0, share))) for ink, share in zip(PROCESS, values, strict=False)
        )

    def _looked_up(self, values: Sequence[float]) -> tuple[tuple[str, float], ...] | None:
        if self.base is None or not values:
            return None
        start = int(values[0]) * self.base.components
        found = self.table[start : start + self.base.components]
        return self.base.tint([each / 255 for each in found]).inks if found else None


GREY = Space("DeviceGray", 1)
CMYK = Space("DeviceCMYK", 4)
RGB = Space("DeviceRGB", 3)
PATTERN = Space("Pattern", 0)


def space(value: object, resources: object = None, depth: int = 0) -> Space:
    """The space that a name or an array stands for; an unknown one counts as given in no inks."""
    known = resolved(value)
    if isinstance(known, NameObject):
        return _named(known.removeprefix("/"), resources, depth)
    if isinstance(known, ArrayObject) and known and depth < _DEEPEST:
        return _listed(known, resources, depth)
    return Space("unknown", 1)


def _named(name: str, resources: object, depth: int) -> Space:
    name = _SHORT.get(name, name)
    holder = entry(resources, "/ColorSpace", DictionaryObject)
    default = _DEFAULTS.get(name)
    if holder is not None and depth < _DEEPEST:
        for key in (default, f"/{name}"):
            if key and key in holder:
                return space(holder.raw_get(key), None if key == default else resources, depth + 1)
    if name == "Pattern":
        return PATTERN
    return Space(name, _COMPONENTS.get(name, 1))


def _listed(array: ArrayObject, resources: object, depth: int) -> Space:
    family = str(resolved(array[0])).removeprefix("/")
    family = _SHORT.get(family, family)
    rest = [resolved(each) for each in array[1:]]
    if family == "ICCBased":
        return _profiled(rest[0] if rest else None, array)
    if family == "Pattern":
        return Space(family, 0, space(array[1], resources, depth + 1) if rest else None)
    if family == "Indexed" and len(rest) > 2:  # noqa: PLR2004 - base, highest, table
        base = space(array[1], resources, depth + 1)
        return Space(family, 1, base, table=_bytes(rest[2]), raw=array)
    if family in {"Separation", "DeviceN"} and len(rest) > 1:
        names = rest[0] if isinstance(rest[0], ArrayObject) else [rest[0]]
        spoken = tuple(str(resolved(each)).removeprefix("/") for each in names)
        base = space(array[2], resources, depth + 1)
        return Space(family, len(spoken), base, spoken, raw=array)
    if len(array) == 1:
        return _named(family, resources, depth + 1)
    return Space(family, _COMPONENTS.get(family, 1), raw=array)


def _profiled(profile: object, array: ArrayObject) -> Space:
    number = profile.get("/N") if isinstance(profile, StreamObject) else None
    components = int(number) if isinstance(number, int) else 3
    return Space(_PROFILES.get(components, "ICC unknown"), components, raw=array)


def _bytes(value: object) -> bytes:
    if isinstance(value, StreamObject):
        return value.get_data()
    if isinstance(value, ByteStringObject):
        return bytes(value)
    return value.original_bytes if isinstance(value, TextStringObject) else b""
