"""Phrases bound to evidence: what is printed, and what each printed figure knows of itself."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from briefing.claims.formats import SIGN
from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_phrase
from briefing.content.words import Writer
from briefing.diagnostics import Diagnostics, Source
from briefing.layout.text import Span, Words, plain
from tests.unit.claims.tabled import published, single

HERE = Source("words.md", 1, 1)
EVIDENCE = Evidence(published(), facts={"survey.fieldwork": "6 April to 11 May 2017"})


def words(text: str, percent: str = "per cent") -> Words:
    diagnostics = Diagnostics()
    pages = {"next": "7"}
    writer = Writer(EVIDENCE, diagnostics, percent, pages, frozenset(pages))
    made = writer.words(parse_phrase(text, HERE, diagnostics))
    assert not diagnostics.entries, list(map(str, diagnostics))
    return made


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("{{ q2a.agree.pct }} agree.", "Twenty\u2011one per\xa0cent agree."),
        ("Only {{ q2a.agree.pct }} agree.", "Only\xa021\xa0per\xa0cent agree."),
        ("So it is. {{ q2a.agree.pct }} agree.", "So it is. Twenty\u2011one per\xa0cent agree."),
        (
            "**So it is.** {{ q2a.agree.pct }} agree.",
            "So it is. Twenty\u2011one per\xa0cent agree.",
        ),
        ("*{{ q2a.agree.pct }}* agree.", "Twenty\u2011one per\xa0cent agree."),
        ('"{{ q2a.agree.pct }} agree"', "\u201cTwenty\u2011one per\xa0cent agree\u201d"),
        ("Care ({{ q2a.agree.pct }}) gains.", "Care (21\xa0per\xa0cent) gains."),
        ("{{ q2a.agree.pct }}", "21\xa0per\xa0cent"),
        ("**{{ q2a.agree.pct }}**", "21\xa0per\xa0cent"),
        ("{{ q2a.agree.digits }} of a hundred.", "21 of a hundred."),
        ("See page {{ page.next }}.", "See page\xa07."),
        ("From {{ survey.fieldwork }}.", "From 6 April to 11 May 2017."),
        (
            "{{ q17a_by_q2a.agree.confident.count }} of {{ q17a_by_q2a.agree.base }} are.",
            "Ten\xa0of\xa016\xa0are.",
        ),
    ],
)
def test_values_are_printed_as_the_sentence_wants_them(text: str, printed: str) -> None:
    assert plain(words(text)) == printed


@pytest.mark.parametrize("form", ["words", "tenths", "fraction"])
def test_words_for_a_figure_have_a_capital_where_they_open_what_is_said(form: str) -> None:
    diagnostics = Diagnostics()
    writer = Writer(EVIDENCE, diagnostics)
    figure = f"**{{{{ q2a.agree.{form} }}}}**"
    for text in (f"{figure} of them agree.", figure):
        phrase = parse_phrase(text, HERE, diagnostics)
        for displayed in (True, False):
            assert plain(writer.words(phrase, displayed=displayed))[:1].isupper()
    assert plain(words(f"Of them {figure} agree.")).split()[2][:1].islower()
    assert not diagnostics.entries


def test_a_document_with_signs_still_starts_its_sentences_in_words() -> None:
    assert plain(words("Only {{ q2a.agree.pct }}.", SIGN)) == "Only\xa021%."
    assert plain(words("{{ q2a.agree.pct }} agree.", SIGN)) == "Twenty\u2011one per\xa0cent agree."


def test_a_printed_figure_carries_its_cell() -> None:
    _, figure, _ = words("Only {{ q2a.agree.pct }} agree.")
    assert figure.number is not None
    assert (figure.number.value, figure.number.text) == (Fraction(17, 80), "21\xa0per cent")
    assert (figure.number.where, figure.number.claimed) == (Source("words.md", 1, 6), False)


def test_claimed_words_carry_their_proof_in_every_piece() -> None:
    made = words("They are [**just over** a fifth]{claim=q17b.confident} now.")
    assert [span.text for span in made] == ["They are ", "just over", " a fifth", "\xa0now."]
    bold, rest = made[1], made[2]
    assert bold.strong
    assert bold.claim is not None
    assert bold.claim == rest.claim
    assert (bold.claim.text, bold.claim.claimed) == ("just over a fifth", True)
    assert made[0].claim is made[3].claim is None


def test_words_that_mean_something_carry_what_was_proved() -> None:
    made = words('Confidence is [low]{claim=q17b.confident means="under a third"} now.')
    assert plain(made) == "Confidence is low\xa0now."
    claim = next(span.claim for span in made if span.claim is not None)
    assert (claim.text, claim.means) == ("low", "under a third")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('It is [low]{claim=q17b.confident means="under a tenth"}.', "claim-false"),
        ('It is [low]{claim=q17b.confident means="rather little"}.', "claim-unclear"),
        ('It is [a fifth]{claim=q17b.confident means="over a tenth"}.', "claim-unclear"),
        ("It is [low]{claim=q17b.confident}.", "claim-unclear"),
        ('It is [popular]{claim=q17b.confident means="under half"}.', "claim-unclear"),
        ('It is [unusual]{claim=q17b.confident means="over 1 per cent"}.', "claim-unclear"),
        ("It is not true that [few agree]{claim=q2a.strongly_agree}.", "claim-false"),
        ("It is a myth that [a minority agrees]{claim=q17b.confident}.", "claim-false"),
        ("By far [the highest]{claim=q4.officers.engaged among=q4.hwb.engaged}.", "claim-false"),
        ("[The highest]{claim=q4.officers.engaged among=q4.hwb.engaged} by far.", "claim-false"),
        ("[A third]{claim=q1.great_deal} do, [another third]{claim=q1.great_deal}.", "claim-false"),
        ("{{ q1.great_deal.pct }} do, a further {{ q1.great_deal.pct }}.", "claim-false"),
    ],
)
def test_what_words_are_said_to_mean_must_be_true_and_be_said(text: str, code: str) -> None:
    diagnostics = Diagnostics()
    Writer(EVIDENCE, diagnostics).words(parse_phrase(text, HERE, diagnostics))
    assert [each.code for each in diagnostics.entries] == [code]


@pytest.mark.parametrize(
    "text",
    [
        "It is [the lowest]{claim=q4.council.engaged among=q4.hwb.engaged} by far.",
        "They are [the lowest]{claim=q4.council.engaged among=q4.hwb.engaged} by far, as before.",
        "[The highest]{claim=q4.officers.engaged among=q4.hwb.engaged} is theirs.",
    ],
)
def test_how_far_a_place_is_ahead_is_proved_behind_its_brackets(text: str) -> None:
    diagnostics = Diagnostics()
    Writer(EVIDENCE, diagnostics).words(parse_phrase(text, HERE, diagnostics))
    assert not diagnostics.entries


@pytest.mark.parametrize(
    "text",
    [
        "{{ q2a.agree.pct }} do not agree.",
        "Only {{ q2a.agree.count }} members don\u2019t really agree.",
        "[About a fifth]{claim=q2a.agree} do not agree.",
        "{{ q2a.agree.pct }} of members disagree.",
        "[About a fifth]{claim=q2a.agree} disagree.",
        "{{ q2a.disagree.pct }} agree.",
        "{{ q2a.agree.count }} per cent agree.",
        "Of {{ q2a.base }}% it is true.",
        "{{ q2a.agree.count }} in a hundred agree.",
        "{{ q2a.disagree - q2a.agree.digits }} per cent more disagree.",
    ],
)
def test_what_is_said_behind_a_figure_must_be_what_it_is(text: str) -> None:
    diagnostics = Diagnostics()
    Writer(EVIDENCE, diagnostics).words(parse_phrase(text, HERE, diagnostics))
    assert [each.code for each in diagnostics.entries] == ["claim-false"]


@pytest.mark.parametrize(
    "text",
    [
        "The mean score is {{ q2a.agree.pct }}.",
        "The share of members who agree is {{ q2a.agree.count }}.",
        "The average mark was [about a fifth]{claim=q2a.agree}.",
        "The percentage is [5.3]{claim=q13.prevention.score}.",
        "Disagreement stands at {{ q2a.agree.pct }}.",
        'Disengagement has [risen]{claim="q4.hwb.engaged q4.council.engaged"}.',
        '[Disengagement rose]{claim="q4.hwb.engaged q4.council.engaged"}.',
    ],
)
def test_a_share_is_no_mean_and_agreement_no_disagreement(text: str) -> None:
    diagnostics = Diagnostics()
    Writer(EVIDENCE, diagnostics).words(parse_phrase(text, HERE, diagnostics))
    assert [each.code for each in diagnostics.errors] == ["claim-false"]


@pytest.mark.parametrize(
    "text",
    [
        "It is not true that [most agree]{claim=q2a.agree}.",
        "One cannot say that [most agree]{claim=q2a.agree}.",
        "The share who cannot say [is 21 per cent]{claim=q2a.agree}.",
        "It is no surprise that [few agree strongly]{claim=q2a.strongly_agree}.",
        "It is clearly [the highest]{claim=q4.officers.engaged among=q4.hwb.engaged}.",
        "On average they gave [about 5]{claim=q13.prevention.score}.",
        "{{ q2a.disagree.pct }} do not agree.",
        "{{ q2a.agree.pct }} agree, which is not to agree for ever.",
        "{{ q2a.agree.pct }} agree rather than disagree.",
        "{{ q2a.agree.pct }} of the unhappy agree.",
        "{{ q2a.agree.pct }} outweigh those who disagree.",
        "{{ q2a.agree.pct }} not only agree but say so.",
        "{{ q2a.agree.pct }} of those who cannot see how to agree say so.",
        "{{ q2a.agree.pct }} agree, {{ q2a.disagree.pct }} do not agree.",
        "{{ q2a.agree.digits }} per cent agree, or {{ q2a.agree.digits }} in a hundred.",
    ],
)
def test_a_denial_of_something_else_turns_no_figure(text: str) -> None:
    assert plain(words(text))


def test_dress_is_kept_and_neighbours_are_joined() -> None:
    made = words("See *the [next](#next) page*, --\nin [Cymru]{lang=cy}.")
    assert made == (
        Span("See "),
        Span("the ", emphasis=True),
        Span("next", emphasis=True, link="#next"),
        Span(" page", emphasis=True),
        Span(",\xa0\u2013 in "),
        Span("Cymru", language="cy"),
        Span("."),
    )


def test_an_insisted_line_break_is_kept() -> None:
    assert plain(words("One\\\ntwo")) == "One\ntwo"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("[Frau Weber, z. B.]{lang=de}, Frau Weber", "Frau~Weber, z.~B., Frau Weber"),
        ('"No [er sagt "nein"]{lang=de}"', "\u201cNo er sagt \u201enein\u201c\u201d"),
        ("no! [*oui* !]{lang=fr} a !", "no! oui\u202f! a !"),
        ("[\xab oui \xbb]{lang=fr}", "\xab\u202foui\u202f\xbb"),
        ("[[Mme Roux !]{lang=fr} Cyng. Rhys]{lang=cy}", "Mme~Roux\u202f! Cyng.~Rhys"),
    ],
)
def test_words_in_another_language_have_its_signs_and_spaces(typed: str, wanted: str) -> None:
    assert plain(words(typed)).replace("\xa0", "~") == wanted


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("[here](https://a.example)", "en-GB", True),
        ("[Click here!](https://a.example)", "en-GB", True),
        ("See [the full report](https://a.example).", "en-GB", False),
        ('See [here](https://a.example "The full report").', "en-GB", False),
        ("[yma](https://a.example)", "cy", True),
        ("[yma]{lang=cy} [yma](https://a.example)", "en-GB", False),
        ("[hier](https://a.example)", "de-AT", True),
        ("[More homes, fewer cars](https://a.example)", "en-GB", False),
    ],
)
def test_a_link_says_where_it_goes(text: str, language: str, *, told: bool) -> None:
    diagnostics = Diagnostics()
    writer = Writer(EVIDENCE, diagnostics, language=language)
    writer.words(parse_phrase(text, HERE, diagnostics))
    assert [each.code for each in diagnostics] == ["link-says-nothing"] * told


# -- shares of few who commented -------------------------------------------------------------------


def told_of_few(text: str, *, strict: bool = False) -> tuple[str, Diagnostics]:
    themes = single("why", 38, {"cost": "Cost", "late": "Lateness"}, cost=9, late=21)
    few = replace(themes, counted=True, multiple=True)
    diagnostics = Diagnostics()
    writer = Writer(Evidence({"why": few}), diagnostics, strict=strict)
    return plain(writer.words(parse_phrase(text, HERE, diagnostics))), diagnostics


@pytest.mark.parametrize("form", [".pct", "", ".fraction", ".sign"])
def test_a_share_of_few_who_commented_is_to_be_a_count(form: str) -> None:
    taken = f"why.cost{form}"
    _, found = told_of_few(f"Cost is what {{{{ {taken} }}}} wrote of.")
    (warning,) = found.warnings
    assert "38 who commented" in warning.message
    assert "{{ why.cost.count }} of {{ why.base }}" in warning.hint
    assert "percent_from" in warning.hint
    _, judged = told_of_few(f"Cost is what {{{{ {taken} }}}} wrote of.", strict=True)
    assert [each.code for each in judged.errors] == ["share-of-few"]


def test_counts_of_few_and_claims_of_their_shares_stand() -> None:
    said, found = told_of_few("Cost: {{ why.cost.count }} of {{ why.base }}.")
    assert said.replace("\xa0", " ") == "Cost: 9 of 38."
    _, claimed = told_of_few("[Most of those who commented]{claim=why.late} wait.")
    _, untrue = told_of_few("[Most of those who commented]{claim=why.cost} pay.")
    assert not found.entries
    assert not claimed.entries
    assert untrue.errors


def test_the_difference_of_two_shares_of_few_is_none_to_print() -> None:
    _, found = told_of_few("More wait, by {{ why.late - why.cost }}.")
    (warning,) = found.warnings
    assert "{{ why.late.count }} and {{ why.cost.count }}" in warning.hint
