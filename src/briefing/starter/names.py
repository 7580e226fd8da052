"""Names and words made of what an export holds: ids, labels in sentences, shortened wordings."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing.starter.adjectives import ADVERBS, DENIALS
from briefing.survey.sections import TAKINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a word begins within a name that has no spaces."""
_LONGEST_ID = 30
_BEFORE = frozenset({*ADVERBS, *DENIALS}) - {""}
_PRONOUNS = (
    (
        re.compile(
            r"\b(with|to|for|of|by|from|about|at|on|in) you\b(?! (?:are|were|have|had|can))"
        ),
        r"\1 them",
    ),
    (re.compile(r"\byou (?:personally )?"), "they "),
    (re.compile(r"\byou\b"), "they"),
    (re.compile(r"\byourselves\b|\byourself\b"), "themselves"),
    (re.compile(r"\byours\b"), "theirs"),
    (re.compile(r"\byour\b"), "their"),
    (re.compile(r"\bI am\b"), "they are"),
    (re.compile(r"\bI\b"), "they"),
    (re.compile(r"\bmy\b"), "their"),
    (re.compile(r"\bme\b"), "them"),
)


def cleaned(text: str) -> str:
    """Words of an export on one line: tags, controls and repeated spaces are left out."""
    plain = _TAG.sub(" ", text) if "<" in text else text
    plain = plain.replace("&nbsp;", " ").replace("&amp;", "&")
    return " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", plain)).split())


def parted(name: str) -> tuple[str, ...]:
    """The words of a name that a programmer gave a column: ``needsQuietStudy``, ``YearInSchool``.

    One word if it is none: names of things that begin with a capital have two such at most.
    """
    words = _HUMPS.split(name)
    least = 2 if name[:2].islower() else 3
    if len(words) < least or not name.isascii() or not name.isalpha():
        return (name,)
    return (words[0], *(each if each.isupper() else each.lower() for each in words[1:]))


def id_of(words: str, taken: Collection[str] = (), prefix: str = "a") -> str:
    """An id that says what it names, and that none of `taken` is."""
    ascii_only = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    parts = re.findall(r"[a-z0-9]+", ascii_only.replace("'", ""))
    made = ""
    for part in parts:
        longer = f"{made}_{part}" if made else part
        if len(longer) > _LONGEST_ID:
            break
        made = longer
    made = made or (parts[0][:_LONGEST_ID] if parts else prefix)
    if not made[0].isalpha() or made in TAKINGS:
        made = f"{prefix}_{made}"
    found, number = made, 1
    while found in taken:
        number += 1
        found = f"{made}_{number}"
    return found


def ids_of(labels: Iterable[str], prefix: str = "a", taken: Collection[str] = ()) -> dict[str, str]:
    """An id of its own for each label."""
    found: dict[str, str] = {}
    for label in labels:
        found[label] = id_of(label, {*taken, *found.values()}, prefix)
    return found


def either(labels: Iterable[str]) -> str:
    """Labels as one: ``Very or fairly satisfied``, ``Daily, weekly or monthly``."""
    known = list(labels)
    split = [each.split() for each in known]
    alike_end = (
        len(known) > 1
        and len({each[-1].casefold() for each in split}) == 1
        and all(" ".join(each[:-1]).casefold() in _BEFORE for each in split)
    )
    shown = [" ".join(each[:-1]) for each in split[:-1]] + [known[-1]] if alike_end else known
    titled = all(each.istitle() for each in known)  # "Strongly Agree", as some forms write
    lowered = [shown[0], *(each.lower() if titled else small(each) for each in shown[1:])]
    if len(lowered) == 1:
        return lowered[0]
    return f"{', '.join(lowered[:-1])} or {lowered[-1]}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Things in a row: ``a, b and c``."""
    known = list(words)
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} {joint} {known[-1]}"


