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
_DEGREE = re.compile(
    r"\b(?:a lot|lots|(?:great|good) deal|fair amount|a (?:little|bit)|little|some(?! of)|somewhat"
    r"|extent|very|fairly|quite|extremely|completely|totally|entirely|fully|mostly|mainly|largely"
    r"|moderate(?:ly)?|slight(?:ly)?|part(?:ial)?ly|definitely|probably|strongly|reasonably|much"
    r"|sehr|ziemlich|etwas|eher|teilweise|völlig|voll|viel|wenig|bisschen"
    r"|très|assez|plutôt|un peu|beaucoup|tout à fait|moyennement|partiellement"
    r"|muy|bastante|mucho|poco|algo|totalmente|iawn|eithaf|llawer|ychydig|gweddol|raddau)\b"
)
_OF_FACTS_TOO = re.compile(
    r"yes|ja|oui|sí|ydw|ydy|oes|ie|(?:nearly |almost )?always|(?:very )?often|usually|sometimes"
    r"|occasionally|rarely|seldom|hardly ever|(?:all|most|some|a little|none) of the time"
    r"|immer|oft|häufig|manchmal|selten|toujours|souvent|parfois|rarement|siempre|a menudo"
    r"|a veces|rara vez|bob amser|yn aml|weithiau|anaml"
)
"""Answers that are given to what somebody thinks and to what somebody does alike."""
_OPINION = re.compile(
    r"\b(?:think|feel|felt|believe|agree|satisf\w+|happy|confident|proud|worth|enough|important"
    r"|opinion|your views?|should|fair|safe|welcome|good|easy|clear|helpful|useful"
    r"|you (?:\w+ )?(?:approve|support|favou?r|prefer|trust|recommend|like|want|enjoy)"
    r"|finden|meinen|denken|glauben|zufrieden|zustimmen|stimmen sie|meinung|sollte\w*|vertrauen"
    r"|pensez|croyez|trouvez|d'accord|satisfait\w*|avis|confiance|devrait"
    r"|piensa|cree|opina|opinión|acuerdo|satisfech\w+|confía|debería|meddwl|teimlo|cytuno|fodlon)\b"
)


def is_degree(label: str, *, of_opinion: bool = False) -> bool:
    """Whether an answer is more or less of what was asked about: ``A lot``, ``Very good``.

    Answers of an opinion are so too that elsewhere tell what somebody does: ``Yes``, ``Often``.
    """
    form = alike(label)
    return bool(_DEGREE.search(form) or (of_opinion and _OF_FACTS_TOO.fullmatch(form)))


def asks_opinion(words: str) -> bool:
    """Whether a wording asks what somebody thinks or feels, and not what is or was done."""
    return bool(_OPINION.search(words.casefold()))


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
