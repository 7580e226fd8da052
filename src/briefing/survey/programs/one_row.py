"""Exports with one row of heads, where each head says by itself what its column holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.export import Export
from briefing.survey.rows import named_once, sheet_under

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Column
    from briefing.survey.rows import Rows
    from briefing.survey.sheet import Sheet


def export_under(
    rows: Rows,
    program: str,
    column: Callable[[str, str, Sheet], Column],
    diagnostics: Diagnostics,
) -> Export | None:
    """The export of a program; `column` makes a column of its name, its head and the whole sheet.

    None, and reported, if a row is longer or shorter than the heads.
    """
    heads = rows.heads
    names = named_once(heads)
    sheet = sheet_under(names, rows.path, rows.under(1), diagnostics)
    if sheet is None:
        return None
    columns = tuple(column(name, head, sheet) for name, head in zip(names, heads, strict=True))
    return Export(sheet, program, columns=columns)
