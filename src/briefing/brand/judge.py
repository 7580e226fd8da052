"""What a brand owes its readers and its printer: contrast, order of tones, ink, type; told by key.

The rules are those of WCAG 2.2 (1.4.3 words, 1.4.11 graphics) and of the press, as far as a brand
decides them. Parts of a stack have their figures printed and a rule of the ground between them, so
only the strongest of them must stand off the ground, and each from the next; bars that stand alone
(highlight, muted, comparison) must stand off it by themselves.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from briefing.brand.asked import ICON, MONO, STYLES
from briefing.brand.fontfiles import features_of, unfit
from briefing.brand.model import contrast, luminance
from briefing.brand.places import judge_places
from briefing.brand.sight import EYES, GREY, lightness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key
    from briefing.brand.masters import Arrangement, Format
    from briefing.brand.model import Brand, Scheme, Tones
    from briefing.drawing import Colour

OURS: Key = ("defaults", "briefing")

WORDS, LARGE_WORDS, GRAPHICS = 4.5, 3.0, 3.0
"""The least contrast of words, of words from `LARGE` points on, and of what a graphic shows."""
LARGE = 18.0
STEP, FAINT_STEP = 10.0, 7.0
"""The least difference in lightness (L*) of tones that stand side by side: for most eyes in grey,
and for eyes that see fewer colours, on paper, or between three tones of one end."""
ENDS = 25.0
"""Agreeing and disagreeing differ by as much lightness on average."""
SILENT = 0.05
"""Answers that say nothing give so much more light than any other."""
INK_LIMIT = 300.0
"""The sum of the four inks in per cent that coated paper takes, where the brand names no limit."""
LIGHT = 0.18
"""From this luminance a ground is a light one: black and white have the same contrast with it."""


def judge(brand: Brand, entries: Entries) -> None:
    """Report all that a brand which can be read should not be."""
    _press(brand, entries)
    _words(brand, entries)
    _graphics(brand, entries)
    _Tones(brand.tones, entries).judge()
    _fonts(brand, entries)
    for each in brand.formats.values():
        _type(brand, each, entries)
    judge_places(brand, entries)


# -- press -----------------------------------------------------------------------------------------


def _press(brand: Brand, entries: Entries) -> None:
    """A press value for every colour in use, and no more ink than the paper takes."""
    given = entries.mapping(*OURS).get("press", {})
    if not given:
        hint = "Add defaults.briefing.press with [C, M, Y, K] in per cent for every colour."
        message = "the brand has no press colours, so it can make screen files only"
        entries.remark("brand-press", message, OURS, hint)
        return
    for name, use in _used(brand).items():
        if brand.palette[name].press is None:
            message = f"the colour {name!r} has no press value; {use} needs one"
            hint = f"Add `{name}: [C, M, Y, K]` in per cent under press; nothing is converted."
            entries.fault("brand-press", message, ("color", "palette", name), hint)
    for name, colour in brand.palette.items():
        parts = [100 * part for part in colour.press or ()]
        if max(parts, default=0.0) <= 1 and any(0 < part < 1 for part in parts):
            message = f"{name!r} lays next to no ink: {', '.join(f'{p:g}' for p in parts)} per cent"
            hint = "Press colours are in per cent: [96, 50, 45, 48], not [0.96, 0.5, 0.45, 0.48]."
            entries.fault("brand-ink", message, (*OURS, "press", name), hint)
    limit = float(entries.mapping(*OURS).get("ink_limit", INK_LIMIT))
    for name, colour in brand.palette.items():
        ink = 100 * sum(colour.press or ())
        if ink > limit + _SLIP:
            message = f"{name!r} lays {ink:.0f} % of ink, more than the {limit:.0f} % of ink_limit"
            hint = "Take colours out in favour of black, or set ink_limit as the printer says."
            entries.fault("brand-ink", message, (*OURS, "press", name), hint)
    if any(brand.palette["paper"].press or ()):
        message = "'paper' lays ink, but it is the stock that is printed on"
        hint = "Write paper: [0, 0, 0, 0], and give grounds of a tint a colour of their own."
        entries.remark("brand-ink", message, (*OURS, "press", "paper"), hint)
    if not brand.palette["ink"].spot and any((brand.palette["ink"].press or (0.0,))[:3]):
        hint = "Write ink: [0, 0, 0, 100]."
        message = "words in 'ink' are printed in several inks and blur where plates shift"
        entries.remark("brand-ink", message, (*OURS, "press", "ink"), hint)


_SLIP = 0.01


def _used(brand: Brand) -> dict[str, str]:
    """Every colour that can be printed, with the first thing that uses it."""
    used: dict[str, str] = {}
    for scheme in brand.schemes.values():
        for role, colour in scheme.roles.items():
            used.setdefault(colour.name, f"{role} of the scheme {scheme.name!r}")
    for key, tones in _named_tones(brand.tones):
        for tone in tones:
            used.setdefault(tone.name, f"charts.{key}")
    for format_, _, arrangement in brand.pages():
        for ground in arrangement.grounds:
            if ground.colour:
                used.setdefault(ground.colour, f"a ground of the format {format_.name!r}")
    return used


# -- words -----------------------------------------------------------------------------------------


def worded(brand: Brand) -> dict[str, Scheme]:
    """The schemes that words are set in; others dress drawings that only decorate."""
    names: set[str] = set()
    for _, _, arrangement in brand.pages():
        names |= {area.scheme for area in arrangement.areas}
        names |= {item.scheme for item in arrangement.furniture if item.text}
    for format_ in brand.formats.values():
        names |= {item.scheme for item in format_.stamped if item.text}
    return {name: scheme for name, scheme in brand.schemes.items() if name in names}


def _words(brand: Brand, entries: Entries) -> None:
    for name, scheme in worded(brand).items():
        path = (*OURS, "schemes", name)
        for role in ("ink", "quiet", "accent"):
            _apart(scheme, role, "ground", (*path, role), entries)
        _apart(scheme, "ink", "tint", (*path, "tint"), entries)


def _apart(scheme: Scheme, role: str, ground: str, path: Key, entries: Entries) -> None:
    one, other = scheme.roles[role], scheme.roles[ground]
    ratio = contrast(one, other)
    if ratio < WORDS:
        message = (
            f"{role} ({one.name}) on {ground} ({other.name}) of the scheme {scheme.name!r} "
            f"has a contrast of {ratio:.1f}:1, less than {WORDS:g}:1"
        )
        hint = "Words would be hard to read: take a darker or a lighter colour."
        entries.fault("brand-contrast", message, path, hint)


# -- graphics --------------------------------------------------------------------------------------


def _graphics(brand: Brand, entries: Entries) -> None:
    """What stands out or alone in a chart stands off every light ground on which charts stand.

    On a dark ground charts take the scheme's accent instead, which words can be read in.
    """
    grounds = {
        scheme.roles["ground"].name: scheme.roles["ground"]
        for scheme in (brand.schemes[name] for name in _charted(brand))
        if luminance(scheme.roles["ground"]) > LIGHT
    }
    tones = brand.tones
    loud = {
        "highlight": (tones.highlight, ("highlight",)),
        "the strongest of positive": (tones.positive[0], ("positive", "0")),
        "the strongest of negative": (tones.negative[0], ("negative", "0")),
        "the strongest of sequence": (tones.sequence[0], ("sequence", "0")),
        "muted": (tones.muted, ("muted",)),
        "comparison": (tones.comparison, ("comparison",)),
    }
    if tones.edge:
        loud["the edge of faint answers"] = (tones.edge, ("edge",))
    for called, (tone, key) in loud.items():
        for ground in grounds.values():
            ratio = contrast(tone, ground)
            if ratio < GRAPHICS:
                message = (
                    f"{called} ({tone.name}) has a contrast of {ratio:.1f}:1 with the ground "
                    f"{ground.name!r} that charts stand on, less than {GRAPHICS:g}:1"
                )
                hint = "Take a darker tone, or a lighter ground for charts."
                entries.fault("brand-contrast", message, (*OURS, "charts", *key), hint)
    ink, paper = brand.palette["ink"], brand.palette["paper"]
    for name, several in _named_tones(tones):
        for place, tone in enumerate(several):
            best = max(contrast(tone, ink), contrast(tone, paper))
            if best < WORDS:
                path = (*OURS, "charts", name, *((str(place),) if len(several) > 1 else ()))
                message = f"figures on {tone.name!r} reach a contrast of {best:.1f}:1 at most"
                hint = f"Take a darker or a lighter tone: {WORDS:g}:1 with ink or with paper."
                entries.fault("brand-contrast", message, path, hint)


def _charted(brand: Brand) -> set[str]:
    """The schemes of areas that take charts; a picture of one figure finds its colour itself."""
    return {
        area.scheme
        for _, _, arrangement in brand.pages()
        for area in arrangement.areas
        if any(kind.partition(".")[0] == "chart" for kind in area.takes)
    }


# -- tones -----------------------------------------------------------------------------------------


def _named_tones(tones: Tones) -> Iterator[tuple[str, tuple[Colour, ...]]]:
    for key in ("positive", "negative", "sequence"):
        yield key, getattr(tones, key)
    for key in ("neutral", "dont_know", "not_applicable", "highlight", "muted", "comparison"):
        yield key, (getattr(tones, key),)
    if tones.edge:
        yield "edge", (tones.edge,)


class _Tones:
    """The order of lightness in a scale, for every way of seeing: without hue it still reads."""

    def __init__(self, tones: Tones, entries: Entries) -> None:
        self.tones = tones
        self.entries = entries

    def judge(self) -> None:
        """Report each pair of tones once, for the way of seeing that tells it worst."""
        tones = self.tones
        steps = {eye: STEP if eye == GREY else FAINT_STEP for eye in EYES}
        for key, end in (("positive", tones.positive), ("negative", tones.negative)):
            self._ordered(key, (*end, tones.neutral), dict.fromkeys(EYES, FAINT_STEP))
        self._ordered("sequence", (*tones.sequence, tones.neutral), steps)
        self._ends(steps)
        self._bars()
        self._meanings()
        self._silent()

    def _ordered(self, key: str, scale: Sequence[Colour], steps: dict[str, float]) -> None:
        """Each tone lighter than the one before, down to the neutral grey."""
        for place, (before, after) in enumerate(pairwise(scale)):
            gains = {eye: lightness(after, eye) - lightness(before, eye) for eye in steps}
            eye = min(steps, key=lambda each: gains[each] - steps[each])
            if gains[eye] < steps[eye]:
                last = place + 2 == len(scale)
                how = "darker" if gains[eye] < 0 else f"only {gains[eye]:.0f} of 100 lighter"
                self._fault(
                    f"{after.name!r} must be lighter than {before.name!r} before it in {key}: "
                    f"{eye} it is {how}, and {steps[eye]:.0f} are needed",
                    ("neutral",) if last else (key, str(place + 1)),
                )

    def _ends(self, steps: dict[str, float]) -> None:
        """The outer tones of the two ends apart from one another, and the ends on average."""
        tones = self.tones
        for one in dict.fromkeys((tones.positive[0], tones.positive[-1])):
            for place in dict.fromkeys((0, len(tones.negative) - 1)):
                self._unlike(one, tones.negative[place], steps, ("negative", str(place)))
        gaps = {eye: _mean(tones.negative, eye) - _mean(tones.positive, eye) for eye in steps}
        eye = min(gaps, key=gaps.__getitem__)
        if gaps[eye] < ENDS:
            how = f"{abs(gaps[eye]):.0f} of 100 {'lighter' if gaps[eye] >= 0 else 'darker'}"
            self._fault(
                f"negative tones are {how} than positive ones {eye}, and {ENDS:.0f} lighter are "
                "needed to tell disagreeing from agreeing",
                ("negative",),
            )

    def _unlike(self, one: Colour, other: Colour, steps: dict[str, float], key: Key) -> None:
        gaps = {eye: abs(lightness(one, eye) - lightness(other, eye)) for eye in steps}
        eye = min(steps, key=lambda each: gaps[each] - steps[each])
        if gaps[eye] < steps[eye]:
            self._fault(
                f"{one.name!r} and {other.name!r} look alike {eye}: "
                f"{gaps[eye]:.0f} of 100 apart, and {steps[eye]:.0f} are needed",
                key,
            )

    def _bars(self) -> None:
        """Bars and slices without an order can stand beside each other in these three tones."""
        named = {key: getattr(self.tones, key) for key in ("highlight", "muted", "comparison")}
        for (_, tone), (key, second) in combinations(named.items(), 2):
            self._unlike(tone, second, {GREY: STEP}, (key,))

    def _meanings(self) -> None:
        """No tone of the negative end says anything else; the highlight is the positive one.

        The last of a sequence is that of denying, which is as much as disagreeing.
        """
        tones = self.tones
        for place, tone in enumerate(tones.negative):
            for key, others in _named_tones(tones):
                if key != "negative" and tone in (others[:-1] if key == "sequence" else others):
                    self._fault(
                        f"{tone.name!r} means disagreeing and {key} as well",
                        ("negative", str(place)),
                    )

    def _silent(self) -> None:
        """Answers that say nothing are fainter than all others."""
        tones = self.tones
        told = max(luminance(each) for each in (*tones.positive, *tones.negative, tones.neutral))
        for key in ("dont_know", "not_applicable"):
            tone = getattr(tones, key)
            if luminance(tone) <= told + SILENT:
                self._fault(f"{tone.name!r} is not fainter than answers that say more", (key,))

    def _fault(self, message: str, key: Key) -> None:
        hint = "Tones of a scale are told apart by lightness, whoever looks: change one of them."
        self.entries.fault("brand-tones", message, (*OURS, "charts", *key), hint)


def _mean(colours: Sequence[Colour], eye: str) -> float:
    return sum(lightness(each, eye) for each in colours) / len(colours)


_PARTS = 2
"""So many lines of the grid are in a line of body text, or more."""
TIGHTEST = 0.8
"""The least leading, in sizes: from there on letters of one line reach into those of the next."""


# -- type ------------------------------------------------------------------------------------------


def _fonts(brand: Brand, entries: Entries) -> None:
    for name, face in brand.faces.items():
        if why := unfit(face.path):
            path = (*OURS, "faces", name)
            entries.fault("brand-font", f"{face.path.name} {why[0]}", path, why[1])
    styles = (style for each in brand.formats.values() for style in each.styles.values())
    for face in dict.fromkeys(face for style in styles for face in style.mono):
        if not unfit(face.path) and not face.fixed:
            message = f"{face.path.name} is not monospaced: columns of code would not align"
            hint = "Name a face whose letters have one width, or take the family away."
            entries.remark("brand-font", message, (*OURS, "families", MONO), hint)


def _idle(format_: Format, arrangements: Sequence[Arrangement]) -> Iterator[str]:
    """The type styles of a format that no block, chart or furniture asks for."""
    asked = {*STYLES, ICON}
    prefixes = {area.styles for one in arrangements for area in one.areas if area.styles}
    items = [item for one in arrangements for item in one.furniture]
    asked |= {item.style for item in (*items, *format_.stamped)}
    asked |= {f"{prefix}.{style}" for prefix in prefixes for style in (*STYLES, ICON)}
    return (name for name in format_.styles if name not in asked)


def _asked(format_: Format, path: Key, entries: Entries) -> None:
    """All styles that are asked for, and no others."""
    pages = [one for each in format_.masters.values() for one in each.arrangements]
    needed = (*STYLES, ICON) if any(ICON in each.taken for each in pages) else STYLES
    missing = [name for name in needed if name not in format_.styles]
    if missing:
        message = f"the format {format_.name!r} lacks the type styles {', '.join(missing)}"
        hint = "Blocks and charts ask for them: copy them from a brand of styles/."
        entries.fault("brand-style", message, path, hint)
    for name in _idle(format_, pages):
        message = f"nothing is set in the type style {name!r}"
        hint = "Correct its name: that of a block, or before it an area's `styles` and a dot."
        entries.remark("brand-style", message, (*path, name), hint)


def _baseline(format_: Format, entries: Entries) -> None:
    """A grid fine enough for leadings and white to be near what the brand asks for."""
    body, baseline = format_.styles.get("body"), format_.grid.baseline
    if body and baseline * _PARTS > body.leading + _SLIP:
        message = f"a baseline of {baseline:g} pt is too coarse: leadings are multiples of it"
        hint = f"Take a quarter of the leading of 'body' or so, {body.leading / 4:g} pt."
        path = (*OURS, "formats", format_.name, "grid", "baseline")
        entries.remark("brand-style", message, path, hint)


def _type(brand: Brand, format_: Format, entries: Entries) -> None:
    """The styles that blocks and charts ask for, none too small, each in a colour that reads."""
    path = (*OURS, "formats", format_.name, "styles")
    _asked(format_, path, entries)
    _baseline(format_, entries)
    for name, style in format_.styles.items():
        if style.size < format_.minimum:
            message = f"{name!r} is {style.size:g} pt, below the minimum of {format_.minimum:g} pt"
            hint = "Set it larger, or lower the format's minimum."
            entries.fault("brand-style", message, (*path, name, "size"), hint)
        if format_.scale and style.size not in format_.scale and name != ICON:
            near = min(format_.scale, key=lambda each: abs(each - style.size))
            message = f"{name!r} is {style.size:g} pt, which is no size of the format's scale"
            hint = f"Take {near:g}, or add the size to the scale: the fewer, the calmer."
            entries.fault("brand-style", message, (*path, name, "size"), hint)
        if style.leading < TIGHTEST * style.size:
            message = f"{name!r} is {style.size:g} pt on {style.leading:g}: its lines would touch"
            hint = f"Give it a leading of {TIGHTEST * style.size:g} pt or more."
            entries.fault("brand-style", message, (*path, name, "leading"), hint)
        unknown = style.features - features_of(style.roman.path)
        for wanted in sorted(() if unfit(style.roman.path) else unknown):
            message = f"{style.roman.path.name} has no feature {wanted!r} that {name!r} asks for"
            hint = "Write one that the face has, such as pnum or tnum, or take it out."
            entries.fault("brand-style", message, (*path, name, "features"), hint)
        if style.colour in ("ink", "quiet", "accent"):
            continue
        least = LARGE_WORDS if style.size >= LARGE else WORDS
        for scheme in worded(brand).values():
            colour = scheme.roles.get(style.colour) or brand.palette[style.colour]
            ratio = contrast(colour, scheme.roles["ground"])
            if ratio < least:
                message = (
                    f"{name!r} is set in {colour.name!r}, which has a contrast of {ratio:.1f}:1 "
                    f"on the scheme {scheme.name!r}, less than {least:g}:1"
                )
                hint = "Use ink, quiet or accent, which every scheme gives a colour."
                entries.fault("brand-contrast", message, (*path, name, "colour"), hint)
