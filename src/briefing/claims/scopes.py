"""Of how many groups or items words say a figure: ``in every age group``, ``for each service``.

A claim of all residents is none of those in each ward, nor of older ones: what is said in front of
a figure, or right behind it, is proved by its cells or pointed out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.claims.tokens import number, tokens_of
from briefing.claims.vocabulary import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.whom import Whom


@dataclass(frozen=True, slots=True)
class Scope:
    """Words that say a figure of several groups or items, or of some people alone.

    They stand from `start` to `end` of what is in front of a figure, or behind it.
    """

    words: str
    start: int
    end: int
    proved: bool


def scope_in_front(
    before: str, figures: Sequence[Figure], others: Sequence[Figure], whom: Whom
) -> Scope | None:
    """What the sentence in front of a figure says it of, with whether its cells prove it.

    `others` are those that a claim takes its place among.
    """
    found = _IN_FRONT.search(before)
    if found is not None:
        return _scope(found, figures, others, whom)
    if (found := _narrowed(whom.nouns).search(before)) is None or not _of_everybody(figures, whom):
        return None
    return Scope(found["said"], *found.span("said"), proved=False)


def scope_behind(
    behind: str, figures: Sequence[Figure], others: Sequence[Figure], whom: Whom
) -> Scope | None:
    """What the words right behind a figure say it of, with whether its cells prove it."""
    found = _BEHIND.match(behind)
    if found is None and _of_items(figures, whom):
        found = _FURTHER_BEHIND.match(behind)
    return _scope(found, figures, others, whom) if found else None


def scope_within(
    words: str, figures: Sequence[Figure], others: Sequence[Figure], whom: Whom
) -> Scope | None:
    """What the words of a claim say it of, with whether its cells prove it.

    Of no group, and of more than in any other, it is proved by the cells of all of them.
    """
    found = _WITHIN.search(words)
    if found is None:
        return None
    cells = (*figures, *others)
    some = found["some"] or ""
    of_all = not some or _OF_ALL.match(some) is not None
    proved = _are_so_many(found, cells, whom) if found["many"] else _proved(found, cells, whom)
    return Scope(found["said"], *found.span("said"), of_all and proved)


_OF_ALL = re.compile(
    r"(?:no|none|neither|any|all\s(?:but|bar)\s(?:one|two|three|four|five|\d+))\b", re.IGNORECASE
)
"""Words that the reading of a claim holds against each of its cells."""


# -- several groups --------------------------------------------------------------------------------

_GROUPS = (
    r"groups?|areas?|regions?|wards?|districts?|ages|bands?|towns?|villages?|parish(?:es)?|"
    r"boroughs?|count(?:y|ies)|cit(?:y|ies)|neighbourhoods?|nations?|countr(?:y|ies)|types?|"
    r"categor(?:y|ies)|classes|sectors?|sites?|centres?|schools?|branch(?:es)?|departments?|"
    r"teams?|tiers?|councils?|authorit(?:y|ies)|trusts|offices?|facult(?:y|ies)|sex(?:es)?|genders?|"
    r"clusters?|divisions?|localit(?:y|ies)|communit(?:y|ies)"
)
_ITEMS = (
    r"services?|items?|statements?|aspects?|activit(?:y|ies)|subjects?|topics?|questions?|measures?|"
    r"stages?|forums?|bod(?:y|ies)|priorit(?:y|ies)|options?|barriers?|partners?|relationships?|"
    r"facilit(?:y|ies)|themes?|tasks?|causes?"
)
_NUMBER = r"\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_EVERY = (
    rf"(?:every|each)(?:\s(?:single|one))?(?:\sof\s(?:the|our|these|those|all)(?:\s(?P<of>{_NUMBER}))?)?"
    rf"|all(?:\sof)?(?:\s(?:the|our|these|those))?(?:\s(?P<all>{_NUMBER}))?"
    rf"|both(?:\sof)?(?:\s(?:the|our|these|those))?|the\s(?P<the>{_NUMBER})"
)
_SOME = (
    r"(?P<some>(?:almost|nearly|virtually|all\s(?:but|bar))(?:\s\w+){1,3}?|(?:most|many|several|some|few|none)"
    r"(?:\sof\s(?:the|our|these|those))?|a\s(?:few|number|majority|minority)\sof(?:\sthe|\sour)?|no|"
    r"neither(?:\sof\s(?:the|our|these|those))?|any)"
)
_SO_MANY = (
    rf"(?:(?:only|just|all\sof)\s)?(?P<many>one|{_NUMBER})"
    rf"(?:\sof\s(?:the|our|these|those)(?:\s(?:{_NUMBER}))?)?"
)
"""``in two groups``: of so many figures there are to be."""
_ALONG = r"(?:in|across|among|amongst|for|within|at|on|throughout|over|from)"
_KIND = rf"(?:[^\W\d_]+[\s-]){{0,3}}?(?:(?P<group>{_GROUPS})|(?P<item>{_ITEMS}))\b"
_WHATEVER = (
    r"(?:whatever|whichever|regardless\sof|irrespective\sof)\s"
    rf"(?:their\s[^\W\d_]+|(?:the|its)\s(?:{_GROUPS}|{_ITEMS}|age|size|kind|income|tenure|role))"
    r"(?:\s(?:group|band|type|area))?"
)
_SAID = rf"(?P<said>{_ALONG}\s(?:{_SOME}|{_EVERY}|{_SO_MANY})\s{_KIND}|{_WHATEVER})"
_IN_FRONT = re.compile(
    rf"(?:^|[.!?;:]\s|,\s|\b(?:and|but|while|that|because|yet)\s)"
    rf"(?:(?:here|so|too|and|but|yet|still)\s)?{_SAID}(?:(?!,\s(?:and|but|so|while|though|yet)\b)[^.!?;:])*$",
    re.IGNORECASE,
)
_PREDICATE = (
    r"(?:\sof\s(?!(?:every|each|all)\b)[\w'\u2019-]+(?:\s(?!that|who)[\w'\u2019-]+){0,2}?)?"
    r"(?:\s(?:is|are|was|were|feel|felt|agree[ds]?|disagree[ds]?|(?:say|said|think|thought)\sso)"
    r"(?:\s(?!that|who|to|with|about)[\w'\u2019-]+){0,2}?)?"
)
"""What may stand between a figure and its scope: not another thing that is in every ward."""
_BEHIND = re.compile(rf"^(?:{_PREDICATE},?\s|[^.!?;:]*?\s(?={_WHATEVER})){_SAID}", re.IGNORECASE)
_FURTHER_BEHIND = re.compile(rf"^[^.!?;:,]*?\s{_SAID}", re.IGNORECASE)
_WITHIN = re.compile(rf"\b{_SAID}", re.IGNORECASE)


def _scope(
    found: re.Match[str], figures: Sequence[Figure], others: Sequence[Figure], whom: Whom
) -> Scope:
    every = (found["some"] or "any").lower() == "any"
    proved = every and _proved(found, (*figures, *others), whom)
    return Scope(found["said"], *found.span("said"), proved)


def _proved(found: re.Match[str], figures: Sequence[Figure], whom: Whom) -> bool:
    """Whether figures are those of all of some groups or items, or of as many as the words say."""
    subjects = {_subject(each, whom, alone=bool(found["item"])) for each in figures}
    if "" in {each for _, each in subjects}:
        return False
    so_many = _so_many(found)
    if so_many is not None:
        others = re.search(r"\bother\b", found["said"], re.IGNORECASE) is not None
        return so_many == len(subjects) - others
    tables = {table for table, _ in subjects}
    return len(subjects) > 1 and all(
        any(each <= {own for one, own in subjects if one == table} for each in whom.sets[table])
        for table in tables
    )


def _are_so_many(found: re.Match[str], figures: Sequence[Figure], whom: Whom) -> bool:
    """Whether figures are of as many groups or items at least; of which it holds a claim says."""
    subjects = {_subject(each, whom, alone=bool(found["item"])) for each in figures}
    many = _so_many(found)
    return "" not in {each for _, each in subjects} and (many is None or many <= len(subjects))


def _subject(figure: Figure, whom: Whom, *, alone: bool) -> tuple[str, str]:
    """The table of a figure and its row there; of a table of one row its answer, if it is `alone`.

    Nothing stands for a figure of everybody, of whom nothing is said group by group.
    """
    known = whom.sets.get(figure.table, ())
    row = figure.cell.rpartition(".")[0]
    for each in known:
        if row in each:
            return figure.table, row
        if alone and figure.cell in each:
            return figure.table, figure.cell
    return figure.table, ""


def _of_items(figures: Sequence[Figure], whom: Whom) -> bool:
    """Whether figures are of items of a grid: ``see gains in every area`` then speaks of these."""
    return all(not each.group and _subject(each, whom, alone=False)[1] for each in figures)


def _so_many(found: re.Match[str]) -> int | None:
    """How many groups the words speak of, where they say so."""
    if re.search(r"\bboth\b", found["said"], re.IGNORECASE):
        return 2
    stated = found["of"] or found["all"] or found["the"] or found["many"]
    amount = number(tokens_of(stated), 0) if stated else None
    return int(amount[0]) if amount else None


# -- some people alone -----------------------------------------------------------------------------

_DETERMINED = "the|our|all|those|these|other|many|most|some"
_ASKED = (
    "answered|replied|responded|took|asked|surveyed|interviewed|polled|questioned|we|were|gave|"
    "completed|returned|spoke|commented"
)
"""What is said of all who answered, and of nobody else."""
_OF_A_DEGREE = (
    r"(?:oldest|youngest|largest|smallest|biggest|poorest|richest|wealthiest|busiest|highest|lowest|"
    r"(?:most|least)\s[^\W\d_]+|older|younger|larger|smaller|poorer|richer|middle)"
)
_PLACES = "areas|wards|towns|districts|villages|parishes|boroughs|counties|cities|neighbourhoods"
_PLAIN = rf"{_DETERMINED}|local|participating|surveyed|responding|partner|individual|both|these"
_ONLY = r"(?:\s(?:only|just|over|under|about|almost|nearly|some))?"


@cache
def _narrowed(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """``Among women,`` and ``Of older residents,`` right in front of a figure.

    `nouns` are what all are called who were asked.
    """
    own = "|".join(map(re.escape, (*nouns, "respondents", "people", "individuals", "participants")))
    others = rf"(?!(?:{own})\b)(?:{PEOPLE})"
    more = rf"(?!(?:{_PLAIN})\b)[^\W\d_]+(?:-[^\W\d_]+)*\s"
    everybody = rf"(?:{_ASKED}|total|all|the\s(?:survey|sample|poll|study))\b"
    rest = (
        r"\s(?:who|whose|with|without|in|on|aged|living|under|over|from)\s"
        rf"(?!{everybody})[^.!?;:,]+"
    )
    who = (
        rf"(?:{more}){{0,2}}(?:{others})\b[^.!?;:,]{{0,40}}?"
        rf"|(?:{more}){{1,2}}(?:{own})\b|(?:{own}|those){rest}"
    )
    return re.compile(
        r"(?:^|[.!?;:]\s|,\s(?:but\s|and\s|while\s)?|\b(?:and|but|while|that)\s)(?P<said>"
        rf"(?:among|amongst|of|for|with)\s(?:(?:{_DETERMINED})\s)?(?:{who})"
        rf"|(?:in|across)\s(?:{more}){{1,2}}(?:{_PLACES})"
        rf"|(?:in|across|for|among)\sthe\s{_OF_A_DEGREE}\s(?:[^\W\d_]+\s)?(?:{_GROUPS})\b"
        rf"),?{_ONLY}\s$",
        re.IGNORECASE,
    )


def _of_everybody(figures: Sequence[Figure], whom: Whom) -> bool:
    """Whether figures are of all who were asked, whoever that is."""
    return all(each.table in whom.whole and not each.group for each in _sides(figures))


def _sides(figures: Iterable[Figure]) -> Iterator[Figure]:
    for each in figures:
        yield each
        if each.less is not None:
            yield each.less
