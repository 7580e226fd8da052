"""The same project gives the same files, whatever the process and its hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from briefing.build import build
from briefing.pipeline.work import Order
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROJECTS = (ROOT / "data" / "stp-survey", ROOT / "tests" / "projects" / "leisure")
SEEDS = ("0", "1", "4294967295")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def started(project: Path, out: Path, seed: str) -> subprocess.Popen[str]:
    """A build in a process of its own, from another folder and in another time zone."""
    out.parent.mkdir(parents=True, exist_ok=True)
    zone = {"0": "UTC", "1": "Asia/Tokyo"}.get(seed, "America/Lima")
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-m", "briefing", "build", str(project), "--out", str(out)],
        cwd=out.parent,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("project", PROJECTS, ids=lambda each: each.name)
def test_three_processes_and_this_one_make_the_same_files(project: Path, tmp_path: Path) -> None:
    running = {seed: started(project, tmp_path / seed / "out", seed) for seed in SEEDS}
    build(Order(project, tmp_path / "here"))
    here = contents(tmp_path / "here")
    for seed, process in running.items():
        _, said = process.communicate(timeout=300)
        assert process.returncode == 0, said
        made = contents(tmp_path / seed / "out")
        assert sorted(made) == sorted(here)
        changed = [name for name, content in made.items() if content != here[name]]
        assert not changed, f"hash seed {seed} changes {changed}"


def test_a_process_makes_the_same_files_again(tmp_path: Path) -> None:
    for name in ("once", "again"):
        build(Order(PROJECTS[1], tmp_path / name))
    assert contents(tmp_path / "once") == contents(tmp_path / "again")
