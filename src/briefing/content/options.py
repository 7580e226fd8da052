"""What stands behind an option, read as the type of its field: numbers, parts, yes or no."""

from __future__ import annotations

import ast
import re
from functools import partial
from typing import TYPE_CHECKING, Any

from briefing.claims.naming import meant

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def reader_of(kind: str) -> Callable[[str], Any] | None:
    """What reads an option whose field is of a type, by the type's name; None where it is words.

    Of what is no value of the type it raises `ValueError` with what to write instead.
    """
    if kind.startswith("Literal["):
        choices = ast.literal_eval(kind.removeprefix("Literal"))
        return partial(_one_of, [choices] if isinstance(choices, str) else list(choices))
    return partial(_read, *_READERS[kind]) if kind in _READERS else None


def _read(read: Callable[[str], Any], remedy: str, value: str) -> Any:
    try:
        return read(value)
    except ValueError as fault:
        raise ValueError(remedy) from fault


def _flag(value: str) -> bool:
    if value.lower() in _YES:
        return True
    if value.lower() in _NO:
        return False
    raise ValueError(value)


_YES, _NO = frozenset({"yes", "true", "on"}), frozenset({"no", "false", "off"})


def _part(value: str) -> float:
    match = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)\s?%", value)
    part = float(match[1]) / 100 if match else 0.0
    if not _LEAST_PART <= part <= 1:
        raise ValueError(value)
    return part


_LEAST_PART = 0.05


def _one_of(known: Sequence[str], value: str) -> str:
    if value not in known:
        raise ValueError(meant(value, known, "values"))
    return value


_READERS: dict[str, tuple[Callable[[str], Any], str]] = {
    "int": (int, "write a whole number"),
    "int | None": (int, "write a whole number"),
    "float": (float, "write a number"),
    "Percent": (_part, "write a percentage from 5% to 100%"),
    "bool": (_flag, "write yes or no"),
}
"""By the names of types: what reads them, and what to write."""
