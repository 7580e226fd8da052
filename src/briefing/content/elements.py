"""What an author's file is made of: headings, paragraphs, lists and divs, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

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
class Link:
    """Words that lead somewhere: to a web address, a mail address, or an anchor (``#name``)."""

    target: str
    children: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Marked:
    """``[words]{…}``: words with attributes."""

    attributes: Attributes
    children: tuple[Inline, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the author insists on."""

    where: Source


Inline: TypeAlias = Plain | Binding | Strong | Emphasis | Link | Marked | Break


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is the number of its hashes."""

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
class ListElement:
    """A list; each item is one paragraph."""

    ordered: bool
    items: tuple[Paragraph, ...]
    where: Source


@dataclass(frozen=True, slots=True)
class Div:
    """A fenced div: attributes, and what stands between its fences."""

    attributes: Attributes
    children: tuple[Element, ...]
    where: Source


Element: TypeAlias = Heading | Paragraph | ListElement | Div
