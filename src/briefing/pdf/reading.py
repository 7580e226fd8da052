"""The words of a finished file, page by page, as a reader would copy them out."""

from __future__ import annotations

import re

import pypdfium2

_DIVIDED = re.compile("[\N{SOFT HYPHEN}\ufffe\x02]\\s*")
"""A hyphen at the end of a line that is no part of its word."""


def page_words(content: bytes) -> tuple[str, ...]:
    """The words of each page with one space between them, lines and columns aside."""
    document = pypdfium2.PdfDocument(content)
    try:
        return tuple(
            " ".join(_DIVIDED.sub("", page.get_textpage().get_text_range()).split())
            for page in document
        )
    finally:
        document.close()
