from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.survey.declared import Composition
from briefing.survey.model import NOT_ASKED
from briefing.survey.question import BaseRule, Net, Routing, SmallBases
from briefing.tables.model import Base, Cell, Measure, Part
from briefing.tables.notes import definitions
from briefing.tables.printed import base_printed, base_told
from briefing.tables.tabulate import tabulate
from tests.unit.tables.surveys import (
    HERE,
    attribute,
    crosstab,
    grid,
    multiple,
    ranking,
    single,
    survey,
)

if TYPE_CHECKING:
    from briefing.tables.model import Table

THIRD = Fraction(1, 3)


def values(table: Table, row: str = "all") -> list[Fraction | None]:
    place = table.row(row)
    assert place is not None
    return [cell.value for cell in table.cells[place]]


def counts(table: Table, row: str = "all") -> list[int | None]:
    place = table.row(row)
    assert place is not None
    return [cell.count for cell in table.cells[place]]


def test_single_question_is_counted_of_those_who_answered() -> None:
    cells = ["yes", "yes", "rather", "no", "dk", "neither", ""]
    table = tabulate(survey({"q1": cells}, single()))["q1"]
    assert counts(table) == [2, 1, 1, 1, 1, 3, 1]
    assert values(table)[0] == THIRD
    assert table.base.n == 6
    assert table.base.words == "6 keepers who answered"
    assert table.single
    assert table.path(0, 5) == "agree"
    assert (table.title, table.question, table.source) == ("Q1", "What of q1?", "responses.csv")


def test_columns_tell_what_they_stand_for() -> None:
    table = tabulate(survey({"q1": ["yes"]}, single()))["q1"]
    assert [head.part for head in table.answers] == [
        Part.ANSWER,
        Part.ANSWER,
        Part.NEUTRAL,
        Part.ANSWER,
        Part.DONT_KNOW,
    ]
    assert [head.pole for head in table.columns] == [1, 1, 0, -1, 0, 1, -1]
    assert [(head.id, head.of) for head in table.nets] == [
        ("agree", ("yes", "rather")),
        ("against", ("no",)),
    ]
    assert table.diverging


@pytest.mark.parametrize(
    ("rule", "base", "words"),
    [
        (BaseRule.ANSWERED, 4, "4 keepers who answered"),
        (BaseRule.SUBSTANTIVE, 3, "3 keepers who gave an answer other than “Do not know”"),
        (BaseRule.ASKED, 5, "all 5 keepers"),
        (BaseRule.ALL, 5, "all 5 keepers"),
    ],
)
def test_base_rule_decides_who_counts(rule: BaseRule, base: int, words: str) -> None:
    cells = ["yes", "no", "rather", "dk", ""]
    table = tabulate(survey({"q1": cells}, single(base_rule=rule)))["q1"]
    assert (table.base.n, table.base.words) == (base, words)
    assert table.cell("all", "yes").value == Fraction(1, base)


def test_what_a_base_leaves_out_or_takes_in_is_noted() -> None:
    cells = {"q1": ["yes", "no", "rather", "dk", ""]}
    left = tabulate(survey(cells, single(base_rule=BaseRule.SUBSTANTIVE)))["q1"]
    assert "Excludes 1 who answered “Do not know”." in left.notes
    asked = tabulate(survey(cells, single(base_rule=BaseRule.ASKED)))["q1"]
    assert "The base includes 1 who gave no answer." in asked.notes


def test_answer_left_out_of_the_base_has_no_share_of_it() -> None:
    table = tabulate(survey({"q1": ["yes", "dk"]}, single(base_rule=BaseRule.SUBSTANTIVE)))["q1"]
    assert table.column("dk") is None


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (["yes", "no", NOT_ASKED], "2 keepers who own a hive"),
        (["yes", "", NOT_ASKED], "1 respondent who own a hive and answered"),
        (["yes", "no", "no"], "all 3 keepers"),
    ],
)
def test_routing_stands_in_the_base_line(cells: list[str], words: str) -> None:
    routing = Routing("q1", ("yes",), "who own a hive")
    table = tabulate(survey({"q2": cells}, single("q2", routing=routing)))["q2"]
    assert table.base.words == words


def test_question_without_answers_has_no_shares() -> None:
    table = tabulate(survey({"q1": ["", ""]}, single()))["q1"]
    assert {cell.symbol for cell in table.cells[0]} == {"w"}
    assert values(table) == [None] * 7
    assert table.base.words == "no keepers who answered"


def test_grid_has_a_base_an_item() -> None:
    cells = {"g.a": ["yes", "no", ""], "g.b": ["yes", "yes", "no"]}
    table = tabulate(survey(cells, grid("g", "a", "b")))["g"]
    assert [base.n for base in table.bases] == [2, 3]
    assert [head.part for head in table.rows] == [Part.ITEM, Part.ITEM]
    assert not table.one_base
    assert table.cell("b", "yes").value == Fraction(2, 3)
    assert "Bases vary because not everyone answered every item." in table.notes
    assert table.path(1, 0) == "b.yes"


