"""What a judge is, and what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tests.judges.tools import Jar, Tool


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: who found it, in which file, where in the file, and what it is."""

    judge: str
    file: Path
    where: str
    what: str

    def __str__(self) -> str:
        where = f" ({self.where})" if self.where else ""
        return f"{self.judge}: {self.file}{where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Judge:
    """A foreign program or several: its name, what it needs, which files it takes, how it judges.

    `judge` is given all files at once, since some programs take longer to start than to judge.
    """

    name: str
    needs: tuple[Tool | Jar, ...]
    judge: Callable[[Sequence[Path]], Iterable[Finding]]
    takes: Callable[[Path], bool] = lambda _: True
