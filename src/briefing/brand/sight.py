"""How light a colour looks: on the screen, printed in grey, and to eyes that see fewer colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.brand.model import linear, luminance

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.drawing import Colour

_GREY = (0.2126, 0.7152, 0.0722)
_SIGHT = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What each way of seeing makes of linear red, green and blue (Machado and others, 2009)."""

GREY, PRESS = "in greyscale", "printed in greyscale"


def _seen_with(sight: tuple[tuple[float, ...], ...]) -> Callable[[Colour], float]:
    def light(colour: Colour) -> float:
        channels = [linear(channel) for channel in colour.screen]
        seen = (sum(w * c for w, c in zip(row, channels, strict=True)) for row in sight)
        return sum(g * min(max(s, 0.0), 1.0) for g, s in zip(_GREY, seen, strict=True))

    return light


def printed(colour: Colour) -> float:
    """How much light a press colour gives back of what paper does, from 0 to 1.

    The sixteen overprints of full inks weighted by the share that each covers (Neugebauer), light
    spreading between them (Yule and Nielsen); within 4 of L* of the printing condition's profile.
    The screen's light, where the colour has no press value.
    """
    if colour.press is None:
        return luminance(colour)
    light = 0.0
    for overprint, level in _OVERPRINTS.items():
        share = 1.0
        for ink, value in zip(_INKS, colour.press, strict=True):
            share *= value if ink in overprint else 1 - value
        light += share * _light(level) ** (1 / _SPREAD)
    return float(light**_SPREAD)


_INKS = "CMYK"
_OVERPRINTS = {
    "": 100.0,
    "C": 58.0,
    "M": 51.0,
    "Y": 93.7,
    "CM": 25.5,
    "CY": 52.9,
    "MY": 49.8,
    "CMY": 24.7,
    "K": 17.3,
    "CK": 11.4,
    "MK": 11.8,
    "YK": 17.3,
    "CMK": 9.0,
    "CYK": 12.5,
    "MYK": 12.5,
    "CMYK": 9.8,
}
"""L* of full inks over one another, relative to the paper: coated offset (FOGRA39)."""
_SPREAD = 2.0


EYES: dict[str, Callable[[Colour], float]] = {
    GREY: luminance,
    PRESS: printed,
    **{f"with {name}": _seen_with(sight) for name, sight in _SIGHT.items()},
}
"""Ways of seeing, and how much light each has of a colour, from 0 to 1."""


def _light(level: float) -> float:
    """The light of a lightness L*, from 0 to 1."""
    return ((level + 16) / 116) ** 3 if level > _DIM * _SLOPE else level / _SLOPE


def lightness(colour: Colour, eye: str = GREY) -> float:
    """L* of a colour as an eye sees it, from 0 (black) to 100 (white)."""
    light = EYES[eye](colour)
    return 116 * light ** (1 / 3) - 16 if light > _DIM else light * _SLOPE


_DIM, _SLOPE = 0.008856, 903.3
"""Below so much light L* is a line (CIE 15)."""
