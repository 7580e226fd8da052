"""Two builds side by side: which figures, words and pages changed."""

from __future__ import annotations

import csv
import json
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING

from pypdfium2 import PdfiumError

from briefing.pdf.reading import page_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

MANIFEST, LEDGER = "manifest.json", "claims.csv"
_NOTICE = "-notice.txt"
"""How the text of a press notice is called, behind its name."""
_DIFFERENCE = "points"
"""The kind of a figure that is a share less another, which the ledger lists behind it."""
_AROUND = 3
"""Words before and behind a change that are told with it."""
_FOOT = 12
"""Words at the end of a page among which its number stands."""
_HALF = 0.5
_NAMED = "name the folder that a build wrote: briefing build [PROJECT] --out DIR"
_AGAIN = "build it again: briefing build [PROJECT] --out DIR"


class NoBuildError(Exception):
    """A folder that holds no build, or a damaged one: what is amiss, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


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

    Raises `NoBuildError` if a folder holds no build, OSError if it cannot be read.
    """
    before, after = _files(old), _files(new)
    return (
        *_of_figures(_figures(old), _figures(new)),
        *_of_documents(old, new, before, after),
        *_of_notices(old, new, before, after),
        *_of_files(before, after),
    )


# -- figures ---------------------------------------------------------------------------------------


def _figures(folder: Path) -> dict[str, Told]:
    """What the ledger of a build says of each cell, by its reference and what was taken."""
    file = folder / LEDGER
    rows = list(csv.DictReader(_text(file).splitlines()))
    if any(None in each.values() or None in each or not each.keys() >= _COLUMNS for each in rows):
        raise NoBuildError(f"{file}: this is no ledger of a build", _AGAIN)
    found: dict[str, Told] = {}
    for row, follower in zip_longest(rows, rows[1:]):
        kind = row["kind"].split()[-1]
        key = ".".join(each for each in (row["table"], row["cell"], kind) if each)
        if kind == _DIFFERENCE and follower:  # it has the names of both sides
            key += f" (less {follower['table']}.{follower['cell']})"
        pages = found[key].pages if key in found else ()
        place = f"{row['document']} {row['page']}".rstrip()
        found[key] = Told(row["value"], row["base"], tuple(dict.fromkeys((*pages, place))))
    return found


_COLUMNS = frozenset({"document", "page", "kind", "value", "base", "table", "cell"})
"""What is read of a ledger."""


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
    if not folder.exists():
        raise NoBuildError(f"{folder}: there is no such folder", _NAMED)
    if not folder.is_dir():
        raise NoBuildError(f"{folder}: this is a file; a build is a folder", _NAMED)
    file = folder / MANIFEST
    if not file.exists():
        raise NoBuildError(f"{folder}: this is no build: it holds no {MANIFEST}", _NAMED)
    try:
        return {
            each["name"]: {key: str(value) for key, value in each.items()}
            for each in json.loads(_text(file))["files"]
            if each["sha256"]
        }
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NoBuildError(f"{file}: this is no manifest of a build", _AGAIN) from None


def _text(file: Path) -> str:
    """What a file of a build says; raises `NoBuildError` if it is not there, or is no text."""
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NoBuildError(f"{file}: this file of the build is missing", _AGAIN) from None
    except UnicodeDecodeError:
        raise NoBuildError(f"{file}: this is no file of a build", _AGAIN) from None


def _of_documents(
    old: Path,
    new: Path,
    before: Mapping[str, Mapping[str, str]],
    after: Mapping[str, Mapping[str, str]],
) -> Iterator[str]:
    """Each document once: by its file for the screen, or the first of both builds that differs."""
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
            continue
        changed = (each for each in both if before[each]["sha256"] != after[each]["sha256"])
        if file := next(changed, ""):
            yield from _of_document(name, file, _words(old / file), _words(new / file))


def _of_notices(
    old: Path,
    new: Path,
    before: Mapping[str, Mapping[str, str]],
    after: Mapping[str, Mapping[str, str]],
) -> Iterator[str]:
    """The words of the press notices that both builds have."""
    for name in before:
        if not name.endswith(_NOTICE) or name not in after:
            continue
        earlier, later = _text(old / name).split(), _text(new / name).split()
        if earlier != later:
            yield f"{name.removesuffix('.txt')}:"
            yield from _of_page(earlier, later)


def _words(file: Path) -> tuple[str, ...]:
    try:
        return page_words(file.read_bytes())
    except FileNotFoundError:
        raise NoBuildError(f"{file}: this file of the build is missing", _AGAIN) from None
    except PdfiumError:
        raise NoBuildError(f"{file}: this is no PDF", _AGAIN) from None


def _of_document(name: str, file: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    if len(old) != len(new):
        yield f"document {name}: {len(new)} pages, was {len(old)}"
    changed = False
    for before, after in _paired(old, new):
        if after is None:
            told = [f"{name} page {(before or 0) + 1} of the old: gone"]
        elif before is None:
            told = [f"{name} page {after + 1}: new"]
        else:
            moved = f" (was {before + 1})" if before != after else ""
            pages = (_numbered(old[before], before), _numbered(new[after], after))
            told = [] if pages[0] == pages[1] else [f"{name} page {after + 1}{moved}:"]
            told += _of_page(*pages)
        changed = changed or bool(told)
        yield from told
    if not changed:
        yield f"document {name}: the words of {file} are alike, its bytes are not"


def _numbered(page: str, place: int) -> list[str]:
    """The words of a page without its own number where they end: pages that move keep theirs."""
    words = page.split()
    own = len(words) - 1 - words[::-1].index(str(place + 1)) if str(place + 1) in words else -1
    return [word for at, word in enumerate(words) if at != own or at < len(words) - _FOOT]


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """The pages of two builds side by side, in order: those with most words in common.

    A page that has no other half of whose words it shares is new, or gone.
    """
    before, after = ([Counter(page.split()) for page in each] for each in (old, new))
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    alike = [[_alike(one, other) for other in after] for one in before]
    for at in reversed(range(len(old))):
        for place in reversed(range(len(new))):
            best[at][place] = max(
                best[at + 1][place],
                best[at][place + 1],
                alike[at][place] + best[at + 1][place + 1],
            )
    found: list[tuple[int | None, int | None]] = []
    at = place = 0
    while at < len(old) or place < len(new):
        both = at < len(old) and place < len(new)
        if (
            both
            and best[at][place]
            == alike[at][place] + best[at + 1][place + 1]
            > best[at + 1][place + 1]
        ):
            found.append((at, place))
            at, place = at + 1, place + 1
        elif at < len(old) and (place == len(new) or best[at][place] == best[at + 1][place]):
            found.append((at, None))
            at += 1
        else:
            found.append((None, place))
            place += 1
    return found


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """The share of the words of two pages that both have, 0 where it is less than half."""
    words = one.total() + other.total()
    share = 2 * (one & other).total() / words if words else 1.0
    return share if share >= _HALF else 0.0


def _of_page(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
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
