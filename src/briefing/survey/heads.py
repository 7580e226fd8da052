"""The heads of the responses: which the codebook reads, which are missing, which nobody reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.codebook import question_columns
from briefing.survey.export import PLAIN, ROW, Holds
from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.personal import is_personal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.diagnostics import Diagnostics, Source
    from briefing.survey.declared import Codebook
    from briefing.survey.export import Export
    from briefing.survey.sheet import Sheet


def _needed_columns(codebook: Codebook) -> Iterable[tuple[str, str, Source | None]]:
    """(what it is for, column, place in the codebook) of every column the codebook reads."""
    yield "the id", codebook.id_column, None
    if codebook.weight_column:
        yield "the weight", codebook.weight_column, None
    for column, noun in codebook.units:
        yield noun, column, None
    for name, column, where in question_columns(codebook):
        yield name, column, where
    for attribute in codebook.attributes:
        yield attribute.id, attribute.column, attribute.where


def with_known_heads(sheet: Sheet, codebook: Codebook, diagnostics: Diagnostics) -> Sheet:
    """The sheet with heads that differ from the codebook's columns in spelling alone put right."""
    wanted = Labels((column, ()) for _, column, _ in _needed_columns(codebook))
    spelt = Labels((column, (column,)) for _, column, _ in _needed_columns(codebook))
    renamed: dict[str, str] = {}
    for head in sheet.columns:
        match = None if wanted.find(head) else spelt.find(head)
        if match and match.id not in sheet.columns and match.id not in renamed.values():
            renamed[head] = match.id
            message = f"the column {quoted(head)} was read as {match.id}"
            diagnostics.warning("data-spelling", message, sheet.where())
    return type(sheet)(sheet.path, sheet.rows.rename(columns=renamed), sheet.lines)


def has_columns(sheet: Sheet, codebook: Codebook, diagnostics: Diagnostics) -> bool:
    """Whether the sheet has every column that the codebook reads; each missing one is an error."""
    heads = sheet.columns
    complete = True
    for name, column, where in _needed_columns(codebook):
        if column in heads:
            continue
        complete = False
        diagnostics.error(
            "data-missing-column",
            f"{sheet.path} has no column {quoted(column)} for {name}",
            where or sheet.where(),
            did_you_mean(column, heads),
        )
    return complete


def remark_unused(
    sheet: Sheet, export: Export, codebook: Codebook, diagnostics: Diagnostics
) -> None:
    """Say which columns are not read; what a program notes of each reply goes without saying."""
    known = {each.name: each.holds for each in export.columns}
    noted = () if export.program == PLAIN else (Holds.ID, Holds.TIME, Holds.ABOUT)
    used = {column for _, column, _ in _needed_columns(codebook)} | set(codebook.ignored)
    unused = [head for head in sheet.columns if head not in used and head != ROW]
    personal = [head for head in unused if is_personal(head) or known.get(head) is Holds.PERSONAL]
    if personal:
        message = f"columns that identify people: {', '.join(personal)}; they are never printed"
        hint = "Take them out of the file before it is passed on."
        diagnostics.warning("data-personal", message, sheet.where(), hint)
    others = [head for head in unused if head not in personal and known.get(head) not in noted]
    if others:
        message = f"columns that the codebook does not read: {', '.join(others)}"
        hint = "Declare them, or list them in [survey]: ignored = [...]."
        diagnostics.warning("data-unused-column", message, sheet.where(), hint)
