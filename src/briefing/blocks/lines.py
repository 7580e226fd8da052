"""Words as strips of lines: boxes owned by the paragraph, links and foreign words by theirs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.drawing import MM, Rect, Text
from briefing.fonts import MissingGlyphError
from briefing.layout.pages import Box, Strip
from briefing.layout.pieces import pieces_of
from briefing.layout.text import (
    Span,
    baseline_of,
    break_lines,
    marks_of,
    parted,
    widest_part,
    widest_word,
)
from briefing.structure import Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.blocks.model import Setting
    from briefing.brand.styles import TextStyle
    from briefing.diagnostics import Diagnostics, Source
    from briefing.drawing import Mark
    from briefing.layout.pages import Piece
    from briefing.layout.text import Line, Stretch, Words
    from briefing.structure import Owner


def set_words(
    words: Words,
    style: TextStyle,
    setting: Setting,
    owner: Owner,
    where: Source,
    *,
    anchor: str = "",
    keep: bool = False,
) -> tuple[Strip, ...]:
    """Set a paragraph in `style` to the setting's measure; its lines belong to `owner`.

    The first two lines stay together and so do the last two, and no column ends with a divided
    word if it can end elsewhere; `keep` holds all of them together with what follows. Words that no
    face can print, and words wider than the measure, are faults.
    """
    if not setting.holds(where):
        return ()
    try:
        lines = break_lines(words, style, setting.width)
        widest = widest_word(words, style)
    except MissingGlyphError:
        for fault, rest in _unprintable(words, style):
            tell_missing(fault, rest, where, setting.diagnostics)
        return ()
    if widest > setting.width + 0.01:
        setting.diagnostics.error(
            "too-wide",
            f"{_told(widest_part(words, style))!r} is {(widest - setting.width) / MM:.1f} mm wider "
            f"than its column of {setting.width / MM:.1f} mm",
            where,
            "Write &shy; where the word may be divided; give a long address words of its own.",
        )
    inline = _Inline()
    ends = _column_ends(lines)
    strips = []
    for place, line in enumerate(lines):
        boxes = _boxes(line, style, setting, owner, inline)
        if place == 0 and anchor and boxes:
            boxes = (replace(boxes[0], anchor=anchor), *boxes[1:])
        strips.append(Strip(style.leading, boxes, keep=keep or place not in ends))
    return tuple(strips)


def _told(word: str) -> str:
    """A word as it is told: a part of it, if it is longer than a message."""
    return word if len(word) <= _TOLD else f"{word[:_TOLD]}\N{HORIZONTAL ELLIPSIS}"


_TOLD = 40


def _unprintable(words: Words, style: TextStyle) -> Iterator[tuple[MissingGlyphError, Words]]:
    """Each sign that cannot be printed, once, with the words from the first span that lacks it."""
    told: set[str] = set()
    for place, span in enumerate(words):
        for fault in _lacking(span, style):
            if fault.character not in told:
                told.add(fault.character)
                yield fault, words[place:]


def _lacking(span: Span, style: TextStyle) -> Iterator[MissingGlyphError]:
    """What the face of a span cannot print: each sign found gives way to one that it has."""
    text = span.text
    while True:
        try:
            pieces_of((replace(span, text=text),), style)
        except MissingGlyphError as fault:
            at = text.find(fault.word)
            word = span.text[at : at + len(fault.word)] if at >= 0 else fault.word
            yield MissingGlyphError(fault.faces, fault.character, word)
            if fault.character not in text or fault.character == _STAND_IN:
                return
            text = text.replace(fault.character, _STAND_IN)
        else:
            return


_STAND_IN = "n"


def _column_ends(lines: Sequence[Line]) -> frozenset[int]:
    """The lines with which a column may end: the last, and those that leave two on both sides.

    A line that is left empty is no line beside another: it stays at the foot, where it is white,
    and the next column begins with words. A divided word ends a column only where nothing else can.
    """
    printed = [place for place, line in enumerate(lines) if line.stretches]
    inner = [place - 1 for place in printed[2:-1]]
    whole = [place for place in inner if not lines[place].divided]
    return frozenset((*(whole or inner), len(lines) - 1))


def tell_missing(
    fault: MissingGlyphError, words: Words, where: Source, diagnostics: Diagnostics
) -> None:
    """Report a character that cannot be printed, where it was first written in `words`."""
    for span in words:
        at = span.text.find(fault.character)
        if at >= 0:
            where = span.place(at) or where
            break
    diagnostics.error(
        "missing-glyph",
        str(fault),
        where,
        "Use another character, or name a face that has it under the face's `fallback` "
        "in the brand.",
    )


def set_paragraphs(
    paragraphs: Sequence[Words],
    style_name: str,
    setting: Setting,
    where: Source,
    *,
    keep: bool = False,
    role: Role = Role.PARAGRAPH,
) -> tuple[Strip, ...]:
    """Set paragraphs one below the other in one style, each a node of its own."""
    style = setting.look.style(style_name)
    strips: list[Strip] = []
    for words in paragraphs:
        node = setting.parent.add(role)
        lines = set_words(words, style, setting, node, where, keep=keep)
        strips.extend(with_gap(lines, style.gap))
    return tuple(strips)


def with_gap(strips: Sequence[Strip], gap: float) -> tuple[Strip, ...]:
    """The strips with white space of `gap` points after the last."""
    if not strips:
        return ()
    last = strips[-1]
    return (*strips[:-1], replace(last, gap=gap))


def apart(pieces: Sequence[Piece], gap: float) -> tuple[Strip, ...]:
    """The strips of a part of a block: white space of `gap` points below, where it has none.

    A quotation, a table or code ends without any, since a place that holds it alone adds its own.
    """
    strips = tuple(each for each in pieces if isinstance(each, Strip))
    return strips if not strips or strips[-1].gap else with_gap(strips, gap)


def together(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips held together: no column ends between them."""
    return (*(replace(strip, keep=True) for strip in strips[:-1]), *strips[-1:])


