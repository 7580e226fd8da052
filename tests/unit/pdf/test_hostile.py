"""Files made to harm, or harmed: a clear error or a stated treatment, and nothing that acts."""

from __future__ import annotations

import random
import re
import zlib
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfWriter
from pypdf.generic import StreamObject

from briefing.diagnostics import Faults
from briefing.preflight import preflight
from briefing.profiles import SCREEN
from tests.unit.pdf import hostile
from tests.unit.pdf.bound import TAGGED, UNTAGGED, bound, made_by
from tests.unit.pdf.documents import opened

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 20.0
"""Seconds that no file may take, however it is made."""


def everything(data: bytes) -> str:
    """All objects of a file and all that its streams say, as one text."""
    reader = opened(data)
    parts = [data.decode("latin-1")]
    for number in range(1, reader.trailer["/Size"]):
        found: Any = reader.get_object(number)
        parts.append(str(found))
        if isinstance(found, StreamObject):
            try:
                parts.append(found.get_data().decode("latin-1"))
            except (zlib.error, NotImplementedError):
                continue
    return "\n".join(parts)


ACTIONS = re.compile(
    r"'/(JavaScript|JS|Launch|GoToR|GoToE|SubmitForm|ResetForm|ImportData|Rendition|XFA"
    r"|RichMediaContent|OpenAction|AA|FileAttachment)'"
)


@pytest.mark.parametrize("kind", hostile.ARMED)
def test_nothing_acts_in_what_we_write_and_it_is_said(kind: str) -> None:
    content = hostile.armed(kind)
    made = bound(content)
    whole = everything(made.data)
    assert hostile.MARK not in whole
    assert ACTIONS.findall(whole) == []
    assert {"appendix-disarmed"} <= set(made.codes) <= {"appendix-disarmed", "appendix-form"} or (
        kind in {"a script as an element", "an address of its own"}
    )
    assert preflight(made.data, SCREEN) == []
    assert b"<pdfuaid:part>1<" in made.reader.root_object["/Metadata"].get_data()


def test_what_does_no_harm_is_left() -> None:
    made = bound(made_by("typst"))
    assert made.codes == []
    assert "https://example.org/" in everything(made.data)


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "pages in a circle": (hostile.circle_of_pages, "appendix-damaged"),
    "pages that double": (hostile.doubling_pages, "appendix-damaged"),
    "too many pages": (lambda: hostile.many_pages(2001), "appendix-too-large"),
    "forms that multiply": (hostile.multiplying_forms, "appendix-damaged"),
    "a form in itself": (hostile.form_in_itself, "appendix-damaged"),
    "content that unpacks without end": (lambda: hostile.inflating(10**9), "appendix-damaged"),
    "too much content": (lambda: hostile.inflating(6 * 10**7), "appendix-damaged"),
    "arrays too deep": (lambda: hostile.deep_arrays(5000), "appendix-damaged"),
    "structure too deep": (lambda: hostile.deep_structure(3000), "appendix-damaged"),
    "structure deeper than anyone's": (lambda: hostile.deep_structure(300), "appendix-damaged"),
    "a page without width": (lambda: hostile.sized(b"[0 0 0 200]"), "appendix-damaged"),
    "a page as large as a town": (lambda: hostile.sized(b"[0 0 1e7 200]"), "appendix-damaged"),
    "a page of words": (lambda: hostile.sized(b"[(a) (b) (c) (d)]"), "appendix-damaged"),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_in_good_time(kind: str) -> None:
    make, code = BOMBS[kind]
    content, start = make(), monotonic()
    with pytest.raises(Faults) as faults:
        bound(content, description="A bomb.")
    assert {each.code for each in faults.value.diagnostics.errors} == {code}
    assert monotonic() - start < PATIENCE


@pytest.mark.parametrize(
    "make",
    [hostile.circular_structure, lambda: hostile.many_bookmarks(3000)],
    ids=["structure in a circle", "bookmarks in a circle"],
)
def test_circles_that_can_be_cut_are(make: Callable[[], bytes]) -> None:
    told: list[str] = []
    try:
        assert len(bound(make(), description="A circle.").reader.pages) == 4
    except Faults as faults:
        told = [each.code for each in faults.diagnostics.errors]
    assert set(told) <= {"appendix-damaged"}


@pytest.mark.parametrize(
    ("password", "words"), [("", "respected"), ("secret", "protected by a password")]
)
@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_protected_file_is_refused_by_what_protects_it(
    password: str, words: str, algorithm: str
) -> None:
    writer = PdfWriter(clone_from=BytesIO(made_by("cairo")))
    writer.encrypt(password, "owner", algorithm=algorithm)
    with pytest.raises(Faults) as faults:
        bound(hostile.written(writer))
    (fault,) = faults.value.diagnostics
    assert fault.code == "appendix-locked"
    assert words in fault.message


def damaged(content: bytes, lots: random.Random) -> bytes:
    """Some bytes flipped, a piece cut out or doubled, or the end torn off."""
    kind = lots.randrange(4)
    place = lots.randrange(20, len(content))
    if kind == 0:
        flipped = bytearray(content)
        for _ in range(lots.randrange(1, 30)):
            flipped[lots.randrange(len(content))] ^= lots.randrange(1, 256)
        return bytes(flipped)
    if kind == 1:
        return content[:place]
    end = min(len(content), place + lots.randrange(1, 2000))
    return content[:place] + (content[place:end] * 2 if kind == 2 else b"") + content[end:]


@pytest.mark.parametrize("maker", [*TAGGED, *UNTAGGED])
def test_damage_never_crashes(maker: str) -> None:
    content, lots = made_by(maker), random.Random(maker)  # noqa: S311 - lots, not secrets
    taken, told = 0, []
    for _ in range(25):
        try:
            made = bound(damaged(content, lots), fit=lots.random() < 0.3)
        except Faults as faults:
            told.append({each.code for each in faults.diagnostics})
            continue
        taken += 1
        assert len(opened(made.data).pages) >= 4
    assert taken + len(told) == 25
    assert told
    assert all(code.startswith("appendix-") for codes in told for code in codes)
