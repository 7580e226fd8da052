"""The colours of a brand: ``color`` of the public convention, and the press value of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PIL import ImageColor

from briefing.brand.entries import OURS, UnusableError, shown
from briefing.brand.schema import THEME
from briefing.drawing import Colour, Spot, spoken

if TYPE_CHECKING:
    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]
Ink = tuple[Cmyk | None, Spot | None]

_STAND_IN = {"ink": "foreground", "paper": "background"}
"""The convention's own names for what we call ink and paper."""
_PRESS: Key = (*OURS, "press")
_SPOT = '{cmyk: [C, M, Y, K], spot: {name: "PANTONE 130 C"}}'
_RESERVED = {"all", "none", "cyan", "magenta", "yellow", "black"}
"""Names that mean every plate, none, or a process ink (ISO 32000-1, 8.6.6.4)."""
_PARTS = 4
_QUOTED = 'Write it "#rrggbb", in quotation marks: without them what follows # is a comment.'
_HOW = "Write it #rrggbb, or the name of another colour of the palette."


@dataclass(slots=True)
class PaletteReader:
    """Reads the palette: hex values, names of CSS, and names of other colours in it."""

    entries: Entries

    def palette(self) -> dict[str, Colour]:
        """Every colour by its name; one that cannot be read is black, and told."""
        given = self.entries.mapping("color", "palette")
        press = self.entries.file.values.get("defaults", {}).get("briefing", {}).get("press", {})
        inks = {name: self._ink(press[name], (*_PRESS, name)) for name in press if name in given}
        self._one_alternate(inks)
        palette = {}
        for name in given:
            value, spot = inks.get(name) or inks.get(self._followed(name) or name) or (None, None)
            palette[name] = Colour(name, self._screen(name), value, spot=spot)
        for name in press:
            if name not in given:
                self._no_screen(name)
        for name in _STAND_IN:
            if name not in palette:
                palette[name] = self._stand_in(name, palette)
        self._theme(palette)
        return palette

    def _screen(self, name: str) -> Rgb:
        """The value of a colour of the palette, other names followed to it."""
        path: Key = ("color", "palette", name)
        value = self.entries.mapping("color", "palette")[self._followed(name) or name]
        rgb = _rgb(value)
        if rgb is not None:
            return rgb
        if self._followed(name) is None:
            self._fault(f"the colour {name!r} is named by itself", path)
        elif self._followed(name) == name:
            self._fault(f"{shown(value)} is not a colour", path, _HOW if value else _QUOTED)
        return (0.0, 0.0, 0.0)

    def _followed(self, name: str) -> str | None:
        """The colour that a name leads to, whose value is no name; None if it leads in a circle."""
        given = self.entries.mapping("color", "palette")
        seen = [name]
        while isinstance(given[seen[-1]], str) and given[seen[-1]] in given:
            if given[seen[-1]] in seen:
                return None
            seen.append(given[seen[-1]])
        return seen[-1]

    def _stand_in(self, name: str, palette: dict[str, Colour]) -> Colour:
        """What is used for ink or paper where the palette has no such name."""
        theme = _STAND_IN[name]
        value = self.entries.mapping("color").get(theme)
        if isinstance(value, str) and value in palette:
            return replace(palette[value], name=name)
        rgb = _rgb(value)
        if rgb is None:
            message = f"the palette has no {name!r}, and color.{theme} names none"
            self.entries.fault("brand-missing", message, ("color", "palette"), f"Add {name}: …")
        return Colour(name, rgb or (0.0, 0.0, 0.0))

    def _theme(self, palette: dict[str, Colour]) -> None:
        """Tell colours of the convention's own names that are none."""
        color = self.entries.mapping("color")
        for name in THEME:
            value = color.get(name)
            if value is None or _rgb(value) is not None:
                continue
            if isinstance(value, str) and not value.startswith("#"):
                try:
                    self.entries.known(value, palette, "colour", ("color", name))
                except UnusableError:
                    continue
            else:
                self._fault(f"{shown(value)} is not a colour", ("color", name))

    def _ink(self, value: object, path: Key) -> Ink:
        """What a colour is printed in: the four inks, or one of its own that these stand for."""
        if not isinstance(value, dict):
            return self._cmyk(value, path), None
        for key in value:
            self.entries.check(key, ("cmyk", "spot"), "part of a press colour", (*path, key))
        if "cmyk" not in value:
            message = f"the spot colour {path[-1]!r} has no CMYK alternate"
            hint = "Add cmyk: [C, M, Y, K] in per cent, what proofs and office printers lay for it."
            self.entries.fault("brand-spot", message, path, hint)
            return None, None
        alternate = self._cmyk(value["cmyk"], (*path, "cmyk"))
        spot = self._spot(value.get("spot"), alternate, (*path, "spot"))
        return (_laid(spot) if spot else alternate), spot

    def _cmyk(self, value: object, path: Key) -> Cmyk | None:
        if isinstance(value, list) and len(value) == _PARTS and all(map(_per_cent, value)):
            cyan, magenta, yellow, black = (float(part) / 100 for part in value)
            return (cyan, magenta, yellow, black)
        hint = f"Write [C, M, Y, K] in per cent, or {_SPOT}."
        self.entries.fault("brand-colour", f"{shown(value)} is not a press colour", path, hint)
        return None

    def _spot(self, value: object, alternate: Cmyk | None, path: Key) -> Spot | None:
        """The ink of its own that a colour names, and how much of it."""
        given = value if isinstance(value, dict) else {}
        for key in given:
            self.entries.check(key, ("name", "tint"), "part of a spot colour", (*path, key))
        name, tint = given.get("name"), given.get("tint", 100)
        if not isinstance(name, str) or not name.strip():
            self.entries.fault("brand-spot", "a spot colour has no name", path, f"Write {_SPOT}.")
        elif name.strip().lower() in _RESERVED:
            message = f"{name!r} is not an ink of its own"
            hint = "Give it the name by which the printer orders the ink."
            self.entries.fault("brand-spot", message, (*path, "name"), hint)
        elif not _per_cent(tint) or not tint:
            message = f"{shown(tint)} is no tint of a spot colour"
            self.entries.fault("brand-spot", message, (*path, "tint"), "Write per cent, up to 100.")
        elif alternate:
            return Spot(name.strip(), alternate, float(tint) / 100)
        return None

    def _one_alternate(self, inks: dict[str, Ink]) -> None:
        """Every colour of one ink says the same of it: it is one plate with one name and look."""
        first: dict[str, tuple[str, Spot]] = {}
        for name, (_, spot) in inks.items():
            if spot is None:
                continue
            other, known = first.setdefault(spoken(spot.name), (name, spot))
            if known.name != spot.name:
                message = f"the spot colour {spot.name!r} is {known.name!r} in {other!r}"
                hint = "Write the name of an ink one way, or each is a plate of its own."
                self.entries.fault("brand-spot", message, (*_PRESS, name, "spot", "name"), hint)
            elif known.alternate != spot.alternate:
                message = f"the spot colour {spot.name!r} has another CMYK alternate in {other!r}"
                hint = "Write the CMYK of the full ink in both; a lighter one says its tint."
                self.entries.fault("brand-spot", message, (*_PRESS, name, "cmyk"), hint)

    def _no_screen(self, name: str) -> None:
        path = (*_PRESS, name)
        hint = "Add its screen value there, or take this line out."
        self.entries.fault("brand-unknown", f"{name!r} is not in color.palette", path, hint)

    def _fault(self, message: str, path: Key, hint: str = _HOW) -> None:
        self.entries.fault("brand-colour", message, path, hint)


def _laid(spot: Spot) -> Cmyk:
    """What stands for a tint of an ink in CMYK."""
    cyan, magenta, yellow, black = (round(part * spot.tint, 4) for part in spot.alternate)
    return (cyan, magenta, yellow, black)


def _per_cent(part: object) -> bool:
    return isinstance(part, int | float) and not isinstance(part, bool) and 0 <= part <= 100  # noqa: PLR2004


def _rgb(value: object) -> Rgb | None:
    """The channels of a colour written as in CSS, each from 0 to 1; a see-through one is none.

    Hex values and names are what the convention asks for.
    """
    if not isinstance(value, str):
        return None
    try:
        channels = ImageColor.getrgb(value.strip())
    except ValueError:
        return None
    if len(channels) != 3:  # noqa: PLR2004 - red, green, blue
        return None
    red, green, blue = (channel / 255 for channel in channels)
    return (round(red, 4), round(green, 4), round(blue, 4))
