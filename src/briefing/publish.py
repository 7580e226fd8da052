"""Finished files into their folder: all of them or none, with a manifest of what they are."""

from __future__ import annotations

import hashlib
import json
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file: its name, its bytes, and for a PDF its document, profile and page count."""

    name: str
    content: bytes
    document: str = ""
    profile: str = ""
    pages: int = 0

    @classmethod
    def text(cls, name: str, text: str) -> Made:
        """A file of text."""
        return cls(name, text.encode())

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.content)

    @property
    def sha256(self) -> str:
        """The digest that a recipient can check."""
        return hashlib.sha256(self.content).hexdigest()


def manifest(made: Sequence[Made], inputs: Mapping[str, bytes]) -> Made:
    """``manifest.json``: every file with its digest, and every input that it was made from."""
    facts = {
        "briefing": __version__,
        "files": [_entry(each) for each in made],
        "inputs": [
            {"path": path, "sha256": hashlib.sha256(content).hexdigest()}
            for path, content in sorted(inputs.items())
        ],
    }
    return Made.text("manifest.json", json.dumps(facts, indent=2, ensure_ascii=False) + "\n")


def _entry(made: Made) -> dict[str, str | int]:
    facts: dict[str, str | int] = {"name": made.name}
    if made.document:
        facts |= {"document": made.document, "profile": made.profile, "pages": made.pages}
    return facts | {"bytes": made.size, "sha256": made.sha256}


def publish(made: Sequence[Made], folder: Path) -> None:
    """Write all files, then put each in its place; until all are written, nothing is changed.

    Raises OSError if the folder cannot be written; files of an earlier build are then as they were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _aside(folder) as making:
        for each in made:
            (Path(making) / each.name).write_bytes(each.content)
        for each in made:
            (Path(making) / each.name).replace(folder / each.name)


def _aside(folder: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder within another for files under way; what cannot be written is told by its name."""
    try:
        return tempfile.TemporaryDirectory(prefix=".making-", dir=folder)
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(folder)) from fault


OVERSET = "overset"
"""The folder, within that of a build, for pictures of pages that do not hold their content."""


def show(pictures: Iterable[Made], folder: Path, documents: Iterable[str]) -> None:
    """Put pictures of faults where the last build of these documents had its own.

    They are all that a failed build writes. Raises OSError if the folder cannot be written.
    """
    shown = folder / OVERSET
    stale = [file for name in documents for file in sorted(shown.glob(f"{name}-*.png"))]
    made = list(pictures)
    if made:
        shown.mkdir(parents=True, exist_ok=True)
        publish(made, shown)
    kept = {each.name for each in made}
    for old in stale:
        if old.name not in kept:
            old.unlink()
    if stale and not made:
        with suppress(OSError):  # it holds what is not ours
            shown.rmdir()
