"""The names that brands are judged by are those that blocks and charts really ask for."""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.brand import asked
from briefing.brand.model import Look
from briefing.charts import CATALOGUE as CHARTS
from briefing.charts.crowd import Crowd
from briefing.charts.model import UnsuitedError
from tests.conftest import ROOT
from tests.unit.charts.tabled import AGREES

if TYPE_CHECKING:
    from briefing.brand.model import Brand

PARTS = {"numeral", "icon", "kicker", "heading"}
"""The parts of a page's head, which nobody writes as blocks."""


def literals() -> set[str]:
    """Every text that stands in the code of blocks and charts."""
    files = [
        *(ROOT / "src/briefing/blocks").glob("*.py"),
        *(ROOT / "src/briefing/charts").glob("*"),
    ]
    return {
        node.value
        for file in files
        if file.suffix == ".py"
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_the_styles_are_those_that_the_code_names(civic: Brand) -> None:
    named = literals()
    known = {name for each in civic.formats.values() for name in each.styles}
    counted = {"contents.1", "contents.2"}  # numbered by their level
    furniture = {"folio", "running", "imprint"}  # named by furniture alone
    assert set(asked.STYLES) <= named | counted | {"numeral", "kicker"}
    assert (named & known) - furniture <= {*asked.STYLES, asked.ICON}


def test_the_kinds_are_those_of_the_catalogues() -> None:
    kinds = {block.kind for block in BLOCKS}
    told = {"sideheads.figures", "sideheads.words"}
    assert set(asked.TAKEN) == kinds | PARTS | told | {"figure", "words"}
    assert set(asked.CHARTS) == {chart.kind for chart in CHARTS}


def test_the_motifs_are_the_forms_of_the_crowd(civic: Brand) -> None:
    look = Look(civic, civic.formats["a4"], civic.schemes["paper"])
    for motif in asked.MOTIFS:
        assert Crowd(form=motif).draw(AGREES, 200, 200, look).marks
    with pytest.raises(UnsuitedError, match=", ".join(asked.MOTIFS)):
        Crowd(form="").draw(AGREES, 200, 200, replace(look, brand=replace(civic, motif="stars")))


def test_the_facts_are_those_that_furniture_prints() -> None:
    """Each fact in braces is replaced on the page by what it stands for."""
    braced = {f"{{{fact}}}" for fact in asked.FACTS}
    source = (ROOT / "src/briefing/compose/furniture.py").read_text(encoding="utf-8")
    written = {node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant)}
    assert braced == {each for each in written if str(each).startswith("{")}
