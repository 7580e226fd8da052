"""The command line: what is asked of the pipeline, what is printed where, and the exit codes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli import ENVIRONMENT, FAULTS, OK, USAGE, main
from briefing.diagnostics import Diagnostics, Faults, Source
from briefing.pipeline.work import Built, Order
from briefing.publish import Made
from tests.conformance.presses import Press
from tests.conftest import ROOT

PDF = Made("leaflet-screen.pdf", b"x" * 2048, "leaflet", "screen", 2)


class Pipeline:
    """Stands in for `briefing.build`: remembers its orders, answers as it is told."""

    def __init__(self) -> None:
        self.orders: list[Order] = []
        self.diagnostics = Diagnostics()
        self.raises: BaseException | None = None

    def build(self, order: Order, report: object = None) -> Built:
        assert report is not None
        self.orders.append(order)
        if self.raises:
            raise self.raises
        self.diagnostics.stop()
        return Built((PDF, Made.text("claims.csv", "document\n")), self.diagnostics)

    def check(self, order: Order, report: object = None) -> Diagnostics:
        assert report is not None
        self.orders.append(order)
        if self.raises:
            raise self.raises
        return self.diagnostics


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    stand_in = Pipeline()
    monkeypatch.setattr("briefing.build.build", stand_in.build)
    monkeypatch.setattr("briefing.build.check", stand_in.check)
    return stand_in


def test_a_build_goes_to_a_folder_named_for_the_project(pipeline: Pipeline) -> None:
    assert main(["build", "data/society"]) == OK
    order = pipeline.orders[0]
    assert order.folder == Path("data/society").resolve()
    assert order.out == Path("build/society")
    assert (order.only, order.profile) == (None, None)


def test_the_project_is_this_folder_where_none_is_named(
    pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == OK
    assert pipeline.orders[0].folder == tmp_path.resolve()


def test_options_reach_the_pipeline(pipeline: Pipeline) -> None:
    main(["build", "x", "--out", "there", "--only", "report", "--profile", "press"])
    assert pipeline.orders[0].out == Path("there")
    assert (pipeline.orders[0].only, pipeline.orders[0].profile) == ("report", "press")


@pytest.mark.usefixtures("pipeline")
def test_files_are_listed_with_pages_only_where_there_are_pages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["build", "x", "--out", "there"])
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "there/leaflet-screen.pdf  2 pages, 2 KB"
    assert "pages" not in said.out.splitlines()[1]
    assert not said.err


def test_remarks_are_counted_and_do_not_fail(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline.diagnostics.warning("unbound", "nothing proves it", Source("words.md", 3, 4), "bind")
    assert main(["build", "x"]) == OK
    assert capsys.readouterr().err == (
        "words.md:3:4: warning: nothing proves it [unbound]\n    bind\n0 errors, 1 warning\n"
    )


@pytest.mark.parametrize("command", ["build", "check"])
def test_faults_are_told_in_order_and_fail(
    command: str, pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline.diagnostics.error("b", "second", Source("words.md", 30, 1))
    pipeline.diagnostics.error("a", "first", Source("words.md", 4, 9))
    assert main([command, "x"]) == FAULTS
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "words.md:4:9: error: first [a]",
        "words.md:30:1: error: second [b]",
        "2 errors, 0 warnings",
    ]
    assert "No faults" not in said.out


@pytest.mark.usefixtures("pipeline")
def test_a_check_without_faults_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "x"]) == OK
    assert capsys.readouterr().out == "No faults.\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_the_environment_s_faults_have_their_own_code(
    command: str, pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline.raises = PermissionError(13, "Permission denied", "/out")
    assert main([command, "x"]) == ENVIRONMENT
    told, hint = capsys.readouterr().err.splitlines()
    assert told == "briefing: /out: Permission denied"
    assert hint == "    Ask for the right to read or write it, or name another."


def test_a_fault_of_no_file_is_told_in_its_own_words(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline.raises = OSError("the machine is on fire")
    assert main(["build", "x"]) == ENVIRONMENT
    assert capsys.readouterr().err == "briefing: the machine is on fire\n"


def test_a_moment_that_is_none_is_the_environment_s_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert main(["check", str(ROOT / "tests" / "projects" / "leisure")]) == ENVIRONMENT
    assert "must be whole seconds since 1970, not 'yesterday'" in capsys.readouterr().err


def test_a_fault_of_our_own_is_not_taken_for_an_author_s(pipeline: Pipeline) -> None:
    pipeline.raises = ZeroDivisionError()
    with pytest.raises(ZeroDivisionError):
        main(["build", "x"])


def test_faults_raised_between_stages_are_printed(pipeline: Pipeline) -> None:
    found = Diagnostics()
    found.error("a", "first")
    pipeline.raises = Faults(found)
    assert main(["build", "x"]) == FAULTS


def test_being_stopped_by_hand_is_told(
    pipeline: Pipeline, capsys: pytest.CaptureFixture[str]
) -> None:
    pipeline.raises = KeyboardInterrupt()
    assert main(["build", "x"]) == 130
    assert capsys.readouterr().err == "briefing: stopped; nothing was written\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["print"],
        ["build", "--profile", "braille"],
        ["build", "a", "b"],
        ["check", "--only", "x"],
    ],
)
def test_misuse_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == USAGE
    assert capsys.readouterr().err.startswith("usage: briefing")


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"briefing {__version__}\n"


# -- preflight and impose --------------------------------------------------------------------------


@pytest.fixture
def press(tmp_path: Path) -> Path:
    file = tmp_path / "leaflet.pdf"
    file.write_bytes(Press().file())
    return file


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    file = tmp_path / "faulty.pdf"
    file.write_bytes(replace(Press(), content=b"1 0 0 rg 20 20 30 30 re f").file())
    return file


def test_a_sound_press_file_passes(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", str(press)]) == OK
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("leaflet.pdf: 0 errors, 0 warnings (1 page, profile press;")
    assert said[1] == "This is our check, not a certificate."


def test_an_error_of_a_file_fails(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", str(faulty)]) == FAULTS
    assert capsys.readouterr().out.startswith("error: page 1, area at 7.1 ")
    assert main(["preflight", str(faulty), "--json"]) == FAULTS
    assert json.loads(capsys.readouterr().out)["findings"][0]["rule"] == "device-rgb"


def test_a_press_file_is_no_screen_file(press: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preflight", str(press), "--profile", "screen"]) == FAULTS
    assert "the file is not tagged (ISO 14289-1, 6.2)" in capsys.readouterr().out


def test_what_is_no_pdf_fails_and_what_is_not_there_is_the_environment_s(tmp_path: Path) -> None:
    (tmp_path / "words.pdf").write_text("words")
    assert main(["preflight", str(tmp_path / "words.pdf")]) == FAULTS
    assert main(["preflight", str(tmp_path / "missing.pdf")]) == ENVIRONMENT
    assert main(["preflight", str(tmp_path)]) == ENVIRONMENT


def test_limits_come_from_a_file(
    press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    limits = tmp_path / "limits.toml"
    limits.write_text("bleed = 5")
    assert main(["preflight", str(press), "--limits", str(limits)]) == OK
    assert "3.2 mm of bleed, limit 5 mm" in capsys.readouterr().out
    limits.write_text("blead = 5")
    assert main(["preflight", str(press), "--limits", str(limits)]) == USAGE
    assert "there is no limit 'blead'" in capsys.readouterr().err
    assert main(["preflight", str(press), "--limits", str(tmp_path / "no.toml")]) == ENVIRONMENT


def test_heat_maps_go_to_their_folder(press: Path, tmp_path: Path) -> None:
    assert main(["preflight", str(press), "--heat-map", str(tmp_path / "heat")]) == OK
    (shown,) = (tmp_path / "heat").iterdir()
    assert shown.name == "leaflet-page-1.png"
    assert shown.read_bytes().startswith(b"\x89PNG")


def test_a_booklet_says_how_to_print_it(
    press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "proofs" / "booklet.pdf"
    assert main(["impose", str(press), "--out", str(out), "--sheet", "A3"]) == OK
    assert capsys.readouterr().out == (
        f"{out}  1 sheet of A3 for 1 page, 3 blank pages added; print on both sides,"
        " turn on the short edge\n"
    )
    assert out.read_bytes().startswith(b"%PDF-")
    (tmp_path / "words.pdf").write_text("words")
    assert main(["impose", str(tmp_path / "words.pdf"), "--out", str(out)]) == FAULTS
    told, remedy, _ = capsys.readouterr().err.splitlines()
    assert told.startswith(f"{tmp_path / 'words.pdf'}: error: the PDF cannot be imposed: ")
    assert "name another file" in remedy


@pytest.mark.parametrize("command", ["explain", "tables"])
def test_a_survey_s_faults_are_told_by_every_command(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "publication.toml").write_text("[publication\n", encoding="utf-8")
    assert main([command, str(tmp_path)]) == FAULTS
    assert "publication.toml:1" in capsys.readouterr().err


def test_the_grammar_is_told_without_a_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == OK
    told = capsys.readouterr().out
    assert "`{{ … }}` prints a figure" in told
    assert "just over a fifth" in told


MANIFEST = '{"files": [{"name": "claims.csv", "sha256": "0"}]}'


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (None, "there is no such folder"),
        ({}, "this is no build: it holds no manifest.json"),
        ({"manifest.json": ""}, "manifest.json: this is no manifest of a build"),
        ({"manifest.json": "[]"}, "manifest.json: this is no manifest of a build"),
        ({"manifest.json": '{"files": [1]}'}, "manifest.json: this is no manifest of a build"),
        ({"manifest.json": MANIFEST}, "claims.csv: this file of the build is missing"),
        (
            {"manifest.json": MANIFEST, "claims.csv": "a,b\n1,2\n"},
            "claims.csv: this is no ledger of a build",
        ),
    ],
)
def test_what_is_no_build_is_told_with_what_to_name(
    files: dict[str, str] | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "build"
    if files is not None:
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    assert main(["diff", str(folder), str(folder)]) == USAGE
    told = capsys.readouterr().err
    assert said in told
    assert str(folder) in told
    assert "briefing build" in told, "what to do"


def test_a_file_is_no_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"%PDF-")
    assert main(["diff", str(file), str(tmp_path)]) == USAGE
    assert f"{file}: this is a file; a build is a folder" in capsys.readouterr().err


def test_a_build_whose_pdf_is_missing_or_damaged_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old", "new"):
        listed = f'{{"name": "report-screen.pdf", "document": "report", "sha256": "{name}"}}'
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(f'{{"files": [{listed}]}}', "utf-8")
        (tmp_path / name / "claims.csv").write_text("document,page\n", "utf-8")
    order = ["diff", str(tmp_path / "old"), str(tmp_path / "new")]
    assert main(order) == USAGE
    assert "report-screen.pdf: this file of the build is missing" in capsys.readouterr().err
    (tmp_path / "old" / "report-screen.pdf").write_bytes(b"words")
    assert main(order) == USAGE
    assert "report-screen.pdf: this is no PDF" in capsys.readouterr().err


def test_a_press_file_that_alone_differs_is_told(
    press: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old", "new"):
        listed = (
            '{"name": "leaflet-screen.pdf", "document": "leaflet", "sha256": "0"}, '
            f'{{"name": "leaflet-press.pdf", "document": "leaflet", "sha256": "{name}"}}'
        )
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text(f'{{"files": [{listed}]}}', "utf-8")
        (tmp_path / name / "claims.csv").write_text("document,page\n", "utf-8")
        (tmp_path / name / "leaflet-press.pdf").write_bytes(press.read_bytes())
    assert main(["diff", str(tmp_path / "old"), str(tmp_path / "new")]) == FAULTS
    said = capsys.readouterr().out
    assert said == "document leaflet: the words of leaflet-press.pdf are alike, its bytes are not\n"


def test_explain_prints_the_words_of_a_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--words", "cy-GB"]) == OK
    assert 'base = "Sylfaen"' in capsys.readouterr().out
    assert main(["explain", "--words", "pl"]) == OK
    assert 'base = "Base"' in capsys.readouterr().out
