"""PDFs made elsewhere appended to a finished body: pages, bookmarks, places and structure.

The body keeps its metadata, output intent, labels, bookmarks and tags. Behind each divider it has
pages that hold the places of those made elsewhere: these take their places, labels and furniture.
The appendix's bookmarks hang below the divider's, the names of its places get its letter, and its
structure tree becomes a part of the body's.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.diagnostics import Source
from briefing.pdf.binder import Binder
from briefing.pdf.disarm import disarm
from briefing.pdf.foreign import UNREADABLE, opened, report_repairs, tell_damage
from briefing.reading import BROKEN, DamagedError
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.drawing import Rect


@dataclass(frozen=True, slots=True)
class Appendix:
    """A PDF made elsewhere: its letter, its title, the file, and the places of its pages, from 0.

    The page before these is its divider. `furniture` has the rectangles that the body prints on
    each of them, in points from the top left corner of its trim. `where` is the file's place in the
    project, for diagnostics. `description` says what its pages show, should they have no tags;
    without one such a file is refused by a tagged body. With `fit` its pages are scaled into those
    that hold their places.
    """

    letter: str
    title: str
    content: bytes
    places: range
    furniture: tuple[tuple[Rect, ...], ...] = ()
    where: Source = field(default_factory=lambda: Source("appendix"))
    description: str = ""
    fit: bool = False

    @property
    def divider(self) -> int:
        """The page that it stands behind, from 0."""
        return self.places.start - 1


def append(body: bytes, appendices: Sequence[Appendix], diagnostics: Diagnostics) -> bytes:
    """Put every appendix behind its divider; raise `Faults` if one of them cannot be used."""
    sound = [
        (each, reader)
        for each in sorted(appendices, key=lambda each: each.places.start)
        if (reader := opened(each.content, diagnostics, each.where)) is not None
    ]
    diagnostics.stop()
    if not sound:
        return body
    binder = Binder(body, diagnostics)
    for appendix, reader in sound:
        try:
            with remarks() as heard:
                removed = disarm(reader.root_object)
                binder.take(appendix, reader, removed)
            if any(UNREADABLE in each for each in heard):
                raise DamagedError("a part of it cannot be read")
            report_repairs(heard, diagnostics, appendix.where)
        except BROKEN as fault:
            tell_damage(fault, diagnostics, appendix.where)
    diagnostics.stop()
    return binder.bound()
