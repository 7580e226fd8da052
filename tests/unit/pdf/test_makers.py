"""Files of the makers that people have, merged: what each part has is kept, and nothing is lost."""

from __future__ import annotations

from typing import Any

import pypdfium2
import pytest

from briefing.diagnostics import Faults
from briefing.preflight import preflight, structure_text
from briefing.profiles import SCREEN
from tests.unit.pdf.bound import TAGGED, UNTAGGED, WORDS, bound, made_by
from tests.unit.pdf.documents import opened

HEADINGS = {"form": "The form"}
HEADING = "Notes on the method"


def part(spoken: str) -> str:
    """What of a structure the appendix brings, without the indent."""
    lines = spoken.splitlines()
    start = next(place for place, line in enumerate(lines) if '"Appendix D: notes"' in line)
    deep = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and len(lines[end]) - len(lines[end].lstrip()) > deep:
        end += 1
    return "\n".join(line[deep:] for line in lines[start:end])


def own(spoken: str) -> list[str]:
    """The roles and words of a structure, whatever stands above them."""
    return [line.strip().replace("#D/", "#") for line in spoken.splitlines() if ":" in line]


@pytest.mark.parametrize("fit", [False, True], ids=["kept", "fitted"])
@pytest.mark.parametrize("maker", TAGGED)
def test_what_is_heard_of_a_tagged_file_is_heard_of_it_as_a_part(maker: str, *, fit: bool) -> None:
    source = made_by(maker)
    made = bound(source, fit=fit)
    assert preflight(made.data, SCREEN) == []
    assert set(made.codes) <= {"appendix-repaired"}
    heard = part(structure_text(made.data))
    assert HEADINGS.get(maker, HEADING) in heard
    before = [line for line in own(structure_text(source)) if "Document" not in line]
    after = [line for line in own(heard) if "Appendix D" not in line]
    assert after == before
    assert len(after) > 3


@pytest.mark.parametrize("maker", TAGGED)
def test_bookmarks_names_and_links_of_a_file_lead_where_they_led(maker: str) -> None:
    source, made = opened(made_by(maker)), bound(made_by(maker))
    whole = made.reader
    theirs = [
        (item["/Title"], source.get_destination_page_number(item) + made.first)
        for item in _flat(source.outline)
    ]
    ours = [
        (item["/Title"], whole.get_destination_page_number(item)) for item in _flat(whole.outline)
    ]
    assert [each for each in theirs if each not in ours] == []
    for name, target in source.named_destinations.items():
        moved = whole.named_destinations[f"D/{name.lstrip('/')}"]
        page = source.get_destination_page_number(target) + made.first
        assert whole.get_destination_page_number(moved) == page
    for place, page in enumerate(source.pages):
        kept = whole.pages[made.first + place].get("/Annots", ())
        assert len(kept) == len(page.get("/Annots", ()))
        assert all(each.get_object()["/Contents"] for each in kept)


def _flat(outline: Any) -> list[Any]:
    found: list[Any] = []
    for each in outline if isinstance(outline, list) else [outline]:
        found += _flat(each) if isinstance(each, list) else [each]
    return found


@pytest.mark.parametrize("fit", [False, True], ids=["kept", "fitted"])
@pytest.mark.parametrize("maker", UNTAGGED)
def test_an_untagged_file_is_one_figure_that_its_author_describes(maker: str, *, fit: bool) -> None:
    made = bound(made_by(maker), description=WORDS, fit=fit)
    assert made.codes == []
    assert preflight(made.data, SCREEN) == []
    lines = part(structure_text(made.data)).splitlines()
    assert WORDS in lines[1]
    assert lines[1].strip().startswith("Figure")
    root = made.reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip([int(each) for each in root[::2]], root[1::2], strict=True))
    for place in (0, 1):
        page = made.reader.pages[made.first + place]
        (owner,) = parents[int(page["/StructParents"])].get_object()
        assert owner.get_object()["/Alt"] == WORDS
    assert b"<pdfuaid:part>" in made.reader.root_object["/Metadata"].get_data()


@pytest.mark.parametrize("maker", UNTAGGED)
def test_an_untagged_file_without_a_description_is_refused(maker: str) -> None:
    with pytest.raises(Faults, match=r"not tagged[\s\S]*description = "):
        bound(made_by(maker))


@pytest.mark.parametrize("maker", [*TAGGED, *UNTAGGED])
def test_a_fitted_page_says_what_it_said_in_the_format_and_clear_of_the_folio(maker: str) -> None:
    source = made_by(maker)
    made = bound(source, description=WORDS if maker in UNTAGGED else "", fit=True)
    before, after = pypdfium2.PdfDocument(source), pypdfium2.PdfDocument(made.data)
    for place in range(len(before)):
        page = after[made.first + place]
        assert page.get_size() == pytest.approx((419.53, 595.28), abs=0.01)
        said = page.get_textpage().get_text_range().split()
        assert said[-2:] == ["folio", str(made.first + place + 1)]
        assert said[:-2] == before[place].get_textpage().get_text_range().split()
        foot = page.get_textpage().get_text_bounded(bottom=0, top=22).split()
        assert foot == said[-2:]
