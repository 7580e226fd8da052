"""Every figure of a survey in every output: present, and the same in all of them.

The survey has every kind of question, table and measure; each output is read back by what reads
it elsewhere, and held against figures that are written here from the unrounded values anew.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import CalamineWorkbook

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.blocks.prose import Paragraph
from briefing.build import build
from briefing.charts import CATALOGUE as CHARTS
from briefing.charts.model import UnsuitedError
from briefing.charts.number import Number
from briefing.claims.naming import WrongReferenceError
from briefing.claims.nearest import nearest_figure, remedy
from briefing.claims.references import resolve
from briefing.claims.typed import Typed
from briefing.claims.verdicts import judge
from briefing.cli import main
from briefing.content.bind import Manner, bind
from briefing.content.markdown import parse_words
from briefing.content.publication import Sheet
from briefing.diagnostics import Diagnostics
from briefing.explain import explain_reference, references
from briefing.layout.text import plain
from briefing.pipeline.counting import counted
from briefing.pipeline.work import Order
from briefing.preflight import inspect
from briefing.survey.question import Kind
from briefing.tables.model import Cell, Measure, Part
from briefing.tables.sheet import sheet
from tests.whole.town import make

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing.pipeline.counting import Counted
    from briefing.tables.model import Head, Table

# -- what should be said, from the unrounded values ------------------------------------------------


def rounded(value: Fraction, places: int = 0) -> str:
    with_room = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{with_room.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"


def expected(cell: Cell, head: Head) -> str:
    """A figure as print has it, without the spaces of print; a symbol in its brackets."""
    if cell.value is None:
        return f"[{cell.symbol}]"
    value = cell.value
    if head.measure is Measure.SHARE:
        digits = rounded(value * 100)
        inside = {"0": "<1", "100": ">99"} if 0 < value < 1 else {}
        return f"{inside.get(digits, digits)}%"
    if head.measure is Measure.COUNT:
        return rounded(value)
    if head.measure is Measure.POINTS:
        return f"+{rounded(value)}" if value > 0 else rounded(value).replace("-", "\u2212")
    digits = rounded(value, head.decimals)
    return f"£{digits}" if head.unit == "£" else f"{digits} {head.unit}".strip()


def spaced(text: str) -> str:
    return " ".join(text.split())


# -- the survey ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Town:
    """The project, what was counted, and a build in which every table stands on a page."""

    folder: Path
    out: Path
    found: Counted

    @property
    def tables(self) -> dict[str, Table]:
        return dict(self.found.evidence.tables)


REPORT = "# The town {.text}\n\nWords.\n"
TABLES = (
    *("survey", "safe", "services", "travel", "travel_other", "matters", "spent", "trips"),
    *("health", "why", "more", "ward", "age", "safe_by_ward", "health_by_age"),
    *(
        f"main_{each}{by}"
        for each in ("safe", "services_parks", "spent", "travel")
        for by in ("", "_by_ward", "_by_age")
    ),
    *("by_ward", "wards", "media", "counts"),
)


def bound(table: Table) -> Iterator[tuple[str, int, int]]:
    """Every reference of a table that can be printed, and its cell."""
    for row, column, cell in table:
        if cell.value is not None:
            yield f"{table.id}.{table.path(row, column)}", row, column


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    home = tmp_path_factory.mktemp("home")
    folder = make(home, REPORT)
    found = counted(folder)
    report = ""
    for place, name in enumerate(TABLES):
        table = found.evidence.tables[name]
        said = " ".join(
            f"It is {{{{ {reference} }}}}, as they say."
            for reference, _, _ in list(bound(table))[:9]
        )
        if said:
            report += f"# Words {place} {{.text #t{place}}}\n\n{said}\n\n"
        report += f"# Figures {place} {{.text #f{place}}}\n\n::: {{.table of={name}}}\n:::\n\n"
    (folder / "report.md").write_text(report, encoding="utf-8")
    build(Order(folder, home / "out"))
    return Town(folder, home / "out", found)


def test_the_survey_has_every_kind_of_what_is_told(town: Town) -> None:
    tables = town.tables
    assert tuple(tables) == TABLES
    cells = [cell for table in tables.values() for _, _, cell in table]
    heads = [head for table in tables.values() for head in (*table.rows, *table.columns)]
    assert {each.kind for each in town.found.codebook.questions} == set(Kind)
    assert {each.measure for each in heads} == set(Measure)
    whats = set(Part) - {Part.NEUTRAL, Part.NOT_APPLICABLE, Part.WITHHELD}  # the last: in charts
    assert whats <= {each.part for each in heads}
    assert {cell.symbol for cell in cells} - {""} == {"c", "x", "low", "u"}
    assert any(cell.letters for cell in cells)
    assert any(base.symbol for table in tables.values() for base in table.bases)
    assert any(base.caution for table in tables.values() for base in table.bases)


# -- outputs: what each says of a cell -------------------------------------------------------------


def lines_of(data: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data)))


def grid_of(lines: list[list[str]]) -> dict[tuple[str, str], str]:
    """The cells of a sheet by the heads of its row and its column."""
    heads = lines[0]
    return {
        (spaced(line[0]), spaced(head)): cell
        for line in lines[1:]
        for head, cell in zip(heads[1:], line[1:], strict=True)
    }


UNITS = {
    Measure.SHARE: ("%", "per cent"),
    Measure.SCORE: ("score", "mean score"),
    Measure.COUNT: ("number", "count"),
    Measure.NUMBER: ("number", "number"),
    Measure.POINTS: ("points", "percentage points"),
}


def unit(head: Head, way: int) -> str:
    return head.unit or UNITS[head.measure][way]


def headed(table: Table, row: int) -> str:
    """The head of a row: a group has its letter, and is marked if its base is small."""
    head = table.rows[row]
    letter = f" ({head.letter})" if head.letter else ""
    small = head.part is Part.GROUP and table.bases[row].caution
    return spaced(f"{head.label}{letter}{' (small base)' if small else ''}")


def counted_off(table: Table, row: int, column: int, text: str) -> str:
    """A figure without the count that stands beside a share of a small base, and must."""
    cell = table.cells[row][column]
    share = table.columns[column].measure is Measure.SHARE
    if not (share and table.bases[row].caution and cell.value is not None):
        return text
    assert text.endswith(f" ({cell.count:,})"), (table.id, text)
    return text.removesuffix(f" ({cell.count:,})")


def typed(text: str) -> str:
    """Words with the signs of a keyboard."""
    return text.replace("\u2011", "-").replace("\u00ad", "")


class Outputs:
    """What an output says of a cell, in the words of `expected`; None where it says nothing."""

    def __init__(self, town: Town) -> None:
        self.town = town

    def section(self, name: str) -> str:
        """What is heard of the page of a table."""
        told = inspect.tree((self.town.out / "report-screen.pdf").read_bytes())
        heading = f"H1: Figures {TABLES.index(name)}\n"
        section = told.partition(heading)[2].partition("\n  Sect ")[0]
        return re.sub(r"\n ++(?!THead|TBody|TR: |P: |Table)", " ", section)

    @cache  # noqa: B019 - as long as the session
    def tree(self, name: str) -> list[list[str]]:
        """The rows of a table on its page, as they are heard."""
        rows = re.findall(r"TR: (.*)", self.section(name))
        return [
            [re.sub(r"^T[HD](?: scope=\w+)? ?", "", each).strip() for each in row.split(" | ")]
            for row in rows
        ]

    def page(self, table: Table, row: int, column: int) -> str:
        label, group = spaced(table.columns[column].label), headed(table, row)
        heads: list[str] = []
        for line in self.tree(table.id):
            if line[0] == "":
                heads = line
            elif line[0] == label and group in heads[1:]:
                cell = line[heads.index(group)] if heads.count(group) == 1 else ""
                letters = table.cells[row][column].letters
                assert not letters or cell.endswith(f" {letters}"), (table.id, cell)
                return counted_off(table, row, column, cell.removesuffix(f" {letters}"))
        return ""

    def ledger(self, table: Table, row: int, column: int) -> str:
        path = table.path(row, column)
        cell = table.cells[row][column]
        found = [
            each
            for each in self.rows()
            if (each["table"], each["cell"]) == (table.id, path)
            and each["words"].startswith(spaced(table.title))
            and not each["kind"].startswith("claim")
            and each["kind"] != "base"
        ]
        if cell.value is None:
            assert not found
            return f"[{cell.symbol}]"
        (one,) = found
        head = table.columns[column]
        exact = cell.value * 100 if head.measure is Measure.SHARE else cell.value
        assert Decimal(one["value"]) == Decimal(
            rounded(exact, 6).replace(",", "").replace("\u2212", "-")
        )
        assert one["words"].endswith(spaced(head.label))
        assert int(one["base"]) == (cell.count if head.id == "mean" else table.bases[row].n)
        shown = one["shown"].removeprefix("'").removesuffix(f" {cell.letters}")
        return counted_off(table, row, column, shown)

    @cache  # noqa: B019
    def rows(self) -> list[dict[str, str]]:
        with (self.town.out / "claims.csv").open(encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def attached(self, table: Table, row: int, column: int) -> str:
        """What the CSV that is attached to a chart says."""
        cells = grid_of(lines_of(sheet(table).decode("utf-8-sig")))
        head, cell = table.columns[column], table.cells[row][column]
        label = typed(spaced(head.label))
        own = headed(table, row)
        if table.single:
            mixed = len({unit(each, 0) for each in table.columns}) > 1
            line = f"{label}, {unit(head, 0)}" if mixed and unit(head, 0) != "%" else label
            shares = [each for each in table.columns if each.measure is Measure.SHARE]
            at = (line, "%" if shares else unit(table.columns[0], 0))
            if not shares and mixed:
                at = (line, "Figure")
            count = (line, "Count")
        else:
            at = (typed(own), f"{label}, {unit(head, 0)}")
            count = (typed(own), f"{label}, count")
        return self.plain(cells[at], cells[count], cell, head, self.letters(cells, at[0], label))

    def letters(self, cells: dict[tuple[str, str], str], row: str, label: str) -> str:
        return cells.get((row, f"{label}, higher than"), "")

    def plain(self, text: str, count: str, cell: Cell, head: Head, letters: str) -> str:
        """A figure that can be reckoned with, dressed as print has it."""
        if cell.value is None:
            assert count == text
            return text
        assert letters in (cell.letters, "none")
        assert count == ("" if cell.count is None else str(cell.count))
        if head.measure is Measure.SHARE:
            return f"{text}%"
        places = {Measure.SCORE: 1, Measure.NUMBER: head.decimals}.get(head.measure, 0)
        assert len(text.partition(".")[2]) == places
        return expected(Cell(Fraction(text.removeprefix("'"))), head)

    def exported(self, table: Table, row: int, column: int) -> str:
        """What the folder of CSV files says, exactly."""
        file = self.town.out.parent / "csv" / f"{table.id}.csv"
        return self.exact(
            grid_of(lines_of(file.read_text(encoding="utf-8-sig"))), table, row, column
        )

    def workbook(self, table: Table, row: int, column: int) -> str:
        return self.exact(self.book()[table.id[:31]], table, row, column)

    @cache  # noqa: B019
    def book(self) -> dict[str, dict[tuple[str, str], str]]:
        book = CalamineWorkbook.from_path(str(self.town.out.parent / "tables.xlsx"))
        found = {}
        for name in book.sheet_names:
            lines = [list(map(str, line)) for line in book.get_sheet_by_name(name).to_python()]
            first = next(at for at, line in enumerate(lines) if all(line))
            found[name] = grid_of(lines[first:])
        return found

    def exact(self, cells: dict[tuple[str, str], str], table: Table, row: int, column: int) -> str:
        head, cell = table.columns[column], table.cells[row][column]
        label = spaced(head.label)
        if table.single:
            share = head.measure is Measure.SHARE
            told = f"{label} ({unit(head, 1)})"
            alone = {each.measure for each in table.columns} <= {Measure.SHARE, Measure.COUNT}
            line = label if share or (alone and head.measure is Measure.COUNT) else told
            at = (line, "Per cent" if share else "Figure")
            if head.measure is Measure.COUNT:
                at = (line, "Count")
            count: tuple[str, str] | None = (line, "Count")
        else:
            own = headed(table, row)
            at = (own, f"{label} ({unit(head, 1)})")
            count = (own, f"{label} (count)") if head.measure is Measure.SHARE else None
            line = own
        text = cells[at]
        if cell.value is None:
            assert count is None or cells[count] == text
            return text
        if count is not None:
            number = "[x]" if cell.count is None else str(cell.count)
            assert cells[count].removesuffix(".0") == number
        assert cells.get((line, f"{label} (higher than)"), "none") == (cell.letters or "none")
        value = cell.value * 100 if head.measure is Measure.SHARE else cell.value
        assert float(text.removeprefix("'")) == pytest.approx(float(value), abs=1e-5)
        return expected(cell, head)

    @cache  # noqa: B019
    def above(self, name: str) -> list[str]:
        """The lines above the heads of a sheet."""
        book = CalamineWorkbook.from_path(str(self.town.out.parent / "tables.xlsx"))
        lines = [list(map(str, line)) for line in book.get_sheet_by_name(name).to_python()]
        return [line[0] for line in lines[: next(at for at, line in enumerate(lines) if all(line))]]

    @cache  # noqa: B019
    def listed_bases(self) -> dict[str, str]:
        lines = references(self.town.found.evidence).splitlines()
        return dict(each.split(None, 1) for each in lines if ".base  " in each)

    @cache  # noqa: B019
    def listed(self) -> dict[str, str]:
        lines = references(self.town.found.evidence).splitlines()
        pairs = (line.split(None, 1) for line in lines if line.startswith("    "))
        return dict(pairs)

    def explained(self, table: Table, row: int, column: int) -> str:
        """What `briefing explain` lists."""
        cell, head = table.cells[row][column], table.columns[column]
        text = spaced(self.listed()[f"{table.id}.{table.path(row, column)}"])
        net = " (net)" if head.part is Part.NET else ""
        told = text.removesuffix(net).removesuffix(spaced(head.label)).strip()
        told = told.removesuffix(f" {cell.letters}").strip()
        if head.measure is Measure.SHARE and cell.count is not None:
            assert told.endswith(f"({cell.count:,})")
            told = told.rpartition(" (")[0]
        return told

    def prose(self, table: Table, row: int, column: int) -> str:
        """What a binding prints, with the document's sign."""
        reference = f"{table.id}.{table.path(row, column)}"
        words, faults = printed(self.town, f"it is {{{{ {reference} }}}}.")
        if table.cells[row][column].value is None:
            assert [each.code for each in faults] == ["suppressed-figure"]
            return f"[{table.cells[row][column].symbol}]"
        assert not list(faults), list(map(str, faults))
        return words.removeprefix("it is ").removesuffix(".")

    def drawn(self, table: Table, row: int, column: int) -> str:
        """The number that a chart draws of one figure, and what it says of it aloud."""
        cell, head = table.cells[row][column], table.columns[column]
        chart = Number(highlight=table.path(row, column))
        text = spaced(chart._figure(table).text)
        aloud = spaced(chart.describe(table))
        if cell.value is None:
            assert "No figures can be shown." in aloud
            return text
        said = expected(cell, head)
        said = re.sub(r"(.*)%", r"\1 per cent", said).replace("<", "under ").replace(">", "over ")
        assert f", {said}." in aloud or "…" in aloud, aloud
        return text

    def heard(self, table: Table, row: int, column: int) -> str:
        """What every kind of chart that shows the figure says of it: the same, or nothing."""
        path, head = table.path(row, column), table.columns[column]
        found = set()
        for kind in CHARTS:
            if kind.pictorial:
                continue
            try:
                told = kind().heard(table)
            except UnsuitedError:
                continue
            for _, cells in told.rows if told else ():
                for said in cells:
                    if said.figures and said.figures[0][0] == path and said.figures[0][1] != "base":
                        found.add(spaced(said.words).partition(" (")[0])
        if not found:
            return expected(table.cells[row][column], head)
        (text,) = found
        return text

    def signed(self, table: Table, row: int, column: int) -> str:
        """The little table on the page to be signed."""
        page = (self.town.out / "claims.html").read_text(encoding="utf-8")
        cell, head = table.cells[row][column], table.columns[column]
        rows = re.findall(rf"<caption>[^<]*\({table.id}\)</caption>(.*?)</table>", page, re.DOTALL)
        own = headed(table, row)
        for each in rows:
            for line in re.findall(r"<tr>(.*?)</tr>", each, re.DOTALL):
                texts = [
                    spaced(re.sub("<[^>]+>", "", part).replace("&lt;", "<").replace("&gt;", ">"))
                    for part in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line)
                ]
                if texts[0] == own:
                    told = texts[1 + column].removesuffix(f" {cell.letters}")
                    if head.measure is Measure.SHARE and cell.count is not None:
                        assert told.endswith(f"({cell.count:,})")
                        told = told.rpartition(" (")[0]
                    return told
        return expected(cell, head) if cell.value is None or row > 0 else ""

    def nearest(self, table: Table, row: int, column: int) -> str:
        """What is suggested for a figure typed by hand can be written, and is true."""
        cell, head = table.cells[row][column], table.columns[column]
        if cell.value is None:
            return f"[{cell.symbol}]"
        share = head.measure is Measure.SHARE
        looked = Typed(0, 1, "it", *((cell.value, None) if share else (None, cell.value)))
        figure = nearest_figure(looked, [table])
        assert figure is not None
        assert figure.value == cell.value
        (reference,) = re.findall(r"\{\{ (\S+) \}\}", remedy(looked, figure))
        (claim,) = re.findall(r"\{claim=(\S+)\}", remedy(looked, figure))
        assert resolve(reference, self.town.tables)[0].value == cell.value
        assert resolve(claim, self.town.tables)[0].value == cell.value
        return expected(cell, head)

    def told(self, table: Table, row: int, column: int) -> str:
        """What `briefing explain` says of one reference, and that what it offers can be written."""
        cell = table.cells[row][column]
        reference = f"{table.id}.{table.path(row, column)}"
        if cell.value is None:
            with pytest.raises(WrongReferenceError, match="cannot be published"):
                explain_reference(reference, self.town.found.evidence, "%")
            return f"[{cell.symbol}]"
        text = explain_reference(reference, self.town.found.evidence, "%")
        offered = re.findall(r"^  \{\{ (\S+) \}\} +(.*)$", text, re.MULTILINE)
        assert len(offered) >= 3
        for binding, prints in offered:
            words, faults = printed(self.town, f"it is {{{{ {binding} }}}}.")
            assert not list(faults), [reference, *map(str, faults)]
            assert words.removeprefix("it is ").removesuffix(".") == spaced(prints)
        for words in re.findall(r"\[(.*)\]\{claim=", text):
            assert judge(words, resolve(reference, self.town.tables)).true
        return spaced(offered[0][1])


