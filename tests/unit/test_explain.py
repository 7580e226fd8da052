"""What can be written of figures, told: the grammar, a project, one reference."""

from __future__ import annotations

import operator
import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.claims.figures import Figure
from briefing.claims.hedging import GRADED, HEDGES, TOLERANCES
from briefing.claims.naming import WrongReferenceError
from briefing.claims.quantifiers import PHRASES
from briefing.claims.references import resolve_all
from briefing.claims.verdicts import judge
from briefing.content.evidence import Evidence
from briefing.explain import explain_reference, grammar, references
from tests.conftest import ROOT
from tests.unit.claims.tabled import published

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES = published()
EVIDENCE = Evidence(TABLES, facts={"survey.fieldwork": "6 April to 11 May 2017"})


def test_the_readme_says_what_the_code_does() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert grammar().rstrip() in readme, "write the output of briefing explain into the README"


def test_every_hedge_and_quantifier_is_told_with_its_tolerance() -> None:
    told = grammar()
    graded = {f"{much} {than}" for by, what in GRADED.values() for much in by for than in what}
    for phrase in (*(each for each in HEDGES if " ".join(each) not in graded), *PHRASES):
        words = " ".join(phrase)
        bare = words.removeprefix("the ").removeprefix("a ")
        assert words in told or bare in told
    for by, what in GRADED.values():
        assert f"{', '.join(by)} in front of {', '.join(what)}" in told
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


def _printed() -> list[tuple[str, str, str]]:
    """(what stands at the head of a table, each wording in it, what it says makes that true)."""
    found = []
    head = ""
    for line in grammar().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line[:1] == "|" else []
        if not cells:
            head = ""
        elif not head:
            head = cells[0]
        elif _CONDITION.fullmatch(cells[1]) and "." not in cells[0]:
            found += [(head, each, cells[1]) for each in _wordings(cells[0])]
    return found


def _wordings(cell: str) -> Iterator[str]:
    """Each wording of a cell: those by how much go with each of those that say over or under."""
    for part in cell.split("; "):
        by, _, what = part.rpartition(" in front of ")
        for word in what.split(", "):
            yield from (f"{much} {word}" for much in by.split(", ")) if by else (word,)


_LIMIT = r"(more than|less than|at least|at most|exactly) (\N{MINUS SIGN}?\d+)"
_CONDITION = re.compile(rf"{_LIMIT}(?:, {_LIMIT})?")
_HOLDS = {
    "more than": operator.gt,
    "less than": operator.lt,
    "at least": operator.ge,
    "at most": operator.le,
    "exactly": operator.eq,
}


def _meant(condition: str, value: Fraction) -> bool:
    """Whether a condition as it is printed is met."""
    limits = re.findall(_LIMIT, condition)
    return all(_HOLDS[how](value, int(n.replace("\N{MINUS SIGN}", "-"))) for how, n in limits)


def _near(condition: str) -> list[Fraction]:
    """Values at the limits of a condition, and next to them."""
    limits = [int(n.replace("\N{MINUS SIGN}", "-")) for _, n in re.findall(_LIMIT, condition)]
    return [each + Fraction(step, 4) for each in limits for step in (-1, 0, 1)]


def _judged(words: str, per_cent: Fraction) -> bool:
    figure = Figure("q", "a", "pct", per_cent / 100, "A", int(per_cent * 100), 10_000)
    return judge(words, [figure]).true


FRACTIONS = {"a third", "two thirds", "half", "two in five", "nine out of ten"}
PRINTED_HEDGES = [
    each[1:] for each in _printed() if each[0] == "an amount" and each[1] not in FRACTIONS
]
QUANTIFIERS = [each[1:] for each in _printed() if each[0] == "a quantifier"]


def test_the_printed_tables_are_read_here() -> None:
    assert len(PRINTED_HEDGES) > 80
    assert len(QUANTIFIERS) > 150


@pytest.mark.parametrize(("words", "condition"), PRINTED_HEDGES)
def test_a_hedge_allows_what_the_grammar_says_and_no_more(words: str, condition: str) -> None:
    for amount, at in (("half", 50), ("40 per cent", 40), ("two in five", 40)):
        for off in _near(condition):
            assert _judged(f"{words} {amount}", at + off) == _meant(condition, off), (amount, off)


@pytest.mark.parametrize(("words", "condition"), QUANTIFIERS)
def test_a_quantifier_is_true_where_the_grammar_says_so(words: str, condition: str) -> None:
    for share in _near(condition):
        if 0 <= share <= 100:
            assert _judged(words, share) == _meant(condition, share), share
