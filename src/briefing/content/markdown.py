"""Words from Markdown: CommonMark with Pandoc's divs, spans, heading attributes, and bindings.

The CommonMark is markdown-it-py's. The rules for ``::: {…}``, ``[words]{…}``, ``# Heading {…}`` and
``{{ … }}`` are written here: the published plugins take no full stops or stars in a bare value
(``of=q3.commenting.engaged``), or no div within a div.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from briefing.content.attributes import AttributesError, opens_attributes, read_attributes
from briefing.content.elements import (
    Attributes,
    Binding,
    Break,
    Div,
    Emphasis,
    Heading,
    Link,
    ListElement,
    Marked,
    Paragraph,
    Plain,
    Strong,
)
from briefing.content.typography import NO_BREAK, dressed, groups
from briefing.diagnostics import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Literal

    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

    from briefing.content.elements import Element, Inline
    from briefing.diagnostics import Diagnostics

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r":{3,}[ \t]*(.*?)[ \t]*$")
_STRAY = re.compile(r"\{\s*[.#\w][^{}]*\}")

_REFUSED = {
    "fence": ("code", "there is no block for code; write it as a paragraph"),
    "code_block": ("code", "four spaces make a line code; take them away"),
    "hr": ("a rule", "a rule prints nothing; a heading opens the next page"),
    "blockquote_open": (
        "a block quotation",
        "a quotation is fetched: ::: {.quote from=…}; anything else is a .callout",
    ),
    "image": ("a picture", "pictures come from the brand and from charts"),
}


def parse_words(
    text: str, path: str, diagnostics: Diagnostics, language: str = "en"
) -> tuple[Element, ...]:
    """Read a file of words. What it holds that we do not print is a fault, all found at once."""
    untabbed = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    reader = _Reader(path, tuple(untabbed.split("\n")), diagnostics, language=language)
    tokens = _parser().parse(untabbed, {})
    return tuple(reader.elements(tokens))


def parse_phrase(
    text: str, where: Source, diagnostics: Diagnostics, language: str = "en"
) -> tuple[Inline, ...]:
    """Read words that stand in an attribute or a setting: inline markup alone."""
    reader = _Reader(where.path, (text,), diagnostics, fixed=where, language=language)
    tokens = _parser().parseInline(text, {})
    return reader.phrase(tokens[0], (0,)) if tokens and text else ()


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    inline = _Inline()
    inline.ruler.before("escape", "binding", _binding_rule)
    inline.ruler.before("escape", "no_break", _no_break_rule)
    inline.ruler.after("link", "marked", _marked_rule)
    inline.ruler.push("stray", _stray_rule)
    parser.inline = inline
    parser.disable(["fragments_join", "text_join"])
    parser.core.ruler.after("block", "heading_attributes", _heading_rule)
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "div", _div_rule, {"alt": interrupts})
    parser.validateLink = _any_link  # type: ignore[method-assign]  # judged with the words
    return parser


class _Placed(StateInline):
    """Inline parsing that remembers where each token began."""

    pending_at = 0

    def append_pending(self, text: str) -> None:
        if not self.pending:
            self.pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the library's name
        token = super().pushPending()
        token.meta["at"] = self.pending_at
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        at = self.pos
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = at
        return token


class _Inline(ParserInline):
    """The library's inline parser with places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _Placed(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _binding_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's form
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos + 2, state.posMax)
    if not silent:
        if end < 0:
            token = state.push("fault", "", 0)
            token.meta["fault"] = (
                "binding-syntax",
                "this {{ is never closed",
                "write {{ q1.agree.pct }} on one line; a brace to be printed is written \\{",
            )
        else:
            token = state.push("binding", "", 0)
            token.content = state.src[state.pos + 2 : end].strip()
    state.pos = end + 2 if end >= 0 else state.pos + 2
    return True


def _no_break_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's form
    """A backslash and a space are a space at which no line ends, as in Pandoc."""
    if not state.src.startswith("\\ ", state.pos):
        return False
    if not silent:
        state.push("text_special", "", 0).content = NO_BREAK
    state.pos += 2
    return True


def _marked_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's form
    if state.src[state.pos] != "[":
        return False
    start, maximum = state.pos, state.posMax
    label_end = state.md.helpers.parseLinkLabel(state, start, False)  # noqa: FBT003 - the library's
    if label_end < 0 or not opens_attributes(state.src, label_end + 1):
        return False
    try:
        _, end = read_attributes(state.src[:maximum], label_end + 1, _nowhere)
    except AttributesError as fault:
        closing = state.src.find("}", label_end, maximum)
        end = closing + 1 if closing >= 0 else maximum
        _push_fault(state, silent, fault)
    else:
        if not silent:
            _push_marked(state, start, label_end)
    state.pos, state.posMax = end, maximum
    return True


