"""What plain typing becomes in print."""

from __future__ import annotations

import pytest

from briefing.content.typography import dressed, groups, printed, unbroken


@pytest.mark.parametrize(
    ("typed", "wanted"),
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
        ("twenty-one per cent", "twenty\u2011one\xa0per cent"),
        ("seventy-seven and 1,000", "seventy\u2011seven and 1,000"),
        ("every single-tier council", "every single\u2011tier council"),
        ("an up-to-date plan", "an up\u2011to\u2011date plan"),
        ("respondent-level data", "respondent-level data"),
        ("a -- b - c", "a\xa0-- b - c"),
        ("at sea-view.example/the-plan.", "at sea\u2011view.example/the\u2011plan."),
        ("we-ask@sea-view.example", "we\u2011ask@sea\u2011view.example"),
        ("what I know of a plan", "what I\xa0know of a\xa0plan"),
        ("A plan. A third say A to C", "A\xa0plan. A\xa0third say A to C"),
        ("Q&A session, the A levels", "Q&A session, the A levels"),
        ("Only 10 of 16. Of 55, 4 do", "Only\xa010 of 16. Of\xa055, 4 do"),
        ("nobody can do it. How is it?", "nobody can do it. How is\xa0it?"),
        ("how engaged they are", "how engaged they are"),
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
def test_marks_and_spaces(typed: str, wanted: str) -> None:
    assert dressed(typed) == wanted


def test_what_is_exempt_stays_as_typed() -> None:
    assert dressed('"a" 1 mm', frozenset({0, 5})) == '"a\u201d 1 mm'
    assert dressed("e-mail", frozenset({1})) == "e-mail"


def test_a_label_may_break_behind_a_word_of_one_letter() -> None:
    assert printed("To a great extent") == "To a great extent"
    assert printed("It was a start.") == "It was a\xa0start."


def test_a_bound_figure_in_words_is_not_divided() -> None:
    assert unbroken("Sixty-nine\xa0per cent") == "Sixty\u2011nine\xa0per cent"
    assert unbroken("-3 to 69") == "-3 to 69"


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
