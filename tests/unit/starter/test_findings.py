"""What first drafts say of a table: counts where few answered, and what it is about."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.starter.briefing_pages import picture_of
from briefing.starter.finding import (
    Finding,
    at_the_end,
    named,
    opening_for,
    says_of,
    strongest,
    telling,
    with_topic,
)
from briefing.starter.found import NO_WORDING
from briefing.starter.model import (
    GuessedAnswer,
    GuessedAttribute,
    GuessedCrosstab,
    GuessedItem,
    GuessedNet,
    GuessedQuestion,
    GuessedScale,
)
from briefing.starter.of_groups import attribute_finding, crosstab_finding
from briefing.starter.of_several import ranking_finding
from briefing.starter.story import finding_of
from briefing.starter.whose import whose
from briefing.survey.question import Kind
from briefing.tables.model import Head, Part
from tests.unit.charts.tabled import KNOWLEDGE, grid, ranking, single

if TYPE_CHECKING:
    from collections.abc import Sequence


def ranked(people: int) -> str:
    """The headline, the lead and the message of a ranking that so many answered."""
    table = ranking()
    bases = tuple(replace(each, n=people) for each in table.bases)
    items = tuple(GuessedItem(each.id, each.label) for each in table.rows)
    question = GuessedQuestion("q4", Kind.RANKING, "Rank these", "Rank these", items=items)
    finding = ranking_finding(question, replace(table, bases=bases))
    assert finding is not None
    return f"{finding.headline} {finding.lead} {finding.told}"


def test_of_few_who_ranked_counts_are_told_and_no_percentages() -> None:
    """As of every other kind of question: a quarter of twelve is three people."""
    assert ".first.pct" in ranked(80)
    few = ranked(12)
    assert ".pct" not in few
    assert ".first.count }} of {{ " in few


@pytest.mark.parametrize(
    ("counts", "kind"),
    [
        ((20, 41, 30, 9), "people"),
        ((20, 43, 30, 7), "hundred"),
        ((20, 15, 30, 35), "hundred"),
        ((2, 3, 4, 3), "people"),
    ],
)
def test_a_share_far_from_any_tenth_is_pictured_by_a_hundred(
    counts: Sequence[int], kind: str
) -> None:
    """Around three in ten, beside a headline of more than a third, reads like another figure."""
    table = single("q1", KNOWLEDGE, counts)
    assert picture_of(table, "at_least_a_fair_amount") == kind


@pytest.mark.parametrize(
    ("says", "opens"),
    [
        ("answer “The old library in the market place”", False),
        ("[give it 4 or 5, where 5 is “poor”]{.literal}", True),
        ("agree", True),
        ("are very or somewhat likely", True),
        ("feel not very safe", True),
    ],
)
def test_a_headline_that_speaks_of_it_names_what_it_is(says: str, *, opens: bool) -> None:
    short = "The market hall with everything that is in it"
    question = GuessedQuestion("q1", Kind.SINGLE, f"{short}?", short, opening=f"{short}:")
    assert bool(opening_for(question, says)) is opens


@pytest.mark.parametrize(
    ("short", "much", "begins"),
    [
        ("", 30, "In each group [{{ q_by_area."),
        ("", 32, "By area, between {{ q_by_area.a.at_least_a_fair_amount.pct }} and {{ q_by_"),
        ("What do you know?", 32, "What do you know? By area, between {{ q_by_area.a."),
    ],
)
def test_a_headline_of_groups_that_no_test_tells_apart_names_none_of_them(
    short: str, much: int, begins: str
) -> None:
    """A headline that named two groups told of a difference that may be chance: the lead does."""
    shares: dict[str, tuple[str, Sequence[int]]] = {
        "a": ("One", (30, 20, 10, 0)),
        "b": ("Two", (much, 20, 10, 0)),
    }
    table = grid("q_by_area", KNOWLEDGE, shares, part=Part.GROUP)
    (net, *_) = table.nets
    says = "[give it 4 or 5]{.literal}" if short else "know much"
    scale = GuessedScale((), (GuessedNet(net.id, net.label, (), says),))
    question = GuessedQuestion("q", Kind.SINGLE, short, short, opening=short, scale=scale)
    groups = tuple(GuessedAnswer(each, label) for each, (label, _) in shares.items())
    area = GuessedAttribute("area", "Area", "Area", groups, "area")
    crosstab = GuessedCrosstab("q_by_area", "q", "area", "Knowledge by area")
    finding = crosstab_finding(crosstab, question, area, table)
    assert finding is not None
    assert finding.headline.startswith(begins)
    assert finding.headline.endswith(", by area") is (much == 30)
    assert "One" not in finding.headline
    assert ("[highest]{claim=q_by_area.b." in finding.lead) is (much != 30)
    assert ("in Two. In groups of this size" in finding.lead) is (much != 30)


@pytest.mark.parametrize(
    ("counts", "end", "lead"),
    [
        ((60, 62, 61, 30), "in Millfield", "It is [highest]{claim=q_by_area.b."),
        ((30, 32, 31, 60), "in Millfield", "It is [lowest]{claim=q_by_area.a."),
        ((60, 60, 50, 30), "in Millfield", "In other groups it is up to {{ q_by_area."),
        ((30, 30, 40, 60), "in Millfield", "In other groups it is as low as {{ q_by_area."),
    ],
)
def test_of_groups_that_differ_the_one_that_stands_apart_is_told(
    counts: tuple[int, ...], end: str, lead: str
) -> None:
    """Three wards lie close together: the fourth is the finding, be it below them or above."""
    names = ("Abbey", "Castle Hill", "Bridge", "Millfield")
    shares: dict[str, tuple[str, Sequence[int]]] = {
        key: (name, (much, 0, 100 - much, 0))
        for key, name, much in zip("abcd", names, counts, strict=True)
    }
    table = grid("q_by_area", KNOWLEDGE, shares, part=Part.GROUP)
    (net, *_) = table.nets
    scale = GuessedScale((), (GuessedNet(net.id, net.label, (), "know much"),))
    question = GuessedQuestion("q", Kind.SINGLE, "?", "?", scale=scale)
    groups = tuple(GuessedAnswer(each, label) for each, (label, _) in shares.items())
    area = GuessedAttribute("area", "Area", "Area", groups, "area")
    crosstab = GuessedCrosstab("q_by_area", "q", "area", "Knowledge by area")
    finding = crosstab_finding(crosstab, question, area, table)
    assert finding is not None
    assert f"know much {end}, the [" in finding.headline
    assert lead in finding.lead
    assert finding.cell == f"d.{net.id}"


@pytest.mark.parametrize(
    ("kind", "label", "said"),
    [
        ("ward", "St Mary's", "in St Mary's"),
        ("ward", "Upton and Lower Heath", "in Upton and Lower Heath"),
        ("region", "South East", "in “South East”"),
        ("area", "City centre", "in “City centre”"),
        ("age", "45-54", "among those aged 45-54"),
        ("age", "Under 35", "among those aged under 35"),
        ("age", "Prefer not to say", "among “Prefer not to say”"),
        ("role", "Yes", "among those who answer “Yes”"),
        ("role", "Nurse", "among “Nurse”"),
    ],
)
def test_a_group_is_named_as_a_sentence_names_it(kind: str, label: str, said: str) -> None:
    shown = whose(GuessedAttribute(kind, kind, kind, (), kind), label)
    assert shown.replace("[", "").replace("]{.literal}", "") == said


@pytest.mark.parametrize(
    ("kind", "wording", "labels", "headline"),
    [
        ("gender", "Which describes you?", ("Male", "Female"), "{{ x.b.pct }} are female"),
        ("age", "What is your age?", ("16-24", "25-34"), "{{ x.b.pct }} are aged 25-34"),
        ("ward", "Which ward do you live in?", ("Abbey", "Hill"), "{{ x.b.pct }} live in Hill"),
        ("wave", "Wave", ("Wave 1", "Wave 2"), "{{ x.b.pct }} answered in Wave 2"),
        (
            "disability",
            "Is your health limited?",
            ("Yes, a lot", "No"),
            "Name: {{ x.b.pct }} answer “No”",
        ),
    ],
)
def test_who_answered_is_told_in_plain_words(
    kind: str, wording: str, labels: tuple[str, str], headline: str
) -> None:
    """Nobody belongs to a group called “No”."""
    heads = tuple(Head(each, label, Part.ANSWER) for each, label in zip("ab", labels, strict=True))
    table = single(kind, heads, (20, 30))
    groups = tuple(GuessedAnswer(each.id, each.label) for each in heads)
    finding = attribute_finding(GuessedAttribute(kind, "Name", wording, groups, kind), table)
    assert finding is not None
    shown = finding.headline.replace("[", "").replace("]{.literal}", "")
    assert shown == headline.replace("x.b", f"{kind}.b")


USED = (
    Head("bus", "Bus", Part.ANSWER),
    Head("walk", "On foot", Part.ANSWER),
    Head("other", "Other", Part.ANSWER),
)


def test_a_wide_other_is_told_as_what_it_is_and_heads_nothing() -> None:
    """Most gave something else: that is no answer, and no group that anybody belongs to."""
    groups = tuple(GuessedAnswer(each.id, each.label) for each in USED)
    table = single("way", USED, (30, 15, 55))
    finding = attribute_finding(GuessedAttribute("way", "Way", "Way", groups, "way"), table)
    assert finding is not None
    assert "“Bus”" in finding.headline
    assert "largest" not in finding.headline
    assert finding.lead.endswith("named something else, which is gathered as “Other”.")
    narrow = attribute_finding(
        GuessedAttribute("way", "Way", "Way", groups, "way"), single("way", USED, (50, 40, 10))
    )
    assert narrow is not None
    assert narrow.lead == ""


@pytest.mark.parametrize(("family", "kind"), [("bands", "ranked order=asked"), ("", "donut")])
def test_bands_of_numbers_stand_in_their_order_as_bars(family: str, kind: str) -> None:
    """A ring has no from and to."""
    answers = tuple(GuessedAnswer(each.id, each.label) for each in KNOWLEDGE[:4])
    scale = GuessedScale(answers, family=family, ordered=True)
    asked = GuessedQuestion("q7", Kind.SINGLE, "How many?", "Hours", scale=scale)
    found = finding_of(asked, single("q7", KNOWLEDGE[:4], (46, 26, 7, 1)))
    assert found is not None
    assert found.charts[0].startswith(f"kind={kind}")


@pytest.mark.parametrize(("name", "kind"), [("age", "ranked order=asked"), ("way", "donut")])
def test_groups_that_follow_each_other_stand_in_their_order_as_bars(name: str, kind: str) -> None:
    groups = tuple(GuessedAnswer(each.id, each.label) for each in USED)
    table = single(name, USED, (50, 40, 10))
    found = attribute_finding(GuessedAttribute(name, "Name", "Name", groups, name), table)
    assert found is not None
    assert found.charts[0].startswith(f"kind={kind}")


def test_a_question_too_long_for_a_head_is_headed_by_what_was_said_and_no_number() -> None:
    """The question stands above the chart; “Question 7” as a headline told nothing."""
    heads = tuple(
        Head(each.lower(), each, Part.ANSWER) for each in ("Worse", "Better", "About the same")
    )
    asked = (
        "Compared with what people like you and all your neighbours had fifty years ago what "
        "everybody here has got today is now on the whole"
    )
    scale = GuessedScale(tuple(GuessedAnswer(each.id, each.label) for each in heads))
    question = GuessedQuestion("q7", Kind.SINGLE, asked, asked, opening=f"{asked}:", scale=scale)
    finding = finding_of(question, single("q7", heads, (50, 30, 20)))
    assert finding is not None
    assert finding.headline == "{{ q7.worse.pct }} answer “Worse”"


def test_a_statement_is_no_title_without_a_figure_of_who_agrees() -> None:
    """As a title it would claim what was only asked."""
    asked = "that shops should be shut on Sundays"
    question = GuessedQuestion("q1", Kind.SINGLE, "", "Shops should be shut", asked, "Shops:")
    assert named(question) == "Whether shops should be shut on Sundays"


@pytest.mark.parametrize(
    ("family", "wording", "tells"),
    [("rating", "The parks", True), ("rating", "Q7", False)],
)
def test_points_of_a_rating_tell_little_where_nobody_knows_what_was_rated(
    family: str, wording: str, *, tells: bool
) -> None:
    names = ("great_deal", "fair_amount", "not_very_much", "nothing")
    answers = tuple(GuessedAnswer(each, f"{at}") for at, each in enumerate(names, start=1))
    scale = GuessedScale(answers, family=family)
    doubts = () if tells else (NO_WORDING,)
    asked = GuessedQuestion("q7", Kind.SINGLE, wording, wording, scale=scale, doubts=doubts)
    found = finding_of(asked, single("q7", KNOWLEDGE[:4], (46, 26, 7, 1)))
    assert found is not None
    assert bool(found.strength) is tells


@pytest.mark.parametrize(
    ("labels", "family", "tells"),
    [
        (("0", "1", "2", "3"), "", False),
        (("1", "2", "3", "4"), "rating", True),
        (("A great deal", "A fair amount", "Not very much", "4"), "", True),
    ],
)
def test_codes_that_nobody_labelled_give_way_to_any_other_finding(
    labels: tuple[str, ...], family: str, *, tells: bool
) -> None:
    names = ("great_deal", "fair_amount", "not_very_much", "nothing")
    answers = tuple(GuessedAnswer(name, label) for name, label in zip(names, labels, strict=True))
    scale = GuessedScale(answers, family=family)
    question = GuessedQuestion("q1", Kind.SINGLE, "Has a telephone", "A telephone", scale=scale)
    finding = finding_of(question, single("q1", KNOWLEDGE[:4], (46, 26, 7, 1)))
    assert finding is not None
    assert (finding.strength > 0) is tells


def test_of_two_with_the_same_figure_in_print_none_is_the_highest() -> None:
    near = {"a": Fraction(150, 230), "b": Fraction(150, 231), "c": Fraction(1, 2)}
    assert at_the_end(near) == ""
    assert at_the_end(near, lowest=True) == "c"
    assert at_the_end({"a": Fraction(7, 2), "b": Fraction(33, 10)}, parts=10) == "a"


def test_a_fact_about_respondents_is_no_theme_where_there_are_others() -> None:
    fact, other = (
        replace(_finding("q1"), of_them=True),
        _finding("q2"),
    )
    assert telling([fact, other]) == (other,)
    assert telling([fact]) == (fact,)


def _finding(name: str) -> Finding:
    return Finding(name, "", "", "", "", (), "")


@pytest.mark.parametrize(
    ("wording", "fact"),
    [
        ("How did you hear about the fair?", True),
        ("Do you have any children under 18?", True),
        ("How tall are you?", True),
        ("Which of the following best describes your current relationship status?", True),
        ("What is your current career status?", True),
        ("Which of the following describes your race?", True),
        ("Can we add your email address to our list?", True),
        ("Would you like to receive our newsletter?", True),
        ("Please select your organisation type", True),
        ("Can we do anything better?", False),
        ("Please select the services that you like", False),
        ("Would you like to have longer hours?", False),
        ("What is your view of the status of the market?", False),
        ("Do you have any worries about the fair?", False),
        ("Which of these best describes your view?", False),
    ],
)
def test_what_is_asked_of_respondents_themselves_is_known(wording: str, *, fact: bool) -> None:
    """It tells how they came and who they are, and nothing of what they think."""
    scale = GuessedScale(tuple(GuessedAnswer(each.id, each.label) for each in USED))
    asked = GuessedQuestion("q1", Kind.SINGLE, wording, "It", scale=scale)
    found = finding_of(asked, single("q1", USED, (30, 55, 15)))
    assert found is not None
    assert found.of_them is fact


def test_those_who_would_not_say_are_no_largest_group() -> None:
    groups = (
        GuessedAnswer("a", "North"),
        GuessedAnswer("b", "South"),
        GuessedAnswer("c", "Prefer not to say"),
    )
    heads = tuple(Head(each.id, each.label, Part.ANSWER) for each in groups)
    table = single("area", heads, (30, 20, 50))
    found = attribute_finding(GuessedAttribute("area", "Area", "Area", groups, "area"), table)
    assert found is not None
    assert found.cell == "a"
    assert "largest" not in found.headline


def test_what_points_at_the_question_before_says_little_alone() -> None:
    def strength(wording: str, counts: tuple[int, int, int] = (30, 55, 15)) -> Fraction:
        scale = GuessedScale(tuple(GuessedAnswer(each.id, each.label) for each in USED))
        asked = GuessedQuestion("q1", Kind.SINGLE, wording, "It", scale=scale)
        found = finding_of(asked, single("q1", USED, counts))
        assert found is not None
        return found.strength

    alone = strength("How do you come here?")
    assert strength("Do you feel strongly about that, or not?") == alone - 1
    assert strength("How do you come to that place?") == alone
    assert strength("How do you come here?", (12, 22, 6)) == alone - Fraction(1, 2), "of few"


@pytest.mark.parametrize(
    ("wording", "topic", "said"),
    [
        ("Overall, how satisfied are you with your job?", "with their job", "satisfied they are"),
        ("How likely are you to recommend us?", "to recommend us", "likely they are to recommend"),
    ],
)
def test_points_are_of_how_people_feel_and_no_mark_for_a_thing(
    wording: str, topic: str, said: str
) -> None:
    """“Your job: 60 per cent give it 4 or 5” is about the job, and was not asked."""
    net = GuessedNet("high", "4 or 5", (), "give it 4 or 5 out of 5")
    scale = GuessedScale((), (net,), family="rating")
    question = GuessedQuestion("q1", Kind.SINGLE, wording, "Job", topic, "Job:", scale)
    shown = with_topic(question, scale, "high")
    assert f"rate how {said}" in shown
    assert "at 4 or 5 out of 5" in shown


def test_the_strongest_findings_are_of_several_kinds() -> None:
    """Five shares of scales tell a reader less than three, a grid and what is chosen most."""

    def one(name: str, kind: str, tenths: int) -> Finding:
        strength = Fraction(tenths, 10)
        return Finding(name, name, name, name, "", (), "", strength=strength, kind=kind)

    scales = [one(f"q{tenths}", "single", tenths) for tenths in (9, 9, 8, 8, 7)]
    grid_of_them, ticks = one("q20", "grid", 6), one("q21", "multiple", 6)
    chosen = strongest([*scales, grid_of_them, ticks], 5)
    assert {grid_of_them, ticks} < set(chosen)
    assert scales[0] in chosen


def test_two_answers_that_begin_alike_are_told_whole() -> None:
    """By their head alone both would be the same answer, given by two shares."""
    begins = "I use the site, follow the account that it has"
    labels = [f"{begins}, and {each} see what is new on it" for each in ("never", "often")]
    answers = tuple(GuessedAnswer(f"a{at}", label) for at, label in enumerate(labels))
    scale = GuessedScale(answers)
    assert says_of(scale, "a0", 72) != says_of(scale, "a1", 72)
    assert says_of(GuessedScale(answers[:1]), "a0", 72) == f"answer “{begins}”"
