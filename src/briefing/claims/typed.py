"""Figures typed into words without being bound or claimed, and the nearest figure of the data."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.quantities import Unit, first_amount
from briefing.claims.references import Figure
from briefing.claims.verdicts import told
from briefing.tables.model import Measure
from briefing.tables.printed import taken_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefing.tables.model import Table


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
_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred"
)
_IN_WORDS = rf"(?:{_WORD})(?:[-\s](?:{_WORD}))*"
_PER_CENT = r"(?:\s?%|[\s-]per[\s-]?cent\b|[\s-]percentage\b)"
_PARTS = "thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths|halves"
_PART = "third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half"
_NOT_PARTS = "part(?:y|ies)|person|time|sector|way|point|reason|option|place|year|page|edition"

_HARMLESS = re.compile(
    rf"""
      \b[\w.+-]+@[\w.-]+                                  # an address for mail
    | \b(?:https?://|www\.)\S+ | \b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|eu|info)\b(?:/\S*)?
    | \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s(?:{_MONTH}))?\s(?:to|and|[-\u2013])
      \s\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH})(?:\s\d{{4}})?   # 6 to 11 May
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH})(?:\s\d{{4}})?\b | \b(?:{_MONTH})\s\d{{4}}\b
    | (?<![\d,.])(?:19|20)\d\d(?!\d|,\d|\.\d|\s?%|\sper\s?cent)
      (?:[/\u2013-]\d\d(?:\d\d)?\b)?                     # years
    | \b\d{{1,2}}[:.]\d\d\s?(?:am|pm)\b | \b\d{{1,2}}:\d\d\b | \b\d{{1,2}}\s?(?:am|pm)\b
    | \b\d+(?:st|nd|rd|th)\b                              # ordinals
    | \b(?:[Pp]ages?|[Ss]lides?|[Ff]igures?|[Tt]ables?|[Ss]ections?|[Cc]hapters?|[Tt]hemes?
        |[Qq]uestions?|[Ss]teps?|[Pp]arts?|[Nn]otes?|[Aa]nnex|[Aa]ppendi(?:x|ces)|[Vv]ersion|no\.)
      \s\d+(?:\.\d+)*(?:(?:,|\sand|\sto|\sor|[\u2013-])\s?\d+)*\b   # labels
    | \b\w*[^\W\d_][\w.]*\d[\w/-]*                        # A4, Q2a, COVID19
    | \b[^\W\d_]+-\d[\w-]*                                # COVID-19, D-1
    | \b\d+(?:[-/]\d+)*[-/]?[^\W\d_]\w*                   # 2a, 5-point
    | \b\d+[/:]\d+\b                                      # 24/7, 16:9
    """,
    re.VERBOSE,
)

_FIGURES = re.compile(
    rf"""
      (?P<percent>(?<![\w.])(?:[<>]\s?)?\d[\d,]*(?:\.\d+)?{_PER_CENT}|\b{_IN_WORDS}{_PER_CENT})
    | (?P<ratio>\b(?:\d+|{_IN_WORDS})\s(?:in|out\sof)\s(?:every\s)?(?:\d+|{_WORD})\b(?!\s?%))
    | (?P<fraction>\b(?:\d+|{_WORD})[-\s](?:{_PARTS})\b
        |\b(?:a|an|one)[-\s](?:{_PART})\b(?!\s(?:{_NOT_PARTS})\b)
        |(?<!-)\bhalf\b(?!-|\san?\b|\s(?:hour|day|term|way|year)))
    | (?P<number>(?<![\w.,/-])[£$€]?\d[\d,]*(?:\.\d+)?(?![\w/]|[.,]\d))
    | (?P<quantifier>\bmost\b(?=\s(?:of\b|people|say|said|think|
        feel|felt|agree|disagree|are|were|have|do|did|know|believe|thought)|\s[^\W\d_]{{3,}}s\b(?<!ss))
        |\bmajorit(?:y|ies)\b|(?<!ethnic\s)\bminorit(?:y|ies)\b(?!\s(?:groups?|ethnic|communit|languages?))
        |\b(?:twice|double)\s(?:as|the)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED = re.compile(
    "\N{LEFT DOUBLE QUOTATION MARK}[^\N{RIGHT DOUBLE QUOTATION MARK}]*"
    "|\N{LEFT SINGLE QUOTATION MARK}.*?\N{RIGHT SINGLE QUOTATION MARK}(?!\\w)"
    '|"[^"]*"'
)


def typed_figures(text: str) -> Iterator[Typed]:
    """The figures of a paragraph that look as if they were data, from left to right.

    Dates, years, ordinals, labels (page 5, A4, COVID-19), times and addresses are passed over;
    words such as ``most`` within quotation marks too.
    """
    text = text.replace("\N{NON-BREAKING HYPHEN}", "-")
    harmless = [match.span() for match in _HARMLESS.finditer(text)]
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for match in _FIGURES.finditer(text):
        kind = match.lastgroup
        if kind in ("number", "percent") and _inside(match.start(), harmless):
            continue
        if kind in ("quantifier", "fraction") and _inside(match.start(), quoted):
            continue
        yield _valued(match)


def _inside(at: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _valued(match: re.Match[str]) -> Typed:
    text = match.group().rstrip(",")
    end = match.start() + len(text)
    found = None if match.lastgroup == "quantifier" else first_amount(text)
    if found is None:
        return Typed(match.start(), end, text)
    if found.unit is Unit.NUMBER:
        return Typed(match.start(), end, text, number=found.value)
    share = found.value if found.unit is not Unit.OF else found.value / found.whole
    return Typed(match.start(), end, text, share=share)


def nearest_figure(
    typed: Typed, tables: Iterable[Table], preferred: Collection[str] = ()
) -> Figure | None:
    """The figure of the data closest to a typed one; tables shown beside it win a tie."""
    best: tuple[Fraction, bool, Figure] | None = None
    for figure in _candidates(tables, shares=typed.share is not None):
        wanted = typed.share if typed.share is not None else typed.number
        if wanted is None:
            return None
        distance = abs(figure.value - wanted)
        far = figure.table not in preferred
        if best is None or (distance, far) < best[:2]:
            best = (distance, far, figure)
    return best[2] if best else None


def remedy(typed: Typed, figure: Figure | None) -> str:
    """What the author of a typed figure can write instead."""
    declare = f"or declare it: [{typed.text}]{{.literal}}"
    if figure is None:
        return f"prove it: [{typed.text}]{{claim=…}}, {declare}"
    reference = f"{figure.reference}.{figure.kind}"
    claim = figure.reference if figure.kind == "pct" else reference
    return (
        f"nearest in the data: {told(figure)}; bind it: {{{{ {reference} }}}}, "
        f"or prove it: [{typed.text}]{{claim={claim}}}, {declare}"
    )


def _candidates(tables: Iterable[Table], *, shares: bool) -> Iterator[Figure]:
    for table in tables:
        for row, column, cell in table:
            head, base = table.columns[column], table.bases[row].n
            if cell.value is None or cell.symbol:
                continue
            path = table.path(row, column)
            if shares and head.measure is Measure.SHARE:
                yield Figure(table.id, path, "pct", cell.value, head.label, cell.count, base)
            elif not shares and head.measure is not Measure.SHARE:
                figure = Figure(table.id, path, "count", cell.value, head.label, cell.count, base)
                yield replace(figure, kind=taken_of(head.measure), decimals=head.decimals)
            elif not shares and cell.count is not None:
                count = Fraction(cell.count)
                yield Figure(table.id, path, "count", count, head.label, cell.count, base)
        if not shares and table.one_base and table.bases:
            whole = Fraction(table.base.n)
            yield Figure(table.id, "", "base", whole, table.title, base=table.base.n)
