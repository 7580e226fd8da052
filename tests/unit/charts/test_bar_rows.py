"""Rows of stacked bars: what stands between two of them leaves room for each other."""

from __future__ import annotations

from briefing.charts import highlight as highlights
from briefing.charts.bar_rows import BarRows
from briefing.charts.rows import Items
from briefing.tables.model import Head, Part
from tests.unit.charts.ink import crossed
from tests.unit.charts.look import look
from tests.unit.charts.tabled import grid


def test_the_rule_below_a_headlines_answers_clears_the_figures_above_the_next_bar() -> None:
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(6))
    net = Head("net", "Net", Part.NET, 0, ("a2", "a3", "a4"))
    told, others = (40, 60, 30, 20, 20, 60), (70, 90, 3, 3, 3, 60)
    items = {f"r{row}": (f"Item {row}", others if row else told) for row in range(8)}
    table = grid("q", (*heads, net), items)
    order = tuple(range(8))
    shown = Items(order, order, table.column("net"), highlights.find(table, "r0.net"))
    close = BarRows(table, 360, look(), shown, 0.28).with_outside(close=True)
    assert close.over
    assert crossed(close.draw(close.extent().least), look()) == []
