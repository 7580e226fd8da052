"""What a group of respondents is called within a sentence: ``in Millfield``, ``among “Yes”``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter.markdown import quoted, said
from briefing.starter.names import small
from briefing.starter.rounds import ROUNDS

if TYPE_CHECKING:
    from briefing.starter.model import GuessedAttribute

_MOST = 50
"""Signs of the longest group that a sentence names without cutting it."""
_PLACES = re.compile(r"(?:ward|region|district|area|country)(?:_\d+)?")
"""Attributes whose groups are places."""
_OWN_NAME = re.compile(
    r"[^\W\d_a-z][\w'\u2019.]*(?:[ -](?:[^\W\d_a-z][\w'\u2019.]*|and|&|of|upon|on|under|le|la|by))*"
)
"""A name of a place that is known as one by its capitals."""
_QUARTERS = re.compile(
    r"(?:the |mid |inner |outer )?(?:(?:north|south|east|west)+(?:ern)?\b|central|midland|other"
    r"|none|outside|elsewhere|rural|urban|prefer|don\b|not\b)",
    re.IGNORECASE,
)
"""What a part of a place is called with an article, or what is no name of one."""
_YEARS = re.compile(r"(?:under |over |below |above |up to )?\d", re.IGNORECASE)


def whose(attribute: GuessedAttribute, label: str) -> str:
    """A group behind what is said of it: ``in Millfield``, ``among those aged 45-54``."""
    if _PLACES.fullmatch(attribute.id):
        plain = len(label) <= _MOST and _OWN_NAME.fullmatch(label) and not _QUARTERS.match(label)
        return f"in {said(label) if plain else quoted(label, _MOST)}"
    if attribute.id in ROUNDS and len(label) <= _MOST:
        return f"in {said(label)}"
    if re.fullmatch(r"age(?:_\d+)?", attribute.id) and _YEARS.match(label):
        return f"among those aged {said(small(label))}"
    if label.strip(" .").casefold() in ("yes", "no"):
        return f"among those who answer {quoted(label)}"
    return f"among {quoted(label, _MOST)}"
