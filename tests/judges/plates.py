"""The plates of a press file, as Ghostscript separates them: one grey picture an ink."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.judges.ghostscript import PLAIN
from tests.judges.tools import GHOSTSCRIPT, absence, are_required, run

if TYPE_CHECKING:
    from pathlib import Path

by_ghostscript = pytest.mark.skipif(
    bool(absence([GHOSTSCRIPT])) and not are_required(), reason=absence([GHOSTSCRIPT])
)
"""A test that is skipped where Ghostscript is missing, and fails where judges are required."""


def plate(content: bytes, ink: str, folder: Path, resolution: int) -> Image.Image:
    """The plate of an ink of a file with one page; white is paper, `resolution` in dots an inch."""
    file = folder / "file.pdf"
    file.write_bytes(content)
    drawn = ["-sDEVICE=tiffsep", f"-r{resolution}", f"-sOutputFile={folder / 'p.tif'}"]
    said = run([GHOSTSCRIPT.command, "-q", *PLAIN, *drawn, file])
    assert said.code == 0, said.lines()
    (found,) = folder.glob(f"*{ink}*.tif")
    with Image.open(BytesIO(found.read_bytes())) as image:
        return image.convert("L")
