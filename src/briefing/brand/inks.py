"""What a brand owes its printer: a press value for every colour, no more ink than paper takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.brand.entries import OURS
from briefing.brand.tones import named_tones

if TYPE_CHECKING:
    from briefing.brand.entries import Entries
    from briefing.brand.model import Brand

INK_LIMIT = 300.0
"""The sum of the four inks in per cent that coated paper takes, where the brand names no limit."""


def judge_inks(brand: Brand, entries: Entries) -> None:
    """Report colours that the press cannot print, or should not."""
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
    for key, tones in named_tones(brand.tones):
        for tone in tones:
            used.setdefault(tone.name, f"charts.{key}")
    for format_, _, arrangement in brand.pages():
        for ground in arrangement.grounds:
            if ground.colour:
                used.setdefault(ground.colour, f"a ground of the format {format_.name!r}")
    return used
