"""Press notices as files: plain text to be pasted into a mail, HTML that needs nothing else.

Both are walks over one small tree, whose figures are the ledger's.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing.blocks.listing import ItemList
from briefing.blocks.notes import Footnotes
from briefing.blocks.prose import Lead, Note, Paragraph, Subheading
from briefing.blocks.quotation import Quotation
from briefing.blocks.quote import Quote
from briefing.blocks.rule import Rule
from briefing.hyphens import SOFT_HYPHEN
from briefing.layout.pieces import LINE_BREAK
from briefing.layout.quotations import marks_of, within
from briefing.layout.text import Span, plain
from briefing.signs import NARROW, NO_BREAK, NO_BREAK_HYPHEN
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.blocks.model import Block
    from briefing.content.publication import Sheet
    from briefing.drawing import Number
    from briefing.layout.text import Words

_SET = str.maketrans({NO_BREAK_HYPHEN: "-", SOFT_HYPHEN: None})
_TYPED = _SET | str.maketrans({NO_BREAK: " ", NARROW: " "})
"""Print's own signs as a keyboard has them: a mail may show the others as boxes."""

_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
"""Signs above and below the line that plain text has: x² is not x2."""

_DIVIDED = "* * *"
_INDENT = "    "

_STYLE = """
:root { font: 100%/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
main { margin: 0 auto; padding: 1.5rem; max-width: 42rem; overflow-wrap: anywhere; }
h1 { line-height: 1.2; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #767676; }
blockquote p { margin: .25rem 0; }
small { font-size: .875rem; }
@media print { main { padding: 0; max-width: none; } }
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a notice: the HTML element that it is, its words, and the pieces within it.

    An ordered list counts from `start`; `anchor` is the name that links lead to.
    """

    tag: str
    words: Words = ()
    parts: tuple[Part, ...] = ()
    start: int = 1
    anchor: str = ""


def parts_of(sheet: Sheet, language: str, *, final: bool = True) -> tuple[Part, ...]:
    """A notice piece by piece, in the order of reading; one that is not `final` says so first.

    `language` is that of its words, a BCP 47 tag.
    """
    draft = () if final else (Part("p", (Span(wording().draft, strong=True),)),)
    made = [part for block in sheet.blocks for part in _parts(block, language)]
    return (*draft, Part("h1", sheet.heading, anchor=sheet.anchor), *made)


def _parts(block: Block, language: str) -> Iterator[Part]:
    match block:
        case Paragraph():
            yield Part("p", block.words)
        case Lead():
            yield from (Part("p", each) for each in block.paragraphs)
        case Note():
            yield from (Part("small", each) for each in block.paragraphs)
        case Subheading():
            yield Part(f"h{min(block.level, 6)}", block.words, anchor=block.anchor)
        case ItemList():
            yield _listed(block, language)
        case Quotation():
            said = [part for each in block.parts for part in _parts(each, language)]
            by = [Part("p", block.attribution)] if block.attribution else []
            yield Part("blockquote", parts=(*said, *by))
        case Quote():
            yield _quoted(block, language)
        case Rule():
            yield Part("hr")
        case Footnotes():
            yield _noted(block)
        case _:  # the reader of notices lets nothing else through
            raise AssertionError(block.kind)


def _listed(block: ItemList, language: str) -> Part:
    below = block.below or ((),) * len(block.items)
    items = (
        Part("li", words, tuple(part for each in own for part in _parts(each, language)))
        for words, own in zip(block.items, below, strict=True)
    )
    return Part("ol" if block.ordered else "ul", parts=tuple(items), start=block.start)


def _quoted(block: Quote, language: str) -> Part:
    """A respondent's words in the marks of their language, and the class that said them."""
    marks = marks_of(language)
    opening, closing = marks.double
    said = f"{opening}{marks.inside}{within(block.comment.text, marks)}{marks.inside}{closing}"
    attribution = (Span(block.comment.attribution),)
    return Part("blockquote", parts=(Part("p", (Span(said),)), Part("p", attribution)))


def _noted(block: Footnotes) -> Part:
    notes = (
        Part("li", parts=tuple(Part("p", each) for each in note.paragraphs), anchor=note.anchor)
        for note in block.called
    )
    return Part("ol", parts=tuple(notes))


def figures_of(parts: Iterable[Part]) -> Iterator[Number]:
    """The figures and claims of a notice in the order of reading, each once where it stands."""
    last: Number | None = None
    for span in _spans(parts):
        number = span.number or span.claim
        if number is not None and number != last:
            yield number
        if number is not None or span.text.strip():
            last = number


