"""Another answer or item that is quoted by its label beside a figure is an error of both names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.whole.sentences import checked
from tests.whole.town import make

if TYPE_CHECKING:
    from collections.abc import Mapping

FALSE = [
    "{{ safe.strongly.pct }} answer \u201cTend to agree\u201d.",
    "{{ safe.agree.pct }} answer \u201cDisagree\u201d.",
    "{{ travel.bus.pct }} choose \u201cOn foot\u201d.",
    "\u201cParks\u201d: {{ services.roads.agree.pct }}.",
    "{{ services.parks.agree.pct }} agree with \u201cRoads\u201d.",
    "[Over a tenth]{claim=travel.bus} choose \u201cBicycle\u201d.",
]
TRUE = [
    "{{ safe.strongly.pct }} answer \u201cStrongly agree\u201d.",
    "{{ safe.agree.pct }} answer \u201cStrongly agree\u201d or \u201cTend to agree\u201d.",
    "{{ travel.bus.pct }} choose \u201cBus\u201d.",
    "\u201cRoads\u201d: {{ services.roads.agree.pct }}.",
    "{{ travel.bus.pct }} choose \u201cBus\u201d and {{ travel.foot.pct }} \u201cOn foot\u201d.",
    "\u201cBus\u201d has {{ travel.bus.pct }} and \u201cOn foot\u201d {{ travel.foot.pct }}.",
    "{{ services.parks.agree.pct }} agree, and \u201cRoads\u201d are another thing.",
]


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    return checked(make(tmp_path_factory.mktemp("home"), ""), [*FALSE, *TRUE])


@pytest.mark.parametrize("sentence", FALSE)
def test_a_quoted_label_is_that_of_the_figure(
    faults: Mapping[str, list[str]], sentence: str
) -> None:
    assert any("is another than" in each for each in faults[sentence])


@pytest.mark.parametrize("sentence", TRUE)
def test_its_own_and_what_it_is_set_beside_are_left_alone(
    faults: Mapping[str, list[str]], sentence: str
) -> None:
    assert not faults[sentence]
