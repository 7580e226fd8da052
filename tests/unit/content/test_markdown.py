"""Words read from Markdown: elements, and the line and column of each."""

from __future__ import annotations

import pytest

from briefing.content.elements import (
    Binding,
    Break,
    CellElement,
    Code,
    CodeElement,
    Div,
    Emphasis,
    Footnote,
    Heading,
    Link,
    ListElement,
    Marked,
    Paragraph,
    PictureElement,
    Plain,
    QuotationElement,
    RuleElement,
    Script,
    Strong,
    TableElement,
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
    return "".join(each.text for each in phrase if isinstance(each, Plain | Code))


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


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("```\n:::\n```", ":::"),
        ("~~~\n::: note\n~~~~", "::: note"),
        ("````\n```\n:::\n````", "```\n:::"),
        ("- ```\n  :::\n  ```", ":::"),
        ("1. - ~~~\n     :::\n     ```\n     ~~~", ":::\n```"),
    ],
)
def test_colons_in_code_close_no_div(typed: str, code: str) -> None:
    div, after = parsed(f"::: note\n{typed}\n:::\nAfter.\n")
    assert isinstance(div, Div)
    assert isinstance(after, Paragraph)
    (inner,) = div.children
    while isinstance(inner, ListElement):
        (inner,) = inner.items[0].children
    assert isinstance(inner, CodeElement)
    assert inner.text == code


def test_code_that_nothing_closes_ends_with_its_div() -> None:
    diagnostics = Diagnostics()
    div, after = parse_words("::: note\n```\ncode\n:::\nAfter.\n", "w.md", diagnostics)
    assert isinstance(div, Div)
    assert isinstance(after, Paragraph)
    assert [each.code for each in diagnostics] == ["unclosed-code"]


def test_a_div_that_nothing_closes_hides_no_page_and_no_other_div() -> None:
    diagnostics = Diagnostics()
    text = "::: note\nWords.\n```\n# code\n```\n# Next {.theme}\n::: lead\nMore.\n:::\n"
    note, heading, lead = parse_words(text, "words.md", diagnostics)
    assert isinstance(note, Div)
    assert [type(each) for each in note.children] == [Paragraph, CodeElement]
    assert isinstance(heading, Heading)
    assert isinstance(lead, Div)
    assert [(each.code, each.where) for each in diagnostics] == [("unclosed-div", at(1, 1))]


def test_a_note_that_only_a_note_calls_is_one_that_nothing_calls() -> None:
    """A note has no notes, so nobody would read it."""
    diagnostics = Diagnostics()
    text = "# Page {.theme}\n\nWords[^b]\n\n[^a]: lost\n\n[^b]: said [^a]\n"
    parse_words(text, "words.md", diagnostics)
    told = {each.code: each.where.line for each in diagnostics if each.where}
    assert told == {"unused-note": 5, "note-in-note": 7}


def test_a_binding_that_is_never_closed_does_not_take_in_the_next() -> None:
    diagnostics = Diagnostics()
    (paragraph,) = parse_words("{{ q1.a.pct of {{ q1.base }}.\n", "words.md", diagnostics)
    assert [(each.code, each.where) for each in diagnostics] == [("binding-syntax", at(1, 1))]
    assert isinstance(paragraph, Paragraph)
    assert Binding("q1.base", at(1, 16)) in paragraph.words


def test_lists() -> None:
    bullets, steps = parsed("- one\n- two\n  lines\n\n1. first\n2. second\n")
    assert isinstance(bullets, ListElement)
    assert isinstance(steps, ListElement)
    assert (bullets.ordered, steps.ordered) == (False, True)
    (second,) = bullets.items[1].children
    assert isinstance(second, Paragraph)
    assert text_of(second.words) == "two lines"
    assert second.words[2] == Plain("lines", at(3, 3))


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


# -- lists -----------------------------------------------------------------------------------------


def words_of(element: object) -> str:
    """The words of a paragraph."""
    assert isinstance(element, Paragraph)
    return text_of(element.words)


def test_lists_stand_in_lists_and_keep_their_numbers() -> None:
    (outer,) = parsed("3) three\n   - a\n     - b\n       7. c\n\n          more\n4) four\n")
    assert isinstance(outer, ListElement)
    assert (outer.ordered, outer.start, outer.delimiter, outer.loose) == (True, 3, ")", False)
    three, inner = outer.items[0].children
    assert words_of(three) == "three"
    assert isinstance(inner, ListElement)
    innermost = inner.items[0].children[1]
    assert isinstance(innermost, ListElement)
    assert (innermost.ordered, innermost.where) == (False, at(3, 6))
    b, seven = innermost.items[0].children[0], innermost.items[0].children[-1]
    assert words_of(b).startswith("b")
    assert words_of(seven) == "more"


