"""Negative codes behind numbers that cannot be negative, as survey programs write no answer.

An export without labels has -9 where a question was skipped (conventions, 1.1). As a number it
would pull every mean down; as an answer it would stand beside those of the form.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.names import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field

_NO_ANSWER = frozenset({"-7", "-9", "-77", "-97", "-99", "-777", "-997", "-999"})
"""Refused, no answer, seen and not answered."""
_DONT_KNOW = frozenset({"-8", "-88", "-98", "-888", "-998"})
_NOT_ASKED = "-1"
_CODES = _NO_ANSWER | _DONT_KNOW | {_NOT_ASKED}
_FEW = 3
"""Behind fewer different answers -1 may be one of them: down, level and up."""


def without_negative_codes(own: Field, unknowing: str) -> Field:
    """The field with blanks and don't know in the place of their codes, and what is asked of them.

    `unknowing` is what don't know is called. A column with any other negative number holds amounts,
    and is left as it is.
    """
    codes = _codes(own)
    if not codes:
        return own
    shown = {each: unknowing if look.whole(each) in _DONT_KNOW else "" for each in codes}
    doubts = (own.doubt, _doubt(list(dict.fromkeys(map(look.whole, codes)))))
    return replace(
        own,
        cells=tuple(shown.get(each, each) for each in own.cells),
        doubt="; ".join(filter(None, doubts)),
    )


def _codes(own: Field) -> list[str]:
    """The cells that are such codes, each once, from the highest down."""
    known = set(own.given) - set(own.declared)
    negative = {each for each in known if (look.number(each) or 0) < 0}
    written = {look.whole(each) for each in negative}
    others = known - negative
    if not others or not written <= _CODES:
        return []
    if _NOT_ASKED in written and (len(others) < _FEW or others & {"0", "0.0"}):
        return []
    return sorted(negative, key=float, reverse=True)


def _doubt(codes: Sequence[str]) -> str:
    """What is asked of the codes that were found."""
    blank = [each for each in codes if each not in _DONT_KNOW]
    unknowing = [each for each in codes if each in _DONT_KNOW]
    taken = []
    if blank:
        taken.append(f"{_are(blank)} taken for no answer and left blank, outside the base")
    if unknowing:
        taken.append(f"{_are(unknowing)} taken for don't know, which counts as an answer")
    return f"{', and '.join(taken)}: is that so?"


def _are(codes: Sequence[str]) -> str:
    return f"{listed(codes)} {'is' if len(codes) == 1 else 'are'}"
