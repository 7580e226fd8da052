"""The structure tree in the file: every run of marks is a marked-content sequence of its owner.

A node's children keep the order in which they were declared. Where a node has content of its own
beside children (a paragraph with a link inside), its content stands among them in the order of
painting, which is the order of reading within a box's line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefing.drawing import Link, Picture, Rect, Shape, Text, reach
from briefing.pdf.objects import array, dictionary, key, name, number, numbers, text
from briefing.structure import Artifact, Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.diagnostics import Diagnostics
    from briefing.drawing import Mark
    from briefing.layout.pages import Box, Page, Pages
    from briefing.pdf.objects import Objects, Reference
    from briefing.structure import DataFile, Owner, Tree

EMPTY_ALLOWED = frozenset({Role.HEAD, Role.DATA})
"""Roles that may own nothing: an empty cell still holds its place in the table."""

_ARTIFACTS = {
    Artifact.HEADER: "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC",
    Artifact.FOOTER: "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC",
    Artifact.GROUND: "/Artifact <</Type /Background /BBox [{box}]>> BDC",
    Artifact.DECORATION: "/Artifact <</Type /Layout>> BDC",
    Artifact.MARKS: "/Artifact <</Type /Page>> BDC",
}


@dataclass(frozen=True, slots=True)
class Content:
    """A marked-content sequence: its page and place in painting order, from 0, and its MCID."""

    page: int
    place: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Followed:
    """A link annotation: where it is in painting order, and its reference."""

    page: int
    place: int
    annotation: Reference


@dataclass(slots=True)
class Marking:
    """Who owns what: the sequences of every node, and per page the owner of each MCID."""

    contents: dict[Node, list[Content]] = field(default_factory=dict)
    owners: list[list[Node]] = field(default_factory=list)
    openings: list[dict[int, tuple[str, ...]]] = field(default_factory=list)
    """By page and place, the operators that open the sequences of a box, one a run of marks."""
    boxes: dict[Node, tuple[int, Rect]] = field(default_factory=dict)
    links: dict[Node, list[Followed]] = field(default_factory=dict)


def draws(marks: Iterable[Mark]) -> bool:
    """Whether marks put anything on the page."""
    return any(isinstance(mark, Text | Shape | Picture) for mark in marks)


def mark(pages: Pages) -> Marking:
    """Give every run of marks that draws anything its sequence."""
    marking = Marking()
    for place, page in enumerate(pages.pages):
        marking.owners.append([])
        marking.openings.append({})
        for order, box in enumerate(page.boxes):
            if draws(box.marks):
                rect = _drawn(box, page) if _is_figure(box.owner) else box.rect
                marking.openings[-1][order] = tuple(
                    _opening(marking, owner, rect, page, (place, order))
                    for owner, marks in box.owners()
                    if draws(marks)
                )
    return marking


def _is_figure(owner: Owner) -> bool:
    return isinstance(owner, Node) and owner.role is Role.FIGURE


def _drawn(box: Box, page: Page) -> Rect:
    """The rectangle round what a figure draws on its page, as its bounding box is (14.8.5.4.3).

    Its place may be much wider: a reader that lays out anew, or shows where it reads, goes by it.
    """
    held = reach(box.marks)
    if held is None:
        return box.rect
    width, height = page.geometry.width, page.geometry.height
    return held.moved(box.rect.x, box.rect.y).shared(Rect(0, 0, width, height))


def _opening(marking: Marking, owner: Owner, rect: Rect, page: Page, at: tuple[int, int]) -> str:
    """The operator that opens a sequence of an owner at a page and a place, which it is given."""
    if not isinstance(owner, Node):
        return _ARTIFACTS[owner].format(box=_corners(rect, page))
    owners = marking.owners[-1]
    content = Content(*at, len(owners))
    owners.append(owner)
    marking.contents.setdefault(owner, []).append(content)
    _extend(marking.boxes, owner, at[0], rect)
    return f"/{owner.role.value} <</MCID {content.mcid}>> BDC"


def check_tree(pages: Pages, tree: Tree, diagnostics: Diagnostics) -> None:
    """Report owners outside the tree, links outside a link's node, nodes without content."""
    known = set(tree)
    owning: set[Node] = set()
    for page in pages.pages:
        for owner, marks in (run for box in page.boxes for run in box.owners()):
            links = any(isinstance(each, Link) for each in marks)
            if isinstance(owner, Node):
                if owner not in known:
                    diagnostics.error(
                        "owner-outside-tree",
                        f"a {owner.role.value} on page {page.label} is not in the tree",
                    )
                if draws(marks) or links:
                    owning.add(owner)
            if links and (not isinstance(owner, Node) or owner.role is not Role.LINK):
                diagnostics.error(
                    "link-outside-node",
                    f"a link on page {page.label} is not owned by a Link of the structure tree",
                )
    _check_content(tree.root, "the document", owning, diagnostics)


