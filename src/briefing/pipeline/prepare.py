"""The first stages: a project is read, its survey counted, its words bound to the figures."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefing.brand.read import read_brand
from briefing.claims.naming import meant
from briefing.clock import moment_of
from briefing.content.authored import authored, check_settings, look_through
from briefing.content.keys import FILE
from briefing.content.notice import write_notice
from briefing.content.project import read_project
from briefing.content.write_up import write_up
from briefing.diagnostics import Diagnostics, Source
from briefing.pipeline.counting import count
from briefing.pipeline.work import UNPROVED, Order, Work, is_asked
from briefing.profiles import PROFILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.brand.model import Brand
    from briefing.content import project as projects
    from briefing.content.notice import Written
    from briefing.content.publication import Publication
    from briefing.progress import Report

_NONE: Final = MappingProxyType[str, int]({})


def written_up(order: Order, report: Report, *, strict: bool) -> Work:
    """The project read, its survey counted, its words bound to the figures.

    Raises `Faults` with whatever keeps pages from being laid out; with `strict` figures without
    proof are errors, which do not.
    """
    diagnostics = Diagnostics()
    report("reading")
    project = read_project(order.folder, diagnostics)
    diagnostics.stop()
    wanted, created = _wanted(project, order, diagnostics), moment_of(project.settings.date)
    style = _style_folder(project, diagnostics)
    brand = read_brand(style, diagnostics) if style else None
    found = count(project, diagnostics, report)
    if style is None or brand is None:  # reported, so counting has raised
        raise AssertionError
    _check_formats(wanted, brand, diagnostics)
    report("writing up")
    elsewhere = tuple(each.file for each in found.codebook.prepared)
    work = Work(
        project, brand, style, found.evidence, wanted, created, strict, diagnostics, elsewhere
    )
    texts = tuple(authored(project, found.codebook, brand))
    if project.settings.final:
        check_settings(project.settings, texts, diagnostics)
    look_through(
        texts,
        project.settings.literal,
        found.evidence,
        diagnostics,
        strict=strict,
        language=project.settings.language,
    )
    written = [publication_of(work, document) for document in wanted]
    work.notices += _notices(work, order)
    if order.only is None:
        used = [each.abbreviations for each in written]
        used += [each.abbreviations for each in work.notices]
        _tell_unused(project, frozenset[str]().union(*used), diagnostics)
    if any(each.code != UNPROVED for each in diagnostics.errors):
        diagnostics.stop()
    return work


def _notices(work: Work, order: Order) -> Iterator[Written]:
    """The notices that the order names, one or all, their words bound to the figures."""
    for each in work.project.notices:
        if order.only in (None, each.name):
            strict, told = work.strict, work.diagnostics
            written = write_notice(work.project, each, work.evidence, told, strict=strict)
            if written:
                yield written


def _tell_unused(project: projects.Project, used: frozenset[str], diagnostics: Diagnostics) -> None:
    """Point at abbreviations that no document uses, and no notice."""
    for each in project.abbreviations:
        if each.name not in used and each.name.removesuffix("s") not in used:
            diagnostics.warning(
                "unused-abbreviation",
                f"no document uses the abbreviation '{each.name}'",
                each.where,
                "Take it out, or write it as the words do.",
            )


def publication_of(
    work: Work, document: projects.Document, lengths: Mapping[str, int] = _NONE
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
    """The documents that the order names, one or all, of which some file can be made.

    An order that names a notice wants no document.
    """
    names = [each.name for each in project.documents] + [each.name for each in project.notices]
    wanted = tuple(each for each in project.documents if order.only in (None, each.name))
    if not wanted and order.only in names:
        return ()
    if not wanted:
        diagnostics.error(
            "unknown-document",
            f"there is no document '{order.only}'",
            Source(FILE),
            meant(order.only or "", names, "documents"),
        )
    elif not any(is_asked(each, profile, order) for each in wanted for profile in PROFILES):
        diagnostics.error(
            "no-file",
            f"no {order.profile} file is made of {' or '.join(each.name for each in wanted)}",
            wanted[0].where,
            f'add "{order.profile}" to its profiles',
        )
    diagnostics.stop()
    return wanted


def _style_folder(project: projects.Project, diagnostics: Diagnostics) -> Path | None:
    """The brand's folder: in ``styles/`` of the project, or of the nearest folder above it."""
    name, known = project.settings.brand, dict[str, Path]()
    for folder in (project.folder, *project.folder.parents):
        for style in (folder / "styles").glob("*/"):
            known.setdefault(style.name, style)
    if name not in known:
        diagnostics.error(
            "no-brand",
            f"there is no brand '{name}'",
            project.settings.brand_where,
            f"{meant(name, sorted(known), 'brands')}; a new one begins as styles/{name}/_brand.yml"
            " in the project or in a folder above it",
        )
    return known.get(name)


def _check_formats(
    documents: Iterable[projects.Document], brand: Brand, diagnostics: Diagnostics
) -> None:
    """Report formats that the brand does not have."""
    for each in documents:
        if each.format not in brand.formats:
            diagnostics.error(
                "unknown-format",
                f"the brand {brand.name} has no format '{each.format}'",
                each.where,
                meant(each.format, brand.formats, "formats"),
            )
