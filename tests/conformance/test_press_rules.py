"""For each rule of preflight the smallest press file that breaks it, and files that keep all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.diagnostics import Severity
from briefing.pdf.file import stream
from briefing.preflight.examine import examine
from briefing.profiles import PRESS, PROFILES, Rule
from tests.conformance.presses import DATES, GROUND, ICC, XMP, Press, form, picture, words
from tests.unit.pdf.bound import FIXTURES

OWN = Press()
STATE = b"/ExtGState <</G 12 0 R>> /Font <</F1 8 0 R>>"
OBJECT = b"/XObject <</X 12 0 R>>"
CMYK_8 = b"/ColorSpace /DeviceCMYK /BitsPerComponent 8"
ONE_BIT = b"/ColorSpace /DeviceGray /BitsPerComponent 1"
PLACED = b"q 72 0 0 72 10 10 cm /X Do Q"
SPOT = (
    b"[/Separation /%b /DeviceCMYK <</FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [%b]>>]"
)
IN_SPOT = b"/S cs 1 scn 20 20 30 30 re f"
ICC_CMYK = b"/ColorSpace <</S [/ICCBased 7 0 R]>> /ExtGState <</G 12 0 R>>"
TILE = (
    b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources <<>>"
)
SECOND = (
    b"<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <<>> /MediaBox [-20 -20 130 120]"
    b" /BleedBox [-9 -9 119 109] /TrimBox [0 0 110 100]>>"
)
TRIM = b"/TrimBox [0 0 100 100]"
BLEED = b"/BleedBox [-9 -9 109 109]"
AXIAL = (
    b"<</ShadingType 2 /ColorSpace /%b /Coords [0 0 100 0] /Extend [true true]"
    b" /Function <</FunctionType 2 /Domain [0 1] /N 1 /C0 [%b] /C1 [%b]>>>>"
)


def drawn(content: bytes, resources: bytes = b"", *objects: bytes) -> Press:
    return replace(OWN, content=content, resources=resources or OWN.resources, objects=objects)


def spots(*defined: bytes) -> bytes:
    names = b" ".join(b"/S%d %b" % each for each in enumerate(defined))
    return b"/ColorSpace <<%b>>" % names


def in_spots(count: int) -> bytes:
    return b" ".join(b"/S%d cs 1 scn 20 20 30 30 re f" % each for each in range(count))


BROKEN = [
    (Rule.CONTENT, drawn(b"0 0 0 1 k 20 20 30 30 re f (never closed")),
    (Rule.CONTENT, drawn(b"0 0 0 1 k 20 20 30 30 re f 20 20 re f")),
    (Rule.CONTENT, drawn(b"0 0 0 1 k 20 20 30 30 re f /X Do", OBJECT, form(b"/X Do", b"/Resources <<" + OBJECT + b">>"))),
    (Rule.VERSION, replace(OWN, version=(1, 7))),
    (Rule.CLAIM, replace(OWN, xmp=XMP.replace(b"pdfxid:GTS", b"other:GTS"))),
    (Rule.CLAIM, replace(OWN, xmp=XMP.replace(b"PDF/X-4", b"PDF/X-1a:2003"))),
    (Rule.TRAPPED, replace(OWN, info=b"/Title (T) " + DATES)),
    (Rule.TRAPPED, replace(OWN, info=b"/Title (T) /Trapped /Unknown " + DATES, xmp=XMP.replace(b">False", b">Unknown"))),
    (Rule.METADATA, replace(OWN, xmp=XMP.replace(b"xmpMM:VersionID", b"xmpMM:Other"))),
    (Rule.IN_STEP, replace(OWN, info=b"/Title (Another) /Trapped /False " + DATES)),
    (Rule.IN_STEP, replace(OWN, info=OWN.info.replace(b"+01'00'", b"+02'00'"))),
    (Rule.IN_STEP, replace(OWN, info=OWN.info + b" /Producer (P)")),
    (Rule.INTENT, replace(OWN, intent=b"/S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)")),
    (Rule.INTENT, replace(OWN, intent=OWN.intent.replace(b"/DestOutputProfile 7 0 R", b""))),
    (Rule.INTENT, replace(OWN, intent=OWN.intent.replace(b"(FOGRA39)", b"()"))),
    (Rule.INTENT, replace(OWN, icc=ICC.replace(b"prtr", b"mntr"))),
    (Rule.INTENT, replace(OWN, icc=ICC.replace(b"CMYK", b"RGB "), components=b"/N 3")),
    (Rule.ACTIONS, replace(OWN, catalog=b"/OpenAction <</S /JavaScript /JS (x)>>")),
    (Rule.ACTIONS, replace(OWN, catalog=b"/Names <</JavaScript <<>>>>")),
    (Rule.ACTIONS, replace(OWN, page=b"/AA <</O <</S /JavaScript /JS (x)>>>>")),
    (Rule.ACTIONS, replace(OWN, page=b"/Annots [<</Subtype /Widget /Rect [110 110 119 119] /A <</S /Launch>>>>]")),
    (Rule.ATTACHMENTS, replace(OWN, catalog=b"/Names <</EmbeddedFiles <<>>>>")),
    (Rule.LAYERS, replace(OWN, catalog=b"/OCProperties <</D <</Name (D) /AS [<<>>]>>>>")),
    (Rule.LAYERS, replace(OWN, catalog=b"/OCProperties <</D <</Name (D) /OFF [4 0 R]>>>>")),
    (Rule.LAYERS, replace(OWN, catalog=b"/OCProperties <</D <<>>>>")),
    (Rule.BOXES, replace(OWN, boxes=OWN.boxes.replace(TRIM, b""))),
    (Rule.BOXES, replace(OWN, boxes=OWN.boxes + b" /ArtBox [0 0 100 100]")),
    (Rule.NESTING, replace(OWN, boxes=OWN.boxes.replace(b"[-20 -20 120 120]", b"[-8 -8 120 120]"))),
    (Rule.CROP, replace(OWN, boxes=OWN.boxes + b" /CropBox [0 0 100 100]")),
    (Rule.BLEED, replace(OWN, boxes=OWN.boxes.replace(BLEED, b""), content=b"0 0 0 1 k -5 -5 30 30 re f")),
    (Rule.BLEED, replace(OWN, boxes=OWN.boxes.replace(BLEED, b"/BleedBox [-5 -5 105 105]"))),
    (Rule.BLEED, replace(OWN, boxes=OWN.boxes.replace(BLEED, b"/BleedBox [-7.8 -7.8 107.8 107.8]"))),  # 2.75 mm
    (Rule.BLEED, replace(OWN, boxes=b"/MediaBox [0 0 100 100] /BleedBox [0 0 100 100] " + TRIM)),
    (Rule.ROOM, replace(OWN, boxes=OWN.boxes.replace(b"[-20 -20 120 120]", b"[-9 -9 109 109]"))),
    (Rule.REACH, drawn(b"0.5 0.5 0 0 k -4 20 60 30 re f")),
    (Rule.REACH, drawn(b"0.5 0.5 0 0 k 20 20 80 30 re f")),
    (Rule.SCALING, replace(OWN, page=b"/UserUnit 2")),
    (Rule.SIZE, replace(OWN, second=SECOND)),
    (Rule.EMPTY, drawn(b"0 0 0 0 k 20 20 30 30 re f")),
    (Rule.EMPTY, drawn(b"0 0 0 1 k 112 112 3 3 re f")),
    (Rule.SAFE, drawn(words(9, x=4))),
    (Rule.ANNOTATIONS, replace(OWN, page=b"/Annots [<</Subtype /Link /Rect [20 20 30 30]>>]")),
    (Rule.FONTS, replace(OWN, content=words(9), descriptor=b"")),
    (Rule.FONTS, replace(OWN, content=words(9), font=b"/Subtype /Type1 /BaseFont /Helvetica")),
    (Rule.FONTS, drawn(b"/X Do", OBJECT, form(words(9), b"/Resources <</Font <</F1 13 0 R>>>>"), b"<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>")),
    (Rule.TYPE_3, replace(OWN, content=words(9), font=b"/Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 0 /Widths [500 500 500 500 500]")),
    (Rule.DEVICE_RGB, drawn(b"1 0 0 rg 20 20 30 30 re f")),
    (Rule.DEVICE_RGB, drawn(b"/DeviceRGB CS 0 0 1 SC 20 20 30 30 re S")),
    (Rule.DEVICE_RGB, drawn(b"/X Do", OBJECT, form(b"0 1 0 rg 20 20 30 30 re f"))),
    (Rule.DEVICE_RGB, drawn(b"/Pattern cs /P scn 20 20 30 30 re f", b"/Pattern <</P 12 0 R>>", stream(b"1 0 0 rg 0 0 5 5 re f", TILE))),
    (Rule.DEVICE_RGB, drawn(b"q 20 20 30 30 re W n /H sh Q", b"/Shading <</H %b>>" % (AXIAL % (b"DeviceRGB", b"1 0 0", b"0 0 1")))),
    (Rule.DEVICE_RGB, drawn(b"0 0 0 1 k " + IN_SPOT, b"/ColorSpace <</S [/Separation /Deep /DeviceRGB <</FunctionType 2 /Domain [0 1] /N 1 /C0 [1 1 1] /C1 [0 0 1]>>]>>")),
    (Rule.OTHER_RGB, drawn(b"/S cs 1 0 0 scn 20 20 30 30 re f", b"/ColorSpace <</S [/CalRGB <<>>]>>")),
    (Rule.OTHER_RGB, drawn(b"/S cs 1 0 0 scn 20 20 30 30 re f", b"/ColorSpace <</S [/ICCBased 12 0 R]>>", stream(b"x", b"/N 3"))),
    (Rule.BLENDING, replace(OWN, page=b"/Group <</S /Transparency /CS /DeviceRGB>>")),
    (Rule.BLENDING, drawn(b"/X Do", OBJECT, form(OWN.content, b"/Group <</S /Transparency /CS /DeviceRGB>>"))),
    (Rule.TRANSFER, drawn(b"/G gs " + OWN.content, STATE, b"<</TR /Identity>>")),
    (Rule.TRANSFER, drawn(b"/G gs " + OWN.content, STATE, b"<</HT <</HalftoneType 1 /HalftoneName (n)>>>>")),
    (Rule.TRANSFER, drawn(b"/G gs " + OWN.content, STATE, b"<</HT <</HalftoneType 6>>>>")),
    (Rule.POSTSCRIPT, drawn(OWN.content + b" /X Do", OBJECT, stream(b"x", b"/Type /XObject /Subtype /PS"))),
    (Rule.POSTSCRIPT, drawn(b"/X Do", OBJECT, form(OWN.content, b"/Ref <<>>"))),
    (Rule.ALTERNATES, drawn(PLACED, OBJECT, picture(225, 225, CMYK_8 + b" /Alternates []", bytes(225 * 225 * 4)))),
    (Rule.RESOLUTION, drawn(PLACED, OBJECT, picture(149, 149, CMYK_8, bytes(149 * 149 * 4)))),
    (Rule.RESOLUTION, drawn(PLACED, OBJECT, picture(225, 150, CMYK_8, bytes(225 * 150 * 4)))),
    (Rule.BITMAP, drawn(b"q 30 0 0 30 10 10 cm BI /W 8 /H 8 /BPC 1 /IM true ID abcdefgh EI Q")),
    (Rule.BITMAP, drawn(PLACED, OBJECT, picture(799, 799, ONE_BIT, bytes(100 * 799)))),
    (Rule.INK, drawn(b"1 1 1 0.05 k 20 20 30 30 re f")),
    (Rule.INK, drawn(b"1 1 0 0 k 20 20 30 30 re f /G gs 0 0 1 1 k 30 30 20 20 re f", STATE, b"<</OP true /op true /OPM 1>>")),
    (Rule.HAIRLINE, drawn(b"0 0 0 1 K 0.2 w 20 20 m 60 20 l S")),
    (Rule.HAIRLINE, drawn(b"0 0 0 1 K 0 w 20 20 m 60 20 l S")),
    (Rule.HAIRLINE, drawn(b"0 0 0 1 K 0.5 0 0 0.4 0 0 cm 0.5 w 40 60 m 120 60 l S")),
    (Rule.HAIRLINE, drawn(b"0 0 0 1 k 20 20 40 0.1 re f")),
    (Rule.REVERSED, drawn(GROUND + words(6.5, b"0 0 0 0 k"))),
    (Rule.REVERSED, drawn(GROUND + b"q 0.5 0 0 0.5 0 0 cm " + words(12, b"1 g", 40, 100) + b" Q")),
    (Rule.COLOURED, drawn(words(8.5, b"0.9 0.5 0.4 0.1 k"))),
    (Rule.COLOURED, drawn(words(8.5, b"1 0.2 0.2 0 k"))),
    (Rule.BLACK, drawn(GROUND + words(9))),
    (Rule.BLACK, drawn(GROUND + b"/G gs " + words(9), STATE, b"<</op true /OPM 0>>")),
    (Rule.BLACK, drawn(GROUND + b"/G gs " + words(9, b"0 g"), STATE, b"<</op true /OPM 1>>")),
    (Rule.BLACK, drawn(GROUND + b"0 0 0 1 K 1 w 20 20 m 60 20 l S")),
    (Rule.BLACK, drawn(GROUND + b"0 0 0 1 k 20 20 40 1 re f")),
    (Rule.RICH_BLACK, drawn(words(9, b"0.4 0 0 1 k"))),
    (Rule.WHITE, drawn(GROUND + b"/G gs 0 0 0 0 k 20 20 30 30 re f", STATE, b"<</op true /OPM 1>>")),
    (Rule.WHITE, drawn(GROUND + b"/G gs " + words(9, b"0 0 0 0 k"), STATE, b"<</OP true /OPM 1>>")),
    (Rule.WHITE, drawn(GROUND + b"/G gs 1 g 20 20 30 30 re f", STATE, b"<</op true /OPM 1>>")),
    (Rule.GREY_OVER, drawn(b"/G gs .5 g 20 20 30 30 re f", STATE, b"<</op true /OPM 1>>")),
    (Rule.GREY_OVER, drawn(b"/G gs " + words(14, b".4 g"), STATE, b"<</op true /OPM 0>>")),
    (Rule.GREY, drawn(b"/G gs /S cs 0 0 0 1 scn 20 20 30 30 re f", ICC_CMYK, b"<</op true /OPM 1>>")),
    (Rule.SPOT_NAMES, drawn(in_spots(2), spots(SPOT % (b"Deep", b"1 0 0 0"), SPOT % (b"Deep", b"0 1 0 0")))),
    (Rule.SPOT_NAMES, drawn(in_spots(2), spots(SPOT % (b"PANTONE#20300#20C", b"1 0 0 0"), SPOT % (b"Pantone#20300#20CV", b"1 0 0 0")))),
    (Rule.REGISTRATION, drawn(b"/S cs 0.5 scn 20 20 30 30 re f", b"/ColorSpace <</S %b>>" % (SPOT % (b"All", b"1 1 1 1")))),
]  # fmt: skip

KEPT = [
    OWN,
    replace(OWN, content=words(9)),
    replace(OWN, content=words(9, b"1 0.5 0 0 k")),
    replace(OWN, content=words(20, b"0.4 0 0 1 k")),
    drawn(words(8.5, b"1 0.5 0 0 k")),
    drawn(words(8.5, b"0.26 0.06 0.1 0 k")),
    drawn(words(9, b"1 0.5 0.5 0 k")),
    drawn(b"1 0.5 0 0 k 10 70 80 20 re f 70 10 20 80 re f " + words(9)),
    drawn(GROUND + words(12)),
    drawn(GROUND + words(9, b"0 0 0 0.9 k")),
    drawn(GROUND + b"0 0 0 0 k 0 0 100 100 re f " + words(9)),
    drawn(GROUND + b"/G gs " + words(9), STATE, b"<</op true /OPM 1>>"),
    drawn(GROUND + b"/G gs 0 0 0 1 K 1 w 20 20 m 60 20 l S", STATE, b"<</OP true /OPM 1>>"),
    drawn(GROUND + b"0 0 0 1 K 2 w 20 20 m 60 20 l S"),
    drawn(GROUND + b"0 0 0 1 k 20 20 40 2 re f"),
    replace(OWN, info=OWN.info.replace(b"030405Z", b"040405+01'00'")),
    replace(OWN, xmp=b"<rdf:Description pdf:Trapped='False' pdfxid:GTS_PDFXVersion=\"PDF/X-4\"" + XMP.replace(b"<rdf:Description", b"")),
    replace(OWN, boxes=OWN.boxes.replace(b"/TrimBox", b"/ArtBox"), content=OWN.content),
    replace(OWN, boxes=OWN.boxes + b" /CropBox [-20 -20 120 120]"),
    replace(OWN, page=b"/Annots [<</Subtype /TrapNet /Rect [20 20 30 30]>> <</Subtype /Link /Rect [110 110 119 119] /A <</S /URI>>>>]"),
    replace(OWN, page=b"/Group <</S /Transparency /CS /DeviceCMYK>>"),
    replace(OWN, catalog=b"/OCProperties <</D <</Name (D)>>>> /OpenAction [3 0 R /Fit]"),
    drawn(GROUND + words(7, b"0 0 0 0 k")),
    drawn(words(5, b"0 0 0 0 k") + b" " + OWN.content),
    drawn(GROUND + b"/G gs 0 0 0 0 k 20 20 30 30 re f", STATE, b"<</op false /OPM 1>>"),
    drawn(b"/G gs .5 g 20 20 30 30 re f", STATE, b"<</OP true /op false /OPM 1>>"),
    drawn(b"/G gs 0 0 0 .5 k 20 20 30 30 re f", STATE, b"<</op true /OPM 1>>"),
    drawn(b"/G gs 0 0 0 1 k 20 20 30 30 re f", STATE, b"<</op true /OPM 1 /TR2 /Default>>"),
    drawn(b"0 0 0 1 K 0.25 w 20 20 m 60 20 l S"),
    drawn(b"0 0 0 1 k 20 20 4 0.1 re f " + OWN.content),
    drawn(b"0 0 0 1 K 0.1 w 112 20 m 119 20 l S " + OWN.content),
    drawn(PLACED, OBJECT, picture(225, 225, CMYK_8, bytes(225 * 225 * 4))),
    drawn(PLACED, OBJECT, picture(800, 800, ONE_BIT, bytes(100 * 800))),
    drawn(b"1 1 1 0 k 20 20 30 30 re f"),
    drawn(b"1 1 1 1 k 20 20 10 10 re f"),
    drawn(b"1 1 0 0 k 20 20 30 30 re f 0 0 1 1 k 30 30 20 20 re f"),
    drawn(IN_SPOT, b"/ColorSpace <</S %b>>" % (SPOT % (b"Deep", b"1 0 0 0"))),
    drawn(b"/S cs 1 scn 112 112 3 3 re f " + OWN.content, b"/ColorSpace <</S %b>>" % (SPOT % (b"All", b"1 1 1 1"))),
    drawn(b"0.5 0 0 0 k -9 20 60 30 re f"),
    drawn(b"0.2 0 0 rg 112 112 3 3 re f " + OWN.content),
    drawn(b"q 20 20 30 30 re W n /H sh Q", b"/Shading <</H %b>>" % (AXIAL % (b"DeviceCMYK", b"1 1 0 0", b"0 0 0 1"))),
    drawn(b"1 0 0 rg 20 20 30 30 re f", b"/ColorSpace <</DefaultRGB [/ICCBased 7 0 R]>>"),
    drawn(b"BT 3 Tr /F1 9 Tf 20 50 Td (x) Tj ET " + OWN.content, b"/Font <</F1 12 0 R>>", b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "press"), BROKEN)
def test_a_broken_rule_is_found_and_nothing_else(rule: Rule, press: Press) -> None:
    verdict = examine(press.file(), PRESS)
    assert {each.rule for each in verdict.findings} == {rule}, [*map(str, verdict.findings)]


@pytest.mark.parametrize("press", KEPT)
def test_a_file_that_keeps_the_rules_has_no_findings(press: Press) -> None:
    assert [*map(str, examine(press.file(), PRESS).findings)] == []


ELSEWHERE = {Rule.READABLE, Rule.ENCRYPTION, Rule.IDENTIFIER}
"""Broken in `test_inspect`, by files that are no PDF syntax of ours."""


def test_every_rule_that_a_press_file_is_asked_has_a_file_that_breaks_it() -> None:
    asked = {rule for rule, answer in PRESS.answers.items() if answer is not None}
    assert asked - ELSEWHERE == {rule for rule, _ in BROKEN}


@pytest.mark.parametrize("profile", PROFILES, ids=lambda each: each.name)
def test_every_profile_answers_every_rule(profile: object) -> None:
    assert set(profile.answers) == set(Rule)  # type: ignore[attr-defined]


def test_codes_are_told_apart() -> None:
    assert len({rule.code for rule in Rule}) == len(Rule)
    assert all(rule.clause and rule.title for rule in Rule)


def test_what_only_may_go_wrong_is_a_warning() -> None:
    for rule, press in BROKEN:
        if PRESS.answers[rule] is Severity.WARNING:
            assert not examine(press.file(), PRESS).errors


def test_the_known_faults_of_another_engine_are_found() -> None:
    data = (FIXTURES / "weasyprint-x4.pdf").read_bytes()
    found = {each.rule for each in examine(data, PRESS).findings}
    assert found == {Rule.INTENT, Rule.DEVICE_RGB, Rule.ROOM}