def small(words: str) -> str:
    """Words as they go on within a sentence: a name or an abbreviation keeps its capital."""
    first, _, rest = words.partition(" ")
    keeps = (
        (first.isupper() and len(first) > 1)
        or first == "I"
        or first.startswith(("I'", "I\N{RIGHT SINGLE QUOTATION MARK}"))
        or any(each.isupper() for each in first[1:])
    )
    return words if keeps else f"{first.lower()} {rest}".rstrip()


def capital(words: str) -> str:
    """Words as a sentence or a label begins."""
    return words[:1].upper() + words[1:]


def shortened(words: str, most: int) -> str:
    """Words cut at a word's end to so many signs, with dots where something is left out."""
    if len(words) <= most:
        return words
    cut = words[: most - 1].rsplit(" ", 1)[0] if " " in words[:most] else words[: most - 1]
    return cut.rstrip(" ,;:-(") + "…"


_ABBREVIATED = re.compile(r"(?:.* )?(?:etc|inc|ltd|co|st|(?:\w\.)+\w)\.", re.IGNORECASE)


def unstopped(label: str) -> str:
    """A label without its full stop; dots and the stop of an abbreviation stay."""
    keeps = label.endswith("..") or not label.endswith(".") or _ABBREVIATED.fullmatch(label)
    return label if keeps else label[:-1].rstrip()


_CLAUSE = re.compile(r"[,;:(\u2013\u2014]| - ")
_LEAST_CLAUSE = 0.4
"""The part of the room that whole clauses fill at least; otherwise as many words as it holds."""
LEADING_ON = frozenset(
    {"a", "an", "and", "are", "at", "by", "each", "for", "from", "in", "is", "of", "on", "or"}
    | {"the", "to", "with", "that", "who", "which", "as", "be"}
    | {"your", "my", "our", "their", "its", "his", "her", "this", "these", "those"}
)
"""Words that nothing which is cut ends with: something must follow."""


def clipped(words: str, most: int) -> str:
    """Words cut to so many signs where the sense allows: behind a clause, before no joint."""
    if len(words) <= most:
        return words
    ends = [m.start() for m in _CLAUSE.finditer(words[:most]) if m.start() >= _LEAST_CLAUSE * most]
    kept = words[: ends[-1]].split() if ends else shortened(words, most).rstrip("…").split()
    while len(kept) > 1 and kept[-1].casefold() in LEADING_ON:
        kept.pop()
    return " ".join(kept).rstrip(" ,;:-(") + "…"


def whole_part(words: str, most: int) -> str:
    """A part of a name or a question that is whole itself, without dots; empty where none fits.

    What only opens it goes (``Overall,``), then what says where or when (``in the past year``).
    """
    asked = capital(_OPENING.sub("", words, count=1))
    if len(asked) <= most:
        return asked
    for adjunct in reversed([*_ADJUNCT.finditer(asked)]):
        part = asked[: adjunct.start()].rstrip(" ,;:-(")
        whole = part.split()[-1].casefold() not in LEADING_ON if part else False
        if len(part) <= most and whole and len(part.split()) >= _WORDS_OF_PART:
            return part
    return ""


_WORDS_OF_PART = 3
_OPENING = re.compile(
    r"(?:(?:overall|all in all|in general|generally|thinking about [^,]+)"
    r"|on a scale [^,]*(?:, where [^,]*)?|auf einer skala [^,]*|insgesamt|alles in allem"
    r"|dans l.ensemble|globalement|en général|sur une échelle [^,]*(?:, où [^,]*)?"
    r"|at ei gilydd|yn gyffredinol), ",
    re.IGNORECASE,
)
"""What stands before a question and asks nothing."""
_ADJUNCT = re.compile(
    r" (?:in|at|during|within|since|over|under|after|before|bei|beim|während|innerhalb|dans|depuis"
    r"|pendant|yn ystod|yng) (?=\S)",
    re.IGNORECASE,
)
"""Where it begins that a question says where or when: what stands before is a question too."""


def of_others(words: str) -> str:
    """What is asked of you, as it is told of others."""
    for pattern, instead in _PRONOUNS:
        words = pattern.sub(instead, words)
    return words
