"""What plain typing becomes in print."""

from __future__ import annotations

import pytest

from briefing.content.typography import dressed, groups


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('He said "no".', "He said \u201cno\u201d."),
        ("He said 'no'.", "He said \u2018no\u2019."),
        ("\"'No', he said\"", "\u201c\u2018No\u2019, he said\u201d"),
        ("the STP's plan", "the STP\u2019s plan"),
        ("councillors' views", "councillors\u2019 views"),
        ("back in the '90s", "back in the \u201990s"),
        ("'twas so", "\u2019twas so"),
        ('("so")', "(\u201cso\u201d)"),
        ("21 per cent", "21\xa0per cent"),
        ("twenty-one per cent", "twenty-one\xa0per cent"),
        ("5 million, 21 %, 3 mm", "5\xa0million, 21\xa0%, 3\xa0mm"),
        ("5 millions more", "5 millions more"),
        ("6 April to 11 May", "6\xa0April to 11\xa0May"),
        ("on page 12 and in appendix B", "on page\xa012 and in appendix\xa0B"),
        ("on pages 12 to 15", "on pages\xa012 to 15"),
        ("the page said", "the page said"),
        ("plans -- not all", "plans\xa0-- not all"),
        ("Ms Hughes and Dr Ahmed", "Ms\xa0Hughes and Dr\xa0Ahmed"),
        ("per cent of", "per cent of"),
    ],
)
def test_marks_and_spaces(typed: str, printed: str) -> None:
    assert dressed(typed) == printed


def test_what_is_exempt_stays_as_typed() -> None:
    assert dressed('"a" 1 mm', frozenset({0, 5})) == '"a\u201d 1 mm'


def test_hyphens_and_dots_in_groups_become_one_sign() -> None:
    assert [piece for _, piece in groups("a--b --- c... d")] == [
        "a",
        "\u2013",
        "b ",
        "\u2014",
        " c",
        "\u2026",
        " d",
    ]
    assert [at for at, _ in groups("a--b")] == [0, 1, 3]
    assert groups("well-known ---- ....") == [(0, "well-known ---- ....")]
