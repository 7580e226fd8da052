"""Documents composed: once for profiles whose pages are the same, until page numbers settle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose import Composed, Divider, compose
from briefing.diagnostics import Diagnostics
from briefing.pdf.foreign import facts, tell_untagged
from briefing.pipeline.prepare import publication_of
from briefing.pipeline.work import Laid, Order, Work, is_asked, left_out, rendition
from briefing.preflight.rendition import judge_rendition
from briefing.profiles import PROFILES, ColourSpace

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.compose.desk import Rounds
    from briefing.content import project as projects
    from briefing.content.appendices import Appendix
    from briefing.content.publication import Publication
    from briefing.pdf.foreign import Facts
    from briefing.profiles import Profile
    from briefing.progress import Report

_ROUNDS = 4
"""How often a document is composed at most, for its page numbers to settle."""


def lay_out(work: Work, order: Order, report: Report) -> Iterator[Laid]:
    """Every document composed, once for all profiles whose pages are the same."""
    for document in work.documents:
        report(f"composing {document.name}")
        done: dict[tuple[Divider, ...], tuple[Publication, Composed | None]] = {}
        for profile in PROFILES:
            if not is_asked(document, profile, order):
                continue
            dividers = tuple(_dividers(work, document, profile))
            if dividers not in done:
                done[dividers] = _composed(work, document, dividers)
            publication, composed = done[dividers]
            if composed:
                yield Laid(document, publication, profile, composed)


def _composed(
    work: Work, document: projects.Document, dividers: tuple[Divider, ...]
) -> tuple[Publication, Composed | None]:
    """A document composed until its words name the pages that they lead to.

    Where content goes on to further pages, all later page numbers change, so contents and
    references are written once more; two rounds are enough unless their own lengths change. Pages
    that never settle would print wrong numbers, so that is an error.
    """
    lengths: Mapping[str, int] = {each.anchor: each.length for each in dividers if each.sizes}
    without = {each.anchor: 0 for each in dividers if not each.included}
    rounds: Rounds = {}
    for _ in range(_ROUNDS):
        publication = publication_of(work, document, {**lengths, **without})
        told = Diagnostics()
        composed = compose(
            publication, work.brand, dividers, told, work.gallery, lengths=lengths, rounds=rounds
        )
        if composed is None or composed.lengths == lengths:
            break
        lengths = composed.lengths
    else:
        _unsettled(document, told)
    work.diagnostics.add(told)
    return publication, composed


def _unsettled(document: projects.Document, diagnostics: Diagnostics) -> None:
    """Say that contents and references would name pages that their targets do not stand on."""
    diagnostics.error(
        "unsettled-pages",
        f"the pages of {document.name!r} change each time that its page numbers are written",
        document.where,
        "Shorten or split a page that names other pages by number and just fills its own.",
    )


def _dividers(work: Work, document: projects.Document, profile: Profile) -> Iterator[Divider]:
    for appendix in document.appendices:
        file = rendition(appendix, profile)
        known = facts(file.read_bytes(), work.diagnostics, work.at(file)) if file else None
        if file and known and profile.tagged and not (known.tagged or appendix.description):
            tell_untagged(work.diagnostics, work.at(file))
        if file and profile.colours is ColourSpace.CMYK:
            content, where = file.read_bytes(), work.at(file)
            judge_rendition(content, profile, work.diagnostics, where, fit=appendix.fit)
        yield Divider(
            appendix.letter,
            appendix.title,
            appendix.where,
            included=not left_out(appendix, profile),
            sizes=_sizes(work, document, appendix, known) if known else (),
            folio=appendix.folio,
        )


def _sizes(
    work: Work, document: projects.Document, appendix: Appendix, known: Facts
) -> tuple[tuple[float, float], ...]:
    """The sizes of the pages that hold an appendix's places: its own, or the format's."""
    format_ = work.brand.formats.get(document.format)
    if not appendix.fit or format_ is None:
        return known.sizes
    return ((format_.geometry.width, format_.geometry.height),) * known.pages
