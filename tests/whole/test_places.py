"""Percentages in tenths for a whole survey, and counts in place of percentages: in every output."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from briefing.build import build
from briefing.cli import main
from briefing.pipeline.work import Order
from briefing.preflight import inspect
from tests.whole.town import make

if TYPE_CHECKING:
    from pathlib import Path

WORDS = """\
# The town {.finding}

::: {.lead}
Of all, {{ safe.agree.pct }} agree, {{ safe.agree - safe.disagree }} more than do not.
{{ safe.agree.pct }} say so; in the east, [4 of 24]{claim=safe_by_ward.east.tend.count} tend to.
:::

::: {.chart kind=donut of=safe}
:::

# Wards {.text}

::: {.table of=safe_by_ward}
:::
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A survey in tenths, with counts of its small wards: its folder, built beside it."""
    home = tmp_path_factory.mktemp("home")
    folder = make(home, WORDS)
    book = folder / "codebook.toml"
    asked = 'poll = true\ndecimals = 1\nsmall_bases = "counts"\n'
    book.write_text(book.read_text(encoding="utf-8").replace("poll = true\n", asked), "utf-8")
    build(Order(folder, home / "out"))
    assert main(["tables", str(folder), "--out", str(home / "csv")]) == 0
    assert main(["tables", str(folder), "--out", str(home / "tables.xlsx")]) == 0
    return folder


@pytest.fixture(scope="module")
def heard(town: Path) -> str:
    tree = inspect.tree((town.parent / "out" / "report-screen.pdf").read_bytes())
    return " ".join(tree.split())


def test_words_charts_and_what_is_heard_are_in_tenths(heard: str) -> None:
    assert "64.2 per cent agree, 53.2 percentage points more" in heard
    assert "Sixty-four point two per cent say so" in heard
    assert "Largest answer Tend to agree, 33.0 per cent" in heard
    assert "TR: TH scope=Row Combined: Agree | TD 64.2%" in heard
    assert "TR: TH scope=Row Strongly agree | TD 31.2% | TD 50.0% (48) B | TD 17.4% (16)" in heard


def test_the_ledger_and_the_exports_are_in_tenths(town: Path) -> None:
    with (town.parent / "out" / "claims.csv").open(encoding="utf-8") as file:
        shown = [row["shown"] for row in csv.DictReader(file) if row["kind"] == "pct"]
    assert shown
    assert all("." in each or "point" in each for each in shown)
    signed = (town.parent / "out" / "claims.html").read_text(encoding="utf-8")
    assert "64.2% (153)" in signed
    with ZipFile(town.parent / "tables.xlsx") as book:
        assert 'formatCode="#,##0.0"' in book.read("xl/styles.xml").decode()


def test_small_groups_have_counts_and_no_percentages(heard: str, town: Path) -> None:
    assert "| TD [u] (4) | TD [c] | TD [c]" in heard
    lines = (town.parent / "csv" / "safe_by_ward.csv").read_text(encoding="utf-8").splitlines()
    east = next(each for each in lines if each.startswith("East")).split(",")
    assert east[4] == "[u]"
    assert east[14:22] == ["4", "4", "8", "0", "4", "4", "8", "4"]
    west = next(each for each in lines if each.startswith("West")).split(",")
    assert set(west[4:]) == {"[c]"}


@pytest.mark.parametrize(
    "words",
    [
        "{{ safe_by_ward.east.tend.pct }}",
        "[17 per cent]{claim=safe_by_ward.east.tend}",
        "[few]{claim=safe_by_ward.east.tend}",
        "{{ safe_by_ward.west.tend.count }}",
        "[4 of 20]{claim=safe_by_ward.west.tend.count}",
    ],
)
def test_what_is_withheld_cannot_be_quoted(
    words: str, town: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make(tmp_path, f"# The town {{.text}}\n\nThey are {words} here.\n")
    (folder / "codebook.toml").write_bytes((town / "codebook.toml").read_bytes())
    assert main(["build", str(folder), "--out", str(tmp_path / "out")]) == 1
    assert "suppressed" in capsys.readouterr().err
