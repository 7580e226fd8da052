"""Two builds side by side: which figures, words and pages changed."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from briefing.pdf.reading import page_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

MANIFEST, LEDGER = "manifest.json", "claims.csv"
_DIFFERENCE = "points"
"""The kind of a figure that is a share less another, which the ledger lists behind it."""
_AROUND = 3
"""Words before and behind a change that are told with it."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of one build: its value and base, and the pages that print it, by document."""

    value: str
    base: str
    pages: tuple[str, ...]

    def __str__(self) -> str:
        """Write value and base."""
        value = self.value.rstrip("0").rstrip(".") if "." in self.value else self.value
        return f"{value} of {self.base}" if self.base else value


def differences(old: Path, new: Path) -> tuple[str, ...]:
    """What changed from one build's folder to another's, a line each; nothing if all is alike.

    Raises OSError if a folder holds no build.
    """
    before, after = _files(old), _files(new)
    return (
        *_of_figures(_figures(old), _figures(new)),
        *_of_documents(old, new, before, after),
        *_of_files(before, after),
    )


# -- figures ---------------------------------------------------------------------------------------


def _figures(folder: Path) -> dict[str, Told]:
    """What the ledger of a build says of each cell, by its reference and what was taken."""
    rows = list(csv.DictReader((folder / LEDGER).read_text(encoding="utf-8").splitlines()))
    found: dict[str, Told] = {}
    for row, follower in zip_longest(rows, rows[1:]):
        kind = row["kind"].split()[-1]
        key = ".".join(each for each in (row["table"], row["cell"], kind) if each)
        if kind == _DIFFERENCE and follower:  # it has the names of both sides
            key += f" (less {follower['table']}.{follower['cell']})"
        pages = found[key].pages if key in found else ()
        place = f"{row['document']} {row['page']}"
        found[key] = Told(row["value"], row["base"], tuple(dict.fromkeys((*pages, place))))
    return found


def _of_figures(old: Mapping[str, Told], new: Mapping[str, Told]) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        if before is None and after is not None:
            yield f"figure {name}: new, {after}, on {', '.join(after.pages)}"
        elif after is None and before is not None:
            yield f"figure {name}: gone, was {before}, on {', '.join(before.pages)}"
        elif before and after and (before.value, before.base) != (after.value, after.base):
            yield f"figure {name}: {after}, was {before}, on {', '.join(after.pages)}"


# -- words and pages -------------------------------------------------------------------------------


def _files(folder: Path) -> dict[str, dict[str, str]]:
    """The files that the manifest of a build lists, by name."""
    facts = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return {
        each["name"]: {key: str(value) for key, value in each.items()} for each in facts["files"]
    }


def _of_documents(
    old: Path,
    new: Path,
    before: Mapping[str, Mapping[str, str]],
    after: Mapping[str, Mapping[str, str]],
) -> Iterator[str]:
    """Each document once: by its file for the screen, or the first that both builds have."""
    names = dict.fromkeys(
        each["document"] for each in (*before.values(), *after.values()) if each.get("document")
    )
    for name in names:
        earlier = [key for key, each in before.items() if each.get("document") == name]
        later = [key for key, each in after.items() if each.get("document") == name]
        both = sorted(
            set(earlier) & set(later), key=lambda each: (f"{name}-screen" not in each, each)
        )
        if not both:
            yield f"document {name}: {'new' if later else 'gone'}"
        elif before[both[0]]["sha256"] != after[both[0]]["sha256"]:
            yield from _of_document(name, _words(old / both[0]), _words(new / both[0]))


def _words(file: Path) -> tuple[str, ...]:
    return page_words(file.read_bytes())


def _of_document(name: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    if len(old) != len(new):
        yield f"document {name}: {len(new)} pages, was {len(old)}"
    changed = False
    for tag, first, last, start, stop in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        changed = True
        both = min(last - first, stop - start)
        for at, (before, after) in enumerate(zip(old[first:last], new[start:stop], strict=False)):
            yield from _of_page(f"{name} page {start + at + 1}", before, after)
        yield from (f"{name} page {at + 1}: new" for at in range(start + both, stop))
        yield from (f"{name} page {at + 1} of the old: gone" for at in range(first + both, last))
    if not changed:
        yield f"document {name}: its words are alike, its bytes are not"


def _of_page(place: str, old: str, new: str) -> Iterator[str]:
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    yield f"{place}:"
    for group in matcher.get_grouped_opcodes(_AROUND):
        first, last = group[0][1], group[-1][2]
        start, stop = group[0][3], group[-1][4]
        yield f"    - {' '.join(before[first:last])}"
        yield f"    + {' '.join(after[start:stop])}"


def _of_files(
    before: Mapping[str, Mapping[str, str]], after: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    for name in dict.fromkeys((*before, *after)):
        if name not in before or name not in after:
            yield f"file {name}: {'new' if name in after else 'gone'}"
