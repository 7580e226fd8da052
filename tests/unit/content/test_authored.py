"""Every text that an author can have printed is looked through for figures, or says why not."""

from __future__ import annotations

import csv
import re
import shutil
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.brand.masters import Furniture
from briefing.brand.read import read_brand
from briefing.build import check
from briefing.charts import CATALOGUE as CHARTS
from briefing.content import authored, project
from briefing.content.evidence import Evidence
from briefing.content.making import PRINTED
from briefing.diagnostics import Diagnostics
from briefing.pipeline.work import Order
from briefing.survey import model
from briefing.survey.codebook import parse_codebook
from tests.conftest import ROOT
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

NOT_PRINTED = {
    **dict.fromkeys(("area", "highlight", "only", "without", "show", "order", "form"), "a choice"),
    **dict.fromkeys(("under", "anchor", "beside"), "a name within the document"),
    **dict.fromkeys(("file", "delimiter"), "a path, a sign"),
    "continued": "made of the number of parts",
}
"""Options of blocks and charts that nobody reads, and why."""


def texts_of(kind: type) -> set[str]:
    """The fields that hold text of an author's: strings, alone or in tuples."""
    return {
        each.name
        for each in fields(kind)
        if "str" in str(each.type) and "dict" not in str(each.type)
    }


def kinds_of(module: ModuleType) -> list[type]:
    return [
        each
        for each in vars(module).values()
        if isinstance(each, type) and is_dataclass(each) and each.__module__ == module.__name__
        if not each.__name__.startswith("_")
    ]


@pytest.mark.parametrize("kind", [*kinds_of(model), *kinds_of(project), Furniture])
def test_every_text_of_a_file_has_its_treatment(kind: type) -> None:
    known = dict(authored.FIELDS[kind])
    assert texts_of(kind) == set(known), "a new field is looked through, or says why it is not"


@pytest.mark.parametrize("kind", [*BLOCKS, *CHARTS])
def test_every_option_that_is_read_is_bound(kind: type) -> None:
    plain = {each.name for each in fields(kind) if str(each.type) in ("str", "tuple[str, ...]")}
    assert plain <= PRINTED | set(NOT_PRINTED)


