"""Lines: what is kept together, what is never lost, and where ragged lines end."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from statistics import pstdev
from typing import TYPE_CHECKING

import pytest

from briefing.diagnostics import Source
from briefing.drawing import Link, Number
from briefing.fonts import MissingGlyphError
from briefing.hyphens import SOFT_HYPHEN
from briefing.layout import paragraph, penalties
from briefing.layout.breaks import SLIP
from briefing.layout.paragraph import Paragraph
from briefing.layout.pieces import Chance, pieces_of
from briefing.layout.rivers import river
from briefing.layout.spaces import SLIGHT
from briefing.layout.text import (
    Span,
    bare_lines,
    break_lines,
    marks_of,
    plain,
    widest_word,
    width_of,
)

if TYPE_CHECKING:
    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.layout.text import Line, Words

ENOUGH = (
    "Knowing about a partnership is not the same as having a part in it, and most of those who "
    "answered say that councillors are not engaged enough in what is planned for their places."
)


def words(text: str) -> Words:
    return (Span(text),)


def test_no_line_is_wider_than_the_measure(look: Look) -> None:
    lines = break_lines(words(ENOUGH), look.style("body"), 180)
    assert len(lines) > 3
    assert all(line.width <= 180.01 for line in lines)


def test_a_no_break_space_never_ends_a_line(look: Look) -> None:
    style = look.style("body")
    text = "x " * 9 + "21\N{NO-BREAK SPACE}per cent " * 6
    for measure in range(60, 200, 7):
        for line in break_lines(words(text.strip()), style, measure):
            assert not "".join(s.span.text for s in line.stretches).endswith("21 ")
            assert not line.stretches[-1].span.text.endswith("\N{NO-BREAK SPACE}")


def test_a_long_word_stands_alone_and_is_measured(look: Look) -> None:
    style = look.style("body")
    lines = break_lines(words("an Incomprehensibilities end"), style, 40)
    assert [s.span.text.strip() for line in lines for s in line.stretches] == [
        "an",
        "Incomprehensibilities",
        "end",
    ]
    assert widest_word(words("an Incomprehensibilities end"), style) > 40


def test_a_headline_breaks_after_its_colon(look: Look) -> None:
    style = look.style("headline")
    (first, second) = ("Appendix D:", "The questionnaire")
    lines = break_lines(words(f"{first} {second}"), style, style.run(second).width + 1)
    assert [each.strip() for each in lines_as_text(lines)] == [first, second]


def test_a_headline_breaks_between_its_question_and_its_answer(look: Look) -> None:
    style = look.style("headline")
    question, answer = "How often do you visit?", "Forty per cent answer \u201cEvery day\u201d"
    lines = break_lines(words(f"{question} {answer}"), style, style.run(answer).width + 1)
    assert [each.strip() for each in lines_as_text(lines)] == [question, answer]


PARTED = "thirty\N{NON-BREAKING HYPHEN}four per\N{NO-BREAK SPACE}cent"
HELD = PARTED.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Just as many as before, {} of all, come daily", 480),
        ("Every day or a few times a week, {} come", 360),
    ],
)
def test_a_headline_holds_a_number_in_words_with_its_per_cent(
    text: str, measure: float, look: Look
) -> None:
    """Though its lines would be more alike in length with the number at the end of one."""
    style = look.style("headline")
    assert not break_after_number(text, style, measure)
    held = break_lines(words(text.format(HELD)), style, measure)
    assert len(break_lines(words(text.format(PARTED)), style, measure)) == len(held)


def test_a_lead_holds_a_number_in_words_where_that_leaves_no_line_far_too_short(look: Look) -> None:
    style = look.style("lead")
    text = (
        "People make much of the new park. Just as many as before, {} of all who answered, come "
        "every day, and more of them than ever say that they feel safe."
    )
    measures = [measure for measure in range(200, 440, 3) if even(text, style, measure)]
    assert len(measures) > 20
    assert not [each for each in measures if break_after_number(text, style, each)]


def break_after_number(text: str, style: TextStyle, measure: float) -> bool:
    lines = lines_as_text(break_lines(words(text.format(PARTED)), style, measure))
    return any(line.endswith("four ") for line in lines)


def even(text: str, style: TextStyle, measure: float) -> bool:
    """Whether the words with their number held are no line more, and none is six ems short."""
    held = break_lines(words(text.format(HELD)), style, measure)
    few = len(held) == len(break_lines(words(text.format(PARTED)), style, measure))
    return few and all(line.width > measure - 6 * style.size for line in held[:-1])


LETTERED = (
    "The plan was a good one, and I said so to a room of people who had a mind of their own and "
    "a reason to doubt it."
)


def test_a_line_seldom_ends_with_a_word_of_one_letter(look: Look) -> None:
    """It does where the words would else stick out."""
    style = replace(look.style("body"), language="en-GB")
    lasts = [last for measure in range(200, 400, 5) for last in ends(LETTERED, style, measure)]
    assert sum(last in {"a", "I"} for last in lasts) < len(lasts) / 40
    narrow = style.run("notwithstanding").width + 1
    assert ends("with a notwithstanding", style, narrow) == ["a", "notwithstanding"]


def ends(text: str, style: TextStyle, measure: float) -> list[str]:
    """The last word of each line."""
    return [line.split()[-1] for line in lines_as_text(break_lines(words(text), style, measure))]


def test_a_name_is_parted_only_for_the_sake_of_the_edge(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    style = look.style("body")
    text = (
        "Nobody in King\u2019s Lynn had been told of it before it was decided, and as far as "
        "anybody in King\u2019s Lynn knows nobody has been told of it since then."
    )

    def parted() -> int:
        bare_lines.cache_clear()
        return sum("King\u2019s" in ends(text, style, each) for each in range(120, 400, 2))

    seldom = parted()
    monkeypatch.setattr(penalties, "NAME", 0.0)
    assert 0 < seldom < parted()
    bare_lines.cache_clear()


NAMED = (
    "Members in North Yorkshire had been told by Dr\xa0Anna Schmidt in May 2017 what Leeds Council "
    "had made of it, and what Peter Jones thought."
)


@pytest.mark.parametrize("language", ["en-GB", "de"])
def test_names_and_what_is_numbered_are_parted_less_often(
    language: str, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In German, where all nouns have capitals, a title tells a name."""
    style = replace(look.style("body"), language=language)

    def parted(word: str) -> int:
        bare_lines.cache_clear()
        return sum(word in ends(NAMED, style, each) for each in range(120, 400, 2))

    firsts = ("Anna", "May") if language == "de" else ("North", "Anna", "May", "Leeds", "Peter")
    seldom = sum(map(parted, firsts))
    monkeypatch.setattr(penalties, "NAME", 0.0)
    assert seldom < 0.75 * sum(map(parted, firsts))
    bare_lines.cache_clear()


