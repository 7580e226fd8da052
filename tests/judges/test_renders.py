"""The comparison of renders finds what one renderer leaves out, moves or colours otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.judges.likeness import _around
from tests.judges.renderers import OTHERS, REFERENCE, Drawn, Renderer
from tests.judges.renders import JUDGE, PRESS, SCREEN, compared, findings
from tests.judges.spoil import Fault, moved, recoloured, spoilt, without

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.judges.finding import Judge

MISSING, GROUND, COLOUR = "something is missing", "a ground differs", "a colour differs"
FAULTS = {
    "a chart is missing": (Fault(b"Figure", 0, without), MISSING),
    "a heading is missing": (Fault(b"H1", 0, without), MISSING),
    "a paragraph is missing": (Fault(b"P", 0, without), MISSING),
    "words stand lower": (Fault(b"P", 2, moved), MISSING),
    "a pale ground is missing": (Fault(b"Artifact", 1, without), GROUND),
    "a colour is another": (Fault(b"Artifact", 0, recoloured), COLOUR),
}


@pytest.fixture(scope="module")
def reference(
    present: Callable[[Judge], Judge], society: Path, tmp_path_factory: pytest.TempPathFactory
) -> Drawn:
    present(JUDGE)
    return REFERENCE.draw(society / "leaflet-screen.pdf", tmp_path_factory.mktemp("reference"))


@pytest.mark.parametrize("renderer", OTHERS, ids=lambda each: each.name)
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_one_renderer_is_found(
    fault: str,
    renderer: Renderer,
    reference: Drawn,
    leaflet: Path,
    tmp_path: Path,
) -> None:
    """It is made by letting one renderer see a copy with the fault."""
    done, words = FAULTS[fault]
    drawn = renderer.draw(spoilt(leaflet, done, tmp_path / "spoilt.pdf"), tmp_path)
    pages = list(compared(renderer.name, reference, drawn, press=False))
    first, *others = (list(findings(leaflet, page, SCREEN[renderer.name])) for page in pages)
    assert any(words in each.what for each in first), [str(page.unlike) for page in pages]
    assert all("page 1," in each.where for each in first)
    assert not any(others)


def test_inks_that_come_out_otherwise_hide_no_missing_chart(
    present: Callable[[Judge], Judge], society: Path, tmp_path: Path
) -> None:
    """A renderer without ICC profiles shows other greys; a chart less it shows not."""
    present(JUDGE)
    file = society / "leaflet-press.pdf"
    reference = REFERENCE.draw(file, tmp_path)
    blank = tmp_path / "blank"
    blank.mkdir()
    for renderer in OTHERS:
        drawn = renderer.draw(file, tmp_path)
        pages = list(compared(renderer.name, reference, drawn, press=True))
        assert not any(list(findings(file, page, PRESS[renderer.name])) for page in pages)
        spoilt_pages = tuple(_without_the_middle(page, blank) for page in drawn.pages)
        pages = list(compared(renderer.name, reference, Drawn(spoilt_pages), press=True))
        assert any(list(findings(file, page, PRESS[renderer.name])) for page in pages)


def _without_the_middle(page: Path, folder: Path) -> Path:
    """A picture of a page, white where its chart stands."""
    with Image.open(page) as picture:
        width, height = picture.size
        picture.paste((255, 255, 255), (width // 2, height // 4, width, height // 2))
        picture.save(folder / page.name)
    return folder / page.name


@given(st.integers(1, 9), st.integers(1, 9), st.randoms(use_true_random=False))
def test_the_surroundings_of_a_pixel_are_two_pixels_either_way(
    rows: int, columns: int, dice: object
) -> None:
    cells = [dice.randrange(256) for _ in range(rows * columns)]  # type: ignore[attr-defined]
    picture = np.array(cells, dtype=np.uint8).reshape(rows, columns)
    dark, light = _around(picture)
    for row in range(rows):
        for column in range(columns):
            around = picture[max(0, row - 2) : row + 3, max(0, column - 2) : column + 3]
            assert (dark[row, column], light[row, column]) == (around.min(), around.max())
