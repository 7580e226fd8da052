"""What a group is called around its figure: ``Under 40: 64 per cent``, ``of those under 40``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.claims.bounds import called_by_bounds
from briefing.claims.groups import any_of, folded
from briefing.claims.vocabulary import PEOPLE
from briefing.claims.whom import TO_WHOM, sides_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.whom import Whom


def label_before(
    before: str, figures: Sequence[Figure], whom: Whom | None = None
) -> tuple[int, int] | None:
    """Where the words right in front of figures are the label of the group that these are of.

    With `whom` it may be called by its bounds: ``Under 25:`` of “16 to 24”.
    """
    found = _pattern(_own(figures, whom))[0].search(before)
    return found.span("label") if found else None


def label_behind(
    behind: str, figures: Sequence[Figure], whom: Whom | None = None
) -> tuple[int, int] | None:
    """Where the words in brackets right behind figures are the label of their group."""
    found = _pattern(_own(figures, whom))[1].match(behind)
    return found.span("label") if found else None


def _own(figures: Sequence[Figure], whom: Whom | None) -> tuple[str, ...]:
    """What the one group that all figures are of is called; nothing where they are of several."""
    rows = {each.row for each in figures if each.group and each.row and each.less is None}
    one = len(rows) == 1 and all(each.group for each in figures)
    bounds = called_by_bounds(whom.breaks) if whom and one else {}
    return tuple(name for each in rows for name in (each, *bounds.get(each, ()))) if one else ()


@cache
def _pattern(own: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(r"\s".join(map(re.escape, each.split())) for each in own) or r"(?!)"
    starts = r"(?:^|[.!?;,\n]\s?|\b(?:and|but|against)\s)(?:aged\s)?"
    front = rf"{starts}(?P<label>{names})(?:\s?:|\s[\N{{EN DASH}}\N{{EM DASH}}]|\s\()\s?$"
    back = rf"\s\((?:of\s|among\s|aged\s)?(?P<label>{names})\)"
    return re.compile(front, re.IGNORECASE), re.compile(back, re.IGNORECASE)


# -- in the words around ---------------------------------------------------------------------------

_NO_SHARE = r"(?!\w|[.,]\d|\s?%|\s(?:per\s?cent|percentage|points?|out\sof|in)\b)"
_PERSONS = rf"those|who|whose|anyone|everyone|aged|ages|respondents|{PEOPLE}"


def own_names(text: str, figures: Sequence[Figure], whom: Whom) -> Iterator[tuple[int, int]]:
    """Where words around figures name what they are of: ``of those under 40``, ``are 35 to 54``.

    A label that has a number in it is then no figure of the survey's, nor is what says the same by
    its bounds.
    """
    sides = sides_of(figures)
    answers = {each.answer for each in sides if _SEVERAL_WORDS.search(each.answer)}
    beside = {whom.peers.get(each.table, ()) for each in sides} if answers else set()
    bands = (*whom.breaks, *sorted(beside))
    for found in _answers(tuple(sorted(answers)), bands).finditer(text) if answers else ():
        yield found.span()
    own = {each.row for each in sides if each.group and each.row}
    if not own:
        return
    for found in _of_label(tuple(sorted(own))).finditer(text):
        yield found.span("label")
    known = called_by_bounds(whom.breaks)
    names = tuple(sorted({name for each in own for name in known.get(each, ())}))
    for found in _own_bounds(names).finditer(text) if names else ():
        yield found.span("label" if found["label"] else "plural")


def own_answers(behind: str, figures: Sequence[Figure], whom: Whom) -> Iterator[tuple[int, int]]:
    """Where the clause behind figures says their own answer by its label: ``did none of these``.

    A net is told by its answers, too, and a first place as what people ``put first``.
    """
    clause = _CLAUSE.split(behind)[0]
    for each in figures:
        known = whom.labels.get(each.table, {})
        own = known.get(folded(each.answer), frozenset())
        labels = tuple(label for label, of in known.items() if of <= own and " " in label)
        for found in _whole(labels).finditer(clause) if labels else ():
            yield found.span()
        first = _PUT_FIRST.search(clause) if each.row and each.cell.endswith(".first") else None
        if first and _is_told(each.row, first.group()):
            yield first.span("first")


_CLAUSE = re.compile(r"[.!?:;,()\N{EN DASH}\N{EM DASH}]")
_PUT_FIRST = re.compile(
    r"^\s(?:[\w'\u2019-]+\s){0,6}?(?:put|rank|place|name|cho[o]?se)\w*\s.*?(?P<first>first)\b"
)


_STEM = 4
"""Signs in which the forms of a word are alike: ``prevention`` and ``preventative``."""


def _is_told(label: str, words: str) -> bool:
    """Whether words have one of a label's, in any of its forms."""
    stems = {each[:_STEM] for each in folded(label).split() if len(each) > _STEM}
    return any(each[:_STEM] in stems for each in folded(words).split())


@cache
def _whole(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(labels)})(?!\w)", re.IGNORECASE)


def unnamed(words: str, figures: Sequence[Figure], whom: Whom) -> str:
    """The words of a claim without the names that have numbers in them: those state nothing."""
    spans = [each for each in own_names(words, figures, whom) if _DIGIT.search(words, *each)]
    for start, end in sorted(spans, reverse=True):
        words = words[:start] + words[end:]
    return " ".join(words.split()) if spans else words


_DIGIT = re.compile(r"\d")
_SEVERAL_WORDS = re.compile(r"\d.*\s|\s.*\d")
"""A label of more than a number: ``16 to 24``, ``Under £5``."""


@cache
def _answers(labels: tuple[str, ...], bands: tuple[tuple[str, ...], ...]) -> re.Pattern[str]:
    """Answers with a number in them, by their labels and, of bands, by their bounds."""
    bounds = called_by_bounds(bands)
    names = {name for each in labels for name in (each, *bounds.get(each, ()))}
    priced = re.sub(r"(?<!\d)(?<!\d[,.])(?=\d)", "[£$€]?", any_of(names))
    return re.compile(rf"(?<![\w-])(?:{priced}){_NO_SHARE}", re.IGNORECASE)


@cache
def _of_label(labels: tuple[str, ...]) -> re.Pattern[str]:
    """The label of one group, or those of several that figures are of in turn."""
    one = any_of(labels)
    more = rf"(?:(?:,|,?\s(?:and|or))\s(?:those\s)?(?:aged\s|in\s)?(?:{one}))*"
    return re.compile(rf"\b{TO_WHOM}(?P<label>(?:{one}){more}){_NO_SHARE}", re.IGNORECASE)


@cache
def _own_bounds(names: tuple[str, ...]) -> re.Pattern[str]:
    """A group by its bounds: of people, ``under-25s``, or as the label of a figure."""
    plain = any_of(each for each in names if not each.endswith("s"))
    several = any_of(each for each in names if each.endswith("s")) or "(?!)"
    return re.compile(
        rf"\b(?:(?:{_PERSONS})\s(?:(?:are|were|is|aged|between)\s){{0,2}})"
        rf"(?P<label>(?:between\s)?[£$€]?(?:{plain})){_NO_SHARE}"
        rf"|(?<![\w-])(?P<plural>(?:{plain})(?:s|[\s-]year[\s-]olds)|{several})\b",
        re.IGNORECASE,
    )
