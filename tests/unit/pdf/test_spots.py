"""Spot colours in a press file: one space a name, its tint in each operator, a plate of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.drawing import Colour, Rect, Shape, Spot, rectangle
from briefing.layout.pages import Box, Pages
from briefing.pdf.objects import name
from briefing.preflight.examine import examine
from briefing.preflight.limits import Limits
from briefing.profiles import PRESS, Rule
from briefing.structure import Artifact, Role, Tree
from tests.judges.plates import by_ghostscript, plate
from tests.unit.pdf.documents import SEA, opened, paper, press, screen, words

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PageObject

NAME = "Haus #1 / 130 C"
SPOT = Spot(NAME, (0, 0.26, 0.84, 0))
SUN = Colour("sun", (1, 0.76, 0.24), SPOT.alternate, spot=SPOT)
PALE = replace(SUN, name="pale", press=(0, 0.13, 0.42, 0), spot=replace(SPOT, tint=0.5))
ROOM = Rect(50, 50, 100, 100)


def document(pages: int = 1) -> tuple[Pages, Tree]:
    """Pages with a ground, an edge and words in one ink, beside a colour of the four inks."""
    tree = Tree("en-GB")
    made = []
    for _ in range(pages):
        paragraph = tree.root.add(Role.SECTION).add(Role.PARAGRAPH)
        marks = (
            Shape(rectangle(Rect(0, 0, 100, 100)), SUN),
            Shape(rectangle(Rect(20, 20, 20, 20)), PALE, SUN, 1),
            Shape(rectangle(Rect(60, 60, 20, 20)), SEA),
        )
        said = replace(words("Large words", size=30), colour=SUN)
        made.append(
            paper(
                Box(Artifact.GROUND, ROOM, marks, ground=True),
                Box(paragraph, Rect(20, 200, 200, 40), (said,)),
            )
        )
    return Pages(tuple(made)), tree


def content(page: PageObject) -> list[str]:
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data().decode("ascii").split("\n")


def test_fills_strokes_and_words_are_painted_in_the_ink() -> None:
    lines = content(opened(press(*document())).pages[0])
    assert lines.count("/Spot1 cs 1 scn") == 2  # the ground, and the words behind another colour
    assert lines.count("/Spot1 cs 0.5 scn") == 1
    assert lines.count("/Spot1 CS 1 SCN") == 1
    assert "0.9 0.3 0.4 0.1 k" in lines


def test_an_ink_has_one_space_with_its_alternate() -> None:
    for page in opened(press(*document(2))).pages:
        spaces = page["/Resources"]["/ColorSpace"]
        assert sorted(spaces) == ["/Marks", "/Spot1"]
        family, ink, alternate, tint = spaces["/Spot1"]
        assert (family, ink, alternate) == ("/Separation", f"/{NAME}", "/DeviceCMYK")
        function = tint.get_object()
        assert function["/FunctionType"] == 2
        assert [float(each) for each in function["/C0"]] == [0, 0, 0, 0]
        assert [float(each) for each in function["/C1"]] == [0, 0.26, 0.84, 0]


@pytest.mark.parametrize(
    ("ink", "written"),
    [(NAME, "/haus#20#231#20#2f#20130#20c"), ("Ink \N{MICRO SIGN}", "/ink#20#c2#b5")],
)
def test_the_name_is_escaped(ink: str, written: str) -> None:
    assert str(name(ink)).lower() == written


def test_two_inks_are_two_spaces() -> None:
    other = replace(SUN, name="sea", spot=Spot("Other", (1, 0, 0, 0)))
    marks = tuple(Shape(rectangle(Rect(0, 0, 9, 9)), each) for each in (SUN, other, PALE))
    pages = Pages((paper(Box(Artifact.GROUND, ROOM, marks, ground=True)),))
    page = opened(press(pages, Tree("en-GB"))).pages[0]
    names = {key: space[1] for key, space in page["/Resources"]["/ColorSpace"].items()}
    assert names == {"/Marks": "/All", "/Spot1": f"/{NAME}", "/Spot2": "/Other"}


def test_the_screen_knows_nothing_of_it() -> None:
    page = opened(screen(*document())).pages[0]
    assert "/ColorSpace" not in page["/Resources"]
    assert "1 0.76 0.24 rg" in content(page)


def test_colours_do_not_overprint_and_the_same_bytes_come_again() -> None:
    file = press(*document())
    assert file == press(*document())
    assert not [each for each in content(opened(file).pages[0]) if each.endswith(" gs")]


def test_preflight_lists_the_ink() -> None:
    verdict = examine(press(*document()), PRESS, Limits())
    assert NAME in verdict.inks
    assert not [each for each in verdict.findings if each.rule is Rule.SPOT_NAMES]


@by_ghostscript
def test_the_ink_is_a_plate_of_its_own(tmp_path: Path) -> None:
    grey = plate(press(*document()), "130 C", tmp_path, 36)
    found = [
        grey.tobytes()[int((28.35 + y) / 2) * grey.width + int((28.35 + x) / 2)]  # bleed and slug
        for x, y in ((60, 60), (80, 80), (120, 120), (250, 60))
    ]
    assert found[0] == 0  # the full ink
    assert abs(found[1] - 128) < 4  # half of it
    assert found[2] == 255  # knocked out by what lies over it
    assert found[3] == 255  # the paper
