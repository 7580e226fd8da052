"""Another brand changes how a publication looks, and nothing of what is read aloud.

Both brands give every document the same tree: roles in the same order and depth, the same words,
alternative texts, heads of tables, languages and links. A brand decides where lines end, so
white space is left out of the comparison; it decides nothing else. What it promises it keeps: the
type is of the sizes that its scale names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from briefing.drawing import Link, Text
from briefing.structure import Node, Role
from tests.conftest import ROOT
from tests.laid import PROJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.compose import Composed
    from tests.laid import LayOut

BRANDS = sorted(file.parent.name for file in (ROOT / "styles").glob("*/_brand.yml"))
CELLS = (Role.HEAD, Role.DATA)


def outline(made: Composed) -> list[str]:
    """Each node on a line: how deep it stands, what it is, what it says without white space."""
    said: dict[Node, list[str]] = {}
    for page in made.pages.pages:
        for box in page.boxes:
            for owner, marks in box.owners():
                if isinstance(owner, Node):
                    said.setdefault(owner, []).extend(_words(marks))
    return list(_lines(made.tree.root, 0, said))


def _words(marks: tuple[object, ...]) -> Iterator[str]:
    targets = {mark.target for mark in marks if isinstance(mark, Link)}
    words = "".join(mark.run.text for mark in marks if isinstance(mark, Text))
    yield words.replace("\N{SOFT HYPHEN}", "")  # where lines end is the brand's business
    yield from (f"→{target}" for target in sorted(targets))


def _lines(node: Node, depth: int, said: dict[Node, list[str]]) -> Iterator[str]:
    words = said.get(node, [])
    if node.role in CELLS:  # whether a brand prints what a cell says, or a blank stands for it
        words = [each.says or "".join(said.get(each, ())) for each in node.walk()]
    texts = "".join("".join(each for each in words if not each.startswith("→")).split())
    links = sorted({each for each in words if each.startswith("→")})
    facts = (node.role.value, node.title, node.alt, node.scope, node.language, *links)
    shown = "" if node.alt else texts  # a figure's marks are the chart's, its words the alternative
    yield f"{'  ' * depth}{' '.join(filter(None, facts))}: {shown}"
    for child in () if node.role in CELLS else node.children:
        yield from _lines(child, depth + 1, said)


@pytest.fixture(scope="module", params=PROJECTS)
def brands(request: pytest.FixtureRequest, lay: LayOut) -> dict[str, dict[str, Composed]]:
    """The documents of a project by their names, in each brand."""
    return {
        brand: {each.document.name: each.composed for each in lay(request.param, brand)[1]}
        for brand in BRANDS
    }


def test_all_brands_give_a_publication_the_same_tree(
    brands: dict[str, dict[str, Composed]],
) -> None:
    first, *others = (
        {name: outline(made) for name, made in documents.items()} for documents in brands.values()
    )
    assert all(len(lines) > 100 for lines in first.values())
    for other in others:
        assert other == first


def test_type_keeps_to_the_scale_but_where_copyfit_takes_it_in(
    brands: dict[str, dict[str, Composed]],
) -> None:
    for brand, documents in brands.items():
        read = read_brand(ROOT / "styles" / brand, Diagnostics())
        assert read
        for made in documents.values():
            width = made.pages.pages[0].geometry.width
            format_ = next(f for f in read.formats.values() if abs(f.geometry.width - width) < 1)
            taken_in = {step.size for step in format_.steps}
            allowed = {round(size * part, 2) for size in format_.scale for part in taken_in}
            shown = sizes(made)
            assert shown <= allowed, (brand, sorted(shown - allowed))
            assert len(format_.scale) <= 12, "of text half a dozen, the others for figures"


def sizes(made: Composed) -> set[float]:
    """The sizes in which words are set, in points."""
    marks = (mark for page in made.pages.pages for box in page.boxes for mark in box.marks)
    return {mark.run.size for mark in marks if isinstance(mark, Text)}
