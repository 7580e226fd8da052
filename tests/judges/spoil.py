"""Copies of a sound file with one deliberate fault: what a judge must find to be a judge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SEQUENCE = re.compile(rb"/(\w+) <<[^>]*>> BDC\n(.*?)EMC\n", re.DOTALL)
"""A marked-content sequence as our own writer writes it: its role, and what it paints."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is done to a marked-content sequence: which (by role, the how-manieth), and how."""

    role: bytes
    place: int
    change: Callable[[bytes], bytes]


def without(content: bytes) -> bytes:
    """Nothing is painted."""
    del content
    return b""


def moved(content: bytes) -> bytes:
    """All is painted four points further down."""
    return b"q 1 0 0 1 0 -4 cm\n" + content + b"Q\n"


def recoloured(content: bytes) -> bytes:
    """The first colour of three parts is painted with two of them exchanged."""
    changed, times = re.subn(rb"(\S+) (\S+) (\S+) rg", rb"\3 \2 \1 rg", content, count=1)
    assert times == 1
    return changed


def spoilt(file: Path, fault: Fault, to: Path, page: int = 0) -> Path:
    """A copy of a file, one marked-content sequence of a page changed."""
    writer = PdfWriter(clone_from=PdfReader(file))
    leaf: Any = writer.pages[page]
    content = leaf.get_contents().get_data()
    found = [each for each in SEQUENCE.finditer(content) if each[1] == fault.role][fault.place]
    stream = DecodedStreamObject()
    stream.set_data(content[: found.start(2)] + fault.change(found[2]) + content[found.end(2) :])
    leaf[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(to)
    return to


def edited(file: Path, change: Callable[[DictionaryObject], object], to: Path) -> Path:
    """A copy of a file, its catalog changed."""
    writer = PdfWriter(clone_from=PdfReader(file))
    change(writer.root_object)
    writer.write(to)
    return to