def test_a_list_is_loose_by_blank_lines_between_its_items_alone() -> None:
    tight, loose = parsed("- a\n  - b\n\n    c\n- d\n\n<!-- -->\n\n- a\n\n- b\n")
    assert isinstance(tight, ListElement)
    assert isinstance(loose, ListElement)
    assert (tight.loose, loose.loose) == (False, True)


def test_a_list_follows_a_paragraph_without_a_blank_line() -> None:
    paragraph, bullets, numbers = parsed("So:\n- a\n\nAnd so:\n1. b\n")[:2] + parsed("1. b\n")
    assert words_of(paragraph) == "So:"
    assert isinstance(bullets, ListElement)
    assert isinstance(numbers, ListElement)


# -- words in lines --------------------------------------------------------------------------------


def test_words_stand_above_and_below_the_line() -> None:
    (paragraph,) = parsed("H~2~O and x^*n*^ and 2^nd\\ one^.\n")
    assert isinstance(paragraph, Paragraph)
    scripts = [each for each in paragraph.words if isinstance(each, Script)]
    assert [each.place for each in scripts] == ["sub", "sup", "sup"]
    assert scripts[0] == Script("sub", (Plain("2", at(1, 3)),), at(1, 2))
    assert isinstance(scripts[1].children[0], Emphasis)
    assert text_of(scripts[2].children) == "nd\N{NO-BREAK SPACE}one"


def test_carets_and_tildes_that_mark_nothing_are_printed() -> None:
    for text in ("a^b", "~5 and ~6", "x ^ y ^ z", "5^ or ^6 ^", "~/docs", "^^", "~ ~", "a~b c~d"):
        (paragraph,) = parsed(f"{text}\n")
        assert words_of(paragraph).replace("\N{NO-BREAK SPACE}", " ") == text


def test_addresses_are_links_and_stay_as_typed() -> None:
    (paragraph,) = parsed(
        "<https://a.example/b--c> <me@a.example> [to][There] [there]\n\n"
        '[there]: https://c.example "What it is"\n'
    )
    assert isinstance(paragraph, Paragraph)
    links = [each for each in paragraph.words if isinstance(each, Link)]
    assert [(each.target, text_of(each.children), each.title) for each in links] == [
        ("https://a.example/b--c", "https://a.example/b--c", ""),
        ("mailto:me@a.example", "me@a.example", ""),
        ("https://c.example", "to", "What it is"),
        ("https://c.example", "there", "What it is"),
    ]
    assert [each.where for each in links] == [at(1, 1), at(1, 26), at(1, 41), at(1, 53)]


def test_an_address_keeps_its_encoded_spaces_and_shows_its_letters() -> None:
    (paragraph,) = parsed("<https://a.example/a%20b/caf%C3%A9%C2%A0x>\n")
    assert isinstance(paragraph, Paragraph)
    (link,) = (each for each in paragraph.words if isinstance(each, Link))
    assert link.target == "https://a.example/a%20b/caf%C3%A9%C2%A0x"
    assert text_of(link.children) == "https://a.example/a%20b/café%C2%A0x"


def test_spaces_that_hold() -> None:
    (paragraph,) = parsed("a\\ b&nbsp;c&shy;d\n")
    assert words_of(paragraph) == "a\N{NO-BREAK SPACE}b\N{NO-BREAK SPACE}c\N{SOFT HYPHEN}d"


# -- notes -----------------------------------------------------------------------------------------


def test_a_note_is_where_its_mark_is_and_knows_where_it_is_written() -> None:
    (paragraph,) = parsed("One[^a] two[^a].^[In *it*.]\n\n[^a]: First\n    line.\n\n    Second.\n")
    assert isinstance(paragraph, Paragraph)
    first, again, inline = (each for each in paragraph.words if isinstance(each, Footnote))
    assert [words_of(each) for each in first.paragraphs] == ["First line.", "Second."]
    assert first.paragraphs[0].words[0] == Plain("First", at(3, 7))
    assert (first.where, first.text, again.text) == (at(1, 4), at(3, 1), at(3, 1))
    assert (inline.where, inline.text) == (at(1, 17), at(1, 17))
    assert isinstance(inline.paragraphs[0].words[1], Emphasis)


def test_a_note_may_be_written_in_a_div_or_before_its_mark() -> None:
    div, paragraph = parsed(
        "[^b]: Above.\n\n::: note\nWords.[^a]\n\n[^a]: Within.\n:::\n\nMore.[^b]\n"
    )
    assert isinstance(div, Div)
    assert len(div.children) == 1
    assert isinstance(paragraph, Paragraph)
    note = paragraph.words[-1]
    assert isinstance(note, Footnote)
    assert words_of(note.paragraphs[0]) == "Above."


