"""A small project built from its folder to its files, by the pipeline and by the command line."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from pypdf import PdfReader

from briefing.build import build, check
from briefing.cli import ENVIRONMENT, FAULTS, OK, USAGE, main
from briefing.compose.document import compose
from briefing.diagnostics import Faults
from briefing.pipeline.work import Order
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefing.compose.document import Composed
    from briefing.pipeline.work import Built

FILES = {
    "leaflet-screen.pdf",
    "leaflet-press.pdf",
    "slides-screen.pdf",
    "claims.csv",
    "claims.html",
    "fit.txt",
    "printer-notes.txt",
    "manifest.json",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def untouched(home: Path) -> Path:
    return make(home)


@pytest.fixture(scope="module")
def out(home: Path) -> Path:
    return home / "out"


@pytest.fixture(scope="module")
def built(untouched: Path, out: Path) -> Built:
    return build(Order(untouched, out))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that a test may spoil."""
    return make(tmp_path)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def rows(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((out / "claims.csv").read_text("utf-8").splitlines()))


# -- what a build makes ----------------------------------------------------------------------------


def test_a_build_makes_its_files_and_nothing_else(built: Built, out: Path) -> None:
    assert {file.name for file in built.files} == FILES
    assert set(contents(out)) == FILES
    assert not built.diagnostics.entries


def test_each_file_has_the_digest_that_the_manifest_gives(
    built: Built, out: Path, untouched: Path
) -> None:
    facts = json.loads((out / "manifest.json").read_text("utf-8"))
    assert [each["name"] for each in facts["files"]] == [
        each.name for each in built.files if each.name != "manifest.json"
    ]
    for each in facts["files"]:
        content = (out / each["name"]).read_bytes()
        assert each["sha256"] == hashlib.sha256(content).hexdigest()
        assert each["bytes"] == len(content)
    inputs = {each["path"]: each["sha256"] for each in facts["inputs"]}
    for file in untouched.iterdir():
        assert inputs.pop(file.name) == hashlib.sha256(file.read_bytes()).hexdigest()
    assert "styles/civic/_brand.yml" in inputs
    assert all(path.startswith("styles/civic/") for path in inputs)


def test_the_manifest_says_what_each_pdf_is(built: Built, out: Path) -> None:
    assert built.files
    facts = json.loads((out / "manifest.json").read_text("utf-8"))
    pdfs = {each["name"]: each for each in facts["files"] if each["name"].endswith(".pdf")}
    assert pdfs["leaflet-press.pdf"]["profile"] == "press"
    for name, each in pdfs.items():
        assert each["pages"] == len(PdfReader(out / name).pages)
        assert name == f"{each['document']}-{each['profile']}.pdf"


def test_every_figure_and_claim_is_in_the_ledger_with_its_cell(built: Built, out: Path) -> None:
    assert built.files
    found = [(each["document"], each["shown"], each["kind"], each["cell"]) for each in rows(out)]
    assert ("leaflet", "75 per cent", "pct", "yes") in found
    assert ("leaflet", "three in four", "claim pct", "yes") in found
    assert ("slides", "Three in four", "claim pct", "yes") in found
    assert ("slides", "75%", "pct", "yes") in found
    assert ("slides", "8", "count", "no") in found or ("slides", "eight", "count", "no") in found
    for each in rows(out):
        assert each["table"] in {"q1", "survey"}
        assert each["base"] == "40"
        if each["cell"] == "yes" and each["kind"].endswith("pct"):
            assert float(each["value"]) == 75


def test_the_ledger_names_the_line_of_each_claim(built: Built, out: Path) -> None:
    assert built.files
    claim = next(each for each in rows(out) if each["shown"] == "three in four")
    assert claim["words"] == "Members said yes, 75 per cent of them: that is three in four."
    assert claim["question"] == "Are you in favour of a new hall?"
    assert (claim["file"], claim["line"], claim["page"]) == ("leaflet.md", "4", "1")


