"""Brand files in which each fault is expected where it stands: all are told, each at its line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from tests.conftest import ROOT

FILES = sorted((Path(__file__).parent / "spoilt").glob("*.yml"))
EXPECTED = re.compile(r"# expect: ([a-z\- ]+)$")
STROKED = '<path d="M0 0 L9 9" stroke="black"/>'
FILLED = '<path d="M0 0 L9 0 L9 9 Z" fill="purple"/>'


def drawing(shapes: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shapes}</svg>'


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.stem)
def test_every_fault_is_told_where_it_stands(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "spoilt"
    shutil.copytree(ROOT / "styles" / "heritage", folder)
    (folder / "stroked.svg").write_text(drawing(STROKED), encoding="utf-8")
    (folder / "filled.svg").write_text(drawing(FILLED), encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    (folder / "_brand.yml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    read_brand(folder, diagnostics)
    told = {(each.where.line if each.where else 0, each.code) for each in diagnostics}
    expected = {
        (number, code)
        for number, line in enumerate(text.splitlines(), start=1)
        if (found := EXPECTED.search(line))
        for code in found[1].split()
    }
    assert told == expected, "\n".join(str(each) for each in diagnostics)
    assert all(each.hint or each.code == "brand-value" for each in diagnostics)
