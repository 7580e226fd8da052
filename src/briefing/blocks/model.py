"""What every kind of block is: options as fields, composed to pieces of a column."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar

from briefing.drawing import MM

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.charts.forms import Form
    from briefing.charts.model import Drawn, Extent
    from briefing.diagnostics import Diagnostics, Source
    from briefing.layout.pages import Piece
    from briefing.structure import DataFile, Node

_NOTHING = 0.5
"""Points below which a column is none."""
_SLIVER = 0.01
"""The least measure, in points."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A line of the contents: a section or page, where it starts, how deep it stands (from 1).

    `language` is that of the label, a BCP 47 tag, where it is words in another one.
    """

    title: str
    label: str
    anchor: str
    level: int
    language: str = ""


@dataclass(slots=True)
class Gallery:
    """Charts laid out, measured and drawn so far by all they depend on: equal ones once a build.

    A plan may be why there is none. `files` are those behind tables.
    """

    plans: dict[tuple[object, ...], Form | Exception] = field(default_factory=dict)
    extents: dict[tuple[object, ...], Extent] = field(default_factory=dict)
    drawn: dict[tuple[object, ...], Drawn] = field(default_factory=dict)
    files: dict[tuple[object, ...], DataFile] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block is composed: its measure in points, the look, and its place in the tree.

    `prose` is the type style of running words here; `lists` are the lists around, outermost first,
    True for those that count.
    """

    width: float
    look: Look
    parent: Node
    diagnostics: Diagnostics
    listings: tuple[Listing, ...] = ()
    gallery: Gallery = field(default_factory=Gallery)
    prose: str = "body"
    lists: tuple[bool, ...] = ()

    def narrower(self, by: float, where: Source) -> Setting:
        """The same setting with a measure `by` points less; a fault of `where` if none is left.

        Some measure always is, so that what is composed to it need not ask.
        """
        made = replace(self, width=max(self.width - by, _SLIVER))
        made.holds(where)
        return made

    def holds(self, where: Source) -> bool:
        """Whether there is a column to set anything in; a fault of `where` if there is none."""
        if self.width < _NOTHING:
            self.diagnostics.error(
                "too-wide",
                f"a column of {self.width / MM:.1f} mm is too narrow for words",
                where,
                "Bring the words up a level, or give the table fewer columns.",
            )
        return self.width >= _NOTHING

    def under(self, node: Node) -> Setting:
        """The same setting with another parent in the tree."""
        return replace(self, parent=node)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(ABC):
    """A kind of block. Its fields are its options as authors write them.

    Fields whose metadata has ``given`` are filled by the reader of the words (the words themselves,
    the table that `of` names, the comment that `from` names); all others are options.
    """

    kind: ClassVar[str]
    whole: ClassVar[bool] = False
    """Whether the block always stands in one column."""
    written: ClassVar[bool] = True
    """Whether an author can ask for it in a div."""
    running: ClassVar[bool] = False
    """Whether it is of running words: an area that takes ``words`` takes all such kinds."""
    flows: ClassVar[bool] = False
    """Whether columns may end within it to end level, as they do within a paragraph."""
    displays: ClassVar[bool] = False
    """Whether figures that its words begin with are set large, so that they are not spelt out."""
    where: Source = field(metadata={"given": True})
    area: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names by which an area of a page can ask for it, the narrowest first."""
        return (self.kind, WORDS) if self.running else (self.kind,)

    @property
    def gap_style(self) -> str:
        """The type style whose gap stands below the block."""
        return self.kind

    @abstractmethod
    def compose(self, setting: Setting) -> tuple[Piece, ...]:
        """Make the pieces of a column `setting.width` points wide, and the nodes that own them."""


Percent = float
"""The type of an option that is written as a percentage (``50%``) and kept as a part (0.5)."""

WORDS = "words"
"""The name of all kinds of running words together."""

GIVEN = {"given": True}
"""Metadata of a field that the reader of the words fills."""
