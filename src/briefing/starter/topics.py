"""The wording of a question to what it is about: a short name, and how a finding goes on.

"How satisfied or dissatisfied are you with your local area?" is about "Your local area"; those who
are satisfied are so "with their local area".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.starter.ends import without_scale
from briefing.starter.names import capital, opened, whole_part
from briefing.starter.pronouns import of_others

SHORT, _LONGEST = 64, 96
"""Signs that a short name has at most, and where no part of a longer one is whole itself."""
_LEADS = (
    re.compile(
        r"^(?:overall,? |all in all,? |in general,? |generally,? |to what extent )?"
        r"(?:how |do |would )?(?:much )?(?:strongly )?(?:do |would )?you (?:personally )?"
        r"(?:strongly )?(?:agree|disagree)(?: (?:or|nor|and) disagree)?,? "
        r"(?:with the (?:following )?statement:? )?(?P<topic>(?:that|with) .+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:.{0,60}?, )?(?:overall,? )?how (?:strongly |very )?"
        r"(?P<adjective>satisfied|dissatisfied|happy|confident|concerned|worried|likely|unlikely|"
        r"interested|aware|familiar|comfortable|optimistic|proud|willing)"
        r"(?:,? or (?:dissatisfied|unhappy|unlikely|otherwise|pessimistic|unwilling))?,?"
        r"(?: if at all,?)? (?:are|were|do|did|would|have) you (?:feel |felt |be |been |say "
        r"(?:that )?you are )?"
        r"(?P<topic>(?:with|that|to|in|about|of|for|by) .+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^(?:on a scale .{3,40}, )?how (?P<adjective>likely) (?:is it|are you|would it be) that "
        r"you (?:would|will) (?P<topic>.+)$",
        re.IGNORECASE,
    ),
    re.compile(
        r"^to what extent (?:are|were|do|would) you (?:satisfied|confident|concerned) "
        r"(?P<topic>(?:with|that|in|about) .+)$",
        re.IGNORECASE,
    ),
)
_QUALITY = re.compile(
    r"^(?:overall,? )?how (?:would|do|did) you (?:rate|describe|find(?! out\b)|view|assess) "
    r"(?P<topic>.+)$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\W*(?:q(?:uestion)?\.? ?)?\d+[a-z]?[.):\-\]]\s*|^q\d+[a-z]?[.: ]\s*", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s*[(\[](?:please )?(?:select|tick|choose|rank|mark|check|pick|rate|optional|required|answer)"
    r"[^)\]]*[)\]]|(?:^|(?<=[.?!:;,\u2013-])\s*|\s+(?=please ))(?:please )?"
    r"(?:select|tick|choose|mark|check|pick) (?:all|one|up to|as many|the)\b[^.?!]*[.?!]?\s*$"
    r"|\s*[(\[](?:por favor|marc[ae]|seleccion[ae]|eli[gj][ea]|puedes?|varias|respuesta|bitte"
    r"|mehrfach|mehrere|plusieurs|une seule|cochez|choisissez|s\u00e9lectionnez|ticiwch|dewiswch)\b"
    r"[^)\]]*[)\]]",
    re.IGNORECASE,
)


_ITEMS = re.compile(
    r"(?:each|all|any|the)?(?: ?(?:one )?of)?(?: the)?(?: ?(?:following|these|those|below))"
    r"(?: \w+){0,2}[ :?.]*|(?:each|every|the) (?:one|item|statement|aspect|service|sentence)s?"
    r"(?: below)?[ :?.]*",
    re.IGNORECASE,
)
"""Things that a question only points at: ``each of the following services``."""
_OF_THINGS = re.compile(
    r"(?:each|all) of (?:the following|these) (?:aspects|parts|features|elements|things) "
    r"(?:of|about) ",
    re.IGNORECASE,
)
"""What such a question says before what it is about."""

_POINTING = re.compile(
    r"(?:each|all|any|every one) of (?:the following|these) (?=\w+ \w)|the following (?=\w+ \w)",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r" (?:on|by|in|for|with) (?:each of |all of )?(?:the following|these)(?: \w+)?$", re.IGNORECASE
)
"""What only points at the rows of a grid, before or behind what it is about."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is called, and what a finding of it goes on with (may be empty)."""

    short: str
    goes_on: str = ""
    opening: str = ""
    """How a headline begins that does not go on with the topic: a question, or a name.

    It is never a part alone: beside a figure a condition that is left out would be a false claim.
    """


def without_number(wording: str) -> str:
    """A wording without the number that a form put before it; a column's name has spaces."""
    rest = _NUMBERED.sub("", wording, count=1).strip()
    if _NAMED.fullmatch(rest):
        rest = rest.replace("_", " ")
    return capital(rest) if rest else wording


_NAMED = re.compile(r"[^\W\d_]{2,}(?:_[^\W\d_]{2,})+")
"""Words joined by underlines, as a column is called where an export has no wording."""


def bare(wording: str) -> str:
    """A wording without its number, what it tells to tick, its scale, and its sign at the end."""
    asked = _ASIDE.sub("", without_scale(without_number(wording))).strip()
    first = _FIRST.fullmatch(asked)
    return _ends_twice((first[1] if first else asked).rstrip("?:.… ")) or wording


def _ends_twice(asked: str) -> str:
    """A question without the sign that it ends with inside its quotation marks too."""
    return re.sub(r"\?([\"\u201d\u2019'])$", r"\1", asked)


_FIRST = re.compile(r"(.{16,}?)\?\s+[^?]+")
"""A question with sentences behind it that ask nothing: they tell how to answer it."""


def topic_of(wording: str) -> Topic:
    """What a question is about, as far as its wording follows one of the known turns."""
    asked = bare(wording)
    for lead in _LEADS:
        match = lead.match(asked)
        if match:
            if _ITEMS.fullmatch(_JOINT.sub("", match["topic"])):  # the rows say what it is about
                break
            return _about(match)
    match = _QUALITY.match(asked)
    if match and not _ITEMS.fullmatch(match["topic"]):
        about = _POINTED.sub("", _POINTING.sub("", _OF_THINGS.sub("", match["topic"])))
        topic = re.sub(r"^your ", "", about, flags=re.IGNORECASE)
        return Topic(_named(capital(topic)), opening=f"{capital(topic)}:")
    opening = f"{capital(opened(asked))}{'?' if '?' in wording else ':'}"
    return Topic(_named(capital(asked.lstrip("\u00bf\u00a1"))), opening=opening)


_JOINT = re.compile(r"^(?:that|with|in|about|of|to|for|by) ", re.IGNORECASE)


def _about(match: re.Match[str]) -> Topic:
    """The topic of a known turn; what somebody is likely to do is named with that word."""
    asked = match["topic"].strip(" :?.")
    adjective = (match.groupdict().get("adjective") or "").casefold()
    if adjective == "likely" and not asked.casefold().startswith(("to ", "that ")):
        asked = f"to {asked}"
    topic = of_others(asked)
    usable = not re.search(r"[?:;]|following|each of", topic)
    goes_on = topic if usable else ""
    if adjective and asked.casefold().startswith("to "):
        name = capital(f"{adjective} {asked}")
        return Topic(_named(name), goes_on, f"{name}?")
    name = capital(_POINTING.sub("", _JOINT.sub("", asked)))
    return Topic(_named(name), goes_on, f"{name}:")


def _named(words: str) -> str:
    """What is asked in short, or a part of it that is whole itself; a longer name has no dots."""
    return whole_part(words, SHORT) or whole_part(words, _LONGEST) or words
