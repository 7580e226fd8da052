"""Phrases to printed words: bindings filled in, claims proved, typed figures pointed out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from briefing.blocks.notes import Called
from briefing.claims.formats import PER_CENT, starts_sentence
from briefing.claims.labels import unnamed
from briefing.claims.verdicts import proof
from briefing.content.anchors import check_link
from briefing.content.bound import Lead, value_of
from briefing.content.destinations import says_nothing
from briefing.content.elements import (
    Binding,
    Break,
    Code,
    Emphasis,
    Footnote,
    Link,
    Marked,
    Plain,
    Script,
    Strong,
)
from briefing.content.hedges import Hedges, Said, denied_in_front, with_hedge
from briefing.content.markdown import parse_phrase
from briefing.content.marks import LITERAL, check_marked
from briefing.content.net import averages_of, check_figures, check_quotations
from briefing.content.proving import Court
from briefing.content.sentences import sentence_around
from briefing.content.typography import unbroken
from briefing.content.unwritten import check_written
from briefing.diagnostics import Source
from briefing.layout.pieces import LINE_BREAK
from briefing.layout.text import Span
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from briefing.content.elements import Inline, Option
    from briefing.content.evidence import Evidence
    from briefing.content.footnotes import PageNotes
    from briefing.diagnostics import Diagnostics
    from briefing.drawing import Number
    from briefing.layout.text import Words


@dataclass(frozen=True, slots=True)
class Writer:
    """Turns phrases into words for one document.

    `pages` gives the label of the page on which an anchor stands, `anchors` every name that a link
    can go to. With `strict` a figure typed without proof is an error, otherwise a warning. `notes`
    takes the notes of a page; without it none can be called. `language` is the document's, a BCP
    47 tag. Without `quantifiers` numerals alone need a proof, not words such as ``all``.
    A `final` document has no words that only hold a place.
    """

    evidence: Evidence
    diagnostics: Diagnostics
    percent: str = PER_CENT
    pages: Mapping[str, str] = field(default_factory=dict)
    anchors: frozenset[str] = frozenset()
    strict: bool = False
    language: str = "en"
    notes: PageNotes | None = None
    quantifiers: bool = True
    final: bool = False

    @property
    def court(self) -> Court:
        """What judges the claims in its words."""
        return Court(self.evidence.tables, self.diagnostics, self.language)

    def words(
        self,
        phrase: Sequence[Inline],
        shown: frozenset[str] = frozenset(),
        *,
        displayed: bool = False,
    ) -> Words:
        """The printed words of a phrase; `shown` are the tables that stand on the same page.

        A figure that it begins with is in numerals where it is `displayed`, set large.
        """
        hedges = Hedges(self.diagnostics, self.evidence.whom)
        setting = _Setting(self, shown, hedges, whole=_has_letters(phrase), displayed=displayed)
        for each in phrase:
            setting.add(each, _PLAIN)
        setting.point_out()
        return setting.joined()

    def option(self, text: str, where: Source, shown: frozenset[str] = frozenset()) -> Words:
        """The printed words of an option or a setting, which holds inline markup alone."""
        return self.words(parse_phrase(text, where, self.diagnostics, self.language), shown)

    def point_out(self, text: str, where: Source, shown: frozenset[str] = frozenset()) -> None:
        """Report the figures of lines that are printed as they stand, at the place of the first."""
        setting = _Setting(self, shown, Hedges(self.diagnostics, self.evidence.whom), whole=True)
        setting.text, setting.origins = text, [where] * len(text)
        setting.point_out()


_PLAIN = Span("")


@dataclass(slots=True)
class _Setting:
    """One phrase being set: its spans so far, and for each sign where an author typed it."""

    writer: Writer
    shown: frozenset[str]
    hedges: Hedges
    whole: bool
    """Whether the phrase is more than a figure alone, so that sentences begin in it."""
    displayed: bool = False
    """Whether the first figure is set large: it is not spelt out."""
    spans: list[Span] = field(default_factory=list)
    text: str = ""
    origins: list[Source | None] = field(default_factory=list)
    starts: list[int | None] = field(default_factory=list)
    """Where in the text each span begins; a note's mark is no part of it."""
    exempt: int = 0

    def add(self, inline: Inline, dress: Span) -> None:
        """Set one piece of the phrase in the dress of what it stands in."""
        _SETTERS[type(inline)](self, inline, dress)

    def plain(self, plain: Plain | Code, dress: Span) -> None:
        self._put(plain.text, dress, plain.where, typed=not self.exempt)

    def code(self, code: Code, dress: Span) -> None:
        self.plain(code, replace(dress, code=True))

    def broken(self, _: Break, dress: Span) -> None:
        self._put(LINE_BREAK, dress, None)

    def strong(self, strong: Strong, dress: Span) -> None:
        self._all(strong.children, replace(dress, strong=True))

    def emphasis(self, emphasis: Emphasis, dress: Span) -> None:
        self._all(emphasis.children, replace(dress, emphasis=True))

    def script(self, script: Script, dress: Span) -> None:
        self._all(script.children, replace(dress, script=script.place))

    def link(self, link: Link, dress: Span) -> None:
        check_link(link, self.writer)
        start = len(self.text)
        self._all(link.children, replace(dress, link=link.target, title=link.title))
        language = dress.language or self.writer.language
        if link.title:  # it is heard
            self.writer.point_out(link.title, link.where, self.shown)
        if not link.title and says_nothing(self.text[start:], language):
            self.writer.diagnostics.warning(
                "link-says-nothing",
                f"the words '{self.text[start:]}' do not say where the link goes",
                link.where,
                'link words that do, or give it a title: [here](… "The full report")',
            )

    def _all(self, children: Sequence[Inline], dress: Span) -> None:
        for each in children:
            self.add(each, dress)

    def _put(self, text: str, dress: Span, where: Source | None, *, typed: bool = False) -> None:
        """Add words from a place; `typed` words may hold figures that need a proof."""
        self.spans.append(replace(dress, text=text, places=((0, where),) if where else ()))
        self.starts.append(len(self.text))
        self.text += text
        if where is None or not typed:
            self.origins.extend([None] * len(text))
        else:
            path, line, column = where.path, where.line, where.column
            self.origins.extend(
                Source(path, line, column + at if column else 0) for at in range(len(text))
            )

    def _figured(self) -> Iterator[Span]:
        """The spans, those with figures and claims knowing the sentence that they stand in."""
        for span, at in zip(self.spans, self.starts, strict=True):
            if at is None or not (span.number or span.claim):
                yield span
                continue
            sentence = sentence_around(self.text, at, at + len(span.text))
            number = span.number and replace(span.number, sentence=sentence)
            yield replace(
                span, number=number, claim=span.claim and replace(span.claim, sentence=sentence)
            )

    def joined(self) -> Words:
        """The spans, neighbours in the same dress made one."""
        words: list[Span] = []
        for span in self._figured():
            if words and not span.number and replace(words[-1], text="") == replace(span, text=""):
                before = words[-1]
                behind = ((start + len(before.text), where) for start, where in span.places)
                places = (*before.places, *behind)
                words[-1] = replace(span, text=before.text + span.text, places=places)
            elif span.text:
                words.append(span)
        return tuple(words)

    # -- notes -------------------------------------------------------------------------------------

    def note(self, note: Footnote, dress: Span) -> None:
        """A raised number that leads to the note; it is no part of what the words say."""
        notes = self.writer.notes
        if notes is None:
            self.writer.diagnostics.error(
                "note-misplaced",
                "a note cannot be called here",
                note.where,
                "call it in the words of a paragraph, a list or a table",
            )
            return
        number = notes.numbers.get(note.text)
        if number is None:
            number = notes.numbers[note.text] = len(notes.called) + 1
            writer = replace(self.writer, notes=None)
            paragraphs = tuple(writer.words(each.words, self.shown) for each in note.paragraphs)
            notes.called.append(Called(number, notes.anchor(number), paragraphs, note.text))
        words = wording()
        dress = replace(
            dress,
            script="sup",
            title=words.note_link(number=number),
            language=words.spoken("note_link") or dress.language,
        )
        if self.spans and self.spans[-1].script == "sup" and self.spans[-1].link:
            self.spans.append(Span(",", script="sup"))
            self.starts.append(None)
        self.spans.append(replace(dress, text=str(number), link=f"#{notes.anchor(number)}"))
        self.starts.append(None)

    # -- bindings ----------------------------------------------------------------------------------

    def bound(self, binding: Binding, dress: Span) -> None:
        large = self.displayed and not self.text.strip()
        opens = starts_sentence(self.text)
        lead = Lead(
            self.text,
            dress.language,
            typed=self._typed_before(len(self.text)),
            opens=opens,
            starts=self.whole and opens and not large,
            large=large,
        )
        text, bound, language = value_of(binding, lead, self.writer, self.hedges)
        dress = replace(dress, number=bound, language=language or dress.language)
        self._put(unbroken(text), dress, None)

    def _typed_before(self, at: int) -> bool:
        """Whether an author typed what stands in front of a place in the text."""
        before = self.text[:at].rstrip()
        return bool(before) and self.origins[len(before) - 1] is not None

    # -- words with attributes ---------------------------------------------------------------------

    def marked(self, marked: Marked, dress: Span) -> None:
        check_marked(marked, self.writer.diagnostics)
        attributes = marked.attributes
        language = attributes.value("lang")
        dress = replace(dress, language=language or dress.language)
        claim = attributes.option("claim")
        exempt = claim is not None or LITERAL in attributes.classes
        self.exempt += exempt
        first = len(self.spans)
        start = len(self.text)
        self._all(marked.children, dress)
        self.exempt -= exempt
        if claim is not None:
            among, means = attributes.option("among"), attributes.value("means")
            proved = self._prove(start, claim, among, marked.where, means)
            self.spans[first:] = [replace(span, claim=proved) for span in self.spans[first:]]

    def _prove(
        self, start: int, claim: Option, among: Option | None, where: Source, means: str
    ) -> Number | None:
        """What the words from a place on prove; what hedges or denies them in front counts too."""
        words = self.text[start:]
        court = self.writer.court
        figures, others = court.figures(claim), court.figures(among) if among else ()
        if figures is None or others is None:
            return None
        said = Said(len(self.text), words, figures, others, where)
        if self.hedges.of_others(said):
            return None
        before = self.text[:start] if self._typed_before(start) else ""
        whole = with_hedge(before, words, figures, others)
        if whole != words:  # what stands in front is proved with them
            self._settle(start - (len(whole) - len(words)), start)
        denial = denied_in_front(before)
        stated = unnamed(whole, (*figures, *others), self.writer.evidence.whom)
        holds = court.holds(stated, figures, others, where, means, denial=denial)
        if holds:
            self.hedges.proved.append(said)
        if holds and whole == words and not others and not means and not denial:
            self.hedges.claims.append(said)
        if holds and others and not means and not denial:
            self.hedges.places.append(replace(said, shown=whole))
        return proof(words, figures, where, others, means) if holds else None

    def _settle(self, start: int, end: int) -> None:
        """Take words that are proved from those that the net looks at."""
        self.origins[start:end] = [None] * (end - start)

    # -- figures typed by hand ---------------------------------------------------------------------

    def point_out(self) -> None:
        """Report the figures of this phrase that nothing proves, and quotations that are none."""
        holds = self.writer.court.holds
        self.hedges.behind(self.text, holds, self._settle)
        self.hedges.called(self.text)
        self.hedges.leads(self.text, holds, self._settle)
        self.hedges.of_whom(self.text, lambda at: self.origins[at] is not None, self._settle)
        check_quotations(self.text, self.origins, self.writer)
        averages = tuple(averages_of(self.text, self.spans, self.starts))
        check_figures(self.text, self.origins, self.writer, self.shown, averages)
        if self.writer.final:
            check_written(self.text, self.origins, self.writer.diagnostics)


_SETTERS: dict[type[Any], Callable[[_Setting, Any, Span], None]] = {
    Plain: _Setting.plain,
    Code: _Setting.code,
    Break: _Setting.broken,
    Binding: _Setting.bound,
    Marked: _Setting.marked,
    Link: _Setting.link,
    Strong: _Setting.strong,
    Emphasis: _Setting.emphasis,
    Script: _Setting.script,
    Footnote: _Setting.note,
}


def _has_letters(phrase: Sequence[Inline]) -> bool:
    for each in phrase:
        if isinstance(each, Plain | Code) and any(sign.isalpha() for sign in each.text):
            return True
        if isinstance(each, Strong | Emphasis | Script | Link | Marked) and _has_letters(
            each.children
        ):
            return True
    return False
