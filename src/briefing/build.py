"""The pipeline in order: read → tabulate → write up → compose → write → preflight → publish.

The only module that knows every stage, and the one place where time enters: the moment of
``SOURCE_DATE_EPOCH``, else the publication's own date, so that the same input gives the same bytes.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefing.blocks.model import Gallery
from briefing.brand.read import read_brand
from briefing.compose import Composed, Divider, compose, explanation
from briefing.compose.proof import marked, proof
from briefing.content.authored import authored, look_through
from briefing.content.evidence import gather
from briefing.content.project import read_project
from briefing.content.write_up import write_up
from briefing.diagnostics import Diagnostics, Faults, Source
from briefing.drawing import MM
from briefing.fit import fit_report
from briefing.layout.pages import Pages
from briefing.ledger import ledger_csv
from briefing.pdf.append import Appendix, append
from briefing.pdf.foreign import facts, tell_untagged
from briefing.pdf.metadata import Metadata
from briefing.pdf.raster import picture_of
from briefing.pdf.write import check as check_pages
from briefing.pdf.write import write
from briefing.preflight import preflight
from briefing.preflight.rendition import judge_rendition
from briefing.printer import Job, printer_notes, short_of_sheets
from briefing.profiles import PROFILES, ColourSpace
from briefing.profiles.proof import PROOF
from briefing.progress import silent
from briefing.publish import Made, manifest, publish, show
from briefing.sign_off import sign_off
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate
from briefing.wording import apart, speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.brand.model import Brand
    from briefing.content import project as projects
    from briefing.content.evidence import Evidence
    from briefing.content.publication import Publication
    from briefing.pdf.foreign import Facts
    from briefing.profiles import Profile
    from briefing.progress import Report
    from briefing.survey.model import Codebook


UNPROVED = "unbound-figure"
"""The fault of a figure without proof: pages can be laid out all the same."""
_ROUNDS = 4
"""How often a document is composed at most, for its page numbers to settle."""
_NONE: Final = MappingProxyType[str, int]({})
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
class _Work:
    """A build under way: what all its documents share."""

    project: projects.Project
    brand: Brand
    style: Path
    evidence: Evidence
    documents: tuple[projects.Document, ...]
    strict: bool
    diagnostics: Diagnostics
    prepared: tuple[str, ...] = ()
    """The files of tables that were made elsewhere."""
    gallery: Gallery = field(default_factory=Gallery)
    written: dict[tuple[str, Lengths], Publication] = field(default_factory=dict)

    def at(self, file: Path) -> Source:
        """Where a file of the project stands in it."""
        return Source(str(file.relative_to(self.project.folder.resolve())))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A document laid out for one profile."""

    document: projects.Document
    publication: Publication
    profile: Profile
    composed: Composed

    @property
    def name(self) -> str:
        """What the file is called."""
        return f"{self.document.name}-{self.profile.name}.pdf"


@apart
def build(order: Order, report: Report = silent) -> Built:
    """Make the publications of a project. Any error raises `Faults` and leaves earlier files."""
    work = _write_up(order, report, strict=False)
    laid = list(_lay_out(work, order, report))
    with suppress(OSError, Faults):  # the faults are told, whether or not they can be shown
        show(_oversets(work, laid), order.out, tuple(each.name for each in work.documents))
    _stop(work, laid)
    made = []
    for each in laid:
        report(f"writing {each.name}")
        made.append(_write(work, each))
    work.diagnostics.stop()
    report("publishing")
    made += _reports(work, laid)
    made += _printer_notes(work, laid, made)
    made.append(manifest(made, _inputs(work)))
    publish(made, order.out)
    return Built(tuple(made), work.diagnostics, _explained(laid))


def _stop(work: _Work, laid: Iterable[_Laid]) -> None:
    """Raise `Faults` if there are errors, with what is known of the layout."""
    try:
        work.diagnostics.stop()
    except Faults as faults:
        faults.explained = _explained(laid)
        raise


@dataclass(frozen=True, slots=True)
class Counted:
    """A survey read and counted, before any words: its codebook, and all that can be proved."""

    project: projects.Project
    codebook: Codebook
    evidence: Evidence
    diagnostics: Diagnostics


@apart
def counted(folder: Path, report: Report = silent) -> Counted:
    """Read and count the survey of a project; any error raises `Faults`."""
    diagnostics = Diagnostics()
    report("reading")
    project = read_project(folder, diagnostics)
    diagnostics.stop()
    return _counted(project, diagnostics, report)


