from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostics
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate
from tests.projects import make_leisure

if TYPE_CHECKING:
    import pytest

    from briefing.tables.model import Table

FOLDER = Path(make_leisure.__file__).parent / "leisure"


@cache
def tables() -> dict[str, Table]:
    diagnostics = Diagnostics()
    found = tabulate(read_survey(FOLDER, diagnostics))
    assert list(diagnostics) == []
    return found


def test_data_are_what_their_script_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make_leisure, "FOLDER", tmp_path)
    make_leisure.main()
    for name in ("responses.csv", "comments.csv", "population.csv"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name


def test_all_respondents_are_read() -> None:
    assert tables()["survey"].cell("all", "respondents").count == 400
    assert tables()["survey"].cell("all", "ward").count == 12


def test_pools_are_rated_by_those_who_swim_and_no_others() -> None:
    rated, swim = tables()["pool_rating"], tables()["activities"].cell("all", "swimming").count
    assert swim is not None
    assert 0 < rated.base.n <= swim
    assert "who swim" in rated.base.words


def test_those_who_do_not_know_how_often_they_come_are_hidden() -> None:
    table = tables()["library_value_by_use"]
    hidden = [head.id for head, row in zip(table.rows, table.cells, strict=True) if row[0].symbol]
    assert hidden == ["once", "dont_know"]


def test_sample_stands_beside_the_population() -> None:
    sample, population = tables()["by_age"].bases
    assert (sample.n, population.n) == (400, 76_655)


def test_references_listed_in_the_codebook_lead_somewhere() -> None:
    for reference in ("library_use.visited", "activities.indoor", "pool_rating.good_or_better"):
        table, column = reference.split(".")
        assert tables()[table].cell("all", column).value is not None
    assert tables()["priorities"].cell("repairs", "score").value is not None
    assert tables()["satisfaction_by_age"].cell("from_75", "satisfied").value is not None
