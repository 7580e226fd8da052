"""The table behind a figure as a file that rides along, for whoever wants to reckon with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.structure import DataFile
from briefing.tables.sheet import plain, sheet

if TYPE_CHECKING:
    from briefing.blocks.model import Gallery
    from briefing.tables.model import Table


def data_of(table: Table, gallery: Gallery) -> DataFile:
    """The whole table as CSV, written once a build, whatever widths it is tried at."""
    key = table.id, table.places, table.counted, table.rows, table.columns
    if key not in gallery.files:
        gallery.files[key] = _file(table)
    return gallery.files[key]


def _file(table: Table) -> DataFile:
    """The file; that of a table with decimals of its own has them in its name."""
    title = " ".join(filter(None, (f"{table.title}.", table.question)))
    content, places = sheet(table), table.places
    usual = places is None or content == sheet(replace(table, places=None))
    exact = "" if usual else f"-{places}dp"
    return DataFile(f"{table.id}{exact}.csv", plain(title), content)
