"""Where a brand puts things on its pages: clear of the knife, apart, each on its ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.brand.asked import CHARTS, SHAPES, TABLES, TAKEN
from briefing.brand.entries import OURS
from briefing.brand.model import contrast
from briefing.brand.seams import extremes, movable
from briefing.drawing import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key
    from briefing.brand.masters import Area, Arrangement, Format, Ground, Master
    from briefing.brand.model import Brand
    from briefing.drawing import Colour, Rect

KNIFE = 5.0
"""What matters keeps this far from the trim, in millimetres."""
SPINE = 10.0
"""And this far from the spine of an upright page, which may be bound at either side."""
HAIRLINE = 0.25
"""The thinnest rule that a press holds, in points."""
_READ = 4.5
"""The least contrast of words with what they stand on."""
_KINDS = (*TAKEN, *(f"chart.{each}" for each in (*CHARTS, *SHAPES)), *TABLES)


def judge_places(brand: Brand, entries: Entries) -> None:
    """Report every place that printing, binding or another place would spoil."""
    for format_ in brand.formats.values():
        for master in format_.masters.values():
            path = (*OURS, "formats", format_.name, "masters", master.name)
            _alike(master, path, entries)
            _alone(master, path, entries)
    for format_, master, arrangement in brand.pages():
        path = (*OURS, "formats", format_.name, "masters", master.name)
        _Judge(brand, format_, arrangement, (*path, arrangement.name), entries).judge()


def _alike(master: Master, path: Key, entries: Entries) -> None:
    """All arrangements of a page print its section, or none: else headings would change level."""
    with_kicker = [each.name for each in master.arrangements if "kicker" in each.taken]
    for arrangement in master.arrangements:
        if with_kicker and arrangement.name not in with_kicker:
            other = with_kicker[0]
            message = f"{arrangement.name!r} has no place for the kicker, but {other!r} has one"
            hint = "Add kicker to a `takes`: what is read aloud may not hang on the arrangement."
            entries.fault("brand-place", message, (*path, arrangement.name), hint)


def _alone(master: Master, path: Key, entries: Entries) -> None:
    """Words that go on behind a chart have an arrangement without one: its place would be empty."""
    if not master.continues:
        return
    without = [each for each in master.arrangements if not any(map(_charted, each.areas))]
    for arrangement in master.arrangements:
        if arrangement in without:
            continue
        for area in arrangement.areas:
            told = _TOLD.intersection(area.takes)
            if not told or _charted(area) or any(told & each.taken for each in without):
                continue
            message = f"{area.name!r} goes on beside the empty place of a chart: no arrangement of "
            message += f"{master.name!r} has a place for {', '.join(sorted(told))} alone"
            hint = (
                "Add an arrangement without a place for charts, or take the page off `continues`."
            )
            entries.remark("brand-place", message, (*path, arrangement.name), hint)
            return


def _charted(area: Area) -> bool:
    return any(kind.partition(".")[0] == "chart" for kind in area.takes)


_TOLD = frozenset(
    {"quote", "callout", "words", "paragraph", "list", "steps", "message", "disclosure"}
)
"""Kinds of words that a page is read for, and that go on where it has no room for them."""


@dataclass(frozen=True, slots=True)
class _Judge:
    """One arrangement of one master under judgement."""

    brand: Brand
    format: Format
    arrangement: Arrangement
    path: Key
    entries: Entries

    def judge(self) -> None:
        areas = self.arrangement.areas
        for place, area in enumerate(areas):
            self._on_page(area)
            self._columns(area)
            self._kinds(area)
            self._prefix(area)
            self._apart(area, areas[place + 1 :])
            self._grounds(area)
        self._furniture()
        self._seams()
        for place, ground in enumerate(self.arrangement.grounds):
            self._ground(ground, place)
        for place, seam in enumerate(self.arrangement.seams):
            self._seam(seam, place)
        if not any("heading" in area.takes for area in areas):
            message = "no area takes the heading, which every page has: it is never used"
            self.entries.remark("brand-place", message, self.path, "Add heading to a `takes`.")

    def _on_page(self, area: Area) -> None:
        trim = self.format.geometry.trim
        path = (*self.path, "areas", area.name)
        if not trim.holds(area.rect):
            message = f"the area {area.name!r} reaches over the edge of the page"
            self.entries.fault("brand-place", message, path, self._size())
        elif why := _close(area.rect, self.format):
            message = f"the area {area.name!r} is {why}"
            hint = "Words there may be cut off or lost in the binding: move it inwards."
            self.entries.remark("brand-place", message, path, hint)

    def _size(self) -> str:
        geometry = self.format.geometry
        return f"The page is {geometry.width / MM:g} by {geometry.height / MM:g} mm."

    def _columns(self, area: Area) -> None:
        if area.rect.width <= area.gutter * (area.flow - 1):
            message = f"{area.flow} columns of {area.name!r} have no width between gutters"
            hint = "Take fewer columns or a smaller gutter."
            self.entries.fault("brand-place", message, (*self.path, "areas", area.name), hint)

    def _kinds(self, area: Area) -> None:
        for place, kind in enumerate(area.takes):
            path = (*self.path, "areas", area.name, "takes", str(place))
            self.entries.check(kind, _KINDS, "kind of block", path)

    def _prefix(self, area: Area) -> None:
        """The prefix by which an area's styles are looked up first begins at least one."""
        styles = self.format.styles
        prefixes = {name[:place] for name in styles for place in _dots(name)}
        if area.styles:
            path = (*self.path, "areas", area.name, "styles")
            self.entries.check(area.styles, prefixes, "prefix of the type styles", path)

    def _apart(self, area: Area, others: tuple[Area, ...]) -> None:
        for other in others:
            if area.rect.overlaps(other.rect):
                message = f"the areas {area.name!r} and {other.name!r} overlap"
                path = (*self.path, "areas", other.name)
                hint = "Let one end where the other begins."
                self.entries.fault("brand-place", message, path, hint)

    def _seams(self) -> None:
        """However far seams move, places keep apart and each stays on its ground."""
        least = self.format.minimum
        at_rest = set(self._spoilt(self.arrangement))
        spoilt: dict[str, int] = {}
        for place, arrangement in extremes(self.arrangement, least):
            for fault in self._spoilt(arrangement):
                spoilt.setdefault(fault, place)
        for place, seam in enumerate(self.arrangement.seams):
            path = (*self.path, "seams", str(place))
            said = f"the seam from {seam[0] / MM:.1f} to {seam[1] / MM:.1f} mm"
            own = [each for each, last in spoilt.items() if last == place and each not in at_rest]
            if own:
                message = f"{said} can move so far that {', '.join(own)}"
                hint = "Let all that stands side by side at a seam end or begin within it."
                self.entries.fault("brand-place", message, path, hint)
            if not movable(self.arrangement, seam):
                message = f"{said} never moves: places must end in it and others begin in it"
                hint = "Let it reach from where the upper places end to where the lower begin."
                self.entries.remark("brand-place", message, path, hint)

    def _spoilt(self, arrangement: Arrangement) -> Iterator[str]:
        """What is wrong with the places of an arrangement that a line of words has room in."""
        areas = [area for area in arrangement.areas if area.rect.height >= self.format.minimum]
        for place, area in enumerate(areas):
            for other in areas[place + 1 :]:
                if area.rect.overlaps(other.rect):
                    yield f"{area.name!r} and {other.name!r} overlap"
            for item in arrangement.furniture:
                if area.rect.overlaps(item.rect):
                    yield f"{area.name!r} and the furniture {item.text or item.drawing!r} overlap"
            for colour in self._strange(area, arrangement):
                yield f"{area.name!r} stands on {colour!r}"

    def _grounds(self, area: Area) -> None:
        """The words of an area stand on the ground that its scheme's colours were chosen for."""
        path = (*self.path, "areas", area.name)
        scheme = self.brand.schemes[area.scheme]
        wanted = scheme.roles["ground"].name
        for colour in self._strange(area, self.arrangement):
            message = (
                f"the area {area.name!r} has the scheme {area.scheme!r}, made for the ground "
                f"{wanted!r}, but stands on {colour!r}"
            )
            hint = "Give it the scheme of what it stands on, or move it or the ground."
            self.entries.fault("brand-ground", message, path, hint)
        for fill in self._drawn_under(area.rect):
            ratio = contrast(scheme.roles["ink"], fill)
            if ratio < _READ and ratio < contrast(scheme.roles["ink"], scheme.roles["ground"]):
                message = f"words of {area.name!r} have a contrast of {ratio:.1f}:1 with a drawing"
                hint = "Dress the drawing in a scheme closer to the ground, or move it."
                self.entries.fault("brand-contrast", message, path, hint)

    def _strange(self, area: Area, arrangement: Arrangement) -> Iterator[str]:
        """The colours under an area that its scheme was not made for."""
        wanted = self.brand.schemes[area.scheme].roles["ground"].name
        return (each for each in _under(area.rect, arrangement) if each != wanted)

    def _drawn_under(self, rect: Rect) -> Iterator[Colour]:
        for ground in self.arrangement.grounds:
            if ground.drawing and ground.rect.overlaps(rect):
                roles = self.brand.schemes[ground.scheme].roles
                for _, fill in self.brand.drawings[ground.drawing].paths:
                    yield roles.get(fill) or self.brand.palette[fill]

    def _furniture(self) -> None:
        """What returns from page to page keeps clear of the knife and of all areas."""
        for item in self.arrangement.furniture:
            words = f"the words {item.text!r}" if item.text else f"the drawing {item.drawing!r}"
            said = f"{words} of the furniture"
            path = (*self.path, "furniture")
            if why := _close(item.rect, self.format):
                hint = "They may be cut off: move them inwards."
                self.entries.remark("brand-place", f"{said} are {why}", path, hint)
            for area in self.arrangement.areas:
                if item.rect.overlaps(area.rect):
                    message = f"{said} overlap the area {area.name!r}"
                    hint = "Let the area end above them, or begin below."
                    self.entries.fault("brand-place", message, path, hint)

    def _ground(self, ground: Ground, place: int) -> None:
        path = (*self.path, "grounds", str(place))
        geometry = self.format.geometry
        if not ground.rect.overlaps(geometry.trim):
            message = "a ground outside of the page is never seen"
            self.entries.remark("brand-place", message, path, self._size())
        if 2 * ground.line >= min(ground.rect.width, ground.rect.height):
            message = "a frame whose line is as wide as half of it has no inside"
            self.entries.fault("brand-place", message, path, "Leave `line` out to fill it.")
        if min(ground.rect.width, ground.rect.height, ground.line or HAIRLINE) < HAIRLINE:
            message = f"a rule of less than {HAIRLINE} pt may vanish on the press"
            self.entries.remark("brand-place", message, path, "Make it 0.1 mm or more.")

    def _seam(self, seam: tuple[float, float], place: int) -> None:
        """A seam moves what ends or begins in it: one beside all edges moves nothing."""
        edges = [y for area in self.arrangement.areas for y in (area.rect.y, area.rect.bottom)]
        if not any(seam[0] - _TOUCH <= edge <= seam[1] + _TOUCH for edge in edges):
            message = f"no area ends or begins in the seam from {seam[0] / MM:g} mm on"
            hint = "Write where the upper places end and where the lower begin."
            self.entries.remark("brand-place", message, (*self.path, "seams", str(place)), hint)


