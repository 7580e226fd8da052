"""What few of a group answered to a sensitive question is told nowhere, nor can be worked out."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as some

from briefing.survey.question import SmallBases
from briefing.tables.model import Part
from briefing.tables.tabulate import tabulate
from tests.trials import tries
from tests.unit.tables.surveys import attribute, crosstab, single, survey

if TYPE_CHECKING:
    from briefing.tables.model import Table

WARDS = attribute("ward", "north", "south", "east")
TAB = crosstab("q1", "ward", "north", "south", "east")


def table(*counts: tuple[int, int, int], sensitive: bool = True) -> Table:
    """A question by wards: how many of each said yes, rather and no."""
    answers: dict[str, list[str]] = {"q1": [], "ward": []}
    for ward, numbers in zip(("north", "south", "east"), counts, strict=True):
        for answer, number in zip(("yes", "rather", "no"), numbers, strict=True):
            answers["q1"] += [answer] * number
            answers["ward"] += [ward] * number
    question = single(sensitive=sensitive)
    return tabulate(survey(answers, question, attributes=(WARDS,), crosstabs=(TAB,)))["q1_by_ward"]


def shown(tab: Table, row: str) -> list[str]:
    place = tab.row(row)
    assert place is not None
    return ["c" if cell.symbol else str(cell.count) for cell in tab.cells[place]]


def test_few_of_a_group_are_masked_with_what_would_tell_them() -> None:
    tab = table((50, 20, 3), (40, 30, 20), (60, 25, 15))
    # yes, rather, neither, no, don't know; agree, against
    assert shown(tab, "north") == ["50", "c", "0", "c", "0", "c", "c"]
    assert shown(tab, "east") == ["60", "c", "0", "c", "0", "c", "c"]
    assert shown(tab, "south") == ["40", "30", "0", "20", "0", "70", "20"]
    assert any("fewer than 5 of a group" in note for note in tab.notes)


def test_other_questions_tell_everything() -> None:
    tab = table((50, 20, 3), (40, 30, 20), (60, 25, 15), sensitive=False)
    assert shown(tab, "north") == ["50", "20", "0", "3", "0", "70", "3"]


NUMBERS = some.tuples(*[some.integers(0, 40)] * 3)


@given(some.tuples(NUMBERS, NUMBERS, NUMBERS))
def test_no_line_of_a_table_has_one_mask_alone(
    counts: tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]],
) -> None:
    tab = table(*counts)
    answers = [place for place, head in enumerate(tab.columns) if head.part is not Part.NET]
    for row, _, cell in tab:
        assert tab.total(row) or not 0 < (cell.count or 0) < 5
    for cells, base in zip(tab.cells, tab.bases, strict=True):
        if base.n >= 30:
            assert sum(cells[place].symbol == "c" for place in answers) != 1
    for place in answers:
        hidden = [cells[place].value is None for cells in tab.cells]
        whole = [all(cell.value is None for cell in cells) for cells in tab.cells]
        if hidden != whole:
            assert sum(hidden) != 1


def test_few_of_a_group_that_is_told_nowhere_cannot_be_had_from_the_others() -> None:
    counts = {"north": (50, 3, 20), "south": (40, 30, 20), "east": (6, 6, 60)}
    tab = wards(counts, ("south", "east"))["t0"]
    assert shown(tab, "south") == ["40", "30", "0", "20", "0", "70", "20"]
    # rather is 39 of all, 30 of the south: with 6 of the east it would be 3 of the north
    assert shown(tab, "east")[1] == "c"


def test_how_few_are_masked_is_the_codebooks_to_say() -> None:
    counts = {"north": (50, 20, 3), "south": (40, 30, 20), "east": (60, 25, 15)}
    tab = wards(counts, ("north", "south", "east"), small_bases=SmallBases(mask_below=3))["t0"]
    assert not any(cell.symbol for _, _, cell in tab)


def wards(
    counts: dict[str, tuple[int, int, int]], *tables: tuple[str, ...], **options: Any
) -> dict[str, Table]:
    """A sensitive question by wards, in a table for each choice of groups."""
    answers: dict[str, list[str]] = {"q1": [], "ward": []}
    for ward, numbers in counts.items():
        for answer, number in zip(("yes", "rather", "no"), numbers, strict=True):
            answers["q1"] += [answer] * number
            answers["ward"] += [ward] * number
    tabs = tuple(
        replace(crosstab("q1", "ward", *groups), id=f"t{number}")
        for number, groups in enumerate(tables)
    )
    question = single(sensitive=True)
    known = attribute("ward", *counts)
    return tabulate(survey(answers, question, attributes=(known,), crosstabs=tabs, **options))


NAMES = ("north", "south", "east", "west", "centre", "port")


@given(
    some.tuples(*[some.tuples(*[some.sampled_from([0, 2, 4, 12, 20, 33])] * 3)] * len(NAMES)),
    some.lists(some.sets(some.sampled_from(NAMES), min_size=1), min_size=1, max_size=3),
)
def test_no_few_follow_from_all_that_is_told(
    numbers: tuple[tuple[int, int, int], ...], chosen: list[set[str]]
) -> None:
    counts = dict(zip(NAMES, numbers, strict=True))
    wanted = [tuple(each for each in NAMES if each in groups) for groups in chosen]
    tables = wards(counts, *wanted)
    answers = ("yes", "rather", "no")
    places = {(w, a): at for at, (w, a) in enumerate(product(NAMES, answers))}

    def line(*cells: tuple[str, str]) -> list[int]:
        return [int(each in cells) for each in places]

    certain = [line(*((ward, answer) for ward in NAMES)) for answer in answers]
    certain += [line((w, a)) for w in NAMES if not sum(counts[w]) for a in answers]
    told = []
    for number, groups in enumerate(wanted):
        tab = tables[f"t{number}"]
        for ward, base, cells in zip(groups, tab.bases[1:], tab.cells[1:], strict=True):
            own = dict(zip((head.id for head in tab.columns), cells, strict=True))
            certain += [] if base.symbol else [line(*((ward, a) for a in answers))]
            told += [line((ward, a)) for a in answers if own[a].value is not None]
            told += [line((ward, "yes"), (ward, "rather"))] if own["agree"].value else []
    for place in places:
        if 0 < counts[place[0]][answers.index(place[1])] < 5:
            # what totals and bases alone tell no mask can hide
            assert not follows(line(place), certain + told) or follows(line(place), certain)


def follows(wanted: list[int], known: list[list[int]]) -> bool:
    ranks = (np.linalg.matrix_rank(np.array(each)) for each in (known, [*known, wanted]))
    return int(next(ranks)) == int(next(ranks))


PARTS = some.lists(some.integers(0, 2), min_size=len(NAMES), max_size=len(NAMES))


FEW = some.tuples(*[some.tuples(*[some.sampled_from([0, 2, 4, 12, 20, 33])] * 3)] * len(NAMES))


@given(FEW, PARTS, PARTS)
def test_no_few_follow_from_breaks_that_part_the_same_respondents_otherwise(
    numbers: tuple[tuple[int, int, int], ...], bands: list[int], regions: list[int]
) -> None:
    """Age in six bands beside age in three, and in three others: one tells no few of another."""
    breaks = {
        "ward": {each: each for each in NAMES},
        "band": {each: f"b{band}" for each, band in zip(NAMES, bands, strict=True)},
        "region": {each: f"r{region}" for each, region in zip(NAMES, regions, strict=True)},
    }
    tells_no_few(numbers, breaks)


@settings(max_examples=tries(150))
@given(FEW, some.tuples(PARTS, PARTS, PARTS))
def test_no_few_follow_from_three_breaks_that_cross(
    numbers: tuple[tuple[int, int, int], ...], parts: tuple[list[int], ...]
) -> None:
    """What no two of them tell three may: one group less another, with one of the third."""
    breaks = {
        name: {each: f"{name}{part}" for each, part in zip(NAMES, own, strict=True)}
        for name, own in zip(("band", "region", "size"), parts, strict=True)
    }
    tells_no_few(numbers, breaks)


def test_masks_of_nobody_alone_hide_nothing() -> None:
    """With 40 of the south shown, nobody else there is nought, and three of the north are told."""
    counts = {"north": (3, 10, 30), "south": (0, 0, 40)}
    tab = wards(counts, ("north", "south"))["t0"]
    assert [shown(tab, each)[3] for each in counts] == ["c", "c"]


def tells_no_few(
    numbers: tuple[tuple[int, int, int], ...], breaks: dict[str, dict[str, str]]
) -> None:
    """What tables of a question by some breaks tell, solved together, is no figure of few."""
    counts, answers = dict(zip(NAMES, numbers, strict=True)), ("yes", "rather", "no")
    people = [(ward, a) for ward in NAMES for a in answers for _ in range(of(counts, ward, a))]
    cells = {"q1": [answer for _, answer in people]}
    cells |= {name: [made[ward] for ward, _ in people] for name, made in breaks.items()}
    groups = {name: sorted(set(made.values())) for name, made in breaks.items()}
    tables = tabulate(
        survey(
            cells,
            single("q1", sensitive=True),
            attributes=tuple(attribute(name, *made) for name, made in groups.items()),
            crosstabs=tuple(crosstab("q1", name, *made) for name, made in groups.items()),
        )
    )
    places = tuple(product(NAMES, answers))

    def line(wards: list[str], *wanted: str) -> list[int]:
        return [int(ward in wards and answer in wanted) for ward, answer in places]

    certain = [line(list(NAMES), answer) for answer in answers]
    certain += [line([w], a) for w in NAMES if not sum(counts[w]) for a in answers]
    told, few = [], []
    for name, made in groups.items():
        tab = tables[f"q1_by_{name}"]
        for group, base in zip(made, tab.bases[1:], strict=True):  # the first is everybody's
            wards = [ward for ward in NAMES if breaks[name][ward] == group]
            certain += [] if base.symbol else [line(wards, *answers)]
            for a in answers:
                told += [line(wards, a)] if tab.cell(group, a).value is not None else []
                few += [line(wards, a)] if 0 < sum(of(counts, w, a) for w in wards) < 5 else []
            told += [line(wards, "yes", "rather")] if tab.cell(group, "agree").value else []
    for each in few:
        assert not follows(each, certain + told) or follows(each, certain)


@given(
    some.tuples(*[some.tuples(*[some.sampled_from([0, 2, 4, 12, 20, 33])] * 3)] * 3),
    some.sampled_from([1, 2]),
)
def test_no_few_follow_from_a_table_the_other_way_round(
    numbers: tuple[tuple[int, int, int], ...], orders: int
) -> None:
    """Those in bad health by age, and the ages of those in bad health, are the same few."""
    names = ("yes", "rather", "no")
    places = tuple(product(names, names))
    counts = dict(zip(places, (each for row in numbers for each in row), strict=True))
    cells = {
        "q1": [answer for (_, answer), count in counts.items() for _ in range(count)],
        "q2": [group for (group, _), count in counts.items() for _ in range(count)],
    }
    tabs = (crosstab("q2", "q1", *names), crosstab("q1", "q2", *names))
    tables = tabulate(
        survey(
            cells,
            single("q1", sensitive=True),
            single("q2"),
            crosstabs=tabs[:orders],
        )
    )

    def line(groups: tuple[str, ...], *wanted: str) -> list[int]:
        return [int(group in groups and answer in wanted) for group, answer in places]

    certain = [line(names, answer) for answer in names]
    certain += [line((group,), *names) for group in names]
    told = []
    for (group, answer), (name, turned) in product(places, [("q2_by_q1", 1), ("q1_by_q2", 0)]):
        if name in tables:
            cell = tables[name].cell(*((answer, group) if turned else (group, answer)))
            told += [line((group,), answer)] if cell.value is not None else []
    for place, count in counts.items():
        if 0 < count < 5:
            each = line(place[:1], place[1])
            assert not follows(each, certain + told) or follows(each, certain)


def of(counts: dict[str, tuple[int, int, int]], ward: str, answer: str) -> int:
    return counts[ward][("yes", "rather", "no").index(answer)]


def test_a_break_of_fewer_groups_is_told_whole_where_one_of_more_can_keep_the_few() -> None:
    counts = {"north": (30, 30, 30), "south": (40, 30, 20), "east": (30, 30, 20)}
    counts["west"] = (30, 40, 3)
    wards = [w for w, numbers in counts.items() for _ in range(sum(numbers))]
    said = [
        answer
        for numbers in counts.values()
        for answer, number in zip(("yes", "rather", "no"), numbers, strict=True)
        for _ in range(number)
    ]
    late = ["late" if ward in ("east", "west") else "early" for ward in wards]
    told = tabulate(
        survey(
            {"q1": said, "ward": wards, "half": late},
            single("q1", sensitive=True),
            attributes=(attribute("ward", *counts), attribute("half", "early", "late")),
            crosstabs=(crosstab("q1", "half", "early", "late"), crosstab("q1", "ward", *counts)),
        )
    )
    # "no" of the east would tell the three of the west, beside 23 of the late
    assert shown(told["q1_by_half"], "late") == ["60", "70", "0", "23", "0", "130", "23"]
    assert shown(told["q1_by_ward"], "north") == ["30", "30", "0", "30", "0", "60", "30"]
    assert shown(told["q1_by_ward"], "west")[3] == "c"
    assert shown(told["q1_by_ward"], "east")[3] == "c"


SMALL_EAST = {"north": (50, 20, 15), "south": (40, 30, 10), "east": (3, 0, 1), "west": (4, 0, 2)}


def test_that_nobody_of_a_small_group_gave_an_answer_is_not_left_over() -> None:
    """All who said rather are in wards that are shown: those of the others would be none."""
    tab = wards(SMALL_EAST, ("north", "south", "east", "west"))["t0"]
    assert shown(tab, "east") == shown(tab, "west") == ["c"] * len(tab.columns)
    # "rather" alone would be told by the base
    assert shown(tab, "north") == ["50", "c", "0", "c", "0", "c", "c"]
    assert shown(tab, "south") == ["40", "30", "0", "10", "0", "70", "10"]


def test_that_nobody_of_a_small_group_gave_an_answer_is_not_told_by_a_wider_one() -> None:
    wide = {"north": "late", "south": "early", "east": "late", "west": "late"}
    counts = {**SMALL_EAST, "north": (50, 0, 15)}
    said = [
        answer
        for numbers in counts.values()
        for answer, number in zip(("yes", "rather", "no"), numbers, strict=True)
        for _ in range(number)
    ]
    places = [ward for ward, numbers in counts.items() for _ in range(sum(numbers))]
    told = tabulate(
        survey(
            {"q1": said, "ward": places, "half": [wide[ward] for ward in places]},
            single("q1", sensitive=True),
            attributes=(attribute("ward", *counts), attribute("half", "early", "late")),
            crosstabs=(crosstab("q1", "half", "early", "late"), crosstab("q1", "ward", *counts)),
        )
    )
    assert shown(told["q1_by_half"], "late")[1] == "c"
    assert shown(told["q1_by_half"], "early")[1] == "c"
