"""For each rule of preflight the smallest file that breaks it, beside one that keeps it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from briefing.pdf.file import pack, stream
from briefing.preflight import preflight, preflight_structure
from briefing.profiles import PRESS, SCREEN

if TYPE_CHECKING:
    from briefing.profiles import Profile

FONT = b"<</Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Own /DescendantFonts [8 0 R]>>"


@dataclass(frozen=True)
class Tiny:
    """A file of one page, in PDF syntax; it keeps every rule of both profiles."""

    content: bytes = b"/P <</MCID 0>> BDC BT /F1 9 Tf <0001> Tj ET EMC"
    resources: bytes = b"/Font <</F1 7 0 R>>"
    page: bytes = b"/StructParents 0"
    boxes: bytes = b"/MediaBox [-9 -9 99 99] /BleedBox [-3 -3 93 93] /TrimBox [0 0 90 90]"
    marked: bytes = b"/MarkInfo <</Marked true>>"
    language: bytes = b"/Lang (en)"
    preferences: bytes = b"/ViewerPreferences <</DisplayDocTitle true>>"
    metadata: bytes = b"/Metadata 10 0 R"
    intent: bytes = b"/OutputIntents [<</S /GTS_PDFA1>>]"
    info: bytes = b"/Title (T)"
    font: bytes = FONT
    descriptor: bytes = b"/FontFile2 10 0 R"
    element: bytes = b"/S /P"
    space: bytes = b"/DeviceGray"
    form: bytes = b"0 0 9 9 re f"

    def file(self) -> bytes:
        catalog = b" ".join(
            (self.marked, self.language, self.preferences, self.metadata, self.intent)
        )
        return pack(
            [
                b"<</Type /Catalog /Pages 2 0 R /StructTreeRoot 5 0 R %b>>" % catalog,
                b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
                b"<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <<%b>> %b %b>>"
                % (self.resources, self.boxes, self.page),
                stream(self.content),
                b"<</Type /StructTreeRoot /K [6 0 R]>>",
                b"<</Type /StructElem /P 5 0 R /Pg 3 0 R /K 0 %b>>" % self.element,
                self.font,
                b"<</Type /Font /Subtype /CIDFontType2 /FontDescriptor 9 0 R>>",
                b"<</Type /FontDescriptor %b>>" % self.descriptor,
                stream(b"x"),
                b"<<%b>>" % self.info,
                stream(b"x", b"/Type /XObject /Subtype /Image /ColorSpace " + self.space),
                stream(self.form, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"),
            ],
            (1, 7),
            1,
            11,
        )


def drawn(operators: bytes) -> bytes:
    return b"/P <</MCID 0>> BDC %b EMC" % operators


WITH_FORM = replace(Tiny(), resources=b"/XObject <</X 13 0 R>>", content=drawn(b"/X Do"))
BOTH = Tiny.resources + b" " + WITH_FORM.resources
WITH_PICTURE = replace(Tiny(), resources=b"/XObject <</X 12 0 R>>", content=drawn(b"/X Do"))

BROKEN = [
    ("mcid-twice", SCREEN, replace(Tiny(), content=Tiny.content * 2)),
    (
        "content-outside-tags",
        SCREEN,
        replace(Tiny(), content=Tiny.content + b" 0 0 9 9 re f"),
    ),
    (
        "content-outside-tags",
        SCREEN,
        replace(WITH_FORM, content=Tiny.content + b" /X Do", resources=BOTH),
    ),
    ("sequence-left-open", SCREEN, replace(Tiny(), content=Tiny.content[:-3])),
    ("page-without-parents", SCREEN, replace(Tiny(), page=b"")),
    ("undefined-resource", SCREEN, replace(Tiny(), resources=b"")),
    ("undefined-resource", SCREEN, replace(Tiny(), content=drawn(b"/G1 gs 0 0 9 9 re f"))),
    ("font-not-embedded", SCREEN, replace(Tiny(), descriptor=b"")),
    (
        "font-not-embedded",
        PRESS,
        replace(Tiny(), font=b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"),
    ),
    ("font-type-3", SCREEN, replace(Tiny(), font=b"<</Type /Font /Subtype /Type3>>")),
    ("glyph-missing", SCREEN, replace(Tiny(), content=drawn(b"/F1 9 Tf [<00010000>] TJ"))),
    ("glyph-missing", PRESS, replace(Tiny(), content=drawn(b"/F1 9 Tf (\\000\\000) Tj"))),
    (
        "page-boxes-not-nested",
        PRESS,
        replace(Tiny(), boxes=Tiny.boxes.replace(b"[0 0 90 90]", b"[0 0 94 90]")),
    ),
    (
        "page-boxes-not-nested",
        PRESS,
        replace(Tiny(), boxes=Tiny.boxes.replace(b"[-9 -9 99 99]", b"[-2 -9 99 99]")),
    ),
    ("page-box-missing", PRESS, replace(Tiny(), boxes=b"/MediaBox [0 0 9 9] /TrimBox [0 0 9 9]")),
    ("rgb-in-press-file", PRESS, replace(Tiny(), content=drawn(b"1 0 0 rg 0 0 9 9 re f"))),
    ("rgb-in-press-file", PRESS, replace(Tiny(), content=drawn(b"/DeviceRGB CS 1 0 0 SCN"))),
    (
        "rgb-in-press-file",
        PRESS,
        replace(Tiny(), content=drawn(b"/C cs"), resources=b"/ColorSpace <</C [/CalRGB <<>>]>>"),
    ),
    ("rgb-in-press-file", PRESS, replace(WITH_FORM, form=b"1 0 0 RG")),
    ("rgb-in-press-file", PRESS, replace(WITH_PICTURE, space=b"/DeviceRGB")),
    ("pdf-without-title", PRESS, replace(Tiny(), info=b"")),
    ("pdf-without-output-intent", PRESS, replace(Tiny(), intent=b"")),
    ("pdf-without-metadata", PRESS, replace(Tiny(), metadata=b"")),
    ("pdf-without-language", SCREEN, replace(Tiny(), language=b"")),
    ("pdf-not-tagged", SCREEN, replace(Tiny(), marked=b"")),
    ("pdf-title-hidden", SCREEN, replace(Tiny(), preferences=b"")),
]

KEPT = [
    (SCREEN, Tiny()),
    (PRESS, Tiny()),
    (SCREEN, WITH_FORM),
    (PRESS, WITH_FORM),
    (
        SCREEN,
        replace(
            WITH_FORM,
            content=Tiny.content + b" /X Do",
            resources=BOTH,
            form=b"/Artifact BMC 0 0 9 9 re f EMC",
        ),
    ),
    (PRESS, WITH_PICTURE),
    (SCREEN, replace(WITH_PICTURE, space=b"/DeviceRGB")),
    (SCREEN, replace(Tiny(), content=drawn(b"1 0 0 rg 0 0 9 9 re f"))),
    (SCREEN, replace(Tiny(), content=drawn(b"/F1 9 Tf [<01000001>] TJ"))),
    (PRESS, replace(Tiny(), language=b"", marked=b"", preferences=b"", page=b"")),
    (SCREEN, replace(Tiny(), boxes=b"/MediaBox [0 0 9 9]")),
]


@pytest.mark.parametrize(("code", "profile", "tiny"), BROKEN)
def test_a_broken_rule_is_found_and_nothing_else(code: str, profile: Profile, tiny: Tiny) -> None:
    assert [each.code for each in preflight(tiny.file(), profile)] == [code]


@pytest.mark.parametrize(("profile", "tiny"), KEPT)
def test_a_file_that_keeps_the_rules_passes(profile: Profile, tiny: Tiny) -> None:
    assert preflight(tiny.file(), profile) == []


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 and then nothing", Tiny().file()[:300]])
def test_what_is_no_pdf_is_said_to_be_none(data: bytes) -> None:
    assert [each.code for each in preflight(data, SCREEN)] == ["pdf-unreadable"]


def test_a_figure_without_words_is_found() -> None:
    silent = replace(Tiny(), element=b"/S /Figure").file()
    assert [each.code for each in preflight_structure(silent)] == ["figure-without-alternative"]
    for spoken in (b"/S /Figure /Alt (A chart)", b"/S /Figure /ActualText (A)", b"/S /P"):
        assert preflight_structure(replace(Tiny(), element=spoken).file()) == []
