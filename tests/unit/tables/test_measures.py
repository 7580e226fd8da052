"""What answers come to, and what is told of groups: means, weights, banners, letters, themes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING

import pytest

from briefing.claims.formats import written
from briefing.claims.naming import WrongReferenceError
from briefing.claims.references import resolve
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import judge
from briefing.survey.declared import Banner, Rate
from briefing.survey.model import NOT_ASKED, Comment
from briefing.survey.question import Answer, Band, Kind, Question, Scale, SmallBases
from briefing.tables.composition import standing
from briefing.tables.model import Measure, Part
from briefing.tables.printed import EFFECTIVE, WEIGHTED, figure_text, weighted_bases
from briefing.tables.sheet import sheet
from briefing.tables.tabulate import tabulate
from tests.unit.tables.surveys import (
    HERE,
    SCALE,
    attribute,
    crosstab,
    grid,
    multiple,
    single,
    survey,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.model import Table

BANDS = (
    Band("few", "Under 5", None, Fraction(5)),
    Band("many", "5 and over", Fraction(5), None),
)
VISITS = Question(
    "visits",
    Kind.NUMERIC,
    "How many visits?",
    "Visits",
    HERE,
    Scale("visits", tuple(Answer(band.id, band.label) for band in BANDS)),
    unit="visits",
    bands=BANDS,
)
SCORED = replace(
    SCALE,
    scores=tuple(
        (each, Fraction(score))
        for each, score in zip(("yes", "rather", "neither", "no"), (4, 3, 2, 1), strict=True)
    ),
    net_score=True,
)


def text(table: Table, row: str, column: str) -> str:
    cell = table.cell(row, column)
    place = table.column(column)
    assert place is not None
    return (
        f"[{cell.symbol}]" if cell.value is None else figure_text(cell.value, table.columns[place])
    )


# -- numbers ---------------------------------------------------------------------------------------


def test_numbers_have_bands_a_mean_and_a_median() -> None:
    cells = ["1", "2", "4.5", "20", "", NOT_ASKED]
    table = tabulate(survey({"visits": cells}, VISITS))["visits"]
    assert [head.id for head in table.answers] == ["few", "many"]
    assert [head.id for head in table.columns if head.part is Part.SUMMARY] == ["mean", "median"]
    assert table.base.n == 4
    assert table.cell("all", "few").value == Fraction(3, 4)
    assert table.cell("all", "mean").value == Fraction("27.5") / 4
    assert table.cell("all", "median").value == Fraction("3.25")
    assert text(table, "all", "mean") == "6.9\N{NO-BREAK SPACE}visits"


def test_a_sheet_of_numbers_says_which_figures_are_no_shares() -> None:
    table = tabulate(survey({"visits": ["1", "2", "4.5", "20"] * 20}, VISITS))["visits"]
    assert sheet(table).decode("utf-8-sig").split("\r\n")[:4] == [
        "Answer,%,Count,Base",
        "Under 5,75,60,80",
        "5 and over,25,20,80",
        '"Mean, visits",6.9,80,80',
    ]


def test_a_weight_counts_in_mean_and_median() -> None:
    weights = [Fraction(1), Fraction(1), Fraction(6)]
    table = tabulate(survey({"visits": ["1", "2", "9"]}, VISITS, weights=weights))["visits"]
    assert table.cell("all", "mean").value == Fraction(57, 8)
    assert table.cell("all", "median").value == 9
    assert table.base.n == 3


def test_the_median_is_that_of_repeated_respondents() -> None:
    numbers, weights = [3, 1, 7, 7, 2], [2, 1, 1, 3, 1]
    repeated = [
        number for number, weight in zip(numbers, weights, strict=True) for _ in range(weight)
    ]
    table = tabulate(
        survey(
            {"visits": [str(each) for each in numbers]},
            VISITS,
            weights=[Fraction(each) for each in weights],
        )
    )["visits"]
    assert table.cell("all", "median").value == Fraction(median(repeated))


def test_numbers_of_nobody_are_no_figure() -> None:
    table = tabulate(survey({"visits": ["", ""]}, VISITS))["visits"]
    assert {cell.symbol for cell in table.cells[0]} == {"w"}


def test_references_print_means_with_their_unit_and_claims_prove_them() -> None:
    tables = tabulate(survey({"visits": ["3", "3", "4"]}, VISITS))
    (mean,) = resolve("visits.mean", tables)
    assert written(mean) == "3.3\N{NO-BREAK SPACE}visits"
    assert written(resolve("visits.mean.digits", tables)[0]) == "3.3"
    assert written(resolve("visits.median", tables)[0]) == "3.0\N{NO-BREAK SPACE}visits"
    assert judge("on average 3.3", (mean,)).true
    assert not judge("on average 3.4", (mean,)).true
    assert judge("more than three", (mean,)).true


@pytest.mark.parametrize(
    ("words", "true"),
    [("+38", True), ("a net score of +38", True), ("-38", False), ("38 points", True)],
)
def test_claims_of_net_scores_have_their_sign(words: str, *, true: bool) -> None:
    cells = ["yes"] * 5 + ["no"] * 2 + ["dk"]
    tables = tabulate(survey({"q1": cells}, replace(single(), scale=SCORED)))
    assert judge(words, resolve("q1.net_score", tables)).true is true
    turned = tabulate(survey({"q1": ["no", "no", "yes"]}, replace(single(), scale=SCORED)))
    net = resolve("q1.net_score", turned)
    assert judge("\N{MINUS SIGN}33", net).true
    assert not judge("33", net).true
    with pytest.raises(UnclearClaimError):
        judge("more than -40", net)


def test_claims_of_money_may_name_its_currency() -> None:
    spent = replace(VISITS, unit="£", decimals=0)
    (mean,) = resolve("visits.mean", tabulate(survey({"visits": ["3", "4", "1000"]}, spent)))
    assert written(mean) == "£336"
    assert judge("£336 on average", (mean,)).true
    assert judge("more than £300", (mean,)).true
    assert not judge("£400", (mean,)).true


def test_a_numeric_question_within_groups_hides_what_is_small() -> None:
    book = survey(
        {"visits": ["1"] * 40 + ["9"] * 4, "ward": ["north"] * 40 + ["south"] * 4},
        VISITS,
        attributes=(attribute("ward", "north", "south"),),
        crosstabs=(crosstab("visits", "ward", "north", "south"),),
    )
    table = tabulate(book)["visits_by_ward"]
    assert text(table, "south", "mean") == "[c]"
    assert text(table, "north", "mean") == "[c]"  # the other would follow from it and the total


# -- scales ----------------------------------------------------------------------------------------


def test_a_scale_with_scores_has_a_mean_of_those_who_chose_one() -> None:
    cells = ["yes", "yes", "no", "dk", ""]
    table = tabulate(survey({"q1": cells}, replace(single(), scale=SCORED)))["q1"]
    assert table.base.n == 4
    assert table.cell("all", "mean").value == 3
    assert table.cell("all", "mean").count == 3
    assert table.notes[-1] == (
        "Mean score: 4 for “Yes”, 3 for “Rather”, 2 for “Neither” and 1 for “No”. "
        "“Do not know” is in no mean."
    )


def test_an_end_of_a_scale_may_be_one_answer() -> None:
    """Of agree, neither and disagree no net can be told, and they are opposites all the same."""
    few = tuple(each for each in SCORED.answers if each.id in ("yes", "neither", "no"))
    ends = Scale("few", few, diverging=True, positive="yes", negative="no", net_score=True)
    question = replace(single(), scale=ends)
    cells = ["yes"] * 5 + ["no"] * 2 + ["neither"]
    table = tabulate(survey({"q1": cells}, question))["q1"]
    assert [head.pole for head in table.answers] == [1, 0, -1]
    assert table.cell("all", "net_score").value == Fraction(300, 8)
    assert table.columns[-1].label == "Net score: Yes minus no"


def test_a_net_score_is_shown_with_its_sign() -> None:
    question = replace(single(), scale=SCORED)
    cells = ["yes"] * 5 + ["no"] * 2 + ["dk"]
    tables = tabulate(survey({"q1": cells}, question))
    (net,) = resolve("q1.net_score", tables)
    assert net.value == Fraction(300, 8)
    assert written(net) == "+38"
    assert tables["q1"].cell("all", "net_score").count == 8
    against = tabulate(survey({"q1": ["no", "no", "yes"]}, question))
    assert written(resolve("q1.net_score", against)[0]) == "\N{MINUS SIGN}33"
    even = tabulate(survey({"q1": ["no", "yes"]}, question))
    assert written(resolve("q1.net_score", even)[0]) == "0"


def test_items_of_a_grid_have_means_of_their_own() -> None:
    question = replace(grid("q2", "a", "b"), scale=SCORED)
    table = tabulate(survey({"q2.a": ["yes", "no"], "q2.b": ["rather", ""]}, question))["q2"]
    assert table.cell("a", "mean").value == Fraction(5, 2)
    assert table.cell("b", "mean").value == 3
    assert table.columns[-2].measure is Measure.NUMBER


# -- weights ---------------------------------------------------------------------------------------


def test_weighted_bases_tell_both_numbers_and_the_effective_one() -> None:
    weights = [Fraction(1, 2), Fraction(1, 2), Fraction(1, 2), Fraction(5, 2)]
    tables = tabulate(survey({"q1": ["yes", "no", "no", "yes"]}, single(), weights=weights))
    base = tables["q1"].base
    assert base.n == 4
    assert base.weighted == 4
    assert base.effective == Fraction(16) / 7
    assert (
        "Figures are weighted: unweighted base 4, weighted base 4 and effective base 2."
        in tables["q1"].notes
    )
    assert resolve("survey.effective", tables)[0].value == Fraction(16, 7)
    assert written(resolve("survey.design_effect", tables)[0]) == "1.75"


def test_weights_scaled_to_a_population_make_no_base() -> None:
    weights = [Fraction(100), Fraction(300)]
    table = tabulate(survey({"q1": ["yes", "no"]}, single(), weights=weights))["q1"]
    told = next(note for note in table.notes if "weighted" in note)
    assert told == "Figures are weighted: unweighted base 2 and effective base 2."
    assert weighted_bases(table) == {EFFECTIVE: (Fraction(8, 5),)}


def test_weighted_bases_stand_beside_a_table_where_they_are_bases() -> None:
    cells = {"q1": ["yes", "no"]}
    table = tabulate(survey(cells, single(), weights=[Fraction(1, 2), Fraction(3, 2)]))["q1"]
    assert weighted_bases(table) == {WEIGHTED: (Fraction(2),), EFFECTIVE: (Fraction(8, 5),)}
    assert weighted_bases(tabulate(survey(cells, single()))["q1"]) == {}


def test_sums_of_long_weights_are_exact() -> None:
    weights = [
        Fraction(each, 10**25 + 7) for each in (10**24 + 1, 3 * 10**25 + 7, 12345678901234567)
    ]
    table = tabulate(survey({"q1": ["yes", "no", "yes"]}, single(), weights=weights))["q1"]
    assert table.cell("all", "yes").value == (weights[0] + weights[2]) / sum(weights)


def test_margins_are_told_of_a_declared_poll_alone() -> None:
    answers = {"q1": ["yes"] * 400}
    assert tabulate(survey(answers, single()))["survey"].column("margin") is None
    tables = tabulate(survey(answers, single(), poll=True))
    assert written(resolve("survey.margin", tables)[0]) == "4.9"
    assert "within 4.9 percentage points" in tables["survey"].notes[-1]
    uneven = [Fraction(1), Fraction(3)] * 200
    weighted = tabulate(survey(answers, single(), weights=uneven, poll=True))
    assert written(resolve("survey.margin", weighted)[0]) == "5.5"


# -- groups ----------------------------------------------------------------------------------------

WARDS = attribute("ward", "north", "south")
AGES = attribute("age", "young", "old")


def banner(*questions: str) -> Banner:
    return Banner(
        "main", (("ward", ("north", "south")), ("age", ("young", "old"))), questions, HERE
    )


def halves(*, unknown: int = 0) -> dict[str, list[str]]:
    return {
        "q1": ["yes"] * 60 + ["no"] * 60,
        "ward": (["north"] * 60 + ["south"] * 60)[: 120 - unknown] + [""] * unknown,
        "age": ["young", "old"] * 60,
    }


def test_a_banner_has_a_total_and_all_breaks_side_by_side() -> None:
    book = survey(halves(unknown=4), single(), attributes=(WARDS, AGES), banners=(banner("q1"),))
    tables = tabulate(book)
    table = tables["main_q1"]
    assert [row.id for row in table.rows] == [
        "all", "ward_north", "ward_south", "age_young", "age_old",
    ]  # fmt: skip
    assert [base.n for base in table.bases] == [120, 60, 56, 60, 60]
    assert [row.within for row in table.rows] == ["", "Ward", "Ward", "Age", "Age"]
    assert text(table, "ward_north", "yes") == "100%"
    assert text(table, "age_young", "yes") == "50%"
    assert table.notes[-1] == "Ward: not known of 4, who are in the total."
    assert table.title == "Q1 by Ward and by Age"
    alone = tables["main_q1_by_ward"]
    assert [row.id for row in alone.rows] == ["all", "north", "south"]
    assert alone.cells == table.cells[:3]


def test_small_groups_of_a_banner_are_hidden_with_what_would_give_them_away() -> None:
    answers = halves()
    answers["ward"] = ["north"] * 60 + ["south"] * 55 + ["east"] * 5
    wards = attribute("ward", "north", "south", "east")
    main = Banner("main", (("ward", ("north", "south", "east")),), ("q1",), HERE)
    book = survey(answers, single(), attributes=(wards,), banners=(main,))
    table = tabulate(book)["main_q1"]
    assert text(table, "all", "yes") == "50%"
    assert text(table, "east", "yes") == text(table, "south", "yes") == "[c]"
    assert text(table, "north", "yes") == "100%"


def test_letters_stand_beside_the_higher_share() -> None:
    answers = {
        "q1": ["yes"] * 40 + ["no"] * 20 + ["yes"] * 20 + ["no"] * 40 + ["yes"] * 10 + ["no"] * 10,
        "ward": ["north"] * 60 + ["south"] * 60 + ["east"] * 20,
    }
    wards = attribute("ward", "north", "south", "east")
    tab = crosstab("q1", "ward", "north", "south", "east")
    plain = survey(answers, single(), attributes=(wards,), crosstabs=(tab,))
    assert not any(cell.letters for _, _, cell in tabulate(plain)["q1_by_ward"])
    table = tabulate(
        survey(answers, single(), attributes=(wards,), crosstabs=(tab,), significance="plain")
    )["q1_by_ward"]
    assert [row.letter for row in table.rows] == ["", "A", "B", "C"]
    assert table.cell("north", "yes").letters == "B"
    assert table.cell("south", "yes").letters == ""
    assert table.cell("south", "no").letters == "A"
    assert {cell.letters for cell in table.cells[3]} == {""}  # 20 are too few
    assert "no correction" in table.tested


def test_a_correction_asks_for_larger_differences() -> None:
    shares = (30, 41, 20, 21)
    answers = {
        "q1": [word for share in shares for word in ["yes"] * share + ["no"] * (60 - share)],
        "ward": [name for name in ("a", "b", "c", "d") for _ in range(60)],
    }
    wards, tab = attribute("ward", "a", "b", "c", "d"), crosstab("q1", "ward", "a", "b", "c", "d")

    def letters(how: str) -> list[str]:
        book = survey(answers, single(), attributes=(wards,), crosstabs=(tab,), significance=how)
        table = tabulate(book)["q1_by_ward"]
        return [row[0].letters for row in table.cells[1:]]

    assert letters("plain") == ["", "A C D", "", ""]
    assert letters("bonferroni") == ["", "C D", "", ""]


def test_groups_that_share_answers_are_not_compared() -> None:
    answers = {"q1": ["yes"] * 50 + ["no"] * 50, "q2": ["yes"] * 40 + ["rather"] * 20 + ["no"] * 40}
    tab = crosstab("q1", "q2", "yes", "agree")
    book = survey(
        answers,
        single(),
        single("q2"),
        crosstabs=(tab,),
        significance="plain",
        small_bases=SmallBases("show"),
    )
    assert not any(cell.letters for _, _, cell in tabulate(book)["q1_by_q2"])


# -- responses -------------------------------------------------------------------------------------


def test_a_rate_is_of_those_invited() -> None:
    book = survey(
        {"q1": ["yes"] * 9 + ["no"], "ward": ["north"] * 6 + ["south"] * 3 + [""]},
        single(),
        attributes=(attribute("ward", "north", "south", "east"),),
        rates=(Rate("by_ward", "ward", "", "", HERE),),
    )
    book = replace(book, invited={"ward": {"north": 12, "south": 4, "east": 0}})
    table = tabulate(book)["by_ward"]
    assert [text(table, row.id, "rate") for row in table.rows] == ["63%", "50%", "75%", "[x]"]
    assert text(table, "all", "invited") == "16"
    assert text(table, "all", "responded") == "10"
    assert table.overall is not None
    assert (table.overall.n, table.overall.words) == (16, "16 keepers invited")
    assert table.notes[-1] == "Ward is not known of 1, who are in the total."


@pytest.mark.parametrize(
    ("points", "words"),
    [
        ("4.99", "broadly in line with the population"),
        ("-4.99", "broadly in line with the population"),
        ("5", "slightly over-represented"),
        ("-10", "slightly under-represented"),
        ("10.01", "over-represented"),
        ("-30", "under-represented"),
    ],
)
def test_a_sample_stands_to_its_population_in_words(points: str, words: str) -> None:
    assert standing(Fraction(points) / 100) == words


def test_themes_are_shares_of_those_who_commented() -> None:
    scale = Scale("q9", (Answer("cost", "Cost"), Answer("staff", "Staff")))
    question = Question("q9", Kind.OPEN, "Why?", "Why", HERE, scale)
    spoken = [("r0", ("cost",)), ("r0", ("cost", "staff")), ("r1", ("staff",)), ("r2", ())]
    comments = tuple(
        Comment(f"c{place}", who, "q9", "…", "Keeper", consent=True, where=HERE, themes=themes)
        for place, (who, themes) in enumerate(spoken)
    )
    book = replace(survey({"q1": ["yes"] * 5}, single(), question), comments=comments)
    table = tabulate(book)["q9"]
    assert table.base.words == "3 keepers who commented"
    assert [text(table, "all", each) for each in ("cost", "staff", "comments")] == [
        "33%",
        "67%",
        "4",
    ]
    assert "1 of 4 comments speak of none of these themes." in table.notes
    assert table.counted, "percentages of so few are numbers in a chart (conventions, 1.12)"
    assert table.multiple


@pytest.mark.parametrize("own", [(), (("percent_from", 3),)])
def test_a_codebook_says_from_how_many_on_themes_are_percentages(
    own: tuple[tuple[str, int], ...],
) -> None:
    counted = not own
    scale = Scale("q9", (Answer("cost", "Cost"), Answer("staff", "Staff")))
    question = Question("q9", Kind.OPEN, "Why?", "Why", HERE, scale, small_bases=own)
    comments = tuple(
        Comment(f"c{who}", who, "q9", "…", "Keeper", consent=True, where=HERE, themes=("cost",))
        for who in ("r0", "r1", "r2")
    )
    book = replace(survey({"q1": ["yes"] * 5}, single(), question), comments=comments)
    assert tabulate(book)["q9"].counted is counted
    (figure,) = resolve("q9.cost", tabulate(book))
    assert figure.told_in_counts is counted
    (number,) = resolve("q9.comments", tabulate(book))
    assert not number.told_in_counts, "the number of comments is a count in any case"


def test_several_answers_in_a_banner_count_respondents() -> None:
    book = survey(
        {"q3.a": ["yes"] * 40, "q3.b": ["yes", ""] * 20, "ward": ["north"] * 40},
        multiple("q3", "a", "b"),
        attributes=(WARDS,),
        banners=(Banner("main", (("ward", ("north", "south")),), ("q3",), HERE),),
    )
    table = tabulate(book)["main_q3"]
    assert text(table, "north", "a") == "100%"
    assert text(table, "north", "b") == "50%"
    assert text(table, "south", "b") == "[w]"


# -- margins of error ------------------------------------------------------------------------------


def polled(weights: Sequence[Fraction] = (), population: int = 0) -> Table:
    answers = {"q1": ["yes"] * 30 + ["no"] * 70, "role": ["x"] * 40 + ["y"] * 60}
    made = survey(
        answers,
        single(),
        weights=weights,
        attributes=(attribute("role", "x", "y"),),
        crosstabs=(crosstab("q1", "role", "x", "y"),),
    )
    book = replace(made.codebook, poll=True, population=population)
    return tabulate(replace(made, codebook=book))["q1_by_role"]


def margin(table: Table, row: str) -> float:
    (figure,) = resolve(f"{table.id}.{row}.no.margin", {table.id: table})
    assert figure.kind == "margin"
    return float(figure.value)


def test_a_group_has_the_margin_of_its_own_base() -> None:
    """In the group x 10 of 40 said no: 1.96 times the root of 0.25 by 0.75 by 40."""
    assert margin(polled(), "x") == pytest.approx(13.42, abs=0.005)
    assert margin(polled(), "y") < 0.01 + 100 * 1.96 * (0.5 / 60 * (1 - 0.5 / 60) / 60) ** 0.5


def test_uneven_weights_widen_a_margin() -> None:
    uneven = [Fraction(1, 2), Fraction(3, 2)] * 50
    assert margin(polled(uneven), "x") == pytest.approx(13.42 * 1.25**0.5, abs=0.01)


def test_a_declared_population_narrows_a_margin_by_the_part_that_answered() -> None:
    assert margin(polled(population=400), "x") == pytest.approx(13.42 * 0.75**0.5, abs=0.01)


def test_without_a_poll_there_is_no_margin() -> None:
    answers = {"q1": ["yes"] * 30 + ["no"] * 70}
    with pytest.raises(WrongReferenceError, match="poll"):
        resolve("q1.no.margin", tabulate(survey(answers, single())))
