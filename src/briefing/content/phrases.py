"""Tokens within a line to words: what is dressed, what stays as typed, what cannot stand there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, cast

from briefing.content.attributes import read_attributes
from briefing.content.elements import (
    Attributes,
    Binding,
    Break,
    Code,
    Emphasis,
    Footnote,
    Link,
    Marked,
    Paragraph,
    Plain,
    Script,
    Strong,
)
from briefing.content.typography import dressed, groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

    from briefing.content.elements import Inline
    from briefing.content.places import Ruler
    from briefing.diagnostics import Diagnostics, Source

DEEPEST = 24
"""How many pieces of markup may stand in one another."""

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HTML_FAULT = (
    "html",
    "HTML is not printed",
    "write Markdown; a sign to be printed is written \\<",
)
PICTURE_FAULT = (
    "picture-in-line",
    "a picture cannot stand within a line of words",
    "give it a paragraph of its own, blank lines around it",
)


@dataclass(frozen=True, slots=True)
class Written:
    """A note written below the words: its name, its paragraphs, its place."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    where: Source


@dataclass(slots=True)
class Notes:
    """The notes of a file by their names, which of them marks lead to; none within a note."""

    written: dict[str, Written] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)
    within: bool = False


@dataclass(slots=True)
class Phrase:
    """Walks over the tokens of one phrase; every token we do not print becomes a diagnostic."""

    tokens: Sequence[Token]
    content: str
    ruler: Ruler
    notes: Notes
    diagnostics: Diagnostics
    language: str = "en"
    next: int = 0
    depth: int = 0

    def words(self) -> tuple[Inline, ...]:
        """The words, dressed as print wants them."""
        _dress(self.tokens, self._languages())
        return tuple(self._until(""))

    def _languages(self) -> list[str]:
        """The language of each token: that of the innermost marked words around it that say one."""
        open_, found = [self.language], []
        for token in self.tokens:
            if token.type == "marked_open":
                said = self._attributes(token.meta["attributes"]).value("lang")
                open_.append(said or open_[-1])
            elif token.type == "marked_close":
                open_.pop()
            found.append(open_[-1])
        return found

    def _until(self, closing: str) -> Iterator[Inline]:
        while self.next < len(self.tokens):
            token = self.tokens[self.next]
            self.next += 1
            if token.type == closing:
                return
            yield from self._token(token)

    def _where(self, token: Token, offset: int = 0) -> Source:
        return self.ruler.at(max(0, token.meta.get("at", 0) + offset))

    def _token(self, token: Token) -> Iterator[Inline]:
        if token.nesting > 0:
            yield from self._nested(token)
        elif token.type in ("text", "softbreak") and not token.meta.get("typed"):
            language = token.meta.get("language", self.language)
            for offset, piece in groups(token.content, language):
                yield Plain(piece, self._where(token, offset))
        elif token.type in _LEAVES:
            yield _LEAVES[token.type](token, self._where(token, len(token.markup)))
        elif token.type == "note_mark":
            yield from self._note_mark(token)
        else:
            self._refuse(token)

    def _nested(self, token: Token) -> Iterator[Inline]:
        closing = token.type.replace("_open", "_close")
        where = self._where(token)
        if self.depth == DEEPEST:
            self._fault(
                (
                    "too-deep",
                    f"more than {DEEPEST} pieces of markup stand in one another",
                    "take some away; a sign to be printed has a backslash before it",
                ),
                where,
            )
        if self.depth >= DEEPEST:  # the words go on in the dress that they have
            return
        within = self.notes.within
        self.notes.within |= token.type == "note_open"
        self.depth += 1
        children = tuple(self._until(closing))
        self.depth -= 1
        self.notes.within = within
        if token.type == "note_open":
            yield from self._note(children, where)
        elif token.type == "link_open":
            yield self._link(token, children)
        elif token.type == "marked_open":
            yield Marked(self._attributes(token.meta["attributes"]), children, where)
        elif token.type == "script_open":
            yield Script(cast('Literal["sup", "sub"]', token.info), children, where)
        else:
            yield (Strong if token.type == "strong_open" else Emphasis)(children, where)

    def _link(self, token: Token, children: tuple[Inline, ...]) -> Link:
        typed = token.markup == "autolink"
        where = self._where(token, 0 if typed else -1)
        title = str(token.attrs.get("title", ""))
        return Link(str(token.attrs["href"]), children, where, title)

    def _attributes(self, start: int) -> Attributes:
        attributes, _ = read_attributes(self.content, start, self.ruler.at)
        return attributes

    # -- notes -------------------------------------------------------------------------------------

    def _note_mark(self, token: Token) -> Iterator[Inline]:
        name, where = token.content, self._where(token)
        written = self.notes.written.get(name)
        if written is None and not self.notes.within:
            self._fault(
                (
                    "unknown-note",
                    f"there is no note [^{name}]",
                    f"write it on a line of its own: [^{name}]: words",
                ),
                where,
            )
            return
        if self._may_call(where):
            self.notes.called.add(name)
            if written is not None:
                yield Footnote(written.paragraphs, where, written.where)

    def _note(self, children: tuple[Inline, ...], where: Source) -> Iterator[Inline]:
        if not self._may_call(where):
            return
        if not children:
            fault = ("empty-note", "this note says nothing", "write its words: ^[words]")
            self._fault(fault, where)
            return
        yield Footnote((Paragraph(children, where),), where, where)

    def _may_call(self, where: Source) -> bool:
        if self.notes.within:
            self._fault(
                (
                    "note-in-note",
                    "a note cannot have a note",
                    "write it into the words of the note",
                ),
                where,
            )
        return not self.notes.within

    # -- faults ------------------------------------------------------------------------------------

    def _fault(self, fault: tuple[str, str, str], where: Source) -> None:
        code, message, hint = fault
        self.diagnostics.error(code, message, where, hint)

    def _refuse(self, token: Token) -> None:
        where = self._where(token)
        if "fault" in token.meta:
            self._fault(token.meta["fault"], where)
        elif token.type == "html_inline" and not COMMENT.fullmatch(token.content):
            self._fault(HTML_FAULT, where)
        elif token.type == "image":
            self._fault(PICTURE_FAULT, where)


