"""The file for whoever makes the brand: its grid and every box drawn over the pages."""

from __future__ import annotations

from briefing.profiles.model import ColourSpace, Profile
from briefing.profiles.rules import Rule

PROOF = Profile(
    name="proof",
    pdf_version=(1, 7),
    colours=ColourSpace.RGB,
    tagged=False,
    links=False,
    bleed=True,
    shows_making=True,
    answers=dict.fromkeys(Rule),  # a proof goes to no printer: nothing is asked of it
)
