"""The file that goes to the printer: CMYK, with bleed and crop marks."""

from __future__ import annotations

from briefing.profiles.model import ColourSpace, Profile

PRESS = Profile(
    name="press",
    pdf_version=(1, 6),
    colours=ColourSpace.CMYK,
    tagged=False,
    links=False,
    bleed=True,
    conformance=("PDF/X-4",),
    output_condition="FOGRA39",
)
