"""Exports at random: small surveys of any kinds of question, as a plain sheet under one head."""

from __future__ import annotations

import csv
import io

from hypothesis import strategies as st

Rows = list[list[str]]
Columns = list[tuple[str, list[str]]]
"""(head, cells) of columns side by side."""

SCALES = (
    ("Strongly agree", "Agree", "Neither agree nor disagree", "Disagree", "Strongly disagree"),
    ("Very satisfied", "Fairly satisfied", "Fairly dissatisfied", "Very dissatisfied"),
    ("Daily", "Weekly", "Monthly", "Less often", "Never", "Don't know"),
    ("Excellent", "Good", "Fair", "Poor", "Not applicable"),
    ("Yes", "No", "Not sure"),
    ("1", "2", "3", "4", "5"),
    ("Under 18", "18-34", "35-64", "65+", "Prefer not to say"),
    ("Very important", "Quite important", "Not very important", "Not at all important"),
)
WORDINGS = (
    "How satisfied are you with your local area?",
    "To what extent do you agree that {{ q1.pct }} works?",
    "Which half of the 12 *buses* do you take, most people?",
    "Q3. How often do you visit [the library]",
    "Please rank these in order: 1 is best",
    "Name",
    "Region",
    "What else would you like to say? Write as much as you want; nobody cuts it short, promised.",
    "On a scale of 0-10, how likely are you to recommend us?",
    "::: {.chart}",
    "weight",
    "q7",
    "age group",
)
_LETTERS = "abcdefghijklmnop ABCDEFÀÉŵŷ*_`#<>[]{}|\\\"'&%:;,.!?=-+/()0123456789😀寿"
labels = st.one_of(
    st.sampled_from(("Bus", "Car", "Other", "None of these", "On foot", "A third of us", "50%")),
    st.text(_LETTERS, min_size=1, max_size=40),
    st.just(
        "A label that goes on for so long that it needs lines of its own wherever it stands " * 2
    ),
)
heads = st.one_of(st.sampled_from(WORDINGS), st.text(_LETTERS, min_size=1, max_size=60))


@st.composite
def _cells(
    draw: st.DrawFn, options: tuple[str, ...], rows: int, *, blank: bool = True
) -> list[str]:
    """A column of answers, drawn by a stride so that few numbers make many cells."""
    pool = [*options, *([""] if blank else [])]
    start, stride = draw(st.integers(0, 97)), draw(st.sampled_from((1, 3, 7, 31)))
    return [pool[(start + row * stride + row * row // 5) % len(pool)] for row in range(rows)]


@st.composite
def _single(draw: st.DrawFn, rows: int) -> Columns:
    options = draw(
        st.one_of(st.sampled_from(SCALES), st.lists(labels, min_size=1, max_size=12).map(tuple))
    )
    return [(draw(heads), draw(_cells(options, rows)))]


@st.composite
def _grid(draw: st.DrawFn, rows: int) -> Columns:
    options, head = draw(st.sampled_from(SCALES)), draw(heads)
    items = draw(st.lists(labels, min_size=2, max_size=9, unique=True))
    return [(f"{head} [{item}]", draw(_cells(options, rows))) for item in items]


@st.composite
def _ticks(draw: st.DrawFn, rows: int) -> Columns:
    head, mark = draw(heads), draw(st.sampled_from(("1", "Yes", "x", "")))
    options = draw(st.lists(labels, min_size=2, max_size=14, unique=True))
    return [(f"{head} - {each}", draw(_cells((mark or each,), rows))) for each in options]


@st.composite
def _joined(draw: st.DrawFn, rows: int) -> Columns:
    options = draw(st.lists(labels, min_size=2, max_size=7, unique=True))
    sign = draw(st.sampled_from((";", ", ")))
    columns = [draw(_cells((each,), rows)) for each in options]
    cells = [sign.join(each for each in row if each) for row in zip(*columns, strict=True)]
    return [(draw(heads), cells)]


@st.composite
def _ranks(draw: st.DrawFn, rows: int) -> Columns:
    count, turn = draw(st.integers(3, 7)), draw(st.integers(1, 6))
    given_ranks = [
        [(place + row * turn) % count + 1 for place in range(count)] for row in range(rows)
    ]
    head = draw(heads)
    return [
        (f"{head} [{place} of them]", [str(row[place]) for row in given_ranks])
        for place in range(count)
    ]


@st.composite
def _numbers(draw: st.DrawFn, rows: int) -> Columns:
    factor = draw(st.sampled_from((1, 7, 0.25, 1000)))
    return [(draw(heads), [f"{row * row % 83 * factor:g}" for row in range(rows)])]


@st.composite
def _words(draw: st.DrawFn, rows: int) -> Columns:
    own = draw(st.lists(labels, min_size=1, max_size=5))
    cells = [f"{own[row % len(own)]} because of {row}" if row % 3 else "" for row in range(rows)]
    return [(draw(heads), cells)]


@st.composite
def exports(draw: st.DrawFn) -> str:
    """The text of a file: up to six questions, up to ninety respondents."""
    rows = draw(st.sampled_from((1, 2, 9, 35, 90)))
    kinds = (_single, _single, _grid, _ticks, _joined, _ranks, _numbers, _words)
    columns: Columns = []
    for kind in draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=6)):
        columns += draw(kind(rows))
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    seen: set[str] = set()
    names = []
    for place, (head, _) in enumerate(columns):
        name = " ".join(head.split()) or f"column {place}"
        names.append(name if name not in seen else f"{name} {place}")
        seen.add(names[-1])
    writer.writerow(names)
    writer.writerows(zip(*(cells for _, cells in columns), strict=True))
    return out.getvalue()
