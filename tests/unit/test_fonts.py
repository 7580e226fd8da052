"""Faces: fallback glyphs, what is missing and where, ink, superiors, language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

from briefing.fonts import Face, MissingGlyphError
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FONTS = ROOT / "styles" / "civic" / "fonts"
ROMAN = Face("roman", FONTS / "SourceSans3-Regular.ttf")
DISPLAY = FONTS / "BricolageGrotesque-ExtraBold.ttf"


def test_what_a_face_lacks_is_taken_from_its_fallback() -> None:
    """The display face has no Greek."""
    face = Face("display", DISPLAY, fallback=(ROMAN,))
    run = face.shape("Type \u03b2 and \u03b3", 20)
    assert [(glyph.text, glyph.face) for glyph in run.glyphs if glyph.face] == [
        ("\u03b2", "roman"),
        ("\u03b3", "roman"),
    ]
    parts = (face.shape("Type ", 20), ROMAN.shape("\u03b2", 20), face.shape(" and ", 20))
    lent = ROMAN.shape("\u03b3", 20)
    assert run.width == pytest.approx(sum(part.width for part in (*parts, lent)), abs=0.2)
    assert "".join(glyph.text for glyph in run.glyphs) == "Type \u03b2 and \u03b3"


def test_the_first_fallback_that_has_a_glyph_lends_it() -> None:
    serif = Face("serif", ROOT / "styles" / "heritage" / "fonts" / "SourceSerif4-Regular.ttf")
    face = Face("display", DISPLAY, fallback=(serif, ROMAN))
    assert {glyph.face for glyph in face.shape("\u03b3", 10).glyphs} == {"serif"}
    assert {glyph.face for glyph in face.shape("\u02b9", 10).glyphs} == {"roman"}


def test_a_fallback_s_own_fallbacks_do_not_count() -> None:
    middle = Face("middle", DISPLAY, fallback=(ROMAN,))
    with pytest.raises(MissingGlyphError):
        Face("display", DISPLAY, fallback=(middle,)).shape("\u03b3", 10)


def test_a_missing_character_is_named_with_its_code_its_name_and_its_word() -> None:
    with pytest.raises(MissingGlyphError) as told:
        Face("display", DISPLAY, fallback=(ROMAN,)).shape("the first (\u4e00x) sign", 10)
    assert str(told.value) == (
        "none of display, roman has '\u4e00' (U+4E00 CJK UNIFIED IDEOGRAPH-4E00), "
        "in the word '(\u4e00x)'"
    )
    with pytest.raises(MissingGlyphError, match=r"^roman has no .* \(U\+1F600 GRINNING FACE\)$"):
        ROMAN.shape("\U0001f600", 10)


def test_of_a_letter_and_its_mark_the_one_that_is_missing_is_named() -> None:
    lacking = r"^display has no .* COMBINING CIRCUMFLEX ACCENT\), in the word"
    with pytest.raises(MissingGlyphError, match=lacking):
        Face("display", DISPLAY).shape("the mean m\u0302 is", 10)


def test_ligatures_say_their_letters_and_are_not_broken_by_a_fallback() -> None:
    face = Face("roman", ROMAN.path, fallback=(ROMAN,))
    run = face.shape("official", 10)
    assert "".join(glyph.text for glyph in run.glyphs) == "official"
    assert any(len(glyph.text) > 1 for glyph in run.glyphs)


@pytest.mark.parametrize(
    ("word", "joined"),
    [
        ("Auflage", []),
        ("höflich", []),
        ("Aufteilung", []),
        ("Brieffreund", []),
        ("Auffassung", []),
        ("Auffindung", ["fi"]),
        ("Dorffest", []),
        ("Schifffahrt", ["ff"]),
        ("Stoffleiste", ["ff"]),
        ("Büffel", ["ff"]),
        ("schafft", ["fft"]),
        ("Offizier", ["ffi"]),
        ("Grafik", ["fi"]),
        ("flott", ["fl"]),
    ],
)
def test_no_ligature_stands_across_the_joint_of_a_german_compound(
    word: str, joined: list[str]
) -> None:
    serif = Face("serif", ROOT / "styles" / "heritage" / "fonts" / "SourceSerif4-Regular.ttf")
    run = serif.shape(f"so {word} an", 10, language="de-DE")
    assert [glyph.text for glyph in run.glyphs if len(glyph.text) > 1] == joined
    assert "".join(glyph.text for glyph in run.glyphs) == f"so {word} an"
    english = serif.shape("official waffle", 10, language="en-GB")
    assert [glyph.text for glyph in english.glyphs if len(glyph.text) > 1] == ["ffi", "ffl"]


@pytest.mark.parametrize("feature", ["liga", "clig", "calt"])
def test_a_monospaced_face_draws_what_was_typed(feature: str, tmp_path: Path) -> None:
    font = TTFont(FONTS / "SourceCodePro-Regular.ttf")
    names = font.getBestCmap()
    hyphen, greater, arrow = (names[ord(each)] for each in "->\N{RIGHTWARDS ARROW}")
    rules = f"feature {feature} {{ sub {hyphen} {greater} by {arrow}; }} {feature};"
    addOpenTypeFeaturesFromString(font, rules)
    font.save(tmp_path / "programs.ttf")
    face = Face("programs", tmp_path / "programs.ttf")
    assert face.fixed
    assert [glyph.text for glyph in face.shape("a->b", 10).glyphs] == ["a", "-", ">", "b"]


def test_the_ink_of_a_mark_is_what_is_seen_of_it() -> None:
    ink = ROMAN.ink("\N{LEFT DOUBLE QUOTATION MARK}")
    assert 0 < ink.left < ink.right < ROMAN.width("\N{LEFT DOUBLE QUOTATION MARK}", 1000)
    assert ink.top > ink.foot > ROMAN.metrics.cap_height / 3
    assert ROMAN.ink("\u4e00").top == 0


def test_a_face_tells_its_weight_its_small_letters_and_whether_it_is_monospaced() -> None:
    mono = Face("mono", FONTS / "SourceCodePro-Semibold.ttf")
    assert (mono.weight, mono.fixed) == (600, True)
    assert (ROMAN.weight, ROMAN.fixed) == (400, False)
    assert ROMAN.x_height == pytest.approx(486)


def test_letters_are_those_of_the_language_not_of_the_machine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    one = Face("one", ROMAN.path).shape("official", 10)
    assert one.glyphs == ROMAN.shape("official", 10).glyphs
    assert ROMAN.shape("official", 10, language="cy").width == pytest.approx(one.width)
