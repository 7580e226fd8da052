"""The keys of a brand file: found, checked against what is known, faults told with their line."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.brand.marked import Key, MarkedFile
    from briefing.diagnostics import Diagnostics


OURS: Key = ("defaults", "briefing")
"""Where what print needs stands in a brand file; the rest is of the public convention."""


class UnusableError(Exception):
    """A value that cannot be read; it has been reported, the part that holds it is left out."""


@dataclass(frozen=True, slots=True)
class Entries:
    """A brand file whose keys are asked for by their path from the root."""

    file: MarkedFile
    diagnostics: Diagnostics

    def mapping(self, *path: str) -> dict[str, Any]:
        """The mapping at a path; one that is missing is a fault, and empty."""
        value: Any = self.file.values
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, dict):
            return value
        message = f"{'.'.join(path)} is missing"
        self.fault("brand-missing", message, path, "Copy it from a brand of styles/.")
        return {}

    def fault(self, code: str, message: str, path: Key, hint: str = "") -> None:
        """Report what is wrong at a key."""
        self.diagnostics.error(code, message, self.file.where(*path), hint)

    def remark(self, code: str, message: str, path: Key, hint: str = "") -> None:
        """Report what would better be otherwise at a key, and leaves the build going."""
        self.diagnostics.warning(code, message, self.file.where(*path), hint)

    def known(self, name: object, known: Iterable[str], what: str, path: Key) -> str:
        """The name, if it is one of those known; else a fault, and `UnusableError`."""
        options = sorted(set(known))
        if isinstance(name, str) and name in options:
            return name
        if name is None:
            message = f"{path[-1]!r} is missing here: it names a {what}"
            hint = f"There are: {', '.join(options)}." if options else f"This brand has no {what}."
            self.fault("brand-missing", message, path, hint)
            raise UnusableError
        near = get_close_matches(str(name), options, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(options)}."
        self.fault("brand-unknown", f"{shown(name)} is no {what} of this brand", path, hint)
        raise UnusableError

    def check(self, name: object, known: Iterable[str], what: str, path: Key) -> bool:
        """Whether a name is one of those known; if not, it is reported."""
        try:
            self.known(name, known, what, path)
        except UnusableError:
            return False
        return True

    def only(self, given: dict[str, Any], allowed: Iterable[str], path: Key) -> None:
        """Report every key that is not one of those allowed."""
        names = sorted(allowed)
        for key in given:
            if key not in names:
                near = get_close_matches(key, names, 1)
                hint = f"Did you mean {near[0]!r}?" if near else f"Known keys: {', '.join(names)}."
                self.fault("brand-key", f"unknown key {shown(key)}", (*path, key), hint)


def shown(value: object) -> str:
    """A value as a message names it, never longer than a few words."""
    if value is None:
        return "empty"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list) and len(value) != _FEW:
        return f"a list of {len(value)}"
    text = repr(value)
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"


_FEW = 4
"""Values of a list that is written out: a press colour, a place."""
_LONG = 40
