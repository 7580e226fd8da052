"""Where lines end: total fit over the whole paragraph, after Knuth and Plass (1981).

A paragraph is its stops, the places where a line may end, and between them material that is fixed
but for its spaces. Every line has a badness, what it costs to end where it does, and demerits made
of both; the breaks with the least sum are taken, whatever is best for a single line. Widths are in
points; nothing here knows of words or faces.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import count
from math import inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SLIP = 0.01
"""Points by which a line may be too wide before it counts: rounding of widths, nothing visible."""


class Stop(NamedTuple):
    """A place where a line may end; the first of a paragraph is where it begins.

    `reach` is the width of everything before it without the space or hyphen that ends a line here,
    `end` the same as a line ends here (its hyphen added, what hangs over the edge taken off),
    `start` everything that the line beginning here does not hold. `give` is by how much spaces
    widen and narrow decently for what lies within `reach`, `past` the same within `start` (those of
    ragged lines only narrow); `hair` is by how much letters do either, unseen.
    `penalty` is what it costs to end a line here, `hyphen` says that a hyphen does, `lone` that a
    last line that starts here would be a single word or a part of one, `colon` that a thought ends
    here and what it announces, or its answer, begins.
    """

    reach: float
    end: float
    start: float
    give: tuple[float, float] = (0.0, 0.0)
    past: tuple[float, float] = (0.0, 0.0)
    hair: float = 0.0
    penalty: float = 0.0
    hyphen: bool = False
    lone: bool = False
    colon: bool = False


@dataclass(frozen=True, slots=True)
class Manner:
    """How lines fill a measure: ragged ones had better fall short of it by `aim` points.

    They depart from that by up to `rag` points decently. Where `rag` is 0 lines are justified, and
    give way as their stops say.
    """

    measure: float
    rag: float = 0.0
    aim: float = 0.0
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
FRAGMENT = 5_000_000.0
"""Demerits of a last line that is the rest of a word: any line that reaches its edge is better."""
UNLIKE = 50_000.0
"""Demerits of a tight line beside a loose one, and the other way about."""
RUNT, RUNT_RAGGED = 120_000.0, 1_800_000.0
"""Demerits of a last line that is nothing of what it should be, and as many if it is one word.

A ragged line before it may well be shorter, a justified one would have to be very loose.
"""
LONE, LONE_ENOUGH = 0.5, 0.6
"""The part of that which a last line of one word costs besides, were it of no width.

