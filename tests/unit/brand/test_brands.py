"""Every brand of the repository keeps what readers and printers need of colour, type and page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import luminance
from briefing.brand.read import read_brand
from briefing.brand.readable import worded
from briefing.brand.sight import printed
from briefing.build import check
from briefing.diagnostics import Diagnostics
from briefing.layout.text import Span, break_lines
from briefing.pipeline.work import Order
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.brand.masters import Master
    from briefing.brand.model import Brand

STYLES = ROOT / "styles"
NAMES = sorted(file.parent.name for file in STYLES.glob("*/_brand.yml"))
PROJECTS = (ROOT / "data" / "stp-survey", ROOT / "tests" / "projects" / "leisure")

LEAST_TYPE = {"a4": 8.0, "slide": 12.0}
"""The smallest type in points that readers of print and of a projection can be asked to read."""


@pytest.fixture(scope="module", params=NAMES)
def brand(request: pytest.FixtureRequest) -> Brand:
    diagnostics = Diagnostics()
    found = read_brand(STYLES / request.param, diagnostics)
    assert [str(each) for each in diagnostics] == []
    assert found is not None
    return found


# -- colours ---------------------------------------------------------------------------------------


def test_every_colour_has_its_two_values(brand: Brand) -> None:
    assert all(colour.press is not None for colour in brand.palette.values())
    assert brand.palette["ink"].press == (0, 0, 0, 1)


def test_press_and_screen_agree_on_what_is_darker(brand: Brand) -> None:
    for scheme in worded(brand).values():
        ink, ground = scheme.roles["ink"], scheme.roles["ground"]
        assert (luminance(ink) < luminance(ground)) == (printed(ink) < printed(ground))


# -- type ------------------------------------------------------------------------------------------


def test_lines_of_headings_are_of_like_length(brand: Brand) -> None:
    for each in brand.formats.values():
        heads = {n: s for n, s in each.styles.items() if n.endswith(("headline", "subheading"))}
        assert {n for n, s in heads.items() if not s.balanced} == set()


def test_a_caption_does_not_leave_its_last_word_alone(brand: Brand) -> None:
    """A table's caption above its heads is read as one of them, and a lone word as a slip."""
    words = (Span("What the members of all councils said of the new arrangements"),)
    for format_ in brand.formats.values():
        for name in ("caption", "tables.caption"):
            style = format_.styles.get(name, format_.styles["caption"])
            whole = style.run(words[0].text).width
            for measure in (0.99 * whole, 0.9 * whole, 0.8 * whole):
                last = break_lines(words, style, measure)[-1]
                assert " " in "".join(each.run.text for each in last.stretches).strip()


def test_no_type_is_smaller_than_the_least(brand: Brand) -> None:
    for each in brand.formats.values():
        assert each.minimum >= LEAST_TYPE[each.name]
        small = {name for name, style in each.styles.items() if style.size < each.minimum}
        assert not small, each.name


def test_lines_never_touch(brand: Brand) -> None:
    for each in brand.formats.values():
        for style in each.styles.values():
            if style.size < 48:  # numerals stand on a line of their own
                assert style.leading >= style.size, (each.name, style.name)


def test_code_looks_as_large_and_as_heavy_as_the_words_around_it(brand: Brand) -> None:
    for each in brand.formats.values():
        for style in each.styles.values():
            for strong in (False, True):
                words, code = (
                    style.run("x", strong=strong),
                    style.run("x", strong=strong, code=True),
                )
                beside, face = brand.faces[words.face], brand.faces[code.face]
                assert face.fixed
                heights = (words.size * beside.x_height, code.size * face.x_height)
                assert heights[0] == pytest.approx(heights[1], rel=0.001)
                assert all(
                    abs(face.weight - beside.weight) <= abs(other.weight - beside.weight)
                    for other in style.mono
                )


# -- pages -----------------------------------------------------------------------------------------


def test_the_outer_column_is_at_the_outer_edge_of_both_pages_of_a_spread(brand: Brand) -> None:
    for format_ in brand.formats.values():
        width = format_.geometry.width
        for master in format_.masters:
            left, right = (format_.arrangements(master, page) for page in (2, 3))
            if not format_.facing:
                assert [each.areas for each in left] == [each.areas for each in right]
                continue
            for one, other in zip(left, right, strict=True):
                for area, twin in zip(one.areas, other.areas, strict=True):
                    assert area.rect.x == pytest.approx(width - twin.rect.right)
                    assert (area.rect.y, area.flow) == (twin.rect.y, twin.flow)
    assert all(not brand.formats[name].facing for name in brand.formats if name != "a4")


def test_the_folio_of_a_bound_page_is_at_its_outer_edge(brand: Brand) -> None:
    format_ = brand.formats["a4"]
    middle = format_.geometry.width / 2
    for master in format_.masters:
        for page in (2, 3):
            for arrangement in format_.arrangements(master, page):
                folios = [each for each in arrangement.furniture if "{page}" in each.text]
                assert len(folios) <= 1
                for each in folios:
                    assert (each.rect.right < middle) == (page == 2)


def test_brands_have_the_same_pages_for_the_same_blocks(brand: Brand, civic: Brand) -> None:
    """What is written for one brand finds its place in another."""
    for name, format_ in civic.formats.items():
        for master in format_.masters.values():
            own = brand.formats[name].masters[master.name]
            assert _taken(own) >= _taken(master), (name, master.name)


def _taken(master: Master) -> set[str]:
    return {kind for each in master.arrangements for area in each.areas for kind in area.takes}


@pytest.mark.parametrize("project", PROJECTS, ids=lambda each: each.name)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "civic"])
def test_the_same_words_fit_another_brand(name: str, project: Path, tmp_path: Path) -> None:
    folder = tmp_path / project.name
    shutil.copytree(project, folder)
    (tmp_path / "styles").symlink_to(STYLES)
    file = folder / "publication.toml"
    text = file.read_text(encoding="utf-8")
    assert 'brand = "civic"' in text
    file.write_text(text.replace('brand = "civic"', f'brand = "{name}"'), encoding="utf-8")
    faults = check(Order(folder))
    assert [str(each) for each in faults.errors] == []


# -- figures ---------------------------------------------------------------------------------------

IN_COLUMNS = ("chart.label", "chart.value", "chart.legend", "table.head", "table.body")
"""Styles whose figures stand below each other."""
IN_WORDS = ["headline", "subheading", "lead", "body", "list", "message", "callout", "quote"]
IN_WORDS += ["attribution", "question", "base", "note", "figure.words", "disclosure"]


def test_figures_are_of_one_width_in_columns_and_of_their_own_in_words(brand: Brand) -> None:
    for format_ in brand.formats.values():
        for name, style in format_.styles.items():
            widths = {round(style.run(digit).width, 3) for digit in "0123456789"}
            if name in IN_COLUMNS:
                assert len(widths) == 1, f"{format_.name} {name}"
            if name in IN_WORDS:
                assert len(widths) > 1, f"{format_.name} {name}"


def test_headlines_are_balanced_and_never_divided(brand: Brand) -> None:
    for format_ in brand.formats.values():
        for name, style in format_.styles.items():
            if name.endswith("headline"):
                assert style.balanced, f"{format_.name} {name}"
                assert not style.hyphens, f"{format_.name} {name}"
