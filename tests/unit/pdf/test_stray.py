from __future__ import annotations

import pytest
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from briefing.pdf.stray import tidied

ZERO = NumberObject(0)


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


def test_a_sequence_is_found_by_a_property_list_that_has_a_name() -> None:
    """A page whose sequences the structure is to find, and whose way to it is lost, is told."""
    lists = DictionaryObject({NameObject("/A"): DictionaryObject({NameObject("/MCID"): ZERO})})
    resources = DictionaryObject({NameObject("/Properties"): lists})
    assert tidied(b"/P /A BDC BT (a) Tj ET EMC", resources).identified
    assert not tidied(b"/P /B BDC BT (a) Tj ET EMC", resources).identified
