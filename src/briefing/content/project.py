"""The file publication.toml: what is published from a survey, and from which files."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from briefing.claims.formats import PER_CENT, SIGN
from briefing.claims.naming import meant
from briefing.content.appendices import read_appendices
from briefing.content.keys import FILE, Keys
from briefing.content.marks import LANGUAGE_HINT, is_language
from briefing.diagnostics import Source
from briefing.survey.export import Choices
from briefing.survey.formats import read_with
from briefing.survey.read import COMMENTS, POPULATION
from briefing.survey.toml_lines import key_lines, line_of, tell_syntax
from briefing.wording import LANGUAGES, catalogue, completed
from briefing.wording.model import ENTRIES
from briefing.wording.numbers import numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from briefing.content.appendices import Appendix
    from briefing.diagnostics import Diagnostics
    from briefing.wording import Wording

_PARTIAL = ("keep", "leave_out")
BINDINGS = ("none", "saddle", "perfect")
"""How the pages of a printed document are held together."""
PROFILES = ("screen", "press")
"""The kinds of file that a document can list; a proof is made only if it is asked for by name."""
_NAME = re.compile(r"\w[\w.-]*")
"""A document's name, by which its files are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The particulars that all documents of a project share."""

    title: str
    language: str
    publisher: str
    date: date
    date_words: str
    contact: str
    reference: str
    brand: str
    final: bool
    where: Source
    brand_where: Source
    final_where: Source
    """Where it is declared final, which is what an empty disclosure contradicts."""
    literal: tuple[str, ...] = ()
    """Figures in what this file and the codebook print that are none of the survey's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFiles:
    """The survey's files, as paths within the project.

    Comments and population that are not named are looked for under their usual names.
    """

    codebook: str
    responses: str
    comments: str
    population: str
    choices: Choices = field(default_factory=Choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of a project; `words` is its file's path within the project."""

    name: str
    words: str
    format: str
    title: str
    subtitle: str
    running: str
    """What the foot or head of every page says; the title, where nothing else is given."""
    running_where: Source
    profiles: tuple[str, ...]
    percent: str
    binding: str
    where: Source
    appendices: tuple[Appendix, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice to the press: plain words, in a file within the project, beside the documents."""

    name: str
    words: str
    percent: str
    where: Source


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation as words print it, and what it stands for."""

    name: str
    words: str
    where: Source


@dataclass(frozen=True, slots=True)
class Project:
    """A publication project: its folder, and all that publication.toml says."""

    folder: Path
    settings: Settings
    survey: SurveyFiles
    documents: tuple[Document, ...]
    abbreviations: tuple[Abbreviation, ...] = ()
    words: Wording = field(default_factory=lambda: catalogue("en"))
    """What the engine itself says, in the language of the publication."""
    notices: tuple[Notice, ...] = ()

    @property
    def inputs(self) -> tuple[str, ...]:
        """The files that the project is made of, as paths within it, in order."""
        behind = [each for document in self.documents for each in document.appendices]
        merged = [
            file.relative_to(self.folder.resolve()).as_posix()
            for each in behind
            for file in (each.file, each.press)
            if file is not None
        ]
        survey = self.survey
        files = [
            FILE,
            survey.codebook,
            survey.responses,
            *self._beside_responses,
            survey.comments,
            survey.population,
            *(document.words for document in self.documents),
            *(each.words for each in behind if each.words),
            *(notice.words for notice in self.notices),
            *merged,
        ]
        return tuple(dict.fromkeys(file for file in files if (self.folder / file).is_file()))

    @property
    def _beside_responses(self) -> tuple[str, ...]:
        data = read_with(self.folder / self.survey.responses)
        return () if data is None else (data.relative_to(self.folder).as_posix(),)


def read_project(folder: Path, diagnostics: Diagnostics) -> Project:
    """Read the project in `folder`. Raises `Faults` with every fault found if one is an error."""
    text = _text(folder, diagnostics)
    values: dict[str, Any] = {}
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        tell_syntax(fault, FILE, "project-toml", diagnostics)
    diagnostics.stop()
    keys = Keys(folder, values, (), key_lines(text), diagnostics)
    settings = _settings(keys.table("publication"))
    survey = _survey(keys.table("survey"))
    documents = tuple(_document(each, settings) for each in keys.table("documents").tables())
    if not documents:
        keys.fault("project-missing-key", "the project has no document", "documents", _DOCUMENT)
    notices = tuple(map(_notice, keys.table("notices").tables()))
    _check_names((*documents, *notices), diagnostics)
    abbreviations = _abbreviations(keys.table("abbreviations"))
    words = _words(keys.table("words"), settings)
    keys.finish()
    diagnostics.stop()
    return Project(folder, settings, survey, documents, abbreviations, words, notices)


_DOCUMENT = 'add [documents.report] with words = "report.md"'


def _text(folder: Path, diagnostics: Diagnostics) -> str:
    try:
        return (folder / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        if folder.is_dir():
            message = f"{folder.name} has no {FILE}"
            hint = "a project is a folder with one"
            diagnostics.error("project-file", message, Source(FILE), hint)
        else:
            diagnostics.error("project-file", f"there is no folder {folder}", None, _FOLDER)
    except NotADirectoryError:
        diagnostics.error("project-file", f"{folder} is a file", None, _FOLDER)
    except UnicodeDecodeError as fault:
        message = f"{FILE} is not UTF-8: byte {fault.start} cannot be read"
        diagnostics.error("project-file", message, Source(FILE), "save it as UTF-8")
    return ""


_FOLDER = f"name the folder that holds {FILE}"


def _settings(keys: Keys) -> Settings:
    published = keys.value("date", date, "a date such as 2017-07-01", None)
    if published is None and "date" not in keys.values:
        keys.fault("project-missing-key", "publication needs date", hint="add date = 2017-07-01")
    language = _language(keys)
    month = numbers_of(language).month_of(published) if published else ""
    settings = Settings(
        title=keys.needed("title"),
        language=language,
        publisher=keys.needed("publisher"),
        date=published or date.min,
        date_words=keys.text("date_words", month),
        contact=keys.text("contact"),
        reference=keys.text("reference"),
        brand=keys.needed("brand"),
        final=keys.value("final", bool, "true or false", default=False),
        where=keys.where,
        brand_where=keys.at("brand"),
        final_where=keys.at("final"),
        literal=keys.texts("literal"),
    )
    keys.finish()
    return settings


def _language(keys: Keys) -> str:
    """The language of the publication, a BCP 47 tag."""
    language = keys.text("language", _ENGLISH)
    if is_language(language):
        return language
    message = f"'{language}' is no language tag"
    keys.fault("project-value", message, "language", LANGUAGE_HINT)
    return _ENGLISH


_ENGLISH = "en-GB"


def _survey(keys: Keys) -> SurveyFiles:
    files = SurveyFiles(
        codebook=keys.file("codebook", needed=True),
        responses=keys.file("responses", needed=True),
        comments=keys.file("comments") or COMMENTS,
        population=keys.file("population") or POPULATION,
        choices=Choices(
            sheet=keys.text("sheet"),
            leave_out_partial=keys.choice("partial", _PARTIAL, _PARTIAL[0]) == _PARTIAL[1],
            partial_settled="partial" in keys.values,
        ),
    )
    keys.finish()
    return files


def _abbreviations(keys: Keys) -> tuple[Abbreviation, ...]:
    """What abbreviations stand for; each is one word, as it is printed."""
    found = []
    for name in keys.values:
        words = keys.needed(name)
        if not re.fullmatch(r"\w[\w&.-]*", name):
            message = f"'{name}' is no abbreviation"
            keys.fault("project-value", message, name, "give one word, as it is printed")
        elif words:
            found.append(
                Abbreviation(name, words, Source(FILE, line_of(keys.lines, (*keys.path, name))))
            )
    return tuple(found)


def _words(keys: Keys, settings: Settings) -> Wording:
    """The engine's own words, and what the project says in place of some of them."""
    words, faults, missing = completed(settings.language, keys.values)
    for each in faults:
        unknown = each.entry not in ENTRIES
        hint = meant(each.entry, ENTRIES, "entries") if unknown else each.hint
        keys.fault("project-words", each.message, each.entry, hint)
    if missing:
        known = ", ".join(LANGUAGES)
        keys.diagnostics.warning(
            "words-language",
            f"{len(missing)} of the {len(ENTRIES)} phrases that the engine itself says are not "
            f"known in '{settings.language}', so they are English: {missing[0]} …",
            settings.where,
            "Say them under [words] in publication.toml; `briefing explain --words` prints all. "
            f"Known are: {known}.",
        )
    return words


def _document(keys: Keys, settings: Settings) -> Document:
    document = Document(
        name=keys.path[-1],
        words=keys.file("words", needed=True),
        format=keys.needed("format"),
        title=keys.text("title", settings.title),
        subtitle=keys.text("subtitle"),
        running=keys.text("running", keys.text("title", settings.title)),
        running_where=keys.at("running" if "running" in keys.values else "title"),
        profiles=keys.choices("profiles", PROFILES) or PROFILES[:1],
        percent=keys.choice("percent", (PER_CENT, SIGN), PER_CENT),
        binding=keys.choice("binding", BINDINGS, BINDINGS[0]),
        where=keys.where,
        appendices=read_appendices(keys),
    )
    _check_words(keys, document)
    keys.finish()
    return document


def _notice(keys: Keys) -> Notice:
    notice = Notice(
        name=keys.path[-1],
        words=keys.file("words", needed=True),
        percent=keys.choice("percent", (PER_CENT, SIGN), PER_CENT),
        where=keys.where,
    )
    keys.finish()
    return notice


def _check_names(documents: Iterable[Document | Notice], diagnostics: Diagnostics) -> None:
    """The files of each can be called by its name, and are no other's on any machine."""
    taken: dict[str, str] = {}
    for each in documents:
        other = taken.setdefault(each.name.casefold(), each.name)
        if not _NAME.fullmatch(each.name):
            what, table = ("notice", "notices.press") if isinstance(each, Notice) else _SUMMARY
            message = f"a {what} cannot be called '{each.name}': its files are"
            hint = f"write letters, figures, hyphens and underlines: [{table}]"
            diagnostics.error("project-value", message, each.where, hint)
        elif other != each.name:
            message = f"the files of '{each.name}' would be those of '{other}' on many machines"
            hint = "give the document a name that differs in more than capitals"
            diagnostics.error("project-value", message, each.where, hint)


_SUMMARY = ("document", "documents.summary")


def _check_words(keys: Keys, document: Document) -> None:
    """Each file of words is set once: the names of its headings are those of places."""
    files = [document.words, *(each.words for each in document.appendices if each.words)]
    for each in document.appendices:
        if files.count(each.words) > 1:
            keys.diagnostics.error(
                "project-value",
                f"'{each.words}' is set more than once in {keys.name}",
                each.where,
                "give the appendix a file of words of its own",
            )