def shifted(strips: Sequence[Strip], dx: float) -> tuple[Strip, ...]:
    """The strips moved `dx` points to the right."""
    return tuple(
        replace(strip, boxes=tuple(box.moved(dx, 0) for box in strip.boxes)) for strip in strips
    )


def in_front(first: Box, strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """The strips with a box before the boxes of the first one: a bullet, a label, a large mark."""
    if not strips:
        return ()
    head = strips[0]
    return (replace(head, boxes=(first, *head.boxes)), *strips[1:])


def label(
    words: str, style: TextStyle, setting: Setting, owner: Owner, *, right_of: float = 0.0
) -> Box:
    """Words on one line as a box: at the left edge, or ending at `right_of`."""
    run = style.run(words)
    x = right_of - run.width if right_of else 0.0
    line = break_lines((Span(words),), style, run.width + 1)[0]
    marks = tuple(
        mark
        for stretch in line.stretches
        for mark in marks_of(stretch, style, setting.look.colour(style.colour))
    )
    return Box(owner, Rect(x, 0, run.width, style.leading), marks)


def hung(mark: Box, own: TextStyle, style: TextStyle) -> Box:
    """A label beside its text's first line; one larger than the text hangs from its capitals."""
    rise, beside = (each.size * each.roman.metrics.cap_height / 1000 for each in (own, style))
    if rise <= beside:
        return mark.moved(0, baseline_of(style) - baseline_of(own))
    above = baseline_of(own) - rise
    rect = replace(mark.rect, y=baseline_of(style) - beside, height=rise)
    marks = tuple(replace(each, y=each.y - above) for each in mark.marks if isinstance(each, Text))
    return replace(mark, rect=rect, marks=marks)


def _boxes(
    line: Line, style: TextStyle, setting: Setting, owner: Owner, inline: _Inline
) -> tuple[Box, ...]:
    indent = {"right": setting.width - line.width, "centre": (setting.width - line.width) / 2}
    dx = indent.get(style.align, 0.0)
    boxes = []
    parts = [part for stretch in line.stretches for part in inline.parts(stretch)]
    for _, group in groupby(parts, key=lambda part: (_key(part[0].span), part[1])):
        told = list(group)
        stretches = [stretch for stretch, _ in told]
        node = inline.owner(owner, stretches[0].span, told[0][1])
        box = _box(stretches, line.width, style, setting, node)
        boxes.append(box.moved(dx, 0) if dx else box)
    return tuple(boxes)


def _box(
    stretches: Sequence[Stretch], end: float, style: TextStyle, setting: Setting, owner: Owner
) -> Box:
    """Stretches of one owner; what hangs in the margins, and the last space, are outside of it."""
    x = max(0.0, stretches[0].x)
    width = max(0.0, min(stretches[-1].x + stretches[-1].run.width, end) - x)
    marks: list[Mark] = []
    for stretch in stretches:
        linked = stretch.span.link and not is_reference(stretch.span)
        name = "accent" if linked else style.colour
        marks.extend(marks_of(stretch, style, setting.look.colour(name), x))
    return Box(owner, Rect(x, 0, width, style.leading), tuple(marks))


def is_reference(span: Span) -> bool:
    """Whether a span is the mark of a note: raised, and leading to a place of the document."""
    return span.script == "sup" and span.link.startswith("#")


_Key = tuple[str, str, bool, bool, str]


def _key(span: Span) -> _Key:
    """What tells the owner of a span from that of the span before it.

    Words that lead somewhere are a link, whether they were typed as code or not.
    """
    code = span.code and not span.link
    return (span.link, span.language, is_reference(span), code, span.heard)


_NO_KEY: _Key = ("", "", False, False, "")


@dataclass(slots=True)
class _Inline:
    """The link, code, abbreviation or foreign words being set, however many lines they take.

    The same link further on is another node: it stands elsewhere in the order of reading.
    """

    key: _Key = _NO_KEY
    node: Node | None = None
    expanded: set[str] = field(default_factory=set)

    def parts(self, stretch: Stretch) -> Iterator[tuple[Stretch, str]]:
        """A stretch, cut before and behind abbreviations; theirs with what they stand for.

        It is cut after it was shaped, so that no letter moves.
        """
        for written, words in stretch.span.expansions:
            found = re.search(rf"(?<![\w-]){re.escape(written)}(?![\w-])", stretch.run.text)
            if found is None or written in self.expanded:
                continue
            before, inner, behind = parted(stretch, *found.span())
            self.expanded.add(written)
            if before.run.glyphs:
                yield from self.parts(before)
            yield inner, words
            if behind.run.glyphs:
                yield from self.parts(behind)
            return
        yield stretch, ""

    def owner(self, parent: Owner, span: Span, expansion: str = "") -> Owner:
        """Who owns the next words: the paragraph, or a node below it."""
        if expansion and isinstance(parent, Node):
            self.key, self.node = _NO_KEY, None
            return parent.add(Role.SPAN, expansion=expansion)
        key = _key(span)
        if key != self.key:
            self.key, self.node = key, None
        if not any(key) or not isinstance(parent, Node):
            return parent
        if self.node is None:
            if is_reference(span):
                parent = parent.add(Role.REFERENCE)
            words = Role.CODE if span.code else Role.SPAN
            role = Role.LINK if span.link else words
            self.node = parent.add(role, language=span.language, says=span.heard)
        return self.node
