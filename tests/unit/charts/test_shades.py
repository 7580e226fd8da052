"""An answer has the same colour in every chart; the ways out are grey and come last."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.brand.model import Look, contrast, luminance
from briefing.brand.read import read_brand
from briefing.charts.shades import READABLE, answers, shades, stressed, strongest, unfilled
from briefing.diagnostics import Diagnostics
from briefing.drawing import Colour, Spot
from briefing.tables.model import Head, Part
from tests.conftest import ROOT
from tests.unit.charts.look import look
from tests.unit.charts.tabled import AGREES, ASPECTS, FORUMS, KNOWS, PLANNED, single


def names(table: object) -> list[str]:
    colours = shades(table, look())  # type: ignore[arg-type]
    return [colours[place].name for place in answers(table)]  # type: ignore[arg-type]


def test_a_diverging_scale_runs_from_strong_over_grey_to_strong() -> None:
    assert names(AGREES) == ["teal", "aqua", "stone", "apricot", "brick"]


def test_do_not_know_is_light_grey() -> None:
    assert names(ASPECTS)[-1] == "pale"


def test_any_other_scale_is_a_sequence_from_the_strongest() -> None:
    assert names(KNOWS) == ["sea1", "sea2", "sea3", "sea4"]


def test_what_denies_the_rest_has_the_last_tone_however_many_there_are() -> None:
    assert names(FORUMS) == ["sea1", "sea2", "sea4", "paler", "pale"]


def test_what_denies_the_rest_has_its_tone_at_whichever_end_it_stands() -> None:
    heads = tuple(
        Head(f"a{place}", label, Part.ANSWER, -(label == "Never"))
        for place, label in enumerate(("Never", "Sometimes", "Often"))
    )
    assert names(single("q", heads, (1, 2, 3))) == ["sea4", "sea2", "sea1"]


def test_a_scale_in_which_nothing_denies_the_rest_pales_towards_its_end() -> None:
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(4))
    *front, last = shades(single("q", heads, (1, 2, 3, 4)), look()).values()
    assert [each.name for each in front] == ["sea1", "sea2", "sea3"]
    assert luminance(last) > luminance(front[-1])
    assert last.edge
    assert contrast(last.edge, look().colour("ground")) >= 3, "it is seen on paper"


def test_numbers_that_go_up_have_the_strongest_tone_last() -> None:
    heads = tuple(Head(f"a{each}", f"{each}", Part.ANSWER) for each in (0, 2, 4, 5))
    assert names(single("q", heads, (1, 2, 3, 4))) == ["sea4", "sea3", "sea2", "sea1"]
    points = names(single("q", heads[1:], (1, 2, 3)))
    assert "sea4" not in points, "none is nought"
    assert points[-1] == "sea1"
    down = tuple(Head(f"a{each}", f"{each}", Part.ANSWER) for each in (5, 4, 2))
    assert names(single("q", down, (1, 2, 3))) == ["sea1", "sea2", "sea3"]


@pytest.mark.parametrize(
    "form",
    [
        ("0 to 24", "25 to 49", "50 or more"),
        ("0", "1", "2 or more"),
        ("0%", "1% to 9%", "10% or more"),
    ],
)
def test_the_lowest_of_what_is_counted_denies_nothing(form: tuple[str, ...]) -> None:
    heads = tuple(Head(f"a{at}", label, Part.ANSWER) for at, label in enumerate(form))
    assert "sea4" not in names(single("q", heads, (3, 2, 1)))
    rated = ("0 - Not at all", "1", "2 - Very")
    heads = tuple(Head(f"a{at}", label, Part.ANSWER) for at, label in enumerate(rated))
    assert names(single("q", heads, (3, 2, 1)))[0] == "sea4"


def test_points_of_which_one_is_the_best_have_the_strongest_tone_first() -> None:
    points = tuple(Head(f"a{each}", f"{each}", Part.ANSWER) for each in (1, 2, 3, 4, 5))
    best = Head("best", "1 or 2", Part.NET, 0, ("a1", "a2"))
    worst = Head("worst", "4 or 5", Part.NET, 0, ("a4", "a5"))
    counts = (1, 2, 3, 4, 5)
    praised = shades(single("q", (*points, best, worst), counts), look())
    usual = shades(single("q", (*points, worst, best), counts), look())
    assert praised[0].name == "sea1"
    assert [usual[place] for place in range(5)] == [praised[4 - place] for place in range(5)]


def test_a_scale_that_begins_with_its_negative_end_has_the_negative_tones_first() -> None:
    heads = tuple(
        Head(f"a{place}", f"Answer {place}", Part.ANSWER, pole)
        for place, pole in enumerate((-1, -1, 1, 1))
    )
    assert names(single("q", heads, (1, 2, 3, 4), diverging=True)) == [
        "brick",
        "apricot",
        "aqua",
        "teal",
    ]


def test_ways_out_stand_last_wherever_the_form_has_them() -> None:
    heads = (
        Head("dont_know", "Don't know", Part.DONT_KNOW),
        Head("yes", "Yes", Part.ANSWER),
        Head("no", "No", Part.ANSWER),
    )
    table = single("q", heads, (1, 2, 3))
    assert [table.columns[place].id for place in answers(table)] == ["yes", "no", "dont_know"]


def test_more_answers_than_tones_share_the_nearest() -> None:
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(7))
    tones = list(shades(single("q", heads, (1,) * 7), look()).values())
    assert tones[0].name == "sea1"
    assert tones == sorted(tones, key=luminance)


@pytest.mark.parametrize("style", ["civic", "heritage"])
def test_figures_can_be_read_on_every_tone_of_a_sequence_however_long(style: str) -> None:
    brand = read_brand(ROOT / "styles" / style, Diagnostics())
    assert brand
    own = Look(brand, brand.formats["a4"], brand.schemes["paper"])
    for count in range(2, 13):
        columns = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(count))
        table = single("q", columns, [5] * count)
        tones = list(shades(table, own).values())
        assert all(contrast(own.ink_on(tone), tone) >= READABLE for tone in tones)
        assert sorted(tones, key=luminance) == tones
        assert len(set(tones)) == count


def test_a_mixture_is_a_tint_of_one_ink_and_cmyk_of_several() -> None:
    one = Spot("P 1", (1, 0.4, 0, 0.2))
    tones = (
        Colour("full", (0, 0, 0.4), one.alternate, spot=one),
        Colour("half", (0.5, 0.5, 0.7), (0.5, 0.2, 0, 0.1), spot=replace(one, tint=0.5)),
        Colour("none", (0.9, 0.9, 0.9), (0, 0, 0, 0.1)),
    )
    heads = tuple(Head(f"a{place}", f"Answer {place}", Part.ANSWER) for place in range(5))
    own = look()
    drawn = replace(own, brand=replace(own.brand, tones=replace(own.brand.tones, sequence=tones)))
    made = list(shades(single("q", heads, (1,) * 5), drawn).values())
    tints = [each.spot.tint if each.spot else None for each in made]
    assert made[1].spot == replace(one, tint=tints[1] or 0)
    assert tints[0] == 1
    assert 0.5 < (tints[1] or 0) < 1
    assert tints[3:] == [None, None]
    assert made[3].press is not None


def test_a_net_has_the_colour_of_its_strongest_answer() -> None:
    assert strongest(AGREES, AGREES.column("disagree") or 0, look()).name == "brick"
    assert strongest(PLANNED, PLANNED.column("top_down") or 0, look()).name == "teal"


def test_an_answer_keeps_its_tone_where_the_headline_speaks_of_it() -> None:
    own = FORUMS.column("not_at_all")
    assert own is not None
    plain, ground = shades(FORUMS, look()), look().colour("ground")
    assert contrast(plain[own], ground) < 3, "or there were nothing to do"
    assert stressed(FORUMS, {own}, look()) == plain
    assert strongest(FORUMS, own, look()) == look().tones.negative[0], "its figure can be read"


@pytest.mark.parametrize("part", [Part.NEUTRAL, Part.DONT_KNOW, Part.NOT_APPLICABLE])
def test_what_says_nothing_is_told_by_its_edge_where_the_headline_speaks_of_it(part: Part) -> None:
    heads = (Head("yes", "Yes", Part.ANSWER), Head("no", "No", Part.ANSWER), Head("n", "?", part))
    table = single("q", heads, (40, 10, 50))
    plain, told = shades(table, look()), stressed(table, {2}, look())
    assert told == {**plain, 2: replace(plain[2], edge=look().colour("ink"))}


@pytest.mark.parametrize("style", ["civic", "heritage"])
def test_no_tone_is_lost_on_the_ground_of_a_chart(style: str) -> None:
    brand = read_brand(ROOT / "styles" / style, Diagnostics())
    assert brand
    own = Look(brand, brand.formats["a4"], brand.schemes["paper"])
    for table in (AGREES, ASPECTS, FORUMS, KNOWS, PLANNED):
        for tone in shades(table, own).values():
            assert contrast(tone.edge or tone, own.colour("ground")) >= 3, tone.name


@pytest.mark.parametrize("style", ["civic", "heritage"])
def test_marks_that_are_not_counted_can_be_seen_on_every_ground(style: str) -> None:
    brand = read_brand(ROOT / "styles" / style, Diagnostics())
    assert brand
    for scheme in brand.schemes.values():
        own = Look(brand, brand.formats["a4"], scheme)
        edge = unfilled(own).edge
        assert edge
        assert contrast(edge, own.colour("ground")) >= 3, scheme.name
