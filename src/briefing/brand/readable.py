"""What a brand owes its readers: words and graphics that stand off the grounds they stand on.

The rules are those of WCAG 2.2 (1.4.3 words, 1.4.11 graphics). Parts of a stack have their figures
printed and a rule of the ground between them, so only the strongest of them must stand off the
ground, and each from the next; bars that stand alone (highlight, muted, comparison) must stand off
it by themselves.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.brand.entries import OURS
from briefing.brand.model import contrast, luminance
from briefing.brand.nearest import such_as
from briefing.brand.tones import named_tones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key
    from briefing.brand.model import Brand, Scheme
    from briefing.drawing import Colour

WORDS, LARGE_WORDS, GRAPHICS = 4.5, 3.0, 3.0
"""The least contrast of words, of words from `LARGE` points on, and of what a graphic shows."""
LARGE = 18.0
LIGHT = 0.18
"""From this luminance a ground is a light one: black and white have the same contrast with it."""


def worded(brand: Brand) -> dict[str, Scheme]:
    """The schemes that words are set in; others dress drawings that only decorate."""
    names: set[str] = set()
    for _, _, arrangement in brand.pages():
        names |= {area.scheme for area in arrangement.areas}
        names |= {item.scheme for item in arrangement.furniture if item.text}
    for format_ in brand.formats.values():
        names |= {item.scheme for item in format_.stamped if item.text}
    return {name: scheme for name, scheme in brand.schemes.items() if name in names}


def judge_words(brand: Brand, entries: Entries) -> None:
    """Report words that would be hard to read on what they stand on."""
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
        near = such_as(one, lambda each: contrast(each, other) >= WORDS)
        hint = f"Words would be hard to read: take a darker or a lighter colour{near}."
        entries.fault("brand-contrast", message, path, hint)


def judge_graphics(brand: Brand, entries: Entries) -> None:
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
                near = such_as(tone, partial(_stands_out, grounds=tuple(grounds.values())))
                hint = f"Take a darker tone, or a lighter ground for charts{near}."
                entries.fault("brand-contrast", message, (*OURS, "charts", *key), hint)
    ink, paper = brand.palette["ink"], brand.palette["paper"]
    for name, several in named_tones(tones):
        for place, tone in enumerate(several):
            best = _figured(tone, ink, paper)
            if best < WORDS:
                path = (*OURS, "charts", name, *((str(place),) if len(several) > 1 else ()))
                message = f"figures on {tone.name!r} reach a contrast of {best:.1f}:1 at most"
                near = such_as(tone, lambda each: _figured(each, ink, paper) >= WORDS)
                hint = f"Figures need {WORDS:g}:1 with ink or with paper{near}."
                entries.fault("brand-contrast", message, path, hint)


def _stands_out(tone: Colour, grounds: Sequence[Colour]) -> bool:
    return all(contrast(tone, ground) >= GRAPHICS for ground in grounds)


def _figured(tone: Colour, ink: Colour, paper: Colour) -> float:
    """The contrast of figures on a tone, in whichever of the two stands off it better."""
    return max(contrast(tone, ink), contrast(tone, paper))


def _charted(brand: Brand) -> set[str]:
    """The schemes of areas that take charts; a picture of one figure finds its colour itself."""
    return {
        area.scheme
        for _, _, arrangement in brand.pages()
        for area in arrangement.areas
        if any(kind.partition(".")[0] == "chart" for kind in area.takes)
    }
