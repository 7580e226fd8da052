"""Lines and grounds that an appendix draws outside its tags, declared to be artifacts.

Word processors leave table rules and the like outside every marked-content sequence. That keeps a
tagged file from being accessible in full (ISO 14289-1, 7.1), and nothing is lost to the ear.
Text and pictures are left alone: they may mean something. A form is what is drawn in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from briefing.operators import OPENING, PAINTING, operations
from briefing.reading import entry, identifier

if TYPE_CHECKING:
    from briefing.operators import Operation

_PATH = frozenset({b"m", b"re"})
_TEXTLESS = PAINTING - {b"Tj", b"TJ", b"'", b'"', b"Do", b"BI"}


@dataclass(frozen=True, slots=True)
class Tidied:
    """A content stream with its stray paths declared; `strays` counts what means something."""

    content: bytes
    declared: int
    strays: int
    marked: bool = False
    """Whether it has sequences of its own."""
    identified: bool = False
    """Whether the structure is to find any of them."""


def tidied(content: bytes, resources: DictionaryObject | None = None) -> Tidied:
    """Wrap each path that is painted outside any sequence into an artifact of its own.

    So is a form of nothing but such paths; one that has its own sequences is left.
    """
    return _Reading(resources).tidied(content)


@dataclass(slots=True)
class _Reading:
    """A stream under way: its resources, and the forms that were met before."""

    resources: DictionaryObject | None
    known: dict[int, Tidied] = field(default_factory=dict)

    def tidied(self, content: bytes) -> Tidied:
        out: list[bytes] = []
        done = strays = declared = 0
        open_: list[bool] = []
        marked = identified = False
        path: int | None = None
        for each in operations(content):
            if each.operator in OPENING:
                found = self._is_found(each.operands)
                is_artifact = each.operands.lstrip().startswith(b"/Artifact")
                open_.append(found or is_artifact or any(open_[-1:]))
                marked = marked or open_[-1]
                identified = identified or found
            elif each.operator == b"EMC":
                del open_[-1:]
            elif each.operator in _PATH and path is None:
                path = each.start
            elif each.operator in PAINTING or each.operator == b"n":
                if not any(open_[-1:]) and each.operator != b"n":
                    means, is_path = self._painted(each)
                    strays += means
                    if is_path:
                        start = each.start if path is None else path
                        out += [content[done:start], b"\n/Artifact BMC"]
                        out += [content[start : each.end], b" EMC"]
                        done = each.end
                        declared += 1
                path = None
        out.append(content[done:])
        return Tidied(b"".join(out), declared, strays, marked, identified)

    def _is_found(self, operands: bytes) -> bool:
        return identifier(operands, self.resources) is not None

    def _painted(self, each: Operation) -> tuple[int, bool]:
        """How much that means something is painted, and whether it is an artifact as a whole."""
        if each.operator in _TEXTLESS:
            return 0, True
        form = self._form(each.operands) if each.operator == b"Do" else None
        if form is None:
            return 1, False
        if form.marked:
            return form.strays + form.declared, False
        return form.strays, not form.strays and form.declared > 0

    def _form(self, operands: bytes) -> Tidied | None:
        """What a form draws outside its own sequences; None for a picture."""
        name = operands.strip().decode("latin-1")
        drawn = entry(self.resources, "/XObject", DictionaryObject)
        form = entry(drawn, name, StreamObject)
        if form is None or drawn is None or form.get("/Subtype") != "/Form":
            return None
        reference = drawn.raw_get(name)
        number = reference.idnum if isinstance(reference, IndirectObject) else -1
        if number not in self.known or number == -1:
            own = entry(form, "/Resources", DictionaryObject)
            below = _Reading(self.resources if own is None else own, self.known)
            self.known[number] = below.tidied(form.get_data())
        return self.known[number]
