"""One document of a project written up: its file of words read and bound to the evidence."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.charts import CATALOGUE as CHARTS
from briefing.content.abbreviations import explained
from briefing.content.bind import OWN, Manner, bind_parts
from briefing.content.elements import Div, Heading
from briefing.content.markdown import parse_words
from briefing.content.pictures import Album
from briefing.content.publication import Publication
from briefing.content.unwritten import unwritten
from briefing.content.words import Writer
from briefing.diagnostics import Source
from briefing.layout.text import plain
from briefing.survey.declared import DISCLOSURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.content.elements import Attributes, Element
    from briefing.content.evidence import Evidence
    from briefing.content.project import Document, Project, Settings
    from briefing.diagnostics import Diagnostics


def write_up(
    project: Project,
    document: Document,
    evidence: Evidence,
    masters: Iterable[str],
    diagnostics: Diagnostics,
    *,
    strict: bool = False,
    lengths: Mapping[str, int] = MappingProxyType({}),
    icons: Iterable[str] = (),
) -> Publication:
    """Write up a document on pages of these `masters`; every fault goes to `diagnostics`.

    With `strict` a figure typed without proof is an error, otherwise a warning. `lengths` says how
    many pages a written page takes, by its anchor, where it is more than one. `icons` are the
    brand's.
    """
    settings = project.settings
    evidence = informed(evidence, settings)
    album = Album(project.folder, "screen" in document.profiles, "press" in document.profiles)
    manner = Manner(
        tuple(masters),
        BLOCKS,
        CHARTS,
        document.percent,
        tuple((each.anchor, each.letter) for each in document.appendices),
        strict,
        lengths,
        settings.language,
        tuple(icons),
        album,
        settings.final,
    )
    parts = _parts(project, document, diagnostics)
    bound = bind_parts(parts, evidence, manner, diagnostics)
    known = {each.name: each.words for each in project.abbreviations}
    told = explained(tuple(chain.from_iterable(bound.values())), known, settings.language)
    entries = iter(told.entries)
    written = {name: tuple(islice(entries, len(part))) for name, part in bound.items()}
    if known and strict:
        tell_unknown(told.unknown, diagnostics)
    writer = Writer(
        evidence,
        diagnostics,
        document.percent,
        strict=strict,
        language=settings.language,
        final=settings.final,
    )

    def titled(words: str) -> str:
        return plain(writer.option(words, document.where))

    if settings.final:
        _check_final(settings, evidence, diagnostics)
    return Publication(
        name=document.name,
        title=titled(document.title),
        subtitle=titled(document.subtitle),
        running=titled(document.running),
        running_where=document.running_where,
        language=settings.language,
        publisher=settings.publisher,
        format=document.format,
        date=settings.date,
        date_words=settings.date_words,
        contact=settings.contact,
        reference=settings.reference,
        binding=document.binding,
        final=settings.final,
        entries=written.pop(OWN),
        appended=written,
        appendix=_appendix_level(parts[OWN]),
        abbreviations=told.used,
        pictures=tuple(sorted(each.path for each in album.found.values())),
    )


def tell_unknown(unknown: Iterable[tuple[str, Source | None]], diagnostics: Diagnostics) -> None:
    """Point at abbreviations that neither the words nor the project explain."""
    for name, where in unknown:
        diagnostics.warning(
            "unexplained-abbreviation",
            f"nothing says what '{name}' stands for",
            where,
            f'add {name} = "…" to [abbreviations], or say it in full where it is used first',
        )


def informed(evidence: Evidence, settings: Settings) -> Evidence:
    """The evidence with the publication's own particulars among its facts."""
    particulars = {
        "publication.title": settings.title,
        "publication.publisher": settings.publisher,
        "publication.date": settings.date_words,
        "publication.contact": settings.contact,
        "publication.reference": settings.reference,
    }
    return replace(evidence, facts={**evidence.facts, **particulars})


def _parts(
    project: Project, document: Document, diagnostics: Diagnostics
) -> dict[str, tuple[Element, ...]]:
    """The elements of a document's own words, and of the appendices that are set with it.

    The headings of these stand below that of their divider.
    """

    def read(words: str) -> tuple[Element, ...]:
        elements = read_words(project, words, diagnostics)
        if elements == ():
            hint = "a heading opens a page: # Title {.cover}"
            diagnostics.error(
                "no-words", "this file has no words to be printed", Source(words), hint
            )
        return elements or ()

    own = read(document.words)
    behind = {each.anchor: read(each.words) for each in document.appendices if each.words}
    level = _appendix_level(own)
    return {OWN: own} | {
        anchor: tuple(
            replace(each, level=each.level + level) if isinstance(each, Heading) else each
            for each in elements
        )
        for anchor, elements in behind.items()
    }


def _appendix_level(own: Sequence[Element]) -> int:
    """The level of an appendix's heading, by the document's own words.

    Appendices belong to the last part of its contents where that has a page that lists them, and
    are parts of their own behind any other: nobody looks for them below what happens next.
    """
    level = 1
    for each in own:
        if isinstance(each, Heading) and each.level == 1 and not _is_unlisted(each):
            level = 1
        elif isinstance(each, Div) and _lists_a_part(each.attributes):
            level = 2
    return level


def _is_unlisted(heading: Heading) -> bool:
    return "unlisted" in heading.attributes.classes


def _lists_a_part(attributes: Attributes) -> bool:
    return "contents" in attributes.classes and attributes.option("under") is not None


def read_words(project: Project, path: str, diagnostics: Diagnostics) -> tuple[Element, ...] | None:
    """The elements of a file of words; None, which is reported, if it is not in UTF-8."""
    data = (project.folder / path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        message = f"byte {fault.start} is not UTF-8"
        diagnostics.error("encoding", message, Source(path, line), "save the file as UTF-8")
        return None
    return parse_words(text, path, diagnostics, project.settings.language)


def _check_final(settings: Settings, evidence: Evidence, diagnostics: Diagnostics) -> None:
    """A final document discloses how the survey was made (conventions, 1.14)."""
    said = {
        each.id
        for each in evidence.disclosures
        if each.not_published or (each.text and not any(unwritten(each.text)))
    }
    missing = [each for each in DISCLOSURES if each not in said]
    if missing:
        diagnostics.error(
            "not-final",
            f"a final publication must disclose {', '.join(missing)}",
            evidence.disclosed_at or settings.final_where,
            f'write {missing[0]} = "…" under [disclosure], or {missing[0]} = {{ not_published = '
            f'"the reason" }}; that it is final stands at {settings.final_where}',
        )
