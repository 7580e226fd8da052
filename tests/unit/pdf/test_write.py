from __future__ import annotations

import hashlib
import os
import subprocess
import sys

import pytest

from briefing.preflight import preflight
from briefing.profiles import PRESS, SCREEN
from tests.unit.pdf.documents import ROOT, one_of_everything, opened, press, screen

PROGRAM = """
import hashlib
from tests.unit.pdf.documents import opened, one_of_everything, press, screen
print(hashlib.sha256(screen(*one_of_everything()) + press(*one_of_everything())).hexdigest())
"""


def test_the_same_pages_give_the_same_bytes() -> None:
    assert screen(*one_of_everything()) == screen(*one_of_everything())
    assert press(*one_of_everything()) == press(*one_of_everything())


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_gives_the_same_bytes(seed: str) -> None:
    here = hashlib.sha256(screen(*one_of_everything()) + press(*one_of_everything()))
    there = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", PROGRAM],
        env=os.environ | {"PYTHONHASHSEED": seed},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here.hexdigest()


def test_both_files_pass_their_own_preflight() -> None:
    assert preflight(screen(*one_of_everything()), SCREEN) == []
    assert preflight(press(*one_of_everything()), PRESS) == []


def test_the_screen_file_opens_on_its_title_and_bookmarks() -> None:
    catalog = opened(screen(*one_of_everything())).root_object
    assert catalog["/Lang"] == "en-GB"
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalog["/PageMode"] == "/UseOutlines"


def test_only_the_glyphs_used_are_embedded() -> None:
    assert len(screen(*one_of_everything())) < 40_000
