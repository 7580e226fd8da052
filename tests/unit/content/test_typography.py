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
        ("21 per cent", "21\xa0per\xa0cent"),
        ("ten per cent", "ten\xa0per\xa0cent"),
        ("twenty-one per cent", "twenty\u2011one per\xa0cent"),
        ("seventy-seven and 1,000", "seventy\u2011seven and 1,000"),
        ("every single-tier council", "every single\u2011tier council"),
        ("an up-to-date plan", "an up\u2011to\u2011date plan"),
        ("respondent-level data", "respondent-level data"),
        ("a 12-month plan, 5-point", "a 12\u2011month plan, 5\u2011point"),
        ("a -- b - c", "a\xa0-- b\xa0- c"),
        ("at sea-view.example/the-plan.", "at sea\u2011view.example/the\u2011plan."),
        ("we-ask@sea-view.example", "we\u2011ask@sea\u2011view.example"),
        ("what I know of a plan", "what I know of a plan"),
        ("answer \u201cA few times\u201d", "answer \u201cA few times\u201d"),
        ("A plan. A third say A to C", "A plan. A third say A to C"),
        ("Q&A session, the A levels", "Q&A session, the A levels"),
        ("Only 10 of 16. Of 55, 4 do", "Only\xa010\xa0of\xa016. Of\xa055, 4 do"),
        ("nobody can do it. How is it?", "nobody can do it. How is\xa0it?"),
        ("how engaged they are", "how engaged they are"),
        ("5 million, 21 %, 3 mm", "5\xa0million, 21\xa0%, 3\xa0mm"),
        ("5 millions more", "5 millions more"),
        ("6 April to 11 May", "6\xa0April to 11\xa0May"),
        ("on page 12 and in appendix B", "on page\xa012 and in appendix\xa0B"),
        ("on pages 12 to 15", "on pages\xa012\xa0to\xa015"),
        ("the page said", "the page said"),
        ("plans -- not all", "plans\xa0-- not all"),
        ("Ms Hughes and Dr Ahmed", "Ms\xa0Hughes and Dr\xa0Ahmed"),
        ("per cent of", "per cent of"),
        ("n = 80, N = 16", "n\xa0=\xa080, N\xa0=\xa016"),
        ("wait for x > 3 or p < 0.05", "wait for x >\xa03 or p\xa0<\xa00.05"),
        ("two in five, ten in all", "two\xa0in\xa0five, ten in all"),
        ("\xa31.2 million people", "\xa31.2\xa0million people"),
        ("45\u201360 years of age", "45\u201360\xa0years of age"),
        ("J. Smith and A. B. Jones", "J.\xa0Smith and A.\xa0B.\xa0Jones"),
        ("Cllr Evans and Prof. Rees", "Cllr\xa0Evans and Prof.\xa0Rees"),
        ("many, e.g. two, i.e. few", "many, e.g.\xa0two, i.e.\xa0few"),
        ("see p. 4, ref. 12, No. 10", "see p.\xa04, ref.\xa012, No.\xa010"),
        ("3 x 4 and ex 4", "3\xa0\u00d7\xa04 and ex 4"),
        ("and so ... it ended", "and so\xa0... it ended"),
        ("3 m x 2.5 m", "3\xa0m\xa0\u00d7\xa02.5\xa0m"),
        ("30 cm \u00d7 20 cm high", "30\xa0cm\xa0\u00d7\xa020\xa0cm high"),
        ("5'4\" tall, 6' wide", "5\u20324\u2033 tall, 6\u2032 wide"),
        ("the 1990's, 'all of 21'", "the 1990\u2019s, \u2018all of 21\u2019"),
        ('He said "all 21".', "He said \u201call 21\u201d."),
        ("rock 'n' roll", "rock \u2019n\u2019 roll"),
        ("Q 2a, n \u2265 30, p < 0.05", "Q\xa02a, n\xa0\u2265\xa030, p\xa0<\xa00.05"),
        ("10 out of 16, 1 in 5", "10\xa0out\xa0of\xa016, 1\xa0in\xa05"),
        ("J R Jones, B Third Way", "J\xa0R\xa0Jones, B Third Way"),
        ("Henry VIII, Martin King Jr.", "Henry\xa0VIII, Martin King\xa0Jr."),
        ("21 percent, 30 mph, 9.30 a.m.", "21\xa0percent, 30\xa0mph, 9.30\xa0a.m."),
        ("10 \xb0C, 5 m\xb2, 2 bn", "10\xa0\xb0C, 5\xa0m\xb2, 2\xa0bn"),
        ("6th April, April 6, April 2017", "6th\xa0April, April\xa06, April 2017"),
        ("Chart 4, Annex B, \xa7 14, # 3", "Chart\xa04, Annex\xa0B, \xa7\xa014, #\xa03"),
        ("1 000 000, 020 7946 0000", "1\xa0000\xa0000, 020\xa07946\xa00000"),
        ("at -5 to +3, 5 -3", "at \u22125 to +3, 5 \u22123"),
        ("from 5 to 10, aged 18 to 24", "from 5\xa0to\xa010, aged 18\xa0to\xa024"),
        ("1.5 to 2.5, 1000 to 2000", "1.5 to 2.5, 1000 to 2000"),
        ("the Act 2012, Articles 5 to 7", "the Act\xa02012, Articles\xa05\xa0to\xa07"),
        ("acts 12 times, EUR 10, week 3", "acts 12 times, EUR\xa010, week\xa03"),
        ("ages 18-24, pages 7-9", "ages 18\u201324, pages\xa07\u20139"),
        ("2017-18, 2017-2019", "2017\u201318, 2017\u20132019"),
        ("2024-03-01, 2024-03, 3-2", "2024-03-01, 2024-03, 3-2"),
        ("call 555-1234, Covid-19", "call 555-1234, Covid-19"),
        ("go 'round 'bout, he said", "go \u2019round \u2019bout, he said"),
        ("SW1A 2AA, M1 1AE, 07700 900123", "SW1A\xa02AA, M1\xa01AE, 07700\xa0900123"),
        ("base = 80, Table A3, Stage 2", "base\xa0=\xa080, Table\xa0A3, Stage\xa02"),
        ("30 mins, 3 cm2, 12 o'clock", "30\xa0mins, 3\xa0cm2, 12\xa0o\u2019clock"),
        ("Louis XIV, George X", "Louis\xa0XIV, George\xa0X"),
        ("'Not the councillors' view'", "\u2018Not the councillors\u2019 view\u2019"),
    ],
)
def test_marks_and_spaces(typed: str, wanted: str) -> None:
    assert dressed(typed) == wanted


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en-GB", "He said \u201cI say \u2018no\u2019, don\u2019t\u201d!"),
        ("cy", "He said \u201cI say \u2018no\u2019, don\u2019t\u201d!"),
        ("nl", "He said \u201cI say \u2018no\u2019, don\u2019t\u201d!"),
        ("de-AT", "He said \u201eI say \u201ano\u2018, don\u2019t\u201c!"),
        ("fr", "He said \xab\u202fI say \u201cno\u201d, don\u2019t\u202f\xbb!"),
        ("es", "He said \xabI say \u201cno\u201d, don\u2019t\xbb!"),
        ("it", "He said \xabI say \u201cno\u201d, don\u2019t\xbb!"),
        ("pl", "He said \u201eI say \xabno\xbb, don\u2019t\u201d!"),
        ("ja", "He said \u201cI say \u2018no\u2019, don\u2019t\u201d!"),
    ],
)
def test_quotations_have_the_marks_of_their_language(language: str, wanted: str) -> None:
    assert printed("He said \"I say 'no', don't\"!", language) == wanted


