"""Elements written out as an author might type them, and elements at random to be written."""

from __future__ import annotations

import string
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from briefing.content.elements import (
    Attributes,
    Binding,
    Break,
    CellElement,
    Code,
    CodeElement,
    Div,
    Element,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    Item,
    Link,
    ListElement,
    Marked,
    Option,
    Paragraph,
    PictureElement,
    Plain,
    QuotationElement,
    RuleElement,
    Script,
    Strong,
    TableElement,
)
from briefing.diagnostics import Source

NOWHERE = Source("words.md")
HERE = st.just(NOWHERE)

# -- elements at random ----------------------------------------------------------------------------

LETTERS = st.text(alphabet="abcdeXYZ", min_size=1, max_size=6)
NAMES = st.sampled_from(["lead", "note", "theme", "a-b", "x1"])
SIGNS = st.sampled_from(list("\\*_[]{}<>#`!&\"'-.+|~^:()"))
TEXTS = st.lists(LETTERS | SIGNS, min_size=1, max_size=6).map(" ".join)
OPTIONS = st.dictionaries(
    st.sampled_from(["of", "kind", "short", "claim"]),
    st.sampled_from(["q1.agree", "q3.*.engaged", "two words", 'a "quoted" one', "back\\slash"]),
    max_size=2,
)


@st.composite
def attribute_lists(draw: st.DrawFn) -> Attributes:
    options = tuple(Option(key, value, NOWHERE, NOWHERE) for key, value in draw(OPTIONS).items())
    return Attributes(NOWHERE, draw(st.just("") | NAMES), (draw(NAMES),), options)


PLAIN = st.builds(Plain, TEXTS, HERE)
WORD = st.builds(Plain, LETTERS, HERE)
CODES = st.builds(
    Code, st.lists(LETTERS | st.sampled_from(list("*_<&\\{")), min_size=1).map(" ".join), HERE
)
BINDINGS = st.builds(Binding, st.sampled_from(["q1.agree.pct", "page.x"]), HERE)
SCRIPTS = st.builds(Script, st.sampled_from(["sup", "sub"]), st.tuples(WORD), HERE)


def wrapped(inner: st.SearchStrategy[tuple[Inline, ...]]) -> st.SearchStrategy[Inline]:
    return st.one_of(
        st.builds(Strong, inner, HERE),
        st.builds(Emphasis, inner, HERE),
        st.builds(
            Link,
            st.sampled_from(["#a", "https://a.example/b"]),
            inner,
            HERE,
            st.sampled_from(["", "A title"]),
        ),
        st.builds(Marked, attribute_lists(), inner, HERE),
    )


@st.composite
def phrases(draw: st.DrawFn, *, notes: bool = False) -> tuple[Inline, ...]:
    """Words with markup, text between any two of it so that delimiters do not run together."""
    kinds: list[st.SearchStrategy[Any]] = [
        BINDINGS,
        CODES,
        SCRIPTS,
        wrapped(st.tuples(PLAIN)),
    ]
    if notes:
        kinds += [footnotes(), st.builds(Break, HERE)]
    words: list[Inline] = [draw(PLAIN)]
    for each in draw(st.lists(st.one_of(kinds), max_size=3)):
        between: list[Inline] = [] if isinstance(each, Break) else [Plain(" ", NOWHERE)]
        words += [*between, each, *between, draw(PLAIN)]
    return tuple(words)


def footnotes() -> st.SearchStrategy[Inline]:
    paragraphs = st.lists(st.builds(Paragraph, phrases(), HERE), min_size=1, max_size=2).map(tuple)
    return st.builds(Footnote, paragraphs, HERE, HERE)


