"""Rules over a page: its content, its boxes, its annotations, what hides in its resources."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, NameObject

from briefing.diagnostics import Severity
from briefing.drawing import MM
from briefing.preflight.finding import Found
from briefing.preflight.numeric import bounds_of
from briefing.preflight.painted import Kind, Role
from briefing.profiles.rules import Rule
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.preflight.facts import Document, Sheet
    from briefing.preflight.limits import Limits
    from briefing.preflight.painted import Bounds, Met, Painted, Seen

_BLEED_SLIP = 0.15
"""Points by which a bleed may be short: a twentieth of a millimetre."""
_OUTSIDE = frozenset({"/PrinterMark", "/TrapNet"})
_HARMLESS = frozenset({"/GoTo", "/URI", "/Named"})
"""Actions that only turn to a page or a web address."""
GROUNDS = frozenset({Kind.FILL, Kind.PICTURE, Kind.SHADING, Kind.MASK})
"""What other things may stand on."""


@dataclass(frozen=True, slots=True)
class Page:
    """What rules of a page look at."""

    document: Document
    sheet: Sheet
    seen: Seen
    limits: Limits

    def printed(self) -> Iterator[Painted]:
        """What is painted within the bleed."""
        edge = self.sheet.edge
        for each in self.seen.painted:
            if edge is None or each.repeated or each.bounds.meets(edge):
                yield each


def name_of(painted: Painted) -> str:
    """An object as a finding names it."""
    if painted.kind is Kind.TEXT:
        words = " ".join(painted.words.split())
        if not words.strip(_UNKNOWN):
            return f"text of {len(words)} unknown letters"
        short = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
        return f'text "{short}"'
    if painted.kind in {Kind.PICTURE, Kind.MASK} and painted.path:
        return f"{painted.kind.value} {painted.path[-1]}"
    return str(painted.kind.value)


_SHORT = 32
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def found_at(
    painted: Painted,
    rule: Rule,
    says: str,
    *,
    severity: Severity = Severity.ERROR,
    value: float | str | None = None,
    limit: float | None = None,
    unit: str = "",
    key: str = "",
) -> Found:
    """A finding at an object, with its name, its place and the way to it."""
    path = painted.path[:-1] if painted.kind in {Kind.PICTURE, Kind.MASK} else painted.path
    bounds = None if painted.repeated else painted.bounds
    name = name_of(painted)
    return Found(rule, says, name, severity, bounds, path, value, limit, unit, key)


# -- content ---------------------------------------------------------------------------------------


def readable(page: Page) -> Iterator[Found]:
    """What could not be read was not judged."""
    for path, words in page.seen.unread:
        yield Found(Rule.CONTENT, words, "content", path=path)


def empty(page: Page) -> Iterator[Found]:
    """A page on which nothing is printed."""
    if not any(each.tint.inks is None or each.tint.laid for each in page.printed()):
        yield Found(Rule.EMPTY, "nothing is printed on it", severity=Severity.WARNING)


# -- boxes -----------------------------------------------------------------------------------------


def boxes(page: Page) -> Iterator[Found]:
    """A trim box or an art box, not both; and a bleed box."""
    sheet = page.sheet
    if sheet.media is None:
        yield Found(Rule.BOXES, "the page has no MediaBox that can be read")
    if sheet.trim is None and sheet.art is None:
        yield Found(Rule.BOXES, "the page has no TrimBox: where it is cut is open")
    if sheet.trim is not None and sheet.art is not None:
        yield Found(Rule.BOXES, "the page has a TrimBox and an ArtBox; PDF/X allows one of them")


def nested(page: Page) -> Iterator[Found]:
    """The trim within the bleed within the medium."""
    sheet = page.sheet
    inner = ("ArtBox", sheet.art) if sheet.trim is None else ("TrimBox", sheet.trim)
    named = [
        each for each in (inner, ("BleedBox", sheet.bleed), ("MediaBox", sheet.media)) if each[1]
    ]
    for (small, box), (large, around) in pairwise(named):
        if box and around and not around.holds(box):
            yield Found(Rule.NESTING, f"the {small} is not within the {large}", bounds=box)


def cropped(page: Page) -> Iterator[Found]:
    """A crop box must not hide what is printed."""
    sheet = page.sheet
    if sheet.crop and sheet.edge and not sheet.crop.holds(sheet.edge):
        says = "the CropBox hides part of what is printed"
        yield Found(Rule.CROP, says, severity=Severity.WARNING)


def bleed(page: Page) -> Iterator[Found]:
    """Enough bleed on all four sides; where nothing reaches the trim, a lack of it is a remark."""
    sheet, least = page.sheet, page.limits.bleed
    trim = sheet.trim or sheet.art
    if trim is None:
        return
    shortest = min(_sides(trim, sheet.bleed)) / MM if sheet.bleed else 0.0
    if shortest >= least - _BLEED_SLIP / MM:
        return
    reaches = _reaches(page, trim)
    severity = Severity.ERROR if reaches else Severity.WARNING
    says = f"{max(shortest, 0):.1f} mm of bleed, limit {least:g} mm"
    if sheet.media and trim.holds(sheet.media):
        says += "; trim and medium are one"
    says += "" if reaches else "; nothing reaches the trim"
    value = round(shortest, 2)
    yield Found(
        Rule.BLEED, says, severity=severity, value=value, limit=least, unit="mm", key="bleed"
    )


def _reaches(page: Page, trim: Bounds) -> bool:
    """Whether any ink comes to where the page is cut."""
    within = trim.grown(-_BLEED_SLIP)
    return any(
        each.bounds.meets(trim) and not within.holds(each.bounds)
        for each in page.printed()
        if not each.repeated and (each.tint.inks is None or each.tint.laid)
    )


def room(page: Page) -> Iterator[Found]:
    """Marks stand beyond the bleed, so the medium goes on there."""
    sheet = page.sheet
    if sheet.bleed is None or sheet.media is None or sheet.trim is None:
        return
    if sheet.bleed.holds(sheet.media, _BLEED_SLIP) and not sheet.trim.holds(sheet.media):
        says = "the BleedBox is the MediaBox: there is no room for marks beyond the bleed"
        yield Found(Rule.ROOM, says, severity=Severity.WARNING)


def _sides(inner: Bounds, outer: Bounds) -> tuple[float, float, float, float]:
    return (
        inner.left - outer.left,
        inner.bottom - outer.bottom,
        outer.right - inner.right,
        outer.top - inner.top,
    )


def reach(page: Page) -> Iterator[Found]:
    """A ground that reaches the trim goes on to the bleed, or the knife leaves a white edge."""
    trim, edge = page.sheet.trim, page.sheet.bleed
    if trim is None or edge is None:
        return
    for each in page.printed():
        if each.kind not in GROUNDS or each.repeated or not each.bounds.meets(trim):
            continue
        if each.tint.inks is not None and not each.tint.laid:
            continue
        beyond, wanted = _sides(trim, each.bounds), _sides(trim, edge)
        short = [
            want - over
            for over, want in zip(beyond, wanted, strict=True)
            if over > -_BLEED_SLIP and want > _BLEED_SLIP and over < want - _BLEED_SLIP
        ]
        if short:
            says = f"it reaches the trim and ends {max(short) / MM:.1f} mm short of the bleed"
            yield found_at(each, Rule.REACH, says, value=round(max(short) / MM, 2), unit="mm")


def scaled(page: Page) -> Iterator[Found]:
    """A unit of the page is a point."""
    unit = page.sheet.unit
    if unit != 1.0:
        yield Found(Rule.SCALING, f"the page is scaled by {unit:g} (UserUnit)", value=unit)


def safe(page: Page) -> Iterator[Found]:
    """Words keep clear of the knife."""
    trim, least = page.sheet.trim, page.limits.safe
    if trim is None:
        return
    for each in page.printed():
        if each.kind is not Kind.TEXT or each.repeated or not each.bounds.meets(trim):
            continue
        nearest = min(_sides(each.bounds, trim)) / MM
        if nearest < least - 0.05:  # the width of a hair
            says = f"{nearest:.1f} mm from the trim, limit {least:g} mm"
            yield found_at(
                each,
                Rule.SAFE,
                says,
                severity=Severity.WARNING,
                value=round(nearest, 2),
                limit=least,
                unit="mm",
                key="safe",
            )


def annotated(page: Page) -> Iterator[Found]:
    """Only printer's marks and trap networks may be annotations within the bleed."""
    edge = page.sheet.edge
    for each in items(page.sheet.page, "/Annots"):
        held = resolved(each)
        if not isinstance(held, DictionaryObject):
            continue
        kind = str(resolved(held.get("/Subtype", "/?")))
        box = bounds_of(held, "/Rect")
        if kind not in _OUTSIDE and (edge is None or box is None or box.meets(edge)):
            says = "an annotation lies within the bleed"
            yield Found(Rule.ANNOTATIONS, says, kind.removeprefix("/"), bounds=box, value=kind)
        action = entry(held, "/A", DictionaryObject)
        starts = str(resolved(action.get("/S", "/?"))) if action is not None else "/GoTo"
        if starts not in _HARMLESS or "/AA" in held:
            says = f"an annotation has an action ({starts.removeprefix('/')})"
            yield Found(Rule.ACTIONS, says, kind.removeprefix("/"), bounds=box, value=starts)


