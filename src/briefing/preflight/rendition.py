"""An appendix's rendition for the press, judged before it is merged: is it ready to be printed?

Of the rules that judge anyone's press file these are asked that the whole file would break with it:
inks, fonts, boxes, what hides in resources. What makes a document of it (its metadata, its output
intent, its size) is the body's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from pypdf import PdfReader

from briefing.diagnostics import Diagnostic, Severity
from briefing.preflight import mark_rules, page_rules
from briefing.preflight.facts import opened
from briefing.preflight.finding import INTO
from briefing.preflight.interpreter import seen
from briefing.preflight.limits import Limits
from briefing.preflight.page_rules import Page
from briefing.preflight.reader import Ledger
from briefing.profiles.rules import Rule
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.diagnostics import Diagnostics, Source
    from briefing.preflight.facts import Document
    from briefing.preflight.finding import Found
    from briefing.profiles import Profile

ASKED: tuple[Callable[[Page], Iterator[Found]], ...] = (
    page_rules.readable,
    page_rules.boxes,
    page_rules.nested,
    mark_rules.fonts,
    mark_rules.rgb,
    mark_rules.blending,
    mark_rules.registration,
    mark_rules.white,
    mark_rules.profiled,
    page_rules.transfer,
    page_rules.postscript,
    page_rules.alternates,
)
"""What is asked of each page."""

_REMEDIES = {
    Rule.BOXES: "Export it with a TrimBox and, if anything reaches the edge, a BleedBox",
    Rule.FONTS: "Export it with its fonts embedded",
}
_INKS = "Convert it to the inks of the press"
_OTHERWISE = (
    '; name another rendition below the appendix in publication.toml, press = "…", or leave it out'
    ' of the press file with press = "".'
)
_MOST = 20
"""How many findings of one rendition are told one by one."""


def judge_rendition(
    content: bytes, profile: Profile, diagnostics: Diagnostics, where: Source, *, fit: bool
) -> None:
    """Report whatever keeps a rendition from being printed, with page and object.

    A file that cannot be read is reported by whoever appends it. With `fit` its boxes are replaced.
    """
    try:
        with remarks():
            document = opened(PdfReader(BytesIO(content)))
            found = list(_found(document, fit=fit))
    except Exception:  # noqa: BLE001 - a damaged file can fail anywhere, and is told elsewhere
        return
    told = Counter(_told(page, each, profile) for page, each in found)
    told.pop(None, None)
    kept = [each for each in told if each is not None]
    for each in kept[:_MOST]:
        more = told[each] - 1
        words = f"{each.message}, and {more} more like it" if more else each.message
        diagnostics.report(replace(each, message=words, where=where))
    if len(kept) > _MOST:
        diagnostics.warning(
            "appendix-further-faults",
            f"{len(kept) - _MOST} further faults of the rendition are not listed",
            where,
            "briefing preflight lists all of them.",
        )


def _found(document: Document, *, fit: bool) -> Iterator[tuple[int, Found]]:
    ledger, limits = Ledger(), Limits()
    boxed = {page_rules.boxes, page_rules.nested}
    for sheet in document.sheets:
        page = Page(document, sheet, seen(sheet.page, ledger), limits)
        for rule in ASKED:
            if not (fit and rule in boxed):
                yield from ((sheet.number, each) for each in rule(page))


def _told(page: int, each: Found, profile: Profile) -> Diagnostic | None:
    answer = profile.answers[each.rule]
    if answer is None:
        return None
    grave = answer is each.severity is Severity.ERROR
    place = [f"page {page}"]
    if each.object:
        place.append(INTO.join((*each.path, each.object)))
    hint = _REMEDIES.get(each.rule, _INKS) + _OTHERWISE if grave else ""
    severity = Severity.ERROR if grave else Severity.WARNING
    return Diagnostic(each.rule.code, severity, f"{', '.join(place)}: {each.says}", None, hint)