def printed(town: Town, words: str) -> tuple[str, Diagnostics]:
    diagnostics = Diagnostics()
    manner = Manner(("text",), BLOCKS, CHARTS, "%")
    elements = parse_words(f"# T {{.text}}\n\n{words}\n", "r.md", diagnostics)
    (page,) = bind(elements, town.found.evidence, manner, diagnostics)
    assert isinstance(page, Sheet)
    (block,) = page.blocks
    assert isinstance(block, Paragraph)
    return spaced(typed(plain(block.words))), diagnostics


OUTPUTS: dict[str, Callable[[Outputs, Table, int, int], str]] = {
    name: getattr(Outputs, name)
    for name in (
        *("page", "ledger", "attached", "exported", "workbook", "explained", "told"),
        *("prose", "drawn", "heard", "signed", "nearest"),
    )
}


@pytest.fixture(scope="session")
def outputs(town: Town) -> Outputs:
    home = town.out.parent
    assert main(["tables", str(town.folder), "--out", str(home / "csv")]) == 0
    assert main(["tables", str(town.folder), "--out", str(home / "tables.xlsx")]) == 0
    return Outputs(town)


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("name", TABLES)
def test_every_output_says_the_same_of_every_figure(
    outputs: Outputs, name: str, output: str
) -> None:
    table = outputs.town.tables[name]
    wrong = []
    for row, column, cell in table:
        head = table.columns[column]
        try:
            said: Any = spaced(OUTPUTS[output](outputs, table, row, column))
        except (AssertionError, KeyError, StopIteration, ValueError) as fault:
            said = repr(fault)
        if said != expected(cell, head):
            wrong.append((table.path(row, column), expected(cell, head), said))
    assert not wrong, f"{len(wrong)}: {wrong[:4]}"


