"""The order in which tables print answers and nets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.tables.grouped import grouped
from briefing.tables.model import Head, Part

NAMES = "abcdefg"
ANSWERS = tuple(Head(each, each, Part.ANSWER) for each in NAMES)


def net(name: str, *of: str) -> Head:
    return Head(name, name, Part.NET, of=of)


def printed(*nets: Head) -> str:
    """The columns in a line, an answer below a net with a point before it."""
    return " ".join(f"{'.' * below}{head.id}" for head, below in grouped((*ANSWERS, *nets)))


def test_a_net_stands_before_its_answers() -> None:
    assert printed(net("X", "b", "c"), net("Y", "f", "g")) == "a X .b .c d e Y .f .g"


def test_one_whose_answers_are_apart_or_shared_comes_last() -> None:
    assert printed(net("X", "a", "c"), net("Y", "c", "d"), net("Z", "d", "e")) == (
        "a b Y .c .d e f g X Z"
    )


def test_nets_can_be_left_out() -> None:
    assert [head for head, _ in grouped((*ANSWERS, net("X", "a")), nets=False)] == [*ANSWERS]


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), max_size=4))
def test_every_column_is_printed_once_and_answers_keep_their_order(nets: list[list[str]]) -> None:
    heads = [net(f"net{place}", *of) for place, of in enumerate(nets)]
    made = grouped((*ANSWERS, *heads))
    assert sorted(head.id for head, _ in made) == sorted([*NAMES, *(each.id for each in heads)])
    assert tuple(head for head, _ in made if head.part is Part.ANSWER) == ANSWERS
