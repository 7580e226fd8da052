"""Words that mean what their author says: proved as such, and only where they say nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.claims.meaning import judge_meaning
from briefing.claims.references import resolve_all
from briefing.claims.statements import UnclearClaimError
from tests.unit.claims.tabled import published

if TYPE_CHECKING:
    from briefing.claims.verdicts import Verdict


def judged(words: str, means: str, cells: str, among: str = "") -> Verdict:
    tables = {table.id: table for table in published().values()}
    others = resolve_all(among, tables) if among else ()
    return judge_meaning(words, means, resolve_all(cells, tables), others)


@pytest.mark.parametrize(
    ("words", "means", "true"),
    [
        ("low", "under 40 per cent", True),
        ("low", "under a fifth", False),
        ("Support is strong", "over a quarter", True),
        ("strong support", "at least half", False),
        ("not high", "under half", True),
        ("poor", "over 30 per cent", True),
        ("popular", "over a quarter", True),
        ("unusual", "under 40 per cent", True),
        ("widely welcomed", "a minority", True),
        ("half", "", False),
        ("a third", "", True),
    ],
)
def test_words_are_true_if_what_they_mean_is(words: str, means: str, *, true: bool) -> None:
    verdict = judged(words, means, "q1.great_deal")
    assert verdict.true is true
    assert true or words in verdict.message


def test_what_words_mean_may_be_of_several_cells_and_of_a_place() -> None:
    cells = "q4.officers.engaged q4.council.engaged"
    assert judged("a world apart", "far more than", cells).true
    assert judged("head and shoulders above", "highest", "q4.officers.engaged", "q4.*.engaged").true


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("a third", "over a quarter"),
        ("33 per cent", "over a quarter"),
        ("strongly 33", "over a quarter"),
        ("most", "over a quarter"),
        ("few", "under half"),
    ],
)
def test_words_that_state_a_quantity_take_no_other_meaning(words: str, means: str) -> None:
    with pytest.raises(UnclearClaimError, match="meaning of its own"):
        judged(words, means, "q1.great_deal")


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("low", "over 10 per cent"),
        ("high", "under 90 per cent"),
        ("very weak", "at least a tenth"),
        ("not low", "under 90 per cent"),
    ],
)
def test_one_end_of_a_measure_is_not_the_other(words: str, means: str) -> None:
    with pytest.raises(UnclearClaimError, match="cannot mean"):
        judged(words, means, "q1.great_deal")


def test_a_meaning_must_be_a_claim_itself() -> None:
    with pytest.raises(UnclearClaimError, match="cannot be checked"):
        judged("low", "rather little", "q1.great_deal")
