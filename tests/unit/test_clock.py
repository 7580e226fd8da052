"""By which moment files are dated: that of the environment, else the day of publication."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from briefing.clock import VARIABLE, NoMomentError, moment_of, this_day

PUBLISHED = date(2017, 7, 1)


def test_without_a_moment_files_are_dated_by_their_publication(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert moment_of(PUBLISHED) == datetime(2017, 7, 1, tzinfo=UTC)


def test_the_moment_of_the_environment_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "1000000000")
    assert moment_of(PUBLISHED) == datetime(2001, 9, 9, 1, 46, 40, tzinfo=UTC)
    assert this_day() == date(2001, 9, 9)


@pytest.mark.parametrize("seconds", ["yesterday", "1e9", "9" * 30])
def test_what_is_no_moment_is_told(seconds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, seconds)
    with pytest.raises(NoMomentError, match=f"whole seconds since 1970, not '{seconds}'"):
        moment_of(PUBLISHED)