def _push_marked(state: StateInline, start: int, label_end: int) -> None:
    state.pos = start
    token = state.push("marked_open", "span", 1)
    token.meta["attributes"] = label_end + 1
    state.pos, state.posMax = start + 1, label_end
    state.md.inline.tokenize(state)
    state.push("marked_close", "span", -1)


def _push_fault(state: StateInline, silent: bool, fault: AttributesError) -> None:  # noqa: FBT001
    if silent:
        return
    token = state.push("fault", "", 0)
    token.meta["at"] = min(fault.at, state.posMax - 1)
    token.meta["fault"] = ("attributes-syntax", str(fault), _ATTRIBUTES_HINT)


_ATTRIBUTES_HINT = 'write {#id .class key=value key="two words"}'


def _stray_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's form
    match = _STRAY.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("fault", "", 0)
        token.meta["fault"] = (
            "stray-attributes",
            f"nothing here takes attributes: {match.group()}",
            "they belong to a heading, a div, or [words in brackets]; a printed brace is \\{",
        )
    state.pos = match.end()
    return True


def _any_link(url: str) -> bool:  # noqa: ARG001 - the library's form
    return True


def _nowhere(_: int) -> Source:
    return Source("")


def _heading_rule(state: StateCore) -> None:
    """Part a heading's attributes from its words before these are read."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open":
            continue
        start = _attributes_start(inline.content)
        if start is not None:
            opening.meta["attributes"] = (inline.content, start)
            inline.content = inline.content[:start].rstrip()


def _attributes_start(content: str) -> int | None:
    """Where a heading's attributes open: a brace behind a space from which they reach the end."""
    if not content.endswith("}"):
        return None
    openings = [
        match.start(1)
        for match in re.finditer(r"(?:^|\s)(\{)", content)
        if opens_attributes(content, match.start(1))
    ]
    for start in openings:
        try:
            _, end = read_attributes(content, start, _nowhere)
        except AttributesError:
            continue
        if end == len(content):
            return start
    return openings[-1] if openings else None


def _div_rule(
    state: StateBlock,
    start: int,
    end: int,
    silent: bool,  # noqa: FBT001 - the library's form
) -> bool:
    if state.is_code_block(start):
        return False
    opened = _fence(state, start)
    if opened is None:
        return False
    if silent:
        return True
    if not opened:
        state.push("div_stray", "", 0).map = [start, start + 1]
        state.line = start + 1
        return True
    last, closed = _closing(state, start, end)
    token = state.push("div_open", "div", 1)
    token.map, token.info, token.meta["closed"] = [start, last], opened, closed
    outer, maximum = state.parentType, state.lineMax
    state.parentType, state.lineMax = "div", last
    state.md.block.tokenize(state, start + 1, last)
    state.parentType, state.lineMax = outer, maximum
    state.push("div_close", "div", -1)
    state.line = last + closed
    return True


