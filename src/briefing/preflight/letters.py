"""Fonts as preflight needs them: how wide shown strings are, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, NumberObject

from briefing.maps import Font, font
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = 32
_CODES = 0x20000
"""How many widths of a font are read: twice as many as two bytes can name."""


@dataclass(slots=True)
class Letters:
    """A font's widths, in thousandths of its size, and its map to text."""

    dictionary: DictionaryObject
    says: Font
    widths: dict[int, float] = field(default_factory=dict)
    default: float = 500.0
    scale: float = 0.001

    def text(self, shown: bytes) -> str:
        """What a shown string says."""
        return self.says.text(shown)

    def measure(self, shown: bytes) -> tuple[float, int, int]:
        """A string's width in parts of the size, its characters, and its spaces of one byte."""
        widths, default = self.widths, self.default
        if self.says.composite:
            codes = [
                first << 8 | second for first, second in zip(shown[::2], shown[1::2], strict=False)
            ]
            return sum(widths.get(code, default) for code in codes) * self.scale, len(codes), 0
        total = sum(widths.get(code, default) for code in shown)
        return total * self.scale, len(shown), shown.count(_SPACE)


def letters(dictionary: DictionaryObject) -> Letters:
    """Read the widths of a font (9.2.4, 9.7.4.3)."""
    made = Letters(dictionary, font(dictionary))
    if made.says.composite:
        below = items(dictionary, "/DescendantFonts")
        made.default = _number(resolved(below[0]), "/DW", 1000.0) if below else 1000.0
        made.widths.update(islice(_composite(below[0]), _CODES) if below else ())
        return made
    first = int(_number(dictionary, "/FirstChar", 0.0))
    for step, width in enumerate(entry(dictionary, "/Widths", ArrayObject) or ()):
        made.widths[first + step] = _float(resolved(width))
    if dictionary.get("/Subtype") == "/Type3":
        matrix = entry(dictionary, "/FontMatrix", ArrayObject)
        made.scale = abs(_float(resolved(matrix[0]))) if matrix else 0.001
    return made


def _composite(descendant: object) -> Iterator[tuple[int, float]]:
    waiting = [resolved(each) for each in entry(descendant, "/W", ArrayObject) or ()]
    place = 0
    while place + 1 < len(waiting):
        first, second = int(_float(waiting[place])), waiting[place + 1]
        if isinstance(second, ArrayObject):
            for step, width in enumerate(second):
                yield first + step, _float(resolved(width))
            place += 2
            continue
        width = _float(waiting[place + 2]) if place + 2 < len(waiting) else 0.0
        for code in range(first, min(int(_float(second)), 0xFFFF) + 1):
            yield code, width
        place += 3


def _number(holder: object, key: str, otherwise: float) -> float:
    value = resolved(holder.get(key)) if isinstance(holder, DictionaryObject) else None
    return _float(value) if value is not None else otherwise


def _float(value: object) -> float:
    return float(value) if isinstance(value, (NumberObject, float, int)) else 0.0
