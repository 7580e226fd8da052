"""Files as they come: locked, damaged, made by others, made to do harm; and their verdict told."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from briefing.diagnostics import Severity
from briefing.pdf.file import stream
from briefing.preflight import preflight
from briefing.preflight.examine import SCREEN_CLAUSES, Verdict, examine
from briefing.preflight.limits import BadLimitsError, Limits, read_limits
from briefing.preflight.report import report, report_json
from briefing.profiles import PRESS, SCREEN, Rule
from tests.conformance.presses import GROUND, Press, form, picture, words
from tests.conformance.test_preflight_rules import Tiny
from tests.conftest import ROOT

RGB = b"0.2 0.2 0.2 rg "


def codes(verdict: Verdict) -> set[str]:
    return {each.rule.code for each in verdict.findings}


def locked(user: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(Press().file())))
    writer.encrypt(user, "owner", algorithm="AES-256")
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def test_a_file_that_cannot_be_looked_into_has_passed_nothing() -> None:
    assert examine(locked("secret"), SCREEN).errors == 1


def test_a_file_with_a_password_is_told_and_no_more() -> None:
    verdict = examine(locked("secret"), PRESS)
    assert codes(verdict) == {Rule.ENCRYPTION.code}
    assert (verdict.errors, verdict.pages) == (1, 0)


def test_a_file_that_opens_without_one_is_judged_all_the_same() -> None:
    verdict = examine(locked(""), PRESS)
    assert Rule.ENCRYPTION.code in codes(verdict)
    assert verdict.pages == 1


def test_a_file_without_an_id_is_told() -> None:
    assert codes(examine(Press().file().replace(b"/ID [", b"/Id ["), PRESS)) == {"file-identifier"}


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 99, b"%PDF-1.7", b"<html>", Press().file()[:400], b"%PDF-1.6\nstartxref\n9"],
)
def test_what_is_no_file_is_one_error(data: bytes) -> None:
    verdict = examine(data, PRESS)
    assert [each.rule for each in verdict.findings] == [Rule.READABLE]
    assert verdict.errors == 1


def test_a_page_that_is_none_is_told() -> None:
    data = Press().file()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    del writer.pages[0]["/MediaBox"]
    del writer.pages[0]["/TrimBox"]
    kept = BytesIO()
    writer.write(kept)
    found = examine(kept.getvalue(), PRESS)
    assert {"page-boxes", "bleed-short"} >= codes(found) >= {"page-boxes"}


def test_a_file_that_had_to_be_mended_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    data = Press().file()
    start = data.rindex(b"startxref")
    verdict = examine(data[:start] + b"startxref\n7\n%%EOF\n", PRESS)
    assert verdict.pages in {0, 1}
    assert Rule.READABLE.code in codes(verdict)
    assert capfd.readouterr().err == ""


def test_forms_that_multiply_come_to_an_end_for_the_screen_too() -> None:
    resources = b"/Resources <</XObject <</X %d 0 R>>>>"
    laughs = tuple(form(b"/X Do " * 30, resources % (13 + place)) for place in range(10))
    press = replace(Press(), content=b"/X Do", resources=b"/XObject <</X 12 0 R>>", objects=laughs)
    assert preflight(press.file(), SCREEN)


def test_a_giant_picture_is_not_unpacked() -> None:
    giant = picture(100_000, 100_000, b"/ColorSpace /DeviceCMYK /BitsPerComponent 8")
    content = b"q 72 0 0 72 10 10 cm /X Do Q"
    press = replace(Press(), content=content, resources=b"/XObject <</X 12 0 R>>", objects=(giant,))
    (found,) = examine(press.file(), PRESS).findings
    assert "could not be measured" in found.says


@pytest.mark.parametrize("rubbish", [b"1 ", b"(", b"[", b"<<", b"BI ", b"BI ID ", b"q ", b"/a "])
def test_rubbish_is_read_in_no_time_and_told(rubbish: bytes) -> None:
    press = replace(Press(), content=Press.content + b" " + rubbish * 100_000)
    verdict = examine(press.file(), PRESS)
    assert codes(verdict) == (set() if rubbish == b"q " else {"content-readable"})


@pytest.mark.parametrize(
    "rubbish",
    [b"<dc:title>", b"<dc:title ", b"<rdf:li>", b" dc:title = '", b"&amp;", b"</dc:title>"],
)
def test_rubbish_in_metadata_is_read_in_no_time(rubbish: bytes) -> None:
    verdict = examine(replace(Press(), xmp=rubbish * 100_000).file(), PRESS)
    assert "xmp-incomplete" in codes(verdict)


@pytest.mark.parametrize(
    "rubbish",
    [
        b"beginbfchar ",
        b"beginbfrange <0000> <FFFF> <0000> endbfrange ",
        b"[",
        b"beginbfchar [ endbf",
    ],
)
def test_rubbish_in_fonts_is_read_in_no_time(rubbish: bytes) -> None:
    font = Press.font + b" /ToUnicode 12 0 R"
    press = replace(Press(), content=words(9), font=font, objects=(stream(rubbish * 20_000),))
    assert examine(press.file(), PRESS).findings == ()


def test_content_that_unpacks_without_end_is_told() -> None:
    verdict = examine(replace(Press(), content=b" " * 100_000_000).file(), PRESS)
    assert Rule.CONTENT.code in codes(verdict)


OPERATORS = (
    b"q Q cm w m l c v y re h f S B n W g rg k K cs scn CS SCN gs sh Do BT ET Tf Tj TJ Td Tm Tr"
    b" ' \" BI ID EI BDC EMC d0 % << >> [ ] ( ) <00 > /F1 /X /P 0 1 -9 1e9 999999999999 .5 true"
).split()


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(OPERATORS), max_size=60))
def test_no_content_whatever_brings_it_down(pieces: list[bytes]) -> None:
    resources = (
        b"/Font <</F1 8 0 R>> /XObject <</X 12 0 R>> /Pattern <</P 12 0 R>>"
        b" /ExtGState <</X 12 0 R>> /Shading <</X 12 0 R>> /ColorSpace <</X [/Indexed /X 1 <00>]>>"
    )
    inner = form(b" ".join(pieces[::-1]), b"/Resources <<%b>>" % resources)
    press = replace(Press(), content=b" ".join(pieces), resources=resources, objects=(inner,))
    verdict = examine(press.file(), PRESS)
    assert verdict.pages == 1
    assert json.loads(report_json(verdict, "x.pdf"))["pages"] == 1


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=20))
def test_no_damage_whatever_brings_it_down(changes: list[tuple[int, int]]) -> None:
    data = bytearray(replace(Press(), content=GROUND + words(9)).file())
    for place, byte in changes:
        data[place % len(data)] = byte
    for profile in (PRESS, SCREEN):
        assert report(examine(bytes(data), profile), "x.pdf").endswith("not a certificate.\n")


# -- what other engines write ----------------------------------------------------------------------


def test_the_faults_of_a_press_file_out_of_html_are_found() -> None:
    """Colours of the web in marks and words, no printing condition, a bleed that is the medium."""
    press = replace(
        Press(),
        intent=b"/S /GTS_PDFA1",
        boxes=b"/MediaBox [-9 -9 109 109] /BleedBox [-9 -9 109 109] /TrimBox [0 0 100 100]",
        content=RGB + words(12, b"") + b" /x0 Do",
        resources=b"/Font <</F1 8 0 R>> /XObject <</x0 12 0 R>>",
        objects=(form(b"0 0 0 RG 0.19 w 20 20 m 40 20 l S"),),
        page=b"/Annots [<</Subtype /Link /Rect [20 40 30 50] /A <</S /URI>>>>]",
    )
    verdict = examine(press.file(), PRESS)
    wanted = {"device-rgb", "output-intent", "bleed-is-medium", "annotation-in-bleed", "thin-line"}
    assert codes(verdict) == wanted
    ways = {each.path for each in verdict.findings if each.rule is Rule.DEVICE_RGB}
    assert ways == {(), ("x0",)}


def test_the_faults_of_a_press_file_without_bleed_are_found() -> None:
    """A printing condition of inks, all colours in RGB, and boxes that are one."""
    press = replace(
        Press(),
        boxes=b"/MediaBox [0 0 100 100] /BleedBox [0 0 100 100] /TrimBox [0 0 100 100]",
        content=b"0.8 0 0 rg 10 10 60 60 re f " + words(12, b"1 1 1 rg"),
    )
    verdict = examine(press.file(), PRESS)
    assert codes(verdict) == {"device-rgb", "bleed-short"}
    assert any("trim and medium are one" in each.says for each in verdict.findings)


def test_a_bleed_that_is_too_narrow_is_told_in_millimetres() -> None:
    boxes = b"/MediaBox [0 0 100 100] /BleedBox [%d %d %d %d] /TrimBox [20 20 80 80]"
    for by, told in ((3, "1.1 mm of bleed"), (-3, "0.0 mm of bleed")):
        own = boxes % (20 - by, 20 - by, 80 + by, 80 + by)
        verdict = examine(replace(Press(), boxes=own).file(), PRESS)
        (says,) = [each.says for each in verdict.findings if "of bleed" in each.says]
        assert says.startswith(f"{told}, limit 3 mm")


# -- screen ----------------------------------------------------------------------------------------


def test_a_screen_file_is_judged_by_what_a_reader_would_notice() -> None:
    good, silent = Tiny().file(), replace(Tiny(), element=b"/S /Figure", language=b"").file()
    assert codes(examine(good, SCREEN)) == {"metadata-in-step"}
    found = [each for each in examine(silent, SCREEN).findings if each.rule is Rule.STRUCTURE]
    assert all(each.severity is Severity.ERROR for each in found)
    assert {each.code for each in found} == {"pdf-without-language", "figure-without-alternative"}
    assert {each.clause for each in found} == {"ISO 14289-1, 7.2", "ISO 14289-1, 7.3"}


def test_a_press_rule_is_not_asked_of_a_screen_file() -> None:
    assert "device-rgb" not in codes(examine(replace(Press(), content=RGB).file(), SCREEN))


def test_clauses_are_those_of_the_ledger() -> None:
    ledger = (ROOT / "src/briefing/profiles/screen.md").read_text("utf-8")
    for code, clause in SCREEN_CLAUSES.items():
        standard, _, number = clause.partition(", ")
        if standard in {"ISO 14289-1", "ISO 19005-3"}:
            rows = [row for row in ledger.splitlines() if f"`{code}`" in row]
            assert any(row.startswith((f"| {number} ", f"| {number}.")) for row in rows), code


# -- told ------------------------------------------------------------------------------------------

SMALL = replace(Press(), content=GROUND + words(6, b"0 0 0 0 k") + b" " + words(6, b"1 g", y=70))


def test_a_finding_is_one_line() -> None:
    lines = report(examine(SMALL.file(), PRESS), "leaflet.pdf").splitlines()
    assert lines[0].startswith("warning: page 1, text of 4 unknown letters at ")
    assert lines[0].endswith(
        "at 7.1 \N{MULTIPLICATION SIGN} 16.1 mm: 6.0 pt reversed in 2 inks, limit 7 pt, and 1 more"
        " like it (GWG 2015, 4.16 small text) [small-reversed-text]"
    )
    assert lines[1].startswith("note: the limit reversed_text is usual for sheet-fed offset")
    assert lines[1].endswith("could not be read")
    assert lines[-2].startswith("leaflet.pdf: 0 errors, 1 warning (1 page, profile press; ")
    assert lines[-1] == "This is our check, not a certificate."


def test_the_way_is_told() -> None:
    below = form(RGB + b"20 20 30 30 re f")
    resources = b"/XObject <</X 12 0 R>>"
    press = replace(Press(), content=b"/X Do", resources=resources, objects=(below,))
    said = str(examine(press.file(), PRESS).findings[0])
    assert " in X: DeviceRGB 0.2 0.2 0.2 under" in said


def test_json_says_the_same_and_the_limits() -> None:
    verdict = examine(SMALL.file(), PRESS, Limits(reversed_text=8))
    told: dict[str, Any] = json.loads(report_json(verdict, "leaflet.pdf"))
    assert told["passed"] is True
    assert (told["errors"], told["warnings"], told["pages"]) == (0, 1, 1)
    (finding,) = told["findings"]
    assert finding["at_mm"] == [7.1, 16.1]
    assert (finding["value"], finding["limit"], finding["unit"], finding["more"]) == (6, 8, "pt", 1)
    assert finding["rule"] == "small-reversed-text"
    assert set(told["limits"]) == {each.name for each in fields(Limits)}
    assert told["limits"]["reversed_text"]["source"] == "the file of limits"
    assert told["limits"]["ink"]["value"] == 300
    assert "certificate" in told["note"]


def test_a_limit_moves_what_is_found() -> None:
    line = replace(Press(), content=b"0 0 0 1 K 0.3 w 20 20 m 60 20 l S")
    assert examine(line.file(), PRESS).findings == ()
    (found,) = examine(line.file(), PRESS, read_limits("line = 0.5")).findings
    assert (found.value, found.limit, found.severity) == (0.3, 0.5, Severity.ERROR)


def test_limits_are_read_from_toml() -> None:
    assert read_limits("") == Limits()
    assert read_limits("ink = 280\nline = 0.3") == Limits(ink=280.0, line=0.3)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("lines = 1", "there is no limit 'lines'"),
        ("line = 'thin'", "line must be a number of pt"),
        ("line = -1", "line must be a number"),
        ("line = nan", "line must be a number"),
        ("line = true", "line must be a number"),
        ("line", "it is not TOML"),
    ],
)
def test_limits_that_cannot_be_used_are_refused(text: str, said: str) -> None:
    with pytest.raises(BadLimitsError, match=said):
        read_limits(text)


def test_every_limit_says_where_it_comes_from() -> None:
    for each in fields(Limits):
        assert each.metadata["source"], each.name
        assert each.metadata["unit"], each.name
