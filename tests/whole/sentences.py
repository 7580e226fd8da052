"""Sentences set as a document of a project, and what `briefing check` says of each of them."""

from __future__ import annotations

import re
import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING

from briefing.cli import main
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

DOCUMENT = """
[documents.report]
words = "report.md"
format = "a4"
profiles = ["screen"]
"""
_FAULT = re.compile(r"^report\.md:(\d+):\S* (.*)$")
_EACH = 2
"""Lines of a sentence: itself, and a blank one behind it."""


def project_of(survey: Path, folder: Path) -> Path:
    """The survey of a project in a folder, with one document to be written, `report.md`."""
    project = folder / survey.name
    shutil.copytree(survey, project)
    (folder / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    publication = project / "publication.toml"
    known = publication.read_text(encoding="utf-8").partition("\n[documents.")[0]
    publication.write_text(known.replace("final = true\n", "") + DOCUMENT, encoding="utf-8")
    return project


def checked(project: Path, sentences: Iterable[str]) -> Mapping[str, list[str]]:
    """What is wrong with each of the sentences, in the order of `briefing check`."""
    listed = list(dict.fromkeys(sentences))
    text = "\n\n".join(("# What they said {.text}", *listed)) + "\n"
    (project / "report.md").write_text(text, encoding="utf-8")
    told = StringIO()
    with redirect_stderr(told), redirect_stdout(StringIO()):
        main(["check", str(project)])
    faults: dict[str, list[str]] = {each: [] for each in listed}
    for line in told.getvalue().splitlines():
        found = _FAULT.match(line)
        if found is not None and int(found[1]) > 1:
            faults[listed[(int(found[1]) - 1 - _EACH) // _EACH]].append(found[2])
    return faults
