"""The file for whoever makes the brand: its grid and every box drawn over the pages."""

from __future__ import annotations

from briefing.profiles.model import ColourSpace, Profile

PROOF = Profile(
    name="proof",
    pdf_version=(1, 7),
    colours=ColourSpace.RGB,
    tagged=False,
    links=False,
    bleed=True,
    shows_making=True,
)
