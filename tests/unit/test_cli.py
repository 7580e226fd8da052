"""The command line: what is asked of the pipeline, what is printed where, and the exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import __version__
from briefing.build import Built, Order
from briefing.cli import ENVIRONMENT, FAULTS, OK, USAGE, main
from briefing.diagnostics import Diagnostics, Faults, Source
from briefing.publish import Made

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
    assert capsys.readouterr().err == "briefing: [Errno 13] Permission denied: '/out'\n"


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


@pytest.mark.parametrize("command", ["explain", "tables"])
def test_a_survey_s_faults_are_told_by_every_command(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "publication.toml").write_text("[publication\n", encoding="utf-8")
    assert main([command, str(tmp_path)]) == FAULTS
    assert "publication.toml:1" in capsys.readouterr().err


def test_the_grammar_is_told_without_a_project(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == OK
    assert "just under" in capsys.readouterr().out


def test_builds_that_are_not_there_cannot_be_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(tmp_path), str(tmp_path)]) == ENVIRONMENT
    assert "manifest.json" in capsys.readouterr().err
