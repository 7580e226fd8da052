"""Every page of a build's PDF files as a PNG, and a contact sheet of each file, for looking at.

    python tests/sheets.py build/stp-survey [--scale 1.5] [--picture data/stp-survey.png]

writes ``sheets/<file>/<page>.png`` and ``sheets/<file>.png`` into the build folder; ``--picture``
also makes the README's picture of a few pages.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence

COLUMNS = 6
"""Pages side by side on a contact sheet."""
THUMB = 380
GAP = 14
GROUND = (120, 126, 130)


def render(file: Path, folder: Path, scale: float) -> list[Path]:
    """Draw every page of a file; `scale` is in pixels per point."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    paths = []
    document = pypdfium2.PdfDocument(file)
    for place, page in enumerate(document, start=1):
        path = folder / f"{place:02}.png"
        page.render(scale=scale).to_pil().save(path)
        paths.append(path)
    document.close()
    return paths


def contact_sheet(pages: Sequence[Path], target: Path) -> None:
    """Put small pictures of all pages on one."""
    thumbs = []
    for path in pages:
        with Image.open(path) as picture:
            height = round(picture.height * THUMB / picture.width)
            thumbs.append(picture.convert("RGB").resize((THUMB, height), Image.Resampling.LANCZOS))
    rows = [thumbs[start : start + COLUMNS] for start in range(0, len(thumbs), COLUMNS)]
    heights = [max(thumb.height for thumb in row) for row in rows]
    size = (COLUMNS * (THUMB + GAP) + GAP, sum(heights) + GAP * (len(rows) + 1))
    sheet = Image.new("RGB", size, GROUND)
    y = GAP
    for row, height in zip(rows, heights, strict=True):
        for place, thumb in enumerate(row):
            sheet.paste(thumb, (GAP + place * (THUMB + GAP), y))
        y += height + GAP
    sheet.save(target)


SHOWN = (("briefing-screen", (1, 3, 6, 8, 9, 11)), ("report-screen", (1, 14, 17, 29)))
"""The pages in the README's picture, a row a document."""
WIDE = 1600
COLOURS = 128


def picture(sheets: Path, target: Path) -> None:
    """Put the pages of `SHOWN` on one small picture, each row as wide as the others."""
    rows = []
    for name, pages in SHOWN:
        room = (WIDE - GAP * (len(pages) + 1)) / len(pages)
        row = []
        for page in pages:
            with Image.open(sheets / name / f"{page:02}.png") as whole:
                size = (round(room), round(whole.height * room / whole.width))
                row.append(whole.convert("RGB").resize(size, Image.Resampling.LANCZOS))
        rows.append(row)
    height = sum(row[0].height + GAP for row in rows) + GAP
    canvas = Image.new("RGB", (WIDE, height), GROUND)
    y = GAP
    for row in rows:
        for place, thumb in enumerate(row):
            canvas.paste(thumb, (GAP + place * (thumb.width + GAP), y))
        y += row[0].height + GAP
    canvas.quantize(COLOURS).save(target, optimize=True)


def main() -> int:
    """Render all PDF files of a build folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--scale", type=float, default=1.5)
    parser.add_argument("--picture", type=Path)
    options = parser.parse_args()
    files = sorted(options.build.glob("*.pdf"))
    if not files:
        print(f"there are no PDF files in {options.build}", file=sys.stderr)
        return 1
    for file in files:
        sheets = options.build / "sheets"
        pages = render(file, sheets / file.stem, options.scale)
        contact_sheet(pages, sheets / f"{file.stem}.png")
        print(f"{sheets / file.stem}.png  {len(pages)} pages")
    if options.picture:
        picture(options.build / "sheets", options.picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
