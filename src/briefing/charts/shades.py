"""Which colour an answer has: the same in every chart of a publication."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.brand.model import contrast, luminance
from briefing.charts.rows import leading_net
from briefing.drawing import Colour
from briefing.tables.model import Measure, Part

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
    strongest first. An answer that denies all others ("not at all") has the last tone of a
    sequence to itself, wherever it stands. Numbers that go up ("1" to "5") have the strongest at
    their good end: see `_points`. Tones too faint for a light ground have an edge.
    """
    places = answers(table)
    heads = {place: table.columns[place] for place in places}
    chosen = {place: _quiet(head, look) for place, head in heads.items() if head.part in _QUIET}
    left = [place for place in places if place not in chosen]
    chosen |= _diverging(table, left, look) if table.diverging else _one_ended(table, left, look)
    if luminance(look.colour("ground")) <= LIGHT:
        return chosen
    return {place: _outlined(each, heads[place], look) for place, each in chosen.items()}


def _diverging(table: Table, places: Sequence[int], look: Look) -> dict[int, Colour]:
    """The tones of two ends, and of what stands between them."""
    poles = {place: table.columns[place].pole for place in places}
    first = next((pole for pole in poles.values() if pole), 1)
    chosen = {place: look.tones.neutral for place, pole in poles.items() if not pole}
    for pole, tones in ((1, look.tones.positive), (-1, look.tones.negative)):
        end = [place for place in places if poles[place] == pole]
        order = end if pole == first else end[::-1]
        chosen |= _spread(order, tones, len(tones) - 1, look)
    return chosen


def _one_ended(table: Table, places: Sequence[int], look: Look) -> dict[int, Colour]:
    """The tones of a scale with one end, or of answers without an order."""
    if _going_up([table.columns[place].label for place in places]):
        return _points(table, places, look)
    *front, last = look.tones.sequence
    denying = [place for place in places if table.columns[place].pole < 0]
    others = [place for place in places if place not in denying]
    if denying and denying[0] == places[0]:
        others.reverse()
    tones = tuple(front or [last]) if denying else _paling(look)
    return _sequence(others, tones, look) | dict.fromkeys(denying, last)


def _paling(look: Look) -> tuple[Colour, ...]:
    """The tones of a sequence in which nothing denies the rest, and a pale one after them."""
    front = look.tones.sequence[:-1] or look.tones.sequence
    pale = _mixed((front[-1], look.brand.palette["paper"]), _PALE)
    return (*front, pale)


_PALE = 0.45
"""The part of paper in the palest tone of a sequence."""


def tints(look: Look) -> tuple[Colour, ...]:
    """The tones of categories beside the one that a headline speaks of: never grey.

    Greys say "don't know" in charts of answers.
    """
    *_, faint, pale = _paling(look)
    return look.tones.muted, faint, replace(pale, edge=faint)


def _outlined(tone: Colour, head: Head, look: Look) -> Colour:
    """A tone that is lost in a light ground with an edge: of its own end, or of quiet answers."""
    if tone.edge or contrast(tone, look.colour("ground")) >= SEEN:
        return tone
    tones = look.tones
    edge: Colour | None = _paling(look)[-2]
    if head.pole < 0:
        edge = tones.negative[0]
    elif head.part in _QUIET or tone == tones.neutral:
        edge = tones.edge
    if edge and contrast(edge, look.colour("ground")) < SEEN:
        edge = firm(edge, look)
    return replace(tone, edge=edge)


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
_POINT = re.compile(r"\d+(?:\s*[-\u2013\u2014=:.)(]+\s*[^\W\d]\D*)?")
"""A point of a rating, with its name or without: ``0``, ``0 - Not at all``."""


def _going_up(labels: Sequence[str]) -> bool:
    """Whether labels begin with numbers, each larger than the one before."""
    numbers = [each for label in labels if (each := _points_of(label)) is not None]
    return bool(labels) and len(numbers) == len(labels) and all(a < b for a, b in pairwise(numbers))


def _points_of(label: str) -> int | None:
    """The number that a label begins with, if it does: ``5`` of ``5: very good``."""
    begun = _NUMBER.match(label)
    return int(begun[0]) if begun else None


def _points(table: Table, places: Sequence[int], look: Look) -> dict[int, Colour]:
    """The tones of points that go up: the strongest at the good end, the last for nought alone.

    That end is the last, unless the net that leads, which is what is told, counts the first of
    them: then one is the best. Where they count something ("0 to 24", "3 or more") none is bad.
    """
    net, first = leading_net(table), table.columns[places[0]]
    *front, last = look.tones.sequence
    best = net is not None and first.id in table.columns[net].of
    rated = all(_POINT.fullmatch(table.columns[place].label) for place in places)
    nought = rated and _points_of(first.label) == 0 and not best and len(places) > 1
    order = places if best else places[::-1]
    if nought:
        return _sequence(order[:-1], front or [last], look) | {order[-1]: last}
    tones = _paling(look)
    return _spread(order, tones, len(tones) - 1, look)


