"""Delimited text: whatever ends its lines, and whatever its cells hold, the cells are found."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from briefing.diagnostics import Diagnostics
from briefing.survey.export import Choices
from briefing.survey.formats.csv_file import read_csv

CELLS = st.text(st.sampled_from('ab,"\n\r\v\u2028é 1'), min_size=1, max_size=6)
WIDTH = 3


@given(
    st.lists(st.lists(CELLS, min_size=WIDTH, max_size=WIDTH), min_size=1, max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_cells_are_found_whatever_ends_a_line(rows: list[list[str]], end: str) -> None:
    records = [_written(each, end) for each in (["x", "y", "z"], *rows)]
    starts = [1 + _lines("".join(records[:at])) for at in range(len(records))]
    whole = "".join(records)
    for text in (whole, whole.removesuffix(end)):
        with TemporaryDirectory() as folder:
            file = Path(folder) / "r.csv"
            file.write_bytes(text.encode())
            read = read_csv(file, "r.csv", Choices(), Diagnostics())
        assert read is not None
        assert [cells for _, cells in read.records[1:]] == rows
        assert [line for line, _ in read.records] == starts


def _written(cells: list[str], end: str) -> str:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator=end, quoting=csv.QUOTE_ALL).writerow(cells)
    return file.getvalue()


def _lines(text: str) -> int:
    return len(io.StringIO(text, newline="").readlines())
