"""Words read from Markdown: elements, and the line and column of each."""

from __future__ import annotations

from briefing.content.elements import (
    Binding,
    Break,
    Div,
    Emphasis,
    Heading,
    Link,
    ListElement,
    Marked,
    Paragraph,
    Plain,
    Strong,
)
from briefing.content.markdown import parse_phrase, parse_words
from briefing.diagnostics import Diagnostics, Source


def parsed(text: str) -> tuple[object, ...]:
    diagnostics = Diagnostics()
    elements = parse_words(text, "words.md", diagnostics)
    assert not diagnostics.entries, list(map(str, diagnostics))
    return elements


def at(line: int, column: int) -> Source:
    return Source("words.md", line, column)


def text_of(phrase: tuple[object, ...]) -> str:
    return "".join(each.text for each in phrase if isinstance(each, Plain))


def test_a_heading_has_words_and_attributes() -> None:
    (heading,) = parsed('# What they *know* {.theme #know short="Know {it}" arrangement=wide}\n')
    assert isinstance(heading, Heading)
    assert (heading.level, heading.where) == (1, at(1, 1))
    assert text_of(heading.words) == "What they "
    assert isinstance(heading.words[1], Emphasis)
    attributes = heading.attributes
    assert (attributes.id, attributes.classes) == ("know", ("theme",))
    assert attributes.value("short") == "Know {it}"
    assert attributes.value("arrangement") == "wide"
    option = attributes.option("short")
    assert option is not None
    assert (option.where, option.inside) == (at(1, 34), at(1, 41))


def test_attributes_of_the_last_words_are_not_the_headings() -> None:
    (heading,) = parsed("# They know [a third]{claim=q1.great_deal}\n")
    assert isinstance(heading, Heading)
    assert heading.attributes.classes == ()
    marked = heading.words[1]
    assert isinstance(marked, Marked)
    assert marked.attributes.value("claim") == "q1.great_deal"
    assert marked.where == at(1, 13)
    assert marked.attributes.options[0].where == at(1, 23)


def test_words_of_a_heading_that_come_again_in_its_attributes() -> None:
    (heading,) = parsed('# Know {.theme short="Know"}\n')
    assert isinstance(heading, Heading)
    assert heading.words == (Plain("Know", at(1, 3)),)


def test_every_piece_of_a_paragraph_knows_its_column() -> None:
    (paragraph,) = parsed(
        "\n  They **say {{ q2a.agree.pct }}** so--\nand [more](#next), *twice*.\n"
    )
    assert isinstance(paragraph, Paragraph)
    assert paragraph.where == at(2, 3)
    plain, strong, space, dash, line, more, link, comma, twice, end = paragraph.words
    assert isinstance(plain, Plain)
    assert plain == Plain("They ", at(2, 3))
    assert isinstance(strong, Strong)
    assert strong.where == at(2, 8)
    assert strong.children == (
        Plain("say ", at(2, 10)),
        Binding("q2a.agree.pct", at(2, 14)),
    )
    assert (space, dash) == (Plain(" so", at(2, 35)), Plain("\u2013", at(2, 38)))
    assert line == Plain(" ", at(2, 40))
    assert more == Plain("and ", at(3, 1))
    assert isinstance(link, Link)
    assert (link.target, link.where) == ("#next", at(3, 5))
    assert comma == Plain(", ", at(3, 18))
    assert isinstance(twice, Emphasis)
    assert end == Plain(".", at(3, 27))


def test_divs_stand_within_divs() -> None:
    (outer,) = parsed("::: {.callout of=q3.*.engaged}\n::: note\nWords.\n:::\nMore.\n:::\n")
    assert isinstance(outer, Div)
    assert outer.attributes.value("of") == "q3.*.engaged"
    inner, more = outer.children
    assert isinstance(inner, Div)
    assert (inner.attributes.classes, inner.where) == (("note",), at(2, 1))
    assert isinstance(more, Paragraph)


def test_a_div_needs_no_blank_lines() -> None:
    before, div, after = parsed("Before.\n::: {.note}\nWords.\n:::\nAfter.\n")
    assert isinstance(before, Paragraph)
    assert isinstance(div, Div)
    assert isinstance(after, Paragraph)


def test_lists() -> None:
    bullets, steps = parsed("- one\n- two\n  lines\n\n1. first\n2. second\n")
    assert isinstance(bullets, ListElement)
    assert isinstance(steps, ListElement)
    assert (bullets.ordered, steps.ordered) == (False, True)
    assert text_of(bullets.items[1].words) == "two lines"
    assert bullets.items[1].words[2] == Plain("lines", at(3, 3))


def test_comments_are_the_authors_own() -> None:
    assert parsed("<!-- a remark\nover two lines -->\n") == ()
    (paragraph,) = parsed("Some <!-- not printed --> words.\n")
    assert isinstance(paragraph, Paragraph)
    assert text_of(paragraph.words) == "Some  words."


def test_code_and_escapes_stay_as_typed() -> None:
    (paragraph,) = parsed('`a--"b"` \\"c\\" \\{{ \\*d\\* &amp; e\\\nf\n')
    assert isinstance(paragraph, Paragraph)
    assert text_of(paragraph.words) == 'a--"b" "c" {{ *d* & ef'
    assert any(isinstance(each, Break) for each in paragraph.words)


def test_quotation_marks_are_set_across_markup() -> None:
    (paragraph,) = parsed('"*Most*" and "{{ q1.agree.pct }}" and "\\*"\n')
    assert isinstance(paragraph, Paragraph)
    words = paragraph.words
    assert [each.text for each in words if isinstance(each, Plain)] == [
        "\u201c",
        "\u201d and \u201c",
        "\u201d and \u201c",
        "*",
        "\u201d",
    ]


def test_no_space_may_break_before_per_cent_at_the_end_of_a_line() -> None:
    (paragraph,) = parsed("They are 21\nper cent.\n")
    assert isinstance(paragraph, Paragraph)
    assert text_of(paragraph.words) == "They are 21\xa0per\xa0cent."


def test_words_of_an_attribute_stand_where_it_does() -> None:
    diagnostics = Diagnostics()
    words = parse_phrase("They *know* {{ q1.a }}", at(4, 10), diagnostics)
    assert words[0] == Plain("They ", at(4, 10))
    assert words[-1] == Binding("q1.a", at(4, 22))
    assert parse_phrase("", at(4, 10), diagnostics) == ()


def test_tabs_and_windows_lines_do_no_harm() -> None:
    diagnostics = Diagnostics()
    elements = parse_words("-\tone {.x}\r\n", "words.md", diagnostics)
    assert isinstance(elements[0], ListElement)
    assert [each.code for each in diagnostics] == ["stray-attributes"]


def test_a_space_behind_a_backslash_holds() -> None:
    (paragraph,) = parsed("Ask Ann\\ Lee&nbsp;Ito, a\\\\ b.\n")
    assert isinstance(paragraph, Paragraph)
    assert text_of(paragraph.words) == "Ask Ann\xa0Lee\xa0Ito, a\\ b."
