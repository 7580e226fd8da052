"""Delimited text to `Rows`: encoding, separator and line ends as files really come.

Everything stays text: "NA", "None" and "1-5" are answers until a codebook says what they mean.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import sys
from itertools import islice
from typing import TYPE_CHECKING

from briefing.diagnostics import Source
from briefing.survey.labels import quoted
from briefing.survey.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices

SUFFIXES = (".csv", ".tsv", ".txt")

_SEPARATORS = ",;\t"
_TASTED = 200
"""Rows by which the separator is told."""
_SAID = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)
_LOST = re.compile(r"\?(?<=[^\W\d_]\?)(?=[^\W\d_])")
"""A question mark between two letters; it is looked for first, since it is rare."""
_ODD = re.compile(
    r"(?<=[a-z])(?:[^\W\d_a-zA-Z](?<=[\u00c0-\u00de\u0152\u0160\u017d\u0178])"
    r"|[\u00a1-\u00bf\u02c6\u02dc\u0192\u2020-\u2022\u2030\u220f-\u2265\u25ca](?=[a-z]))"
)
"""A capital with an accent behind a small letter, or a sign between two: read by a wrong table."""
_UTF8 = re.compile(rb"\xe2\x80[\x90-\xa6]|\xc3[\xa1-\xbf]")
"""Quotation marks, dashes and letters with accents as UTF-8; by other tables they make no sense."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SPREADSHEET = b"PK\x03\x04"


def read_csv(file: Path, path: str, _: Choices, diagnostics: Diagnostics) -> Rows | None:
    """Read a file of delimited text; `path` is what messages call it. None if it cannot be read."""
    text = decoded(file.read_bytes(), path, diagnostics)
    if text is None:
        return None
    _warn_of_lost_characters(text, path, diagnostics)
    records = _records(text, path, diagnostics)
    if records is None:
        return None
    if not any(cell.strip() for _, cells in records for cell in cells):
        diagnostics.error("data-empty", "the file is empty", Source(path), "Export it again.")
        return None
    return Rows(path, tuple(records))


def decoded(data: bytes, path: str, diagnostics: Diagnostics) -> str | None:
    """Bytes to text: by a byte order mark, as strict UTF-8, or as Windows-1252 with a warning.

    What makes more sense in the encoding of Excel for Mac is read so, with a warning too.
    """
    if data.startswith(_SPREADSHEET):
        message = "this is a spreadsheet or a zip file, not text"
        diagnostics.error("data-format", message, Source(path), "Save it as CSV UTF-8.")
        return None
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            failed = error
            continue
        if encoding == "cp1252":
            if _UTF8.search(data):
                _refuse_mixture(data, failed.start, path, diagnostics)
                return None
            called, text = _of_eight_bits(data, text)
            diagnostics.warning(
                "data-encoding",
                f"the file is not UTF-8; it was read as {called}",
                Source(path),
                f"Export it as UTF-8: {called} has no ŵ or ŷ.",
            )
        return _without_nul(text, path, diagnostics)
    line = data.count(b"\n", 0, failed.start) + 1
    diagnostics.error(
        "data-encoding",
        f"byte {failed.start} is in no encoding that is known here",
        Source(path, line),
        "Export the file as UTF-8.",
    )
    return None


def _refuse_mixture(data: bytes, at: int, path: str, diagnostics: Diagnostics) -> None:
    """Words that are UTF-8 beside a byte that is not: read by either, some come out torn."""
    line = data.count(b"\n", 0, at) + 1
    diagnostics.error(
        "data-encoding",
        f"byte {at} is no UTF-8, though other lines are: the file mixes encodings",
        Source(path, line),
        "Export it as UTF-8 from where its parts come from, and put them together then.",
    )


def _of_eight_bits(data: bytes, text: str) -> tuple[str, str]:
    """(name of the encoding, text) of bytes that are no UTF-8; `text` is them as Windows-1252."""
    other = data.decode("mac_roman")
    if len(_ODD.findall(other)) < len(_ODD.findall(text)):
        return "Mac Roman", other
    return "Windows-1252", text


def _without_nul(text: str, path: str, diagnostics: Diagnostics) -> str | None:
    at = text.find("\0")
    if at < 0:
        return text
    line = text.count("\n", 0, at) + 1
    message = "the file holds a NUL character: it is damaged, or UTF-16 without its mark"
    diagnostics.error("data-encoding", message, Source(path, line), "Export it as UTF-8.")
    return None


def _warn_of_lost_characters(text: str, path: str, diagnostics: Diagnostics) -> None:
    """A question mark inside a word stands where a character was lost on the way (didn?t)."""
    lost = [each for each in _LOST.finditer(text) if not _in_address(text, each.start())]
    if lost:
        start, end = lost[0].span()
        diagnostics.warning(
            "data-lost-characters",
            f"characters already lost before export: {quoted(_word(text, start, end))}"
            + (f" and {len(lost) - 1} more" if len(lost) > 1 else ""),
            Source(path, text.count("\n", 0, start) + 1),
            "Export again from the source as UTF-8, or mend the words by hand.",
        )


def _in_address(text: str, at: int) -> bool:
    start = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    return "/" in text[start:at]


def _word(text: str, start: int, end: int) -> str:
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start:end]


def _records(text: str, path: str, diagnostics: Diagnostics) -> list[tuple[int, list[str]]] | None:
    """(line, cells) of each record; CR, LF and CRLF all end a line.

    A first line such as ``sep=;`` tells spreadsheets the separator, and so it does here.
    """
    said = _SAID.match(text)
    separator = said[1] if said else _separator(text)
    text = text[said.end() :] if said else text
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    records = []
    first = line = 2 if said else 1
    try:
        for cells in reader:
            # Equal cells are one object: answers repeat, and few objects are soon looked at.
            records.append((line, list(map(sys.intern, cells))))
            line = reader.line_num + first
    except csv.Error as error:
        diagnostics.error(
            "data-syntax",
            f"not delimited text: {error}",
            Source(path, line),
            "Look for a quotation mark that is not closed in this row.",
        )
        return None
    return records


def _lines(text: str) -> Iterator[str]:
    """The lines of a text with their ends; CR, LF and CRLF all end one.

    A stream of text would give them too, but makes four bytes of each character first, which takes
    longer than finding the cells. Where no CR stands alone, lines end where an LF is.
    """
    if text.count("\r") > text.count("\r\n"):
        yield from io.StringIO(text, newline="")
        return
    *whole, last = text.split("\n")
    for line in whole:
        yield f"{line}\n"
    if last:
        yield last


def _separator(text: str) -> str:
    """The separator by which most rows have as many cells as the heads, and the heads several.

    Of those that part the rows as evenly it is the one that the heads hold most of: a question may
    hold semicolons that no answer has.
    """

    def evenness(separator: str) -> tuple[float, int]:
        file = io.StringIO(text[: 1 << 16], newline="")
        try:
            heads, *rows = (
                len(each) for each in islice(csv.reader(file, delimiter=separator), _TASTED)
            )
        except (csv.Error, ValueError):
            return 0.0, 0
        whole = rows[:-1] or rows  # the last one may be cut off
        even = sum(each == heads for each in whole) / max(len(whole), 1)
        return (even if heads > 1 else 0.0), heads

    return max(_SEPARATORS, key=evenness)
