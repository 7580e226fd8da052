"""The pipeline in order: read → tabulate → write up → compose → write → preflight → publish.

The only module that knows every stage. What each does with a project stands in `briefing.pipeline`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostics, Faults
from briefing.pdf.write import check as check_pages
from briefing.pipeline.lay_out import lay_out
from briefing.pipeline.prepare import written_up
from briefing.pipeline.produce import judge_binding, made_of, oversets, press_icc
from briefing.pipeline.reports import explained, inputs, notes_for_printers, reports
from briefing.pipeline.work import UNPROVED, Built, Laid, Order, Work
from briefing.progress import silent
from briefing.publish import manifest, publish, show
from briefing.wording import apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.blocks.model import Gallery
    from briefing.progress import Report


@apart
def build(order: Order, report: Report = silent) -> Built:
    """Make the publications of a project. Any error raises `Faults` and leaves earlier files."""
    work = written_up(order, report, strict=False)
    laid = list(lay_out(work, order, report))
    with suppress(OSError, Faults):  # the faults are told, whether or not they can be shown
        show(oversets(work, laid), order.out, tuple(each.name for each in work.documents))
    _stop(work, laid)
    made = []
    for each in laid:
        report(f"writing {each.name}")
        made.append(made_of(work, each))
    work.diagnostics.stop()
    report("publishing")
    made += reports(work, laid)
    made += notes_for_printers(work, laid, made)
    made.append(manifest(made, inputs(work)))
    publish(made, order.out)
    return Built(tuple(made), work.diagnostics, explained(laid))


def _stop(work: Work, laid: Iterable[Laid]) -> None:
    """Raise `Faults` if there are errors, with what is known of the layout."""
    try:
        work.diagnostics.stop()
    except Faults as faults:
        faults.explained = explained(laid)
        raise


@apart
def prove(order: Order, report: Report = silent) -> Diagnostics:
    """Find the faults of a project's words and data alone: no page is laid out."""
    try:
        return written_up(order, report, strict=True).diagnostics
    except Faults as faults:
        return faults.diagnostics


@apart
def check(order: Order, report: Report = silent, gallery: Gallery | None = None) -> Diagnostics:
    """Find every fault of a project without writing anything; figures without proof are errors.

    `gallery` holds the charts of an earlier try of the same data in the same brand.
    """
    try:
        work = written_up(order, report, strict=True)
        work.gallery = gallery or work.gallery
        laid = list(lay_out(work, order, report))
        if any(each.code not in (UNPROVED, "overset") for each in work.diagnostics.errors):
            return work.diagnostics  # what a fault left out must not be told as another
        for each in laid:
            icc = press_icc(work, each.profile)
            check_pages(
                each.composed.pages, each.composed.tree, each.profile, icc, work.diagnostics
            )
            if not each.document.appendices:
                judge_binding(work, each, len(each.composed.pages.pages))
    except Faults as faults:
        return faults.diagnostics
    return work.diagnostics
