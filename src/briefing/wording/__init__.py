"""The engine's own words, in the language of the publication: a catalogue a language."""

from briefing.wording.catalogue import catalogue, completed, known_languages
from briefing.wording.model import Wording
from briefing.wording.spoken import apart, speak, wording

__all__ = [
    "Wording",
    "apart",
    "catalogue",
    "completed",
    "known_languages",
    "speak",
    "wording",
]
