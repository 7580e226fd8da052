"""Numbers, matrices and rectangles as files write them, read without trust (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from math import sqrt
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject

from briefing.preflight.painted import IDENTITY, Bounds, Matrix
from briefing.reading import entry, number_of, resolved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pypdf.generic import DictionaryObject

HUGE = 1e9
"""Points beyond which nothing is a place on a page."""

NUMBER = re.compile(rb"[-+]?(?:\d+\.?\d*|\.\d+)")
COMMENT = re.compile(rb"%[^\r\n]*")
NAME = re.compile(rb"/([^\s()<>\[\]{}/%]+)")


def numbers(operands: bytes) -> list[float]:
    """The numbers among operands; none at all where one is beyond all measure."""
    try:
        values = [float(each) for each in operands.split()]
    except ValueError:
        plain = NAME.sub(b" ", COMMENT.sub(b"", operands))
        values = [float(each) for each in NUMBER.findall(plain)]
    return values if all(-HUGE < each < HUGE for each in values) else []


def bounds_of(holder: object, key: str) -> Bounds | None:
    """A rectangle of a dictionary, its corners in order; None where there is none to be read."""
    array = entry(holder, key, ArrayObject)
    values = [number_or(each, float("nan")) for each in array or ()]
    if len(values) != 4 or not all(-HUGE < each < HUGE for each in values):  # noqa: PLR2004
        return None
    one, two, three, four = values
    return Bounds(min(one, three), min(two, four), max(one, three), max(two, four))


def id_of(held: DictionaryObject) -> int:
    """The number of an object, as far as it has one."""
    return number_of(held.indirect_reference) or -1


def number_or(value: object, otherwise: float) -> float:
    """A number of a file; what is none counts as `otherwise`."""
    try:
        return float(resolved(value))  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return otherwise


def matrix(values: Sequence[float]) -> Matrix:
    """Six numbers as a matrix."""
    a, b, c, d, e, f = values
    return a, b, c, d, e, f


def matrix_of(holder: DictionaryObject, key: str) -> Matrix:
    """A matrix of a dictionary; without one the matrix that changes nothing."""
    array = entry(holder, key, ArrayObject)
    values = [number_or(each, 0.0) for each in array or ()]
    return matrix(values) if len(values) == 6 else IDENTITY  # noqa: PLR2004 - a matrix


def scale(matrix: Matrix) -> float:
    """How many times larger a matrix makes things, in the mean of all directions."""
    return sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
