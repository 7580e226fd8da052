"""Claims: the words of press officers, true ones accepted and false ones refused."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from briefing.claims.figures import Figure
from briefing.claims.references import resolve_all
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import hedged, judge, proof, told
from tests.unit.claims.tabled import published

TABLES = published()


def said(words: str, claim: str, among: str = "") -> bool:
    others = resolve_all(among, TABLES) if among else ()
    return judge(words, resolve_all(claim, TABLES), others).true


def of_share(words: str, share: str, *, count: int | None = None, base: int | None = None) -> bool:
    return judge(words, [Figure("q", "a", "pct", Fraction(share), "A", count, base)]).true


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("over 90 per cent", "q1.at_least_a_fair_amount"),
        ("only 21 per cent", "q2a.agree"),
        ("almost 80 per cent", "q4.officers.engaged"),
        ("just under 80 per cent", "q7.hwb.successful"),
        ("under 25 per cent", "q17a.confident q17b.confident"),
        ("just over a fifth", "q17a.confident"),
        ("over three quarters", "q7.hwb.successful"),
        ("over half", "q12.at_least_moderate"),
        ("a third", "q1.great_deal"),
        ("less than half", "q6.ccgs.positive"),
        ("between a third and almost half", "q15.*.too_early"),
        ("just over a fifth", "q17b.confident"),
        ("a similar proportion", "q8.confident q17a.confident"),
        ("less than a third", "q15.*.positive"),
        ("a third", "q16a.small_extent"),
        ("most", "q17a_by_q12.great_extent.confident"),
        ("all 12", "q17a_by_q12.not_at_all.little_or_none"),
        ("most councillors are not engaged", "q3.*.engaged"),
    ],
)
def test_words_that_were_published_are_true_of_the_figures(words: str, claim: str) -> None:
    assert said(words, claim)
    assert said(words[0].upper() + words[1:], claim)


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("over 92 per cent", "q1.at_least_a_fair_amount"),
        ("only 22 per cent", "q2a.agree"),
        ("almost 75 per cent", "q4.officers.engaged"),
        ("just under 79 per cent", "q7.hwb.successful"),
        ("just under 83 per cent", "q7.hwb.successful"),
        ("under 22 per cent", "q17a.confident q17b.confident"),
        ("just over a quarter", "q17a.confident"),
        ("over three quarters", "q7.stp_board.successful"),
        ("over 80 per cent", "q7.hwb.successful"),
        ("over half", "q6.ccgs.positive"),
        ("a third", "q2a.agree"),
        ("a quarter", "q17b.confident"),
        ("less than 45 per cent", "q6.ccgs.positive"),
        ("between a third and almost half", "q15.*.positive"),
        ("between a fifth and 40 per cent", "q15.*.too_early"),
        ("a similar proportion", "q8.confident q2a.disagree"),
        ("less than a quarter", "q15.*.positive"),
        ("half", "q16a.small_extent"),
        ("most", "q17a_by_q2a.disagree.confident"),
        ("all 13", "q17a_by_q12.not_at_all.little_or_none"),
        ("all 13", "q17a_by_q12.great_extent.confident"),
        ("most councillors are engaged", "q3.*.engaged"),
        ("a majority", "q8.not_at_all"),
        ("none", "q17a_by_q2a.disagree.confident"),
    ],
)
def test_words_that_miss_are_refused(words: str, claim: str) -> None:
    assert not said(words, claim)


@pytest.mark.parametrize(
    ("words", "share", "true"),
    [
        ("21 per cent", "0.2149", True),
        ("21 per cent", "0.215", False),
        ("22 per cent", "0.215", True),
        ("21%", "0.205", True),
        ("21.3 per cent", "0.2125", True),
        ("twenty-one per cent", "0.21", True),
        ("Twenty-one\xa0per cent", "0.21", True),
        ("a third", "0.3433", True),
        ("a third", "0.3434", False),
        ("one third", "0.33", True),
        ("two-thirds", "0.66", True),
        ("three quarters", "0.759", True),
        ("three quarters", "0.76", False),
        ("a half", "0.495", True),
        ("half", "0.51", False),
        ("four fifths", "0.8", True),
        ("a tenth", "0.1", True),
        ("two in five", "0.405", True),
        ("two in five", "0.42", False),
        ("nine in ten", "0.893", True),
        ("nine out of ten", "0.92", False),
        ("three in every ten", "0.3", True),
        ("one councillor in five", "0.2", True),
        ("nine councillors out of ten", "0.8", False),
        ("exactly half", "0.5", True),
        ("exactly half", "0.501", False),
        ("over half", "0.5001", True),
        ("over half", "0.5", False),
        ("at least half", "0.5", True),
        ("at least half", "0.499", False),
        ("no more than half", "0.5", True),
        ("up to half", "0.48", True),
        ("up to half", "0.3", False),
        ("up to half", "0.51", False),
        ("about half", "0.52", True),
        ("around half", "0.48", True),
        ("roughly half", "0.521", False),
        ("just over half", "0.53", True),
        ("just over half", "0.5", False),
        ("just over half", "0.531", False),
        ("nearly half", "0.47", True),
        ("nearly half", "0.469", False),
        ("nearly half", "0.5", False),
        ("well over half", "0.55", True),
        ("well over half", "0.54", False),
        ("not even half", "0.49", True),
        ("only about a third", "0.35", True),
        ("most", "0.5", False),
        ("most", "0.501", True),
        ("the vast majority", "0.79", False),
        ("the vast majority", "0.8", True),
        ("a minority", "0.499", True),
        ("a minority", "0", False),
        ("a small minority", "0.2", True),
        ("few", "0.2", True),
        ("few", "0.21", False),
        ("few", "0", False),
        ("almost all", "0.9", True),
        ("almost all", "1", False),
        ("almost none", "0.05", True),
        ("none", "0", True),
        ("no councillors", "0.01", False),
        ("all", "1", True),
        ("all", "0.999", False),
        ("not all", "0.999", True),
        ("not all", "1", False),
        ("between 20 and 30 per cent", "0.25", True),
        ("between 20 and 30 per cent", "0.31", False),
        ("<1%", "0.004", True),
        ("less than 1 per cent", "0.01", False),
    ],
)
def test_how_near_is_near_enough(words: str, share: str, true: bool) -> None:  # noqa: FBT001
    assert of_share(words, share) is true


@pytest.mark.parametrize(
    ("words", "claim", "true"),
    [
        ("10 of 16", "q17a_by_q2a.agree.confident", True),
        ("ten of the sixteen", "q17a_by_q2a.agree.confident", True),
        ("10 out of 16", "q17a_by_q2a.agree.confident", True),
        ("11 of 16", "q17a_by_q2a.agree.confident", False),
        ("10 of 17", "q17a_by_q2a.agree.confident", False),
        ("ten councillors", "q17a_by_q2a.agree.confident.count", True),
        ("over 80 councillors", "survey.respondents", True),
        ("just over 80", "survey.respondents", True),
        ("almost 70 councils", "survey.council", True),
        ("about 70 councils", "survey.council", False),
        ("over 81", "survey.respondents", False),
        ("81", "survey.respondents", True),
        ("a score of 5.3", "q13.prevention.score", True),
        ("just over 5", "q13.prevention.score", False),
        ("just over 5", "q13.outcomes.score", True),
        ("more than 5", "q13.prevention.score", True),
        ("six councillors are not confident", "q17a_by_q2a.agree.confident.count", True),
        ("twenty-one and 23 per cent", "q17a.confident q17b.confident", True),
        ("23 and 21 per cent", "q17a.confident q17b.confident", False),
        ("from 10 to 35 per cent", "q3.*.engaged", True),
        ("from 15 to 35 per cent", "q3.*.engaged", False),
        ("up to 35 per cent", "q3.*.engaged", True),
        ("up to 60 per cent", "q3.*.engaged", False),
    ],
)
def test_counts_scores_and_lists(words: str, claim: str, true: bool) -> None:  # noqa: FBT001
    assert said(words, claim) is true


@pytest.mark.parametrize(
    ("words", "claim", "true"),
    [
        ("more disagree than agree", "q2a.disagree q2a.agree", True),
        ("more disagree than agree", "q2a.agree q2a.disagree", False),
        ("far more disagree than agree", "q2a.disagree q2a.agree", True),
        ("slightly more than of delivery", "q17b.confident q17a.confident", True),
        ("slightly more say so than agree", "q2a.disagree q2a.agree", False),
        ("fewer agree than disagree", "q2a.agree q2a.disagree", True),
        ("over three times as many", "q2a.disagree q2a.agree", True),
        ("three times as many", "q2a.disagree q2a.agree", False),
        ("twice as many", "q2a.disagree q2a.agree", False),
        ("half as many", "q4.council.engaged q2a.agree", True),
        ("48 percentage points more", "q2a.disagree q2a.agree", True),
        ("48 percentage points fewer", "q2a.disagree q2a.agree", False),
        ("about 50 points higher", "q2a.disagree q2a.agree", False),
        ("almost 50 points higher", "q2a.disagree q2a.agree", True),
        ("the same proportion", "q17a.confident q2a.agree", True),
        ("the same proportion", "q17a.confident q17b.confident", False),
    ],
)
def test_one_cell_beside_another(words: str, claim: str, true: bool) -> None:  # noqa: FBT001
    assert said(words, claim) is true


@pytest.mark.parametrize(
    ("words", "claim", "true"),
    [
        ("most", "q4.officers.engaged", True),
        ("the highest", "q4.officers.engaged", True),
        ("the highest", "q4.hwb.engaged", False),
        ("best", "q4.officers.engaged", True),
        ("second highest", "q4.hwb.engaged", True),
        ("the second most engaged", "q4.officers.engaged", False),
        ("the least", "q4.council.engaged", True),
        ("lowest", "q4.cabinet.engaged", False),
        ("second lowest", "q4.cabinet.engaged", True),
        ("the top two", "q4.hwb.engaged q4.officers.engaged", True),
        ("the two highest", "q4.hwb.engaged q4.officers.engaged", True),
        ("top two", "q4.hwb.engaged q4.cabinet.engaged", False),
        ("the two least engaged", "q4.council.engaged q4.cabinet.engaged", True),
        ("one of the two highest", "q4.hwb.engaged", True),
        ("one of the top two", "q4.cabinet.engaged", False),
        ("most often", "q4.officers.engaged", True),
        ("clearly the highest", "q4.officers.engaged", True),
        ("by far the highest", "q4.officers.engaged", False),
        ("the highest by far", "q4.officers.engaged", False),
        ("narrowly the highest", "q4.officers.engaged", False),
        ("by far the lowest", "q4.council.engaged", True),
        ("the lowest by a whisker", "q4.council.engaged", False),
        ("clearly the second highest", "q4.hwb.engaged", True),
        ("came a close second", "q4.hwb.engaged", False),
    ],
)
def test_a_place_among_others(words: str, claim: str, true: bool) -> None:  # noqa: FBT001
    assert said(words, claim, "q4.*.engaged") is true


@pytest.mark.parametrize(
    ("words", "claim", "true"),
    [
        ("In every one of the three areas less than a third", "q15.*.positive", True),
        ("each of the four below 36 per cent", "q3.*.engaged", True),
        ("each of the four below 35 per cent", "q3.*.engaged", False),
        ("both under 25 per cent", "q17a.confident q17b.confident", True),
        ("both under 22 per cent", "q17a.confident q17b.confident", False),
        ("all but one of the three below 31 per cent", "q15.*.positive", True),
        ("in all but one below a third", "q15.*.positive", False),
        ("all but two of the four above a fifth", "q3.*.engaged", True),
        ("most are not engaged in each of the four", "q3.*.engaged", True),
        ("all but six", "q17a_by_q2a.agree.confident", True),
        ("all but five", "q17a_by_q2a.agree.confident", False),
        ("everyone but six", "q17a_by_q2a.agree.confident", True),
    ],
)
def test_of_how_many_cells_words_speak(words: str, claim: str, true: bool) -> None:  # noqa: FBT001
    assert said(words, claim) is true


@pytest.mark.parametrize(
    ("words", "claim", "among", "true"),
    [
        ("ranked first", "q13.prevention.score", "q13.*.score", True),
        ("ranked second", "q13.outcomes.score", "q13.*.score", True),
        ("ranked second", "q13.prevention.score", "q13.*.score", False),
        ("came third", "q13.finance.score", "q13.*.score", False),
        ("joint third", "q13.finance.score", "q13.*.score", True),
        ("ranked first", "q13.prevention.rank", "", True),
        ("ranked second", "q13.prevention.rank", "", False),
        ("ranked third", "q13.finance.rank", "", False),
        ("joint third", "q13.finance.rank", "", True),
        ("the highest", "q13.prevention.rank", "q13.*.rank", True),
        ("the lowest", "q13.prevention.rank", "q13.*.rank", False),
    ],
)
def test_ranks(words: str, claim: str, among: str, true: bool) -> None:  # noqa: FBT001
    assert said(words, claim, among) is true


@pytest.mark.parametrize(
    ("words", "claim", "true"),
    [
        ("rose by 48 percentage points", "q2a.disagree q2a.agree", True),
        ("rose by almost 50 points", "q2a.disagree q2a.agree", True),
        ("fell by 48 percentage points", "q2a.disagree q2a.agree", False),
        ("fell by 48 percentage points", "q2a.agree q2a.disagree", True),
        ("up 48 points", "q2a.disagree q2a.agree", True),
        ("rose", "q2a.disagree q2a.agree", True),
        ("has fallen", "q2a.disagree q2a.agree", False),
        ("rose from 21 to 69 per cent", "q2a.disagree q2a.agree", True),
        ("rose from 20 to 69 per cent", "q2a.disagree q2a.agree", False),
        ("fell from 69 to 21 per cent", "q2a.disagree q2a.agree", False),
        ("fell from over two thirds to just over a fifth", "q2a.agree q2a.disagree", True),
        ("grew by 13", "survey.respondents survey.council", True),
        ("up to 35 per cent", "q3.*.engaged", True),
        ("fewer agree", "q2a.agree q2a.disagree", True),
        ("more agree", "q2a.agree q2a.disagree", False),
    ],
)
def test_rises_and_falls(words: str, claim: str, true: bool) -> None:  # noqa: FBT001
    assert said(words, claim) is true


@pytest.mark.parametrize(
    ("words", "share", "true"),
    [
        ("½", "0.5", True),
        ("¾", "0.76", False),
        ("over ⅔", "0.67", True),
        ("\u0665\u0660\u066a", "0.5", False),
        ("\u0665\u0660 per cent", "0.5", True),
        ("\uff15\uff10\uff05", "0.5", True),
        ("fifty%", "0.5", True),
    ],
)
def test_figures_of_any_script_are_read(words: str, share: str, true: bool) -> None:  # noqa: FBT001
    if "\u066a" in words:
        with pytest.raises(UnclearClaimError):
            of_share(words, share)
    else:
        assert of_share(words, share) is true


@pytest.mark.parametrize(
    "words",
    [
        f"{'9' * 5000} per cent",
        "a" * 10_000,
        "<b>most</b> of <script>",
        "1e999 per cent",
        "all but",
        "every one of the",
        "between and",
        "rose by",
        "second",
        "½⅓¼",
    ],
)
def test_hostile_words_are_judged_or_refused(words: str) -> None:
    for claim in ("q1.great_deal", "q3.*.engaged", "q13.prevention.rank"):
        try:
            said(words, claim)
        except UnclearClaimError as refusal:
            assert refusal.message  # noqa: PT017 - both ways out are right


@pytest.mark.parametrize(
    ("words", "claim", "true"),
    [
        ("a 3:1 ratio", "q2a.disagree q2a.agree", False),
        ("an 11:3 ratio", "q2a.disagree q2a.agree", False),
        ("about three to one", "q2a.disagree q2a.agree", True),
        ("more than 3 to 1", "q2a.disagree q2a.agree", True),
        ("16:5", "q2a.disagree q2a.agree", True),
        ("within five points", "q17a.confident q17b.confident", True),
        ("within one point", "q17a.confident q17b.confident", False),
        ("clearly ahead", "q2a.disagree q2a.agree", True),
        ("clearly ahead", "q17b.confident q17a.confident", False),
        ("clearly over a fifth", "q1.great_deal", True),
        ("narrowly over a fifth", "q1.great_deal", False),
        ("another third", "q1.great_deal", True),
        ("the other third", "q2a.agree", False),
        ("about 5", "q13.prevention.score", True),
        ("about 6", "q13.prevention.score", False),
    ],
)
def test_ratios_leads_and_further_parts(words: str, claim: str, true: bool) -> None:  # noqa: FBT001
    assert said(words, claim) is true


def test_a_rank_does_not_tell_by_how_much_it_leads() -> None:
    with pytest.raises(UnclearClaimError, match="by how much"):
        said("clearly the highest", "q13.prevention.rank", "q13.*.rank")


def test_a_tie_is_not_the_lowest_unless_it_is_said() -> None:
    assert not said("the lowest", "q13.finance.score", "q13.*.score")
    assert said("the joint lowest", "q13.finance.score", "q13.*.score")
    assert said("the two lowest", "q13.finance.score q13.quality.score", "q13.*.score")


def test_a_denial_in_the_answer_is_not_turned_round() -> None:
    assert said("half are not at all confident", "q8.not_at_all")
    assert not said("most are not at all confident", "q8.not_at_all")


@pytest.mark.parametrize(
    ("words", "share", "true"),
    [
        ("a resident in four", 25, True),
        ("a resident in four", 4, False),
        ("every second resident", 50, True),
        ("every other resident", 100, False),
        ("quite a few", 40, True),
        ("quite a few", 12, False),
        ("more than a few", 12, False),
        ("not many", 12, True),
        ("little more than half", 52, True),
        ("little more than half", 60, False),
        ("barely half", 51, True),
        ("barely half", 49, False),
        ("just short of half", 48, True),
        ("just short of half", 51, False),
        ("well short of half", 48, False),
        ("far above half", 52, False),
        ("hardly a resident", 2, True),
        ("hardly a resident", 9, False),
        ("Residents rarely meet them", 15, True),
        ("Residents rarely meet them", 30, False),
        ("Residents often visit", 30, True),
        ("Residents often visit", 15, False),
        ("Residents typically agree", 49, False),
        ("By and large, residents agree", 56, True),
        ("next to nobody", 4, True),
        ("next to nobody", 40, False),
        ("just about everyone", 95, True),
        ("without exception", 99, False),
        ("the lion's share", 60, False),
        ("more than a couple of residents", 30, True),
        ("more than a couple of residents", 60, False),
    ],
)
def test_hedged_quantifiers_say_what_readers_hear(words: str, share: int, *, true: bool) -> None:
    assert of_share(words, f"{share}/100", count=share, base=100) is true


@pytest.mark.parametrize(
    ("words", "count", "true"),
    [
        ("a couple of councillors", 2, True),
        ("a couple of councillors", 3, False),
        ("more than a couple of councillors", 3, True),
        ("more than a couple of councillors", 2, False),
        ("half a dozen councillors", 6, True),
        ("two dozen councillors", 24, True),
        ("two dozen councillors", 2, False),
        ("dozens of councillors", 25, True),
        ("dozens of councillors", 12, False),
        ("hundreds of councillors", 199, False),
    ],
)
def test_sets_are_counts(words: str, count: int, *, true: bool) -> None:
    assert judge(words, [Figure("q", "a", "count", Fraction(count), "A", count, 500)]).true is true


@pytest.mark.parametrize(
    ("words", "first", "second", "true"),
    [
        ("doubled", 40, 20, True),
        ("doubled", 30, 20, False),
        ("more than tripled", 61, 20, True),
        ("halved", 20, 40, True),
        ("agree by two to one", 60, 30, True),
        ("agree by two to one", 60, 40, False),
        ("soared", 40, 20, True),
        ("soared", 25, 20, False),
        ("dipped", 18, 20, True),
        ("dipped", 10, 20, False),
        ("plummeted", 19, 20, False),
        ("outweighs", 40, 20, True),
        ("outstrips", 20, 40, False),
        ("dwarfs", 24, 20, False),
        ("are outnumbered by", 20, 40, True),
        ("are outnumbered by", 40, 20, False),
        ("is outweighed by doubt", 40, 20, False),
        ("are dwarfed by", 20, 40, True),
        ("are dwarfed by", 36, 40, False),
        ("beaten by", 20, 40, True),
        ("overtaken by", 40, 20, False),
    ],
)
def test_changes_and_contests_in_one_word(
    words: str, first: int, second: int, *, true: bool
) -> None:
    cells = [
        Figure("q", name, "pct", Fraction(value, 100), name)
        for name, value in (("a", first), ("b", second))
    ]
    assert judge(words, cells).true is true


@pytest.mark.parametrize(
    "words",
    [
        "nowhere approaching half",
        "far from all",
        "anything but few",
        "short of a majority",
        "without a majority",
        "hardly half",
        "rarely half",
        "fewer than most",
    ],
)
def test_words_that_turn_a_quantity_are_never_passed_over(words: str) -> None:
    with pytest.raises(UnclearClaimError):
        of_share(words, "1/2")


@pytest.mark.parametrize(
    ("words", "claim", "among", "complaint"),
    [
        ("oodles of", "q1.great_deal", "", "cannot be checked"),
        ("", "q1.great_deal", "", "cannot be checked"),
        ("crowds of councillors", "q1.great_deal", "", "cannot be checked"),
        ("a third, up from half", "q1.great_deal", "", "takes two cells"),
        ("£21", "survey.respondents", "", "more than a quantity"),
        ("26", "q1.great_deal", "", "a count or a percentage"),
        ("a third", "q1.great_deal.count", "", "no share"),
        ("21 per cent", "survey.respondents", "", "no share"),
        ("about 10 of 16", "q17a_by_q2a.agree.confident", "", "stated as it is"),
        ("a third", "q4.hwb.engaged", "q4.*.engaged", "place among others"),
        ("highest", "q4.hwb.engaged", "", "cannot be checked"),
        ("top two", "q4.hwb.engaged", "q4.*.engaged", "2 places are claimed of 1"),
        ("highest", "q4.hwb.engaged", "q4.hwb.engaged", "nothing to be compared with"),
        ("highest", "q4.hwb.engaged", "q4.*.engaged.count", "different things"),
        ("twice as many", "q3.*.engaged", "", "takes two cells"),
        ("10, 18 and 25 per cent", "q17a.confident q17b.confident", "", "3 quantities"),
        ("not a third", "q2a.agree", "", "'not' stands before"),
        ("rose by 5 per cent", "q2a.agree q1.great_deal", "", "points or one of the figure"),
        ("rose by 12", "q2a.disagree q2a.agree", "", "one of percentage points"),
        ("rose by 12 points", "q2a.disagree", "", "takes two cells"),
        ("every one of the five under half", "q3.*.engaged", "", "speaks of 5 cells, 4 are"),
    ],
)
def test_words_that_state_nothing_checkable_are_refused(
    words: str, claim: str, among: str, complaint: str
) -> None:
    with pytest.raises(UnclearClaimError) as caught:
        said(words, claim, among)
    assert complaint in caught.value.message


def test_the_refusal_of_unclear_words_lists_what_is_understood() -> None:
    with pytest.raises(UnclearClaimError) as caught:
        said("oodles of", "q1.great_deal")
    assert "just under" in caught.value.hint


def test_a_false_claim_is_told_what_is_true() -> None:
    verdict = judge("a quarter", resolve_all("q2a.agree", TABLES))
    assert verdict.message == "'a quarter' is not true: q2a.agree is 21.3 per cent (17 of 80)"
    assert verdict.hint == "true would be '21 per cent' or 'just over a fifth'"


def test_the_ledger_gets_every_cell_that_was_claimed() -> None:
    proved = proof("under 25 per cent", resolve_all("q17a.confident q17b.confident", TABLES))
    assert proved.claimed
    assert (proved.table, proved.text, proved.base) == ("q17a", "under 25 per cent", 80)
    assert [(each.table, each.value) for each in proved.others] == [("q17b", Fraction(18, 80))]


def test_the_ledger_gets_the_cells_that_a_place_was_taken_among() -> None:
    figures, among = (resolve_all(each, TABLES) for each in ("q4.hwb.engaged", "q4.*.engaged"))
    proved = proof("second highest", figures, among=among)
    assert [(each.cell, each.kind) for each in proved.others] == [
        ("officers.engaged", "among pct"),
        ("cabinet.engaged", "among pct"),
        ("council.engaged", "among pct"),
    ]


@pytest.mark.parametrize(
    ("before", "reference", "false"),
    [
        ("it is over ", "q7.stp_board.successful", "over"),
        ("it is over ", "q2a.agree", ""),
        ("it is only ", "q7.stp_board.successful", ""),
        ("of at least ", "q7.stp_board.successful", "at least"),
        ("of about ", "q7.stp_board.successful", ""),
        ("of almost ", "q7.stp_board.successful", ""),
        ("just over ", "q7.stp_board.successful", "just over"),
        ("more than ", "survey.respondents", "more than"),
        ("spread over ", "survey.respondents", ""),
        ("moreover ", "q7.stp_board.successful", ""),
        ("over(", "q7.stp_board.successful", ""),
        ("over ", "q7.stp_board.successful.fraction", ""),
        ("over ", "q13.prevention.rank", ""),
        ("It leads the way. Over ", "q2a.agree", ""),
        ("It has a long way over ", "q2a.agree", "a long way over"),
    ],
)
def test_a_hedge_in_front_of_a_printed_figure(before: str, reference: str, false: str) -> None:
    (figure,) = resolve_all(reference, TABLES)
    assert hedged(before, figure) == false


def test_a_weighted_share_is_told_without_the_count_that_it_is_not() -> None:
    plain = Figure("q1", "agree", "pct", Fraction(47, 140), "Agree", 47, 140)
    assert told(plain) == "q1.agree is 33.6 per cent (47 of 140)"
    assert told(replace(plain, value=Fraction(2, 5))) == "q1.agree is 40.0 per cent"
