"""Tables printed in tenths: what is said of rounding follows the figures that are printed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from briefing.tables.model import Measure
from briefing.tables.notes import on_rounding
from briefing.tables.places import at_places, in_counts
from briefing.tables.sheet import sheet
from tests.unit.charts import tabled

SUMS, COMBINED = on_rounding()


def test_a_note_on_rounding_goes_where_tenths_add_up() -> None:
    table = tabled.single("q", tabled.KNOWLEDGE, (26, 46, 7, 1))  # 80: eighths of a tenth are none
    eighths = tabled.single("q", tabled.KNOWLEDGE, (1, 1, 1, 5))
    noted = replace(eighths, notes=("First.", SUMS, COMBINED, "Last."))
    assert at_places(noted, 1).notes == ("First.", "Last."), "12.5 + 12.5 + 12.5 + 62.5"
    assert at_places(noted, 0).notes == ("First.", SUMS, COMBINED, "Last."), "13 + 13 is not 25"
    assert at_places(table, 1).places == 1


def test_a_note_on_rounding_comes_where_tenths_are_off() -> None:
    thirds = tabled.single("q", tabled.KNOWLEDGE[:3], (1, 1, 1))
    whole = replace(thirds, notes=())
    assert at_places(whole, 1).notes == (SUMS,), "33.3 three times are 99.9"
    several = replace(whole, multiple=True)
    assert at_places(several, 1).notes == (), "several answers never sum to a hundred"
    rates = tuple(replace(each, value=Fraction(1, 7)) for each in whole.cells[0])
    assert at_places(replace(whole, cells=(rates,)), 1).notes == (), "no parts of a whole"


def test_counts_need_no_note_on_rounding() -> None:
    noted = replace(tabled.single("q", tabled.KNOWLEDGE, (1, 1, 1, 5)), notes=("First.", SUMS))
    told = in_counts(noted)
    assert (told.counted, told.notes) == (True, ("First.",))


def test_what_has_no_counts_is_not_told_in_them() -> None:
    table = tabled.single("q", tabled.KNOWLEDGE, (1, 1, 1, 5))
    weighted = replace(
        table, bases=tuple(replace(each, weighted=Fraction(8)) for each in table.bases)
    )
    assert in_counts(weighted) == weighted
    assert in_counts(tabled.ranking()) == tabled.ranking()


def test_a_sheet_has_the_decimals_of_its_table() -> None:
    table = tabled.single("q", tabled.KNOWLEDGE, (1, 1, 1, 5))
    assert "A great deal,12.5,1,8" in sheet(at_places(table, 1)).decode("utf-8-sig")
    assert "A great deal,13,1,8" in sheet(table).decode("utf-8-sig")
    scores = tabled.ranking()
    assert scores.columns[0].measure is Measure.SCORE
    lines = sheet(at_places(scores, 2)).decode("utf-8-sig").splitlines()
    assert len(lines[1].split(",")[1].partition(".")[2]) == 2