def _fence(state: StateBlock, line: int) -> str | None:
    """What stands behind the colons of a fence; None if the line is no fence."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
    match = _FENCE.match(text)
    return match.group(1) if match else None


def _closing(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """The line of the fence that closes the div opened at `start`, or the end and False."""
    depth = 1
    for line in range(start + 1, end):
        fence = _fence(state, line)
        if fence is not None:
            depth += 1 if fence else -1
        if not depth:
            return line, True
    return end, False


@dataclass(slots=True)
class _Reader:
    """Turns tokens into elements; every token we do not print becomes a diagnostic."""

    path: str
    lines: tuple[str, ...]
    diagnostics: Diagnostics
    fixed: Source | None = None
    at: int = field(default=0)
    language: str = "en"

    def elements(self, tokens: Sequence[Token], closing: str = "") -> Iterator[Element]:
        """The elements from the current token to the one that closes them."""
        while self.at < len(tokens):
            token = tokens[self.at]
            self.at += 1
            if token.type == closing:
                return
            element = self._element(token, tokens)
            if element is not None:
                yield element

    def _element(self, token: Token, tokens: Sequence[Token]) -> Element | None:
        makers: dict[str, Callable[[Token, Sequence[Token]], Element | None]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "div_open": self._div,
            "div_stray": self._stray_fence,
            "html_block": self._html,
        }
        maker = makers.get(token.type)
        if maker is not None:
            return maker(token, tokens)
        if token.type in _REFUSED:
            self._refuse(token, self._line(token))
            if token.nesting > 0:
                list(self.elements(tokens, token.type.replace("_open", "_close")))
        return None

    def _heading(self, token: Token, tokens: Sequence[Token]) -> Heading:
        inline = tokens[self.at]
        self.at += 2
        where = self._line(token)
        attributes = Attributes(where)
        if "attributes" in token.meta:
            content, start = token.meta["attributes"]
            place = self._placer(content, where.line)
            attributes = self._attributes(content, start, place) or attributes
            starts: tuple[int, ...] = (place(0).column - 1,)
        else:
            starts = self._starts(inline)
        return Heading(int(token.tag[1:]), self.phrase(inline, starts), attributes, where)

    def _paragraph(self, _: Token, tokens: Sequence[Token]) -> Paragraph | None:
        inline = tokens[self.at]
        self.at += 2
        starts = self._starts(inline)
        words = self.phrase(inline, starts)
        where = self._place(inline, starts, 0)
        return Paragraph(words, where) if words else None

    def _list(self, token: Token, tokens: Sequence[Token]) -> ListElement:
        closing = token.type.replace("_open", "_close")
        items: list[Paragraph] = []
        where = self._line(token)
        while tokens[self.at].type != closing:
            item = tokens[self.at]
            self.at += 1
            children = tuple(self.elements(tokens, "list_item_close"))
            items.extend(each for each in children if isinstance(each, Paragraph))
            if len(children) != 1 or not isinstance(children[0], Paragraph):
                self.diagnostics.error(
                    "list-item",
                    "an item of a list is one paragraph",
                    self._line(item),
                    "write the rest below the list, or as items of their own",
                )
        self.at += 1
        return ListElement(token.type == "ordered_list_open", tuple(items), where)

    def _div(self, token: Token, tokens: Sequence[Token]) -> Div | None:
        where = self._line(token)
        if not token.meta["closed"]:
            self.diagnostics.error(
                "unclosed-div", "this ::: is never closed", where, "close it by a line of :::"
            )
        children = tuple(self.elements(tokens, "div_close"))
        place = self._placer(token.info, where.line)
        if not opens_attributes(token.info, 0):
            name = token.info.split()[0]
            attributes: Attributes | None = Attributes(place(0), classes=(name,))
            if token.info != name:
                attributes = None
                self.diagnostics.error(
                    "attributes-syntax",
                    f"'{token.info}' is no attribute list",
                    place(0),
                    _ATTRIBUTES_HINT,
                )
        else:
            attributes = self._attributes(token.info, 0, place, whole=True)
        return Div(attributes, children, where) if attributes else None

    def _stray_fence(self, token: Token, _: Sequence[Token]) -> None:
        self.diagnostics.error(
            "stray-fence",
            "this ::: closes nothing",
            self._line(token),
            "take it away, or open a div above it: ::: {.lead}",
        )

    def _html(self, token: Token, _: Sequence[Token]) -> None:
        if _COMMENT.sub("", token.content).strip():
            self._refuse_html(self._line(token))

    def _refuse_html(self, where: Source) -> None:
        self.diagnostics.error(
            "html",
            "HTML is not printed",
            where,
            "write Markdown; a sign to be printed is written \\<",
        )

    def _refuse(self, token: Token, where: Source) -> None:
        what, hint = _REFUSED[token.type]
        self.diagnostics.error("unknown-element", f"{what} cannot be printed", where, hint)

    # -- words within a line -----------------------------------------------------------------------

    def phrase(self, inline: Token, starts: tuple[int, ...]) -> tuple[Inline, ...]:
        """The words of an inline token, dressed as print wants them."""
        children = inline.children or []
        _dress(children, self.language)
        walker = _Phrase(self, inline, starts, children)
        return tuple(walker.until(""))

    def _line(self, token: Token) -> Source:
        """The place of a block: its first line, at the first sign that is no space."""
        if self.fixed:
            return self.fixed
        line = token.map[0] if token.map else 0
        text = self.lines[line] if line < len(self.lines) else ""
        return Source(self.path, line + 1, len(text) - len(text.lstrip()) + 1)

    def _placer(self, content: str, line: int) -> Callable[[int], Source]:
        """How an offset into a piece of one line becomes a place."""
        if self.fixed:
            fixed = self.fixed
            return lambda _: fixed
        column = max(self.lines[line - 1].rfind(content), 0)
        return lambda at: Source(self.path, line, column + at + 1)

    def _starts(self, inline: Token) -> tuple[int, ...]:
        """The column, from 0, at which each line of an inline token begins in its file."""
        first = inline.map[0] if inline.map else 0
        starts = []
        for number, content in enumerate(inline.content.split("\n")):
            line = self.lines[first + number]
            starts.append(max(line.rfind(content), 0) if content else 0)
        return tuple(starts)

    def _place(self, inline: Token, starts: tuple[int, ...], at: int) -> Source:
        if self.fixed:
            column = self.fixed.column + at if self.fixed.column else 0
            return replace(self.fixed, column=column)
        before = inline.content[:at]
        number = before.count("\n")
        column = at - (before.rfind("\n") + 1)
        first = inline.map[0] if inline.map else 0
        return Source(self.path, first + number + 1, starts[number] + column + 1)

    def _attributes(
        self, text: str, start: int, place: Callable[[int], Source], *, whole: bool = False
    ) -> Attributes | None:
        try:
            attributes, end = read_attributes(text, start, place)
        except AttributesError as fault:
            self.diagnostics.error(
                "attributes-syntax", str(fault), place(fault.at), _ATTRIBUTES_HINT
            )
            return None
        if whole and text[end:].strip(" :"):
            self.diagnostics.error(
                "attributes-syntax", f"'{text[end:].strip()}' stands behind the braces", place(end)
            )
        return attributes


@dataclass(slots=True)
class _Phrase:
    """Walks over the tokens of one phrase."""

    reader: _Reader
    inline: Token
    starts: tuple[int, ...]
    tokens: Sequence[Token]
    next: int = 0

    def until(self, closing: str) -> Iterator[Inline]:
        """The words from here to the token that closes them."""
        while self.next < len(self.tokens):
            token = self.tokens[self.next]
            self.next += 1
            if token.type == closing:
                return
            yield from self._words(token)

    def _where(self, token: Token, offset: int = 0) -> Source:
        return self.reader._place(self.inline, self.starts, token.meta.get("at", 0) + offset)  # noqa: SLF001

    def _words(self, token: Token) -> Iterator[Inline]:
        if token.type in ("text", "softbreak"):
            for offset, piece in groups(token.content, self.reader.language):
                yield Plain(piece, self._where(token, offset))
        elif token.type in ("text_special", "code_inline"):
            yield Plain(token.content, self._where(token))
        elif token.type == "binding":
            yield Binding(token.content, self._where(token))
        elif token.type == "hardbreak":
            yield Break(self._where(token))
        elif token.nesting > 0:
            yield from self._nested(token)
        else:
            self._refuse(token)

    def _nested(self, token: Token) -> Iterator[Inline]:
        children = tuple(self.until(token.type.replace("_open", "_close")))
        where = self._where(token)
        if token.type == "strong_open":
            yield Strong(children, where)
        elif token.type == "em_open":
            yield Emphasis(children, where)
        elif token.type == "link_open":
            yield Link(str(token.attrs["href"]), children, self._where(token, -1))
        else:
            yield Marked(self._attributes(token), children, where)

    def _attributes(self, token: Token) -> Attributes:
        start = token.meta["attributes"]
        attributes, _ = read_attributes(
            self.inline.content,
            start,
            lambda at: self.reader._place(self.inline, self.starts, at),  # noqa: SLF001
        )
        return attributes

    def _refuse(self, token: Token) -> None:
        where = self._where(token)
        if "fault" in token.meta:
            code, message, hint = token.meta["fault"]
            self.reader.diagnostics.error(code, message, where, hint)
        elif token.type == "html_inline":
            if not _COMMENT.fullmatch(token.content):
                self.reader._refuse_html(where)  # noqa: SLF001
        elif token.type in _REFUSED:
            self.reader._refuse(token, where)  # noqa: SLF001


_STANDS_FOR = {"softbreak": " ", "hardbreak": "\n", "binding": "0"}


def _dress(tokens: Sequence[Token], language: str) -> None:
    """Dress the words of a phrase across its markup; code and bindings stay as they are."""
    pieces: list[tuple[Token, int]] = []
    text = ""
    exempt: set[int] = set()
    for token in tokens:
        content = _STANDS_FOR.get(token.type, token.content)
        if token.type in ("text", "softbreak"):
            pieces.append((token, len(text)))
        elif token.type in ("text_special", "code_inline", "binding", "hardbreak"):
            exempt.update(range(len(text), len(text) + len(content)))
        else:
            continue
        text += content
    signs = dressed(text, frozenset(exempt), language=language)
    for token, start in pieces:
        length = len(_STANDS_FOR.get(token.type, token.content))
        token.content = signs[start : start + length]
