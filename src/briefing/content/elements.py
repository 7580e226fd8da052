"""What an author's file is made of: blocks and the words within them, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from briefing.diagnostics import Source


@dataclass(frozen=True, slots=True)
class Option:
    """One ``key=value`` of an attribute list; `inside` is where the value itself begins."""

    key: str
    value: str
    where: Source
    inside: Source


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands in braces: ``{#id .class key=value}``."""

    where: Source
    id: str = ""
    classes: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()

    def option(self, key: str) -> Option | None:
        """The option of this name, if it was given."""
        return next((each for each in self.options if each.key == key), None)

    def value(self, key: str) -> str:
        """The value of an option; empty if it was not given."""
        option = self.option(key)
        return option.value if option else ""


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they will be printed; each character stands for one of the file, from `where` on."""

    text: str
    where: Source


@dataclass(frozen=True, slots=True)
class Binding:
    """``{{ expression }}``: a value to be printed."""

    expression: str
    where: Source


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that are important."""

    children: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed."""

    children: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Script:
    """Words above or below the line: `place` is ``sup`` or ``sub``."""

    place: Literal["sup", "sub"]
    children: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Code:
    """Words printed as they were typed, every sign of them."""

    text: str
    where: Source


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere: to a web address, a mail address, or an anchor (``#name``).

    `title` is what the link says of itself where its words do not say enough.
    """

    target: str
    children: tuple[Inline, ...]
    where: Source
    title: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """``[words]{…}``: words with attributes."""

    attributes: Attributes
    children: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Footnote:
    """A mark in the words, and the note that it leads to; `text` is where the note is written."""

    paragraphs: tuple[Paragraph, ...]
    where: Source
    text: Source


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author insists on."""

    where: Source


Inline: TypeAlias = (
    Plain | Binding | Strong | Emphasis | Script | Code | Link | Marked | Footnote | Break
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is the number of its hashes, more in an appendix."""

    level: int
    words: tuple[Inline, ...]
    attributes: Attributes
    where: Source


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    words: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: paragraphs, and whatever else stands under its label."""

    children: tuple[Element, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class ListElement:
    """A list; an ordered one counts from `start`, a `delimiter` (``.`` or ``)``) behind numbers.

    A `loose` list is written with blank lines between its items.
    """

    ordered: bool
    items: tuple[Item, ...]
    where: Source
    start: int = 1
    delimiter: str = "."
    loose: bool = False


@dataclass(frozen=True, slots=True)
class QuotationElement:
    """Words quoted from a document, each line behind ``>``."""

    children: tuple[Element, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class CodeElement:
    """Lines printed as they were typed; `attributes` are those behind its fence."""

    text: str
    attributes: Attributes
    where: Source


@dataclass(frozen=True, slots=True)
class RuleElement:
    """A line across the column between two things."""

    where: Source


@dataclass(frozen=True, slots=True)
class PictureElement:
    """A picture alone in its paragraph: a file of the project, what it shows, its caption."""

    path: str
    alt: tuple[Inline, ...]
    caption: tuple[Inline, ...]
    attributes: Attributes
    where: Source


@dataclass(frozen=True, slots=True)
class CellElement:
    """A cell of a table."""

    words: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class TableElement:
    """A table of words: its head, its rows, and how each column is aligned (empty: as it needs)."""

    head: tuple[CellElement, ...]
    rows: tuple[tuple[CellElement, ...], ...]
    aligns: tuple[str, ...]
    caption: tuple[Inline, ...]
    attributes: Attributes
    where: Source


@dataclass(frozen=True, slots=True)
class Div:
    """A fenced div: attributes, and what stands between its fences."""

    attributes: Attributes
    children: tuple[Element, ...]
    where: Source


Element: TypeAlias = (
    Heading
    | Paragraph
    | ListElement
    | QuotationElement
    | CodeElement
    | RuleElement
    | PictureElement
    | TableElement
    | Div
)
