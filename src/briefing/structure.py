"""What a screen reader walks: the tree of roles that owns everything printed.

The roles are the standard structure types of ISO 32000-1, 14.8.4. A node is made when its meaning
is known (when a block is composed), never guessed back from what was drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Role(Enum):
    """A standard structure type; the value is its name in the file."""

    DOCUMENT = "Document"
    PART = "Part"
    SECTION = "Sect"
    DIVISION = "Div"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    BODY = "LBody"
    QUOTATION = "BlockQuote"
    FIGURE = "Figure"
    CAPTION = "Caption"
    TABLE = "Table"
    HEAD_ROWS = "THead"
    BODY_ROWS = "TBody"
    ROW = "TR"
    HEAD = "TH"
    DATA = "TD"
    NOTE = "Note"
    LINK = "Link"
    SPAN = "Span"
    CODE = "Code"
    CONTENTS = "TOC"
    ENTRY = "TOCI"
    REFERENCE = "Reference"


HEADINGS = (Role.H1, Role.H2, Role.H3, Role.H4)


class Artifact(Enum):
    """Printed, but no part of the reading: furniture, rules, grounds (ISO 32000-1, 14.8.2.2)."""

    HEADER = "header"
    FOOTER = "footer"
    GROUND = "ground"
    DECORATION = "decoration"
    MARKS = "printer's marks"


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that rides along with what shows its data: its name, what it holds, its bytes."""

    name: str
    title: str
    content: bytes
    kind: str = "text/csv"


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. Its identity is itself; its children are in reading order.

    `alt` replaces what is drawn (figures), `title` names a section, `scope` is ``Row`` or
    ``Column`` for a table head, `language` is a BCP 47 tag where it differs from the parent's,
    `numbering` says how a list labels its items (14.8.5.5): ``Disc``, ``Decimal`` …, `says` is
    heard in place of what is drawn, `expansion` what an abbreviation stands for, `summary` what a
    table holds. `files` are the data behind a figure.
    """

    role: Role
    alt: str = ""
    title: str = ""
    language: str = ""
    scope: str = ""
    children: list[Node] = field(default_factory=list)
    numbering: str = ""
    says: str = ""
    expansion: str = ""
    summary: str = ""
    files: tuple[DataFile, ...] = ()

    def add(
        self,
        role: Role,
        *,
        alt: str = "",
        title: str = "",
        language: str = "",
        scope: str = "",
        says: str = "",
        expansion: str = "",
    ) -> Node:
        """Append a child and return it."""
        child = Node(role, alt, title, language, scope, says=says, expansion=expansion)
        self.children.append(child)
        return child

    def walk(self) -> Iterator[Node]:
        """Go through this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Tree:
    """The structure of one document; it grows while blocks are composed."""

    language: str
    root: Node = field(default_factory=lambda: Node(Role.DOCUMENT))

    def __iter__(self) -> Iterator[Node]:
        """Go through all nodes in reading order."""
        return self.root.walk()


Owner = Node | Artifact
