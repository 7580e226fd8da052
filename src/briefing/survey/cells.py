"""Cells recognised as answers: every distinct spelling once, every unknown one reported."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from briefing.survey.labels import nearest, normalised, quoted
from briefing.survey.model import NO_REPLY, NOT_ASKED, TICKED
from briefing.survey.numbers import canonical, number_in
from briefing.survey.sheet import counted
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.diagnostics import Diagnostics
    from briefing.survey.labels import Labels
    from briefing.survey.model import Question
    from briefing.survey.sheet import Sheet

_TICKS = frozenset(
    {"yes", "y", "1", "1.0", "true", "x", "ticked", "selected", "checked", "mentioned", "chosen"}
)
_NO_TICKS = frozenset(
    {"", "no", "n", "0", "0.0", "false", "not ticked", "not selected", "unchecked"}
    | {"unticked", "unselected", "not checked", "not mentioned", "not chosen"}
)
_DATE = re.compile(r"\d{1,2}-[A-Z][a-z]{2}\Z|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}\Z")
_NOTHING = frozenset(
    {"n/a", "na", "none", "null", "nan", "nil", "-", ".", "missing", "no answer", "no reply"}
    | {"not asked", "not applicable", "unknown", "#n/a", "-1", "-8", "-9", "-99", "99", "999"}
)
"""Words that often stand for no answer; what they mean is the codebook's to say."""
CSV = "csv"
"""The separator of cells that hold a line of CSV, quotation marks and all."""
_LISTED = 12
"""So many answers of a scale are listed where a cell has none of them."""
_WRITE_INS = 5
"""Unlisted values of one cell each, from which on they are told together as write-ins."""
_MANY = 8
"""So many unknown values in one column are told together."""


@dataclass(frozen=True, slots=True)
class States:
    """Which cells are no answers: by the codebook in any column, by the export in each its own.

    `marks` are the cells that tick an option, by column.
    """

    no_reply: frozenset[str] = frozenset()
    not_asked: frozenset[str] = frozenset()
    missing: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hidden: Mapping[str, frozenset[str]] = field(default_factory=dict)
    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def of(self, column: str, written: str) -> str | None:
        """The state that a cell tells of; None if it is an answer."""
        word = normalised(written).casefold()
        if not word or word in self.no_reply or written in self.missing.get(column, ()):
            return NO_REPLY
        if word in self.not_asked or written in self.hidden.get(column, ()):
            return NOT_ASKED
        return None

    def ticks(self, column: str, written: str) -> bool:
        """Whether a cell ticks an option by the word of its export."""
        return written in self.marks.get(column, ())


_NO_STATES = States()


@dataclass(frozen=True, slots=True)
class _Stray:
    """What is written and none of some labels: the variables, and in which rows."""

    labels: Labels
    variables: list[tuple[str, pd.Series[bool]]] = field(default_factory=list)


_Unknown: TypeAlias = "Mapping[str, Sequence[str]]"
"""What is no answer of the codebook: values, and the cells in which each stands."""


