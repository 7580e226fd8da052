"""Rules over what a page paints: colours, pictures, lines, words and their fonts."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject

from briefing.diagnostics import Severity
from briefing.preflight.finding import Found
from briefing.preflight.page_rules import GROUNDS, Page, found_at
from briefing.preflight.painted import FAINT, PROCESS, Kind, Role
from briefing.preflight.spaces import space
from briefing.profiles.rules import Rule
from briefing.reading import entry, is_embedded, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.preflight.painted import Bounds, Painted, Tint

_SLIP = 0.01
"""Points by which a measure may miss its limit through rounding."""
_BAR = 10.0
"""From this length in points a filled rectangle counts as a line."""
_BLACK = 0.85
"""From this share of K words are black."""
_FULL = 0.995
"""From this share of K it is all black; what has less is a grey, which must knock out."""
_SEEN = 0.1
"""Above this share of full tone an ink beside its place is seen as a coloured edge."""
_FEW_INKS = 2
"""So many inks are laid so close that small words stay sharp."""
_GROUNDS_KEPT, _WORDS_LOOKED_AT = 20_000, 500
"""How far the search for what lies below words goes on a page."""
_ONE_INK = frozenset({"DeviceGray", "CalGray", "ICC grey"})


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
        return found_at(each, Rule.DEVICE_RGB, says, value=tint.space)
    says = f"{tint.space}{values} is left to the printer to turn into inks"
    return found_at(each, Rule.OTHER_RGB, says, severity=Severity.WARNING, value=tint.space)


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
            yield found_at(each, Rule.REGISTRATION, says, value="All")


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
        yield found_at(each, Rule.WHITE, says, severity=severity, value=tint.space)


def profiled(page: Page) -> Iterator[Found]:
    """CMYK by a profile of its own must not overprint in mode 1: its inks are converted."""
    for each in page.printed():
        if each.overprint and each.mode == 1 and each.tint.space == "ICC CMYK":
            yield found_at(each, Rule.GREY, "CMYK with a profile of its own overprints (OPM 1)")


def greys(page: Page) -> Iterator[Found]:
    """A grey of one component that overprints: printers differ over what stays below it.

    By table 70 it knocks out the other inks all the same; some turn it into K, which keeps them.
    Full black is left to `knockouts`.
    """
    for each in page.printed():
        tint = each.tint
        if not each.overprint or each.kind in {Kind.PICTURE, Kind.MASK} or _is_black(tint):
            continue
        if tint.space in _ONE_INK and tint.laid:
            says = "a grey overprints: what stays below it depends on the printer"
            yield found_at(each, Rule.GREY_OVER, says, severity=Severity.WARNING, value=tint.space)


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
        for key, severity in zip(names, (Severity.ERROR, Severity.WARNING), strict=True):
            least = float(getattr(limits, key))
            if each.resolution < least - 0.5:
                yield found_at(
                    each,
                    rule,
                    f"{each.resolution:.0f} ppi, limit {least:g} ppi",
                    severity=severity,
                    value=round(each.resolution, 1),
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
        yield found_at(each, Rule.HAIRLINE, says, value=value, limit=least, unit="pt", key="line")


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
        if each.kind in GROUNDS and not each.repeated:
            grounds.append(each)
        small = each.kind is Kind.TEXT and each.size < least - _SLIP and not each.repeated
        if not small or not _is_white(each.tint) or looked >= _WORDS_LOOKED_AT:
            continue
        looked += 1
        inks = _inks_below(each.bounds, grounds)
        if inks:
            says = f"reversed in {f'{inks} inks' if inks > 1 else 'one ink'}"
            yield _too_small(each, Rule.REVERSED, says, each.size, least=least, key="reversed_text")


def _too_small(
    each: Painted, rule: Rule, says: str, value: float, *, least: float, key: str
) -> Found:
    """A warning of words or lines below a limit, both in points; `key` is that limit's."""
    return found_at(
        each,
        rule,
        f"{value:.1f} pt {says}, limit {least:g} pt",
        severity=Severity.WARNING,
        value=round(value, 2),
        limit=least,
        unit="pt",
        key=key,
    )


def _is_white(tint: Tint) -> bool:
    """Whether a colour leaves the paper as it is, given in inks or in light."""
    if tint.inks is None:
        return tint.rgb and bool(tint.values) and min(tint.values) > 1 - FAINT
    return not tint.laid


