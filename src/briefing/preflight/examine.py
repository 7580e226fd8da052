"""A file of anyone's under inspection: opened, read page by page, judged by the catalogue.

What verdict.py is for our own finished files in a build, this is for a file that lies on the disk:
slower, by more rules, and never surprised by what it finds there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.diagnostics import Severity
from briefing.preflight.catalogue import DOCUMENT, PAGE
from briefing.preflight.facts import Document, most_ink, opened
from briefing.preflight.finding import Finding, Found
from briefing.preflight.ink import FINE, MAP, begun, heat_map, measure, too_much
from briefing.preflight.interpreter import seen
from briefing.preflight.limits import INK_WITHOUT_PROFILE, Limits
from briefing.preflight.page_rules import Page
from briefing.preflight.painted import Seen
from briefing.preflight.reader import Ledger
from briefing.preflight.verdict import preflight, preflight_structure
from briefing.profiles import SCREEN
from briefing.profiles.rules import Rule
from briefing.reading import Refusal, RefusedError, pdf_of
from briefing.remarks import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.preflight.facts import Sheet
    from briefing.preflight.plates import Plate
    from briefing.profiles import Profile

EMPTY = Seen((), (), (), ())
_REMARK = Severity.WARNING
_GRADES = {Severity.ERROR: 0, Severity.WARNING: 1}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in a file, and what it was measured by."""

    profile: str
    pages: int
    findings: tuple[Finding, ...]
    limits: Limits
    condition: str = ""
    ink_limit: float = 0.0
    ink_source: str = ""
    inks: tuple[str, ...] = ()
    heat_maps: tuple[tuple[str, bytes], ...] = ()

    @property
    def errors(self) -> int:
        """How many errors were found."""
        return sum(each.severity is Severity.ERROR for each in self.findings)

    @property
    def warnings(self) -> int:
        """How many warnings were found."""
        return len(self.findings) - self.errors


def examine(
    data: bytes, profile: Profile, limits: Limits | None = None, *, maps: bool = False
) -> Verdict:
    """Judge a file by a profile; faults of the file are findings, whatever they are."""
    measured_by = limits or Limits()
    with remarks() as heard:
        verdict = _inspected(data, profile, measured_by, maps=maps)
    if not heard or not verdict.pages:
        return verdict
    mended = Found(Rule.READABLE, f"the file is faulty: {_shortened(heard[0])}", severity=_REMARK)
    findings = (*_told([mended], profile, None), *verdict.findings)
    return replace(verdict, findings=findings)


def _inspected(data: bytes, profile: Profile, measured_by: Limits, *, maps: bool) -> Verdict:
    try:
        document = _opened(data)
    except _Locked:
        told = profile.answers[Rule.ENCRYPTION] is Severity.ERROR
        rule = Rule.ENCRYPTION if told else Rule.READABLE  # what is not looked into passes nothing
        locked = Found(rule, "the file is encrypted and does not open without a password")
        return Verdict(profile.name, 0, tuple(_told([locked], profile, None)), measured_by)
    except Exception as fault:  # noqa: BLE001 - a damaged file can fail anywhere in its reader
        broken = Found(Rule.READABLE, f"the file cannot be read: {_words(fault)}")
        return Verdict(profile.name, 0, tuple(_told([broken], profile, None)), measured_by)
    return _Inspection(data, document, profile, measured_by, maps).verdict()


class _Locked(Exception):  # noqa: N818 - a state of the file
    """A file that needs a password."""


def _opened(data: bytes) -> Document:
    try:
        reader = pdf_of(data, protected=True)
    except RefusedError as refused:
        if refused.why in (Refusal.PASSWORD, Refusal.PROTECTED):
            raise _Locked from refused
        raise
    document = opened(reader)
    if not document.sheets:
        raise ValueError("it has no pages")
    return document


def _words(fault: BaseException) -> str:
    return _shortened(str(fault)) or type(fault).__name__


def _shortened(words: str) -> str:
    return " ".join(words.split())[:200]


