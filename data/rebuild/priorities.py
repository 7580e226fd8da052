"""The ranking of priorities, and the priorities that some respondents named of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lots import bell, lot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from people import Person


def rank(people: Sequence[Person], free: dict[str, Any]) -> dict[str, dict[str, int]]:
    """By respondent: the rank, 1 for the first, of each priority that was ranked."""
    lengths = [int(length) for length, number in free["lengths"].items() for _ in range(number)]
    willing = sorted(people, key=lambda each: each.haste + 0.3 * lot("ranked", each.id))
    willing = sorted(willing[: len(lengths)], key=lambda each: -lot("length", each.id))
    return {
        person.id: _ranks(person, free["pulls"], length)
        for person, length in zip(willing, lengths, strict=True)
    }


def _ranks(person: Person, pulls: dict[str, float], length: int) -> dict[str, int]:
    def draw(item: str) -> float:
        return pulls[item] + 1.1 * bell("priority", item, person.id)

    order = sorted(pulls, key=draw, reverse=True)
    return {item: place for place, item in enumerate(order[:length], start=1)}


def mention(ranked: dict[str, dict[str, int]], free: dict[str, Any]) -> dict[str, str]:
    """By respondent: the priority of their own, for as many as there are mentions."""
    chosen = sorted(ranked, key=lambda name: lot("mention", name))
    return dict(zip(chosen, free["mentions"], strict=False))