_LEAVES: dict[str, Callable[[Token, Source], Inline]] = {
    "text": lambda token, where: Plain(token.content, where),
    "text_special": lambda token, where: Plain(token.content, where),
    "code_inline": lambda token, where: Code(token.content, where),
    "binding": lambda token, where: Binding(token.content, where),
    "hardbreak": lambda _, where: Break(where),
}
_STANDS_FOR = {"softbreak": " ", "hardbreak": "\n", "binding": "0"}
_AS_TYPED = ("text_special", "code_inline", "binding", "hardbreak")


def _dress(tokens: Sequence[Token], languages: Sequence[str]) -> None:
    """Dress the words of a phrase across its markup; code, bindings and addresses stay.

    Words have the signs and spaces of their own language, whatever that of those around.
    """
    pieces: list[tuple[Token, int]] = []
    text = ""
    exempt: set[int] = set()
    address = False
    for token, language in zip(tokens, languages, strict=True):
        if token.type in ("link_open", "link_close"):
            address = token.nesting > 0 and token.markup == "autolink"
        content = _STANDS_FOR.get(token.type, token.content)
        if token.type == "text" and address:
            token.meta["typed"] = True
        if token.type in _AS_TYPED or token.meta.get("typed"):
            exempt.update(range(len(text), len(text) + len(content)))
        elif token.type in ("text", "softbreak"):
            token.meta["language"] = language
            pieces.append((token, len(text)))
        else:
            continue
        text += content
    still = frozenset(exempt)
    signs = {each: dressed(text, still, language=each) for each in dict.fromkeys(languages)}
    for token, start in pieces:
        length = len(_STANDS_FOR.get(token.type, token.content))
        token.content = signs[token.meta["language"]][start : start + length]
