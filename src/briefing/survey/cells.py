"""Cells recognised as answers: every distinct spelling once, every unknown one reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.survey.labels import did_you_mean, quoted
from briefing.survey.model import NO_REPLY, TICKED
from briefing.survey.sheet import counted

if TYPE_CHECKING:
    import pandas as pd

    from briefing.diagnostics import Diagnostics
    from briefing.survey.labels import Labels
    from briefing.survey.sheet import Sheet

_TICKS = frozenset({"yes", "y", "1", "1.0", "true", "x", "ticked", "selected", "checked"})
_NO_TICKS = frozenset(
    {"", "no", "n", "0", "0.0", "false", "not ticked", "not selected", "unchecked"}
)
_DATE = re.compile(r"\d{1,2}-[A-Z][a-z]{2}\Z|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}\Z")
_MANY = 8
"""So many unknown values in one column are told together."""


class Cells:
    """The cells of one sheet, read column by column."""

    def __init__(self, sheet: Sheet, diagnostics: Diagnostics) -> None:
        self.sheet = sheet
        self.diagnostics = diagnostics

    def answers(self, column: str, labels: Labels, name: str) -> pd.Series[str]:
        """A column of one answer a cell, as ids."""
        cells = self.sheet.rows[column]
        meant: dict[str, str] = {}
        loose, unknown = [], []
        for written in cells.unique().tolist():
            match = labels.find(written) if written.strip() else None
            meant[written] = match.id if match else NO_REPLY
            if match and not match.exact:
                loose.append(written)
            elif not match and written.strip():
                unknown.append(written)
        self._warn_of_merges(cells, loose, name)
        self._report_unknown(cells, unknown, labels, name)
        return cells.map(meant)

    def ticks(self, column: str, labels: Labels, name: str) -> pd.Series[str]:
        """A column that says of one option whether it was ticked: yes, 1, x, or its label."""
        cells = self.sheet.rows[column]
        meant: dict[str, str] = {}
        unknown = []
        for written in cells.unique().tolist():
            word = written.strip().casefold()
            ticked = word in _TICKS or (word not in _NO_TICKS and labels.find(written) is not None)
            meant[written] = TICKED if ticked else NO_REPLY
            if not ticked and word not in _NO_TICKS:
                unknown.append(written)
        self._report_unknown(cells, unknown, labels, name)
        return cells.map(meant)

    def joined(
        self, column: str, separator: str, labels: Labels, name: str
    ) -> list[tuple[str, ...]]:
        """A column of several answers a cell, as tuples of ids; the longest label wins."""
        cells = self.sheet.rows[column]
        meant: dict[str, tuple[str, ...]] = {}
        loose, unknown = [], []
        for written in cells.unique().tolist():
            found, left = _tokens(written, separator, labels)
            meant[written] = tuple(dict.fromkeys(each for each, _ in found))
            if any(not exact for _, exact in found):
                loose.append(written)
            if left:
                unknown.append(written)
        self._warn_of_merges(cells, loose, name)
        self._report_unknown(cells, unknown, labels, name)
        return [meant[written] for written in cells.to_list()]

    def ranks(self, column: str, places: int, name: str) -> pd.Series[str]:
        """A column of rank numbers; one out of range counts as not ranked, with a warning."""
        cells = self.sheet.rows[column]
        meant: dict[str, str] = {}
        outside, unknown = [], []
        for written in cells.unique().tolist():
            number = _whole(written)
            meant[written] = str(number) if number and number <= places else NO_REPLY
            if number is None:
                unknown.append(written)
            elif written.strip() and not 1 <= number <= places:
                outside.append(written)
        for written in unknown:
            self._error(cells == written, f"{name}: {quoted(written)} is no rank", "")
        if outside:
            mask = cells.isin(outside)
            self.diagnostics.warning(
                "data-rank",
                f"{name}: {counted(int(mask.sum()), 'rank')} outside 1 to {places} left out "
                f"({self.sheet.named(mask)})",
                self.sheet.first(mask),
            )
        return cells.map(meant)

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

    def _report_unknown(
        self, cells: pd.Series[str], unknown: list[str], labels: Labels, name: str
    ) -> None:
        for written in unknown[:_MANY]:
            self._error(
                cells == written,
                f"{name}: {quoted(written)} is not an answer of the codebook",
                _remedy(written, labels),
            )
        rest = unknown[_MANY:]
        if rest:
            self._error(
                cells.isin(rest),
                f"{name}: {len(rest)} more values are not answers of the codebook",
                "They look like write-ins; put those into an open column of their own.",
            )

    def _error(self, mask: pd.Series[bool], message: str, hint: str) -> None:
        place = f"{counted(int(mask.sum()), 'cell')}, {self.sheet.named(mask)}"
        self.diagnostics.error(
            "data-unknown-answer", f"{message} ({place})", self.sheet.first(mask), hint
        )


def _remedy(written: str, labels: Labels) -> str:
    for separator in ";,|":
        parts = [part for part in written.split(separator) if part.strip()]
        if len(parts) > 1 and all(labels.find(part.strip()) for part in parts):
            return "Two answers in one cell: is the question multiple, with a separator?"
    if _DATE.match(written.strip()):
        return "This looks like a date made by a spreadsheet: export the column as text."
    return did_you_mean(written, labels.labels)


def _tokens(
    written: str, separator: str, labels: Labels
) -> tuple[list[tuple[str, bool]], list[str]]:
    """(id, exact) of the answers in a cell, and what is left over.

    A label may hold the separator itself, so the longest run of parts that is a label is taken.
    """
    parts = written.split(separator)
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
                left.append(parts[at])
            at += 1
    return found, left


def _whole(written: str) -> int | None:
    """A whole number as exports write it (``3.0`` too); 0 for a blank, None for anything else."""
    word = written.strip().removesuffix(".0")
    if not word:
        return 0
    return int(word) if re.fullmatch(r"\d{1,4}", word) else None
