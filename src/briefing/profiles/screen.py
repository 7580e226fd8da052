"""The file that is read on a screen and read aloud: tagged, RGB, with links and bookmarks."""

from __future__ import annotations

from briefing.profiles.model import ColourSpace, Profile

SCREEN = Profile(
    name="screen",
    pdf_version=(1, 7),
    colours=ColourSpace.RGB,
    tagged=True,
    links=True,
    bleed=False,
    conformance=("PDF/UA-1", "PDF/A-3a"),
)
