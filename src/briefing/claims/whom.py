"""Of whom words say a figure: the groups, the items and the base that are named around it.

A figure of all is no figure of those in one town, one of swimmers none of residents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from briefing.claims.amounts import FURTHER
from briefing.claims.groups import KINDS_OF_PLACE, NO_NAMES, any_of, folded, short_forms
from briefing.claims.order import other_order
from briefing.claims.other_labels import other_label
from briefing.claims.tokens import match, tokens_of
from briefing.claims.vocabulary import PEOPLE
from briefing.claims.wholes import NARROWED, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefing.claims.figures import Figure


@dataclass(frozen=True, slots=True)
class Whom:
    """What can be named of those who answered.

    `breaks` are the labels of groups, break by break, `answers` those labels that are answers to a
    question. `peers` are the labels beside each other in a table, by its id; `routed` says of
    tables of whom alone they are, `unasked` who were not: those of other answers. `nouns` are what
    respondents are called, several of them and one.
    `sets` are the rows of each table that are all groups of a break or all items, those of one row
    alone have answers; `whole` are the tables of everybody who was asked. `labels` are those of the
    answers of each table, folded, with the answers that each stands for: a net for several.
    """

    breaks: tuple[tuple[str, ...], ...] = ()
    answers: frozenset[str] = frozenset()
    peers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    routed: Mapping[str, str] = field(default_factory=dict)
    unasked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: tuple[str, ...] = ()
    sets: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()
    labels: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Words that say a figure of others than it is of: the words, and of whom it is."""

    words: str
    of: str


def counted_twice(words: str, figure: Figure, earlier: Figure | None) -> str:
    """Why ``another third`` or ``the other half`` is said wrongly behind an earlier figure.

    Nothing if it is not: they must be of others than the earlier figure, and the rest of all.
    """
    known = match(FURTHER, tokens_of(words), 0)
    if known is None or earlier is None or earlier.table != figure.table:
        return ""
    if earlier.row != figure.row:
        return ""
    if earlier.cell == figure.cell or earlier.parts & figure.parts:
        return f"they are those of {earlier.reference} again"
    both = earlier.value + figure.value
    if known[0] == "rest" and figure.parts and figure.kind == "pct" and abs(both - 1) > _ALL_BUT:
        return f"with {earlier.reference} they are not all"
    return ""


_ALL_BUT = Fraction(1, 100)


def misplaced(
    before: str, words: str, behind: str, figures: Sequence[Figure], whom: Whom
) -> Misplaced | None:
    """What names others than those whom the figures are of, if anything does.

    `words` are those of a claim; of a bound figure there are none. `before` and `behind` reach to
    the next figure.
    """
    return (
        _other_order(before, words, figures, whom)
        or _other_answer(before, words, behind, figures, whom)
        or _other_group(before, words, behind, figures, whom)
        or _other_subject(before, words, figures, whom)
        or _other_base(before, words, behind, figures, whom)
        or _unasked(before, words, behind, figures[0], whom)
    )


# -- groups ----------------------------------------------------------------------------------------

_CLAUSE = re.compile(r"[.!?:;,()\N{EN DASH}\N{EM DASH}]")
_WITHIN = (
    r"the|our|all|those|these|their|who|live|lived|living|work|working|based|aged?|in|from|at|of|"
    r"on|under|being|are|were|is|was|feel|felt|gave|say|said|answered|among|other|respondents|people|"
    rf"{PEOPLE}"
)
"""What may stand between ``of`` and the name of a group."""
_WHO = r"(?:who\s(?:(?!that|say|said|think|whether)[\w'\u2019]+\s){0,4}?)?"
TO_WHOM = rf"(?:of|among|in|from|for|across)\s(?P<within>(?:(?:{_WITHIN})\s){{0,5}}?{_WHO})"
"""What leads to the name of a group, in front of a figure or behind it."""


def _other_group(
    before: str, words: str, behind: str, figures: Sequence[Figure], whom: Whom
) -> Misplaced | None:
    """A group that is named around figures none of which is of it."""
    named = _named_groups(before, words, behind, figures[0], whom)
    if not named or _are_whole(named, whom):
        return None
    own = {folded(part) for each in sides_of(figures) for part in (each.row, each.answer)}
    full = short_forms(whom.breaks)
    strangers = [
        each
        for each in named
        if not any(_same(each, one) or full.get(folded(each)) == one for one in own)
    ]
    if not strangers:
        return None
    return Misplaced(" ".join(strangers[0].split()), _told(figures[0]))


def sides_of(figures: Sequence[Figure]) -> list[Figure]:
    """The figures, and those that differences are less by."""
    return [side for each in figures for side in (each, each.less) if side]


