"""Small projects in a temporary folder, and what reading them says."""
# ruff: noqa: RUF001 - answers are printed with real apostrophes and dashes

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Diagnostics, Faults
from briefing.survey.codebook import parse_codebook
from briefing.survey.read import read_survey

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.survey.declared import Codebook
    from briefing.survey.model import Survey

CODEBOOK = """\
[survey]
title = "Bees"
respondents = "keepers"
id = "id"

[scales.agreement]
answers = { agree = "Strongly agree", tend = "Tend to agree", no = "Don’t agree", dk = "Don’t know"}
dont_know = ["dk"]
[scales.agreement.nets]
for_it = { label = "Agree", of = ["agree", "tend"] }

[questions.q1]
kind = "single"
wording = "Do bees matter?"
scale = "agreement"
"""

RANKING = """
[questions.q2]
kind = "ranking"
wording = "What first?"
items = { hives = "Hives", honey = "Honey", wax = "Wax" }
places = 2
top = 1
"""

MULTIPLE = """
[questions.q3]
kind = "multiple"
wording = "Which tools?"
options = { smoker = "Smoker", veil = "Veil, with gloves", none = "None of these" }
exclusive = ["none"]
"""

ROLE = """
[attributes.role]
label = "Role"
groups = { owner = "Owner", helper = { label = "Helper", values = ["Friend", "Child"] } }
"""


def write(folder: Path, responses: str | bytes, codebook: str = CODEBOOK, **files: str) -> Path:
    """A project of a codebook, responses, and further files by name without suffix."""
    (folder / "codebook.toml").write_text(codebook, encoding="utf-8")
    data = responses.encode() if isinstance(responses, str) else responses
    (folder / "responses.csv").write_bytes(data)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def read(
    folder: Path, responses: str | bytes, codebook: str = CODEBOOK, **files: str
) -> tuple[Survey, list[Diagnostic]]:
    """The survey of a project without errors, and the warnings of reading it."""
    diagnostics = Diagnostics()
    survey = read_survey(write(folder, responses, codebook, **files), diagnostics)
    return survey, list(diagnostics)


def faults(
    folder: Path, responses: str | bytes, codebook: str = CODEBOOK, **files: str
) -> list[Diagnostic]:
    """The errors that keep a project from being read."""
    diagnostics = Diagnostics()
    try:
        read_survey(write(folder, responses, codebook, **files), diagnostics)
    except Faults:
        return list(diagnostics.errors)
    return []


def parse(text: str) -> tuple[Codebook | None, list[Diagnostic]]:
    """A codebook and what is wrong with it."""
    diagnostics = Diagnostics()
    return parse_codebook(text, "codebook.toml", diagnostics), list(diagnostics)
