"""The heads of columns: the answers of a scale in its order, then its nets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.apart import asks_opinion, is_degree, is_denial, is_unwelcome
from briefing.survey.question import Meaning
from briefing.tables.model import Head, Measure, Part
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.declared import Attribute
    from briefing.survey.question import Scale

_FIGURE = re.compile(r"[^\w\s]{0,2}\d")
_PARTS = {
    Meaning.VALID: Part.ANSWER,
    Meaning.NEUTRAL: Part.NEUTRAL,
    Meaning.DONT_KNOW: Part.DONT_KNOW,
    Meaning.NOT_APPLICABLE: Part.NOT_APPLICABLE,
}


def scale_heads(scale: Scale, last: tuple[str, ...] = (), asked: str = "") -> tuple[Head, ...]:
    """Heads of the answers and nets; those of a diverging scale's ends have a pole.

    So has an answer that denies all the others, at one end of a scale of any other opinion; what
    was `asked` tells whether it is one.
    """
    poles = _poles(scale) if scale.diverging else _denied(scale, last, asked)
    answers = (
        Head(
            answer.id,
            answer.label,
            _PARTS[answer.meaning],
            pole=poles.get(answer.id, 0),
            last=answer.id in last or answer.meaning in (Meaning.DONT_KNOW, Meaning.NOT_APPLICABLE),
        )
        for answer in scale.answers
    )
    nets = (
        Head(net.id, net.label, Part.NET, pole=poles.get(net.id, 0), of=net.of)
        for net in scale.nets
    )
    return (*answers, *nets)


def group_heads(attribute: Attribute, left_out: tuple[str, ...] = ()) -> tuple[Head, ...]:
    """Heads of the groups of an attribute, without those left out."""
    return tuple(
        Head(each, label, Part.GROUP) for each, label, _ in attribute.groups if each not in left_out
    )


def whole_head(respondents: str) -> Head:
    """The head of the one row of a table of all respondents."""
    return worded("all", "all_respondents", Part.WHOLE, respondents=respondents)


def worded(
    name: str, entry: str, part: Part, measure: Measure = Measure.SHARE, **values: str | int
) -> Head:
    """A head that the engine words itself, by an entry of its words and what is put into it."""
    words = wording()
    phrase = getattr(words, entry)
    label = phrase if isinstance(phrase, str) else phrase(**values)
    return Head(name, label, part, measure=measure, language=words.spoken(entry))


def count_head(name: str, label: str) -> Head:
    """The head of a column that holds a number of things."""
    return Head(name, label, Part.WHOLE, measure=Measure.COUNT)


def _poles(scale: Scale) -> dict[str, int]:
    """+1 for the positive end and its answers, -1 for the negative ones, on a diverging scale."""
    of = {net.id: net.of for net in scale.nets}
    ends = ((scale.positive, 1), (scale.negative, -1))
    return {each: pole for end, pole in ends if end for each in (end, *of.get(end, ()))}


def _denied(scale: Scale, last: tuple[str, ...], asked: str) -> dict[str, int]:
    """-1 for the one end of a scale that denies its other answers: "not at all", "never", "no".

    "None of these" is no end of a scale, and stands behind answers that have no order. Nor does
    anything bad befall those who have none of what is counted ("None", "1", "2 or more"), who are
    not worried at all, or who tell a fact: they have no car, and never come.
    """
    valid = [answer for answer in scale.answers if answer.meaning is Meaning.VALID]
    said = [answer.label for answer in valid if not is_denial(answer.label)]
    counted = sum(bool(_FIGURE.match(label)) for label in said) * 2 > len(said)
    if len(valid) <= 1 or counted or any(map(is_unwelcome, said)):
        return {}
    opinion = asks_opinion(asked)
    degrees = sum(is_degree(label, of_opinion=opinion) for label in said)
    if degrees * 2 <= len(said):  # a list, or what somebody does
        return {}
    ends = [answer for answer in (valid[0], valid[-1]) if is_denial(answer.label)]
    return {ends[0].id: -1} if len(ends) == 1 and ends[0].id not in last else {}
