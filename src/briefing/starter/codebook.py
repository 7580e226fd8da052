"""A guess to the text of codebook.toml: decisions with reasons, doubts as questions."""

from __future__ import annotations

import json
import textwrap
from math import isfinite
from typing import TYPE_CHECKING

from briefing.starter.banded import written
from briefing.starter.model import DETRACTORS, PROMOTERS, UNASKED
from briefing.starter.names import cleaned, id_of
from briefing.survey.apart import is_exclusive, is_other
from briefing.survey.declared import DISCLOSURES
from briefing.survey.question import Kind, Meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.starter.model import (
        Guess,
        GuessedAnswer,
        GuessedAttribute,
        GuessedCrosstab,
        GuessedQuestion,
        GuessedRouting,
        GuessedScale,
    )

_WIDTH = 98
_MEANINGS = {
    "neutral": Meaning.NEUTRAL,
    "dont_know": Meaning.DONT_KNOW,
    "not_applicable": Meaning.NOT_APPLICABLE,
}
_ASKED = {
    "sponsor": "who paid for the survey and publishes it",
    "conductor": "who carried the survey out",
    "dates": "when it was open",
    "mode": "how people answered: on a screen, on paper, by telephone",
    "population": "whom the survey is about, and how many they are",
    "frame": "who was asked, and how they were found",
    "invited": "how many people were invited",
    "response_rate": "how many of those invited answered",
    "sampling": "how people were chosen, or that they chose themselves",
    "limitations": "what the figures do not tell, and of whom they are not",
    "contact": "whom to write to",
    "tables": "where all tables can be found",
}
_MISSING = (
    "Percentages are of those who answered the question or, in a grid, the item. Don't know and "
    "not applicable count as answers; a question left blank does not."
)
_ROUNDING = (
    "Percentages are rounded once, to whole numbers, halves upwards. Combined answers are counted "
    "first and rounded afterwards."
)
_PRECISION = "No margins of error are given. They belong to samples drawn at random."
_TABLES = "Appendix A of the full report has them, with the base of each."


def codebook_text(guess: Guess) -> str:
    """The text of codebook.toml; whatever the export holds stands in it as inert text."""
    shared = _shared(guess.questions)
    lines = [*_head(guess), *_disclosure(guess), *_scales(shared)]
    lines += ["", *_rule("Questions")]
    for question in guess.questions:
        lines += ["", *_question(question, _scale_name(question.scale, shared))]
    if guess.attributes:
        lines += ["", "", *_rule("What is known of those who answered")]
    for attribute in guess.attributes:
        lines += ["", *_attribute(attribute)]
    if guess.crosstabs:
        lines += ["", "", *_rule("One question by another")]
    for crosstab in guess.crosstabs:
        lines += ["", *_crosstab(crosstab)]
    return "\n".join(lines) + "\n"


