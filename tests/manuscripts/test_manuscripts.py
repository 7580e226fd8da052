"""Whole manuscripts: the diagnostics that each must give are written in it, as comments.

``<!-- expect: code column -->`` speaks of the next line that is no such comment, with ``-1`` behind
the column of the line before it; ``warning`` at the end says that the build goes on.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.charts import CATALOGUE as CHARTS
from briefing.content.bind import Manner, bind
from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_words
from briefing.content.pictures import Album
from briefing.diagnostics import Diagnostics, Severity, Source
from briefing.survey.model import Comment
from tests.unit.claims.tabled import published

HERE = Path(__file__).parent
EXPECT = re.compile(r"<!-- expect: ([\w-]+) (\d+)(?: (-\d))?( warning)? -->")
Expected = tuple[int, int, str, Severity]


def comment(
    name: str, attribution: str = "Leader, county council", *, consent: bool = True
) -> Comment:
    text = "We read the papers, so we know."
    return Comment(name, "r1", "q1", text, attribution, consent, Source("comments.csv", 2))


COMMENTS = (comment("q1-01"), comment("q1-02", consent=False), comment("q1-03", ""))
EVIDENCE = Evidence(
    published(),
    {each.id: each for each in COMMENTS},
    facts={"survey.fieldwork": "6 April to 11 May 2017"},
)


def expected(text: str) -> list[Expected]:
    lines = text.split("\n")
    found: list[Expected] = []
    for number, line in enumerate(lines, start=1):
        match = EXPECT.fullmatch(line.strip())
        if match is None:
            continue
        target = number + int(match[3]) if match[3] else number + 1
        while EXPECT.fullmatch(lines[target - 1].strip()):
            target += 1
        severity = Severity.WARNING if match[4] else Severity.ERROR
        found.append((target, int(match[2]), match[1], severity))
    return sorted(found, key=lambda each: each[:3])


def diagnosed(text: str, path: str, *, strict: bool = False) -> Diagnostics:
    diagnostics = Diagnostics()
    manner = Manner(
        ("cover", "theme"),
        BLOCKS,
        CHARTS,
        "per cent",
        (("appendix-d", "D"),),
        strict=strict,
        album=Album(HERE),
    )
    bind(parse_words(text, path, diagnostics), EVIDENCE, manner, diagnostics)
    return diagnostics


def places(diagnostics: Diagnostics) -> list[Expected]:
    found = [
        (each.where.line, each.where.column, each.code, each.severity)
        for each in diagnostics
        if each.where
    ]
    assert len(found) == len(diagnostics), "a fault without a place"
    return sorted(found, key=lambda each: each[:3])


MANUSCRIPTS = sorted(HERE.glob("*.md"))


@pytest.mark.parametrize("path", MANUSCRIPTS, ids=lambda each: each.stem)
def test_a_manuscript_gives_the_diagnostics_written_in_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert places(diagnosed(text, path.name)) == expected(text)


@pytest.mark.parametrize("path", MANUSCRIPTS, ids=lambda each: each.stem)
def test_every_fault_comes_with_a_remedy(path: Path) -> None:
    for each in diagnosed(path.read_text(encoding="utf-8"), path.name):
        assert each.hint, each
        assert each.where is not None
        assert each.where.path == path.name


def test_the_manuscripts_hold_every_kind_of_fault() -> None:
    codes = {code for path in MANUSCRIPTS for _, _, code, _ in expected(path.read_text("utf-8"))}
    assert len(codes) >= 55


def test_a_check_turns_figures_without_proof_into_errors() -> None:
    text = (HERE / "unbound.md").read_text(encoding="utf-8")
    assert all(each[3] is Severity.ERROR for each in places(diagnosed(text, "x", strict=True)))
    assert len(diagnosed(text, "x", strict=True)) == len(expected(text))
