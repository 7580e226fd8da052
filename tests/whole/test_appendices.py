"""A project whose documents have appendices of other makers, built from its folder to its files."""

from __future__ import annotations

import shutil
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from briefing.build import build, check
from briefing.diagnostics import Faults
from briefing.pipeline.work import Order
from briefing.preflight import structure_text
from tests.unit.pdf.bound import FIXTURES
from tests.unit.pdf.hostile import CATALOG, PAGES, source
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.pipeline.work import Built

WORDS = "Who was asked, and how answers were weighed."
DESCRIBED = f'untagged = "describe"\ndescription = "{WORDS}"'


def project(tmp_path: Path, maker: str, *options: str) -> Path:
    """The slides with an appendix, for the screen and the press."""
    folder = make(tmp_path)
    shutil.copy(FIXTURES / f"{maker}.pdf", folder / "notes.pdf")
    replaced(folder / "publication.toml", 'percent = "%"', 'profiles = ["screen", "press"]')
    lines = ["[[documents.slides.appendices]]", 'letter = "A"', 'title = "Notes"']
    text = (folder / "publication.toml").read_text(encoding="utf-8")
    told = "\n".join((text, *lines, 'file = "notes.pdf"', *options, ""))
    (folder / "publication.toml").write_text(told, encoding="utf-8")
    return folder


def made(built: Built, name: str) -> Any:
    return PdfReader(BytesIO(content(built, name)))


def content(built: Built, name: str) -> bytes:
    return next(each.content for each in built.files if each.name == name)


@pytest.mark.parametrize("ask", [build, check])
def test_an_untagged_appendix_stops_the_build_with_its_remedy(tmp_path: Path, ask: Any) -> None:
    order = Order(project(tmp_path, "cairo", 'press = ""'), tmp_path / "out", profile="screen")
    try:
        told = ask(order)
    except Faults as faults:
        told = faults.diagnostics
    (fault,) = told.errors
    assert (fault.code, str(fault.where)) == ("appendix-untagged", "notes.pdf")
    assert 'untagged = "describe"' in fault.hint


def test_one_that_is_described_and_fitted_keeps_the_claims(tmp_path: Path) -> None:
    options = ('press = ""', 'untagged = "describe"', f'description = "{WORDS}"', 'size = "fit"')
    folder = project(tmp_path, "cairo", *options)
    built = build(Order(folder, tmp_path / "out", only="slides"))
    reader = made(built, "slides-screen.pdf")
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reader.pages}
    assert len(sizes) == 1
    assert WORDS in structure_text(content(built, "slides-screen.pdf"))
    assert b"<pdfuaid:part>1<" in reader.root_object["/Metadata"].get_data()
    assert not [each for each in built.diagnostics if each.code.startswith("appendix")]


def test_a_rendition_that_is_not_ready_stops_the_press_file(tmp_path: Path) -> None:
    order = Order(project(tmp_path, "typst"), tmp_path / "out", profile="press")
    with pytest.raises(Faults) as faults:
        build(order)
    told = faults.value.diagnostics.errors
    assert {str(each.where) for each in told} == {"notes.pdf"}
    assert "page-boxes" in {each.code for each in told}
    assert all('press = ""' in each.hint for each in told)


def test_an_appendix_that_the_press_leaves_out_has_no_page_there(tmp_path: Path) -> None:
    order = Order(project(tmp_path, "typst", 'press = ""'), tmp_path / "out", only="slides")
    built = build(order)
    screen, press = (len(made(built, f"slides-{each}.pdf").pages) for each in ("screen", "press"))
    assert screen == press + 3


def test_a_page_too_narrow_for_the_folio_is_told_and_goes_without(tmp_path: Path) -> None:
    folder = project(tmp_path, "typst", 'press = ""')
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 90 600]>>"
    (folder / "notes.pdf").write_bytes(source(CATALOG, PAGES, page))
    replaced(folder / "publication.toml", 'file = "notes.pdf"', f'file = "notes.pdf"\n{DESCRIBED}')
    built = build(Order(folder, tmp_path / "out", profile="screen"))
    assert [each.code for each in built.diagnostics] == ["appendix-folio"]
    assert made(built, "slides-screen.pdf").pages[2].extract_text() == ""
