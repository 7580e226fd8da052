"""The structure of a finished file as text: what a screen reader walks, in its order.

One element a line, indented by its depth, with its role, its attributes and what it says; a row of
a table is one line, and a link that goes on in a second line leads to one place::

    Document
      Sect "What residents know"
        H1: What residents know
        P
          | See
          Link -> #method: how the survey was done
          | for details.
        Figure data=q1.csv alt: 91 per cent know at least a fair amount …
        Table "The figures of the chart"
          TBody
            TR: TH scope=Row A great deal | TD 33%
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from textwrap import wrap
from typing import TYPE_CHECKING

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from briefing.preflight.opened import sequences
from briefing.reading import entry, items, number_of, resolved
from briefing.signs import NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf.generic import PdfObject

DEPTH = 64
"""How deep a tree may go before it counts as endless."""

WIDTH = 100
"""The width of the text, in characters."""

_MAPPED = 8
"""How often a role may be mapped before it counts as a circle."""


_WIDEST = 1000
"""Over how many columns or rows a cell may reach, whatever a file says."""
_INSTEAD = ("/Alt", "/ActualText")
"""What is heard in place of what is drawn."""
_AROUND = dict.fromkeys(("/Span", "/Link", "/Reference", "/Code", "/Quote", "/Annot"), "") | (
    dict.fromkeys(("/Lbl", "/LBody", "/TH", "/TD"), " ")
)
"""What parts the words of an element from those around it, where that is no end of a line."""


def structure_text(content: bytes) -> str:
    """The structure tree of a tagged file, read aloud; nothing for a file without tags."""
    return structure_of(PdfReader(BytesIO(content)))


def structure_of(reader: PdfReader) -> str:
    """The same of a file that is open."""
    root = entry(reader.root_object, "/StructTreeRoot", DictionaryObject)
    if root is None:
        return ""
    speaker = _speaker(root)
    for kid in items(root, "/K"):
        speaker.element(kid, 0)
    return "\n".join(speaker.lines) + "\n"


def words_of(reader: PdfReader) -> str:
    """The words of an open file as they are heard, a paragraph or a row of a table a line."""
    root = entry(reader.root_object, "/StructTreeRoot", DictionaryObject)
    if root is None:
        return ""
    speaker = _speaker(root)
    said = "".join(words for kid in items(root, "/K") for words in speaker.words(kid, 0))
    lines = (_heard(line) for line in said.split("\n"))
    return "".join(f"{line}\n" for line in lines if line)


def _speaker(root: DictionaryObject) -> _Speaker:
    return _Speaker(entry(root, "/RoleMap", DictionaryObject) or DictionaryObject())


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of an element: words, an element below it, or where a link leads."""

    words: str = ""
    element: PdfObject | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table: whether it is a head, its words, and over how many places it reaches."""

    is_head: bool
    words: str
    columns: int = 1
    rows: int = 1


@dataclass(slots=True)
class _Speaker:
    roles: DictionaryObject
    lines: list[str] = field(default_factory=list)
    pages: dict[int, dict[int, str]] = field(default_factory=dict)
    met: set[int] = field(default_factory=set)
    heads: dict[int, list[str]] = field(default_factory=dict)
    """What stands above each column of the table that is told."""
    in_heads: bool = False
    reached: dict[int, int] = field(default_factory=dict)
    """How many rows, its own among them, a cell still takes of a column."""

    def element(self, kid: PdfObject, depth: int) -> None:
        """Write an element's line and those of all below it, each element once."""
        element = resolved(kid)
        number = number_of(kid)
        if not isinstance(element, DictionaryObject) or depth > DEPTH or number in self.met:
            return
        if number is not None:
            self.met.add(number)
        head, below = self._spoken(element)
        if element.get("/S") == "/TR" and (cells := self._row(below)):
            self._line(depth, f"{head}: {cells}")
            return
        if len(below) == 1 and below[0].element is None:
            self._line(depth, f"{head}: {below[0].words}")
            return
        self._line(depth, head)
        for part in below:
            if part.element is None:
                self._line(depth + 1, f"| {part.words}")
            else:
                self.element(part.element, depth + 1)

    def words(self, kid: PdfObject, depth: int) -> Iterator[str]:
        """What is heard of an element and of all below it, with the ends of lines around blocks."""
        element, number = resolved(kid), number_of(kid)
        if not isinstance(element, DictionaryObject) or depth > DEPTH or number in self.met:
            return
        if number is not None:
            self.met.add(number)
        role = self._standard(str(element.get("/S", "/?")))
        around = _AROUND.get(role, "\n")
        if role == "/Table":
            self.heads, self.in_heads, self.reached = {}, False, {}
        yield around
        spoken = (entry(element, key, TextStringObject) for key in _INSTEAD)
        instead = next(filter(None, spoken), "")
        if instead:
            yield instead
        elif role == "/TR":
            yield self._told(element, depth)
        else:
            for each in items(element, "/K"):
                part = self._kid(each, element)
                if part.element is None:
                    yield "" if part.leads else part.words
                else:
                    yield from self.words(part.element, depth + 1)
        yield around

    def _told(self, row: DictionaryObject, depth: int) -> str:
        """A row of a table as it is heard: its head, and each figure behind that of its column.

        Cells that reach over several columns or rows are told in each of them (14.8.5.7).
        """
        cells = [
            _Cell(
                entry(each, "/S", NameObject) == "/TH",
                _heard("".join(self.words(each, depth + 1))),
                _span(each, "/ColSpan"),
                _span(each, "/RowSpan"),
            )
            for each in items(row, "/K")
        ]
        placed = self._placed(cells)
        if all(each.is_head or not each.words for each in cells):
            self._take_heads(placed)
            return ", ".join(each.words for each in cells if each.words)
        self.in_heads = False
        told = (
            each.words if each.is_head else f"{', '.join(self.heads.get(place, ()))} {each.words}"
            for place, each in placed
            if each.words
        )
        return "; ".join(map(str.strip, told))

    def _placed(self, cells: list[_Cell]) -> list[tuple[int, _Cell]]:
        """Each cell with its column: those that cells above reach down into are taken."""
        placed: list[tuple[int, _Cell]] = []
        reached = {column: rows - 1 for column, rows in self.reached.items() if rows > 1}
        at = 0
        for each in cells:
            while at in reached:
                at += 1
            placed.append((at, each))
            if each.rows > 1:
                reached |= dict.fromkeys(range(at, at + each.columns), each.rows)
            at += each.columns
        self.reached = reached
        return placed

    def _take_heads(self, placed: list[tuple[int, _Cell]]) -> None:
        """Rows of heads that follow each other stand above the same figures."""
        if not self.in_heads:
            self.heads = {}
        self.in_heads = True
        for place, each in placed:
            for column in range(place, place + each.columns) if each.words else ():
                self.heads.setdefault(column, []).append(each.words)

    def _spoken(self, element: DictionaryObject) -> tuple[str, list[_Part]]:
        """An element's role with its attributes, and what it says or has below it."""
        kids = [self._kid(each, element) for each in items(element, "/K")]
        targets = dict.fromkeys(part.words for part in kids if part.leads)
        head = " ".join((f"{self._role(element)}{_attributes(element)}", *targets))
        parts = _joined([part for part in kids if not part.leads])
        return head, [part for part in parts if not _is_replaced(element, part)]

    def _row(self, cells: list[_Part]) -> str:
        """The cells of a row one behind the other; nothing if one is more than words."""
        told = []
        for cell in cells:
            element = resolved(cell.element)
            if not isinstance(element, DictionaryObject):
                return ""
            head, below = self._spoken(element)
            if any(part.element is not None for part in below):
                return ""
            told.append(" ".join((head.replace(" ", NO_BREAK), *(part.words for part in below))))
        return " | ".join(told)

    def _line(self, depth: int, words: str) -> None:
        start = "  " * depth
        lines = wrap(
            words,
            WIDTH,
            initial_indent=start,
            subsequent_indent=f"{start}    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.lines += [line.replace(NO_BREAK, " ") for line in lines]

    def _kid(self, kid: PdfObject, element: DictionaryObject) -> _Part:
        """A kid of an element: an element, a link to follow, or words."""
        value = resolved(kid)
        page = element.get("/Pg")
        if isinstance(value, DictionaryObject):
            if value.get("/Type") == "/OBJR":
                return _Part(_target(value), leads=True)
            if "/S" in value:
                return self._plain(value) or _Part(element=kid)
            page = value.get("/Pg", page)
            value = entry(value, "/MCID", NumberObject)
        if not isinstance(value, NumberObject):
            return _Part()
        return _Part(self._sequences(page).get(int(value), ""))

    def _plain(self, element: DictionaryObject) -> _Part | None:
        """The words of a span that is there for nothing else; nothing if it is."""
        if not _is_plain(element):
            return None
        instead = entry(element, "/ActualText", TextStringObject)
        if instead:
            return _Part(instead)
        kids = [self._kid(each, element) for each in items(element, "/K")]
        whole = not any(kid.leads or kid.element is not None for kid in kids)
        return _Part("".join(kid.words for kid in kids)) if whole else None

    def _sequences(self, page: PdfObject | None) -> dict[int, str]:
        number = number_of(page)
        if number is None or page is None:
            return {}
        if number not in self.pages:
            self.pages[number] = sequences(page)
        return self.pages[number]

    def _role(self, element: DictionaryObject) -> str:
        """The role as the file names it, with the standard role that it is mapped to."""
        given = str(element.get("/S", "/?"))
        standard, name = self._standard(given), given.removeprefix("/")
        return name if standard == given else f"{standard.removeprefix('/')} ({name})"

    def _standard(self, role: str) -> str:
        """The standard role behind a role, through the role map."""
        for _ in range(_MAPPED):
            mapped = entry(self.roles, role, NameObject)
            if mapped is None:
                break
            role = str(mapped)
        return role


def _attributes(element: DictionaryObject) -> str:
    parts = []
    title = entry(element, "/T", TextStringObject)
    if title:
        parts.append(f'"{title}"')
    language = entry(element, "/Lang", TextStringObject)
    if language:
        parts.append(f"lang={language}")
    for attributes in items(element, "/A"):
        scope = entry(attributes, "/Scope", NameObject)
        if scope:
            parts.append(f"scope={scope.removeprefix('/')}")
        summary = entry(attributes, "/Summary", TextStringObject)
        if summary:
            parts.append(f'"{summary}"')
    files = (entry(file, "/UF", TextStringObject) for file in items(element, "/AF"))
    parts += [f"data={name}" for name in files if name]
    for key, name in (("/E", "stands for"), ("/Alt", "alt"), ("/ActualText", "says")):
        words = entry(element, key, TextStringObject)
        if words:
            parts.append(f"{name}: {words}")
    return "".join(f" {part}" for part in parts)


def _span(cell: PdfObject, key: str) -> int:
    """Over how many columns or rows a cell reaches."""
    stated = (entry(each, key, NumberObject) for each in items(cell, "/A"))
    return min(max(1, int(next(filter(None, stated), 1))), _WIDEST)


def _is_plain(element: DictionaryObject) -> bool:
    """Whether an element says nothing beyond words, or what is heard in their place."""
    return element.get("/S") == "/Span" and not {"/Lang", "/E", "/Alt", "/T"} & element.keys()


def _heard(words: str) -> str:
    """Words with one space between them; a soft hyphen at a line's end is not heard."""
    return " ".join(words.replace("\N{SOFT HYPHEN}", "").split())


def _joined(parts: list[_Part]) -> list[_Part]:
    """Neighbouring words become one part; parts that say nothing go."""
    made: list[_Part] = []
    for part in parts:
        if part.element is None and made and made[-1].element is None:
            made[-1] = _Part(made[-1].words + part.words)
        else:
            made.append(part)
    tidy = [_Part(_heard(part.words), part.element) for part in made]
    return [part for part in tidy if part.words or part.element is not None]


def _is_replaced(element: DictionaryObject, part: _Part) -> bool:
    """Whether an element's alternative text is read in place of the words drawn."""
    return part.element is None and bool({"/Alt", "/ActualText"} & element.keys())


def _target(value: DictionaryObject) -> str:
    """Where a link leads: a web address, a named place, or just a page."""
    annotation = entry(value, "/Obj", DictionaryObject)
    if annotation is None:
        return "-> nowhere"
    action = entry(annotation, "/A", DictionaryObject)
    if action is not None and "/URI" in action:
        return f"-> {resolved(action.get('/URI'))}"
    place = resolved(annotation.get("/Dest") if action is None else action.get("/D"))
    return "-> a page" if isinstance(place, ArrayObject) else f"-> #{place}"
