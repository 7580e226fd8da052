"""What a questionnaire tells its interviewers, taken out of wordings and labels.

A poll's file keeps the script: ``Q.14 Would you … [READ IN ORDER]``, ``Some chance [OR]``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.starter.field import Field

_TOLD = re.compile(
    r"\s*\[\s*(?:OR|READ|IF|DO NOT|VOL|RANDOMI[SZ]E|ROTATE|PROBE|PRONOUNCED|NOTE|INTERVIEWER|SHOW|"
    r"PROGRAMMER|INSTRUCTION|ASK|BE SURE|ENTER|SINGLE|MULTIPLE|SELECT|CODE|RECORD)\b[^\[\]]*\]\s*"
)
"""In capitals, as scripts are; what a program inserts ([NAME]) is a part of its sentence."""
_CUT = re.compile(r"\s*\[\s*(?:IF|READ|DO NOT|PROBE|NOTE|INTERVIEWER|ASK|PROGRAMMER)\b[^\[\]]*$")
"""The same without its end, as files cut long wordings."""
_PUT_IN = re.compile(r"\[\s*(?:INSERT|NEXT|SAME)\b[^\[\]]*\]")
"""Where something else was read out to each, or for each item."""
_BETWEEN = re.compile(r"(?<=\S)\s*\[\s*OR\s*\]\s*(?=\S)")
"""Between two statements that one was chosen of."""
_SAID_IF = re.compile(r"(?<=\w)\s*\[\s*IF\b[^\[\]]*\bREAD:[^\[\]]*\]\s*(?=[a-z])")
"""The same within a sentence, by what somebody had answered before."""
_ASKED_IF = re.compile(r"\s*\[If [^\[\]]*\bask:?\]\s*")
_LOOSE = re.compile(r"\s+(?=[?!,;:])")
_CODE = re.compile(r"(?P<code>[A-Za-z][A-Za-z0-9._]{0,11})[.:]?\s+(?=\S)")
_ONE_OF = re.compile(r"\d*[a-z]?\d+")
"""What is behind such a name in one of several columns: ``RACE Which …`` of ``race3m1``."""
_ASKS = re.compile(
    r"\(|(?:which|what|how|who|where|when|do|does|did|are|is|were|was|have|has|would|will|can"
    r"|could|should|thinking|please)\b",
    re.IGNORECASE,
)


def unscripted(field: Field) -> Field:
    """The field in the words that a respondent heard, without its own name before them."""
    given = {each: _spoken(each) for each in {*field.declared, *field.cells}}
    question = _unnamed(_spoken(field.question), field.name)
    if question == field.question and all(each == said for each, said in given.items()):
        return field
    return replace(
        field,
        question=question,
        declared=tuple(given[each] for each in field.declared),
        cells=tuple(given[each] for each in field.cells),
    )


def _spoken(text: str) -> str:
    """A text without what is told to interviewers; all of it, if nothing else would be left."""
    if "[" not in text:
        return text
    heard = _PUT_IN.sub("…", _SAID_IF.sub(" … ", _BETWEEN.sub(" or ", text)))
    plain = _ASKED_IF.sub(" ", _CUT.sub("", _TOLD.sub(" ", heard)))
    return _LOOSE.sub("", plain).strip() or text


def _unnamed(wording: str, name: str) -> str:
    """A wording without the name of its column: ``Q.1 Do you …`` of a column ``q1``.

    So it is where a file put a q before that: ``L1. Have you …`` of a column ``ql1``.
    """
    match = _CODE.match(wording)
    if match is None:
        return wording
    code = match["code"].replace(".", "").casefold()
    rest, own = wording[match.end() :], name.casefold()
    one = match["code"].isupper() and own.startswith(code) and _ONE_OF.fullmatch(own, len(code))
    if own not in (code, f"q{code}") and not (one and _ASKS.match(rest)):
        return wording
    shouted = match["code"].isupper() or not match["code"].isalpha()
    return rest if shouted and len(rest.split()) > 1 else wording