@apart
def export_tables(folder: Path, out: Path, report: Report = silent) -> tuple[Counted, list[Made]]:
    """Write every table of a project: a workbook if `out` ends with .xlsx, else a folder of CSV."""
    from briefing.workbook import (  # noqa: PLC0415 - only an export pays for it
        SUFFIX,
        Particulars,
        csv_files,
        workbook,
    )

    found = counted(folder, report)
    tables, settings = found.evidence.tables.values(), found.project.settings
    about = Particulars(
        settings.title,
        found.codebook.title,
        settings.publisher,
        settings.date_words,
        settings.contact,
        _moment(settings),
    )
    if out.suffix.lower() == SUFFIX:
        made = [Made(out.name, workbook(tables, about))]
        publish(made, out.parent)
    else:
        made = [Made.text(name, text) for name, text in csv_files(tables).items()]
        publish(made, out)
    return found, made


@apart
def check(order: Order, report: Report = silent) -> Diagnostics:
    """Find every fault of a project without writing anything; figures without proof are errors."""
    try:
        work = _write_up(order, report, strict=True)
        laid = list(_lay_out(work, order, report))
        if any(each.code not in (UNPROVED, "overset") for each in work.diagnostics.errors):
            return work.diagnostics  # what a fault left out must not be told as another
        for each in laid:
            icc = _press_icc(work, each.profile)
            check_pages(
                each.composed.pages, each.composed.tree, each.profile, icc, work.diagnostics
            )
            if not each.document.appendices:
                _judge_binding(work, each, len(each.composed.pages.pages))
    except Faults as faults:
        return faults.diagnostics
    return work.diagnostics


# -- read, tabulate, write up ----------------------------------------------------------------------


def _write_up(order: Order, report: Report, *, strict: bool) -> _Work:
    """The project read, its survey counted, its words bound to the figures."""
    diagnostics = Diagnostics()
    report("reading")
    project = read_project(order.folder, diagnostics)
    diagnostics.stop()
    wanted = _wanted(project, order, diagnostics)
    style = _style_folder(project, diagnostics)
    brand = read_brand(style, diagnostics) if style else None
    found = _counted(project, diagnostics, report)
    if style is None or brand is None:  # reported, so counting has raised
        raise AssertionError
    report("writing up")
    prepared = tuple(each.file for each in found.codebook.prepared)
    work = _Work(project, brand, style, found.evidence, wanted, strict, diagnostics, prepared)
    texts = authored(project, found.codebook, brand)
    look_through(texts, project.settings.literal, found.evidence, diagnostics, strict=strict)
    written = [_publication(work, document) for document in wanted]
    if order.only is None:
        _tell_unused(project, written, diagnostics)
    if any(each.code != UNPROVED for each in diagnostics.errors):
        diagnostics.stop()
    return work


def _counted(project: projects.Project, diagnostics: Diagnostics, report: Report) -> Counted:
    """The survey of a project counted; raises `Faults` if any error has been found so far.

    From here on the engine speaks in the words of the project.
    """
    speak(project.words)
    files = project.survey
    survey = read_survey(
        project.folder,
        diagnostics,
        codebook=files.codebook,
        responses=files.responses,
        comments=files.comments,
        population=files.population,
        choices=files.choices,
    )
    report("tabulating")
    tables = tabulate(survey)
    diagnostics.stop()
    language = project.settings.language
    evidence = gather(survey.codebook, tables, survey.comments, language)
    return Counted(project, survey.codebook, evidence, diagnostics)


def _tell_unused(
    project: projects.Project, written: Iterable[Publication], diagnostics: Diagnostics
) -> None:
    """Point at abbreviations that no document uses."""
    used = frozenset[str]().union(*(each.abbreviations for each in written))
    for each in project.abbreviations:
        if each.name not in used and each.name.removesuffix("s") not in used:
            diagnostics.warning(
                "unused-abbreviation",
                f"no document uses the abbreviation '{each.name}'",
                each.where,
                "Take it out, or write it as the words do.",
            )


def _publication(
    work: _Work, document: projects.Document, lengths: Mapping[str, int] = _NONE
) -> Publication:
    """A document's words bound to the figures, and to the pages that `lengths` lead to."""
    key = (document.name, tuple(lengths.items()))
    if key not in work.written:
        format_ = work.brand.formats.get(document.format)
        masters = tuple(format_.masters) if format_ else ()
        work.written[key] = write_up(
            work.project,
            document,
            work.evidence,
            masters,
            work.diagnostics,
            strict=work.strict,
            lengths=lengths,
            icons=work.brand.icons,
        )
    return work.written[key]


