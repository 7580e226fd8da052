"""What a sentence says its figures of is proved from end to end: every group, some people alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.whole.sentences import checked
from tests.whole.town import make

if TYPE_CHECKING:
    from collections.abc import Mapping

FALSE = [
    "In every ward, {{ safe.agree.pct }} agree.",
    'In each of the three age groups, [most]{claim="main_safe_by_age.*.agree"} agree.',
    "For every service, {{ services.parks.agree.pct }} agree.",
    "{{ services.parks.agree.pct }} see good work in every service.",
    "{{ safe.agree.pct }} agree, whatever their age.",
    "In the South, {{ safe.agree.pct }} agree.",
    "Among women, {{ safe.agree.pct }} agree.",
    "In each group, [{{ services.parks.agree.pct }}]{claim=services.parks.agree} agree.",
    "Of residents under 40, {{ safe.agree.pct }} agree.",
    "In two wards, {{ safe.agree.pct }} agree.",
    "In two groups, [over half]{claim=safe.agree} agree.",
    "In only one ward, [over half]{claim=safe.agree} agree.",
    "In the oldest age group, {{ safe.agree.pct }} agree.",
    "For two services, {{ services.parks.agree.pct }} agree.",
]
TRUE = [
    'In both age groups, [most]{claim="main_safe_by_age.*.agree"} agree.',
    'In every age group, [under 95 per cent]{claim="main_safe_by_age.*.agree"} agree.',
    'For every service, [over a tenth]{claim="services.*.agree"} agree.',
    "Among residents, {{ safe.agree.pct }} agree.",
    'In two age groups, [most]{claim="main_safe_by_age.*.agree"} agree.',
    'For two services, [over a tenth]{claim="services.parks.agree services.roads.agree"} agree.',
    "Of those who answered, {{ safe.agree.pct }} agree.",
    "{{ safe.agree.pct }} want a library in every ward.",
    "Of residents under 40, {{ main_safe_by_age.young.agree.pct }} agree.",
    "{{ main_safe_by_age.young.agree.pct }} of those under 40 agree.",
    "[In every ward]{.literal}, {{ safe.agree.pct }} agree.",
]


UNBOUND = [
    "Of all, under 40 agree, {{ main_safe_by_age.young.agree.pct }} do so.",
    "{{ main_safe_by_age.young.agree.pct }} agree, and of those under 40 per cent do not.",
    "Of residents under 40, {{ main_safe_by_age.old.agree.pct }} agree.",
]


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[str]]:
    return checked(make(tmp_path_factory.mktemp("home"), ""), [*FALSE, *TRUE, *UNBOUND])


@pytest.mark.parametrize("sentence", FALSE)
def test_no_figure_is_said_of_groups_that_it_is_not_of(
    faults: Mapping[str, list[str]], sentence: str
) -> None:
    codes = ("[unproved-scope]", "[another-base]")
    assert any(each.endswith(codes) for each in faults[sentence])


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_proved_of_each_or_said_of_all_may_be_printed(
    faults: Mapping[str, list[str]], sentence: str
) -> None:
    assert not faults[sentence]


@pytest.mark.parametrize("sentence", UNBOUND)
def test_a_number_that_names_no_group_of_the_figure_is_none_of_a_name(
    faults: Mapping[str, list[str]], sentence: str
) -> None:
    assert faults[sentence]
