"""The file publication.toml: what is published from a survey, and from which files."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from briefing.claims.formats import PER_CENT, SIGN
from briefing.claims.references import meant
from briefing.diagnostics import Source
from briefing.files import beside, is_file, within
from briefing.survey.export import Choices
from briefing.survey.formats import read_with
from briefing.survey.read import COMMENTS, POPULATION
from briefing.survey.toml_lines import KeyPath, key_lines, line_of
from briefing.wording import LANGUAGES, catalogue, completed
from briefing.wording.model import ENTRIES
from briefing.wording.numbers import numbers_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefing.diagnostics import Diagnostics
    from briefing.wording import Wording

FILE = "publication.toml"
_PARTIAL = ("keep", "leave_out")
UNTAGGED = ("refuse", "describe")
"""What becomes of an appendix without tags in a tagged document."""
SIZES = ("keep", "fit")
"""What becomes of an appendix whose pages are of another size."""
BINDINGS = ("none", "saddle", "perfect")
"""How the pages of a printed document are held together."""


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
class Appendix:
    """A PDF made elsewhere that is merged behind a document.

    `press` is the rendition for the press file, None where the press file leaves it out. With
    `folio` its pages carry the document's page numbers and running words. `description` says what
    its pages show where they have no tags; without one such a file is refused for the screen. With
    `fit` its pages are scaled into those of the document's format.
    """

    letter: str
    title: str
    file: Path
    press: Path | None
    folio: bool
    where: Source
    description: str = ""
    fit: bool = False

    @property
    def anchor(self) -> str:
        """The name by which words, contents and bookmarks find it."""
        return f"appendix-{self.letter.lower()}"


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
    profiles: tuple[str, ...]
    percent: str
    binding: str
    where: Source
    appendices: tuple[Appendix, ...] = ()


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

    @property
    def inputs(self) -> tuple[str, ...]:
        """The files that the project is made of, as paths within it, in order."""
        appendices = [
            file.relative_to(self.folder.resolve()).as_posix()
            for document in self.documents
            for each in document.appendices
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
            *appendices,
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
        at = re.search(r"line (\d+), column (\d+)", str(fault))
        where = Source(FILE, int(at[1]), int(at[2])) if at else Source(FILE)
        diagnostics.error("project-toml", f"this is no TOML: {fault}", where)
    diagnostics.stop()
    keys = _Keys(folder, values, (), key_lines(text), diagnostics)
    settings = _settings(keys.table("publication"))
    survey = _survey(keys.table("survey"))
    documents = tuple(_document(each, settings) for each in keys.table("documents").tables())
    if not documents:
        keys.fault("project-missing-key", "the project has no document", "documents", _DOCUMENT)
    abbreviations = _abbreviations(keys.table("abbreviations"))
    words = _words(keys.table("words"), settings)
    keys.finish()
    diagnostics.stop()
    return Project(folder, settings, survey, documents, abbreviations, words)


_DOCUMENT = 'add [documents.report] with words = "report.md"'


def _text(folder: Path, diagnostics: Diagnostics) -> str:
    try:
        return (folder / FILE).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        message = f"{folder.name} has no {FILE}"
        diagnostics.error("project-file", message, Source(FILE), "a project is a folder with one")
    except UnicodeDecodeError as fault:
        message = f"{FILE} is not UTF-8: byte {fault.start} cannot be read"
        diagnostics.error("project-file", message, Source(FILE), "save it as UTF-8")
    return ""


@dataclass(slots=True)
class _Keys:
    """One table of the file while it is read: each value is asked for, the rest is a fault."""

    folder: Path
    values: Mapping[str, Any]
    path: KeyPath
    lines: dict[KeyPath, int]
    diagnostics: Diagnostics
    asked: list[str] = field(default_factory=list)

    @property
    def where(self) -> Source:
        return Source(FILE, line_of(self.lines, self.path))

    @property
    def name(self) -> str:
        return ".".join(self.path)

    def at(self, key: str) -> Source:
        return Source(FILE, line_of(self.lines, (*self.path, key)))

    def fault(self, code: str, message: str, key: str = "", hint: str = "") -> None:
        self.diagnostics.error(code, message, self.at(key) if key else self.where, hint)

    def value(self, key: str, wanted: type, called: str, default: Any) -> Any:
        self.asked.append(key)
        if key not in self.values:
            return default
        value = self.values[key]
        flag = isinstance(value, bool) and wanted is not bool
        if not isinstance(value, wanted) or flag or isinstance(value, datetime):
            self.fault("project-value", f"{self.name}.{key} must be {called}", key)
            return default
        return value

    def text(self, key: str, default: str = "") -> str:
        return " ".join(str(self.value(key, str, "text in quotes", default)).split())

    def needed(self, key: str) -> str:
        text = self.text(key)
        if not text and not isinstance(self.values.get(key, ""), (int, float, list, dict)):
            self.fault("project-missing-key", f"{self.name} needs {key}", hint=f'add {key} = "…"')
        return text

    def choice(self, key: str, among: tuple[str, ...], default: str) -> str:
        text = self.text(key, default)
        if text in among:
            return text
        hint = meant(text, among, "values")
        self.fault("project-value", f"{self.name}.{key} cannot be '{text}'", key, hint)
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.value(key, list, "a list of texts in quotes", [])
        if all(isinstance(each, str) for each in values):
            return tuple(values)
        self.fault("project-value", f"{self.name}.{key} must be a list of texts in quotes", key)
        return ()

    def file(self, key: str, *, needed: bool = False) -> str:
        """A path within the project to a file that is there; empty if none is named."""
        text = self.needed(key) if needed else self.text(key)
        if not text:
            return ""
        file = within(self.folder, text)
        if file is None:
            message = f"'{text}' leads out of the project's folder"
            self.fault("project-path", message, key, "copy the file into the project")
        elif not is_file(file):
            siblings = [each.name for each in beside(file)]
            hint = meant(file.name, siblings, "files there")
            self.fault("project-file", f"there is no file '{text}'", key, hint)
        return text

    def table(self, key: str) -> _Keys:
        value = self.value(key, dict, "a table", {})
        return _Keys(self.folder, value, (*self.path, key), self.lines, self.diagnostics)

    def tables(self) -> Iterator[_Keys]:
        """Every value of this table as a table of its own."""
        return (self.table(key) for key in self.values)

    def array(self, key: str) -> Iterator[_Keys]:
        """The tables of an array of tables, in order."""
        for number, value in enumerate(self.value(key, list, "an array of tables", [])):
            path = (*self.path, key, str(number))
            if isinstance(value, dict):
                yield _Keys(self.folder, value, path, self.lines, self.diagnostics)
            else:
                self.fault("project-value", f"{self.name}.{key} must hold tables", key)

    def finish(self) -> None:
        """Report every key that has no meaning here."""
        for key in self.values:
            if key not in self.asked:
                message = f"'{key}' has no meaning in {self.name or FILE}"
                hint = meant(key, dict.fromkeys(self.asked), "keys")
                self.fault("project-unknown-key", message, key, hint)


def _settings(keys: _Keys) -> Settings:
    published = keys.value("date", date, "a date such as 2017-07-01", None)
    if published is None and "date" not in keys.values:
        keys.fault("project-missing-key", "publication needs date", hint="add date = 2017-07-01")
    language = keys.text("language", "en-GB")
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
        final_where=keys.at("final"),
        literal=keys.texts("literal"),
    )
    keys.finish()
    return settings


def _survey(keys: _Keys) -> SurveyFiles:
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


def _abbreviations(keys: _Keys) -> tuple[Abbreviation, ...]:
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


def _words(keys: _Keys, settings: Settings) -> Wording:
    """The engine's own words, and what the project says in place of some of them."""
    words, faults, missing = completed(settings.language, keys.values)
    for each in faults:
        hint = each.hint or meant(each.entry, ENTRIES, "entries")
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


