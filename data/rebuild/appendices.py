"""Write the appendix of the model case's report that is made elsewhere, as a PDF.

Run by hand with ``make appendices`` after the codebook has changed: it needs LibreOffice
(``soffice``) and qpdf, which neither the build nor the tests do, and the PDFs are kept in the
repository, one for the screen and one for the press. It is D, the questionnaire; E is set by the
build itself. What stands on which page is laid down here.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from office import (
    BOX,
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
from briefing.survey.question import Kind
from briefing.survey.read import read_survey

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.survey.declared import Codebook
    from briefing.survey.question import Answer, Question

PROJECT = Path(__file__).resolve().parents[1] / "stp-survey"
ITEM = 104.0
"""The width of the first column beside boxes, in millimetres."""
TICK = 22.2
"""The width of a column of boxes in a table that takes a part of the page."""
RANK = 17.5
"""The width of a column in which ranks are written, in millimetres."""


def main() -> None:
    """Write the appendix into the project."""
    survey = read_survey(PROJECT, Diagnostics())
    export(questionnaire(survey.codebook), PROJECT / "appendices" / "questionnaire.pdf")


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
        [width - RANK, RANK],
    )
    hint = f"Write 1 beside what matters most, then 2, and so on up to {asked.places}."
    blocks = [paragraph(asked.wording, "Question", hint), table]
    if asked.other:
        words = "Is there another priority? Please write it in:"
        blocks += [paragraph(words, "Note"), lines(1)]
    return blocks


def _ask_open(_document: Document, asked: Question, width: float) -> list[str]:
    rows = 6 if width == MEASURE else 5
    return [paragraph(asked.wording, "Question", "Please answer in your own words:"), lines(rows)]


def _answers(asked: Question) -> tuple[Answer, ...]:
    return asked.scale.answers if asked.scale else ()


_ASKED: dict[Kind, Callable[[Document, Question, float], list[str]]] = {
    Kind.SINGLE: _ask_single,
    Kind.MULTIPLE: _ask_multiple,
    Kind.GRID: _ask_grid,
    Kind.RANKING: _ask_ranking,
    Kind.OPEN: _ask_open,
}


if __name__ == "__main__":
    main()