def _wanted(
    project: projects.Project, order: Order, diagnostics: Diagnostics
) -> tuple[projects.Document, ...]:
    """The documents that the order names: one, or all."""
    if order.only is None:
        return project.documents
    wanted = tuple(each for each in project.documents if each.name == order.only)
    if not wanted:
        names = ", ".join(each.name for each in project.documents)
        diagnostics.error(
            "unknown-document",
            f"there is no document {order.only!r}",
            Source("publication.toml"),
            f"There are: {names}.",
        )
        diagnostics.stop()
    return wanted


def _style_folder(project: projects.Project, diagnostics: Diagnostics) -> Path | None:
    """The brand's folder: in ``styles/`` of the project, or of the nearest folder above it."""
    name = project.settings.brand
    for folder in (project.folder, *project.folder.parents):
        style = folder / "styles" / name
        if style.is_dir() and style.parent.parent == folder:
            return style
    diagnostics.error(
        "no-brand",
        f"there is no brand {name!r}",
        project.settings.where,
        f"Make styles/{name}/_brand.yml in the project or in a folder above it.",
    )
    return None


# -- compose ---------------------------------------------------------------------------------------


def _lay_out(work: _Work, order: Order, report: Report) -> Iterator[_Laid]:
    """Every document composed, once for all profiles whose pages are the same."""
    for document in work.documents:
        report(f"composing {document.name}")
        done: dict[tuple[Divider, ...], tuple[Publication, Composed | None]] = {}
        for profile in PROFILES:
            if not _asked(document, profile, order):
                continue
            dividers = tuple(_dividers(work, document, profile))
            if dividers not in done:
                done[dividers] = _composed(work, document, dividers)
            publication, composed = done[dividers]
            if composed:
                yield _Laid(document, publication, profile, composed)


def _composed(
    work: _Work, document: projects.Document, dividers: tuple[Divider, ...]
) -> tuple[Publication, Composed | None]:
    """A document composed until its words name the pages that they lead to.

    Where content goes on to further pages, all later page numbers change, so contents and
    references are written once more; two rounds are enough unless their own lengths change. Pages
    that never settle would print wrong numbers, so that is an error.
    """
    lengths: Mapping[str, int] = {each.anchor: each.length for each in dividers if each.sizes}
    left_out = {each.anchor: 0 for each in dividers if not each.included}
    for _ in range(_ROUNDS):
        publication = _publication(work, document, {**lengths, **left_out})
        told = Diagnostics()
        composed = compose(publication, work.brand, dividers, told, work.gallery, lengths=lengths)
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


def _asked(document: projects.Document, profile: Profile, order: Order) -> bool:
    """Whether a document is made in a profile: it lists it, and the order does not name another."""
    if profile.shows_making:
        return order.profile == profile.name
    return profile.name in document.profiles and order.profile in (None, profile.name)


def _dividers(work: _Work, document: projects.Document, profile: Profile) -> Iterator[Divider]:
    for appendix in document.appendices:
        file = _rendition(appendix, profile)
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
            included=file is not None,
            sizes=_sizes(work, document, appendix, known) if known else (),
            folio=appendix.folio,
        )


def _sizes(
    work: _Work, document: projects.Document, appendix: projects.Appendix, known: Facts
) -> tuple[tuple[float, float], ...]:
    """The sizes of the pages that hold an appendix's places: its own, or the format's."""
    format_ = work.brand.formats.get(document.format)
    if not appendix.fit or format_ is None:
        return known.sizes
    return ((format_.geometry.width, format_.geometry.height),) * known.pages


def _rendition(appendix: projects.Appendix, profile: Profile) -> Path | None:
    """The file of an appendix for a profile; None where the profile leaves it out."""
    return appendix.press if profile.colours is ColourSpace.CMYK else appendix.file


# -- write -----------------------------------------------------------------------------------------


def _write(work: _Work, laid: _Laid) -> Made:
    """The bytes of one file, appendices included, judged by what its profile promises."""
    pages, profile = laid.composed.pages, laid.profile
    if profile.shows_making:
        format_ = work.brand.formats[laid.document.format]
        pages = proof(pages, format_, format_.styles["chart.note"].roman)
    content = write(
        pages,
        laid.composed.tree,
        profile,
        _metadata(work, laid.publication),
        work.brand.faces,
        icc=_press_icc(work, profile),
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
        if (file := _rendition(each, profile))
    ]
    if appendices:
        content = append(content, appendices, work.diagnostics)
    for finding in preflight(content, profile):
        work.diagnostics.report(finding)
    count = len(pages.pages)
    _judge_binding(work, laid, count)
    return Made(laid.name, content, laid.document.name, profile.name, count)


