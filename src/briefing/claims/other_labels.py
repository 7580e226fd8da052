"""Another answer or item that is named beside a figure: ``said no`` of Yes, ``never go`` of Weekly.

A label of several words is known wherever the clause says it; one word alone may be any word of
the sentence, and so has to be what people say, are or do. `quoted_labels` knows those that are in
quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.claims.groups import NO_NAMES, any_of, folded
from briefing.claims.poles import core

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.claims.figures import Figure
    from briefing.claims.whom import Whom

    Labels = Mapping[str, frozenset[str]]
    """The answers that each label of a table stands for: a net's are several."""

_CLAUSE = re.compile(r"[.!?:;,()\N{EN DASH}\N{EM DASH}\N{LEFT DOUBLE QUOTATION MARK}]")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)")
_WORD = r"[\w'\N{RIGHT SINGLE QUOTATION MARK}-]+"


def other_label(
    before: str, words: str, behind: str, figures: Sequence[Figure], whom: Whom
) -> tuple[str, str]:
    """The label of another answer or item that is said of a figure, and its own; else nothing.

    `words` are those of a claim. `before` and `behind` reach to the next figure.
    """
    figure = figures[0]
    if len(figures) > 1:
        return "", ""
    front = _CLAUSE.split(_SENTENCE.split(before)[-1].rstrip(" (:\N{EN DASH}"))[-1]
    clause = _plain(f" {words} {_CLAUSE.split(behind)[0]}")
    told = f"{_plain(front)} {clause}"
    for own, known in _axes(figure, whom):
        labels = tuple(known)
        if any(found["label"] == own for found in _any(labels).finditer(told)):
            continue
        for other, lead, rest in _said(clause, len(_plain(f" {words}")), labels, own):
            said = _Said(other, lead, rest, told, _SENTENCE.split(behind)[0])
            if said.is_another(own, known):
                return other, own
    return "", ""


def _axes(figure: Figure, whom: Whom) -> Iterator[tuple[str, Labels]]:
    """What a figure is of, and what is beside that in its table: its answers, then its items."""
    peers = whom.peers.get(figure.table, ())
    items = {folded(each): frozenset({folded(each)}) for each in peers}
    answers = whom.labels.get(figure.table, {}) or ({} if figure.row else items)
    for label, known in ((figure.answer, answers), ("" if figure.group else figure.row, items)):
        if folded(label) in known:
            yield _plain(label), {_plain(each): of for each, of in known.items()}


