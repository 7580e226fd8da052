"""Pages that others made: whether they go on beyond where they are cut."""

from __future__ import annotations

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject

from briefing.pdf.foreign import has_bleed

TRIM = (20, 40, 320, 440)


def page(bleed: tuple[float, ...]) -> DictionaryObject:
    boxes = {"/MediaBox": (0, 0, 340, 480), "/TrimBox": TRIM, "/BleedBox": bleed}
    return DictionaryObject(
        {
            NameObject(key): ArrayObject([FloatObject(each) for each in box])
            for key, box in boxes.items()
        }
    )


def test_a_page_bleeds_that_goes_on_beyond_its_trim() -> None:
    assert has_bleed(page((11, 31, 329, 449)))


@pytest.mark.parametrize("side", range(4), ids=["left", "foot", "right", "head"])
def test_a_page_that_ends_at_its_trim_on_one_side_has_no_bleed(side: int) -> None:
    bleed = [11.0, 31.0, 329.0, 449.0]
    bleed[side] = TRIM[side]
    assert not has_bleed(page(tuple(bleed)))


def test_a_page_without_a_box_for_it_has_no_bleed() -> None:
    assert not has_bleed(page(()))
