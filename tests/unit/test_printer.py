"""The notes for the printer: what a press file is, counted from its pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.drawing import (
    MM,
    Colour,
    Geometry,
    Glyph,
    GlyphRun,
    Mark,
    Picture,
    Rect,
    Shape,
    Spot,
    Text,
    rectangle,
)
from briefing.layout.pages import Box, Page, Pages
from briefing.printer import Job, printer_notes, short_of_sheets
from briefing.structure import Artifact

BLACK = Colour("black", (0, 0, 0), (0, 0, 0, 1))
DEEP = Colour("deep", (0, 0, 1), (1, 0.6, 0, 0.25))
RUN = GlyphRun("bold", 10, "x", (Glyph(1, 500, 500, "x", face="signs"),), 5)
ROOM = Rect(0, 0, 10, 10)
WORDS = Text(0, 0, RUN, BLACK)
GROUND = Shape(rectangle(ROOM), DEEP)
A5 = Geometry(148 * MM, 210 * MM)


def job(
    *marks: Mark, pages: int = 8, appended: int = 0, unbled: int = 0, binding: str = "none"
) -> Job:
    page = Page("1", A5, (Box(Artifact.DECORATION, ROOM, marks),))
    return Job(
        "leaflet-press.pdf",
        "Findings",
        Pages((page, Page("2", A5, ()))),
        pages,
        appended,
        unbled,
        binding,
        "FOGRA39",
        "PDF/X-4, PDF 1.6",
        {"bold": "Own-Bold", "signs": "Signs-Regular"},
    )


def facts(made: Job) -> dict[str, str]:
    lines = printer_notes([made]).splitlines()
    assert lines[2] == "leaflet-press.pdf"
    return {line[2:13].strip(): line[13:] for line in lines[3:] if line}


def test_a_page_is_described_in_plain_words() -> None:
    assert facts(job(WORDS, GROUND)) == {
        "title": "Findings",
        "size": "148 \N{MULTIPLICATION SIGN} 210 mm when cut",
        "bleed": "3 mm on all sides; crop marks stand outside it",
        "pages": "8",
        "binding": "none: single sheets, or as agreed",
        "inks": "cyan, magenta, black; no spot colours",
        "profile": "FOGRA39, embedded as the output intent; PDF/X-4, PDF 1.6",
        "total ink": "185 % at most, in deep",
        "fonts": "Own-Bold, Signs-Regular; all embedded",
    }


def test_black_alone_is_one_ink() -> None:
    assert facts(job(WORDS))["inks"] == "black; no spot colours"


def test_spot_colours_are_listed_by_their_plates_and_lay_no_other_ink() -> None:
    ink = Spot("PANTONE 286 C", (1, 0.6, 0, 0.25))
    deep, pale = replace(DEEP, spot=ink), replace(DEEP, name="pale", spot=replace(ink, tint=0.4))
    said = facts(job(WORDS, replace(GROUND, fill=deep, stroke=pale)))
    assert said["inks"] == "black; spot colour PANTONE 286 C"
    assert said["total ink"].startswith("100 % at most")


def test_pictures_lay_all_inks() -> None:
    said = facts(job(WORDS, Picture(ROOM, "hall.jpg")))
    assert said["inks"].startswith("cyan, magenta, yellow, black")
    assert (
        said["total ink"] == "100 % at most, in black; in pictures what the profile lays, no more"
    )


def test_appendices_are_told() -> None:
    said = facts(job(WORDS, appended=3))
    assert said["pages"] == "8, of them 3 in appendices"
    assert "note" not in said
    said = facts(job(WORDS, appended=3, unbled=2))
    assert said["note"] == "2 pages of appendices were made elsewhere and have no bleed"


def test_pages_of_several_sizes_are_told() -> None:
    made = job(WORDS)
    wide = Page("3", Geometry(210 * MM, 148.5 * MM), ())
    said = facts(replace(made, laid=Pages((*made.laid.pages, wide))))
    sign = "\N{MULTIPLICATION SIGN}"
    assert said["size"] == f"148 {sign} 210 mm when cut and 210 {sign} 148.5 mm when cut"


def test_folded_sheets_that_do_not_come_out_even_are_told() -> None:
    assert "2 would stay blank" in facts(job(WORDS, pages=6, binding="saddle"))["pages"]
    assert facts(job(WORDS, binding="saddle"))["pages"] == "8"


@pytest.mark.parametrize(
    ("pages", "binding", "short"),
    [(4, "saddle", 0), (5, "saddle", 3), (16, "saddle", 0), (18, "saddle", 2), (5, "perfect", 0)],
)
def test_only_saddle_stitching_asks_for_whole_sheets(pages: int, binding: str, short: int) -> None:
    assert short_of_sheets(pages, binding) == short
