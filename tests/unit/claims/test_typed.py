"""Figures typed by hand: found where they are data, passed over where they are not."""

from __future__ import annotations

import pytest

from briefing.claims.nearest import nearest_figure, remedy
from briefing.claims.typed import typed_figures
from tests.unit.claims.tabled import published


def found(text: str) -> list[str]:
    return [each.text for each in typed_figures(text, ("councillors", "residents"))]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Of these, 33 per cent agree.", ["33 per cent"]),
        ("Of these, 33% agree.", ["33%"]),
        ("Thirty-three per cent agree.", ["Thirty-three per cent"]),
        ("Of all, <1% agree.", ["<1%"]),
        ("A third agree, two thirds do not.", ["A third", "two thirds"]),
        ("Two in five agree, 9 out of 10 do not.", ["Two in five", "9 out of 10"]),
        ("Over half agree.", ["half"]),
        ("STPs cover 44 areas and 1,734 wards.", ["44", "1,734"]),
        ("It cost £3.5 million.", ["£3.5"]),
        ("Most councillors agree.", ["Most"]),
        ("Most of the respondents agree.", ["Most"]),
        ("The majority agree, a minority do not.", ["majority", "minority"]),
        ("Twice as many agree.", ["Twice as"]),
        ("One quarter, or 25 per cent.", ["One quarter", "25 per cent"]),
        ("Twelve more signed, sixty-one in all.", ["Twelve", "sixty-one"]),
        ("Seven councillors agree, and one resident.", ["Seven councillors", "one resident"]),
        ("Two of the councillors agree.", ["Two of the councillors"]),
        (
            "Few agree; none said so; all councillors know.",
            ["Few agree", "none said", "all councillors"],
        ),
        ("No councillor said so, nobody is sure.", ["No councillor", "nobody is"]),
        ("Almost all agree, hardly anybody knows.", ["Almost all", "hardly anybody"]),
        ("The highest share, ranked second.", ["highest", "ranked second"]),
        ("It doubled; the top two had the same share.", ["doubled", "top two", "same share"]),
        ("More councillors agree than disagree.", ["More councillors"]),
        (
            "It is ½, or \u0665\u0660%, or \uff15\uff10\uff05.",
            ["½", "\u0665\u0660%", "\uff15\uff10\uff05"],
        ),
        ("It cost £3m, or 33pc of 40k.", ["£3m", "33pc", "40k"]),
        ("Dozens agree.", ["Dozens"]),
        ("Many residents know, several councillors do.", ["Many residents", "several councillors"]),
        ("Many of them lead, lots of people follow.", ["Many of them", "lots of people"]),
        ("A handful of councillors agree; many say so.", ["A handful of councillors", "many say"]),
        ("Boards work best, are rated the worst.", ["work best", "rated the worst"]),
        ("It is the least known, the most trusted.", ["the least", "the most"]),
        ("Rents come first, they put prevention last.", ["come first", "put prevention last"]),
        ("The second most named, the third lowest.", ["second most", "third lowest"]),
        (
            "Support is widespread, overwhelming, unanimous.",
            ["widespread", "overwhelming", "unanimous"],
        ),
        ("Residents mostly agree, nobody objects.", ["Residents mostly agree", "nobody"]),
        ("Everyone knows, and no one minds.", ["Everyone", "no one"]),
        ("Barely anyone came.", ["Barely anyone"]),
        ("Cost is the main reason, a top priority.", ["main reason", "top priority"]),
        ("They are more likely to know than others.", ["more likely"]),
        ("It was named more often.", ["named more often"]),
        ("Rents lag far behind, ahead of roads.", ["lag far behind", "ahead of"]),
        ("Trust fell; a sharp increase in demand.", ["Trust fell", "sharp increase"]),
        ("It rose sharply, fell by a lot.", ["rose sharply", "fell by"]),
        ("A decline in support; it tops the list.", ["decline in support", "tops the list"]),
        ("Opinion is evenly split, on average.", ["evenly split", "on average"]),
        ("Those in favour outnumber the others.", ["outnumber"]),
        ("Some councillors mind, some of them a lot.", ["Some councillors", "some of them"]),
        ("A number of respondents stayed away.", ["A number of respondents"]),
        ("Councillors often use it.", ["Councillors often use"]),
        (
            "Satisfaction is up, support has gone down.",
            ["Satisfaction is up", "support has gone down"],
        ),
    ],
)
def test_figures_that_look_like_data(text: str, figures: list[str]) -> None:
    assert found(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "It was held in 2017, and again in 2018/19.",
        "The survey ran from 6 April to 11 May 2017.",
        "Between 6 and 11 May we wrote again on the 21st.",
        "July 2017",
        "See page 12, figures 3 and 4, Appendix 2, question 5 and theme 8.",
        "Print it on A4; Q2a and COVID-19 are labels, and so is D-1.",
        "A 5-point scale, open 24/7 from 9.30am, at 16:9.",
        "Write to team17@council.example or see www.council.example/2a/33.",
        "english-councils.org.uk/33",
        "The third priority came up; the third sector and a third party agreed.",
        "It took half an hour, half-heartedly, on behalf of us.",
        "Important, or most important, at most, at the least, and to make the most of it.",
        "What should come first, and do most residents know the best known of them?",
        "First, we asked; it was the first time, the last step and the best way to put it.",
        "How many residents there are, as many of them as there are, and several reasons.",
        "Many a councillor, many times, several pages, in many ways.",
        "Nobody should stay at home; it is open to everybody who asks; all else fell to us.",
        "It happens often, always, never, seldom and mostly at night, behind the house.",
        "We increased the print run, a rise of dough, and went ahead with it.",
        "The main points, the leading edge and the bottom line.",
        "More often than not it rose from the ashes.",
        "They lead a council and go to the second reading.",
        "Ethnic minority groups were asked.",
        "They said \u201cmost people do, half of them gladly\u201d.",
        "One of two, and three quotations.",
        "Every part of England, all of it, in a few words and no time.",
        "A two-tier area, a one-off, a three-year plan.",
        "In a hundred years, in the second half of the first.",
        "Some time ago some work was done, to some extent; a number of things are up to date.",
        "Residents aged 16 and over, ages 18 to 24, and those aged under 65.",
    ],
)
def test_what_is_no_data_is_passed_over(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Some say it is too far away.",
        "Hardly a resident knows the plan.",
        "Residents rarely meet their councillor.",
        "Scarcely any had heard of it.",
        "Barely a handful had heard of it.",
        "A handful asked for longer hours.",
        "Plenty want longer hours.",
        "Dozens wrote to us.",
        "Double the share of last year trusts us.",
        "Complaints have tripled.",
        "A quarter of residents agree.",
        "Three times more residents agree than disagree.",
        "Hardly anyone objects.",
        "Next to nobody objects.",
        "Virtually nobody objects.",
        "Practically everyone agrees.",
        "Nigh on all of them agree.",
        "The lion's share went to parks.",
        "By and large, residents agree.",
        "On the whole, residents are content.",
        "Residents overwhelmingly back the plan.",
        "Residents by and large back the plan.",
        "Not a single resident objected.",
        "Not one of them objected.",
        "A good few residents objected.",
        "Quite a few residents objected.",
        "A fair number of residents objected.",
        "The vast bulk of residents agree.",
        "More often than not, residents agree.",
        "Residents tend to agree.",
        "Almost without exception residents agree.",
        "To a man, councillors agree.",
        "Residents are united in their support.",
        "Opinion is divided.",
        "Residents are split down the middle.",
        "Nine out of ten residents agree.",
        "One resident in three agrees.",
        "Every second resident agrees.",
        "Every other resident uses the library.",
        "Lots want more trees.",
        "Loads of residents want more trees.",
        "Many more agree than disagree.",
        "Far more agree than disagree.",
        "Supporters outnumber opponents.",
        "A growing number of residents use the park.",
        "More and more residents use the park.",
        "Fewer and fewer residents use the bus.",
        "Support has soared.",
        "Trust has plummeted.",
        "Satisfaction is at a record high.",
        "Support has never been higher.",
        "An overwhelming yes to the plan.",
        "The plan is hugely popular.",
        "Residents typically visit once a week.",
        "Two-thirds back the plan.",
        "A clear preference for parks over roads emerges.",
        "Parks win by a landslide.",
        "Parks are residents' favourite.",
        "The number one concern is litter.",
        "Residents' top concern is litter.",
        "Only a sliver of residents object.",
        "A tiny fraction of residents object.",
        "A significant proportion of residents object.",
        "A large share of residents object.",
        "A sizeable chunk of residents object.",
        "Up to half of them object.",
        "Residents are twice as likely to agree.",
        "A couple of residents object.",
        "Residents often visit.",
        "Residents hardly ever visit.",
        "Some residents object, others do not.",
        "Others say that it is too far.",
        "The remainder are undecided.",
        "The rest are undecided.",
        "The rest of residents are undecided.",
        "Opponents are few and far between.",
        "Support is almost universal.",
        "Support is universal.",
        "Support is strongest among the young.",
        "The young are keener than the old.",
        "Women are more satisfied than men.",
        "Trust doubled in a year.",
        "Nearly a resident in four objects.",
        "A majority objects.",
        "No fewer than seven residents object.",
        "A dozen residents object.",
        "Half a dozen residents object.",
        "A score of residents object.",
        "Hundreds object.",
        "Countless residents object.",
        "A few object.",
        "A few say so.",
        "Very few know.",
        "Precious few know.",
        "Relatively few knew.",
        "Too few know their councillor.",
        "Just about everyone knows.",
        "Most agree.",
        "Most residents surveyed agree.",
        "Of those asked, most agree.",
        "Agreement is near-universal.",
        "Few of the residents agree.",
        "Support dwarfs opposition.",
        "Support for parks outstrips support for roads.",
        "Residents are evenly divided.",
        "A narrow win for parks.",
        "Residents agree by a margin of two to one.",
        "Residents agree two to one.",
        "Support fell sharply.",
        "Support has dipped.",
        "Awareness is on the rise.",
        "Awareness is rising.",
        "Concern is growing.",
        "The proportion who agree is up.",
        "Residents are happier than ever.",
        "Some think otherwise.",
        "Some of the residents think otherwise.",
        "Sixty-odd residents object.",
        "One or two residents object.",
        "Several object.",
        "Neither residents nor councillors object.",
        "No resident objects.",
        "No objections were raised by residents.",
        "Next to none agree.",
        "Little more than half agree.",
        "Well over half agree.",
        "All agree.",
        "All but a few agree.",
        "Without exception, residents agree.",
        "Residents unanimously agree.",
        "In most cases residents agree.",
        "The typical resident visits weekly.",
        "The average resident visits weekly.",
        "Most people agree.",
        "Most of the public agree.",
    ],
)
def test_what_a_press_officer_writes_of_how_many_is_found(sentence: str) -> None:
    assert found(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The survey ran from 6 to 27 May 2026.",
        "First, we asked every council for its list.",
        "Second, we cleaned the data; third, we wrote this report.",
        "One of the partners pays for the hall.",
        "See section 4.2 and figure 3 on page 12.",
        "Some of this work was done before the survey.",
        "Write to the Town Hall, 12 High Street, or ring before noon.",
        "We met once a week in the first half of the year.",
        "The rest of this report is in two parts.",
        "Others are listed in the appendix.",
        "A few words on method follow.",
        "Many thanks to all who took part.",
        "It has been hardly a year since the last report.",
        "The plan is on the whole a good one.",
        "In general the form was short.",
        "Council meetings are usually held in the evening.",
        "Residents can always write to us.",
        "We often work with schools.",
        "The report is divided into three parts.",
        "The money is split between the wards.",
        "More often than not the bus is late.",
        "Please answer every question.",
        "Nobody should be left behind.",
        "The favourite colour of the brand is blue.",
        "A clear plan is better than a vague one.",
        "It is cheaper than paper.",
        "Print it on A3 rather than A4.",
        "We would like to hear from residents.",
        "The next steps are these.",
        "The lead member for housing will reply.",
        "Support is at hand: ring us.",
        "Support officers visit at home.",
        "Trust Square is closed.",
        "Interest is paid monthly.",
        "Demand notes are sent in March.",
        "Few words, plain type, large print.",
        "All pages are numbered.",
        "All rights reserved.",
        "Both files are attached.",
        "Each ward has a page.",
        "None of this replaces advice.",
        "The minority language act applies.",
        "A number of pages are blank.",
        "A couple of pages are blank.",
        "Several pages show maps.",
        "No doubt there is more to learn.",
        "No more forms, no more queues.",
        "There is no one way to do it.",
        "One way or another we will reply.",
        "One day we will ask again.",
        "One thing is clear: more must be done.",
        "Half an hour was enough.",
        "The two surveys used one form.",
        "We double checked each form.",
        "The double page shows a map.",
        "It is a matter of give and take.",
        "Take the bus, line 5, to stop B.",
        "What matters most is what happens next.",
        "Last but not least, thank you.",
        "Health is more important than ever.",
        "It rose to the occasion.",
        "The dress rehearsal was on 3 June at 7pm.",
        "They can be quoted by name.",
        "They are more than welcome.",
        "Those who wish can opt out rather than in.",
        "The older version was longer than the new.",
        "The answers were weighted by age and sex.",
        "The sample was drawn in equal parts from each ward.",
        "This exceeds what the law asks for.",
        "Only the council can decide.",
        "At least try it.",
        "The first of its kind.",
        "All are welcome.",
        "We thank the residents who answered.",
        "Councillors' surgeries are open to all.",
        "Residents have a right to know.",
        "The record shows who voted.",
        "The number of the helpline is in the footer.",
    ],
)
def test_what_a_press_officer_writes_of_other_things_is_passed_over(sentence: str) -> None:
    assert not found(sentence)


