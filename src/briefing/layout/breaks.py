"""Where lines end: total fit over the whole paragraph, after Knuth and Plass (1981).

A paragraph is its stops, the places where a line may end, and between them material that is fixed
but for its spaces. Every line has a badness, what it costs to end where it does, and demerits made
of both; the breaks with the least sum are taken, whatever is best for a single line. Widths are in
points; nothing here knows of words or faces.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SLIP = 0.01
"""Points by which a line may be too wide before it counts: rounding of widths, nothing visible."""


class Stop(NamedTuple):
    """A place where a line may end; the first of a paragraph is where it begins.

    `reach` is the width of everything before it without the space or hyphen that ends a line here,
    `end` the same as a line ends here (its hyphen added, what hangs over the edge taken off),
    `start` everything that the line beginning here does not hold. `give` is by how much a justified
    line widens and narrows decently for what lies within `reach`, `past` the same within `start`.
    `penalty` is what it costs to end a line here, `hyphen` says that a hyphen does, `lone` that a
    last line that starts here would be a single word or a part of one.
    """

    reach: float
    end: float
    start: float
    give: tuple[float, float] = (0.0, 0.0)
    past: tuple[float, float] = (0.0, 0.0)
    penalty: float = 0.0
    hyphen: bool = False
    lone: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How lines fill a measure: ragged ones fall short by up to `rag` points decently.

    Where it is 0 lines are justified, and give way as their stops say.
    """

    measure: float
    rag: float = 0.0
    runt: float = 0.2
    """A last line shorter than this part of the measure looks like a mistake."""


LINE = 10.0
"""What any line costs, before its badness: fewer lines are better."""
WORST = 1e6
"""The badness of a line that nothing fills: no badness is greater."""
TOO_WIDE = 1e15
"""Demerits of a line that sticks out, and as many for each point that it does."""
TWO_HYPHENS = 200_000.0
"""Demerits of a line with a hyphen below another."""
LAST_HYPHEN = 100_000.0
"""Demerits of a hyphen at the end of the last line but one."""
UNLIKE = 10_000.0
"""Demerits of a tight line beside a loose one, and the other way about."""
RUNT, RUNT_RAGGED = 120_000.0, 1_800_000.0
"""Demerits of a last line that is nothing of what it should be, and as many if it is one word.

A ragged line before it may well be shorter, a justified one would have to be very loose.
"""

TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)
"""The fitness of a line: how far its spaces are from their own width."""


class _Way(NamedTuple):
    """The best way to a stop by lines the last of which has a certain fitness."""

    cost: float
    fitness: int
    before: int
    way: int
    """The place of the way taken to the stop before."""


def total_fit(stops: Sequence[Stop], manner: Manner) -> tuple[int, ...]:
    """The stops at which lines end, with the least sum of demerits; the last one is the last stop.

    Only starts from which a line can reach are looked at: a stop farther back than the measure is
    never looked at again. A line with nothing to break in it is allowed however wide it is, so
    that there always is a way.
    """
    ways: list[list[_Way]] = [[_Way(0.0, DECENT, 0, 0)]]
    first, last = 0, len(stops) - 1
    for here in range(1, len(stops)):
        stop = stops[here]
        while first < here - 1 and _least(stops[first], stop, manner) > manner.measure + SLIP:
            first += 1
        best: dict[int, _Way] = {}
        for before in range(first, here):
            demerits, fitness = _demerits(stops[before], stop, manner, last=here == last)
            if demerits >= TOO_WIDE and before < here - 1:
                continue
            for place, way in enumerate(ways[before]):
                cost = way.cost + demerits
                if abs(way.fitness - fitness) > 1:
                    cost += UNLIKE
                if fitness not in best or cost < best[fitness].cost:
                    best[fitness] = _Way(cost, fitness, before, place)
        ways.append(list(best.values()))
    return tuple(_back(ways))[::-1]


def _back(ways: list[list[_Way]]) -> Iterator[int]:
    here = len(ways) - 1
    place = min(range(len(ways[here])), key=lambda each: ways[here][each].cost)
    while here > 0:
        yield here
        way = ways[here][place]
        here, place = way.before, way.way


def _least(start: Stop, stop: Stop, manner: Manner) -> float:
    """The least width of the material between two stops, whatever ends the line."""
    shrink = 0.0 if manner.rag else stop.give[1] - start.past[1]
    return stop.reach - start.start - shrink


def _demerits(start: Stop, stop: Stop, manner: Manner, *, last: bool) -> tuple[float, int]:
    """What a line costs on its own and beside a hyphen before it, and its fitness."""
    width = stop.end - start.start
    slack = manner.measure - width
    if manner.rag:
        fitness, badness = DECENT, _ragged(slack, manner, last=last)
    else:
        fitness, badness = _filled(slack, start, stop, last=last)
    if badness < 0:
        return TOO_WIDE * (1 - slack), fitness
    demerits = (LINE + badness) ** 2 + stop.penalty * stop.penalty
    if start.hyphen:
        demerits += TWO_HYPHENS * stop.hyphen + LAST_HYPHEN * last
    if last and start.start > 0:
        short = max(0.0, 1 - width / (manner.runt * manner.measure))
        runt = RUNT_RAGGED if manner.rag else RUNT
        demerits += runt * (short + start.lone * (short + 1 / 8))
    return demerits, fitness


