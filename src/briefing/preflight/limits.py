"""The limits that preflight measures by: one table, each with its unit and where it comes from.

The defaults are those usual for sheet-fed offset. A printer who works by others writes them into a
TOML file, ``--limits FILE``: one key a limit, by the names below.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass, field, fields
from typing import Any, Final

from briefing.profiles import PRESS

USUAL = "usual for sheet-fed offset; the text of GWG 2015 could not be read"
"""The source of what the Ghent Workgroup names, as far as we know it."""

TOLD = "as others tell it of GWG 2015, whose text could not be read"

OURS = "our own choice, usual in offset printing; no source"


def _limit(value: float | None, unit: str, means: str, source: str) -> Any:
    """One limit with what a reader of the table needs to know."""
    return field(default=value, metadata={"unit": unit, "means": means, "source": source})


@dataclass(frozen=True, slots=True)
class Limits:
    """Every limit; `source` tells where one comes from, or that its source could not be read."""

    picture_warning: float = _limit(225, "ppi", "pictures below it are a warning", USUAL)
    picture_error: float = _limit(150, "ppi", "pictures below it are an error", USUAL)
    one_bit_warning: float = _limit(800, "ppi", "one-bit pictures below it are a warning", USUAL)
    one_bit_error: float = _limit(550, "ppi", "one-bit pictures below it are an error", USUAL)
    line: float = _limit(0.25, "pt", "thinner lines are an error", USUAL)
    reversed_text: float = _limit(7, "pt", "smaller words in white on inks are a warning", USUAL)
    coloured_text: float = _limit(
        9, "pt", "smaller words in three or four inks are a warning", OURS
    )
    black_text: float = _limit(
        PRESS.black_words, "pt", "smaller black words that knock out are a warning", TOLD
    )
    black_line: float = _limit(
        PRESS.black_lines, "pt", "thinner black lines that knock out are a warning", TOLD
    )
    rich_black_text: float = _limit(
        18, "pt", "smaller words in black and other inks are a warning", OURS
    )
    ink: float | None = _limit(
        None,
        "%",
        "more ink in one place is an error",
        "the most that the embedded profile of the printing condition itself lays",
    )
    ink_area: float = _limit(15, "mm²", "smaller areas may have more ink", USUAL)
    bleed: float = _limit(3, "mm", "less bleed is an error", OURS)
    safe: float = _limit(3, "mm", "words nearer to the trim are a warning", OURS)

    def source(self, name: str) -> str:
        """Where a limit comes from."""
        return next(str(each.metadata["source"]) for each in fields(self) if each.name == name)


INK_WITHOUT_PROFILE: Final = 300.0
"""The ink total in per cent where no profile says one: what coated paper takes with ease."""


class BadLimitsError(ValueError):
    """A file of limits that cannot be used, and why."""


def read_limits(text: str) -> Limits:
    """Limits from TOML; what it does not name keeps its default. Raises `BadLimitsError`."""
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadLimitsError(f"it is not TOML: {fault}") from fault
    known = {each.name: each for each in fields(Limits)}
    for name, value in given.items():
        if name not in known:
            raise BadLimitsError(f"there is no limit {name!r}; there are {', '.join(known)}")
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or not math.isfinite(value) or value < 0:
            raise BadLimitsError(f"{name} must be a number of {known[name].metadata['unit']}")
    return Limits(**{name: float(value) for name, value in given.items()})