def _metadata(work: _Work, publication: Publication) -> Metadata:
    return Metadata(
        title=publication.title,
        author=publication.publisher,
        subject=publication.subtitle,
        language=publication.language,
        created=_moment(work.project.settings),
    )


def _moment(settings: projects.Settings) -> datetime:
    """When the files say that they were made: the one place where time enters."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(settings.date, time(), UTC)


def _press_icc(work: _Work, profile: Profile) -> bytes | None:
    """The ICC profile of the printing condition, from the brand's folder."""
    if profile.colours is not ColourSpace.CMYK:
        return None
    files = sorted((work.style / "icc").glob("*.icc"))
    return files[0].read_bytes() if files else None


def _oversets(work: _Work, laid: Iterable[_Laid]) -> Iterator[Made]:
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


# -- reports ---------------------------------------------------------------------------------------


def _reports(work: _Work, laid: Iterable[_Laid]) -> list[Made]:
    """The claims ledger, its page to be signed and the fit report, each document once."""
    first = {each.document.name: each.composed.pages for each in reversed(list(laid))}
    names = sorted(first, key=list(first)[::-1].index)
    documents, tables = [(name, first[name]) for name in names], work.evidence.tables
    settings = work.project.settings
    return [
        Made.text("claims.csv", ledger_csv(documents, tables)),
        Made.text("claims.html", sign_off(documents, tables, settings.title, settings.language)),
        Made.text("fit.txt", fit_report((name, first[name].fits) for name in names)),
    ]


def _printer_notes(work: _Work, laid: Iterable[_Laid], made: Iterable[Made]) -> list[Made]:
    """The notes for the printer, where there is anything to print."""
    counts = {each.name: each.pages for each in made}
    jobs = [_job(work, each, counts[each.name]) for each in laid if each.profile.output_condition]
    return [Made.text("printer-notes.txt", printer_notes(jobs))] if jobs else []


def _job(work: _Work, laid: _Laid, pages: int) -> Job:
    """What a printer should know of one press file."""
    profile = laid.profile
    appended = [place for places in laid.composed.appended.values() for place in places]
    version = f"{' and '.join(profile.conformance)}, PDF {'.'.join(map(str, profile.pdf_version))}"
    return Job(
        laid.name,
        laid.publication.title,
        laid.composed.pages,
        pages,
        len(appended),
        _without_bleed(work, laid),
        laid.document.binding,
        profile.output_condition,
        version,
        {name: face.path.stem for name, face in work.brand.faces.items()},
    )


def _without_bleed(work: _Work, laid: _Laid) -> int:
    """How many pages of a press file's appendices end where they are cut."""
    told = Diagnostics()  # what is the matter with them has been said
    files = [
        file
        for each in laid.document.appendices
        if (file := _rendition(each, laid.profile)) and not each.fit
    ]
    known = [facts(file.read_bytes(), told, work.at(file)) for file in files]
    return sum(not bleeds for each in known if each for bleeds in each.bleeds)


def _judge_binding(work: _Work, laid: _Laid, pages: int) -> None:
    """Warn of a saddle-stitched document that is no whole number of folded sheets."""
    short = short_of_sheets(pages, laid.document.binding) if laid.profile.output_condition else 0
    if short:
        work.diagnostics.warning(
            "saddle-pages",
            f"{laid.document.name!r} is saddle-stitched and has {pages} pages, no multiple of four",
            laid.document.where,
            f"Take out {4 - short} or add {short}; else {short} stay blank.",
        )


def _explained(laid: Iterable[_Laid]) -> str:
    """Every arrangement that was weighed, each document once."""
    first: dict[str, Composed] = {}
    for each in laid:
        first.setdefault(each.document.name, each.composed)
    return "".join(explanation(name, composed.tried) for name, composed in first.items())


def _inputs(work: _Work) -> dict[str, bytes]:
    """Everything the files were made from: the project's files and the brand's."""
    folder = work.project.folder
    pictures = {path for publication in work.written.values() for path in publication.pictures}
    named = (*work.project.inputs, *work.prepared, *sorted(pictures))
    inputs = {path: (folder / path).read_bytes() for path in dict.fromkeys(named)}
    for file in sorted(work.style.rglob("*")):
        if file.is_file():
            name = f"styles/{work.style.name}/{file.relative_to(work.style).as_posix()}"
            inputs[name] = file.read_bytes()
    return inputs
