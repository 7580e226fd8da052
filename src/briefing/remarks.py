"""What pypdf and fontTools remark on a faulty file, collected instead of printed."""

from __future__ import annotations

import logging
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


_TALKERS = ("pypdf", "fontTools")


@contextmanager
def remarks() -> Iterator[list[str]]:
    """Collect what is logged while a file is read or repaired."""
    heard: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    with ExitStack() as stack:
        for name in _TALKERS:
            stack.enter_context(_heard_by(handler, logging.getLogger(name)))
        yield heard


@contextmanager
def _heard_by(handler: logging.Handler, log: logging.Logger) -> Iterator[None]:
    spread, log.propagate = log.propagate, False
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.propagate = spread
