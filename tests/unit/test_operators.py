from __future__ import annotations

import pytest

from briefing.operators import operations


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (b"1 0 0 rg 0 0 9 9 re f*", [b"rg", b"re", b"f*"]),
        (rb"BT (a \) ( Tj ) b) Tj ET", [b"BT", b"Tj", b"ET"]),
        (b"[<00> -12 (a]b) 3] TJ", [b"TJ"]),
        (b"/P <</MCID 0 /ActualText (x>>) /A <</B <00>>>>> BDC EMC", [b"BDC", b"EMC"]),
        (b"% a Tj in a comment\nq Q", [b"q", b"Q"]),
        (b"q BI /W 1 /H 1 ID \x00EIx\x01 EI Q", [b"q", b"BI", b"Q"]),
        (b"/F1 9 Tf\n(a)'\n1 2(b)\"", [b"Tf", b"'", b'"']),
    ],
)
def test_operators_are_told_from_what_looks_like_them(content: bytes, read: list[bytes]) -> None:
    assert [each.operator for each in operations(content)] == read


def test_operations_cover_the_stream_without_gaps() -> None:
    content = b"q 1 w\n0 0 m 9 9 l S Q"
    found = list(operations(content))
    assert b"".join(content[each.start : each.end] for each in found) == content
    assert found[1].operands == b" 1 "


def test_a_stream_that_is_cut_off_ends() -> None:
    assert [each.operator for each in operations(b"q (never closed Tj")] == [b"q"]
