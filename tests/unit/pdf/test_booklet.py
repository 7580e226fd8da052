"""The booklet proof: pages as they are sewn, cropped, turned and scaled to sheets."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from pypdf import PdfReader, PdfWriter

from briefing.diagnostics import Faults
from briefing.pdf.booklet import booklet, saddle_order
from briefing.pdf.file import pack, stream
from tests.unit.pdf import hostile

if TYPE_CHECKING:
    from numpy.typing import NDArray

TRIM = b"/MediaBox [-20 -20 120 170] /BleedBox [-9 -9 109 159] /TrimBox [0 0 100 150]"


def grey(number: int, pages: int) -> float:
    return number / pages


def file(pages: int, boxes: bytes = TRIM, extra: bytes = b"") -> bytes:
    """Pages of their own greys, black beyond the trim, a white corner at the lower left."""
    bodies = []
    for number in range(pages):
        content = b"0 g -20 -20 140 190 re f %f g 0 0 100 150 re f 1 g 0 0 30 30 re f" % grey(
            number, pages
        )
        bodies += [
            b"<</Type /Page /Parent 2 0 R /Contents %d 0 R %b %b>>"
            % (4 + 2 * number, boxes, extra),
            stream(content),
        ]
    kids = b" ".join(b"%d 0 R" % (3 + 2 * number) for number in range(pages))
    return pack(
        [
            b"<</Type /Catalog /Pages 2 0 R>>",
            b"<</Type /Pages /Kids [%b] /Count %d /Resources <<>>>>" % (kids, pages),
            *bodies,
            b"<<>>",
        ],
        (1, 6),
        1,
        3 + 2 * pages,
    )


def shown(content: bytes) -> list[NDArray[Any]]:
    document = pypdfium2.PdfDocument(content)
    pictures = [page.render(scale=0.5, grayscale=True).to_numpy().squeeze() for page in document]
    document.close()
    return pictures


def placed(content: bytes) -> bytes:
    """How the pages of the first side are placed."""
    return PdfReader(BytesIO(content)).pages[0].get_contents().get_data()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("pages", "order"),
    [
        (4, [(3, 0), (1, 2)]),
        (6, [(None, 0), (1, None), (5, 2), (3, 4)]),
        (16, [(15, 0), (1, 14), (13, 2), (3, 12), (11, 4), (5, 10), (9, 6), (7, 8)]),
        (1, [(None, 0), (None, None)]),
        (0, []),
    ],
)
def test_pages_lie_as_they_are_sewn(pages: int, order: list[tuple[int | None, int | None]]) -> None:
    assert saddle_order(pages) == order


@pytest.mark.parametrize("pages", range(1, 41))
def test_folded_sheets_read_from_front_to_back(pages: int) -> None:
    order = saddle_order(pages)
    fronts, backs = order[::2], order[1::2]
    first_half = [
        side for front, back in zip(fronts, backs, strict=True) for side in (front[1], back[0])
    ]
    second_half = [
        side for front, back in zip(fronts, backs, strict=True) for side in (front[0], back[1])
    ]
    read = [*first_half, *reversed(second_half)]
    assert [each for each in read if each is not None] == list(range(pages))
    assert all(each is None for each in read[pages:])


def test_each_half_of_a_side_shows_its_page() -> None:
    made = booklet(file(6))
    assert (made.pages, made.sheets, made.blanks) == (6, 2, 2)
    sides = shown(made.content)
    assert len(sides) == 4
    for picture, (left, right) in zip(sides, saddle_order(6), strict=True):
        middle, fold = picture.shape[0] // 2, picture.shape[1] // 2
        for number, column in ((left, fold - 20), (right, fold + 20)):
            wanted = 255 if number is None else 255 * grey(number, 6)
            assert picture[middle, column] == pytest.approx(wanted, abs=2)


def test_pages_meet_at_the_fold_and_nothing_shows_beyond_their_trim() -> None:
    picture = shown(booklet(file(4)).content)[1]  # pages 2 and 3: neither black nor white
    height, width = picture.shape
    row = picture[height // 2 - 10]
    assert (picture > 10).all()
    assert (row[width // 2 - 49 : width // 2 + 49] < 250).all()
    assert (row[: width // 2 - 51] == 255).all()
    assert (row[width // 2 + 51 :] == 255).all()


def test_pages_are_never_enlarged_and_fill_a_sheet_that_is_small() -> None:
    small = placed(booklet(file(4)).content)
    assert b"1.00000 0 0 1.00000" in small
    large = booklet(file(4, b"/MediaBox [0 0 595.28 841.89]"))
    assert b"0.70708 0 0 0.70708" in placed(large.content)
    on_a3 = booklet(file(4, b"/MediaBox [0 0 595.27 841.88]"), "A3")
    page = PdfReader(BytesIO(on_a3.content)).pages[0]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (1191, 842)
    assert b"1.00000 0 0 1.00000 0.00" in placed(on_a3.content)


@pytest.mark.parametrize(
    ("turn", "corner"),
    [(0, "lower left"), (90, "upper left"), (180, "upper right"), (270, "lower right")],
)
def test_turned_pages_stand_as_they_are_read(turn: int, corner: str) -> None:
    square = b"/MediaBox [0 0 100 100]"
    picture = shown(booklet(file(4, square, b"/Rotate %d" % turn)).content)[1]
    height, width = picture.shape
    top, left = height // 2 - 25, width // 2 - 50
    page = picture[top : top + 50, left : left + 50]
    found = {
        "upper left": page[5, 5],
        "upper right": page[5, 45],
        "lower left": page[45, 5],
        "lower right": page[45, 45],
    }
    assert {name for name, value in found.items() if value > 250} == {corner}


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", file(4)[:500], file(4, b"/MediaBox [0 0 0 0]"), file(0)]
)
def test_what_cannot_be_imposed_is_told(data: bytes) -> None:
    with pytest.raises(Faults) as caught:
        booklet(data)
    assert [each.code for each in caught.value.diagnostics] == ["booklet-unreadable"]


def test_a_locked_file_is_told() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(file(4))))
    writer.encrypt("secret", algorithm="AES-256")
    kept = BytesIO()
    writer.write(kept)
    with pytest.raises(Faults) as caught:
        booklet(kept.getvalue())
    assert [each.code for each in caught.value.diagnostics] == ["booklet-locked"]


def test_the_same_file_makes_the_same_booklet() -> None:
    assert booklet(file(6)).content == booklet(file(6)).content


def test_a_layer_that_is_hidden_stays_so_in_the_proof() -> None:
    page = hostile.PAGE % b"/Resources <</Properties <</H 5 0 R>>>>"
    hidden = b"/OC /H BDC 0 0 200 200 re f EMC"
    catalog = b"<</Type /Catalog /Pages 2 0 R /OCProperties <</OCGs [5 0 R] /D <</OFF [5 0 R]>>>>>>"
    layer = b"<</Type /OCG /Name (Hidden)>>"
    content = booklet(
        hostile.source(catalog, hostile.PAGES, page, hostile.stream(hidden), layer)
    ).content
    drawn = pypdfium2.PdfDocument(content)[0].render(scale=0.25, grayscale=True).to_numpy()
    assert drawn.min() > 250, "nothing is drawn of it"
