from __future__ import annotations

from pathlib import Path

from briefing.preflight import structure_text
from tests.unit.pdf.documents import one_of_everything, press, screen

FORM = Path(__file__).parents[1] / "pdf" / "fixtures" / "form.pdf"

SPOKEN = """\
Document
  Sect "Part 1"
    H1: Heading 1
    P
      | An official word before
      Link -> #part-1: the other part
      | and one after.
    L
      LI
        Lbl: 1.
        LBody: Step 1
      LI
        Lbl: 2.
        LBody: Step 2
    Figure alt: A round chart: 34 per cent
    Table
      TR: TH scope=Column | TH scope=Column Share
      TR: TH scope=Row Leaders | TD 12
    Note: Base: 124
"""


def test_a_publication_is_read_aloud() -> None:
    assert structure_text(screen(*one_of_everything(1))) == SPOKEN


def test_a_file_made_elsewhere_is_read_aloud() -> None:
    spoken = structure_text(FORM.read_bytes())
    assert "  H1: The form\n  P (Text body)\n    | See\n" in spoken
    assert "    Link -> https://example.org/: a link\n" in spoken


def test_a_file_without_tags_says_nothing() -> None:
    assert structure_text(press(*one_of_everything(1))) == ""