def _check_content(node: Node, inside: str, owning: set[Node], diagnostics: Diagnostics) -> bool:
    """Whether anything below is printed; the lowest node that says nothing is reported."""
    inside = repr(node.title) if node.title else inside
    below = [_check_content(child, inside, owning, diagnostics) for child in node.children]
    if node.role is Role.FIGURE and not node.alt.strip():
        diagnostics.error(
            "figure-without-alternative", f"in {inside} a figure has no alternative text"
        )
    if node in owning or any(below) or node.role in EMPTY_ALLOWED:
        return True
    if not below:
        words = f" ({node.alt})" if node.alt else ""
        diagnostics.error(
            "empty-node", f"in {inside} a {node.role.value}{words} has nothing printed"
        )
    return bool(below)


def structure(
    objects: Objects,
    tree: Tree,
    pages: Pages,
    marking: Marking,
    sheets: list[Reference],
    *,
    files: Mapping[DataFile, Reference],
) -> Reference:
    """Write the structure tree root (14.7.2).

    `sheets` are the pages' references, `files` those of the file specifications of attached data.
    """
    root = objects.reserve()
    writer = _Writer(objects, pages, marking, sheets, files)
    top = writer.element(tree.root, root)
    parents: list[Any] = []
    for place, owners in enumerate(marking.owners):
        row = objects.add(array(writer.elements[owner] for owner in owners))
        parents += [place, row]
    for place, owner in enumerate(_linked(marking), len(pages.pages)):
        parents += [place, writer.elements[owner]]
    objects.fill(
        root,
        dictionary(
            Type=name("StructTreeRoot"),
            K=array((top,)),
            ParentTree=objects.add(dictionary(Nums=array(parents))),
            ParentTreeNextKey=len(parents) // 2,
            IDTree=writer.identifiers(),
        ),
    )
    return root


def _linked(marking: Marking) -> Iterator[Node]:
    """The owners of all link annotations, in the order in which these were numbered."""
    found = [
        (each.page, each.place, each.annotation.number, owner)
        for owner, links in marking.links.items()
        for each in links
    ]
    return (owner for *_, owner in sorted(found, key=lambda each: each[:3]))