@dataclass(slots=True)
class _Inspection:
    data: bytes
    document: Document
    profile: Profile
    limits: Limits
    maps: bool

    def verdict(self) -> Verdict:
        """Go through the pages, then over the whole file."""
        document, ledger = self.document, Ledger()
        self._set_ink_limit()
        findings: list[Finding] = []
        pictures: list[tuple[str, bytes]] = []
        inks: dict[str, None] = {}
        for sheet in document.sheets:
            total = begun() if self._asks(Rule.INK) else None
            shown, found = self._seen(sheet, ledger, total)
            document.spots += [(sheet.number, spot) for spot in shown.spots]
            inks |= dict.fromkeys(name for each in shown.painted for name in each.tint.laid)
            found += self._judged(Page(document, sheet, shown, self.limits))
            if total is not None:
                found += self._ink(sheet, shown, total, pictures)
            findings += _told(found, self.profile, sheet)
        whole = [each for rule in DOCUMENT for each in self._ruled(rule)]
        findings = [*_told(whole, self.profile, None), *findings]
        if self.profile.tagged:
            findings += self._structure()
        intent = document.press_intent
        return Verdict(
            self.profile.name,
            len(document.sheets),
            tuple(findings),
            self.limits,
            intent.condition if intent else "",
            document.ink_limit,
            document.ink_source,
            tuple(inks),
            tuple(pictures),
        )

    def _asks(self, rule: Rule) -> bool:
        return self.profile.answers[rule] is not None

    def _set_ink_limit(self) -> None:
        document, intent = self.document, self.document.press_intent
        measured = most_ink(intent.profile) if intent else None
        if self.limits.ink is not None:
            document.ink_limit, document.ink_source = self.limits.ink, "as the file of limits says"
        elif measured is not None:
            document.ink_limit, document.ink_source = measured, self.limits.source("ink")
        else:
            document.ink_limit = INK_WITHOUT_PROFILE
            document.ink_source = "no profile says one: what coated paper takes; no source"

    def _seen(self, sheet: Sheet, ledger: Ledger, plate: Plate | None) -> tuple[Seen, list[Found]]:
        try:
            return seen(sheet.page, ledger, plate), []
        except Exception as fault:  # noqa: BLE001 - content made to break readers
            return EMPTY, [Found(Rule.CONTENT, f"it cannot be read: {_words(fault)}", "content")]

    def _judged(self, page: Page) -> list[Found]:
        found: list[Found] = []
        for rule in PAGE:
            try:
                found += rule(page)
            except Exception as fault:  # noqa: BLE001 - objects of the wrong kind, anywhere
                says = f"{rule.__name__} could not be judged: {_words(fault)}"
                found.append(Found(Rule.CONTENT, says, "content"))
        return found

    def _ruled(self, rule: object) -> list[Found]:
        try:
            return list(rule(self.document, self.limits))  # type: ignore[operator]
        except Exception as fault:  # noqa: BLE001 - likewise
            return [Found(Rule.READABLE, f"it could not be judged whole: {_words(fault)}")]

    def _ink(
        self, sheet: Sheet, shown: Seen, total: Plate, maps: list[tuple[str, bytes]]
    ) -> list[Found]:
        found: list[Found] = []
        limit = self.document.ink_limit
        try:
            coverage = measure(sheet, shown, total, MAP if self.maps else FINE)
            if coverage is not None:
                found += too_much(coverage, limit, self.limits)
            if coverage is not None and self.maps:
                name = f"page-{sheet.number:0{len(str(len(self.document.sheets)))}d}.png"
                maps.append((name, heat_map(coverage, limit)))
        except Exception as fault:  # noqa: BLE001 - pictures and fonts of any kind
            says = f"the ink of the page could not be measured: {_words(fault)}"
            found.append(Found(Rule.INK, says, severity=Severity.WARNING))
        return found

    def _structure(self) -> Iterator[Finding]:
        """What readers on a screen would notice, by the rules of our own screen files."""
        try:
            told = [*preflight(self.data, SCREEN), *preflight_structure(self.data)]
        except Exception as fault:  # noqa: BLE001 - likewise
            says = f"its structure cannot be read: {_words(fault)}"
            yield from _told([Found(Rule.STRUCTURE, says)], self.profile, None)
            return
        for each in told:
            clause = SCREEN_CLAUSES.get(each.code, Rule.STRUCTURE.clause)
            yield Finding(
                Rule.STRUCTURE, each.severity, each.message, code=each.code, clause=clause
            )


SCREEN_CLAUSES = {
    "content-outside-tags": "ISO 14289-1, 7.1",
    "sequence-left-open": "ISO 14289-1, 7.1",
    "mcid-twice": "ISO 14289-1, 7.1",
    "pdf-not-tagged": "ISO 14289-1, 6.2",
    "pdf-without-title": "ISO 14289-1, 7.1",
    "pdf-without-metadata": "ISO 14289-1, 7.1",
    "pdf-title-hidden": "ISO 14289-1, 7.1",
    "page-without-parents": "ISO 14289-1, 7.1",
    "pdf-without-language": "ISO 14289-1, 7.2",
    "figure-without-alternative": "ISO 14289-1, 7.3",
    "font-not-embedded": "ISO 14289-1, 7.21.4.1",
    "font-type-3": "the ledger of the screen profile",
    "glyph-missing": "ISO 14289-1, 7.21.8",
    "undefined-resource": "ISO 19005-3, 6.2.2",
    "pdf-without-output-intent": "ISO 19005-3, 6.2.3",
    "page-boxes-not-nested": "ISO 32000-1, 14.11.2",
}
"""The clauses of what `verdict` finds in a screen file, as its ledger has them."""


def _told(found: Iterable[Found], profile: Profile, sheet: Sheet | None) -> Iterator[Finding]:
    """Findings as the profile grades them, equal ones of a page as one."""
    kept: dict[tuple[object, ...], Finding] = {}
    for each in found:
        answer = profile.answers[each.rule]
        if answer is None:
            continue
        severity = max(answer, each.severity, key=_GRADES.__getitem__)
        key = (each.rule, severity, each.says, each.path)
        if key in kept:
            kept[key] = replace(kept[key], more=kept[key].more + 1)
            continue
        at = sheet.place(each.bounds) if sheet and each.bounds else None
        kept[key] = Finding(
            each.rule,
            severity,
            each.says,
            sheet.number if sheet else None,
            each.object,
            at,
            each.path,
            each.value,
            each.limit,
            each.unit,
            each.key,
        )
    yield from kept.values()
