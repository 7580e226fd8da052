"""What a sentence says its figures of is proved from end to end: every group, some people alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.cli import main
from tests.whole.town import make

if TYPE_CHECKING:
    from pathlib import Path

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
]
TRUE = [
    'In both age groups, [most]{claim="main_safe_by_age.*.agree"} agree.',
    'In every age group, [under 95 per cent]{claim="main_safe_by_age.*.agree"} agree.',
    'For every service, [over a tenth]{claim="services.*.agree"} agree.',
    "Among residents, {{ safe.agree.pct }} agree.",
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
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("home"), "# The town {.text}\n")


@pytest.mark.parametrize("sentence", FALSE)
def test_no_figure_is_said_of_groups_that_it_is_not_of(
    town: Path, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (town / "report.md").write_text(f"# The town {{.text}}\n\n{sentence}\n", encoding="utf-8")
    assert main(["check", str(town)]) == 1
    told = capsys.readouterr().err
    assert "report.md:3:" in told
    assert "[unproved-scope]" in told or "[another-base]" in told


@pytest.mark.parametrize("sentence", TRUE)
def test_what_is_proved_of_each_or_said_of_all_may_be_printed(town: Path, sentence: str) -> None:
    (town / "report.md").write_text(f"# The town {{.text}}\n\n{sentence}\n", encoding="utf-8")
    assert main(["check", str(town)]) == 0


@pytest.mark.parametrize("sentence", UNBOUND)
def test_a_number_that_names_no_group_of_the_figure_is_none_of_a_name(
    town: Path, sentence: str
) -> None:
    (town / "report.md").write_text(f"# The town {{.text}}\n\n{sentence}\n", encoding="utf-8")
    assert main(["check", str(town)]) == 1
