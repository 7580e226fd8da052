"""Whether pages made elsewhere print all that was written for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from office import Document


def check_complete(document: Document, printed: Sequence[str]) -> None:
    """Refuse pages that are fuller than paper: what has no room goes on behind them, or is lost."""
    wanted = document.pages()
    for number, (words, page) in enumerate(zip(wanted, printed, strict=False), 1):
        text = "".join(page.split())
        lost = [each for each in words if "".join(each.split()) not in text]
        if lost:
            raise SystemExit(f"Page {number} of {document.title} has no room for “{lost[0]}”.")
    if len(printed) != len(wanted):
        raise SystemExit(f"{document.title} takes {len(printed)} pages, not {len(wanted)}.")
