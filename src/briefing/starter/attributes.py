"""What is known of respondents: columns that part them into groups, and what these are called."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter.known import (
    ATTRIBUTE_ANSWERS,
    ATTRIBUTE_LABELS,
    ATTRIBUTES,
    COUNT,
    COUNTABLE,
    NAMED,
    OPINION,
    YES_NO,
)
from briefing.starter.model import GuessedAttribute
from briefing.starter.names import capital, id_of, shortened
from briefing.starter.pronouns import of_others
from briefing.starter.rounds import ROUNDS
from briefing.starter.scales import UNORDERED
from briefing.starter.topics import without_number
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from briefing.starter.field import Field
    from briefing.starter.found import Found
    from briefing.starter.model import GuessedScale

_WORDS = 6
"""Words of the longest label of an attribute."""
_LABEL = 40
"""Signs of what an attribute is called, where another one has its name already."""
_NAMING = 9
"""So many words at most ask who somebody is where the answers are yes and no, as a rule."""


def add_attribute(own: Field, kind: str, scale: GuessedScale, found: Found) -> None:
    """Add the attribute of this kind that a field is, with the groups of a scale."""
    taken = {*(each.id for each in found.attributes), *found.responses}
    name = id_of(kind, taken, "group")
    out = {each.label for each in scale.answers if _NO_GROUP.fullmatch(alike(each.label))}
    groups = tuple(each for each in scale.answers if each.label not in out)
    unsaid = [f"“{each}” is taken for no answer, not for a group: is it?" for each in sorted(out)]
    found.responses[name] = tuple("" if each in out else each for each in own.cells)
    if kind in NAMED:
        scale = replace(scale, doubts=tuple(e for e in scale.doubts if e != UNORDERED))
    names = [_OF_ALL.sub("", own.question)] if _is_name(own.question) else []
    asked = _length(own.question) or (scale.family == "yes_no" and _being(own.question))
    label = names[0] if names else asked or ATTRIBUTE_LABELS.get(kind, kind)
    if not names and any(each.label == capital(label) for each in found.attributes):
        label = shortened(without_number(own.question).rstrip("?:. "), _LABEL)
    tells = "when respondents were asked" if kind in ROUNDS else "who respondents are"
    reason = f"tells {tells}, by its name or wording ({kind})"
    found.attributes.append(
        GuessedAttribute(
            name,
            capital(label.replace("_", " ")),
            without_number(own.question),
            groups,
            own.name,
            reasons=(reason, *scale.reasons),
            doubts=(*scale.doubts, *unsaid, *filter(None, (own.doubt,))),
        )
    )


_NO_GROUP = re.compile(r"n/a|n\.a\.")
"""What is written where nothing was to be said; NA may be a name (conventions, 3, 24)."""
_LENGTH = re.compile(
    r"(?:\w+ly,? )?how (?:long|many (?P<unit>years|months)) have you (?:been )?(?P<what>.+)",
    re.IGNORECASE,
)
_LONGEST = 36


def _length(wording: str) -> str:
    """What a length of time is called: ``Years in this role``, ``Time living in the village``."""
    match = _LENGTH.fullmatch(without_number(wording).strip(" ?:."))
    if match is None:
        return ""
    name = f"{match['unit'] or 'time'} {of_others(match['what'])}"
    return capital(name) if len(name) <= _LONGEST else ""


_OF_ALL = re.compile(
    r"(?<=\w) of (?:the )?respondents?$|^respondent(?:'s|\u2019s|s')? (?=\w)", re.IGNORECASE
)
"""What a name of a column says of every attribute."""
_BEING = re.compile(
    r"are you (?:currently |also )?(?:an?|the) (?P<what>[^\W\d_][\w\u2019' -]+)", re.IGNORECASE
)


def _being(wording: str) -> str:
    """What a question of yes and no asks whether somebody is: ``Line manager``."""
    match = _BEING.fullmatch(without_number(wording).strip(" ?:."))
    what = match["what"] if match else ""
    return capital(what) if len(what) <= _LONGEST and " or " not in what else ""


def _is_name(words: str) -> bool:
    """Whether words are short, and no question or code: what an attribute can be called."""
    if words.endswith(("…", "..")):
        return False
    return len(words.split()) <= _WORDS and not re.search(r"[?\d]", words)


def _named_kind(words: tuple[str, str]) -> str:
    """The attribute that a short name alone tells: of ``region`` the codes are no points."""
    return next(
        (
            kind
            for kind, pattern in ATTRIBUTES
            if kind in NAMED and any(re.search(pattern, each) for each in words)
        ),
        "",
    )


def attribute_of(own: Field, scale: GuessedScale, place: float) -> str:
    """The id of the attribute that a column is, empty if it is a question."""
    words = (own.name.casefold().replace("_", " "), own.question.casefold())
    coded = scale.family == "rating" and all(each.label.isdigit() for each in scale.answers)
    if coded and _is_name(own.question) and (kind := _named_kind(words)):
        return kind
    if scale.family not in ("", "bands", "yes_no", "schooling"):
        return ""
    asks = scale.family == "yes_no" and len(own.question.split()) > _NAMING
    opinion, count = (bool(each.search(words[1])) for each in (OPINION, COUNT))
    for kind, pattern in ATTRIBUTES:
        if count and kind not in COUNTABLE:
            continue
        told = any(re.search(pattern, each) for each in words[: 1 if opinion else 2])
        if told and not (asks and kind not in YES_NO):
            return kind
    if opinion:
        return ""
    forms = {alike(each.label) for each in scale.answers}
    for kind, answers in ATTRIBUTE_ANSWERS:
        if len({word for form in forms for word in form.split("/")} & answers) > 1:
            return kind
    brief = len(own.question.split()) <= 2 and "?" not in own.question  # noqa: PLR2004 - a name
    plain = re.fullmatch(r"[A-Za-z][A-Za-z _]+", own.question)
    at_end = place < 0.2 or place > 0.8  # noqa: PLR2004 - where such questions stand
    names = all(len(each.label.split()) <= 3 for each in scale.answers)  # noqa: PLR2004 - a name
    apart = brief and plain and at_end and names and not scale.family
    return id_of(own.question) if apart else ""
