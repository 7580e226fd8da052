"""The claims ledger: a row for every figure on the pages, in their order."""

from __future__ import annotations

from fractions import Fraction

from briefing.diagnostics import Source
from briefing.drawing import Colour, Geometry, GlyphRun, Link, Number, Rect, Text
from briefing.layout.pages import Box, Page, Pages
from briefing.ledger import Entry, claims_ledger, ledger_csv, printed_figures
from briefing.structure import Artifact

INK = Colour("ink", (0, 0, 0))
ROOM = Rect(0, 0, 10, 10)
BOUND = Number(
    Fraction(17, 80), "21\xa0per cent", "q2a", "agree", base=80, where=Source("words.md", 3, 5)
)
OTHER = Number(Fraction(18, 80), "under 25", "q17b", "confident", base=80, claimed=True)
CLAIM = Number(
    Fraction(17, 80), "under 25", "q17a", "confident", base=80, claimed=True, others=(OTHER,)
)
COUNT = Number(Fraction(1734), "1,734", "survey", "respondents", "count")


def text(number: Number | None, words: str = "x") -> Text:
    return Text(0, 0, GlyphRun("Face", 10, words, (), 5), INK, number)


def pages(*marks: Text | Link) -> Pages:
    box = Box(Artifact.DECORATION, ROOM, marks)
    return Pages((Page("1", Geometry(100, 100), ()), Page("2", Geometry(100, 100), (box,))))


def printed(pages: Pages) -> list[Entry]:
    return list(printed_figures([("briefing", pages)]))


def test_a_figure_is_listed_with_its_cell_and_place() -> None:
    (row,) = claims_ledger(printed(pages(text(None), text(BOUND), Link(ROOM, "#a", "a"))))
    assert (row.document, row.page, row.words, row.kind) == ("briefing", "2", "21 per cent", "pct")
    assert (row.value, row.base, row.table, row.cell) == ("21.250000", "80", "q2a", "agree")
    assert (row.file, row.line) == ("words.md", "3")


def test_a_claim_has_a_row_for_each_of_its_cells() -> None:
    rows = claims_ledger(printed(pages(text(CLAIM))))
    assert [(row.table, row.kind, row.value) for row in rows] == [
        ("q17a", "claim pct", "21.250000"),
        ("q17b", "claim pct", "22.500000"),
    ]


def test_words_broken_over_lines_count_once() -> None:
    broken = pages(text(CLAIM, "under"), text(CLAIM, "25"))
    assert len(claims_ledger(printed(broken))) == 2
    apart = pages(text(BOUND), text(None, "and"), text(BOUND))
    assert len(claims_ledger(printed(apart))) == 2


def test_the_file_has_a_head_and_keeps_spreadsheets_from_computing() -> None:
    risky = Number(Fraction(1), "=1+1", "@q", "a", "count")
    lines = ledger_csv(printed(pages(text(COUNT), text(risky)))).splitlines()
    assert (
        lines[0] == "document,page,words,kind,value,shown,base,question,table,cell,file,line,means"
    )
    assert lines[1] == 'briefing,2,"1,734",count,1734.000000,"1,734",,,survey,respondents,,,'
    assert lines[2].startswith("briefing,2,'=1+1,count,1.000000,'=1+1,,,'@q")
