"""Running words to blocks: paragraphs, lists, quotations, code, rules, pictures and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from briefing.blocks.grid import GridCell
from briefing.content.elements import (
    Attributes,
    CodeElement,
    Div,
    Heading,
    ListElement,
    Paragraph,
    PictureElement,
    QuotationElement,
    RuleElement,
    TableElement,
)
from briefing.content.marks import LITERAL
from briefing.layout.text import plain
from briefing.signs import EM_DASH, NO_BREAK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.blocks.model import Block
    from briefing.content.elements import Element, Inline, Option
    from briefing.content.making import Maker
    from briefing.diagnostics import Diagnostics, Source
    from briefing.layout.text import Words

DECORATIVE = "decorative"
KINDS: dict[type[Any], str] = {
    Paragraph: "paragraph",
    ListElement: "list",
    QuotationElement: "quotation",
    CodeElement: "code",
    RuleElement: "rule",
    PictureElement: "picture",
    TableElement: "grid",
}
"""The kind of block that an element becomes where no div says otherwise."""

_CLASSES = {"picture": (DECORATIVE,), "code": (LITERAL,)}
_FIGURE = re.compile(r"\W*+\d(?:[\s.,]*+\d)*+\W*+(?:(?:per\s?cent|pp|m|bn|k)\W*+)?", re.IGNORECASE)
_NO_FIGURE = re.compile(r"\W*|\W*\w\W+|n/?a", re.IGNORECASE)
_EXCERPT = 6
"""So many words in a row, the same as in a comment, are that comment's."""

Known = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Body:
    """What an author gave: attributes, content, and what is known without them."""

    where: Source
    attributes: Attributes
    children: tuple[Element, ...]
    shown: frozenset[str] = frozenset()
    known: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Running:
    """Makes the blocks of running words on one page, which shows the tables `shown`."""

    maker: Maker
    shown: frozenset[str] = frozenset()

    @property
    def diagnostics(self) -> Diagnostics:
        """Where faults go."""
        return self.maker.diagnostics

    def blocks(self, elements: Sequence[Element]) -> tuple[Block, ...]:
        """The blocks of elements that stand in another; what cannot has been reported."""
        made = [
            self.block(each, follower)
            for each, follower in zip_longest(elements, elements[1:])
            if not isinstance(each, Heading | Div)
        ]
        return tuple(block for block in made if block is not None)

    def block(
        self,
        element: Element,
        follower: Element | None = None,
        options: tuple[Option, ...] = (),
    ) -> Block | None:
        """The block of an element, with further options from its div; None if a fault forbids it.

        A paragraph that ends in a colon opens what follows it.
        """
        kind = self.maker.kind(KINDS[type(element)])
        if kind is None:
            return None
        attributes = getattr(element, "attributes", Attributes(element.where))
        self._check(attributes, kind.kind)
        known = _KNOWN[type(element)](self, element)
        if known is None:
            return None
        if isinstance(element, Paragraph) and follower and not isinstance(follower, Heading):
            known["opens"] = plain(known["words"]).rstrip().endswith(":")
        rest = (each for each in attributes.options if each.key not in known)
        given = replace(attributes, id="", classes=(), options=(*rest, *options))
        body = Body(element.where, given, (), self.shown, tuple(known.items()))
        return self.maker.block(kind, body)

    def words(self, phrase: Sequence[Inline]) -> Words:
        """The printed words of a phrase."""
        return self.maker.writer.words(phrase, self.shown)

    # -- what each kind knows of itself ------------------------------------------------------------

    def paragraph(self, element: Paragraph) -> Known:
        """Its words."""
        return {"words": self.words(element.words)}

    def listed(self, element: ListElement, *, displayed: bool = False) -> Known:
        """The words beside each label, and what stands below them.

        Figures that they begin with are set large where they are `displayed`.
        """
        items, below = [], []
        for item in element.items:
            first, *others = item.children or (None,)
            beside = isinstance(first, Paragraph)
            words = first.words if isinstance(first, Paragraph) else ()
            items.append(self.maker.writer.words(words, self.shown, displayed=displayed))
            below.append(self.blocks(others if beside else item.children))
        return {
            "items": tuple(items),
            "below": tuple(below) if any(below) else (),
            "ordered": element.ordered,
            "start": element.start,
            "delimiter": element.delimiter,
            "loose": element.loose,
        }

    def quotation(self, element: QuotationElement) -> Known | None:
        """Its parts; a last paragraph that opens with an em dash says who wrote them."""
        *parts, last = element.children or (None,)
        attribution: Words = ()
        if isinstance(last, Paragraph) and _letters(last.words).startswith(EM_DASH):
            attribution = _undashed(self.words(last.words))
        elif last is not None:
            parts.append(last)
        if not any(isinstance(each, Paragraph) for each in parts):
            hint = "write its words behind >, and who wrote them below: > --- Name"
            self.diagnostics.error(
                "empty-quotation", "this quotation says nothing", element.where, hint
            )
            return None
        said = [_letters(each.words) for each in parts if isinstance(each, Paragraph)]
        self._check_quotation(" ".join(said), element.where)
        return {"parts": self.blocks(parts), "attribution": attribution}

    def code(self, element: CodeElement) -> Known:
        """Its lines; figures in them are proved by nothing, so that they must be declared."""
        if LITERAL not in element.attributes.classes:
            self.maker.writer.point_out(element.text, element.where, self.shown)
        return {"text": element.text}

    def rule(self, _: RuleElement) -> Known:
        """Nothing."""
        return {}

    def table(self, element: TableElement) -> Known:
        """Its cells: figures stand at the right unless the author aligns them."""
        rows = [[self.words(cell.words) for cell in row] for row in element.rows]
        heads = [self.words(cell.words) for cell in element.head]
        aligns = [
            given or _aligned([row[place] for row in rows])
            for place, given in enumerate(element.aligns)
        ]

        def cells(words: Sequence[Words], places: Sequence[Source]) -> tuple[GridCell, ...]:
            return tuple(map(GridCell, map(_whole, words), places, aligns))

        return {
            "head": cells(heads, [cell.where for cell in element.head]),
            "rows": tuple(
                cells(row, [cell.where for cell in given])
                for row, given in zip(rows, element.rows, strict=True)
            ),
            "caption": self.words(element.caption),
        }

    def picture(self, element: PictureElement) -> Known | None:
        """Its file, what it shows, and the words below it."""
        album, attributes = self.maker.album, element.attributes
        found = album.picture(element.path, element.where, self.diagnostics) if album else None
        alt = self._alternative(element)
        caption = self._option(attributes, "caption")
        if album is None or found is None:
            return None
        return {
            "file": found.file,
            "pixels": found.pixels,
            "press": album.press,
            "alt": alt,
            "caption": caption or self.words(element.caption),
            "credit": self._option(attributes, "credit"),
        }

    def _option(self, attributes: Attributes, key: str) -> Words:
        option = attributes.option(key)
        if option is None:
            return ()
        return self.maker.writer.option(option.value, option.inside, self.shown)

    def _alternative(self, element: PictureElement) -> str:
        """What the picture shows, in words; empty for an ornament, which its author must say."""
        option = element.attributes.option("alt")
        writer = replace(self.maker.writer, notes=None)
        alt = plain(writer.words(element.alt, self.shown)).strip()
        if option is not None and option.value:
            if alt:
                self.diagnostics.error(
                    "option-value",
                    "the alternative text stands in the brackets already",
                    option.where,
                    "take alt= away; words below a picture are its caption=",
                )
            return plain(writer.option(option.value, option.inside, self.shown))
        ornament = option is not None or DECORATIVE in element.attributes.classes
        if not alt and not ornament:
            self.diagnostics.error(
                "missing-alternative",
                "this picture says nothing to those who cannot see it",
                element.where,
                "say what it shows: ![words](file); an ornament is marked {.decorative}",
            )
        if alt and ornament:
            self.diagnostics.error(
                "unknown-class" if option is None else "option-value",
                "an ornament has no alternative text",
                element.attributes.where,
                "take the words in its brackets away, or do not call it an ornament",
            )
        return "" if ornament else alt

    # -- faults ------------------------------------------------------------------------------------

    def _check(self, attributes: Attributes, kind: str) -> None:
        known = _CLASSES.get(kind, ())
        for name in attributes.classes:
            if name not in known:
                self.diagnostics.error(
                    "unknown-class",
                    f"a {_NOUNS.get(kind, kind)} cannot be .{name}",
                    attributes.where,
                    f"its only class is .{known[0]}" if known else "take the class away",
                )
        if attributes.id:
            self.diagnostics.error(
                "unknown-option",
                f"a {_NOUNS.get(kind, kind)} cannot be named #{attributes.id}",
                attributes.where,
                "names are for headings: a link leads to a page or a subheading",
            )

    def _check_quotation(self, said: str, where: Source) -> None:
        """What a respondent wrote is fetched, with consent, word for word."""
        words = _folded(said)
        for comment in self.maker.writer.evidence.comments.values():
            theirs = _folded(comment.text)
            short, long = sorted((words, theirs), key=len)
            whole = words == theirs
            if whole or (len(short) >= _EXCERPT and _runs_in(short, long)):
                self.diagnostics.error(
                    "retyped-quote",
                    f"these are the words of the comment {comment.id}, which cannot be retyped",
                    where,
                    f"fetch them: ::: {{.quote from={comment.id}}}",
                )
                return