def text(value: str) -> str:
    """Words as a TOML string on one line: nothing in them ends it."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def texts(values: Iterable[str]) -> str:
    """A TOML list of strings."""
    return f"[{', '.join(text(each) for each in values)}]"


def comment(words: str, mark: str = "") -> list[str]:
    """Words as comment lines, on none of which anything but a comment can stand."""
    first = f"# {mark}" if mark else "# "
    return textwrap.wrap(
        cleaned(words),
        _WIDTH,
        initial_indent=first,
        subsequent_indent="#   " if mark else "# ",
        break_long_words=False,
        break_on_hyphens=False,
    ) or ["#"]


def _rule(title: str) -> list[str]:
    return [f"# {title} ".ljust(_WIDTH, "-")]


def _why(reasons: Sequence[str], doubts: Sequence[str]) -> Iterator[str]:
    if reasons:
        yield from comment("; ".join(reasons) + ".")
    for doubt in doubts:
        yield from comment(doubt if doubt.endswith("?") else f"{doubt}.", "TO DECIDE: ")


# -- the survey ------------------------------------------------------------------------------------


def _head(guess: Guess) -> Iterator[str]:
    program = "" if guess.program == "plain" else f", an export of {guess.program}"
    yield from comment(
        f"Guessed from {guess.source}{program}. Every decision has its reason above it; what could "
        "not be decided is marked TO DECIDE. Change whatever is wrong and build again."
    )
    yield "#"
    yield from comment(
        "responses.csv is a copy of the answers in UTF-8 under the names below, as labels, without "
        "what is personal or not read. It is a copy and not the export itself, so that columns "
        "keep their names, and a build is quick and needs no other program's format. "
        "An id is what the words refer to, a label what is printed and what a cell holds."
    )
    for remark in guess.remarks:
        yield from comment(remark)
    if guess.left_out:
        yield "#"
        yield from comment("Columns of the export that were left out:")
        for each in guess.left_out:
            yield from comment(f"{each.column}: {each.reason}", "  ")
    if guess.doubts:
        yield "#"
        yield from _why((), guess.doubts)
    yield ""
    yield "[survey]"
    yield f"title = {text(guess.title)}"
    yield 'respondents = "respondents"    # what they are called, in the plural: residents'
    yield from comment(f"{guess.id_reason}.")
    yield f"id = {text(guess.ids)}"
    if guess.weight:
        yield from comment(f"{guess.weight_reason}.")
        yield f"weight = {text(guess.weight)}"
    else:
        yield "# Figures are not weighted: no column was taken for a weight."
    if any(UNASKED in cells for cells in guess.responses.values()):
        yield f"not_asked = {texts((UNASKED,))}"
    first, last, column = guess.replies
    if first:
        yield from comment(
            f"TO DECIDE: by the column {column} the first reply is of {first}, the last of {last}. "
            "Was the survey open from then till then? Take the mark away if it was."
        )
    days = f"{first or '2024-01-15'}, {last or '2024-02-09'}"
    yield f"# fieldwork = [{days}]    # the first and the last day, to be printed"


def _disclosure(guess: Guess) -> Iterator[str]:
    yield ""
    yield ""
    yield from _rule("How it was done")
    yield from comment(
        "A draft can be built as it is; before anything is published each becomes a sentence, or "
        'what keeps it from being told: sponsor = { not_published = "…" }.'
    )
    yield ""
    yield "[disclosure]"
    weighting = "The answers are not weighted: every respondent counts once."
    if guess.weight:
        weighting = "The answers are weighted; bases are the numbers who answered, without weights."
    known = {
        "weighting": weighting,
        "missing": _MISSING,
        "rounding": _ROUNDING,
        "precision": _PRECISION,
    }
    if guess.tabled:
        known["tables"] = _TABLES
    for name in DISCLOSURES:
        if name in known:
            yield f"{name} = {text(known[name])}"
        else:
            yield f"{name} = {text(f'To be filled in: {_ASKED[name]}.')}"


# -- scales ----------------------------------------------------------------------------------------


def _shared(questions: Sequence[GuessedQuestion]) -> dict[str, GuessedScale]:
    """Scales that several questions have, by the names they get."""
    found = [
        each.scale for each in questions if each.kind in (Kind.SINGLE, Kind.GRID) and each.scale
    ]
    named: dict[str, GuessedScale] = {}
    for scale in found:
        alike = [each for each in found if _same(each, scale)]
        if len(alike) > 1 and scale.ordered and not any(_same(scale, e) for e in named.values()):
            named[id_of(scale.family or "scale", named)] = scale
    return named


def _same(one: GuessedScale, other: GuessedScale) -> bool:
    return one.answers == other.answers and one.nets == other.nets


def _scale_name(scale: GuessedScale | None, shared: dict[str, GuessedScale]) -> str:
    return next((name for name, each in shared.items() if scale and _same(scale, each)), "")


def _scales(shared: dict[str, GuessedScale]) -> Iterator[str]:
    if shared:
        yield ""
        yield ""
        yield from _rule("Scales that several questions share")
    for name, scale in shared.items():
        yield ""
        yield from _why(scale.reasons, ())
        yield from _scale(scale, f"scales.{name}")


def _scale(scale: GuessedScale, name: str) -> Iterator[str]:
    settings = [
        f"{key} = {texts(ids)}"
        for key, meaning in _MEANINGS.items()
        if (ids := [each.id for each in scale.answers if each.meaning is meaning])
    ]
    if scale.diverging:
        settings += [
            "diverging = true",
            f"positive = {text(scale.positive)}",
            f"negative = {text(scale.negative)}",
        ]
    elif scale.scored:
        ends = f"positive = {text(PROMOTERS)}", f"negative = {text(DETRACTORS)}"
        settings += [*ends, "net_score = true"]
    if settings:
        yield f"[{name}]"
        yield from settings
        yield ""
    yield f"[{name}.answers]"
    for answer in scale.answers:
        yield f"{answer.id} = {_answer(answer)}"
    if scale.nets:
        yield ""
        yield f"[{name}.nets]"
        for net in scale.nets:
            yield f"{net.id} = {{ label = {text(net.label)}, of = {texts(net.of)} }}"


def _answer(answer: GuessedAnswer) -> str:
    """A label; that of a point with a name has it, so that keys of charts say what it means."""
    if not answer.means:
        return text(answer.label)
    named = f"{answer.label} \u2013 {answer.means}"
    return _labelled(named, (answer.label,))


# -- questions -------------------------------------------------------------------------------------


def _question(question: GuessedQuestion, shared: str) -> Iterator[str]:
    scale = question.scale
    own = scale is not None and not shared and question.kind is not Kind.MULTIPLE
    sources = ", ".join(question.sources)
    if sources:
        yield from comment(f"From {sources}.")
    yield from _why(
        (*question.reasons, *(scale.reasons if scale and own else ())),
        (*question.doubts, *(scale.doubts if scale else ())),
    )
    yield f"[questions.{question.id}]"
    yield f"kind = {text(question.kind.value)}"
    yield f"wording = {text(question.wording)}"
    yield f"short = {text(question.short)}"
    if shared:
        yield f"scale = {text(shared)}"
    yield from _settings(question)
    if question.items:
        items = "options" if question.kind is Kind.MULTIPLE else "items"
        yield ""
        yield f"[questions.{question.id}.{items}]"
        yield from (f"{item.id} = {text(item.label)}" for item in question.items)
    if scale and own and question.bands:
        yield ""
        yield from _bands(question, scale)
    elif scale and own:
        yield ""
        yield from _scale(scale, f"questions.{question.id}.scale")


def _bands(question: GuessedQuestion, scale: GuessedScale) -> Iterator[str]:
    """The bands in which numbers are counted, each up to where the next begins."""
    yield f"[questions.{question.id}.bands]"
    for answer, ends in zip(scale.answers, question.bands, strict=True):
        limits = [
            f"{key} = {written(end)}"
            for key, end in zip(("from", "below"), ends, strict=True)
            if isfinite(end)
        ]
        yield f"{answer.id} = {{ {', '.join((f'label = {text(answer.label)}', *limits))} }}"


def _settings(question: GuessedQuestion) -> Iterator[str]:
    if question.unit:
        yield f"unit = {text(question.unit)}"
    if question.decimals is not None:
        yield f"decimals = {question.decimals}"
    if question.places:
        yield f"places = {question.places}"
    if question.base:
        yield f"base = {text(question.base)}"
    if question.exclusive:
        yield f"exclusive = {texts(question.exclusive)}"
    if question.kind is Kind.SINGLE and (last := _behind(question.scale)):
        yield f"last = {texts(last)}"
    if question.other:
        yield f"other = {text(question.other)}"
    if question.routing:
        yield f"routing = {_routing(question.routing)}"
    if question.proposed:
        yield f"# routing = {_routing(question.proposed)}"


def _behind(scale: GuessedScale | None) -> tuple[str, ...]:
    """The answers behind all others of a list that has no order: none of these, something else."""
    if scale is None or scale.ordered:
        return ()
    return tuple(
        each.id
        for each in scale.answers
        if each.meaning is Meaning.VALID and (is_exclusive(each.label) or is_other(each.label))
    )


def _routing(routing: GuessedRouting) -> str:
    return (
        f"{{ question = {text(routing.question)}, answers = {texts(routing.answers)}, "
        f"words = {text(routing.words)} }}"
    )


def _attribute(attribute: GuessedAttribute) -> Iterator[str]:
    yield from comment(f"From {attribute.source}: {attribute.wording}")
    yield from _why(attribute.reasons, attribute.doubts)
    yield f"[attributes.{attribute.id}]"
    yield f"label = {text(attribute.label)}"
    yield ""
    yield f"[attributes.{attribute.id}.groups]"
    for group in attribute.groups:
        yield f"{group.id} = {_group(group)}"


def _group(group: GuessedAnswer) -> str:
    """The label of a group, with the cells that stand for it where they are others too."""
    if not group.values:
        return text(group.label)
    return _labelled(group.label, group.values)


def _labelled(label: str, values: Sequence[str]) -> str:
    """A label that other cells stand for."""
    return f"{{ label = {text(label)}, values = {texts(values)} }}"


def _crosstab(crosstab: GuessedCrosstab) -> Iterator[str]:
    yield f"[crosstabs.{crosstab.id}]"
    yield f"question = {text(crosstab.question)}"
    yield f"by = {text(crosstab.by)}"
    yield f"title = {text(crosstab.title)}"
