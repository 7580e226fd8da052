from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from briefing.survey.model import NOT_ASKED
from briefing.survey.question import SmallBases
from briefing.tables.tabulate import tabulate
from tests.unit.tables.surveys import attribute, crosstab, single, survey

if TYPE_CHECKING:
    from briefing.survey.model import Survey

BASES = {"yes": 60, "rather": 35, "neither": 20, "no": 12, "dk": 4}


def broken(*groups: str, bases: dict[str, int] | None = None, small: str = "suppress") -> Survey:
    """A survey whose break has groups of known sizes; all groups answer alike."""
    sizes = BASES if bases is None else bases
    by = [group for group, size in sizes.items() for _ in range(size)]
    answers = ["yes" if place % 2 else "no" for place in range(len(by))]
    return survey(
        {"q1": answers, "q2": by},
        single("q1"),
        single("q2"),
        crosstabs=(crosstab("q1", "q2", *groups),),
        small_bases=SmallBases(small),
    )


def symbols(book: Survey) -> list[str]:
    """The symbols of the groups; everybody is told."""
    table = tabulate(book)["q1_by_q2"]
    assert not any(cell.symbol for cell in table.cells[0])
    found = [{cell.symbol for cell in row} for row in table.cells[1:]]
    assert all(len(row) == 1 for row in found)
    return [row.pop() for row in found]


def test_groups_are_treated_by_the_size_of_their_base() -> None:
    # 4 is hidden, and 12 with it, since the total would tell it; 20 is unreliable; 35 has a caution
    book = broken("yes", "rather", "neither", "no", "dk")
    assert symbols(book) == ["", "", "u", "c", "c"]
    table = tabulate(book)["q1_by_q2"]
    assert [base.caution for base in table.bases[1:]] == [False, True, False, False, False]
    assert [note[:3] for note in table.notes[1:4]] == ["[c]", "[c]", "[u]"]


def test_base_of_a_suppressed_group_is_not_told() -> None:
    base = tabulate(broken("yes", "dk"))["q1_by_q2"].bases[2]
    assert (base.n, base.symbol) == (0, "c")
    assert base.words == "fewer than 10 keepers (Do not know)"


def test_nothing_can_be_had_by_subtraction_from_the_total() -> None:
    hidden = broken("yes", "rather", "dk", bases={"yes": 60, "rather": 40, "dk": 4})
    assert symbols(hidden) == ["", "c", "c"]


def test_nothing_can_be_had_by_subtraction_from_a_net() -> None:
    # agree is yes and rather together: with yes shown it would tell rather
    book = broken("yes", "rather", "agree", bases={"yes": 60, "rather": 5, "no": 40})
    assert symbols(book) == ["c", "c", ""]


def test_two_hidden_groups_hide_each_other() -> None:
    book = broken("yes", "no", "dk", bases={"yes": 60, "no": 5, "dk": 4})
    assert symbols(book) == ["", "c", "c"]


@pytest.mark.parametrize(
    ("bases", "expected"),
    [
        # one each: two hidden groups of 2 respondents together leave nothing to guess
        ({"yes": 60, "rather": 40, "no": 1, "dk": 1}, ["", "c", "c", "c"]),
        ({"yes": 60, "rather": 40, "no": 2, "dk": 1}, ["", "", "c", "c"]),
        # "fewer than 10" twice of 18 is nine each; of 17 it may be eight or nine
        ({"yes": 60, "rather": 40, "no": 9, "dk": 9}, ["", "c", "c", "c"]),
        ({"yes": 60, "rather": 40, "no": 9, "dk": 8}, ["", "", "c", "c"]),
        # "fewer than 10" beside one that is not, of 11 together
        ({"yes": 60, "rather": 40, "no": 10, "dk": 1}, ["", "c", "u", "c"]),
        ({"yes": 60, "rather": 40, "no": 11, "dk": 1}, ["", "", "c", "c"]),
    ],
)
def test_hidden_groups_leave_more_than_one_size_for_each(
    bases: dict[str, int], expected: list[str]
) -> None:
    assert symbols(broken("yes", "rather", "no", "dk", bases=bases)) == expected


