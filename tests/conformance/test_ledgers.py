"""The ledgers are complete: every diagnostic, every clause that a judge knows, every name real."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

import briefing
from tests.conftest import ROOT
from tests.judges.tools import VERAPDF, absence, are_required
from tests.judges.verapdf import clauses

if TYPE_CHECKING:
    from collections.abc import Iterator
from briefing.profiles import Rule

HOUSE = Path(briefing.__file__).parent
LEDGERS = sorted((HOUSE / "profiles").glob("*.md"))
RAISED = re.compile(r'(?:error|warning)\(\s*"([a-z0-9-]+)"')
NAMED = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`")
STATES = {"enforced", "impossible", "documented", "open"}
PROGRAMS = {"pdffonts"}
OWN = {
    "PDF/UA-1": ("PDFUA-1", [f"7.{number}" for number in range(1, 22)]),
    "PDF/A-3a": ("PDFA-3A", [f"6.{number}" for number in range(1, 12)]),
}
"""For each standard the name of its rules in veraPDF, and the clauses that its text has."""


class Row(NamedTuple):
    """A row of a ledger; `judged` says that veraPDF has rules for the clause."""

    part: str
    clause: str
    judged: bool
    state: str
    how: str


def rows(ledger: Path) -> Iterator[Row]:
    part = ""
    for line in ledger.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            part = line[3:]
        cells = [each.strip() for each in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4 and cells[2] != "state":
            clause = cells[0].removesuffix("✓").strip()
            yield Row(part, clause, cells[0].endswith("✓"), cells[2], cells[3])


def under(clause: str, found: set[str]) -> bool:
    """Whether a clause or a part of it is among those found."""
    return any(each == clause or each.startswith(f"{clause}.") for each in found)


def test_the_ledgers_are_complete() -> None:
    raised = {
        code
        for package in ("pdf", "preflight")
        for path in sorted((HOUSE / package).glob("*.py"))
        for code in RAISED.findall(path.read_text(encoding="utf-8"))
    }
    named = {code for path in LEDGERS for code in NAMED.findall(path.read_text(encoding="utf-8"))}
    assert len(raised) > 30
    assert named == raised | {rule.code for rule in Rule}


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda each: each.stem)
def test_every_clause_has_a_state_and_says_how(ledger: Path) -> None:
    found = list(rows(ledger))
    assert len(found) >= 4
    assert {each.state for each in found} <= STATES
    assert [each.clause for each in found if not each.how] == []


@pytest.mark.parametrize("standard", OWN)
def test_every_clause_of_a_standard_stands_in_the_screen_ledger(standard: str) -> None:
    found = {
        each.clause for each in rows(HOUSE / "profiles" / "screen.md") if each.part == standard
    }
    assert [each for each in OWN[standard][1] if not under(each, found)] == []


@pytest.mark.parametrize("standard", OWN)
def test_every_clause_that_verapdf_judges_stands_in_the_screen_ledger(standard: str) -> None:
    words = absence((VERAPDF,))
    if words and are_required():
        pytest.fail(words)
    if words:
        pytest.skip(words)
    own = [each for each in rows(HOUSE / "profiles" / "screen.md") if each.part == standard]
    known = set(clauses(OWN[standard][0]))
    assert len(known) > 30
    assert known == {each.clause for each in own if each.judged}
    assert not known & {each.clause for each in own if not each.judged} - {"7.1", "7.2", "7.3"}


@pytest.mark.parametrize("ledger", LEDGERS, ids=lambda each: each.stem)
def test_what_a_ledger_names_exists(ledger: Path) -> None:
    """Files from the package or the repository, and what is defined in the code by that name."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(HOUSE.rglob("*.py")))
    gone = []
    for name in re.findall(r"`([^`]+)`", ledger.read_text(encoding="utf-8")):
        told = name in PROGRAMS or name.startswith(("make ", "briefing "))
        if NAMED.fullmatch(f"`{name}`") or told:
            continue
        if name.endswith((".py", ".md")):
            exists = (HOUSE / name).is_file() or (ROOT / name).is_file()
        else:
            exists = all(re.search(rf"\b{re.escape(each)}\b", code) for each in name.split("."))
        if not exists:
            gone.append(name)
    assert gone == []
