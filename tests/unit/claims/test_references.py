"""References: what they name, and what an author is told when they name nothing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from briefing.claims.naming import WrongReferenceError
from briefing.claims.references import cell_path, resolve, resolve_all
from briefing.tables.model import Cell, Head, Part
from tests.unit.claims.tabled import published

TABLES = published()


@pytest.mark.parametrize(
    ("reference", "kind", "value"),
    [
        ("q1.great_deal", "pct", Fraction(26, 79)),
        ("q1.great_deal.pct", "pct", Fraction(26, 79)),
        ("q3.commenting.engaged", "pct", Fraction(28, 80)),
        ("q3.commenting.base", "base", Fraction(80)),
        ("q3.approving.engaged.base", "base", Fraction(79)),
        ("q1.base", "base", Fraction(79)),
        ("q17a_by_q2a.base", "base", Fraction(79)),
        ("q17a_by_q2a.agree.confident.count", "count", Fraction(10)),
        ("q17a_by_q2a.agree.base", "base", Fraction(16)),
        ("q13.prevention.score", "score", Fraction("5.31")),
        ("q13.outcomes.rank", "rank", Fraction(2)),
        ("q13.finance.rank", "rank", Fraction(3)),
        ("q4.council.engaged.rank", "rank", Fraction(4)),
        ("survey.respondents", "count", Fraction(81)),
        ("survey.council.words", "count", Fraction(68)),
    ],
)
def test_a_reference_names_one_figure(reference: str, kind: str, value: Fraction) -> None:
    (figure,) = resolve(reference, TABLES)
    assert (figure.kind, figure.value) == (kind, value)


def test_equal_scores_share_their_place() -> None:
    assert resolve("q13.quality.rank", TABLES)[0].tied
    assert not resolve("q13.prevention.rank", TABLES)[0].tied


def test_a_star_stands_for_every_row() -> None:
    figures = resolve("q15.*.positive", TABLES)
    assert [each.reference for each in figures] == [
        "q15.acute.positive",
        "q15.primary.positive",
        "q15.reform.positive",
    ]


def test_several_references_keep_their_order() -> None:
    figures = resolve_all("q17b.confident, q17a.confident", TABLES)
    assert [each.table for each in figures] == ["q17b", "q17a"]


@pytest.mark.parametrize(
    ("reference", "code", "message", "hint"),
    [
        ("q2a.agre", "unknown-answer", "q2a has no answer 'agre'", "did you mean 'agree'"),
        ("q2aa.agree", "unknown-table", "no table 'q2aa'", "did you mean 'q2a'"),
        ("q3.comenting.engaged", "unknown-row", "no row 'comenting'", "'commenting'"),
        ("q3.commenting", "incomplete-reference", "names no cell", "engaged"),
        ("q3.engaged", "unknown-row", "no row 'engaged'", "commenting"),
        ("q1", "incomplete-reference", "names no cell", "great_deal"),
        ("q1.great_deal.pcts", "unknown-taking", "'pcts'", "'pct'"),
        ("q1.great_deal.pct.count", "unknown-taking", "'count'", "words"),
        ("q1.great_deal.score", "unknown-taking", "has no score", ".pct"),
        ("survey.respondents.pct", "unknown-taking", "has no pct", ".count"),
        ("q3.base", "ambiguous-reference", "different bases", "q3.commenting.base"),
        ("q13.prevention.count", "incomplete-reference", "names no cell", "score"),
        ("__import__('os')", "reference-syntax", "is not a reference", "full stops"),
        ("q1.great_deal + 1", "reference-syntax", "is not a reference", ""),
        ("q1..pct", "reference-syntax", "is not a reference", ""),
        ("*.agree", "reference-syntax", "names no table", ""),
        ("", "reference-syntax", "is not a reference", ""),
        ("by_type.district.yes", "suppressed-figure", "confidentiality", "leave the figure out"),
        ("by_type.district.base", "suppressed-figure", "confidentiality", ""),
        ("by_type.*.yes", "suppressed-figure", "confidentiality", ""),
        ("by_type.county.yes.rank", "suppressed-figure", "confidentiality", ""),
    ],
)
def test_a_wrong_reference_says_what_there_is(
    reference: str, code: str, message: str, hint: str
) -> None:
    with pytest.raises(WrongReferenceError) as caught:
        resolve(reference, TABLES)
    assert caught.value.code == code
    assert message in caught.value.message
    assert hint in caught.value.hint


def test_the_standing_of_a_hidden_group_is_suppressed_and_of_no_group_unknown() -> None:
    table = TABLES["by_type"]
    columns = (Head("rowers", "Rowers", Part.GROUP),)
    row, hidden = Cell(Fraction(1, 9), 1), Cell(None, symbol="c")
    heads = (Head("sample", "Sample", Part.GROUP), Head("population", "Club", Part.GROUP))
    club = replace(
        table,
        id="by_group",
        rows=heads,
        columns=columns,
        bases=table.bases[:2],
        cells=((hidden,), (row,)),
    )
    for reference, code, message in (
        ("by_group.rowers.standing", "suppressed-figure", "confidentiality"),
        ("by_group.sailors.standing", "unknown-row", "no row 'sailors'"),
    ):
        with pytest.raises(WrongReferenceError) as caught:
            resolve(reference, {"by_group": club})
        assert caught.value.code == code
        assert message in caught.value.message


def test_the_path_of_a_cell_may_start_with_its_table() -> None:
    assert cell_path("q1.great_deal", TABLES["q1"]) == "great_deal"
    assert cell_path("great_deal", TABLES["q1"]) == "great_deal"
    assert cell_path("commenting.engaged", TABLES["q3"]) == "commenting.engaged"
    with pytest.raises(WrongReferenceError):
        cell_path("*.engaged", TABLES["q3"])


def test_a_claim_that_names_nothing_is_refused() -> None:
    with pytest.raises(WrongReferenceError, match="names no cell"):
        resolve_all("  ", TABLES)
