from __future__ import annotations

import pytest

from briefing.pdf.stray import tidied


def test_a_rule_outside_every_tag_becomes_an_artifact() -> None:
    tidy = tidied(b"/P <</MCID 0>> BDC BT (a) Tj ET EMC 1 w 0 0 m 9 9 l S Q")
    assert tidy.content == (
        b"/P <</MCID 0>> BDC BT (a) Tj ET EMC 1 w\n/Artifact BMC 0 0 m 9 9 l S EMC Q"
    )
    assert (tidy.declared, tidy.strays) == (1, 0)


@pytest.mark.parametrize(
    "content",
    [
        b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC",
        b"/Artifact BMC 0 0 9 9 re /P BMC f EMC EMC",
        b"0 0 9 9 re W n",
    ],
)
def test_what_is_tagged_or_invisible_stays_as_it_is(content: bytes) -> None:
    tidy = tidied(content)
    assert tidy.content == content
    assert tidy.declared == 0


def test_stray_words_are_counted_and_left() -> None:
    content = b"BT /F1 9 Tf (lost) Tj ET"
    tidy = tidied(content)
    assert tidy.content == content
    assert tidy.strays == 1
