"""What a binding prints: a figure, a fact or the number of a page, in the language around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.claims.formats import SIGN, SPELT, is_spelt, language_of, number, written
from briefing.claims.naming import WrongReferenceError
from briefing.claims.references import resolve
from briefing.content.anchors import page_label
from briefing.content.net import check_share
from briefing.wording import ENTRIES, apart, catalogue, speak, wording

if TYPE_CHECKING:
    from briefing.claims.figures import Figure
    from briefing.content.elements import Binding
    from briefing.content.hedges import Hedges
    from briefing.content.words import Writer
    from briefing.diagnostics import Diagnostics, Source
    from briefing.drawing import Number

_UNKNOWN = "[?]"
"""Stands where a value is missing, until the fault is mended."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands in front of a binding."""

    text: str
    language: str
    """That of the words around, where it is not the document's."""
    typed: bool
    """Whether an author typed it, so that it may hedge the figure."""
    opens: bool
    """Whether the figure is the first word of a sentence, or stands alone: words have a capital."""
    starts: bool
    """Whether it begins a sentence, so that a numeral is written in words."""
    large: bool
    """Whether the figure is set large: in numerals, with the sign."""


def value_of(
    binding: Binding, lead: Lead, writer: Writer, hedges: Hedges
) -> tuple[str, Number | None, str]:
    """What a binding prints, the number that it is, and its language if that is another one.

    What cannot be resolved is reported, and printed as `[?]`.
    """
    expression = binding.expression
    if expression in writer.evidence.facts:
        return writer.evidence.facts[expression], None, _language_of(expression)
    root, _, rest = expression.partition(".")
    if root == "page":
        return page_label(rest, binding.where, writer) or _UNKNOWN, None, ""
    try:
        figures = resolve(expression, writer.evidence.tables)
        if len(figures) > 1:
            raise WrongReferenceError(  # noqa: TRY301 - one report for all that can be wrong
                "several-figures",
                f"'{expression}' names {len(figures)} cells",
                "bind one of them",
            )
    except WrongReferenceError as fault:
        _report(fault, binding.where, writer)
        return _UNKNOWN, None, ""
    _check_spelling(figures[0], lead.language or writer.language, binding.where, writer.diagnostics)
    check_share(figures[0], writer, binding.where)
    percent = SIGN if lead.large else writer.percent
    starts = lead.opens if figures[0].form in SPELT else lead.starts
    text, language = _written_in(lead.language, figures[0], percent, starts)
    hedges.figure(lead.text, figures[0], text, binding.where, typed=lead.typed)
    return text, number(figures[0], text, binding.where), language


def _check_spelling(figure: Figure, language: str, where: Source, diagnostics: Diagnostics) -> None:
    """Report a figure that is to be spelt out where no words for it are known."""
    if figure.form in SPELT and not is_spelt(language):
        diagnostics.error(
            "figure-in-words",
            f"'.{figure.form}' writes English words, and these are in '{language}'",
            where,
            "take the form away, or write the words yourself:"
            f" [your words]{{.literal}} for {figure.reference}",
        )


def _language_of(fact: str) -> str:
    """The language of a fact of the engine's own words, where they are not in the document's."""
    return wording().spoken(*_STANDINGS) if fact.endswith(".standing") else ""


_STANDINGS = tuple(name for name in ENTRIES if name.startswith("standing_"))


@apart
def _written_in(
    within: str,
    figure: Figure,
    percent: str,
    starts: bool,  # noqa: FBT001 - as `apart` hands it on
) -> tuple[str, str]:
    """A figure as words of a language have it, and its own language where it is another one.

    The document's words have none of their own to be `within`.
    """
    if within and within != wording().language:
        speak(catalogue(within))
    return written(figure, percent, starts_sentence=starts), language_of(figure)


def _report(fault: WrongReferenceError, where: Source, writer: Writer) -> None:
    hint = fault.hint
    if fault.code == "unknown-table" and (facts := writer.evidence.facts):
        named = [each for each in facts if not each.endswith(".standing")]
        hint += f"; the facts are {', '.join(named)}"
    writer.diagnostics.error(fault.code, fault.message, where, hint)
