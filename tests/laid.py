"""Both surveys of the repository laid out for the screen, in a brand: once in each worker."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from briefing.pipeline.lay_out import lay_out
from briefing.pipeline.prepare import written_up
from briefing.pipeline.work import Order
from briefing.progress import silent
from tests.conftest import ROOT
from tests.whole.small import replaced

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.pipeline.work import Laid, Work

    LaidOut = tuple[Work, tuple[Laid, ...]]
    LayOut = Callable[[str, str], LaidOut]
    """Gives the documents of a project, named as in `PROJECTS`, in a brand: the fixture `lay`."""

PROJECTS = {
    "model-case": ROOT / "data" / "stp-survey",
    "leisure": ROOT / "tests" / "projects" / "leisure",
}
OWN, OTHER = "civic", "heritage"
"""The brand that both projects ask for, and the one in which they are laid out a second time."""


def laid(project: str, brand: str, folder: Path) -> LaidOut:
    """Lay out the documents of a project; in any brand but its own from a copy in a folder."""
    own = PROJECTS[project]
    order = Order(own if brand == OWN else in_brand(own, brand, folder), profile="screen")
    work = written_up(order, silent, strict=False)
    found = tuple(lay_out(work, order, silent))
    work.diagnostics.stop()
    return work, found


def in_brand(project: Path, brand: str, folder: Path) -> Path:
    """A copy of a project that asks for another brand."""
    home = folder / brand / project.name
    copy = home / project.name
    shutil.copytree(project, copy)
    (home / "styles").symlink_to(ROOT / "styles")
    replaced(copy / "publication.toml", f'brand = "{OWN}"', f'brand = "{brand}"')
    return copy
