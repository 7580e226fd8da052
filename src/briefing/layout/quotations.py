"""The quotation marks of a language.

The pairs are those of the Unicode Common Locale Data Repository (characters, delimiters), checked
against the languages' own guides: Duden, rule 8 (de); Imprimerie nationale, «Guillemets» (fr);
Onze Taal, "Aanhalingstekens" (nl); Real Academia Española, «Comillas» (es); Accademia della Crusca,
«Virgolette» (it); Słownik języka polskiego PWN, „Cudzysłów” (pl).
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.signs import NARROW


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a language: what opens and closes a quotation, and one within it.

    `inside` stands between the outer marks and the words.
    """

    double: tuple[str, str]
    single: tuple[str, str]
    inside: str = ""


_HIGH = ("\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}")
_HIGH_SINGLE = ("\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}")
_ANGLES = (
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
)
_LOW = "\N{DOUBLE LOW-9 QUOTATION MARK}"

MARKS = {
    "en": Marks(_HIGH, _HIGH_SINGLE),
    "cy": Marks(_HIGH, _HIGH_SINGLE),
    "nl": Marks(_HIGH, _HIGH_SINGLE),
    "fr": Marks(_ANGLES, _HIGH, inside=NARROW),
    "es": Marks(_ANGLES, _HIGH),
    "it": Marks(_ANGLES, _HIGH),
    "de": Marks(
        (_LOW, "\N{LEFT DOUBLE QUOTATION MARK}"),
        ("\N{SINGLE LOW-9 QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}"),
    ),
    "pl": Marks((_LOW, "\N{RIGHT DOUBLE QUOTATION MARK}"), _ANGLES),
}
"""The marks by the first part of a language tag; a language that is not here has the English."""


def marks_of(language: str) -> Marks:
    """The marks of a language, a BCP 47 tag."""
    return MARKS.get(language.partition("-")[0].lower(), MARKS["en"])


OPENING = frozenset(mark for each in MARKS.values() for mark in (each.double[0], each.single[0]))
"""Marks that open a quotation in one language or another."""


def within(said: str, marks: Marks) -> str:
    """The words with what they quote in the marks of a quotation within another.

    A large mark or a pair stands for the outer ones. French, whose marks have white inside, repeats
    them; words that have both kinds stay as they are.
    """
    opening, closing = marks.double
    paired = said.count(opening) == said.count(closing) > 0
    if not paired or marks.inside or marks.single[0] in said:
        return said
    return said.translate(str.maketrans(opening + closing, "".join(marks.single)))
