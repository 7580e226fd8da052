"""Parquet to an `Export`: typed columns as text, categories in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from warnings import catch_warnings, simplefilter

import pandas as pd

from briefing.diagnostics import Source
from briefing.survey.export import JOIN, Column, Export, Holds, Value
from briefing.survey.formats.values import text_of
from briefing.survey.programs.plain import plain_export
from briefing.survey.sheet import Sheet

with catch_warnings():  # what pandas has deprecated is no reader's concern
    simplefilter("ignore")
    from fastparquet import ParquetFile

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices


def read_parquet(file: Path, path: str, _: Choices, diagnostics: Diagnostics) -> Export | None:
    """Read a file of Parquet; rows are counted from 1, since its lines are nobody's."""
    try:
        frame = ParquetFile(str(file)).to_pandas(index=False)
    except Exception as fault:  # noqa: BLE001 - what is wrong in a binary file comes as any error
        words = f"{type(fault).__name__}: {fault}".rstrip(": ")
        message = f"this cannot be read as Parquet ({words})"
        hint = (
            "Write it again if it was cut off. Missing values among true and false are not read "
            "from data pages of version 2: write "
            'the file with data_page_version="1.0", or export it as CSV UTF-8.'
        )
        diagnostics.error("data-format", message, Source(path), hint)
        return None
    return _export(frame, path)


def _export(frame: pd.DataFrame, path: str) -> Export:
    columns: dict[str, list[str]] = {}
    ordered: dict[str, tuple[Value, ...]] = {}
    lists: set[str] = set()
    for name in frame.columns:
        cells = frame[name]
        missing = cells.isna().tolist()
        values = cells.tolist()
        columns[str(name)] = [
            "" if gone else _text(value) for value, gone in zip(values, missing, strict=True)
        ]
        if any(isinstance(value, list) for value in values):
            lists.add(str(name))
        if isinstance(cells.dtype, pd.CategoricalDtype):
            labels = [text_of(each) for each in cells.cat.categories.tolist()]
            ordered[str(name)] = tuple(Value(each, each) for each in labels)
    rows = pd.DataFrame(columns, dtype=str)
    plain = plain_export(Sheet(path, rows, tuple(range(1, len(rows) + 1))))
    known = [
        Column(each.name, each.question, holds=Holds.ANSWERS, separator=JOIN)
        if each.name in lists
        else Column(each.name, each.question, holds=Holds.ANSWER, values=ordered[each.name])
        if each.name in ordered
        else each
        for each in plain.columns
    ]
    return Export(plain.sheet, "Parquet", columns=tuple(known))


def _text(value: Any) -> str:
    """A cell as text; a list is several answers."""
    return JOIN.join(map(text_of, value)) if isinstance(value, list) else text_of(value)
