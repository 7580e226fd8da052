"""Lines and grounds that an appendix draws outside its tags, declared to be artifacts.

Word processors leave table rules and the like outside every marked-content sequence. That keeps a
tagged file from being accessible in full (ISO 14289-1, 7.1), and nothing is lost to the ear.
Text and pictures are left alone: they may mean something.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.operators import OPENING, PAINTING, operations

_PATH = frozenset({b"m", b"re"})
_TEXTLESS = PAINTING - {b"Tj", b"TJ", b"'", b'"', b"Do", b"BI"}


@dataclass(frozen=True, slots=True)
class Tidied:
    """A content stream with its stray paths declared; `strays` counts what means something."""

    content: bytes
    declared: int
    strays: int


def tidied(content: bytes) -> Tidied:
    """Wrap each path that is painted outside any sequence into an artifact of its own."""
    out: list[bytes] = []
    done = depth = strays = declared = 0
    path: int | None = None
    for each in operations(content):
        if each.operator in OPENING:
            depth += 1
        elif each.operator == b"EMC":
            depth -= 1
        elif each.operator in _PATH and path is None:
            path = each.start
        elif each.operator in PAINTING or each.operator == b"n":
            if each.operator in _TEXTLESS and depth == 0:
                start = each.start if path is None else path
                out += [content[done:start], b"\n/Artifact BMC", content[start : each.end], b" EMC"]
                done = each.end
                declared += 1
            elif each.operator != b"n" and each.operator not in _TEXTLESS and depth == 0:
                strays += 1
            path = None
    out.append(content[done:])
    return Tidied(b"".join(out), declared, strays)