# -- blocks ----------------------------------------------------------------------------------------


def test_a_quotation_holds_whatever_stands_behind_its_signs() -> None:
    (quotation,) = parsed("> One\ntwo then.\n>\n> - a\n>\n> > Inner.\n")
    assert isinstance(quotation, QuotationElement)
    one, bullets, inner = quotation.children
    assert words_of(one) == "One two then."
    assert isinstance(one, Paragraph)
    assert [each.where for each in one.words] == [at(1, 3), at(1, 6), at(2, 1)]
    assert isinstance(bullets, ListElement)
    assert bullets.where == at(4, 3)
    assert isinstance(inner, QuotationElement)


def test_code_is_kept_line_by_line() -> None:
    fenced, indented = parsed('~~~{.literal}\na  -- "b"\n\n\tc\n~~~\n\n    d\n      e\n')
    assert isinstance(fenced, CodeElement)
    assert fenced.text == 'a  -- "b"\n\n    c'
    assert (fenced.attributes.classes, fenced.attributes.where) == (("literal",), at(1, 4))
    assert isinstance(indented, CodeElement)
    assert (indented.text, indented.where) == ("d\n  e", at(7, 5))


def test_a_rule_and_a_heading_with_a_line_below_it() -> None:
    heading, rule, again = parsed("Words\nof two lines {.theme #a}\n====\n\n***\n\nB\n-\n")
    assert isinstance(heading, Heading)
    assert (heading.level, text_of(heading.words)) == (1, "Words of two lines")
    assert (heading.attributes.id, heading.attributes.where) == ("a", at(2, 14))
    assert rule == RuleElement(at(5, 1))
    assert isinstance(again, Heading)
    assert again.level == 2


def test_a_picture_has_words_for_those_who_cannot_see_it() -> None:
    (picture,) = parsed('![Our *hall*](my%20hall.jpg "In {{ q1.a }}"){width=50% credit="Me"}\n')
    assert isinstance(picture, PictureElement)
    assert (picture.path, text_of(picture.alt)) == ("my%20hall.jpg", "Our ")
    assert picture.alt[0] == Plain("Our ", at(1, 3))
    assert picture.caption == (Plain("In ", at(1, 30)), Binding("q1.a", at(1, 33)))
    assert picture.attributes.value("width") == "50%"
    option = picture.attributes.option("credit")
    assert option is not None
    assert option.where == at(1, 56)


# -- tables ----------------------------------------------------------------------------------------


def test_a_table_has_cells_with_their_places() -> None:
    (table,) = parsed("| 1 | 1\\|*1* | 1 |\n|---|:-:|--:|\n| 1 |  | {{ q1.a }} |\n")
    assert isinstance(table, TableElement)
    assert table.aligns == ("", "centre", "right")
    assert [each.where for each in table.head] == [at(1, 3), at(1, 7), at(1, 16)]
    assert table.head[1].words == (
        Plain("1|", at(1, 7)),
        Emphasis((Plain("1", at(1, 11)),), at(1, 10)),
    )
    assert table.rows[0][1] == CellElement((), table.rows[0][1].where)
    assert table.rows[0][2].words == (Binding("q1.a", at(3, 10)),)


def test_a_caption_finds_its_table() -> None:
    table = "| a |\n|---|\n| b |\n"
    for text in (
        f"{table}\n: Words {{width=50%}}\n",
        f": Words {{width=50%}}\n\n{table}",
        f"{table}: Words\n{{width=50%}}\n",
    ):
        (element,) = parsed(text)
        assert isinstance(element, TableElement)
        assert text_of(element.caption) == "Words"
        assert element.attributes.value("width") == "50%"
        assert len(element.rows) == 1
    first, second = parsed(f"{table}\n: One\n\n: Two\n\n{table}")
    assert isinstance(first, TableElement)
    assert isinstance(second, TableElement)
    assert (text_of(first.caption), text_of(second.caption)) == ("One", "Two")


def test_a_table_in_a_quotation_knows_its_columns() -> None:
    (quotation,) = parsed("> | a | b |\n> |---|---|\n> | c | d |\n")
    assert isinstance(quotation, QuotationElement)
    (table,) = quotation.children
    assert isinstance(table, TableElement)
    assert [cell.where for cell in table.rows[0]] == [at(3, 5), at(3, 9)]


def test_a_space_behind_a_backslash_holds() -> None:
    (paragraph,) = parsed("Ask Ann\\ Lee&nbsp;Ito, a\\\\ b.\n")
    assert isinstance(paragraph, Paragraph)
    assert text_of(paragraph.words) == "Ask Ann\xa0Lee\xa0Ito, a\\ b."
