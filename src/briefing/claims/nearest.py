"""The figure of the data that is nearest to one typed by hand, and what its author can write."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.figures import Figure
from briefing.claims.verdicts import told
from briefing.tables.model import Measure
from briefing.tables.printed import taken_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from briefing.claims.typed import Typed
    from briefing.tables.model import Table


def nearest_figure(
    typed: Typed, tables: Iterable[Table], preferred: Collection[str] = ()
) -> Figure | None:
    """The figure of the data closest to a typed one; tables shown beside it win a tie."""
    best: tuple[Fraction, bool, Figure] | None = None
    for figure in _candidates(tables, shares=typed.share is not None):
        wanted = typed.share if typed.share is not None else typed.number
        if wanted is None:
            return None
        distance = abs(figure.value - wanted)
        far = figure.table not in preferred
        if best is None or (distance, far) < best[:2]:
            best = (distance, far, figure)
    return best[2] if best else None


def remedy(typed: Typed, figure: Figure | None) -> str:
    """What the author of a typed figure can write instead."""
    declare = f"or declare it: [{typed.text}]{{.literal}}"
    if figure is None:
        return f"prove it: [{typed.text}]{{claim=…}}, {declare}"
    claim = figure.reference if figure.kind == "pct" else figure.binding
    return (
        f"nearest in the data: {told(figure)}; bind it: {{{{ {figure.binding} }}}}, "
        f"or prove it: [{typed.text}]{{claim={claim}}}, {declare}"
    )


def _candidates(tables: Iterable[Table], *, shares: bool) -> Iterator[Figure]:
    for table in tables:
        for row, column, cell in table:
            head, base = table.columns[column], table.bases[row].n
            if cell.value is None or cell.symbol:
                continue
            path = table.path(row, column)
            if shares and head.measure is Measure.SHARE:
                yield Figure(table.id, path, "pct", cell.value, head.label, cell.count, base)
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