def test_french_spaces_hold_and_are_narrow() -> None:
    assert printed("Quoi ? \xab Rien \xbb, dit-il.", "fr") == (
        "Quoi\u202f? \xab\u202fRien\u202f\xbb, dit\u2011il."
    )


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("de", "21 Prozent auf Seite 7", "21~Prozent auf Seite~7"),
        ("de", "z. B. 5 Mio. Euro am 3. Mai", "z.~B. 5~Mio.~Euro am 3.~Mai"),
        ("de", "Frage Q2a, Tab. A3", "Frage~Q2a, Tab.~A3"),
        ("de", "18 bis 24, § 4 Abs. 2 Satz 1", "18~bis~24, §~4 Abs.~2 Satz~1"),
        ("de", "im 21. Jahrhundert, Wilhelm I.", "im 21.~Jahrhundert, Wilhelm~I."),
        ("de", "zwei von fünf, Buchst. a", "zwei~von~fünf, Buchst.~a"),
        ("fr", "18 à 24, au XXe siècle", "18~à~24, au XXe~siècle"),
        ("fr", "deux sur cinq, François Ier, loi 2012", "deux~sur~cinq, François~Ier, loi~2012"),
        ("cy", "18 i 24, 2 o bob 5, Erthygl 5", "18~i~24, 2~o~bob~5, Erthygl~5"),
        ("fr", "\xe0 14 h 30, Louis XIV", "\xe0 14~h~30, Louis~XIV"),
        ("cy", "5 mis a 3 diwrnod", "5~mis a 3~diwrnod"),
        (
            "de",
            "Dr. Wei\xdf und Frau \xd6zt\xfcrk, 10 von 16",
            "Dr.~Wei\xdf und Frau~\xd6zt\xfcrk, 10~von~16",
        ),
        ("cy", "21 y cant, tudalen 7", "21~y~cant, tudalen~7"),
        ("cy", "Mr Rhys, 6 Ebrill, 10 o 16", "Mr~Rhys, 6~Ebrill, 10~o~16"),
        ("fr", "21 pour cent, page 7, n\xb0 4", "21~pour~cent, page~7, n\xb0~4"),
        ("fr-CA", "M. Roux, 1er mai, 10 sur 16", "M.~Roux, 1er~mai, 10~sur~16"),
    ],
)
def test_spaces_hold_in_other_languages(language: str, typed: str, wanted: str) -> None:
    assert printed(typed, language).replace("\xa0", "~") == wanted


