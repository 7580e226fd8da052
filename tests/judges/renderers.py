"""Four programs that draw the pages of a file, each written by others than the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2

from tests.judges.ghostscript import PLAIN, complaints
from tests.judges.tools import GHOSTSCRIPT, MUTOOL, PDFTOPPM, Said, Tool, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DOTS = 144
"""An inch: two pixels a point, so that an edge half a point off is one pixel off."""
POINTS = 72
EXPECTED = ("warning: ICC support is not available",)
"""What MuPDF says of how Debian builds it, whatever the file."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """The pages of a file as pictures in order, and what was complained of."""

    pages: tuple[Path, ...]
    complaints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renderer:
    """A program that draws all pages of a file into a folder."""

    name: str
    draw: Callable[[Path, Path], Drawn]
    needs: tuple[Tool, ...] = ()


def _drawn(folder: Path, name: str, said: Said) -> Drawn:
    told = [each for each in said.lines() if each not in EXPECTED]
    if said.code and not told:
        told = [f"ended with {said.code}"]
    return Drawn(tuple(sorted(folder.glob(f"{name}-*"))), tuple(told))


def _by_pdfium(file: Path, folder: Path) -> Drawn:
    """PDFium, as browsers show it."""
    document = pypdfium2.PdfDocument(file)
    pages = []
    for place, page in enumerate(document, start=1):
        pages.append(folder / f"pdfium-{place:04}.ppm")
        page.render(scale=DOTS / POINTS).to_pil().convert("RGB").save(pages[-1])
    document.close()
    return Drawn(tuple(pages))


def _by_poppler(file: Path, folder: Path) -> Drawn:
    """Poppler, as free desktops show it."""
    said = run([PDFTOPPM.command, "-r", str(DOTS), file, folder / "poppler"])
    return _drawn(folder, "poppler", said)


def _by_mupdf(file: Path, folder: Path) -> Drawn:
    """MuPDF, called as a program: its licence asks nothing of who calls it so."""
    to = folder / "mupdf-%04d.ppm"
    said = run([MUTOOL.command, "draw", "-q", "-r", str(DOTS), "-c", "rgb", "-o", to, file])
    return _drawn(folder, "mupdf", said)


def _by_ghostscript(file: Path, folder: Path) -> Drawn:
    """Ghostscript, as printers draw it."""
    smooth = ("-dTextAlphaBits=4", "-dGraphicsAlphaBits=4")
    to = f"-sOutputFile={folder / 'ghostscript-%04d.ppm'}"
    drawn = ("-sDEVICE=ppmraw", f"-r{DOTS}", to, *smooth)
    said = run([GHOSTSCRIPT.command, *PLAIN, *drawn, file])
    return Drawn(tuple(sorted(folder.glob("ghostscript-*"))), tuple(complaints(said)))


REFERENCE = Renderer("PDFium", _by_pdfium)
"""With which the others are compared: what two of the others differ in, one differs in from it."""
OTHERS = (
    Renderer("Poppler", _by_poppler, (PDFTOPPM,)),
    Renderer("MuPDF", _by_mupdf, (MUTOOL,)),
    Renderer("Ghostscript", _by_ghostscript, (GHOSTSCRIPT,)),
)
