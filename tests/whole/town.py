"""A made-up survey that has every kind of question, table and figure, to compare outputs by."""
# ruff: noqa: S311 - a survey at random, the same each time

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.scales import AGREEMENT

if TYPE_CHECKING:
    from pathlib import Path

PUBLICATION = """\
[publication]
title = "Our town"
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
title = "Living in the town"
respondents = "residents"
id = "id"
weight = "w"
significance = true
poll = true
caution_below = 110
"""
CODEBOOK += f"\n{AGREEMENT}\n"
CODEBOOK += """\
[questions.safe]
kind = "single"
scale = "agreement"
wording = "Is the town safe?"
short = "Safety"

[questions.services]
kind = "grid"
scale = "agreement"
wording = "Are these good?"
short = "Services"

[questions.services.items]
parks = "Parks"
roads = "Roads"
strongly = "Strong lights"

[questions.travel]
kind = "multiple"
wording = "How do you get about?"
short = "Travel"
other = "travel_other"
options = { bus = "Bus", bike = "Bicycle", foot = "On foot" }

[questions.matters]
kind = "ranking"
wording = "What matters?"
short = "What matters"
places = 3
items = { rent = "Rents", air = "Air", work = "Work" }

[questions.spent]
kind = "numeric"
wording = "What did you spend in town last week?"
short = "Spending"
unit = "£"
decimals = 2
bands = [5, 20]

[questions.trips]
kind = "numeric"
wording = "How many trips did you make?"
short = "Trips"
unit = "trips"
routing = { question = "travel", answers = ["bus"], words = "who take the bus" }

[questions.health]
kind = "single"
wording = "Are you in good health?"
short = "Health"
sensitive = true
scale = { answers = { good = "Good", bad = "Bad" } }

[questions.why]
kind = "open"
wording = "Why is that?"
short = "Reasons"
themes = { cost = "Cost", late = "Running late" }

[questions.more]
kind = "open"
wording = "What else?"
short = "Anything else"

[attributes.ward]
label = "Ward"
groups = { north = "North", south = "South", east = "East", west = "West", isle = "The Isle" }

[attributes.age]
label = "Age"
groups = { young = "Under 40", old = "40 and over" }

[banners.main]
of = ["ward", "age"]
questions = ["safe", "services.parks", "spent", "travel"]

[crosstabs.safe_by_ward]
question = "safe"
by = "ward"

[crosstabs.health_by_age]
question = "health"
by = "age"

[compositions.wards]
attribute = "ward"
units = "residents"

[rates.by_ward]
attribute = "ward"

[tables.media]
file = "media.csv"
unit = "percent"
star = "low"
title = "Trust in the media"
question = "How much do you trust these?"
combined = ["Any trust"]

[tables.counts]
file = "counts.csv"
unit = "count"
title = "Complaints"
question = "What was the complaint about?"
"""

MEDIA = """\
Trust,Papers,Radio,Television
A great deal,12,*,[c]
A little,41,30,[x]
None,47,70,[x]
Any trust,53,30,[c]
Base,400,350,60
"""

COUNTS = """\
Complaint,Number
Noise,31
Dirt,99
Base,130
"""


def make(folder: Path, report: str, seed: int = 4) -> Path:
    """Write the project into a folder, the brand above it; another `seed`, other answers."""
    draw = random.Random(seed)
    project = folder / "town"
    project.mkdir(parents=True)
    (folder / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    answers = ["Strongly agree", "Tend to agree", "Neither", "Strongly disagree", "Don't know"]
    rows = [
        [
            *("id", "w", "ward", "age", "safe", "services_parks", "services_roads"),
            *("services_strongly", "travel_bus", "travel_bike", "travel_foot", "travel_other"),
            *("matters_rent", "matters_air", "matters_work", "spent", "trips", "health"),
        ]
    ]
    for place in range(240):
        ward = ("North", "South", "East")[(place % 9 > 3) + (place % 9 > 7)]
        if place < 26:
            ward = "The Isle" if place < 6 else "West"
        safe = answers[place % 2] if ward == "North" else draw.choice(answers)
        grid = [draw.choice([*answers, ""]) for _ in range(3)]
        ticks = [draw.choice(("1", "")) for _ in range(3)]
        ticks[0] = "1" if place % 3 else ticks[0]
        ranks = draw.sample(("1", "2", "3"), 3)
        age = ("Under 40", "40 and over")[place % 3 > 0]
        other = ("Tram", "Boat", "")[place % 3] if ticks[2] else ""
        spent, trips = draw.randrange(5000) / 100, str(draw.randrange(9)) if ticks[0] else ""
        health = "Bad" if place % 80 == 0 else "Good"
        rows.append(
            [
                *(f"r{place}", ("0.8", "1.2")[place % 4 > 1], ward, age, safe, *grid, *ticks),
                *(other, *ranks, f"{spent:.2f}", trips, health),
            ]
        )
    comments = [["id", "respondent", "question", "text", "attribution", "consent", "themes"]]
    for place in range(60):
        themes = ("late", "cost; late", "")[place % 3]
        comments.append([f"c{place}", f"r{place}", "why", "As it is.", "Resident", "yes", themes])
    comments.append(["d1", "r9", "more", "More trees.", "Resident", "yes", ""])
    population = [
        ["attribute", "group", "units", "invited"],
        *(["ward", *each] for each in (("North", "4000", "400"), ("South", "9000", "500"))),
        *(
            ["ward", *each]
            for each in (("East", "2000", "90"), ("West", "900", "70"), ("The Isle", "300", "20"))
        ),
    ]
    for name, cells in (("responses", rows), ("comments", comments), ("population", population)):
        with (project / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(cells)
    texts = {
        "publication.toml": PUBLICATION,
        "codebook.toml": CODEBOOK,
        "report.md": report,
        "media.csv": MEDIA,
        "counts.csv": COUNTS,
    }
    for name, text in texts.items():
        (project / name).write_text(text, encoding="utf-8")
    return project
