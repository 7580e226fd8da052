"""Cells recognised as answers: every distinct spelling once, every unknown one reported."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from briefing.survey.labels import normalised, quoted
from briefing.survey.model import NO_REPLY, NOT_ASKED, TICKED
from briefing.survey.numbers import canonical, number_in
from briefing.survey.sheet import counted
from briefing.survey.unlisted import MANY, Unlisted, first_of, rows_of, whole_cells
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from briefing.diagnostics import Diagnostics
    from briefing.survey.labels import Labels
    from briefing.survey.question import Question
    from briefing.survey.sheet import Sheet
    from briefing.survey.unlisted import Unknown

_TICKS = frozenset(
    {"yes", "y", "1", "1.0", "true", "x", "ticked", "selected", "checked", "mentioned", "chosen"}
)
_NO_TICKS = frozenset(
    {"", "no", "n", "0", "0.0", "false", "not ticked", "not selected", "unchecked"}
    | {"unticked", "unselected", "not checked", "not mentioned", "not chosen"}
)
CSV = "csv"
"""The separator of cells that hold a line of CSV, quotation marks and all."""


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


class Cells:
    """The cells of one sheet, read column by column; an answer of the codebook is never a state."""

    def __init__(self, sheet: Sheet, diagnostics: Diagnostics, states: States = _NO_STATES) -> None:
        self.sheet = sheet
        self.diagnostics = diagnostics
        self.states = states
        self.treated: dict[str, list[str]] = {}
        """By question id, what was done to cells that changes its figures, in sentences."""
        self.unlisted = Unlisted(sheet, diagnostics)

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
        spelt = _spelt(cells)
        meant: dict[str, str] = {}
        loose, unknown = [], []
        for written in spelt.words:
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
        self._judge_unknown(cells, whole_cells(unknown), labels, name, unknown_as)
        return spelt.read_as(meant)

    def ticks(self, column: str, labels: Labels, name: str) -> pd.Series[str]:
        """A column that says of one option whether it was ticked: yes, 1, x, or its label."""
        cells = self.sheet.rows[column]
        spelt = _spelt(cells)
        meant: dict[str, str] = {}
        unknown = []
        for written in spelt.words:
            word = written.strip().casefold()
            known = word in _TICKS or self.states.ticks(column, written)
            ticked = known or (word not in _NO_TICKS and labels.find(written) is not None)
            state = NO_REPLY if word in _NO_TICKS else self.states.of(column, written)
            meant[written] = TICKED if ticked else state or NO_REPLY
            if not ticked and state is None:
                unknown.append(written)
        self._warn_of_missing(cells, column, labels, name)
        self.unlisted.report(cells, whole_cells(unknown), labels, name)
        return spelt.read_as(meant)

    def joined(
        self, column: str, separator: str, labels: Labels, name: str, unknown_as: str = ""
    ) -> list[tuple[str, ...]]:
        """A column of several answers a cell, as tuples of ids; the longest label wins.

        What stands in a cell twice is in its tuple twice, so that an order keeps its places. A
        cell of a question that was not asked is `NOT_ASKED` alone.
        """
        cells = self.sheet.rows[column]
        spelt = _spelt(cells)
        meant: dict[str, tuple[str, ...]] = {}
        loose: list[str] = []
        unknown: dict[str, list[str]] = {}
        for written in spelt.words:
            found, left = _tokens(written, separator, labels)
            state = None if found else self.states.of(column, written)
            meant[written] = tuple(each for each, _ in found)
            if any(not exact for _, exact in found):
                loose.append(written)
            if state is NOT_ASKED:
                meant[written] = (NOT_ASKED,)
            elif left and state is None:
                for each in left:
                    unknown.setdefault(each, []).append(written)
                meant[written] = (*meant[written], unknown_as)
        self._warn_of_merges(cells, loose, name)
        self._warn_of_missing(cells, column, labels, name)
        self._judge_unknown(cells, unknown, labels, name, unknown_as)
        answers = [meant[written] for written in spelt.words]
        return [answers[place] for place in spelt.places.tolist()]

    def ranks(self, column: str, places: int, name: str) -> pd.Series[str]:
        """A column of rank numbers; one out of range counts as not ranked, with a warning."""
        cells = self.sheet.rows[column]
        spelt = _spelt(cells)
        meant: dict[str, str] = {}
        outside, unknown = [], []
        for written in spelt.words:
            number = _whole(written)
            state = self.states.of(column, written)
            number = 0 if state is not None else number
            meant[written] = str(number) if number and number <= places else state or NO_REPLY
            if number is None:
                unknown.append(written)
            elif state is None and not 1 <= number <= places:
                outside.append(written)
        for written in unknown:
            self.unlisted.refuse(cells == written, f"{name}: {quoted(written)} is no rank")
        if outside:
            mask = cells.isin(outside)
            ranks = counted(int(mask.sum()), "rank")
            self.note(name, wording().treated_ranks(int(mask.sum()), places=places))
            self.diagnostics.warning(
                "data-rank",
                f"{name}: {ranks} outside 1 to {places} left out ({self.sheet.named(mask)})",
                self.sheet.first(mask),
            )
        return spelt.read_as(meant)

    def numbers(self, column: str, question: Question) -> pd.Series[str]:
        """A column of numbers, as digits; what is none is listed and left out, never guessed."""
        cells = self.sheet.rows[column]
        spelt = _spelt(cells)
        meant: dict[str, str] = {}
        unread = []
        for written in spelt.words:
            state = self.states.of(column, written)
            number = number_in(written, question) if state is None else None
            meant[written] = state if state is not None else NO_REPLY
            if number is not None:
                meant[written] = canonical(number)
            elif state is None:
                unread.append(written)
        if unread:
            self._warn_of_unread(cells, unread, question)
        return spelt.read_as(meant)

    def _warn_of_unread(self, cells: pd.Series[str], unread: list[str], question: Question) -> None:
        shown = ", ".join(
            f"{quoted(each)} ({self.sheet.named(cells == each)})" for each in unread[:MANY]
        )
        more = f" and {len(unread) - MANY} more" if len(unread) > MANY else ""
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
        named = ", ".join(f"{quoted(written)} ({count})" for written, count in counts[:MANY])
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
        self, cells: pd.Series[str], unknown: Unknown, labels: Labels, name: str, unknown_as: str
    ) -> None:
        """Unlisted values are errors, unless the codebook says what they count as."""
        if not unknown_as:
            self.unlisted.report(cells, unknown, labels, name)
        elif unknown:
            mask = rows_of(cells, unknown, unknown)
            shown, more = first_of(tuple(unknown))
            self.diagnostics.warning(
                "data-unknown-answer",
                f"{name}: {counted(int(mask.sum()), 'cell')} with an answer that is not listed "
                f"counted as {unknown_as}: {shown}{more}",
                self.sheet.first(mask),
            )
            label = next((each for each in labels.labels if labels.is_of(each, unknown_as)), "")
            number = int(mask.sum())
            self.note(name, wording().treated_unlisted(number, answer=quoted(label)))


@dataclass(frozen=True, slots=True, eq=False)
class _Spelt:
    """The spellings of a column in the order of the file, and at which of them each cell is.

    Thousands of cells have a handful of spellings: each cell is looked up once, in C, and what the
    spellings mean is then dealt out by their places.
    """

    words: list[str]
    places: NDArray[np.intp]

    def read_as(self, meant: Mapping[str, str]) -> pd.Series[str]:
        """What each cell means, by its spelling."""
        answers = np.array([meant[written] for written in self.words], dtype=object)
        return pd.Series(answers[self.places], dtype=str)


def _spelt(cells: pd.Series[str]) -> _Spelt:
    places, words = pd.factorize(cells.to_numpy(dtype=object))
    return _Spelt(words.tolist(), places)


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
