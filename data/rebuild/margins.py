"""Answers dealt out so that every margin is exact and each person's answers hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lots import bell, lot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from form import Column, Form
    from people import Person

Answers = dict[str, dict[str, str]]
"""By respondent, then by column: the id of an answer, "" for none."""

LEANING = {"q1": 0.0, "q7": 0.5, "q8": 1.2, "q9": 1.2, "q12": 0.0, "q16a": 1.0}
"""How much of an answer follows from the person's view; 0.8 where nothing is said."""

REVERSED = ("q10a",)
"""Questions whose form begins with the answer of those who see the STP least well."""

OWN = {
    "q4_hwb": "Chair of health and wellbeing board",
    "q7_hwb": "Chair of health and wellbeing board",
    "q4_scrutiny": "Scrutiny chair",
    "q7_scrutiny": "Scrutiny chair",
}
"""Whose own body an item is about: they know what it does, and think the better of it."""

CORE = {"q2a": "engaged", "q12": "fit", "q17a": "confidence"}


def answer(form: Form, people: Sequence[Person], counts: dict[str, list[int]]) -> Answers:
    """Every respondent's answer to every closed question."""
    answers: Answers = {person.id: {} for person in people}
    for column in form.columns.values():
        dealt = (_core if column.id in CORE else _deal)(column, people, counts[column.id])
        for person in people:
            answers[person.id][column.id] = dealt.get(person.id, "")
    return answers


def _core(column: Column, people: Sequence[Person], counts: list[int]) -> dict[str, str]:
    """Answers within the class that a person's core already fixes, by view within a net."""
    left = dict(zip(column.answers, counts, strict=True))
    dealt: dict[str, str] = {}
    for person in sorted(people, key=lambda each: (-each.view, each.id)):
        fixed = getattr(person, CORE[column.id])
        if not fixed:
            continue
        choice = next((one for one in column.ids(fixed) if left[one]), None)
        if choice is None:
            msg = f"{column.id}: the core has more {fixed} than the answers allow"
            raise ValueError(msg)
        left[choice] -= 1
        dealt[person.id] = choice
    if any(left.values()):
        msg = f"{column.id}: the core leaves answers over: {left}"
        raise ValueError(msg)
    return dealt


def _deal(column: Column, people: Sequence[Person], counts: list[int]) -> dict[str, str]:
    """Blanks to the hasty, don't know to those who know least, the scale by view and chance."""
    rest = sorted(people, key=lambda each: each.haste + 0.5 * lot("blank", column.id, each.id))
    rest = rest[: sum(counts)]
    dealt: dict[str, str] = {}
    wanted = dict(zip(column.answers, counts, strict=True))
    rest.sort(key=lambda each: each.knowledge + bell("unsure", column.id, each.id))
    for out in column.out:
        dealt |= {person.id: out for person in rest[: wanted[out]]}
        rest = rest[wanted.pop(out) :]
    rest.sort(key=lambda each: (-_leaning(column, each), each.id))
    if column.question in REVERSED:
        rest.reverse()
    scale = [choice for choice, number in wanted.items() for _ in range(number)]
    return dealt | {person.id: choice for person, choice in zip(rest, scale, strict=True)}


def _leaning(column: Column, person: Person) -> float:
    lean = LEANING.get(column.question, 0.8) * person.view
    if column.question == "q1":
        lean = 2 * person.knowledge
    if column.question == "q17b":
        lean += 3 * (person.confidence == "confident") - (person.confidence == "little_or_none")
    lean += 1.5 * (OWN.get(column.id) == person.role)
    habit = 0.5 * bell("habit", column.question, person.id)
    return lean + habit + 0.7 * bell("chance", column.id, person.id)