@pytest.mark.parametrize(
    ("language", "typed", "wanted"),
    [
        ("cy", "'dyn nhw ddim, dw i'n 'na", "\u2019dyn nhw ddim, dw i\u2019n \u2019na"),
        ("de", "in den '90ern", "in den \u201990ern"),
        (
            "fr",
            'l\'"or" et d\'"un"',
            "l\u2019\xab\u202for\u202f\xbb et d\u2019\xab\u202fun\u202f\xbb",
        ),
        ("en", "'The first of several", "\u2018The first of several"),
    ],
)
def test_a_mark_that_nothing_closes_stands_for_letters(
    language: str, typed: str, wanted: str
) -> None:
    """But for one at the head of a paragraph, which may be one of a quotation of several."""
    assert printed(typed, language) == wanted


def test_what_is_exempt_stays_as_typed() -> None:
    assert dressed('"a" 1 mm', frozenset({0, 5})) == '"a\u201d 1 mm'
    assert dressed("e-mail", frozenset({1})) == "e-mail"


def test_a_bound_number_in_words_is_not_divided_but_parts_from_its_per_cent() -> None:
    """Held whole, "Ninety-one per cent" leaves the line before it as short as a forced break."""
    assert unbroken("Sixty-nine\xa0per\xa0cent") == "Sixty\u2011nine per\xa0cent"
    assert unbroken("Fourteen\xa0per\xa0cent") == "Fourteen per\xa0cent"
    assert unbroken("Ten\xa0per\xa0cent") == "Ten\xa0per\xa0cent"
    assert unbroken("One hundred\xa0per\xa0cent") == "One hundred\xa0per\xa0cent"
    assert unbroken("69\xa0per\xa0cent") == "69\xa0per\xa0cent"
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
    assert [piece for _, piece in groups("a - b, -c")] == ["a ", "\u2013", " b, -c"]


def test_line_ends_in_a_comment_are_spaces() -> None:
    assert printed("We were told.\n\nWe agreed.") == "We were told. We agreed."