class Cells:
    """The cells of one sheet, read column by column; an answer of the codebook is never a state."""

    def __init__(self, sheet: Sheet, diagnostics: Diagnostics, states: States = _NO_STATES) -> None:
        self.sheet = sheet
        self.diagnostics = diagnostics
        self.states = states
        self.treated: dict[str, list[str]] = {}
        """By question id, what was done to cells that changes its figures, in sentences."""
        self.unlisted = pd.Series(data=False, index=sheet.rows.index)
        """Who gave an answer that is none of the codebook."""
        self._strays: dict[tuple[str, tuple[str, ...]], _Stray] = {}
        """By what is written and the labels that it is none of."""

    def note(self, name: str, sentence: str) -> None:
        """Keep a sentence for the notes of the question that a variable belongs to."""
        kept = self.treated.setdefault(name.partition(".")[0], [])
        if sentence not in kept:
            kept.append(sentence)

    def answers(
        self, column: str, labels: Labels, name: str, unknown_as: str = ""
    ) -> pd.Series[str]:
        """A column of one answer a cell, as ids; `unknown_as` is the id of what is not listed."""
        cells = self.sheet.rows[column]
        meant: dict[str, str] = {}
        loose, unknown = [], []
        for written in dict.fromkeys(cells.tolist()):
            match = labels.find(written) if written.strip() else None
            state = None if match else self.states.of(column, written)
            meant[written] = match.id if match else state or NO_REPLY
            if match and not match.exact:
                loose.append(written)
            elif not match and state is None:
                unknown.append(written)
                meant[written] = unknown_as
        self._warn_of_merges(cells, loose, name)
        self._warn_of_missing(cells, column, labels, name)
        self._judge_unknown(cells, _alone(unknown), labels, name, unknown_as)
        return _read_as(cells, meant)

    def ticks(self, column: str, labels: Labels, name: str) -> pd.Series[str]:
        """A column that says of one option whether it was ticked: yes, 1, x, or its label."""
        cells = self.sheet.rows[column]
        meant: dict[str, str] = {}
        unknown = []
        for written in dict.fromkeys(cells.tolist()):
            word = written.strip().casefold()
            known = word in _TICKS or self.states.ticks(column, written)
            ticked = known or (word not in _NO_TICKS and labels.find(written) is not None)
            state = NO_REPLY if word in _NO_TICKS else self.states.of(column, written)
            meant[written] = TICKED if ticked else state or NO_REPLY
            if not ticked and state is None:
                unknown.append(written)
        self._warn_of_missing(cells, column, labels, name)
        self._report_unknown(cells, _alone(unknown), labels, name)
        return _read_as(cells, meant)

    def joined(
        self, column: str, separator: str, labels: Labels, name: str, unknown_as: str = ""
    ) -> list[tuple[str, ...]]:
        """A column of several answers a cell, as tuples of ids; the longest label wins.

        A cell of a question that was not asked is `NOT_ASKED` alone.
        """
        cells = self.sheet.rows[column]
        meant: dict[str, tuple[str, ...]] = {}
        loose: list[str] = []
        unknown: dict[str, list[str]] = {}
        for written in dict.fromkeys(cells.tolist()):
            found, left = _tokens(written, separator, labels)
            state = None if found else self.states.of(column, written)
            meant[written] = tuple(dict.fromkeys(each for each, _ in found))
            if any(not exact for _, exact in found):
                loose.append(written)
            if state is NOT_ASKED:
                meant[written] = (NOT_ASKED,)
            elif left and state is None:
                for each in left:
                    unknown.setdefault(each, []).append(written)
                meant[written] = tuple(dict.fromkeys((*meant[written], unknown_as)))
        self._warn_of_merges(cells, loose, name)
        self._warn_of_missing(cells, column, labels, name)
        self._judge_unknown(cells, unknown, labels, name, unknown_as)
        return [meant[written] for written in cells.to_list()]

    def ranks(self, column: str, places: int, name: str) -> pd.Series[str]:
        """A column of rank numbers; one out of range counts as not ranked, with a warning."""
        cells = self.sheet.rows[column]
        meant: dict[str, str] = {}
        outside, unknown = [], []
        for written in dict.fromkeys(cells.tolist()):
            number = _whole(written)
            state = self.states.of(column, written)
            number = 0 if state is not None else number
            meant[written] = str(number) if number and number <= places else state or NO_REPLY
            if number is None:
                unknown.append(written)
            elif state is None and not 1 <= number <= places:
                outside.append(written)
        for written in unknown:
            self.unlisted |= cells == written
            self._error(cells == written, f"{name}: {quoted(written)} is no rank", "")
        if outside:
            mask = cells.isin(outside)
            ranks = counted(int(mask.sum()), "rank")
            self.note(name, wording().treated_ranks(int(mask.sum()), places=places))
            self.diagnostics.warning(
                "data-rank",
                f"{name}: {ranks} outside 1 to {places} left out ({self.sheet.named(mask)})",
                self.sheet.first(mask),
            )
        return _read_as(cells, meant)

    def numbers(self, column: str, question: Question) -> pd.Series[str]:
        """A column of numbers, as digits; what is none is listed and left out, never guessed."""
        cells = self.sheet.rows[column]
        meant: dict[str, str] = {}
        unread = []
        for written in dict.fromkeys(cells.tolist()):
            state = self.states.of(column, written)
            number = number_in(written, question) if state is None else None
            meant[written] = state if state is not None else NO_REPLY
            if number is not None:
                meant[written] = canonical(number)
            elif state is None:
                unread.append(written)
        if unread:
            self._warn_of_unread(cells, unread, question)
        return _read_as(cells, meant)

    def _warn_of_unread(self, cells: pd.Series[str], unread: list[str], question: Question) -> None:
        shown = ", ".join(
            f"{quoted(each)} ({self.sheet.named(cells == each)})" for each in unread[:_MANY]
        )
        more = f" and {len(unread) - _MANY} more" if len(unread) > _MANY else ""
        number = int(cells.isin(unread).sum())
        what = counted(number, "cell that holds no number", "cells that hold no number")
        self.diagnostics.warning(
            "data-number",
            f"{question.id}: {what} left out: {shown}{more}",
            self.sheet.first(cells.isin(unread)),
            "Correct them, or list what is no answer in [survey]: no_reply = [...].",
        )
        self.note(question.id, wording().treated_numbers(number))

    def _warn_of_merges(self, cells: pd.Series[str], loose: list[str], name: str) -> None:
        if not loose:
            return
        counts = [(written, int((cells == written).sum())) for written in loose]
        named = ", ".join(f"{quoted(written)} ({count})" for written, count in counts[:_MANY])
        total = sum(count for _, count in counts)
        self.diagnostics.warning(
            "data-spelling",
            f"{name}: {counted(total, 'cell')} matched to an answer spelt differently: {named}",
            self.sheet.first(cells.isin(loose)),
            "Check that they mean the same; the codebook's spelling is printed.",
        )

    def _warn_of_missing(
        self, cells: pd.Series[str], column: str, labels: Labels, name: str
    ) -> None:
        """Say how many cells hold what the file itself declares to be no answer."""
        declared = [
            written
            for written in self.states.missing.get(column, ())
            if labels.find(written) is None and (cells == written).any()
        ]
        if not declared:
            return
        counts = [f"{quoted(each)} ({int((cells == each).sum())})" for each in sorted(declared)]
        mask = cells.isin(declared)
        self.diagnostics.warning(
            "data-missing",
            f"{name}: {counted(int(mask.sum()), 'cell')} of values that the file declares missing "
            f"counted as no reply: {', '.join(counts)}",
            self.sheet.first(mask),
            "List them among the answers of the codebook if they are to count.",
        )

    def _judge_unknown(
        self, cells: pd.Series[str], unknown: _Unknown, labels: Labels, name: str, unknown_as: str
    ) -> None:
        """Unlisted values are errors, unless the codebook says what they count as."""
        if not unknown_as:
            self._report_unknown(cells, unknown, labels, name)
        elif unknown:
            mask = _rows(cells, unknown, unknown)
            shown, more = _named(tuple(unknown))
            self.diagnostics.warning(
                "data-unknown-answer",
                f"{name}: {counted(int(mask.sum()), 'cell')} with an answer that is not listed "
                f"counted as {unknown_as}: {shown}{more}",
                self.sheet.first(mask),
            )
            label = next((each for each in labels.labels if labels.is_of(each, unknown_as)), "")
            number = int(mask.sum())
            self.note(name, wording().treated_unlisted(number, answer=quoted(label)))

    def _report_unknown(
        self, cells: pd.Series[str], unknown: _Unknown, labels: Labels, name: str
    ) -> None:
        """Report each value by itself, but words of respondents' own together."""
        if not unknown:
            return
        self.unlisted |= _rows(cells, unknown, unknown)
        own = _own_words(cells, unknown, labels)
        others = [each for each in unknown if each not in own]
        for written in others[:_MANY]:
            stray = self._strays.setdefault((written, tuple(labels.labels)), _Stray(labels))
            stray.variables.append((name, _rows(cells, unknown, (written,))))
        if others[_MANY:]:
            self._error(
                _rows(cells, unknown, others[_MANY:]),
                f"{name}: {len(others[_MANY:])} more values are not answers of the codebook",
                "They look like write-ins; put those into an open column of their own.",
            )
        if own:
            shown, more = _named(tuple(own))
            self._error(
                _rows(cells, unknown, own),
                f"{name}: {len(own)} values once each are not answers of the codebook: "
                f"{shown}{more}",
                "They look like write-ins: put those into an open column of their own, or count "
                "them as an answer that unknown names.",
            )

    def tell_unknown(self) -> None:
        """Report what is no answer of the codebook, once for all variables of the same answers.

        A label that a scale misspells is one fault, however many questions share the scale.
        """
        for (written, _), stray in self._strays.items():
            names = [name for name, _ in stray.variables]
            more = len(names) - _MANY
            shown = ", ".join(names[:_MANY]) + (f" and {more} more" if more > 0 else "")
            number = sum(int(mask.sum()) for _, mask in stray.variables)
            anywhere = reduce(or_, (mask for _, mask in stray.variables))
            message = f"{shown}: {quoted(written)} is not an answer of the codebook"
            self._error(anywhere, message, _remedy(written, stray.labels), number)

    def _error(self, mask: pd.Series[bool], message: str, hint: str, number: int = 0) -> None:
        """Report the rows of a mask; `number` is that of the cells, where it is another."""
        place = f"{counted(number or int(mask.sum()), 'cell')}, {self.sheet.named(mask)}"
        self.diagnostics.error(
            "data-unknown-answer", f"{message} ({place})", self.sheet.first(mask), hint
        )