# -- bases, notes, ranks and differences -----------------------------------------------------------


def bases_of(table: Table, row: int) -> list[str]:
    base = table.bases[row]
    if base.symbol:
        weighted = any(each.weighted is not None for each in table.bases)
        return [f"[{base.symbol}]"] * (3 if weighted else 1)
    numbers = (Fraction(base.n), base.weighted, base.effective)
    return [rounded(each) for each in numbers if each is not None]


@pytest.mark.parametrize("name", TABLES)
def test_every_output_tells_the_same_bases(outputs: Outputs, name: str) -> None:
    town, table = outputs.town, outputs.town.tables[name]
    attached = lines_of(sheet(table).decode("utf-8-sig"))[1:]
    heads: list[str] = []
    on_page: dict[str, list[str]] = {}
    for line in outputs.tree(name):
        heads = line if line[0] == "" else heads
        if line[0].lower().endswith("base"):
            for group, cell in zip(heads[1:], line[1:], strict=True):
                on_page.setdefault(group, []).append(cell)
    book = outputs.book()[name[:31]]
    for row, head in enumerate(table.rows):
        own, told = headed(table, row), bases_of(table, row)
        assert on_page[own] == told
        assert attached[row][-1] == told[0].replace(",", "")
        in_book = [
            cell
            for (line, at), cell in book.items()
            if (line.startswith("Base (") and at == "Count" and table.single)
            or (line == own and at.startswith("Base ("))
        ]
        whole = [each if each.startswith("[") else rounded(Fraction(each)) for each in in_book]
        counts_alone = table.single and {each.measure for each in table.columns} == {Measure.COUNT}
        assert whole == ([] if counts_alone else told)
        reference = f"{name}.base" if table.single else f"{name}.{head.id}.base"
        assert spaced(table.bases[row].words) in spaced(outputs.listed_bases()[reference])
        words, faults = printed(town, f"it is {{{{ {reference} }}}}.")
        if table.bases[row].symbol:
            assert [each.code for each in faults] == ["suppressed-figure"]
        else:
            assert words == f"it is {told[0].replace(',', '')}." or words == f"it is {told[0]}."


