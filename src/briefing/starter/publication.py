"""The draft's ``publication.toml``: what is published of an export, and how it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.claims.typed import typed_figures
from briefing.starter.codebook import comment, text
from briefing.starter.markdown import said
from briefing.starter.names import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from briefing.starter.model import Guess

PRINTED = (
    ("briefing", "a4", "Summary briefing · draft", "per cent"),
    ("report", "slide", "Full report of findings · draft", "%"),
)
"""The documents of a draft: name, format, subtitle, and how percentages are printed."""
NOTICE = ("press", "notice.md")
"""The notice to the press of a draft, and its words."""
_APPENDIX = (
    "",
    "[[documents.report.appendices]]",
    'letter = "A"',
    'title = "Detailed tables"',
    'words = "tables.md"',
)
DOCUMENTS = {
    "briefing.md": "briefing",
    "report.md": "report",
    "tables.md": "report",
    "notice.md": "press",
}
"""What each file of words is published in, by name."""


def publication_text(found: Guess, today: date, brand: str) -> str:
    """The file, with comments where something is to be filled in."""
    title = shortened(found.title, 120)
    called = (found.title, *(each.label for each in found.attributes))  # some by half a question
    names = [each for each in called if any(typed_figures(each))]
    lines = [
        *comment(
            f"What is published of {found.source}: two documents and a notice, their words. "
            "Everything said to be filled in is yours to write; final = true once it is."
        ),
        "",
        "[publication]",
        f"title = {text(title)}",
        'language = "en-GB"',
        'publisher = "To be filled in"',
        f"date = {today.isoformat()}",
        '# contact = "…"',
        f"brand = {text(brand)}",
        "final = false",
        *_names(names),
        "",
        "[survey]",
        'codebook = "codebook.toml"',
        'responses = "responses.csv"',
        'comments = "comments.csv"',
    ]
    for name, format_, subtitle, percent in PRINTED:
        lines += [
            "",
            f"[documents.{name}]",
            f"words = {text(name + '.md')}",
            f"format = {text(format_)}",
            f"title = {text(said(title, 120))}",
            f"subtitle = {text(subtitle)}",
            f"running = {text(said(title, 60) + ' · draft')}",
            f"percent = {text(percent)}",
            'profiles = ["screen", "press"]',
        ]
    if found.tabled:
        lines += _APPENDIX
    name, words = NOTICE
    lines += ["", f"[notices.{name}]", f"words = {text(words)}"]
    return "\n".join(lines) + "\n"


def _names(names: list[str]) -> Iterator[str]:
    """The entry that declares names with figures in them."""
    if names:
        yield f"literal = [{', '.join(map(text, names))}]  # names: no figures of the survey"
