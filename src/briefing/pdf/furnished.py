"""Page numbers, running words and crop marks of a body on the pages of an appendix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.pdf.edges import edge
from briefing.pdf.foreign import has_bleed
from briefing.pdf.raster import clear
from briefing.pdf.stamp import Share, stamp
from briefing.pdf.trees import page_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pypdf.generic import IndirectObject, PdfObject

    from briefing.diagnostics import Diagnostics
    from briefing.pdf.append import Appendix
    from briefing.pdf.fitted import Move


@dataclass(frozen=True, slots=True)
class Body:
    """What of a body its appendices are furnished with: its pages, of which some hold their place.

    `trimmed` says that it is for the press; `add` gives an object its number.
    """

    pages: Sequence[IndirectObject]
    trimmed: bool
    add: Callable[[PdfObject], IndirectObject]
    diagnostics: Diagnostics


def furnish(
    appendix: Appendix, pages: Sequence[IndirectObject], moves: Mapping[int, Move], body: Body
) -> None:
    """Print the body's furniture on the appendix's pages, where it has a clear place.

    `moves` says by the numbers of pages how each was scaled. What has no clear place is left out
    and told, and so is a page that has no bleed in a file for the press.
    """
    count = len(pages)
    found = [appendix.fit] * count
    if any(appendix.furniture) and not appendix.fit:
        units = [moves[each.idnum].scale if each.idnum in moves else 1.0 for each in pages]
        found = clear(appendix.content, appendix.furniture, units)
    for place, reference, free in zip(appendix.places, pages, found, strict=True):
        page, holder = page_at(reference), page_at(body.pages[place])
        marked = body.trimmed and (appendix.fit or edge(page, holder))
        within = free and any(appendix.furniture)
        if marked or within:
            share = Share.ALL if marked and within else Share.BEYOND if marked else Share.WITHIN
            stamp(page, holder, body.add, share)
    taken = [number for number, free in enumerate(found, 1) if not free]
    if taken and any(appendix.furniture):
        body.diagnostics.warning(
            "appendix-folio",
            "something stands where page number and running words would, so they are left out"
            f" on its {listed(taken)}",
            appendix.where,
            "Clear their place, or write folio = false below the appendix in publication.toml.",
        )
    _tell_bleed(appendix, pages, body)


def _tell_bleed(appendix: Appendix, pages: Sequence[IndirectObject], body: Body) -> None:
    short = [number for number, each in enumerate(pages, 1) if not has_bleed(page_at(each))]
    if short and body.trimmed:
        which = "its pages have" if len(short) == len(pages) else f"its {listed(short)} have"
        body.diagnostics.warning(
            "appendix-without-bleed",
            f"{which} no bleed and no crop marks: what reaches the trim may get a white edge",
            appendix.where,
            'Export it with bleed, or write size = "fit" below the appendix.',
        )


def listed(numbers: Sequence[int]) -> str:
    """Numbers of pages as words: ``page 3``, ``pages 3, 5``."""
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