@pytest.mark.parametrize("name", TABLES)
def test_every_note_is_told_by_every_output(outputs: Outputs, name: str) -> None:
    table = outputs.town.tables[name]
    notes = [spaced(each) for each in (*table.notes, table.tested) if each]
    page = spaced(outputs.section(name))
    index = (outputs.town.out.parent / "csv" / "index.csv").read_text(encoding="utf-8")
    (listed,) = [line for line in lines_of(index) if line[0] == f"{name}.csv"]
    above = spaced(" ".join(outputs.above(name[:31])))
    shown = next((ref for ref, _, _ in bound(table)), "")
    told = spaced(explain_reference(shown, outputs.town.found.evidence)) if shown else ""
    for note in notes:
        assert note in page
        assert note in spaced(listed[4])
        assert note in above
        assert not shown or note in told


@pytest.mark.parametrize("name", TABLES)
def test_a_rank_is_that_among_the_rows_or_none(town: Town, name: str) -> None:
    table = town.tables[name]
    others = [row for row, head in enumerate(table.rows) if head.part is not Part.WHOLE]
    for row, column, _ in table:
        reference = f"{name}.{table.path(row, column)}.rank"
        values = [table.cells[each][column].value for each in others]
        words, faults = printed(town, f"it is {{{{ {reference} }}}}.")
        if row not in others or None in values:
            (fault,) = faults
            assert fault.code in ("unknown-taking", "suppressed-figure")
            continue
        own = table.cells[row][column].value
        place = 1 + sum(each > own for each in values)  # type: ignore[operator]
        tied = "=" if values.count(own) > 1 else ""
        assert (words, list(faults)) == (f"it is {tied}{place}.", [])