def _sequence(places: Sequence[int], tones: Sequence[Colour], look: Look) -> dict[int, Colour]:
    """The tones of a sequence in their order: fewer answers than tones have the first of them."""
    return _spread(places, tones, min(len(places), len(tones)) - 1, look)


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
        mixtures = _readable(tones[: last + 1], look)
        most = len(mixtures) - 1
        return {
            place: mixtures[(2 * rank * most + gaps) // (2 * gaps)]
            for rank, place in enumerate(places)
        }
    return {
        place: tones[(2 * rank * last + gaps) // (2 * gaps)] for rank, place in enumerate(places)
    }


_FINE = 40
"""How many mixtures there are from one tone to the next."""


def _readable(tones: Sequence[Colour], look: Look) -> list[Colour]:
    """Mixtures from the first tone to the last on which figures can be read; all, if on none."""
    mixtures = _mixtures(tuple(tones))
    read = [each for each in mixtures if contrast(look.ink_on(each), each) >= READABLE]
    return read or list(mixtures)


@cache
def _mixtures(tones: tuple[Colour, ...]) -> tuple[Colour, ...]:
    """All mixtures from the first tone to the last, once for all charts."""
    steps = range((len(tones) - 1) * _FINE + 1)
    return tuple(_mixed(tones, step / _FINE) for step in steps)


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

    An answer keeps its tone in every chart. Where the headline's say nothing of the matter or stand
    in its middle, and are faint, their edge is of ink: they are told by weight, not by another hue.
    """
    colours = shades(table, look)
    ground = look.colour("ground")
    faint = [place for place in answers(table) if place in own and place in colours]
    if not any(contrast(colours[place], ground) >= SEEN for place in faint):
        quiet = [place for place in faint if table.columns[place].part in _QUIET]
        colours |= {place: replace(colours[place], edge=look.colour("ink")) for place in quiet}
    if luminance(ground) > LIGHT:
        return colours
    return {place: _edged(each, look) for place, each in colours.items()}


def _edged(tone: Colour, look: Look) -> Colour:
    """A tone that is lost in a dark ground with an edge: tones are made for paper."""
    if tone.edge or contrast(tone, look.colour("ground")) >= SEEN:
        return tone
    return replace(tone, edge=look.colour("quiet"))


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


def unfilled(look: Look) -> Colour:
    """The tone of marks that a figure does not count: faint, with an edge that can be seen."""
    rule = look.colour("rule")
    edges = _towards(rule, look.colour("quiet"))
    ground = look.colour("ground")
    return replace(rule, edge=next(each for each in edges if contrast(each, ground) >= SEEN))


def firm(tone: Colour, look: Look) -> Colour:
    """A tone with as little ink in it as makes it seen on a light ground."""
    ground = look.colour("ground")
    return next(each for each in _darkening(tone, look) if contrast(each, ground) >= SEEN)


def _darkening(tone: Colour, look: Look) -> Iterator[Colour]:
    """A tone with more and more ink in it."""
    return _towards(replace(tone, edge=None), look.colour("ink"))


def _towards(tone: Colour, other: Colour) -> Iterator[Colour]:
    """A tone with more and more of another in it, at last the other alone."""
    pair = tone, other
    return (_mixed(pair, part / _INKS) for part in range(1, _INKS + 1))


_INKS = 20
"""Parts of ink, or of another tone, that a tone may take."""


def strongest(table: Table, column: int, look: Look) -> Colour:
    """The colour of a column's figure: of the strongest of the answers that it counts.

    That of a negative one is its end's strongest: its own may be too faint for a figure.
    """
    head = table.columns[column]
    if head.pole < 0:
        return look.tones.negative[0]
    of = head.of or (head.id,)
    counted = {place for place, each in enumerate(table.columns) if each.id in of}
    colours = stressed(table, counted, look)
    own = [colour for place, colour in colours.items() if table.columns[place].id in of]
    return min(own, key=luminance, default=look.tones.highlight)


def outweighed(table: Table, row: int, column: int) -> bool:
    """Whether a cell tells that the negative end outweighs the other: a net score below nought."""
    value = table.cells[row][column].value
    return table.columns[column].measure is Measure.POINTS and value is not None and value < 0
