"""What is written copies out as it was written, whichever library reads the pages."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from briefing.build import build
from briefing.pipeline.work import Order
from tests.conftest import ROOT
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

TYPED = (
    "The official office affirmed five efficient, well-known flood defences in Gŵyr, Dŵr-y-Felin "
    "and Łódź; the café near Tŷ Coch offered soufflé.\n\n"
    "Notwithstanding considerable disagreement, representatives unanimously acknowledged "
    "responsibility for understanding neighbourhood transformation; accountability arrangements "
    "necessarily accompany organisational independence, and in\u00adde\u00adpen\u00addence is "
    "never unconditional. The *Gŵyl* in the *ŷ* of *Tŷ* is **ŵyneb**. A β-test and an arrow →.\n"
)
BODY = "body: {size: 10.5, leading: 14.5,"


@pytest.fixture(scope="module", params=["left", "justify"])
def files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The leaflet for the screen and for the press, its running words set one way."""
    folder = tmp_path_factory.mktemp(request.param)
    project = make(folder)
    (folder / "styles").unlink()
    brand = own_brand(folder, request.param)
    assert request.param in brand.read_text(encoding="utf-8")
    words = (project / "leaflet.md").read_text(encoding="utf-8")
    (project / "leaflet.md").write_text(words + "\n" + TYPED * 3, encoding="utf-8")
    made = build(Order(project, folder / "out", only="leaflet"))
    return [each.content for each in made.files if each.name.endswith(".pdf")]


def own_brand(folder: Path, align: str) -> Path:
    """The brand of the repository, its running words large, so that they are divided."""
    shutil.copytree(ROOT / "styles", folder / "styles")
    file = folder / "styles" / "civic" / "_brand.yml"
    replaced(file, BODY, f"body: {{align: {align}, size: 15.5, leading: 20,")
    return file


def by_pdfium(data: bytes) -> str:
    """The words of all pages; U+FFFE is how PDFium tells a soft hyphen at a line's end."""
    pages = pypdfium2.PdfDocument(data)
    texts = [page.get_textpage().get_text_range() for page in pages]
    return re.sub("\ufffe|\u00ad\\s*", "", "\n".join(texts))


def by_pdfminer(data: bytes) -> str:
    """The words of all pages; lines of a column belong together however wide they are led."""
    text = extract_text(io.BytesIO(data), laparams=LAParams(line_margin=1.0))
    return re.sub("\u00ad\\s*", "", text)


def in_order(typed: str) -> Iterator[str]:
    """The words of Markdown as they are printed."""
    bare = re.sub("[*\u00ad]", "", typed).replace("\n\n", " ")
    return iter(bare.split())


@pytest.mark.parametrize("read", [by_pdfium, by_pdfminer])
def test_words_are_read_as_they_were_written(
    files: list[bytes], read: Callable[[bytes], str]
) -> None:
    assert len(files) == 2
    for data in files:
        text = " ".join(read(data).split())
        for paragraph in TYPED.split("\n\n"):
            wanted = " ".join(in_order(paragraph))
            assert text.count(wanted) == 3, text[-1500:]


def test_words_were_divided_and_no_ligature_stands_for_its_letters(files: list[bytes]) -> None:
    for data in files:
        text = extract_text(io.BytesIO(data))
        assert "\u00ad" in text
        assert not re.search("[\ufb00-\ufb06]", text)
