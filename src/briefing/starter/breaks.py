"""Who was asked what, and whose answers differ: routing and cross-tabulations proposed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter.known import SENSITIVE
from briefing.starter.model import UNASKED, GuessedCrosstab, GuessedRouting
from briefing.starter.names import listed, shortened, small, whole_part
from briefing.starter.rounds import ROUNDS
from briefing.survey.question import BaseRule, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.model import Column, GuessedAttribute, GuessedQuestion

_ABSENT = 5
"""So many at least were not asked, before a routing is suspected."""
_NEARLY = 0.8
_LOOK_BACK = 8
_NAMED = 5
"""So many answers at most that a routing names."""
_LEAST_GROUP = 30
"""Groups of fewer respondents are not compared (conventions, 1.7)."""
_MOST_CROSSTABS = 4
_MOST_GROUPS = 8


def with_routing(
    questions: Sequence[GuessedQuestion], responses: Mapping[str, Column]
) -> tuple[GuessedQuestion, ...]:
    """Questions with the routing that holds for everybody, or the one that is proposed.

    Whether one is right is asked once: of the first question that it is proposed for.
    """
    made: list[GuessedQuestion] = []
    first: dict[GuessedRouting, str] = {}
    for question in questions:
        answered = _answered(question, responses)
        before = [each for each in made if each.kind is Kind.SINGLE][-_LOOK_BACK:]
        routed = _routed(question, answered, before, responses) if answered else question
        if (
            routed.proposed is not None
            and first.setdefault(routed.proposed, routed.id) != routed.id
        ):
            same = f"asked of the same as {first[routed.proposed]}, if that was asked of some alone"
            routed = replace(routed, doubts=question.doubts, reasons=(*question.reasons, same))
        made.append(routed)
    return tuple(made)


def _answered(question: GuessedQuestion, responses: Mapping[str, Column]) -> tuple[bool, ...]:
    if question.kind is Kind.OPEN:
        return ()
    names = [f"{question.id}_{item.id}" for item in question.items] or [question.id]
    if question.base == BaseRule.ASKED.value:
        return tuple(cell != UNASKED for cell in responses[names[0]])
    return tuple(any(cells) for cells in zip(*(responses[name] for name in names), strict=True))


def _routed(
    question: GuessedQuestion,
    answered: tuple[bool, ...],
    before: Sequence[GuessedQuestion],
    responses: Mapping[str, Column],
) -> GuessedQuestion:
    for earlier in reversed(before):
        cells = responses[earlier.id]
        asked = {cell for cell, own in zip(cells, answered, strict=True) if own}
        others = [cell for cell in cells if cell not in asked and cell]
        if "" in asked or not asked or len(others) < _ABSENT:
            continue
        met = [own for cell, own in zip(cells, answered, strict=True) if cell in asked]
        reached = sum(met) / len(met)
        if reached < _NEARLY or not _parts(earlier, asked):
            continue
        routing = _routing(earlier, asked)
        if reached == 1:
            reason = (
                f"asked of some: everybody who gave {_quoted(routing, earlier)} to {earlier.id} "
                f"answered, none of the {len(others)} others did"
            )
            return replace(question, routing=routing, reasons=(*question.reasons, reason))
        doubt = (
            f"none of the {len(others)} who did not give {_quoted(routing, earlier)} to "
            f"{earlier.id} answered: was it asked of these alone? Then take in the routing below"
        )
        return replace(question, proposed=routing, doubts=(*question.doubts, doubt))
    return question


def _parts(earlier: GuessedQuestion, asked: set[str]) -> bool:
    """Whether so few answers are named that somebody may have meant to ask these respondents."""
    answers = len(earlier.scale.answers) if earlier.scale else 0
    return len(asked) <= _NAMED and len(asked) < answers


def _routing(earlier: GuessedQuestion, asked: set[str]) -> GuessedRouting:
    answers = earlier.scale.answers if earlier.scale else ()
    chosen = [each for each in answers if each.label in asked]
    words = listed((f"“{shortened(each.label, 40)}”" for each in chosen), "or")
    part = whole_part(earlier.wording.rstrip("?"), 70)
    sign = "?" if earlier.wording.endswith("?") else ""
    about = f"{part}{sign}" if part else shortened(earlier.wording, 70)
    told = f"who answered {words} to “{about}”"
    return GuessedRouting(earlier.id, tuple(each.id for each in chosen), told)


def _quoted(routing: GuessedRouting, earlier: GuessedQuestion) -> str:
    answers = earlier.scale.answers if earlier.scale else ()
    labels = {each.id: each.label for each in answers}
    return listed((f"“{labels[each]}”" for each in routing.answers), "or")


def key_questions(questions: Sequence[GuessedQuestion]) -> tuple[GuessedQuestion, ...]:
    """The questions with a net that say most of the whole, the first of equals first."""
    able = [
        each for each in questions if each.kind is Kind.SINGLE and each.scale and each.scale.nets
    ]
    return tuple(sorted(able, key=lambda each: -_weight(each)))


def _weight(question: GuessedQuestion) -> int:
    words = question.wording.casefold()
    overall = 3 * ("overall" in words) + 2 * ("recommend" in words or "satisf" in words)
    diverging = bool(question.scale and question.scale.diverging)
    return overall + diverging - 4 * bool(question.routing or question.proposed)


def crosstabs(
    questions: Sequence[GuessedQuestion],
    attributes: Sequence[GuessedAttribute],
    responses: Mapping[str, Column],
) -> tuple[GuessedCrosstab, ...]:
    """A few cross-tabulations whose groups are large enough, sensitive attributes left out."""
    keys = _parting(key_questions(questions), responses)[:2]
    breaks = [each for each in attributes if _comparable(each, responses[each.id])]
    breaks.sort(key=lambda each: each.id not in ROUNDS)  # what has changed is asked first
    found = []
    for rank, question in enumerate(keys):
        for attribute in breaks[: _MOST_CROSSTABS - 1 if rank == 0 else 1]:
            title = f"{question.short}, by {small(attribute.label)}"
            found.append(
                GuessedCrosstab(
                    f"{question.id}_by_{attribute.id}", question.id, attribute.id, title
                )
            )
    return tuple(found[:_MOST_CROSSTABS])


def _parting(
    keys: Sequence[GuessedQuestion], responses: Mapping[str, Column]
) -> tuple[GuessedQuestion, ...]:
    """The questions whose first net counts some and not others.

    Where it counts hardly anybody, or nearly all, no group differs from another.
    """
    return tuple(
        each
        for each in keys
        if _LEAST_SHARE <= _share_of_net(each, responses[each.id]) <= 1 - _LEAST_SHARE
    )


_LEAST_SHARE = 0.05


def _share_of_net(question: GuessedQuestion, cells: Column) -> float:
    """The part of those who answered that the first net counts, weights left out."""
    scale = question.scale
    if scale is None or not scale.nets:
        return 0.0
    labels = {each.label for each in scale.answers if each.id in scale.nets[0].of}
    given = [cell for cell in cells if cell and cell != UNASKED]
    return sum(cell in labels for cell in given) / max(1, len(given))


def is_sensitive(name: str) -> bool:
    """Whether an attribute of this id is one that nothing is broken down by unasked."""
    return any(name.startswith(each) for each in SENSITIVE)


def _comparable(attribute: GuessedAttribute, cells: Column) -> bool:
    coded = all(each.label.isdigit() for each in attribute.groups) and attribute.id not in ROUNDS
    if is_sensitive(attribute.id) or coded:
        return False
    counts = Counter(cell for cell in cells if cell)
    large = [count for count in counts.values() if count >= _LEAST_GROUP]
    most = len(large) * 2 > len(attribute.groups)  # the others are rows without a figure
    return len(large) > 1 and most and len(attribute.groups) <= _MOST_GROUPS
