"""Of how many groups words say a figure: proved by the cells of all of them, or pointed out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.claims.figures import Figure
from briefing.claims.scopes import scope_behind, scope_in_front, scope_within
from briefing.claims.whom import Whom

WHOM = Whom(
    nouns=("residents",),
    sets={
        "by_ward": (frozenset({"town", "coast", "hill"}),),
        "sport": (frozenset({"swim", "run"}),),
        "parts": (frozenset({"rooms", "staff"}),),
    },
    routed={"bus": "who take the bus"},
    whole=frozenset({"sat", "sport", "parts"}),
)


def figure(table: str, cell: str, *, group: bool = False) -> Figure:
    return Figure(table, cell, "pct", Fraction(1, 2), cell, group=group)


ALL = (figure("sat", "satisfied"),)
WARDS = tuple(figure("by_ward", f"{each}.yes", group=True) for each in ("town", "coast", "hill"))
SPORTS = (figure("sport", "swim"), figure("sport", "run"))
PARTS = (figure("parts", "rooms.good"), figure("parts", "staff.good"))


@pytest.mark.parametrize(
    ("before", "figures"),
    [
        ("In every ward, ", WARDS),
        ("In each of the three wards, ", WARDS),
        ("It is so. Across all wards ", WARDS),
        ("In both wards, ", WARDS[:2]),
        ("In the two wards, ", WARDS[:2]),
        ("In two wards, ", WARDS[:2]),
        ("In only one ward, ", WARDS[:1]),
        ("In just two of the three wards, ", WARDS[:2]),
        ("Whatever their ward, ", WARDS),
        ("For every activity, ", SPORTS),
        ("On each aspect, ", PARTS),
        ("In every area, from the quay to the hills, ", WARDS),
    ],
)
def test_what_is_said_of_every_group_is_proved_by_all_of_them(
    before: str, figures: tuple[Figure, ...]
) -> None:
    scope = scope_in_front(before, figures, (), WHOM)
    assert scope is not None
    assert scope.proved
    assert before[scope.start : scope.end] == scope.words


@pytest.mark.parametrize(
    ("before", "figures"),
    [
        ("In every ward, ", ALL),
        ("In every ward, ", WARDS[:2]),
        ("In each of the four wards, ", WARDS),
        ("In each of the three wards, ", WARDS[:2]),
        ("In most wards, ", WARDS),
        ("In almost all wards, ", WARDS),
        ("In no ward, ", WARDS),
        ("In two wards, ", ALL),
        ("In two wards, ", WARDS),
        ("For one activity, ", SPORTS),
        ("In the largest ward, ", ALL),
        ("For every activity, ", SPORTS[:1]),
        ("For every group, ", SPORTS),
        ("Whatever their age, ", ALL),
        ("Among women, ", ALL),
        ("But among older residents ", ALL),
        ("Of residents with children, ", ALL),
        ("Of those living on the coast, ", ALL),
        ("In rural areas, ", ALL),
        ("It is known that, in every ward, ", ALL),
    ],
)
def test_what_no_cell_proves_is_found_in_front(before: str, figures: tuple[Figure, ...]) -> None:
    scope = scope_in_front(before, figures, (), WHOM)
    assert scope is not None
    assert not scope.proved


@pytest.mark.parametrize(
    ("before", "figures"),
    [
        ("Among residents, ", ALL),
        ("Of the residents who answered, ", ALL),
        ("Of those we asked, ", ALL),
        ("In all, ", ALL),
        ("For all its faults, ", ALL),
        ("We knocked in every ward. ", ALL),
        ("In every ward we rang at doors, and ", ALL),
        ("Among women, ", WARDS[:1]),
        ("Of women, ", (figure("bus", "good"),)),
        ("For families, this is a joy: ", ALL),
    ],
)
def test_words_that_say_it_of_nobody_else_are_left_alone(
    before: str, figures: tuple[Figure, ...]
) -> None:
    assert scope_in_front(before, figures, (), WHOM) is None


@pytest.mark.parametrize(
    "behind",
    [
        " are satisfied in every ward.",
        " agree, whatever their age.",
        " of residents feel safe in all wards.",
        " in each of the wards",
    ],
)
def test_what_is_said_of_every_group_behind_a_figure_is_found(behind: str) -> None:
    scope = scope_behind(behind, ALL, (), WHOM)
    assert scope is not None
    assert not scope.proved
    every = scope_behind(behind, WARDS, (), WHOM)
    assert every is not None
    assert every.proved


@pytest.mark.parametrize(
    "behind", [" want a library in every ward.", " say that in every ward it is dark.", " agree."]
)
def test_what_people_say_of_every_group_is_no_scope(behind: str) -> None:
    assert scope_behind(behind, ALL, (), WHOM) is None


def test_a_claim_says_itself_of_how_many_it_is() -> None:
    scope = scope_within("most in every ward", WARDS[:2], (), WHOM)
    assert scope is not None
    assert not scope.proved
    assert scope_within("every one of the three", WARDS, (), WHOM) is None


def test_a_claim_may_hold_in_some_of_the_groups_that_it_names() -> None:
    scope = scope_within("in two of the three wards over half", WARDS, (), WHOM)
    assert scope is not None
    assert scope.proved
    of_all = scope_within("in two wards over half", ALL, (), WHOM)
    assert of_all is not None
    assert not of_all.proved


def test_a_place_is_taken_among_all_of_a_scope() -> None:
    scope = scope_in_front("Across all wards, it is ", WARDS[:1], WARDS[1:], WHOM)
    assert scope is not None
    assert scope.proved
