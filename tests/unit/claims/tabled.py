"""Tables made of counts, among them those of published figures that claims are tried on."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.tables.model import Base, Cell, Head, Measure, Part, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

Counts = dict[str, int]


def single(table: str, base: int, labels: Mapping[str, str] | None = None, **counts: int) -> Table:
    """A question with one row for all: each answer and net by its count."""
    columns = tuple(_head(each, labels) for each in counts)
    cells = tuple(_share(count, base) for count in counts.values())
    return Table(
        id=table,
        title=table,
        question=f"{table}?",
        rows=(Head("all", "All respondents", Part.WHOLE),),
        columns=columns,
        bases=(_base(base),),
        cells=(cells,),
    )


def grid(table: str, rows: Mapping[str, tuple[int, Counts]], overall: int | None = None) -> Table:
    """A grid or cross-tabulation: each row with its base and counts."""
    first = next(iter(rows.values()))[1]
    return Table(
        id=table,
        title=table,
        question=f"{table}?",
        rows=tuple(Head(each, each.capitalize(), Part.ITEM) for each in rows),
        columns=tuple(_head(each, None) for each in first),
        bases=tuple(_base(base) for base, _ in rows.values()),
        cells=tuple(
            tuple(_share(count, base) for count in counts.values())
            for base, counts in rows.values()
        ),
        overall=None if overall is None else _base(overall),
    )


def ranking(table: str, base: int, **scores: str) -> Table:
    """A ranking by mean scores."""
    return Table(
        id=table,
        title=table,
        question=f"{table}?",
        rows=tuple(Head(each, each.capitalize(), Part.ITEM) for each in scores),
        columns=(Head("score", "Mean score", Part.SCORE, measure=Measure.SCORE),),
        bases=tuple(_base(base) for _ in scores),
        cells=tuple((Cell(Fraction(score)),) for score in scores.values()),
    )


def facts(**counts: int) -> Table:
    """The table of a survey's own numbers."""
    return Table(
        id="survey",
        title="The survey",
        question="",
        rows=(Head("all", "All", Part.WHOLE),),
        columns=tuple(
            Head(each, each.capitalize(), Part.ANSWER, measure=Measure.COUNT) for each in counts
        ),
        bases=(_base(next(iter(counts.values()))),),
        cells=(tuple(Cell(Fraction(count), count) for count in counts.values()),),
    )


def hidden() -> Table:
    """A table in which one group is too small to be shown."""
    shown = grid("by_type", {"county": (40, {"yes": 20}), "district": (40, {"yes": 10})})
    return Table(
        id=shown.id,
        title=shown.title,
        question=shown.question,
        rows=shown.rows,
        columns=shown.columns,
        bases=(shown.bases[0], Base(0, "fewer than 10", symbol="c")),
        cells=(shown.cells[0], (Cell(None, None, "c"),)),
    )


def published() -> dict[str, Table]:
    """Figures that were published in 2017, with the words for them in `published-figures.toml`."""
    areas = {"acute": (79, 25, 27), "primary": (80, 24, 28), "reform": (66, 13, 31)}
    tables = (
        facts(respondents=81, council=68),
        single("q1", 79, great_deal=26, fair_amount=46, at_least_a_fair_amount=72),
        single("q2a", 80, strongly_agree=3, tend_to_agree=14, agree=17, disagree=55),
        grid(
            "q3",
            {
                "commenting": (80, {"engaged": 28}),
                "shaping": (80, {"engaged": 20}),
                "approving": (79, {"engaged": 14}),
                "public": (80, {"engaged": 8}),
            },
        ),
        grid(
            "q4",
            {
                "officers": (79, {"engaged": 62}),
                "cabinet": (79, {"engaged": 40}),
                "council": (79, {"engaged": 8}),
                "hwb": (79, {"engaged": 55}),
            },
        ),
        grid("q6", {"ccgs": (79, {"positive": 37}), "care": (79, {"positive": 21})}),
        grid(
            "q7",
            {
                "hwb": (77, {"successful": 61}),
                "scrutiny": (77, {"successful": 58}),
                "stp_board": (77, {"successful": 19}),
            },
        ),
        single("q8", 80, {"not_at_all": "Not at all confident"}, not_at_all=40, confident=15),
        single("q12", 79, at_least_moderate=45),
        ranking("q13", 78, prevention="5.31", outcomes="5.02", finance="3.2", quality="3.2"),
        grid("q15", {k: (n, {"positive": p, "too_early": t}) for k, (n, p, t) in areas.items()}),
        single("q16a", 79, small_extent=26),
        single("q17a", 80, confident=17, little_or_none=61),
        single("q17b", 80, confident=18, little_or_none=61),
        grid(
            "q17a_by_q2a",
            {"agree": (16, {"confident": 10}), "disagree": (55, {"confident": 4})},
            overall=79,
        ),
        grid(
            "q17a_by_q12",
            {
                "great_extent": (13, {"confident": 10, "little_or_none": 3}),
                "not_at_all": (12, {"confident": 0, "little_or_none": 12}),
            },
            overall=79,
        ),
        hidden(),
    )
    return {table.id: table for table in tables}


def _head(name: str, labels: Mapping[str, str] | None) -> Head:
    label = (labels or {}).get(name, name.replace("_", " ").capitalize())
    return Head(name, label, Part.ANSWER)


def _share(count: int, base: int) -> Cell:
    return Cell(Fraction(count, base), count)


def _base(n: int) -> Base:
    return Base(n, f"{n} respondents")
