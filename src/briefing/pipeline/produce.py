"""Files made of what is laid out: written, their appendices merged in, judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose.proof import marked, proof
from briefing.drawing import MM
from briefing.layout.pages import Pages
from briefing.pdf.append import Appendix, append
from briefing.pdf.metadata import Metadata
from briefing.pdf.raster import picture_of
from briefing.pdf.write import write
from briefing.pipeline.work import Laid, Work, rendition
from briefing.preflight import Guest, preflight
from briefing.printer import short_of_sheets
from briefing.profiles import ColourSpace
from briefing.profiles.proof import PROOF
from briefing.publish import Made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.content.publication import Publication
    from briefing.profiles import Profile


def made_of(work: Work, laid: Laid) -> Made:
    """The bytes of one file, appendices included, judged by what its profile promises."""
    pages, profile = laid.composed.pages, laid.profile
    if profile.shows_making:
        format_ = work.brand.formats[laid.document.format]
        pages = proof(pages, laid.composed.tree, format_, format_.styles["chart.note"].roman)
    content = write(
        pages,
        laid.composed.tree,
        profile,
        _metadata(work, laid.publication),
        work.brand.faces,
        icc=press_icc(work, profile),
    )
    appendices = [
        Appendix(
            each.letter,
            each.title,
            file.read_bytes(),
            places := laid.composed.appended[each.letter],
            tuple(tuple(box.rect for box in laid.composed.pages.pages[at].boxes) for at in places),
            work.at(file),
            each.description,
            each.fit,
        )
        for each in laid.document.appendices
        if (file := rendition(each, profile))
    ]
    if appendices:
        content = append(content, appendices, work.diagnostics)
    guests = [Guest(each.places, f"appendix {each.letter}", each.where) for each in appendices]
    for finding in preflight(content, profile, guests):
        work.diagnostics.report(finding)
    count = len(pages.pages)
    judge_binding(work, laid, count)
    return Made(laid.name, content, laid.document.name, profile.name, count)


def _metadata(work: Work, publication: Publication) -> Metadata:
    return Metadata(
        title=publication.title,
        author=publication.publisher,
        subject=publication.subtitle,
        language=publication.language,
        created=work.created,
    )


def press_icc(work: Work, profile: Profile) -> bytes | None:
    """The ICC profile of the printing condition, from the brand's folder."""
    if profile.colours is not ColourSpace.CMYK:
        return None
    files = sorted((work.style / "icc").glob("*.icc"))
    return files[0].read_bytes() if files else None


def judge_binding(work: Work, laid: Laid, pages: int) -> None:
    """Warn of a saddle-stitched document that is no whole number of folded sheets."""
    short = short_of_sheets(pages, laid.document.binding) if laid.profile.output_condition else 0
    if short:
        work.diagnostics.warning(
            "saddle-pages",
            f"{laid.document.name!r} is saddle-stitched and has {pages} pages, no multiple of four",
            laid.document.where,
            f"Take out {4 - short} or add {short}; else {short} stay blank.",
        )


def oversets(work: Work, laid: Iterable[Laid]) -> Iterator[Made]:
    """A picture of every page that does not hold its content, the offender outlined."""
    seen: set[str] = set()
    for each in laid:
        pages, name = each.composed.pages, each.document.name
        over = [fit for fit in pages.fits if fit.overset]
        if name in seen or not over:
            continue
        seen.add(name)
        face = work.brand.formats[each.publication.format].styles["chart.note"].roman
        for page in pages.pages:
            told = [fit.overset for fit in over if fit.page == page.label and fit.overset]
            shown = page
            for fault in told:
                words = f"{fault.name}: {fault.over / MM:.1f} mm over"
                shown = marked(shown, fault.rect, words, face)
            if told:
                metadata, faces = _metadata(work, each.publication), work.brand.faces
                content = write(
                    Pages((shown,)), each.composed.tree, PROOF, metadata, faces, icc=None
                )
                yield Made(f"{name}-{page.label}.png", picture_of(content))