def test_differences_are_told_of_every_kind_of_figure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other answers: each figure whose ledger says another value is in the difference of builds."""
    said = (
        "It is {{ safe.agree - safe.dk }} and {{ safe.agree - safe.disagree }}, {{ spent.mean }}, "
        "{{ spent.median }}, {{ safe.net_score }}, {{ main_safe.age_old.mean }}, "
        "{{ matters.rent.score }}, {{ matters.rent.score.rank }}, {{ travel.bus.count }}, "
        "{{ trips.base }}, {{ why.late.pct }}, {{ survey.margin }}."
    )
    for seed in (4, 5):
        folder = make(tmp_path / str(seed), f"# The town {{.text}}\n\n{said}\n", seed)
        build(Order(folder, tmp_path / f"out{seed}"))
    ledgers = []
    for seed in (4, 5):
        with (tmp_path / f"out{seed}" / "claims.csv").open(encoding="utf-8") as file:
            ledgers.append(list(csv.DictReader(file)))
    changed = {
        f"{old['table']}.{old['cell']}.{old['kind'].split()[-1]}".replace("..", ".")
        for old, new in zip(*ledgers, strict=True)
        if (old["value"], old["base"]) != (new["value"], new["base"])
    }
    assert len(changed) >= 10
    capsys.readouterr()
    assert main(["diff", str(tmp_path / "out4"), str(tmp_path / "out5")]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("figure ")]
    assert len(told) == len(changed) + 1, "agree is the first of two differences"
    assert all(any(f"figure {each}" in line for line in told) for each in changed)
