"""Figures by the rules of those who publish otherwise: a codebook's line gives theirs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.diagnostics import Diagnostics
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.tables.model import Table

GAVE = {"Yes": 6, "No": 45, "I'm not familiar with it": 46}
SILENT_HERE, SILENT = 3, 9
CODEBOOK = """\
[survey]
title = "Access"
id = "id"
{survey}
[questions.uses]
kind = "single"
wording = "Do any of your projects make use of the service?"
{question}
[questions.uses.scale]
{scale}
answers = {{ yes = "Yes", no = "No", unfamiliar = "I'm not familiar with it" }}

[questions.like]
kind = "single"
wording = "Do you like it?"
scale = {{ answers = {{ yes = "Yes", no = "No" }} }}
"""


def table(folder: Path, survey: str = "", question: str = "", scale: str = "") -> Table:
    """Of people of whom 97 answered, 3 passed this question over and 9 all of them."""
    rows = [(answer, "Yes") for answer, count in GAVE.items() for _ in range(count)]
    rows += [("", "No")] * SILENT_HERE + [("", "")] * SILENT
    lines = [f"{who},{','.join(row)}" for who, row in enumerate(rows)]
    text = "\n".join(["id,uses,like", *lines]) + "\n"
    (folder / "responses.csv").write_text(text, encoding="utf-8")
    codebook = CODEBOOK.format(survey=survey, question=question, scale=scale)
    (folder / "codebook.toml").write_text(codebook, encoding="utf-8")
    return tabulate(read_survey(folder, Diagnostics()))["uses"]


@pytest.mark.parametrize(
    ("lines", "base"),
    [
        ({}, 97),
        ({"question": 'base = "asked"'}, 100),
        ({"question": 'base = "all"'}, 100),
        ({"question": 'base = "all"', "survey": 'silent = "keep"'}, 109),
        ({"survey": 'silent = "keep"'}, 97),
        (
            {
                "question": 'base = "substantive"',
                "scale": 'not_applicable = ["unfamiliar"]',
            },
            51,
        ),
    ],
)
def test_a_line_chooses_whom_percentages_are_of(
    tmp_path: Path, lines: dict[str, str], base: int
) -> None:
    made = table(tmp_path, **lines)
    assert made.base.n == base
    assert made.cell("all", "yes").value == Fraction(GAVE["Yes"], base)
    assert made.cell("all", "no").value == Fraction(GAVE["No"], base)


def test_scores_give_the_mean_of_a_rating(tmp_path: Path) -> None:
    made = table(tmp_path, scale="scores = { yes = 3, no = 2, unfamiliar = 1 }")
    assert made.cell("all", "mean").value == Fraction(6 * 3 + 45 * 2 + 46, 97)


def test_answers_outside_the_base_have_no_figure_of_nobody(tmp_path: Path) -> None:
    nets = 'nets = { use = { label = "Use or unsure", of = ["yes", "unfamiliar"] } }'
    scores = "scores = { yes = 1, no = 0, unfamiliar = 5 }"
    lines = f'not_applicable = ["unfamiliar"]\n{nets}\n{scores}'
    made = table(tmp_path, question='base = "substantive"', scale=lines)
    assert [head.id for head in made.columns] == ["yes", "no", "use", "mean"]
    assert made.cell("all", "use").value == Fraction(6, 51)
    assert made.cell("all", "mean").value == Fraction(6, 51)
    assert any("Excludes 46" in note for note in made.notes)
