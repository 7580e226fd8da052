"""What all tests may ask for: the brands of the repository, and the switch for goldens."""

from __future__ import annotations

import gc
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from briefing.brand.model import Look
from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from tests.trials import SOAK

if TYPE_CHECKING:
    from briefing.brand.model import Brand
    from tests.laid import LayOut

ROOT = Path(__file__).parents[1]

settings.register_profile("briefing", deadline=None, derandomize=not SOAK)
settings.load_profile("briefing")


def pytest_configure() -> None:
    """Look for cycles less often: builds make few, and searching takes a quarter of their time.

    Nor do the commands that tests run start threads of linear algebra, which wait for each other.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the goldens")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture(scope="session")
def civic() -> Brand:
    diagnostics = Diagnostics()
    brand = read_brand(ROOT / "styles" / "civic", diagnostics)
    assert brand is not None, "\n".join(str(each) for each in diagnostics)
    return brand


@pytest.fixture(scope="session")
def heritage() -> Brand:
    diagnostics = Diagnostics()
    brand = read_brand(ROOT / "styles" / "heritage", diagnostics)
    assert brand is not None, "\n".join(str(each) for each in diagnostics)
    return brand


@pytest.fixture(scope="session")
def look(civic: Brand) -> Look:
    return Look(civic, civic.formats["a4"], civic.schemes["paper"])


@pytest.fixture(scope="session")
def lay(tmp_path_factory: pytest.TempPathFactory) -> LayOut:
    """What lays a survey of the repository out in a brand, each but once in a worker."""
    from tests.laid import laid  # noqa: PLC0415 - it needs what stands here

    folder = tmp_path_factory.mktemp("laid")
    return cache(lambda project, brand: laid(project, brand, folder))