def test_where_all_groups_are_hidden_no_words_tell_which_are_small() -> None:
    table = tabulate(broken("yes", "no", bases={"yes": 10, "no": 1}))["q1_by_q2"]
    assert [base.words for base in table.bases[1:]] == [
        "keepers (Yes), number not shown",
        "keepers (No), number not shown",
    ]
    assert not any("fewer than" in note for note in table.notes)


def test_group_that_cannot_be_told_is_hidden_alone() -> None:
    # most groups of the break are not shown, so the total tells nothing of one of them
    assert symbols(broken("yes", "dk")) == ["", "c"]


def test_group_of_nobody_is_told_as_such() -> None:
    book = broken("yes", "no", bases={"yes": 60})
    assert symbols(book) == ["", "w"]
    assert "[w] No respondents." in tabulate(book)["q1_by_q2"].notes
    assert not any(
        "[w]" in note for note in tabulate(broken("yes", bases={"yes": 60}))["q1_by_q2"].notes
    )


@pytest.mark.parametrize(("size", "symbol"), [(9, "c"), (10, "u"), (29, "u"), (30, ""), (49, "")])
def test_thresholds(size: int, symbol: str) -> None:
    bases = {"yes": 60, "rather": 60, "no": size}
    assert symbols(broken("yes", "no", bases=bases))[1] == symbol


def test_survey_may_show_small_bases_with_a_caution() -> None:
    book = broken("yes", "no", "dk", small="show")
    table = tabulate(book)["q1_by_q2"]
    assert symbols(book) == ["", "", ""]
    assert [base.caution for base in table.bases[1:]] == [False, True, True]
    assert table.cell("dk", "yes").count == 2


def test_group_that_is_left_out_of_a_table_cannot_be_had_from_it() -> None:
    # 4 said dk; the total is known, so all the others together would tell them
    sizes = {"yes": 60, "rather": 40, "neither": 30, "dk": 4}
    assert symbols(broken("yes", "rather", "neither", bases=sizes)) == ["", "", "c"]


def test_one_table_does_not_tell_what_another_hides() -> None:
    sizes = {"yes": 60, "rather": 40, "neither": 30, "dk": 4}
    book = broken("yes", "rather", "neither", "dk", bases=sizes)
    alone = replace(crosstab("q1", "q2", "neither"), id="alone")
    codebook = replace(book.codebook, crosstabs=(*book.codebook.crosstabs, alone))
    tables = tabulate(replace(book, codebook=codebook))
    assert [cells[0].symbol for cells in tables["q1_by_q2"].cells[1:]] == ["", "", "c", "c"]
    assert {cell.symbol for cell in tables["alone"].cells[1]} == {"c"}
    assert any("subtraction" in note for note in tables["alone"].notes)


def test_a_break_may_be_shown_where_the_survey_suppresses() -> None:
    book = broken("yes", "dk")
    shown = replace(book.codebook.questions[1], small_bases=(("treatment", "show"),))
    codebook = replace(book.codebook, questions=(book.codebook.questions[0], shown))
    table = tabulate(replace(book, codebook=codebook))["q1_by_q2"]
    assert [base.n for base in table.bases[1:]] == [60, 4]
    assert all(cell.value is not None for _, _, cell in table)


@given(
    some.lists(some.sampled_from([0, 1, 3, 8, 12, 35, 60]), min_size=5, max_size=5),
    some.lists(
        some.lists(some.sampled_from([*BASES, "agree", "against"]), min_size=1, unique=True),
        min_size=1,
        max_size=3,
    ),
)
def test_no_small_group_follows_from_what_all_tables_and_the_total_show(
    sizes: list[int], wanted: list[list[str]]
) -> None:
    known = dict(zip(BASES, sizes, strict=True))
    nets = {"agree": ["yes", "rather"], "against": ["no"]}
    book = broken("yes", bases=known)
    tabs = tuple(
        replace(crosstab("q1", "q2", *groups), id=f"t{number}")
        for number, groups in enumerate(wanted)
    )
    tables = tabulate(replace(book, codebook=replace(book.codebook, crosstabs=tabs)))
    certain = [[1] * len(BASES)]
    certain += [[int(each == name) for each in BASES] for name, size in known.items() if not size]
    rows = []
    for tab, groups in zip(tabs, wanted, strict=True):
        for group, cells in zip(groups, tables[tab.id].cells[1:], strict=True):
            if cells[0].value is not None:
                rows.append([int(each in nets.get(group, [group])) for each in BASES])
    for name, size in known.items():
        if 0 < size < 10:
            one = [int(each == name) for each in BASES]
            # what is told by the total and by answers that nobody gave no table can hide
            assert not follows(one, certain + rows) or follows(one, certain)


