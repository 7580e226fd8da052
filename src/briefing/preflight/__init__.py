"""Before a file leaves: its bytes read back and judged, its structure and its pages as text."""

from __future__ import annotations

from briefing.preflight.spoken import structure_text
from briefing.preflight.verdict import Guest, preflight, preflight_structure
from briefing.preflight.words import pages_text

__all__ = ["Guest", "pages_text", "preflight", "preflight_structure", "structure_text"]
