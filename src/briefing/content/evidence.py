"""What words can be proved by: the tables, the comments, the facts of survey and publication."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing.claims.groups import NO_NAMES, folded
from briefing.claims.whom import Whom
from briefing.content import typography
from briefing.content.quoted import Quotable
from briefing.survey.declared import MOST_BARS, banner_names
from briefing.tables.composition import standing
from briefing.tables.model import Part
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date

    from briefing.diagnostics import Source
    from briefing.survey.declared import Codebook, Disclosure
    from briefing.survey.model import Comment
    from briefing.tables.model import Head, Table

    Printed = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that words refer to; `facts` are texts by their references (``survey.fieldwork``).

    `nouns` are what respondents and what they belong to are called, in the plural; `subjects` the
    short labels of items, options and groups; `quotable` is what quotations within running words
    are held against. Charts of more than `most_bars` are tables. `disclosed_at` is where the
    codebook discloses how the survey was made. `whom` is what words can say a figure of.
    """

    tables: Mapping[str, Table]
    comments: Mapping[str, Comment] = field(default_factory=dict)
    disclosures: tuple[Disclosure, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    nouns: tuple[str, ...] = ()
    quotable: Quotable = field(default_factory=Quotable)
    subjects: tuple[str, ...] = ()
    most_bars: int = MOST_BARS
    disclosed_at: Source | None = None
    whom: Whom = field(default_factory=Whom)


def gather(
    codebook: Codebook,
    tables: Mapping[str, Table],
    comments: Iterable[Comment],
    language: str = "en",
) -> Evidence:
    """The evidence of a survey: its tables and comments, when it was held, what it is called.

    Whatever is printed as it stands in codebook and comments is dressed here: not a word of it
    changes, but its quotation marks and spaces are those of print in `language`, a BCP 47 tag.
    """

    def printed(text: str) -> str:
        return typography.printed(text, language)

    facts = {"survey.title": printed(codebook.title)}
    if codebook.fieldwork:
        facts["survey.fieldwork"] = period(*codebook.fieldwork)
    for composition in codebook.compositions:
        if composition.id in tables:
            facts |= _standings(tables[composition.id])
    shown = {name: _printed_table(table, printed) for name, table in tables.items()}
    said = {each.id: replace(each, text=printed(each.text)) for each in comments}
    return Evidence(
        shown,
        said,
        tuple(_printed_disclosure(each, printed) for each in codebook.disclosures),
        facts,
        (codebook.respondents, *(noun for _, noun in codebook.units)),
        Quotable.of(said.values(), _wordings(codebook, shown.values())),
        tuple(sorted(set(_subjects(shown.values())))),
        codebook.most_bars,
        codebook.disclosed_at,
        _whom(codebook, shown),
    )


_SHORT = 4
"""Words of a label that can be the subject of a sentence."""
_LONG_ENOUGH = 4
"""Signs of one: “No” and “All” are words of any sentence."""


def _subjects(tables: Iterable[Table]) -> Iterator[str]:
    """The labels of what is counted beside each other, where a sentence could speak of them."""
    for table in tables:
        options = table.columns if table.multiple else ()
        for head in (*table.rows, *options):
            counted = head.part in (Part.ITEM, Part.GROUP) or head in options
            if counted and len(head.label) >= _LONG_ENOUGH and len(head.label.split()) <= _SHORT:
                yield head.label


def _whom(codebook: Codebook, tables: Mapping[str, Table]) -> Whom:
    """The groups, the items and the bases that sentences can speak of."""
    compositions = {each.id for each in codebook.compositions}
    breaks: dict[tuple[str, ...], None] = {}
    answers: set[str] = set()
    peers: dict[str, tuple[str, ...]] = {}
    for table in tables.values():
        groups: dict[str, list[str]] = {}
        for head in table.rows if table.id not in compositions else ():
            if head.part is Part.GROUP:
                groups.setdefault(head.within, []).append(head.label)
        breaks |= dict.fromkeys(map(tuple, groups.values()))
        answers |= {" ".join(each.label.lower().split()) for each in _answers(table, compositions)}
        heads = table.columns if table.single else table.rows
        peers[table.id] = tuple(each.label for each in heads if _is_name(each.label))
    for attribute in codebook.attributes:  # "In London, …" is none of all, if crossed with or not
        breaks |= {tuple(label for _, label, _ in attribute.groups): None}
    routed = _routed(codebook)
    asked = {each.id for each in codebook.questions} | {each.id for each in codebook.attributes}
    return Whom(
        tuple(breaks),
        frozenset(answers),
        peers,
        routed,
        _unasked(codebook, tables, routed),
        (codebook.respondents,),
        {name: tuple(_sets(table)) for name, table in tables.items() if name not in compositions},
        frozenset(asked - set(routed)),
        {name: _labels(table) for name, table in tables.items() if name not in compositions},
    )


def _labels(table: Table) -> dict[str, frozenset[str]]:
    """The answers that each label of a table stands for: a net's are several."""
    named = (each for each in table.columns if each.part not in _NO_ANSWERS)
    return {folded(each.label): frozenset(each.of or (each.id,)) for each in named}


_NO_ANSWERS = (Part.GROUP, Part.WHOLE, Part.SCORE, Part.SUMMARY, Part.WITHHELD)


def _is_name(label: str) -> bool:
    """Whether a label can be known in a sentence: “Bus” is, “No” and “All” are words of any."""
    return len(label) >= _NAME and folded(label) not in NO_NAMES


_NAME = 3
"""Signs of a label that a sentence can say in the place of another."""


def _sets(table: Table) -> Iterator[frozenset[str]]:
    """The rows of a table that are all of something: a break's groups, its items, else answers."""
    together: dict[str, set[str]] = {}
    if table.single:
        counted = (each for each in table.columns if each.part not in _ADDED and not each.last)
        together[""] = {each.id for each in counted}
    else:
        for head in table.rows:
            if head.part is not Part.WHOLE:
                together.setdefault(head.within, set()).add(head.id)
    yield from map(frozenset, together.values())


_ADDED = (Part.WHOLE, Part.NET, Part.SUMMARY)
"""Columns that count or measure others."""


def _answers(table: Table, compositions: Collection[str]) -> Iterator[Head]:
    """The heads of a table that are answers to a question; an attribute has groups."""
    shown = table.columns if table.id not in compositions else ()
    return (each for each in shown if each.part is not Part.GROUP)


def _routed(codebook: Codebook) -> dict[str, str]:
    """Of whom alone tables are, in words: those of questions that not everybody was asked."""
    words = {each.id: each.routing.words for each in codebook.questions if each.routing}
    routed = dict(words)
    for crosstab in codebook.crosstabs:
        if (root := crosstab.question.partition(".")[0]) in words:
            routed[crosstab.id] = words[root]
    for banner in codebook.banners:
        for question in banner.questions:
            if (root := question.partition(".")[0]) in words:
                routed |= dict.fromkeys(banner_names(banner, question), words[root])
    return routed


def _unasked(
    codebook: Codebook, tables: Mapping[str, Table], routed: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The answers of those who were not asked, for each table that is of some alone."""
    others: dict[str, tuple[str, ...]] = {}
    for question in codebook.questions:
        routing = question.routing
        if routing and routing.question in tables:
            heads = (each for each in tables[routing.question].columns if not each.of)
            others[routing.words] = tuple(
                each.label
                for each in heads
                if each.id not in routing.answers and each.part not in _NO_ANSWERS
            )
    named = {table: others.get(words, ()) for table, words in routed.items()}
    return {
        table: tuple(each for each in labels if _is_name(each)) for table, labels in named.items()
    }


def _wordings(codebook: Codebook, tables: Iterable[Table]) -> Iterator[str]:
    """What the questionnaire says: questions, answers, items."""
    for question in codebook.questions:
        yield question.wording
    for table in tables:
        yield table.question
        yield from (head.label for head in (*table.rows, *table.columns))


def _standings(table: Table) -> dict[str, str]:
    """How each group of a sample stands to its population: ``region.north.standing``."""
    facts = {}
    for head in table.columns:
        sample = table.cell("sample", head.id).value
        population = table.cell("population", head.id).value
        if sample is not None and population is not None:
            facts[f"{table.id}.{head.id}.standing"] = standing(sample - population)
    return facts


def _printed_table(table: Table, printed: Printed) -> Table:
    return replace(
        table,
        title=printed(table.title),
        question=printed(table.question),
        rows=tuple(replace(each, label=printed(each.label)) for each in table.rows),
        columns=tuple(replace(each, label=printed(each.label)) for each in table.columns),
        bases=tuple(replace(each, words=printed(each.words)) for each in table.bases),
        notes=tuple(printed(each) for each in table.notes),
        overall=table.overall and replace(table.overall, words=printed(table.overall.words)),
    )


def _printed_disclosure(entry: Disclosure, printed: Printed) -> Disclosure:
    return replace(entry, text=printed(entry.text), not_published=printed(entry.not_published))


def period(first: date, last: date) -> str:
    """Two dates in words, saying once what they share: ``6 April to 11 May 2017``."""
    numbers = wording().numbers
    if first == last:
        return numbers.day(last)
    start, end = numbers.period(first, last)
    return wording().titled("period", "{start} \N{EN DASH} {end}", start=start, end=end)
