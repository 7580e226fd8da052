"""What a value of a brand file looks like; what looks otherwise is told and left out.

Reading a shape gives the value back without its faulty parts, so that whoever makes something of
it meets no surprise, and one wrong value does not hide the faults of others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Any, Protocol

from briefing.brand.entries import OURS, UnusableError, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key


class Shape(Protocol):
    """A kind of value, and how it is called in a message."""

    @property
    def called(self) -> str:
        """What an author is told to write."""

    def takes(self, value: Any) -> bool:
        """Whether a value is of this kind at all, whatever it holds."""

    def read(self, value: Any, path: Key, entries: Entries) -> Any:
        """The value without its faults, which are told; raises `UnusableError` if none is left."""


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever the public convention allows and we do not use."""

    called: str = "anything"

    def takes(self, value: Any) -> bool:  # noqa: ARG002 - the protocol's name
        """Every value."""
        return True

    def read(self, value: Any, path: Key, entries: Entries) -> Any:  # noqa: ARG002
        """The value as it stands."""
        return value


@dataclass(frozen=True, slots=True)
class Text:
    """Words or a name on one line; a number is taken as its digits."""

    called: str = "text"

    def takes(self, value: Any) -> bool:
        """Text and numbers."""
        return isinstance(value, str | int | float) and not isinstance(value, bool)

    def read(self, value: Any, path: Key, entries: Entries) -> str:
        """The words without white space round them."""
        words = " ".join(str(value).split()) if self.takes(value) else ""
        if not words:
            raise _unfit(value, self, path, entries)
        return words


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    among: tuple[str, ...]

    @property
    def called(self) -> str:
        """The words to choose from."""
        return " or ".join(self.among)

    def takes(self, value: Any) -> bool:
        """Text."""
        return isinstance(value, str)

    def read(self, value: Any, path: Key, entries: Entries) -> str:
        """The word, if it is one of them."""
        if not isinstance(value, str) or value not in self.among:
            raise _unfit(value, self, path, entries)
        return value


@dataclass(frozen=True, slots=True)
class Number:
    """A number between two limits."""

    least: float
    most: float
    whole: bool = False

    @property
    def called(self) -> str:
        """The limits."""
        kind = "a whole number" if self.whole else "a number"
        return f"{kind} from {self.least:g} to {self.most:g}"

    def takes(self, value: Any) -> bool:
        """Numbers but no yes or no, no infinity, and nothing that is none."""
        return isinstance(value, int | float) and not isinstance(value, bool)

    def read(self, value: Any, path: Key, entries: Entries) -> float:
        """The number within its limits."""
        if not self.takes(value) or (isinstance(value, float) and not isfinite(value)):
            raise _unfit(value, self, path, entries)
        fits = self.least <= value <= self.most and (not self.whole or value == int(value))
        if not fits:
            raise _unfit(value, self, path, entries)
        return int(value) if self.whole else float(value)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    called: str = "true or false"

    def takes(self, value: Any) -> bool:
        """Yes and no."""
        return isinstance(value, bool)

    def read(self, value: Any, path: Key, entries: Entries) -> bool:
        """The flag."""
        if not isinstance(value, bool):
            raise _unfit(value, self, path, entries)
        return value


@dataclass(frozen=True, slots=True)
class Several:
    """A list of values of one kind; with `count` it is useless unless it holds so many.

    `words` call it something more telling than a list.
    """

    each: Shape
    count: int = 0
    words: str = ""
    least: int = 0

    @property
    def called(self) -> str:
        """What the list holds."""
        many = f"{self.count} values" if self.count else "a list"
        return self.words or f"{many}, each {self.each.called}"

    def takes(self, value: Any) -> bool:
        """Lists."""
        return isinstance(value, list)

    def read(self, value: Any, path: Key, entries: Entries) -> list[Any]:
        """The list without what is wrong in it."""
        held = len(value) if isinstance(value, list) else -1
        if held < self.least or (self.count and held != self.count):
            raise _unfit(value, self, path, entries)
        kept = {}
        for place, each in enumerate(value):
            try:
                kept[place] = self.each.read(each, (*path, str(place)), entries)
            except UnusableError:
                if self.count:
                    raise
        if len(kept) < len(value):
            entries.file.renumber(path, list(kept))
        return list(kept.values())


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping whose keys are an author's own names."""

    each: Shape
    called: str = "a mapping (name: value)"

    def takes(self, value: Any) -> bool:
        """Mappings."""
        return isinstance(value, dict)

    def read(self, value: Any, path: Key, entries: Entries) -> dict[str, Any]:
        """The mapping without what is wrong in it."""
        if not isinstance(value, dict):
            raise _unfit(value, self, path, entries)
        return _kept(dict.fromkeys(value, self.each), value, path, entries)


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping whose keys are known; `loose` leaves it to others to tell unknown ones."""

    known: Mapping[str, Shape]
    needed: tuple[str, ...] = ()
    loose: bool = False
    called: str = field(default="a mapping (key: value)")

    def takes(self, value: Any) -> bool:
        """Mappings."""
        return isinstance(value, dict)

    def read(self, value: Any, path: Key, entries: Entries) -> dict[str, Any]:
        """The mapping without what is wrong in it; needed keys that are missing are told."""
        if not isinstance(value, dict):
            raise _unfit(value, self, path, entries)
        if not self.loose:
            entries.only(value, self.known, path)
        for key in self.needed:
            if key not in value:
                shape = self.known[key].called
                message = f"{_dotted((*path, key))} is missing"
                entries.fault("brand-missing", message, (*path, key), f"It is {shape}.")
        kept = _kept(self.known, value, path, entries)
        return kept | {key: each for key, each in value.items() if key not in self.known}


@dataclass(frozen=True, slots=True)
class Either:
    """A value of one of several kinds, told apart by what they are."""

    kinds: tuple[Shape, ...]

    @property
    def called(self) -> str:
        """All of them."""
        return ", or ".join(each.called for each in self.kinds)

    def takes(self, value: Any) -> bool:
        """What any of them takes."""
        return any(each.takes(value) for each in self.kinds)

    def read(self, value: Any, path: Key, entries: Entries) -> Any:
        """As the first kind reads it that takes it."""
        for each in self.kinds:
            if each.takes(value):
                return each.read(value, path, entries)
        raise _unfit(value, self, path, entries)


def _kept(
    shapes: Mapping[str, Shape], value: dict[str, Any], path: Key, entries: Entries
) -> dict[str, Any]:
    kept = {}
    for key, shape in shapes.items():
        if key in value:
            try:
                kept[key] = shape.read(value[key], (*path, key), entries)
            except UnusableError:
                continue
    return kept


def _unfit(value: Any, shape: Shape, path: Key, entries: Entries) -> UnusableError:
    """Tell that a value is not what it should be."""
    message = f"{_dotted(path)} must be {shape.called}, not {shown(value)}"
    entries.fault("brand-value", message, path)
    return UnusableError()


def _dotted(path: Key) -> str:
    """The path as authors see it: below ``defaults.briefing`` it begins there."""
    short = path[len(OURS) :] if path[: len(OURS)] == OURS and path != OURS else path
    return ".".join(short) or "the file"
