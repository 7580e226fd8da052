"""Divs to blocks: the fields of a kind of block are filled from its attributes and its words."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, ClassVar

from briefing.blocks.tabled import TabledChart
from briefing.charts.crowding import crowded
from briefing.charts.highlight import find
from briefing.charts.model import UnsuitedError
from briefing.claims.naming import WrongReferenceError, meant
from briefing.claims.references import cell_path, parse_reference
from briefing.content.elements import (
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
from briefing.content.options import reader_of
from briefing.content.running import Running
from briefing.layout.text import plain
from briefing.tables.places import at_places, in_counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.blocks.model import Block
    from briefing.charts.model import Chart
    from briefing.content.elements import Element, Option
    from briefing.content.pictures import Album
    from briefing.content.running import Body
    from briefing.content.words import Writer
    from briefing.diagnostics import Diagnostics, Source
    from briefing.layout.text import Words
    from briefing.survey.declared import Disclosure
    from briefing.survey.model import Comment
    from briefing.tables.model import Table

PRINTED = frozenset({"alt", "caption", "title", "label", "short", "text"})
"""Options that readers see: they are dressed, bound and searched for unproved figures."""

_BODY = ("words", "paragraphs", "items")


class _FaultError(Exception):
    """A fault that keeps a block from being made; it has been reported."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the blocks of one document."""

    writer: Writer
    blocks: Sequence[type[Block]]
    charts: Sequence[type[Chart]]
    album: Album | None = None

    @property
    def diagnostics(self) -> Diagnostics:
        """Where faults go."""
        return self.writer.diagnostics

    def kind(self, name: str) -> type[Block] | None:
        """The kind of block of this name."""
        return next((kind for kind in self.blocks if kind.kind == name), None)

    def block(self, kind: type[Block], body: Body) -> Block | None:
        """Make a block; None if a fault, which has been reported, keeps it from being made."""
        try:
            return _Making(self, kind, body).made()
        except _FaultError:
            return None


