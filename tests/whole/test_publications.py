"""The two surveys of the repository, built as a reader would, and their files read back."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from briefing.build import build, check
from briefing.pipeline.work import Order
from briefing.preflight import structure_text
from briefing.preflight.examine import examine
from briefing.profiles import PRESS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.pipeline.work import Built

MODEL_CASE = ROOT / "data" / "stp-survey"
LEISURE = ROOT / "tests" / "projects" / "leisure"
WORDINGS = tomllib.loads((ROOT / "data/rebuild/published-figures.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Shelf:
    """A project, what its build said, and the folder that it filled."""

    project: Path
    built: Built
    out: Path

    def reader(self, name: str) -> PdfReader:
        return PdfReader(self.out / name)

    def pdfs(self) -> Iterator[str]:
        return (each.name for each in self.built.files if each.name.endswith(".pdf"))

    def ledger(self) -> list[dict[str, str]]:
        return list(csv.DictReader((self.out / "claims.csv").read_text("utf-8").splitlines()))


def shelved(project: Path, out: Path) -> Shelf:
    return Shelf(project, build(Order(project, out)), out)


@pytest.fixture(scope="module")
def model_case(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelved(MODEL_CASE, tmp_path_factory.mktemp("model-case"))


@pytest.fixture(scope="module")
def leisure(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelved(LEISURE, tmp_path_factory.mktemp("leisure"))


@pytest.fixture(params=["model_case", "leisure"])
def shelf(request: pytest.FixtureRequest) -> Shelf:
    made = request.getfixturevalue(request.param)
    assert isinstance(made, Shelf)
    return made


@pytest.mark.parametrize("project", [MODEL_CASE, LEISURE], ids=lambda each: each.name)
def test_nothing_is_left_to_remark(project: Path) -> None:
    assert [str(each) for each in check(Order(project))] == []


def test_the_build_makes_what_the_project_asks_for(shelf: Shelf) -> None:
    asked = tomllib.loads((shelf.project / "publication.toml").read_text("utf-8"))
    wanted = {
        f"{name}-{profile}.pdf"
        for name, document in asked["documents"].items()
        for profile in document["profiles"]
    }
    assert set(shelf.pdfs()) == wanted
    wanted |= {
        f"{name}-notice.{kind}" for name in asked.get("notices", ()) for kind in ("txt", "html")
    }
    assert {each.name for each in shelf.out.iterdir()} == wanted | {
        "claims.csv",
        "claims.html",
        "fit.txt",
        "manifest.json",
        "printer-notes.txt",
    }


def test_every_figure_is_asked_for_at_a_place_in_the_words(shelf: Shelf) -> None:
    for row in shelf.ledger():
        lines = (shelf.project / row["file"]).read_text("utf-8").splitlines()
        assert lines[int(row["line"]) - 1].strip(), row


def test_the_manifest_tells_the_truth_of_every_file(shelf: Shelf) -> None:
    facts = json.loads((shelf.out / "manifest.json").read_text("utf-8"))
    for each in facts["files"]:
        content = (shelf.out / each["name"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(content).hexdigest()
        if each["name"].endswith(".pdf"):
            assert each["pages"] == len(shelf.reader(each["name"]).pages)
    for each in facts["inputs"]:
        if not each["path"].startswith("styles/"):
            content = (shelf.project / each["path"]).read_bytes()
            assert each["sha256"] == hashlib.sha256(content).hexdigest()


def test_every_press_file_passes_preflight(shelf: Shelf) -> None:
    for name in shelf.pdfs():
        if name.endswith("-press.pdf"):
            verdict = examine((shelf.out / name).read_bytes(), PRESS)
            assert [*map(str, verdict.findings)] == []


def test_nothing_is_over_its_place(shelf: Shelf) -> None:
    assert "OVER" not in (shelf.out / "fit.txt").read_text("utf-8")


def test_every_row_of_the_ledger_can_be_followed(shelf: Shelf) -> None:
    rows = shelf.ledger()
    assert len(rows) > 20
    for row in rows:
        assert row["table"], row
        assert row["cell"], row
        assert row["words"].strip(), row
        if row["kind"].startswith("claim"):
            assert row["file"], row
            line = (
                (shelf.project / row["file"]).read_text("utf-8").split("\n")[int(row["line"]) - 1]
            )
            assert "claim=" in line, row


def test_a_spreadsheet_computes_nothing_of_the_ledger(shelf: Shelf) -> None:
    for row in shelf.ledger():
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


# -- ways through a file ---------------------------------------------------------------------------


def labels(reader: PdfReader) -> list[str]:
    return list(reader.page_labels)


def bookmarks(reader: PdfReader) -> Iterator[tuple[str, int, int]]:
    """Title, depth from 0 and page of each, in order."""

    def walk(entries: list[Any], depth: int) -> Iterator[tuple[str, int, int]]:
        for each in entries:
            if isinstance(each, list):
                yield from walk(each, depth + 1)
            else:
                page = reader.get_destination_page_number(each)
                assert page is not None
                yield str(each.title), depth, page

    return walk(reader.outline, 0)


def links(reader: PdfReader) -> Iterator[tuple[str, str]]:
    """What each link within a file says, and the name of the place to which it leads."""
    for page in reader.pages:
        for annotation in page.get("/Annots", ()):
            found = annotation.get_object()
            if isinstance(found.get("/Dest"), str):
                yield str(found["/Contents"]), str(found["/Dest"])


def test_bookmarks_go_forward_and_down_one_level_at_a_time(shelf: Shelf) -> None:
    for name in shelf.pdfs():
        reader = shelf.reader(name)
        found = list(bookmarks(reader))
        if name.endswith("-press.pdf"):
            assert not found
            continue
        pages = [page for _, _, page in found]
        depths = [depth for _, depth, _ in found]
        assert pages == sorted(pages)
        assert found
        steps = zip([-1, *depths], depths, strict=False)
        assert all(depth <= before + 1 for before, depth in steps)
        assert all(title.strip() and "{" not in title for title, _, _ in found)


def test_headings_go_down_one_level_at_a_time(shelf: Shelf) -> None:
    """PDF/UA-1, 7.4.2; the appendices made elsewhere count as well."""
    for name in shelf.pdfs():
        if name.endswith("-press.pdf"):
            continue
        text = structure_text((shelf.out / name).read_bytes())
        found = [
            (int(each[1]), each[2]) for each in re.finditer(r"^ *H(\d)\b(.*)", text, re.MULTILINE)
        ]
        assert found[0][0] == 1
        for (before, _), (level, words) in pairwise(found):
            assert level <= before + 1, f"{name}: H{before} is followed by H{level}{words}"


def test_every_link_leads_to_a_place_that_is_there(shelf: Shelf) -> None:
    for name in shelf.pdfs():
        reader = shelf.reader(name)
        for contents, target in links(reader):
            assert target in reader.named_destinations, contents


def test_the_contents_say_the_page_that_their_links_lead_to(model_case: Shelf) -> None:
    reader = model_case.reader("report-screen.pdf")
    marked = {title: labels(reader)[page] for title, _, page in bookmarks(reader)}
    listed = [each for each in links(reader) if re.search(r", page \S+$", each[0])]
    assert len(listed) > 12
    for contents, target in listed:
        title, label = contents.rsplit(", page ", 1)
        page = reader.get_destination_page_number(reader.named_destinations[target])
        assert page is not None
        assert labels(reader)[page] == label
        assert marked[title] == label


# -- the model case --------------------------------------------------------------------------------


def test_the_briefing_has_sixteen_pages(model_case: Shelf) -> None:
    for profile in ("screen", "press"):
        reader = model_case.reader(f"briefing-{profile}.pdf")
        assert labels(reader) == [str(page) for page in range(1, 17)]


def test_the_report_counts_its_pages_through_to_the_last_appendix(model_case: Shelf) -> None:
    for profile in ("screen", "press"):
        reader = model_case.reader(f"report-{profile}.pdf")
        assert labels(reader) == [str(page) for page in range(1, len(reader.pages) + 1)]
        words = [" ".join(page.extract_text().split()) for page in reader.pages]
        first, second = (
            next(
                place for place, each in enumerate(words) if each.startswith(f"Appendix {letter}:")
            )
            for letter in "DE"
        )
        assert first < second
        running = "In the know, not in the room · comments are illustrative"
        for letter, pages in (("D", words[first + 1 : second]), ("E", words[second + 1 :])):
            assert pages
            number = words.index(pages[0]) + 1
            for place, each in enumerate(pages, number):
                foot = each[each.rindex(running) :].removeprefix(running).split()
                assert foot[:2] == ["Appendix", f"{letter}:"]
                assert foot[-1] == str(place)


def test_every_page_of_the_report_is_of_one_size(model_case: Shelf) -> None:
    for profile in ("screen", "press"):
        trims = {
            (round(float(page.trimbox.width)), round(float(page.trimbox.height)))
            for page in model_case.reader(f"report-{profile}.pdf").pages
        }
        assert trims == {(960, 540)}


def test_screen_and_press_say_the_same_on_every_page(model_case: Shelf) -> None:
    for name in ("briefing", "report"):
        screen, press = (
            model_case.reader(f"{name}-{profile}.pdf") for profile in ("screen", "press")
        )
        for one, other in zip(screen.pages, press.pages, strict=True):
            assert one.extract_text().split() == other.extract_text().split()


def test_a_page_to_be_printed_is_larger_by_its_bleed_and_marks(model_case: Shelf) -> None:
    page = model_case.reader("briefing-press.pdf").pages[0]
    trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
    mm = 72 / 25.4
    assert float(trim.width) == pytest.approx(210 * mm, abs=0.05)
    assert float(trim.height) == pytest.approx(297 * mm, abs=0.05)
    assert float(bleed.width - trim.width) == pytest.approx(6 * mm, abs=0.05)
    assert float(media.width) > float(bleed.width)


@pytest.mark.parametrize("wording", WORDINGS["wording"], ids=lambda each: each["text"])
def test_a_wording_of_the_published_report_is_claimed_and_proved(
    wording: dict[str, str], model_case: Shelf
) -> None:
    claimed = [
        row["table"]
        for row in model_case.ledger()
        if row["kind"].startswith("claim") and row["shown"].lower() == wording["text"]
    ]
    for table in re.findall(r"q\d+\w*", wording["of"]):
        assert table in claimed


def test_every_closed_question_is_in_the_report(model_case: Shelf) -> None:
    codebook = tomllib.loads((MODEL_CASE / "codebook.toml").read_text("utf-8"))
    asked = {name for name, facts in codebook["questions"].items() if facts["kind"] != "open"}
    shown = {row["table"] for row in model_case.ledger() if row["document"] == "report"}
    assert asked
    assert asked <= shown
