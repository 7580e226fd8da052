"""The pipeline in order: read → tabulate → write up → compose → write → publish.

The only module that knows every stage, and the one place where time enters: the moment of
``SOURCE_DATE_EPOCH``, else the publication's own date, so that the same input gives the same bytes.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.brand.read import read_brand
from briefing.compose import Composed, Divider, compose
from briefing.content.project import read_project
from briefing.content.write_up import write_up
from briefing.diagnostics import Diagnostics, Source
from briefing.ledger import ledger_csv
from briefing.pdf.append import Appendix, append
from briefing.pdf.metadata import Metadata
from briefing.pdf.write import check as check_pages
from briefing.pdf.write import write
from briefing.profiles import PROFILES, SCREEN
from briefing.progress import silent
from briefing.publish import Made, fit_report, manifest, publish
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.blocks.model import Gallery
    from briefing.brand.model import Brand
    from briefing.content.project import Document, Project
    from briefing.content.publication import Publication
    from briefing.profiles import Profile
    from briefing.progress import Report
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True)
class Order:
    """What to build: the project's folder, where to, and perhaps one document or profile alone."""

    folder: Path
    out: Path = Path()
    only: str | None = None
    profile: str | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made, and what it remarked."""

    files: tuple[Made, ...]
    diagnostics: Diagnostics


@dataclass(slots=True)
class _Work:
    """A build under way: what all its documents share."""

    project: Project
    tables: Mapping[str, Table]
    brand: Brand
    styles: Path
    publications: tuple[Publication, ...]
    diagnostics: Diagnostics
    gallery: Gallery = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document laid out for one profile, with the appendices that go into that file."""

    document: Document
    publication: Publication
    profile: Profile
    composed: Composed
    appendices: tuple[Appendix, ...]


def build(order: Order, report: Report = silent) -> Built:
    """Make the publications of a project. Raises `Faults`, and leaves earlier files, on any error."""
    work = _prepare(order, report, strict=False)
    laid = _lay_out(work, order, report)
    work.diagnostics.stop()
    made: list[Made] = []
    for each in laid:
        report(f"write {each.document.name}-{each.profile.name}.pdf")
        made.append(_write(work, each))
    work.diagnostics.stop()
    report("publish")
    documents = {each.document.name: each for each in reversed(laid)}
    made.append(Made.text("claims.csv", ledger_csv(_ledger_input(work, documents.values()))))
    made.append(Made.text("fit.txt", fit_report(_fits(laid))))
    made.append(manifest(made, _inputs(work)))
    publish(made, order.out)
    return Built(tuple(made), work.diagnostics)


def check(order: Order, report: Report = silent) -> Diagnostics:
    """Find every fault of a project without writing anything; figures without proof are errors."""
    try:
        work = _prepare(order, report, strict=True)
        laid = _lay_out(work, order, report)
    except Faults as faults:
        return faults.diagnostics
    for each in laid:
        icc = _press_icc(work, each.profile)
        check_pages(each.composed.pages, each.composed.tree, each.profile, icc, work.diagnostics)
    return work.diagnostics