_NOUNS = {"grid": "table", "code": "block of code"}
_KNOWN: dict[type[Any], Callable[[Running, Any], Known | None]] = {
    Paragraph: Running.paragraph,
    ListElement: Running.listed,
    QuotationElement: Running.quotation,
    CodeElement: Running.code,
    RuleElement: Running.rule,
    PictureElement: Running.picture,
    TableElement: Running.table,
}


def _letters(phrase: Sequence[Inline]) -> str:
    """The signs of a phrase as its author typed them, without what is fetched."""
    return "".join(
        each.text
        if hasattr(each, "text") and isinstance(each.text, str)
        else _letters(getattr(each, "children", ()))
        for each in phrase
    )


def _undashed(words: Words) -> Words:
    """The words without the dash before them."""
    first, *others = words
    return tuple(
        span
        for span in (replace(first, text=first.text.lstrip(f"{EM_DASH} {NO_BREAK}")), *others)
        if span.text
    )


def _folded(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs_in(short: list[str], long: list[str]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _whole(words: Words) -> Words:
    """A cell that holds a figure alone is never divided."""
    if not _FIGURE.fullmatch(plain(words)):
        return words
    return tuple(replace(span, text=span.text.replace(" ", NO_BREAK)) for span in words)


def _aligned(column: Sequence[Words]) -> str:
    """Right for a column of figures, left for one of words."""
    cells = [plain(words) for words in column]
    figures = [cell for cell in cells if _FIGURE.fullmatch(cell)]
    others = [cell for cell in cells if not _FIGURE.fullmatch(cell)]
    return "right" if figures and all(map(_NO_FIGURE.fullmatch, others)) else "left"