def test_multiple_choice_is_of_respondents_who_ticked_any() -> None:
    cells = {
        "m.a": ["yes", "yes", "", ""],
        "m.b": ["yes", "", "", ""],
        "m.none": ["", "", "yes", ""],
    }
    question = multiple("m", "a", "b", "none", nets=(Net("any", "Any", ("a", "b")),))
    table = tabulate(survey(cells, question))["m"]
    assert table.multiple
    assert table.base.n == 3
    assert counts(table) == [2, 1, 1, 2]
    assert values(table)[3] == Fraction(2, 3)
    assert any("more than one answer" in note for note in table.notes)
    assert not any("because of rounding" in note for note in table.notes)


def test_exclusive_option_ticked_with_another_is_noted_and_stays_last() -> None:
    cells = {"m.a": ["yes", "yes"], "m.none": ["yes", ""]}
    question = multiple("m", "a", "none", exclusive=("none",), last=("none",))
    table = tabulate(survey(cells, question))["m"]
    assert any(note.startswith("1 chose “None” together") for note in table.notes)
    assert [head.last for head in table.columns] == [False, True]


def test_ranking_scores_all_who_ranked_any() -> None:
    cells = {
        "r.a": ["1", "1", "2", "", ""],
        "r.b": ["2", "", "1", "3", ""],
        "r.c": ["", "", "", "1", ""],
    }
    table = tabulate(survey(cells, ranking("r", "a", "b", "c", places=3, top=2)))["r"]
    assert [base.n for base in table.bases] == [4, 4, 4]
    # a: 3 + 3 + 2 points of four respondents, b: 2 + 3 + 1, c: 3
    assert [values(table, item)[0] for item in "abc"] == [
        Fraction(8, 4),
        Fraction(6, 4),
        Fraction(3, 4),
    ]
    assert [counts(table, item)[1:] for item in "abc"] == [[2, 3, 3], [1, 2, 3], [1, 1, 1]]
    assert table.columns[0].measure is Measure.SCORE
    assert [head.id for head in table.columns] == ["score", "first", "top", "ranked"]
    assert (
        "Score: 3 for a first choice, 2 for a second and 1 for a third; averaged over all keepers "
        "who ranked at least one. A higher score means more important."
    ) in table.notes


def test_formula_of_a_long_ranking_stays_short() -> None:
    cells = {f"r.{item}": ["1"] for item in "abcdefg"}
    table = tabulate(survey(cells, ranking("r", *"abcdefg", places=7, top=3)))["r"]
    assert table.notes[-1].startswith("Score: 7 for a first choice, 6 for a second, and so on")


def test_weights_change_shares_and_leave_the_base_unweighted() -> None:
    cells = {"q1": ["yes", "no", "no", "no"]}
    weights = [Fraction(3), Fraction(1, 2), Fraction(1, 2), Fraction(0)]
    table = tabulate(survey(cells, single(), weights=weights))["q1"]
    assert table.cell("all", "yes") == Cell(Fraction(3, 4), 1)
    assert table.cell("all", "no") == Cell(Fraction(1, 4), 2)
    assert (table.base.n, table.base.weighted) == (3, Fraction(4))


def test_weighted_score() -> None:
    cells = {"r.a": ["1", "2"], "r.b": ["2", "1"]}
    question = ranking("r", "a", "b", places=2, top=1)
    table = tabulate(survey(cells, question, weights=[Fraction(3), Fraction(1)]))["r"]
    assert table.cell("a", "score").value == Fraction(2 * 3 + 1, 4)


def test_attribute_is_a_table_of_groups() -> None:
    cells = {"role": ["owner", "owner", "helper", ""]}
    table = tabulate(survey(cells, attributes=(attribute("role", "owner", "helper"),)))["role"]
    assert values(table) == [Fraction(2, 3), THIRD]
    assert {head.part for head in table.columns} == {Part.GROUP}


def test_crosstab_has_a_total_of_all_who_answered_the_question() -> None:
    """Also of those who are missing on the break, and whose number is told (conventions, 1.7)."""
    cells = {"q1": ["yes", "rather", "no", ""], "q2": ["yes", "no", "no", "yes"]}
    book = survey(
        cells,
        single("q1"),
        single("q2"),
        crosstabs=(crosstab("q2", "q1", "agree", "no"),),
        small_bases=SmallBases("show"),
    )
    table = tabulate(book)["q2_by_q1"]
    assert [base.n for base in table.bases] == [4, 2, 1]
    assert table.overall is table.bases[0]
    assert [base.words for base in table.bases[1:]] == ["2 keepers (Agree)", "1 respondent (No)"]
    assert table.cell("all", "yes") == Cell(Fraction(1, 2), 2)
    assert table.cell("agree", "yes") == Cell(Fraction(1, 2), 1)
    assert [head.part for head in table.rows] == [Part.WHOLE, Part.GROUP, Part.GROUP]
    assert all(base.caution for base in table.bases)
    assert any("not known of 1, who are in the total" in note for note in table.notes)
    assert "Caution: small base (n<50)." in table.notes