It costs nothing from that part of the measure on.
"""

TIGHT, DECENT, LOOSE, VERY_LOOSE = range(4)
"""The fitness of a line: how far its spaces are from their own width."""


class _Line(NamedTuple):
    """A line that may end at a stop: the stop before, its demerits and its fitness."""

    before: int
    demerits: float
    fitness: int


Way = tuple[float, tuple[int, ...]]
"""A sum of demerits, and the stops at which lines end for it."""


def total_fit(stops: Sequence[Stop], manner: Manner) -> tuple[int, ...]:
    """The stops at which lines end, with the least sum of demerits; the last one is the last stop.

    A line with nothing to break in it is allowed however wide it is, so that there always is a way.
    """
    return next(fits(stops, manner))[1]


def fits(stops: Sequence[Stop], manner: Manner) -> Iterator[Way]:
    """Every way of breaking a paragraph with its sum of demerits, the best one first.

    What is best up to each stop is known; from the last stop the ways are followed back, always the
    one that can still become the cheapest (Hart, Nilsson and Raphael 1968).
    """
    lines: list[list[_Line]] = [[], *_lines(stops, manner)]
    least = _least_costs(lines)
    turn = count()
    last = len(stops) - 1
    open_: list[tuple[float, int, float, int, int, tuple[int, ...]]] = [
        (cost, next(turn), 0.0, last, fitness, ()) for fitness, cost in least[last].items()
    ]
    heapify(open_)
    while open_:
        total, _, spent, here, fitness, ends = heappop(open_)
        if here == 0:
            yield total, ends
            continue
        for line in lines[here]:
            if line.fitness != fitness:
                continue
            for other, cost in least[line.before].items():
                more = spent + line.demerits + _unlike(other, fitness)
                way = (more + cost, next(turn), more, line.before, other, (here, *ends))
                heappush(open_, way)


def _lines(stops: Sequence[Stop], manner: Manner) -> Iterator[list[_Line]]:
    """The lines that may end at each stop but the first.

    Only starts from which a line can reach are looked at: a stop farther back than the measure is
    never looked at again.
    """
    first, last = 0, len(stops) - 1
    for here in range(1, len(stops)):
        stop = stops[here]
        while first < here - 1 and _least(stops[first], stop) > manner.measure + SLIP:
            first += 1
        found = []
        for before in range(first, here):
            demerits, fitness = _demerits(stops[before], stop, manner, last=here == last)
            if demerits < TOO_WIDE or before == here - 1:
                found.append(_Line(before, demerits, fitness))
        yield found


def _least_costs(lines: Sequence[Sequence[_Line]]) -> list[dict[int, float]]:
    """The least sum of demerits up to each stop, by the fitness of the line that ends there."""
    least: list[dict[int, float]] = [{DECENT: 0.0}]
    for ending in lines[1:]:
        best: dict[int, float] = {}
        for before, demerits, fitness in ending:
            for other, spent in least[before].items():
                cost = spent + demerits
                if other != fitness:
                    cost += _unlike(other, fitness)
                if cost < best.get(fitness, inf):
                    best[fitness] = cost
        least.append(best)
    return least


def _unlike(one: int, other: int) -> float:
    return UNLIKE if abs(one - other) > 1 else 0.0


def _least(start: Stop, stop: Stop) -> float:
    """The least width of the material between two stops, whatever ends the line."""
    return stop.reach - start.start - (stop.give[1] - start.past[1]) - (stop.hair - start.hair)


def _demerits(start: Stop, stop: Stop, manner: Manner, *, last: bool) -> tuple[float, int]:
    """What a line costs on its own and beside a hyphen before it, and its fitness."""
    width = stop.end - start.start
    slack = manner.measure - width
    if manner.rag:
        fitness, bad = DECENT, _ragged(slack, start, stop, manner, last=last)
    else:
        fitness, bad = _filled(slack, start, stop, last=last)
    if bad < 0:
        return TOO_WIDE * (1 - slack), fitness
    demerits = (LINE + bad) ** 2 + stop.penalty * stop.penalty
    if start.hyphen:
        demerits += TWO_HYPHENS * stop.hyphen + LAST_HYPHEN * last
        demerits += FRAGMENT * (last and start.lone)
    if last and start.start > 0:
        short = max(0.0, 1 - width / (manner.runt * manner.measure))
        runt = RUNT_RAGGED if manner.rag else RUNT
        narrow = max(0.0, 1 - width / (LONE_ENOUGH * manner.measure))
        demerits += runt * (short + start.lone * (short + LONE * narrow))
    return demerits, fitness


def _ragged(slack: float, start: Stop, stop: Stop, manner: Manner, *, last: bool) -> float:
    """The badness of a ragged line; less than 0 if it is too wide."""
    hair = stop.hair - start.hair
    if slack < -hair - (stop.give[1] - start.past[1]) - SLIP:
        return -1.0
    if last and slack > 0:
        return 0.0
    off = abs(slack - manner.aim) - hair
    return badness(off / manner.rag) if off > 0 else 0.0


def _filled(slack: float, start: Stop, stop: Stop, *, last: bool) -> tuple[int, float]:
    """The fitness and badness of a justified line; the badness is less than 0 if it is too wide.

    Letters give way first: what they take off the spaces is hardly seen, but it counts for how a
    line looks beside the next.
    """
    wide = slack < 0
    if last and not wide:
        return DECENT, 0.0
    hair = stop.hair - start.hair
    give = stop.give[wide] - start.past[wide]
    rest = abs(slack) - hair
    part = rest / give if give > 0 and rest > SLIP else _HOPELESS * (rest > SLIP)
    if wide and part > 1:
        return TIGHT, -1.0
    fitness = _fitness(abs(slack) / (give + hair) if give + hair > 0 else part, wide=wide)
    return fitness, badness(part)


def _fitness(part: float, *, wide: bool) -> int:
    if part < _HALF:
        return DECENT
    if wide:
        return TIGHT
    return LOOSE if part <= 1 else VERY_LOOSE


def badness(part: float) -> float:
    """The badness of a line that departs from what it should be by a part of what is decent.

    A square, where Knuth and Plass have a cube: all lines count, not only the worst of them.
    """
    return 100 * part * part if part < _HOPELESS else WORST


_HOPELESS = 100.0
"""The part from which a line is as bad as can be."""
_HALF = 0.5
"""The part of its give that a line may use and still count as decent."""


def cost(stops: Sequence[Stop], manner: Manner, ends: Sequence[int]) -> float:
    """The demerits of lines that end at `ends`: what `total_fit` makes as small as can be."""
    total, before, fitness = 0.0, 0, DECENT
    for here in ends:
        demerits, now = _demerits(stops[before], stops[here], manner, last=here == len(stops) - 1)
        total += demerits + _unlike(fitness, now)
        before, fitness = here, now
    return total


def worst(stops: Sequence[Stop], manner: Manner, ends: Sequence[int]) -> float:
    """The badness of the worst line but the last; `WORST` if one sticks out."""
    bad, before = 0.0, 0
    for here in ends:
        start, stop = stops[before], stops[here]
        slack, last = manner.measure - (stop.end - start.start), here == len(stops) - 1
        if manner.rag:
            now = _ragged(slack, start, stop, manner, last=last)
        else:
            now = _filled(slack, start, stop, last=last)[1]
        bad = max(bad, now if now >= 0 else WORST)
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
_COLON = 0.3
"""What a line gains that ends with a colon or a question mark: two may differ by three quarters of
their mean.
"""


def balanced(stops: Sequence[Stop], measure: float) -> tuple[int, ...]:
    """The stops at which the fewest lines end, as equally long as can be.

    Of all ways with the fewest lines the one is taken whose lines differ least from their mean; a
    line had better end with a colon or a question than be exactly as long.
    """
    fewest = first_fit(stops, measure)
    many, last = len(fewest), len(stops) - 1
    mean = (stops[last].end - stops[0].start) / many
    rows: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for line in range(1, many + 1):
        row: dict[int, tuple[float, int]] = {}
        for here in range(last, last + 1) if line == many else range(line, last):
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
    spent = off * off + (stop.penalty / 100) ** 2 - _COLON * stop.colon
    if here == len(stops) - 1 and before > 0:
        spent += _LONE_LAST * start.lone + _SHORT_LAST * (width < SHORT_LAST * mean)
    return spent
