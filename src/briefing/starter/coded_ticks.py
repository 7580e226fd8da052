"""Options of a question whose columns hold codes without labels: 1 is ticked, 0 or 2 is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter.ways_out import NO_ANSWERS
from briefing.survey.export import Holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field

_TICKED = "1"
_UNTICKED = ({"0"}, {"2"})


def by_codes(fields: Sequence[Field]) -> list[Field]:
    """The fields with ticks for their codes, if they can be nothing else; else as they are.

    Two codes that nobody labelled are no scale. That 1 is the tick is custom, not knowledge, so it
    is asked; codes of no answer beside the two are left blank.
    """
    bare = all(not each.declared and each.holds is Holds.UNKNOWN for each in fields)
    codes = {cell for each in fields for cell in each.given}
    numbers = all(each.isdecimal() for each in codes)
    if not bare or len(fields) < 2 or not numbers or _TICKED not in codes:  # noqa: PLR2004 - a choice
        return list(fields)
    out = {each for each in codes if int(each) in NO_ANSWERS}
    unticked = codes - out - {_TICKED}
    if unticked not in _UNTICKED or (unticked == {"0"} and not out):
        return list(fields)
    doubt = f"1 is taken for ticked and {min(unticked)} for not ticked"
    if out:
        doubt += f", {' and '.join(sorted(out, key=int))} for no answer"
    ticks = [
        replace(each, cells=tuple(_TICKED if cell == _TICKED else "" for cell in each.cells))
        for each in fields
    ]
    asked = f"{doubt}: the export has no labels for them, is that so?"
    return [replace(ticks[0], doubt="; ".join(filter(None, (ticks[0].doubt, asked)))), *ticks[1:]]
