"""All that can be written, on pages of both formats in both brands, screen and press."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdf import PdfReader

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.blocks.notes import Footnotes
from briefing.brand.read import read_brand
from briefing.build import build, check
from briefing.charts import CATALOGUE as CHARTS
from briefing.compose import compose
from briefing.content.bind import Manner, bind
from briefing.content.evidence import Evidence, gather
from briefing.content.markdown import parse_words
from briefing.content.pictures import Album
from briefing.content.publication import Publication, Sheet
from briefing.diagnostics import Diagnostics
from briefing.layout.text import plain
from briefing.pipeline.work import Order
from briefing.preflight import structure_text
from briefing.survey.read import read_survey
from briefing.tables.tabulate import tabulate
from tests.conftest import ROOT
from tests.said import said, words, written
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.pipeline.work import Built

REPERTOIRE = ROOT / "tests" / "whole" / "repertoire.md"
MASTERS = {"leaflet": "method", "slides": "text"}
BRANDS = ("civic", "heritage")


def project_of(folder: Path, brand: str) -> Path:
    """The small project, both of its documents with every kind of words, a picture beside them."""
    project = make(folder)
    text = REPERTOIRE.read_text(encoding="utf-8")
    for name, master in MASTERS.items():
        (project / f"{name}.md").write_text(text.replace("MASTER", master), encoding="utf-8")
    settings = project / "publication.toml"
    replaced(settings, '"civic"', f'"{brand}"')
    replaced(settings, 'percent = "%"', 'percent = "%"\nprofiles = ["screen", "press"]')
    square = Image.linear_gradient("L").resize((1200, 720)).convert("RGB")
    square.save(project / "square.png")
    return project


@pytest.fixture(scope="module", params=BRANDS)
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project_of(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="module")
def built(project: Path) -> Built:
    return build(Order(project, project.parent / "out"))


def test_it_is_built_without_a_remark(built: Built, project: Path) -> None:
    """Preflight has judged each file, so what it remarks would be here."""
    assert [str(each) for each in built.diagnostics] == []
    assert [str(each) for each in check(Order(project))] == []
    made = {each.name for each in built.files if each.name.endswith(".pdf")}
    assert made == {f"{name}-{kind}.pdf" for name in MASTERS for kind in ("screen", "press")}


def test_a_picture_is_an_input_of_the_project(built: Built, project: Path) -> None:
    assert built.files
    facts = json.loads((project.parent / "out" / "manifest.json").read_text("utf-8"))
    assert "square.png" in {each["path"] for each in facts["inputs"]}


@pytest.mark.parametrize("name", MASTERS)
def test_every_word_is_on_its_page_and_in_its_order(name: str, project: Path) -> None:
    diagnostics = Diagnostics()
    survey = read_survey(
        project,
        diagnostics,
        codebook="codebook.toml",
        responses="responses.csv",
        comments="comments.csv",
        population="population.csv",
    )
    evidence = gather(survey.codebook, tabulate(survey), survey.comments)
    text = (project / f"{name}.md").read_text("utf-8")
    settings = (project / "publication.toml").read_text("utf-8")
    brand = read_brand(
        ROOT / "styles" / ("civic" if '"civic"' in settings else "heritage"), diagnostics
    )
    assert brand is not None
    format_name = "a4" if name == "leaflet" else "slide"
    masters = tuple(brand.formats[format_name].masters)
    manner = Manner(masters, BLOCKS, CHARTS, "per cent", album=Album(project))
    entries = bind(parse_words(text, name, diagnostics), evidence, manner, diagnostics)
    publication = Publication(
        name=name,
        title="All",
        language="en-GB",
        publisher="Nobody",
        format=format_name,
        entries=entries,
    )
    composed = compose(publication, brand, (), diagnostics)
    assert composed is not None
    assert not diagnostics.entries, list(map(str, diagnostics))
    sheets = [each for each in entries if isinstance(each, Sheet)]
    for page, sheet, node in zip(
        composed.pages.pages, sheets, composed.tree.root.children, strict=True
    ):
        wanted = [plain(sheet.heading)]
        wanted += [each for block in sheet.blocks for each in written(block)]
        assert said(node, page.boxes) == words(" ".join(wanted))


def test_every_kind_of_running_words_is_there(project: Path) -> None:
    diagnostics = Diagnostics()
    manner = Manner(("text",), BLOCKS, CHARTS, "per cent", album=Album(project))
    elements = parse_words((project / "slides.md").read_text("utf-8"), "slides.md", diagnostics)
    sheets = bind(elements, Evidence({}), manner, Diagnostics())
    kinds = {type(block) for sheet in sheets if isinstance(sheet, Sheet) for block in sheet.blocks}
    others = ("note", "table", "sideheads")  # small print, figures, a page of its own
    wanted = {kind for kind in BLOCKS if kind.running and kind.kind not in others}
    assert kinds == {*wanted, Footnotes}


STRUCTURE = (
    """\
      Code: printed--as "typed"