@dataclass(slots=True)
class _Writer:
    objects: Objects
    pages: Pages
    marking: Marking
    sheets: list[Reference]
    files: Mapping[DataFile, Reference]
    elements: dict[Node, Reference] = field(default_factory=dict)
    named: list[tuple[str, Reference]] = field(default_factory=list)

    def element(self, node: Node, parent: Reference) -> Reference:
        """Write a structure element and all below it (14.7.2, table 323)."""
        reference = self.elements[node] = self.objects.reserve()
        contents = self.marking.contents.get(node, [])
        home = contents[0].page if contents else None
        identifier = self._identifier(node, reference)
        kids = [
            kid
            for part in _interleaved(node, self.marking)
            for kid in (
                (self.element(part, reference),)
                if isinstance(part, Node)
                else (self._kid(part, home),)
            )
        ]
        self.objects.fill(
            reference,
            dictionary(
                Type=name("StructElem"),
                S=name(node.role.value),
                P=parent,
                Pg=None if home is None else self.sheets[home],
                K=None if not kids else kids[0] if len(kids) == 1 else array(kids),
                Alt=text(node.alt) if node.alt else None,
                T=text(node.title) if node.title else None,
                Lang=text(node.language) if node.language else None,
                ActualText=text(node.says) if node.says else None,
                E=text(node.expansion) if node.expansion else None,
                AF=array(self.files[each] for each in node.files) if node.files else None,
                ID=None if identifier is None else key(identifier),
                A=self._attributes(node),
            ),
        )
        return reference

    def _kid(self, part: Content | Followed, home: int | None) -> Any:
        if isinstance(part, Followed):
            return dictionary(Type=name("OBJR"), Obj=part.annotation, Pg=self.sheets[part.page])
        if part.page == home:
            return part.mcid
        return dictionary(Type=name("MCR"), Pg=self.sheets[part.page], MCID=part.mcid)

    def _identifier(self, node: Node, reference: Reference) -> str | None:
        """Notes must be told apart by identifiers (ISO 14289-1, 7.9)."""
        if node.role is not Role.NOTE:
            return None
        identifier = f"note-{len(self.named) + 1:04}"
        self.named.append((identifier, reference))
        return identifier

    def identifiers(self) -> Reference | None:
        """The tree from identifiers to elements (14.7.2)."""
        if not self.named:
            return None
        names = [each for identifier, element in self.named for each in (key(identifier), element)]
        limits = array((key(self.named[0][0]), key(self.named[-1][0])))
        leaf = self.objects.add(dictionary(Limits=limits, Names=array(names)))
        return self.objects.add(dictionary(Kids=array((leaf,))))

    def _attributes(self, node: Node) -> Any:
        if node.role is Role.FIGURE and node in self.marking.boxes:
            place, rect = self.marking.boxes[node]
            low = self.pages.pages[place].geometry.height - rect.bottom
            box = numbers((rect.x, low, rect.right, low + rect.height))
            return dictionary(O=name("Layout"), Placement=name("Block"), BBox=box)
        if node.role is Role.HEAD and node.scope:
            return dictionary(O=name("Table"), Scope=name(node.scope))
        if node.role is Role.TABLE and node.summary:
            return dictionary(O=name("Table"), Summary=text(node.summary))
        if node.role is Role.LIST and node.numbering:
            return dictionary(O=name("List"), ListNumbering=name(node.numbering))
        return None


def _interleaved(node: Node, marking: Marking) -> Iterator[Node | Content | Followed]:
    """A node's children in declared order, its own content among them in the order of painting."""
    own: list[Content | Followed] = sorted(
        [*marking.contents.get(node, ()), *marking.links.get(node, ())],
        key=lambda each: (each.page, each.place, isinstance(each, Followed)),
    )
    for child in node.children:
        first = _first(child, marking)
        while own and first is not None and (own[0].page, own[0].place) < first:
            yield own.pop(0)
        yield child
    yield from own


def _first(node: Node, marking: Marking) -> tuple[int, int] | None:
    """Where the first content of a node or anything below it is painted."""
    return min(
        (
            (each.page, each.place)
            for below in node.walk()
            for each in (*marking.contents.get(below, ()), *marking.links.get(below, ()))
        ),
        default=None,
    )


def _extend(boxes: dict[Node, tuple[int, Rect]], owner: Node, page: int, rect: Rect) -> None:
    """Let the rectangle of an owner on its first page take in one more box."""
    known_page, known = boxes.setdefault(owner, (page, rect))
    if known_page == page:
        x, y = min(known.x, rect.x), min(known.y, rect.y)
        right, bottom = max(known.right, rect.right), max(known.bottom, rect.bottom)
        boxes[owner] = (page, Rect(x, y, right - x, bottom - y))


def _corners(rect: Rect, page: Page) -> str:
    low = page.geometry.height - rect.bottom
    return " ".join(map(number, (rect.x, low, rect.right, low + rect.height)))
