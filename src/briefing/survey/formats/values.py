"""Typed values of files as text: whole numbers without a point, dates as ISO 8601 writes them."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from numbers import Integral, Real
from typing import Any


def text_of(value: Any) -> str:
    """How a cell reads: ``3`` for 3.0, ``2024-05-01`` for a day, nothing for a value that is none.

    A float that is no whole number has its shortest exact form.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, bool):
        return "yes" if value else "no"
    for kind, written in _WRITTEN:
        if isinstance(value, kind):
            return str(written(value))
    return str(value)


def _number(value: Any) -> str:
    number = float(value)
    if math.isnan(number):
        return ""
    return str(int(number)) if number.is_integer() else repr(number)


def _moment(value: datetime) -> str:
    if value != value:  # noqa: PLR0124 - a date that is none is not equal to itself
        return ""
    if value.time() == time():
        return value.date().isoformat()
    return value.replace(microsecond=0, tzinfo=None).isoformat(" ")


_WRITTEN: tuple[tuple[type, Any], ...] = (
    (Integral, lambda value: str(int(value))),
    (Real, _number),
    (datetime, _moment),
    (date, date.isoformat),
    (time, time.isoformat),
    (timedelta, str),
)
