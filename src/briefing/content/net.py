"""The net over the prose: figures that nothing proves, quotations that nobody wrote.

Shares of so few that they are to be told in counts are caught in it too.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefing.claims.bounds import groups_with_bounds
from briefing.claims.figures import MARGIN, MEASURED
from briefing.claims.formats import is_spelt
from briefing.claims.nearest import nearest_figure, remedy
from briefing.claims.typed import quotations, typed_figures
from briefing.content.sentences import sentence_around, sentence_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.claims.figures import Figure
    from briefing.content.words import Writer
    from briefing.diagnostics import Source
    from briefing.drawing import Number
    from briefing.layout.text import Span

    Origins = Sequence[Source | None]
    """For each sign of a text where an author typed it; None where it is bound or declared."""
    Averages = Sequence[tuple[int, int, re.Pattern[str]]]
    """Where sentences stand that print an average, and what it may be called in them."""


def check_figures(
    text: str,
    origins: Origins,
    writer: Writer,
    shown: frozenset[str],
    averages: Averages = (),
) -> None:
    """Report the figures of a text that nothing proves, with the nearest of the data.

    `shown` are the tables that stand on the same page; figures of theirs are the nearest first.
    `averages` are the sentences that print a mean or a median, which may call it so.
    """
    report = writer.diagnostics.error if writer.strict else writer.diagnostics.warning
    evidence = writer.evidence
    known = evidence.quotable.known
    english = is_spelt(writer.language)
    for typed in typed_figures(
        text,
        evidence.nouns,
        known,
        quantifiers=writer.quantifiers,
        words=english,
        subjects=evidence.subjects,
        language=writer.language,
    ):
        if any(
            start <= typed.start < end and said.search(typed.text) for start, end, said in averages
        ):
            continue
        own = [at for at in range(typed.start, typed.end) if origins[at] is not None]
        covered = len(own) < typed.end - typed.start
        if not own or (covered and not any(text[at].isdigit() for at in own)):
            continue
        sentence = sentence_around(text, typed.start, typed.end)
        figure = nearest_figure(typed, evidence.tables.values(), shown, sentence)
        around = text[: typed.start], text[typed.end :]
        groups = groups_with_bounds(*around, evidence.whom.breaks) if typed.number else ()
        report(
            "unbound-figure",
            f"nothing proves the figure '{typed.text}'",
            origins[own[0]],
            remedy(typed, figure, groups),
        )


_MEAN = re.compile(r"\b(?:average|mean|typical)\b", re.IGNORECASE)
_MEDIAN = re.compile(r"\b(?:median|typical)\b", re.IGNORECASE)


def check_share(figure: Figure, writer: Writer, where: Source) -> None:
    """Report a share of themes of so few comments that its figure is a count (conventions, 1.12).

    The words of a claim (``most of those who commented``) are proven like any other.
    """
    if not figure.told_in_counts or figure.kind not in ("pct", "points"):
        return
    report = writer.diagnostics.error if writer.strict else writer.diagnostics.warning
    few = f"{figure.base} who commented"
    whole = f"of {{{{ {figure.table}.base }}}}"
    if figure.less is not None:
        whole = f"and {{{{ {figure.less.reference}.count }}}}"
    counts = f"{{{{ {figure.table}.{figure.cell}.count }}}} {whole}"
    report(
        "share-of-few",
        f"'{figure.binding}' is a share of {few}: of so few the figure is a count",
        where,
        f"write {counts}, as charts do; percent_from = {figure.base} in "
        f"[questions.{figure.table}] has percentages of so many",
    )


def averages_of(
    text: str, spans: Sequence[Span], starts: Sequence[int | None]
) -> Iterator[tuple[int, int, re.Pattern[str]]]:
    """The sentences of a text that print a mean or a median, and what they may call it."""
    for span, at in zip(spans, starts, strict=True):
        printed = span.number or span.claim
        said = _called(printed) if printed else None
        if said is not None and at is not None:
            yield (*sentence_span(text, at, at + len(span.text)), said)


def _called(number: Number) -> re.Pattern[str] | None:
    """What a printed mean or median may be called beside it."""
    if number.kind not in MEASURED or number.kind == MARGIN:
        return None
    return _MEDIAN if number.cell.endswith("median") else _MEAN


def check_quotations(text: str, origins: Origins, writer: Writer) -> None:
    """Report what is quoted without consent, or not to the letter."""
    quotable = writer.evidence.quotable
    for at, words in quotations(text) if quotable.comments else ():
        where = next((each for each in origins[at : at + len(words)] if each), None)
        if where is None:
            continue
        source, near = quotable.source(words), quotable.misquoted(words)
        printed = quotable.known(words)  # a label that somebody also wrote is no quotation
        if source is not None and not printed and len(words.split()) > 1:
            writer.diagnostics.error(
                "no-consent",
                f"{source.id} may not be quoted: its author did not consent",
                where,
                "quote another, or say it in your own words",
            )
        elif near is not None:
            writer.diagnostics.error(
                "misquoted",
                f"this is not what {near.id} says, to the letter",
                where,
                f"it says: {near.text}; [\N{HORIZONTAL ELLIPSIS}] marks what you leave out",
            )
        elif not printed and len(words.split()) > 1 and said_by_some(text[: at - 1], writer):
            writer.diagnostics.error(
                "misquoted",
                f"no comment says '{words}', to the letter",
                where,
                "quote what one says, say it in your own words without the marks, or declare what "
                "is no comment: [\N{LEFT DOUBLE QUOTATION MARK}…\N{RIGHT DOUBLE QUOTATION MARK}]"
                "{.literal}",
            )


def said_by_some(before: str, writer: Writer) -> bool:
    """Whether the sentence in front of a quotation says that respondents said so."""
    return _saying(writer.evidence.nouns).search(re.split(r"[.!?]\s", before)[-1]) is not None


@cache
def _saying(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Somebody of those who were asked says something."""
    who = "|".join(map(re.escape, (*nouns, *(each.removesuffix("s") for each in nouns))))
    return re.compile(
        rf"\b(?:respondents?|people|person|another|others|some|several|many|{who})\b[^:\u201c\"]{{0,60}}?"
        r"\b(?:said|says|say|told|wrote|writes|write|put\sit|commented|comments?|described?s?|call(?:s|ed)?|"
        r"complain(?:s|ed)?|added|adds|replied|explain(?:s|ed)?|remark(?:s|ed)?|spoke\sof|speaks?\sof|"
        r"answered|summed)\b[^\u201c\"]{0,50}$",
        re.IGNORECASE,
    )
