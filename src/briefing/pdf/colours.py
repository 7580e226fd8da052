"""Colours as operators of a content stream, and the output intent that says what they mean."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from briefing.drawing import Shape, Text
from briefing.pdf.objects import array, dictionary, name, number, text
from briefing.profiles import ColourSpace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.drawing import Colour, Spot
    from briefing.layout.pages import Pages
    from briefing.pdf.objects import Objects
    from briefing.profiles import Profile

SRGB = "sRGB2014.icc"
"""The profile of the International Color Consortium that screen files embed."""

REGISTRY = "http://www.color.org"
"""Where the names of printing conditions are registered."""

_NO_SPOTS: Mapping[Spot, str] = MappingProxyType({})
_FILL = {ColourSpace.RGB: " rg", ColourSpace.CMYK: " k"}
_STROKE = {ColourSpace.RGB: " RG", ColourSpace.CMYK: " K"}


def components(colour: Colour, space: ColourSpace) -> tuple[float, ...]:
    """The values, from 0 to 1, of a colour that a file of this space prints.

    Raises ValueError for inks of a colour that has no press value.
    """
    if space is ColourSpace.RGB:
        return colour.screen
    if colour.press is None:
        raise ValueError(f"{colour.name} has no press value")
    return colour.press


def fill(colour: Colour, space: ColourSpace, spots: Mapping[Spot, str] = _NO_SPOTS) -> str:
    """The operator that fills with a colour from here on; `spots` names the spaces of inks."""
    if colour.spot and space is ColourSpace.CMYK:
        return f"/{spots[full(colour.spot)]} cs {number(colour.spot.tint)} scn"
    return " ".join(map(number, components(colour, space))) + _FILL[space]


def stroke(colour: Colour, space: ColourSpace, spots: Mapping[Spot, str] = _NO_SPOTS) -> str:
    """The operator that strokes with a colour from here on; `spots` names the spaces of inks."""
    if colour.spot and space is ColourSpace.CMYK:
        return f"/{spots[full(colour.spot)]} CS {number(colour.spot.tint)} SCN"
    return " ".join(map(number, components(colour, space))) + _STROKE[space]


def full(spot: Spot) -> Spot:
    """The ink at its full tone, whatever the tint."""
    return replace(spot, tint=1.0)


def spot_names(pages: Pages, space: ColourSpace) -> dict[Spot, str]:
    """The inks of their own that pages print, in the order of their first use, and their spaces."""
    if space is not ColourSpace.CMYK:
        return {}
    inks = dict.fromkeys(full(colour.spot) for colour in used(pages) if colour.spot)
    return {ink: f"Spot{place}" for place, ink in enumerate(inks, start=1)}


def used(pages: Pages) -> dict[Colour, int]:
    """Every colour printed and the first page that prints it, counted from 0."""
    found: dict[Colour, int] = {}
    for place, page in enumerate(pages.pages):
        for box in page.boxes:
            for mark in box.marks:
                if isinstance(mark, Text):
                    found.setdefault(mark.colour, place)
                elif isinstance(mark, Shape):
                    for colour in (mark.fill, mark.stroke):
                        if colour is not None:
                            found.setdefault(colour, place)
    return found


def check_colours(pages: Pages, profile: Profile, diagnostics: Diagnostics) -> None:
    """Report each colour that has no press value, when the file is for the press."""
    if profile.colours is not ColourSpace.CMYK:
        return
    names: dict[str, int] = {}
    for colour, place in used(pages).items():
        if colour.press is None:
            names.setdefault(colour.name, place)
    for colour_name, place in names.items():
        diagnostics.error(
            "colour-without-press-value",
            f"the colour {colour_name} has no CMYK value (first used on page"
            f" {pages.pages[place].label})",
            hint="Give it a press value in the palette; nothing is converted by arithmetic.",
        )


def srgb() -> bytes:
    """The sRGB profile that comes with the package."""
    return (files("briefing.pdf") / "icc" / SRGB).read_bytes()


def output_intent(objects: Objects, profile: Profile, icc: bytes | None) -> Any:
    """The output intent with its profile embedded (14.11.5); `icc` None means sRGB.

    Raises ValueError for a file in inks that is given none.
    """
    if profile.colours is ColourSpace.RGB:
        return _intent(objects, "GTS_PDFA1", "sRGB IEC61966-2.1", icc or srgb(), 3)
    if icc is None:
        raise ValueError(
            f"profile {profile.name} needs the ICC profile of {profile.output_condition}"
        )
    return _intent(objects, "GTS_PDFX", profile.output_condition, icc, 4)


def _intent(objects: Objects, kind: str, condition: str, icc: bytes, channels: int) -> Any:
    embedded = objects.stream(icc, N=channels)
    return objects.add(
        dictionary(
            Type=name("OutputIntent"),
            S=name(kind),
            OutputConditionIdentifier=text(condition),
            Info=text(condition),
            RegistryName=text(REGISTRY),
            DestOutputProfile=embedded,
        )
    )


def registration(objects: Objects) -> Any:
    """The colour that prints on every plate, for crop marks (8.6.6.4)."""
    return _separation(objects, "All", (1, 1, 1, 1))


def spot_space(objects: Objects, spot: Spot) -> Any:
    """The space of an ink of its own, whose tint is as much of its alternate (8.6.6.4)."""
    return objects.add(_separation(objects, spot.name, spot.alternate))


def _separation(objects: Objects, ink: str, alternate: Sequence[float]) -> Any:
    tint = objects.add(
        dictionary(
            FunctionType=2,
            Domain=array((0, 1)),
            C0=array((0, 0, 0, 0)),
            C1=array(map(number, alternate)),
            N=1,
        )
    )
    return array((name("Separation"), name(ink), name("DeviceCMYK"), tint))
