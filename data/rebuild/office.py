"""A document of pages like the report's slides, made a tagged PDF/A by LibreOffice.

The document is written as flat OpenDocument text (OASIS OpenDocument 1.3, part 3): named styles for
every element, so that LibreOffice tags what it exports (H1, H2, L, Table, TH); columns are
sections. Size and margins are those of the report's slides; type and colours are nobody's, one sans
serif in black and greys, so that the pages stand in a report of any brand as what they are, a form.
qpdf packs the many small objects of the tags. The file for the press has the same pages in black
alone, without tags.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from complete import check_complete
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    RectangleObject,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FONTS = Path(__file__).resolve().parents[2] / "styles" / "civic" / "fonts"
TEXT, STRONG = "Source Sans 3", "Source Sans 3 Semibold"
INK, QUIET, RULE = "#1A1A1A", "#5E5E5E", "#BDBDBD"
PRESS = {
    INK: (0, 0, 0, 1),
    QUIET: (0, 0, 0, 0.72),
    RULE: (0, 0, 0, 0.3),
    "#000000": (0, 0, 0, 1),
}
"""The greys as they are printed; LibreOffice sets black where nothing is said."""

WIDTH, HEIGHT, SIDE, TOP = 338.67, 190.5, 18.0, 12.0
"""The page of the report's slides and its margins, in millimetres."""
FOOT = 12.0
"""What stands free at the foot of a page, in millimetres: the report prints its folio there."""
KICKER = 8.2
"""The height of the line above a headline, in millimetres."""
MEASURE, GUTTER = WIDTH - 2 * SIDE, 9.0
BLEED = 3 * 72 / 25.4
"""How far the paper of the press file goes on beyond where it is cut, in points: 3 mm."""
BOX = "\N{WHITE SQUARE}"
PACKING = ("--object-streams=generate", "--recompress-flate", "--deterministic-id")
EXPORT = {
    "SelectPdfVersion": ("long", "2"),  # PDF/A-2b
    "UseTaggedPDF": ("boolean", "true"),
    "PDFUACompliance": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "UseLosslessCompression": ("boolean", "true"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, its paragraph's style, and its own."""

    words: str
    style: str
    cell: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a page: its width in millimetres, and what stands in it."""

    width: float
    blocks: tuple[str, ...]


class Document:
    """Flat OpenDocument text that grows page by page."""

    def __init__(self, title: str, subject: str) -> None:
        self.title = title
        self.subject = subject
        self._body: list[str] = []
        self._styles: list[str] = []
        self._made = 0
        self._pages: list[int] = []

    def page(self, headline: str) -> None:
        """Begin a page: a line that says whose it is, and its headline."""
        self._pages.append(len(self._body))
        if not self._body:
            self._body.append(_heading(1, self.title, "Heading_20_1"))
            self._body.append(_heading(2, headline, "Heading_20_2"))
        else:
            self._body.append(_heading(2, headline, "NextHeadline"))

    def row(self, *columns: Column, last: bool = False) -> None:
        """Add what stands beside each other; a column alone takes the measure.

        Each of the `last` row of a page goes down as far as it needs, others are as high as each
        other.
        """
        if len(columns) == 1:
            self._body.extend(columns[0].blocks)
            return
        name = self._name("Row")
        self._styles.append(_section(name, [each.width for each in columns], balanced=not last))
        words = []
        for place, column in enumerate(columns):
            first = column.blocks[0]
            if place:
                first = first.replace('"Heading_20_3"', '"NextColumn"', 1)
            words += [first, *column.blocks[1:]]
        self._body.append(
            f'<text:section text:style-name="{name}" text:name="{name}">{"".join(words)}'
            "</text:section>"
        )

    def table(
        self, heads: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]], widths: list[float]
    ) -> str:
        """Make a table, its widths in millimetres; the first column heads the rows."""
        name = self._name("Table")
        self._styles.append(_table_style(name, widths))
        columns = "".join(
            f'<table:table-column table:style-name="{name}.{place}"/>'
            for place in range(len(widths))
        )
        head = "".join(map(_row, heads))
        return (
            f'<table:table table:name="{name}" table:style-name="{name}">{columns}'
            f"<table:table-header-rows>{head}</table:table-header-rows>"
            f"{''.join(map(_row, rows))}</table:table>"
        )

    def pages(self) -> list[tuple[str, ...]]:
        """The words of each page, as many as stand in one style together."""
        ends = [*self._pages[1:], len(self._body)]
        return [
            tuple(
                unescape(words) for each in self._body[start:end] for words in _TEXTS.findall(each)
            )
            for start, end in zip(self._pages, ends, strict=True)
        ]

    def write(self) -> str:
        """Give the document as flat OpenDocument text."""
        return _FLAT.format(
            title=escape(self.title),
            subject=escape(self.subject),
            styles=_STYLES,
            own="".join(self._styles),
            body="".join(self._body),
        )

    def _name(self, kind: str) -> str:
        self._made += 1
        return f"{kind}{self._made}"


def question(words: str) -> str:
    """Make the heading of a question or a table."""
    return _heading(3, words, "Heading_20_3")


def paragraph(words: str, style: str = "Text_20_body", after: str = "") -> str:
    """Make a paragraph in a named style; what comes `after` in it is set apart by its colour."""
    quiet = f' <text:span text:style-name="Quiet">{_words(after)}</text:span>' if after else ""
    return f'<text:p text:style-name="{style}">{_words(words)}{quiet}</text:p>'


def ticks(answers: Iterable[str]) -> str:
    """Make a list of answers, each with a box to tick."""
    items = "".join(
        f'<text:list-item><text:p text:style-name="Answer">{_words(answer)}</text:p>'
        "</text:list-item>"
        for answer in answers
    )
    return f'<text:list text:style-name="Ticks">{items}</text:list>'


def lines(count: int) -> str:
    """Make lines to write on."""
    return '<text:p text:style-name="Line"/>' * count


_TEXTS = re.compile(r">([^<>]*\S[^<>]*)<")


def export(document: Document, target: Path) -> None:
    """Write the document as PDF/A-2b, tagged, and as ``…-press.pdf`` in press colours."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        made = _convert(document.write(), room, target.stem)
        check_complete(document, [page.extract_text() for page in PdfReader(made).pages])
        printed = room / f"{target.stem}-press.pdf"
        _in_press_colours(made, printed)
        _head_rows(made)
        _run("qpdf", *PACKING, made, target)
        _run("qpdf", *PACKING, printed, target.with_name(printed.name))


def _convert(words: str, room: Path, name: str) -> Path:
    """Have LibreOffice make a PDF of a flat text, with the repository's own fonts."""
    options = ",".join(
        f'"{key}":{{"type":"{kind}","value":"{value}"}}' for key, (kind, value) in EXPORT.items()
    )
    fonts = room / "fonts.conf"
    fonts.write_text(_FONTCONFIG.format(fonts=FONTS, cache=room / "cache"), encoding="utf-8")
    source = room / f"{name}.fodt"
    source.write_text(words, encoding="utf-8")
    _run(
        "soffice",
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        f"pdf:writer_pdf_Export:{{{options}}}",
        "--outdir",
        room,
        source,
        env={"FONTCONFIG_FILE": str(fonts), "TZ": "UTC"},
    )
    return source.with_suffix(".pdf")


def _run(tool: str, *arguments: str | Path, env: Mapping[str, str] | None = None) -> None:
    path = shutil.which(tool)
    if not path:
        raise SystemExit(f"The appendices need {tool}, which is not on the path.")
    command = [path, *map(str, arguments)]
    environment = {**os.environ, **(env or {})}
    subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - ours


def _head_rows(path: Path) -> None:
    """Make the first cell of each row of boxes the head of its row: LibreOffice heads columns."""
    writer = PdfWriter(clone_from=path)
    for row in _elements(writer.root_object["/StructTreeRoot"], "/TR"):
        cells = [each.get_object() for each in row["/K"]]
        if cells[-1]["/S"] != "/TD":
            continue
        head = cells[0]
        known = head.get("/A", ArrayObject()).get_object()
        known = [known] if isinstance(known, DictionaryObject) else known
        kept = [each for each in known if each.get_object()["/O"] != "/Table"]
        scope = {NameObject(key): NameObject(value) for key, value in _OF_A_ROW.items()}
        head[NameObject("/A")] = ArrayObject([*kept, DictionaryObject(scope)])
        head[NameObject("/S")] = NameObject("/TH")
    writer.write(path)


_OF_A_ROW = {"/O": "/Table", "/Scope": "/Row"}


def _elements(parent: Any, role: str) -> Iterator[Any]:
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object()
        if isinstance(element, dict) and "/S" in element:
            if element["/S"] == role:
                yield element
            yield from _elements(element, role)


_COLOUR = re.compile(rb"(?<![\d.])([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b")


def _in_press_colours(source: Path, target: Path) -> None:
    """Write the pages alone, every grey as a part of black."""
    writer = PdfWriter()
    for each in PdfReader(source).pages:
        page = writer.add_page(each)
        for key in ("/Group", "/StructParents", "/Annots"):
            page.pop(key, None)
        content = page.get_contents()
        stream = DecodedStreamObject()
        if content is not None:
            stream.set_data(_COLOUR.sub(_printed, content.get_data()))
        number = writer._add_object(stream)  # noqa: SLF001 - pypdf tells no other way
        page[NameObject("/Contents")] = number
        width, height = page.mediabox.width, page.mediabox.height
        page.trimbox = RectangleObject((0, 0, width, height))
        page.mediabox = RectangleObject((-BLEED, -BLEED, width + BLEED, height + BLEED))
        page.bleedbox = page.mediabox
        page.pop("/CropBox", None)
    writer.write(target)


def _printed(found: re.Match[bytes]) -> bytes:
    wanted = tuple(round(255 * float(each)) for each in found.groups()[:3])
    for name, inks in PRESS.items():
        if tuple(int(name[at : at + 2], 16) for at in (1, 3, 5)) == wanted:
            return " ".join(f"{each:g}" for each in inks).encode() + (
                b" k" if found[4] == b"rg" else b" K"
            )
    raise SystemExit(f"No press colour stands for {found[0].decode()}.")


def _words(words: str) -> str:
    return escape(words.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"), quote=False)


def _heading(level: int, words: str, style: str) -> str:
    return (
        f'<text:h text:style-name="{style}" text:outline-level="{level}">{_words(words)}</text:h>'
    )


def _row(cells: Sequence[Cell]) -> str:
    parts = (
        f'<table:table-cell table:style-name="{each.cell}" office:value-type="string">'
        f'<text:p text:style-name="{each.style}">{_words(each.words)}</text:p>'
        "</table:table-cell>"
        for each in cells
    )
    return f'<table:table-row table:style-name="Row">{"".join(parts)}</table:table-row>'


def _table_style(name: str, widths: Sequence[float]) -> str:
    columns = "".join(
        f'<style:style style:name="{name}.{place}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width:.2f}mm"/></style:style>'
        for place, width in enumerate(widths)
    )
    return (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{sum(widths):.2f}mm" table:align="left" fo:margin-top="0mm" '
        f'fo:margin-bottom="1mm" style:may-break-between-rows="false" '
        f'table:border-model="collapsing"/></style:style>{columns}'
    )


def _section(name: str, widths: Sequence[float], *, balanced: bool) -> str:
    """A section of columns; half of each gutter belongs to the column on either side."""
    parts = []
    for place, width in enumerate(widths):
        start = GUTTER / 2 if place else 0.0
        end = GUTTER / 2 if place + 1 < len(widths) else 0.0
        parts.append(
            f'<style:column style:rel-width="{round(100 * (width + start + end))}*" '
            f'fo:start-indent="{start}mm" fo:end-indent="{end}mm"/>'
        )
    return (
        f'<style:style style:name="{name}" style:family="section"><style:section-properties '
        f'text:dont-balance-text-columns="{str(not balanced).lower()}" style:editable="false">'
        f'<style:columns fo:column-count="{len(widths)}">'
        f"{''.join(parts)}</style:columns></style:section-properties></style:style>"
    )


def _style(
    name: str,
    size: float,
    leading: float,
    *,
    above: float = 0,
    below: float = 0,
    family: str = TEXT,
    bold: bool = False,
    colour: str = INK,
    align: str = "start",
    parent: str = "Standard",
    level: int = 0,
    more: str = "",
    page: str = "",
) -> str:
    outline = f' style:default-outline-level="{level}"' if level else ""
    outline += f' style:master-page-name="{page}"' if page else ""
    together = ' fo:keep-with-next="always"' if level else ""
    return (
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" '
        f'style:family="paragraph" style:parent-style-name="{parent}"{outline}>'
        f'<style:paragraph-properties fo:margin-top="{above}mm" fo:margin-bottom="{below}mm" '
        f'fo:line-height="{leading}pt" fo:text-align="{align}" fo:orphans="2" fo:widows="2"'
        f"{together}{more}/>"
        f'<style:text-properties style:font-name="{family}" fo:font-size="{size}pt" '
        f'fo:font-weight="{"bold" if bold else "normal"}" fo:color="{colour}"/></style:style>'
    )


_HEADLINE: dict[str, Any] = {"bold": True, "below": 2.4, "level": 2}
_QUESTION: dict[str, Any] = {"bold": True, "below": 0.4, "level": 3}
_STYLES = "".join(
    [
        _style("Text_20_body", 12, 15, below=1.6),
        _style("Lead", 14, 19, below=2.5),
        _style(
            *("Heading_20_1", 14, 18),
            bold=True,
            colour=QUIET,
            below=KICKER - 18 * 0.3528,
            level=1,
            page="First",
        ),
        _style("Kicker", 14, 18, bold=True, colour=QUIET),
        _style("Heading_20_2", 24, 27, **_HEADLINE),
        _style(
            *("NextHeadline", 24, 27),
            **_HEADLINE,
            parent="Heading_20_2",
            more=' fo:break-before="page"',
        ),
        _style("Heading_20_3", 14, 17, **_QUESTION, above=4),
        _style(
            *("NextColumn", 14, 17),
            **_QUESTION,
            parent="Heading_20_3",
            more=' fo:break-before="column"',
        ),
        _style("Question", 12, 15, below=1.2),
        _style("Note", 12, 14, colour=QUIET),
        _style("Answer", 12, 15, below=0.9),
        _style(
            "Line",
            12,
            15,
            more=(
                f' fo:padding-bottom="6mm" fo:border-bottom="0.5pt solid {QUIET}"'
                ' style:join-border="false"'
            ),
        ),
        _style("Table_20_Heading", 12, 14),
        _style("Corner", 12, 14, family=STRONG, parent="Table_20_Heading"),
        _style("BoxHead", 12, 14, parent="Table_20_Heading", align="center"),
        _style("Box", 16, 14, align="center"),
    ]
)

_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def _faces() -> str:
    return "".join(
        f'<style:font-face style:name="{each}" svg:font-family="\'{each}\'" '
        'style:font-pitch="variable"/>'
        for each in (TEXT, STRONG)
    )


def _layout(name: str, top: float, header: str) -> str:
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties '
        f'fo:page-width="{WIDTH}mm" fo:page-height="{HEIGHT}mm" '
        f'style:print-orientation="landscape" fo:margin-left="{SIDE}mm" '
        f'fo:margin-right="{SIDE}mm" fo:margin-top="{top}mm" fo:margin-bottom="{FOOT}mm"/>'
        f"{header}</style:page-layout>"
    )


_HEADER = (
    f'<style:header-style><style:header-footer-properties svg:height="{KICKER}mm" '
    'fo:margin-bottom="0mm" style:dynamic-spacing="false"/></style:header-style>'
)


def _cell(
    name: str, edges: str, *, left: float = 2.0, right: float = 0.0, align: str = "middle"
) -> str:
    return (
        f'<style:style style:name="{name}" style:family="table-cell"><style:table-cell-properties '
        f'style:vertical-align="{align}" fo:padding-top="0.2mm" fo:padding-bottom="0.2mm" '
        f'fo:padding-left="{left}mm" fo:padding-right="{right}mm" fo:border-left="none" '
        f'fo:border-right="none" {edges}/></style:style>'
    )


def _edges(top: str, bottom: str) -> str:
    return f'fo:border-top="{top}" fo:border-bottom="{bottom}"'


_THIN, _FIRM = f"0.5pt solid {RULE}", f"1pt solid {INK}"
_CELLS = "".join(
    [
        _cell("Stub", _edges("none", _THIN), left=0),
        _cell("HeadStub", _edges("none", _FIRM), left=0, align="bottom"),
        _cell("BoxHeadCell", _edges("none", _FIRM), left=0.8, right=0.8, align="bottom"),
        _cell("BoxCell", _edges("none", _THIN), left=0),
    ]
)

_FLAT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{{title}}</dc:title><dc:subject>{{subject}}</dc:subject>
<dc:language>en-GB</dc:language></office:meta>
<office:font-face-decls>{_faces()}</office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties style:tab-stop-distance="10mm"/>
<style:text-properties style:font-name="{TEXT}" fo:language="en" fo:country="GB"
 style:use-window-font-color="false" fo:color="{INK}"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Quiet" style:family="text">
<style:text-properties fo:color="{QUIET}"/></style:style>
{{styles}}
<text:list-style style:name="Ticks">
<text:list-level-style-bullet text:level="1" text:bullet-char="{BOX}">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="6mm"
 fo:text-indent="-6mm" text:list-tab-stop-position="6mm"/></style:list-level-properties>
<style:text-properties style:font-name="{TEXT}" fo:font-size="16pt" fo:color="{INK}"/>
</text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Row" style:family="table-row">
<style:table-row-properties fo:keep-together="always"/></style:style>
{_CELLS}
{{own}}{_layout("FirstPage", TOP, "")}{_layout("Page", TOP, _HEADER)}
</office:automatic-styles>
<office:master-styles>
<style:master-page style:name="First" style:page-layout-name="FirstPage"
 style:next-style-name="Standard"/>
<style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p text:style-name="Kicker">{{title}}</text:p></style:header>
</style:master-page>
</office:master-styles>
<office:body><office:text>{{body}}</office:text></office:body>
</office:document>
"""
