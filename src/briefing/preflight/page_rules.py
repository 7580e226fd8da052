"""Rules over a page and what it paints: boxes, colours, pictures, lines, words, fonts, objects."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, NameObject

from briefing.diagnostics import Severity
from briefing.drawing import MM
from briefing.preflight.finding import Found
from briefing.preflight.interpreter import bounds_of
from briefing.preflight.opened import entry, items, resolved
from briefing.preflight.painted import FAINT, Kind, Role
from briefing.preflight.spaces import space
from briefing.profiles.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.preflight.facts import Document, Sheet
    from briefing.preflight.limits import Limits
    from briefing.preflight.painted import Bounds, Met, Painted, Seen, Tint

_SLIP = 0.01
"""Points by which a measure may miss its limit through rounding."""
_BLEED_SLIP = 0.15
"""Points by which a bleed may be short: a twentieth of a millimetre."""
_BAR = 10.0
"""From this length in points a filled rectangle counts as a line."""
_BLACK = 0.85
"""From this share of K words are black."""
_OUTSIDE = frozenset({"/PrinterMark", "/TrapNet"})
_HARMLESS = frozenset({"/GoTo", "/URI", "/Named"})
"""Actions that only turn to a page or a web address."""
_EMBEDDED = frozenset({"/FontFile", "/FontFile2", "/FontFile3"})
_GROUNDS_KEPT, _WORDS_LOOKED_AT = 20_000, 500
"""How far the search for what lies below words goes on a page."""
_GROUNDS = frozenset({Kind.FILL, Kind.PICTURE, Kind.SHADING, Kind.MASK})


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
_ONE_INK = frozenset({"DeviceGray", "CalGray", "ICC grey"})


def _of(
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
        if each.kind not in _GROUNDS or each.repeated or not each.bounds.meets(trim):
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
            yield _of(each, Rule.REACH, says, value=round(max(short) / MM, 2), unit="mm")


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
            yield _of(
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


# -- colours ---------------------------------------------------------------------------------------


def rgb(page: Page) -> Iterator[Found]:
    """Colours that are not given in inks, wherever they hide."""
    for each in page.printed():
        if each.tint.rgb:
            yield _leak(each)
    for met in page.seen.met:
        if met.role is Role.SPACE:
            says = f"{met.name}: its alternate is not given in inks"
            yield Found(Rule.DEVICE_RGB, says, "colour space", path=met.path, value=met.name)


def _leak(each: Painted) -> Found:
    tint = each.tint
    values = f" {' '.join(f'{value:.3g}' for value in tint.values)}" if tint.values else ""
    if tint.device:
        says = f"{tint.space}{values} under a printing condition of inks"
        return _of(each, Rule.DEVICE_RGB, says, value=tint.space)
    says = f"{tint.space}{values} is left to the printer to turn into inks"
    return _of(each, Rule.OTHER_RGB, says, severity=Severity.WARNING, value=tint.space)


def blending(page: Page) -> Iterator[Found]:
    """Groups blend in the space of the printing condition, or inherit it (11.4.7)."""
    group = entry(page.sheet.page, "/Group", DictionaryObject)
    if group is not None:
        yield from _blends(group, "page", ())
    for met in page.seen.met:
        if met.role is Role.GROUP:
            yield from _blends(met.holder, met.name, met.path)


def _blends(group: DictionaryObject, name: str, path: tuple[str, ...]) -> Iterator[Found]:
    if "/CS" not in group:
        return
    known = space(group.get("/CS"))
    if known.is_rgb:
        severity = Severity.WARNING if name.startswith("soft mask") else Severity.ERROR
        says = f"its transparency blends in {known.words} under a printing condition of inks"
        yield Found(Rule.BLENDING, says, f"group of {name}", severity, path=path, value=known.words)


def registration(page: Page) -> Iterator[Found]:
    """The colour of crop marks lays every ink there is."""
    trim = page.sheet.trim
    for each in page.printed():
        if each.tint.everywhere and (trim is None or each.bounds.meets(trim)):
            says = "in the registration colour (All): every plate prints it"
            yield _of(each, Rule.REGISTRATION, says, value="All")


def white(page: Page) -> Iterator[Found]:
    """White that overprints is not there at all (8.6.7)."""
    for each in page.printed():
        tint = each.tint
        if not each.overprint or tint.inks is None or tint.laid or each.kind is Kind.PICTURE:
            continue
        vanishes = tint.space.startswith(("Separation", "DeviceN")) or (
            each.mode == 1 and tint.space == "DeviceCMYK"
        )
        says = "it is white and overprints: " + ("it vanishes" if vanishes else "it may vanish")
        severity = Severity.ERROR if vanishes else Severity.WARNING
        yield _of(each, Rule.WHITE, says, severity=severity, value=tint.space)


def profiled(page: Page) -> Iterator[Found]:
    """CMYK by a profile of its own must not overprint in mode 1: its inks are converted."""
    for each in page.printed():
        if each.overprint and each.mode == 1 and each.tint.space == "ICC CMYK":
            yield _of(each, Rule.GREY, "CMYK with a profile of its own overprints (OPM 1)")


# -- pictures and lines ----------------------------------------------------------------------------


def resolution(page: Page) -> Iterator[Found]:
    """Pictures have pixels enough where they are printed."""
    limits = page.limits
    for each in page.printed():
        if each.kind is Kind.PICTURE:
            rule, names = Rule.RESOLUTION, ("picture_error", "picture_warning")
        elif each.kind is Kind.MASK:
            rule, names = Rule.BITMAP, ("one_bit_error", "one_bit_warning")
        else:
            continue
        grades = zip(names, (Severity.ERROR, Severity.WARNING), strict=True)
        for key, severity in grades:
            least = float(getattr(limits, key))
            if each.resolution < least - 0.5:
                says = f"{each.resolution:.0f} ppi, limit {least:g} ppi"
                value = round(each.resolution, 1)
                yield _of(
                    each,
                    rule,
                    says,
                    severity=severity,
                    value=value,
                    limit=least,
                    unit="ppi",
                    key=key,
                )
                break


def hairlines(page: Page) -> Iterator[Found]:
    """Lines, and bars that stand for lines, are as wide as a plate can hold."""
    least = page.limits.line
    for each in page.printed():
        width = _line_width(each)
        if width is None or width >= least - _SLIP or not (each.tint.rgb or each.tint.laid):
            continue
        says = f"{width:.2f} pt wide, limit {least:g} pt"
        value = round(width, 3)
        yield _of(each, Rule.HAIRLINE, says, value=value, limit=least, unit="pt", key="line")


def _line_width(painted: Painted) -> float | None:
    if painted.kind is Kind.LINE:
        return painted.width
    if painted.kind is Kind.FILL and painted.thin:
        short, long = sorted((painted.bounds.width, painted.bounds.height))
        return short if long >= _BAR else None
    return None


# -- words -----------------------------------------------------------------------------------------


def reversed_words(page: Page) -> Iterator[Found]:
    """Small white words on several inks fill in where plates do not fit by a hair."""
    least = page.limits.reversed_text
    grounds: deque[Painted] = deque(maxlen=_GROUNDS_KEPT)
    looked = 0
    for each in page.printed():
        if each.kind in _GROUNDS and not each.repeated:
            grounds.append(each)
        small = each.kind is Kind.TEXT and each.size < least - _SLIP and not each.repeated
        if not small or not _is_white(each.tint) or looked >= _WORDS_LOOKED_AT:
            continue
        looked += 1
        inks = _inks_below(each.bounds, grounds)
        if inks:
            number = f"{inks} inks" if inks > 1 else "one ink"
            says = f"{each.size:.1f} pt reversed in {number}, limit {least:g} pt"
            value = round(each.size, 2)
            yield _of(
                each,
                Rule.REVERSED,
                says,
                severity=Severity.WARNING,
                value=value,
                limit=least,
                unit="pt",
                key="reversed_text",
            )


def _is_white(tint: Tint) -> bool:
    """Whether a colour leaves the paper as it is, given in inks or in light."""
    if tint.inks is None:
        return tint.rgb and bool(tint.values) and min(tint.values) > 1 - FAINT
    return not tint.laid


def _inks_below(bounds: Bounds, grounds: deque[Painted]) -> int:
    """How many inks lie below the middle of some words: those of the last ground there."""
    x, y = (bounds.left + bounds.right) / 2, (bounds.bottom + bounds.top) / 2
    for each in reversed(grounds):
        box = each.bounds
        if box.left <= x <= box.right and box.bottom <= y <= box.top:
            if each.tint.inks is not None:
                return len(each.tint.laid)
            if each.kind is Kind.FILL and _is_white(each.tint):
                return 0
            return 1 if each.tint.space in _ONE_INK else 4
    return 0


def rich_black(page: Page) -> Iterator[Found]:
    """Black words lay K alone, or a slip of the plates gives them coloured edges."""
    least = page.limits.rich_black_text
    for each in page.printed():
        if each.kind is not Kind.TEXT or each.size >= least or each.tint.everywhere:
            continue
        shares = dict(each.tint.inks or ())
        others = [name for name, share in shares.items() if name != "Black" and share > FAINT]
        if shares.get("Black", 0.0) >= _BLACK and others:
            says = f"{each.size:.1f} pt black with {', '.join(others)}, limit {least:g} pt"
            yield _of(
                each,
                Rule.RICH_BLACK,
                says,
                severity=Severity.WARNING,
                value=round(each.size, 2),
                limit=least,
                unit="pt",
                key="rich_black_text",
            )


def fonts(page: Page) -> Iterator[Found]:
    """Each font in use is embedded; those of type 3 are drawings."""
    for met in page.seen.met:
        if met.role is not Role.FONT:
            continue
        base = str(resolved(met.holder.get("/BaseFont", f"/{met.name}"))).removeprefix("/")
        if met.holder.get("/Subtype") == "/Type3":
            says = "a font of type 3: its letters are drawings, not outlines of a font"
            yield Found(Rule.TYPE_3, says, f"font {base}", Severity.WARNING, path=met.path)
            continue
        below = items(met.holder, "/DescendantFonts")
        descriptor = entry(below[0] if below else met.holder, "/FontDescriptor", DictionaryObject)
        if descriptor is None or not _EMBEDDED & descriptor.keys():
            says = "the font is not embedded"
            yield Found(Rule.FONTS, says, f"font {base}", path=met.path, value=base)


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
