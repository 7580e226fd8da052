"""Alternative text reads the figures out, in words, and stays short."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from briefing.charts import telling
from briefing.charts.highlight import find
from tests.unit.charts.tabled import AGREES, ASPECTS, BODIES, CONFIDENT, single, suppress


def test_a_question_is_read_out_by_its_headline_and_its_extremes() -> None:
    assert telling.of_single("Ring chart", AGREES, find(AGREES, "agree")) == (
        "Ring chart: Engagement in the STP. Agree, 21 per cent. "
        "Largest answer Strongly disagree, 39 per cent; smallest Strongly agree, 4 per cent. "
        "Base: 80 councillors who answered. The figures follow as a table."
    )


def test_a_headline_that_speaks_of_an_extreme_is_not_told_twice() -> None:
    told = telling.of_single("Ring chart", AGREES, find(AGREES, "strongly_disagree"))
    assert told.count("Strongly disagree") == 1


def test_who_does_not_know_is_no_extreme() -> None:
    told = telling.of_single("Stacked column", CONFIDENT, find(CONFIDENT, "confident"))
    assert "smallest Very confident, 3 per cent" in told
    assert "know" not in told


def test_several_highlighted_answers_are_told_before_the_extremes() -> None:
    told = telling.of_single("Ring chart", AGREES, find(AGREES, "agree disagree"))
    assert "Agree, 21 per cent; Disagree, 69 per cent. Largest answer" in told


def test_rows_are_told_by_their_extremes() -> None:
    column = BODIES.column("engaged")
    told = telling.of_rows("Stacked bars", BODIES, column, find(BODIES, ""))
    assert "highest Senior officers, 78 per cent; lowest The full council, 10 per cent" in told
    assert told.endswith("Base: 79 councillors who answered. The figures follow as a table.")


def test_the_headlines_row_is_told_where_it_is_no_extreme() -> None:
    column = BODIES.column("engaged")
    told = telling.of_rows("Stacked bars", BODIES, column, find(BODIES, "hwb.engaged"))
    assert "Very engaged or engaged: Health and wellbeing board, 70 per cent; highest" in told


def test_different_bases_are_told_as_a_range() -> None:
    assert telling.bases(ASPECTS) == "Bases from 79 to 80."


def test_suppressed_rows_are_counted_and_their_figures_kept() -> None:
    table = suppress(BODIES, 0)
    told = telling.of_rows("Stacked bars", table, table.column("engaged"), find(table, ""))
    assert "1 of 5 rows suppressed." in told
    assert "78" not in told
    assert "Base: 79 councillors who answered." in told


def test_nothing_can_be_told_of_a_suppressed_question() -> None:
    table = suppress(AGREES, 0)
    told = telling.of_single("Ring chart", table, find(table, "agree"))
    assert "No figures can be shown. 7 figures suppressed." in told


def test_a_group_of_nobody_is_not_said_to_be_suppressed() -> None:
    table = suppress(BODIES, 0, "w")
    told = telling.of_rows("Stacked bars", table, table.column("engaged"), find(table, ""))
    assert "suppressed" not in told


def test_very_small_and_very_large_shares_are_said_in_words() -> None:
    assert telling.per_cent(Fraction(1, 500)) == "under 1 per cent"
    assert telling.per_cent(Fraction(499, 500)) == "over 99 per cent"
    assert telling.per_cent(Fraction(1, 8)) == "13 per cent"


def test_it_stays_under_the_limit_whatever_the_labels() -> None:
    heads = tuple(
        replace(head, label=f"{head.label} {'and so on ' * 12}") for head in AGREES.columns
    )
    table = single("q", heads, (3, 14, 8, 24, 31), title="A very long title " * 12)
    told = telling.of_single("Ring chart", table, find(table, "agree"))
    assert len(told) < telling.LIMIT
    assert "21 per cent" in told
    assert "; smallest" in told
    assert told.endswith("Base: 80 councillors who answered. The figures follow as a table.")


def test_a_cut_is_made_after_a_whole_word() -> None:
    assert telling.shortened("Engaging patients and communities", 20) == "Engaging patients…"
