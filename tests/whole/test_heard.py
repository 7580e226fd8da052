"""What a listener has of a small project: its data, its table, its abbreviations, its links."""

from __future__ import annotations

import csv
import ctypes
import io
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdfium2 import raw

from briefing.build import build, check
from briefing.cli import FAULTS, OK, USAGE, main
from briefing.pipeline.work import Order
from briefing.preflight.opened import elements
from briefing.reading import items
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from pathlib import Path

EDGE = 0.5
"""By how many points another renderer puts a mark's edge elsewhere: it rounds strokes."""
WORDS = """
The AGM is for all, and AGMs are open. At the EGM it is said [here](https://a.example).
"""
ABBREVIATIONS = """
[abbreviations]
AGM = "annual general meeting"
MP = "Member of Parliament"

[documents.leaflet]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make(tmp_path_factory.mktemp("heard"))
    replaced(folder / "publication.toml", "\n[documents.leaflet]\n", ABBREVIATIONS)
    with (folder / "leaflet.md").open("a", encoding="utf-8") as words:
        words.write(WORDS)
    return folder


@pytest.fixture(scope="module")
def file(project: Path) -> Path:
    out = project.parent / "out"
    build(Order(project, out, only="leaflet"))
    return out / "leaflet-screen.pdf"


def test_the_tree_reads_like_the_publication(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(file)]) == OK
    told = capsys.readouterr().out
    for part in (
        "      Caption: Are you in favour?\n",
        "      Figure data=q1.csv alt: Ring chart: The new hall.",
        "TR: TH scope=Column Answer | TH scope=Column Share\n",
        "TR: TH scope=Row Yes | TD 75%\n",
        "      Note: Base: ",
        "Span stands for: annual general meeting: AGM\n",
    ):
        assert part in told, told
    assert told.count("stands for") == 1


def test_the_words_alone_are_heard(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", str(file), "--text", "--attachments"]) == OK
    told = capsys.readouterr().out
    assert "The figures follow as a table.\nAnswer, Share\nYes; Share 75%\n" in told
    assert "q1.csv (" in told
    assert "Data, 1 figure): The new hall. Are you in favour of a new hall?" in told


def test_nothing_is_printed_or_found_twice(file: Path) -> None:
    text = pypdfium2.PdfDocument(file.read_bytes())[0].get_textpage().get_text_range()
    assert text.count("Don\N{RIGHT SINGLE QUOTATION MARK}t know") == 1


def test_the_data_are_those_of_the_survey(file: Path) -> None:
    ((name, (content,)),) = PdfReader(file).attachments.items()
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert name == "q1.csv"
    assert rows[:2] == [["Answer", "%", "Count", "Base"], ["Yes", "75", "30", "40"]]


def test_what_a_listener_would_miss_is_told(project: Path) -> None:
    told = {each.code: each for each in check(Order(project)).warnings}
    assert "'MP'" in told["unused-abbreviation"].message
    assert "'EGM'" in told["unexplained-abbreviation"].message
    for code in ("unexplained-abbreviation", "link-says-nothing"):
        where = told[code].where
        assert where is not None
        assert where.path == "leaflet.md"


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.pdf"
    file.write_bytes(b"Dear all")
    assert main(["inspect", str(file)]) == FAULTS
    assert capsys.readouterr().err == f"{file}: cannot be inspected: it is no PDF\n"
    with pytest.raises(SystemExit) as refused:
        main(["inspect"])
    assert refused.value.code == USAGE


def test_the_bounding_box_of_a_figure_is_round_what_it_draws(file: Path) -> None:
    """A renderer of others measures the marks; the table beside the figure owns some of them."""
    reader = PdfReader(file)
    root: Any = reader.root_object["/StructTreeRoot"]
    boxes = [_box(each) for each in elements(root) if each.get("/S") == "/Figure"]
    (figure,) = boxes
    left, bottom, right, top = _drawn(file.read_bytes(), _numbers_of(root))
    assert figure == pytest.approx((left, bottom, right, top), abs=4)
    assert figure[0] <= left + EDGE
    assert figure[1] <= bottom + EDGE
    assert figure[2] >= right - EDGE
    assert figure[3] >= top - EDGE
    page = reader.pages[0].trimbox
    assert page.left <= figure[0] < figure[2] <= page.right
    assert page.bottom <= figure[1] < figure[3] <= page.top


def _box(figure: Any) -> tuple[float, ...]:
    return tuple(float(each) for each in figure["/A"]["/BBox"])


def _numbers_of(root: Any) -> set[int]:
    """The sequences of the figure and of the table behind it, whose cells print its figures."""
    found = set()
    every: Any = elements(root)
    for each in every:
        within = each["/S"] in {"/Figure", "/TH", "/TD", "/Span"}
        beside = each.get("/P", {}).get("/S") in {"/TR", "/TH", "/TD", "/Div"}
        if within and beside:
            found |= {int(kid) for kid in items(each, "/K") if isinstance(kid, int)}
    return found


def _drawn(content: bytes, numbers: set[int]) -> tuple[float, ...]:
    """The rectangle round the objects of the first page that have one of these numbers."""
    page = pypdfium2.PdfDocument(content)[0]
    held = []
    for place in range(raw.FPDFPage_CountObjects(page)):
        each = raw.FPDFPage_GetObject(page, place)
        edges = [ctypes.c_float() for _ in range(4)]
        if raw.FPDFPageObj_GetMarkedContentID(each) in numbers:
            raw.FPDFPageObj_GetBounds(each, *edges)
            held.append([edge.value for edge in edges])
    wide = [each for each in held if each[2] - each[0] > 0.01]
    left, bottom, right, top = zip(*wide, strict=True)
    return min(left), min(bottom), max(right), max(top)
