"""A brand for charts to be drawn with: the civic faces, a palette of its own, two schemes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefing.brand.masters import Format, Grid
from briefing.brand.model import Brand, Look, Scheme, Tones
from briefing.brand.styles import TextStyle
from briefing.drawing import Colour, Geometry
from briefing.fonts import Face

FONTS = Path(__file__).parents[3] / "styles" / "civic" / "fonts"


def _colour(name: str, code: str) -> Colour:
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return Colour(name, (red, green, blue), (1 - red, 1 - green, 1 - blue, 0.0))


PALETTE = {
    name: _colour(name, code)
    for name, code in {
        "ink": "16222c",
        "paper": "ffffff",
        "navy": "0b2e4f",
        "slate": "5a6b78",
        "mist": "dfe5e9",
        "fog": "eef2f4",
        "teal": "00695e",
        "aqua": "6fbfb2",
        "brick": "a83a1f",
        "apricot": "f0a884",
        "stone": "bcc4ca",
        "pale": "dde2e6",
        "paler": "e9edf0",
        "sea1": "0b4f6c",
        "sea2": "1f7fa3",
        "sea3": "6fb7d1",
        "sea4": "b9dbe7",
        "pewter": "7f8c95",
        "sun": "ffc845",
    }.items()
}
FACES = {
    name: Face(name, FONTS / f"{name}.ttf")
    for name in (
        "SourceSans3-Regular",
        "SourceSans3-Semibold",
        "SourceSans3-Bold",
        "SourceSans3-It",
        "BricolageGrotesque-ExtraBold",
    )
}


def _style(
    name: str, roman: str, size: float, leading: float, *, tabular: bool = False
) -> TextStyle:
    face, bold = FACES[roman], FACES["SourceSans3-Bold"]
    features = frozenset({"tnum"} if tabular else ())
    return TextStyle(name, face, bold, face, bold, size, leading, features=features)


def _styles(size: float) -> dict[str, TextStyle]:
    regular, semibold, bold = (
        f"SourceSans3-{weight}" for weight in ("Regular", "Semibold", "Bold")
    )
    return {
        "chart.label": _style("chart.label", regular, size, size * 1.2),
        "chart.value": _style("chart.value", semibold, size, size * 1.2, tabular=True),
        "chart.legend": _style("chart.legend", regular, size * 0.95, size * 1.2),
        "chart.note": _style("chart.note", regular, size * 0.85, size),
        "chart.numeral": _style("chart.numeral", "BricolageGrotesque-ExtraBold", 40, 40),
        "chart.strong": _style("chart.strong", bold, size * 1.1, size * 1.3, tabular=True),
    }


@cache
def look(*, size: float = 9.5, dark: bool = False) -> Look:
    """The look of a light or a dark area, its labels `size` points high."""
    schemes = {
        "paper": {
            "ground": "paper",
            "ink": "ink",
            "quiet": "slate",
            "accent": "teal",
            "rule": "mist",
            "tint": "fog",
        },
        "night": {
            "ground": "navy",
            "ink": "paper",
            "quiet": "stone",
            "accent": "sun",
            "rule": "sea1",
            "tint": "sea1",
        },
    }
    made = {
        name: Scheme(name, {role: PALETTE[colour] for role, colour in roles.items()})
        for name, roles in schemes.items()
    }
    tones = Tones(
        positive=(PALETTE["teal"], PALETTE["aqua"]),
        negative=(PALETTE["brick"], PALETTE["apricot"]),
        sequence=tuple(PALETTE[f"sea{place}"] for place in (1, 2, 3, 4)),
        neutral=PALETTE["stone"],
        dont_know=PALETTE["pale"],
        not_applicable=PALETTE["paler"],
        highlight=PALETTE["teal"],
        muted=PALETTE["pewter"],
        comparison=PALETTE["slate"],
    )
    page = Format(
        "briefing",
        Geometry(595.28, 841.89),
        Grid(48, 48, 60, 60, 12, 12, 4),
        _styles(size),
        {},
        8,
    )
    page = page.spoken("en-GB")
    brand = Brand("test", PALETTE, made, tones, {"briefing": page}, {}, FACES)
    return Look(brand, page, made["night" if dark else "paper"])