def _plain(text: str) -> str:
    """Words in small letters without what is in brackets, hyphens as blanks, apostrophes alike."""
    bare = re.sub(r"\s?\([^)]*\)", "", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return f"{' ' * text[:1].isspace()}{folded(bare.replace('-', ' '))}"


# -- where labels are said -------------------------------------------------------------------------

_SAYING = "say|says|said|answer|answered|reply|replied|vote|voted|respond|responded|tick|ticked"
_VERBS = (
    rf"are|were|is|was|be|been|feel|felt|find|found|call|called|rate|rated|{_SAYING}|choose|chose|"
    "name|named|go|goes|went|come|came|use|used|take|took|join|joined|do|did|think|thought|consider|"
    "considered|describe|described|see|saw|pick|picked|prefer|preferred|cite|cited|mention|mentioned|"
    "give|gave|make|made|visit|visited|travel|travelled|want|wanted|put|strongly|tend|rather|still"
)
_OF_WHOM = re.compile(
    rf"(?:\b|\s)(?:of|among|amongst)(?:\s(?!who\b|that\b){_WORD}){{1,8}}?"
    rf"(?:\swho\s(?:(?:are|were|have|had|do|did)\s)?{_WORD}(?:\s{_WORD}){{0,4}}?)?"
    rf"(?=\s(?:{_VERBS}|have|has|had)\b)"
)
"""Whom a figure is of, up to what they say or do: ``of those who swim`` call it poor."""
_FIRST_VERB = re.compile(rf"^(?:(?!\s(?:who|that|which|when|if)\b).)*?(?=\s(?:{_VERBS})\b)")
_STOPS = (
    "and|but|or|nor|while|whereas|although|though|than|rather|instead|not|never|no|neither|without|"
    "hardly|who|whom|whose|which|if|when|because|as|since|where|unless|until|even|of|with|to|that|"
    "at|from|on|by|for|once|least|compared|unlike|like|before|after|ahead"
)
"""Words behind which one word is no more what people say or are."""
_TURNING = re.compile(
    r"(?:\w\s(?:most|least)\s$|\b(?:and|but|or|while|whereas|although|though|than|rather|instead|"
    r"not|never|no|neither|nor|without|hardly|less|fewer|more|unlike|versus|against|behind|ahead|compared|except|beyond|if|"
    r"unless|because|whether|how|what|why|cannot)\b|n't\b)"
)
"""Words behind which a clause goes on with something else, or turns what it says."""
_GOVERNED = re.compile(rf"\b(?:who|whom|whose|which|those|when|where)\s(?:{_WORD}\s){{0,3}}$")
_GOES_ON = re.compile(
    r"\s(?:more|less|better|worse|longer|fewer|too|of|that|what|how|where|when|whether|who|if|which|"
    r"why|or|and|as|than|enough|at\sbest|at\sworst)\b"
)
"""What follows words that are no label there: ``a great deal more``, ``don't know that``."""
_YES_NO = re.compile(rf"\b(?:{_SAYING})\s(?P<label>yes|no)\b(?=$|\s(?:to|when|if|in|here|there)\b)")


def _said(
    clause: str, words: int, labels: tuple[str, ...], own: str
) -> Iterator[tuple[str, str, str]]:
    """The labels that a clause says of people, with what leads to each and what follows.

    The longest counts where one is in another. So many signs are the `words` of a claim, behind
    which what is said may begin.
    """
    begins = sorted({0, words, *(each.end() for each in _starts(clause))})
    behind = whom.end() if (whom := _OF_WHOM.match(clause, words)) else words
    several, alone = _patterns(labels)
    found = list(several.finditer(clause))
    if alone is not None:
        found += filter(None, (alone.match(clause, at) for at in begins))
    if own in _YES_OR_NO:
        found += _YES_NO.finditer(clause)
    for match in found:
        at = match.start("label")
        begin = max(each for each in begins if each <= at)
        turned = _TURNING.search(clause[behind if at >= behind else begin : at])
        if not turned and not _GOVERNED.search(clause[begin:at]):
            yield match["label"], clause[begin:at], clause[match.end() :]


def _starts(clause: str) -> Iterator[re.Match[str]]:
    """Where what is said may begin: behind whom it is said of, or at the first verb."""
    yield from _OF_WHOM.finditer(clause)
    if first := _FIRST_VERB.match(clause):
        yield first


_YES_OR_NO = frozenset({"yes", "no"})


@cache
def _any(labels: tuple[str, ...]) -> re.Pattern[str]:
    """Every label that words name, the longest first."""
    return re.compile(rf"(?<!\w)(?P<label>{any_of(labels)})(?!\w)")


@cache
def _patterns(labels: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    """Labels of several words anywhere, and those of one word as what is said of people."""
    names = [each for each in labels if each not in NO_NAMES]
    long = [each for each in names if " " in each]
    short = [each for each in names if " " not in each and len(each) >= _SHORTEST]
    between = rf"(?:\s(?!(?:{_STOPS})\b){_WORD})"
    several = re.compile(rf"(?<!\w)(?P<label>{any_of(long) or '(?!)'})\b")
    if not short:
        return several, None
    verb = rf"{between}{{0,2}}?\s(?:{_VERBS})"
    saying = rf"\s(?:{_SAYING}|think|thought|agree|agreed)(?:\sthat)?"
    front = (
        rf"{between}{{0,3}}?|{verb}{between}{{0,4}}?(?:\sas)?",
        rf"{saying}{between}{{1,6}}?\s(?:is|are|was|were)",
        rf"{saying}(?:\s(?:the|their|its))?(?=\s(?:{any_of(names)})\s(?:is|are|was|were)\b)",
    )
    return several, re.compile(rf"(?:{'|'.join(front)})\s(?P<label>{any_of(names)})\b")


_SHORTEST = 3
"""Signs of a label that a sentence can say in the place of another."""


# -- whether they are others -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Said:
    """A label that is said, what leads to it and follows in its clause, and all that is told."""

    other: str
    lead: str
    rest: str
    told: str
    sentence: str

    def is_another(self, own: str, known: Labels) -> bool:
        """Whether it says another thing than a figure's own label does."""
        other, lead = self.other, self.lead
        if other not in _YES_OR_NO and _GOES_ON.match(self.rest):
            return False
        if _distinctive(own, other) & set(_stems(self.told)):
            return False
        if known[other] < known[own] and _SEVERAL.search(self.sentence):
            return False
        return core(own) != other or not (known[other] <= known[own] or _DEGREE.search(lead))


_SEVERAL = re.compile(r"\b(?:or|and|either|both|any)\b")
"""Words with which a net is told by its answers."""
_DEGREE = re.compile(
    r"\b(?:very|highly|really|extremely|completely|fully|totally|entirely|strongly|deeply|quite|"
    r"fairly|somewhat|moderately|reasonably|mildly|rather|broadly|largely|tend to|only)\s$"
)
_STEM, _LETTERS = 4, 3


def _stems(text: str) -> tuple[str, ...]:
    """What the words of a text begin with, as far as they are long enough to tell them apart."""
    return tuple(each[:_STEM] for each in re.findall(r"[^\W\d_]+", text) if len(each) > _LETTERS)


def _distinctive(own: str, other: str) -> set[str]:
    """The words of a label that another has not: ``week`` of Every week beside Every month."""
    return set(_stems(own)) - set(_stems(other))
