"""Ranked, paired and cross-tabulated bars start at zero and carry their figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from briefing.brand.model import Look, contrast
from briefing.charts.bars import Bars
from briefing.charts.columns import Columns
from briefing.charts.crosstab import Crosstab
from briefing.charts.hundred import Hundred
from briefing.charts.lettering import capital
from briefing.charts.model import UnsuitedError
from briefing.charts.paired import Paired
from briefing.charts.people import People
from briefing.charts.ranked import Ranked
from briefing.charts.shades import shades
from briefing.drawing import Rect, Shape
from briefing.tables.model import Head, Measure, Part
from tests.unit.charts.ink import faults, outline, printed, words
from tests.unit.charts.look import look
from tests.unit.charts.tabled import (
    AGREES,
    BODIES,
    BY_ENGAGEMENT,
    LEADERS,
    PLANNED,
    composition,
    grid,
    multiple,
    ranking,
    single,
    suppress,
    with_summary,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Brand
    from briefing.charts.model import Chart, Drawn
    from briefing.drawing import Colour


def widths(marks: object, colour: str) -> list[float]:
    found = []
    for mark in marks:  # type: ignore[attr-defined]
        if isinstance(mark, Shape) and mark.fill and mark.fill.name == colour:
            xs = [x for _, numbers in mark.path for x in numbers[::2]]
            found.append(max(xs) - min(xs))
    return found


def test_scores_are_sorted_and_have_one_place() -> None:
    lines = printed(Ranked().draw(ranking(), 480, 300, look()))
    figures = [line for line in lines if "." in line]
    assert figures == ["5.3", "5.2", "4.6", "4.0", "3.4", "3.2", "2.3"]
    assert "Mean score" in lines


def test_another_measure_may_be_shown() -> None:
    lines = printed(Ranked(show="top").draw(ranking(), 480, 300, look()))
    assert [line for line in lines if "%" in line][:2] == ["77%", "73%"]


def test_a_faint_answer_that_a_cross_tabulation_is_of_is_toned_as_a_finding() -> None:
    heads = (Head("yes", "Yes", Part.ANSWER), Head("no", "No", Part.ANSWER, -1))
    items: dict[str, tuple[str, Sequence[int]]] = {
        "coast": ("Coast", (3, 9)),
        "moor": ("Moor", (5, 6)),
    }
    table = grid("q", heads, items, part=Part.GROUP)
    faint, ground = shades(table, look())[1], look().colour("ground")
    assert contrast(faint, ground) < 3, "or there were nothing to do"
    marks = Crosstab(show="no").draw(table, 480, 200, look()).marks
    fills = [each.fill for each in marks if isinstance(each, Shape) and each.fill]
    assert fills.count(look().tones.negative[0]) == 2


def test_lengths_are_in_proportion_from_zero() -> None:
    marks = Ranked().draw(multiple(), 480, 120, look()).marks
    lengths = widths(marks, "teal")
    assert lengths[1] / lengths[0] == pytest.approx(33 / 55, rel=1e-3)


NETS = [Fraction(each) for each in (40, 20, 0, -10, -30)]
BALANCE = with_summary(BODIES, NETS)


@pytest.mark.parametrize("width", [200, 480])
def test_net_scores_below_nought_have_bars_to_the_left_of_a_zero_line(width: int) -> None:
    drawn = Ranked(show="summary").draw(BALANCE, width, 300, look())
    teal, brick = widths(drawn.marks, "teal"), widths(drawn.marks, "brick")
    assert [each / teal[0] for each in (*teal, *brick)] == pytest.approx(
        [1, 0.5, 0.25, 0.75], rel=1e-3
    )
    right = {figure: side(drawn, figure) for figure in ("+40", "+20", "\N{MINUS SIGN}10")}
    assert right == {"+40": 1, "+20": 1, "\N{MINUS SIGN}10": -1}
    assert faults(drawn, Rect(0, 0, width, drawn.height), look().brand.faces) == []


def side(drawn: Drawn, figure: str) -> int:
    """At which side of the bar beside it a figure stands: 1 is the right."""
    (mark,) = (each for each in words(drawn) if each.run.text == figure)
    spans = [
        outline(each) for each in drawn.marks if isinstance(each, Shape) and each.fill is not None
    ]
    (bar,) = (span for span in spans if min(y for _, y in span) < mark.y < max(y for _, y in span))
    return 1 if mark.x > max(x for x, _ in bar) else -1


def test_where_all_are_below_nought_bars_end_at_the_right() -> None:
    table = with_summary(BODIES, [Fraction(each) for each in (-5, -10, -20, -25, -50)])
    drawn = Ranked(show="summary").draw(table, 480, 300, look())
    lengths = widths(drawn.marks, "brick")
    assert [each / lengths[-1] for each in lengths] == pytest.approx(
        [0.1, 0.2, 0.4, 0.5, 1], rel=1e-3
    )


@pytest.mark.parametrize("kind", [Ranked, Crosstab, Bars, Columns])
def test_a_mean_among_shares_is_read_out_as_what_it_is(kind: type[Chart]) -> None:
    means = [Fraction(34, 10), Fraction(2), Fraction(3), Fraction(1), Fraction(4)]
    table = with_summary(BODIES, means, Measure.NUMBER)
    drawn = kind(show="summary").draw(table, 480, 300, look())  # type: ignore[call-arg]
    assert "3.4" in printed(drawn)
    assert not any("340" in line for line in printed(drawn))
    assert faults(drawn, Rect(0, 0, 480, drawn.height), look().brand.faces) == []


@pytest.mark.parametrize("kind", [People, Hundred])
def test_a_net_score_is_no_part_of_ten_people_or_a_hundred_dots(kind: type[Chart]) -> None:
    chart = kind(highlight="officers.summary")
    with pytest.raises(UnsuitedError, match="use kind=number"):
        chart.extent(BALANCE, 300, look())


def test_none_of_these_stays_last() -> None:
    lines = printed(Ranked().draw(multiple(), 480, 120, look()))
    labels = [line for line in lines if "%" not in line]
    assert labels[0] == "Letters and newsletters"
    assert labels[-1] == "None of these"


def test_only_the_headlines_bar_is_coloured() -> None:
    marks = Ranked(highlight="online").draw(multiple(), 480, 120, look()).marks
    assert len(widths(marks, "teal")) == 1
    assert len(widths(marks, "pewter")) == 3


def test_a_pair_has_two_figures_a_group_in_the_order_of_what_is_told() -> None:
    table = composition()
    lines = printed(Paired().draw(table, 480, 400, look()))
    assert lines[:2] == ["Councils that took part", "England"]
    assert lines[2:5] == ["London", "17%", "22%"]
    assert Paired().base_lines(table) == ("Base: 66 councils; 152 councils.",)
    told = {
        head.id: table.cells[0][place].value or Fraction(0)
        for place, head in enumerate(table.columns)
    }
    order = [told[each] for each in Paired().bars(table)]
    assert order == sorted(order, reverse=True)


@pytest.mark.parametrize("size", [9.5, 14.0])
@pytest.mark.parametrize("height", [0, 900])
def test_the_figures_of_a_pair_have_one_size_and_half_their_height_between_them(
    size: float, height: float
) -> None:
    chart, table, own = Paired(), composition(), look(size=size)
    height = max(height, chart.extent(table, 480, own).least)
    figures = [mark for mark in words(chart.draw(table, 480, height, own)) if mark.number]
    assert len({mark.run.size for mark in figures}) == 1
    high = capital(own.style("chart.value")) * figures[0].run.size / own.style("chart.value").size
    for first, second in zip(figures[::2], figures[1::2], strict=True):
        assert second.y - first.y >= high * 1.5 - 0.01


def test_the_group_of_a_headline_stands_out_of_its_sample_by_colour() -> None:
    own = look()
    usual = fills(Paired().draw(composition(), 480, 400, own))
    assert usual == {own.tones.highlight: 10, own.tones.comparison: 10}
    stressed = fills(Paired(highlight="london").draw(composition(), 480, 400, own))
    assert stressed == {own.tones.highlight: 1, own.tones.muted: 9, own.tones.comparison: 10}


def fills(drawn: Drawn) -> Counter[Colour]:
    """How many shapes have each colour, bars and the swatches that name them."""
    return Counter(mark.fill for mark in drawn.marks if isinstance(mark, Shape) and mark.fill)


def test_what_is_no_pair_is_refused() -> None:
    with pytest.raises(UnsuitedError, match="not a pair"):
        Paired().extent(LEADERS, 480, look())


def test_groups_have_their_counts_and_small_ones_a_mark() -> None:
    lines = printed(Crosstab(highlight="agree.confident").draw(BY_ENGAGEMENT, 480, 150, look()))
    assert {"10 of 16", "4 of 55", "63%"} <= set(lines)
    assert lines.count("small base") == 2
    heard = Crosstab(highlight="agree.confident").heard(BY_ENGAGEMENT)
    heads = [head.words for head, _ in heard.rows]
    assert [each.endswith(" (small base)") for each in heads] == [True, True, False]


def test_the_count_is_larger_than_its_per_cent() -> None:
    marks = words(Crosstab(highlight="agree.confident").draw(BY_ENGAGEMENT, 480, 150, look()))
    sizes = {mark.run.text: mark.run.size for mark in marks}
    assert sizes["10 of 16"] == max(sizes.values())
    assert sizes["4 of 55"] > sizes["7%"]


def test_bars_begin_near_short_names_and_on_one_line_where_names_are_long() -> None:
    """Sister charts begin alike; but three letters need no third of the width."""
    named = tuple(replace(each, label="Moor") for each in BY_ENGAGEMENT.rows)
    short = replace(BY_ENGAGEMENT, rows=named)
    starts = []
    for table in (short, BY_ENGAGEMENT):
        base = replace(table, bases=tuple(replace(each, caution=False) for each in table.bases))
        marks = Crosstab(highlight="agree.confident").draw(base, 700, 200, look()).marks
        starts.append(min(x for each in marks if isinstance(each, Shape) for x, _ in outline(each)))
    assert starts[0] < 0.2 * 700 < starts[1]


def test_counts_are_kept_in_a_narrow_room() -> None:
    lines = printed(Crosstab().draw(BY_ENGAGEMENT, 200, 200, look()))
    assert {"10 of 16", "3 of 8", "4 of 55"} <= set(lines)


def test_the_mark_of_small_bases_is_explained_below() -> None:
    notes = ("Caution: small base (n<50).", "Percentages may not sum to 100 because of rounding.")
    table = replace(BY_ENGAGEMENT, notes=notes)
    (line,) = Crosstab().base_lines(table)
    assert line == (
        "Base: 79 councillors who answered. Small base: fewer than 50 answered, treat with caution."
    )
    (line,) = Crosstab(show="none").base_lines(table)
    assert "because of rounding" in line, "where all answers are drawn they should add up"


def test_the_count_has_its_own_number() -> None:
    marks = words(Crosstab().draw(BY_ENGAGEMENT, 480, 150, look()))
    (number,) = (mark.number for mark in marks if mark.run.text.startswith("10 of 16"))
    assert number is not None
    assert (number.kind, number.cell) == ("count", "agree.confident")
    assert number.value == Fraction(10)


def test_all_answers_may_be_stacked() -> None:
    lines = printed(Crosstab(show="none").draw(BY_ENGAGEMENT, 480, 200, look()))
    assert "Not at all confident" in lines
    assert "(16)* small base" in lines


def test_a_suppressed_group_keeps_its_heading_alone() -> None:
    marks = words(Crosstab().draw(suppress(BY_ENGAGEMENT, 1), 480, 150, look()))
    assert "Neither agree nor disagree" in [mark.run.text for mark in marks]
    numbers = [mark.number for mark in marks if mark.number]
    assert not any(number.cell.startswith("neither.") for number in numbers)


def test_a_single_question_is_ranked_by_its_answers() -> None:
    lines = printed(Ranked().draw(AGREES, 480, 200, look()))
    assert [line for line in lines if "%" in line] == ["39%", "30%", "18%", "10%", "4%"]


def test_bars_of_a_net_have_no_large_figures_as_the_headline_tells_their_sum() -> None:
    net = words(Ranked(highlight="disagree").draw(AGREES, 480, 300, look()))
    told = [mark.run.size for mark in net if "%" in mark.run.text]
    assert max(told) < min(told) * 1.2, "bold, but none is read before the others"
    one = words(Ranked(highlight="strongly_disagree").draw(AGREES, 480, 300, look()))
    sizes = {mark.run.text: mark.run.size for mark in one if "%" in mark.run.text}
    assert max(sizes, key=lambda each: sizes[each]) == "39%"


@pytest.mark.parametrize("highlight", ["", "strongly_disagree", "disagree"])
def test_a_large_figure_keeps_a_quarter_of_its_size_from_its_bar(highlight: str) -> None:
    drawn = Ranked(highlight=highlight).draw(AGREES, 480, 300, look())
    bars = [outline(mark) for mark in drawn.marks if isinstance(mark, Shape) and mark.fill]
    figures = [mark for mark in words(drawn) if "%" in mark.run.text]
    for bar, figure in zip(bars, figures, strict=True):
        end = max(x for x, _ in bar)
        assert figure.x - end >= figure.run.size / 4 - 0.01
        assert figure.x + figure.run.width <= 480.01


def test_a_large_reading_above_a_bar_keeps_clear_of_the_heading(heritage: Brand) -> None:
    """It stands on its label's last line, so what stands below that line made it reach up."""
    seen = Look(heritage, heritage.formats["slide"], heritage.schemes["woad"])
    long = "Health overview and scrutiny committees of neighbouring communities, at a local level"
    heads = (Head("a0", f"{long}, or {long}", Part.ANSWER), Head("a1", "Other", Part.ANSWER))
    table = grid("q", heads, {"r0": (long, (5, 7)), "r1": (long, (6, 6))}, part=Part.GROUP)
    for width in range(300, 700, 20):
        chart = Crosstab(highlight="r0.a0")
        extent = chart.extent(table, width, seen)
        drawn = chart.draw(table, width, extent.least, seen)
        assert not faults(drawn, Rect(0, 0, width, drawn.height), heritage.faces)