@dataclass(slots=True)
class _Making:
    """One block being made."""

    maker: Maker
    kind: type[Block]
    body: Body
    table: Table | None = None
    cell: str = ""
    chart_kind: type[Chart] | None = None
    spoilt: bool = False
    """Whether its words hold what cannot stand there, which has been reported."""

    suppliers: ClassVar[dict[str, str]] = {
        "of": "table",
        "kind": "chart",
        "from": "comment",
    }

    def made(self) -> Block:
        given = [each for each in fields(self.kind) if each.metadata.get("given")]
        options = [each for each in fields(self.kind) if not each.metadata.get("given")]
        values: dict[str, Any] = dict(self.body.known)
        values["where"] = self.body.where
        names = {each.name for each in given}
        if "table" in names:
            values["table"] = self._table()
        values.update(self._body(given))
        if "comment" in names:
            values["comment"] = self._comment()
        if "disclosures" in names:
            values["disclosures"] = self.maker.writer.evidence.disclosures
            values["told"] = tuple(self._disclosed(values["disclosures"]))
        if "chart" in names:
            self.chart_kind = self._chart_kind()
        values.update(self._options(options, names))
        if self.chart_kind is not None and self.table is not None:
            values["chart"] = self._chart(self.chart_kind, self.table)
        if self.table is not None:
            values["table"] = self._as_told(self.table, values)
        if "cell" in names:
            values["cell"] = self.cell
        elif self.cell and self.chart_kind is None:
            self._fail(
                "whole-table", f"a .{self.kind.kind} shows a whole table", "of", "name no cell"
            )
        self._check_complete(given, values)
        allowed = names | {each.name for each in options}
        if "chart" in values:
            self.kind = self._as_table(values["chart"], values["table"], values.get("most_bars"))
        return self.kind(**{name: value for name, value in values.items() if name in allowed})

    def _as_told(self, table: Table, values: Mapping[str, Any]) -> Table:
        """A table with the decimals that are asked for, or told in counts."""
        if "decimals" in values:
            table = at_places(table, self._places(values["decimals"]))
        return in_counts(table) if values.get("counts") else table

    # -- what the author's words supply ------------------------------------------------------------

    def _body(self, given: Sequence[Field[Any]]) -> dict[str, Any]:
        wanted = {each.name: each for each in given if each.name in _BODY}
        wanted = {name: each for name, each in wanted.items() if name not in dict(self.body.known)}
        paragraphs = [each for each in self.body.children if isinstance(each, Paragraph)]
        lists = [each for each in self.body.children if isinstance(each, ListElement)]
        for child in self.body.children:
            if not isinstance(child, Paragraph | ListElement):
                self._misplaced(child.where, _WHAT.get(type(child), "this"))
            elif isinstance(child, ListElement) and "items" not in wanted:
                self._misplaced(child.where, "a list")
            elif isinstance(child, Paragraph) and not {"words", "paragraphs"} & set(wanted):
                self._no_words(child)
        values: dict[str, Any] = {}
        if "items" in wanted and lists:
            self._one(lists, "list")
            running = Running(self.maker, self.body.shown)
            values |= running.listed(lists[0], displayed=self.kind.displays)
        if "words" in wanted and paragraphs:
            self._one(paragraphs, "paragraph")
            values["words"] = self._words(paragraphs[0])
        if "paragraphs" in wanted and paragraphs:
            values["paragraphs"] = tuple(self._words(each) for each in paragraphs)
        return values

    def _words(self, paragraph: Paragraph) -> Words:
        return self.maker.writer.words(paragraph.words, self.body.shown)

    def _one(self, parts: Sequence[Element], noun: str) -> None:
        if len(parts) > 1:
            self.maker.diagnostics.error(
                "block-words",
                f"a .{self.kind.kind} holds one {noun}",
                parts[1].where,
                "put the rest into a block of its own",
            )

    def _misplaced(self, where: Source, what: str) -> None:
        self.spoilt = True
        self.maker.diagnostics.error(
            "block-words",
            f"{what} cannot stand within .{self.kind.kind}",
            where,
            "close it first by a line of :::",
        )

    def _no_words(self, paragraph: Paragraph) -> None:
        if self.kind.kind == "quote":
            self.maker.diagnostics.error(
                "retyped-quote",
                "a quotation cannot be retyped",
                paragraph.where,
                "name the comment by from=… and leave the div empty",
            )
        else:
            self._misplaced(paragraph.where, "a paragraph")

    def _comment(self) -> Comment:
        option = self._needed("from", "the comment's id")
        comments = self.maker.writer.evidence.comments
        comment = comments.get(option.value)
        if comment is None:
            message = f"there is no comment '{option.value}'"
            self._fail(
                "unknown-comment", message, "from", meant(option.value, comments, "comments")
            )
            raise _FaultError
        if not comment.consent:
            message = f"{comment.id} may not be quoted: its author did not consent"
            self._fail("no-consent", message, "from", "quote another, or say it in your own words")
        if not comment.attribution:
            message = f"{comment.id} is attributed to nobody"
            self._fail("unattributed", message, "from", "give it a class in the comments' file")
        self._check_class(comment, option.where)
        return comment

    def _check_class(self, comment: Comment, where: Source) -> None:
        """Report an attribution by which an author could be known (conventions, 1.12)."""
        if not comment.narrow:
            return
        writer = self.maker.writer
        report = writer.diagnostics.error if writer.strict else writer.diagnostics.warning
        report(
            "narrow-attribution",
            f"who said {comment.id} could be known as '{comment.attribution}': {comment.narrow}",
            where,
            f"attribute it to '{comment.wider}' in the comments' file; consent = named says that "
            "its author agreed to be known",
        )

    def _disclosed(self, entries: Sequence[Disclosure]) -> Iterator[tuple[str, Words]]:
        """What the codebook tells of the method: its figures are bound and proven like others."""
        writer = replace(self.maker.writer, notes=None, quantifiers=False)
        for entry in entries:
            if entry.where is not None:
                yield entry.id, writer.option(entry.words, entry.where, self.body.shown)

    def _table(self) -> Table:
        option = self._needed("of", "a table")
        tables = self.maker.writer.evidence.tables
        try:
            path = parse_reference(option.value)
            table = tables.get(path.table)
            if table is None:
                hint = meant(path.table, tables, "tables")
                self._fail("unknown-table", f"there is no table '{path.table}'", "of", hint)
                raise _FaultError
            if len(path.parts) > 1:
                self.cell = cell_path(option.value, table)
        except WrongReferenceError as fault:
            self._fail(fault.code, fault.message, "of", fault.hint)
            raise _FaultError from fault
        self.table = table
        return table

    def _chart_kind(self) -> type[Chart]:
        option = self._needed("kind", "a kind of chart")
        kinds = {kind.kind: kind for kind in self.maker.charts}
        if option.value not in kinds:
            message = f"there is no chart '{option.value}'"
            self._fail("unknown-chart", message, "kind", meant(option.value, kinds, "charts"))
            raise _FaultError
        return kinds[option.value]

    def _chart(self, kind: type[Chart], table: Table) -> Chart:
        own = {each.name: each for each in fields(self.kind)}
        settings = {each.name: each for each in fields(kind)}
        values = {
            option.key: self._converted(settings[option.key], option)
            for option in self.body.attributes.options
            if option.key in settings and option.key not in own
        }
        if self.cell:
            values.setdefault("cell" if "cell" in settings else "highlight", self.cell)
        named = str(values.get("highlight", "")).split()
        highlight = " ".join(each.removeprefix(f"{table.id}.") for each in named)
        values["highlight"] = highlight
        try:
            find(table, highlight)
        except UnsuitedError as fault:
            self._fail("unknown-highlight", str(fault), "highlight", _HIGHLIGHT)
        return kind(**values)

    def _as_table(self, chart: Chart, table: Table, most: int | None) -> type[Block]:
        """A chart's kind of block: a table, which is told, where nobody could compare its bars."""
        if most is not None and most < 1:
            self._fail("option-value", f"'{most}' is no value for most_bars", "most_bars", _BARS)
            raise _FaultError
        crowd = crowded(chart, table, most or self.maker.writer.evidence.most_bars)
        if crowd is None:
            return self.kind
        drawn = f"most_bars={crowd.bars} here, or under [survey] in the codebook, draws it"
        self.maker.diagnostics.warning(
            "chart-as-table",
            f"{table.id} is printed as a table: its chart would have {crowd.words}",
            self.body.where,
            f"{drawn if crowd.bars else 'kind=ranked gives each a bar'}; a .table asks for a table",
        )
        return TabledChart

    # -- options -----------------------------------------------------------------------------------

    def _options(self, options: Sequence[Field[Any]], given: set[str]) -> dict[str, Any]:
        own = {each.name: each for each in options}
        of_chart = {each.name for each in fields(self.chart_kind)} if self.chart_kind else set()
        supplied = {key for key, name in self.suppliers.items() if name in given}
        values: dict[str, Any] = {}
        for option in self.body.attributes.options:
            if option.key in own:
                values[option.key] = self._converted(own[option.key], option)
            elif option.key not in of_chart | supplied:
                known = sorted({*own, *of_chart, *supplied})
                self.maker.diagnostics.error(
                    "unknown-option",
                    f"a .{self.kind.kind} has no option '{option.key}'",
                    option.where,
                    meant(option.key, known, "options"),
                )
        return values

    def _converted(self, option_field: Field[Any], option: Option) -> Any:
        read = reader_of(str(option_field.type))
        if read is None:
            return self._printed(option) if option.key in PRINTED else option.value
        try:
            return read(option.value)
        except ValueError as fault:
            self.maker.diagnostics.error(
                "option-value",
                f"'{option.value}' is no value for {option.key}",
                option.where,
                str(fault),
            )
            raise _FaultError from fault

    def _places(self, decimals: int) -> int:
        if decimals not in _PLACES:
            message = f"'{decimals}' is no value for decimals"
            self._fail("option-value", message, "decimals", f"write 0 to {_PLACES[-1]}")
            raise _FaultError
        return decimals

    def _printed(self, option: Option) -> str:
        writer = replace(self.maker.writer, notes=None)
        return plain(writer.option(option.value, option.inside, self.body.shown))

    # -- faults ------------------------------------------------------------------------------------

    def _needed(self, key: str, what: str) -> Option:
        option = self.body.attributes.option(key)
        if option is None:
            self.maker.diagnostics.error(
                "missing-option",
                f"this .{self.kind.kind} does not say {key}=",
                self.body.where,
                f"name {what}: {key}=…",
            )
            raise _FaultError
        return option

    def _fail(self, code: str, message: str, key: str, hint: str = "") -> None:
        option = self.body.attributes.option(key)
        where = option.where if option else self.body.where
        self.maker.diagnostics.error(code, message, where, hint)

    def _check_complete(self, given: Sequence[Field[Any]], values: dict[str, Any]) -> None:
        for each in given:
            optional = each.default is not MISSING or each.default_factory is not MISSING
            if each.name in values or optional:
                continue
            if self.spoilt:
                raise _FaultError
            noun = {"items": "a list"}.get(each.name, "words")
            self.maker.diagnostics.error(
                "block-words",
                f"this .{self.kind.kind} is empty",
                self.body.where,
                f"write {noun} between its fences",
            )
            raise _FaultError


_WHAT = {
    Heading: "a heading",
    Div: "a div",
    QuotationElement: "a quotation",
    CodeElement: "code",
    RuleElement: "a rule",
    PictureElement: "a picture",
    TableElement: "a table",
}
_HIGHLIGHT = "name a row, an answer or row.answer; several have spaces between them"
_BARS = "write how many bars it may have, 1 or more"
_PLACES = range(4)
"""Decimals that figures of a survey may have: more would be noise."""
