"""Which colour an answer has: the same in every chart of a publication."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.brand.model import contrast, luminance
from briefing.charts.rows import leading_net
from briefing.drawing import Colour
from briefing.tables.model import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from briefing.brand.model import Look
    from briefing.drawing import Spot
    from briefing.tables.model import Head, Table

READABLE = 4.5
"""The least contrast of words on a segment (WCAG 2.2, 1.4.3)."""
STRONG = 7.0
"""The contrast of an answer that the headline speaks of with its ground, if its tone is faint."""
SEEN = 3.0
"""The least contrast of what is drawn with its ground (WCAG 2.2, 1.4.11)."""
LIGHT = 0.18
"""From this luminance a ground is a light one: black and white have the same contrast with it."""
APART = (Part.DONT_KNOW, Part.NOT_APPLICABLE, Part.WITHHELD)
"""Answers that say nothing of the matter: light grey, set apart from the others."""


def answers(table: Table) -> tuple[int, ...]:
    """The places of a table's answers in the order they are drawn: the ways out come last.

    What stands for hidden ones does so in their place.
    """
    told = (Part.NET, Part.SUMMARY)
    hidden = {each for head in table.columns if head.part is Part.WITHHELD for each in head.of}
    places = [
        place
        for place, head in enumerate(table.columns)
        if head.part not in told and head.id not in hidden
    ]
    return tuple(sorted(places, key=lambda place: table.columns[place].part in APART))


def shades(table: Table, look: Look) -> dict[int, Colour]:
    """The colour of each answer by its place among the table's columns, whatever stands out.

    A diverging scale has the tones of its two ends round a neutral grey, any other a sequence,
    strongest first, whose last tone belongs to the last answer: none of what was asked about.
    Numbers that go up ("1" to "5") have the strongest at their good end: see `_points`.
    """
    places = answers(table)
    heads = {place: table.columns[place] for place in places}
    chosen = {place: _quiet(head, look) for place, head in heads.items() if head.part in _QUIET}
    left = [place for place in places if place not in chosen]
    if not table.diverging:
        if _going_up([heads[place].label for place in left]):
            return chosen | _points(table, left, look)
        return chosen | _sequence(left, look.tones.sequence, look)
    first = next((heads[place].pole for place in left if heads[place].pole), 1)
    for pole, tones in ((1, look.tones.positive), (-1, look.tones.negative)):
        end = [place for place in left if heads[place].pole == pole]
        order = end if pole == first else end[::-1]
        chosen |= _spread(order, tones, len(tones) - 1, look)
    middle = [place for place in left if heads[place].pole == 0]
    return chosen | dict.fromkeys(middle, look.tones.neutral)


_QUIET = (Part.NEUTRAL, *APART)


def _quiet(head: Head, look: Look) -> Colour:
    """The tone of an answer that is none of the matter; what is hidden is hollow, with an edge."""
    tones = look.tones
    if head.part is Part.WITHHELD:
        return replace(look.colour("ground"), edge=look.colour("quiet"))
    if head.part is Part.NEUTRAL:
        return tones.neutral
    return tones.dont_know if head.part is Part.DONT_KNOW else tones.not_applicable


_NUMBER = re.compile(r"\d+")


def _going_up(labels: Sequence[str]) -> bool:
    """Whether labels begin with numbers, each larger than the one before."""
    begun = [_NUMBER.match(label) for label in labels]
    numbers = [int(each[0]) for each in begun if each]
    return bool(labels) and len(numbers) == len(labels) and all(a < b for a, b in pairwise(numbers))


def _points(table: Table, places: Sequence[int], look: Look) -> dict[int, Colour]:
    """The tones of points that go up: the strongest at the good end, the last for nought alone.

    That end is the last, unless the net that leads, which is what is told, counts the first of
    them: then one is the best.
    """
    net, first, tones = leading_net(table), table.columns[places[0]], look.tones.sequence
    best = net is not None and first.id in table.columns[net].of
    if first.label == "0" and not best:
        return _sequence(places[::-1], tones, look)
    order = places if best else places[::-1]
    return _spread(order, tones[:-1] or tones, len(tones) - 2, look)


def _sequence(places: Sequence[int], tones: Sequence[Colour], look: Look) -> dict[int, Colour]:
    """The tones of a sequence in their order; the last tone is for the last of several places."""
    if len(places) <= 1 or len(tones) <= 1:
        return dict.fromkeys(places, tones[0])
    *front, end = places
    if len(places) > len(tones):
        return _spread(places, tones, len(tones) - 1, look)
    last = min(len(front), len(tones) - 1) - 1
    return _spread(front, tones, last, look) | {end: tones[-1]}


def _spread(
    places: Sequence[int], tones: Sequence[Colour], last: int, look: Look
) -> dict[int, Colour]:
    """Places spread over the tones from the first to the `last`, halves to the fainter.

    Where there are more places than tones, those between have mixtures: no two are alike, and
    figures can be read on each, as they can on the tones.
    """
    gaps = max(len(places) - 1, 1)
    last = max(last, 0)
    if len(places) > last + 1:
        wanted = (rank * last / gaps for rank in range(len(places)))
        near = last / gaps * _ASIDE
        return {
            place: _readable(tones, at, near, look)
            for place, at in zip(places, wanted, strict=True)
        }
    return {
        place: tones[(2 * rank * last + gaps) // (2 * gaps)] for rank, place in enumerate(places)
    }


_ASIDE, _TRIES = 0.4, 10
"""How far from its place a mixture may lie, as a part of the way to the next; tries each way."""


def _readable(tones: Sequence[Colour], at: float, near: float, look: Look) -> Colour:
    """The mixture nearest to a place on which figures can be read; that of the place, if none."""
    steps = sorted(range(-_TRIES, _TRIES + 1), key=abs)
    places = [min(max(at + near * step / _TRIES, 0.0), len(tones) - 1.0) for step in steps]
    mixtures = [_mixed(tones, place) for place in places]
    read = (each for each in mixtures if contrast(look.ink_on(each), each) >= READABLE)
    return next(read, mixtures[0])


def _mixed(tones: Sequence[Colour], at: float) -> Colour:
    """The colour between two neighbouring tones, on the screen and in the inks of the press."""
    one, part = tones[int(at)], at - int(at)
    if not part:
        return one
    other = tones[int(at) + 1]
    red, green, blue = _between(one.screen, other.screen, part)
    press = None
    if one.press and other.press:
        cyan, magenta, yellow, black = _between(one.press, other.press, part)
        press = (cyan, magenta, yellow, black)
    spot = _tint(one.spot, other.spot, part)
    return Colour(f"{one.name} {part:.2f} {other.name}", (red, green, blue), press, spot=spot)


def _tint(one: Spot | None, other: Spot | None, part: float) -> Spot | None:
    """The tint between two of one ink; tones of two inks, or of none, are mixed in CMYK."""
    if one is None or other is None or one.name != other.name:
        return None
    return replace(one, tint=round(one.tint + (other.tint - one.tint) * part, 4))


def _between(one: Sequence[float], other: Sequence[float], part: float) -> list[float]:
    return [round(a + (b - a) * part, 4) for a, b in zip(one, other, strict=True)]


def stressed(table: Table, own: AbstractSet[int], look: Look) -> dict[int, Colour]:
    """The colour of each answer where the headline speaks of those in `own`.

    An answer keeps its tone, unless the headline's are all too faint to be seen beside others
    ("not at all", "neither"): then these are toned as a finding is.
    """
    colours = shades(table, look)
    ground = look.colour("ground")
    faint = [place for place in answers(table) if place in own and place in colours]
    if not any(contrast(colours[place], ground) >= SEEN for place in faint):
        colours |= _toned(table, faint, colours, look)
    if luminance(ground) > LIGHT:
        return colours
    return {place: _edged(each, look) for place, each in colours.items()}


def _toned(
    table: Table, faint: Sequence[int], colours: dict[int, Colour], look: Look
) -> dict[int, Colour]:
    """Faint answers as a finding: the far end of a sequence in the other end's tones.

    "Not at all" is as much of a finding there as it is on a scale with two ends, and a finding in
    grey would be the quietest thing of its chart. What says nothing of the matter, or stands in the
    middle, takes as little ink as makes it stand out.
    """
    tones, ground = look.tones.negative, look.colour("ground")
    quiet = any(table.columns[place].part in _QUIET for place in faint)
    if table.diverging or quiet or contrast(tones[0], ground) < SEEN:
        return {place: _inked(colours[place], look) for place in faint}
    return _spread(faint[::-1], tones, len(tones) - 1, look)


def _edged(tone: Colour, look: Look) -> Colour:
    """A tone that is lost in a dark ground with an edge: tones are made for paper."""
    if tone.edge or contrast(tone, look.colour("ground")) >= SEEN:
        return tone
    return replace(tone, edge=look.colour("quiet"))


def _inked(tone: Colour, look: Look) -> Colour:
    """A faint tone with as much ink in it as makes it strong on its ground."""
    ground = look.colour("ground")
    return next(
        (each for each in _darkening(tone, look) if contrast(each, ground) >= STRONG),
        look.colour("ink"),
    )


def seen(tone: Colour, look: Look, *, own: bool = False) -> Colour:
    """The tone of a plain bar; with ink in it where it would be lost in its ground.

    The headline's `own` bar then has more of it than the others. Figures can be read on all.
    """
    ground = look.colour("ground")
    if contrast(tone, ground) >= SEEN:
        return tone
    least = STRONG if own else SEEN
    return next(
        (
            each
            for each in _darkening(tone, look)
            if contrast(each, ground) >= least and contrast(look.ink_on(each), each) >= READABLE
        ),
        look.colour("ink"),
    )


def _darkening(tone: Colour, look: Look) -> Iterator[Colour]:
    """A tone with more and more ink in it."""
    pair = replace(tone, edge=None), look.colour("ink")
    return (_mixed(pair, part / _INKS) for part in range(1, _INKS))


_INKS = 20
"""Parts of ink that a tone may take."""


def strongest(table: Table, column: int, look: Look) -> Colour:
    """The colour of a column's figure: of the strongest of the answers that it counts."""
    head = table.columns[column]
    of = head.of or (head.id,)
    counted = {place for place, each in enumerate(table.columns) if each.id in of}
    colours = stressed(table, counted, look)
    own = [colour for place, colour in colours.items() if table.columns[place].id in of]
    return min(own, key=luminance, default=look.colour("accent"))
