"""Names and words made of what an export holds: ids, labels in sentences, shortened wordings."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing.starter.adjectives import ADVERBS, DENIALS
from briefing.survey.sections import TAKINGS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a word begins within a name that has no spaces."""
_LONGEST_ID = 30
_BEFORE = frozenset({*ADVERBS, *DENIALS, "probably", "definitely"}) - {""}


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
    used = {*taken}
    for label in labels:
        found[label] = id_of(label, used, prefix)
        used.add(found[label])
    return found


def either(labels: Iterable[str]) -> str:
    """Labels as one: ``Very or fairly satisfied``, ``Yes, definitely or probably``.

    What all begin or end with is said once.
    """
    known = list(labels)
    split = [each.split() for each in known]
    titled = all(each.istitle() for each in known)  # "Strongly Agree", as some forms write
    lead = _shared(split) if len(known) > 1 else 0
    if lead and not (split[0][lead - 1].endswith(",") or split[0][:lead] in (["A"], ["An"])):
        lead = 0
    tail = _shared([each[lead:][::-1] for each in split]) if len(known) > 1 else 0
    middles = [" ".join(each[lead : len(each) - tail]) for each in split]
    if not all(middles) or not (lead or all(each.casefold() in _BEFORE for each in middles)):
        lead, tail, middles = 0, 0, known
    lowered = [each.lower() if titled else small(each) for each in middles]
    if not lead:
        lowered[0] = middles[0]
    ends = split[0][len(split[0]) - tail :]
    ends = [each.lower() for each in ends] if titled else ends
    return " ".join((*split[0][:lead], listed(lowered, "or"), *ends))


def as_adjective(words: str) -> str:
    """Words with an adjective at their end, where a form slipped: ``somewhat comfortably``."""
    return re.sub(r"bly$", "ble", words)


def _shared(split: Sequence[Sequence[str]]) -> int:
    """How many words all begin with."""
    count = 0
    for words in zip(*split, strict=False):
        if len({as_adjective(each.casefold()) for each in words}) > 1:
            break
        count += 1
    return count


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
    """A label without its full stop or colon; dots and the stop of an abbreviation stay."""
    label = label.rstrip(" :") or label
    keeps = label.endswith("..") or not label.endswith(".") or _ABBREVIATED.fullmatch(label)
    return label if keeps else label[:-1].rstrip()


_CLAUSE = re.compile(r"[,;:(\u2013\u2014]| - ")
_LEAST_CLAUSE = 0.4
"""The part of the room that whole clauses fill at least; otherwise as many words as it holds."""
LEADING_ON = frozenset(
    {"a", "an", "and", "are", "at", "by", "each", "for", "from", "in", "is", "of", "on", "or"}
    | {"not", "the", "to", "with", "that", "who", "which", "as", "be"}
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


def headed(label: str, most: int) -> str:
    """A label of at most so many signs, or its head before a comma or a bracket; never dots.

    Empty where neither is short enough: half a label says another thing than the whole.
    """
    if len(label) <= most:
        return label
    ends = [match.start() for match in _CLAUSE.finditer(label) if match.start() <= most]
    for end in reversed(ends):
        head = label[:end].rstrip(" ,;:-(")
        words = head.split()
        closed = head.count("(") == head.count(")")
        if closed and len(words) >= _WORDS_OF_HEAD and words[-1].casefold() not in LEADING_ON:
            return head
    return ""


_WORDS_OF_HEAD = 2


def whole_part(words: str, most: int) -> str:
    """A part of a name or a question that is whole itself, without dots; empty where none fits.

    What only opens it goes (``Overall,``), then what says where, when, why or on what condition.
    """
    asked = capital(opened(words))
    if len(asked) <= most:
        return asked
    for adjunct in reversed([*_ADJUNCT.finditer(asked)]):
        part = asked[: adjunct.start()].rstrip(" ,;:-(")
        closed = part.count("(") == part.count(")")
        if closed and len(part) <= most and _stands_alone(part, adjunct[0].strip().casefold()):
            return part
    return ""


def opened(words: str) -> str:
    """A question without what stands before it and asks nothing."""
    rest = _OPENING.sub("", words, count=1)
    return rest if len(rest.split()) >= _WORDS_OF_PART else words


def _stands_alone(part: str, cut: str) -> bool:
    """Whether a part is whole although what begins with the joint `cut` is gone."""
    words = part.casefold().split()
    if len(words) < _WORDS_OF_PART or words[-1] in LEADING_ON or _ONLY_OPENS.fullmatch(part):
        return False
    return not (cut.startswith(("in", "at", "on", "with")) and words[-1] in _NEEDING)


_WORDS_OF_PART = 3
_ONLY_OPENS = re.compile(
    r"(?:.* )?(?:please )?(?:tell|let) (?:me|us)(?: know)?|(?:.*[.:;\u2026] )?(?:is|are) there"
    r"|(?:.* )?would you say(?: \w+)?",
    re.IGNORECASE,
)
"""What asks nothing yet: "Please tell me whether …", "Would you say life in …"."""
_OPENING = re.compile(
    r"(?:(?:overall|all in all|in general|generally|thinking about [^,]+|taking [^,]+ into account"
    r"|(?:in|over|during) the (?:last|past|previous) (?:\w+ )?\w+|(?:the )?last time you [^,]+)"
    r"|on a scale [^,]*(?:, where [^,]*)?|auf einer skala [^,]*|insgesamt|alles in allem"
    r"|dans l.ensemble|globalement|en général|sur une échelle [^,]*(?:, où [^,]*)?"
    r"|at ei gilydd|yn gyffredinol), "
    r"|(?:in|over|during) the (?:last|past|previous) (?:\w+ )?\w+ (?=have |did |how )",
    re.IGNORECASE,
)
"""What stands before a question and asks nothing."""
_ADJUNCT = re.compile(
    r",? (?:in(?! order\b| which\b| whom\b)|at(?! which\b| all\b)|during|within|since|over|under"
    r"|after|before|because|when(?=ever|\b)|where|if|unless|although|while|until|from when|so that"
    r"|in order to|such as|including|including the|without|with each of|to what extent"
    r"|bei|beim|während|innerhalb|dans|depuis|pendant|yn ystod|yng) (?=\S)"
    r"|, (?:either|for example|for instance) (?=\S)",
    re.IGNORECASE,
)
"""Where it begins that a question says where, when or why: what stands before is one too."""
_NEEDING = frozenset(
    {"anyone", "someone", "anybody", "somebody", "people", "person", "children", "persons"}
    | {"live", "lives", "lived", "living", "trust", "confidence", "order", "part", "interest"}
    | {"interested", "involved", "believe", "participate", "is", "are", "was", "were", "be"}
    | {"been", "stay", "look", "happy", "satisfied", "confident", "engaged", "work", "good", "it"}
)
"""Words that mean little without what stands in, at or with which they are."""
