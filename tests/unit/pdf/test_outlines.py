"""Bookmarks hung below one another: the first level is seen, what is deeper stays closed."""

from __future__ import annotations

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from briefing.pdf.outlines import chain


def bookmark(writer: PdfWriter, title: str) -> DictionaryObject:
    made = DictionaryObject({NameObject("/Title"): TextStringObject(title)} if title else {})
    writer._add_object(made)
    return made


def test_bookmarks_below_a_bookmark_are_counted_as_closed() -> None:
    writer = PdfWriter()
    root, part = bookmark(writer, ""), bookmark(writer, "Part")
    pages = [bookmark(writer, name) for name in ("One", "Two", "Three")]
    chain(part, pages)
    chain(root, [part])
    assert [int(str(each["/Count"])) for each in (part, root)] == [-3, 1]
    assert [each.get("/Prev") is None for each in pages] == [True, False, False]
    assert [each.get("/Next") is None for each in pages] == [False, False, True]