PARAGRAPHS = st.builds(Paragraph, phrases(notes=True), HERE)
HEADINGS = st.builds(Heading, st.integers(1, 4), phrases(), attribute_lists(), HERE)
LINES = st.lists(st.text("ab *`{<", max_size=8).map(str.rstrip), min_size=1, max_size=3)
CODE_BLOCKS = st.builds(
    CodeElement,
    LINES.map("\n".join).filter(lambda text: bool(text.strip())),
    st.sampled_from([Attributes(NOWHERE), Attributes(NOWHERE, classes=("literal",))]),
    HERE,
)
RULES = st.builds(RuleElement, HERE)
PICTURES = st.builds(
    PictureElement,
    st.sampled_from(["hall.png", "in/hall.jpg"]),
    phrases(),
    st.just(()) | st.tuples(WORD),
    st.just(Attributes(NOWHERE)) | attribute_lists(),
    HERE,
)


@st.composite
def tables(draw: st.DrawFn) -> TableElement:
    count = draw(st.integers(1, 3))
    cells = st.builds(CellElement, phrases() | st.just(()), HERE)
    row = st.lists(cells, min_size=count, max_size=count).map(tuple)
    caption = draw(st.just(()) | phrases())
    return TableElement(
        draw(row),
        tuple(draw(st.lists(row, max_size=3))),
        tuple(draw(st.sampled_from(["", "left", "centre", "right"])) for _ in range(count)),
        caption,
        draw(attribute_lists()) if caption else Attributes(NOWHERE),
        NOWHERE,
    )


@st.composite
def lists(draw: st.DrawFn, inner: st.SearchStrategy[Any]) -> ListElement:
    """A list: tight ones hold a paragraph an item, and perhaps bullets below it."""
    count = draw(st.integers(1, 3))
    loose = count > 1 and draw(st.booleans())
    items = []
    for _ in range(count):
        below = draw(st.lists(inner, max_size=2)) if loose else []
        items.append(Item((draw(PARAGRAPHS), *below), NOWHERE))
    ordered = draw(st.booleans())
    start = draw(st.integers(0, 120)) if ordered else 1
    delimiter = draw(st.sampled_from(".)")) if ordered else "."
    return ListElement(ordered, tuple(items), NOWHERE, start, delimiter, loose)


def tight(inner: ListElement) -> ListElement:
    """A tight list whose one item has another right below its paragraph."""
    first = Paragraph((Plain("above", NOWHERE),), NOWHERE)
    return ListElement(False, (Item((first, inner), NOWHERE),), NOWHERE)  # noqa: FBT003


