"""Labels to a scale: recognised by what they say, put into order by that, nets proposed.

Nothing is ever ordered by the alphabet. What no table knows stands as the export declares it, and
where it declares nothing by how often it was given, with a question to the editor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.starter.bands import at_least
from briefing.starter.ends import points_in
from briefing.starter.measured import ENDED
from briefing.starter.model import GuessedAnswer, GuessedNet, GuessedScale
from briefing.starter.names import either, id_of, ids_of, small
from briefing.starter.placed import FEW_LEVELS
from briefing.starter.placing import by_number, place_labels
from briefing.starter.ratings import COUNTED, RATED, names_of, rating_nets
from briefing.starter.ways_out import form_of, strays, told_apart, way_out
from briefing.starter.worded import HEDGED
from briefing.survey.apart import is_exclusive, is_other, is_unwelcome
from briefing.survey.labels import alike
from briefing.survey.question import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.placed import Placed

_MIDDLE = 1
"""Levels of a diverging scale so near to 0 belong to neither end."""


@dataclass(slots=True)
class _Order:
    """Answers in an order, the ways out apart, with why they stand so or what is to be asked."""

    answers: list[str]
    out: dict[str, Meaning]
    placed: Placed | None
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


def _has_sides(placed: Placed) -> bool:
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
    placed = place_labels(inner) if inner else None
    if placed is None:
        untried = [each for each in inner if _UNTRIED.fullmatch(form_of(each))]
        rest = [each for each in inner if each not in untried]
        placed = place_labels(rest) if untried and len(rest) >= FEW_LEVELS else None
        if placed:
            inner, out = rest, out | dict.fromkeys(untried, Meaning.NOT_APPLICABLE)
    if placed is None and out and place_labels(labels):  # "Unsure" may be the middle of a scale
        placed, inner, out = place_labels(labels), labels, {}
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
    order = by_number(inner)
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


def _neutral(order: Sequence[str], placed: Placed) -> list[str]:
    """The answers in the middle of two ends."""
    return [each for each in order if placed.diverging and abs(placed.levels[each]) <= _MIDDLE]


def _nets(
    order: list[str], known: Mapping[str, str], placed: Placed
) -> tuple[tuple[GuessedNet, ...], str, str]:
    """The nets of both ends, or of the top two, with the names of the two ends.

    An end of one answer is that answer, where there is a middle that it is an end beside.
    """
    often = ""
    if placed.diverging:
        ends = (
            (placed.positive, placed.says[0], [e for e in order if placed.levels[e] > _MIDDLE]),
            (placed.negative, placed.says[1], [e for e in order if placed.levels[e] < -_MIDDLE]),
        )
    elif placed.top and len(order) > FEW_LEVELS:
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
    alone = placed.family != "yes_no" and bool(_neutral(order, placed))
    for place, (name, says, of) in enumerate(ends):
        if name and alone and len(of) == 1:
            names[place] = known[of[0]]
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
    return HEDGED.sub(r"\1", label) if len(label) > _LONG else label


_LONG = 20


def _net_says(label: str, says: str) -> str:
    return says.replace("{label}", small(label)) if says else ""


def _says(label: str, placed: Placed | None, wording: str) -> str:
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
