"""What a build says while it works: a moving line on a terminal, plain lines elsewhere."""

from __future__ import annotations

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
