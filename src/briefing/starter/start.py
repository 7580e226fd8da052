"""An export to a project: guessed, written, tried until it builds, and put into its folder at once.

The words are tried on the real pages before anything is written: what does not fit is written in a
plainer form, so that a first build finds no errors.
"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.blocks.model import Gallery
from briefing.brand.read import read_brand
from briefing.build import check, prove
from briefing.diagnostics import Diagnostics, Source
from briefing.fonts import MissingGlyphError
from briefing.progress import silent
from briefing.starter.briefing_pages import briefing_pages
from briefing.starter.codebook import codebook_text
from briefing.starter.guess import guess
from briefing.starter.names import cleaned, shortened
from briefing.starter.notice_parts import notice_parts
from briefing.starter.publication import PRINTED, publication_text
from briefing.starter.report_pages import report_pages
from briefing.starter.signs import Signs
from briefing.starter.story import story_of
from briefing.starter.table_pages import table_pages
from briefing.starter.titles import title_in, title_of
from briefing.starter.trying import Trial
from briefing.survey.export import Choices
from briefing.survey.read import read_export, read_survey
from briefing.survey.sheet import counted
from briefing.tables.tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from briefing.brand.model import Brand
    from briefing.progress import Report
    from briefing.starter.model import Guess

BRAND = "civic"
"""The brand of a project that names none."""
_SHOWN = 12
_SIGNS = 8
"""So many letters are shown that a brand does not have."""
_UNKNOWN = Choices(name_heads=True)
_COMMENT_HEADS = ("id", "respondent", "question", "text", "attribution", "consent")


@dataclass(frozen=True, slots=True)
class Beginning:
    """What to begin: the folder of the project, the export, what it is called, how it looks."""

    folder: Path
    export: Path
    today: date
    title: str = ""
    brand: str = BRAND


@dataclass(frozen=True, slots=True)
class Begun:
    """A project that was begun: its guess, the names of its files, and what was remarked."""

    guess: Guess
    files: tuple[str, ...]
    diagnostics: Diagnostics

    def summary(self) -> list[str]:
        """What was found and what is to be decided, in lines."""
        kinds = Counter(each.kind.value for each in self.guess.questions)
        named = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        respondents = len(next(iter(self.guess.responses.values()), ()))
        asked = self.guess.asked
        first = [
            counted(respondents, "respondent"),
            f"{counted(kinds.total(), 'question')} ({named})",
            counted(len(self.guess.attributes), "attribute"),
            counted(len(self.guess.comments), "comment"),
        ]
        lines = [
            ", ".join(first),
            f"called “{self.guess.title}”: --title calls it otherwise",
            *self._left_out(),
        ]
        lines += [f"to decide: {each}" for each in asked[:_SHOWN]]
        if len(asked) > _SHOWN:
            more = len(asked) - _SHOWN
            lines.append(f"to decide: {more} more, marked TO DECIDE in codebook.toml")
        return lines

    def _left_out(self) -> list[str]:
        personal = [
            each.column for each in self.guess.left_out if each.reason.startswith("personal")
        ]
        others = [each.column for each in self.guess.left_out if each.column not in personal]
        told = [("personal data", personal), ("not answers", others)]
        return [
            f"left out, {why}: {', '.join(shortened(each, 40) for each in columns)}"
            for why, columns in told
            if columns
        ]


def begin(order: Beginning, report: Report = silent) -> Begun:
    """Make a project of an export. Raises `Faults`, and writes nothing, if it cannot be made.

    Raises OSError if the folder cannot be written.
    """
    diagnostics = Diagnostics()
    _check_folder(order.folder, diagnostics)
    styles = _styles(order, diagnostics)
    diagnostics.stop()
    report("reading")
    export = read_export(order.export, order.export.name, diagnostics, _UNKNOWN)
    diagnostics.stop()
    if export is None or styles is None:  # reported, so `stop` has raised
        raise AssertionError
    title = cleaned(order.title) or title_in(export.title) or title_of(order.export)
    signs = _signs(styles, diagnostics)
    found = guess(export, order.export.name, title, signs)
    _check_signs(signs, found, order, diagnostics)
    if not found.questions and not found.attributes:
        message = "the export holds no question: every column is empty, personal or about replies"
        diagnostics.error("new-no-questions", message, Source(order.export.name))
        diagnostics.stop()
    folder = order.folder.resolve()
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".beginning-", dir=folder.parent) as making:
        project = Path(making)
        if not _found_above(project, order.brand):
            shutil.copytree(styles, project / "styles" / order.brand)
        _write(project, _files(found, order))
        _write_words(project, found, diagnostics, report)
        names = tuple(sorted(each.name for each in project.glob("*")))
        folder.mkdir(exist_ok=True)
        for name in names:
            (project / name).replace(folder / name)
    return Begun(found, names, diagnostics)


def _signs(styles: Path, diagnostics: Diagnostics) -> Signs:
    """The signs that every face of the brand, and of those beside it, has or borrows."""
    brand = read_brand(styles, diagnostics)
    diagnostics.stop()
    _check_formats(brand, styles.name, diagnostics)
    beside = (each.parent for each in sorted(styles.parent.glob("*/_brand.yml")))
    others = [read_brand(each, Diagnostics()) for each in beside if each != styles]
    faces = [face for each in (brand, *others) if each for face in each.faces.values()]

    @cache
    def has(sign: str) -> bool:
        try:
            for face in faces:
                face.width(sign, 1.0)
        except MissingGlyphError:
            return False
        return True

    return Signs(has)


def _check_formats(brand: Brand | None, name: str, diagnostics: Diagnostics) -> None:
    """Tell of a brand that has not the formats in which drafts are printed."""
    formats = {} if brand is None else brand.formats
    for document, format_, *_ in PRINTED:
        if format_ not in formats:
            diagnostics.error(
                "new-no-format",
                f"the brand {name} has no format {format_!r}, in which a draft's {document} is set",
                Source(f"{name}/_brand.yml"),
                f"It has {', '.join(formats)}: call one {format_}, whatever size its pages have.",
            )
    diagnostics.stop()


def _check_signs(signs: Signs, found: Guess, order: Beginning, diagnostics: Diagnostics) -> None:
    """Tell of letters that the brand cannot print; without half of the columns nothing is made."""
    if not signs.scripts:
        return
    of = [*(source for each in found.questions for source in each.sources)]
    of += [each.source for each in found.attributes]
    some = " ".join([each for each in signs.lost if each.isalpha()][:_SIGNS])
    fault = len(signs.unread) * 2 > len(of)
    lost = f"the fonts of the brand {order.brand} have no {signs.scripts} letters ({some})"
    told = f"{lost}: {len(signs.unread)} of {len(of)} columns cannot be read without them"
    report = diagnostics.error if fault else diagnostics.warning
    report(
        "new-no-letters",
        told if signs.unread else f"{lost}: they are left out of wordings and labels",
        Source(order.export.name),
        f"Put a font that has them into styles/{order.brand}/fonts, name it in _brand.yml as a "
        "face and as a fallback of the other faces, and begin anew.",
    )
    diagnostics.stop()


def _check_folder(folder: Path, diagnostics: Diagnostics) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.glob("*"))):
        message = f"{folder} is there already and is not an empty folder"
        diagnostics.error("new-folder", message, hint="Name a folder that is not there yet.")


def _found_above(folder: Path, brand: str) -> bool:
    return any((each / "styles" / brand).is_dir() for each in folder.resolve().parents)


def _styles(order: Beginning, diagnostics: Diagnostics) -> Path | None:
    """The folder of the brand: above the project, above where we are, or of this installation."""
    installed = Path(__file__).resolve()
    for start in (order.folder.resolve(), Path.cwd() / "here", installed):
        for each in start.parents:
            if (each / "styles" / order.brand / "_brand.yml").is_file():
                return each / "styles" / order.brand
    message = f"there is no brand {order.brand!r}"
    diagnostics.error("no-brand", message, hint=f"Make styles/{order.brand}/_brand.yml.")
    return None


# -- files -----------------------------------------------------------------------------------------


def _write(project: Path, files: Mapping[str, str]) -> None:
    for name, content in files.items():
        (project / name).write_bytes(content.encode("utf-8"))


def _files(found: Guess, order: Beginning) -> dict[str, str]:
    """All files but the words, by name."""
    heads = list(found.responses)
    rows = zip(*found.responses.values(), strict=True)
    comments = [
        (each.id, each.respondent, each.question, each.text, "Respondent", "no")
        for each in found.comments
    ]
    return {
        "codebook.toml": codebook_text(found),
        "responses.csv": _table(heads, rows),
        "comments.csv": _table(_COMMENT_HEADS, comments),
        "publication.toml": publication_text(found, order.today, order.brand),
    }


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return out.getvalue()


# -- words -----------------------------------------------------------------------------------------


def _write_words(project: Path, found: Guess, diagnostics: Diagnostics, report: Report) -> None:
    """Write the words, each page in the best form with which the project has no errors."""
    report("tabulating")
    told = Diagnostics()
    survey = read_survey(
        project, told, codebook="codebook.toml", responses="responses.csv", comments="comments.csv"
    )
    told.stop()
    story = story_of(found, tabulate(survey))
    pages = {
        "briefing.md": briefing_pages(story),
        "report.md": report_pages(story),
        "notice.md": notice_parts(story),
    }
    if found.tabled:
        pages["tables.md"] = table_pages(story)
    trial = Trial(project, pages)
    trial.run(prove, "proving the words", report)  # to find these nothing need be laid out
    trial.run(partial(check, gallery=Gallery()), "trying the pages", report)
    diagnostics.add(_remarks(told))
    for name, own in pages.items():
        for page in own:
            if trial.levels[name].get(page.key, 0) >= len(page.forms):
                message = f"the page {page.key!r} is left out: {trial.last[name][page.key]}"
                hint = "The comment in its place says so too; write the page in your own words."
                diagnostics.warning("new-left-out", message, Source(name), hint)


def _remarks(told: Diagnostics) -> Diagnostics:
    kept = Diagnostics()
    for each in told.warnings:
        kept.report(each)
    return kept
