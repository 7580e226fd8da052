"""Of whom words say a figure: groups, items and bases around it must be those of its cell."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefing.claims.figures import Figure
from briefing.claims.whom import Whom, counted_twice, misplaced

WHOM = Whom(
    breaks=(("Town", "Village", "Coast"), ("Women", "Men"), ("Every week", "Never")),
    answers=frozenset({"every week", "never", "satisfied"}),
    peers={"prio": ("Cleaning", "Lighting"), "use": ("Good", "Poor")},
    routed={"use": "who take the bus"},
    nouns=("residents",),
)


def figure(row: str = "", *, table: str = "sat", answer: str = "Satisfied") -> Figure:
    cell = f"{row.lower()}.satisfied" if row else "satisfied"
    group = any(row in one for one in WHOM.breaks)
    return Figure(table, cell, "pct", Fraction(1, 2), answer, answer=answer, row=row, group=group)


ALL, TOWN, VILLAGE = figure(), figure("Town"), figure("Village")


@pytest.mark.parametrize(
    ("before", "behind", "of"),
    [
        ("", " of residents in Town are satisfied.", ALL),
        ("", " of Town residents are satisfied.", ALL),
        ("", " are satisfied in Town.", ALL),
        ("", " of residents in Town are satisfied.", VILLAGE),
        ("", " want more buses in Town.", VILLAGE),
        ("", " of women are satisfied.", TOWN),
        ("Among women, ", " are satisfied.", ALL),
        ("It differs. In Town, ", " are satisfied.", VILLAGE),
        ("", " of those who take it every week are satisfied.", ALL),
        ("", " of women and residents in Town are satisfied.", ALL),
        ("", " of all residents are satisfied.", TOWN),
        ("", " of residents say so.", figure(table="use")),
        ("Lighting came ", "", figure("Cleaning", table="prio")),
    ],
)
def test_a_figure_said_of_others_is_found(before: str, behind: str, of: Figure) -> None:
    assert misplaced(before, "", behind, (of,), WHOM)


@pytest.mark.parametrize(
    ("before", "behind", "of"),
    [
        ("", " of residents are satisfied.", ALL),
        ("", " of residents in Town are satisfied.", TOWN),
        ("", " want more buses in Town.", ALL),
        ("", " say that shops in Town are dear.", ALL),
        ("", " of residents are satisfied, in Town or elsewhere.", ALL),
        ("", " of men and women are satisfied.", ALL),
        ("Among women, ", " are satisfied.", figure("Women")),
        ("", " of those who never take it are satisfied.", figure("Never")),
        ("", " never complain of it.", ALL),
        ("", " of residents who take the bus say so.", figure(table="use")),
        ("Of those who take the bus, ", " of residents say so.", figure(table="use")),
        ("Cleaning came ", "", figure("Cleaning", table="prio")),
        ("Lighting is ahead of cleaning (", ")", figure("Cleaning", table="prio")),
    ],
)
def test_a_figure_said_of_its_own_is_left_alone(before: str, behind: str, of: Figure) -> None:
    assert misplaced(before, "", behind, (of,), WHOM) is None


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("most residents in Village", (TOWN,)),
        ("more in Village than in Town", (TOWN, VILLAGE)),
        ("Town is outdone by Village", (VILLAGE, TOWN)),
        ("a majority of residents", (figure(table="use"),)),
        ("Lighting came second", (figure("Cleaning", table="prio"),)),
    ],
)
def test_the_words_of_a_claim_name_their_cells(words: str, figures: tuple[Figure, ...]) -> None:
    assert misplaced("", words, "", figures, WHOM)


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("most residents in Town", (TOWN,)),
        ("more in Town than in Village", (TOWN, VILLAGE)),
        ("Village and Town are alike", (TOWN, VILLAGE)),
        ("a majority of residents who take it", (figure(table="use"),)),
    ],
)
def test_words_of_their_own_cells_are_left_alone(words: str, figures: tuple[Figure, ...]) -> None:
    assert misplaced("", words, "", figures, WHOM) is None


SHORT = Whom(
    breaks=(
        ("London borough", "Metropolitan borough", "County council", "Rural (villages, farms)"),
        ("North East", "North West"),
    ),
    nouns=("residents",),
)


def of_type(row: str) -> Figure:
    return Figure("sat", row, "pct", Fraction(1, 2), row, row=row, answer="Satisfied", group=True)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", " of residents in London are satisfied."),
        ("", " of metropolitan residents are satisfied."),
        ("In rural areas, ", " are satisfied."),
    ],
)
def test_a_group_under_a_short_form_of_its_label_is_known(before: str, behind: str) -> None:
    assert misplaced(before, "", behind, (figure(),), SHORT)
    own = next(
        each for each in SHORT.breaks[0] if each.split()[0].lower() in (before + behind).lower()
    )
    assert misplaced(before, "", behind, (of_type(own),), SHORT) is None


def test_a_short_form_that_could_be_another_names_no_group() -> None:
    assert (
        misplaced("", "", " of residents in the county are satisfied.", (figure(),), SHORT) is None
    )
    assert misplaced("", "", " of residents in the North agree.", (figure(),), SHORT) is None


def test_short_forms_keep_the_order_of_a_comparison() -> None:
    london, rural = of_type("London borough"), of_type("Rural (villages, farms)")
    assert misplaced("", "more in rural areas than in London", "", (london, rural), SHORT)
    assert misplaced("", "more in London than in rural areas", "", (london, rural), SHORT) is None
    alike = "London and rural areas are alike"
    assert misplaced("", alike, "", (london, rural), SHORT) is None


def answer(name: str, share: Fraction) -> Figure:
    return Figure("q1", name, "pct", share, name, answer=name, parts=frozenset({name}))


def test_another_third_is_of_others_and_the_other_half_the_rest() -> None:
    third, more, half = (
        answer("yes", Fraction(1, 3)),
        answer("no", Fraction(1, 3)),
        answer("maybe", Fraction(2, 3)),
    )
    assert counted_twice("another third", third, third)
    assert not counted_twice("another third", more, third)
    assert not counted_twice("a third", third, third)
    assert counted_twice("the other third", more, third)
    assert not counted_twice("the other two thirds", half, third)


USED = Whom(peers={"use": ("Every week", "Every month", "Never"), "safe": ("By day", "At night")})


def used(name: str, *, parts: int = 1) -> Figure:
    of = frozenset(f"part{each}" for each in range(parts))
    return Figure("use", name, "pct", Fraction(1, 3), name, answer=name, parts=of)


def by_item(row: str) -> Figure:
    return Figure("safe", "x", "pct", Fraction(1, 3), row, answer="Safe", row=row)


@pytest.mark.parametrize(
    ("figure", "behind"),
    [
        (used("Every week"), " never go"),
        (used("Never"), " of them use it every month"),
        (by_item("By day"), " feel safe at night"),
    ],
)
def test_another_answer_or_item_is_not_what_a_figure_says(figure: Figure, behind: str) -> None:
    assert misplaced("", "", behind.replace(" of them", ""), (figure,), USED)


@pytest.mark.parametrize(
    ("figure", "behind"),
    [
        (used("Every week"), " go every week, and few never go"),
        (used("Every week"), " would rather walk than never go"),
        (used("At least monthly", parts=2), " go every month"),
        (by_item("By day"), " feel safe by day but not at night"),
    ],
)
def test_an_answer_beside_its_own_is_let_pass(figure: Figure, behind: str) -> None:
    assert not misplaced("", "", behind, (figure,), USED)


def of_answers(*names: str) -> tuple[Figure, ...]:
    return tuple(
        Figure("q", name, "pct", Fraction(1, 2), name, answer=name, parts=frozenset({name}))
        for name in names
    )


@pytest.mark.parametrize(
    ("before", "words", "wrong"),
    [
        ("", "more support than oppose it", False),
        ("", "more oppose than support it", True),
        ("Opposition ", "outweighs support", True),
        ("Support ", "outweighs opposition", False),
    ],
)
def test_answers_are_compared_in_the_order_of_their_cells(
    before: str, words: str, *, wrong: bool
) -> None:
    cells = of_answers("Strongly support or tend to support", "Tend to oppose or strongly oppose")
    assert bool(misplaced(before, words, "", cells, Whom())) is wrong


def test_the_second_cell_is_the_one_behind_than() -> None:
    ages = Whom(breaks=(("16 to 24", "65 and over"),))
    cells = tuple(
        Figure("by", row, "pct", Fraction(1, 2), row, answer="Content", row=row, group=True)
        for row in ("65 and over", "16 to 24")
    )
    assert misplaced("", "the young are happier than over-65s", "", cells, ages)
    assert not misplaced("", "over-65s are happier than the young", "", cells, ages)
