"""What authors write outside the files of words, and pages print: its figures are looked for too.

The settings of a publication, its appendices and abbreviations, the codebook's own words and the
fixed words of a brand can hold no binding and no claim. Whatever of them looks like a figure is
pointed out, unless the publication declares it: ``literal = ["12 months"]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.brand.masters import Furniture
from briefing.claims.formats import is_spelt
from briefing.claims.typed import typed_figures
from briefing.content.appendices import Appendix
from briefing.content.project import (
    Abbreviation,
    Document,
    Notice,
    Project,
    Settings,
    SurveyFiles,
)
from briefing.content.unwritten import check_written
from briefing.survey.declared import (
    Attribute,
    Banner,
    Codebook,
    Composition,
    Crosstab,
    Disclosure,
    Prepared,
    Rate,
)
from briefing.survey.model import Comment, PreparedTable, Survey
from briefing.survey.question import Answer, Band, Item, Net, Question, Routing, Scale, SmallBases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.brand.model import Brand
    from briefing.content.evidence import Evidence
    from briefing.diagnostics import Diagnostics, Source

LOOKED = "looked through here"
BOUND = "bound and proven where it is written"
FACT = "what the questionnaire, a respondent or a source says, to the letter"
NAME = "a name, a date or an address"
KEY = "a name within the project, or a file: nothing prints it"

FIELDS: Mapping[type, Mapping[str, str]] = MappingProxyType(
    {
        Settings: {
            **dict.fromkeys(("publisher", "contact", "reference"), NAME),
            **dict.fromkeys(("language", "brand", "literal"), KEY),
            "title": BOUND,
            "date_words": LOOKED,
        },
        SurveyFiles: dict.fromkeys(("codebook", "responses", "comments", "population"), KEY),
        Appendix: {"letter": NAME, "title": LOOKED, "description": LOOKED, "words": KEY},
        Document: {
            **dict.fromkeys(("name", "words", "format", "profiles", "percent", "binding"), KEY),
            **dict.fromkeys(("title", "subtitle", "running"), BOUND),
        },
        Notice: dict.fromkeys(("name", "words", "percent"), KEY),
        Abbreviation: {"name": NAME, "words": LOOKED},
        Project: {},
        Codebook: {
            "title": LOOKED,
            "respondents": NAME,
            "units": NAME,
            **dict.fromkeys(("id_column", "weight_column", "ignored"), KEY),
            **dict.fromkeys(("no_reply", "not_asked", "dedupe", "significance", "silent"), KEY),
        },
        SmallBases: {"treatment": KEY},
        Question: {
            **dict.fromkeys(("id", "column", "separator", "exclusive", "last", "other"), KEY),
            **dict.fromkeys(("placed", "unknown", "coded"), KEY),
            "wording": FACT,
            "short": LOOKED,
            "unit": NAME,
        },
        Scale: {"id": KEY, "positive": KEY, "negative": KEY, "scores": KEY},
        Answer: {"id": KEY, "label": FACT, "values": KEY},
        Net: {"id": KEY, "label": FACT, "of": KEY},
        Item: {"id": KEY, "label": FACT, "column": KEY, "values": KEY},
        Band: {"id": KEY, "label": FACT},
        Routing: {"question": KEY, "answers": KEY, "words": LOOKED},
        Attribute: {
            **dict.fromkeys(("id", "column"), KEY),
            "label": LOOKED,
            "groups": FACT,
        },
        Crosstab: {"id": KEY, "question": KEY, "by": KEY, "groups": KEY, "title": LOOKED},
        Banner: {"id": KEY, "of": KEY, "questions": KEY},
        Rate: {"id": KEY, "attribute": KEY, "unit": KEY, "units": NAME},
        Composition: {
            **dict.fromkeys(("id", "attribute", "unit", "outside", "outside_attribute"), KEY),
            **dict.fromkeys(("sample_label", "population_label", "outside_note"), LOOKED),
            "units": NAME,
        },
        Comment: {
            "id": KEY,
            "respondent": KEY,
            "question": KEY,
            "themes": KEY,
            "text": FACT,
            "attribution": NAME,
            "narrow": KEY,
            "wider": KEY,
        },
        Disclosure: {"id": KEY, "text": BOUND, "not_published": BOUND},
        Prepared: {
            **dict.fromkeys(("id", "file", "unit", "sheet", "combined", "star", "names"), KEY),
            "title": LOOKED,
            "base_words": LOOKED,
            "question": FACT,
            "source": NAME,
        },
        PreparedTable: dict.fromkeys(("title", "answers", "groups", "notes", "path"), FACT),
        Survey: {"source": KEY, "remarks": KEY},
        Furniture: {
            **dict.fromkeys(("drawing", "style", "align", "scheme", "on"), KEY),
            "text": LOOKED,
        },
    }
)
"""Of every value that authors fill: what becomes of each text, so that none is forgotten."""


@dataclass(frozen=True, slots=True)
class Authored:
    """A text that is printed as it stands, where it was written, and what it may repeat."""

    text: str
    where: Source | None
    known: str = ""


def authored(project: Project, codebook: Codebook, brand: Brand) -> Iterator[Authored]:
    """Every text that is looked through, in the order of the files."""
    yield from _of(project.settings, project.settings.where)
    for document in project.documents:
        for appendix in document.appendices:
            yield from _of(appendix, appendix.where)
    for each in project.abbreviations:
        yield from _of(each, each.where)
    yield from _of(codebook, None)
    for question in codebook.questions:
        yield from _of(question, question.where, question.wording)
        if question.routing:
            yield from _of(question.routing, question.where, _asked(codebook, question.routing))
    asked = {each.id: each.wording for each in codebook.questions}
    for crosstab in codebook.crosstabs:
        yield from _of(crosstab, crosstab.where, asked.get(crosstab.question, ""))
    for kind in (codebook.attributes, codebook.compositions, codebook.prepared):
        for part in kind:
            yield from _of(part, part.where, getattr(part, "question", ""))
    for name, text in _furniture(brand):
        yield Authored(text, None, name)


def look_through(
    texts: Iterable[Authored],
    declared: Iterable[str],
    evidence: Evidence,
    diagnostics: Diagnostics,
    *,
    strict: bool,
    language: str = "en",
) -> None:
    """Report the figures of texts that nothing declares; with `strict` they are errors.

    In a `language` that is not English, a BCP 47 tag, these are numerals alone.
    """
    english = is_spelt(language)
    report = diagnostics.error if strict else diagnostics.warning
    spoken = tuple(each.casefold() for each in declared)
    for each in texts:
        covered = [each.known.casefold(), *spoken]
        for typed in typed_figures(
            each.text,
            evidence.nouns,
            evidence.quotable.known,
            words=english,
            subjects=evidence.subjects,
            language=language,
        ):
            ends = r"(?!\w)" if typed.text[-1].isalnum() else ""  # 2% is no part of a word
            said = re.compile(rf"(?<!\w){re.escape(typed.text.casefold())}{ends}")
            if any(said.search(one) for one in covered):
                continue
            report(
                "unbound-figure",
                f"nothing proves the figure '{typed.text}' in '{each.text}'",
                each.where,
                "take it out; or, where it is none of the survey's, declare it under "
                f'[publication]: literal = ["{typed.text}"]',
            )


def check_settings(settings: Settings, texts: Iterable[Authored], diagnostics: Diagnostics) -> None:
    """Report which settings and other texts of a final publication only hold a place."""
    for each in (*_of(settings, settings.where, wanted=NAME), *texts):
        check_written(each.text, [each.where] * len(each.text), diagnostics)


def _of(
    value: object, where: Source | None, known: str = "", *, wanted: str = LOOKED
) -> Iterator[Authored]:
    for name, treatment in FIELDS[type(value)].items():
        text = getattr(value, name)
        if treatment is wanted and text:
            yield Authored(text, where, known)


def _asked(codebook: Codebook, routing: Routing) -> str:
    """What the question says that decided who was asked, and its answers."""
    question = next((each for each in codebook.questions if each.id == routing.question), None)
    if question is None:
        return ""
    answers = question.scale.answers if question.scale else ()
    return " ".join((question.wording, *(each.label for each in answers)))


def _furniture(brand: Brand) -> Iterator[tuple[str, str]]:
    """The fixed words of a brand's pages, those of each text once."""
    texts = {
        item.text: brand.name
        for format_ in brand.formats.values()
        for master in format_.masters.values()
        for arrangement in master.arrangements
        for item in arrangement.furniture
        if item.text
    }
    return ((name, text) for text, name in texts.items())
