"""Small documents for the writer's tests: one of everything, or just what a test names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

from briefing.drawing import Colour, Geometry, Link, Rect, Shape, Text, circle, rectangle
from briefing.fonts import Face
from briefing.layout.pages import Bookmark, Box, Page, Pages
from briefing.pdf.metadata import Metadata
from briefing.pdf.write import write
from briefing.profiles import PRESS, SCREEN
from briefing.structure import Artifact, Role, Tree

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.drawing import Mark
    from briefing.structure import Owner

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "styles" / "civic" / "fonts"
FOGRA = (ROOT / "styles" / "civic" / "icc" / "FOGRA39L_coated.icc").read_bytes()

ROMAN = Face("Source Sans 3", FONTS / "SourceSans3-Regular.ttf")
BOLD = Face("Source Sans 3 Bold", FONTS / "SourceSans3-Bold.ttf")
FACES = {face.name: face for face in (ROMAN, BOLD)}

INK = Colour("ink", (0.1, 0.1, 0.2), (0, 0, 0, 1))
SEA = Colour("sea", (0, 0.4, 0.5), (0.9, 0.3, 0.4, 0.1))
UNPRINTED = Colour("neon", (0.2, 1, 0.1))

A6 = Geometry(297.64, 419.53)

METADATA = Metadata(
    "Councillors & their plans",
    "A survey unit",
    "en-GB",
    datetime(2017, 6, 1, 12, 30, tzinfo=UTC),
    subject="What <councillors> know",
    keywords="councils, health",
)


def words(text: str, x: float = 0, y: float = 10, *, size: float = 10, face: Face = ROMAN) -> Text:
    return Text(x, y, face.shape(text, size), INK)


def box(owner: Owner, y: float, *marks: Mark, x: float = 20, anchor: str = "") -> Box:
    return Box(owner, Rect(x, y, 200, 14), marks, anchor=anchor)


def paper(*boxes: Box, label: str = "1") -> Page:
    return Page(label, A6, boxes)


def one_of_everything(pages: int = 2) -> tuple[Pages, Tree]:
    tree = Tree("en-GB")
    made = []
    for number in range(1, pages + 1):
        section = tree.root.add(Role.SECTION, title=f"Part {number}")
        ground = Shape(rectangle(Rect(-9, -9, 320, 60)), SEA)
        boxes = [
            Box(Artifact.GROUND, Rect(0, 0, 300, 60), (ground,), ground=True),
            box(Artifact.HEADER, 5, words("Running head", size=6)),
            box(
                section.add(Role.H1),
                40,
                words(f"Heading {number}", face=BOLD, size=16),
                anchor=f"part-{number}",
            ),
        ]
        paragraph = section.add(Role.PARAGRAPH)
        link = paragraph.add(Role.LINK)
        boxes += [
            box(paragraph, 60, words("An official word before ")),
            box(
                link,
                75,
                words("the other part"),
                Link(Rect(0, 0, 60, 12), f"#part-{number % pages + 1}", "To the other part"),
            ),
            box(paragraph, 90, words(" and one after.")),
        ]
        bullets = section.add(Role.LIST)
        bullets.numbering = "Decimal"
        for place in range(2):
            item = bullets.add(Role.ITEM)
            boxes += [
                box(item.add(Role.LABEL), 110 + 15 * place, words(f"{place + 1}.")),
                box(item.add(Role.BODY), 110 + 15 * place, words(f"Step {place + 1}"), x=40),
            ]
        figure = section.add(Role.FIGURE, alt="A round chart: 34 per cent")
        boxes.append(
            Box(
                figure,
                Rect(20, 150, 80, 80),
                (Shape(circle(40, 40, 30), SEA, INK, 0.5, (2, 1)), words("34%", 30, 44)),
            )
        )
        table = section.add(Role.TABLE)
        row = table.add(Role.ROW)
        row.add(Role.HEAD, scope="Column")
        head = row.add(Role.HEAD, scope="Column")
        boxes.append(box(head, 250, words("Share", face=BOLD), x=80))
        row = table.add(Role.ROW)
        boxes.append(box(row.add(Role.HEAD, scope="Row"), 265, words("Leaders")))
        boxes.append(box(row.add(Role.DATA), 265, words("12"), x=80))
        boxes.append(box(section.add(Role.NOTE), 300, words("Base: 124", size=7)))
        boxes.append(box(Artifact.FOOTER, 400, words(str(number), size=6)))
        made.append(paper(*boxes, label=str(number)))
    bookmarks = tuple(
        Bookmark(f"Part {number}", f"part-{number}", 1) for number in range(1, pages + 1)
    )
    return Pages(tuple(made), bookmarks), tree


def holding(pages: Pages, counts: Mapping[int, int], size: Geometry = A6) -> Pages:
    """The pages with others behind them that hold the places of pages made elsewhere.

    `counts` says how many, by the place of the page that they stand behind, from 0. Each has its
    number at its foot, and all are numbered anew.
    """
    made: list[Page] = []
    for place, page in enumerate(pages.pages):
        made.append(replace(page, label=str(len(made) + 1)))
        for _ in range(counts.get(place, 0)):
            label = str(len(made) + 1)
            foot = Box(
                Artifact.FOOTER,
                Rect(size.width - 40, size.height - 20, 20, 10),
                (words(f"folio {label}", 0, 8, size=6),),
            )
            made.append(Page(label, size, (foot,)))
    return replace(pages, pages=tuple(made))


def screen(pages: Pages, tree: Tree) -> bytes:
    return write(pages, tree, SCREEN, METADATA, FACES)


def press(pages: Pages, tree: Tree) -> bytes:
    return write(pages, tree, PRESS, METADATA, FACES, icc=FOGRA)


def opened(data: bytes) -> Any:
    """A file read back; its entries are of whatever type they are."""
    return PdfReader(BytesIO(data))