def _named_groups(
    before: str, words: str, behind: str, figure: Figure, whom: Whom
) -> tuple[str, ...]:
    """The groups of which the words in front, of a claim and behind say something."""
    labels = _labels(whom)
    if not labels:
        return ()
    first = _CLAUSE.split(behind)[0]
    for found in _places(labels, before, words, first, figure):
        if not _is_answer(found, whom):
            return (found["label"], *_further(found.string, found.end(), labels))
    return ()


def _places(
    labels: tuple[str, ...], before: str, words: str, first: str, figure: Figure
) -> Iterator[re.Match[str]]:
    """Where a group may be said around a figure, `first` being the clause behind it.

    Most words name none, and a pattern for every answer takes long to be made.
    """
    names = _naming(labels)
    ahead, answer = [""], re.escape(figure.answer)
    if answer and re.search(answer, first, re.IGNORECASE):
        ahead.append(rf"(?:\sof(?:\s\w+){{1,3}}?)?\s(?:\w+\s)?{answer}(?:s|d|ed)?")
    behind = [_pattern(labels, each).match(first) for each in ahead] if names(first) else []
    front = _leading(labels).search(before) if names(before) else None
    # Of one group already, so that no other is where it is said.
    later = _pattern(labels, _FURTHER_ON).match(first) if figure.group and names(first) else None
    within = _pattern(labels, r".*?").match(f" {words}") if names(words) else None
    return (found for found in (*behind, front, later, within) if found)


_FURTHER_ON = r"(?:\s(?!that|who|which|if|to\b)[\w'\u2019-]+){0,6}?"


def _is_answer(found: re.Match[str], whom: Whom) -> bool:
    """Whether a label is only an answer: it names a group as ``those who agree`` alone."""
    own = folded(found["label"])
    return own in whom.answers and "who" not in found["within"].split()


def _further(text: str, at: int, labels: tuple[str, ...]) -> list[str]:
    """The other groups of a list: ``Town, Village and Coast``."""
    listed = re.compile(
        rf"\s?(?:,\s?|and\s|or\s)(?:in\s|the\s)?({any_of(labels)})\b", re.IGNORECASE
    )
    found = []
    while match := listed.match(text, at):
        found.append(match[1])
        at = match.end()
    return found


def _are_whole(named: Sequence[str], whom: Whom) -> bool:
    """Whether groups that are named together are all of their break: ``men and women``."""
    full = short_forms(whom.breaks)
    said = {full.get(folded(each), folded(each)) for each in named}
    return len(said) > 1 and any(said == {folded(each) for each in one} for one in whom.breaks)


@cache
def _naming(labels: tuple[str, ...]) -> Callable[[str], re.Match[str] | None]:
    """Whether words name any of the groups."""
    return re.compile(any_of(labels), re.IGNORECASE).search


@cache
def _pattern(labels: tuple[str, ...], ahead: str = "") -> re.Pattern[str]:
    """``of residents in Town`` behind a figure, or what stands `ahead` of it."""
    return re.compile(rf"{ahead}\s{TO_WHOM}(?P<label>{any_of(labels)})s?\b", re.IGNORECASE)


@cache
def _leading(labels: tuple[str, ...]) -> re.Pattern[str]:
    """``In Town,`` right in front of a figure, at the start of what is said."""
    return re.compile(
        rf"(?:^|[.!?;:]\s|,\s(?:but\s|and\s|while\s)?){TO_WHOM}"
        rf"(?P<label>{any_of(labels)})s?\b(?:\s(?:{KINDS_OF_PLACE}))?,?\s(?:only\s|just\s|over\s|under\s|about\s)?$",
        re.IGNORECASE,
    )


def _labels(whom: Whom) -> tuple[str, ...]:
    whole = (each for one in whom.breaks for each in one if folded(each) not in NO_NAMES)
    return tuple(dict.fromkeys((*whole, *short_forms(whom.breaks))))


def _other_order(
    before: str, words: str, figures: Sequence[Figure], whom: Whom
) -> Misplaced | None:
    """``more in Town than in Village`` of the two cells the other way round."""
    other, first = other_order(before, words, figures, whom)
    return Misplaced(other, f"{first} first") if other else None


# -- items and answers -----------------------------------------------------------------------------


def _other_answer(
    before: str, words: str, behind: str, figures: Sequence[Figure], whom: Whom
) -> Misplaced | None:
    """Another answer or item of the table said of a figure: ``never go`` of Every week."""
    other, own = other_label(before, words, behind, figures, whom)
    return Misplaced(other, own) if other else None


