"""Laws of reading exports: whatever a file holds, it is read or refused with a reason."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diagnostics import Diagnostics
from briefing.survey.read import read_export
from tests.trials import tries
from tests.unit.survey.exports import SHAPES, csv_text
from tests.unit.survey.test_programs import REPLIES

SUFFIXES = (".csv", ".xlsx", ".sav", ".parquet", ".sss")
TEXTS = (
    "qualtrics",
    "surveymonkey",
    "google forms",
    "limesurvey",
    "snap",
    "csv",
)
ODD = (
    "",
    " ",
    "Response",
    "Not Asked",
    "N/A",
    "-99",
    "1",
    "3.0",
    "a;b;",
    "=1+1",
    "\u00a0",
    '"',
    "[x]",
)


def sound(data: bytes, name: str) -> None:
    """An export whose columns are told one by one, or a fault with a place and no export."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(data)
        diagnostics = Diagnostics()
        export = read_export(file, name, diagnostics)
    if export is None:
        assert diagnostics.errors
        assert all(each.where and each.where.path == name for each in diagnostics.errors)
        return
    assert not diagnostics.errors
    assert [each.name for each in export.columns] == list(export.sheet.columns)
    assert len(set(export.sheet.columns)) == len(export.sheet.columns)
    assert len(export.sheet.lines) == len(export.sheet.rows)
    assert all(isinstance(cell, str) for cell in export.sheet.rows.to_numpy().ravel())


@settings(max_examples=tries(60))
@given(data=st.binary(max_size=200), suffix=st.sampled_from(SUFFIXES))
def test_any_bytes_are_read_or_refused(data: bytes, suffix: str) -> None:
    sound(data, f"r{suffix}")


@pytest.mark.parametrize(
    ("shape", "suffix"), [("workbook", ".xlsx"), ("triple-s 2.0, csv", ".sss")]
)
@settings(max_examples=tries(40))
@given(at=st.integers(0, 9000), put=st.binary(min_size=1, max_size=4))
def test_a_damaged_file_is_read_or_refused(shape: str, suffix: str, at: int, put: bytes) -> None:
    data = made(shape)
    at %= len(data)
    sound(data[:at] + put + data[at + len(put) :], f"r{suffix}")


@pytest.mark.parametrize(
    ("shape", "suffix"), [("workbook", ".xlsx"), ("spss", ".sav"), ("parquet", ".parquet")]
)
@settings(max_examples=tries(30))
@given(at=st.integers(0, 9000))
def test_a_file_that_was_cut_is_read_or_refused(shape: str, suffix: str, at: int) -> None:
    """Files of SPSS and Parquet that were changed within can end the process that reads them."""
    data = made(shape)
    sound(data[: at % len(data)], f"r{suffix}")


def made(shape: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        project = SHAPES[shape](Path(folder), REPLIES)
        return (Path(folder) / project.responses).read_bytes()


@pytest.mark.parametrize("shape", TEXTS)
@settings(max_examples=tries(30))
@given(
    changes=st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 20), st.sampled_from(ODD)), max_size=8
    ),
    dropped=st.sets(st.integers(0, 8), max_size=3),
)
def test_a_sheet_with_odd_cells_is_read_or_refused(
    shape: str, changes: list[tuple[int, int, str]], dropped: set[int]
) -> None:
    rows = made_rows(shape)
    for row, column, cell in changes:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = cell
    kept = [row for number, row in enumerate(rows) if number not in dropped]
    sound(csv_text(kept).encode(), "r.csv")


def made_rows(shape: str) -> list[list[str]]:
    """The rows of a shape as they are written."""
    data = made(shape)
    encoding = "utf-16" if data.startswith(b"\xff\xfe") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    first = text.splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    return list(csv.reader(text.splitlines(), delimiter=delimiter))