def _ragged(slack: float, manner: Manner, *, last: bool) -> float:
    """The badness of a ragged line; less than 0 if it is too wide."""
    if slack < -SLIP:
        return -1.0
    if last or slack <= 0:
        return 0.0
    part = slack / manner.rag
    return min(100 * part * part * part, WORST)


def _filled(slack: float, start: Stop, stop: Stop, *, last: bool) -> tuple[int, float]:
    """The fitness and badness of a justified line; the badness is less than 0 if it is too wide."""
    wide = slack < 0
    give = stop.give[wide] - start.past[wide]
    part = abs(slack) / give if give > 0 else WORST
    if abs(slack) <= SLIP or (last and not wide):
        return DECENT, 0.0
    if wide and part > 1:
        return TIGHT, -1.0
    badness = min(100 * part * part * part, WORST)
    if part < _HALF:
        return DECENT, badness
    if wide:
        return TIGHT, badness
    return LOOSE if part <= 1 else VERY_LOOSE, badness


_HALF = 0.5
"""The part of its give that a line may use and still count as decent."""


def cost(stops: Sequence[Stop], manner: Manner, ends: Sequence[int]) -> float:
    """The demerits of lines that end at `ends`: what `total_fit` makes as small as can be."""
    total, before, fitness = 0.0, 0, DECENT
    for here in ends:
        demerits, now = _demerits(stops[before], stops[here], manner, last=here == len(stops) - 1)
        total += demerits + (UNLIKE if abs(now - fitness) > 1 else 0.0)
        before, fitness = here, now
    return total


def worst(stops: Sequence[Stop], manner: Manner, ends: Sequence[int]) -> float:
    """The badness of the worst line but the last; `WORST` if one sticks out."""
    bad, before = 0.0, 0
    for here in ends:
        start, stop = stops[before], stops[here]
        slack, last = manner.measure - (stop.end - start.start), here == len(stops) - 1
        if manner.rag:
            badness = _ragged(slack, manner, last=last)
        else:
            badness = _filled(slack, start, stop, last=last)[1]
        bad = max(bad, badness if badness >= 0 else WORST)
        before = here
    return bad


def first_fit(stops: Sequence[Stop], measure: float) -> tuple[int, ...]:
    """The stops at which lines end if each is filled before the next is begun."""
    ends: list[int] = []
    before, last = 0, len(stops) - 1
    while before < last:
        end = here = before + 1
        while here <= last and stops[here].reach - stops[before].start <= measure + SLIP:
            if _fits(stops, before, here, measure):
                end = here
            here += 1
        before = end
        ends.append(end)
    return tuple(ends)


def _fits(stops: Sequence[Stop], before: int, here: int, measure: float) -> bool:
    return stops[here].end - stops[before].start <= measure + SLIP


SHORT_LAST = 0.6
"""The last of balanced lines is no shorter than this part of their mean, if it can be helped."""
_SHORT_LAST, _LONE_LAST = 1.0, 2.0
"""What a short last line and one of a single word cost, in squares of the mean line."""


def balanced(stops: Sequence[Stop], measure: float) -> tuple[int, ...]:
    """The stops at which the fewest lines end, as equally long as can be.

    Of all ways with the fewest lines the one is taken whose lines differ least from their mean.
    """
    fewest = first_fit(stops, measure)
    count, last = len(fewest), len(stops) - 1
    mean = (stops[last].end - stops[0].start) / count
    rows: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for line in range(1, count + 1):
        row: dict[int, tuple[float, int]] = {}
        for here in range(last, last + 1) if line == count else range(line, last):
            for before in reversed(rows[-1]):
                if before >= here:
                    continue
                if before < here - 1 and not _fits(stops, before, here, measure):
                    break
                more = rows[-1][before][0] + _uneven(stops, before, here, mean)
                if here not in row or more < row[here][0]:
                    row[here] = (more, before)
        rows.append(row)
    if last not in rows[-1]:
        return fewest
    ends = [last]
    for row in reversed(rows[2:]):
        ends.append(row[ends[-1]][1])
    return tuple(reversed(ends))


def _uneven(stops: Sequence[Stop], before: int, here: int, mean: float) -> float:
    """How far a line is from the mean, squared, and what its end costs."""
    start, stop = stops[before], stops[here]
    width = stop.end - start.start
    off = (width - mean) / mean if mean else 0.0
    spent = off * off + (stop.penalty / 100) ** 2
    if here == len(stops) - 1 and before > 0:
        spent += _LONE_LAST * start.lone + _SHORT_LAST * (width < SHORT_LAST * mean)
    return spent