_VERBS = (
    "is|was|are|were|has|have|had|came|come|comes|ranks?|ranked|scores?|scored|gets?|got|takes?|took|"
    "leads?|led|stands?|stood|finish(?:es|ed)?|rates?|rated|trails?|trailed|tops?|topped|remains?"
)


def _other_subject(
    before: str, words: str, figures: Sequence[Figure], whom: Whom
) -> Misplaced | None:
    """Another item of the same table as the subject: ``Cost came {{ … time.rank }}``."""
    figure = figures[0]
    peers = whom.peers.get(figure.table, ())
    if not peers:
        return None
    found = _subject(peers).search(before) or _opening(peers).match(words)
    if found is None:
        return None
    own = {folded(part) for each in sides_of(figures) for part in (each.row, each.answer)}
    if any(_same(found["label"], each) for each in own):
        return None
    return Misplaced(found["label"], _told(figure))


_LEADING_ON = (
    "by|at|on|in|only|just|over|under|about|around|almost|nearly|still|well|the|a|an|place|placed|"
    "named|mentioned|chosen|cited|rated|used|picked|ticked|score|mean|average|with|for|of|"
    "important|popular|common|often|most|least"
)
"""What may stand between an item that does something and its figure; not what it is set beside."""


@cache
def _subject(peers: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[.!?;:,]\s|\b(?:and|but|while|whereas|that)\s){_doing(peers)}"
        rf"(?:\s(?:{_LEADING_ON}))*\s?$",
        re.IGNORECASE,
    )


@cache
def _opening(peers: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_doing(peers), re.IGNORECASE)


def _doing(peers: tuple[str, ...]) -> str:
    return rf"(?:the\s)?(?P<label>{any_of(peers)})\s(?:{_VERBS})\b"


# -- bases -----------------------------------------------------------------------------------------

_SOME = re.compile(
    r"\b(?:of|among)\s(?:those|these|them|the)\b|\b(?:who|whom|asked)\b", re.IGNORECASE
)


def _other_base(
    before: str, words: str, behind: str, figures: Sequence[Figure], whom: Whom
) -> Misplaced | None:
    """All respondents, where some alone were asked or a group is told of."""
    if not whom.nouns:
        return None
    figure = figures[0]
    routing = whom.routed.get(figure.table, "")
    group = figure.row if figure.group else ""
    if not routing and not group:
        return None
    noun = "|".join(map(re.escape, whom.nouns))
    everybody = r"(?:the\s|our\s)?" if routing and not group else r"all\s(?:the\s|our\s)?"
    all_of_them = rf"(?:all\s)?{everybody}(?:{noun})\b(?!\s(?:{NARROWED})\b)"
    sentence = re.split(r"[.!?]\s", before)[-1]
    found = whole(before, behind, whom.nouns) if routing and not group else None
    found = found or re.match(rf"\s(?:of|among)\s{all_of_them}", behind, re.IGNORECASE)
    found = found or re.search(
        rf"\b(?:of|most|many|few|all|some|several)\s{all_of_them}(?!$(?<!\w)|.*\b(?:{NARROWED})\b)",
        words,
        re.IGNORECASE,
    )
    if (
        found is None
        or _SOME.search(sentence)
        or (words and re.match(rf"\s(?:{NARROWED})\b", behind))
    ):
        return None
    return Misplaced(" ".join(found.group().split()), routing or group)


def _unasked(before: str, words: str, behind: str, figure: Figure, whom: Whom) -> Misplaced | None:
    """Those of another answer to the question that says who was asked: ``of those who use a gym``.

    Not where those who were asked are named with them.
    """
    labels = whom.unasked.get(figure.table, ())
    if not labels:
        return None
    sentence = re.split(r"[.!?;]\s", before)[-1]
    for text in (sentence, words, _CLAUSE.split(behind)[0]):
        found = _of_answers(labels).search(text)
        if found is not None and not re.search(r"\b(?:or|and)\b", found["said"]):
            return Misplaced(" ".join(found["said"].split()), whom.routed[figure.table])
    return None


@cache
def _of_answers(labels: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:of|among|amongst)\s(?:(?!of\b)[\w'\u2019-]+\s){0,2}?"
        rf"(?P<said>(?:who\s(?:[\w'\u2019-]+\s){{1,3}}?(?:{any_of(labels)})|(?:{any_of(labels)})\s"
        r"(?:users?|members?|goers?|visitors?|readers?|drivers?|owners?|holders?))\b)",
        re.IGNORECASE,
    )


def _told(figure: Figure) -> str:
    return figure.row or figure.answer or figure.label


def _same(named: str, own: str) -> bool:
    """Whether a name is a label, or its plural."""
    said = folded(named)
    return own in (said, f"{said}s") or said == f"{own}s"
