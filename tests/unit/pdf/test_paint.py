from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import normalize

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from pdfminer.high_level import extract_text as pdfminer_text

from briefing.drawing import Glyph, GlyphRun, Rect, Shape, Text, line, rectangle
from briefing.fonts import Face
from briefing.layout.pages import Box, Pages
from briefing.pdf.write import write
from briefing.profiles import SCREEN
from briefing.structure import Role, Tree
from tests.conftest import ROOT
from tests.unit.pdf.documents import (
    INK,
    METADATA,
    ROMAN,
    SEA,
    box,
    opened,
    paper,
    press,
    screen,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def content(data: bytes) -> str:
    contents = opened(data).pages[0].get_contents()
    return str(contents.get_data().decode("ascii"))


def extracted(data: bytes) -> str:
    return str(pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range())


def said(*texts: Text) -> bytes:
    tree = Tree("en-GB")
    return screen(Pages((paper(box(tree.root.add(Role.PARAGRAPH), 50, *texts)),)), tree)


def test_words_are_read_back_as_they_were_written() -> None:
    assert extracted(said(words("AVATAR, official: 34%"))) == "AVATAR, official: 34%"


def test_a_ligature_is_found_by_its_letters() -> None:
    run = ROMAN.shape("fi", 10)
    joined = GlyphRun(
        ROMAN.name, 10, "fi", (Glyph(run.glyphs[0].index, 500, 500, "fi"),), run.width
    )
    assert extracted(said(Text(0, 10, joined, INK))) == "fi"


@pytest.mark.parametrize("make", [screen, press])
def test_a_letter_drawn_by_several_glyphs_is_copied_once_and_in_its_word(
    make: Callable[[Pages, Tree], bytes],
) -> None:
    """Whatever reads codes alone had the mark twice, or a blank between it and the next letter."""
    text = "the mean m\u0302r of x\u0304, a\u030a\u0328 W\u0302\u0301n"
    tree = Tree("en-GB")
    data = make(Pages((paper(box(tree.root.add(Role.PARAGRAPH), 50, words(text))),)), tree)
    read = {
        "pypdf": opened(data).pages[0].extract_text(),
        "pdfminer": pdfminer_text(io.BytesIO(data)).strip(),
        "pdfium": extracted(data),
    }
    assert {each: normalize("NFC", said) for each, said in read.items()} == dict.fromkeys(
        read, normalize("NFC", text)
    )


def test_a_letter_drawn_by_several_glyphs_is_one_glyph_of_the_file() -> None:
    """Its mark stands where it was shaped to stand, in the widened lines of a paragraph too."""
    run = ROMAN.shape("mx\u0304m", 10)
    data = said(Text(0, 10, run, INK), Text(0, 30, replace(run, stretch=1.02), INK))
    font = opened(data).pages[0]["/Resources"]["/Font"]["/F1"]["/DescendantFonts"][0]
    file = TTFont(io.BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
    letters = [each for each in file.getGlyphOrder() if file["glyf"][each].isComposite()]
    assert len(letters) == 1
    mark = file["glyf"][letters[0]].components[1]
    scale = file["head"].unitsPerEm / 1000
    base, shaped = run.glyphs[1], run.glyphs[2]
    assert (mark.x, mark.y) == (
        round((base.advance + shaped.dx - base.dx) * scale),
        round((shaped.dy - base.dy) * scale),
    )
    assert file["hmtx"][letters[0]] == (
        round(base.natural * scale),
        file["glyf"][letters[0]].xMin,
    )


def test_an_unbreakable_space_is_found_as_a_space() -> None:
    assert extracted(said(words("34\N{NO-BREAK SPACE}per cent"))) == "34 per cent"


def test_a_soft_hyphen_keeps_its_meaning_beside_a_hard_one() -> None:
    """Both are the same glyph: each has a code of its own, for readers without ActualText too."""
    data = said(words("well-known but hyphen-ated co\N{SOFT HYPHEN}"))
    assert opened(data).pages[0].extract_text() == "well-known but hyphen-ated co\N{SOFT HYPHEN}"
    assert pdfminer_text(io.BytesIO(data)).strip().endswith("hyphen-ated co\N{SOFT HYPHEN}")
    assert "ActualText" not in content(data)


def test_a_borrowed_glyph_is_shown_in_its_own_face_and_the_line_goes_on() -> None:
    """Words of two faces are read as one; each face is embedded with what it shows."""
    roman = Face("roman", ROMAN.path)
    display = ROOT / "styles" / "civic" / "fonts" / "BricolageGrotesque-ExtraBold.ttf"
    face = Face("display", display, fallback=(roman,))
    tree = Tree("en-GB")
    marks = Text(0, 10, face.shape("Type \u03b2 and \u03c9.", 10), INK)
    pages = Pages((paper(box(tree.root.add(Role.PARAGRAPH), 50, marks)),))
    data = write(pages, tree, SCREEN, METADATA, {"display": face, "roman": roman})
    assert extracted(data) == "Type \u03b2 and \u03c9."
    assert pdfminer_text(io.BytesIO(data)).strip() == "Type \u03b2 and \u03c9."
    assert len(opened(data).pages[0]["/Resources"]["/Font"]) == 2


def test_kerning_moves_the_pen_by_what_was_shaped() -> None:
    run = ROMAN.shape("AVAVAV", 10)
    array = re.search(r"\[(.*)\] TJ", content(said(Text(0, 10, run, INK))))
    assert array
    moved = sum(int(each) for each in re.findall(r"> (-?\d+) <", array[1]))
    natural = sum(glyph.natural for glyph in run.glyphs[:-1])
    shaped = sum(glyph.advance for glyph in run.glyphs[:-1])
    assert moved > 50
    assert abs(natural - shaped - moved) <= 1


def test_a_run_that_is_drawn_wider_ends_where_it_was_measured_to() -> None:
    run = ROMAN.shape("AV To", 20)
    wide = replace(run, stretch=1.02, width=run.width * 1.02)
    data = said(Text(0, 20, wide, INK), Text(wide.width, 20, run, INK))
    operators = re.findall(r"[\d.]+ Tz", content(data))
    assert operators == ["102 Tz", "100 Tz"]
    page = pypdfium2.PdfDocument(data)[0].get_textpage()
    assert page.get_text_range() == "AV ToAV To"
    first, second = page.get_charbox(0, loose=True), page.get_charbox(5, loose=True)
    assert second[0] - first[0] == pytest.approx(wide.width, abs=0.05)


def test_a_raised_glyph_is_raised_and_the_line_goes_on_level() -> None:
    run = ROMAN.shape("ab", 10)
    first, second = run.glyphs
    raised = Glyph(second.index, second.advance, second.natural, "b", dx=100, dy=250)
    written = content(
        said(Text(0, 10, GlyphRun(ROMAN.name, 10, "ab", (first, raised), run.width), INK))
    )
    assert re.search(r"2\.5 Ts\n\[-100 <\w{4}>\] TJ\n0 Ts", written)


def test_the_page_is_turned_over_once() -> None:
    assert "20 359.53 Td" in content(said(words("up")))


def test_a_colour_is_set_again_after_a_clipped_shape() -> None:
    tree = Tree("en-GB")
    clipped = Shape(rectangle(Rect(0, 0, 9, 9)), SEA, clip=Rect(0, 0, 5, 5))
    stroke = Shape(line(0, 0, 9, 0), None, INK, 2)
    marks = (stroke, clipped, Shape(rectangle(Rect(0, 0, 9, 9)), SEA))
    figure = Box(tree.root.add(Role.FIGURE, alt="Shapes"), Rect(0, 0, 50, 50), marks)
    written = content(screen(Pages((paper(figure),)), tree))
    assert written.count("0 0.4 0.5 rg") == 2
    assert written.count("q ") == written.count("\nQ") == 1


def test_the_press_gets_four_colours_and_no_tags() -> None:
    tree = Tree("en-GB")
    written = content(press(Pages((paper(box(tree.root.add(Role.H1), 9, words("Up"))),)), tree))
    assert "0 0 0 1 k" in written
    assert "BDC" not in written
    assert not re.search(r"\b(rg|RG)\b", written)


def test_numbers_are_short() -> None:
    assert not re.search(r"\d\.\d{4}|\.0+\s|-0\s", content(said(words("a", 1 / 3, 2.0))))