def test_the_nearest_figure_is_offered() -> None:
    tables = published().values()
    (typed,) = typed_figures("33 per cent agree")
    figure = nearest_figure(typed, tables)
    assert figure is not None
    assert figure.reference == "q1.great_deal"
    assert "{{ q1.great_deal.pct }}" in remedy(typed, figure)
    assert "[33 per cent]{claim=q1.great_deal}" in remedy(typed, figure)
    assert "[33 per cent]{.literal}" in remedy(typed, figure)


def test_a_table_on_the_same_page_comes_first() -> None:
    (typed,) = typed_figures("33 per cent agree")
    figure = nearest_figure(typed, published().values(), {"q16a"})
    assert figure is not None
    assert figure.reference == "q16a.small_extent"


def test_a_number_is_compared_with_counts() -> None:
    (typed,) = typed_figures("from 68 councils")
    figure = nearest_figure(typed, published().values())
    assert figure is not None
    assert (figure.reference, figure.kind) == ("survey.council", "count")
    assert "{{ survey.council.count }}" in remedy(typed, figure)


def test_words_without_a_value_have_no_nearest_figure() -> None:
    (typed,) = typed_figures("Most councillors agree")
    assert nearest_figure(typed, published().values()) is None
    assert "{claim=…}" in remedy(typed, None)