def test_the_printer_is_told_of_press_files_alone(built: Built, out: Path) -> None:
    assert built.files
    notes = (out / "printer-notes.txt").read_text("utf-8")
    assert [line for line in notes.splitlines() if line.endswith(".pdf")] == ["leaflet-press.pdf"]
    assert "FOGRA39" in notes


def test_a_build_without_a_press_file_has_no_notes_for_the_printer(
    untouched: Path, tmp_path: Path
) -> None:
    made = build(Order(untouched, tmp_path, profile="screen"))
    assert "printer-notes.txt" not in {each.name for each in made.files}


def test_a_press_file_of_ours_passes_preflight(built: Built, out: Path) -> None:
    assert built.files
    assert main(["preflight", str(out / "leaflet-press.pdf")]) == OK


def test_sheets_that_do_not_come_out_even_are_a_remark_of_build_and_check(project: Path) -> None:
    replaced(
        project / "publication.toml",
        'profiles = ["screen", "press"]',
        'profiles = ["screen", "press"]\nbinding = "saddle"',
    )
    made = build(Order(project, project / "out"))
    for diagnostics in (made.diagnostics, check(Order(project))):
        (remark,) = diagnostics
        assert remark.code == "saddle-pages"
        assert "has 2 pages, no multiple of four" in remark.message
        assert remark.hint == "Take out 2 or add 2; else 2 stay blank."


def test_the_fit_report_has_a_line_for_each_area(built: Built, out: Path) -> None:
    assert built.files
    lines = (out / "fit.txt").read_text("utf-8").splitlines()
    pages = [line.partition(":")[0] for line in lines if line.startswith(("leaflet", "slides"))]
    assert pages == ["leaflet, page 1", "leaflet, page 2", "slides, page 1"]
    assert not any("OVER" in line for line in lines)


def test_pages_say_what_was_written(built: Built, out: Path) -> None:
    assert built.files
    text = " ".join(PdfReader(out / "leaflet-screen.pdf").pages[0].extract_text().split())
    assert "Members said yes, 75 per cent of them: that is three in four." in text
    assert "We need a hall, and soon." in text
    assert "Base: all 40 members" in text


def test_a_second_build_gives_the_same_bytes(
    built: Built, untouched: Path, out: Path, tmp_path: Path
) -> None:
    again = build(Order(untouched, tmp_path / "again"))
    assert [each.sha256 for each in again.files] == [each.sha256 for each in built.files]
    assert contents(tmp_path / "again") == contents(out)


def test_a_build_in_another_folder_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    elsewhere = make(tmp_path / "somewhere" / "quite else")
    again = build(Order(elsewhere, tmp_path / "out"))
    assert {each.name: each.sha256 for each in again.files} == {
        each.name: each.sha256 for each in built.files
    }


def test_the_moment_can_be_given(
    built: Built, untouched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built.files
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    later = build(Order(untouched, tmp_path, only="slides"))
    date = PdfReader(BytesIO(later.files[0].content)).metadata
    assert date is not None
    assert date.creation_date is not None
    assert date.creation_date.isoformat().startswith("2001-09-09T01:46:40")


# -- what can be chosen ----------------------------------------------------------------------------


def test_one_document_alone(untouched: Path, tmp_path: Path) -> None:
    build(Order(untouched, tmp_path, only="slides"))
    assert {name for name in contents(tmp_path) if name.endswith(".pdf")} == {"slides-screen.pdf"}


def test_one_profile_alone(untouched: Path, tmp_path: Path) -> None:
    build(Order(untouched, tmp_path, profile="press"))
    assert {name for name in contents(tmp_path) if name.endswith(".pdf")} == {"leaflet-press.pdf"}


def test_a_proof_is_made_only_when_asked_for(untouched: Path, tmp_path: Path) -> None:
    build(Order(untouched, tmp_path, profile="proof"))
    made = {name for name in contents(tmp_path) if name.endswith(".pdf")}
    assert made == {"leaflet-proof.pdf", "slides-proof.pdf"}
    page = PdfReader(tmp_path / "leaflet-proof.pdf").pages[0]
    text = page.extract_text()
    assert "PROOF, not for publication" in text
    assert "theme/" in text
    assert "quotations" in text
    assert float(page.mediabox.width) > float(page.trimbox.width)


def test_a_document_that_is_not_there_is_told_with_those_that_are(
    untouched: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(untouched), "--out", str(tmp_path), "--only", "poster"]) == FAULTS
    said = capsys.readouterr().err
    assert "'poster'" in said
    assert "leaflet, slides" in said
    assert not contents(tmp_path)