def _read_as(cells: pd.Series[str], meant: Mapping[str, str]) -> pd.Series[str]:
    """What each cell means, by its spelling."""
    return pd.Series([meant[written] for written in cells.tolist()], dtype=str)


def _alone(values: Sequence[str]) -> _Unknown:
    """Values that are whole cells."""
    return {each: (each,) for each in values}


def _rows(cells: pd.Series[str], unknown: _Unknown, values: Iterable[str]) -> pd.Series[bool]:
    """The rows in which any of some values stands."""
    return cells.isin([cell for each in values for cell in unknown[each]])


def _own_words(cells: pd.Series[str], unknown: _Unknown, labels: Labels) -> dict[str, None]:
    """Values of one cell each that no answer is like, where there are too many for slips."""
    counts = cells.value_counts()
    once = [each for each, among in unknown.items() if sum(counts[cell] for cell in among) == 1]
    own = dict.fromkeys(each for each in once if _is_own(each, labels))
    return own if len(own) >= _WRITE_INS else {}


def _named(values: Sequence[str]) -> tuple[str, str]:
    """The first of some values, and how many more there are."""
    more = len(values) - _MANY
    return ", ".join(map(quoted, values[:_MANY])), f" and {more} more" if more > 0 else ""


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


def _tokens(
    written: str, separator: str, labels: Labels
) -> tuple[list[tuple[str, bool]], list[str]]:
    """(id, exact) of the answers in a cell, and what is left over.

    A label may hold the separator itself, so the longest run of parts that is a label is taken.
    """
    parts = _csv_parts(written) if separator == CSV else written.split(separator)
    separator = "," if separator == CSV else separator
    found, left = [], []
    at = 0
    while at < len(parts):
        for end in range(len(parts), at, -1):
            candidate = separator.join(parts[at:end]).strip()
            match = labels.find(candidate) if candidate else None
            if match:
                found.append((match.id, match.exact))
                at = end
                break
        else:
            if parts[at].strip():
                left.append((at, parts[at]))
            at += 1
    return found, _run_together(left, separator)


def _run_together(left: Sequence[tuple[int, str]], separator: str) -> list[str]:
    """What is left over by its places in a cell: neighbours may be one write-in with a comma."""
    words: list[str] = []
    last = -2
    for at, part in left:
        if at == last + 1:
            words[-1] += separator + part
        else:
            words.append(part)
        last = at
    return [" ".join(each.split()) for each in words]


def _csv_parts(written: str) -> list[str]:
    """The cells of a line of CSV, or of several, that stand in one cell."""
    return [part for row in csv.reader(written.splitlines()) for part in row]


def _whole(written: str) -> int | None:
    """A whole number as exports write it (``3.0`` too); 0 for a blank, None for anything else."""
    word = written.strip().removesuffix(".0")
    if not word:
        return 0
    return int(word) if re.fullmatch(r"\d{1,4}", word) else None
