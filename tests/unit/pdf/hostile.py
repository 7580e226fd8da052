"""Files made to harm: every place that ISO 32000-1 has for something that acts, and bombs."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from tests.unit.pdf.bound import made_by

if TYPE_CHECKING:
    from collections.abc import Callable

MARK = "evil"
"""A word that stands in everything that acts, and must be in nothing that we write."""


def name(words: str) -> NameObject:
    return NameObject(f"/{words}")


def table(**entries: Any) -> DictionaryObject:
    return DictionaryObject({name(key): value for key, value in entries.items()})


def script() -> DictionaryObject:
    return table(S=name("JavaScript"), JS=TextStringObject(f"app.alert('{MARK}')"))


def action(kind: str, **entries: Any) -> DictionaryObject:
    return table(Type=name("Action"), S=name(kind), **entries)


def file(writer: PdfWriter, called: str = f"{MARK}.exe") -> DictionaryObject:
    stream = DecodedStreamObject()
    stream.set_data(f"MZ {MARK}".encode())
    stream[name("Type")] = name("EmbeddedFile")
    made = writer._add_object(stream)
    words = TextStringObject(called)
    return table(Type=name("Filespec"), F=words, UF=words, EF=table(F=made, UF=made))


def annotation(writer: PdfWriter, kind: str, **entries: Any) -> Any:
    rect = ArrayObject([NumberObject(each) for each in (10, 10, 60, 30)])
    made = table(Type=name("Annot"), Subtype=name(kind), Rect=rect, **entries)
    return writer._add_object(made)


def hang(writer: PdfWriter, kind: str, **entries: Any) -> Any:
    made = annotation(writer, kind, **entries)
    page: Any = writer.pages[0]
    kept = page.get("/Annots", ArrayObject())
    page[name("Annots")] = ArrayObject([*list(kept.get_object()), made])
    return made


def _root(**entries: Callable[[PdfWriter], Any]) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        for key, make in entries.items():
            writer.root_object[name(key)] = make(writer)

    return change


def _page(**entries: Callable[[PdfWriter], Any]) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        for key, make in entries.items():
            writer.pages[0][name(key)] = make(writer)

    return change


def _hung(kind: str, **entries: Callable[[PdfWriter], Any]) -> Callable[[PdfWriter], None]:
    def change(writer: PdfWriter) -> None:
        hang(writer, kind, **{key: make(writer) for key, make in entries.items()})

    return change


def _linked(acts: Callable[[PdfWriter], DictionaryObject]) -> Callable[[PdfWriter], None]:
    return _hung("Link", A=acts)


def _scripts_by_name(writer: PdfWriter) -> None:
    held = ArrayObject([TextStringObject("start"), script()])
    writer.root_object[name("Names")] = table(JavaScript=table(Names=held))


def _bookmark(writer: PdfWriter) -> None:
    adds: Any = writer.add_outline_item
    item = adds(title="Harmless", page_number=0)
    item.get_object()[name("A")] = script()


def _in_the_tree(writer: PdfWriter) -> None:
    """A medium that the structure leads to, and so brings along."""
    made = hang(writer, "RichMedia", RichMediaContent=table(Assets=file(writer)))
    root: Any = writer.root_object["/StructTreeRoot"]
    top = root["/K"]
    top = (top[0] if isinstance(top, list) else top).get_object()
    kids = top["/K"]
    held = list(kids) if isinstance(kids, list) else [top.raw_get("/K")]
    top[name("K")] = ArrayObject([*held, table(Type=name("OBJR"), Obj=made)])


def _disguised(writer: PdfWriter) -> None:
    """A script that says that it is an element of the structure."""
    made = script()
    made.update({name("Type"): name("StructElem"), name("P"): NumberObject(0)})
    writer.pages[0][name("PieceInfo")] = table(Any=table(Private=made))


def _attached(writer: PdfWriter) -> None:
    writer.add_attachment(f"{MARK}.exe", f"MZ {MARK}".encode())


def _attached_as_data(writer: PdfWriter) -> None:
    writer.add_attachment("figures.csv", f"MZ {MARK}".encode())


def _attached_pdf(writer: PdfWriter) -> None:
    inner = PdfWriter()
    inner.add_blank_page(72, 72)
    inner.root_object[name("OpenAction")] = script()
    out = BytesIO()
    inner.write(out)
    writer.add_attachment("inner.pdf", out.getvalue())


def _form(writer: PdfWriter) -> None:
    field = hang(
        writer,
        "Widget",
        FT=name("Tx"),
        T=TextStringObject("field"),
        AA=table(K=script(), F=script()),
        A=script(),
        Parent=writer._add_object(table(AA=table(V=script()), T=TextStringObject("above"))),
    )
    xfa = DecodedStreamObject()
    xfa.set_data(f"<xdp>{MARK}</xdp>".encode())
    writer.root_object[name("AcroForm")] = table(Fields=ArrayObject([field]), XFA=xfa)


def _stream_elsewhere(writer: PdfWriter) -> None:
    stream: Any = writer.pages[0]["/Contents"]
    stream = stream[0] if isinstance(stream, list) else stream
    stream.get_object()[name("F")] = TextStringObject(f"http://{MARK}")


def _postscript(writer: PdfWriter) -> None:
    stream = DecodedStreamObject()
    stream.set_data(f"({MARK}) run".encode())
    stream.update({name("Type"): name("XObject"), name("Subtype"): name("PS")})
    resources: Any = writer.pages[0]["/Resources"]
    resources[name("XObject")] = table(Run=writer._add_object(stream))


def _words(writer: PdfWriter) -> Any:
    stream = DecodedStreamObject()
    stream.set_data(MARK.encode())
    return writer._add_object(stream)


WORDS = TextStringObject(MARK)
ARMED: dict[str, Callable[[PdfWriter], None]] = {
    "a script on opening": _root(OpenAction=lambda _: script()),
    "scripts of the document": _root(AA=lambda _: table(WC=script(), WS=script(), DP=script())),
    "scripts by name": _scripts_by_name,
    "a page's triggers": _page(AA=lambda _: table(O=script(), C=script())),
    "an annotation's triggers": _hung("Link", AA=lambda _: table(E=script(), PO=script())),
    "a link's script": _linked(lambda _: script()),
    "a link's script in a stream": _linked(lambda writer: action("JavaScript", JS=_words(writer))),
    "a script behind an address": _linked(
        lambda _: action("URI", URI=TextStringObject("https://example.org/"), Next=script())
    ),
    "an address that is a script": _linked(
        lambda _: action("URI", URI=TextStringObject(f"javascript:alert('{MARK}')"))
    ),
    "a script in disguise": _linked(
        lambda _: action("URI", URI=ByteStringObject(f" java\tscript:{MARK}".encode()))
    ),
    "an address of a file": _linked(
        lambda _: action("URI", URI=TextStringObject(f"file:///{MARK}"))
    ),
    "an address of its own": _hung(
        "Link", PA=lambda _: action("URI", URI=TextStringObject(f"javascript:{MARK}"))
    ),
    "a program": _linked(lambda _: action("Launch", F=WORDS, Win=table(F=WORDS))),
    "another file": _linked(lambda _: action("GoToR", F=WORDS, D=WORDS)),
    "a file within": _linked(lambda _: action("GoToE", F=WORDS, T=table(N=WORDS))),
    "a form sent": _linked(lambda _: action("SubmitForm", F=WORDS)),
    "a form reset": _linked(lambda _: action("ResetForm", Fields=ArrayObject([WORDS]))),
    "data read in": _linked(lambda _: action("ImportData", F=WORDS)),
    "a sound": _linked(lambda writer: action("Sound", Sound=_words(writer))),
    "a film": _linked(lambda _: action("Movie", T=WORDS)),
    "a rendition": _linked(lambda _: action("Rendition", JS=WORDS, R=table(N=WORDS))),
    "something hidden": _linked(lambda _: action("Hide", T=WORDS)),
    "layers switched": _linked(lambda _: action("SetOCGState", State=ArrayObject([WORDS]))),
    "a command": _linked(lambda _: action("Named", N=name(MARK))),
    "a thread": _linked(lambda _: action("Thread", D=WORDS, F=WORDS)),
    "a view in space": _linked(lambda _: action("GoTo3DView", V=WORDS)),
    "media commands": _linked(lambda _: action("RichMediaExecute", CMD=table(C=WORDS))),
    "a bookmark": _bookmark,
    "a file hung on a page": _hung("FileAttachment", FS=file),
    "a screen": _hung("Screen", A=lambda _: script()),
    "a film hung on a page": _hung("Movie", Movie=lambda _: table(F=WORDS)),
    "a sound hung on a page": _hung("Sound", Sound=_words),
    "a space hung on a page": _hung("3D", **{"3DD": _words}),
    "rich media": _in_the_tree,
    "a script as an element": _disguised,
    "a program attached": _attached,
    "a program called data": _attached_as_data,
    "a PDF that acts attached": _attached_pdf,
    "a form with scripts": _form,
    "content elsewhere": _stream_elsewhere,
    "PostScript": _postscript,
}
"""How a file is changed so that it would act, by what it would do."""


def armed(kind: str) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(made_by("typst")))
    ARMED[kind](writer)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


# -- bombs -----------------------------------------------------------------------------------------


def source(*objects: bytes, root: int = 1) -> bytes:
    """A file of objects as they are written, numbered from 1."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d /Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        start,
    )
    return bytes(out)


