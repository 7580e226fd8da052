"""What an appendix's fonts, colours, words and tags allow the whole file to claim.

No validator stands in the product: what is looked at here are the faults that files of common
makers have, as far as they can be seen. `make judge` has veraPDF look at the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from briefing.operators import operations
from briefing.pdf.content import look_at_content
from briefing.pdf.join import LANGUAGE
from briefing.reading import FONT_FILES, content_of, entry, resolved

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pypdf.generic import IndirectObject, PdfObject

    from briefing.diagnostics import Diagnostics, Source
    from briefing.pdf.metadata import Kept

_ENCODINGS = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding"})
_IN_INKS = frozenset({b"k", b"K"})


def look_at_fonts(
    new: Sequence[DictionaryObject], kept: Kept, diagnostics: Diagnostics, where: Source
) -> None:
    """Take back claims where fonts are missing, or where letters cannot be told from shapes."""
    missing = {_name(each) for each in new if _is_without_file(each)}
    if missing:
        kept.accessible = kept.tagged = kept.archivable = False
        diagnostics.warning(
            "appendix-font-not-embedded",
            f"fonts are not embedded, so the file is no PDF/A: {', '.join(sorted(missing))}",
            where,
            "Export the PDF again with its fonts embedded.",
        )
    silent = {_name(each) for each in new if _is_silent(each)}
    if silent:
        kept.accessible = kept.tagged = False
        diagnostics.warning(
            "appendix-font-unreadable",
            "fonts do not say which letters their shapes are, so the file does not claim PDF/UA:"
            f" {', '.join(sorted(silent))}",
            where,
            "Export the PDF again from the program that made it.",
        )


def drop_lists(new: Sequence[DictionaryObject]) -> None:
    """Take out lists of what a font's file has: nothing needs them, and makers get them wrong.

    PDF/A and PDF/UA ask only that they be right (ISO 19005-3, 6.2.11.4.2).
    """
    for each in new:
        if "/FontName" in each:
            each.pop("/CIDSet", None)
            each.pop("/CharSet", None)


def look_at_colours(
    pages: Iterable[IndirectObject],
    new: Sequence[DictionaryObject],
    kept: Kept,
    diagnostics: Diagnostics,
    where: Source,
) -> None:
    """Take back PDF/A where a screen file would have colours in inks of no printing condition."""
    if any(map(_is_in_inks, pages)) or any(map(_draws_in_inks, new)):
        kept.archivable = False
        diagnostics.warning(
            "appendix-in-inks",
            "colours are given in inks (CMYK) of no known press, so the file is no PDF/A",
            where,
            "Name a rendition in RGB as its file, and this one as press.",
        )


def look_at_words(
    pages: Iterable[IndirectObject],
    tree: Mapping[int, PdfObject],
    kept: Kept,
    diagnostics: Diagnostics,
    where: Source,
) -> None:
    """Take back claims that what the pages show does not allow; `tree` leads to what is tagged."""
    looked = look_at_content(pages, tree)
    hint = "Export the PDF again from the program that made it."
    if looked.unsound:
        kept.accessible = kept.tagged = kept.archivable = False
        words = f"its pages have {', '.join(sorted(looked.unsound))}, so the file is no PDF/A"
        diagnostics.warning("appendix-unsound", words, where, hint)
    if looked.unheard:
        kept.accessible = kept.tagged = False
        words = f"so the file does not claim PDF/UA: {', '.join(sorted(looked.unheard))}"
        diagnostics.warning("appendix-unheard", f"its pages cannot be heard, {words}", where, hint)
    if looked.unsaid:
        kept.tagged = False
        words = f"its pages have {', '.join(sorted(looked.unsaid))}"
        diagnostics.warning(
            "appendix-unsaid", f"{words}, so the file claims PDF/A without its level A", where, hint
        )


def tell_strays(strays: int, kept: Kept, diagnostics: Diagnostics, where: Source) -> None:
    """Take back PDF/UA where `strays` things stand outside the tags (ISO 14289-1, 7.1)."""
    if not strays:
        return
    kept.accessible = kept.tagged = False
    diagnostics.warning(
        "appendix-partly-tagged",
        "words, pictures or fields stand outside the PDF's tags in"
        f" {strays} place{'' if strays == 1 else 's'}, so the file does not claim PDF/UA",
        where,
        "Screen readers do not find them; export the PDF again as an accessible PDF.",
    )


def drop_languages(
    new: Sequence[DictionaryObject],
    source: DictionaryObject,
    diagnostics: Diagnostics,
    where: Source,
) -> None:
    """Take out languages that no reader knows (ISO 19005-3, 6.7.4): they are no tags."""
    wrong = set()
    for each in (*new, source):
        language = entry(each, "/Lang", TextStringObject)
        if language is not None and language and not LANGUAGE.fullmatch(language):
            wrong.add(str(language))
    for each in new:
        if str(resolved(each.get("/Lang"))) in wrong:
            each.pop("/Lang")
    if wrong:
        diagnostics.warning(
            "appendix-language",
            f"it says that it is in '{min(wrong)}', which is no language tag; it is read out in"
            " the document's language",
            where,
            "Set the language in the program that made it, and export it again.",
        )


def _name(font: DictionaryObject) -> str:
    return str(resolved(font.get("/BaseFont", font.get("/FontName", "/?")))).removeprefix("/")


def _is_without_file(font: DictionaryObject) -> bool:
    if font.get("/Type") == "/FontDescriptor":
        return not any(key in font for key in FONT_FILES)
    simple = font.get("/Type") == "/Font" and font.get("/Subtype") in {"/Type1", "/TrueType"}
    return simple and "/FontDescriptor" not in font


def _is_silent(font: DictionaryObject) -> bool:
    """Whether no viewer can say the letters of a font (ISO 14289-1, 7.21.7)."""
    if font.get("/Type") != "/Font" or "/ToUnicode" in font:
        return False
    kind = font.get("/Subtype")
    if kind == "/Type0":
        return str(resolved(font.get("/Encoding", ""))).startswith("/Identity")
    encoding = resolved(font.get("/Encoding"))
    if kind == "/Type3":
        return True
    if kind != "/TrueType":
        return False
    base = encoding.get("/BaseEncoding") if isinstance(encoding, DictionaryObject) else encoding
    return str(resolved(base)) not in _ENCODINGS


def _is_in_inks(page: IndirectObject) -> bool:
    return _uses_inks(content_of(page), entry(page, "/Resources", DictionaryObject))


def _uses_inks(content: bytes, resources: DictionaryObject | None) -> bool:
    if "/DefaultCMYK" in (entry(resources, "/ColorSpace", DictionaryObject) or ()):
        return False
    if not any(each in content for each in (b"k", b"K", b"DeviceCMYK", b"/CMYK")):
        return False
    return any(
        each.operator in _IN_INKS
        or (each.operator in {b"cs", b"CS"} and b"/DeviceCMYK" in each.operands)
        for each in operations(content)
    )


def _draws_in_inks(each: DictionaryObject) -> bool:
    """Whether a picture, a form or a shading is in the inks of a device."""
    if not isinstance(each, StreamObject) and "/ShadingType" not in each:
        return False
    space = resolved(each.get("/ColorSpace"))
    if isinstance(space, ArrayObject) and len(space) > 1 and space[0] == "/Indexed":
        space = space[1]
    if isinstance(space, NameObject) and space == "/DeviceCMYK":
        return True
    is_form = isinstance(each, StreamObject) and each.get("/Subtype") == "/Form"
    return is_form and _uses_inks(
        each.get_data(),  # type: ignore[attr-defined] # a form is a stream
        entry(each, "/Resources", DictionaryObject),
    )
