from __future__ import annotations

from briefing.drawing import Link, Rect, Shape, rectangle
from briefing.layout.pages import Box, Pages
from briefing.preflight import pages_text
from briefing.structure import Artifact, Role, Tree
from tests.unit.pdf.documents import SEA, box, paper, words


def test_pages_are_written_as_they_are_painted() -> None:
    tree = Tree("en-GB")
    link = tree.root.add(Role.PARAGRAPH).add(Role.LINK)
    shape = Shape(rectangle(Rect(0, 0, 9, 9)), SEA)
    page = paper(
        Box(Artifact.GROUND, Rect(0, 0, 300, 60), (shape, shape)),
        box(tree.root.add(Role.H1), 40, words("Heading"), anchor="top"),
        box(link, 60.25, words("the top"), Link(Rect(0, 0, 9, 9), "#top", "To the top")),
        label="D-1",
    )
    assert pages_text(Pages((page,))) == (
        "page D-1 (298 x 420)\n"
        "    0.0     0.0  (ground)     [2 shapes]\n"
        "   20.0    50.0  H1           Heading #top\n"
        "   20.0    70.2  Link         the top\n"
        "   20.0    60.2  Link         -> #top (To the top)\n"
    )
