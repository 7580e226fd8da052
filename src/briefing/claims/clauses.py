"""Sentences cut into clauses, and clauses into what they tell of and what they tell of it.

It takes no grammar to weigh a clause, only its first finite verb: what stands before it is its
subject. Of “when asked, the survey found that most agree” the opening is “when asked”, and the
subject “most”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.claims import inflected

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = re.compile(
    r"[.!?]+(?:\s|$)|[;:()\u2013\u2014]\s?"
    r"|,\s(?=(?:and|but|while|whilst|although|though|whereas|so|yet|because|as\s(?!well\b|if\b))\b)"
    r"|\s(?=(?:and|but|while|whilst|although|whereas)\s(?:most|many|few|some|all|both|nearly|almost|"
    r"hardly|none|nobody|no|more|fewer|less|the|their|they|those)\b)"
)
_STOPS = re.compile(r"[.!?]+(?:\s|$)")
_SHORTEST = 12
"""Signs of a clause: what is shorter belongs to the next one."""
_SHORTEST_BEHIND = 8
"""Signs behind what opens a clause."""
_JOINTS = re.compile(
    r"\s*(?:(?:and|but|while|whilst|although|though|whereas|because|so|yet|indeed|also|in\sfact|"
    r"(?:however|overall|generally|additionally|perhaps|unsurprisingly|surprisingly|encouragingly|"
    r"reassuringly|interestingly|notably)(?=,)|perhaps\s[a-z]+ly(?=,))\b,?\s+)+"
)
_OPENING = re.compile(
    r"(?:to|if|unless|when|as|by|in|once|before|after|since|from|given|for|with|through|over|during|"
    r"of|on|at|asked|according|compared|among|across|despite|until|within|under|like|unlike)\b[^,]*,\s*"
)
_SHOWS = (
    r"shows?|showed|shown|found|reveal(?:s|ed)?|indicate[sd]?|suggest(?:s|ed)?|confirm(?:s|ed)?|"
    r"highlight(?:s|ed)?"
)
_REPORTING = re.compile(
    rf"[^,]{{0,80}}?\b(?:(?:{_SHOWS}|finds?|(?:told|tells?)\sus|seen?|noticed|appear(?:s|ed)?|striking|"
    r"clear|pleasing|interesting|surprising|surprise|surprised|it\smay\sbe)"
    r"(?:\s(?:also|further|clearly))?\sthat\b"
    rf"|(?:{_SHOWS})(?:\s(?:also|further|clearly))?"
    r"\s(?=(?:an?|the|some|no|significant|substantial|much|wide|lower|higher|steadily|"
    r"[A-Z][a-z]+|differences?|improvements?)\b))\s*"
)
_IRREGULAR = (
    r"understood|stood|lost|won|met|slept|bought|sold|forgot|brought|drove|wore|bore|hit|sent|ate|"
    r"said|felt|found|thought|told|saw|held|knew|rose|fell|grew|went|came|gave|took|made|became|kept|"
    r"left|led|met|ran|spoke|wrote|chose|drew|got|swelled|spent|paid|read|"
    r"is|are|was|were|has|have|had|do|does|did|will|would|should|must|can|could|(?<!\bin\s)(?<!last\s)(?<!\d\s)may|might|shall|"
    r"cannot|(?:ai|are|is|do|does|was|were|did|has|have|wo|ca)n['\u2019]t|it['\u2019]s|there['\u2019]s"
)
_REGULAR = (
    "show find suggest indicate reveal report feel think believe say agree disagree want need "
    "seem appear tend remain continue vary differ prefer value see use rate rank include "
    "provide offer explore ask measure look gauge track aim describe consist contain cover "
    "require mean refer help allow enable make take give work live know trust love like enjoy "
    "support oppose express identify compare score outline highlight summarise reflect depend "
    "lead bring represent cite mention name top drive outweigh exceed receive experience face "
    "struggle lack dominate stand prove become get go come perform choose pay spend visit "
    "attend recognise recognize call expect hope welcome present explain examine evaluate "
    "assess uphold conduct produce review wish thank appreciate focus listen deserve respond "
    "answer complete vote plan worry complain set start begin play align guide inform fall rise "
    "grow increase decrease decline improve drop sleep complain doubt lean earn"
)
_FINITE = re.compile(
    rf"\b(?:{_IRREGULAR}|{'|'.join(inflected.finite(_REGULAR.split()))}|(?!need)[a-z]{{3,}}ed)\b"
    r"|\b(?=(?:who|that|which)\b)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a text in small letters, and where it starts and ends.

    `opening` precedes the comma before its subject, `words` are what follows; in them `subject`
    precedes its verb, and `verb` is all the rest. `sentence` is the whole that it is part of.
    """

    start: int
    end: int
    words: str
    opening: str
    subject: str
    verb: str
    sentence: str


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text in small letters, people marked, from left to right."""
    begins, at = 0, 0
    for stop in (*_STOPS.finditer(text), None):
        ends = stop.end() if stop else len(text)
        sentence = text[begins:ends]
        for end in _ENDS.finditer(text, at, ends):
            if end.start() - at >= _SHORTEST:
                yield _clause(text, at, end.start(), sentence)
                at = end.end()
        begins = ends
    if text[at:].strip():
        yield _clause(text, at, len(text), sentence)


def _clause(text: str, start: int, end: int, sentence: str) -> Clause:
    words = text[start:end]
    joint = _JOINTS.match(words)
    begin = joint.end() if joint else 0
    opened = begin
    if (opening := _OPENING.match(words, begin)) and len(words) - opening.end() >= _SHORTEST_BEHIND:
        opened = opening.end()
    told = reporting.end() if (reporting := _REPORTING.match(words, opened)) else opened
    verb = _FINITE.search(words, told + 1)  # a subject has a word at least
    at = verb.start() if verb else len(words)
    subject = words[told:at].strip()
    return Clause(start, end, words[opened:], words[begin:opened], subject, words[at:], sentence)
