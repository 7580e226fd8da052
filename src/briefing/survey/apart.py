"""Options that stand apart from the others of any question: none of these, something else.

In English, German, French, Spanish and Welsh; another language is more words in these patterns.
"""

from __future__ import annotations

import re

from briefing.survey.labels import alike

_EXCLUSIVE = re.compile(
    r"none\b.*|no,? none.*|nothing\b.*|not ?applicable.*|no[ _]answer|n/?a"
    r"|(?:i )?(?:don'?t|do not) know\b.*"
    r"|prefer not to.*|not sure|unsure|no one|nobody"
    r"|kein(?:e|er|es)?(?: davon| der .*| von .*|, nichts.*)?|nichts(?: davon)?|keine angabe"
    r"|wei(?:ß|ss) (?:ich )?nicht|niemand|aucun(?:e)?(?: d.*)?|rien|je ne sais pas|personne"
    r"|ningun[oa]?(?: de .*)?|nada|no sé|nadie|dim (?:un|byd)(?: o'r .*)?"
)
_OTHER = re.compile(
    r"(?:any )?other\b.*|something else.*|somewhere else.*|someone else.*"
    r"|(?:(?:etwas )?ander(?:e|er|es)|sonstig(?:e|er|es)|autres?|otr[oa]s?(?: opción)?|arall)"
    r"(?:\s*[:(\[,;.\u2026-].*)?"
)
_DENIAL = re.compile(
    r"no(?:,? .*)?|not? at all\b.*|not .+ at all|nothing(?: at all)?|never\b.*"
    r"|none(?: at all| of (?:it|the time))?|to no extent"
    r"|(?:i|we) (?:do not|don'?t|have not|haven'?t|have never|did not|didn'?t|would not)\b.*"
    r"|nein\b.*|(?:überhaupt|gar) (?:nicht|nichts)\b.*|nie(?:mals)?|nichts|keine?|nicht"
    r"|non(?:,? .*)?|pas du tout\b.*|jamais|rien(?: du tout)?|aucune?"
    r"|nada(?: .*)?|nunca|jamás|en absoluto"
    r"|na(?:ge|ddo|c oes|c ydw)?|ddim(?: o gwbl)?\b.*|dim(?: byd)?(?: o gwbl)?|byth"
)

_UNWELCOME = re.compile(
    r"\b(?:rude|worried|concerned|anxious|afraid|frightened|lonely|isolated|stressed|stressful"
    r"|problem(?:atic)?|difficult|unsafe|dangerous|harmful|painful|annoy(?:ed|ing)|bothered"
    r"|confus(?:ed|ing)|offen(?:sive|ded)|angry|upset|frustrat(?:ed|ing)|depressed|biased|unfair"
    r"|corrupt|noisy|crowded|expensive|disruptive|unacceptable|worr(?:y|ies)"
    r"|besorgt|schwierig|gefährlich|einsam|inqui(?:et|ète)|difficile|dangereux|seule?"
    r"|preocupad[oa]|difícil|peligros[oa]|pryderus|anodd|peryglus)\b"
)
"""What nobody wishes for: to deny it is no bad answer."""


def is_unwelcome(label: str) -> bool:
    """Whether an answer speaks of something unwelcome: ``Very worried``, ``Not rude at all``."""
    return bool(_UNWELCOME.search(alike(label)))


def is_denial(label: str) -> bool:
    """Whether an answer denies all that was asked about: ``Not at all``, ``Never``, ``No``."""
    return bool(_DENIAL.fullmatch(alike(label)))


def is_other(label: str) -> bool:
    """Whether a label stands for what a form did not think of."""
    return bool(_OTHER.fullmatch(alike(label)))


def is_exclusive(label: str) -> bool:
    """Whether an option is one that cannot be ticked with another."""
    return bool(_EXCLUSIVE.fullmatch(alike(label)))
