"""Values that an export declares to be missing, by what their labels say that respondents did.

Whoever kept a file marks all of them alike, so that means are not taken of 98. For a share of those
who answered they differ: “Don't know” is an answer that was given, “Refused” is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter.names import cleaned
from briefing.starter.ways_out import form_of, way_out
from briefing.survey.question import Meaning

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing.survey.export import Column, Value

_GAVE_NONE = re.compile(
    r"(?:no|non|without(?: an?)?) ?-?(?:answers?|repl(?:y|ies)|responses?|further mention)"
    r"(?: given| provided)?|nr|did not (?:answer|reply|respond)"
    r"|not (?:answered|stated|given|provided|recorded|ascertained|specified|available|codeable)"
    r"|none given|no data|refus(?:ed|al|es)(?: to (?:answer|say))?|left blank|blank|skipped"
    r"|(?:system |user )?missing(?: (?:value|data|answer))?s?"
    r"|seen,? (?:but )?(?:not answered|unanswered)"
    r"|invalid(?: answer)?|error|multiple answers|(?:spoil(?:ed|t)|illegible)(?: answer)?"
    r"|(?:keine|ohne) (?:angaben?|antwort)|k\.? ?a\.?|(?:antwort )?verweigert|fehlend(?:er wert)?"
    r"|sans réponse|pas de réponse|non[- ]réponse|refus(?: de répondre)?|n\.?r\.?|non précisé"
    r"|dim ateb|heb ateb|gwrthod(?:wyd)?(?: ateb)?|ni atebwyd",
    re.IGNORECASE,
)
"""Labels of what is no answer, though the question was put."""


def blanks(column: Column) -> frozenset[str]:
    """The cells of a column that hold no answer: declared missing, and not a way out of it."""
    return frozenset(
        cleaned(each.text)
        for each in column.values
        if each.not_asked or (each.missing and not _is_answer(each))
    )


def ways_out_of(column: Column) -> dict[str, str]:
    """By the cells of a column, the labels of its ways out that are declared missing."""
    return {
        cleaned(each.text): cleaned(each.label) or cleaned(each.text)
        for each in column.values
        if each.missing and not each.not_asked and _is_answer(each)
    }


def doubt_of(column: Column, cells: Collection[str]) -> str:
    """What is asked of the values in the cells whose labels do not tell what respondents did."""
    given = frozenset(cells)
    unsure = [
        f"“{cleaned(each.label) or each.text}”"
        for each in column.values
        if each.missing and not each.not_asked and cleaned(each.text) in given and _is_unsure(each)
    ]
    if not unsure:
        return ""
    which = " and ".join(unsure)
    return (
        f"the file declares {which} to be missing, and the label does not say why; such cells are "
        "blank and outside the base. Where it was an answer of the form, declare it not missing "
        "and draft again: was it?"
    )


def _is_answer(value: Value) -> bool:
    """Whether a value is one that the form offers to those who know no other answer."""
    if _GAVE_NONE.fullmatch(form_of(value.label)):
        return False
    return way_out(value.label) is Meaning.DONT_KNOW


def _is_unsure(value: Value) -> bool:
    return not (_is_answer(value) or _GAVE_NONE.fullmatch(form_of(value.label)))
