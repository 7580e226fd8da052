"""A weighted poll with every kind of figure, from its folder to its pages and its ledger."""
# ruff: noqa: S311 - a survey at random, the same each time

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from briefing.build import build
from briefing.cli import main
from briefing.diagnostics import Faults
from briefing.pipeline.work import Order
from tests.conftest import ROOT
from tests.scales import AGREEMENT

if TYPE_CHECKING:
    from pathlib import Path

PUBLICATION = """\
[publication]
title = "Buses"
publisher = "The Panel"
date = 2025-03-01
brand = "civic"

[survey]
codebook = "codebook.toml"
responses = "responses.csv"
comments = "comments.csv"
population = "population.csv"

[documents.report]
words = "report.md"
format = "slide"
"""

CODEBOOK = """\
[survey]
title = "Buses in the county"
respondents = "residents"
id = "id"
weight = "w"
significance = true
poll = true
"""
CODEBOOK += f"\n{AGREEMENT}\n"
CODEBOOK += """\
[questions.often]
kind = "single"
scale = "agreement"
wording = "Do buses come often enough?"
short = "Often enough"

[questions.trips]
kind = "numeric"
wording = "How many trips did you make last month?"
short = "Trips"
unit = "trips"
bands = [1, 5, 10]

[questions.fare]
kind = "numeric"
wording = "What did you pay for the last one?"
short = "Last fare"
unit = "£"
decimals = 2

[questions.why]
kind = "open"
wording = "Why is that?"
short = "Reasons"
themes = { cost = "Cost", late = "Running late" }

[attributes.ward]
label = "Ward"
groups = { north = "North", south = "South", isle = "The Isle" }

[attributes.age]
label = "Age"
groups = { young = "Under 40", old = "40 and over" }

[banners.main]
of = ["ward", "age"]
questions = ["often", "trips"]

[crosstabs.often_by_ward]
question = "often"
by = "ward"

[compositions.wards]
attribute = "ward"
units = "residents"

[rates.by_ward]
attribute = "ward"
"""

REPORT = """\
# How residents travel {.text #travel}

Of {{ survey.respondents }} residents, worth {{ survey.effective }} after weighting, figures are
within {{ survey.margin }} points.

Residents made [on average 5.3 trips]{claim=trips.mean}: {{ trips.mean }}, half of them at most
{{ trips.median }}. A trip cost {{ fare.mean }}, of residents {{ trips.from_10.pct }} made ten or
more. Net agreement is {{ often.net_score }}, the mean {{ often.mean }}. In the south it is
{{ main_often.ward_south.net_score }}. Of comments {{ why.late.pct }} are on buses that run late.
The south answered: {{ by_ward.south.rate.pct }}; it is {{ wards.south.standing }}.

# By ward and by age {.text #groups}

::: {.table of=main_often}
:::

# Trips and answers {.text #trips}

::: {.table of=trips}
:::

::: {.table of=by_ward}
:::
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    draw = random.Random(4)
    folder = tmp_path / "buses"
    folder.mkdir()
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    answers = ["Strongly agree", "Tend to agree", "Neither", "Strongly disagree", "Don't know"]
    rows = [["id", "w", "ward", "age", "often", "trips", "fare"]]
    for place in range(240):
        ward = "The Isle" if place < 6 else ("North", "South")[place % 2]
        often = answers[place % 2] if ward == "North" else draw.choice(answers)
        trips = "lots" if place == 100 else str(draw.randrange(12))
        fare = f"£{draw.randrange(200, 500) / 100:.2f}"
        age = ("Under 40", "40 and over")[place % 3 > 0]
        weight = ("0.8", "1.2")[place % 4 > 1]
        rows.append([f"r{place}", weight, ward, age, often, trips, fare])
    comments = [["id", "respondent", "question", "text", "attribution", "consent", "themes"]]
    for place in range(60):
        themes = ("Running late", "cost; late", "")[place % 3]
        comments.append([f"c{place}", f"r{place}", "why", "As it is.", "Resident", "yes", themes])
    population = [["attribute", "group", "units", "invited"]]
    population += [["ward", "North", "4000", "400"], ["ward", "South", "9,000", "500"]]
    population += [["ward", "The Isle", "300", "20"]]
    files = {"responses": rows, "comments": comments, "population": population}
    for name, cells in files.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(cells)
    texts = {"publication.toml": PUBLICATION, "codebook.toml": CODEBOOK, "report.md": REPORT}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_every_kind_of_figure_reaches_the_page_and_the_ledger(
    project: Path, tmp_path: Path
) -> None:
    build(Order(project, tmp_path / "out"))
    words = " ".join(
        " ".join(page.extract_text().split())
        for page in PdfReader(tmp_path / "out" / "report-screen.pdf").pages
    )
    for said in (
        "DRAFT",
        "North (A)",
        "Weighted base",
        "Effective base",
        "Figures are weighted, bases are not.",
        "Letters name the groups whose figure is significantly lower",
        "1 answer that is no number left out.",
        "[c] Suppressed to protect confidentiality (fewer than 10 residents).",
        "Response rate: those who answered at least one question, of all invited.",
        "under-represented",
        "Mean score: 5 for “Strongly agree”, 4 for “Tend to agree”",
    ):
        assert said in words, said
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8") as file:
        ledger = list(csv.DictReader(file))
    kinds = {(row["cell"], row["kind"]) for row in ledger}
    assert {("mean", "number"), ("mean", "claim number"), ("net_score", "net")} <= kinds
    assert any(row["cell"].startswith("ward_south.") for row in ledger)
    assert not [row for row in ledger if row["cell"].startswith(("ward_isle", "ward_north"))]


def test_a_suppressed_mean_cannot_be_quoted(project: Path, tmp_path: Path) -> None:
    report = project / "report.md"
    text = report.read_text(encoding="utf-8") + "\n{{ main_trips.ward_isle.mean }}\n"
    report.write_text(text, encoding="utf-8")
    with pytest.raises(Faults) as fault:
        build(Order(project, tmp_path / "out"))
    assert "suppressed-figure" in [each.code for each in fault.value.diagnostics]


def test_numbers_and_net_scores_reach_every_export(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mean is no share, in the workbook, among the references, on the page to sign."""
    assert main(["tables", str(project), "--out", str(tmp_path / "tables")]) == 0
    assert main(["tables", str(project), "--out", str(tmp_path / "tables.xlsx")]) == 0
    exported = "".join(
        each.read_text(encoding="utf-8-sig") for each in (tmp_path / "tables").glob("*.csv")
    )
    assert "percentage points" in exported
    capsys.readouterr()
    assert main(["explain", str(project)]) == 0
    (told,) = [
        line for line in capsys.readouterr().out.splitlines() if line.split()[:1] == ["trips.mean"]
    ] or [""]
    assert told
    assert "%" not in told