# -- what else hides in resources ------------------------------------------------------------------


def transfer(page: Page) -> Iterator[Found]:
    """No curves and screens of another press."""
    for met in page.seen.met:
        if met.role is Role.STATE:
            says = _transfers(met.holder)
            if says:
                yield Found(Rule.TRANSFER, says, f"graphics state {met.name}", path=met.path)


def _transfers(held: DictionaryObject) -> str:
    second = entry(held, "/TR2", NameObject)
    if "/TR" in held or ("/TR2" in held and second != "/Default"):
        return "it has a transfer function"
    halftone = entry(held, "/HT", DictionaryObject)
    if halftone is not None and "/HalftoneName" in halftone:
        return "it names a halftone"
    kind = resolved(halftone.get("/HalftoneType")) if halftone is not None else 1
    return "" if kind in (1, 5) else f"it has a halftone of type {kind}"


def postscript(page: Page) -> Iterator[Found]:
    """No PostScript, no pages of other files."""
    for met in page.seen.met:
        if met.role is not Role.FORM:
            continue
        held = met.holder
        if held.get("/Subtype") == "/PS" or held.get("/Subtype2") == "/PS" or "/PS" in held:
            yield Found(Rule.POSTSCRIPT, "it is PostScript", f"object {met.name}", path=met.path)
        if "/Ref" in held:
            says = "it stands for a page of another file"
            yield Found(Rule.POSTSCRIPT, says, f"object {met.name}", path=met.path)


def alternates(page: Page) -> Iterator[Found]:
    """A picture is what it is, not a stand-in."""
    for met in page.seen.met:
        if met.role in {Role.FORM, Role.PICTURE} and "/OPI" in met.holder:
            yield _hidden(met, "it stands for a picture elsewhere (OPI)")
        if met.role is Role.PICTURE and "/Alternates" in met.holder:
            yield _hidden(met, "it has alternate pictures")


def _hidden(met: Met, says: str) -> Found:
    return Found(Rule.ALTERNATES, says, f"picture {met.name}", bounds=met.bounds, path=met.path)