def _inks_below(bounds: Bounds, grounds: deque[Painted]) -> int:
    """How many inks lie below the middle of some words: those of the last ground there."""
    ground = _ground_below(bounds, grounds)
    if ground is None:
        return 0
    if ground.tint.inks is not None:
        return len(ground.tint.laid)
    if ground.kind is Kind.FILL and _is_white(ground.tint):
        return 0
    return 1 if ground.tint.space in _ONE_INK else len(PROCESS)


def _ground_below(bounds: Bounds, grounds: deque[Painted]) -> Painted | None:
    """The last ground below the middle of what stands there."""
    x, y = (bounds.left + bounds.right) / 2, (bounds.bottom + bounds.top) / 2
    for each in reversed(grounds):
        box = each.bounds
        if box.left <= x <= box.right and box.bottom <= y <= box.top:
            return each
    return None


def coloured_words(page: Page) -> Iterator[Found]:
    """Small words in many inks get coloured edges where plates do not fit by a hair."""
    least = page.limits.coloured_text
    for each in page.printed():
        if each.kind is not Kind.TEXT or each.size >= least - _SLIP or each.tint.everywhere:
            continue
        shares = dict(each.tint.inks or ())
        inks = [name for name, share in shares.items() if share > _SEEN]
        if len(inks) > _FEW_INKS and shares.get("Black", 0.0) < _BLACK:
            says = f"in {len(inks)} inks"
            yield _too_small(each, Rule.COLOURED, says, each.size, least=least, key="coloured_text")


def knockouts(page: Page) -> Iterator[Found]:
    """Small black words and thin black lines that knock out of colours get white edges."""
    grounds: deque[Painted] = deque(maxlen=_GROUNDS_KEPT)
    looked = 0
    for each in page.printed():
        found = _thinness(each, page) if _is_black(each.tint) and not each.repeated else None
        if found is not None and not _overprints(each) and looked < _WORDS_LOOKED_AT:
            looked += 1
            key, value, least = found
            ground = _ground_below(each.bounds, grounds)
            if ground is not None and _is_coloured(ground):
                yield _too_small(
                    each, Rule.BLACK, "black knocks out of colour", value, least=least, key=key
                )
        if each.kind in GROUNDS and not each.repeated and found is None:
            grounds.append(each)


def _thinness(painted: Painted, page: Page) -> tuple[str, float, float] | None:
    """Of small words and thin lines the limit that they are under: its key, their measure, it."""
    limits = page.limits
    if painted.kind is Kind.TEXT:
        key, value, least = "black_text", painted.size, limits.black_text
    else:
        key, value, least = "black_line", _line_width(painted) or 0.0, limits.black_line
    return (key, value, least) if 0 < value < least - _SLIP else None


def _is_black(tint: Tint) -> bool:
    """Whether a colour is all of the black ink and nothing else."""
    return tint.laid == ("Black",) and dict(tint.inks or ())["Black"] >= _FULL


def _overprints(painted: Painted) -> bool:
    """Whether other inks stay below it (8.6.7): in mode 1 of DeviceCMYK, or by one ink's space."""
    alone = painted.tint.space.startswith(("Separation", "DeviceN"))
    return painted.overprint and (
        alone or (painted.mode == 1 and painted.tint.space == "DeviceCMYK")
    )


def _is_coloured(ground: Painted) -> bool:
    """Whether a ground lays another ink than black."""
    if ground.tint.inks is not None:
        return any(name != "Black" for name in ground.tint.laid)
    if ground.kind is Kind.FILL and _is_white(ground.tint):
        return False
    return ground.tint.space not in _ONE_INK


def rich_black(page: Page) -> Iterator[Found]:
    """Black words lay K alone, or a slip of the plates gives them coloured edges."""
    least = page.limits.rich_black_text
    for each in page.printed():
        if each.kind is not Kind.TEXT or each.size >= least or each.tint.everywhere:
            continue
        shares = dict(each.tint.inks or ())
        others = [name for name, share in shares.items() if name != "Black" and share > FAINT]
        if shares.get("Black", 0.0) >= _BLACK and others:
            says = f"black with {', '.join(others)}"
            yield _too_small(
                each, Rule.RICH_BLACK, says, each.size, least=least, key="rich_black_text"
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
        if not is_embedded(met.holder):
            says = "the font is not embedded"
            yield Found(Rule.FONTS, says, f"font {base}", path=met.path, value=base)
