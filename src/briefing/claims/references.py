"""References from words to cells: a small grammar that executes nothing, and its resolution.

A reference is ``table.row.column``, or ``table.column`` where the table has one row. A last part
says what is taken of the cell (`TAKINGS`) and one more how it is written (`FORMS`). A ``*`` stands
for every row or every answer. Two shares with a minus between them name their difference.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.claims.figures import OF_SHARES
from briefing.claims.naming import WrongReferenceError, meant
from briefing.claims.taking import Path, figures_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.claims.figures import Figure
    from briefing.tables.model import Table

_MINUS = re.compile(r"\s+[-\N{EN DASH}\N{MINUS SIGN}]\s+")
_PART = re.compile(r"[A-Za-z][A-Za-z0-9_-]*|\*")
_SHOWN = 80
"""Signs of a wrong reference that a message repeats."""


def parse_reference(text: str) -> Path:
    """Take a reference apart; raises `WrongReferenceError` if it is not written like one."""
    wanted = text.strip()
    parts = tuple(wanted.split("."))
    for part in parts:
        if not _PART.fullmatch(part):
            raise WrongReferenceError(
                "reference-syntax",
                f"'{_short(wanted)}' is not a reference",
                "write names joined by full stops, such as q1.agree.pct or q3.commenting.engaged",
            )
    if parts[0] == "*":
        raise WrongReferenceError(
            "reference-syntax",
            f"'{wanted}' names no table",
            "a star stands for rows or answers, as in q3.*.engaged",
        )
    return Path(wanted, parts)


def resolve(text: str, tables: Mapping[str, Table]) -> tuple[Figure, ...]:
    """The figures that a reference names: one, or as many as its stars stand for."""
    sides = _MINUS.split(text.strip())
    if len(sides) > 1:
        return (_difference(text, sides, tables),)
    path = parse_reference(text)
    table = tables.get(path.table)
    if table is None:
        raise WrongReferenceError(
            "unknown-table",
            f"there is no table '{path.table}'",
            meant(path.table, tables, "tables"),
        )
    try:
        return figures_of(table, path)
    except WrongReferenceError as fault:
        hint = _others(table, path) if fault.code == "suppressed-figure" else ""
        if not hint:
            raise
        raise WrongReferenceError(fault.code, fault.message, hint) from fault


def _others(table: Table, path: Path) -> str:
    """What a star stands for that can be published, for the author who has to name it."""
    if path.parts.count("*") != 1:
        return ""
    at, named = path.parts.index("*"), []
    for head in dict.fromkeys(each.id for each in (*table.rows, *table.columns)):
        one = (*path.parts[:at], head, *path.parts[at + 1 :])
        try:
            figures_of(table, Path(".".join(one), one))
        except WrongReferenceError:
            continue
        named.append(".".join(one))
    return f"leave it out and name the others: {' '.join(named)}" if named else ""


def names_difference(text: str) -> bool:
    """Whether a reference has a minus between two others."""
    return _MINUS.search(text) is not None


def _difference(text: str, sides: Sequence[str], tables: Mapping[str, Table]) -> Figure:
    """A share less another, in points; the last part of the reference says how it is written."""
    if len(sides) != 2:  # noqa: PLR2004 - one less the other
        raise WrongReferenceError(
            "reference-syntax", f"'{_short(text)}' is no difference", "write one - other"
        )
    (first, *more), (second, *others) = (resolve(each, tables) for each in sides)
    if more or others:
        raise WrongReferenceError(
            "several-figures", f"'{text}' names several cells", "write one - other"
        )
    if first.kind != "pct" or second.kind != "pct" or first.form or second.form in OF_SHARES:
        raise WrongReferenceError(
            "difference-kind",
            f"'{text}' is no difference of two shares in percentage points",
            "take two shares, such as q2a.disagree - q2a.agree; last may stand .words or .digits",
        )
    if first.value < second.value:
        raise WrongReferenceError(
            "difference-negative",
            f"'{text}' is below nought: a sentence could not say which is more",
            f"turn it round: {second.reference} - {first.reference}",
        )
    return replace(
        first,
        kind="points",
        value=first.value - second.value,
        label=f"{first.label}, less {second.label}",
        count=None,
        form=second.form,
        less=replace(second, form=""),
    )


def resolve_all(text: str, tables: Mapping[str, Table]) -> tuple[Figure, ...]:
    """The figures of several references with space or commas between them, in order."""
    if names_difference(text):
        sides = _MINUS.split(text.strip())
        raise WrongReferenceError(
            "reference-syntax",
            f"'{_short(text)}' is a difference, and a claim names the cells themselves",
            f'name both: [12 percentage points more]{{claim="{" ".join(sides)}"}}, '
            f"or bind it: {{{{ {' - '.join(sides)} }}}}",
        )
    references = text.replace(",", " ").split()
    if not references:
        raise WrongReferenceError(
            "reference-syntax", "the claim names no cell", "write claim=q1.agree"
        )
    return tuple(figure for each in references for figure in resolve(each, tables))


def cell_path(text: str, table: Table) -> str:
    """The path of one cell within `table`, from ``agree`` as from ``q2a.agree``; checked."""
    path = parse_reference(text)
    parts = path.parts[1:] if path.table == table.id and len(path.parts) > 1 else path.parts
    if "*" in parts:
        raise WrongReferenceError(
            "reference-syntax", f"'{text}' names several cells", "name one of them"
        )
    figures = figures_of(table, Path(text, (table.id, *parts)))
    return figures[0].cell


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
