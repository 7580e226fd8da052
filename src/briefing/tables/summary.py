"""What all answers of a question come to: means, medians, net scores (conventions, 1.3)."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.survey.model import MEAN, MEDIAN, NET_SCORE, Kind
from briefing.tables.count import NOBODY
from briefing.tables.model import Cell, Head, Measure, Part
from briefing.tables.notes import listed
from briefing.tables.printed import number_text
from briefing.tables.rounding import ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.tables.count import Counter, Mask
    from briefing.tables.variables import Variable

_HALF = Fraction(1, 2)


def summary_heads(variable: Variable) -> tuple[Head, ...]:
    """The heads of the figures that a variable has beside its answers."""
    heads = []
    question = variable.question
    if question is not None and question.kind is Kind.NUMERIC:
        heads += [
            Head(
                each,
                each.capitalize(),
                Part.SUMMARY,
                measure=Measure.NUMBER,
                unit=question.unit,
                decimals=question.decimals,
            )
            for each in (MEAN, MEDIAN)
        ]
    elif variable.numbers is not None:
        heads.append(Head(MEAN, "Mean score", Part.SUMMARY, measure=Measure.NUMBER))
    if variable.scale.net_score:
        labels = {net.id: net.label for net in variable.scale.nets}
        positive, negative = labels[variable.scale.positive], labels[variable.scale.negative]
        label = f"Net score: {positive} minus {_small(negative)}"
        heads.append(Head(NET_SCORE, label, Part.SUMMARY, measure=Measure.POINTS))
    return tuple(heads)


def summary_cell(counter: Counter, variable: Variable, head: Head, base: Mask) -> Cell:
    """One of these figures, of those of a base who are in it; its count is their number."""
    if head.id == NET_SCORE:
        return _net_score(counter, variable, base)
    numbers = variable.numbers
    mask = base & counter.everyone
    if numbers is None or not (mask := mask & numbers.known).any():
        return Cell(None, symbol=NOBODY)
    tally = counter.tally(mask)
    if head.id == MEAN:
        total = counter.total(numbers.values, mask)
        return Cell(total / tally.weight / numbers.denominator, tally.n)
    middle = _median(numbers.values[mask].tolist(), counter.weights_of(mask))
    return Cell(middle / numbers.denominator, tally.n)


def _net_score(counter: Counter, variable: Variable, base: Mask) -> Cell:
    whole = counter.tally(base)
    if not whole.weight:
        return Cell(None, symbol=NOBODY)
    nets = {net.id: net.of for net in variable.scale.nets}
    ends = [
        counter.tally(variable.said(nets[end]) & base).weight
        for end in (variable.scale.positive, variable.scale.negative)
    ]
    return Cell((ends[0] - ends[1]) / whole.weight * ALL, whole.n)


def _median(values: Sequence[int], weights: Sequence[int]) -> Fraction:
    """The number that half of the weight lies below; midway between two if it lies between them."""
    pairs = sorted(zip(values, weights, strict=True))
    sums = list(accumulate(weight for _, weight in pairs))
    place = bisect_left(sums, Fraction(sums[-1]) * _HALF)
    value = Fraction(pairs[place][0])
    if sums[place] * 2 == sums[-1]:
        return (value + pairs[place + 1][0]) * _HALF
    return value


def summary_notes(variable: Variable) -> tuple[str, ...]:
    """How points of a scale were given, and who is in no mean of them."""
    numbers, scale = variable.numbers, variable.scale
    if not scale.scores or numbers is None:
        return ()
    labels = {answer.id: answer.label for answer in scale.answers}
    points = [
        f"{number_text(score, '', _places(score))} for “{labels[each]}”"
        for each, score in scale.scores
    ]
    without = [answer.label for answer in scale.answers if answer.id not in dict(scale.scores)]
    left = f" “{listed(without)}” is in no mean." if len(without) == 1 else ""
    if len(without) > 1:
        left = f" {listed([f'“{each}”' for each in without])} are in no mean."
    return (f"Mean score: {listed(points)}.{left}",)


def _places(score: Fraction) -> int:
    places = 0
    while (score * 10**places).denominator > 1:
        places += 1
    return places


def _small(label: str) -> str:
    """A label within a phrase: a capital that opens it is written small, an abbreviation is not."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
