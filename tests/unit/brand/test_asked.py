"""The names that brands are judged by are those that blocks and charts really ask for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.brand import asked
from briefing.charts import CATALOGUE as CHARTS
from tests.conftest import ROOT

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
    assert set(asked.TAKEN) == kinds | PARTS | {"figure"}
    assert set(asked.CHARTS) == {chart.kind for chart in CHARTS}