# -- what a failed build leaves --------------------------------------------------------------------


def _false_claim(project: Path) -> None:
    replaced(project / "leaflet.md", "[three in four]", "[nearly all]")


def _unknown_answer(project: Path) -> None:
    replaced(project / "slides.md", "q1.no.count", "q1.nope.count")


def _unknown_quote(project: Path) -> None:
    replaced(project / "leaflet.md", "from=c1", "from=c99")


def _too_many_words(project: Path) -> None:
    replaced(
        project / "slides.md", "say yes {", "say yes " + "in words without an end, " * 60 + "{"
    )


SPOILT = {
    "a false claim": (_false_claim, "leaflet.md:4:"),
    "an answer that is not there": (_unknown_answer, "slides.md:4:"),
    "a comment that is not there": (_unknown_quote, "leaflet.md:11:"),
    "words that do not fit": (_too_many_words, "slides.md:1:1: error"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_a_failed_build_leaves_what_was_there(
    name: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = project.parent / "out"
    assert main(["build", str(project), "--out", str(out)]) == OK
    before = contents(out)
    spoil, place = SPOILT[name]
    spoil(project)
    capsys.readouterr()
    assert main(["build", str(project), "--out", str(out)]) == FAULTS
    said = capsys.readouterr()
    assert place in said.err
    assert "1 error" in said.err
    assert not said.out
    assert contents(out) == before


def test_a_page_that_does_not_hold_its_words_is_shown_until_it_does(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, words = project.parent / "out", (project / "slides.md").read_text(encoding="utf-8")
    _too_many_words(project)
    assert main(["build", str(project), "--out", str(out)]) == FAULTS
    assert str(out / "overset") in capsys.readouterr().err
    (picture,) = (out / "overset").iterdir()
    assert picture.name == "slides-1.png"
    with Image.open(picture) as shown:
        red = shown.convert("RGB").tobytes().count(bytes((217, 0, 0)))
    assert red > 1000, "the offender is outlined"
    (project / "slides.md").write_text(words, encoding="utf-8")
    assert main(["build", str(project), "--out", str(out)]) == OK
    assert not (out / "overset").exists()


def test_layout_is_explained_where_it_is_asked_for(
    untouched: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = ["build", str(untouched), "--out", str(tmp_path), "--only", "slides"]
    assert main(order) == OK
    assert "white" not in capsys.readouterr().out
    assert main([*order, "--explain-layout"]) == OK
    said = capsys.readouterr().out
    assert "slides, page 1: text" in said
    told = re.findall(r"^  ([ >]) (list|columns) +[\d.]+  .*white", said, re.MULTILINE)
    assert sorted(name for _, name in told) == ["columns", "list"]
    assert told[0][0] == ">", "the one that was taken comes first"
    assert told[1][0] == " "


def test_words_that_go_on_change_the_pages_that_words_name(project: Path, tmp_path: Path) -> None:
    """The method goes on to a second page, so what stands behind it is on page 4, not 3."""
    long = "Members answered as they saw fit and were asked no more than that. " * 90
    replaced(project / "leaflet.md", "Members answered from", f"{long}\n\nMembers answered from")
    last = "\n# And then {.steps #then}\n\nSee page {{ page.then }} and [this page](#then).\n"
    leaflet = project / "leaflet.md"
    leaflet.write_text(leaflet.read_text(encoding="utf-8") + last, encoding="utf-8")
    build(Order(project, tmp_path / "out", only="leaflet", profile="screen"))
    reader = PdfReader(tmp_path / "out" / "leaflet-screen.pdf")
    count = len(reader.pages)
    assert count > 3
    assert f"See page {count}" in " ".join(reader.pages[-1].extract_text().split())
    assert "continued" in reader.pages[2].extract_text()
    assert reader.page_labels[-1] == str(count)


def test_a_first_build_that_fails_leaves_no_folder(project: Path) -> None:
    _false_claim(project)
    out = project.parent / "never"
    assert main(["build", str(project), "--out", str(out)]) == FAULTS
    assert not out.exists()


def test_all_faults_are_told_at_once_in_the_order_of_their_places(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _false_claim(project)
    _unknown_answer(project)
    _unknown_quote(project)
    assert main(["build", str(project), "--out", str(project.parent / "out")]) == FAULTS
    told = [line for line in capsys.readouterr().err.splitlines() if ": error: " in line]
    places = [line.split(": error: ")[0] for line in told]
    assert [place.rsplit(":", 1)[0] for place in places] == [
        "leaflet.md:4",
        "leaflet.md:11",
        "slides.md:4",
    ]
    assert all(place.rsplit(":", 1)[1].isdigit() for place in places)


def test_a_build_can_be_stopped_by_its_last_stage_and_leaves_what_was_there(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = project.parent / "out"
    build(Order(project, out))
    before = contents(out)

    def broken(*_args: object) -> Iterator[None]:
        raise OSError("no room on this disk")

    monkeypatch.setattr("briefing.pipeline.produce.preflight", broken)
    with pytest.raises(OSError, match="no room"):
        build(Order(project, out))
    assert contents(out) == before


def test_pages_whose_numbers_never_settle_are_a_fault_and_no_wrong_number_is_printed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def restless(*args: Any, lengths: Mapping[str, int], **shared: Any) -> Composed | None:
        composed = compose(*args, lengths=lengths, **shared)
        return composed and replace(composed, lengths={} if lengths else {"favour": 2})

    monkeypatch.setattr("briefing.pipeline.lay_out.compose", restless)
    out = project.parent / "out"
    with pytest.raises(Faults, match=r"publication\.toml.*'leaflet' change each time") as caught:
        build(Order(project, out, only="leaflet"))
    assert {each.code for each in caught.value.diagnostics.errors} == {"unsettled-pages"}
    assert not out.exists()


# -- check -----------------------------------------------------------------------------------------


def test_a_check_writes_nothing_and_finds_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project.parent)
    before = sorted(project.parent.rglob("*"))
    assert main(["check", str(project)]) == OK
    assert "No faults." in capsys.readouterr().out
    assert sorted(project.parent.rglob("*")) == before


def test_a_figure_without_proof_warns_a_build_and_fails_a_check(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(project / "leaflet.md", "Members answered", "All 40 members answered")
    assert main(["build", str(project), "--out", str(project.parent / "out")]) == OK
    said = capsys.readouterr().err
    assert "leaflet.md:16:5: warning: " in said
    assert "0 errors, 1 warning" in said
    assert main(["check", str(project)]) == FAULTS
    assert "leaflet.md:16:5: error: " in capsys.readouterr().err


def test_a_check_finds_words_that_do_not_fit_beside_figures_without_proof(project: Path) -> None:
    _too_many_words(project)
    replaced(project / "leaflet.md", "Members answered", "All 40 members answered")
    assert {each.code for each in check(Order(project)).errors} == {"overset", "unbound-figure"}


# -- what a project may not do ---------------------------------------------------------------------


def test_a_file_without_words_is_told_by_its_name_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "leaflet.md").write_text("<!-- to be written -->\n", encoding="utf-8")
    assert main(["check", str(project)]) == FAULTS
    told = capsys.readouterr().err
    assert "leaflet.md: error: this file has no words to be printed" in told
    assert told.count("error: ") == 1


def test_a_title_is_looked_through_in_the_language_of_the_publication(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    title = 'language = "de"\ntitle = "Was die meisten wollen"'
    replaced(project / "publication.toml", 'title = "In favour"', title)
    main(["check", str(project)])
    assert re.search(r"publication\.toml.*'die meisten'", capsys.readouterr().err)


def test_a_kind_of_file_that_no_document_lists_is_not_published_as_nothing(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    order = ["build", str(project), "--out", str(out), "--only", "slides", "--profile", "press"]
    assert main(order) == FAULTS
    told = capsys.readouterr().err
    assert "error: no press file is made of slides" in told
    assert 'add "press" to its profiles' in told
    assert not out.exists()


def test_a_path_that_leaves_the_project_is_a_fault(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(project / "leaflet.md", project.parent / "leaflet.md")
    replaced(project / "publication.toml", '"leaflet.md"', '"../leaflet.md"')
    assert main(["check", str(project)]) == FAULTS
    assert "'../leaflet.md' leads out of the project's folder" in capsys.readouterr().err


def test_a_link_that_leaves_the_project_is_a_fault(project: Path) -> None:
    outside = project.parent / "elsewhere.md"
    (project / "leaflet.md").rename(outside)
    (project / "leaflet.md").symlink_to(outside)
    assert [each.code for each in check(Order(project)).errors] == ["project-path"]


@pytest.mark.parametrize(
    "words",
    [
        "{{ __import__('os').system('touch hacked') }}",
        "{{ q1.yes.__class__.__mro__ }}",
        "{{ 1+1 }}",
        "{% include '/etc/passwd' %} {{ open('/etc/passwd') }}",
    ],
)
def test_words_are_never_run(words: str, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    replaced(project / "slides.md", "{{ q1.yes.pct }}", words)
    found = check(Order(project)).errors
    assert found
    assert all(str(each.where).startswith("slides.md:4:") for each in found)
    assert not (project / "hacked").exists()


def test_raw_html_is_not_carried_into_a_page(project: Path) -> None:
    replaced(project / "slides.md", "say no.", "say no.\n\n<script>alert(document)</script>\n")
    assert [str(each.where) for each in check(Order(project)).errors] == ["slides.md:6:1"]


def test_a_build_asks_nothing_of_the_network(
    untouched: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_args: object, **_options: object) -> None:
        raise AssertionError("a build has no business on the network")

    monkeypatch.setattr("socket.socket.connect", refused)
    monkeypatch.setattr("socket.getaddrinfo", refused)
    assert build(Order(untouched, tmp_path, only="slides")).files


# -- exit codes ------------------------------------------------------------------------------------


def test_the_files_made_are_listed(
    untouched: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(untouched), "--out", str(tmp_path), "--only", "leaflet"]) == OK
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"{tmp_path}/leaflet-screen.pdf  2 pages, ")
    assert len(said) == 7


def test_misuse_is_told_by_its_own_code(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["publish"], ["build", "--profile", "braille"], ["check", "--out", "x"]):
        with pytest.raises(SystemExit) as left:
            main(arguments)
        assert left.value.code == USAGE
    assert "usage: briefing" in capsys.readouterr().err


def test_a_folder_without_a_project_is_a_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path)]) == FAULTS
    assert "publication.toml" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_the_environment_s_fault(
    untouched: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "out"
    taken.write_text("a file stands where the folder should be", encoding="utf-8")
    arguments = ["build", str(untouched), "--out", str(taken), "--only", "slides"]
    assert main(arguments) == ENVIRONMENT
    assert "briefing: " in capsys.readouterr().err
    assert taken.read_text("utf-8").startswith("a file stands")


def test_a_brand_that_is_not_there_is_a_fault(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(project / "publication.toml", '"civic"', '"civc"')
    assert main(["check", str(project)]) == FAULTS
    fault, hint = capsys.readouterr().err.splitlines()[1:3]
    assert fault.startswith("publication.toml:5: error: there is no brand 'civc'")
    assert "did you mean 'civic'?" in hint
    assert "styles/civc/_brand.yml" in hint


def test_a_format_that_the_brand_has_not_is_a_fault(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(project / "publication.toml", '"slide"', '"slides"')
    assert main(["check", str(project)]) == FAULTS
    told = capsys.readouterr().err
    assert re.search(r"publication\.toml:\d+: error: the brand Civic has no format 'slides'", told)
    assert "did you mean 'slide'?" in told


# -- tables, references, differences ---------------------------------------------------------------


def test_tables_are_written_as_a_workbook_or_as_a_folder(
    untouched: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tables", str(untouched), "--out", str(tmp_path / "all.xlsx")]) == OK
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")
    assert main(["tables", str(untouched), "--out", str(tmp_path / "all")]) == OK
    assert set(contents(tmp_path / "all")) == {"index.csv", "symbols.csv", "survey.csv", "q1.csv"}
    assert "q1.csv" in capsys.readouterr().out


def test_the_references_of_a_project_are_told(
    untouched: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(untouched)]) == OK
    assert "q1.yes" in capsys.readouterr().out
    assert main(["explain", str(untouched), "q1.yes"]) == OK
    assert "three quarters" in capsys.readouterr().out
    assert main(["explain", str(untouched), "q1.yess"]) == FAULTS
    assert "did you mean 'yes'" in capsys.readouterr().err


def test_two_builds_alike_do_not_differ(
    built: Built, out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built.files
    assert main(["diff", str(out), str(out)]) == OK
    assert capsys.readouterr().out == "Nothing changed.\n"


def test_what_changed_from_one_build_to_another_is_told(
    built: Built, out: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built.files
    replaced(project / "responses.csv", "m1,Yes\n", "m1,No\n")
    replaced(project / "leaflet.md", "Members said yes", "The members said yes")
    replaced(project / "leaflet.md", "[three in four]", "[just under three in four]")
    replaced(project / "slides.md", "[Three in four]", "[Just under three in four]")
    replaced(project / "slides.md", "[three in four]", "[just under three in four]")
    build(Order(project, tmp_path / "later"))
    assert main(["diff", str(out), str(tmp_path / "later")]) == FAULTS
    said = capsys.readouterr().out
    assert "figure q1.yes.pct: 72.5 of 40, was 75 of 40, on leaflet 1" in said
    assert "leaflet page 1:" in said
    assert re.search(r"^    \+ .*The members said", said, re.MULTILINE)
    assert "slides page 1:" in said


def test_a_page_that_is_added_is_new_and_those_behind_it_are_not_told_as_changed(
    built: Built, out: Path, project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert built.files
    words = (project / "slides.md").read_text(encoding="utf-8")
    more = "# Why a hall {.text}\n\nThe old one leaks, and nobody mends its roof.\n\n"
    (project / "slides.md").write_text(more + words, encoding="utf-8")
    build(Order(project, tmp_path / "later"))
    assert main(["diff", str(out), str(tmp_path / "later")]) == FAULTS
    told = [each for each in capsys.readouterr().out.splitlines() if "page" in each]
    assert told == ["document slides: 2 pages, was 1", "slides page 1: new"]


def test_what_is_told_of_the_method_is_bound_and_proven_too(project: Path, tmp_path: Path) -> None:
    told = (
        'mode = "Of 60 letters {{ survey.respondents }} came back, [75%]{claim=q1.yes} said yes."'
    )
    with (project / "codebook.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[disclosure]\n{told}\n")
    replaced(
        project / "leaflet.md",
        "Members answered from",
        "::: {.disclosure}\n:::\n\nThey answered from",
    )
    built = build(Order(project, tmp_path / "out", only="leaflet"))
    line = (project / "codebook.toml").read_text("utf-8").split("\n").index(told) + 1
    (remark,) = built.diagnostics
    assert (remark.code, str(remark.where)) == ("unbound-figure", f"codebook.toml:{line}")
    assert "60" in remark.message
    found = [each for each in rows(tmp_path / "out") if each["file"] == "codebook.toml"]
    assert [(each["shown"], each["line"]) for each in found] == [
        ("40", str(line)),
        ("75%", str(line)),
    ]
    replaced(project / "codebook.toml", "75%", "76%")
    assert "claim-false" in {each.code for each in check(Order(project))}
