"""What all answers of a question come to: means, medians, net scores (conventions, 1.3)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.survey.model import MEAN, MEDIAN, NET_SCORE
from briefing.survey.question import Kind
from briefing.tables.count import NOBODY
from briefing.tables.heads import worded
from briefing.tables.model import Cell, Head, Measure, Part
from briefing.tables.notes import in_quotes, listed
from briefing.tables.printed import number_text
from briefing.tables.rounding import ALL
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.survey.question import Scale
    from briefing.tables.count import Counter, Mask, Tally
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
                label,
                Part.SUMMARY,
                measure=Measure.NUMBER,
                unit=question.unit,
                decimals=question.decimals,
                language=wording().spoken(each),
            )
            for each, label in ((MEAN, wording().mean), (MEDIAN, wording().median))
        ]
    elif variable.told.scores:
        heads.append(worded(MEAN, "mean_score", Part.SUMMARY, Measure.NUMBER))
    if variable.told.net_score:
        scale = variable.told
        labels = {each.id: each.label for each in scale.answers}
        labels |= {net.id: net.label for net in scale.nets}
        positive, negative = labels[scale.positive], labels[scale.negative]
        named = {"positive": positive, "negative": _small(negative)}
        heads.append(worded(NET_SCORE, "net_score", Part.SUMMARY, Measure.POINTS, **named))
    return tuple(heads)


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Some respondents, and how many of them gave each answer or one of each net's, by id."""

    mask: Mask
    whole: Tally
    parts: Mapping[str, Tally]


def summary_cell(counter: Counter, variable: Variable, head: Head, group: Counted) -> Cell:
    """One of these figures, of those of a group who are in it; its count is their number."""
    if head.id == NET_SCORE:
        return _net_score(variable.told, group)
    if not variable.numeric:
        return _mean_score(variable.told, group)
    numbers = variable.numbers
    mask = group.mask & counter.everyone
    if numbers is None or not (mask := mask & numbers.known).any():
        return Cell(None, symbol=NOBODY)
    tally = counter.tally(mask)
    if head.id == MEAN:
        total = counter.total(numbers.values, mask)
        return Cell(total / tally.weight / numbers.denominator, tally.n)
    middle = _median(numbers.values[mask].tolist(), counter.weights_of(mask))
    return Cell(middle / numbers.denominator, tally.n)


def _net_score(scale: Scale, group: Counted) -> Cell:
    if not group.whole.points:
        return Cell(None, symbol=NOBODY)
    difference = group.parts[scale.positive].weight - group.parts[scale.negative].weight
    return Cell(difference / group.whole.weight * ALL, group.whole.n)


def _mean_score(scale: Scale, group: Counted) -> Cell:
    """The mean of the points of all answers that have some."""
    given = [(score, group.parts[each]) for each, score in scale.scores]
    weight = sum(tally.points for _, tally in given)
    if not weight:
        return Cell(None, symbol=NOBODY)
    points = sum((score * tally.points for score, tally in given), Fraction(0))
    return Cell(points / weight, sum(tally.n for _, tally in given))


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
    scale = variable.told
    if not scale.scores:
        return ()
    labels = {answer.id: answer.label for answer in scale.answers}
    points = [
        wording().score_for(
            score=number_text(score, "", _places(score)), answer=in_quotes(labels[each])
        )
        for each, score in scale.scores
    ]
    without = [answer.label for answer in scale.answers if answer.id not in dict(scale.scores)]
    told = wording().mean_score_of(points=listed(points))
    if not without:
        return (told,)
    answers = listed([in_quotes(each) for each in without])
    return (f"{told} {wording().in_no_mean(len(without), answers=answers)}",)


def _places(score: Fraction) -> int:
    places = 0
    while (score * 10**places).denominator > 1:
        places += 1
    return places


def _small(label: str) -> str:
    """A label within a phrase: a capital that opens it is written small, an abbreviation is not."""
    opens = label[1:2].islower() or label.startswith("A ")
    return label[:1].lower() + label[1:] if opens else label
