"""What the judges' own tests share: sound files, and the word with which an absent judge is met."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.build import build
from briefing.pipeline.work import Order
from tests.judges.tools import absence, are_required
from tests.whole.small import make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.judges.finding import Judge


@pytest.fixture(scope="session")
def present() -> Callable[[Judge], Judge]:
    """The judge, if it is installed; else the test is skipped, or fails where it must not be."""

    def summon(judge: Judge) -> Judge:
        words = absence(judge.needs)
        if words and are_required():
            pytest.fail(words)
        if words:
            pytest.skip(words)
        return judge

    return summon


@pytest.fixture(scope="session")
def society(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the smallest project's files: a leaflet and slides."""
    folder = tmp_path_factory.mktemp("society")
    build(Order(make(folder), folder / "out"))
    return folder / "out"


@pytest.fixture
def leaflet(society: Path) -> Path:
    return society / "leaflet-screen.pdf"