@given(
    some.lists(some.sampled_from([0, 1, 3, 8, 12, 35, 60]), min_size=5, max_size=5),
    some.lists(some.integers(0, 2), min_size=5, max_size=5),
)
def test_no_small_group_follows_from_a_break_beside_one_of_fewer_groups(
    sizes: list[int], bands: list[int]
) -> None:
    """Age in six bands beside age in three: what is left of the three tells nothing of the six."""
    known, made = dict(zip(BASES, sizes, strict=True)), dict(zip(BASES, bands, strict=True))
    book = broken(*BASES, bases=known)
    answers = {name: book.answers[name].tolist() for name in ("q1", "q2")}
    answers["wide"] = [f"g{made[each]}" for each in answers["q2"]]
    wide = sorted({f"g{each}" for each in bands})
    told = tabulate(
        survey(
            answers,
            single("q1"),
            single("q2"),
            attributes=(attribute("wide", *wide),),
            crosstabs=(crosstab("q1", "q2", *BASES), crosstab("q1", "wide", *wide)),
        )
    )
    of_bands = {name: [int(f"g{made[each]}" == name) for each in BASES] for name in wide}
    of_parts = {name: [int(each == name) for each in BASES] for name in BASES}
    certain = [[1] * len(BASES), *(of_parts[name] for name, size in known.items() if not size)]
    rows = [
        vector
        for table, vectors in (("q1_by_q2", of_parts), ("q1_by_wide", of_bands))
        for vector, cells in zip(vectors.values(), told[table].cells[1:], strict=True)
        if cells[0].value is not None
    ]
    for vector in (*of_parts.values(), *of_bands.values()):
        if 0 < sum(size for size, part in zip(sizes, vector, strict=True) if part) < 10:
            assert not follows(vector, certain + rows) or follows(vector, certain)


THREE = some.lists(some.lists(some.integers(0, 2), min_size=5, max_size=5), min_size=3, max_size=3)


@given(some.lists(some.sampled_from([0, 1, 3, 8, 12, 35, 60]), min_size=5, max_size=5), THREE)
@example([8, 12, 35, 60, 12], [[0, 1, 1, 1, 1], [0, 0, 1, 1, 1], [1, 0, 1, 1, 1]])
def test_no_small_group_follows_from_three_breaks_that_cross(
    sizes: list[int], bands: list[list[int]]
) -> None:
    """None of them is made of another's groups: they hang together as three alone."""
    known = dict(zip(BASES, sizes, strict=True))
    book = broken(*BASES, bases=known)
    answers = {name: book.answers[name].tolist() for name in ("q1", "q2")}
    vectors: dict[str, dict[str, list[int]]] = {}
    for number, parts in enumerate(bands):
        made = dict(zip(BASES, parts, strict=True))
        answers[f"b{number}"] = [f"g{made[each]}" for each in answers["q2"]]
        vectors[f"b{number}"] = {
            f"g{part}": [int(each == part) for each in parts] for part in sorted(set(parts))
        }
    told = tabulate(
        survey(
            answers,
            single("q1"),
            single("q2"),
            attributes=tuple(attribute(name, *groups) for name, groups in vectors.items()),
            crosstabs=tuple(crosstab("q1", name, *groups) for name, groups in vectors.items()),
        )
    )
    certain = [[1] * len(BASES)]
    certain += [[int(each == name) for each in BASES] for name, size in known.items() if not size]
    rows = [
        vector
        for name, groups in vectors.items()
        for vector, cells in zip(groups.values(), told[f"q1_by_{name}"].cells[1:], strict=True)
        if cells[0].value is not None
    ]
    for vector in (each for groups in vectors.values() for each in groups.values()):
        if 0 < sum(size for size, part in zip(sizes, vector, strict=True) if part) < 10:
            assert not follows(vector, certain + rows) or follows(vector, certain)


