"""The colours of a brand: ``color`` of the public convention, and the press value of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PIL import ImageColor

from briefing.brand.entries import UnusableError, shown
from briefing.brand.schema import THEME
from briefing.drawing import Colour

if TYPE_CHECKING:
    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]

_STAND_IN = {"ink": "foreground", "paper": "background"}
"""The convention's own names for what we call ink and paper."""
_PARTS = 4
_HOW = "Write it #rrggbb, or the name of another colour of the palette."


@dataclass(slots=True)
class PaletteReader:
    """Reads the palette: hex values, names of CSS, and names of other colours in it."""

    entries: Entries

    def palette(self) -> dict[str, Colour]:
        """Every colour by its name; one that cannot be read is black, and told."""
        given = self.entries.mapping("color", "palette")
        press = self.entries.file.values.get("defaults", {}).get("briefing", {}).get("press", {})
        palette = {}
        for name in given:
            ends = self._followed(name)
            palette[name] = Colour(name, self._screen(name), self._press(press, name, ends))
        for name in press:
            if name not in given:
                self._no_screen(name)
        for name in _STAND_IN:
            if name not in palette:
                palette[name] = Colour(name, *self._stand_in(name, palette))
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
            self._fault(f"{shown(value)} is not a colour", path)
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

    def _stand_in(self, name: str, palette: dict[str, Colour]) -> tuple[Rgb, Cmyk | None]:
        """What is used for ink or paper where the palette has no such name."""
        theme = _STAND_IN[name]
        value = self.entries.mapping("color").get(theme)
        if isinstance(value, str) and value in palette:
            return palette[value].screen, palette[value].press
        rgb = _rgb(value)
        if rgb is None:
            message = f"the palette has no {name!r}, and color.{theme} names none"
            self.entries.fault("brand-missing", message, ("color", "palette"), f"Add {name}: …")
        return rgb or (0.0, 0.0, 0.0), None

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

    def _press(self, press: dict[str, Any], name: str, ends: str | None) -> Cmyk | None:
        """The press value of a colour, or of the one that its name leads to."""
        if name not in press:
            return self._press(press, ends, None) if ends in press and ends else None
        value = press[name]
        if isinstance(value, list) and len(value) == _PARTS and all(map(_per_cent, value)):
            cyan, magenta, yellow, black = (float(part) / 100 for part in value)
            return (cyan, magenta, yellow, black)
        path = ("defaults", "briefing", "press", name)
        hint = "Write [C, M, Y, K] in per cent."
        self.entries.fault("brand-colour", f"{shown(value)} is not a press colour", path, hint)
        return None

    def _no_screen(self, name: str) -> None:
        path = ("defaults", "briefing", "press", name)
        hint = "Add its screen value there, or take this line out."
        self.entries.fault("brand-unknown", f"{name!r} is not in color.palette", path, hint)

    def _fault(self, message: str, path: Key) -> None:
        self.entries.fault("brand-colour", message, path, _HOW)


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
