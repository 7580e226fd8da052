"""Scales known by their words: families, adverbs with adjectives, denials, comparisons.

Each way takes the forms of labels by the labels, and places all of them or none.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter.adjectives import FEELING, NEUTRALS, QUALITIES, level_of, opposed
from briefing.starter.bands import rate_levels
from briefing.starter.families import FAMILIES
from briefing.starter.languages import ELSEWHERE
from briefing.starter.names import as_adjective, id_of
from briefing.starter.placed import FEW_LEVELS, Placed

if TYPE_CHECKING:
    from collections.abc import Mapping

_FAMILIES = tuple((each, each.wordings) for each in (*FAMILIES, *ELSEWHERE))


def listed_family(forms: Mapping[str, str]) -> Placed | None:
    """The first family that has a level for every form: agreement, frequency, extent."""
    if len(forms) < 2:  # noqa: PLR2004 - one answer is no scale
        return None
    for family, wordings in _FAMILIES:
        if all(form in wordings for form in forms.values()):
            levels = {label: wordings[form] for label, form in forms.items()}
            diverging = min(levels.values()) < 0 < max(levels.values())
            return Placed(
                family.id,
                levels,
                f"recognised as a scale of {family.id.replace('_', ' or ')}, put in its order",
                family.positive,
                family.negative,
                family.says,
                top=0 if family.negative else 2,
                diverging=diverging,
                ascending=family.ascending,
            )
    return None


def often(forms: Mapping[str, str]) -> Placed | None:
    """How often something is done, in words that say it: ``a few times a week``."""
    levels = rate_levels(forms) if len(forms) > 1 else None
    if levels is None:
        return None
    reason = "recognised by how often they say that something is done, put in that order"
    return Placed("frequency", levels, reason, "often", top=2)


HEDGED = re.compile(r"(\S.*?)(?:,? but |: | \(| [-\u2013] | ?-- ?|, | that ).+")
"""Behind its level an answer says more: ``Never, but open to it``, ``High: all of it``."""


def hedged(forms: Mapping[str, str]) -> Placed | None:
    """Answers of which some say more behind their level.

    What stands before it tells the level, unless another answer has the same: then nothing does.
    """
    plain = {label: HEDGED.sub(r"\1", form) for label, form in forms.items()}
    if plain == forms:
        return None
    for way in (listed_family, often, taken_apart):
        placed = way(plain)
        if placed:
            return placed
    return None


def taken_apart(forms: Mapping[str, str]) -> Placed | None:
    """Scales of an adverb and an adjective: ``fairly satisfied``, ``not at all important``."""
    if len(forms) < 2:  # noqa: PLR2004 - one answer is no scale
        return None
    for adjectives, says in ((FEELING, "are {label}"), (QUALITIES, "call it {label}")):
        for adjective, opposites in adjectives.items():
            levels = {
                label: level_of(as_adjective(form), adjective, opposites)
                for label, form in forms.items()
            }
            found = {label: level for label, level in levels.items() if level is not None}
            if len(found) < len(forms) or max(found.values()) <= 0:
                continue
            below = [level for level in found.values() if level < 0]
            against_it = any(
                level < 0 and opposed(forms[e], opposites) for e, level in found.items()
            )
            diverging = against_it or len(below) > 1 or 0 in found.values()
            name = id_of(adjective)
            against = f"not_{name}" if not opposites or not against_it else id_of(opposites[0])
            return Placed(
                name,
                found,
                f"recognised by how {adjective} they are, put in that order",
                name,
                against,
                (says, says),
                top=2,
                diverging=diverging and bool(below),
            )
    return None


_PREFIX = re.compile(r"^(?:yes|no)(?:,|:| -)? (?=\S)")
_OPPOSITES = ("un", "in", "im", "dis")


def of_any_adjective(forms: Mapping[str, str]) -> Placed | None:
    """The same of an adjective that no table has: ``yes, very rude``, ``not rude at all``."""
    plain = {label: _PREFIX.sub("", form) for label, form in forms.items()}
    plain = {
        label: re.sub(r"^not (.+) at all$", r"not at all \1", form) for label, form in plain.items()
    }
    if not all(plain.values()):  # of signs alone
        return None
    last = {form.split()[-1] for form in plain.values() if not NEUTRALS.fullmatch(form)}
    shortest = min(last, key=len, default="")
    opposites = tuple(f"{each}{shortest}" for each in _OPPOSITES)
    if len(forms) < FEW_LEVELS or not last <= {shortest, *opposites}:
        return None
    levels = {label: level_of(form, shortest, opposites) for label, form in plain.items()}
    found = {label: level for label, level in levels.items() if level is not None}
    if len(found) < len(forms) or max(found.values()) <= 0:
        return None
    below = [level for level in found.values() if level < 0]
    asked = any(_PREFIX.match(form) for form in forms.values())
    name = id_of(shortest)
    return Placed(
        name,
        found,
        f"recognised by how {shortest} they are, put in that order",
        name,
        f"not_{name}",
        top=2,
        diverging=bool(below) and (asked or len(below) > 1 or 0 in found.values()),
    )


def with_yes(forms: Mapping[str, str]) -> Placed | None:
    """A scale behind yes or no, of a thing that all name: ``yes, very good value``."""
    split = [_PREFIX.sub("", form).split() for form in forms.values()]
    shared = min(map(len, split)) > 1 and len({each[-1] for each in split}) == 1
    plain = {
        label: " ".join(words[:-1] if shared else words)
        for label, words in zip(forms, split, strict=True)
    }
    if len(forms) < FEW_LEVELS or plain == dict(forms) or not all(plain.values()):
        return None
    placed = listed_family(plain) or taken_apart(plain)
    return replace(placed, says=("", "")) if placed else None


_DENIED = re.compile(
    r"(?:(?:i|we) (?:do not|don't|have not|haven't|have never|never|did not|didn't)|not|no|never"
    r"|(?:je |nous )?(?:n'|ne )|ich .*nicht|nunca|jamais|nie)\b.+"
)


def with_denial(forms: Mapping[str, str]) -> Placed | None:
    """How often or how much, and one sentence that denies it at all: ``I do not use it``."""
    denied = [label for label, form in forms.items() if _DENIED.fullmatch(form)]
    if len(denied) != 1 or len(forms) <= FEW_LEVELS:
        return None
    rest = {label: form for label, form in forms.items() if label not in denied}
    if forms[denied[0]].startswith(tuple(rest.values())):  # "Never" beside "Never, but soon"
        return None
    for way in (listed_family, often, hedged):
        placed = way(rest)
        if placed and placed.family in _AMOUNTS:
            lowest = min(placed.levels.values()) - 1
            return replace(placed, levels={**placed.levels, denied[0]: lowest})
    return None


_AMOUNTS = frozenset({"frequency", "extent", "extent_of_two_ends", "period"})
"""Scales that a sentence may deny at all."""
_COMPARED = re.compile(r"(?P<much>.+?) (?:than|as) (?P<what>\S.*)")
_AS_IT_IS = re.compile(r"(?:about |exactly |just |roughly )?what (?=\S)")
"""The middle of a comparison in other words: ``about what I expected``."""


def compared(forms: Mapping[str, str]) -> Placed | None:
    """Answers that compare with one and the same: ``much more than I do``, ``the same as I do``."""
    matches = {
        label: _COMPARED.fullmatch(_AS_IT_IS.sub("about the same as ", form))
        for label, form in forms.items()
    }
    found = {label: match for label, match in matches.items() if match}
    if len(found) < len(forms) or len({match["what"] for match in found.values()}) != 1:
        return None
    return listed_family({label: match["much"] for label, match in found.items()})


def led(forms: Mapping[str, str]) -> Placed | None:
    """Answers that begin alike: ``I expect it to increase``, ``I expect it to stay the same``.

    One may begin otherwise, if it denies that it is done at all: ``I plan to stop using it``.
    """
    split = {label: form.split() for label, form in forms.items()}
    starts = Counter(tuple(words[:_LEAD]) for words in split.values() if len(words) > _LEAD)
    if len(forms) < FEW_LEVELS or not starts:
        return None
    start, number = starts.most_common(1)[0]
    alike_all = [words for words in split.values() if tuple(words[:_LEAD]) == start]
    other = [label for label, words in split.items() if tuple(words[:_LEAD]) != start]
    if number < FEW_LEVELS or len(other) > 1 or not all(_GIVEN_UP.search(forms[e]) for e in other):
        return None
    shared = 0
    for words in zip(*alike_all, strict=False):
        if len(set(words)) > 1:
            break
        shared += 1
    rest = {label: " ".join(w[shared:]) for label, w in split.items() if label not in other}
    placed = listed_family(rest) or taken_apart(rest) if all(rest.values()) else None
    if placed is None:
        return None
    lowest = min(placed.levels.values()) - 1
    return replace(placed, levels={**placed.levels, **dict.fromkeys(other, lowest)}, says=("", ""))


_LEAD = 2
"""Words that answers begin with at least, to have the same beginning."""
_GIVEN_UP = re.compile(r"\b(?:stop|give up|no longer|not|never|don't|won't)\b")
