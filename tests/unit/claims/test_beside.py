"""Cells beside each other, as press officers say it: alike, apart, ahead by so much."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from briefing.claims.behind import foreign_unit
from briefing.claims.calling import miscalled
from briefing.claims.figures import Figure
from briefing.claims.labels import label_before, label_behind
from briefing.claims.poles import contrary, contrary_in_front, contrary_within
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import judge, told


def shares(*points: float) -> list[Figure]:
    return [
        Figure("q", f"a{at}", "pct", Fraction(str(each)) / 100, f"A{at}")
        for at, each in enumerate(points)
    ]


def means(*values: float) -> list[Figure]:
    return [
        Figure("q", f"a{at}", "number", Fraction(str(each)), f"A{at}")
        for at, each in enumerate(values)
    ]


ALIKE = (
    "does not vary",
    "did not change",
    "has hardly changed",
    "varies little",
    "no difference",
    "close together",
    "close behind each other",
    "neck and neck",
    "about as many",
)


@pytest.mark.parametrize("words", ALIKE)
def test_what_is_said_to_be_alike_is_within_three_points(words: str) -> None:
    assert judge(words, shares(50, 52, 53)).true
    assert not judge(words, shares(50, 52, 53.1)).true


@pytest.mark.parametrize(
    ("words", "points", "true"),
    [
        ("changed", (50, 54), True),
        ("changed", (50, 52), False),
        ("does not vary widely", (50, 59), True),
        ("does not vary widely", (50, 60), False),
        ("differ markedly", (50, 55), True),
        ("differ markedly", (50, 54), False),
        ("differ slightly", (50, 52), True),
        ("differ slightly", (50, 54), False),
        ("almost as many", (48, 50), True),
        ("almost as many", (51, 50), False),
        ("almost as many", (46, 50), False),
        ("not as many", (46, 50), True),
        ("not as many", (50, 46), False),
        ("as many", (50, 50.4), True),
        ("as many", (50, 51), False),
        ("half as many again", (45, 30), True),
        ("half as many again", (15, 30), False),
        ("more than half as many again", (44, 30), False),
        ("rose significantly", (52, 50), False),
        ("rose significantly", (56, 50), True),
        ("rose dramatically", (56, 50), False),
        ("edged down", (50, 51), True),
        ("edged down", (51, 50), False),
        ("up on last year", (51, 50), True),
    ],
)
def test_degrees_are_never_passed_over(
    words: str, points: tuple[float, ...], *, true: bool
) -> None:
    assert judge(words, shares(*points)).true is true


@pytest.mark.parametrize(
    ("words", "points", "true"),
    [
        ("behind both", (40, 50, 60), True),
        ("behind both", (55, 50, 60), False),
        ("ahead of all three", (70, 50, 60, 65), True),
        ("ahead of all three", (62, 50, 60, 65), False),
        ("ahead of all but one of the three", (62, 50, 60, 65), True),
        ("within ten points", (50, 55, 60), True),
        ("within nine points", (50, 55, 60), False),
        ("ahead by 8 points", (58, 50), True),
        ("ahead by 9 points", (58, 50), False),
        ("behind by eight points", (58, 50), False),
        ("up from 48 per cent", (53, 48), True),
        ("up from 49 per cent", (53, 48), False),
        ("down from 48 per cent", (53, 48), False),
        ("53 per cent, up from 48", (53, 48), True),
        ("53 per cent, up from 47", (53, 48), False),
        ("53 per cent agree now, up from just under half", (53, 48), True),
        ("53 per cent agree now, down from 48", (53, 48), False),
        ("rose to 53 per cent", (53, 48), True),
        ("rose to 53 per cent", (48, 53), False),
        ("none of the three is over half", (40, 45, 50), True),
        ("none of the three is over half", (40, 45, 51), False),
        ("no group reaches half", (40, 45, 49), True),
        ("no group reaches half", (40, 45, 80), False),
        ("neither has a majority", (40, 50), True),
        ("neither has a majority", (40, 51), False),
        ("two of the three are over half", (40, 55, 60), True),
        ("two of the three are over half", (51, 55, 60), False),
        ("only one of the three is under half", (40, 55, 60), True),
        ("every one of the three reaches half", (50, 55, 90), True),
    ],
)
def test_of_which_cells_it_is_said(words: str, points: tuple[float, ...], *, true: bool) -> None:
    assert judge(words, shares(*points)).true is true


@pytest.mark.parametrize(
    ("words", "values", "true"),
    [
        ("5 minutes longer", (18.1, 13.1), True),
        ("five minutes longer", (13.1, 18.1), False),
        ("5 minutes fewer than", (13.1, 18.1), True),
        ("6 minutes fewer than", (13.1, 18.1), False),
        ("almost 2 higher", (1.9, 0), True),
        ("almost 4 higher", (1.9, 0), False),
        ("longer", (18.1, 13.1), True),
        ("shorter", (18.1, 13.1), False),
        ("just under 16 minutes", (15.6,), True),
        ("just under 16 minutes", (15.4,), False),
    ],
)
def test_differences_of_means(words: str, values: tuple[float, ...], *, true: bool) -> None:
    assert judge(words, means(*values)).true is true


@pytest.mark.parametrize(
    ("words", "own", "others", "true"),
    [
        ("the most engaged by 8 points", 58, (50, 40), True),
        ("the most engaged by 9 points", 58, (50, 40), False),
        ("the highest by ten points", 58, (50, 40), False),
        ("the lowest, by more than 8 points", 30, (50, 40), True),
        ("higher than in any other group", 58, (50, 40), True),
        ("higher than any other", 45, (50, 40), False),
        ("fewer than any other", 30, (50, 40), True),
        ("last but one", 45, (50, 40), True),
        ("last but one", 40, (50, 45), False),
        ("second from bottom", 45, (50, 48, 40), True),
        ("second from bottom", 48, (50, 45, 40), False),
        ("next to last", 40, (50, 45), False),
        ("in third place", 40, (50, 45, 30), True),
    ],
)
def test_places_and_their_leads(
    words: str, own: float, others: tuple[float, ...], *, true: bool
) -> None:
    first, *rest = shares(own, *others)
    assert judge(words, [first], rest).true is true


def test_the_shortest_takes_the_fewest_minutes() -> None:
    short, *others = means(13, 15, 18)
    assert judge("the shortest", [short], others).true
    assert not judge("the longest", [short], others).true


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("quicker than", means(18, 13)),
        ("shorter", shares(18, 13)),
        ("one in three more", shares(40, 30)),
        ("20 per cent more", shares(36, 30)),
        ("none of the three wins two thirds", shares(40, 50, 80)),
        ("the only ones over half", shares(60)),
    ],
)
def test_words_that_could_mean_either_are_refused(words: str, figures: list[Figure]) -> None:
    with pytest.raises(UnclearClaimError):
        judge(words, figures)


@pytest.mark.parametrize(
    ("words", "points", "true"),
    [
        ("a third more", (40, 30), True),
        ("a third more", (41, 30), False),
        ("a third more", (30, 40), False),
        ("over a third more", (41, 30), True),
        ("a quarter fewer", (30, 40), True),
        ("two thirds higher", (50, 30), True),
        ("half more", (45, 30), True),
        ("almost half more", (44.5, 30), True),
    ],
)
def test_a_part_more_is_of_the_second(
    words: str, points: tuple[float, float], *, true: bool
) -> None:
    assert judge(words, shares(*points)).true is true


def test_a_part_more_is_told_as_a_multiple() -> None:
    assert judge("a third more", shares(45, 30)).hint == "the first is 1.50 times the second"


@pytest.mark.parametrize(
    ("words", "own", "others", "true"),
    [
        ("the only ones over half", (60,), (40, 50), True),
        ("the only ones over half", (60,), (40, 55), False),
        ("the only ones over half", (45,), (40, 30), False),
        ("the only group where most agree", (60,), (40, 30), True),
        ("the only two below a third", (20, 30), (40, 60), True),
        ("the only one that does not reach half", (40,), (60,), None),
        ("the only one below a third", (20, 30), (40, 60), None),
        ("the only ones", (60,), (40,), None),
    ],
)
def test_the_only_ones_are_set_beside_all_others(
    words: str, own: tuple[float, ...], others: tuple[float, ...], *, true: bool | None
) -> None:
    cells = shares(*own, *others)
    figures, among = cells[: len(own)], cells[len(own) :]
    if true is None:
        with pytest.raises(UnclearClaimError):
            judge(words, figures, among)
    else:
        assert judge(words, figures, among).true is true


def test_a_false_comparison_is_told_by_how_much() -> None:
    assert judge("twice as many", shares(50, 30)).hint == "the first is 1.67 times the second"
    assert judge("rose by 3 points", shares(50, 45)).hint == (
        "the first less the second is 5.0 percentage points"
    )
    assert judge("do not vary", shares(50, 45, 60)).hint == (
        "the highest and the lowest are 15.0 percentage points apart"
    )


def test_what_is_almost_a_whole_number_is_told_from_one() -> None:
    [almost] = shares(49.95)
    assert told(almost) == "q.a0 is 49.95 per cent"
    assert told(*shares(50)) == "q.a0 is 50.0 per cent"
    assert told(*shares(34.43)) == "q.a0 is 34.4 per cent"


SATISFIED = Figure(
    "q", "a", "pct", Fraction(1, 2), "A", base=80, answer="Very or fairly satisfied", row="Under 40"
)


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("half are dissatisfied", True),
        ("more dissatisfied than before", True),
        ("half are very dissatisfied", True),
        ("half are satisfied", False),
        ("half are not dissatisfied", False),
        ("half of the dissatisfied", False),
    ],
)
def test_a_claim_of_the_other_pole_is_known(words: str, *, other: bool) -> None:
    assert contrary_within(words, SATISFIED) is other
    neither = replace(SATISFIED, answer="Neither satisfied nor dissatisfied")
    assert not contrary_within(words, neither)


@pytest.mark.parametrize(
    ("words", "answer", "other"),
    [
        ("Dissatisfaction rose", "Satisfied", True),
        ("the level of dissatisfaction fell", "Fairly satisfied", True),
        ("satisfaction rose", "Dissatisfied", True),
        ("unhappiness has grown", "Happy", True),
        ("disagreement is wider", "Tend to agree", True),
        ("disapproval rose", "Approve", True),
        ("satisfaction rose", "Satisfied", False),
        ("dissatisfaction rose", "Dissatisfied", False),
        ("the causes of dissatisfaction rose", "Satisfied", False),
        ("happenings rose", "Unhappy", False),
        ("dissatisfaction rose", "Neither satisfied nor dissatisfied", False),
    ],
)
def test_the_other_pole_as_a_noun_is_known(words: str, answer: str, *, other: bool) -> None:
    assert contrary_within(words, replace(SATISFIED, answer=answer)) is other


def test_the_other_pole_in_front_is_known_unless_the_answer_itself_follows() -> None:
    assert contrary_in_front("Overall, dissatisfaction has ", ".", SATISFIED)
    assert not contrary_in_front("Dissatisfaction fell, and ", ".", SATISFIED)
    assert not contrary_in_front("Dissatisfaction fell as ", " were satisfied", SATISFIED)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("unhappier than before", "Satisfied"),
        ("angrier than before", "Very happy"),
        ("happier than before", "Dissatisfied"),
        ("better than before", "Poor"),
        ("worse than before", "Poor"),
        ("improved", "Very difficult"),
    ],
)
def test_words_of_one_pole_never_rest_on_answers_of_the_other(words: str, answer: str) -> None:
    rising, falling = ([replace(each, answer=answer) for each in shares(*a)] for a in _BOTH_WAYS)
    for figures in (rising, falling):
        with pytest.raises(UnclearClaimError, match="may be of more of them or of fewer"):
            judge(words, figures)
    own = [replace(each, answer="Yes") for each in rising]
    assert judge(words, own).true is not judge(words, own[::-1]).true


_BOTH_WAYS = ((40, 30), (30, 40))


@pytest.mark.parametrize(
    ("before", "kind", "called"),
    [
        ("The mean score is ", "pct", "mean score"),
        ("The average rating of the service was only ", "pct", "average rating"),
        ("The median: ", "count", "median"),
        ("The share of residents who agree is ", "count", "share"),
        ("A percentage is told; the percentage was ", "score", "percentage"),
        ("It has a mean of ", "pct", "mean"),
        ("The mean of ", "base", ""),
        ("The share of ", "base", ""),
        ("The mean score is ", "score", ""),
        ("The share of residents who agree is ", "pct", ""),
        ("The average share of those who agree is ", "pct", ""),
        ("On average ", "pct", ""),
        ("On average, the mean is out; it is ", "pct", ""),
        ("What people mean by it is ", "pct", ""),
    ],
)
def test_what_a_figure_is_called_is_what_it_is(before: str, kind: str, called: str) -> None:
    assert miscalled(before, replace(SATISFIED, kind=kind)) == called


def test_the_unit_behind_a_mean_is_its_own() -> None:
    spent = replace(SATISFIED, kind="number", unit="£")
    assert foreign_unit(" per cent", spent) == "per cent"
    assert foreign_unit(" percentage points", spent) == "percentage points"
    assert not foreign_unit(" per cent", replace(spent, unit=""))
    assert miscalled("The share of it is ", spent) == "share"
    assert not miscalled("The share of it is ", replace(spent, unit="%"))


def test_the_other_pole_of_a_net_is_known_behind_its_figure() -> None:
    assert contrary(" are dissatisfied", SATISFIED)
    assert contrary(" of them are fairly dissatisfied", SATISFIED)
    assert not contrary(" are satisfied", SATISFIED)
    assert not contrary(" of the dissatisfied", SATISFIED)


@pytest.mark.parametrize(
    ("answer", "behind", "found"),
    [
        ("Strongly support or tend to support", " oppose the toll", "oppose"),
        ("Strongly support or tend to support", " of residents are against it", "against"),
        ("Tend to oppose or strongly oppose", " are in favour of it", "in favour"),
        ("Very or fairly satisfied", " are unhappy with the pier", "unhappy"),
        ("Very or fairly happy", " are dissatisfied", "dissatisfied"),
        ("Not very or not at all happy", " are happy with it", "happy"),
        ("Very or fairly safe", " feel in danger at night", "in danger"),
        ("Agree", " dispute it", "dispute"),
    ],
)
def test_an_opposite_without_a_prefix_is_no_word_for_an_answer(
    answer: str, behind: str, found: str
) -> None:
    figure = replace(SATISFIED, answer=answer)
    assert contrary(behind, figure).endswith(found)


@pytest.mark.parametrize(
    ("answer", "behind"),
    [
        ("Strongly support or tend to support", " support the toll"),
        ("Strongly support or tend to support", " of those against the toll support the ferry"),
        ("Very or fairly satisfied", " are happy with the pier"),
        ("Not very or not at all happy", " are not happy with it"),
        ("Not very or not at all happy", " are unhappy with it"),
    ],
)
def test_another_word_for_the_same_end_is_let_pass(answer: str, behind: str) -> None:
    assert not contrary(behind, replace(SATISFIED, answer=answer))


def test_the_noun_of_an_opposite_is_not_what_an_answer_is_called() -> None:
    support = replace(SATISFIED, answer="Strongly support or tend to support")
    assert contrary_in_front("Opposition stands at ", ".", support)
    assert not contrary_in_front("Support stands at ", ".", support)


@pytest.mark.parametrize(
    ("words", "points", "true"),
    [
        ("rose by a third", (40, 30), True),
        ("rose by a third", (40, 35), False),
        ("fell by a third", (20, 30), True),
        ("fell by a third", (30, 20), False),
        ("rose by almost half", (44.5, 30), True),
    ],
)
def test_a_share_may_rise_by_a_part_of_itself(
    words: str, points: tuple[float, float], *, true: bool
) -> None:
    assert judge(words, shares(*points)).true is true


def test_a_change_in_per_cent_is_not_understood() -> None:
    with pytest.raises(UnclearClaimError):
        judge("rose by 20 per cent", shares(40, 30))


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("Under 40: ", "Under 40"),
        ("65 and over: half; under 40: ", "under 40"),
        ("Over 40: ", ""),
        ("Under 40 and over: ", ""),
    ],
)
def test_the_label_of_its_group_in_front_of_a_figure(before: str, named: str) -> None:
    group = replace(SATISFIED, group=True)
    found = label_before(before, [group])
    assert (before[slice(*found)] if found else "") == named
    assert label_before(before, [SATISFIED]) is None


def test_the_label_of_its_group_in_brackets_behind_a_figure() -> None:
    group = replace(SATISFIED, group=True)
    assert label_behind(" (under 40)", [group]) == (2, 10)
    assert label_behind(" (under 40)", [group, replace(group, row="Over 40")]) is None