def test_an_address_begins_a_line_rather_than_being_parted(look: Look) -> None:
    style = look.style("body")
    address = "english\u2011councils.example/stp\u2011survey"
    measure = style.run(f"The full report: {address}").width - 40
    whole = lines_as_text(break_lines(words(f"The full report: {address}"), style, measure))
    assert [line.strip() for line in whole] == ["The full report:", address]
    narrow = style.run("english\u2011councils.example/").width + 1
    assert len(break_lines(words(address), style, narrow)) == 2


def test_a_long_part_of_an_address_is_divided_in_front_of_its_signs(look: Look) -> None:
    style = look.style("body")
    address = (
        "https://www.example.org/surveys/what-people-make-of-parks?from=2024_05#how-it-was-done"
    )
    for measure in (90, 110, 150):
        lines = lines_as_text(break_lines(words(f"It is at {address} and here."), style, measure))
        assert "".join(lines).replace(" ", "") == f"Itisat{address}andhere."
        assert widest_word(words(address), style) <= measure
        at = [line for line in lines if address.startswith(line) or line in address]
        assert len(at) > 1
        assert all(one.endswith("/") or next_[0] in "?#=_-" for one, next_ in pairwise(at))
    wide = style.run("https://www.example.org/surveys/").width + 1
    held = lines_as_text(
        break_lines(words("https://www.example.org/surveys/of-parks"), style, wide)
    )
    assert held == ["https://www.example.org/surveys/", "of-parks"], "behind a slash if it can be"