def stream(content: bytes, keys: bytes = b"") -> bytes:
    return b"<<%b /Length %d>>\nstream\n%b\nendstream" % (keys, len(content), content)


CATALOG = b"<</Type /Catalog /Pages 2 0 R>>"
PAGES = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
PAGE = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R %b>>"


def circle_of_pages() -> bytes:
    return source(CATALOG, b"<</Type /Pages /Kids [2 0 R 2 0 R] /Count 999999999>>")


def doubling_pages() -> bytes:
    """Forty nodes, each twice the next: a million million pages."""
    nodes = [
        b"<</Type /Pages /Kids [%d 0 R %d 0 R] /Count 1>>" % (number + 1, number + 1)
        for number in range(2, 42)
    ]
    return source(CATALOG, *nodes, b"<</Type /Page /MediaBox [0 0 200 200]>>")


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 200]>>"
    return source(
        CATALOG, b"<</Type /Pages /Kids [%b] /Count %d>>" % (kids, count), *[page] * count
    )


def multiplying_forms() -> bytes:
    """Twelve forms, each drawn ten times by the one before."""
    forms = [
        stream(
            b"/F Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F %d 0 R>>>>"
            % (number + 1),
        )
        for number in range(5, 17)
    ]
    last = stream(b"0 0 1 1 re f", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    page = PAGE % b"/Resources <</XObject <</F 5 0 R>>>>"
    return source(CATALOG, PAGES, page, stream(b"/F Do"), *forms, last)


def form_in_itself() -> bytes:
    form = stream(
        b"/F Do",
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</F 5 0 R>>>>",
    )
    page = PAGE % b"/Resources <</XObject <</F 5 0 R>>>>"
    return source(CATALOG, PAGES, page, stream(b"/F Do"), form)


def inflating(size: int) -> bytes:
    packed = zlib.compress(b" " * size, 9)
    return source(CATALOG, PAGES, PAGE % b"", stream(packed, b"/Filter /FlateDecode"))


def deep_arrays(depth: int) -> bytes:
    inner = b"[" * depth + b"]" * depth
    return source(CATALOG, PAGES, PAGE % (b"/Any " + inner), stream(b""))


def deep_structure(depth: int) -> bytes:
    elements = [
        b"<</Type /StructElem /S /Div /P %d 0 R /K %d 0 R>>" % (number - 1, number + 1)
        for number in range(6, 6 + depth)
    ]
    last = b"<</Type /StructElem /S /P /P %d 0 R>>" % (5 + depth)
    catalog = b"<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 5 0 R>>"
    root = b"<</Type /StructTreeRoot /K 6 0 R>>"
    return source(catalog, PAGES, PAGE % b"", stream(b""), root, *elements, last)


def circular_structure() -> bytes:
    catalog = b"<</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /StructTreeRoot 5 0 R>>"
    root = b"<</Type /StructTreeRoot /K 6 0 R>>"
    element = b"<</Type /StructElem /S /Div /P 5 0 R /K [6 0 R 7 0 R]>>"
    other = b"<</Type /StructElem /S /Div /P 6 0 R /K [6 0 R 7 0 R]>>"
    return source(catalog, PAGES, PAGE % b"", stream(b""), root, element, other)


def many_bookmarks(count: int) -> bytes:
    """Bookmarks in a row, the last followed by the first."""
    items = [
        b"<</Title (x) /Parent 5 0 R /Dest [3 0 R /Fit] /Next %d 0 R>>" % (number + 1)
        for number in range(6, 5 + count)
    ]
    last = b"<</Title (x) /Parent 5 0 R /Dest [3 0 R /Fit] /Next 6 0 R>>"
    catalog = b"<</Type /Catalog /Pages 2 0 R /Outlines 5 0 R>>"
    root = b"<</Type /Outlines /First 6 0 R /Last %d 0 R>>" % (5 + count)
    return source(catalog, PAGES, PAGE % b"", stream(b""), root, *items, last)


def sized(box: bytes) -> bytes:
    page = b"<</Type /Page /Parent 2 0 R /MediaBox %b>>" % box
    return source(CATALOG, PAGES, page)
