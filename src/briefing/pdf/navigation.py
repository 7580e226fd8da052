"""Ways through a file: named destinations, link annotations, bookmarks and page labels."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefing.drawing import Link
from briefing.pdf.objects import array, dictionary, key, name, number, numbers, text
from briefing.pdf.tags import Followed
from briefing.structure import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.drawing import Rect
    from briefing.layout.pages import Bookmark, Page, Pages
    from briefing.pdf.objects import Objects, Reference
    from briefing.pdf.tags import Marking

ABOVE = 12.0
"""Points of air left above a place that a link leads to."""

PRINTED = 4
"""The flag of an annotation that prints, which PDF/A and PDF/UA want (12.5.3)."""


def check_targets(pages: Pages, diagnostics: Diagnostics) -> None:
    """Report names given twice, and links and bookmarks that lead nowhere."""
    names: set[str] = set()
    for place, anchor, _ in _anchors(pages):
        if anchor in names:
            label = pages.pages[place].label
            diagnostics.error(
                "anchor-twice", f"the anchor #{anchor} is given again on page {label}"
            )
        names.add(anchor)
    for page in pages.pages:
        for target in (
            each.target for box in page.boxes for each in box.marks if isinstance(each, Link)
        ):
            if target.startswith("#") and target[1:] not in names:
                diagnostics.error(
                    "link-without-target", f"no place is called {target} (page {page.label})"
                )
    for bookmark in pages.bookmarks:
        if bookmark.anchor not in names:
            diagnostics.error(
                "bookmark-without-target",
                f"the bookmark {bookmark.title!r} leads to #{bookmark.anchor}, which is nowhere",
            )


def destinations(objects: Objects, pages: Pages, sheets: Sequence[Reference]) -> Reference | None:
    """The name tree of all anchors (12.3.2.3), each a little above its box."""
    leaves = []
    for page, anchor, rect in sorted(_anchors(pages), key=lambda each: each[1].encode()):
        height = pages.pages[page].geometry.height
        top = number(min(height, height - rect.y + ABOVE))
        leaves += [key(anchor), array((sheets[page], name("XYZ"), 0, top, 0))]
    return objects.add(dictionary(Names=array(leaves))) if leaves else None


def _anchors(pages: Pages) -> Iterator[tuple[int, str, Rect]]:
    for place, page in enumerate(pages.pages):
        for box in page.boxes:
            if box.anchor:
                yield place, box.anchor, box.rect


def links(
    objects: Objects, place: int, page: Page, *, sheet: Reference, marking: Marking, first: int
) -> list[Reference]:
    """Write a page's links and enter them under their owners; `first` is the next StructParent."""
    made: list[Reference] = []
    for box_place, box in enumerate(page.boxes):
        for mark in box.marks:
            if not isinstance(mark, Link):
                continue
            rect = mark.rect.moved(box.rect.x, box.rect.y)
            low = page.geometry.height - rect.bottom
            annotation = objects.add(
                dictionary(
                    Type=name("Annot"),
                    Subtype=name("Link"),
                    Rect=numbers((rect.x, low, rect.right, low + rect.height)),
                    Border=array((0, 0, 0)),
                    F=PRINTED,
                    Contents=text(mark.contents),
                    P=sheet,
                    StructParent=first + len(made),
                    **_aim(mark.target),
                )
            )
            made.append(annotation)
            if isinstance(box.owner, Node):
                followed = Followed(place, box_place, annotation)
                marking.links.setdefault(box.owner, []).append(followed)
    return made


def _aim(target: str) -> dict[str, Any]:
    if target.startswith("#"):
        return {"Dest": key(target[1:])}
    return {"A": dictionary(S=name("URI"), URI=text(target))}


@dataclass(slots=True)
class _Entry:
    reference: Reference
    bookmark: Bookmark | None
    children: list[_Entry] = field(default_factory=list)


def outline(objects: Objects, bookmarks: Sequence[Bookmark]) -> Reference | None:
    """The bookmarks, nested by level, those of the first level closed (12.3.3)."""
    if not bookmarks:
        return None
    root = _Entry(objects.reserve(), None)
    path = [root]
    for bookmark in bookmarks:
        del path[max(1, min(bookmark.level, len(path))) :]
        entry = _Entry(objects.reserve(), bookmark)
        path[-1].children.append(entry)
        path.append(entry)
    _fill(objects, root, [], 0, None)
    return root.reference


def _fill(
    objects: Objects, entry: _Entry, siblings: list[_Entry], place: int, parent: Reference | None
) -> None:
    first, last = (entry.children[0], entry.children[-1]) if entry.children else (None, None)
    count = len(entry.children) if parent is None else -len(entry.children)
    objects.fill(
        entry.reference,
        dictionary(
            Type=name("Outlines") if parent is None else None,
            Title=text(entry.bookmark.title) if entry.bookmark else None,
            Dest=key(entry.bookmark.anchor) if entry.bookmark else None,
            Parent=parent,
            Prev=siblings[place - 1].reference if place > 0 else None,
            Next=siblings[place + 1].reference if place + 1 < len(siblings) else None,
            First=first.reference if first else None,
            Last=last.reference if last else None,
            Count=count or None,
        ),
    )
    for child_place, child in enumerate(entry.children):
        _fill(objects, child, entry.children, child_place, entry.reference)


_LABEL = re.compile(r"^(?P<prefix>.*?)(?P<number>[1-9][0-9]*)?$", re.DOTALL)


def labels(written: Sequence[str]) -> list[tuple[int, str, int | None]]:
    """Runs of page labels: the first page from 0, the prefix, the number counted up from there."""
    runs: list[tuple[int, str, int | None]] = []
    for page, label in enumerate(written):
        match = _LABEL.match(label)
        prefix = match["prefix"] if match else label
        counted = int(match["number"]) if match and match["number"] else None
        if runs:
            start, before, first = runs[-1]
            if None not in {counted, first} and (prefix, counted) == (
                before,
                (first or 0) + page - start,
            ):
                continue
        runs.append((page, prefix, counted))
    return runs


def page_labels(written: Sequence[str]) -> Any:
    """The number tree of page labels (12.4.2)."""
    nums: list[Any] = []
    for page, prefix, first in labels(written):
        nums += [
            page,
            dictionary(
                P=text(prefix) if prefix or first is None else None,
                S=name("D") if first is not None else None,
                St=first if first not in (None, 1) else None,
            ),
        ]
    return dictionary(Nums=array(nums))