def test_shy_words_are_divided_only_where_a_line_would_be_torn(look: Look) -> None:
    style = replace(look.style("body"), language="en-GB", hyphens=45.0)
    shy = replace(style, shy=True)
    measures = range(80, 200, 4)
    divided, shyly = (
        sum(line.divided for m in measures for line in break_lines(words(ENOUGH), each, m))
        for each in (style, shy)
    )
    assert shyly < divided / 4
    torn = style.run("a misunderstanding").width - 4
    said = words("It was a misunderstanding from the start.")
    assert any(line.divided for line in break_lines(said, shy, torn))


def test_a_torn_line_is_mended_by_a_hyphen_in_a_wide_column_too(look: Look) -> None:
    """Lines of German were left half empty: only narrow columns had hyphens."""
    style = replace(look.style("body"), language="de-DE")
    assert style.hyphens
    text = (
        "Die Straßenbahnhaltestellenüberdachungen, die Verwaltungsvorschriften, die "
        "Rechtsschutzversicherungsgesellschaften und die Kraftfahrzeughaftpflichtversicherungen "
        "wurden geprüft, und die Versammlungsstättenverordnung ist eingehalten."
    )
    measure = style.run("n").width * 46
    assert measure > style.hyphens * paragraph.character(style)
    lines = break_lines(words(text), style, measure)
    assert any(line.divided for line in lines)
    assert min(line.width for line in lines[:-1]) > 0.75 * measure
    assert not any(line.divided for line in break_lines(words(ENOUGH), look.style("body"), measure))


def test_a_hyphen_had_better_not_leave_a_stump_of_its_word(look: Look) -> None:
    style = replace(look.style("body"), language="en-GB", hyphens=45.0)
    parts = pieces_of(words("understanding prevention of information"), style)
    stumps = [part.text for part in parts if part.chance is Chance.STUMP]
    others = [part.text for part in parts if part.chance is Chance.PATTERN]
    assert stumps == ["stand", "pre"]
    assert others == ["under", "ven", "inform", "a"]


def test_a_ragged_line_that_is_a_hair_too_wide_narrows_its_spaces(look: Look) -> None:
    style = look.style("body")
    said = words("We were told of it and asked what we thought")
    measure = style.run(said[0].text).width * 0.975
    (line,) = break_lines(said, style, measure)
    assert line.width <= measure + SLIP
    spaces = [glyph.advance for glyph in line.stretches[0].run.glyphs if glyph.text == " "]
    own = style.run(" ").glyphs[0].advance
    assert all((1 - SLIGHT) * own - 1 <= each < own for each in spaces)


def test_a_number_in_words_is_parted_where_it_would_stick_out(look: Look) -> None:
    style = look.style("headline")
    lines = break_lines(
        words("Ninety-one per\N{NO-BREAK SPACE}cent"), style, style.run("Ninety-one").width + 1
    )
    assert next(each.strip() for each in lines_as_text(lines)) == "Ninety-one"


