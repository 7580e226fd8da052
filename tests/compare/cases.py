"""What is set for comparison: texts, faces and columns.

The texts of `texts/seen.txt` are those that the parameters of the setting may be tuned on; those of
`texts/held-out.txt` are other books by other authors (of the German and the French one, the other
half), taken every so many paragraphs without a look at what becomes of them. They are told apart
in every table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.brand.styles import TextStyle
from briefing.fonts import Face
from briefing.layout.paragraph import character

ROOT = Path(__file__).parents[2]
FACES = {
    "serif": ROOT / "styles/heritage/fonts/SourceSerif4-Regular.ttf",
    "sans": ROOT / "styles/civic/fonts/SourceSans3-Regular.ttf",
}
PARTS = ("seen", "held-out")
COLUMNS = (34, 48, 66)
"""Characters a line: a narrow column, one of two on a page, and a page of a book."""
SIZE, LEADING, MARGIN = 10.5, 14.5, 24.0


@dataclass(frozen=True, slots=True)
class Case:
    """One paragraph to be set: its words, the characters of its column, ragged or justified."""

    part: str
    place: int
    text: str
    language: str
    characters: int
    justified: bool
    measure: float

    @property
    def title(self) -> str:
        """What the case is called in the table and in the picture."""
        return f"{self.part} {self.place}, {self.characters}, {manner(justified=self.justified)}"


def manner(*, justified: bool) -> str:
    """The word for a way of setting."""
    return "justified" if justified else "ragged"


def cases(file: Path) -> list[Case]:
    """Every text in all columns of a face, ragged and justified."""
    wide = character(style_of(file, "en-GB", justified=False))
    return [
        Case(part, place, text, language, count, justified, round(count * wide, 2))
        for part in PARTS
        for place, (text, language) in enumerate(texts(part), 1)
        for count in COLUMNS
        for justified in (False, True)
    ]


_LANGUAGES = {"en": "en-GB", "de": "de", "fr": "fr"}


def texts(part: str) -> list[tuple[str, str]]:
    """The paragraphs of a file and their languages, which a line that begins with ``#`` tells."""
    found, language = [], ""
    written = (Path(__file__).parent / "texts" / f"{part}.txt").read_text(encoding="utf-8")
    for block in re.split(r"\n\n+", written.strip()):
        if block.startswith("#"):
            language = _LANGUAGES[block[2:4]]
        else:
            found.append((" ".join(block.split()), language))
    return found


@cache
def style_of(file: Path, language: str, *, justified: bool) -> TextStyle:
    """The style that we set a case in."""
    face = Face("face", file)
    return TextStyle(
        "compared",
        face,
        face,
        face,
        face,
        size=SIZE,
        leading=LEADING,
        align="justify" if justified else "left",
        hyphens=1000,
        hanging=True,
        language=language,
    )
