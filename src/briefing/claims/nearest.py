"""The figure of the data that is nearest to one typed by hand, and what its author can write."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.figures import Figure
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import judge, told
from briefing.tables.model import Measure, Part
from briefing.tables.printed import taken_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from briefing.claims.typed import Typed
    from briefing.tables.model import Table


def nearest_figure(
    typed: Typed, tables: Iterable[Table], preferred: Collection[str] = (), sentence: str = ""
) -> Figure | None:
    """The figure of the data closest to a typed one; tables shown beside it win a tie.

    One that the words are true of, of an answer that their sentence names, comes before all; of
    words without an amount (``most``) no other is meant.
    """
    best: tuple[int, Fraction, bool, Figure] | None = None
    wanted = typed.share if typed.share is not None else typed.number
    for figure in _candidates(tables, shares=typed.number is None):
        named = _named(figure, sentence)
        named = named if named and _is_true(typed, figure, wanted) else 0
        if wanted is None and not named:
            continue
        distance = Fraction(0) if wanted is None else abs(figure.value - wanted)
        far = figure.table not in preferred
        if best is None or (-named, distance, far) < best[:3]:
            best = (-named, distance, far, figure)
    return best[3] if best else None


def _named(figure: Figure, sentence: str) -> int:
    """How many words of a figure's answer and row a sentence names; none if it is of others."""
    labels = [each for each in (figure.answer, figure.row) if each]
    if not all(each.lower() in sentence.lower() for each in labels):
        return 0
    said = [
        re.search(rf"\b{re.escape(each)}(?!\w)", sentence, re.IGNORECASE) is not None
        for each in labels
    ]
    return sum(len(each.split()) for each in labels) if labels and all(said) else 0


def _is_true(typed: Typed, figure: Figure, wanted: Fraction | None) -> bool:
    if wanted is not None and abs(figure.value - wanted) > (_CLOSE if figure.kind == "pct" else 0):
        return False
    try:
        return judge(typed.text, (figure,)).true
    except UnclearClaimError:
        return False


_CLOSE = Fraction(1, 10)
"""How far off a hedge may leave a share."""


def remedy(typed: Typed, figure: Figure | None, groups: Sequence[str] = ()) -> str:
    """What the author of a typed figure can write instead; `groups` are those it may bound."""
    if groups:
        return (
            f"if it is of a group, name one of the data and claim its cell: {'; '.join(groups)}; "
            f"or declare it: [{typed.text}]{{.literal}}"
        )
    declare = f"or declare it: [{typed.text}]{{.literal}}"
    if figure is None:
        return f"prove it: [{typed.text}]{{claim=…}}, {declare}"
    claim = figure.reference if figure.kind == "pct" else figure.binding
    return (
        f"nearest in the data: {told(figure)}; bind it: {{{{ {figure.binding} }}}}, "
        f"or prove it: [{typed.text}]{{claim={claim}}}, {declare}"
    )


def _row(table: Table, row: int) -> str:
    """What the row of a table is called, where it is not of all."""
    head = table.rows[row]
    return "" if table.single or head.part is Part.WHOLE else head.label


def _candidates(tables: Iterable[Table], *, shares: bool) -> Iterator[Figure]:
    for table in tables:
        for row, column, cell in table:
            head, base = table.columns[column], table.bases[row].n
            if cell.value is None or cell.symbol:
                continue
            path = table.path(row, column)
            if shares and head.measure is Measure.SHARE:
                share = Figure(table.id, path, "pct", cell.value, head.label, cell.count, base)
                yield replace(share, answer=head.label, row=_row(table, row))
            elif not shares and head.measure is not Measure.SHARE:
                yield Figure(
                    table.id,
                    path,
                    taken_of(head.measure),
                    cell.value,
                    head.label,
                    cell.count,
                    table.n_of(row, column),
                    decimals=head.decimals,
                    unit=head.unit,
                )
            elif not shares and cell.count is not None:
                count = Fraction(cell.count)
                yield Figure(table.id, path, "count", count, head.label, cell.count, base)
        if not shares and table.one_base and table.bases:
            whole = Fraction(table.base.n)
            yield Figure(table.id, "", "base", whole, table.title, base=table.base.n)
