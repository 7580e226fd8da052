"""The catalogue of rules: one function a rule, those of the file and those of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.preflight import document_rules, mark_rules, page_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.preflight.facts import Document
    from briefing.preflight.finding import Found
    from briefing.preflight.limits import Limits
    from briefing.preflight.page_rules import Page

DOCUMENT: tuple[Callable[[Document, Limits], Iterator[Found]], ...] = (
    document_rules.encryption,
    document_rules.identifier,
    document_rules.version,
    document_rules.claim,
    document_rules.trapped,
    document_rules.metadata,
    document_rules.in_step,
    document_rules.intent,
    document_rules.actions,
    document_rules.fields,
    document_rules.attachments,
    document_rules.layers,
    document_rules.sizes,
    document_rules.spots,
)
"""Asked once, after all pages have been read."""

PAGE: tuple[Callable[[Page], Iterator[Found]], ...] = (
    page_rules.readable,
    page_rules.boxes,
    page_rules.nested,
    page_rules.cropped,
    page_rules.bleed,
    page_rules.room,
    page_rules.reach,
    page_rules.scaled,
    page_rules.empty,
    page_rules.safe,
    page_rules.annotated,
    mark_rules.fonts,
    mark_rules.rgb,
    mark_rules.blending,
    mark_rules.registration,
    mark_rules.white,
    mark_rules.profiled,
    mark_rules.greys,
    mark_rules.resolution,
    mark_rules.hairlines,
    mark_rules.reversed_words,
    mark_rules.coloured_words,
    mark_rules.knockouts,
    mark_rules.rich_black,
    page_rules.transfer,
    page_rules.postscript,
    page_rules.alternates,
)
"""Asked of each page; what ink lies where is measured in `ink`."""
