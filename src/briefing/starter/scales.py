"""Labels to a scale: recognised by what they say, put into order by that, nets proposed.

Nothing is ever ordered by the alphabet. What no table knows stands as the export declares it, and
where it declares nothing by how often it was given, with a question to the editor.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.starter.adjectives import FEELING, NEUTRALS, QUALITIES, level_of, opposed
from briefing.starter.bands import at_least, band_levels, range_levels, rate_levels
from briefing.starter.ends import TENTH, points_in
from briefing.starter.families import FAMILIES
from briefing.starter.languages import ELSEWHERE
from briefing.starter.model import GuessedAnswer, GuessedNet, GuessedScale
from briefing.starter.names import as_adjective, either, id_of, ids_of, small
from briefing.starter.ratings import COUNTED, LABELLED, RATED, names_of, rating_nets
from briefing.starter.ways_out import form_of, strays, told_apart, way_out
from briefing.survey.apart import is_exclusive, is_other, is_unwelcome
from briefing.survey.labels import alike
from briefing.survey.model import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FEW_LEVELS, _MOST_LEVELS = 3, 40
"""Fewer answers than these are seldom a scale, and more are none: they are names, or words."""
_LISTED = re.compile(r"[1-9]\d?[.)] ?(?P<words>[^\W\d].*|\d.*\D.*)")
_MIDDLE = 1
"""Levels of a diverging scale so near to 0 belong to neither end."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """Labels at their levels, and how the scale they make is told."""

    family: str
    levels: dict[str, int]
    reason: str
    positive: str = ""
    negative: str = ""
    says: tuple[str, str] = ("", "")
    top: int = 0
    diverging: bool = False
    ascending: bool = False
    stray: str = ""
    """The one answer that stands behind the others because it says nothing of what they say."""


@dataclass(slots=True)
class _Order:
    """Answers in an order, the ways out apart, with why they stand so or what is to be asked."""

    answers: list[str]
    out: dict[str, Meaning]
    placed: _Placed | None
    reasons: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def guess_scale(
    counts: Mapping[str, int], declared: Sequence[str] = (), wording: str = ""
) -> GuessedScale:
    """A scale of the labels that were given, with `declared` ones in the order of the export.

    `counts` says how often each label was given; `wording` helps to tell what numbers rate.
    """
    order = _in_order(counts, declared)
    known = ids_of([*order.answers, *order.out])
    placed = order.placed
    neutral = _neutral(order.answers, placed) if placed else []
    rating = placed.levels if placed and placed.family == "rating" else {}
    named = names_of(rating, wording) if rating else {}
    answers = tuple(
        GuessedAnswer(
            known[each],
            each,
            Meaning.NEUTRAL if each in neutral else order.out.get(each, Meaning.VALID),
            _felt(_says(each, placed, wording), wording),
            means=named.get(each, ""),
        )
        for each in (*order.answers, *order.out)
    )
    nets: tuple[GuessedNet, ...] = ()
    positive = negative = ""
    if placed and placed.family == "rating":
        nets, ask = rating_nets(order.answers, known, placed.levels, wording)
        order.doubts += [ask] if ask else []
    elif placed:
        nets, positive, negative = _nets(order.answers, known, placed)
        nets = tuple(replace(each, says=_felt(each.says, wording)) for each in nets)
    both = bool(positive and negative) and placed is not None and _has_sides(placed)
    return GuessedScale(
        answers,
        nets,
        placed.family if placed else "",
        positive if both else "",
        negative if both else "",
        ordered=placed is not None,
        reasons=tuple(order.reasons),
        doubts=tuple(order.doubts),
    )


def _has_sides(placed: _Placed) -> bool:
    """Whether one of two ends is the good one: not to be worried is none of the bad ones."""
    told = placed.positive.replace("_", " ")
    return placed.family not in _WITHOUT_SIDES and not is_unwelcome(told)


_WITHOUT_SIDES = frozenset({"length", "amount"})


def _in_order(counts: Mapping[str, int], declared: Sequence[str]) -> _Order:
    labels = list(dict.fromkeys((*declared, *counts)))
    out = {each: meaning for each in labels if (meaning := way_out(each))}
    apart = strays(counts)
    out |= dict.fromkeys(apart, Meaning.DONT_KNOW)
    asked = [told_apart(apart)] if apart else []
    inner = [each for each in labels if each not in out]
    placed = _place(inner) if inner else None
    if placed is None:
        untried = [each for each in inner if _UNTRIED.fullmatch(form_of(each))]
        rest = [each for each in inner if each not in untried]
        placed = _place(rest) if untried and len(rest) >= _FEW_LEVELS else None
        if placed:
            inner, out = rest, out | dict.fromkeys(untried, Meaning.NOT_APPLICABLE)
    if placed is None and out and _place(labels):  # "Unsure" may be the middle of a scale
        placed, inner, out = _place(labels), labels, {}
    if placed:
        levels = placed.levels
        order = sorted(inner, key=lambda each: levels[each], reverse=not placed.ascending)
        reasons = [placed.reason]
        form = [each for each in declared if each in inner]
        if form == order[::-1] != order and placed.family != "yes_no":
            order = form
            reasons.append("in the order of the form, as the export declares it")
        if placed.family == ENDED:
            ends = [each for each in order if not each.isdigit()]
            asked.append(f"{either(ends)}: is the good end of these points the highest?")
        if placed.stray:
            stray = f"“{placed.stray}” is behind the others, which it is not one of"
            asked.append(f"{stray}: is it an end of them?")
        return _Order(order, out, placed, reasons, asked)
    if declared and set(declared) == set(labels):
        order = [each for each in declared if each in inner]
        return _Order(order, out, None, ["in the order that the export declares"], asked)
    order = _by_number(inner)
    if order:
        return _Order(order, out, None, ["in the order of the numbers that the form gives them"])
    order = sorted(inner, key=lambda each: (bool(_last(each)), -counts.get(each, 0)))
    return _Order(order, out, None, doubts=[*asked, *[UNORDERED] * (len(inner) > 1)])


_UNTRIED = re.compile(
    r"(?:i )?(?:have not|haven't|have never|never) tried.*|(?:i )?never do (?:this|that|it)"
    r"|(?:i )?(?:did not|didn't|do not|don't) know (?:about|of) .*",
)
"""What those say whom a scale does not concern, where it has no place among the other answers."""
UNORDERED = (
    "the export does not say in which order the form had these answers, so they stand by "
    "frequency: in which order did the form have them?"
)
"""What is asked where nothing tells the order of answers."""


def _neutral(order: Sequence[str], placed: _Placed) -> list[str]:
    """The answers in the middle of two ends."""
    return [each for each in order if placed.diverging and abs(placed.levels[each]) <= _MIDDLE]


def _nets(
    order: list[str], known: Mapping[str, str], placed: _Placed
) -> tuple[tuple[GuessedNet, ...], str, str]:
    """The nets of both ends, or of the top two, with the names of the two ends."""
    often = ""
    if placed.diverging:
        ends = (
            (placed.positive, placed.says[0], [e for e in order if placed.levels[e] > _MIDDLE]),
            (placed.negative, placed.says[1], [e for e in order if placed.levels[e] < -_MIDDLE]),
        )
    elif placed.top and len(order) > _FEW_LEVELS:
        falling = sorted(order, key=lambda each: -placed.levels[each])
        often, at_best = at_least(falling) if placed.family == "frequency" else ("", ())
        highest = at_best or falling[: placed.top]
        if not often and placed.family == "frequency" and re.search(r"\d", highest[-1]):
            often = f"At least {small(highest[-1])}"
        ends = ((placed.positive, placed.says[0], [e for e in order if e in highest]), ("", "", []))
    else:
        ends = (("", "", []), ("", "", []))
    nets: list[GuessedNet] = []
    names = ["", ""]
    for place, (name, says, of) in enumerate(ends):
        if name and len(of) > 1:
            taken = {*known.values(), *(each.id for each in nets)}
            unique = id_of(f"all_{name}" if name in taken else name, taken)
            label = often or either(map(_brief, of))
            nets.append(
                GuessedNet(unique, label, tuple(known[e] for e in of), _net_says(label, says))
            )
            names[place] = unique
    return tuple(nets), names[0], names[1]


def _brief(label: str) -> str:
    """A long label without what it says behind its level, as one of several in a net."""
    return _HEDGED.sub(r"\1", label) if len(label) > _LONG else label


_LONG = 20


def _net_says(label: str, says: str) -> str:
    return says.replace("{label}", small(label)) if says else ""


def _says(label: str, placed: _Placed | None, wording: str) -> str:
    """What those who gave one answer do, where it is more than answering."""
    if placed and placed.family == "yes_no":
        return f"say “{label.casefold()}”" if alike(label) in ("yes", "no") else ""
    if placed and placed.family == "rating":
        points = RATED.search(wording) or points_in(wording)
        rated = label.isdigit() and points and not COUNTED.search(wording)
        return f"give it {label}" if rated else ""
    if placed is None or not placed.says[0] or label not in placed.levels:
        return ""
    level = placed.levels[label]
    if placed.diverging and abs(level) <= _MIDDLE:
        return ""
    says = placed.says[0] if level > 0 or not placed.says[1] else placed.says[1]
    if "{label}" in says:
        return says.replace("{label}", small(label))
    return small(label) if says.split()[-1] in label.casefold().split() else ""


def _felt(says: str, wording: str) -> str:
    """What those do who were asked how they feel: they feel safe, which is not to be it."""
    felt = says.startswith("are ") and re.search(r"\bfeel\b", wording)
    return f"feel {says.removeprefix('are ')}" if felt else says


def _last(label: str) -> bool:
    return is_other(label) or is_exclusive(label)


def _place(labels: Sequence[str]) -> _Placed | None:
    """The first way of reading that finds each label a level of its own."""
    if len(labels) > _MOST_LEVELS:
        return None
    forms = {each: form_of(each) for each in labels}
    words = _words_of(forms)
    for way in _WAYS[1:] if words else _WAYS:
        placed = way(words or forms)
        if placed and len(set(placed.levels.values())) == len(labels):
            return placed
    return None


def _words_of(forms: Mapping[str, str]) -> dict[str, str]:
    """The words of labels that all are numbered as on a list: ``1. Bus``, ``2. Tram``.

    Their numbers are those of the form, and no points of a rating.
    """
    listed = {label: _LISTED.fullmatch(form) for label, form in forms.items()}
    words = {label: match["words"] for label, match in listed.items() if match}
    return words if len(words) == len(forms) > 1 else {}


def _by_number(labels: Sequence[str]) -> list[str]:
    """Labels in the order of the numbers that a form gives them; nothing if it gives none."""
    forms = {each: form_of(each) for each in labels}
    if not _words_of(forms):
        return []
    return sorted(labels, key=lambda each: int(re.sub(r"\D.*", "", forms[each])))


def _often(forms: Mapping[str, str]) -> _Placed | None:
    """How often something is done, in words that say it: ``a few times a week``."""
    levels = rate_levels(forms) if len(forms) > 1 else None
    if levels is None:
        return None
    reason = "recognised by how often they say that something is done, put in that order"
    return _Placed("frequency", levels, reason, "often", top=2)


_FAMILIES = tuple((each, each.wordings) for each in (*FAMILIES, *ELSEWHERE))


def _listed_family(forms: Mapping[str, str]) -> _Placed | None:
    if len(forms) < 2:  # noqa: PLR2004 - one answer is no scale
        return None
    for family, wordings in _FAMILIES:
        if all(form in wordings for form in forms.values()):
            levels = {label: wordings[form] for label, form in forms.items()}
            diverging = min(levels.values()) < 0 < max(levels.values())
            return _Placed(
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


_HEDGED = re.compile(r"(\S.*?)(?:,? but |: | \(| [-\u2013] | ?-- ?|, | that ).+")
"""Behind its level an answer says more: ``Never, but open to it``, ``High: all of it``."""


def _hedged(forms: Mapping[str, str]) -> _Placed | None:
    """Answers of which some say more behind their level.

    What stands before it tells the level, unless another answer has the same: then nothing does.
    """
    plain = {label: _HEDGED.sub(r"\1", form) for label, form in forms.items()}
    if plain == forms:
        return None
    for way in (_listed_family, _often, _taken_apart):
        placed = way(plain)
        if placed:
            return placed
    return None


def _taken_apart(forms: Mapping[str, str]) -> _Placed | None:
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
            return _Placed(
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


def _of_any_adjective(forms: Mapping[str, str]) -> _Placed | None:
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
    if len(forms) < _FEW_LEVELS or not last <= {shortest, *opposites}:
        return None
    levels = {label: level_of(form, shortest, opposites) for label, form in plain.items()}
    found = {label: level for label, level in levels.items() if level is not None}
    if len(found) < len(forms) or max(found.values()) <= 0:
        return None
    below = [level for level in found.values() if level < 0]
    asked = any(_PREFIX.match(form) for form in forms.values())
    name = id_of(shortest)
    return _Placed(
        name,
        found,
        f"recognised by how {shortest} they are, put in that order",
        name,
        f"not_{name}",
        top=2,
        diverging=bool(below) and (asked or len(below) > 1 or 0 in found.values()),
    )


def _with_yes(forms: Mapping[str, str]) -> _Placed | None:
    """A scale behind yes or no, of a thing that all name: ``yes, very good value``."""
    split = [_PREFIX.sub("", form).split() for form in forms.values()]
    shared = min(map(len, split)) > 1 and len({each[-1] for each in split}) == 1
    plain = {
        label: " ".join(words[:-1] if shared else words)
        for label, words in zip(forms, split, strict=True)
    }
    if len(forms) < _FEW_LEVELS or plain == dict(forms) or not all(plain.values()):
        return None
    placed = _listed_family(plain) or _taken_apart(plain)
    return replace(placed, says=("", "")) if placed else None


def _numbered(forms: Mapping[str, str]) -> _Placed | None:
    """Points of a rating: ``1`` to ``5``, ``0 - Not at all likely`` to ``10``."""
    levels = {}
    for label, form in forms.items():
        whole = re.fullmatch(r"(\d{1,2})(?:\.0)?", form)
        named = LABELLED.fullmatch(form)
        match = whole or named
        if match is None:
            return None
        levels[label] = int(match[1])
    numbers = sorted(levels.values())
    if len(numbers) < _FEW_LEVELS or numbers[-1] > TENTH:
        return None
    reason = f"points of a rating from {numbers[0]} to {numbers[-1]}, put in the order of numbers"
    return _Placed("rating", levels, reason, ascending=True)


_DENIED = re.compile(
    r"(?:(?:i|we) (?:do not|don't|have not|haven't|have never|never|did not|didn't)|not|no|never"
    r"|(?:je |nous )?(?:n'|ne )|ich .*nicht|nunca|jamais|nie)\b.+"
)


def _with_denial(forms: Mapping[str, str]) -> _Placed | None:
    """How often or how much, and one sentence that denies it at all: ``I do not use it``."""
    denied = [label for label, form in forms.items() if _DENIED.fullmatch(form)]
    if len(denied) != 1 or len(forms) <= _FEW_LEVELS:
        return None
    rest = {label: form for label, form in forms.items() if label not in denied}
    if forms[denied[0]].startswith(tuple(rest.values())):  # "Never" beside "Never, but soon"
        return None
    for way in (_listed_family, _often, _hedged):
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


def _compared(forms: Mapping[str, str]) -> _Placed | None:
    """Answers that compare with one and the same: ``much more than I do``, ``the same as I do``."""
    matches = {
        label: _COMPARED.fullmatch(_AS_IT_IS.sub("about the same as ", form))
        for label, form in forms.items()
    }
    found = {label: match for label, match in matches.items() if match}
    if len(found) < len(forms) or len({match["what"] for match in found.values()}) != 1:
        return None
    return _listed_family({label: match["much"] for label, match in found.items()})


def _banded(forms: Mapping[str, str]) -> _Placed | None:
    """Bands of numbers by where they begin: ages, amounts of money, counts."""
    levels = band_levels(forms) or range_levels(forms)
    if levels is None:
        return None
    return _Placed("bands", levels, "bands of numbers, put in their order", ascending=True)


def _ended(forms: Mapping[str, str]) -> _Placed | None:
    """Points of a rating whose ends have words and no number: ``Strongly agree``, ``9``, ``8``."""
    points = {label: int(form) for label, form in forms.items() if re.fullmatch(r"\d{1,2}", form)}
    words = {label: form for label, form in forms.items() if label not in points}
    able = len(points) >= _FEW_LEVELS and max(points.values()) <= TENTH
    if not able or not 1 <= len(words) <= 2:  # noqa: PLR2004 - two ends
        return None
    ends = words if len(words) > 1 else {**words, _AGAINST: _AGAINST}
    told = _listed_family(ends) or _taken_apart(ends)
    denied = [label for label, form in words.items() if _AGAIN.search(form)]
    if told is None and not (len(denied) == 1 < len(words)):
        return None
    low = [label for label in words if told.levels[label] <= 0] if told else denied
    above, below = max(points.values()) + 1, min(points.values()) - 1
    levels = {label: below if label in low else above for label in words}
    reason = "points of a rating whose ends have words, put in the order of numbers"
    return _Placed(ENDED, {**points, **levels}, reason, ascending=True)


def _led(forms: Mapping[str, str]) -> _Placed | None:
    """Answers that begin alike: ``I expect it to increase``, ``I expect it to stay the same``.

    One may begin otherwise, if it denies that it is done at all: ``I plan to stop using it``.
    """
    split = {label: form.split() for label, form in forms.items()}
    starts = Counter(tuple(words[:_LEAD]) for words in split.values() if len(words) > _LEAD)
    if len(forms) < _FEW_LEVELS or not starts:
        return None
    start, number = starts.most_common(1)[0]
    alike_all = [words for words in split.values() if tuple(words[:_LEAD]) == start]
    other = [label for label, words in split.items() if tuple(words[:_LEAD]) != start]
    if number < _FEW_LEVELS or len(other) > 1 or not all(_GIVEN_UP.search(forms[e]) for e in other):
        return None
    shared = 0
    for words in zip(*alike_all, strict=False):
        if len(set(words)) > 1:
            break
        shared += 1
    rest = {label: " ".join(w[shared:]) for label, w in split.items() if label not in other}
    placed = _listed_family(rest) or _taken_apart(rest) if all(rest.values()) else None
    if placed is None:
        return None
    lowest = min(placed.levels.values()) - 1
    return replace(placed, levels={**placed.levels, **dict.fromkeys(other, lowest)}, says=("", ""))


_LEAD = 2
"""Words that answers begin with at least, to have the same beginning."""
_GIVEN_UP = re.compile(r"\b(?:stop|give up|no longer|not|never|don't|won't)\b")
_MONTHS = (
    "january | february | march | april | may | june | july | august | september | october"
    " | november | december"
)
_CALENDAR = (
    "spring | summer | autumn, fall | winter",
    "monday | tuesday | wednesday | thursday | friday | saturday | sunday",
    _MONTHS,
    "morning | afternoon | evening | night",
    "mornings | afternoons | evenings | nights",
)
"""What follows each other in a year, a week or a day."""


def _calendar(forms: Mapping[str, str]) -> _Placed | None:
    """Times of a year, a week or a day, whatever is said behind them: ``Spring (from March)``."""
    plain = {label: _HEDGED.sub(r"\1", form) for label, form in forms.items()}
    for row in _CALENDAR:
        known = {
            word: place
            for place, words in enumerate(row.split(" | "))
            for word in words.split(", ")
        }
        if len(forms) >= _FEW_LEVELS and all(form in known for form in plain.values()):
            levels = {label: known[form] for label, form in plain.items()}
            reason = "times that follow each other, put in their order"
            return _Placed("calendar", levels, reason, ascending=True)
    return None


def _with_stray(forms: Mapping[str, str]) -> _Placed | None:
    """Bands of numbers and one sentence that names none, which stands behind them.

    ``It is not okay at all`` says no number, and nothing tells at which end it belongs.
    """
    for label, form in forms.items():
        rest = {each: own for each, own in forms.items() if each != label}
        worded = len(form.split()) > 1 and not re.search(r"\d", form)
        if not worded or len(rest) < _FEW_LEVELS:
            continue
        placed = _banded(rest) or _often(rest)
        if placed:
            ends = placed.levels.values()
            level = max(ends) + 1 if placed.ascending else min(ends) - 1
            return replace(placed, levels={**placed.levels, label: level}, stray=label)
    return None


ENDED = "ended"
_AGAIN = re.compile(r"\b(?:no|not|none|nothing|never|nicht|kein\w*|pas|rien|nada|nunca|dim)\b")
"""What the name of a low end says: ``Pay no attention``."""
_AGAINST = "strongly disagree"
"""Beside it one end alone is known as that of a scale."""
_WAYS = (
    _numbered,
    _listed_family,
    _often,
    _taken_apart,
    _of_any_adjective,
    _with_yes,
    _banded,
    _hedged,
    _with_denial,
    _compared,
    _led,
    _calendar,
    _ended,
    _with_stray,
)
"""How labels are read, the surest way first."""
