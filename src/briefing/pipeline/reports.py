"""What is told beside the publications: claims, fit, notices, notes for the printer, inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose import Composed, explanation
from briefing.diagnostics import Diagnostics
from briefing.fit import fit_report
from briefing.layout.text import plain
from briefing.ledger import Entry, ledger_csv, printed_figures
from briefing.notices import figures_of, notice_html, notice_text, parts_of
from briefing.pdf.foreign import facts
from briefing.pipeline.work import Laid, Work, rendition
from briefing.printer import Job, printer_notes
from briefing.publish import Made
from briefing.sign_off import sign_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.content.notice import Written
    from briefing.notices import Part


def reports(work: Work, laid: Iterable[Laid]) -> list[Made]:
    """The claims ledger, its page to be signed, the fit report, and the notices to the press."""
    first = {each.document.name: each.composed.pages for each in reversed(list(laid))}
    names = sorted(first, key=list(first)[::-1].index)
    settings, tables = work.project.settings, work.evidence.tables
    language, final = settings.language, settings.final
    notices = [(each, parts_of(each.sheet, language, final=final)) for each in work.notices]
    entries = [
        *printed_figures((name, first[name]) for name in names),
        *(Entry(each.stem, "", figure) for each, parts in notices for figure in figures_of(parts)),
    ]
    return [
        Made.text("claims.csv", ledger_csv(entries, tables)),
        Made.text("claims.html", sign_off(entries, tables, settings.title, language)),
        *([Made.text("fit.txt", fit_report((n, first[n].fits) for n in names))] if names else []),
        *(made for each, parts in notices for made in _notice(each, parts, language)),
    ]


def _notice(written: Written, parts: tuple[Part, ...], language: str) -> Iterator[Made]:
    """A notice as text and as HTML."""
    title = plain(written.sheet.heading)
    yield Made.text(f"{written.stem}.txt", notice_text(parts))
    yield Made.text(f"{written.stem}.html", notice_html(parts, title, language))


def notes_for_printers(work: Work, laid: Iterable[Laid], made: Iterable[Made]) -> list[Made]:
    """The notes for the printer, where there is anything to print."""
    counts = {each.name: each.pages for each in made}
    jobs = [_job(work, each, counts[each.name]) for each in laid if each.profile.output_condition]
    return [Made.text("printer-notes.txt", printer_notes(jobs))] if jobs else []


def _job(work: Work, laid: Laid, pages: int) -> Job:
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


def _without_bleed(work: Work, laid: Laid) -> int:
    """How many pages of a press file's appendices end where they are cut."""
    told = Diagnostics()  # what is the matter with them has been said
    files = [
        file
        for each in laid.document.appendices
        if (file := rendition(each, laid.profile)) and not each.fit
    ]
    known = [facts(file.read_bytes(), told, work.at(file)) for file in files]
    return sum(not bleeds for each in known if each for bleeds in each.bleeds)


def explained(laid: Iterable[Laid]) -> str:
    """Every arrangement that was weighed, each document once."""
    first: dict[str, Composed] = {}
    for each in laid:
        first.setdefault(each.document.name, each.composed)
    return "".join(explanation(name, composed.tried) for name, composed in first.items())


def inputs(work: Work) -> dict[str, bytes]:
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
