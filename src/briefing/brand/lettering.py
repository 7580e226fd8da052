"""What a brand's type owes its readers: faces that can be set, sizes that can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.brand.asked import ICON, MONO, STYLES
from briefing.brand.entries import OURS
from briefing.brand.fontfiles import features_of, unfit
from briefing.brand.model import contrast
from briefing.brand.readable import LARGE, LARGE_WORDS, WORDS, worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key
    from briefing.brand.masters import Arrangement, Format
    from briefing.brand.model import Brand

_SLIP = 0.01
_PARTS = 2
"""So many lines of the grid are in a line of body text, or more."""
TIGHTEST = 0.8
"""The least leading, in sizes: from there on letters of one line reach into those of the next."""


def judge_faces(brand: Brand, entries: Entries) -> None:
    """Report files that are no faces which can be set, and faces for code that would not align."""
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


def judge_type(brand: Brand, format_: Format, entries: Entries) -> None:
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