def _under(rect: Rect, arrangement: Arrangement) -> Iterator[str]:
    """The colours seen under a rectangle, down to the first ground that fills it."""
    for ground in reversed(arrangement.grounds):
        within = ground.inside.holds(rect, _TOUCH)
        if ground.colour and not within and ground.rect.overlaps(rect, _TOUCH):
            yield ground.colour
            if ground.rect.holds(rect, _TOUCH) and not ground.line:
                return
    yield "paper"


def _dots(name: str) -> Iterator[int]:
    """Where a style's name has dots: a prefix ends there."""
    return (place for place, letter in enumerate(name) if letter == ".")


_TOUCH = 0.1 * MM
"""What two edges may differ by and still be one."""


def _close(rect: Rect, format_: Format) -> str:
    """How a rectangle is too close to the trim or to the spine; empty if it is not."""
    width, height = format_.geometry.width, format_.geometry.height
    edge = min(rect.y, height - rect.bottom)
    side = min(rect.x, width - rect.right)
    if height > width and side < SPINE * MM - _SLIP:
        return f"{side / MM:.1f} mm from a side that may be bound, less than {SPINE:g} mm"
    if min(edge, side) < KNIFE * MM - _SLIP:
        return f"{min(edge, side) / MM:.1f} mm from the trim, less than {KNIFE:g} mm"
    return ""


_SLIP = 0.05
