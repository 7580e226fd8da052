"""The kinds of file that can be made, one module a kind; add a new one's name to `PROFILES`."""

from __future__ import annotations

from briefing.profiles.model import ColourSpace, Profile
from briefing.profiles.press import PRESS
from briefing.profiles.proof import PROOF
from briefing.profiles.rules import Rule
from briefing.profiles.screen import SCREEN

PROFILES: tuple[Profile, ...] = (SCREEN, PRESS, PROOF)

__all__ = ["PRESS", "PROFILES", "PROOF", "SCREEN", "ColourSpace", "Profile", "Rule"]
