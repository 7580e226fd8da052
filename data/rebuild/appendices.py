"""Write the appendices of the model case's report that are made elsewhere, as PDFs.

Run by hand with ``make appendices`` after the codebook or the answers have changed: it needs
LibreOffice (``soffice``), qpdf and Ghostscript (``gs``), which neither the build nor the tests do,
and the PDFs are kept in the repository, each for the screen and for the press. D is the
questionnaire, from the codebook; E the tables, from the answers.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from office import BOX, Document, Paper, export

from briefing.diagnostics import Diagnostics
from briefing.survey.model import Kind
from briefing.survey.read import read_survey
from briefing.tables.model import Measure, Part
from briefing.tables.rounding import decimal_text, percent_text
from briefing.tables.tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.survey.model import Answer, Codebook, Question
    from briefing.tables.model import Cell, Head, Table

PROJECT = Path(__file__).resolve().parents[1] / "stp-survey"
UPRIGHT = Paper(width=210, height=297, sides=20, top=20, bottom=22, size=10.5, pad=1.1)
ACROSS = Paper(width=297, height=210, sides=18, top=15, bottom=16, size=9, pad=0.6)
FEW = 2
"""A table of no more rows than this is printed with its answers one below the other."""
NARROW = 0.6
"""The share of the measure that a table of three columns takes."""


def main() -> None:
    """Write both appendices into the project."""
    survey = read_survey(PROJECT, Diagnostics())
    folder = PROJECT / "appendices"
    export(questionnaire(survey.codebook), folder / "questionnaire.pdf")
    export(detailed_tables(survey.codebook, tabulate(survey)), folder / "tables.pdf")


# D: the questionnaire ---------------------------------------------------------------------------


def questionnaire(codebook: Codebook) -> Document:
    """Every question with its answers, as councillors were asked."""
    document = Document("The questionnaire", codebook.title, UPRIGHT)
    document.heading(1, "The questionnaire")
    document.paragraph(
        "Every question of the survey with its answers, in the order of the form and in the words "
        "of this edition. Each question with boxes to tick was followed by room for comments."
    )
    for question in codebook.questions:
        document.heading(2, f"{_number(question)} {question.short}")
        document.paragraph(question.wording, "Question")
        _ASKED[question.kind](document, question)
    return document


def _number(question: Question) -> str:
    return question.id[0].upper() + question.id[1:]


def _ask_single(document: Document, question: Question) -> None:
    document.paragraph("Please tick one answer.", "Hint")
    document.ticks(answer.label for answer in _answers(question))


def _ask_multiple(document: Document, question: Question) -> None:
    document.paragraph("Please tick all that apply.", "Hint")
    document.ticks(answer.label for answer in _answers(question))


def _ask_grid(document: Document, question: Question) -> None:
    answers = _answers(question)
    document.paragraph("Please tick one answer in each row.", "Hint")
    document.table(
        ("Item", *(answer.label for answer in answers)),
        [(item.label, *(BOX for _ in answers)) for item in question.items],
        (2.6, *(1.0 for _ in answers)),
    )


def _ask_ranking(document: Document, question: Question) -> None:
    document.paragraph(
        f"Write 1 beside what matters most, then 2, and so on up to {question.places}.", "Hint"
    )
    document.table(("Priority", "Rank"), [(item.label, BOX) for item in question.items], (5, 1))
    if question.other:
        document.paragraph("Is there another priority? Please write it in:", "Line")


def _ask_open(document: Document, _question: Question) -> None:
    document.paragraph("Please answer in your own words:", "Line")


def _answers(question: Question) -> tuple[Answer, ...]:
    return question.scale.answers if question.scale else ()


_ASKED: dict[Kind, Callable[[Document, Question], None]] = {
    Kind.SINGLE: _ask_single,
    Kind.MULTIPLE: _ask_multiple,
    Kind.GRID: _ask_grid,
    Kind.RANKING: _ask_ranking,
    Kind.OPEN: _ask_open,
}


# E: the detailed tables -------------------------------------------------------------------------


def detailed_tables(codebook: Codebook, tables: Mapping[str, Table]) -> Document:
    """A table for every closed question, then for attributes, cross-tabulations, compositions."""
    document = Document("Detailed tables", codebook.title, ACROSS)
    document.heading(1, "Detailed tables")
    document.paragraph(
        "A table for every question with answers to choose from; then who replied, one question "
        "by another, and the councils that took part beside England. Percentages are of the base "
        "and rounded once. A number in brackets is a count."
    )
    for name, heading in _printed(codebook):
        table = tables[name]
        document.heading(2, heading)
        if table.question and table.question != heading:
            document.paragraph(table.question, "Question")
        lay_out = _few_rows if len(table.rows) <= FEW else _many_rows
        lay_out(document, table)
        document.paragraph(" ".join(_small_print(table)), "Base")
    return document


def _printed(codebook: Codebook) -> list[tuple[str, str]]:
    """The id and heading of every table of the appendix, in order."""
    labels = {each.id: each.label.lower() for each in codebook.attributes}
    return [
        *(
            (each.id, f"{_number(each)} {each.short}")
            for each in codebook.questions
            if each.kind is not Kind.OPEN
        ),
        *((name, f"Who replied, by {label}") for name, label in labels.items()),
        *((each.id, each.title) for each in codebook.crosstabs),
        *(
            (each.id, f"{each.sample_label} and {each.population_label}: {labels[each.attribute]}")
            for each in codebook.compositions
        ),
    ]


def _few_rows(document: Document, table: Table) -> None:
    """Answers down; a number and a percentage for each row of the table."""
    heads = ["Group" if table.columns[0].part is Part.GROUP else "Answer"]
    for row in table.rows:
        whose = "" if table.single else f", {row.label}"
        heads += [f"Number{whose}", f"Per cent{whose}"]
    rows = []
    for place, head in enumerate(table.columns):
        figures = [(_count(cells[place]), _value(cells[place], head)) for cells in table.cells]
        rows.append([head.label, *(each for pair in figures for each in pair)])
    if not table.single:
        rows.append(["Base", *(each for base in table.bases for each in (str(base.n), ""))])
    document.table(
        heads, rows, (3, *(1 for _ in heads[1:])), share=NARROW if table.single else 1.0, keep=True
    )


def _many_rows(document: Document, table: Table) -> None:
    """Rows down, answers across, each with its count; the base of every row last."""
    heads = ["Group" if table.rows[0].part is Part.GROUP else "Item"]
    heads += [*(head.label for head in table.columns), "Base"]
    rows = [
        [row.label, *map(_both, cells, table.columns), str(base.n)]
        for row, cells, base in zip(table.rows, table.cells, table.bases, strict=True)
    ]
    document.table(heads, rows, (2.6, *(1 for _ in table.columns), 0.7), keep=True)


def _both(cell: Cell, head: Head) -> str:
    if head.measure is not Measure.SHARE or cell.count is None:
        return _value(cell, head)
    return f"{_value(cell, head)} ({cell.count})"


def _count(cell: Cell) -> str:
    return "" if cell.count is None else f"{cell.count:,}"


def _value(cell: Cell, head: Head) -> str:
    if cell.value is None:
        return f"[{cell.symbol or 'x'}]"
    if head.measure is Measure.SHARE:
        return percent_text(cell.value)
    return decimal_text(cell.value, 1 if head.measure is Measure.SCORE else 0)


def _small_print(table: Table) -> list[str]:
    """The base, where rows or notes do not tell it; the notes; what each net counts together."""
    base = table.base if table.one_base and table.overall is None else None
    labels = {head.id: head.label for head in table.columns}
    return [
        *([f"Base: {base.words}."] if base else []),
        *table.notes,
        *(
            f"\N{LEFT DOUBLE QUOTATION MARK}{head.label}\N{RIGHT DOUBLE QUOTATION MARK} counts "
            f"together: {'; '.join(labels[each] for each in head.of)}."
            for head in table.columns
            if head.part is Part.NET
        ),
    ]


if __name__ == "__main__":
    main()
