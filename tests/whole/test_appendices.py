"""A project whose documents have appendices, merged and set, built from its folder to its files."""

from __future__ import annotations

import csv
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
    from collections.abc import Iterator
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


# -- appendices that the build sets ----------------------------------------------------------------

TABLES = """\
# What was asked {.tables #asked}

What is said on [the first page](#yes) is counted here, on page {{ page.asked }}.

::: {.table of=q1 question=yes counts=yes}
The new hall
:::
"""
LED = "The figures are in [appendix B](#asked), from page {{ page.appendix-b }}."
MERGED = 'file = "notes.pdf"\npress = ""'
SET = 'words = "tables.md"'


def appended(tmp_path: Path, *kinds: str) -> Path:
    """The slides with an appendix of each kind, lettered from A."""
    folder = make(tmp_path)
    shutil.copy(FIXTURES / "typst.pdf", folder / "notes.pdf")
    (folder / "tables.md").write_text(TABLES, encoding="utf-8")
    replaced(folder / "publication.toml", 'percent = "%"', 'profiles = ["screen", "press"]')
    tables = [
        f'[[documents.slides.appendices]]\nletter = "{letter}"\ntitle = "Part {letter}"\n{kind}\n'
        for letter, kind in zip("ABC", kinds, strict=False)
    ]
    text = (folder / "publication.toml").read_text(encoding="utf-8")
    (folder / "publication.toml").write_text("\n".join((text, *tables)), encoding="utf-8")
    return folder


def screen(folder: Path, tmp_path: Path) -> tuple[Built, Any]:
    built = build(Order(folder, tmp_path / "out", only="slides", profile="screen"))
    return built, made(built, "slides-screen.pdf")


def places(reader: Any) -> dict[str, int]:
    """The page, from 1, to which each bookmark leads, by its title."""

    def walk(entries: list[Any]) -> Iterator[tuple[str, int]]:
        for each in entries:
            if isinstance(each, list):
                yield from walk(each)
            else:
                yield str(each.title), reader.get_destination_page_number(each) + 1

    return dict(walk(reader.outline))


def depths(entries: list[Any], depth: int = 1) -> Iterator[tuple[str, int]]:
    """How deep each bookmark stands, by its title."""
    for each in entries:
        if isinstance(each, list):
            yield from depths(each, depth + 1)
        else:
            yield str(each.title), depth


@pytest.mark.parametrize(
    ("last", "deep"),
    [
        ("# Where to write {.text #write}\n\nTo us.\n", 1),
        ("# What follows {.appendices #parts}\n\n::: {.contents under=parts}\n:::\n", 2),
    ],
    ids=["an address", "a page that lists them"],
)
def test_an_appendix_is_below_the_last_page_only_if_that_lists_it(
    tmp_path: Path, last: str, deep: int
) -> None:
    folder = appended(tmp_path, MERGED, SET)
    with (folder / "slides.md").open("a", encoding="utf-8") as slides:
        slides.write(f"\n{last}")
    _, reader = screen(folder, tmp_path)
    stand = dict(depths(reader.outline))
    assert (stand["Appendix A: Part A"], stand["Appendix B: Part B"]) == (deep, deep)
    assert stand["What was asked"] == deep + 1


@pytest.mark.parametrize(
    ("kinds", "page"),
    [((MERGED, SET), 6), ((SET, MERGED), 3), ((MERGED, SET, MERGED), 6)],
    ids=["behind", "before", "between"],
)
def test_a_set_appendix_stands_before_and_behind_merged_ones(
    tmp_path: Path, kinds: tuple[str, ...], page: int
) -> None:
    """Divider, bookmarks, page numbers and links agree, in whatever order they stand."""
    folder = appended(tmp_path, *kinds)
    replaced(folder / "slides.md", "members say no.", f"members say no.\n\n{LED}")
    built, reader = screen(folder, tmp_path)
    assert [str(each) for each in built.diagnostics] == []
    words = [" ".join(each.extract_text().split()) for each in reader.pages]
    assert list(reader.page_labels) == [str(place) for place in range(1, len(words) + 1)]
    assert f"on page {page}." in words[page - 1]
    assert "Yes 75% (30)" in words[page - 1]
    letter = "AB"[kinds.index(SET)]
    assert words[page - 1].count(f"Appendix {letter}: Part {letter}") == 2
    found = places(reader)
    assert found["What was asked"] == page
    assert found[f"Appendix {letter}: Part {letter}"] == page - 1
    assert words[page - 2].startswith(f"Appendix {letter}: Part {letter}")
    led = reader.named_destinations["asked"]
    assert reader.get_destination_page_number(led) == page - 1
    assert f"from page {found['Appendix B: Part B']}." in words[0]
    text = structure_text(content(built, "slides-screen.pdf"))
    assert "<pdfuaid:part>1<" in reader.root_object["/Metadata"].get_data().decode()
    assert text.index("What was asked") > text.index(f"Appendix {letter}: Part {letter}")


def test_the_figures_of_a_set_appendix_are_those_of_the_answers(tmp_path: Path) -> None:
    folder = appended(tmp_path, SET)
    (folder / "slides.md").write_text("# Yes {.text #yes}\n\nWords.\n", encoding="utf-8")
    built, before = screen(folder, tmp_path)
    rows = [
        each
        for each in csv.DictReader(content(built, "claims.csv").decode().splitlines())
        if each["file"] == "tables.md"
    ]
    assert {(each["cell"], each["shown"]) for each in rows} >= {("yes", "75% (30)")}
    assert {each["page"] for each in rows} == {"3"}
    replaced(folder / "responses.csv", "m5,Yes", "m5,No")
    _, after = screen(folder, tmp_path)
    texts = [" ".join(each.pages[2].extract_text().split()) for each in (before, after)]
    assert ["Yes 75% (30) No 20% (8)" in each for each in texts] == [True, False]
    assert ["Yes 73% (29) No 23% (9)" in each for each in texts] == [False, True]


def test_the_words_of_a_set_appendix_are_proved_like_others(tmp_path: Path) -> None:
    folder = appended(tmp_path, SET)
    replaced(folder / "tables.md", "What is", "[All]{claim=q1.yes} of them, 99 per cent,")
    told = check(Order(folder, tmp_path / "out", only="slides"))
    assert {(str(each.where), each.code) for each in told.errors} == {
        ("tables.md:3:1", "claim-false"),
        ("tables.md:3:30", "unbound-figure"),
    }


def test_the_press_goes_without_a_set_appendix_if_told_so(tmp_path: Path) -> None:
    folder = appended(tmp_path, f'{SET}\npress = ""')
    built = build(Order(folder, tmp_path / "out", only="slides"))
    count = [len(made(built, f"slides-{each}.pdf").pages) for each in ("screen", "press")]
    assert count == [3, 1]