def within(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Elements that may stand in lists and quotations, and hold such ones themselves."""
    some = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return lists(inner) | st.builds(QuotationElement, some, HERE)


BULLETS = lists(PARAGRAPHS).filter(lambda each: not each.ordered and not each.loose)
RUNNING = st.recursive(
    PARAGRAPHS | CODE_BLOCKS | RULES | PICTURES | tables() | BULLETS.map(tight),
    within,
    max_leaves=5,
)


def divs(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Div]:
    return st.builds(Div, attribute_lists(), st.lists(inner, max_size=3).map(tuple), HERE)


ELEMENTS = st.recursive(RUNNING | HEADINGS, divs, max_leaves=6)

# -- printed ---------------------------------------------------------------------------------------


def printed(elements: tuple[Element, ...]) -> str:
    """Elements as an author might write them, every sign of punctuation behind a backslash."""
    printer = _Printer()
    text = printer.all(elements)
    return "\n\n".join([text, *printer.notes])


@dataclass
class _Printer:
    """Writes elements; notes of several paragraphs are kept, to be written below."""

    notes: list[str] = field(default_factory=list)

    def all(self, elements: tuple[Element, ...]) -> str:
        # Two lists in a row would be one; a comment keeps them apart.
        return "\n\n<!-- -->\n\n".join(self.element(each) for each in elements)

    def element(self, element: Any) -> str:
        return str(getattr(self, type(element).__name__.lower())(element))

    def heading(self, element: Heading) -> str:
        words = self.phrase(element.words)
        return f"{'#' * element.level} {words} {attributes(element.attributes)}"

    def paragraph(self, element: Paragraph) -> str:
        return self.phrase(element.words)

    def listelement(self, element: ListElement) -> str:
        items = []
        for number, item in enumerate(element.items, start=element.start):
            mark = f"{number}{element.delimiter} " if element.ordered else "- "
            if element.loose:
                text = self.all(item.children)
            else:
                text = "\n".join(self.element(each) for each in item.children)
            items.append(mark + indented(text, " " * len(mark))[len(mark) :])
        return ("\n\n" if element.loose else "\n").join(items)

    def quotationelement(self, element: QuotationElement) -> str:
        return indented(self.all(element.children), "> ", blank=">")

    def codeelement(self, element: CodeElement) -> str:
        given = attributes(element.attributes) if element.attributes.classes else ""
        return f"~~~{given}\n{element.text}\n~~~"

    def ruleelement(self, _: RuleElement) -> str:
        return "***"

    def pictureelement(self, element: PictureElement) -> str:
        title = f' "{self.phrase(element.caption)}"' if element.caption else ""
        given = attributes(element.attributes) if element.attributes.classes else ""
        return f"![{self.phrase(element.alt)}]({element.path}{title}){given}"

    def tableelement(self, element: TableElement) -> str:
        marks = {"": "---", "left": ":--", "centre": ":-:", "right": "--:"}
        rows = [
            self._row(element.head),
            f"|{'|'.join(marks[each] for each in element.aligns)}|",
            *(self._row(row) for row in element.rows),
        ]
        if element.caption:
            rows += ["", f": {self.phrase(element.caption)} {attributes(element.attributes)}"]
        return "\n".join(rows)

    def _row(self, cells: tuple[CellElement, ...]) -> str:
        return f"| {' | '.join(self.phrase(each.words) for each in cells)} |"

    def div(self, element: Div) -> str:
        return f"::: {attributes(element.attributes)}\n{self.all(element.children)}\n:::"

    # -- words -------------------------------------------------------------------------------------

    def phrase(self, words: tuple[Inline, ...]) -> str:
        return "".join(self.inline(each) for each in words)

    def inline(self, inline: Any) -> str:
        name = "linebreak" if isinstance(inline, Break) else type(inline).__name__.lower()
        return str(getattr(self, name)(inline))

    def plain(self, plain: Plain) -> str:
        return "".join(f"\\{sign}" if sign in string.punctuation else sign for sign in plain.text)

    def binding(self, binding: Binding) -> str:
        return f"{{{{ {binding.expression} }}}}"

    def code(self, code: Code) -> str:
        return f"``{code.text}``"

    def linebreak(self, _: Break) -> str:
        return "\\\n"

    def script(self, script: Script) -> str:
        fence = "^" if script.place == "sup" else "~"
        return f"{fence}{self.phrase(script.children)}{fence}"

    def strong(self, strong: Strong) -> str:
        # A delimiter beside punctuation may not close; a letter is always good company.
        return f"**{self.phrase(strong.children)}**"

    def emphasis(self, emphasis: Emphasis) -> str:
        return f"*{self.phrase(emphasis.children)}*"

    def link(self, link: Link) -> str:
        title = f' "{link.title}"' if link.title else ""
        return f"[{self.phrase(link.children)}]({link.target}{title})"

    def marked(self, marked: Marked) -> str:
        return f"[{self.phrase(marked.children)}]{attributes(marked.attributes)}"

    def footnote(self, note: Footnote) -> str:
        if len(note.paragraphs) == 1:
            return f"^[{self.phrase(note.paragraphs[0].words)}]"
        name = f"n{len(self.notes)}"
        text = "\n\n".join(self.phrase(each.words) for each in note.paragraphs)
        self.notes.append(f"[^{name}]: {indented(text, ' ' * 4)[4:]}")
        return f"[^{name}]"


def indented(text: str, by: str, blank: str = "") -> str:
    """The lines of a text behind something, empty ones behind `blank`."""
    return "\n".join(by + line if line else blank for line in text.split("\n"))


def attributes(given: Attributes) -> str:
    parts = [f"#{given.id}"] if given.id else []
    parts += [f".{name}" for name in given.classes]
    for option in given.options:
        value = option.value.replace("\\", "\\\\").replace('"', '\\"')
        parts.append(f'{option.key}="{value}"')
    return "{" + " ".join(parts) + "}"
