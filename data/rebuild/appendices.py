"""Write the appendices of the model case's report that are made elsewhere, as PDFs.

Run by hand with ``make appendices`` after the codebook or the answers have changed: it needs
LibreOffice (``soffice``) and qpdf, which neither the build nor the tests do, and the PDFs are kept
in the repository, each for the screen and for the press. D is the questionnaire, from the codebook;
E the tables, from the answers. What stands on which page is laid down here.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from office import (
    BOX,
    COVERED,
    GUTTER,
    MEASURE,
    Cell,
    Column,
    Document,
    export,
    lines,
    paragraph,
    question,
    ticks,
)

from briefing.diagnostics import Diagnostics
from briefing.survey.model import Kind
from briefing.survey.read import read_survey
from briefing.tables.model import Measure, Part
from briefing.tables.rounding import decimal_text, percent_text
from briefing.tables.tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing.survey.model import Answer, Codebook, Question
    from briefing.tables.model import Cell as Value
    from briefing.tables.model import Head, Table

PROJECT = Path(__file__).resolve().parents[1] / "stp-survey"
STUBS, ITEM = (52.0, 92.0), 104.0
"""The least and greatest width of the first column in millimetres, beside figures; beside boxes."""
LETTER = 2.15
"""The width of a letter of a table, on the average, in millimetres."""
TICK = 22.2
"""The width of a column of boxes in a table that takes a part of the page."""
FIGURES = 17.5
SPANNED = 22.5
"""The width of a column of numbers or percentages in millimetres, the other under a head of two."""
GENERAL = ("Percentages may not sum", "Combined figures are rounded")
"""Notes that the introduction says for all tables."""
FEW = 2
"""A table of no more rows than this is printed with its answers one below the other."""
SHORT = 60
"""Notes of no more characters stand with the base."""


def main() -> None:
    """Write both appendices into the project."""
    survey = read_survey(PROJECT, Diagnostics())
    folder = PROJECT / "appendices"
    export(questionnaire(survey.codebook), folder / "questionnaire.pdf")
    export(detailed_tables(survey.codebook, tabulate(survey)), folder / "tables.pdf")


def _abreast(count: int) -> float:
    """The width of each of some columns of a page, in millimetres."""
    return (MEASURE - (count - 1) * GUTTER) / count


# D: the questionnaire ---------------------------------------------------------------------------

Row = tuple[tuple[str, ...], ...]
"""What stands beside each other: the ids of each column."""

FORM: tuple[tuple[str, tuple[Row, ...]], ...] = (
    ("Knowledge and engagement", ((("q1", "q2a"), ("q3", "q4")),)),
    ("Relationships", ((("q5",),), (("q6",),))),
    ("Governance and planning", ((("q7",),), (("q8",), ("q9",), ("q10a",), ("q11",)))),
    ("Priorities, plans and communities", ((("q12", "q13"), ("q15", "q16a")),)),
    ("Delivery, successes and challenges", ((("q17a",), ("q17b",)), (("q18",),))),
)
NARROW = 104.0
"""The width of a column beside tables, in millimetres."""


def questionnaire(codebook: Codebook) -> Document:
    """Every question with its answers, as councillors were asked."""
    document = Document("The questionnaire", codebook.title)
    questions = {each.id: each for each in codebook.questions}
    for headline, rows in FORM:
        document.page(headline)
        if headline == FORM[0][0]:
            document.row(Column(MEASURE, (paragraph(ABOUT_FORM, "Lead"),)))
        for row in rows:
            uneven = any(len(column) > 1 for column in row)
            widths = [_abreast(len(row))] * len(row)
            if uneven:
                widths = [NARROW, MEASURE - NARROW - GUTTER]
            document.row(
                *(
                    Column(width, tuple(_asked(document, [questions.pop(n) for n in names], width)))
                    for names, width in zip(row, widths, strict=True)
                ),
                last=row == rows[-1],
            )
    if questions:
        raise SystemExit(f"No page of the questionnaire has {', '.join(questions)}.")
    return document


ABOUT_FORM = (
    "Every question in the order of the form; each with boxes to tick also had room for comments."
)


def _asked(document: Document, questions: Sequence[Question], width: float) -> list[str]:
    blocks = []
    for each in questions:
        blocks.append(question(f"{_number(each)}\N{EN SPACE}{each.short}"))
        blocks += _ASKED[each.kind](document, each, width)
    return blocks


def _number(question: Question) -> str:
    return question.id[0].upper() + question.id[1:]


def _ask_single(_document: Document, asked: Question, _width: float) -> list[str]:
    hint = "Please tick one answer."
    return [
        paragraph(asked.wording, "Question", hint),
        ticks(answer.label for answer in _answers(asked)),
    ]


def _ask_multiple(_document: Document, asked: Question, _width: float) -> list[str]:
    hint = "Please tick all that apply."
    return [
        paragraph(asked.wording, "Question", hint),
        ticks(answer.label for answer in _answers(asked)),
    ]


def _ask_grid(document: Document, asked: Question, width: float) -> list[str]:
    answers = _answers(asked)
    stub = ITEM if width == MEASURE else width - TICK * len(answers)
    each = (width - stub) / len(answers)
    table = document.table(
        [
            [
                Cell("Item", "Corner", "HeadStub"),
                *(Cell(answer.label, "BoxHead", "BoxHeadCell") for answer in answers),
            ]
        ],
        [
            [
                Cell(item.label, "Table_20_Heading", "Stub"),
                *(Cell(BOX, "Box", "BoxCell") for _ in answers),
            ]
            for item in asked.items
        ],
        [stub, *(each for _ in answers)],
    )
    return [paragraph(asked.wording, "Question", "Please tick one answer in each row."), table]


def _ask_ranking(document: Document, asked: Question, width: float) -> list[str]:
    table = document.table(
        [[Cell("Priority", "Corner", "HeadStub"), Cell("Rank", "BoxHead", "BoxHeadCell")]],
        [
            [Cell(item.label, "Table_20_Heading", "Stub"), Cell(BOX, "Box", "BoxCell")]
            for item in asked.items
        ],
        [width - FIGURES, FIGURES],
    )
    hint = f"Write 1 beside what matters most, then 2, and so on up to {asked.places}."
    blocks = [paragraph(asked.wording, "Question", hint), table]
    if asked.other:
        words = "Is there another priority? Please write it in:"
        blocks += [paragraph(words, "Note"), lines(1)]
    return blocks


def _ask_open(_document: Document, asked: Question, _width: float) -> list[str]:
    return [paragraph(asked.wording, "Question", "Please answer in your own words:"), lines(5)]


def _answers(asked: Question) -> tuple[Answer, ...]:
    return asked.scale.answers if asked.scale else ()


_ASKED: dict[Kind, Callable[[Document, Question, float], list[str]]] = {
    Kind.SINGLE: _ask_single,
    Kind.MULTIPLE: _ask_multiple,
    Kind.GRID: _ask_grid,
    Kind.RANKING: _ask_ranking,
    Kind.OPEN: _ask_open,
}


# E: the detailed tables -------------------------------------------------------------------------

ABOUT = "about"
"""Where the introduction stands."""

TABLES: tuple[tuple[str, tuple[Row, ...]], ...] = (
    ("Knowledge and engagement", (((ABOUT,), ("q1",), ("q2a",)), (("q3",),))),
    ("Councils and relationships", ((("q4",),), (("q5",),))),
    ("The STP\N{RIGHT SINGLE QUOTATION MARK}s effect, and forums", ((("q6",),), (("q7",),))),
    ("Governance, planning and fit", ((("q8",), ("q9",), ("q10a",)), (("q12",),))),
    ("Priorities and local plans", ((("q13",),), (("q15",),))),
    ("Communities and delivery", ((("q16a",), ("q17a",), ("q17b",)), (("q17a_by_q2a",),))),
    (
        "Delivery by local fit, and who replied",
        ((("q17a_by_q12",),), (("role",), ("council_type",))),
    ),
    ("Regions and types, beside England", ((("region",), ("by_region",)), (("by_type",),))),
)
FLAT = ("q12",)
"""Questions whose one row of figures goes across the page, though it could go down."""
ABOUT_TABLES = """\
A table for every question with answers to choose from; then one question by another, and who \
replied.
Percentages are of the base and rounded once: they may not sum to 100, and a net may differ from \
the sum of its answers. Where answers go across, a number in brackets is a count.
A net counts answers together. It is set in semibold, and its answers follow it.
"""


def detailed_tables(codebook: Codebook, tables: Mapping[str, Table]) -> Document:
    """A table for every closed question, cross-tabulations, attributes and compositions."""
    document = Document("Detailed tables", codebook.title)
    headings = _headings(codebook)
    for headline, rows in TABLES:
        document.page(headline)
        shared = _shared(
            tables[name] for row in rows for column in row for name in column if name != ABOUT
        )
        for row in rows:
            widths = [_abreast(len(row))] * len(row)
            columns = []
            for names, width in zip(row, widths, strict=True):
                blocks: list[str] = []
                for name in names:
                    blocks += (
                        _about()
                        if name == ABOUT
                        else _tabled(document, headings.pop(name), tables[name], width, shared)
                    )
                columns.append(Column(width, tuple(blocks)))
            if row == rows[-1] and shared:
                foot = paragraph(" ".join(shared), "Foot")
                columns[-1] = Column(columns[-1].width, (*columns[-1].blocks, foot))
            document.row(*columns, last=row == rows[-1])
    if headings:
        raise SystemExit(f"No page of the tables has {', '.join(headings)}.")
    return document


def _shared(tables: Iterable[Table]) -> list[str]:
    """The longer notes that several tables of a page have: they stand at its foot once."""
    notes = Counter(
        note for table in tables for note in table.notes if not note.startswith(GENERAL)
    )
    return [note for note, count in notes.items() if count > 1 and len(note) > SHORT]


def _about() -> list[str]:
    return [question("How to read the tables"), *map(paragraph, ABOUT_TABLES.splitlines())]


def _headings(codebook: Codebook) -> dict[str, str]:
    """The heading of every table of the appendix, by its id."""
    labels = {each.id: each.label.lower() for each in codebook.attributes}
    return {
        **{
            each.id: f"{_number(each)}\N{EN SPACE}{each.short}"
            for each in codebook.questions
            if each.kind is not Kind.OPEN
        },
        **{name: f"Who replied, by {label}" for name, label in labels.items()},
        **{each.id: each.title for each in codebook.crosstabs},
        **{
            each.id: f"{each.sample_label} and {each.population_label}: {labels[each.attribute]}"
            for each in codebook.compositions
        },
    }


def _tabled(
    document: Document, heading: str, table: Table, width: float, shared: Sequence[str]
) -> list[str]:
    """The table under its heading, the question, base and short notes above it, others below."""
    base = table.base if table.one_base and table.overall is None else None
    notes = [each for each in table.notes if not each.startswith(GENERAL) and each not in shared]
    short = [each for each in notes if len(each) <= SHORT]
    told = " ".join([*([f"Base:\N{NO-BREAK SPACE}{base.words}."] if base else []), *short])
    blocks = [question(heading)]
    if table.question and table.question != heading:
        blocks.append(paragraph(table.question, "Question", told))
    elif told:
        blocks.append(paragraph("", "Question", told))
    down = len(table.rows) <= FEW and table.id not in FLAT
    blocks.append((_answers_down if down else _answers_across)(document, table, width))
    below = " ".join(each for each in notes if each not in short)
    return [*blocks, *([paragraph(below, "Note")] if below else [])]


def _grouped(table: Table) -> list[tuple[Head | None, list[int]]]:
    """The columns in order, those of a net together behind it."""
    places = {head.id: place for place, head in enumerate(table.columns)}
    nets = {
        min(places[each] for each in head.of): head
        for head in table.columns
        if head.part is Part.NET
    }
    groups: list[tuple[Head | None, list[int]]] = []
    place = 0
    while place < len(table.columns) and table.columns[place].part is not Part.NET:
        net = nets.get(place)
        held = [places[each] for each in net.of] if net else [place]
        if held != list(range(place, place + len(held))):
            raise SystemExit(
                f"The answers of the net {net.label if net else ''} do not stand together."
            )
        groups.append((net, held))
        place += len(held)
    return groups


def _answers_down(document: Document, table: Table, width: float) -> str:
    """Answers down, those of a net below it; a number and a percentage for each row."""
    corner = "Group" if table.columns[0].part is Part.GROUP else "Answer"
    pairs = [head for _ in table.rows for head in ("Number", "Per cent")]
    heads = [
        [
            Cell(corner, "Corner", "HeadStub"),
            *(Cell(head, "ColumnHead", "HeadCell") for head in pairs),
        ]
    ]
    if not table.single:
        heads = [
            [
                Cell(corner, "Corner", "HeadStub", rows=2),
                *(Cell(row.label, "Spanner", "SpannerCell", 2) for row in table.rows),
            ],
            [COVERED, *heads[0][1:]],
        ]
    rows = []
    for net, places in _grouped(table):
        if net:
            rows.append(_down(table, table.columns.index(net), "Net"))
        rows += [_down(table, place, "Part" if net else "") for place in places]
    if not table.single:
        figures = [each for base in table.bases for each in (str(base.n), "")]
        rows.append(
            [
                Cell("Base", "Net", "NetStub"),
                *(Cell(each, "NetFigure", "NetCell") for each in figures),
            ]
        )
    each = FIGURES if table.single else SPANNED
    return document.table(heads, rows, [width - each * len(pairs), *(each for _ in pairs)])


def _down(table: Table, place: int, kind: str) -> list[Cell]:
    """The row of one answer: of a net, of a part of one, or of neither."""
    head = table.columns[place]
    figures = [
        each for cells in table.cells for each in (_count(cells[place]), _value(cells[place], head))
    ]
    if kind == "Net":
        return [
            Cell(head.label, "Net", "NetStub"),
            *(Cell(each, "NetFigure", "NetCell") for each in figures),
        ]
    return [
        Cell(head.label, kind or "Table_20_Heading", "Stub"),
        *(Cell(each) for each in figures),
    ]


def _answers_across(document: Document, table: Table, width: float) -> str:
    """Rows down, answers across, those of a net behind it under its name; the bases last."""
    corner = "Group" if table.rows[0].part in {Part.GROUP, Part.WHOLE} else "Item"
    groups = _grouped(table)
    order = [
        (place, net is not None and place == table.columns.index(net))
        for net, places in groups
        for place in ([table.columns.index(net), *places] if net else places)
    ]
    if any(net for net, _ in groups):
        heads = _two_heads(table, corner, groups)
    else:
        names = [*(table.columns[place].label for place, _ in order), "Base"]
        heads = [
            [
                Cell(corner, "Corner", "HeadStub"),
                *(Cell(each, "ColumnHead", "HeadCell") for each in names),
            ]
        ]
    digits = max(len(str(cell.count or "")) for cells in table.cells for cell in cells)
    rows = [
        [
            Cell(row.label, "Table_20_Heading", "Stub"),
            *(
                Cell(
                    _both(cells[place], table.columns[place], digits),
                    "NetFigure" if is_net else "Figure",
                )
                for place, is_net in order
            ),
            Cell(str(base.n)),
        ]
        for row, cells, base in zip(table.rows, table.cells, table.bases, strict=True)
    ]
    longest = LETTER * max(len(row.label) for row in table.rows)
    stub = min(max(STUBS[0], longest), STUBS[1])
    each = (width - stub) / (len(order) + 0.6)
    return document.table(heads, rows, [stub, *(each for _ in order), 0.6 * each])


def _two_heads(
    table: Table, corner: str, groups: Sequence[tuple[Head | None, list[int]]]
) -> list[list[Cell]]:
    """Nets over what they count together; heads of answers beside them reach over both rows."""
    over, under = [Cell(corner, "Corner", "HeadStub", rows=2)], [COVERED]
    for net, places in groups:
        labels = [table.columns[place].label for place in places]
        if net:
            over.append(Cell(net.label, "Spanner", "SpannerCell", 1 + len(places)))
            under.append(Cell("Net", "ColumnHead", "HeadCell"))
            under += [Cell(each, "PartHead", "HeadCell") for each in labels]
        else:
            over += [Cell(each, "PartHead", "HeadCell", rows=2) for each in labels]
            under += [COVERED for _ in labels]
    return [[*over, Cell("Base", "PartHead", "HeadCell", rows=2)], [*under, COVERED]]


def _both(cell: Value, head: Head, digits: int) -> str:
    """A percentage and its count, the brackets below each other."""
    if head.measure is not Measure.SHARE or cell.count is None:
        return _value(cell, head)
    filled = "\N{FIGURE SPACE}" * (digits - len(str(cell.count)))
    return f"{_value(cell, head)}\N{NO-BREAK SPACE}{filled}({cell.count})"


def _count(cell: Value) -> str:
    return "" if cell.count is None else f"{cell.count:,}"


def _value(cell: Value, head: Head) -> str:
    if cell.value is None:
        return f"[{cell.symbol or 'x'}]"
    if head.measure is Measure.SHARE:
        return percent_text(cell.value)
    return decimal_text(cell.value, 1 if head.measure is Measure.SCORE else 0)


if __name__ == "__main__":
    main()