def test_a_quotation_that_is_known_is_passed_over_and_no_other() -> None:
    text = "They said \u201cmost of the 33 agree\u201d and \u201chalf of us do\u201d."
    known = {"most of the 33 agree"}
    assert [each.text for each in typed_figures(text, (), known.__contains__)] == ["half"]


@pytest.mark.parametrize("text", ["9" * 20_000, "one " * 5000, "\u201c" * 5000, "half " * 3000])
def test_long_words_are_read_in_time(text: str) -> None:
    assert len(list(typed_figures(text))) >= 0


LABELS = ("Parks", "Roads", "Swimming pools")


def of_labels(text: str) -> list[str]:
    return [each.text for each in typed_figures(text, ("residents",), subjects=LABELS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Parks beat roads.", ["Parks beat"]),
        ("Parks lead, roads trail.", ["Parks lead", "roads trail"]),
        ("Swimming pools narrowly edge out libraries.", ["Swimming pools narrowly edge out"]),
        ("Roads bring up the rear.", ["Roads bring up the rear"]),
        ("Parks score higher than roads.", ["Parks score higher"]),
        ("Roads languish.", ["Roads languish"]),
        ("Parks are better liked than roads.", ["Parks are better liked than"]),
        ("Parks are streets ahead.", ["Parks are streets ahead"]),
        ("Roads fare worst of all.", ["Roads fare worst"]),
    ],
)
def test_what_is_counted_does_not_lead_or_trail_unproven(text: str, found: list[str]) -> None:
    assert of_labels(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Roads lead to the town centre.",
        "Parks lead into woods.",
        "The path leads through the park.",
        "The beat officers trail nobody.",
        "Parks are open.",
        "Parks are other than they were.",
    ],
)
def test_what_is_counted_may_lead_somewhere(text: str) -> None:
    assert not of_labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "The public is behind the plan.",
        "Residents are firmly against it.",
        "Support has ebbed.",
        "Opinion has swung behind the scheme.",
        "Trust is at rock bottom.",
        "Only a sliver play golf.",
        "The poorest rating went to roads.",
        "It has a double-digit lead.",
        "Residents want libraries above all.",
        "There is little love for golf.",
        "Women are keener on libraries than men.",
        "No other service is rated so highly.",
        "It won by a country mile.",
        "Satisfaction has reached double digits in the north.",
        "Approval is up.",
        "Every last resident knew the name.",
        "Roughly even numbers like and dislike the design.",
        "It was the runner-up among the services.",
        "The roughly even split hides strong feelings.",
        "Cycling finished third.",
        "Hospitals ranked bottom.",
        "Swimmers were by some distance the happiest.",
        "The gap between north and south has widened.",
        "The margin was wafer-thin.",
        "Members were three times likelier to reply.",
        "Owners are keener than renters.",
        "The typical visitor walks.",
        "A plurality chose the riverside path.",
        "Concern peaked in the east.",
        "Virtually the whole sample knew the name.",
        "Almost as many said yes as said no.",
        "More than enough people asked for benches.",
        "A tiny fraction cycle to work.",
        "A growing number of shops close early.",
    ],
)
def test_further_ways_of_quantifying_are_found(text: str) -> None:
    assert of_labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "Everyone is welcome at the meeting.",
        "A majority decision of the council is needed.",
        "The council is behind schedule.",
        "They are behind schedule.",
        "It costs only a fraction of the price.",
        "The highest point of the park has a view.",
        "The best of luck to all.",
        "Above all, we thank those who took part.",
        "We all want a town that works.",
        "The minority report is attached.",
        "The most important thing is to keep talking.",
        "Nobody was paid to take part.",
        "The lowest bid will not always be taken.",
        "The painters finished last week.",
        "A small proportion of the budget goes to signs.",
        "A plurality of voices makes a good meeting.",
    ],
)
def test_further_words_that_quantify_nothing(text: str) -> None:
    assert not of_labels(text)
