"""What is wrong with a publication project, where, and what its author can do about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Severity(Enum):
    """How grave a diagnostic is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in an author's file: path within the project, line and column counted from 1.

    A line or column of 0 means that the place is known no closer than that.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write the place as editors read it: ``path:line:column``."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: a stable code, the message, the place, and a remedy for the author."""

    code: str
    severity: Severity
    message: str
    where: Source | None = None
    hint: str = ""

    def __str__(self) -> str:
        """Write the fault on one line, its remedy on a second."""
        place = f"{self.where}: " if self.where else ""
        first = f"{place}{self.severity.value}: {self.message} [{self.code}]"
        return f"{first}\n    {self.hint}" if self.hint else first


class Faults(Exception):  # noqa: N818 - it carries a list of faults, it is not one error
    """Raised between two stages when at least one error was found; carries all diagnostics."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        super().__init__("\n".join(str(each) for each in diagnostics))
        self.diagnostics = diagnostics
        self.explained = ""
        """How far pages were laid out, for whoever asks why they do not hold their content."""


@dataclass(slots=True)
class Diagnostics:
    """The list that every stage adds to, so that all faults are reported at once."""

    entries: list[Diagnostic] = field(default_factory=list)
    known: set[Diagnostic] = field(default_factory=set, repr=False, compare=False)
    """The same, to be found quickly."""

    def error(self, code: str, message: str, where: Source | None = None, hint: str = "") -> None:
        """Add a fault that stops the build at the end of the stage."""
        self.report(Diagnostic(code, Severity.ERROR, message, where, hint))

    def warning(self, code: str, message: str, where: Source | None = None, hint: str = "") -> None:
        """Add a remark that leaves the build going."""
        self.report(Diagnostic(code, Severity.WARNING, message, where, hint))

    def report(self, diagnostic: Diagnostic) -> None:
        """Add a fault that was found elsewhere, once."""
        if diagnostic not in self.known:
            self.known.add(diagnostic)
            self.entries.append(diagnostic)

    def add(self, others: Diagnostics) -> None:
        """Take over what another list found."""
        for each in others.entries:
            self.report(each)

    def __iter__(self) -> Iterator[Diagnostic]:
        """Go through the faults in the order of their places, then as they were found."""
        return iter(sorted(self.entries, key=_place))

    def __len__(self) -> int:
        """Count errors and warnings together."""
        return len(self.entries)

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The faults that stop the build."""
        return tuple(each for each in self if each.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """The remarks that do not."""
        return tuple(each for each in self if each.severity is Severity.WARNING)

    def stop(self) -> None:
        """Raise `Faults` if an error has been found so far."""
        if self.errors:
            raise Faults(self)


def counted(number: int, noun: str) -> str:
    """A number of things in English: ``1 error``, ``2 errors``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _place(diagnostic: Diagnostic) -> tuple[str, int, int]:
    where = diagnostic.where
    return (where.path, where.line, where.column) if where else ("", 0, 0)