FIGURE = "with 17 per cent of it"
PLACES = {
    "publication title": ("publication.toml", 'title = "In favour"', 'title = "In favour {}"'),
    "date": ("publication.toml", "date = 2024", 'date_words = "{}"\ndate = 2024'),
    "subtitle": ("publication.toml", 'percent = "%"', 'percent = "%"\nsubtitle = "{}"'),
    "running": ("publication.toml", 'percent = "%"', 'percent = "%"\nrunning = "{}"'),
    "abbreviation": (
        "publication.toml",
        "[documents.slides]",
        '[abbreviations]\nABC = "A thing {}"\n\n[documents.slides]',
    ),
    "survey title": ("codebook.toml", 'title = "What members want"', 'title = "What {}"'),
    "short": ("codebook.toml", 'short = "The new hall"', 'short = "A hall {}"'),
    "alternative text": (
        "leaflet.md",
        "kind=donut of=q1 highlight=yes",
        'kind=donut of=q1 highlight=yes alt="A ring {}"',
    ),
    "caption": ("leaflet.md", "Are you in favour?", "Are you in favour, {}?"),
    "link title": ("leaflet.md", "[the first page](#favour)", '[page](#favour "Look {}")'),
    "short heading": ("leaflet.md", "{.theme #favour}", '{{.theme #favour short="Hall {}"}}'),
    "note": ("leaflet.md", "Members answered from", "Members^[As they say, {}.] answered from"),
    "table": ("leaflet.md", "Members answered from", "| a | b |\n|---|---|\n| x | {} |\n\nFrom"),
    "table caption": (
        "leaflet.md",
        "Members answered from",
        "| a | b |\n|---|---|\n| x | y |\n\n: Here {}\n\nFrom",
    ),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_figure_in_any_text_that_is_printed_is_found(tmp_path: Path, place: str) -> None:
    folder = make(tmp_path)
    file, old, new = PLACES[place]
    replaced(folder / file, old, new.format(FIGURE))
    found = [each for each in check(Order(folder)) if each.code == "unbound-figure"]
    assert found, "nothing is found"
    assert all("17 per cent" in " ".join(each.message.split()) for each in found)


def test_a_figure_that_is_declared_is_passed_over(tmp_path: Path) -> None:
    folder = make(tmp_path)
    replaced(folder / "codebook.toml", '"The new hall"', '"A hall with 12 rooms"')
    assert [each.code for each in check(Order(folder))] == ["unbound-figure"]
    replaced(folder / "publication.toml", 'brand = "civic"', 'brand = "civic"\nliteral = ["12"]')
    assert not list(check(Order(folder)))


def test_a_short_title_may_repeat_what_its_question_says(tmp_path: Path) -> None:
    folder = make(tmp_path)
    replaced(folder / "codebook.toml", "favour of a new hall", "favour of a hall with 12 rooms")
    replaced(folder / "codebook.toml", '"The new hall"', '"A hall with 12 rooms"')
    assert not list(check(Order(folder)))


def test_the_title_of_a_cross_tabulation_may_repeat_what_its_question_says(tmp_path: Path) -> None:
    """It is named after its question, and so was a first draft that could not be built for it."""
    folder = make(tmp_path)
    added = CODEBOOK.partition("[attributes.ward]")[2].partition("[compositions")[0]
    codebook = folder / "codebook.toml"
    tables = f"[attributes.ward]{added}".replace('"E 5"', '"Hall of 12 rooms, by D"')
    codebook.write_text(f"{codebook.read_text('utf-8')}\n{tables.replace('D 4', 'D')}", "utf-8")
    with (folder / "responses.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = list(csv.reader(file))
    with (folder / "responses.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*head, "ward"], *([*row, "South"] for row in rows)])
    assert [each.code for each in check(Order(folder))] == ["unbound-figure"]
    replaced(codebook, "favour of a new hall", "favour of a hall of 12 rooms")
    assert not list(check(Order(folder)))


def test_a_sign_ends_a_figure_whatever_stands_behind_it(tmp_path: Path) -> None:
    folder = make(tmp_path)
    replaced(folder / "codebook.toml", "favour of a new hall", "favour of 2%F or more")
    replaced(folder / "codebook.toml", '"The new hall"', '"2%F"')
    assert not list(check(Order(folder)))


def test_the_fixed_words_of_a_brand_are_looked_through(tmp_path: Path) -> None:
    folder = make(tmp_path)
    styles = tmp_path / "styles"
    original = styles.resolve()
    styles.unlink()
    shutil.copytree(original / "civic", styles / "civic")
    replaced(styles / "civic" / "_brand.yml", 'text: "{date}"', 'text: "{date}, 17 per cent of us"')
    found = [each for each in check(Order(folder)) if each.code == "unbound-figure"]
    assert found


CODEBOOK = """
[survey]
title = "A 1"
id = "id"

[questions.q1]
kind = "single"
wording = "Said?"
short = "B 2"
scale = { answers = { yes = "Yes 99", no = "No" } }

[questions.q2]
kind = "single"
wording = "Why?"
short = "Why"
routing = { question = "q1", answers = ["yes"], words = "who said C 3 or 99" }
scale = { answers = { yes = "Yes", no = "No" } }

[attributes.ward]
label = "D 4"
groups = { north = "North 99", south = "South" }

[crosstabs.q1_by_ward]
question = "q1"
by = "ward"
title = "E 5"

[compositions.wards]
attribute = "ward"
units = "members"
sample = "F 6"
population = "G 7"
outside = ["south"]
outside_note = "H 8"

[tables.media]
file = "media.csv"
unit = "percent"
title = "I 9"
base_words = "J 10"
question = "What 99?"
"""


def test_the_words_of_a_codebook_are_looked_through_but_not_its_labels(tmp_path: Path) -> None:
    folder = make(tmp_path)
    told = Diagnostics()
    codebook = parse_codebook(CODEBOOK, "codebook.toml", told)
    assert codebook is not None
    assert not list(told), list(map(str, told))
    brand = read_brand(ROOT / "styles" / "civic", told)
    assert brand is not None
    texts = authored.authored(project.read_project(folder, told), codebook, brand)
    authored.look_through(texts, (), Evidence({}), told, strict=True)
    found = re.findall(r"the figure '(\d+)'", " ".join(each.message for each in told))
    assert sorted(map(int, found)) == list(range(1, 11))
