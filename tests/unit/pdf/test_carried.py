"""Files attached to an appendix: data ride along, with what PDF/A-3 asks for; programs do not."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject

from briefing.diagnostics import Diagnostics
from briefing.layout.pages import Pages
from briefing.pdf.append import Appendix, append
from briefing.preflight import preflight
from briefing.preflight.inspect import attachments
from briefing.profiles import SCREEN
from briefing.structure import DataFile, Role, Tree
from tests.unit.pdf.bound import WORDS, Bound, bound, made_by
from tests.unit.pdf.documents import box, holding, one_of_everything, paper, screen, words
from tests.unit.pdf.hostile import written

CSV = b"group,asked\ncounties,120\n"


def with_files(maker: str = "typst", **files: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(made_by(maker)))
    for name, data in files.items():
        writer.add_attachment(name.replace("_", "."), data)
    return written(writer)


def listed(made: Bound) -> dict[str, Any]:
    names = made.reader.root_object["/Names"]["/EmbeddedFiles"]["/Names"]
    return dict(zip([str(each) for each in names[::2]], names[1::2], strict=True))


def test_data_ride_along_and_belong_to_the_part() -> None:
    made = bound(with_files(figures_csv=CSV, notes_xml=b"<a/>"))
    assert made.codes == []
    assert "figures.csv (25 bytes, Unspecified, 1 figure)" in attachments(made.data)
    file = listed(made)["figures.csv"].get_object()
    assert file["/EF"]["/F"].get_data() == CSV
    assert file["/EF"]["/F"]["/Subtype"] == "/text/csv"
    assert file["/F"] == file["/UF"] == "figures.csv"
    assert file["/Desc"]
    part = next(each for each in _elements(made) if each.get("/T") == "Appendix D: notes")
    assert len(part["/AF"]) == 2
    assert preflight(made.data, SCREEN) == []


def _elements(made: Bound) -> list[Any]:
    waiting, found = [made.reader.root_object["/StructTreeRoot"]["/K"]], []
    while waiting:
        each: Any = waiting.pop().get_object()
        if isinstance(each, ArrayObject):
            waiting += list(each)
        elif isinstance(each, dict) and "/S" in each:
            found.append(each)
            waiting.append(each.get("/K", ArrayObject()))
    return found


def test_what_is_no_data_is_left_out_and_named() -> None:
    content = with_files(run_exe=b"MZ", page_html=b"<script>", figures_csv=CSV, sheet_xlsm=b"PK")
    made = bound(content)
    assert list(listed(made)) == ["figures.csv"]
    (warning,) = made.said
    assert warning.code == "appendix-disarmed"
    assert "attached files (page.html, run.exe, sheet.xlsm)" in warning.message


def test_files_of_one_name_are_kept_apart() -> None:
    content, diagnostics = with_files(figures_csv=CSV), Diagnostics()
    pages, tree = one_of_everything(3)
    body = screen(holding(pages, {0: 2, 1: 2}), tree)
    appendices = [
        Appendix(letter, f"Appendix {letter}", content, range(start, start + 2))
        for letter, start in (("D", 1), ("E", 4))
    ]
    made = Bound(append(body, appendices, diagnostics), tuple(diagnostics))
    assert sorted(listed(made)) == ["E-figures.csv", "figures.csv"]
    assert made.codes == []


def test_the_data_of_a_figure_stay_with_it() -> None:
    """As charts of our own have them: an appendix may be another of our publications."""
    tree = Tree("en-GB")
    figure = tree.root.add(Role.FIGURE, alt="A chart")
    figure.files = (DataFile("shares.csv", "The shares", CSV),)
    content = screen(Pages((paper(box(figure, 20, words("12"))),), ()), tree)
    made = bound(content)
    assert made.codes == []
    assert attachments(made.data) == "shares.csv (25 bytes, Data, 1 figure): The shares\n"
    (owner,) = [each for each in _elements(made) if "/AF" in each]
    assert owner["/Alt"] == "A chart"


def test_data_of_an_untagged_file_ride_along_too() -> None:
    made = bound(with_files("cairo", figures_csv=CSV), description=WORDS)
    assert list(listed(made)) == ["figures.csv"]
    assert made.codes == []


def test_nothing_is_attached_to_a_press_file() -> None:
    made = bound(with_files(figures_csv=CSV), on_press=True)
    assert "/Names" not in made.reader.root_object
    assert CSV not in b"".join(
        each.get_data()
        for number in range(1, made.reader.trailer["/Size"])
        if hasattr(each := made.reader.get_object(number), "get_data")
    )
