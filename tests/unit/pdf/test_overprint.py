"""Black ink in a press file: small words and thin lines print over colours, all else knocks out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.drawing import Colour, Mark, Rect, Shape, line, rectangle
from briefing.layout.pages import Box, Pages
from briefing.preflight.examine import examine
from briefing.profiles import PRESS, Rule
from briefing.structure import Artifact, Role, Tree
from tests.judges.plates import by_ghostscript, plate
from tests.unit.pdf.documents import SEA, opened, paper, press, screen, words

if TYPE_CHECKING:
    from pathlib import Path

K = Colour("ink", (0, 0, 0), (0, 0, 0, 1))
GREY = Colour("grey", (0.5, 0.5, 0.5), (0, 0, 0, 0.5))
ROOM = Rect(50, 50, 200, 200)
GROUND = Shape(rectangle(Rect(0, 0, 200, 200)), SEA)


def document(*marks: Mark) -> tuple[Pages, Tree]:
    return Pages((paper(Box(Artifact.GROUND, ROOM, (GROUND, *marks), ground=True)),)), Tree("en-GB")


def states(*marks: Mark) -> list[str]:
    contents = opened(press(*document(*marks))).pages[0].get_contents()
    assert contents is not None
    return [each for each in contents.get_data().decode("ascii").split("\n") if " gs" in each]


def said(size: float, colour: Colour = K) -> Mark:
    return replace(words("Words in black", 5, 20, size=size), colour=colour)


def ruled(width: float, colour: Colour = K) -> Mark:
    return Shape(line(0, 100, 200, 100), stroke=colour, stroke_width=width)


OVER = ["/Over gs", "/Knock gs"]


@pytest.mark.parametrize(
    ("mark", "written"),
    [
        (said(9), OVER),
        (said(12), []),
        (said(9, GREY), []),
        (said(9, SEA), []),
        (ruled(0.5), OVER),
        (ruled(2), []),
        (ruled(0.5, GREY), []),
        (Shape(rectangle(Rect(0, 0, 50, 50)), K), []),
    ],
)
def test_small_words_and_thin_lines_of_black_alone_overprint(
    mark: Mark, written: list[str]
) -> None:
    assert states(mark) == written


def test_what_follows_knocks_out_again() -> None:
    assert states(said(9), said(9, SEA), said(9)) == [*OVER, *OVER]


def test_a_file_of_ours_keeps_the_rule_of_black() -> None:
    found = examine(press(*document(said(9), ruled(0.5), said(20))), PRESS).findings
    assert Rule.BLACK not in {each.rule for each in found}


def test_the_screen_knows_nothing_of_it() -> None:
    tree = Tree("en-GB")
    owner = tree.root.add(Role.PARAGRAPH)
    pages = Pages((paper(Box(owner, ROOM, (said(9),))),))
    assert "/ExtGState" not in opened(screen(pages, tree)).pages[0]["/Resources"]


@by_ghostscript
def test_the_ground_stays_whole_below_what_overprints(tmp_path: Path) -> None:
    """On the plate of magenta no letter of small words is seen, and each of large ones is."""
    shades = {}
    for size in (11.9, 12.0):
        folder = tmp_path / f"{size:g}"
        folder.mkdir()
        magenta = plate(press(*document(said(size))), "(Magenta)", folder, 144)
        left, top = (round((28.35 + 52) * 2) for _ in range(2))  # bleed and slug
        ground = magenta.crop((left, top, left + 160, top + 60))
        shades[size] = ground.getextrema()
    low, high = shades[11.9]
    assert low == high, "one even shade"
    assert shades[12.0][1] == 255, "paper where the letters are"
