"""Whether a font file is one that can be set and embedded: a static TrueType face."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fontTools.ttLib import TTFont, TTLibError

if TYPE_CHECKING:
    from pathlib import Path

_NEEDED = ("cmap", "glyf", "loca", "head", "hhea", "hmtx", "maxp", "name")


def unfit(file: Path) -> tuple[str, str] | None:
    """What is wrong with a font file and what to do about it; None if it can be used."""
    try:
        with TTFont(file, lazy=True) as font:
            return _fault(set(font.keys()), font.flavor)
    except (TTLibError, OSError, ValueError, AssertionError):
        return "is no font that can be read", "Use the family's static TrueType file (.ttf)."


def _fault(tables: set[str], flavour: str | None) -> tuple[str, str] | None:
    if flavour:
        return f"is packed for the web ({flavour})", "Use the family's .ttf file instead."
    if tables & {"CFF ", "CFF2"}:
        return "has PostScript outlines (CFF)", "Use the family's .ttf file, or convert it."
    if "fvar" in tables:
        hint = "Make a static face of it: fonttools varLib.instancer FONT.ttf wght=400"
        return "is a variable font", hint
    missing = [each for each in _NEEDED if each not in tables]
    if missing:
        words = f"lacks the tables {', '.join(missing)}"
        return words, "Use the family's static TrueType file (.ttf)."
    return None


@cache
def features_of(file: Path) -> frozenset[str]:
    """The OpenType features that a face has; none where it cannot be read."""
    try:
        with TTFont(file, lazy=True) as font:
            tables = [font[tag].table for tag in ("GSUB", "GPOS") if tag in font]
            records = [
                r for each in tables if each.FeatureList for r in each.FeatureList.FeatureRecord
            ]
            return frozenset(record.FeatureTag for record in records)
    except (TTLibError, OSError, ValueError, AssertionError):
        return frozenset()
