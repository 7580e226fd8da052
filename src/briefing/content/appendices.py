"""What stands behind a document as its appendices: PDFs made elsewhere, or words that are set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing.content.keys import Keys
    from briefing.diagnostics import Source

UNTAGGED = ("refuse", "describe")
"""What becomes of an appendix without tags in a tagged document."""
SIZES = ("keep", "fit")
"""What becomes of an appendix whose pages are of another size."""
ELSEWHERE = ("folio", "size", "untagged", "description")
"""What is said only of pages that were made elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appendix:
    """What stands behind a document: a PDF made elsewhere, or words that are set with it.

    `words` is the path within the project of the Markdown that the build sets; where that is empty,
    `file` is the PDF that is merged, and `press` its rendition for the press file. One that is
    `screen_only` is left out of that. With `folio` merged pages carry the document's page numbers
    and running words. `description` says what they show where they have no tags; without one such a
    file is refused for the screen. With `fit` they are scaled into those of the document's format.
    """

    letter: str
    title: str
    file: Path | None
    press: Path | None
    where: Source
    words: str = ""
    screen_only: bool = False
    folio: bool = True
    description: str = ""
    fit: bool = False

    @property
    def anchor(self) -> str:
        """The name by which words, contents and bookmarks find it."""
        return f"appendix-{self.letter.lower()}"


def read_appendices(keys: Keys) -> tuple[Appendix, ...]:
    """The appendices of one document, in their order."""
    appendices = tuple(_appendix(each) for each in keys.array("appendices"))
    _check_letters(keys, appendices)
    return appendices


def _appendix(keys: Keys) -> Appendix:
    words = keys.file("words")
    file = _file(keys, words)
    press = keys.file("press")
    screen_only = "press" in keys.values and not press
    home = keys.folder.resolve()
    appendix = Appendix(
        letter=keys.needed("letter"),
        title=keys.needed("title"),
        file=home / file if file else None,
        press=home / (press or file) if file and not screen_only else None,
        where=keys.where,
        words=words,
        screen_only=screen_only,
        folio=keys.value("folio", bool, "true or false", default=True),
        description=_description(keys),
        fit=keys.choice("size", SIZES, SIZES[0]) == "fit",
    )
    if words:
        _check_set(keys, press)
    keys.finish()
    return appendix


def _file(keys: Keys, words: str) -> str:
    """The PDF that is merged, which and only which an appendix without words must have."""
    file = keys.file("file")
    if words and "file" in keys.values:
        message = f"{keys.name} has both file and words"
        keys.fault("project-value", message, "words", f"keep one: {_ONE_OF_TWO}")
    elif not (words or file) and all(isinstance(keys.values.get(k, ""), str) for k in _GIVEN):
        message = f"{keys.name} needs file or words"
        keys.fault("project-missing-key", message, hint=f"add one: {_ONE_OF_TWO}")
    return file


_GIVEN = ("words", "file")
_ONE_OF_TWO = (
    'words = "….md" for pages that the build sets, file = "….pdf" for a PDF that was made elsewhere'
)


def _check_set(keys: Keys, press: str) -> None:
    """Report what says how a PDF is merged, where there is none."""
    said = [key for key in ELSEWHERE if key in keys.values]
    for key in (*said, *(["press"] if press else ())):
        hint = "take it out"
        if key == "press":
            hint = 'take it out, or write press = "" to leave the appendix out of the press file'
        message = f"{keys.name} is set by the build, and {key} is for PDFs that were made elsewhere"
        keys.fault("project-value", message, key, hint)


def _description(keys: Keys) -> str:
    """What an appendix without tags shows; asked for where, and only where, it is described."""
    words, described = keys.text("description"), keys.choice("untagged", UNTAGGED, UNTAGGED[0])
    if described == "describe" and not words:
        hint = 'add description = "…": what its pages show, for those who do not see them'
        keys.fault("project-missing-key", f"{keys.name} needs description", "untagged", hint)
    if described != "describe" and words:
        hint = 'write untagged = "describe", or take the description out'
        keys.fault(
            "project-value",
            "an appendix that is not described has no description",
            "description",
            hint,
        )
    return words


def _check_letters(keys: Keys, appendices: Sequence[Appendix]) -> None:
    letters = [each.letter for each in appendices]
    for each in appendices:
        if letters.count(each.letter) > 1 or not re.fullmatch(r"[A-Z]", each.letter):
            keys.diagnostics.error(
                "project-value",
                f"the letter of an appendix cannot be '{each.letter}'",
                each.where,
                "give each appendix a capital letter of its own",
            )
