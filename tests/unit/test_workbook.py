"""Tables exported: an accessible workbook and CSV files, no formulas, nothing suppressed told."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from briefing.grids import conventions, csv_files
from briefing.tables.model import SYMBOLS, Base, Cell, Measure, Table
from briefing.wording import apart, completed, speak
from briefing.workbook import Particulars, workbook
from tests.unit.claims.tabled import grid, hidden, published, ranking, single

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ABOUT = Particulars(
    "In the know",
    "Councillors",
    "The Society",
    "May 2024",
    "us@x.example",
    datetime(2024, 5, 1, tzinfo=UTC),
)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = '=HYPERLINK("http://x.example","<b>&")'


class Sheets:
    """A workbook read back: the cells of each sheet, by its name, and the XML behind them."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self.content = workbook(tables, ABOUT)
        self.file = zipfile.ZipFile(io.BytesIO(self.content))
        strings = ET.fromstring(self.file.read("xl/sharedStrings.xml"))  # noqa: S314 - our own
        self.strings = ["".join(each.itertext()) for each in strings]
        book = ET.fromstring(self.file.read("xl/workbook.xml"))  # noqa: S314 - likewise
        self.names = [each.attrib["name"] for each in book.iter(f"{MAIN}sheet")]

    def xml(self, name: str) -> str:
        place = self.names.index(name) + 1
        return self.file.read(f"xl/worksheets/sheet{place}.xml").decode()

    def cells(self, name: str) -> Mapping[str, str]:
        found = {}
        root = ET.fromstring(self.xml(name))  # noqa: S314 - likewise
        for cell in root.iter(f"{MAIN}c"):
            value = cell.findtext(f"{MAIN}v") or ""
            found[cell.attrib["r"]] = self.strings[int(value)] if cell.get("t") == "s" else value
        return found

    def tables(self) -> list[ET.Element]:
        names = [each for each in self.file.namelist() if each.startswith("xl/tables/")]
        return [ET.fromstring(self.file.read(each)) for each in names]  # noqa: S314 - likewise


def read(tables: Iterable[Table], name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(csv_files(tables)[name])))


def test_a_table_stands_on_its_sheet_from_the_first_cell_on() -> None:
    table = replace(published()["q2a"], title="Engagement", question="Are you?", notes=("Round.",))
    cells = Sheets([table]).cells("q2a")
    assert [cells[f"A{row}"] for row in range(1, 6)] == [
        "Engagement (q2a)",
        "Question: Are you?",
        "Base: 80 respondents",
        "Note: Round.",
        "Answer",
    ]
    assert (cells["B5"], cells["C5"]) == ("Per cent", "Count")
    assert (cells["A8"], float(cells["B8"]), cells["C8"]) == ("Agree", 21.25, "17")


def test_cover_and_notes_come_first_and_lead_to_each_sheet() -> None:
    book = Sheets(published().values())
    assert book.names[:3] == ["Cover", "Notes", "survey"]
    assert book.cells("Cover")["A1"] == "In the know"
    links = re.findall(r'location="([^"]+)"', book.xml("Cover"))
    assert links == [f"'{name}'!A1" for name in book.names[1:]]
    assert {f"[{sign}]" for sign in SYMBOLS} <= set(book.cells("Notes").values())


def test_every_table_is_marked_as_one_and_nothing_is_merged_or_blank() -> None:
    book = Sheets(published().values())
    assert len(book.tables()) == len(book.names)
    for name in book.names:
        assert "mergeCell" not in book.xml(name)
        rows = {int(each.lstrip("ABCDEFGHIJKLMNOP")) for each in book.cells(name)}
        assert rows == set(range(1, max(rows) + 1)), name
    for table in book.tables():
        heads = [each.attrib["name"] for each in table.iter(f"{MAIN}tableColumn")]
        assert all(heads)
        assert len({each.casefold() for each in heads}) == len(heads)
        assert not list(table.iter(f"{MAIN}autoFilter"))


def test_what_is_suppressed_is_a_symbol_and_its_base_too() -> None:
    cells = list(Sheets([hidden()]).cells("by_type").values())
    assert cells[-8:] == ["County", "40", "50", "20", "District", "[c]", "[c]", "[c]"]
    assert read([hidden()], "by_type.csv")[-1] == ["District", "[c]", "[c]", "[c]"]


def test_a_base_of_nobody_is_no_division() -> None:
    table = single("q1", 40, yes=10)
    empty = replace(table, cells=((Cell(None, symbol="w"),),), bases=(Base(0, "no respondents"),))
    assert "[w]" in Sheets([empty]).cells("q1").values()


