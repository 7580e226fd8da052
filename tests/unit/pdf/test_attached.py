"""Data ride along: embedded once, described, and associated with every figure that shows them."""

from __future__ import annotations

import hashlib
from typing import Any

from briefing.diagnostics import Diagnostics
from briefing.pdf.append import append
from briefing.preflight import preflight
from briefing.profiles import SCREEN
from briefing.structure import DataFile, Role
from tests.unit.pdf.documents import holding, one_of_everything, opened, press, screen
from tests.unit.pdf.test_append import appendix

Q1 = DataFile("q1.csv", "Knowledge. Faint dŵr?", b"\xef\xbb\xbfAnswer,%\r\n")
Q2 = DataFile("a2.csv", "Engagement", b"Answer,%\r\nAgree,4\r\n")


def file(content: Any = screen, held: int = 0) -> bytes:
    """Three pages with figures; behind the second one `held` places of pages made elsewhere."""
    pages, tree = one_of_everything(3)
    figures = [node for node in tree if node.role is Role.FIGURE]
    for node, files in zip(figures, ((Q1,), (Q1,), (Q1, Q2)), strict=True):
        node.files = files
    made: bytes = content(holding(pages, {1: held} if held else {}), tree)
    return made


def figures(data: bytes) -> list[Any]:
    waiting, found = [opened(data).root_object["/StructTreeRoot"]], []
    while waiting:
        element = waiting.pop(0).get_object()
        if not hasattr(element, "get"):
            continue
        if element.get("/S") == "/Figure":
            found.append(element)
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        waiting += [kid for kid in kids if not isinstance(kid, int)]
    return found


def test_every_file_is_embedded_once_and_found_by_its_name() -> None:
    names = opened(file()).root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    assert names[::2] == ["a2.csv", "q1.csv"]
    assert file().count(b"/EmbeddedFile ") + file().count(b"/EmbeddedFile\n") <= 2


def test_it_says_what_pdf_a_3_and_pdf_ua_1_ask() -> None:
    data = file()
    first, _, third = figures(data)
    (of_first,) = first["/AF"]
    assert [each.get_object()["/UF"] for each in third["/AF"]] == ["q1.csv", "a2.csv"]
    assert of_first.get_object() == third["/AF"][0].get_object()
    known = of_first.get_object()
    assert (known["/F"], known["/UF"], known["/AFRelationship"]) == ("q1.csv", "q1.csv", "/Data")
    assert known["/Desc"] == Q1.title
    stream = known["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/text/csv"
    assert stream.get_data() == Q1.content
    assert stream["/Params"]["/Size"] == len(Q1.content)
    digest = hashlib.md5(Q1.content, usedforsecurity=False).digest()
    assert stream["/Params"]["/CheckSum"].original_bytes == digest
    assert "/ModDate" in stream["/Params"]


def test_a_file_for_the_press_has_none() -> None:
    assert "/Names" not in opened(file(press)).root_object


def test_a_document_without_data_lists_none() -> None:
    assert "/EmbeddedFiles" not in opened(screen(*one_of_everything(1))).root_object["/Names"]


def test_they_are_still_there_behind_an_appendix() -> None:
    data = append(file(held=2), [appendix(after=1)], Diagnostics())
    assert preflight(data, SCREEN) == []
    assert opened(data).attachments == {"a2.csv": [Q2.content], "q1.csv": [Q1.content]}
    assert [len(each.get("/AF", ())) for each in figures(data) if "/AF" in each] == [1, 1, 2]
    stream = figures(data)[0]["/AF"][0].get_object()["/EF"]["/F"].get_object()
    assert stream["/Subtype"] == "/text/csv"
