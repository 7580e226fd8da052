"""A body of three pages with one file behind its second, as tests of appendices want it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.diagnostics import Diagnostic, Diagnostics, Source
from briefing.drawing import Geometry
from briefing.pdf.append import Appendix, append
from briefing.pdf.foreign import facts
from tests.unit.pdf.documents import holding, one_of_everything, opened, press, screen

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURES = Path(__file__).parent / "fixtures"
TAGGED = ("chromium", "form", "lualatex", "typst", "weasyprint", "writer")
"""Files of makers that tag; `form` and `writer` are LibreOffice's."""
UNTAGGED = ("cairo", "ghostscript", "pdflatex")
WHERE = Source("appendices/notes.pdf")
A5 = Geometry(419.53, 595.28)
WORDS = "Who was asked, and how answers were weighed."


@dataclass(frozen=True, slots=True)
class Bound:
    """What appending made, and what it said; `first` is the appendix's first page, from 0."""

    data: bytes
    said: tuple[Diagnostic, ...]
    first: int = 2

    @property
    def reader(self) -> Any:
        return opened(self.data)

    @property
    def codes(self) -> list[str]:
        return [each.code for each in self.said]


def made_by(maker: str) -> bytes:
    return (FIXTURES / f"{maker}.pdf").read_bytes()


def bound(
    content: bytes,
    *,
    description: str = "",
    fit: bool = False,
    folio: bool = True,
    on_press: bool = False,
) -> Bound:
    """The file behind page 2; with `fit` in pages of A5. Raises `Faults` as `append` does."""
    diagnostics = Diagnostics()
    known = facts(content, diagnostics, WHERE)
    diagnostics.stop()
    assert known is not None
    write: Callable[..., bytes] = press if on_press else screen
    pages, tree = one_of_everything(3)
    size = A5 if fit else Geometry(*known.sizes[0])
    held = holding(pages, {1: known.pages}, size)
    places = range(2, 2 + known.pages)
    furniture = tuple(tuple(box.rect for box in held.pages[at].boxes) for at in places)
    appendix = Appendix(
        "D",
        "Appendix D: notes",
        content,
        places,
        furniture if folio else (),
        WHERE,
        description,
        fit,
    )
    return Bound(append(write(held, tree), [appendix], diagnostics), tuple(diagnostics))
