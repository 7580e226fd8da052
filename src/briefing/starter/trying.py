"""Pages tried in their forms, the best first, until a project is without a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.pipeline.work import Order
from briefing.starter.publication import DOCUMENTS
from briefing.starter.story import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from briefing.diagnostics import Diagnostic, Diagnostics
    from briefing.progress import Report
    from briefing.starter.story import Page

_ROUNDS = 12
"""How often the words are tried at most; every round takes all that does not fit down a form."""


class Trial:
    """The pages of a project's files, each in the best form in which no fault was found so far.

    `levels` has the form that each page is down to, `last` what was found of the one before.
    """

    def __init__(self, project: Path, pages: Mapping[str, tuple[Page, ...]]) -> None:
        self.project, self.pages = project, pages
        self.levels: dict[str, dict[str, int]] = {name: {} for name in pages}
        self.last: dict[str, dict[str, str]] = {name: {} for name in pages}

    def run(self, find: Callable[[Order], Diagnostics], doing: str, report: Report) -> None:
        """Write the words and `find` their faults until there are none; tell what it is `doing`."""
        only: str | None = None
        for _ in range(_ROUNDS):
            places = {}
            for name, own in self.pages.items():
                words, places[name] = written(own, self.levels[name], self.last[name])
                (self.project / name).write_bytes(words.encode("utf-8"))
            report(doing)
            tried = find(Order(self.project, only=only))
            if not tried.errors:
                break
            if not self._plainer(tried.errors, places):
                tried.stop()
            at_fault = {DOCUMENTS.get(e.where.path) if e.where else None for e in tried.errors}
            only = at_fault.pop() if len(at_fault) == 1 else None  # the other one is done
        else:
            tried.stop()

    def _plainer(
        self, faults: Iterable[Diagnostic], places: Mapping[str, Mapping[str, range]]
    ) -> bool:
        """Take every page with a fault down one form; whether there was any left to take down."""
        moved = set()
        for fault in faults:
            where = fault.where
            if where is None or where.path not in self.pages:
                continue
            for page in self.pages[where.path]:
                level = self.levels[where.path].get(page.key, 0)
                if where.line in places[where.path][page.key] and level < len(page.forms):
                    moved.add((where.path, page.key, level))
                    self.last[where.path][page.key] = fault.message
        for path, key, level in moved:
            self.levels[path][key] = level + 1
        return bool(moved)
