"""The smallest project that can be published, made by hand: forty members, one question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PUBLICATION = """\
[publication]
title = "In favour"
publisher = "The Society"
date = 2024-03-01
brand = "civic"

[survey]
codebook = "codebook.toml"
responses = "responses.csv"
comments = "comments.csv"

[documents.leaflet]
words = "leaflet.md"
format = "a4"
profiles = ["screen", "press"]

[documents.slides]
words = "slides.md"
format = "slide"
percent = "%"
"""

CODEBOOK = """\
[survey]
title = "What members want"
respondents = "members"
id = "id"
fieldwork = [2024-01-08, 2024-01-31]

[questions.q1]
kind = "single"
wording = "Are you in favour of a new hall?"
short = "The new hall"

[questions.q1.scale]
answers = { yes = "Yes", no = "No", dont_know = "Don't know" }
dont_know = ["dont_know"]
"""

LEAFLET = """\
# [Most]{claim=q1.yes} members are in favour {.theme #favour}

::: {.lead}
Members said yes, {{ q1.yes.pct }} of them: that is [three in four]{claim=q1.yes}.
:::

::: {.chart kind=donut of=q1 highlight=yes}
Are you in favour?
:::

::: {.quote from=c1}
:::

# How members were asked {.method #method}

Members answered from {{ survey.fieldwork }}. What they said is on [the first page](#favour).
"""

SLIDES = """\
# [Three in four]{claim=q1.yes} say yes {.text #yes}

Of {{ survey.respondents }} members [three in four]{claim=q1.yes} say yes
({{ q1.yes.pct }}), and {{ q1.no.count }} members say no.
"""

COMMENTS = """\
id,respondent,question,text,attribution,consent
c1,m1,q1,"We need a hall, and soon.",Member for ten years,yes
"""


def make(folder: Path) -> Path:
    """Write the project into a folder, and make the brand stand above it."""
    project = folder / "society"
    project.mkdir(parents=True)
    (folder / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    answers = ["Yes"] * 30 + ["No"] * 8 + ["Don't know"] * 2
    rows = [f"m{place},{answer}" for place, answer in enumerate(answers, start=1)]
    files = {
        "publication.toml": PUBLICATION,
        "codebook.toml": CODEBOOK,
        "responses.csv": "\n".join(["id,q1", *rows]) + "\n",
        "comments.csv": COMMENTS,
        "leaflet.md": LEAFLET,
        "slides.md": SLIDES,
    }
    for name, text in files.items():
        (project / name).write_text(text, encoding="utf-8")
    return project


def replaced(file: Path, old: str, new: str) -> None:
    """Change words of a file; they must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} has no {old!r}"
    file.write_text(text.replace(old, new), encoding="utf-8")
