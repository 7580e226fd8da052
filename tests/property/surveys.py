"""Tables at random and charts of them: what surveys ask, however long, skewed or thin."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from briefing.charts import unshown
from briefing.charts.crosstab import Crosstab
from briefing.charts.ranked import Ranked
from briefing.charts.shades import answers
from briefing.charts.stacked import Stacked
from briefing.tables.model import Head, Measure, Part, Table
from tests.unit.charts.tabled import grid, ranking, single, suppress, with_summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.charts.model import Chart

WORDS = (
    *("councillors", "engaged", "in", "approving", "proposals", "for", "their", "local", "area"),
    *("and", "neighbouring", "communities", "with", "health", "overview", "committees", "at"),
    *("neighbourhood-level/partnership", "Łódź", "ŵyneb", "tŷ", "Gŵyr", "é", "2017", "12-month"),
    *("(CCGs)", "100%", "social", "care", "a", "wellbeing-and-prevention"),
)
LONG = (
    "Verwaltungsgemeinschaftsangelegenheitenausschussvorsitzendenstellvertreterŵŷłé0123456789" * 3
)

STRIDES = (1, 3, 7, 9, 11)
"""How far it is from a word to the next: few dice make many labels, so that tables can be large."""


@st.composite
def labels(draw: st.DrawFn) -> str:
    """A label of 1 to 200 characters: short words, now and then one that has no end."""
    length = draw(st.integers(1, 24) | st.integers(1, 80) | st.integers(120, 200))
    if draw(st.integers(0, 11)) == 0:
        return LONG[:length]
    first, step = draw(st.integers(0, len(WORDS) - 1)), draw(st.sampled_from(STRIDES))
    chosen = (WORDS[(first + place * step) % len(WORDS)] for place in range(60))
    return " ".join(chosen)[:length].strip(" ") or "Other"


BALANCES = st.sampled_from((None, *(Fraction(each) for each in (-100, -43, -7, 0, 1, 12, 88))))
SHARES = st.sampled_from((0, 0, 1, 1, 1, 2, 3, 4, 5, 6, 9, 14, 20, 33, 33, 60, 200))


@st.composite
def scales(draw: st.DrawFn, most: int) -> tuple[tuple[Head, ...], bool]:
    """Two to `most` answers, some that say nothing of the matter, and the nets of both ends."""
    count, diverging = draw(st.integers(2, most)), draw(st.booleans())
    ways_out = draw(st.sampled_from(((), (Part.DONT_KNOW,), (Part.NOT_APPLICABLE, Part.DONT_KNOW))))
    ways_out = ways_out[: max(count - 2, 0)]
    told, heads = count - len(ways_out), []
    half = told // 2
    for place in range(told):
        middle = told % 2 and place == half and diverging
        pole = 0 if middle or not diverging else 1 if place < half else -1
        part = Part.NEUTRAL if middle else Part.ANSWER
        heads.append(Head(f"a{place}", draw(labels()), part, pole))
    heads += [Head(f"a{told + at}", draw(labels()), part) for at, part in enumerate(ways_out)]
    ends = [("front", range(max(half, 1)), 1), ("back", range(told - max(half, 1), told), -1)]
    nets = [
        Head(
            name, draw(labels()), Part.NET, pole * diverging, tuple(f"a{each}" for each in members)
        )
        for name, members, pole in ends[: draw(st.integers(0, 2))]
    ]
    return (*heads, *nets), diverging


@st.composite
def questions(draw: st.DrawFn, most: int) -> tuple[Table, tuple[str, ...]]:
    """A question without rows, and the paths that a headline may speak of."""
    heads, diverging = draw(scales(most))
    count = sum(head.part is not Part.NET for head in heads)
    counts = draw(st.lists(SHARES, min_size=count, max_size=count).filter(any))
    table = single("q", heads, counts, diverging=diverging, title=draw(labels()))
    if draw(st.integers(0, 9)) == 0:
        table = suppress(table, 0)
    if draw(st.integers(0, 3)) == 0:
        table = with_summary(table, [draw(BALANCES)])
    return table, ("", *(head.id for head in table.columns))


@st.composite
def grids(draw: st.DrawFn, most: int, part: Part) -> tuple[Table, tuple[str, ...]]:
    """A grid or a cross-tabulation of up to twelve rows, and the paths of its headline."""
    heads, diverging = draw(scales(most))
    count = sum(head.part is not Part.NET for head in heads)
    rows = draw(st.integers(1, 8) | st.integers(2, 12))
    counts = st.lists(SHARES, min_size=count, max_size=count).filter(any)
    same = draw(st.booleans())
    shared = draw(counts)
    items: dict[str, tuple[str, Sequence[int]]] = {
        f"r{row}": (draw(labels()), draw(st.permutations(shared)) if same else draw(counts))
        for row in range(rows)
    }
    table = grid("q", heads, items, diverging=diverging, part=part, title=draw(labels()))
    if part is Part.GROUP and rows > 1 and draw(st.booleans()):  # everybody, before the groups
        table = replace(table, rows=(replace(table.rows[0], part=Part.WHOLE), *table.rows[1:]))
    for row in range(rows):
        if draw(st.integers(0, 7)) == 0:
            table = suppress(table, row)
    if draw(st.integers(0, 3)) == 0:
        values = draw(st.lists(BALANCES, min_size=rows, max_size=rows))
        measure = draw(st.sampled_from((Measure.POINTS, Measure.NUMBER)))
        table = with_summary(table, values, measure)
    return table, ("", "r0", f"r{rows - 1}.{heads[-1].id}", f"r0.{heads[0].id}", heads[-1].id)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Table, tuple[str, ...]]:
    """A sample beside its population, in two to twelve groups."""
    count = draw(st.integers(2, 12))
    heads = tuple(Head(f"g{place}", draw(labels()), Part.GROUP) for place in range(count))
    counts = st.lists(SHARES, min_size=count, max_size=count).filter(any)
    items = {name: (draw(labels()), draw(counts)) for name in ("sample", "population")}
    return grid("q", heads, {**items}, part=Part.WHOLE, title=draw(labels())), ("", "g0")


@st.composite
def cases(draw: st.DrawFn, kind: type[Chart]) -> tuple[Chart, Table]:
    """A chart of a kind with a table that it may be asked to show."""
    asked = {
        "donut": questions(6),
        "paired": pairs(),
        "crosstab": grids(8, Part.GROUP),
        "ranked": questions(12) | grids(6, Part.ITEM) | st.just((ranking(), ("", "finance.top"))),
        "number": questions(7) | grids(6, Part.ITEM),
    }
    asked["people"] = asked["hundred"] = asked["crowd"] = asked["number"]
    table, paths = draw(asked.get(kind.kind, questions(12) | grids(12, Part.ITEM)))
    if kind.pictorial and kind.kind != "crowd":
        column = draw(st.sampled_from(table.columns)).id
        paths = (column if table.single else f"{table.rows[0].id}.{column}",)
    chart = kind(highlight=draw(st.sampled_from(paths)))
    if isinstance(chart, Stacked | Crosstab):
        chart = replace(chart, show=draw(st.sampled_from(("", "", "none"))))
    if isinstance(chart, Stacked | Crosstab | Ranked) and table.column("summary") is not None:
        chart = replace(chart, show=draw(st.sampled_from((chart.show, "summary", "summary"))))
    return chart, replace(table, places=draw(st.sampled_from((None, None, 1))))


# -- what must be found in them --------------------------------------------------------------------


def bare(text: str) -> str:
    """Words without what a broken line adds or drops."""
    return "".join(each for each in text if each not in " -\u00a0\u00ad")


def expected(chart: Chart, table: Table) -> list[str]:
    """The labels that a reader must find in a chart."""
    if chart.pictorial:
        return []
    shown = [table.columns[place].label for place in answers(table)]
    given = [table.columns[each].label for each in answers(table) if table.cells[0][each].value]
    if chart.kind == "donut":
        return given
    if table.single:
        return shown
    items = [head.label for head in table.rows]
    if chart.kind == "paired":
        return [*items, *(head.label for head in table.columns)]
    stacked = chart.kind in {"bars", "columns"} or getattr(chart, "show", "") == "none"
    if not stacked:
        return items
    keyed = [table.columns[place].label for place in unshown.keyed(table)]
    return [*items, *keyed]
