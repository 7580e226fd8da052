"""A page under way: what has been found of it, and the state that it is found in.

It knows how to go through a stream and what to keep; what each operator does stands beside it, a
file an idea, and is handed to it as tables.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from pypdf.generic import DictionaryObject

from briefing.operators import operations
from briefing.preflight.numeric import COMMENT, NAME, id_of, numbers
from briefing.preflight.painted import (
    IDENTITY,
    Bounds,
    Kind,
    Matrix,
    Met,
    Painted,
    Role,
    Spot,
    Tint,
)
from briefing.preflight.state import State
from briefing.reading import entry, number_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pypdf.generic import PdfObject, StreamObject

    from briefing.operators import Operation
    from briefing.preflight.letters import Letters

DEEPEST = 16
"""How many forms and patterns may stand within each other before they count as endless."""

OPERATIONS = 1_000_000
"""How many operations of a file are read; a page of words has some hundreds."""

PAINTED = 200_000
"""How many objects of a page are kept."""


@dataclass(frozen=True, slots=True)
class Operators:
    """What operators do: those that take so many numbers, those that read for themselves."""

    numeric: Mapping[bytes, tuple[Callable[[Reader, Sequence[float]], None], int]]
    other: Mapping[bytes, Callable[[Reader, bytes], None]]


class Echo(Protocol):
    """Who wants to hear each operation as it is carried out, forms opened up."""

    def enter(self, matrix: Matrix, box: Bounds | None) -> None:
        """A form begins, in its own space and within its box."""

    def leave(self) -> None:
        """The form ends."""

    def take(self, each: Operation, raw: bytes, reader: Reader) -> None:
        """One operation was carried out; `raw` is how it is written."""


@dataclass(slots=True)
class Ledger:
    """What the pages of one file share: fonts read once, and how much may still be read."""

    fonts: dict[int, Letters] = field(default_factory=dict)
    left: int = OPERATIONS
    spelled: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Reader:
    """A page under way: everything found so far, and the state that it is found in."""

    operators: Operators
    ledger: Ledger
    resources: DictionaryObject
    echo: Echo | None = None
    path: tuple[str, ...] = ()
    base: Matrix = IDENTITY
    state: State = field(default_factory=State)
    stack: list[State] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    unread: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    known: set[tuple[object, ...]] = field(default_factory=set)
    within: tuple[int, ...] = ()
    repeated: bool = False
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    curved: bool = False
    clipping: bool = False
    raw: bytes = b""

    def read(self, data: bytes) -> None:
        """Carry out every operation of a stream."""
        done, depth = 0, len(self.stack)
        for each in operations(data):
            self.ledger.left -= 1
            if self.ledger.left < 0:
                self.tell_unread(
                    f"more than {OPERATIONS:,} operations in the file; the rest is unread"
                )
                break
            done = each.end
            self.raw = data[each.start : done]
            self._do(each)
            if self.echo is not None:
                self.echo.take(each, self.raw, self)
        else:
            rest = COMMENT.sub(b"", data[done:]).strip(b"\0\t\n\f\r ")
            if rest:
                said = rest[:20].decode("latin-1").strip()
                self.tell_unread(f"it cannot be understood from byte {done} on: {said!r}")
        del self.stack[depth:]

    def _do(self, each: Operation) -> None:
        numeric = self.operators.numeric.get(each.operator)
        if numeric is not None:
            action, count = numeric
            values = numbers(each.operands)
            if len(values) < count:
                said = each.operator.decode("latin-1")
                self.tell_unread(f"the operator {said} has too few numbers")
                return
            action(self, values[len(values) - count :] if count else values)
            return
        other = self.operators.other.get(each.operator)
        if other is not None:
            other(self, each.operands)

    def tell_unread(self, words: str) -> None:
        """Keep once what could not be read."""
        note = (self.path, words)
        if note not in self.unread:
            self.unread.append(note)

    def has_room(self) -> bool:
        """Whether one more object may be kept."""
        if len(self.painted) < PAINTED:
            return True
        self.tell_unread(f"more than {PAINTED:,} objects on the page; the rest is not judged")
        return False

    def meet(self, role: Role, holder: object, name: str, bounds: Bounds | None = None) -> None:
        """Keep a resource in use, once for each way that leads to it."""
        if not isinstance(holder, DictionaryObject):
            return
        key = (role, self.path, name)
        if key not in self.known:
            self.known.add(key)
            self.met.append(Met(role, holder, self.path, name, bounds))

    def named(self, kind: str, operands: bytes) -> tuple[str, PdfObject | None]:
        """The name among operands, and the resource of that kind behind it."""
        found = NAME.search(operands)
        name = found[1].decode("latin-1") if found else ""
        holder = entry(self.resources, kind, DictionaryObject)
        if holder is None or f"/{name}" not in holder:
            return name, None
        return name, holder.raw_get(f"/{name}")

    def keep(
        self,
        kind: Kind,
        bounds: Bounds,
        tint: Tint,
        *,
        stroke: bool = False,
        width: float = 0.0,
        thin: bool = False,
        resolution: float = 0.0,
        path: tuple[str, ...] = (),
    ) -> None:
        """Keep an object with what the state says of it, as far as the clip shows it."""
        state = self.state
        shown = bounds.shared(state.clip)
        if shown.left > shown.right or shown.bottom > shown.top or not self.has_room():
            return
        self.painted.append(
            Painted(
                kind,
                shown,
                tint,
                path or self.path,
                width=width,
                thin=thin,
                resolution=resolution,
                overprint=state.overprint_stroke if stroke else state.overprint_fill,
                mode=state.mode,
                blend=state.blend,
                repeated=self.repeated,
            )
        )

    def below(self, held: StreamObject, name: str, raw: object, matrix: Matrix) -> Reader | None:
        """A reader for what stands within this stream; None where it would never end."""
        number = number_of(raw) or id_of(held)
        if number in self.within:
            self.tell_unread(f"{name} paints itself")
            return None
        if len(self.within) >= DEEPEST:
            self.tell_unread(f"more than {DEEPEST} forms within each other; {name} is unread")
            return None
        state = copy(self.state)
        state.ctm = matrix
        return Reader(
            self.operators,
            self.ledger,
            entry(held, "/Resources", DictionaryObject) or self.resources,
            self.echo,
            (*self.path, name),
            matrix,
            state,
            painted=self.painted,
            met=self.met,
            spots=self.spots,
            unread=self.unread,
            known=self.known,
            within=(*self.within, number),
            repeated=self.repeated,
        )