def _spans(parts: Iterable[Part]) -> Iterator[Span]:
    for part in parts:
        yield from part.words
        yield from _spans(part.parts)


# -- plain text ------------------------------------------------------------------------------------


def notice_text(parts: Iterable[Part]) -> str:
    """The notice as plain text: a paragraph is a line, whatever its length, and one is blank."""
    return "\n\n".join(_block(each) for each in parts) + "\n"


def _block(part: Part) -> str:
    if part.tag == "hr":
        return _DIVIDED
    if part.tag in ("ul", "ol"):
        return "\n".join(_item(each, label) for each, label in zip(*_labels(part), strict=True))
    below = "\n".join(_block(each) for each in part.parts)
    return "\n".join(each for each in (_typed(part.words), below) if each)


def _labels(part: Part) -> tuple[tuple[Part, ...], list[str]]:
    """The items of a list and the label of each."""
    numbers = range(part.start, part.start + len(part.parts))
    ordered = part.tag == "ol"
    return part.parts, [f"{each}. " if ordered else "- " for each in numbers]


def _item(part: Part, label: str) -> str:
    first, *others = _block(part).split("\n")
    return "\n".join((f"{label}{first}", *(f"{_INDENT}{each}" if each else "" for each in others)))


def _typed(words: Words) -> str:
    """Words without their dress; where a link leads to stands behind it, unless it says so."""
    text = ""
    for link, spans in groupby(words, key=attrgetter("link")):
        said = plain(tuple(map(_scripted, spans))).translate(_TYPED).replace(LINE_BREAK, "\n")
        address = link.removeprefix("mailto:").removeprefix("tel:")
        if link.startswith("#"):
            text += f"[{said}]" if said.isdigit() else said
        elif link and address.partition("://")[2].rstrip("/") not in said and address not in said:
            text += f"{said} ({address})"
        else:
            text += said
    return text


def _scripted(span: Span) -> Span:
    """A span in signs above or below the line, where there are such; marks of notes are none."""
    if span.link.startswith("#"):
        return span
    signs = {"sup": _RAISED, "sub": _LOWERED}.get(span.script, {})
    return replace(span, text=span.text.translate(signs))


# -- HTML ------------------------------------------------------------------------------------------


def notice_html(parts: Iterable[Part], title: str, language: str) -> str:
    """The notice as a page of HTML: no scripts, nothing fetched, every word escaped."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        (
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        ),
        f"<title>{escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        *map(_element, parts),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join((*lines, ""))


def _element(part: Part) -> str:
    if part.tag == "hr":
        return "<hr>"
    name = f' id="{escape(part.anchor)}"' if part.anchor else ""
    start = f' start="{part.start}"' if part.tag == "ol" and part.start != 1 else ""
    inside = _dressed(part.words) + "".join(map(_element, part.parts))
    if part.tag == "small":
        return f"<p><small>{inside}</small></p>"
    return f"<{part.tag}{name}{start}>{inside}</{part.tag}>"


def _dressed(words: Words) -> str:
    text = ""
    for (link, title), spans in groupby(words, key=attrgetter("link", "title")):
        said = "".join(map(_span, spans))
        hint = f' title="{escape(title)}"' if title else ""
        text += f'<a href="{escape(link)}"{hint}>{said}</a>' if link else said
    return text


def _span(span: Span) -> str:
    text = _explained(span.text.translate(_SET), dict(span.expansions)).replace(LINE_BREAK, "<br>")
    if span.language:
        text = f'<span lang="{escape(span.language)}">{text}</span>'
    for tag, holds in (
        ("code", span.code),
        ("em", span.emphasis),
        ("strong", span.strong),
        (span.script, bool(span.script)),
    ):
        text = f"<{tag}>{text}</{tag}>" if holds else text
    return text


def _explained(text: str, expansions: Mapping[str, str]) -> str:
    """A text escaped, what its abbreviations stand for at the first place of each."""
    found = sorted((text.find(name), name) for name in expansions if name in text)
    made, end = "", 0
    for at, name in found:
        if at >= end:
            made += escape(text[end:at], quote=False)
            made += f'<abbr title="{escape(expansions[name])}">{escape(name, quote=False)}</abbr>'
            end = at + len(name)
    return made + escape(text[end:], quote=False)
