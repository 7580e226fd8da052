"""The model case's data: every published figure is met, and the comments fit their authors."""

from __future__ import annotations

import csv
import importlib
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.diagnostics import Diagnostics
from briefing.survey.read import read_survey

ROOT = Path(__file__).parents[2]
REBUILD = ROOT / "data" / "rebuild"
PROJECT = ROOT / "data" / "stp-survey"
WRITTEN = ("responses.csv", "population.csv", "comments.csv")

Row = dict[str, str]

COMMENTS = {
    "q1": 5,
    "q2a": 5,
    "q3": 8,
    "q4": 6,
    "q5": 3,
    "q6": 3,
    "q7": 4,
    "q8": 4,
    "q9": 4,
    "q10a": 5,
    "q11": 5,
    "q12": 4,
    "q13": 4,
    "q15": 5,
    "q16a": 7,
    "q17a": 4,
    "q17b": 3,
    "q18": 6,
}


def read(name: str) -> list[Row]:
    with (PROJECT / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return read("responses.csv")


@pytest.fixture(scope="module")
def comments() -> list[Row]:
    return read("comments.csv")


@pytest.fixture(scope="module")
def councils(rows: list[Row]) -> dict[str, tuple[str, str]]:
    return {row["council"]: (row["region"], row["council_type"]) for row in rows}


@pytest.fixture(scope="module")
def proof() -> Any:
    sys.path.insert(0, str(REBUILD))
    try:
        return importlib.import_module("proof"), importlib.import_module("form")
    finally:
        sys.path.remove(str(REBUILD))


def faults(proof: Any, rows: list[Row]) -> list[str]:
    check, form = proof
    tally = check.Tally(form.read_form(PROJECT / "codebook.toml"), rows)
    found: list[str] = check.faults(tally, toml(REBUILD / "published-figures.toml"))
    return found


# The script ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_script_writes_the_committed_bytes(tmp_path: Path, seed: str) -> None:
    script = [sys.executable, str(REBUILD / "stp_survey.py"), "--out", str(tmp_path)]
    subprocess.run(script, check=True, env={"PYTHONHASHSEED": seed})  # noqa: S603
    for name in WRITTEN:
        assert (tmp_path / name).read_bytes() == (PROJECT / name).read_bytes(), name


def test_every_published_figure_is_met(proof: Any, rows: list[Row]) -> None:
    assert faults(proof, rows) == []


@pytest.mark.parametrize("column", ["q1", "q3_public", "q5_ccgs", "q7_stp_board", "q12", "q17b"])
def test_the_proof_notices_a_single_answer_gone(proof: Any, rows: list[Row], column: str) -> None:
    at = next(number for number, row in enumerate(rows) if row[column])
    torn = [{**row, column: ""} if number == at else row for number, row in enumerate(rows)]
    assert any(column in line for line in faults(proof, torn))


def test_the_proof_notices_a_council_in_the_wrong_place(proof: Any, rows: list[Row]) -> None:
    moved = [{**row, "region": "North East"} if row["region"] == "London" else row for row in rows]
    assert any("London" in line for line in faults(proof, moved))


def test_the_project_is_read_without_a_remark() -> None:
    diagnostics = Diagnostics()
    survey = read_survey(PROJECT, diagnostics)
    assert list(diagnostics.entries) == []
    assert len(survey.answers) == 81
    assert len(survey.comments) == sum(COMMENTS.values())


# Who answered -------------------------------------------------------------------------------------


def test_eighty_one_respondents_from_sixty_eight_councils(
    rows: list[Row], councils: dict[str, tuple[str, str]]
) -> None:
    assert len({row["respondent"] for row in rows}) == len(rows) == 81
    assert len(councils) == 68
    assert sum(kind == "District council" for _, kind in councils.values()) == 2
    seats = [(row["council"], row["role"]) for row in rows]
    assert len(set(seats)) == len(seats), "two of one council hold the same office"


def test_a_council_is_an_id_with_one_region_and_one_type(
    rows: list[Row], councils: dict[str, tuple[str, str]]
) -> None:
    assert all(re.fullmatch(r"C\d\d", council) for council in councils)
    for row in rows:
        assert councils[row["council"]] == (row["region"], row["council_type"])


def test_types_stand_in_regions_where_england_has_them(
    councils: dict[str, tuple[str, str]],
) -> None:
    counties = {region for region, kind in councils.values() if kind == "County council"}
    metropolitan = {region for region, kind in councils.values() if kind == "Metropolitan district"}
    london = {kind for region, kind in councils.values() if region == "London"}
    assert counties.isdisjoint({"London", "North East"})
    assert metropolitan <= {
        "North East",
        "North West",
        "West Midlands",
        "Yorkshire and the Humber",
    }
    assert london == {"London borough"}
    assert {r for r, kind in councils.values() if kind == "London borough"} == {"London"}


def test_the_sample_fits_into_england(councils: dict[str, tuple[str, str]]) -> None:
    population = read("population.csv")
    totals = Counter[str]()
    for row in population:
        totals[row["attribute"]] += int(row["units"])
    assert totals == {"region": 152, "council_type": 152}
    inside = [place for place in councils.values() if place[1] != "District council"]
    assert len(inside) == 66
    counts = Counter(name for place in inside for name in place)
    for row in population:
        assert 0 < counts[row["group"]] <= int(row["units"]), row["group"]


# Comments -----------------------------------------------------------------------------------------


def test_every_question_has_its_comments(comments: list[Row]) -> None:
    wanted = [f"{q}-{number:02}" for q, most in COMMENTS.items() for number in range(1, most + 1)]
    assert [comment["id"] for comment in comments] == wanted
    assert all(comment["id"].startswith(f"{comment['question']}-") for comment in comments)


def test_comments_are_short_and_vary_in_length(comments: list[Row]) -> None:
    lengths = {comment["id"]: len(comment["text"].split()) for comment in comments}
    assert all(8 <= length <= 70 for length in lengths.values()), lengths
    assert sum(12 <= length <= 35 for length in lengths.values()) > len(comments) / 2
    assert min(lengths.values()) < 12
    assert max(lengths.values()) > 50


def test_no_two_comments_open_alike(comments: list[Row]) -> None:
    openings = Counter(
        tuple(re.sub(r"[.,:?]", "", comment["text"].casefold()).split()[:3]) for comment in comments
    )
    assert [opening for opening, times in openings.items() if times > 1] == []


def test_comments_hold_no_figures_and_no_typewriter_marks(comments: list[Row]) -> None:
    for comment in comments:
        assert not re.search(r"[\d'\"]|--", comment["text"]), comment["id"]


def test_three_comments_may_not_be_quoted(comments: list[Row]) -> None:
    refused = [comment["id"] for comment in comments if comment["consent"] == "no"]
    assert refused == ["q3-08", "q16a-07", "q18-06"]


def test_nobody_comments_twice_on_a_question_or_thrice_at_all(comments: list[Row]) -> None:
    pairs = Counter((comment["respondent"], comment["question"]) for comment in comments)
    people = Counter(comment["respondent"] for comment in comments)
    assert max(pairs.values()) == 1
    assert max(people.values()) <= 2


def test_an_attribution_names_no_class_of_fewer_than_three(
    rows: list[Row], comments: list[Row]
) -> None:
    people = {row["respondent"]: row for row in rows}
    classes = Counter((row["role"], row["council_type"]) for row in rows)
    roles = Counter(row["role"] for row in rows)
    assert min(roles.values()) >= 3
    for comment in comments:
        author = people[comment["respondent"]]
        role, kind = author["role"], author["council_type"]
        large = classes[role, kind] >= 3
        spoken = kind if kind.startswith("London") else kind.lower()
        assert comment["attribution"] == (f"{role}, {spoken}" if large else role), comment["id"]


def meanings(book: dict[str, Any], column: str) -> dict[str, set[str]]:
    """The labels that each answer and each net of a column stands for; none for an attribute."""
    question = book["questions"].get(column.partition("_")[0])
    if question is None or "scale" not in question:
        return {}
    scale = question["scale"]
    scale = book["scales"][scale] if isinstance(scale, str) else scale
    nets = {**scale.get("nets", {}), **question.get("nets", {})}
    labels: dict[str, str] = scale["answers"]
    return {key: {label} for key, label in labels.items()} | {
        key: {labels[one] for one in net["of"]} for key, net in nets.items()
    }


def test_each_comment_agrees_with_what_its_author_answered(
    rows: list[Row], comments: list[Row]
) -> None:
    book = toml(PROJECT / "codebook.toml")
    people = {row["respondent"]: row for row in rows}
    listed = {each["id"]: each for each in toml(REBUILD / "comments.toml")["comments"]}
    for comment in comments:
        author, source = people[comment["respondent"]], listed[comment["id"]]
        assert comment["text"] == source["text"]
        for column, wanted in source["by"].items():
            known = meanings(book, column)
            fitting = set().union(*(known.get(name, {name}) for name in wanted))
            assert author[column] in fitting, (comment["id"], column)


def test_each_comment_says_what_its_author_must_have_answered(comments: list[Row]) -> None:
    listed = {each["id"]: each for each in toml(REBUILD / "comments.toml")["comments"]}
    for comment in comments:
        asked = {column.partition("_")[0] for column in listed[comment["id"]]["by"]}
        assert comment["question"] in ({"q11", "q18"} | asked), comment["id"]
        assert any(name.startswith("q") for name in asked), comment["id"]