def test_crosstab_by_an_item_of_a_grid_and_by_an_attribute() -> None:
    cells = {"q1": ["yes", "no"], "g.a": ["yes", "no"], "role": ["owner", "helper"]}
    book = survey(
        cells,
        single("q1"),
        grid("g", "a"),
        attributes=(attribute("role", "owner", "helper"),),
        crosstabs=(crosstab("q1", "g.a", "yes"), crosstab("q1", "role", "owner", "helper")),
        small_bases=SmallBases("show"),
    )
    tables = tabulate(book)
    assert tables["q1_by_g.a"].cell("yes", "yes").value == 1
    assert tables["q1_by_role"].cell("helper", "yes").value == 0


def composition(**options: str | tuple[str, ...]) -> Composition:
    settings = {
        "id": "by_role",
        "attribute": "role",
        "unit": "club",
        "units": "clubs",
        "sample_label": "Survey",
        "population_label": "Country",
        "where": HERE,
        "outside_attribute": "role",
    }
    return Composition(**(settings | options))  # type: ignore[arg-type]


CLUBS = {
    "role": ["owner", "owner", "helper", "guest", ""],
    "unit.club": ["A", "A", "B", "C", ""],
}


def test_composition_counts_each_unit_once_and_names_who_is_outside() -> None:
    book = survey(
        CLUBS,
        attributes=(attribute("role", "owner", "helper", "guest"),),
        compositions=(composition(outside=("guest",)),),
        units=(("club", "clubs"),),
        population={"role": {"owner": 30, "helper": 10}},
    )
    tables = tabulate(book)
    table = tables["by_role"]
    assert counts(table, "sample") == [1, 1]
    assert counts(table, "population") == [30, 10]
    assert values(table, "population") == [Fraction(3, 4), Fraction(1, 4)]
    assert [base.n for base in table.bases] == [2, 40]
    assert [base.words for base in table.bases] == ["2 clubs in the survey", "40 clubs (Country)"]
    assert table.notes[0] == "Outside the population, and so not counted here: Guest (1)."
    assert counts(tables["survey"]) == [5, 3]


def test_composition_of_respondents_themselves() -> None:
    book = survey(
        {"role": ["owner", "owner", "helper"]},
        attributes=(attribute("role", "owner", "helper"),),
        compositions=(composition(unit="", outside_note="Nobody."),),
        population={"role": {"owner": 1, "helper": 1}},
    )
    table = tabulate(book)["by_role"]
    assert counts(table, "sample") == [2, 1]
    assert "Nobody." not in table.notes


def test_facts_come_first_and_the_rest_in_the_codebook_s_order() -> None:
    cells = {"q2": ["yes"], "q1": ["yes"], "role": ["owner"]}
    book = survey(cells, single("q2"), single("q1"), attributes=(attribute("role", "owner"),))
    assert list(tabulate(book)) == ["survey", "q2", "q1", "role"]


def test_own_mentions_are_merged_and_alphabetical() -> None:
    cells = {"r.a": ["1"] * 4, "own": ["Wax", "bees", "", "wax"]}
    book = survey(cells, ranking("r", "a", places=1, top=1, other="own"))
    table = tabulate(book)["own"]
    assert [head.label for head in table.columns[1:]] == ["bees", "Wax"]
    assert counts(table) == [3, 1, 2]


def test_rounding_is_noted_only_where_it_shows() -> None:
    even = tabulate(survey({"q1": ["yes", "no"]}, single()))["q1"]
    odd = tabulate(survey({"q1": ["yes", "no", "neither"]}, single()))["q1"]
    words = "Percentages may not sum to 100 because of rounding."
    assert words not in even.notes
    assert words in odd.notes


def test_nets_are_explained_and_their_rounding_only_where_it_shows() -> None:
    exact = tabulate(survey({"q1": ["yes", "rather"]}, single()))["q1"]
    off = tabulate(survey({"q1": ["yes"] + ["rather"] + ["no"] * 6}, single()))["q1"]
    assert definitions(exact.columns) == "“Agree” combines “Yes” and “Rather”."
    assert not any("parts" in note for note in exact.notes)
    # an eighth twice is printed 13 and 13 beside 25
    assert any(note.endswith("may differ from the sum of their parts.") for note in off.notes)


def test_total_is_never_suppressed_and_a_small_one_is_marked() -> None:
    table = tabulate(survey({"q1": ["yes"] * 4}, single()))["q1"]
    assert table.cell("all", "yes") == Cell(Fraction(1), 4)
    assert table.base.caution


def test_who_gave_no_answer_is_not_parted_into_a_stump() -> None:
    """Captions of tables ended with "no answer." alone on a line."""
    base = Base(80, "80 councillors who answered", silent=1)
    assert base_told(base) == "80 councillors who answered; 1 gave no answer"
    assert base_printed(base) == "80 councillors who answered; 1\xa0gave\xa0no\xa0answer"
    assert base_printed(replace(base, silent=0)) == "80 councillors who answered"