def test_the_label_that_a_sentence_begins_with_holds_its_figure(
    look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Base: stood at the end of a line, and 79 on the next; whatever span each is in."""
    style = look.style("base")
    said = (Span("Do they have enough of a say?"), Span(" Base: 79 councillors who answered."))

    def parted() -> int:
        bare_lines.cache_clear()
        broken = (lines_as_text(break_lines(said, style, each)) for each in range(80, 260, 2))
        return sum(any(line.strip().endswith("Base:") for line in lines) for lines in broken)

    assert not parted()
    monkeypatch.setattr(penalties, "LABEL", 0.0)
    assert parted()
    bare_lines.cache_clear()


def test_a_quotation_had_better_not_end_with_two_small_words(look: Look) -> None:
    style = replace(look.style("body"), language="en-GB", hyphens=45.0, shy=True)
    plain_ends, shy_ends = (
        [
            break_lines(words(ENOUGH), each, measure)[-1].width < 0.3 * measure
            for measure in range(160, 360, 4)
        ]
        for each in (replace(style, shy=False), style)
    )
    assert sum(shy_ends) < sum(plain_ends) / 2


def test_a_headline_is_balanced(look: Look) -> None:
    lines = break_lines(
        words("Only 21 per cent find councillors engaged enough"), look.style("headline"), 380
    )
    assert len(lines) == 2
    assert min(line.width for line in lines) > 0.6 * max(line.width for line in lines)


def test_a_last_line_of_one_short_word_is_avoided(look: Look) -> None:
    style = look.style("body")
    text = "It is better than it was and they come to us now so"
    full = width_of(words(text.rsplit(" ", 1)[0]), style)
    lines = break_lines(words(text), style, full + 1)
    assert len(lines) == 2
    assert lines[1].width > style.run("so").width * 1.5


def test_a_hyphen_or_a_dash_is_a_chance_to_break(look: Look) -> None:
    style = look.style("body")
    lines = break_lines(words("one-to-one"), style, style.run("one-to-").width + 0.5)
    assert [line.stretches[0].span.text for line in lines] == ["one-to-", "one"]


def test_a_span_keeps_its_face_and_its_figure_on_its_line(look: Look) -> None:
    dressed = (Span("Of those, "), Span("nine in ten", strong=True), Span(" agree."))
    (line,) = break_lines(dressed, look.style("body"), 400)
    assert [s.run.face for s in line.stretches] == ["regular", "semibold", "regular"]
    assert line.stretches[1].x == pytest.approx(line.stretches[0].run.width)


def test_what_no_face_can_print_is_refused(look: Look) -> None:
    with pytest.raises(MissingGlyphError, match=r"U\+4E00"):
        break_lines(words("an \u4e00 sign"), look.style("body"), 200)


NARROW_TEXT = (
    "Representatives of smaller authorities were noticeably less satisfied with the arrangements "
    "for accountability than their counterparts in larger ones."
)


def lines_as_text(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(stretch.run.text for stretch in line.stretches) for line in lines]


def hyphenated(look: Look, align: str = "left") -> TextStyle:
    return replace(look.style("body"), hyphens=45.0, language="en-GB", align=align)


def test_words_are_divided_in_a_narrow_column_and_nowhere_else(look: Look) -> None:
    style = hyphenated(look)
    narrow = lines_as_text(break_lines(words(NARROW_TEXT), style, 78))
    assert any(text.endswith(SOFT_HYPHEN) for text in narrow)
    assert not any(text.endswith(SOFT_HYPHEN) for text in narrow[-2:-1]), "not before the last"
    for wide_or_plain in (
        break_lines(words(NARROW_TEXT), style, 300),
        break_lines(words(NARROW_TEXT), replace(style, hyphens=0.0), 78),
        break_lines(words(NARROW_TEXT), replace(style, language="cy"), 78),
        break_lines((Span(NARROW_TEXT, language="cy"),), style, 78),
    ):
        assert SOFT_HYPHEN not in "".join(lines_as_text(wide_or_plain))


def test_a_bound_figure_is_never_divided(look: Look) -> None:
    style = hyphenated(look)
    claim = Number(Fraction(1, 2), "considerable", "q", "a", claimed=True)
    bound = (Span("considerable representation", claim=claim),)
    assert SOFT_HYPHEN not in "".join(lines_as_text(break_lines(bound, style, 30)))
    assert widest_word(bound, style) > widest_word(words("considerable representation"), style)


def test_the_words_of_a_link_are_never_divided(look: Look) -> None:
    link = (Span("understanding", link="#method"),)
    assert SOFT_HYPHEN not in "".join(lines_as_text(break_lines(link, hyphenated(look), 30)))


def test_a_soft_hyphen_shows_where_the_line_breaks_and_nowhere_else(look: Look) -> None:
    style = replace(look.style("headline"), balanced=False)
    word = "trans\u00adport\u00adation"
    (whole,) = break_lines(words(word), style, 600)
    assert lines_as_text((whole,)) == ["transportation"]
    assert whole.width == pytest.approx(style.run("transportation").width)
    room = style.run("transport-").width + 1
    divided = break_lines(words(word), style, room)
    assert lines_as_text(divided) == ["transport\u00ad", "ation"]
    assert divided[0].divided
    assert not divided[1].divided
    assert divided[0].stretches[0].run.glyphs[-1].index == style.run("-").glyphs[0].index


def test_plain_words_have_no_soft_hyphens() -> None:
    assert plain(words("trans\u00adport")) == "transport"


def test_justified_lines_end_at_the_measure_and_the_last_as_it_comes(look: Look) -> None:
    style = hyphenated(look, "justify")
    *full, last = break_lines(words(ENOUGH), style, 200)
    assert len(full) > 2
    for line in full:
        end = line.stretches[-1].x + line.stretches[-1].run.width - line.stretches[-1].run.size
        assert line.width == pytest.approx(200, abs=0.01) or end < 200
    assert last.width < 190
    spaces = {
        round(glyph.advance)
        for line in full
        for stretch in line.stretches
        for glyph in stretch.run.glyphs[:-1]
        if glyph.text == " "
    }
    assert len(spaces) > 1, "spaces were widened"


def test_a_justified_line_is_divided_rather_than_torn(look: Look) -> None:
    """In a column too wide for hyphens else: long words would leave its lines half empty."""
    said = (
        "In den Sitzungen der Partnerschaften wurden die Ratsmitglieder nach Auskunft der "
        "Befragten nur selten gefragt, und die Verantwortung für die Gesundheitsversorgung blieb "
        "unklar. Die Bürgerbeteiligungsverfahren dauerten zwölf Monate und kosteten viel Geld."
    )
    style = replace(hyphenated(look, "justify"), language="de", hyphens=30.0)
    space = style.run(" ").width
    for measure in (215, 225, 235):
        *full, _ = break_lines(words(said), style, measure)
        assert any(line.divided for line in full)
        for line in full:
            glyphs = [g for s in line.stretches for g in s.run.glyphs if g.text == " "]
            widths = [g.advance * style.size / 1000 for g in glyphs[: None if line.divided else -1]]
            assert max(widths) < 2.5 * space
            assert (
                line.width == pytest.approx(measure, abs=0.01) or "," in line.stretches[-1].run.text
            )


def test_a_justified_paragraph_does_not_end_with_the_rest_of_a_word(look: Look) -> None:
    """However wide its column: a line above is rather set loose."""
    style = replace(hyphenated(look, "justify"), language="de")
    said = (
        "In ihnen steht, was die Fragenden vergessen haben: dass der Spielplatz zwar neu ist, dass "
        "niemand weiß, an wen man sich wenden soll. Solche Bemerkungen lassen sich schlecht "
        "zusammenzählen, aber ausgezeichnet verstehen."
    )
    rests = []
    for measure in range(150, 260):
        *_, before, last = break_lines(words(said), style, measure)
        if before.divided and len(last.stretches[0].run.text.split()) == 1:
            rests.append((measure, last.stretches[0].run.text))
    assert not rests


def test_a_justified_line_that_nothing_fills_is_left_ragged(look: Look) -> None:
    style = replace(look.style("body"), align="justify")
    first, _ = break_lines(words("of all Incomprehensibilities"), style, 100)
    space = style.run(" ").width
    assert lines_as_text((first,)) == ["of all "]
    assert first.width == pytest.approx(style.run("of all").width)
    assert first.stretches[0].run.width == pytest.approx(style.run("of all").width + space)


def test_running_words_are_drawn_wider_or_narrower_within_the_limit_of_their_style(
    look: Look,
) -> None:
    for align in ("left", "right", "justify"):
        style = replace(hyphenated(look, align), expansion=0.02)
        lines = break_lines(words(ENOUGH), style, 160)
        stretches = {stretch.run.stretch for line in lines for stretch in line.stretches}
        assert len(stretches) > 2
        assert all(abs(each - 1) <= 0.02 + 1e-9 for each in stretches)
        assert lines[-1].stretches[0].run.stretch == 1
        plain_style = replace(style, expansion=0.0)
        for line in break_lines(words(ENOUGH), plain_style, 160):
            assert all(stretch.run.stretch == 1 for stretch in line.stretches)


def test_a_line_on_its_own_keeps_its_width(look: Look) -> None:
    style = hyphenated(look)
    (line,) = break_lines(words("On its own"), style, 200)
    assert line.stretches[0].run == style.run("On its own")


def test_letters_of_ragged_lines_make_their_edge_calmer(look: Look) -> None:
    style = hyphenated(look)

    def unevenness(expansion: float) -> float:
        lines = break_lines(words(" ".join([ENOUGH] * 4)), replace(style, expansion=expansion), 200)
        return pstdev(line.width for line in lines[:-1])

    assert unevenness(0.02) < 0.8 * unevenness(0.0)


def test_lines_are_broken_where_no_river_runs(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    style = hyphenated(look, "justify")
    text = words(f"{NARROW_TEXT} {ENOUGH}")
    part = Paragraph(pieces_of(text, style), text, style)

    def white() -> float:
        """The rivers of a paragraph in many columns."""
        amount = 0.0
        for measure in range(180, 360, 5):
            ends = (0, *part.ends(measure))
            lines = [part.whites(start, end, measure) for start, end in pairwise(ends)]
            amount += river(lines, style.run(" ").width)
        return amount

    with_care = white()
    monkeypatch.setattr(paragraph, "RIVER", 0.0)
    assert with_care < 0.3 * white()


def test_spaces_stand_where_they_were_thought_to(look: Look) -> None:
    for align in ("left", "justify"):
        style = hyphenated(look, align)
        text = words(ENOUGH)
        part = Paragraph(pieces_of(text, style), text, style)
        ends = part.ends(170)
        for (start, end), line in zip(
            pairwise((0, *ends)), break_lines(text, style, 170), strict=True
        ):
            (stretch,) = line.stretches
            x, em, seen = stretch.x, stretch.run.size / 1000 * stretch.run.stretch, []
            for glyph in stretch.run.glyphs:
                if glyph.text == " ":
                    seen.append((x, x + glyph.advance * em))
                x += glyph.advance * em
            thought = part.whites(start, end, 170)
            for one, other in zip(thought, seen, strict=False):
                assert one == pytest.approx(other, abs=0.25)


def test_an_opening_mark_hangs_in_the_margin_and_its_words_align(look: Look) -> None:
    style = replace(look.style("body"), hanging=True)
    first, *_ = break_lines(words("\u201cNo,\u201d she said."), style, 200)
    mark = style.run("\u201c").width
    assert first.stretches[0].x == pytest.approx(-mark)
    flush, *_ = break_lines(
        words("\u201cNo,\u201d she said."), replace(look.style("body"), hanging=False), 200
    )
    assert flush.stretches[0].x == 0
    assert first.width == pytest.approx(flush.width - mark)


@pytest.mark.parametrize("name", ["headline", "lead", "message", "list", "quote", "callout"])
def test_marks_hang_in_whatever_is_set_in_lines(name: str, look: Look) -> None:
    style = look.style(name)
    first, *_ = break_lines(words("\u201cNo say\u201d is what most of them tell"), style, 200)
    assert first.stretches[0].x == pytest.approx(-style.run("\u201c").width)


def test_the_space_within_french_marks_hangs_with_them(look: Look) -> None:
    style = look.style("headline")
    first, *_ = break_lines(words("\u00ab\u202fNon\u202f\u00bb, disent-ils"), style, 300)
    assert first.stretches[0].x == pytest.approx(-style.run("\u00ab\u202f").width)


def test_a_hyphen_hangs_in_part_at_the_end_of_a_justified_line(look: Look) -> None:
    style = replace(look.style("body"), align="justify")
    text = "It was a well-informed answer"
    room = style.run("It was a well-").width - style.run("-").width / 2
    first, *_ = break_lines(words(text), style, room)
    assert lines_as_text((first,)) == ["It was a well-"]
    assert first.width == pytest.approx(room)
    ends = first.stretches[-1].x + first.stretches[-1].run.width
    assert ends == pytest.approx(room + style.run("-").width / 2)


def test_the_author_s_own_end_of_line_is_kept(look: Look) -> None:
    lines = break_lines(words("One road\nLeeds LS1"), look.style("body"), 300)
    assert lines_as_text(lines) == ["One road ", "Leeds LS1"]


def test_whole_words_are_divided_at_white_space_alone(look: Look) -> None:
    style = hyphenated(look)
    span = Span("considerable and/or one-to-one", whole=True)
    lines = lines_as_text(break_lines((span,), style, 10))
    assert lines == ["considerable ", "and/or ", "one-to-one"]


def test_ends_of_lines_within_and_between_spans(look: Look) -> None:
    bold = Span("b\nc", strong=True)
    lines = break_lines((Span("a "), bold, Span(" \n\n"), Span("d\n")), look.style("body"), 300)
    assert lines_as_text(lines) == ["a b ", "c ", "", "d", ""]
    assert [line.width for line in lines if not line.stretches] == [0, 0]
    assert all(line.stretches[0].x == 0 for line in lines if line.stretches)


def test_lines_that_their_author_ended_are_measured_one_by_one(look: Look) -> None:
    style = look.style("body")
    long, short = words("Incomprehensibilities of it"), words("so it is")
    both = (*short, Span("\n"), *long)
    assert width_of(both, style) == pytest.approx(width_of(long, style))
    assert width_of((*long, Span("\n"), *short), style) == pytest.approx(width_of(long, style))
    assert widest_word(words("one\nIncomprehensibilities\nof"), style) == pytest.approx(
        widest_word(words("Incomprehensibilities"), style)
    )


@pytest.mark.parametrize("text", ["2017\u201318", "45\u201360", "24/7", "020-7946"])
def test_nothing_breaks_between_two_figures(text: str, look: Look) -> None:
    assert lines_as_text(break_lines(words(text), look.style("body"), 20)) == [text]


def test_a_headline_s_last_line_is_not_much_shorter_than_its_longest(look: Look) -> None:
    style = look.style("headline")
    for text in (
        "Half have no confidence in how partnerships are governed here",
        "More than nine in ten know their partnership reasonably well by now",
        "Health boards are the forum that works best, and councils know it",
    ):
        for measure in range(240, 520, 20):
            lines = break_lines(words(text), style, measure)
            widths = [line.width for line in lines]
            assert len(lines) == 1 or " " in lines_as_text(lines)[-1].strip()
            assert widths[-1] >= 0.5 * max(widths)


def test_superiors_stand_above_the_line_in_the_face_s_own_figures(look: Look) -> None:
    style = look.style("body")
    (line,) = break_lines((Span("m"), Span("2", script="sup"), Span(" x")), style, 200)
    raised = line.stretches[1]
    assert raised.run.size == style.size
    assert raised.run.glyphs[0].index != style.run("2").glyphs[0].index
    assert raised.run.glyphs[0].text == "2"
    assert raised.run.width < style.run("2").width


def test_superiors_that_a_face_lacks_are_small_letters_moved_up(look: Look) -> None:
    style = look.style("headline")
    up, down = (style.run("re", script=script) for script in ("sup", "sub"))
    assert up.size == down.size == pytest.approx(style.size * 0.6)
    assert up.glyphs[0].dy * up.size / 1000 == pytest.approx(0.35 * style.size)
    assert down.glyphs[0].dy < 0
    assert up.glyphs[0].index == style.run("re").glyphs[0].index


def test_words_know_where_they_were_written() -> None:
    span = Span("one two", places=((0, Source("a.md", 3, 5)), (4, Source("a.md", 4, 1))))
    assert span.place(1) == Source("a.md", 3, 6)
    assert span.place(6) == Source("a.md", 4, 3)
    assert Span("x").place(0) is None
    assert span == Span("one two")


def test_a_link_says_all_its_words_on_each_of_its_lines(look: Look) -> None:
    style = look.style("body")
    words = (
        Span("Write to "),
        Span("the county\N{NO-BREAK SPACE}council ", link="https://a.example"),
        Span("of A\N{NON-BREAKING HYPHEN}town", link="https://a.example", strong=True),
        Span("."),
    )
    links = [
        mark.contents
        for line in break_lines(words, style, 90)
        for each in line.stretches
        for mark in marks_of(each, style, look.colour("ink"))
        if isinstance(mark, Link)
    ]
    assert len(links) > 2
    assert set(links) == {"the county council of A-town"}
