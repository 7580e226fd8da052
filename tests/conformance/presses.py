"""The smallest press file that keeps every rule, in PDF syntax, to be broken one rule at a time."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.pdf.file import pack, stream

DATES = b"/CreationDate (D:20260102030405Z) /ModDate (D:20260102030405+01'00')"
XMP = b"""<rdf:Description>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">T</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-02T03:04:05Z</xmp:CreateDate>
<xmp:ModifyDate>2026-01-02T03:04:05+01:00</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-02T03:04:05Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass><pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></rdf:Description>"""
ICC = b"\0" * 12 + b"prtrCMYKLab " + b"\0" * 12 + b"acsp" + b"\0" * 92
GROUND = b"0.5 0.5 0 0 k -9 -9 118 118 re f "


@dataclass(frozen=True)
class Press:
    """A file of one page of 100 by 100 points; `objects` are numbered from 12."""

    content: bytes = b"0 0 0 1 k 20 20 30 30 re f"
    resources: bytes = b"/Font <</F1 8 0 R>>"
    boxes: bytes = b"/MediaBox [-20 -20 120 120] /BleedBox [-9 -9 109 109] /TrimBox [0 0 100 100]"
    page: bytes = b""
    catalog: bytes = b""
    info: bytes = b"/Title (T) /Trapped /False " + DATES
    xmp: bytes = XMP
    metadata: bytes = b"/Metadata 6 0 R"
    intent: bytes = b"/S /GTS_PDFX /OutputConditionIdentifier (FOGRA39) /DestOutputProfile 7 0 R"
    icc: bytes = ICC
    components: bytes = b"/N 4"
    font: bytes = b"/Subtype /Type0 /BaseFont /AAAAAA+Own /DescendantFonts [9 0 R]"
    descriptor: bytes = b"/FontFile2 11 0 R"
    objects: tuple[bytes, ...] = ()
    version: tuple[int, int] = (1, 6)
    second: bytes = b""

    def file(self) -> bytes:
        """The bytes of the file."""
        kids = b"3 0 R %d 0 R" % (12 + len(self.objects)) if self.second else b"3 0 R"
        second = (self.second,) if self.second else ()
        return pack(
            [
                b"<</Type /Catalog /Pages 2 0 R /OutputIntents [<<%b>>] %b %b>>"
                % (self.intent, self.metadata, self.catalog),
                b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, 1 + len(second)),
                b"<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <<%b>> %b %b>>"
                % (self.resources, self.boxes, self.page),
                stream(self.content),
                b"<<%b>>" % self.info,
                stream(self.xmp, b"/Type /Metadata /Subtype /XML", compress=False),
                stream(self.icc, self.components),
                b"<</Type /Font %b>>" % self.font,
                b"<</Type /Font /Subtype /CIDFontType2 /DW 500 /FontDescriptor 10 0 R>>",
                b"<</Type /FontDescriptor %b>>" % self.descriptor,
                stream(b"x"),
                *self.objects,
                *second,
            ],
            self.version,
            1,
            5,
        )


def words(size: float, colour: bytes = b"0 0 0 1 k", x: float = 20, y: float = 50) -> bytes:
    """One word of four letters."""
    return b"BT %b /F1 %g Tf %g %g Td <0001000200030004> Tj ET" % (colour, size, x, y)


def form(content: bytes, keys: bytes = b"") -> bytes:
    """A form of the page's size."""
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [-20 -20 120 120] " + keys)


def picture(width: int, height: int, keys: bytes, data: bytes = b"\0") -> bytes:
    """A picture by its keys; its samples matter only where ink is measured."""
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d " % (width, height)
    return stream(data, head + keys)
