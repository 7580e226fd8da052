"""What is written in cells and no answer of the codebook: each value told once, with its remedy."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from briefing.survey.labels import nearest, quoted
from briefing.survey.sheet import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.survey.labels import Labels
    from briefing.survey.sheet import Sheet

Unknown: TypeAlias = "Mapping[str, Sequence[str]]"
"""What is no answer of the codebook: values, and the cells in which each stands."""

_DATE = re.compile(r"\d{1,2}-[A-Z][a-z]{2}\Z|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}\Z")
_NOTHING = frozenset(
    {"n/a", "na", "none", "null", "nan", "nil", "-", ".", "missing", "no answer", "no reply"}
    | {"not asked", "not applicable", "unknown", "#n/a", "-1", "-8", "-9", "-99", "99", "999"}
)
"""Words that often stand for no answer; what they mean is the codebook's to say."""
_LISTED = 12
"""So many answers of a scale are listed where a cell has none of them."""
_WRITE_INS = 5
"""Unlisted values of one cell each, from which on they are told together as write-ins."""
MANY = 8
"""So many unknown values in one column are told together."""


@dataclass(frozen=True, slots=True)
class _Stray:
    """What is written and none of some labels: the variables, and in which rows."""

    labels: Labels
    variables: list[tuple[str, pd.Series[bool]]] = field(default_factory=list)


class Unlisted:
    """What columns of one sheet hold that is no answer; `rows` are those who wrote any of it."""

    def __init__(self, sheet: Sheet, diagnostics: Diagnostics) -> None:
        self.sheet = sheet
        self.diagnostics = diagnostics
        self.rows = pd.Series(data=False, index=sheet.rows.index)
        self._strays: dict[tuple[str, tuple[str, ...]], _Stray] = {}
        """By what is written and the labels that it is none of."""

    def report(self, cells: pd.Series[str], unknown: Unknown, labels: Labels, name: str) -> None:
        """Report each value by itself, but words of respondents' own together."""
        if not unknown:
            return
        self.rows |= rows_of(cells, unknown, unknown)
        own = _own_words(cells, unknown, labels)
        others = [each for each in unknown if each not in own]
        for written in others[:MANY]:
            stray = self._strays.setdefault((written, tuple(labels.labels)), _Stray(labels))
            stray.variables.append((name, rows_of(cells, unknown, (written,))))
        if others[MANY:]:
            self.refuse(
                rows_of(cells, unknown, others[MANY:]),
                f"{name}: {len(others[MANY:])} more values are not answers of the codebook",
                "They look like write-ins; put those into an open column of their own.",
            )
        if own:
            shown, more = first_of(tuple(own))
            self.refuse(
                rows_of(cells, unknown, own),
                f"{name}: {len(own)} values once each are not answers of the codebook: "
                f"{shown}{more}",
                "They look like write-ins: put those into an open column of their own, or count "
                "them as an answer that unknown names.",
            )

    def tell(self) -> None:
        """Report what is no answer of the codebook, once for all variables of the same answers.

        A label that a scale misspells is one fault, however many questions share the scale.
        """
        for (written, _), stray in self._strays.items():
            names = [name for name, _ in stray.variables]
            more = len(names) - MANY
            shown = ", ".join(names[:MANY]) + (f" and {more} more" if more > 0 else "")
            number = sum(int(mask.sum()) for _, mask in stray.variables)
            anywhere = reduce(or_, (mask for _, mask in stray.variables))
            message = f"{shown}: {quoted(written)} is not an answer of the codebook"
            self.refuse(anywhere, message, _remedy(written, stray.labels), number)

    def refuse(self, mask: pd.Series[bool], message: str, hint: str = "", number: int = 0) -> None:
        """Report the rows of a mask; `number` is that of the cells, where it is another."""
        self.rows |= mask
        place = f"{counted(number or int(mask.sum()), 'cell')}, {self.sheet.named(mask)}"
        self.diagnostics.error(
            "data-unknown-answer", f"{message} ({place})", self.sheet.first(mask), hint
        )


def whole_cells(values: Sequence[str]) -> Unknown:
    """Values that are whole cells."""
    return {each: (each,) for each in values}


def rows_of(cells: pd.Series[str], unknown: Unknown, values: Iterable[str]) -> pd.Series[bool]:
    """The rows in which any of some values stands."""
    return cells.isin([cell for each in values for cell in unknown[each]])


def first_of(values: Sequence[str]) -> tuple[str, str]:
    """The first of some values, and how many more there are."""
    more = len(values) - MANY
    return ", ".join(map(quoted, values[:MANY])), f" and {more} more" if more > 0 else ""


def _own_words(cells: pd.Series[str], unknown: Unknown, labels: Labels) -> dict[str, None]:
    """Values of one cell each that no answer is like, where there are too many for slips."""
    counts = cells.value_counts()
    once = [each for each, among in unknown.items() if sum(counts[cell] for cell in among) == 1]
    own = dict.fromkeys(each for each in once if _is_own(each, labels))
    return own if len(own) >= _WRITE_INS else {}


def _is_own(written: str, labels: Labels) -> bool:
    """Whether a value is words of a respondent's own, and no answer that came out wrong."""
    wrong = written.strip().casefold() in _NOTHING or _DATE.match(written.strip())
    return not wrong and not _answers_in(written, labels) and not nearest(written, labels.labels)


def _answers_in(written: str, labels: Labels) -> bool:
    """Whether a cell holds several answers, one behind the other."""
    for separator in ";,|":
        parts = [part for part in written.split(separator) if part.strip()]
        if len(parts) > 1 and all(labels.find(part.strip()) for part in parts):
            return True
    return False


def _remedy(written: str, labels: Labels) -> str:
    if written.strip().casefold() in _NOTHING:
        return "If this is no answer, list it in [survey]: no_reply = [...] or not_asked = [...]."
    if _answers_in(written, labels):
        return "Two answers in one cell: is the question multiple, with a separator?"
    if written.lstrip().startswith('"') and "," in written:
        return 'This looks like a line of CSV in a cell: separator = "csv" reads it.'
    if _DATE.match(written.strip()):
        return (
            "This looks like a date that a spreadsheet made of a band (1-5): export the column as "
            "text, or say which answer it is with values = [...] beside the label."
        )
    near = nearest(written, labels.labels)
    meant = f"Did you mean {quoted(near)}? " if near else ""
    answers = tuple(dict.fromkeys(labels.labels))
    known = ", ".join(map(quoted, answers[:_LISTED]))
    more = len(answers) - _LISTED
    known += f" and {more} more" if more > 0 else ""
    other = f"values = [{json.dumps(written, ensure_ascii=False)}] beside a label of the codebook"
    return f"{meant}The answers are {known}; {other} makes it another spelling of that."
