"""A build as values: what is ordered, what its stages share, and what it made."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.blocks.model import Gallery
from briefing.diagnostics import Diagnostics, Source
from briefing.profiles import ColourSpace

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.brand.model import Brand
    from briefing.compose import Composed
    from briefing.content import project as projects
    from briefing.content.appendices import Appendix
    from briefing.content.evidence import Evidence
    from briefing.content.notice import Written
    from briefing.content.publication import Publication
    from briefing.profiles import Profile
    from briefing.publish import Made

UNPROVED = "unbound-figure"
"""The fault of a figure without proof: pages can be laid out all the same."""


Lengths = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the project's folder, where to, and perhaps one document or profile alone."""

    folder: Path
    out: Path = Path()
    only: str | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, what it remarked, and how it came to the layout of each page."""

    files: tuple[Made, ...]
    diagnostics: Diagnostics
    explained: str = ""


@dataclass(slots=True)
class Work:
    """A build under way: what all its documents share. `created` is what its files are dated by."""

    project: projects.Project
    brand: Brand
    style: Path
    evidence: Evidence
    documents: tuple[projects.Document, ...]
    created: datetime
    strict: bool
    diagnostics: Diagnostics
    prepared: tuple[str, ...] = ()
    """The files of tables that were made elsewhere."""
    gallery: Gallery = field(default_factory=Gallery)
    notices: list[Written] = field(default_factory=list)
    """Those that the order asks for, their words bound."""
    written: dict[tuple[str, Lengths], Publication] = field(default_factory=dict)

    def at(self, file: Path) -> Source:
        """Where a file of the project stands in it."""
        return Source(str(file.relative_to(self.project.folder.resolve())))


@dataclass(frozen=True, slots=True)
class Laid:
    """A document laid out for one profile."""

    document: projects.Document
    publication: Publication
    profile: Profile
    composed: Composed

    @property
    def name(self) -> str:
        """What the file is called."""
        return f"{self.document.name}-{self.profile.name}.pdf"


def is_asked(document: projects.Document, profile: Profile, order: Order) -> bool:
    """Whether a document is made in a profile: it lists it, and the order does not name another."""
    if profile.shows_making:
        return order.profile == profile.name
    return profile.name in document.profiles and order.profile in (None, profile.name)


def left_out(appendix: Appendix, profile: Profile) -> bool:
    """Whether a document of a profile goes without an appendix."""
    return appendix.screen_only and profile.colours is ColourSpace.CMYK


def rendition(appendix: Appendix, profile: Profile) -> Path | None:
    """The file that is merged for a profile; None where there is none, or the build sets it."""
    return appendix.press if profile.colours is ColourSpace.CMYK else appendix.file
