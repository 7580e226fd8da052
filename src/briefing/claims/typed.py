"""The net over the prose: numerals, percentages and quantifying words that nothing proves.

Every one of them is data until its author says otherwise; dates, labels and addresses are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from briefing.claims.abroad import abroad
from briefing.claims.amounts import Unit
from briefing.claims.quantifying import comparing, quantifying
from briefing.claims.reading import first_amount
from briefing.claims.tokens import VULGAR
from briefing.claims.vocabulary import MARKED, NUMBERS, PEOPLE, VERBS, WHO_DO
from briefing.claims.weighed import inside, weighed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from fractions import Fraction

    from briefing.claims.weighed import Found


@dataclass(frozen=True, slots=True)
class Typed:
    """A figure found in words: where it starts and ends, and what it amounts to, if anything.

    `share` is a share from 0 to 1, `number` a plain number; a quantifier (``most``) has neither.
    """

    start: int
    end: int
    text: str
    share: Fraction | None = None
    number: Fraction | None = None


_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH_ABROAD = (
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    "Ionawr|Chwefror|Mawrth|Ebrill|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr|"
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_WORD = NUMBERS
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten"
"""Numbers that prose is full of: they are data only of respondents and their units."""
_IN_WORDS = rf"(?:{_WORD})(?:[-\s](?:and\s)?(?:{_WORD}))*"
_PER_CENT = r"(?:\s?[%\uff05]|[\s-]per[\s-]?cent\b|[\s-]percentage\b|\s?pc\b)"
_ABROAD = (
    r"\b(?!(?:in|en|als|von|der|die|des|les|le|de|mewn|fel|o)\b)[^\W\d_]+"
    r"[-\s](?:pour[-\s]cent|por\sciento|prozent|y\scant)\b"
)
"""A percentage in words of the other languages; ``Angaben in Prozent`` is a unit."""
_PARTS = "thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|halves"
_PART = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half"
_OFF, _TO = r"(?<![\w.,/:-])", r"(?:\s?:\s?|\sto\s)"
"""What stands before the first number of ``3:1`` and between the two."""
_NOT_PARTS = (
    "part(?:y|ies)|person|times?|sector|way|point|reason|option|place|years?|months|weeks|days|hours|"
    "miles|page|edition"
)
ANYBODY = ("people", "respondents", "those", "them", "us")
_ONE = {
    "people": "person",
    "women": "woman",
    "men": "man",
    "children": "child",
    "chairmen": "chairman",
}
"""One of those that English has no rule for."""
_HARMLESS = re.compile(
    rf"""
      \b[\w.+-]+@[\w.-]+                                  # an address for mail
    | (?<![\w.,])(?:\+\d{{1,3}}\s?(?:\(0\)\s?)?\d{{1,4}}|\(?0\d{{1,4}}\)?)
      (?:[\s-]\d{{3,5}}){{1,3}}\b                         # a telephone
    | \b(?:https?://|www\.)\S+ | \b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|eu|info)\b(?:/\S*)?
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:{_MONTH}))?\s(?:to|and|[-\u2013])
      \s\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH})(?:\s\d{{4}})?   # 6 to 11 May
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH})(?:\s\d{{4}})?\b | \b(?:{_MONTH})\s\d{{4}}\b
    | \b\d{{1,2}}(?:\.|er|af|ain|ydd|\u00ba)?\s(?:(?:bis|au|al|i)\s(?:zum\s)?\d{{1,2}}\.?\s)?
      (?:de\s)?(?:{_MONTH_ABROAD})\b                     # 6. Mai, 1er mars
    | (?<![\d,.])(?:19|20)\d\d(?!\d|,\d|\.\d|\s?%|\sper\s?cent)
      (?:[/\u2013-]\d\d(?:\d\d)?\b)?                     # years
    | \b\d{{1,2}}[:.]\d\d\s?(?:am|pm)\b | \b\d{{1,2}}:\d\d\b | \b\d{{1,2}}\s?(?:am|pm)\b
    | \b\d+(?:st|nd|rd|th)\b                              # ordinals
    | \b\d+[a-z]?\s(?:[A-Z][\w'\u2019]+\s){{1,3}}(?:Street|Road|Lane|Avenue|Square|Place|Way|Drive
        |Close|Court|Terrace|Gardens|Hill|Row|Crescent|House|Parade|Park|Green)\b  # 12 High St
    | \bISBN[\s:]*[\dXx-]+ | \b(?:[Nn]umber|[Nn]o\.|[Rr]ef(?:erence|\.)?|[Rr]egistered)\s\d{{5,}}\b
    | \b(?:ISO|BS|EN|IEC|[Cc]hannel|Radio|Act|[Ff]orm|[Bb]and|[Tt]ier|[Gg]rade|[Ss]tage|Year|Article
        |[Ss]chedule|[Cc]lause|[Pp]aragraph|Item|Block|Flat|Suite|Box|Gate|[Tt]erminal|[Cc]all|[Rr]ing|[Dd]ial|NHS)
      \s\d+(?:\.\d+)*\b(?!\s?%|\sper\s?cent|\s(?:of|in|out)\b)
    | \b(?:[Pp]ages?|[Ss]lides?|[Ff]igures?|[Tt]ables?|[Ss]ections?|[Cc]hapters?|[Tt]hemes?
        |[Qq]uestions?|[Ss]teps?|[Pp]arts?|[Nn]otes?|[Aa]nnex|[Ll]ines?|[Rr]ooms?|[Ff]loors?|[Pp]latform|[Ll]evel|[Uu]nit|[Jj]unction|[Zz]one|[Ww]ave
        |[Pp]hase|[Rr]ows?|[Cc]olumns?|[Aa]ppendi(?:x|ces)|[Vv]ersion|no\.)
      \s\d+(?:\.\d+)*(?:(?:,|\sand|\sto|\sor|[\u2013-])\s?\d+)*\b   # labels
    | \b\w*[^\W\d_][\w.]*\d[\w/-]*                        # A4, Q2a, COVID19
    | \b(?!(?:[Oo]ver|[Uu]nder)-\d+s\b)[^\W\d_]+-\d[\w-]*  # COVID-19, D-1; not over-65s
    | \b(?<!over-)(?<!under-)\d+(?:[-/]\d+)*[-/]?(?!(?:k|m|mn|bn|pc|x)\b)[^\W\d_]\w*   # 2a; not 3m
    | \b(?:24/7|16:9|4:3|3:2|16:10|1:\d{{3,}}[\d,]*|\d+/\d+/\d+|\d{{2,}}/\d+)\b  # 1:25,000
    | \bin\sa\shundred\b
    | \b(?:[Aa]ged?|[Aa]ges)\s(?:over\s|under\s)?
      (?:\d+(?:\s?(?:to|and|[-\u2013])\s?\d+)?|(?:{_WORD})\b)   # aged 16, aged sixteen
    | \b(?:{_WORD})\s(?:or|and)\s(?:over|older|above|under|younger)\b   # who were sixteen or over
    | \b(?:{_WORD})-(?!(?:{_WORD})\b|{_PARTS})[^\W\d_]\w* # two-tier, three-year
    """,
    re.VERBOSE,
)

_QUOTED = re.compile(
    "\N{LEFT DOUBLE QUOTATION MARK}([^\N{RIGHT DOUBLE QUOTATION MARK}]*)"
    "\N{RIGHT DOUBLE QUOTATION MARK}?"
    "|\N{LEFT SINGLE QUOTATION MARK}(.*?)\N{RIGHT SINGLE QUOTATION MARK}(?!\\w)"
    '|"([^"]*)"'
)


_NAME = re.compile(r"(?!New\s)[A-Z][\w'\u2019]*\s[A-Z][\w'\u2019]*\s[a-z]")
"""A name of two words within a sentence (``Jane Few chairs``), and no heading with capitals."""
_CALLED = re.compile(
    r"(?!(?:Most|All|Few|Every|No|Many|Some|Both|More|Fewer|A)\b)"
    r"(?:[A-Z][\w'\u2019-]+\s)+(?:Street|Road|Lane|Avenue|Square|Place|Close|Court|Fund|Act|Press|"
    r"Trust|Society|Party|Studio|Agency|Forum|Foundation|Association|Office|House|Hall|School|"
    r"College|Club|War|Programme|Company|Limited|Bank|Award|Prize)\b"
    r"|\b[Tt]he\s(?:Half|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve)\s[A-Z][a-z]+"
)
"""Streets and bodies of more than one word, whatever number is part of their name."""
_ADDRESSED = re.compile(
    r"\b(?:thank\w*|grateful|gratitude)\b[^.!?;:]*"
    r"|\bwe\s(?:also\s)?(?:asked|invited|contacted|approached|wrote\sto)\s(?:all|every|each|both)\b",
    re.IGNORECASE,
)
"""Whom we thank and ask is not counted."""
_ONE_SAYS = re.compile(
    r"one\s(?:[\w'\u2019-]+\s){1,4}?(?:told|said|says|wrote|writes|put|puts|commented|comments|explained|"
    r"explains|added|adds|replied|remarked|described|describes|called|calls|summed)\b"
    r"[^.!?\u201c\"]{0,60}[\u201c\"]",
    re.IGNORECASE,
)
"""One person who is quoted is no count of them."""
_QUESTION = re.compile(r"[^.!?:;]++\?")


def typed_figures(
    text: str,
    nouns: Iterable[str] = (),
    exempt: Callable[[str], bool] | None = None,
    *,
    quantifiers: bool = True,
    words: bool = True,
    subjects: Iterable[str] = (),
    language: str = "",
) -> Iterator[Typed]:
    """The figures of a paragraph that look as if they were data, from left to right.

    `nouns` are what respondents and their units are called in the plural; ``all`` and ``few`` are
    figures in front of them, or where a sentence says something of them alone, and so are numbers
    in words up to ten. Dates, years,
    ordinals, labels (page 5, A4, COVID-19), times and addresses are passed over. `exempt` says of
    a quotation whether it is known to the letter, and so passed over; without it words such as
    ``most`` are within any quotation, numerals are not. A question states nothing by such words.
    Without `quantifiers` they are left alone: what tells of the method is full of them.
    Without `words` numerals and percentages are found, and what quantifies in the `language`.
    `subjects` are the labels of items, options and groups, which lead, trail and beat each other.
    """
    text = text.replace("\N{NON-BREAKING HYPHEN}", "-")
    found = _found(text, (*ANYBODY, *nouns), tuple(subjects), "" if words else language)
    if not found:
        return
    harmless = [match.span() for match in _HARMLESS.finditer(text)]
    quoted = [
        match.span()
        for match in _QUOTED.finditer(text)
        if exempt is None or exempt(quotation(match))
    ]
    passed = [match.span() for known in (_CALLED, _ADDRESSED) for match in known.finditer(text)]
    asked = [match.span() for match in _QUESTION.finditer(text)]
    for kind, start, end in found:
        if (
            kind not in ("number", "abroad", _FOREIGN)
            and not words
            and not any(map(str.isdigit, text[start:end]))
        ):
            continue
        if kind in ("quantifier", _FOREIGN) and (not quantifiers or inside(start, asked)):
            continue
        if kind == "words" and _ONE_SAYS.match(text, start):
            continue
        if kind != "number" and inside(start, passed):
            continue
        if kind == "quantifier" and _is_name(text, start):
            continue
        if kind in ("number", "percent", "words", "shape") and inside(start, harmless):
            continue
        soft = kind in ("quantifier", "fraction", "words", _FOREIGN)
        if (soft or exempt is not None) and inside(start, quoted):
            continue
        yield _valued(kind, start, text[start:end])


def quotations(text: str) -> Iterator[tuple[int, str]]:
    """Every quotation of a paragraph: where its words begin, and the words."""
    for match in _QUOTED.finditer(text):
        yield match.start() + 1, quotation(match)


def quotation(match: re.Match[str]) -> str:
    """The words between the marks."""
    return next((each for each in match.groups() if each is not None), "")


@lru_cache(maxsize=2048)  # a document is written up again once its pages are counted
def _found(
    text: str, nouns: tuple[str, ...], subjects: tuple[str, ...], language: str = ""
) -> tuple[Found, ...]:
    """What both patterns find from left to right; none starts within the one before it."""
    small = lowered(text)
    marked = marked_people(small, nouns)
    matches = list(figure_pattern(nouns).finditer(marked))
    if subjects:
        matches += _counted(subjects).finditer(small)
    if (theirs := abroad(language)) is not None:
        matches += theirs.finditer(small)
    found: list[Found] = []
    for match in sorted(matches, key=re.Match.start):
        kind = match.lastgroup or _FOREIGN
        known = kind not in _ENGLISH or not language or any(map(str.isdigit, match.group()))
        if known and (not found or match.start() >= found[-1][2]):
            found.append((kind, *match.span()))
    if language:
        return tuple(found)
    return tuple(weighed(found, marked, answering(nouns), goes_on=text[:1].islower()))


_FOREIGN = "foreign"
_ENGLISH = frozenset({"ratio", "fraction", "quantifier", "words"})
"""Kinds that are words of English alone."""


def lowered(text: str) -> str:
    """In small letters, sign by sign, so that places stay where they are.

    Patterns are several times as quick where the case of a letter is settled beforehand.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def marked_people(small: str, nouns: tuple[str, ...]) -> str:
    """Words for people written with a capital, which stands for all of them in the patterns.

    What a survey's own nouns are is written out in these; the many others would be a hundred times.
    """
    own = {form for noun in nouns for form in (noun.lower(), _one_of(noun.lower()))}
    return _PEOPLE.sub(lambda each: each[0] if each[0] in own else each[0].capitalize(), small)


@cache
def _counted(subjects: tuple[str, ...]) -> re.Pattern[str]:
    """What labels do to each other: apart, since every survey has its own.

    In a verbose pattern blanks say nothing, so those of labels are written as what they match.
    """
    called = "|".join(re.sub(r"\\?\s", r"\\s", re.escape(lowered(each))) for each in subjects)
    return re.compile(rf"(?P<quantifier>{comparing(called)})", re.VERBOSE)


@cache
def figure_pattern(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """What looks like data, where respondents and units are called these nouns.

    It is for texts in small letters in which people are marked.
    """
    own = _named(lowered(each) for each in nouns)
    named = answering(nouns)
    whose = r"(?:(?:of\s)?(?:the|our|these|those|all)\s)?(?:other\s)?"
    vulgar = "".join(VULGAR)
    return re.compile(
        rf"""
          (?P<percent>(?<![\w.])(?:[<>]\s?)?\d[\d,]*(?:\.\d+)?{_PER_CENT}|\b{_IN_WORDS}{_PER_CENT})
        | (?P<abroad>{_ABROAD})
        | (?P<ratio>\b(?:\d+|{_IN_WORDS})\s(?:times\s)?(?:in|out\sof)\s(?:every\s)?
            (?:\d+|{_WORD})\b(?!\s?%))
        | (?P<fraction>\b(?:\d+|{_WORD})[-\s](?:{_PARTS})\b
            |\b(?:a|an|one|another|further|other|remaining)[-\s](?:{_PART})\b(?!\s(?:{_NOT_PARTS})\b)
            |(?<!-)(?<!first\s)(?<!second\s)\bhalf\b(?!-|\san?\b|\s(?:hour|day|term|way|year|past|time|price|mast))
            | [{vulgar}])
        | (?P<shape>{_OFF}\d{{1,2}}{_TO}\d{{1,2}}
            (?=[-\s](?:ratio|majority|margin|split|odds|in\sfavour|against|lead)\b)
            |(?<=ratio\sof\s)\d+{_TO}\d+|(?<=ratio\sis\s)\d+{_TO}\d+
            |{_OFF}\d{{1,2}}\s?:\s?1(?![\d:/,.]\d|\d)|{_OFF}[1-8]/(?:[2-9]|10)(?![\w/]))
        | (?P<number>(?:(?<=\bover-)|(?<=\bunder-))\d+(?=s\b)
            |(?<![\w.,/-])[£$€]?\d[\d,]*(?:\.\d+)?(?:(?:k|m|mn|bn|x)\b)?(?![\w/]|[.,]\d))
        | (?P<quantifier>{quantifying(named, whose)})
        | (?P<words>
            \b(?:{_SMALL})\s{whose}(?:{own})\b
            |(?<!\bfor\s)\b(?!one\b)(?:{_SMALL})\s(?:(?:{VERBS})\b|of\s(?:the|our|them|these|those)\b)
            |\b(?!(?:{_SMALL})\b(?!\s(?:hundred|thousand|million)\b)|(?:hundred|thousand|million)\b){_IN_WORDS}\b)
        """,
        re.VERBOSE,
    )


def answering(nouns: Iterable[str]) -> str:
    """Who answers, in a text in small letters in which people are marked."""
    return rf"{_named(lowered(each) for each in nouns)}|{MARKED}"


def _named(nouns: Iterable[str]) -> str:
    """What respondents are called, several of them and one."""
    return "|".join(sorted({re.escape(form) for noun in nouns for form in (noun, _one_of(noun))}))


def _one_of(noun: str) -> str:
    """One of what a plural names, as far as English is regular."""
    if noun in _ONE:
        return _ONE[noun]
    if noun.endswith("ies"):
        return f"{noun.removesuffix('ies')}y"
    if noun.endswith("sses"):
        return noun.removesuffix("es")
    return noun.removesuffix("s") if noun.endswith("s") and not noun.endswith("ss") else noun


_PEOPLE = re.compile(rf"\b(?:{_named(PEOPLE.split('|'))}|{WHO_DO})\b")


def _is_name(text: str, at: int) -> bool:
    """Whether the word at a place is the second of a name."""
    return at > 0 and bool(_NAME.match(text, text.rfind(" ", 0, at - 1) + 1))


def _valued(kind: str, start: int, words: str) -> Typed:
    text = words.rstrip(",")
    end = start + len(text)
    found = None if kind in ("quantifier", _FOREIGN) else first_amount(text)
    if found is None:
        return Typed(start, end, text)
    if found.unit is Unit.NUMBER:
        return Typed(start, end, text, number=found.value)
    share = found.value if found.unit is not Unit.OF else found.value / found.whole
    return Typed(start, end, text, share=share)