def test_extremes_are_shown_in_their_own_words() -> None:
    table = single("q1", 1000, none=0, hardly=1, nearly=999, all=1000)
    styles = Sheets([table]).file.read("xl/styles.xml").decode()
    assert "&lt;1" in styles
    assert "&gt;99" in styles
    assert [row[1] for row in read([table], "q1.csv")[1:5]] == ["0", "0.1", "99.9", "100"]


def test_scores_and_weighted_bases_have_columns_of_their_own() -> None:
    assert read([ranking("q13", 78, prevention="5.31", finance="3.2")], "q13.csv") == [
        ["Row", "Base (unweighted)", "Mean score (mean score)"],
        ["Prevention", "78", "5.31"],
        ["Finance", "78", "3.2"],
    ]
    table = grid("q3", {"a": (40, {"yes": 20}), "b": (40, {"yes": 10})})
    bases = tuple(
        replace(each, weighted=Fraction(199, 5), effective=Fraction(38)) for each in table.bases
    )
    rows = read([replace(table, bases=bases)], "q3.csv")
    assert rows[0][1:4] == ["Base (unweighted)", "Base (weighted)", "Base (effective)"]
    assert rows[1][1:5] == ["40", "39.8", "38", "50"]


@pytest.mark.parametrize("text", [HOSTILE, "+44 20", "@SUM(A1)", "-1+1", "\tx", "{=1}"])
def test_formula_text_is_only_text(text: str) -> None:
    table = replace(published()["q2a"], title=text, question=text, notes=(text,))
    table = replace(table, columns=tuple(replace(each, label=text) for each in table.columns))
    book = Sheets([table])
    assert "<f>" not in "".join(map(book.xml, book.names))
    assert text.strip() in {each.strip() for each in book.cells("q2a").values()}
    assert 'quotePrefix="1"' in book.file.read("xl/styles.xml").decode()
    for file in csv_files([table]).values():
        for row in csv.reader(io.StringIO(file)):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


def test_labels_alike_become_heads_that_differ() -> None:
    table = grid("q3", {"a": (40, {"yes": 20, "no": 20}), "b": (40, {"yes": 10, "no": 30})})
    columns = tuple(replace(each, label="Same " * 80) for each in table.columns)
    heads = read([replace(table, columns=columns)], "q3.csv")[0]
    assert len(set(heads)) == len(heads)
    assert max(map(len, heads)) <= 255


@apart
def test_names_of_sheets_are_names_whatever_a_project_calls_them() -> None:
    own = {"sheet_cover": "Front/cover", "sheet_notes": "q1"}
    speak(completed("en", own)[0])
    book = Sheets([single("q1", 40, yes=10)])
    assert book.names == ["Front cover", "q1", "q1_2"]
    assert re.findall(r'location="([^"]+)"', book.xml("Front cover")) == ["'q1'!A1", "'q1_2'!A1"]


def test_symbols_are_explained_as_authors_are_told_them() -> None:
    told = dict(conventions())
    assert all(told[f"[{sign}]"] == meaning for sign, meaning in SYMBOLS.items())


def test_long_and_likely_names_of_tables_make_sheets() -> None:
    names = ["notes", "history", "a" * 40, "a" * 45, "cover"]
    book = Sheets([replace(single("q1", 40, yes=10), id=name) for name in names])
    assert len({each.casefold() for each in book.names}) == len(names) + 2
    assert max(map(len, book.names)) <= 31
    assert "history" not in book.names


def test_the_same_tables_give_the_same_bytes() -> None:
    assert Sheets(published().values()).content == Sheets(published().values()).content
    assert b"2024-05-01T00:00:00Z" in Sheets([]).file.read("docProps/core.xml")


def test_a_figure_below_nought_is_a_number_in_every_file() -> None:
    table = single("q1", 80, agree=30, net_score=0)
    score = replace(table.columns[-1], measure=Measure.POINTS)
    cells = (*table.cells[0][:-1], replace(table.cells[0][-1], value=Fraction(-7, 3)))
    below = replace(table, columns=(*table.columns[:-1], score), cells=(cells,))
    assert read([below], f"{below.id}.csv")[2][2] == "-2.333333"


def test_the_index_says_what_each_file_is() -> None:
    files = csv_files(published().values())
    index = list(csv.DictReader(files["index.csv"].splitlines()))
    assert [each["File"] for each in index] == [
        each for each in files if each not in ("index.csv", "symbols.csv")
    ]
    assert index[2]["Base"] == "80 respondents"
