"""Scales of a codebook: answers in the order of the form, what they mean, and their nets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.model import MEAN, NET_SCORE
from briefing.survey.question import Answer, Meaning, Net, Scale

if TYPE_CHECKING:
    from fractions import Fraction

    from briefing.survey.sections import Section

_MEANINGS = (
    ("neutral", Meaning.NEUTRAL),
    ("dont_know", Meaning.DONT_KNOW),
    ("not_applicable", Meaning.NOT_APPLICABLE),
)


def read_scale(section: Section, answers: str = "answers") -> Scale:
    """Read a scale from the table that holds it; `answers` is the key of its answers."""
    entries = []
    for each, label, entry in section.labelled(answers):
        entries.append((each, label, entry.texts("values")))
        entry.asked.append("column")  # read with the items of a multiple choice
        entry.finish()
    if not entries:
        section.error("codebook-scale", f"{section.name} has no {answers}", answers)
    meanings = _read_meanings(section, tuple(each for each, _, _ in entries))
    known = tuple(
        Answer(each, label, meanings.get(each, Meaning.VALID), values)
        for each, label, values in entries
    )
    _check_labels(section, known)
    return with_nets(Scale(section.id, known, diverging=section.flag("diverging")), section)


def with_nets(scale: Scale, section: Section) -> Scale:
    """The scale with the nets of a table added, and the two ends that it names: nets or answers."""
    own = read_nets(section, scale)
    kept = tuple(net for net in scale.nets if net.id not in {each.id for each in own})
    nets = (*kept, *own)
    ends = {"positive": scale.positive, "negative": scale.negative}
    for end, inherited in ends.items():
        ends[end] = section.text(end, inherited)
        names = [*(net.id for net in nets), *(answer.id for answer in scale.answers)]
        if ends[end] and ends[end] not in names:
            section.error(
                "codebook-net",
                f"{section.name}.{end} names no net and no answer: {quoted(ends[end])}",
                end,
                did_you_mean(ends[end], names),
            )
    return replace(
        scale,
        nets=nets,
        positive=ends["positive"],
        negative=ends["negative"],
        scores=_read_scores(section, scale),
        net_score=_read_net_score(section, scale, ends),
    )


def _read_scores(section: Section, scale: Scale) -> tuple[tuple[str, Fraction], ...]:
    """The points of answers, of which a mean is told; those without points are not in it."""
    scores = section.numbers("scores")
    ids = tuple(answer.id for answer in scale.answers)
    check_ids(section, "scores", tuple(scores), ids)
    if scores:
        _check_free(section, scale, MEAN)
    given = tuple((each, scores[each]) for each in ids if each in scores)
    return given or scale.scores


def _read_net_score(section: Section, scale: Scale, ends: dict[str, str]) -> bool:
    """Whether the positive net less the negative one is told; both have to be named."""
    wanted = section.flag("net_score") or scale.net_score
    if wanted and not all(ends.values()):
        section.error(
            "codebook-net",
            f"{section.name}: a net score is the positive net less the negative one",
            "net_score",
            'Name both: positive = "agree", negative = "disagree".',
        )
        return False
    if wanted:
        _check_free(section, scale, NET_SCORE)
    return wanted


def _check_free(section: Section, scale: Scale, name: str) -> None:
    """What is told beside the answers has an id that none of them may have."""
    ids = (*(each.id for each in scale.answers), *(each.id for each in scale.nets))
    if name in ids:
        message = f"{section.name} has an answer called {quoted(name)}, which stands for its figure"
        section.error("codebook-id", message, hint="Choose another id, the label stays.")


def read_nets(section: Section, scale: Scale) -> tuple[Net, ...]:
    """Read ``nets`` of a table, each of answers of `scale`."""
    answers = tuple(answer.id for answer in scale.answers)
    nets = []
    for each, label, entry in section.labelled("nets"):
        of = entry.texts("of")
        entry.finish()
        if each in answers:
            entry.error("codebook-net", f"{quoted(each)} is an answer and a net at once")
        if not of:
            entry.error("codebook-net", f"{entry.name} counts nothing", hint='Add of = ["…"].')
        check_ids(entry, "of", of, answers)
        nets.append(Net(each, label, tuple(dict.fromkeys(of))))
    return tuple(nets)


def check_ids(section: Section, key: str, wanted: tuple[str, ...], known: tuple[str, ...]) -> None:
    """Report every one of `wanted` that is none of `known`."""
    for each in wanted:
        if each not in known:
            section.error(
                "codebook-unknown-id",
                f"{section.name}.{key} names {quoted(each)}, which is not there",
                key,
                did_you_mean(each, known),
            )


def _read_meanings(section: Section, answers: tuple[str, ...]) -> dict[str, Meaning]:
    meanings = {}
    for key, meaning in _MEANINGS:
        named = section.texts(key)
        check_ids(section, key, named, answers)
        meanings.update(dict.fromkeys(named, meaning))
    return meanings


def _check_labels(section: Section, answers: tuple[Answer, ...]) -> None:
    """Two answers that read alike after normalisation cannot be told apart in the data."""
    labels = Labels((answer.id, answer.spellings) for answer in answers)
    for one, other, label in labels.ambiguous:
        section.error(
            "codebook-ambiguous",
            f"{section.name}: {one} and {other} are both labelled {quoted(label)}",
            hint="Give each answer a label of its own, as on the form.",
        )
