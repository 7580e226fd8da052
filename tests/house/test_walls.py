"""The walls between the layers hold, and would be noticed if they did not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")


def linted(folder: Path) -> subprocess.CompletedProcess[str]:
    """The linter's verdict on the house in ``folder/src``."""
    return subprocess.run(  # noqa: S603 - our own command
        [str(LINTER), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_walls_hold() -> None:
    verdict = linted(ROOT)
    assert verdict.returncode == 0, verdict.stdout


TRESPASSES = {
    "survey/read.py": ("briefing.layout.pages", "Layers"),
    "layout/fill.py": ("briefing.blocks.model", "Layers"),
    "tables/grid.py": ("briefing.charts.model", "Layers"),
    "charts/donut.py": ("briefing.layout.pages", "Layers"),
    "content/words.py": ("briefing.pdf.write", "Layers"),
    "layout/text.py": ("pandas", "pandas stays"),
    "blocks/table.py": ("matplotlib", "matplotlib stays"),
    "compose/page.py": ("reportlab", "ReportLab stays"),
    "content/bind.py": ("pypdf", "pypdf stays"),
    "blocks/quote.py": ("briefing.blocks.panel", "Kinds of block"),
    "charts/bars.py": ("briefing.charts.donut", "Kinds of chart"),
}


@pytest.mark.parametrize("file", TRESPASSES)
def test_a_trespass_is_noticed(file: str, copied: Path) -> None:
    module, contract = TRESPASSES[file]
    spoilt = copied / "src" / "briefing" / file
    spoilt.write_text(spoilt.read_text("utf-8") + f"\nimport {module}\n", encoding="utf-8")
    verdict = linted(copied)
    assert verdict.returncode != 0
    broken = [line for line in verdict.stdout.splitlines() if " BROKEN" in line]
    assert any(line.startswith(contract) for line in broken), verdict.stdout


def test_a_module_without_a_floor_is_noticed(copied: Path) -> None:
    (copied / "src" / "briefing" / "extras.py").write_text('"""More."""\n', encoding="utf-8")
    verdict = linted(copied)
    assert verdict.returncode != 0
    assert "extras" in verdict.stdout
