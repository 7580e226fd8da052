"""Every brand of the repository keeps what readers and printers need of colour, type and page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import contrast, luminance
from briefing.brand.read import read_brand
from briefing.build import Order, check
from briefing.diagnostics import Diagnostics
from briefing.drawing import MM, Colour, Rect
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.brand.model import Arrangement, Brand, Format, Furniture, Master, Scheme

STYLES = ROOT / "styles"
NAMES = sorted(file.parent.name for file in STYLES.glob("*/_brand.yml"))
PROJECTS = (ROOT / "data" / "stp-survey", ROOT / "tests" / "projects" / "leisure")

LEAST_TYPE = {"a4": 8.0, "slide": 12.0}
"""The smallest type in points that readers of print and of a projection can be asked to read."""
MOST_INK = 2.8
"""The most ink that coated paper takes without setting off, as a sum of the four inks."""
KNIFE = 5 * MM
"""What matters keeps this far from the trim."""


@pytest.fixture(scope="module", params=NAMES)
def brand(request: pytest.FixtureRequest) -> Brand:
    diagnostics = Diagnostics()
    found = read_brand(STYLES / request.param, diagnostics)
    assert found is not None, "\n".join(str(each) for each in diagnostics)
    assert not list(diagnostics)
    return found


def arrangements(brand: Brand) -> Iterator[tuple[Format, Master, Arrangement]]:
    for format_ in brand.formats.values():
        for master in format_.masters.values():
            for arrangement in master.arrangements:
                yield format_, master, arrangement


# -- colours ---------------------------------------------------------------------------------------


def test_every_colour_has_its_two_values(brand: Brand) -> None:
    assert all(colour.press is not None for colour in brand.palette.values())
    assert brand.palette["ink"].press == (0, 0, 0, 1)


def test_no_ground_carries_more_ink_than_paper_takes(brand: Brand) -> None:
    sums = {name: sum(colour.press or ()) for name, colour in brand.palette.items()}
    assert {name: ink for name, ink in sums.items() if ink > MOST_INK} == {}


def test_press_and_screen_agree_on_what_is_darker(brand: Brand) -> None:
    for scheme in _worded(brand):
        ink, ground = scheme.roles["ink"], scheme.roles["ground"]
        assert (luminance(ink) < luminance(ground)) == (_printed(ink) < _printed(ground))


def _worded(brand: Brand) -> list[Scheme]:
    """The schemes that words are set in; others dress drawings that only decorate."""
    names: set[str] = set()
    for _, _, arrangement in arrangements(brand):
        names |= {area.scheme for area in arrangement.areas}
        names |= {item.scheme for item in _sayings(arrangement)}
    return [scheme for name, scheme in brand.schemes.items() if name in names]


def _sayings(arrangement: Arrangement) -> list[Furniture]:
    return [item for item in arrangement.furniture if item.text]


def _printed(colour: Colour) -> float:
    """Roughly how light a press colour is: what the four inks leave of red, green and blue."""
    cyan, magenta, yellow, black = colour.press or (0, 0, 0, 0)
    return luminance(
        Colour(
            "", ((1 - cyan) * (1 - black), (1 - magenta) * (1 - black), (1 - yellow) * (1 - black))
        )
    )


def test_words_can_be_read_on_every_scheme_that_has_some(brand: Brand) -> None:
    for scheme in _worded(brand):
        for role in ("ink", "quiet", "accent"):
            ratio = contrast(scheme.roles[role], scheme.roles["ground"])
            assert ratio >= 4.5, (scheme.name, role, round(ratio, 2))
        assert contrast(scheme.roles["ink"], scheme.roles["tint"]) >= 4.5, scheme.name


def test_answers_that_say_nothing_are_fainter_than_all_others(brand: Brand) -> None:
    tones = brand.tones
    told = (*tones.positive, *tones.negative, tones.neutral)
    for faint in (tones.dont_know, tones.not_applicable):
        assert luminance(faint) > max(luminance(each) for each in told) + 0.05


def test_figures_can_be_read_on_every_tone(brand: Brand) -> None:
    tones = brand.tones
    singles = (tones.neutral, tones.dont_know, tones.not_applicable, tones.highlight, tones.muted)
    for tone in (*tones.positive, *tones.negative, *tones.sequence, *singles, tones.comparison):
        best = max(contrast(tone, brand.palette[name]) for name in ("ink", "paper"))
        assert best >= 4.5, tone.name


# -- type ------------------------------------------------------------------------------------------


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


# -- pages -----------------------------------------------------------------------------------------


def test_areas_lie_on_their_page_and_apart(brand: Brand) -> None:
    for format_, master, arrangement in arrangements(brand):
        rects = [area.rect for area in arrangement.areas]
        trim = format_.geometry.trim
        safe = Rect(KNIFE, KNIFE, trim.width - 2 * KNIFE, trim.height - 2 * KNIFE)
        assert all(safe.holds(rect) for rect in rects), (master.name, arrangement.name)
        clashes = [
            (a.name, b.name)
            for place, a in enumerate(arrangement.areas)
            for b in arrangement.areas[place + 1 :]
            if a.rect.overlaps(b.rect)
        ]
        assert not clashes, (master.name, arrangement.name)


def test_the_outer_column_is_at_the_outer_edge_of_both_pages_of_a_spread(brand: Brand) -> None:
    for format_ in brand.formats.values():
        width = format_.geometry.width
        for master in format_.masters:
            left, right = (format_.arrangements(master, page) for page in (2, 3))
            if not format_.facing:
                assert left == right
                continue
            for one, other in zip(left, right, strict=True):
                for area, twin in zip(one.areas, other.areas, strict=True):
                    assert area.rect.x == pytest.approx(width - twin.rect.right)
                    assert (area.rect.y, area.flow) == (twin.rect.y, twin.flow)
    assert all(not brand.formats[name].facing for name in brand.formats if name != "a4")


def test_what_repeats_stands_clear_of_areas_and_of_the_knife(brand: Brand) -> None:
    for format_, master, arrangement in arrangements(brand):
        trim = format_.geometry.trim
        safe = Rect(KNIFE, KNIFE, trim.width - 2 * KNIFE, trim.height - 2 * KNIFE)
        for item in _sayings(arrangement):
            assert safe.holds(item.rect), (master.name, arrangement.name)
            for area in arrangement.areas:
                assert not item.rect.overlaps(area.rect), (arrangement.name, area.name)


def test_no_rule_is_thinner_than_a_press_can_hold(brand: Brand) -> None:
    for _, master, arrangement in arrangements(brand):
        for ground in arrangement.grounds:
            assert min(ground.rect.width, ground.rect.height) >= 0.25, master.name


def test_words_stand_on_the_ground_that_their_scheme_was_made_for(brand: Brand) -> None:
    for _, master, arrangement in arrangements(brand):
        for area in arrangement.areas:
            under = [
                each.colour
                for each in arrangement.grounds
                if each.colour and each.rect.overlaps(area.rect)
            ]
            wanted = brand.schemes[area.scheme].roles["ground"].name
            assert (under or ["paper"])[-1] == wanted, (master.name, arrangement.name, area.name)


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
