"""Functions of one number, which shadings are coloured by (ISO 32000-1, 7.10); no programs."""

from __future__ import annotations

from itertools import pairwise

from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from briefing.reading import entry, items, resolved

_DEEPEST = 8


def values(function: object, x: float, depth: int = 0) -> list[float] | None:
    """What a function, or an array of them, says of `x`; None for what is a program (type 4)."""
    held = resolved(function)
    if isinstance(held, ArrayObject):
        several = [values(each, x, depth + 1) for each in held] if depth < _DEEPEST else [None]
        return [each[0] for each in several if each] if all(several) else None
    if not isinstance(held, DictionaryObject) or depth > _DEEPEST:
        return None
    low, high = (floats(held, "/Domain") or [0.0, 1.0])[:2]
    x = min(max(x, low), high)
    kind = resolved(held.get("/FunctionType"))
    if kind == 2:  # noqa: PLR2004 - the types are numbered
        return _exponential(held, x)
    if kind == 3:  # noqa: PLR2004
        return _stitched(held, x, low, high, depth)
    if kind == 0 and isinstance(held, StreamObject):
        return _sampled(held, (x - low) / ((high - low) or 1))
    return None


def floats(holder: object, key: str) -> list[float]:
    """The numbers of an array."""
    return [float(resolved(each)) for each in entry(holder, key, ArrayObject) or ()]  # type: ignore[arg-type]


def _exponential(held: DictionaryObject, x: float) -> list[float]:
    first, last = floats(held, "/C0") or [0.0], floats(held, "/C1") or [1.0]
    power = x ** float(resolved(held.get("/N", 1)))  # type: ignore[arg-type]
    return [one + power * (two - one) for one, two in zip(first, last, strict=False)]


def _stitched(
    held: DictionaryObject, x: float, low: float, high: float, depth: int
) -> list[float] | None:
    parts = items(held, "/Functions")
    edges = [low, *floats(held, "/Bounds"), high]
    encoded = floats(held, "/Encode")
    for place, (start, end) in enumerate(pairwise(edges)):
        if (x < end or place == len(edges) - 2) and place < len(parts):
            one, two = encoded[2 * place : 2 * place + 2] or [0.0, 1.0]
            share = (x - start) / ((end - start) or 1)
            return values(parts[place], one + share * (two - one), depth + 1)
    return None


def _sampled(held: StreamObject, share: float) -> list[float] | None:
    spans = floats(held, "/Range")
    size, bits = floats(held, "/Size"), resolved(held.get("/BitsPerSample"))
    if len(size) != 1 or bits not in (8, 16) or not spans:
        return None
    wide, count = int(bits) // 8, len(spans) // 2
    place = min(max(share, 0.0), 1.0) * (size[0] - 1)
    data, whole = held.get_data(), 2 ** (8 * wide) - 1
    read = []
    for number in range(count):
        low, high = spans[2 * number : 2 * number + 2]
        pair = []
        for step in (int(place), min(int(place) + 1, int(size[0]) - 1)):
            start = (step * count + number) * wide
            pair.append(int.from_bytes(data[start : start + wide]) / whole)
        mixed = pair[0] + (place - int(place)) * (pair[1] - pair[0])
        read.append(low + mixed * (high - low))
    return read
