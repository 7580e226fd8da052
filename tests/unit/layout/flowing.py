"""Pieces, tables and places as the tests of columns need them; stories drawn at random."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from briefing.brand.masters import Area
from briefing.diagnostics import Source
from briefing.drawing import Rect
from briefing.layout.pages import Box, Elastic, Fragment, Strip
from briefing.structure import Node, Role

HERE = Source("words.md", 1)
CELL = Node(Role.DATA)


def strip(
    height: float, gap: float = 0.0, *, keep: bool = False, head: bool = False, opens: bool = False
) -> Strip:
    box = Box(CELL, Rect(0, 0, 10, height), (), anchor="here" if head else "")
    return Strip(height, (box,), gap, keep, head, opens)


def fragment(*pieces: Strip | Elastic, name: str = "block", gap: float = 0.0) -> Fragment:
    return Fragment(name, HERE, pieces, gap)


def place(height: float, flow: int = 1, grid: float = 0.0) -> Area:
    rect = Rect(50, 100, 200, height)
    return Area("place", rect, ("block",), flow=flow, gutter=20, baseline=grid)


def table(rows: int, height: float = 10) -> Fragment:
    head = strip(12, keep=True, head=True)
    return fragment(head, *(strip(height) for _ in range(rows)), name="table")


def parted_table(first: int, second: int) -> Fragment:
    """A table too wide for its place: one part of its columns, 12 points of head, below another."""
    lower = strip(15, keep=True, head=True)
    return fragment(*table(first).pieces, lower, *(strip(11) for _ in range(second)))


def heights(fragments: tuple[Fragment, ...]) -> list[float]:
    return [p.height for each in fragments for p in each.pieces if isinstance(p, Strip)]


def running(count: int, gap: float = 6, line: float = 14) -> Fragment:
    """A paragraph of so many lines, its first two and its last two held together."""
    held = {0, count - 2}
    lines = [strip(line, keep=place in held) for place in range(count)]
    return replace(fragment(*lines, gap=gap), line=line)


pieces = st.lists(
    st.builds(
        strip,
        st.integers(5, 60),
        st.sampled_from([0.0, 6.0]),
        keep=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)
stories = st.lists(
    st.tuples(st.booleans(), pieces).map(
        lambda made: fragment(*([strip(9, keep=True, head=True)] if made[0] else []), *made[1])
    ),
    min_size=1,
    max_size=4,
)
_words = st.one_of(
    st.integers(2, 9).map(running),
    st.just(fragment(strip(17, 4, keep=True), name="subheading")),
    st.integers(1, 4).map(lambda lines: fragment(*[strip(11)] * lines, gap=5.0, name="note")),
    st.integers(2, 6).map(table),
)
running_words = st.lists(_words, min_size=1, max_size=12).map(lambda made: [*made, running(4)])
"""Paragraphs with headings, small print and tables among them."""
