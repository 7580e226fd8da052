"""A document of headings, paragraphs, lists and tables, made a tagged PDF/A by LibreOffice.

The document is written as flat OpenDocument text (OASIS OpenDocument 1.3, part 3): named styles for
every element, so that LibreOffice tags what it exports (H1, H2, L, Table, TH). qpdf packs the many
small objects of the tags. For the press Ghostscript makes it black ink alone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pypdf import PdfWriter
from pypdf.generic import NameObject

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

FONTS = Path(__file__).resolve().parents[2] / "styles" / "civic" / "fonts"
FAMILY = "Source Sans 3"
INK, QUIET, RULE, TINT, BLACK = "#1c2b33", "#4d5d66", "#9fb0b8", "#e9eff1", "#000000"
LONG = 12
"""Tables with more rows than this may break across pages; their heads are repeated."""
BOX = "\N{BALLOT BOX}"
PACKING = ("--object-streams=generate", "--recompress-flate", "--deterministic-id")
ONE_INK = (
    *("-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-dCompatibilityLevel=1.6"),
    *("-sColorConversionStrategy=Gray", "-sProcessColorModel=DeviceGray", "-dEmbedAllFonts=true"),
)
EXPORT = {
    "SelectPdfVersion": ("long", "2"),  # PDF/A-2b
    "UseTaggedPDF": ("boolean", "true"),
    "PDFUACompliance": ("boolean", "true"),
    "ExportBookmarks": ("boolean", "true"),
    "UseLosslessCompression": ("boolean", "true"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A page: its size, margins and the space within cells in millimetres, body type in points."""

    width: float
    height: float
    sides: float
    top: float
    bottom: float
    size: float
    pad: float

    @property
    def measure(self) -> float:
        """The width between the margins, in millimetres."""
        return self.width - 2 * self.sides


class Document:
    """Flat OpenDocument text that grows element by element."""

    def __init__(self, title: str, subject: str, paper: Paper) -> None:
        self.title = title
        self.subject = subject
        self.paper = paper
        self._body: list[str] = []
        self._tables: list[str] = []

    def heading(self, level: int, words: str) -> None:
        """Add a heading; it stays with what follows."""
        self._body.append(
            f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">'
            f"{_words(words)}</text:h>"
        )

    def paragraph(self, words: str, style: str = "Text_20_body") -> None:
        """Add a paragraph in a named style: ``Text_20_body``, ``Question``, ``Hint``, ``Base``."""
        self._body.append(f'<text:p text:style-name="{style}">{_words(words)}</text:p>')

    def ticks(self, answers: Iterable[str]) -> None:
        """Add a list of answers, each with a box to tick."""
        items = "".join(
            f'<text:list-item><text:p text:style-name="Answer">{_words(answer)}</text:p>'
            "</text:list-item>"
            for answer in answers
        )
        self._body.append(f'<text:list text:style-name="Ticks">{items}</text:list>')

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        share: float = 1.0,
        keep: bool = False,
    ) -> None:
        """Add a table: heads repeat on every page, the first column heads the rows.

        `widths` are in proportion to each other, `share` is how much of the measure they take.
        With `keep` the table stays with what follows.
        """
        name = f"Table{len(self._tables) + 1}"
        unit = share * self.paper.measure / sum(widths)
        shares = [width * unit for width in widths]
        self._tables.append(_table_style(name, shares, breaks=len(rows) > LONG, keep=keep))
        columns = "".join(
            f'<table:table-column table:style-name="{name}.{place}"/>'
            for place in range(len(shares))
        )
        head = _row([(words, "ColumnHead") for words in heads], "HeadCell", first="Corner")
        body = "".join(
            _row([(words, "Figure") for words in row], "Cell", first="Table_20_Heading")
            for row in rows
        )
        self._body.append(
            f'<table:table table:name="{name}" table:style-name="{name}">{columns}'
            f"<table:table-header-rows>{head}</table:table-header-rows>{body}</table:table>"
        )

    def write(self) -> str:
        """Give the document as flat OpenDocument text."""
        return _FLAT.format(
            title=escape(self.title),
            subject=escape(self.subject),
            family=FAMILY,
            styles=_styles(self.paper.size),
            pad=self.paper.pad,
            tables="".join(self._tables),
            page=_page(self.paper),
            body="".join(self._body),
        )


