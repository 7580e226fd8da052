"""Who answered: councils and roles, and the core of each respondent's view of the STP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lots import bell, lot, shuffled

POSITION = {
    "agree": 1.0,
    "neither": 0.0,
    "disagree": -1.0,
    "great_extent": 1.0,
    "moderate_extent": 0.3,
    "small_extent": -0.4,
    "not_at_all": -1.0,
    "confident": 1.0,
    "little_or_none": -1.0,
}
CLASSES = ("confident", "little_or_none", "dont_know", "blank")


@dataclass(frozen=True, slots=True)
class Person:
    """A respondent: seat, core answers ("" where blank), and what lies behind all other answers.

    `view` is high for those to whom the STP has been good, `knowledge` for those who know it,
    `haste` for those who leave questions blank.
    """

    id: str
    council: str
    region: str
    council_type: str
    role: str
    engaged: str
    fit: str
    confidence: str
    view: float
    knowledge: float
    haste: float


@dataclass(frozen=True, slots=True)
class Seat:
    """A councillor's place: council and role."""

    council: str
    region: str
    council_type: str
    role: str


def gather(free: dict[str, Any]) -> tuple[Person, ...]:
    """All respondents in the order of the file, which says nothing of them."""
    seats = shuffled(_seats(free["councils"], free["roles"]), "seats")
    cores = shuffled(_cores(free["core"]["rows"]), "cores")
    return tuple(
        _person(f"R{number:02}", seat, core)
        for number, (seat, core) in enumerate(zip(seats, cores, strict=True), start=1)
    )


def _person(name: str, seat: Seat, core: tuple[str, str, str]) -> Person:
    engaged, fit, confidence = core
    positions = [POSITION.get(answer, 0.0) for answer in core]
    view = 0.9 * positions[0] + 0.8 * positions[1] + 1.0 * positions[2] + 0.6 * bell("view", name)
    return Person(
        id=name,
        council=seat.council,
        region=seat.region,
        council_type=seat.council_type,
        role=seat.role,
        engaged=engaged,
        fit=fit,
        confidence="" if confidence == "blank" else confidence,
        view=view,
        knowledge=0.3 * view + bell("knowledge", name),
        haste=lot("haste", name) + ("" in (engaged, fit)) + (confidence == "blank"),
    )


def _cores(rows: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [
        (row["q2a"], row["q12"], confidence)
        for row in rows
        for confidence in CLASSES
        for _ in range(row.get(confidence, 0))
    ]


def _seats(councils: dict[str, dict[str, int]], roles: dict[str, list[int]]) -> list[Seat]:
    """Deal each type's roles over its councils in turn: two of one council never hold the same."""
    places = [
        (kind, region)
        for kind, regions in councils.items()
        for region, number in regions.items()
        for _ in range(number)
    ]
    names = shuffled((f"C{number:02}" for number in range(1, len(places) + 1)), "councils")
    seats: list[Seat] = []
    for at, kind in enumerate(councils):
        homes = [
            (name, region) for name, (of, region) in zip(names, places, strict=True) if of == kind
        ]
        homes = shuffled(homes, "homes", kind)
        held = [role for role, numbers in roles.items() for _ in range(numbers[at])]
        seats += [
            Seat(*homes[turn % len(homes)], council_type=kind, role=role)
            for turn, role in enumerate(held)
        ]
    return seats
