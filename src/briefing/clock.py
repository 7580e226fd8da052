"""The one place where time enters: what files are dated by, and on which day a project is begun.

With ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) the same input gives the same bytes.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, time

VARIABLE = "SOURCE_DATE_EPOCH"


class NoMomentError(Exception):
    """``SOURCE_DATE_EPOCH`` is set and names no moment: the message says what it must be."""


def moment_of(published: date) -> datetime:
    """When files say that they were made, in UTC: as the day begins on which they are published.

    Raises `NoMomentError`.
    """
    return _stated() or datetime.combine(published, time(), UTC)


def this_day() -> date:
    """The day on which a project is begun. Raises `NoMomentError`."""
    return (_stated() or datetime.now(UTC)).date()


def _stated() -> datetime | None:
    """The moment of the environment: seconds since 1970 began."""
    seconds = os.environ.get(VARIABLE)
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise NoMomentError(
            f"{VARIABLE} must be whole seconds since 1970, not {seconds!r}"
        ) from None
