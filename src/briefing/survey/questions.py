"""Questions of a codebook: one reader for each kind of question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.apart import is_exclusive, is_other
from briefing.survey.bands import read_bands
from briefing.survey.labels import did_you_mean, quoted
from briefing.survey.question import Answer, BaseRule, Item, Kind, Question, Routing, Scale
from briefing.survey.scales import check_ids, read_scale, with_nets
from briefing.survey.sections import Section
from briefing.survey.small_bases import read_exceptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def read_question(
    section: Section, scales: Mapping[str, Scale], before: Mapping[str, Question]
) -> Question:
    """Read one ``[questions.id]``; routing can refer to the questions `before` it."""
    kinds = tuple(kind.value for kind in Kind)
    rules = tuple(rule.value for rule in BaseRule)
    kind = Kind(section.choice("kind", kinds, Kind.SINGLE.value))
    if not section.has("kind"):
        section.error(
            "codebook-missing-key",
            f"{section.name} does not say its kind",
            hint=f"Add kind = one of {', '.join(kinds)}.",
        )
    wording = section.needed("wording")
    question = Question(
        id=section.id,
        kind=kind,
        wording=wording,
        short=section.text("short", wording),
        where=section.where,
        column=section.text("column", section.id),
        base_rule=BaseRule(section.choice("base", rules, BaseRule.ANSWERED.value)),
        routing=_read_routing(section, before),
        sensitive=section.flag("sensitive"),
        small_bases=read_exceptions(section),
    )
    question = _KINDS[kind](question, section, scales)
    section.finish()
    return question


def _read_single(question: Question, section: Section, scales: Mapping[str, Scale]) -> Question:
    scale = _scale(section, scales)
    answers = scale.answers if scale else ()
    last = _read_last(section, tuple(answer.id for answer in answers))
    return _with_unknown(replace(question, scale=scale, last=last), section)


def _read_grid(question: Question, section: Section, scales: Mapping[str, Scale]) -> Question:
    items = _read_items(section, "items", question.column, scaled=True)
    last = _read_last(section, tuple(item.id for item in items))
    grid = replace(question, scale=_scale(section, scales), items=items, last=last)
    return _with_unknown(grid, section)


def _read_multiple(question: Question, section: Section, _: Mapping[str, Scale]) -> Question:
    scale = replace(read_scale(_bare_labels(section), "options"), id=question.id)
    items = _read_items(section, "options", question.column)
    exclusive = _read_exclusive(section, items)
    section.asked.extend(("neutral", "dont_know", "not_applicable", "nets"))
    read = replace(
        question,
        scale=scale,
        items=items,
        separator=section.text("separator"),
        exclusive=exclusive,
        last=(*_read_others(section, items), *exclusive),
        other=section.text("other"),
    )
    return _with_unknown(read, section)


def _read_exclusive(section: Section, options: Sequence[Item]) -> tuple[str, ...]:
    """The options that exclude the others: those named, or those whose labels say it."""
    if not section.has("exclusive"):
        return tuple(each.id for each in options if is_exclusive(each.label))
    named = section.texts("exclusive")
    check_ids(section, "exclusive", named, tuple(each.id for each in options))
    return named


def _read_others(section: Section, options: Sequence[Item]) -> tuple[str, ...]:
    """The options that stay behind those that can be compared: those named, or "other"."""
    if not section.has("last"):
        return tuple(each.id for each in options if is_other(each.label))
    return _read_last(section, tuple(each.id for each in options))


def _read_ranking(question: Question, section: Section, _: Mapping[str, Scale]) -> Question:
    items = _read_items(section, "items", question.column)
    placed = section.texts("placed")
    places = section.whole("places", len(placed) or len(items))
    top = section.whole("top", min(3, places))
    if not 1 <= places <= max(1, len(items)):
        message = f"{section.name} ranks {len(items)} items, it cannot have {places} places"
        section.error("codebook-value", message, "places")
    if not 1 <= top <= max(1, places):
        message = f"{section.name}: a top {top} needs as many places, there are {places}"
        section.error("codebook-value", message, "top")
    last = _read_last(section, tuple(item.id for item in items))
    if placed and len(placed) != places:
        message = f"{section.name} has {places} places, but {len(placed)} columns of what is placed"
        section.error("codebook-value", message, "placed")
    return replace(
        question,
        items=items,
        places=places,
        top=top,
        last=last,
        other=section.text("other"),
        separator=section.text("separator"),
        placed=placed,
        strict=section.flag("strict"),
    )


def _with_unknown(question: Question, section: Section) -> Question:
    """The question with the answer that unlisted values count as, if it names one."""
    unknown = section.text("unknown")
    answers = question.scale.answers if question.scale else ()
    check_ids(section, "unknown", (unknown,) if unknown else (), tuple(each.id for each in answers))
    return replace(question, unknown=unknown)


def _read_open(question: Question, section: Section, _: Mapping[str, Scale]) -> Question:
    """An open question, and the themes that its comments were coded by, if they were."""
    if not section.has("themes"):
        return question
    scale = replace(read_scale(_bare_labels(section), "themes"), id=question.id)
    section.asked.append("themes")
    last = _read_last(section, tuple(answer.id for answer in scale.answers))
    return replace(question, scale=scale, last=last, coded=section.text("coded"))


def _read_numeric(question: Question, section: Section, _: Mapping[str, Scale]) -> Question:
    """A question that asked for a number, and the bands that its numbers are counted in."""
    bands = read_bands(section)
    scale = Scale(section.id, tuple(Answer(band.id, band.label) for band in bands))
    return replace(
        question,
        scale=with_nets(scale, section) if bands else scale,
        bands=bands,
        unit=section.text("unit"),
        decimals=section.whole("decimals", 1),
        comma=section.choice("decimal_sign", (".", ","), ".") == ",",
    )


_KINDS = {
    Kind.SINGLE: _read_single,
    Kind.GRID: _read_grid,
    Kind.MULTIPLE: _read_multiple,
    Kind.RANKING: _read_ranking,
    Kind.NUMERIC: _read_numeric,
    Kind.OPEN: _read_open,
}


def _scale(section: Section, scales: Mapping[str, Scale]) -> Scale:
    """The scale a question names, or holds as a table; its own nets are added."""
    given = section.raw("scale")
    if isinstance(given, dict):
        inline = section.table("scale")
        scale = replace(read_scale(inline), id=section.id)
        inline.finish()
    elif isinstance(given, str) and given in scales:
        scale = scales[given]
    else:
        message = f"{section.name} needs a scale"
        if given is not None:
            message = f"{section.name} names no scale: {quoted(str(given))}"
        section.error("codebook-scale", message, "scale", did_you_mean(str(given or ""), scales))
        scale = Scale(section.id, ())
    return with_nets(scale, section)


def _read_items(
    section: Section, key: str, prefix: str, *, scaled: bool = False
) -> tuple[Item, ...]:
    items = []
    for each, label, entry in section.labelled(key):
        column = entry.text("column", f"{prefix}_{each}")
        turned = scaled and entry.flag("reversed")
        items.append(Item(each, label, column, entry.texts("values"), turned))
        entry.asked.append("label")
        entry.finish()
    if not items:
        section.error("codebook-missing-key", f"{section.name} has no {key}", key)
    return tuple(items)


def _bare_labels(section: Section) -> Section:
    """The section again, so that reading its options as a scale leaves its own record alone."""
    return Section(section.reading, section.path, section.values)


def _read_last(section: Section, known: tuple[str, ...]) -> tuple[str, ...]:
    last = section.texts("last")
    check_ids(section, "last", last, known)
    return last


_ROUTING = (Kind.SINGLE, Kind.MULTIPLE)
"""Kinds of questions whose answers can decide who is asked another."""


def _read_routing(section: Section, before: Mapping[str, Question]) -> Routing | None:
    if not section.has("routing"):
        return None
    entry = section.table("routing")
    name, answers, words = entry.needed("question"), entry.texts("answers"), entry.needed("words")
    entry.finish()
    asked = before.get(name)
    if asked is None or asked.scale is None or asked.kind not in _ROUTING:
        able = [each.id for each in before.values() if each.kind in _ROUTING]
        entry.error(
            "codebook-routing",
            f"{section.name} is routed by {quoted(name)}, which is no question before it",
            "question",
            did_you_mean(name, able),
        )
        return None
    return Routing(name, _routed_answers(entry, answers, asked.scale), words)


def _routed_answers(entry: Section, wanted: tuple[str, ...], scale: Scale) -> tuple[str, ...]:
    """Answers of the routing question; a net stands for the answers it counts."""
    nets = {net.id: net.of for net in scale.nets}
    check_ids(entry, "answers", wanted, (*(answer.id for answer in scale.answers), *nets))
    meant = [part for each in wanted for part in nets.get(each, (each,))]
    if not meant:
        entry.error("codebook-routing", f"{entry.name} names no answers", "answers")
    return tuple(dict.fromkeys(meant))