def export(document: Document, target: Path) -> None:
    """Write the document as PDF/A-2b, tagged, and as ``…-press.pdf`` in black ink alone."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        words = document.write()
        screen = _convert(words, room, target.stem)
        _head_rows(screen)
        _run("qpdf", *PACKING, screen, target)
        press = _convert(
            words.replace(INK, BLACK).replace(QUIET, BLACK), room, f"{target.stem}-press"
        )
        _run("gs", *ONE_INK, f"-sOutputFile={target.with_name(press.name)}", press)


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
    """Give the first cell of a row the scope of a row: LibreOffice heads columns with every TH."""
    writer = PdfWriter(clone_from=path)
    for row in _elements(writer.root_object["/StructTreeRoot"], "/TR"):
        cells = [each.get_object() for each in row["/K"]]
        if cells[0]["/S"] == "/TH" and cells[-1]["/S"] == "/TD":
            for attributes in cells[0]["/A"]:
                if attributes.get_object()["/O"] == "/Table":
                    attributes.get_object()[NameObject("/Scope")] = NameObject("/Row")
    writer.write(path)


def _elements(parent: Any, role: str) -> Iterator[Any]:
    kids = parent.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object()
        if isinstance(element, dict) and "/S" in element:
            if element["/S"] == role:
                yield element
            yield from _elements(element, role)


def _words(words: str) -> str:
    return escape(words.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"), quote=False)


def _row(cells: Sequence[tuple[str, str]], style: str, *, first: str) -> str:
    parts = []
    for place, (words, paragraph) in enumerate(cells):
        chosen = first if place == 0 else paragraph
        parts.append(
            f'<table:table-cell table:style-name="{style}" office:value-type="string">'
            f'<text:p text:style-name="{chosen}">{_words(words)}</text:p></table:table-cell>'
        )
    return f'<table:table-row table:style-name="Row">{"".join(parts)}</table:table-row>'


def _table_style(name: str, shares: Sequence[float], *, breaks: bool, keep: bool) -> str:
    columns = "".join(
        f'<style:style style:name="{name}.{place}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{share:.2f}mm"/></style:style>'
        for place, share in enumerate(shares)
    )
    together = ' fo:keep-with-next="always"' if keep else ""
    return (
        f'<style:style style:name="{name}" style:family="table"><style:table-properties '
        f'style:width="{sum(shares):.2f}mm" table:align="left" fo:margin-top="2mm" '
        f'fo:margin-bottom="2mm" style:may-break-between-rows="{str(breaks).lower()}" '
        f'table:border-model="collapsing"{together}/></style:style>{columns}'
    )


def _styles(size: float) -> str:
    lines = [
        _style("Text_20_body", size, below=2.2),
        _style("Heading_20_1", size * 2.6, above=0, below=4, bold=True, level=1),
        _style("Heading_20_2", size * 1.45, above=7, below=1.2, bold=True, level=2),
        _style("Question", size * 1.1, below=2.2, keep=True),
        _style("Hint", size * 0.92, below=2.2, colour=QUIET, keep=True),
        _style("Base", size * 0.92, below=1, colour=QUIET),
        _style("Answer", size, below=0.7),
        _style("Line", size * 0.92, above=1, below=3, colour=QUIET, line=True),
        _style("Table_20_Heading", size),
        _style("Corner", size, bold=True, parent="Table_20_Heading"),
        _style("ColumnHead", size * 0.92, bold=True, parent="Table_20_Heading", align="center"),
        _style("Figure", size, align="center"),
    ]
    return "".join(lines)


def _style(
    name: str,
    size: float,
    *,
    above: float = 0,
    below: float = 0,
    bold: bool = False,
    keep: bool = False,
    line: bool = False,
    level: int = 0,
    colour: str = INK,
    align: str = "start",
    parent: str = "Standard",
) -> str:
    outline = f' style:default-outline-level="{level}"' if level else ""
    border = f' fo:border-bottom="0.5pt solid {RULE}" fo:padding-bottom="13mm"' if line else ""
    together = ' fo:keep-with-next="always"' if keep or level else ""
    weight = "bold" if bold else "normal"
    return (
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" '
        f'style:family="paragraph" '
        f'style:parent-style-name="{parent}"{outline}>'
        f'<style:paragraph-properties fo:margin-top="{above}mm" fo:margin-bottom="{below}mm" '
        f'fo:text-align="{align}" fo:orphans="2" fo:widows="2"{together}{border}/>'
        f'<style:text-properties style:font-name="{FAMILY}" fo:font-size="{size:.1f}pt" '
        f'fo:font-weight="{weight}" fo:color="{colour}"/></style:style>'
    )


def _page(paper: Paper) -> str:
    return (
        f'<style:page-layout style:name="Page"><style:page-layout-properties '
        f'fo:page-width="{paper.width}mm" fo:page-height="{paper.height}mm" '
        f'fo:margin-left="{paper.sides}mm" fo:margin-right="{paper.sides}mm" '
        f'fo:margin-top="{paper.top}mm" fo:margin-bottom="{paper.bottom}mm"/></style:page-layout>'
    )


_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""

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
<office:font-face-decls><style:font-face style:name="{{family}}"
 svg:font-family="'{{family}}'" style:font-pitch="variable"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties style:tab-stop-distance="10mm" fo:line-height="118%"/>
<style:text-properties style:font-name="{{family}}" fo:language="en" fo:country="GB"
 style:use-window-font-color="false"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
{{styles}}
<text:list-style style:name="Ticks">
<text:list-level-style-bullet text:level="1" text:bullet-char="{BOX}">
<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">
<style:list-level-label-alignment text:label-followed-by="listtab" fo:margin-left="7mm"
 fo:text-indent="-7mm" text:list-tab-stop-position="7mm"/></style:list-level-properties>
<style:text-properties style:font-name="{{family}}" fo:color="{QUIET}"/>
</text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Row" style:family="table-row">
<style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties
 style:vertical-align="middle" fo:padding="{{pad}}mm" fo:border-top="none" fo:border-left="none"
 fo:border-right="none" fo:border-bottom="0.5pt solid {RULE}"/></style:style>
<style:style style:name="HeadCell" style:family="table-cell"><style:table-cell-properties
 style:vertical-align="bottom" fo:padding="{{pad}}mm" fo:border-top="none" fo:border-left="none"
 fo:border-right="none" fo:border-bottom="1pt solid {INK}" fo:background-color="{TINT}"/>
</style:style>
{{tables}}{{page}}
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"/>
</office:master-styles>
<office:body><office:text>{{body}}</office:text></office:body>
</office:document>
"""
