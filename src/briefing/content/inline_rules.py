"""Rules for words within a line: bindings, marked words, notes, scripts, pictures, what strays.

Each is a rule of markdown-it-py: it looks at `state.pos`, pushes tokens and moves on, or is False.
A token of the type ``fault`` carries code, message and remedy of what the reader is to report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as library_image

from briefing.content.attributes import AttributesError, opens_attributes, read_attributes
from briefing.signs import NO_BREAK

if TYPE_CHECKING:
    from typing import Literal

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

ATTRIBUTES_HINT = 'write {#id .class key=value key="two words"}'

_STRAY = re.compile(r"\{\s*[.#\w][^{}]*\}")
_NOTE = re.compile(r"\[\^([^\]\[\s^]+)\]")
_REFERENCE = re.compile(r"\[[^\[\]]+\]\[[^\[\]]*\]")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]+~~")
_SCRIPT = {
    sign: re.compile(
        rf"\{sign}(?![\{sign}\[])(?:\\.|\{{\{{[^{{}}\n]*\}}\}}|\{{(?!\{{)|[^\\{{\s\{sign}])+"
        rf"\{sign}(?!\{sign})"
    )
    for sign in "^~"
}
_PLACES = {"^": "sup", "~": "sub"}


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


class Inline(ParserInline):
    """The library's inline parser with places, and with the rules of this file."""

    def __init__(self) -> None:
        super().__init__()
        for name, rule in (("binding", _binding), ("hard_space", _hard_space)):
            self.ruler.before("escape", name, rule)
        for name, rule in (("note", _note), ("note_inline", _note_inline), ("script", _script)):
            self.ruler.before("link", name, rule)
        self.ruler.at("image", _picture)
        self.ruler.after("link", "marked", _marked)
        self.ruler.after("marked", "unknown_reference", _unknown_reference)
        self.ruler.disable(["strikethrough", "linkify"])
        self.ruler2.disable(["strikethrough"])
        self.ruler.push("struck", _struck)
        self.ruler.push("stray", _stray)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Parse one piece of words into `tokens`."""
        state = _Placed(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


# ruff: noqa: FBT001, FBT003 - `silent` and its fellows are the library's form


def _binding(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{{", state.pos):
        return False
    end = state.src.find("}}", state.pos + 2, state.posMax)
    if 0 <= state.src.find("{{", state.pos + 2, state.posMax) < end:  # it closes another
        end = -1
    if not silent:
        if end < 0:
            _push_fault(
                state,
                "binding-syntax",
                "this {{ is never closed",
                "write {{ q1.agree.pct }} on one line; a brace to be printed is written \\{",
            )
        else:
            token = state.push("binding", "", 0)
            token.content = state.src[state.pos + 2 : end].strip()
    state.pos = end + 2 if end >= 0 else state.pos + 2
    return True


def _hard_space(state: StateInline, silent: bool) -> bool:
    """A backslash before a space holds it, as in Pandoc."""
    if not state.src.startswith("\\ ", state.pos):
        return False
    if not silent:
        state.push("text_special", "", 0).content = NO_BREAK
    state.pos += 2
    return True


def _note(state: StateInline, silent: bool) -> bool:
    match = _NOTE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("note_mark", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _note_inline(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("^[", state.pos):
        return False
    end = state.md.helpers.parseLinkLabel(state, state.pos + 1, False)
    if end < 0:
        return False
    if not silent:
        _push_nested(state, "note", state.pos + 2, end)
    state.pos = end + 1
    return True


def _script(state: StateInline, silent: bool) -> bool:
    pattern = _SCRIPT.get(state.src[state.pos])
    match = pattern.match(state.src, state.pos, state.posMax) if pattern else None
    if match is None:
        return False
    if not silent:
        place = _PLACES[state.src[state.pos]]
        _push_nested(state, "script", match.start() + 1, match.end() - 1).info = place
    state.pos = match.end()
    return True


def _push_nested(state: StateInline, name: str, start: int, end: int) -> Token:
    """Push the tokens of `start` to `end` between an opening and a closing one."""
    maximum = state.posMax
    opening = state.push(f"{name}_open", "", 1)
    state.pos, state.posMax = start, end
    state.md.inline.tokenize(state)
    state.push(f"{name}_close", "", -1)
    state.posMax = maximum
    return opening


def _picture(state: StateInline, silent: bool) -> bool:
    """The library's pictures, and the attributes that stand right behind one."""
    before = len(state.tokens)
    if not library_image(state, silent):
        return False
    if not opens_attributes(state.src, state.pos):
        return True
    start = state.pos
    try:
        _, state.pos = read_attributes(state.src[: state.posMax], start)
    except AttributesError as fault:
        closing = state.src.find("}", start, state.posMax)
        state.pos = closing + 1 if closing >= 0 else state.posMax
        _push_attributes_fault(state, silent, fault)
    else:
        for token in state.tokens[before:]:
            if token.type == "image":
                token.meta["attributes"] = start
    return True


def _marked(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    start, maximum = state.pos, state.posMax
    label_end = state.md.helpers.parseLinkLabel(state, start, False)
    if label_end < 0 or not opens_attributes(state.src, label_end + 1):
        return False
    try:
        _, end = read_attributes(state.src[:maximum], label_end + 1)
    except AttributesError as fault:
        closing = state.src.find("}", label_end, maximum)
        end = closing + 1 if closing >= 0 else maximum
        _push_attributes_fault(state, silent, fault)
    else:
        if not silent:
            opening = _push_nested(state, "marked", start + 1, label_end)
            opening.meta["attributes"] = label_end + 1
    state.pos, state.posMax = end, maximum
    return True


def _unknown_reference(state: StateInline, silent: bool) -> bool:
    """``[words][name]`` that the library did not take for a link: the name is nowhere defined."""
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        _push_fault(
            state,
            "unknown-reference",
            f"{match.group()} refers to an address that is nowhere",
            "define it on a line of its own: [name]: https://…; a printed bracket is \\[",
        )
    state.pos = match.end()
    return True


def _struck(state: StateInline, silent: bool) -> bool:
    match = _STRUCK.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        _push_fault(
            state,
            "struck-out",
            "words cannot be struck out: a publication says what holds",
            "take them out; a sign to be printed is written \\~",
        )
    state.pos = match.end()
    return True


def _stray(state: StateInline, silent: bool) -> bool:
    match = _STRAY.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        _push_fault(
            state,
            "stray-attributes",
            f"nothing here takes attributes: {match.group()}",
            "they belong to a heading, a div, a picture, or [words in brackets]; "
            "a printed brace is \\{",
        )
    state.pos = match.end()
    return True


def _push_fault(state: StateInline, code: str, message: str, hint: str) -> None:
    state.push("fault", "", 0).meta["fault"] = (code, message, hint)


def _push_attributes_fault(state: StateInline, silent: bool, fault: AttributesError) -> None:
    if silent:
        return
    _push_fault(state, "attributes-syntax", str(fault), ATTRIBUTES_HINT)
    state.tokens[-1].meta["at"] = min(fault.at, state.posMax - 1)
