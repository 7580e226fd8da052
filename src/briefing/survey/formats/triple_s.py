"""Triple-S 1.2 to 3.0: metadata in XML, data of fixed width or CSV beside it, to an `Export`."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

import pandas as pd

from briefing.diagnostics import Source
from briefing.files import beside
from briefing.survey.export import JOIN, Column, Export, Holds, Value
from briefing.survey.formats.xml import RefusedError, parsed
from briefing.survey.labels import did_you_mean, quoted
from briefing.survey.personal import is_personal
from briefing.survey.rows import collapsed
from briefing.survey.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices

_DATA_SUFFIXES = (".asc", ".dat", ".txt", ".csv")
"""In the order in which data of fixed width are looked for; for CSV it is turned round."""

_ENCODING = re.compile(rb"""\A\s*<\?xml[^>]*encoding=["']([\w.-]+)["']""")
_TYPES = ("single", "multiple", "quantity", "character", "logical", "date", "time")
_DAY, _MOMENT = 8, 6


@dataclass(frozen=True, slots=True)
class _Variable:
    """One variable: where it stands (from 0, end not included), and what its codes mean."""

    name: str
    label: str
    kind: str
    use: str
    start: int
    finish: int
    codes: dict[str, str]
    subfields: int
    width: int
    literal: bool

    def cell(self, written: str) -> str:
        """What a field says: labels for codes, dates as ISO writes them."""
        if self.kind == "multiple":
            return JOIN.join(self.codes.get(code, code) for code in self._ticked(written))
        word = written.strip()
        if self.kind == "single":
            return self.codes.get(word if self.literal else _code(word), word)
        if self.kind in _PLAIN:
            return _PLAIN[self.kind](word, self.codes)
        if self.kind == "date" and len(word) == _DAY and word.isdigit():
            return f"{word[:4]}-{word[4:6]}-{word[6:]}"
        if self.kind == "time" and len(word) == _MOMENT and word.isdigit():
            return f"{word[:2]}:{word[2:4]}:{word[4:]}"
        return word

    def _ticked(self, written: str) -> list[str]:
        """The codes of a multiple: from its subfields, or the places of ones in its string.

        Places without a value of the metadata are to be ignored; leading zeros that a spreadsheet
        took from a string in CSV are put back.
        """
        if self.subfields:
            parts = [
                written[at : at + self.width]
                for at in range(0, self.subfields * self.width, self.width)
            ]
            codes = [_code(part) for part in parts]
            return [code for code in dict.fromkeys(codes) if code not in ("", "0")]
        marks = written.rstrip()
        if self.finish - self.start == 1 and marks.strip().isdigit():
            highest = max((int(code) for code in self.codes if code.isdigit()), default=0)
            marks = marks.strip().rjust(highest, "0") if len(marks.strip()) < highest else marks
        ones = [str(place) for place, mark in enumerate(marks, 1) if mark == "1"]
        return [code for code in ones if code in self.codes]

    def column(self) -> Column:
        """What the metadata tells of the variable."""
        labelled = self.codes.values() if self.kind != "quantity" else ()
        values = tuple(Value(label, label) for label in labelled)
        question = self.label or self.name
        separator = JOIN if self.kind == "multiple" else ""
        return Column(self.name, question, "", self.name, self._holds(), separator, values)

    def _holds(self) -> Holds:
        if self.use in ("serial", "weight"):
            return Holds.ID if self.use == "serial" else Holds.WEIGHT
        if is_personal(self.name) or is_personal(self.label):
            return Holds.PERSONAL
        return {
            "single": Holds.ANSWER,
            "multiple": Holds.ANSWERS,
            "quantity": Holds.NUMBER,
            "character": Holds.TEXT,
            "logical": Holds.ANSWER,
        }.get(self.kind, Holds.TIME)


def _code(word: str) -> str:
    """A code as the metadata writes it: without blanks and leading zeros."""
    return word.strip().lstrip("0") or ("0" if word.strip() else "")


def _number(word: str, codes: Mapping[str, str]) -> str:
    """A quantity; nothing where it stands for no number: 999 of which the label is "Not stated".

    A label that says what the number is (500: "500 or more") leaves it as it is.
    """
    return "" if _NO_NUMBER.fullmatch(codes.get(_code(word), "").casefold()) else word


_NO_NUMBER = re.compile(
    r"not (?:stated|answered|asked|known|applicable|given|available)|no (?:answer|reply|response)|"
    r"(?:don.?t|do not) know|dk(?:/ns)?|n/?a|refused|missing|unknown|none given|prefer not to say"
)
_PLAIN: Mapping[str, Callable[[str, Mapping[str, str]], str]] = {
    "quantity": _number,
    "logical": lambda word, _: {"1": "yes", "0": "no"}.get(word, word),
}


class _NoSurveyError(ValueError):
    """Raised for metadata that this reader does not take; its words say why and what to do."""


def companion(file: Path) -> Path | None:
    """The file of data beside metadata, by the name they say or by their own; None without one."""
    try:
        record = parsed(file.read_bytes()).find("survey/record")
    except (ParseError, RefusedError, OSError):
        return None
    return None if record is None else _data(file, record)


def _data(file: Path, record: Element) -> Path | None:
    said = (record.get("href") or "").replace("\\", "/").rpartition("/")[2]
    suffixes = _DATA_SUFFIXES[:: -1 if record.get("format") == "csv" else 1]
    names = [said] if said else [file.stem + suffix for suffix in suffixes]
    wanted = [name.casefold() for name in names]
    found = {each.name.casefold(): each for each in beside(file)}
    return next((found[name] for name in wanted if name in found), None)


def read_triple_s(file: Path, path: str, _: Choices, diagnostics: Diagnostics) -> Export | None:
    """Read metadata and the data beside them; `path` is what messages call the metadata."""
    data = file.read_bytes()
    try:
        root = parsed(data)
        record = _record(root)
        variables = _variables(record)
    except (ParseError, ValueError) as fault:
        hint = "Export the survey as Triple-S with one record, fixed or CSV."
        diagnostics.error("data-format", f"no Triple-S: {fault}", Source(path), hint)
        return None
    source = _data(file, record)
    if source is None:
        names = [each.name for each in beside(file)]
        wanted = record.get("href") or f"{file.stem}.csv"
        message = f"the data of {path} are not beside it: {quoted(wanted)}"
        diagnostics.error("project-file", message, Source(path), did_you_mean(wanted, names))
        return None
    where = f"{path.rpartition('/')[0]}/{source.name}".lstrip("/")
    text = _decoded(source.read_bytes(), data)
    sheet = _sheet(text, record, variables, where, diagnostics)
    if sheet is None:
        return None
    title = _words(root.find("survey/title"))
    columns = tuple(each.column() for each in variables)
    return Export(sheet, "Triple-S", title=title, columns=columns)


def _record(root: Element) -> Element:
    if root.tag != "sss" or root.find("hierarchy") is not None:
        raise _NoSurveyError(
            "it describes levels of a hierarchy, which are not read"
            if root.tag == "hierarchy" or root.find("hierarchy") is not None
            else f"its root is {root.tag}, not sss"
        )
    records = root.findall("survey/record")
    if len(records) != 1:
        raise _NoSurveyError(f"it has {len(records)} records, one is read")
    return records[0]


def _variables(record: Element) -> list[_Variable]:
    variables = [_variable(each) for each in record.findall("variable")]
    names = [each.name for each in variables]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None or not names:
        raise _NoSurveyError(f"two variables are called {twice}" if names else "it has no variable")
    return variables


def _variable(element: Element) -> _Variable:
    kind = element.get("type", "")
    name = _words(element.find("name")) or str(element.get("ident"))
    position, spread = element.find("position"), element.find("spread")
    if kind not in _TYPES or position is None:
        raise _NoSurveyError(f"the variable {name} has no type or position that is known")
    start = int(position.get("start", "1"))
    finish = int(position.get("finish", start))
    literal = element.get("format") == "literal"
    codes = {
        (each.get("code", "") if literal else _code(each.get("code", ""))): _words(each)
        for each in element.findall("values/value")
    }
    subfields = int(spread.get("subfields", "0")) if spread is not None else 0
    width = int(spread.get("width", "0")) if spread is not None else 0
    if subfields and not width:
        width = max((len(code) for code in codes), default=1)
    return _Variable(
        name=name,
        label=_words(element.find("label")),
        kind=kind,
        use=element.get("use", ""),
        start=start - 1,
        finish=finish,
        codes=_labelled_once(codes),
        subfields=subfields,
        width=width,
        literal=literal,
    )


def _labelled_once(codes: dict[str, str]) -> dict[str, str]:
    """Codes whose label another has too are told apart by the code; one without is its code."""
    labels = list(codes.values())
    return {
        code: label if label and labels.count(label) == 1 else f"{code} {label}".strip()
        for code, label in codes.items()
    }


def _words(element: Element | None) -> str:
    """The words of a label; where several are given by mode or language, the first alone."""
    if element is None:
        return ""
    own = collapsed(
        (element.text or "")
        + "".join(
            ("" if each.tag == "text" else " " + "".join(each.itertext())) + (each.tail or "")
            for each in element
        )
    )
    first = element.find("text")
    return own or (collapsed("".join(first.itertext())) if first is not None else "")


def _decoded(data: bytes, metadata: bytes) -> str:
    """Data to text: UTF-8 where it is, else as the metadata are encoded, else Windows-1252."""
    declared = _ENCODING.match(metadata)
    for encoding in ("utf-8-sig", declared[1].decode("ascii") if declared else "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")


def _sheet(
    text: str, record: Element, variables: list[_Variable], path: str, diagnostics: Diagnostics
) -> Sheet | None:
    is_csv = record.get("format") == "csv"
    skip = int(record.get("skip", "0"))
    rows, lines = [], []
    for line, fields in _csv_rows(text) if is_csv else _fixed_rows(text, variables):
        if line <= skip or not any(field.strip() for field in fields):
            continue
        needed = max((each.start for each in variables), default=0) + 1
        if is_csv and len(fields) < needed:
            message = f"this row has {len(fields)} fields, the metadata name {needed}"
            hint = "Export data and metadata again, together."
            diagnostics.error("data-row-length", message, Source(path, line), hint)
            return None
        own = [_field(each, fields, variables) for each in variables] if is_csv else fields
        rows.append([each.cell(field) for each, field in zip(variables, own, strict=True)])
        lines.append(line)
    frame = pd.DataFrame(rows, columns=[each.name for each in variables], dtype=str)
    return Sheet(path, frame, tuple(lines))


def _field(variable: _Variable, fields: list[str], variables: list[_Variable]) -> str:
    """What CSV holds of a variable: one field, or of a multiple one for each of its subfields.

    The standard has the one; some programs write the other, and say so by where it finishes.
    """
    places = range(variable.start + 1, min(variable.finish, len(fields)))
    if variable.kind != "multiple" or any(each.start in places for each in variables):
        return fields[variable.start]
    parts = [fields[variable.start], *(fields[place] for place in places)]
    if variable.subfields and places:
        parts = [each.strip().rjust(variable.width) for each in parts]
    return "".join(parts)


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""))
    for fields in reader:
        yield line, fields
        line = reader.line_num + 1


def _fixed_rows(text: str, variables: list[_Variable]) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        yield number, [line[each.start : each.finish] for each in variables]
