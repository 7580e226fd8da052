"""A question and an answer to it as a sentence: what those who gave the answer say of themselves.

"Do you ever drink alcohol?" answered with "No" is "say they never drink alcohol", "How often do
you visit the park?" with "Once a week" is "say they visit the park once a week". A headline that
says so is shorter than the question with its answer, and as true: it tells what people say.
"""

from __future__ import annotations

import re

from briefing.starter.names import small
from briefing.starter.pronouns import of_others
from briefing.starter.topics import bare

MOST = 100
"""Signs that what is said of those who answered may have in a headline."""
_LABEL = 36
"""Signs of the longest answer that goes on within a sentence."""
_YES = re.compile(r"y(?:es)?\b(?!.*\bbut\b).*", re.IGNORECASE)
_NO = re.compile(r"no?\b(?!\w)(?! (?:opinion|answer|view|preference|idea)).*", re.IGNORECASE)
_ASKED = re.compile(
    r"(?P<verb>do|have|are|would|will|can|could|did|were) you "
    r"(?P<adverb>ever |currently |personally |regularly |usually |generally |normally )?"
    r"(?P<rest>[^?:;.…]{3,})",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"how (?:often|frequently) (?:do|would) you (?:say (?:that )?you )?(?P<rest>[^?:;.…]{3,})",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:almost |nearly )?(?:always|never)|(?:very )?(?:often|rarely|seldom|frequently)|sometimes"
    r"|usually|occasionally|hardly ever",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:day|week|fortnight|month|quarter|term|semester|year|days|weeks|months|years)\b"
    r"|daily|weekly|fortnightly|monthly|quarterly|yearly|annually",
    re.IGNORECASE,
)
_LESS = re.compile(r"\b(?:less|more) (?:often|frequently)\b(?! than)", re.IGNORECASE)
"""What a form says of how often and compares with its other answers: alone it tells of a change."""
_DENIED = {"do": "do not", "have": "have not", "are": "are not", "would": "would not"}
_DENIED |= {"will": "will not", "can": "cannot", "could": "could not", "did": "did not"}
_DENIED |= {"were": "were not"}
_ANY = re.compile(
    r"\bany (?!of\b|kind\b|sort\b|other\b|more\b|longer\b|time\b|way\b)", re.IGNORECASE
)
"""What a question says of things that need not be there, and no statement does."""
_OPEN = re.compile(r"\b(?:any(?:one|body|where)?|either|or)\b", re.IGNORECASE)


_TWO = re.compile(
    r"^(?:or|and)\b|\b(?:or|and) (?:do|does|did|has|have|is|are|was|were|would|will)\b",
    re.IGNORECASE,
)
"""What two questions in one have: "Do you, or does anybody else …" is answered for both."""
_PAST = {
    "know": "knew",
    "go": "went",
    "see": "saw",
    "get": "got",
    "have": "had",
    "make": "made",
    "take": "took",
    "give": "gave",
    "find": "found",
    "feel": "felt",
    "think": "thought",
    "come": "came",
    "hear": "heard",
    "read": "read",
    "tell": "told",
    "speak": "spoke",
    "vote": "voted",
    "buy": "bought",
    "pay": "paid",
    "meet": "met",
    "leave": "left",
    "choose": "chose",
    "begin": "began",
    "write": "wrote",
    "spend": "spent",
    "put": "put",
    "try": "tried",
    "apply": "applied",
    "do": "did",
    "say": "said",
    "keep": "kept",
    "need": "needed",
    "want": "wanted",
    "report": "reported",
    "receive": "received",
    "use": "used",
    "visit": "visited",
    "attend": "attended",
    "complain": "complained",
    "ask": "asked",
    "contact": "contacted",
    "notice": "noticed",
    "experience": "experienced",
}
"""What was done, by what somebody did: "Did you report it?", "they reported it"."""


def stated(wording: str, label: str) -> str:
    """What those who gave an answer say of themselves; empty where the words do not lend it."""
    asked = _OR_NOT.sub("", bare(wording))
    often = _OFTEN.fullmatch(asked)
    if often:
        return _within(_how_often(often["rest"], label))
    match = _ASKED.fullmatch(asked)
    if match is None or _TWO.search(match["rest"]):
        return ""
    if _YES.fullmatch(label) and _plain(label):
        return _within(_affirmed(match))
    if _NO.fullmatch(label) and _plain(label):
        return _within(_denied(match))
    return ""


_OR_NOT = re.compile(r",? or not$", re.IGNORECASE)


def _plain(label: str) -> bool:
    """Whether an answer is yes or no, and nothing that takes back a part of it."""
    return len(label.strip(" .!").split()) == 1


def _affirmed(asked: re.Match[str]) -> str:
    rest = _ANY.sub("", asked["rest"]).replace("anything", "something")
    if _OPEN.search(rest):  # "anyone", "or": as true of some as of others
        return ""
    verb, adverb = asked["verb"].casefold(), (asked["adverb"] or "").casefold()
    kept = "" if adverb in ("ever ", "personally ") and verb != "do" else adverb
    kept = "" if kept == "personally " else kept
    lead = "" if verb == "do" else f"{verb} "
    does, _, what = rest.partition(" ")
    if verb == "did" and does.casefold() in _PAST:
        lead, rest = "", f"{_PAST[does.casefold()]} {what}".rstrip()
    return f"say they {lead}{kept}{of_others(rest)}"


def _denied(asked: re.Match[str]) -> str:
    verb, adverb = asked["verb"].casefold(), (asked["adverb"] or "").casefold()
    rest = of_others(asked["rest"])
    if adverb == "ever ":
        lead = {"do": "", "did": ""}.get(verb, f"{verb} ")
        return "" if verb == "did" else f"say they {lead}never {rest}"
    kept = "" if adverb == "personally " else adverb
    return f"say they {_DENIED[verb]} {kept}{rest}"


def _how_often(rest: str, label: str) -> str:
    told = of_others(rest)
    if len(label) > _LABEL or _LESS.search(label):
        return ""
    if _BEFORE.fullmatch(label):
        return f"say they {label.casefold()} {told}"
    return f"say they {told} {small(label)}" if _TIMES.search(label) else ""


def _within(words: str) -> str:
    return words if len(words) <= MOST else ""
