"""What a build says while it works: a moving line on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Report: TypeAlias = Callable[[str], None]
"""Called with the name of each stage as it begins."""


@contextmanager
def progress(stream: TextIO) -> Iterator[Report]:
    """A report of stages to `stream`."""
    if not stream.isatty():
        yield lambda stage: print(stage, file=stream, flush=True)
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it

    console = Console(file=stream)
    with console.status("starting") as status:
        yield status.update


def silent(_stage: str) -> None:
    """A report for callers that want none."""


class Stopwatch:
    """A report that notes the seconds of each stage, for the benchmark."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, float]] = []

    def __call__(self, stage: str) -> None:
        """Begin a stage."""
        self.stages.append((stage, time.perf_counter()))

    def seconds(self) -> list[tuple[str, float]]:
        """Each stage with the seconds until the next began."""
        ends = [begun for _, begun in self.stages[1:]] + [time.perf_counter()]
        return [(name, end - begun) for (name, begun), end in zip(self.stages, ends, strict=True)]
