"""Each judge finds the fault that it is there for, and none in what we make."""

from __future__ import annotations

import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pypdf.generic import NameObject
from reportlab.pdfgen.canvas import Canvas

from tests.conftest import ROOT
from tests.judges import tools
from tests.judges.__main__ import PANEL, unclaimed
from tests.judges.fonts import FONTS
from tests.judges.ghostscript import PRINTABLE
from tests.judges.qpdf import SOUNDNESS
from tests.judges.spoil import Fault, edited, spoilt
from tests.judges.verapdf import STANDARDS, claims
from tests.unit.pdf.documents import one_of_everything, screen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.judges.finding import Judge

    Present = Callable[[Judge], Judge]


def told(judge: Judge, *files: Path) -> list[str]:
    return [f"{each.where}: {each.what}" for each in judge.judge(files)]


@pytest.mark.parametrize("judge", PANEL, ids=lambda each: each.name)
def test_what_we_make_is_found_sound(judge: Judge, present: Present, society: Path) -> None:
    files = [file for file in sorted(society.glob("*.pdf")) if judge.takes(file)]
    assert len(files) >= 2
    assert told(present(judge), *files) == []


# -- qpdf ------------------------------------------------------------------------------------------


def test_qpdf_finds_a_table_of_references_that_leads_astray(
    present: Present, leaflet: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(leaflet.read_bytes().replace(b"/Type /Catalog", b"/Type /Catal", 1)[:-400])
    assert told(present(SOUNDNESS), broken)


# -- Ghostscript -----------------------------------------------------------------------------------


def _with_an_unknown_font(content: bytes) -> bytes:
    return content.replace(b"/F", b"/Unknown", 1)


def test_ghostscript_finds_a_font_that_is_not_there(
    present: Present, leaflet: Path, tmp_path: Path
) -> None:
    fault = Fault(b"H1", 0, _with_an_unknown_font)
    assert told(present(PRINTABLE), spoilt(leaflet, fault, tmp_path / "broken.pdf"))


# -- pdffonts --------------------------------------------------------------------------------------


def test_pdffonts_finds_a_font_that_is_left_to_the_reader(present: Present, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "bare.pdf"))
    canvas.drawString(99, 99, "In a face that the reader may have.")
    canvas.save()
    found = told(present(FONTS), tmp_path / "bare.pdf")
    for words in ("is not embedded", "is whole", "has no ToUnicode"):
        assert any(each.endswith(f"Helvetica {words}") for each in found), found


# -- veraPDF ---------------------------------------------------------------------------------------


def _untitled(catalog: object) -> None:
    del catalog["/ViewerPreferences"]  # type: ignore[attr-defined]


def _first_figure(element: object) -> object:
    """The first figure below a node of the structure tree."""
    kids = element.get("/K", [])  # type: ignore[attr-defined]
    for kid in (each.get_object() for each in (kids if isinstance(kids, list) else [kids])):
        if getattr(kid, "get", None) and kid.get("/S") == "/Figure":
            return kid
        found = _first_figure(kid) if getattr(kid, "get", None) else None
        if found is not None:
            return found
    return None


def _without_alternative(catalog: object) -> None:
    figure = _first_figure(catalog["/StructTreeRoot"])  # type: ignore[index]
    del figure["/Alt"]  # type: ignore[attr-defined]


def _in_no_printing_condition(catalog: object) -> None:
    del catalog[NameObject("/OutputIntents")]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("change", "clause"),
    [
        (_untitled, "PDF/UA-1, 7.1, test 10"),
        (_without_alternative, "PDF/UA-1, 7.3, test 1"),
        (_in_no_printing_condition, "PDF/A-3a, 6.2.4.3, test 2"),
    ],
)
def test_verapdf_finds_what_is_claimed_and_not_kept(
    change: Callable[[object], None],
    clause: str,
    present: Present,
    leaflet: Path,
    tmp_path: Path,
) -> None:
    found = told(present(STANDARDS), edited(leaflet, change, tmp_path / "broken.pdf"))
    assert any(each.startswith(clause) for each in found), found


def test_the_writers_own_document_is_found_sound(present: Present, tmp_path: Path) -> None:
    """One of everything that the writer knows, as its unit tests lay it out."""
    file = tmp_path / "everything.pdf"
    file.write_bytes(screen(*one_of_everything()))
    assert claims(file) == {"PDF/UA-1", "PDF/A-3a"}
    assert told(present(STANDARDS), file) == []


def test_a_file_that_cannot_be_judged_is_not_passed_over(
    present: Present, leaflet: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(leaflet.read_bytes()[:2000])
    assert told(present(STANDARDS), broken)


def test_a_claim_that_is_not_made_is_missed(leaflet: Path, tmp_path: Path) -> None:
    def bare(catalog: object) -> None:
        del catalog["/Metadata"]  # type: ignore[attr-defined]

    silent = edited(leaflet, bare, tmp_path / "leaflet-screen.pdf")
    assert {each.where for each in unclaimed([silent])} == {"PDF/UA-1", "PDF/A-3a"}
    assert list(unclaimed([leaflet])) == []


# -- absence ---------------------------------------------------------------------------------------


def test_an_absent_judge_is_named_and_where_it_is_required_a_failure(
    leaflet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert tools.absence(SOUNDNESS.needs) == "qpdf not installed: make judges"
    for required, code in (("", 0), ("required", 1)):
        done = subprocess.run(
            [sys.executable, "-m", "tests.judges", str(leaflet)],
            cwd=ROOT,
            env={"PATH": "", "JUDGES": required},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "qpdf not installed" in done.stdout


def test_who_may_not_install_is_told_what_to_install(tmp_path: Path) -> None:
    """A machine with Maven that brings nothing, and no other program."""
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/false\n", encoding="utf-8")
    maven.chmod(maven.stat().st_mode | stat.S_IXUSR)
    done = subprocess.run(
        [sys.executable, "-m", "tests.judges.install"],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert "please install them: " in done.stdout
    for package in ("qpdf", "ghostscript", "poppler-utils", "mupdf-tools", "default-jre-headless"):
        assert package in done.stdout
