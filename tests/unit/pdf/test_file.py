from __future__ import annotations

from briefing.pdf.file import PER_STREAM, pack, stream
from tests.unit.pdf.documents import opened

PAGES = [
    b"<</Type /Catalog /Pages 2 0 R>>",
    b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Contents 4 0 R>>",
    stream(b"0 0 5 5 re f"),
    b"<</Title (Tiny)>>",
]


def test_a_packed_file_is_read_back() -> None:
    reader = opened(pack(PAGES, (1, 7), 1, 5))
    assert reader.metadata is not None
    assert reader.metadata.title == "Tiny"
    contents = reader.pages[0].get_contents()
    assert contents is not None
    assert contents.get_data() == b"0 0 5 5 re f"


def test_more_objects_than_one_object_stream_holds() -> None:
    many = [*PAGES, *(b"(%d)" % number for number in range(2 * PER_STREAM))]
    reader = opened(pack(many, (1, 7), 1, 5))
    assert reader.get_object(len(PAGES) + 2 * PER_STREAM) == str(2 * PER_STREAM - 1)


def test_every_stream_ends_on_a_line_of_its_own() -> None:
    data = pack(PAGES, (1, 7), 1, 5)
    assert data.count(b"endstream") == data.count(b"\nendstream\n")


def test_another_content_has_another_identifier() -> None:
    one, other = (opened(pack([*PAGES, extra], (1, 7), 1, 5)) for extra in (b"1", b"2"))
    assert one.trailer["/ID"] != other.trailer["/ID"]


def test_the_header_names_the_version() -> None:
    assert pack(PAGES, (1, 6), 1, 5).startswith(b"%PDF-1.6\n%")