def test_of_a_scale_with_two_ends_the_middle_has_neither_colour() -> None:
    marks = Ranked().draw(PLANNED, 480, 300, look()).marks
    fills = [mark.fill.name for mark in marks if isinstance(mark, Shape) and mark.fill]
    assert fills.count("pewter") == 2, "equal collaboration, and don't know"


@pytest.mark.parametrize("width", [300, 480, 800])
def test_the_name_of_what_is_read_out_stands_over_the_figures_in_two_lines(width: int) -> None:
    named = "Very or fairly satisfied overall"
    columns = tuple(
        replace(head, label=named) if head.id == "confident" else head
        for head in BY_ENGAGEMENT.columns
    )
    table = replace(BY_ENGAGEMENT, columns=columns)
    lines = printed(Crosstab(highlight="agree.confident").draw(table, width, 200, look()))
    own = [line for line in lines if line and line in named]
    assert 1 <= len(own) <= 2
    assert " ".join(own) == named


def heights(drawn: Drawn, *texts: str) -> list[float]:
    """The baselines of texts, in points."""
    return [next(mark.y for mark in words(drawn) if mark.run.text == text) for text in texts]


def test_a_per_cent_stands_level_with_its_count_where_rows_have_to_be_close() -> None:
    chart, pair = Crosstab(), ("10 of 16", "63%")
    extent = chart.extent(BY_ENGAGEMENT, 480, look())
    low = chart.draw(BY_ENGAGEMENT, 480, extent.least, look())
    high = chart.draw(BY_ENGAGEMENT, 480, extent.most, look())
    assert heights(low, *pair)[0] == heights(low, *pair)[1]
    assert heights(high, *pair)[0] < heights(high, *pair)[1]


def test_sentences_take_more_of_the_width_rather_than_more_height_than_there_is() -> None:
    words_ = "I hear of what was decided from colleagues of mine"
    heads = tuple(Head(f"a{at}", f"{words_} ({at})", Part.ANSWER) for at in range(12))
    table = single("q", heads, range(1, 13))
    chart = Ranked()
    low = chart.draw(table, 420, 240, look())
    assert low.height <= 240
    assert heights(low, f"{words_} (11)", "15%")[0] < heights(low, f"{words_} (10)")[0]
    high = chart.draw(table, 420, 700, look())
    assert f"{words_} (11)" not in printed(high), "in more height bars have more of the width"


def test_short_names_stand_beside_their_bars_in_a_narrow_room_that_is_low() -> None:
    names = ("Trees", "Roads", "Bins", "Parks", "Buses", "Books", "Markets", "Dogs")
    heads = tuple(Head(f"a{at}", name, Part.ANSWER) for at, name in enumerate(names))
    drawn = Ranked(order="asked").draw(single("q", heads, range(8, 0, -1)), 240, 150, look())
    assert drawn.height <= 150
    name, figure = heights(drawn, "Trees", "22%")
    assert abs(name - figure) < 2
