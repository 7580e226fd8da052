"""Tables for charts to be drawn of: scales, grids, rankings, groups and compositions by counts."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.tables.model import Base, Cell, Head, Measure, Part, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AGREEMENT = (
    Head("strongly_agree", "Strongly agree", Part.ANSWER, 1),
    Head("tend_to_agree", "Tend to agree", Part.ANSWER, 1),
    Head("neither", "Neither agree nor disagree", Part.NEUTRAL),
    Head("tend_to_disagree", "Tend to disagree", Part.ANSWER, -1),
    Head("strongly_disagree", "Strongly disagree", Part.ANSWER, -1),
    Head("agree", "Agree", Part.NET, 1, ("strongly_agree", "tend_to_agree")),
    Head("disagree", "Disagree", Part.NET, -1, ("tend_to_disagree", "strongly_disagree")),
)
ENGAGEMENT = (
    Head("very_engaged", "Very engaged", Part.ANSWER, 1),
    Head("fairly_engaged", "Engaged", Part.ANSWER, 1),
    Head("neutral", "Neutral", Part.NEUTRAL),
    Head("fairly_disengaged", "Disengaged", Part.ANSWER, -1),
    Head("very_disengaged", "Very disengaged", Part.ANSWER, -1),
    Head("dont_know", "Don't know", Part.DONT_KNOW),
    Head("engaged", "Very engaged or engaged", Part.NET, 1, ("very_engaged", "fairly_engaged")),
    Head(
        "disengaged",
        "Disengaged or very disengaged",
        Part.NET,
        -1,
        ("fairly_disengaged", "very_disengaged"),
    ),
)
KNOWLEDGE = (
    Head("great_deal", "A great deal", Part.ANSWER),
    Head("fair_amount", "A fair amount", Part.ANSWER),
    Head("not_very_much", "Not very much", Part.ANSWER),
    Head("nothing", "Nothing at all", Part.ANSWER, -1),
    Head(
        "at_least_a_fair_amount",
        "At least a fair amount",
        Part.NET,
        0,
        ("great_deal", "fair_amount"),
    ),
)
EXTENT = (
    Head("great_extent", "To a great extent", Part.ANSWER),
    Head("some_extent", "To some extent", Part.ANSWER),
    Head("not_at_all", "Not at all", Part.ANSWER, -1),
    Head("too_early", "Too early to tell", Part.NEUTRAL),
    Head("dont_know", "Don't know", Part.DONT_KNOW),
    Head("positive", "To a great or some extent", Part.NET, 0, ("great_extent", "some_extent")),
)
CONFIDENCE = (
    Head("very_confident", "Very confident", Part.ANSWER, 1),
    Head("fairly_confident", "Fairly confident", Part.ANSWER, 1),
    Head("not_very_confident", "Not very confident", Part.ANSWER, -1),
    Head("not_at_all_confident", "Not at all confident", Part.ANSWER, -1),
    Head("dont_know", "Don't know", Part.DONT_KNOW),
    Head(
        "confident",
        "Very or fairly confident",
        Part.NET,
        1,
        ("very_confident", "fairly_confident"),
    ),
    Head(
        "little_or_none",
        "Not very or not at all confident",
        Part.NET,
        -1,
        ("not_very_confident", "not_at_all_confident"),
    ),
)
WHOLE = Head("all", "All respondents", Part.WHOLE)


def base(n: int, *, caution: bool = False) -> Base:
    """A base of councillors."""
    return Base(n, f"{n} councillors who answered", caution=caution)


def cells(columns: Sequence[Head], counts: Sequence[int], n: int) -> tuple[Cell, ...]:
    """The cells of a row from the counts of its answers; nets are counted of them."""
    by_id = {
        head.id: count
        for head, count in zip(
            (head for head in columns if head.part is not Part.NET), counts, strict=True
        )
    }
    values = [
        sum(by_id[each] for each in head.of) if head.part is Part.NET else by_id[head.id]
        for head in columns
    ]
    return tuple(
        Cell(Fraction(value, n), value) if n else Cell(None, None, "w") for value in values
    )


def single(
    name: str,
    columns: tuple[Head, ...],
    counts: Sequence[int],
    *,
    diverging: bool = False,
    title: str = "Engagement in the STP",
) -> Table:
    """A single question."""
    n = sum(counts)
    return Table(
        name,
        title,
        f"{title}?",
        (WHOLE,),
        columns,
        (base(n),),
        (cells(columns, counts, n),),
        diverging=diverging,
    )


def grid(
    name: str,
    columns: tuple[Head, ...],
    items: Mapping[str, tuple[str, Sequence[int]]],
    *,
    diverging: bool = False,
    part: Part = Part.ITEM,
    title: str = "Engagement by aspect",
) -> Table:
    """A grid or a cross-tabulation: items by id, each with its label and counts."""
    rows = tuple(Head(each, label, part) for each, (label, _) in items.items())
    sums = [sum(counts) for _, counts in items.values()]
    return Table(
        name,
        title,
        f"{title}?",
        rows,
        columns,
        tuple(base(n, caution=part is Part.GROUP and n < 50) for n in sums),
        tuple(
            cells(columns, counts, n) for (_, counts), n in zip(items.values(), sums, strict=True)
        ),
        diverging=diverging,
        overall=base(sum(sums)) if part is Part.GROUP else None,
    )


def suppress(table: Table, row: int, symbol: str = "c") -> Table:
    """The table with one row suppressed, its base too."""
    bases = list(table.bases)
    bases[row] = Base(0, "fewer than 10", symbol=symbol)
    rows = list(table.cells)
    rows[row] = tuple(Cell(None, None, symbol) for _ in table.columns)
    return Table(
        table.id,
        table.title,
        table.question,
        table.rows,
        table.columns,
        tuple(bases),
        tuple(rows),
        diverging=table.diverging,
    )


KNOWS = single("q1", KNOWLEDGE, (26, 46, 7, 0), title="Knowledge of the STP")
AGREES = single("q2a", AGREEMENT, (3, 14, 8, 24, 31), diverging=True)
CONFIDENT = single("q17a", CONFIDENCE, (2, 15, 35, 26, 2), diverging=True, title="Delivery")
PLANNED = single(
    "q10a",
    (
        Head("completely_top_down", "Completely top down (nationally driven)", Part.ANSWER, 1),
        Head("mostly_top_down", "Mostly top down", Part.ANSWER, 1),
        Head("equal", "Equal collaboration", Part.NEUTRAL),
        Head("mostly_bottom_up", "Mostly bottom up", Part.ANSWER, -1),
        Head("completely_bottom_up", "Completely bottom up", Part.ANSWER, -1),
        Head("dont_know", "Don't know", Part.DONT_KNOW),
        Head("top_down", "Top down", Part.NET, 1, ("completely_top_down", "mostly_top_down")),
        Head("bottom_up", "Bottom up", Part.NET, -1, ("mostly_bottom_up", "completely_bottom_up")),
    ),
    (28, 43, 7, 1, 0, 1),
    diverging=True,
    title="The planning process",
)
ASPECTS = grid(
    "q3",
    ENGAGEMENT,
    {
        "commenting": ("Commenting on proposals", (8, 20, 14, 19, 17, 2)),
        "shaping": ("Shaping proposals", (4, 11, 13, 26, 24, 2)),
        "approving": ("Approving proposals", (5, 9, 12, 21, 29, 3)),
        "public": ("Engaging patients, service users and communities", (1, 7, 17, 25, 27, 3)),
    },
    diverging=True,
)
BODIES = grid(
    "q4",
    ENGAGEMENT,
    {
        "officers": ("Senior officers", (38, 24, 7, 5, 3, 2)),
        "cabinet": ("Cabinet or leadership group", (17, 24, 14, 12, 10, 2)),
        "council": ("The full council", (2, 6, 18, 30, 21, 2)),
        "hwb": ("Health and wellbeing board", (27, 28, 10, 8, 5, 1)),
        "scrutiny": ("Health overview and scrutiny committee", (14, 27, 15, 12, 8, 3)),
    },
    diverging=True,
)
AREAS = grid(
    "q15",
    EXTENT,
    {
        "acute": ("Acute care provision", (3, 22, 20, 30, 4)),
        "primary": ("Primary care services", (3, 21, 20, 32, 4)),
        "prevention": (
            "Prevention, public health and early intervention",
            (3, 19, 22, 31, 4),
        ),
        "social_care": ("Adult social care provision", (2, 18, 24, 33, 3)),
        "determinants": ("Wider determinants of health and wellbeing", (1, 14, 26, 33, 5)),
        "reform": ("Public services reform", (1, 11, 20, 29, 5)),
        "voluntary": ("Voluntary and community services", (0, 11, 26, 34, 6)),
        "other": ("Other services such as housing and leisure", (1, 7, 30, 33, 6)),
    },
    title="Effect on local plans",
)
FORUMS = grid(
    "q7",
    (
        Head("great_extent", "To a great extent", Part.ANSWER),
        Head("some_extent", "To some extent", Part.ANSWER),
        Head("not_at_all", "Not at all", Part.ANSWER, -1),
        Head("not_applicable", "Not applicable", Part.NOT_APPLICABLE),
        Head("dont_know", "Don't know", Part.DONT_KNOW),
        Head(
            "successful", "To a great or some extent", Part.NET, 0, ("great_extent", "some_extent")
        ),
    ),
    {
        "hwb": ("Health and wellbeing board", (24, 37, 14, 1, 1)),
        "scrutiny": ("Health overview and scrutiny committee", (14, 44, 15, 2, 2)),
        "stp_board": ("STP board", (3, 16, 41, 11, 6)),
    },
    title="Forums for engaging councillors",
)
LEADERS = grid(
    "q5",
    AGREEMENT,
    {
        "ccgs": ("Clinical commissioning groups (CCGs)", (20, 37, 9, 9, 5)),
        "neighbour_hwbs": (
            "Neighbouring health and wellbeing boards in the STP",
            (5, 22, 25, 17, 11),
        ),
        "acute": ("Acute trusts", (10, 34, 15, 14, 6)),
        "community": ("Community and mental health trusts", (11, 33, 18, 11, 6)),
        "primary": ("Primary care", (9, 29, 22, 12, 6)),
        "nhs_england": ("NHS England", (4, 14, 22, 24, 14)),
        "voluntary": ("Voluntary providers", (10, 32, 21, 9, 3)),
    },
    diverging=True,
    title="Relationships with leaders",
)
BY_ENGAGEMENT = grid(
    "q17a_by_q2a",
    CONFIDENCE,
    {
        "agree": ("Agree that councillors are engaged", (2, 8, 5, 1, 0)),
        "neither": ("Neither agree nor disagree", (0, 3, 4, 1, 0)),
        "disagree": ("Disagree", (0, 4, 26, 24, 1)),
    },
    diverging=True,
    part=Part.GROUP,
    title="Confidence in delivery by engagement",
)


def with_summary(
    table: Table, values: Sequence[Fraction | None], measure: Measure = Measure.POINTS
) -> Table:
    """The table with a net score, or a mean, behind its other columns; no value is suppressed."""
    head = Head("summary", "Balance of opinion", Part.SUMMARY, measure=measure)
    told = [
        Cell(None, None, "c") if value is None or base.symbol else Cell(value, base.n)
        for value, base in zip(values, table.bases, strict=True)
    ]
    rows = tuple((*row, cell) for row, cell in zip(table.cells, told, strict=True))
    return replace(table, columns=(*table.columns, head), cells=rows)


def ranking() -> Table:
    """Seven priorities with three measures."""
    labels: dict[str, tuple[str, str, int, int]] = {
        "prevention": ("Investing in more preventative ways of working", "5.31", 24, 61),
        "outcomes": ("Improving health and wellbeing outcomes", "5.18", 22, 58),
        "integration": ("Integration of health and care", "4.6", 14, 47),
        "quality": ("Quality of care", "4.02", 8, 33),
        "finance": ("Financial balance", "3.44", 7, 26),
        "closer_to_home": ("Care closer to home", "3.2", 3, 15),
        "hospitals": ("Reshaping hospital services", "2.25", 1, 6),
    }
    columns = (
        Head("score", "Mean score", Part.SCORE, measure=Measure.SCORE),
        Head("first", "Ranked first", Part.ANSWER),
        Head("top", "Ranked in the top three", Part.ANSWER),
    )
    return Table(
        "q13",
        "Main focus",
        "What should be the main focus?",
        tuple(Head(each, label, Part.ITEM) for each, (label, *_) in labels.items()),
        columns,
        tuple(base(79) for _ in labels),
        tuple(
            (Cell(Fraction(score)), Cell(Fraction(first, 79), first), Cell(Fraction(top, 79), top))
            for _, score, first, top in labels.values()
        ),
    )


def composition() -> Table:
    """Nine regions, the sample beside the population."""
    regions: dict[str, tuple[str, int, int]] = {
        "east": ("East of England", 5, 11),
        "east_midlands": ("East Midlands", 4, 9),
        "london": ("London", 11, 33),
        "north_east": ("North East", 6, 12),
        "north_west": ("North West", 11, 23),
        "south_east": ("South East", 10, 19),
        "south_west": ("South West", 7, 16),
        "west_midlands": ("West Midlands", 6, 14),
        "yorkshire": ("Yorkshire and the Humber", 6, 15),
    }
    counts = [[each[1] for each in regions.values()], [each[2] for each in regions.values()]]
    return Table(
        "by_region",
        "Councils by region",
        "",
        (
            Head("sample", "Councils that took part", Part.WHOLE),
            Head("population", "England", Part.WHOLE),
        ),
        tuple(Head(each, label, Part.GROUP) for each, (label, _, _) in regions.items()),
        tuple(Base(sum(row), f"{sum(row)} councils") for row in counts),
        tuple(tuple(Cell(Fraction(each, sum(row)), each) for each in row) for row in counts),
    )


def multiple() -> Table:
    """A question that takes several answers."""
    columns = (
        Head("meetings", "Meetings of the council", Part.ANSWER),
        Head("letters", "Letters and newsletters", Part.ANSWER),
        Head("online", "Online", Part.ANSWER),
        Head("none", "None of these", Part.ANSWER, last=True),
    )
    return Table(
        "m1",
        "Ways of hearing",
        "How did you hear?",
        (WHOLE,),
        columns,
        (base(80),),
        (tuple(Cell(Fraction(each, 80), each) for each in (21, 55, 33, 30)),),
        multiple=True,
    )


ROLE = single(
    "role",
    (
        Head("leaders", "Leader or deputy leader", Part.GROUP),
        Head("leads", "Lead for health, wellbeing or care", Part.GROUP),
        Head("other", "Other", Part.GROUP),
    ),
    (24, 46, 11),
    title="Role",
)