""",
    """\
    L
      LI
        Lbl: 3.
        LBody
          P: Find a place.
          P: It should be near the station, so that nobody needs a car.
      LI
        Lbl: 4.
        LBody
          P: Raise the money:
          L
            LI
              Lbl: a.
              LBody: from members,
            LI
              Lbl: b.
              LBody
                P: from the council:
                L
                  LI
                    Lbl: i.
                    LBody: by a grant,
                  LI
                    Lbl: ii.
                    LBody: by a loan;
            LI
              Lbl: c.
              LBody: from nobody else.
      LI
        Lbl: 5.
        LBody
          P: Build.
          BlockQuote
            P: A quotation can stand in a list.
""",
    """\
    Table
      Caption
        | The hall, as members see it
        Reference
          Link -> #tables.note-1: 1
      THead
        TR: TH scope=Column What members want | TH scope=Column Members | TH scope=Column Share
      TBody
        TR: TD A new hall | TD 30 | TD 75%
""",
    """\
        TR: TH scope=Row Open | TD always | TD a | b
""",
    """\
    Note
      Lbl: 1
      P: It was asked how members see the new hall, and 30 of 40 members were in favour of it.
      P: A note may have a second paragraph.
    Note
      Lbl: 2
      P: Like this one, of 75%.
""",
    """\
    P
      Code: Hall: open Kitchen: open -- "sometimes" Garden: shut
    P
      Code: An indented line is code as well.
    Div
      Figure alt: Our square, from red to blue
      Caption: A picture with a caption
      P: Picture: The Society
""",
)


def test_the_structure_reads_as_the_words_do(built: Built, project: Path) -> None:
    assert built.files
    text = structure_text((project.parent / "out" / "slides-screen.pdf").read_bytes())
    for part in STRUCTURE:
        assert part in text


def test_every_mark_leads_to_its_note_and_every_note_has_a_name(
    built: Built, project: Path
) -> None:
    assert built.files
    reader = PdfReader(project.parent / "out" / "leaflet-screen.pdf")
    targets = [
        str(each.get_object()["/Dest"])
        for page in reader.pages
        for each in page.get("/Annots", ())
        if ".note-" in str(each.get_object().get("/Dest", ""))
    ]
    assert targets == ["lines.note-1", "lines.note-1", "lines.note-2", "tables.note-1"]
    assert set(targets) <= set(reader.named_destinations)
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    names = root["/IDTree"]["/Kids"][0].get_object()["/Names"]
    assert len(names[::2]) == len(set(names[::2])) == 3


def test_a_picture_in_a_press_file_is_in_its_inks(built: Built, project: Path) -> None:
    assert built.files
    for kind, space in (("screen", "/DeviceRGB"), ("press", "/DeviceCMYK")):
        reader = PdfReader(project.parent / "out" / f"leaflet-{kind}.pdf")
        objects = reader.pages[-1]["/Resources"]["/XObject"]  # type: ignore[index]
        assert {each.get_object()["/ColorSpace"] for each in objects.values()} == {space}
