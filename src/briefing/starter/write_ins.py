"""What respondents wrote in the place of a label, told from the labels of a form by its tail.

A form has few answers, each given again and again; what was typed beside "Other" is given by one
respondent or two, and may tell who somebody is: it is never a group of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.known import KNOWN_GROUPS
from briefing.starter.persons import names_a_person, reads_like_a_person
from briefing.starter.ways_out import way_out
from briefing.survey.apart import is_other
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

OTHER = "Other"
_MOST = 2
"""Respondents who write the same words, at most."""
_ENOUGH = 40
"""Of so many who answered, more than one or two give each label of a form, as a rule."""
_APART = 5
"""So many at least give each of the others: where some are given by fewer, the tail is a list's."""
_COVERED = 0.6
_LEAST = 2
"""So many labels at least that more than one respondent gave make a choice."""
_SOME, _STRAYS = 20, 0.4
"""Of so many who answered hardly so large a part gives labels of a form that nobody else does."""
_OWN = re.compile(r"\b(?:I(?= \w)|I'm|I've|[Mm]y|[Ww]e|[Oo]ur)\b|[!?]$")
"""What people write of themselves, and no form does in a label."""
_SPECIFIED = re.compile(r"[^:(\u2013-]*(?::|\s[\u2013-]\s|\()\s*(?P<what>.*?)\)?")
_ASKS = re.compile(
    r"(?:please|bitte|précise|especif|nodwch|specify|state|say|write|in)\b.*", re.IGNORECASE
)
"""What a form asks of who has another answer: ``Other (please specify)``."""
_BRACKET = re.compile(r"\W*\(.*")
_ELSE = re.compile(r"\S+|(?:something|someone|somewhere) else|etwas \S+|otra opción", re.IGNORECASE)


def label_of_others(labels: Iterable[str]) -> str:
    """What a form calls the answers that it did not think of."""
    return next(filter(_is_plain, labels), OTHER)


def typed_in(counts: Mapping[str, int]) -> frozenset[str]:
    """The answers to a question that respondents wrote where a form had no label for them.

    Of many who answered nobody gives a label alone; of few only what reads like nobody's label, or
    like a name, is taken for one's own words.
    """
    rare = rare_in(counts)
    own = frozenset(each for each in rare if _tells_who(each))
    number, often = sum(counts.values()), sum(n for n in counts.values() if n > 1)
    forms = sum(count > 1 for label, count in counts.items() if label not in own)
    if number < _ENOUGH or forms < _LEAST or often < _COVERED * number:
        return own
    if any(count > 1 and _asks_to_specify(label) for label, count in counts.items()):
        return own  # what was typed stands elsewhere, for the form's own words stand here
    return own | {each for each in rare if counts[each] == 1}


def written_in(counts: Mapping[str, int], declared: Collection[str] = ()) -> frozenset[str]:
    """The answers that are respondents' own words, of which nobody can say that a form had them."""
    rare = rare_in(counts, declared)
    often = {each: count for each, count in counts.items() if each not in rare}
    number = sum(counts.values())
    told = [count for each, count in often.items() if not (way_out(each) or is_other(each))]
    tail = (
        number >= _ENOUGH
        and len(told) > 1
        and min(told) >= _APART
        and sum(often.values()) >= _COVERED * number
    )
    small = sum(each[:1].islower() for each in often) * 2 >= len(often)
    return frozenset(each for each in rare if tail or _is_own(each, small=small))


def is_of_names(counts: Mapping[str, int]) -> bool:
    """Whether so many gave an answer that nobody else did that these are no labels of a form."""
    number, alone = sum(counts.values()), sum(count == 1 for count in counts.values())
    return number >= _SOME and alone > _STRAYS * number


def asked_of(written: Collection[str], other: str) -> Iterator[str]:
    """What is asked of answers of one or two respondents, who may be known by them.

    `other` is the group of what was `written`.
    """
    if written:
        few = "group is" if len(written) == 1 else "groups are"
        yield (
            f"{len(written)} {few} of one or two respondents, who may have written it themselves, "
            f"so “{other}” counts them: did the form offer one of them? Then make it a group of "
            "its own and take it out of the values"
        )


def rare_in(counts: Mapping[str, int], declared: Collection[str] = ()) -> frozenset[str]:
    """The answers that one or two gave, without those that any form may have."""
    return frozenset(
        each
        for each, count in counts.items()
        if count <= _MOST
        and each not in declared
        and not (way_out(each) or look.number(each) is not None)
        and not _is_plain(each)
        and alike(each) not in KNOWN_GROUPS
    )


def _is_plain(label: str) -> bool:
    """Whether a label is "Other" and nothing besides, or asks for words of one's own."""
    bare = _BRACKET.sub("", label).strip(" ,;:.\u2026-")
    asked = re.split(r"[,;:\u2013-]\s*|\s(?=please\b)", bare, maxsplit=1)
    asks = len(asked) < 2 or bool(_ASKS.fullmatch(asked[1]))  # noqa: PLR2004 - what stands behind
    return is_other(label) and asks and bool(_ELSE.fullmatch(asked[0])) and not _specifies(label)


def _asks_to_specify(label: str) -> bool:
    """Whether a label is that of others and asks for words: ``Other (please specify)``."""
    match = _SPECIFIED.fullmatch(label) if is_other(label) else None
    return bool(match and _ASKS.fullmatch(match["what"]))


def _specifies(label: str) -> bool:
    """Whether words stand behind "Other" that somebody wrote: ``Other: my van``."""
    match = _SPECIFIED.fullmatch(label) if is_other(label) else None
    return bool(match and match["what"] and not _ASKS.fullmatch(match["what"]))


def _tells_who(label: str) -> bool:
    """Whether a label may tell who gave it: a name, an address, words behind "Other"."""
    named = reads_like_a_person(label) or names_a_person(label)
    return named or look.MASK in label or _specifies(label)


def _is_own(label: str, *, small: bool) -> bool:
    """Whether a label reads like no form's; `small` is whether the form's begin so."""
    plain = label[:1].islower() and not small
    return plain or _tells_who(label) or bool(_OWN.search(label))
