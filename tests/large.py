"""A large survey at random: 10,000 respondents, 200 columns, weights, 300 tables."""
# ruff: noqa: S311 - the same each time

from __future__ import annotations

import csv
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RESPONDENTS = 10_000
SINGLES, OPTIONS, GRIDS, ITEMS, CROSSTABS = 100, 20, 7, 10, 190
ANSWERS = ("Strongly agree", "Tend to agree", "Neither", "Tend to disagree", "Strongly disagree")
DONT_KNOW = "Don't know"
REGIONS = tuple(f"Region {place}" for place in range(1, 10))

_SCALES = """\
[survey]
title = "A large survey"
respondents = "residents"
id = "id"
weight = "weight"

[scales.agreement]
diverging = true
positive = "agree"
negative = "disagree"
neutral = ["neither"]
dont_know = ["dk"]
scores = { strongly = 5, tend = 4, neither = 3, rather_not = 2, not_at_all = 1 }
[scales.agreement.answers]
strongly = "Strongly agree"
tend = "Tend to agree"
neither = "Neither"
rather_not = "Tend to disagree"
not_at_all = "Strongly disagree"
dk = "Don't know"
[scales.agreement.nets]
agree = { label = "Agree", of = ["strongly", "tend"] }
disagree = { label = "Disagree", of = ["rather_not", "not_at_all"] }
"""


def write_large(folder: Path) -> None:
    """Write the responses and the codebook of the survey into a folder."""
    (folder / "codebook.toml").write_text("\n".join(_codebook()), encoding="utf-8")
    draw = random.Random(1)
    heads = ["id", "weight", "region", "spent"]
    heads += [f"q{place}" for place in range(SINGLES)]
    heads += [f"m_{place}" for place in range(OPTIONS)]
    heads += [f"g{grid}_i{item}" for grid in range(GRIDS) for item in range(ITEMS)]
    scaled = SINGLES, GRIDS * ITEMS
    weights = (1, 3, 3, 2, 1, 1)
    with (folder / "responses.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        for place in range(RESPONDENTS):
            singles, items = (
                draw.choices((*ANSWERS, DONT_KNOW), weights, k=count) for count in scaled
            )
            ticks = draw.choices(("Yes", ""), k=OPTIONS)
            spent, weight = f"{draw.expovariate(0.02):.2f}", f"{draw.uniform(0.3, 3):.6f}"
            region = draw.choice(REGIONS)
            writer.writerow([place, weight, region, spent, *singles, *ticks, *items])


def _codebook() -> list[str]:
    lines = [_SCALES, "[attributes.region]", 'label = "Region"', "[attributes.region.groups]"]
    lines += [f'r{place} = "{region}"' for place, region in enumerate(REGIONS)]
    lines += ["[questions.spent]", 'kind = "numeric"', 'wording = "What did you spend?"']
    lines += ['unit = "£"', "bands = [10, 50, 100]"]
    for place in range(SINGLES):
        lines += [f"[questions.q{place}]", 'kind = "single"', 'scale = "agreement"']
        lines += [f'wording = "Do you agree with statement {place}?"']
    lines += ["[questions.m]", 'kind = "multiple"', 'wording = "Which?"', "[questions.m.options]"]
    lines += [f'm{at} = {{ label = "Option {at}", column = "m_{at}" }}' for at in range(OPTIONS)]
    for grid in range(GRIDS):
        lines += [f"[questions.g{grid}]", 'kind = "grid"', 'scale = "agreement"']
        lines += [f'wording = "Grid {grid}"', f"[questions.g{grid}.items]"]
        lines += [f'i{item} = "Item {item}"' for item in range(ITEMS)]
    for place in range(CROSSTABS):
        question = place % SINGLES
        by = "region" if place < SINGLES else f"q{(question + 1) % SINGLES}"
        lines += [f"[crosstabs.x{place}]", f'question = "q{question}"', f'by = "{by}"']
    return lines
