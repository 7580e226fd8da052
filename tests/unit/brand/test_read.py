"""Brand files: what is read, and how faults are told with their line."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from briefing.brand.model import Look
from briefing.brand.read import read_brand
from briefing.brand.styles import Step
from briefing.diagnostics import Diagnostics
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "brand"
    shutil.copytree(ROOT / "styles" / "heritage", target)
    return target


def faults(folder: Path, old: str, new: str) -> list[str]:
    """The faults of the brand after one change to its file, which must have been one."""
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    return [str(each) for each in diagnostics]


def line_of(folder: Path, text: str) -> int:
    lines = (folder / "_brand.yml").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_an_unknown_colour_is_named_with_its_line_and_its_neighbour(folder: Path) -> None:
    line = line_of(folder, "{ground: straw,")
    (fault,) = faults(folder, "{ground: straw,", "{ground: stravv,")
    assert f"brand/_brand.yml:{line}:" in fault
    assert "Did you mean 'straw'?" in fault


def test_a_missing_font_file_is_named(folder: Path) -> None:
    (folder / "fonts" / "SourceSerif4-It.ttf").unlink()
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    assert "fonts/SourceSerif4-It.ttf" in str(diagnostics.errors[0])


def test_a_font_outside_the_brand_is_refused(folder: Path) -> None:
    (found,) = {
        text.split("error: ")[1].split(" [")[0]
        for text in faults(folder, "fonts/SourceSerif4-It.ttf", "../../secret.ttf")
        if "font file" in text
    }
    assert found == "there is no font file '../../secret.ttf' in the brand"


@pytest.mark.parametrize("name", [r"a\0b", "x" * 5000, ".", ""])
def test_a_name_that_no_file_can_have_is_told(folder: Path, name: str) -> None:
    told = faults(folder, "fonts/SourceSerif4-It.ttf", f'"{name}"')
    assert any("font file" in text or "faces.italic" in text for text in told)


def test_a_press_colour_must_be_four_parts_of_a_hundred(folder: Path) -> None:
    (fault,) = faults(folder, "[14, 86, 88, 20]", "[14, 86, 188, 20]")
    assert "is not a press colour" in fault


def test_an_unknown_key_names_the_nearest(folder: Path) -> None:
    (fault,) = faults(folder, "minimum: 8", "minimun: 8")
    assert "Did you mean 'minimum'?" in fault


def test_what_follows_from_families_that_are_misspelt_is_not_told_besides(folder: Path) -> None:
    told = faults(folder, "    families:", "    familys:")
    assert "Did you mean 'families'?" in told[-1]
    assert all("families" in each for each in told)


def test_a_spread_has_two_sides(folder: Path) -> None:
    (fault,) = faults(folder, "facing: left", "facing: top")
    assert "facing must be left or right, not 'top'" in fault


def test_many_faults_are_told_at_once(folder: Path) -> None:
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('madder: "#AB3B2A"', 'madder: "madder-red"').replace(
            "minimum: 8", "minimun: 8"
        ),
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    assert len(diagnostics.errors) >= 2


BOMB = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
BROKEN = {
    "open": ("color: [", "this is not YAML", 2),
    "tab": ("color:\n\tpalette: {}", "Indent with spaces, not with tabs.", 2),
    "empty": ("", "the file is empty", 1),
    "list": ("- color", "the file is no mapping", 1),
    "twice": ("color: {}\ncolor: {}", "color is there twice, first on line 1", 2),
    "bomb": (f"a0: &a0 [x]\n{BOMB}", "references make more than 50,000 values", None),
    "circle": ("color: &a\n  palette: *a", "a reference leads back to what holds it", 1),
    "deep": ("color: " + "[" * 5000, "more than 24 levels stand within each other", 1),
    "tag": ("color: !secret x", "the tag '!secret' is not read", 1),
    "control": ("color: a\x07b", "the character U+0007 has no place in it", 1),
    "unknown alias": ("color: *none", "this is not YAML: found undefined alias", 1),
    "key": ("color: {}\n? [a, b]\n: c", "a key must be a word", 2),
    "two files": ("color: {}\n---\ncolor: {}", "but found another document", 2),
    "large": ("color: {}\n" + "#" * 1_000_001, "more than 1,000,000", 1),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_settings_file_is_told_with_its_line(folder: Path, name: str) -> None:
    text, words, line = BROKEN[name]
    (folder / "_brand.yml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    found = [each for each in diagnostics if words in str(each)]
    assert found, [str(each) for each in diagnostics]
    assert found[0].where
    assert found[0].where.line == (line or found[0].where.line)


def test_a_file_that_is_not_utf_8_is_told_with_its_line(folder: Path) -> None:
    (folder / "_brand.yml").write_bytes(b"meta:\n  name: Caf\xe9\n")
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    assert "_brand.yml:2: error: byte 17 is not UTF-8" in str(diagnostics.errors[0])


def test_what_the_convention_allows_and_print_has_no_use_for_is_taken(folder: Path) -> None:
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace(
        "meta:\n  name: Heritage\n",
        "meta:\n  name: {full: Heritage and Sons, short: Heritage}\n"
        "  link: {home: https://heritage.example, mastodon: https://m.example/@h}\n",
    )
    logo = "logo:\n  images: {m: {path: mark.svg, alt: M}}\n  small: m"
    text = text.replace("logo: mark.svg", logo)
    text = text.replace(
        "  base: Source Serif 4\n",
        "  fonts: [{family: Source Serif 4, source: file, files: [{path: a.ttf, weight: 400}]}]\n"
        "  base: {family: Source Serif 4, line-height: 1.4, size: 1rem}\n"
        "  link: {color: madder, decoration: underline}\n",
    )
    theme = "  primary: claret\n  success: '#0a0'\n  danger: crimson"
    text = text.replace("  primary: claret", theme)
    text = text.replace('    clay: "#CC7856"', "    terracotta: '#CC7856'\n    clay: terracotta")
    text = text.replace("      clay: [", "      terracotta: [")
    file.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    brand = read_brand(folder, diagnostics)
    assert brand, [str(each) for each in diagnostics]
    assert not list(diagnostics)
    assert brand.name == "Heritage"
    clay, terracotta = brand.palette["clay"], brand.palette["terracotta"]
    assert clay.screen == terracotta.screen == (0.8, 0.4706, 0.3373)
    assert clay.press == terracotta.press == (0.07, 0.59, 0.66, 0.07)


MONO = "      mono: {roman: mono, bold: mono-semibold, bold_italic: mono-semibold}\n"


def test_a_brand_need_not_have_a_monospaced_family(folder: Path) -> None:
    """What was typed as code is then set in the faces of the words around it."""
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8").replace(MONO, "").replace("{family: mono, ", "{")
    file.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    brand = read_brand(folder, diagnostics)
    assert brand, [str(each) for each in diagnostics]
    assert not list(diagnostics)
    style = brand.formats["a4"].styles["body"]
    assert style.run("as typed", code=True) == style.run("as typed")


def test_a_monospaced_family_is_judged(folder: Path) -> None:
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(MONO, MONO.replace("roman: mono", "roman: regular")), "utf-8")
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics)
    (remark,) = map(str, diagnostics)
    assert f":{line_of(folder, 'mono: {roman')}:" in remark
    assert "SourceSerif4-Regular.ttf is not monospaced" in remark
    (fault,) = {
        each.split("error: ")[1]
        for each in faults(folder, "roman: regular, bold: mono", "roman: regular, bold: nomo")
    }
    assert "Did you mean 'mono-semibold'?" in fault


def test_colours_are_written_as_in_css(folder: Path) -> None:
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('weld: "#E9B949"', 'weld: "#eb4"')
    text = text.replace('paper: "#FFFCF5"', "paper: White")
    file.write_text(text, encoding="utf-8")
    brand = read_brand(folder, Diagnostics())
    assert brand
    assert brand.palette["weld"].screen == (0.9333, 0.7333, 0.2667)
    assert brand.palette["paper"].screen == (1, 1, 1)


def test_foreground_and_background_stand_in_for_ink_and_paper(folder: Path) -> None:
    file = folder / "_brand.yml"
    text = file.read_text(encoding="utf-8").replace("ink", "coal").replace("paper", "stock")
    text = text.replace("coal_limit", "ink_limit")
    file.write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    read_brand(folder, diagnostics)
    assert not [each for each in diagnostics if "the palette has no" in each.message]


def test_a_brand_without_press_colours_makes_screen_files_and_says_so(folder: Path) -> None:
    file = folder / "_brand.yml"
    before, _, rest = file.read_text(encoding="utf-8").partition("    press:\n")
    file.write_text(before + rest[rest.index("    faces:") :], encoding="utf-8")
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics)
    (remark,) = diagnostics.warnings
    assert "screen files only" in remark.message


FONTS = {
    "CFF ": "has PostScript outlines (CFF)",
    "fvar": "is a variable font",
    "woff": "is packed for the web (woff)",
    "glyf": "lacks the tables glyf",
}


@pytest.mark.parametrize("kind", FONTS)
def test_a_font_that_cannot_be_embedded_is_told_with_a_remedy(folder: Path, kind: str) -> None:
    file = folder / "fonts" / "SourceSerif4-It.ttf"
    font = TTFont(file)
    if kind == "woff":
        font.flavor = "woff"
    elif kind == "glyf":
        del font["glyf"]
    else:
        font[kind] = DefaultTable(kind)
        font[kind].data = b"\0" * 8
        font.recalcBBoxes = False
    font.save(file)
    diagnostics = Diagnostics()
    assert read_brand(folder, diagnostics) is None
    (fault,) = diagnostics.errors
    assert FONTS[kind] in fault.message
    assert fault.where
    assert fault.where.line == line_of(folder, "italic: fonts/")
    assert fault.hint


def test_a_face_names_the_faces_that_lend_it_glyphs(folder: Path) -> None:
    file = folder / "_brand.yml"
    words = file.read_text(encoding="utf-8").replace(
        "italic: fonts/SourceSerif4-It.ttf",
        "italic: {file: fonts/SourceSerif4-It.ttf, fallback: [regular, small]}",
        1,
    )
    file.write_text(words, encoding="utf-8")
    brand = read_brand(folder, Diagnostics())
    assert brand is not None
    assert [each.name for each in brand.faces["italic"].fallback] == ["regular", "small"]
    assert brand.faces["regular"].fallback == ()


def test_a_fallback_that_is_no_face_is_told_with_its_line(folder: Path) -> None:
    line = line_of(folder, "italic: fonts/SourceSerif4-It.ttf")
    told = faults(
        folder,
        "italic: fonts/SourceSerif4-It.ttf",
        "italic: {file: fonts/SourceSerif4-It.ttf, fallback: regulr}",
    )
    assert any(f"_brand.yml:{line}:" in each and "'regular'" in each for each in told)


LIST = "leading: 14.5, features: [onum, pnum], hyphens: "
"""The end of the type style of lists, up to the measure below which words are divided."""


@pytest.mark.parametrize(("given", "limit"), [("true", 45.0), ("false", 0.0), ("38", 38.0)])
def test_a_style_says_below_which_measure_words_are_divided(
    folder: Path, given: str, limit: float
) -> None:
    file = folder / "_brand.yml"
    words = file.read_text(encoding="utf-8")
    assert f"{LIST}true}}" in words
    file.write_text(words.replace(f"{LIST}true}}", f"{LIST}{given}}}"))
    brand = read_brand(folder, Diagnostics())
    assert brand is not None
    assert brand.formats["a4"].styles["list"].hyphens == limit


def test_larger_words_are_hyphenated_in_the_columns_where_they_were() -> None:
    brand = read_brand(ROOT / "styles" / "heritage", Diagnostics())
    assert brand
    style = brand.formats["a4"].styles["list"]
    larger = style.after(Step(size=1.6, leading=1.5), 8.0)
    assert larger.size > style.size
    assert larger.hyphens * larger.size == pytest.approx(style.hyphens * style.size)
    assert style.after(Step(size=0.9), 8.0).hyphens == style.hyphens


def test_hyphens_that_are_no_measure_are_told(folder: Path) -> None:
    (fault,) = faults(folder, f"{LIST}true}}", f"{LIST}often}}")
    assert "'often'" in fault
    assert "true or false, or a number from 1 to 200" in fault


def test_a_missing_font_is_told_once(folder: Path) -> None:
    """The families and styles that ask for it are not told as well."""
    line = line_of(folder, "SourceSerif4-It.ttf")
    (fault,) = faults(folder, "fonts/SourceSerif4-It.ttf", "fonts/Lost.ttf")
    assert f"brand/_brand.yml:{line}:" in fault


@pytest.mark.parametrize("path", ["../civic/mark.svg", "lost.svg", "/etc/hosts"])
def test_a_logo_that_is_not_in_the_brand_is_told_with_its_line(folder: Path, path: str) -> None:
    line = line_of(folder, "logo: ")
    (fault,) = faults(folder, "logo: mark.svg", f"logo: {{small: {path}}}")
    assert f"brand/_brand.yml:{line}:" in fault
    assert path in fault


LEAD = "lead: {size: 12.5, leading: 17.5, features: [onum, pnum]"


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (LEAD.replace("17.5", "9"), "its lines would touch"),
        (LEAD.replace("pnum", "pnumm"), "no feature 'pnumm'"),
    ],
)
def test_type_that_cannot_be_set_as_it_asks_is_told(folder: Path, given: str, told: str) -> None:
    line = line_of(folder, LEAD)
    (fault,) = faults(folder, LEAD, given)
    assert f"brand/_brand.yml:{line}:" in fault
    assert told in fault


def test_a_seam_that_is_upside_down_is_told(folder: Path) -> None:
    found = faults(folder, "seams: [[", "seams: [[290, 10], [")
    assert len(found) == 1
    assert "from 290 to 10 mm is upside down" in found[0]


@pytest.mark.parametrize("name", ["civic", "heritage"])
def test_larger_quotations_keep_lines_that_belong_together(name: str) -> None:
    """Larger type takes a size of the scale: leading that grew by more tore its lines apart."""
    brand = read_brand(ROOT / "styles" / name, Diagnostics())
    assert brand
    for format_ in brand.formats.values():
        areas = [
            area
            for master in format_.masters.values()
            for arrangement in master.arrangements
            for area in arrangement.areas
            if "quote" in area.takes
        ]
        for area in areas:
            for step in area.larger:
                style = Look(brand, format_, brand.schemes[area.scheme], area.styles, step).style(
                    "quote"
                )
                assert style.leading <= 1.5 * style.size, (format_.name, area.name, str(step))
