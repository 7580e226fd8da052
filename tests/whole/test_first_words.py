"""First words say no more than the figures do, in sentences that can stay."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefing.build import check
from briefing.pipeline.work import Order
from briefing.starter.start import Beginning, begin
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

GOOD, POOR = "Very satisfied", "Fairly dissatisfied"
AGREE = ("Strongly agree", "Agree", "Disagree", "Strongly disagree")


def columns() -> dict[str, list[str]]:
    """A hundred and twenty respondents; what they say is known to the respondent."""
    many = range(120)
    area = ["North" if who < 60 else "South" for who in many]
    return {
        "Area": area,
        "How satisfied are you with each of these? [Parks]": [
            GOOD if w < 100 else POOR for w in many
        ],
        "How satisfied are you with each of these? [Roads]": [
            GOOD if w < 40 else POOR for w in many
        ],
        "How satisfied are you with these clubs? [Chess]": [GOOD if w < 61 else POOR for w in many],
        "How satisfied are you with these clubs? [Choir]": [GOOD if w < 60 else POOR for w in many],
        "Do you agree that the council listens to you?": [AGREE[w // 15 % 4] for w in many],
        "How satisfied are you overall?": [
            "Fairly satisfied" if (w < 50 or w > 110) else ("Very satisfied", POOR)[w % 2]
            for w in many
        ],
        "How do you travel?": [("Bus", "Car", "On foot")[(w > 30) + (w > 90)] for w in many],
        "Do you ever cycle?": ["Yes" if w % 5 == 0 else "No" for w in many],
        "Do you own a boat?": [("Yes", "No")[w > 5] if w < 8 else "" for w in many],
        "What is the canal like?": [
            ("Clean", "Dirty", "Don't know")[(w > 20) + (w > 40)] for w in many
        ],
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a draft that was begun of them."""
    folder: Path = tmp_path_factory.mktemp("begun")
    (folder / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    export = folder / "export.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        cells = columns()
        writer.writerow(cells)
        writer.writerows(zip(*cells.values(), strict=True))
    begin(Beginning(folder / "project", export, date(2024, 6, 3)))
    return folder / "project"


@pytest.fixture(scope="module")
def words(project: Path) -> tuple[str, str]:
    """(briefing, report)."""
    return (
        (project / "briefing.md").read_text(encoding="utf-8"),
        (project / "report.md").read_text(encoding="utf-8"),
    )


def test_nothing_in_them_wants_a_proof(project: Path) -> None:
    assert [str(each) for each in check(Order(project)).errors] == []


def test_the_highest_is_told_where_rows_lie_apart(words: tuple[str, str]) -> None:
    assert "“Parks” comes [highest]" in words[1]
    assert "“Roads” comes [lowest]" in words[1]


def test_no_row_is_told_as_the_highest_where_they_hardly_differ(words: tuple[str, str]) -> None:
    assert "They lie close together" in words[1]
    assert "“Chess” comes [highest]" not in words[1]


def test_a_finding_goes_on_with_the_words_of_the_question(words: tuple[str, str]) -> None:
    assert "agree that the council listens to them {" in words[1]


def test_groups_that_differ_by_more_than_chance_are_told(words: tuple[str, str]) -> None:
    assert "are very or fairly satisfied in “North”, the [highest]" in words[1]
    assert "in “North”" in words[0]


def test_the_most_frequent_name_is_told_with_its_figure(words: tuple[str, str]) -> None:
    assert "### How do you travel? {{ q5.car.pct }} answer “Car” {" in words[1]


def test_no_figure_is_typed(words: tuple[str, str]) -> None:
    for text in words:
        lines = [
            line for line in text.splitlines() if not line.startswith(("1.", "2.", "3.", "<!--"))
        ]
        assert "%" not in "".join(lines)
        assert "per cent" not in "".join(lines)


def test_yes_and_no_are_told_as_what_people_say(words: tuple[str, str]) -> None:
    for text in words:
        assert "say they never cycle" in text
        assert "Do you ever cycle? {{" not in text


def test_of_a_handful_counts_are_told_and_no_percentages(words: tuple[str, str]) -> None:
    assert "{{ q7.yes.count }} of {{ q7.yes.base }} say they own a boat {" in words[1]
    assert "q7" not in words[0], "no key message, and no page of the summary"


def test_those_who_cannot_say_are_told_where_they_are_most(words: tuple[str, str]) -> None:
    assert "{{ q8.dont_know.pct }} answer “Don't know” {" in words[1]


def test_groups_that_answer_alike_are_told_by_one_figure(words: tuple[str, str]) -> None:
    each = r"In each group \[{{ \S+\.pct }}\]{claim=\S+} agree that .*, by area {"
    assert re.search(each, words[1])


def test_no_question_alone_is_a_headline(words: tuple[str, str]) -> None:
    heads = [line for line in words[1].splitlines() if line.startswith("### ")]
    slides = [line for line in heads if "#finding-" in line]
    assert slides
    assert all("{{" in line for line in slides)


def test_the_cover_tells_what_its_coloured_marks_said(words: tuple[str, str]) -> None:
    for text in words:
        cover = text[text.index("kind=crowd") :].split("\n:::", 1)[0]
        shown = re.search(r"of=(\S+) highlight=([^}\s]+)}", cover)
        assert shown
        assert f"{{{{ {shown[1]}.{shown[2]}.pct }}}}" in cover