def test_a_break_of_fewer_groups_is_told_whole_beside_one_of_more() -> None:
    book = broken(*BASES, bases={"yes": 60, "rather": 50, "neither": 12, "no": 30, "dk": 4})
    answers = {name: book.answers[name].tolist() for name in ("q1", "q2")}
    answers["wide"] = ["late" if each in ("no", "dk") else "early" for each in answers["q2"]]
    told = tabulate(
        survey(
            answers,
            single("q1"),
            single("q2"),
            attributes=(attribute("wide", "early", "late"),),
            crosstabs=(crosstab("q1", "q2", *BASES), crosstab("q1", "wide", "early", "late")),
        )
    )
    # of "late", less "no", four would be left: "neither" does not hide them, nor is it needed then
    assert [row[0].symbol for row in told["q1_by_q2"].cells[1:]] == ["", "", "u", "c", "c"]
    assert [row[0].symbol for row in told["q1_by_wide"].cells[1:]] == ["", ""]


def test_what_few_answered_is_not_what_is_left_of_a_question_that_was_asked_of_them_alone() -> None:
    """Who was asked the second question are those who said yes to the first."""
    said = {"late": (4, 2), "noon": (33, 2), "dawn": (31, 9), "early": (50, 20)}
    answers: dict[str, list[str]] = {"q1": [], "q2": [], "when": []}
    for group, (yes, no) in said.items():
        answers["q1"] += ["yes"] * yes + ["no"] * no
        answers["q2"] += ["rather", "no"] * (yes // 2) + ["no"] * (yes % 2) + [NOT_ASKED] * no
        answers["when"] += [group] * (yes + no)
    tabs = (crosstab("q1", "when", *said), crosstab("q2", "when", *said))
    told = tabulate(
        survey(
            answers,
            single("q1"),
            single("q2"),
            attributes=(attribute("when", *said),),
            crosstabs=tabs,
        )
    )
    for table in ("q1_by_when", "q2_by_when"):
        assert [base.symbol for base in told[table].bases[1:]] == ["c", "c", "", ""]


def follows(wanted: list[int], known: list[list[int]]) -> bool:
    ranks = [np.linalg.matrix_rank(np.array(each)) for each in (known, [*known, wanted])]
    return bool(ranks[0] == ranks[1])


def test_a_table_the_other_way_round_tells_nothing_of_a_group_that_is_hidden() -> None:
    counts = {"yes": (3, 2, 2), "rather": (30, 40, 50), "no": (35, 33, 20)}
    answers: dict[str, list[str]] = {"q1": [], "q2": []}
    for group, numbers in counts.items():
        for answer, number in zip(("yes", "rather", "no"), numbers, strict=True):
            answers["q1"] += [answer] * number
            answers["q2"] += [group] * number
    names = ("yes", "rather", "no")
    tabs = (crosstab("q1", "q2", *names), crosstab("q2", "q1", *names))
    asked = (single("q1"), single("q2"))
    tables = tabulate(survey(answers, *asked, crosstabs=tabs))
    hidden = tables["q1_by_q2"]
    assert hidden.cell("yes", "yes").symbol == hidden.cell("no", "yes").symbol == "c"
    turned = tables["q2_by_q1"]
    assert [base.n for base in turned.bases[1:]] == [68, 75, 72]
    for row in names:
        told = {head.id: turned.cell(row, head.id).count for head in turned.columns}
        # "no" would tell "yes" by the base, "agree" by "rather"
        missing = {name for name, count in told.items() if count is None}
        assert missing == {"yes", "no", "agree", "against"}
    assert any("[c]" in note for note in turned.notes)
    alone = tabulate(survey(answers, *asked, crosstabs=tabs[1:]))["q2_by_q1"]
    assert alone.cell("yes", "yes").count == 3
    shown = tabulate(survey(answers, *asked, crosstabs=tabs, small_bases=SmallBases("show")))[
        "q2_by_q1"
    ]
    assert shown.cell("yes", "yes").count == 3
