"""A publication in German says nothing in English; one in a language unknown says so."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from briefing.build import build, check
from briefing.pipeline.exporting import export_tables
from briefing.pipeline.work import Order
from briefing.preflight.inspect import tree
from tests.whole.foreign import make

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ENGLISH = re.compile(
    r"\b(the|of|and|who|with|from|to|all|base|answers?|answered|items?|groups?|shares?|scores?|"
    r"bars?|columns?|chart|figures?|follow|table|highest|lowest|largest|smallest|suppressed|below|"
    r"fewer|small|caution|percentages?|points|per|cent|combined|continued|page|appendix|draft|"
    r"count|respondents?|mean|net|not|published|under|over|marks?|each|one|in|ten|hundred)\b",
    re.IGNORECASE,
)
ALSO_GERMAN = {"in"}


def _built(folder: Path, language: str, words: str = "") -> tuple[Mapping[str, str], list[str]]:
    """What a screen reader hears of each document, its data with it, and what the build remarks."""
    done = build(Order(make(folder, language, words), folder / "out"))
    heard = {
        each.name: tree(each.content) + _attached(each.content)
        for each in done.files
        if each.name.endswith("-screen.pdf")
    }
    return heard, [str(each) for each in done.diagnostics]


def _attached(data: bytes) -> str:
    reader = PdfReader(BytesIO(data))
    return "".join(
        each.content.decode("utf-8-sig")
        for each in reader.attachment_list
        if each.name.endswith(".csv")
    )


def test_a_german_document_says_nothing_in_english(tmp_path: Path) -> None:
    heard, remarks = _built(tmp_path, "de-DE")
    assert set(heard) == {"heft-screen.pdf", "folien-screen.pdf"}
    for name, text in heard.items():
        said = re.sub(r"\b(scope=\w+|Figure|Table|Caption|data=\S+|alt:)", "", text)
        met = {each.group().lower() for each in ENGLISH.finditer(said)} - ALSO_GERMAN
        assert met == set(), name
    told = heard["heft-screen.pdf"]
    for each in (
        "33\xa0%",
        "6,48\xa0€",
        "1.031 Gäste mit Antwort",
        "Die Zahlen folgen als Tabelle",
    ):
        assert each.replace("\xa0", " ") in re.sub(r"\s+", " ", told.replace("\xa0", " "))
    assert [each for each in remarks if "words-language" in each] == []


def _cells(file: Path) -> dict[str, list[str]]:
    """The words of each sheet of a workbook, or of each file of a folder."""
    if file.is_dir():
        return {each.name: [each.read_text(encoding="utf-8")] for each in file.iterdir()}
    book = CalamineWorkbook.from_path(str(file))
    return {
        name: [
            name,
            *(str(each) for row in book.get_sheet_by_name(name).to_python() for each in row),
        ]
        for name in book.sheet_names
    }


@pytest.mark.parametrize("out", ["alles.xlsx", "alles"])
def test_the_tables_of_a_german_project_say_nothing_in_english(tmp_path: Path, out: str) -> None:
    project = make(tmp_path, "de-DE")
    export_tables(project, tmp_path / out)
    cells = _cells(tmp_path / out)
    for name, texts in cells.items():
        met = {each.group().lower() for text in texts for each in ENGLISH.finditer(text)}
        assert met - ALSO_GERMAN == set(), name
    told = " ".join(text for texts in cells.values() for text in texts)
    assert "[low]" in told.lower()
    for each in ("Prozent", "Basis (ungewichtet)", "zum Schutz der Vertraulichkeit unterdrückt"):
        assert each in told
    if out.endswith(".xlsx"):
        assert list(cells)[:2] == ["Deckblatt", "Anmerkungen"]
        assert "Herausgegeben von: Stadt Ellern" in cells["Deckblatt"]


def test_a_language_without_words_borrows_them_and_marks_them(tmp_path: Path) -> None:
    own = '\n[words]\nanswer = "Odpowiedź"\n'
    heard, remarks = _built(tmp_path, "pl-PL", own)
    assert any("not known in 'pl-PL'" in each and "[words]" in each for each in remarks)
    told = heard["heft-screen.pdf"]
    assert "TH lang=en scope=Column Respondents" in told
    assert "TH lang=en scope=Column Mean score" in told
    assert "TH lang=en scope=Row All Gäste" in heard["folien-screen.pdf"]
    net = "TH scope=Row\\s+Span lang=en says: Combined: ?\\s+(\\| )?Dafür"
    assert re.search(net, told), "an answer of the project's keeps its own language"
    assert "scope=Column Odpowiedź" in told, "what the project says is in its own language"
    assert re.search(r"Figure lang=en data=becken.csv alt: Ring chart", told)
    assert "Note: Base" not in told, "words below a chart are marked too"


def test_what_cannot_be_marked_says_nothing_in_a_language_that_is_borrowed(tmp_path: Path) -> None:
    heard, _ = _built(tmp_path, "pl-PL")
    told = re.sub(r"\s+", " ", " ".join(heard.values()))
    assert 'Table "Angebot"' in told
    assert "What the chart shows" not in told


FIGURE_IN_WORDS = """
# Wort {.theme #wort short="Wort"}

Es sind {{ becken.ja.fraction }}, und [ein Drittel]{claim=becken.ja} sagt es, [{{ becken.ja.words
}}]{lang=en} zumal.
"""


def test_no_figure_comes_out_in_english_words_among_others(tmp_path: Path) -> None:
    project = make(tmp_path, "de-DE", "")
    words = project / "heft.md"
    text = words.read_text(encoding="utf-8") + FIGURE_IN_WORDS
    words.write_text(text, encoding="utf-8")
    told = {each.code: each for each in check(Order(project)).errors}
    assert told["figure-in-words"].where is not None
    assert (
        told["figure-in-words"].where.line == text[: text.index("{{ becken.ja.fr")].count("\n") + 1
    )
    assert "'de-DE'" in told["figure-in-words"].message
    assert "in English alone" in told["claim-unclear"].hint


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ('bass = "x"', "toml:24: error: the engine says nothing that is called 'bass'"),
        ('base_line = "{word}."', "words.base_line has no place {word}"),
    ],
)
def test_words_of_a_project_are_checked_where_they_stand(
    tmp_path: Path, own: str, says: str
) -> None:
    project = make(tmp_path, "de", f"\n[words]\n{own}\n")
    told = [str(each) for each in check(Order(project)).errors]
    assert says in told[0]
    if "bass" in own:
        assert "'base'" in told[0]
