"""What is judged: both publications in both brands and the second survey, every profile of each."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from briefing.build import build
from briefing.pipeline.work import Order
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PROJECTS = (ROOT / "data" / "stp-survey", ROOT / "tests" / "projects" / "leisure")
BRANDS = ("civic", "heritage")
OWN = 'brand = "civic"'
TESTED = ROOT / "build" / "tested"
"""Where `make test` leaves the files that the tests build."""


def publications(folder: Path) -> Iterator[Path]:
    """Build each project in each brand from a copy, and give the PDF files."""
    shutil.rmtree(folder, ignore_errors=True)
    for brand in BRANDS:
        for project in PROJECTS:
            copy = folder / brand / project.name
            shutil.copytree(project, copy)
            settings = copy / "publication.toml"
            text = settings.read_text(encoding="utf-8")
            if OWN not in text:
                raise ValueError(f"{settings} does not say {OWN}")
            settings.write_text(text.replace(OWN, f'brand = "{brand}"'), encoding="utf-8")
            styles = folder / brand / "styles"
            if not styles.is_symlink():
                styles.symlink_to(ROOT / "styles", target_is_directory=True)
            build(Order(copy, copy / "out"))
            yield from sorted((copy / "out").glob("*.pdf"))
