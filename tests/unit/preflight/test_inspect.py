"""Anyone's PDF is read aloud; what cannot be read is refused in one sentence."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, NameObject

from briefing.layout.pages import Pages
from briefing.preflight import inspect
from briefing.preflight.inspect import UnreadableError
from briefing.preflight.verdict import preflight
from briefing.profiles import SCREEN
from briefing.structure import DataFile, Role, Tree
from tests.unit.pdf.documents import box, one_of_everything, paper, press, screen, words
from tests.unit.pdf.hostile import PAGES, source, stream

FORM = Path(__file__).parents[1] / "pdf" / "fixtures" / "form.pdf"
APPENDICES = Path(__file__).parents[3] / "data" / "stp-survey" / "appendices"
DATA = DataFile("q1.csv", "Knowledge. How much?", b"Answer,%\r\n")


@cache
def document() -> bytes:
    pages, tree = one_of_everything(2)
    for node in tree:
        if node.role is Role.FIGURE:
            node.files = (DATA,)
    return screen(pages, tree)


def test_words_are_heard_a_paragraph_a_line_and_figures_by_their_alternative() -> None:
    lines = inspect.text(document()).splitlines()
    assert lines[:5] == [
        "Heading 1",
        "An official word before the other part and one after.",
        "1. Step 1",
        "2. Step 2",
        "A round chart: 34 per cent",
    ]


def test_a_figure_in_a_table_is_heard_behind_the_head_of_its_column() -> None:
    assert "Leaders; Share 12\n" in inspect.text(document())


def test_attachments_say_how_many_figures_show_them() -> None:
    assert inspect.attachments(document()) == (
        "q1.csv (10 bytes, Data, 2 figures): Knowledge. How much?\n"
    )
    assert inspect.attachments(press(*one_of_everything(1))) == ""


def test_a_file_made_elsewhere_is_read_too() -> None:
    assert "H1: The form" in inspect.tree(FORM.read_bytes())
    assert "The form\n" in inspect.text(FORM.read_bytes())


@pytest.mark.parametrize("read", [inspect.tree, inspect.text, inspect.attachments])
@pytest.mark.parametrize("data", [b"", b"A letter", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n"])
def test_what_is_no_pdf_is_refused(read: object, data: bytes) -> None:
    assert callable(read)
    with pytest.raises(UnreadableError):
        read(data)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.99])
def test_a_file_that_was_cut_off_is_refused_or_read(share: float) -> None:
    data = document()
    with suppress(UnreadableError):
        assert "Heading 1" in inspect.tree(data[: int(len(data) * share)])


def test_a_file_without_tags_is_refused_by_name() -> None:
    with pytest.raises(UnreadableError, match="not tagged"):
        inspect.tree(press(*one_of_everything(1)))


def test_a_tree_that_leads_back_into_itself_ends() -> None:
    tree = Tree("en-GB")
    paragraph = tree.root.add(Role.PARAGRAPH)
    data = screen(Pages((paper(box(paragraph, 9, words("Round and round"))),)), tree)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    root: Any = writer.root_object["/StructTreeRoot"]
    (top,) = root.raw_get("/K")
    element = top.get_object()
    below = element.raw_get("/K")
    element[NameObject("/K")] = ArrayObject([top, below, top, below])
    out = BytesIO()
    writer.write(out)
    assert inspect.text(out.getvalue()).count("Round and round") == 1
    assert len(inspect.tree(out.getvalue()).splitlines()) <= 4


# -- sequences whose property list has a name ------------------------------------------------------

NAMED_LIST = b"""<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R
/StructParents 0
/Resources <</Font <</F 9 0 R>> /Properties <</A <</MCID 0>> /B 10 0 R>>>>>>"""
"""A page whose resources hold the property lists that its content names (14.6.2)."""
TAGGED_CATALOG = b"""<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /Lang (en)
/StructTreeRoot 5 0 R>>"""


def named_lists(content: bytes) -> bytes:
    return source(
        TAGGED_CATALOG,
        PAGES,
        NAMED_LIST,
        stream(content),
        b"<</Type /StructTreeRoot /K 6 0 R /ParentTree 8 0 R>>",
        b"<</Type /StructElem /S /Document /P 5 0 R /K 7 0 R>>",
        b"<</Type /StructElem /S /P /P 6 0 R /Pg 3 0 R /K [0 1]>>",
        b"<</Nums [0 [7 0 R 7 0 R]]>>",
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
        b"<</MCID 1 /ActualText (in place of it)>>",
    )


def test_words_are_found_by_property_lists_that_have_a_name() -> None:
    content = b"BT /F 9 Tf /P /A BDC (Heard ) Tj EMC /Span /B BDC (Seen) Tj EMC ET"
    assert inspect.text(named_lists(content)) == "Heard in place of it\n"


def test_one_that_is_named_twice_is_two_sequences_of_one_number() -> None:
    content = b"BT /F 9 Tf /P /A BDC (One) Tj EMC /P /A BDC (Other) Tj EMC ET"
    assert "mcid-twice" in {each.code for each in preflight(named_lists(content), SCREEN)}


# -- tables made elsewhere -------------------------------------------------------------------------

HEAD = "/S /TH /A <</O /Table /Scope /{} {}>>"
SPANNED = (
    (
        (HEAD.format("Column", "/RowSpan 2"), "Partner"),
        (HEAD.format("Column", "/ColSpan 2"), "Agree"),
        (HEAD.format("Column", "/RowSpan 2"), "Base"),
    ),
    ((HEAD.format("Column", ""), "Net"), (HEAD.format("Column", ""), "Strongly agree")),
    (
        (HEAD.format("Row", ""), "Acute trusts"),
        ("/S /TD", "57%"),
        ("/S /TD", "15%"),
        ("/S /TD", "79"),
    ),
)
"""The cells of a table whose heads reach over several columns or rows (14.8.5.7)."""


def spanned() -> bytes:
    first = 8 + len(SPANNED)
    cells = [cell for row in SPANNED for cell in row]
    content = " ".join(
        f"/P <</MCID {number}>> BDC ({words} ) Tj EMC" for number, (_, words) in enumerate(cells)
    )
    at, rows, elements = first, [], []
    for number, row in enumerate(SPANNED, start=8):
        held = " ".join(f"{at + place} 0 R" for place in range(len(row)))
        rows.append(f"<</Type /StructElem /S /TR /P 7 0 R /K [{held}]>>")
        for kind, _ in row:
            element = f"/Type /StructElem {kind} /P {number} 0 R /Pg 3 0 R /K {at - first}"
            elements.append(f"<<{element}>>")
            at += 1
    font, parents = f"{at} 0 R", f"{at + 1} 0 R"
    owners = " ".join(f"{first + number} 0 R" for number in range(len(cells)))
    page = f"""<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /StructParents 0
    /Resources <</Font <</F {font}>>>>>>"""
    return source(
        TAGGED_CATALOG,
        PAGES,
        page.encode(),
        stream(f"BT /F 9 Tf {content} ET".encode()),
        f"<</Type /StructTreeRoot /K 6 0 R /ParentTree {parents}>>".encode(),
        b"<</Type /StructElem /S /Document /P 5 0 R /K 7 0 R>>",
        b"<</Type /StructElem /S /Table /P 6 0 R /K [8 0 R 9 0 R 10 0 R]>>",
        *(each.encode() for each in (*rows, *elements)),
        b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
        f"<</Nums [0 [{owners}]]>>".encode(),
    )


def test_a_figure_is_heard_behind_every_head_above_it() -> None:
    assert inspect.text(spanned()).splitlines()[-1] == (
        "Acute trusts; Agree, Net 57%; Agree, Strongly agree 15%; Base 79"
    )


def test_every_row_of_an_appendix_made_elsewhere_has_a_head() -> None:
    rows = inspect.tree((APPENDICES / "questionnaire.pdf").read_bytes()).split(" TR\n")[1:]
    assert rows
    assert not [row for row in rows if row.lstrip().startswith("TD")]
