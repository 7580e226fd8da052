"""What both publications of a first draft tell, and pages to the text of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.found import NO_WORDING
from briefing.starter.markdown import remark
from briefing.starter.of_grid import grid_finding
from briefing.starter.of_groups import attribute_finding, crosstab_finding
from briefing.starter.of_several import multiple_finding, ranking_finding
from briefing.starter.of_single import single_finding
from briefing.survey.question import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.finding import Finding
    from briefing.starter.model import Guess, GuessedQuestion
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True)
class Page:
    """A page in its forms, the best first; without a form left it is left out."""

    key: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What both publications tell: the guess, its tables, and what was found in them."""

    guess: Guess
    tables: Mapping[str, Table]
    findings: tuple[Finding, ...]
    about: tuple[Finding, ...]
    differences: tuple[Finding, ...]


def story_of(guess: Guess, tables: Mapping[str, Table]) -> Story:
    """The findings of all tables."""
    found = [finding_of(each, tables[each.id]) for each in guess.questions]
    about = [attribute_finding(each, tables[each.id]) for each in guess.attributes]
    named = {each.id: each for each in guess.attributes}
    differences = [
        crosstab_finding(each, guess.question(each.question), named[each.by], tables[each.id])
        for each in guess.crosstabs
    ]
    return Story(
        guess,
        tables,
        *(tuple(each for each in group if each) for group in (found, about, differences)),
    )


def finding_of(question: GuessedQuestion, table: Table) -> Finding | None:
    """What a question has to say; None where nobody answered it, or it has no figures."""
    makers = {
        Kind.SINGLE: single_finding,
        Kind.NUMERIC: single_finding,
        Kind.GRID: grid_finding,
        Kind.MULTIPLE: multiple_finding,
        Kind.RANKING: ranking_finding,
    }
    maker = makers.get(question.kind)
    found = maker(question, table) if maker else None
    if found is None:
        return None
    found = replace(found, kind=question.kind.value)
    wordless = NO_WORDING in question.doubts
    if (is_of_codes(question) and (wordless or _is_unrated(question))) or (
        wordless and _has_bare_options(question)
    ):
        return replace(found, strength=Fraction(0))
    small = max((base.n for base in table.bases), default=0) < _SMALL
    back = bool(_POINTS_BACK.search(question.wording))
    some = Fraction(1, 4) if question.routing else 0  # of a part of all who took part
    weaker = found.strength - Fraction(1, 2) * small - back - some
    return replace(found, strength=weaker, of_them=bool(_OF_THEM.match(question.wording)))


_SMALL = 50
"""Of fewer a figure is marked wherever it stands, and seldom a theme."""
_POINTS_BACK = re.compile(r"\b(?:about|of|with|for|on) (?:that|this)(?=[,?]|$)", re.IGNORECASE)
"""What is asked of the question before: alone nobody knows what "that" is."""
_OF_THEM = re.compile(
    r"(?:how|where|when) (?:did|do) you (?:first )?(?:hear|find out|learn|get to know)\b"
    r"|are you of |how (?:tall|old) are you|how long have you (?:been|lived|worked|used|known)\b"
    r"|do you (?:have|own|look after|care for) (?:a |an |any )?(?:\w+ )?(?:child|kid|car|pet|dog)"
    r"|do you (?:work|live|study) (?:in|at|for|here)\b"
    r"|are you (?:currently |a |an )*(?:member|resident|parent|student|employ|retired|carer)"
    r"|(?:which|what) .{0,40}\bbest describes you\b(?! \w)"
    r"|(?:which|what) .{0,60}\byour (?:current |present )?(?:\w+ ){0,2}(?:status|occupation)\b"
    r"|(?:which|what|how) .{0,60}\byour (?:\w+ ){0,2}(?:race|ethnic\w*|gender|sex|religion"
    r"|nationality|sexuality|sexual orientation|education|marital status)\b"
    r"|(?:can|may) (?:we|i) (?:add|contact|e-?mail|call|quote|keep|use your|share your)\b"
    r"|(?:do|would|are) you (?:consent|willing to be (?:contacted|quoted|interviewed)"
    r"|like to (?:be (?:contacted|entered)|receive|hear from us))\b"
    r"|please (?:select|state|indicate|choose|tell us) (?:the |your )(?:type of )?"
    r"(?:organi[sz]ation|institution|sector|profession|occupation|discipline)\b"
    r"|(?:which|what) languages?\b|what(?: is|'s|\u2019s| was) your (?:role|job|occupation|height"
    r"|degree of involvement|position|relationship|connection|first language|profession)\b",
    re.IGNORECASE,
)
"""Wordings that ask who respondents are, how they heard of it, or whether to write to them."""


def is_of_codes(question: GuessedQuestion) -> bool:
    """Whether answers are numbers that nobody labelled."""
    scale = question.scale
    if scale is None or not scale.answers:
        return False
    return all(each.label.isdecimal() for each in scale.answers)


def _has_bare_options(question: GuessedQuestion) -> bool:
    """Whether options are called by their columns' codes: nobody knows what was chosen."""
    options = question.items if question.kind is Kind.MULTIPLE else ()
    return bool(options) and all(re.fullmatch(r"\w*\d", each.label) for each in options)


def _is_unrated(question: GuessedQuestion) -> bool:
    """Whether numbers are no points of a rating: "93 per cent answer 1" is no key message."""
    single = question.kind is Kind.SINGLE
    return single and not (question.scale and question.scale.family == "rating")


def written(
    pages: Sequence[Page], levels: Mapping[str, int], faults: Mapping[str, str]
) -> tuple[str, dict[str, range]]:
    """The text of a document, each page in the form of its level, and the lines it stands on.

    `faults` has what was found last on a page, by its key: why it is left out.
    """
    lines: list[str] = []
    places: dict[str, range] = {}
    for page in pages:
        level = levels.get(page.key, 0)
        left_out = f"{page.key} is left out: {faults.get(page.key, 'it does not fit on a page')}."
        form = page.forms[level] if level < len(page.forms) else remark(left_out)
        start = len(lines) + 1
        lines += [*form.split("\n"), ""]
        places[page.key] = range(start, len(lines) + 1)
    return "\n".join(lines).rstrip("\n") + "\n", places
