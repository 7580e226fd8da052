"""The net over the prose: figures that nothing proves, quotations that nobody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.claims.formats import is_spelt
from briefing.claims.nearest import nearest_figure, remedy
from briefing.claims.typed import quotations, typed_figures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.content.words import Writer
    from briefing.diagnostics import Source

    Origins = Sequence[Source | None]
    """For each sign of a text where an author typed it; None where it is bound or declared."""


def check_figures(text: str, origins: Origins, writer: Writer, shown: frozenset[str]) -> None:
    """Report the figures of a text that nothing proves, with the nearest of the data.

    `shown` are the tables that stand on the same page; figures of theirs are the nearest first.
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
    ):
        own = [at for at in range(typed.start, typed.end) if origins[at] is not None]
        covered = len(own) < typed.end - typed.start
        if not own or (covered and not any(text[at].isdigit() for at in own)):
            continue
        figure = nearest_figure(typed, evidence.tables.values(), shown)
        report(
            "unbound-figure",
            f"nothing proves the figure '{typed.text}'",
            origins[own[0]],
            remedy(typed, figure),
        )


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
