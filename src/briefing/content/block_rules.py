"""Rules for blocks: divs, notes below the words, captions of tables, and nesting without an end.

Each is a rule of markdown-it-py: it looks at the line `start`, pushes tokens and sets `state.line`,
or says False.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLinkText

from briefing.content.attributes import AttributesError, opens_attributes, read_attributes
from briefing.content.inline_rules import Inline

if TYPE_CHECKING:
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore

DEEPEST = 16
"""How many blocks may stand in one another: eight lists, a list and its item being two."""

_FENCE = re.compile(r":{3,}[ \t]*(.*?)[ \t]*$")
_CODE = re.compile(r"(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")
_NOTE = re.compile(r"\[\^([^\]\[\s^]+)\]:[ ]*")
_CAPTION = re.compile(r":[ ]+(?=\S)")
_NOTE_INDENT = 4


def parser() -> MarkdownIt:
    """CommonMark, tables, and what is ours."""
    made = MarkdownIt("commonmark").enable("table")
    made.options["maxNesting"] = 10 * DEEPEST
    made.inline = Inline()
    made.disable(["fragments_join", "text_join"])
    made.core.ruler.after("block", "heading_attributes", _heading)
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    made.block.ruler.before("table", "too_deep", _too_deep)
    made.block.ruler.before("fence", "div", _div, interrupts)
    made.block.ruler.before("reference", "note", _note, {"alt": ["paragraph", "reference"]})
    made.block.ruler.before("paragraph", "caption", _caption, {"alt": ["blockquote"]})
    made.normalizeLinkText = _printed  # type: ignore[method-assign, assignment]
    made.validateLink = _any_link  # type: ignore[method-assign]  # judged with the words
    return made


def _printed(url: str) -> str:
    """An address as it is printed: letters as they are read, but no white space.

    Whoever types a space for ``%20`` from paper is led nowhere, and a line would end at it.
    """
    return _WHITE.sub(
        lambda white: "".join(f"%{byte:02X}" for byte in white[0].encode()), normalizeLinkText(url)
    )


_WHITE = re.compile(r"[\s\x00-\x1f\x7f]")


def _any_link(url: str) -> bool:  # noqa: ARG001 - the library's form
    return True


def _heading(state: StateCore) -> None:
    """Part a heading's attributes from its words before these are read."""
    for opening, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type not in ("heading_open", "caption_open"):
            continue
        opening.meta["whole"] = inline.content
        start = _attributes_start(inline.content)
        if start is not None:
            opening.meta["attributes"] = start
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
            _, end = read_attributes(content, start)
        except AttributesError:
            continue
        if end == len(content):
            return start
    return openings[-1] if openings else None


# ruff: noqa: FBT001, FBT003 - `silent` and its fellows are the library's form


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """What stands deeper than words can be printed is handed on as one thing to be told."""
    if state.level < DEEPEST:
        return False
    if not silent:
        last = start + 1
        while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
            last += 1
        state.push("too_deep", "", 0).map = [start, last]
        state.line = last
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _div(state: StateBlock, start: int, end: int, silent: bool) -> bool:
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
    match = _FENCE.match(_text(state, line))
    return match.group(1) if match else None


def _closing(state: StateBlock, start: int, end: int) -> tuple[int, bool]:
    """The line of the fence that closes the div opened at `start`; else False, and where it ends.

    One that nothing closes ends where the next div or heading begins: what stands in that is no
    fault of its own.
    """
    depth, line = 1, start + 1
    while line < end:
        fence = _fence(state, line)
        if fence is not None:
            depth += 1 if fence else -1
        if not depth:
            return line, True
        line = _behind_code(state, line, end)
    return _next_opening(state, start + 1, end), False


def _next_opening(state: StateBlock, line: int, end: int) -> int:
    """The line of the next div or heading, from `line` on; the end if there is none."""
    while line < end and (
        state.is_code_block(line) or not (_fence(state, line) or _HEADING.match(_text(state, line)))
    ):
        line = _behind_code(state, line, end)
    return line


def _behind_code(state: StateBlock, line: int, end: int) -> int:
    """The line behind the code whose fence opens at `line`, else the next line.

    Code that nothing closes is told elsewhere; it does not hide where the div ends.
    """
    opened = _CODE.match(_text(state, line))
    if opened is None:
        return line + 1
    fence = opened["fence"]
    closing = (
        each
        for each in range(line + 1, end)
        if (text := _text(state, each).rstrip()).startswith(fence) and not text.strip(fence[0])
    )
    return next(closing, line) + 1


def _note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``[^name]: words`` and the lines that stand four spaces in below it."""
    if state.is_code_block(start):
        return False
    match = _NOTE.match(_text(state, start))
    if match is None:
        return False
    if silent:
        return True
    opening = state.push("note_open", "", 1)
    opening.info = match[1]
    kept = (state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType)
    state.bMarks[start] += state.tShift[start] + match.end()
    state.tShift[start] = 0
    state.blkIndent += _NOTE_INDENT
    state.sCount[start] = state.blkIndent
    state.parentType = "note"
    state.line = start + 1
    if match.end() < len(_text_of(state, start, kept)):
        state.md.block.tokenize(state, start, end)
    state.blkIndent -= _NOTE_INDENT
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = kept
    opening.map = [start, state.line]
    state.push("note_close", "", -1)
    return True


def _text_of(state: StateBlock, line: int, kept: tuple[int, int, int, str]) -> str:
    return state.src[kept[0] + kept[1] : state.eMarks[line]]


def _caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """``: words`` on a line of their own, and the lines below it up to a blank one."""
    if state.is_code_block(start):
        return False
    match = _CAPTION.match(_text(state, start))
    if match is None:
        return False
    if silent:
        return True
    last = start + 1
    while last < end and not state.isEmpty(last) and state.sCount[last] >= state.blkIndent:
        last += 1
    state.line = last
    words = state.getLines(start, last, state.blkIndent, False).strip()[match.end() :]
    state.push("caption_open", "", 1).map = [start, last]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = words.strip(), [start, last], []
    state.push("caption_close", "", -1)
    return True
