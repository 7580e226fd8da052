"""What can be written of figures, told: the grammar, a project, one reference."""

from __future__ import annotations

import re

import pytest

from briefing.claims.amounts import HEDGES, TOLERANCES
from briefing.claims.quantifiers import PHRASES
from briefing.claims.references import WrongReferenceError, resolve_all
from briefing.claims.verdicts import judge
from briefing.content.evidence import Evidence
from briefing.explain import explain_reference, grammar, references
from tests.conftest import ROOT
from tests.unit.claims.tabled import published

TABLES = published()
EVIDENCE = Evidence(TABLES, facts={"survey.fieldwork": "6 April to 11 May 2017"})


def test_the_readme_says_what_the_code_does() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert grammar().rstrip() in readme, "write the output of briefing explain into the README"


def test_every_hedge_and_quantifier_is_told_with_its_tolerance() -> None:
    told = grammar()
    for phrase in (*HEDGES, *PHRASES):
        words = " ".join(phrase)
        bare = words.removeprefix("the ").removeprefix("a ")
        assert words in told or bare in told
    for tolerance in TOLERANCES.values():
        assert str(tolerance.reach) in told
        assert tolerance.reason in told


def test_a_project_is_told_by_its_references_and_their_values() -> None:
    told = references(EVIDENCE)
    assert "{{ survey.fieldwork }}  6 April to 11 May 2017" in told
    assert re.search(r"^ +q2a\.agree +21% \(17\)  Agree$", told, re.MULTILINE)
    assert "q3.commenting.base  80 respondents" in told
    assert re.search(r"by_type\.district\.yes +\[c\]", told)
    assert "cannot be quoted: [c] suppressed" in told
    for table in TABLES.values():
        for row, column, _ in table:
            assert f"{table.id}.{table.path(row, column)} " in told


def test_a_reference_is_explained_with_claims_that_hold() -> None:
    told = explain_reference("q2a.agree", EVIDENCE)
    assert "21.250000 per cent" in told
    assert "80 respondents" in told
    assert re.search(r"q2a\.agree\.pct\.fraction }} +just over a fifth", told)
    held = told.partition("claims that hold:")[2].partition("  as in ")[0]
    words = " ".join(held.split()).split("; ")
    assert len(words) > 5
    for each in words:
        assert judge(each, resolve_all("q2a.agree", TABLES)).true, each


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("q2a.disagree - q2a.agree", "48\xa0percentage points"),
        ("q13.prevention.rank", "First"),
        ("survey.respondents", "Eighty-one"),
        ("survey.fieldwork", "6 April"),
        ("q3.*.engaged", "q3.approving.engaged"),
        ("q3.commenting.base", "80"),
        ("q13.prevention.score", "5.3"),
    ],
)
def test_any_reference_can_be_explained(reference: str, words: str) -> None:
    assert words in explain_reference(reference, EVIDENCE)


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("by_type.district.yes", "suppressed-figure"),
        ("by_type.district.base", "suppressed-figure"),
        ("<script>", "reference-syntax"),
        ("q2a." + "x" * 500, "unknown-answer"),
        ("", "reference-syntax"),
        ("q2a.agree - q2a.disagree", "difference-negative"),
    ],
)
def test_what_is_no_reference_or_hidden_is_told_so(reference: str, code: str) -> None:
    with pytest.raises(WrongReferenceError) as caught:
        explain_reference(reference, EVIDENCE)
    assert caught.value.code == code
