"""Exports of three programs, as a newcomer has them: begun, checked and built without a fault."""

from __future__ import annotations

import csv
import io
import re
import shutil
import tomllib
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from briefing.build import build, check
from briefing.cli import FAULTS, OK, main
from briefing.diagnostics import Faults
from briefing.pipeline.work import Order
from briefing.starter import start
from briefing.starter.briefing_pages import briefing_pages
from briefing.starter.start import Beginning, begin
from briefing.starter.story import Page
from tests.conftest import ROOT
from tests.property.test_starter import cut_titles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Begun = Callable[..., Path]
    """Gives the project that was begun from an export, by its name, in a brand."""

EXPORTS = ROOT / "tests" / "projects" / "exports"
TODAY = date(2024, 6, 3)
PERSONAL = re.compile(r"[\w.]+@mail\.example|192\.0\.2\.")


def started(folder: Path, name: str, brand: str = "civic") -> Path:
    """A project begun from one of the exports, with the brands above it."""
    (folder / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    begin(Beginning(folder / "project", EXPORTS / f"{name}.csv", TODAY, brand=brand))
    return folder / "project"


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """The projects begun from the exports in a brand, each once; nobody changes them."""
    home = tmp_path_factory.mktemp("begun")

    def begun(name: str, brand: str) -> Path:
        (home / name / brand).mkdir(parents=True)
        return started(home / name / brand, name, brand)

    return cache(begun)


@pytest.fixture
def begun(originals: Begun, tmp_path: Path) -> Begun:
    """A project begun from one of the exports: a copy of one's own, with the brands above it."""

    def copied(name: str, brand: str = "civic") -> Path:
        (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
        return shutil.copytree(originals(name, brand), tmp_path / "project")

    return copied


@pytest.mark.parametrize("name", ["qualtrics", "survey_monkey", "google_forms"])
def test_a_draft_has_a_notice_to_the_press_whose_figures_are_bound(
    begun: Begun, tmp_path: Path, name: str
) -> None:
    project = begun(name)
    build(Order(project, tmp_path / "out", only="press"))
    text = (tmp_path / "out" / "press-notice.txt").read_text(encoding="utf-8")
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8", newline="") as file:
        shown = [row["shown"] for row in csv.DictReader(file)]
    headline = text.split("\n\n")[1]
    told = [each for each in text.splitlines() if each.startswith("- ")]
    assert len(told) == 5
    assert headline.startswith(shown[0])
    figures = set(re.findall(r"[\w-]+ per cent", " ".join((headline, *told))))
    assert figures
    assert figures <= set(shown), "every figure is bound"


@pytest.mark.parametrize(
    ("name", "brand"),
    [
        ("qualtrics", "civic"),
        ("qualtrics", "heritage"),
        ("survey_monkey", "civic"),
        ("google_forms", "heritage"),
    ],
)
def test_an_export_becomes_two_publications_at_once(
    name: str, brand: str, begun: Begun, tmp_path: Path
) -> None:
    project = begun(name, brand)
    assert not list(check(Order(project)).errors)
    built = build(Order(project, tmp_path / "out", profile="screen"))
    assert {each.name for each in built.files} >= {"briefing-screen.pdf", "report-screen.pdf"}
    assert not built.diagnostics.errors

    codebook = tomllib.loads((project / "codebook.toml").read_text(encoding="utf-8"))
    report = (project / "report.md").read_text(encoding="utf-8")
    briefing = (project / "briefing.md").read_text(encoding="utf-8")
    assert not [*cut_titles(report), *cut_titles(briefing)]
    for question, entry in codebook["questions"].items():
        shown = (
            f"of={question}}}\n" if entry["kind"] != "open" else f"{{{{ {question}.comments }}}}"
        )
        assert shown in report, f"{question} has no place in the report"
    briefing = (project / "briefing.md").read_text(encoding="utf-8")
    tables = (project / "tables.md").read_text(encoding="utf-8")
    for words in (briefing, report, tables):
        assert "is left out" not in words
    behind = {each for each in re.findall(r"of=(\w+)", report) if "comments" not in each}
    assert set(re.findall(r"of=(\w+)", tables)) == behind, "a chart without its table, or one more"
    assert "# What the survey found {.messages" in briefing, "no summary without its messages"


def test_an_export_of_comments_alone_has_no_appendix_of_tables(tmp_path: Path) -> None:
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    told = ["More seats by the river", "Nothing to add to what was said", "It is too dark"]
    rows = [f"{who},{told[who % 3]} ({chr(97 + who)})" for who in range(20)]
    heads = "Respondent,What would you change about the park?"
    (tmp_path / "said.csv").write_text("\n".join([heads, *rows]) + "\n", encoding="utf-8")
    begin(Beginning(tmp_path / "project", tmp_path / "said.csv", TODAY))
    assert not list(check(Order(tmp_path / "project")).errors)
    publication = (tmp_path / "project" / "publication.toml").read_text(encoding="utf-8")
    assert "appendices" not in publication
    assert not (tmp_path / "project" / "tables.md").exists()


@pytest.mark.parametrize("name", ["qualtrics", "survey_monkey", "google_forms"])
def test_nothing_personal_comes_into_the_project(name: str, begun: Begun) -> None:
    assert PERSONAL.search((EXPORTS / f"{name}.csv").read_text(encoding="utf-8"))
    project = begun(name)
    for file in project.iterdir():
        assert not PERSONAL.search(file.read_text(encoding="utf-8")), file.name
    text = (project / "comments.csv").read_text(encoding="utf-8")
    comments = list(csv.DictReader(io.StringIO(text)))
    assert comments
    assert {each["consent"] for each in comments} == {"no"}


def test_a_title_may_hold_figures_and_signs_and_a_long_grid_leaves_no_place_empty(
    tmp_path: Path,
) -> None:
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    places = [f"Place {chr(65 + at // 26)}{chr(65 + at % 26)}" for at in range(30)]
    heads = ["Respondent", *(f"How much do you like the food of {each}?" for each in places)]
    rows = [
        [str(who), *(str((who * 7 + at * at) % 5 + 1) for at in range(30))] for who in range(1, 61)
    ]
    text = io.StringIO()
    csv.writer(text).writerows([heads, *rows])
    (tmp_path / "05-12 export.csv").write_text(text.getvalue(), encoding="utf-8")
    order = Beginning(
        tmp_path / "project", tmp_path / "05-12 export.csv", TODAY, "Top 40 foods [of *12*] {{ x }}"
    )
    begin(order)
    built = build(Order(tmp_path / "project", tmp_path / "out", only="report", profile="screen"))
    assert not built.diagnostics.errors
    fit = (tmp_path / "out" / "fit.txt").read_text(encoding="utf-8")
    assert not [line for line in fit.splitlines() if "quotes" in line and "empty" in line]
    told = tomllib.loads((tmp_path / "project" / "publication.toml").read_text("utf-8"))
    assert told["publication"]["title"] == order.title


def test_a_page_that_cannot_be_made_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is missing is missed by nobody who does not know that it was to be there."""
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    page = Page("messages", ("# Nine in ten agree {.messages #messages}\n\nThat is all.",))
    made = briefing_pages
    monkeypatch.setattr(
        start,
        "briefing_pages",
        lambda story: tuple(page if each.key == page.key else each for each in made(story)),
    )
    begun = begin(Beginning(tmp_path / "project", EXPORTS / "google_forms.csv", TODAY))
    told = [each for each in begun.diagnostics.warnings if each.code == "new-left-out"]
    assert len(told) == 1
    assert "'messages' is left out: nothing proves the figure 'Nine in ten" in told[0].message
    assert "messages is left out: nothing proves" in (tmp_path / "project/briefing.md").read_text()


def test_a_comment_can_be_quoted_once_somebody_has_read_it(begun: Begun) -> None:
    project = begun("survey_monkey")
    report, comments = project / "report.md", project / "comments.csv"
    text = report.read_text(encoding="utf-8")
    before, rest = text.split("<!-- A page of quotations", 1)
    page, after = rest.split("-->", 1)
    page = page[page.index("### ") :]
    quoted = re.search(r"from=(\S+)\}", page)
    assert quoted
    report.write_text(before + page + after, encoding="utf-8")
    assert {each.code for each in check(Order(project)).errors} == {"no-consent"}
    lines = comments.read_text(encoding="utf-8").splitlines()
    lines = [
        line.removesuffix(",no") + ",yes" if line.startswith(f"{quoted[1]},") else line
        for line in lines
    ]
    comments.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert not check(Order(project)).errors


def test_a_switch_of_the_brand_is_all_it_takes_to_see_another(begun: Begun) -> None:
    project = begun("survey_monkey")
    settings = project / "publication.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('"civic"', '"heritage"'), encoding="utf-8")
    assert not check(Order(project)).errors


def test_the_same_export_gives_the_same_project(begun: Begun, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    projects = begun("google_forms"), started(tmp_path / "again", "google_forms")
    one, other = ({each.name: each.read_bytes() for each in made.iterdir()} for made in projects)
    assert one == other


def test_the_brand_comes_along_where_none_stands_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "styles" / "civic", tmp_path / "here" / "styles" / "ours")
    monkeypatch.chdir(tmp_path / "here")
    order = ["new", "../away", "--from", str(EXPORTS / "survey_monkey.csv")]
    assert main([*order, "--title", "A fair", "--brand", "ours"]) == OK
    away = tmp_path / "away"
    assert (away / "styles" / "ours" / "_brand.yml").is_file()
    assert 'title = "A fair"' in (away / "codebook.toml").read_text(encoding="utf-8")
    assert not check(Order(away)).errors


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "mine.txt").write_text("mine", encoding="utf-8")
    export = EXPORTS / "google_forms.csv"
    assert main(["new", str(project), "--from", str(export)]) == FAULTS
    assert "not an empty folder" in capsys.readouterr().err
    assert [each.name for each in project.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(["new", ".", "--from", str(EXPORTS / "google_forms.csv")]) == OK
    assert (tmp_path / "here" / "publication.toml").is_file()
    assert not list(tmp_path.glob(".beginning-*"))


@pytest.mark.parametrize(
    "text", ["", "Email\nan@mail.example\n", "Timestamp,Name\n2024/01/01 10:00:00,Jo\n"]
)
def test_what_holds_no_question_leaves_nothing_behind(text: str, tmp_path: Path) -> None:
    export = tmp_path / "export.csv"
    export.write_text(text, encoding="utf-8")
    with pytest.raises(Faults):
        begin(Beginning(tmp_path / "project", export, TODAY))
    assert [each.name for each in tmp_path.iterdir()] == ["export.csv"]


def test_a_missing_export_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "project"), "--from", str(tmp_path / "no.csv")]) != OK
    assert "no.csv" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_words_of_an_export_do_nothing_but_stand_there(tmp_path: Path) -> None:
    signs = '{{ survey.respondents }} **bold** ::: {.note} <b>x</b> [a](b) "q" \\ 50% of most'
    answers = (signs, "plain", "#")
    rows = [["id", f"What {signs}?", "And?"]]
    rows += [[str(who), answers[who % 3], ("Yes", "No")[who % 2]] for who in range(40)]
    export = tmp_path / "nasty.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    begin(Beginning(tmp_path / "project", export, TODAY))
    faults = check(Order(tmp_path / "project"))
    assert not faults.errors


def test_a_brand_without_the_formats_of_drafts_is_told_before_anything_is_written(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "styles" / "civic", tmp_path / "styles" / "own")
    file = tmp_path / "styles" / "own" / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("      a4:\n", "      brochure:\n"), encoding="utf-8")
    order = Beginning(tmp_path / "project", EXPORTS / "google_forms.csv", TODAY, brand="own")
    with pytest.raises(Faults) as told:
        begin(order)
    (fault,) = told.value.diagnostics.errors
    assert (fault.code, str(fault.where)) == ("new-no-format", "own/_brand.yml")
    assert "'a4'" in fault.message
    assert "brochure, slide" in fault.hint
    assert not (tmp_path / "project").exists()


def test_letters_that_the_brand_does_not_have_are_told_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ("พอใจมาก", "พอใจ", "ไม่พอใจ")
    rows = [["คุณพอใจแค่ไหน"], *([said[at % 3]] for at in range(40))]
    export = tmp_path / "thai.csv"
    with export.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    assert main(["new", str(tmp_path / "project"), "--from", str(export)]) == FAULTS
    told = capsys.readouterr().err
    assert "have no Thai letters" in told
    assert "Put a font that has them into styles/civic/fonts" in told
    assert not (tmp_path / "project").exists()


def test_an_attribute_that_is_called_by_half_its_question_is_no_figure(tmp_path: Path) -> None:
    (tmp_path / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    heads = [
        "What is the highest qualification you have obtained?",
        "In which subject is your highest academic qualification?",
        "Do you enjoy your work?",
    ]
    levels, subjects = ("Doctorate", "Masters degree"), ("Physics", "History", "Law")
    rows = [(levels[who % 2], subjects[who % 3], ("Yes", "No")[who % 2]) for who in range(90)]
    text = io.StringIO()
    csv.writer(text).writerows([heads, *rows])
    (tmp_path / "work.csv").write_text(text.getvalue(), encoding="utf-8")
    begin(Beginning(tmp_path / "project", tmp_path / "work.csv", TODAY))
    codebook = tomllib.loads((tmp_path / "project" / "codebook.toml").read_text(encoding="utf-8"))
    labels = {each["label"] for each in codebook["attributes"].values()}
    assert "In which subject is your highest…" in labels
    assert not list(check(Order(tmp_path / "project")).errors)
