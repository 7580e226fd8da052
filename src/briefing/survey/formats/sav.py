"""SPSS .sav to an `Export`: labels for codes, user-missing values kept apart, sets of responses."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyreadstat

from briefing.diagnostics import Source
from briefing.survey.export import JOIN, Column, Export, Holds, Value
from briefing.survey.formats.values import text_of
from briefing.survey.personal import is_personal
from briefing.survey.programs.plain import plain_export
from briefing.survey.rows import collapsed
from briefing.survey.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices

_FEW = 20
"""So many codes without a label can be parts of a scale; more are numbers."""
_UNASKED = re.compile(
    r"(?:(?:question|item|schedule) )?(?:not asked|inapplicable|not routed|routed out|filtered out)"
    r"(?: \(?(?:routing|filter)\)?)?|inap\.?|iap|(?:question|item|schedule) not applicable"
    r"|skip(?:ped)? by (?:routing|filter|design)|not in (?:sample|split|version|wave)"
    r"|nicht gefragt|frage nicht gestellt|non posée|question non posée|heb ei ofyn",
    re.IGNORECASE,
)
"""Labels of user-missing values that say that the question was not put."""
_PERIODS = ("QYR", "MOYR", "WKYR")
"""Formats of dates that the library leaves as seconds."""
_EPOCH = datetime(1582, 10, 14)  # noqa: DTZ001 - SPSS counts from the calendar's first day
_NEVER_LABELLED = (Holds.ID, Holds.WEIGHT, Holds.TIME)


def read_sav(file: Path, path: str, _: Choices, diagnostics: Diagnostics) -> Export | None:
    """Read a file of SPSS; rows are cases, counted from 1."""
    try:
        frame, meta = pyreadstat.read_sav(str(file), user_missing=True)
        _check_names(meta.column_names)
    except Exception as fault:  # noqa: BLE001 - what is wrong in a binary file comes as any error
        message = f"this cannot be read as a file of SPSS: {fault}"
        hint = "Save it again as .sav, uncompressed and without a password."
        diagnostics.error("data-format", message, Source(path), hint)
        return None
    for name, written in meta.original_variable_types.items():
        if str(written).startswith(_PERIODS):
            frame[name] = [None if pd.isna(each) else _day(each) for each in frame[name]]
    variables = {name: _Variable(name, frame[name], meta) for name in meta.column_names}
    ticks = _dichotomies(meta)
    cells = {
        name: each.ticks(ticks[name][2]) if name in ticks else each.cells()
        for name, each in variables.items()
    }
    guessed = {each.name: each.holds for each in plain_export(_sheet(cells, path)).columns}
    lists = _categories(meta, variables)
    parts = {name for each in lists for name in each.variables}
    known = [
        Column(name, each.label, group=name, holds=Holds.ABOUT)
        if name in parts
        else each.column(guessed[name], ticks.get(name))
        for name, each in variables.items()
    ]
    for each in lists:
        members = [cells[name] for name in each.variables]
        cells[each.column.name] = [
            JOIN.join(dict.fromkeys(filter(None, row))) for row in zip(*members, strict=True)
        ]
        known.append(each.column)
    title = collapsed(meta.file_label or "")
    return Export(_sheet(cells, path), "SPSS", title=title, columns=tuple(known))


def _day(seconds: float) -> str:
    """The first day of a quarter, a month or a week."""
    return (_EPOCH + timedelta(seconds=float(seconds))).date().isoformat()


def _check_names(names: list[Any]) -> None:
    """A damaged file can be read as one whose variables have lost their names."""
    if not all(isinstance(name, str) and name for name in names) or len(set(names)) < len(names):
        raise ValueError("its variables have no names of their own")


def _sheet(cells: dict[str, list[str]], path: str) -> Sheet:
    rows = pd.DataFrame(cells, dtype=str)
    return Sheet(path, rows, tuple(range(1, len(rows) + 1)))


class _Variable:
    """A variable of the file: its values, their labels, and which of them are user-missing."""

    def __init__(self, name: str, values: pd.Series[Any], meta: Any) -> None:
        self.name = name
        self.label = collapsed(meta.column_names_to_labels.get(name) or "")
        self.data = values
        self.labels: dict[Any, str] = {
            _key(code): collapsed(str(label))
            for code, label in meta.variable_value_labels.get(name, {}).items()
        }
        self.ranges = meta.missing_ranges.get(name, [])
        self.is_text = meta.readstat_variable_types.get(name) == "string"
        self.shown = self._shown()

    def _shown(self) -> dict[Any, str]:
        """How each labelled code is written: its label, with the code where two share one."""
        taken: dict[str, int] = {}
        for label in self.labels.values():
            taken[label] = taken.get(label, 0) + 1
        return {
            code: label if label and taken[label] == 1 else f"{text_of(code)} {label}".strip()
            for code, label in self.labels.items()
        }

    def cells(self) -> list[str]:
        """The cells as text: labels where the code has one, codes where it has none."""
        missing = self.data.isna().tolist()
        found: dict[Any, str] = {}
        written = []
        for value, gone in zip(self.data.tolist(), missing, strict=True):
            if gone:
                written.append("")
                continue
            if value not in found:
                found[value] = self._text(value)
            written.append(found[value])
        return written

    def ticks(self, counted: str) -> list[str]:
        """The cells of a variable of a set: the counted value as it is labelled, ``no`` otherwise.

        What is user-missing stays, since it is no answer either way.
        """
        mark = self._counted(counted)
        kept = {"", mark, *(each.text for each in self.values() if _no_answer(each))}
        return [cell if cell in kept else "no" for cell in self.cells()]

    def _text(self, value: Any) -> str:
        key = _key(value)
        return self.shown[key] if key in self.shown else text_of(value).rstrip()

    def column(self, guessed: Holds, member: tuple[str, str, str] | None) -> Column:
        """What the file tells of the variable; `member` says of which set of responses it is."""
        values = self.values()
        if member:
            group, question, counted = member
            ticks = tuple(
                replace(each, label=self.label or self.name)
                for each in values or (Value(counted, counted),)
                if _no_answer(each) or each.text == self._counted(counted)
            )
            part = self.label or self.name
            return Column(self.name, question, part, group, Holds.TICK, "", ticks)
        holds = guessed
        if any(not _no_answer(each) for each in values) and guessed not in _NEVER_LABELLED:
            holds = Holds.ANSWER
        if is_personal(self.label):
            holds = Holds.PERSONAL
        return Column(
            self.name, self.label or self.name, group=self.name, holds=holds, values=values
        )

    def _counted(self, value: str) -> str:
        """How the counted value of a set of dichotomies is written in the cells."""
        for code, label in self.shown.items():
            if text_of(code) == value:
                return label
        return value

    def values(self) -> tuple[Value, ...]:
        """Values in the order of their codes: the labelled, and bare codes that stand in the data.

        Where the ends of a scale alone have labels, what stands between them belongs to it;
        a variable of numbers, of which labels name missing values alone, has no list of answers.
        """
        bare = {_key(value) for value in self.data.dropna().tolist()} - {*self.labels, ""}
        named = any(not self._is_missing(code) for code in self.labels)
        between = named and len(bare) <= _FEW
        codes = [
            *self.labels,
            *(code for code in bare if between or self._is_missing(code)),
        ]
        return tuple(
            self._value(code)
            for code in sorted(codes, key=lambda each: (isinstance(each, str), each))
        )

    def _value(self, code: Any) -> Value:
        """A code with its label; one that is missing says by it whether the question was put."""
        label = self.labels.get(code) or text_of(code).rstrip()
        missing = self._is_missing(code)
        unasked = missing and _UNASKED.fullmatch(label) is not None
        return Value(self._text(code), label, missing and not unasked, unasked)

    def _is_missing(self, code: Any) -> bool:
        for each in self.ranges:
            low, high = (each["lo"], each["hi"]) if isinstance(each, dict) else (each, each)
            if isinstance(low, str) or isinstance(code, str):
                if isinstance(code, str) and str(low).rstrip() == code.rstrip():
                    return True
            elif low <= code <= high:
                return True
        return False


def _no_answer(value: Value) -> bool:
    return value.missing or value.not_asked


def _key(code: Any) -> Any:
    """A code as it is looked up: texts without the blanks that fill their width."""
    return code.rstrip() if isinstance(code, str) else code


def _dichotomies(meta: Any) -> dict[str, tuple[str, str, str]]:
    """(group, question, counted value) of each variable of a set of dichotomies."""
    found: dict[str, tuple[str, str, str]] = {}
    for name, each in (meta.mr_sets or {}).items():
        if each["is_dichotomy"]:
            group = str(name).removeprefix("$")
            question = collapsed(each["label"] or group)
            counted = text_of(each["counted_value"]).strip()
            for variable in each["variable_list"]:
                found.setdefault(str(variable), (group, question, counted))
    return found


@dataclass(frozen=True, slots=True)
class _List:
    """A set of categories: variables that hold one answer each, in no order; told as one column."""

    column: Column
    variables: tuple[str, ...]


def _categories(meta: Any, variables: Mapping[str, _Variable]) -> list[_List]:
    found = []
    for name, each in (meta.mr_sets or {}).items():
        members = tuple(str(variable) for variable in each["variable_list"])
        if each["is_dichotomy"] or not members:
            continue
        group = str(name).removeprefix("$")
        once = f"{group} (all)" if group in variables else group
        question = collapsed(each["label"] or group)
        values = {value.text: value for member in members for value in variables[member].values()}
        column = Column(once, question, "", once, Holds.ANSWERS, JOIN, tuple(values.values()))
        found.append(_List(column, members))
    return found