def _document(keys: _Keys, settings: Settings) -> Document:
    document = Document(
        name=keys.path[-1],
        words=keys.file("words", needed=True),
        format=keys.needed("format"),
        title=keys.text("title", settings.title),
        subtitle=keys.text("subtitle"),
        running=keys.text("running", keys.text("title", settings.title)),
        profiles=keys.texts("profiles") or ("screen",),
        percent=keys.choice("percent", (PER_CENT, SIGN), PER_CENT),
        binding=keys.choice("binding", BINDINGS, BINDINGS[0]),
        where=keys.where,
        appendices=tuple(_appendix(each) for each in keys.array("appendices")),
    )
    _check_letters(keys, document)
    keys.finish()
    return document


def _appendix(keys: _Keys) -> Appendix:
    home = keys.folder.resolve()
    file = home / keys.file("file", needed=True)
    press = keys.file("press")
    left_out = "press" in keys.values and not press
    appendix = Appendix(
        letter=keys.needed("letter"),
        title=keys.needed("title"),
        file=file,
        press=None if left_out else home / press if press else file,
        folio=keys.value("folio", bool, "true or false", default=True),
        where=keys.where,
        description=_description(keys),
        fit=keys.choice("size", SIZES, SIZES[0]) == "fit",
    )
    keys.finish()
    return appendix


def _description(keys: _Keys) -> str:
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


def _check_letters(keys: _Keys, document: Document) -> None:
    letters = [each.letter for each in document.appendices]
    for each in document.appendices:
        if letters.count(each.letter) > 1 or not re.fullmatch(r"[A-Z]", each.letter):
            keys.diagnostics.error(
                "project-value",
                f"the letter of an appendix cannot be '{each.letter}'",
                each.where,
                "give each appendix a capital letter of its own",
            )
