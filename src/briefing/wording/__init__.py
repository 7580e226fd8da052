"""The engine's own words, in the language of the publication: a catalogue a language."""

from briefing.wording.catalogue import LANGUAGES, catalogue, completed, text_of
from briefing.wording.model import ENTRIES, Wording
from briefing.wording.spoken import apart, speak, wording

__all__ = [
    "ENTRIES",
    "LANGUAGES",
    "Wording",
    "apart",
    "catalogue",
    "completed",
    "speak",
    "text_of",
    "wording",
]
