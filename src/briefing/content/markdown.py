"""Words from Markdown: CommonMark with Pandoc's divs, spans, notes and attributes, and bindings.

The CommonMark is markdown-it-py's. The rules for ``::: {…}``, ``[words]{…}``, ``# Heading {…}``,
``{{ … }}``, notes and captions are our own: the published plugins take no full stops or stars in a
bare value (``of=q3.commenting.engaged``), or no div within a div, and know no columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from briefing.content.attributes import AttributesError, opens_attributes, read_attributes
from briefing.content.block_rules import parser
from briefing.content.captions import Caption, captioned
from briefing.content.elements import (
    Attributes,
    CellElement,
    CodeElement,
    Div,
    Heading,
    Item,
    ListElement,
    Paragraph,
    PictureElement,
    QuotationElement,
    RuleElement,
    TableElement,
)
from briefing.content.inline_rules import ATTRIBUTES_HINT
from briefing.content.phrases import COMMENT, HTML_FAULT, Notes, Phrase, Written
from briefing.content.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

    from briefing.content.elements import Element, Inline
    from briefing.content.places import Ruler
    from briefing.diagnostics import Diagnostics, Source

_FENCE_END = re.compile(r"[\s>]*(`{3,}|~{3,})\s*$")


def parse_words(
    text: str, path: str, diagnostics: Diagnostics, language: str = "en"
) -> tuple[Element, ...]:
    """Read a file of words. What it holds that we do not print is a fault, all found at once."""
    untabbed = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    places = Places(path, tuple(untabbed.split("\n")))
    words, written = _parted(parser().parse(untabbed, {}))
    notes = Notes()
    for each in written:
        _Reader(each[1:-1], places, diagnostics, notes, language).note(each[0])
    elements = tuple(_Reader(words, places, diagnostics, notes, language).elements())
    for name, note in notes.written.items():
        if name not in notes.called:
            diagnostics.error(
                "unused-note",
                f"no mark leads to the note [^{name}]",
                note.where,
                f"write [^{name}] behind the words that it belongs to, or take the note out",
            )
    return elements


def parse_phrase(
    text: str, where: Source, diagnostics: Diagnostics, language: str = "en"
) -> tuple[Inline, ...]:
    """Read words that stand in an attribute or a setting: inline markup alone."""
    tokens = parser().parseInline(text, {})
    if not tokens or not text:
        return ()
    ruler = Places(where.path, (text,), where).ruler(tokens[0], text)
    return Phrase(tokens[0].children or [], text, ruler, Notes(), diagnostics, language).words()


def _parted(tokens: Sequence[Token]) -> tuple[list[Token], list[list[Token]]]:
    """The words, and the notes written below them, each from its opening to its closing token."""
    words: list[Token] = []
    notes: list[list[Token]] = []
    under: list[list[Token]] = []
    for token in tokens:
        if token.type == "note_open":
            under.append([])
            notes.append(under[-1])
        (under[-1] if under else words).append(token)
        if token.type == "note_close":
            under.pop()
    return words, notes


@dataclass(slots=True)
class _Reader:
    """Turns tokens into elements; every token we do not print becomes a diagnostic."""

    tokens: Sequence[Token]
    places: Places
    diagnostics: Diagnostics
    notes: Notes
    language: str = "en"
    at: int = field(default=0)

    def elements(self, closing: str = "") -> list[Element]:
        """The elements from the current token to the one that closes them."""
        return captioned(list(self._parts(closing)), self.diagnostics)

    def _parts(self, closing: str) -> Iterator[Element | Caption]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            self.at += 1
            if token.type == closing:
                return
            maker = _MAKERS.get(token.type)
            element = maker(self, token) if maker else None
            if element is not None:
                yield element

    def note(self, opening: Token) -> None:
        """Keep a note under its name: paragraphs alone."""
        self.notes.within = True
        where = self.places.block(opening)
        children = self.elements()
        self.notes.within = False
        paragraphs = tuple(each for each in children if isinstance(each, Paragraph))
        for each in children:
            if not isinstance(each, Paragraph):
                message = "a note is made of paragraphs"
                hint = "write it in words, or give what it needs a place on the page"
                self.diagnostics.error("note-words", message, each.where, hint)
        if not children:
            hint = f"write its words behind [^{opening.info}]:"
            self.diagnostics.error("empty-note", "this note says nothing", where, hint)
        if opening.info in self.notes.written:
            line = self.notes.written[opening.info].where.line
            message = f"[^{opening.info}] is the name of another note, on line {line}"
            self.diagnostics.error("repeated-note", message, where, "give each its own name")
            return
        self.notes.written[opening.info] = Written(opening.info, paragraphs, where)

    # -- words -------------------------------------------------------------------------------------

    def _phrase(self, inline: Token, ruler: Ruler) -> tuple[Inline, ...]:
        children, content = inline.children or [], inline.content
        return Phrase(children, content, ruler, self.notes, self.diagnostics, self.language).words()

    def heading(self, token: Token) -> Heading:
        words, attributes = self._attributed(token)
        return Heading(int(token.tag[1:]), words, attributes, self.places.block(token))

    def caption(self, token: Token) -> Caption:
        words, attributes = self._attributed(token)
        return Caption(words, attributes, self.places.block(token))

    def _attributed(self, token: Token) -> tuple[tuple[Inline, ...], Attributes]:
        """The words of a heading or caption, and the attributes that its rule parted from them."""
        inline = self.tokens[self.at]
        self.at += 2
        attributes = Attributes(self.places.block(token))
        content = token.meta["whole"]
        ruler = self.places.ruler(inline, content)
        if "attributes" in token.meta:
            attributes = self._attributes(content, token.meta["attributes"], ruler) or attributes
        return self._phrase(inline, ruler), attributes

    def paragraph(self, _: Token) -> Paragraph | PictureElement | None:
        inline = self.tokens[self.at]
        self.at += 2
        ruler = self.places.ruler(inline, inline.content)
        parts = [each for each in inline.children or [] if each.type != "fault"]
        if len(parts) == 1 and parts[0].type == "image":
            self._faults(inline, ruler)
            return self._picture(parts[0], inline.content, ruler)
        words = self._phrase(inline, ruler)
        return Paragraph(words, ruler.at(0)) if words else None

    def _faults(self, inline: Token, ruler: Ruler) -> None:
        faults = [each for each in inline.children or [] if each.type == "fault"]
        Phrase(faults, inline.content, ruler, self.notes, self.diagnostics, self.language).words()

    def _picture(self, token: Token, content: str, ruler: Ruler) -> PictureElement:
        attributes = Attributes(ruler.at(0))
        if "attributes" in token.meta:
            attributes, _ = read_attributes(content, token.meta["attributes"], ruler.at)
        title = str(token.attrs.get("title", ""))
        below = parser().parseInline(title, {}) if title else ()
        return PictureElement(
            str(token.attrs["src"]),
            self._aside(token, ruler.inside(2)),
            self._aside(below[0], ruler.inside(max(content.find(title), 0))) if below else (),
            attributes,
            ruler.at(0),
        )

    def _aside(self, inline: Token, ruler: Ruler) -> tuple[Inline, ...]:
        """Words of a picture, which no note of the file is called from."""
        children = inline.children or []
        return Phrase(
            children, inline.content, ruler, Notes(), self.diagnostics, self.language
        ).words()

    # -- blocks ------------------------------------------------------------------------------------

    def listed(self, token: Token) -> ListElement:
        closing = token.type.replace("_open", "_close")
        where = self.places.block(token)
        items: list[Item] = []
        loose = False
        while self.tokens[self.at].type != closing:
            item = self.tokens[self.at]
            self.at += 1
            inside = self.at
            children = tuple(self.elements("list_item_close"))
            loose |= any(
                each.type == "paragraph_open" and not each.hidden and each.level == item.level + 1
                for each in self.tokens[inside : self.at]
            )
            if self.at == inside + 1:
                self._empty_item(item)
            hint = "end the list above it by words that are not indented"
            self._refuse(children, "list-item", "a list", hint)
            items.append(Item(children, self.places.block(item)))
        self.at += 1
        ordered = token.type == "ordered_list_open"
        start = int(token.attrs.get("start", 1)) if ordered else 1
        delimiter = token.markup if ordered else "."
        return ListElement(ordered, tuple(items), where, start, delimiter, loose)

    def _empty_item(self, item: Token) -> None:
        where = self.places.block(item)
        hint = "write its words behind its sign, or take it out"
        self.diagnostics.error("list-item", "this item of a list is empty", where, hint)

    def _refuse(self, children: Sequence[Element], code: str, place: str, hint: str) -> None:
        """Report headings and divs where only running words can stand."""
        for each in children:
            if isinstance(each, Heading | Div):
                what = "a heading" if isinstance(each, Heading) else "a div"
                self.diagnostics.error(code, f"{what} cannot stand in {place}", each.where, hint)

    def quotation(self, token: Token) -> QuotationElement:
        children = tuple(self.elements("blockquote_close"))
        hint = "quote its words as a paragraph, strong if it must be: > **Words**"
        self._refuse(children, "quotation-part", "a quotation", hint)
        return QuotationElement(children, self.places.block(token))

    def code(self, token: Token) -> CodeElement | None:
        where = self.places.block(token)
        attributes: Attributes | None = Attributes(where)
        if token.type == "fence":
            self._check_fence(token, where)
            if opens_attributes(token.info.strip(), 0):
                info = token.info.strip()
                ruler = self.places.piece(where.line, info)
                attributes = self._attributes(info, 0, ruler, whole=True)
        if not token.content.strip():
            hint = "write the lines to be printed, or take the fences away"
            self.diagnostics.error("empty-code", "there is no code here", where, hint)
            return None
        text = token.content.removesuffix("\n")
        return CodeElement(text, attributes, where) if attributes else None

    def _check_fence(self, token: Token, where: Source) -> None:
        first, end = token.map or [0, 1]
        match = _FENCE_END.match(self.places.lines[end - 1])
        if end - 1 == first or match is None or not match[1].startswith(token.markup):
            self.diagnostics.error(
                "unclosed-code",
                f"this {token.markup} is never closed",
                where,
                f"close it by a line of {token.markup}",
            )

    def rule(self, token: Token) -> RuleElement:
        return RuleElement(self.places.block(token))

    def div(self, token: Token) -> Div | None:
        where = self.places.block(token)
        if not token.meta["closed"]:
            self.diagnostics.error(
                "unclosed-div", "this ::: is never closed", where, "close it by a line of :::"
            )
        children = tuple(self.elements("div_close"))
        ruler = self.places.piece(where.line, token.info)
        if opens_attributes(token.info, 0):
            attributes = self._attributes(token.info, 0, ruler, whole=True)
            return Div(attributes, children, where) if attributes else None
        name = token.info.split()[0]
        if token.info != name:
            message = f"'{token.info}' is no attribute list"
            self.diagnostics.error("attributes-syntax", message, ruler.at(0), ATTRIBUTES_HINT)
            return None
        return Div(Attributes(ruler.at(0), classes=(name,)), children, where)

    def stray_fence(self, token: Token) -> None:
        self.diagnostics.error(
            "stray-fence",
            "this ::: closes nothing",
            self.places.block(token),
            "take it away, or open a div above it: ::: {.lead}",
        )

    def html(self, token: Token) -> None:
        if COMMENT.sub("", token.content).strip():
            code, message, hint = HTML_FAULT
            self.diagnostics.error(code, message, self.places.block(token), hint)

    def too_deep(self, token: Token) -> None:
        self.diagnostics.error(
            "too-deep",
            "these words stand in too many blocks within one another",
            self.places.block(token),
            "bring them up: lists go down eight levels",
        )

    # -- tables ------------------------------------------------------------------------------------

    def table(self, token: Token) -> TableElement:
        head: tuple[CellElement, ...] = ()
        aligns: tuple[str, ...] = ()
        rows: list[tuple[CellElement, ...]] = []
        where = self.places.block(token)
        while self.tokens[self.at].type != "table_close":
            row = self.tokens[self.at]
            self.at += 1
            if row.type != "tr_open":
                continue
            cells, styles = self._row(row, len(head))
            if head:
                rows.append(cells)
            else:
                head, aligns = cells, styles
        self.at += 1
        return TableElement(head, tuple(rows), aligns, (), Attributes(where), where)

    def _row(self, row: Token, count: int) -> tuple[tuple[CellElement, ...], tuple[str, ...]]:
        inlines, aligns = [], []
        while self.tokens[self.at].type != "tr_close":
            token = self.tokens[self.at]
            self.at += 1
            if token.type in ("th_open", "td_open"):
                style = str(token.attrs.get("style", ""))
                aligns.append(_ALIGNS[style.removeprefix("text-align:")])
            elif token.type == "inline":
                inlines.append(token)
        self.at += 1
        line = self.places.block(row).line
        surplus = self.places.surplus(line, count) if count else None
        if surplus:
            self.diagnostics.error(
                "table-row",
                f"this row has more cells than the table's head, which has {count}",
                surplus,
                "take the bar away, or write \\| for one that is printed",
            )
        rulers = self.places.cells(line, [each.content for each in inlines])
        cells = tuple(
            CellElement(self._phrase(each, ruler), ruler.at(0))
            for each, ruler in zip(inlines, rulers, strict=True)
        )
        return cells, tuple(aligns)

    # -- attributes --------------------------------------------------------------------------------

    def _attributes(
        self, text: str, start: int, ruler: Ruler, *, whole: bool = False
    ) -> Attributes | None:
        try:
            attributes, end = read_attributes(text, start, ruler.at)
        except AttributesError as fault:
            self.diagnostics.error(
                "attributes-syntax", str(fault), ruler.at(fault.at), ATTRIBUTES_HINT
            )
            return None
        if whole and text[end:].strip(" :"):
            self.diagnostics.error(
                "attributes-syntax",
                f"'{text[end:].strip()}' stands behind the braces",
                ruler.at(end),
                ATTRIBUTES_HINT,
            )
        return attributes


_ALIGNS = {"": "", "left": "left", "center": "centre", "right": "right"}
_MAKERS: dict[str, Callable[[_Reader, Token], Any]] = {
    "heading_open": _Reader.heading,
    "paragraph_open": _Reader.paragraph,
    "bullet_list_open": _Reader.listed,
    "ordered_list_open": _Reader.listed,
    "blockquote_open": _Reader.quotation,
    "fence": _Reader.code,
    "code_block": _Reader.code,
    "hr": _Reader.rule,
    "table_open": _Reader.table,
    "caption_open": _Reader.caption,
    "div_open": _Reader.div,
    "div_stray": _Reader.stray_fence,
    "html_block": _Reader.html,
    "too_deep": _Reader.too_deep,
}
