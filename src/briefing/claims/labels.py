"""The label of a group beside its figure: ``Under 40: 64 per cent``, ``64 per cent (under 40)``."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure


def label_before(before: str, figures: Sequence[Figure]) -> tuple[int, int] | None:
    """Where the words right in front of figures are the label of the group that these are of."""
    found = _pattern(_own(figures))[0].search(before)
    return found.span("label") if found else None


def label_behind(behind: str, figures: Sequence[Figure]) -> tuple[int, int] | None:
    """Where the words in brackets right behind figures are the label of their group."""
    found = _pattern(_own(figures))[1].match(behind)
    return found.span("label") if found else None


def _own(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The label of the one group that all figures are of; nothing where they are of several."""
    rows = {each.row for each in figures if each.group and each.row and each.less is None}
    one = len(rows) == 1 and all(each.group for each in figures)
    return tuple(rows) if one else ()


@cache
def _pattern(own: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = "|".join(r"\s".join(map(re.escape, each.split())) for each in own) or r"(?!)"
    starts = r"(?:^|[.!?;,\n]\s?|\b(?:and|but|against)\s)(?:aged\s)?"
    front = rf"{starts}(?P<label>{names})(?:\s?:|\s[\N{{EN DASH}}\N{{EM DASH}}]|\s\()\s?$"
    back = rf"\s\((?:of\s|among\s|aged\s)?(?P<label>{names})\)"
    return re.compile(front, re.IGNORECASE), re.compile(back, re.IGNORECASE)
