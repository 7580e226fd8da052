"""Laws of figures: whatever was answered, these hold."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from briefing.survey.question import BaseRule, Net, SmallBases
from briefing.tables.model import Part
from briefing.tables.rounding import decimal_text, half_up, percent_digits, percent_text
from briefing.tables.tabulate import tabulate
from tests.trials import tries
from tests.unit.tables.surveys import (
    SCALE,
    crosstab,
    grid,
    multiple,
    ranking,
    single,
    survey,
)

if TYPE_CHECKING:
    from briefing.survey.model import Survey

ANSWERS = [answer.id for answer in SCALE.answers]
REPLIES = some.sampled_from([*ANSWERS, ""])
WEIGHTS = some.decimals(0, 30, places=4).map(Fraction)


@some.composite
def replies(draw: some.DrawFn, columns: int = 1, most: int = 60) -> list[list[str]]:
    """Columns of replies of equal length."""
    length = draw(some.integers(1, most))
    return [draw(some.lists(REPLIES, min_size=length, max_size=length)) for _ in range(columns)]


@some.composite
def weighted(draw: some.DrawFn) -> tuple[list[str], list[Fraction]]:
    """Replies, and a weight for each."""
    (column,) = draw(replies())
    size = len(column)
    return column, draw(some.lists(WEIGHTS, min_size=size, max_size=size))


@given(weighted())
def test_shares_of_a_single_answer_table_sum_to_one(
    column_weights: tuple[list[str], list[Fraction]],
) -> None:
    column, weights = column_weights
    for book in (
        survey({"q1": column}, single()),
        survey({"q1": column}, single(), weights=weights),
        survey({"q1": column}, single(base_rule=BaseRule.ANSWERED)),
    ):
        table = tabulate(book)["q1"]
        shares = [cell.value for cell in table.cells[0][: len(ANSWERS)] if cell.value is not None]
        if shares:
            assert sum(shares) == 1
        else:
            assert table.base.n == 0


@given(weighted())
def test_net_of_single_answers_is_the_sum_of_its_parts(
    column_weights: tuple[list[str], list[Fraction]],
) -> None:
    column, weights = column_weights
    table = tabulate(survey({"q1": column}, single(), weights=weights))["q1"]
    cells = {head.id: cell for head, cell in zip(table.columns, table.cells[0], strict=True)}
    for net in table.nets:
        parts = [cells[each].value for each in net.of]
        if cells[net.id].value is not None:
            assert cells[net.id].value == sum(part for part in parts if part is not None)


TICKS = some.lists(some.tuples(*[some.sampled_from(["yes", ""])] * 3), min_size=1, max_size=40)


@given(TICKS)
def test_net_is_between_its_largest_part_and_the_sum_of_all(
    rows: list[tuple[str, str, str]],
) -> None:
    cells = {f"m.{name}": [row[place] for row in rows] for place, name in enumerate("abc")}
    question = multiple("m", "a", "b", "c", nets=(Net("any", "Any", ("a", "b")),))
    table = tabulate(survey(cells, question))["m"]
    net, *parts = (table.cell("all", each).value for each in ("any", "a", "b"))
    if net is None:
        assert table.base.n == 0
        return
    known = [part for part in parts if part is not None]
    assert max(known) <= net <= min(Fraction(1), sum(known, Fraction(0)))


def everything(columns: list[list[str]], order: list[int], small: str = "suppress") -> Survey:
    """A survey of every kind of table over the same replies, its rows in some order."""
    by, on, item = ([column[place] for place in order] for column in columns)
    ranks = {f"r.{each}": ["1" if reply == each else "" for reply in by] for each in ANSWERS}
    ticks = {f"m.{each}": ["yes" if reply == each else "" for reply in on] for each in ANSWERS}
    return survey(
        {"q1": by, "q2": on, "g.a": item} | ranks | ticks,
        single("q1"),
        single("q2"),
        grid("g", "a"),
        multiple("m", *ANSWERS),
        ranking("r", *ANSWERS, places=2, top=1),
        crosstabs=(crosstab("q2", "q1", *ANSWERS, "agree"),),
        small_bases=SmallBases(small),
    )


@settings(max_examples=tries(40))
@given(replies(columns=3), some.data())
def test_order_of_the_rows_changes_nothing(columns: list[list[str]], data: some.DataObject) -> None:
    order = list(range(len(columns[0])))
    shuffled = data.draw(some.permutations(order))
    assert tabulate(everything(columns, order)) == tabulate(everything(columns, shuffled))


@settings(max_examples=tries(60))
@given(replies(columns=3, most=150), some.sampled_from(["suppress", "show"]))
def test_suppressed_cell_has_neither_value_nor_count(columns: list[list[str]], small: str) -> None:
    for table in tabulate(everything(columns, list(range(len(columns[0]))), small)).values():
        for _, _, cell in table:
            if cell.symbol:
                assert cell.value is None
                assert cell.count is None
            else:
                assert cell.value is not None


@settings(max_examples=tries(60))
@given(replies(columns=3, most=150))
def test_no_small_group_is_shown_nor_left_to_subtraction(columns: list[list[str]]) -> None:
    book = everything(columns, list(range(len(columns[0]))))
    strict = tabulate(book)["q2_by_q1"]
    shown = tabulate(everything(columns, list(range(len(columns[0]))), "show"))["q2_by_q1"]
    sizes = {
        head.id: base.n
        for head, base in zip(shown.rows, shown.bases, strict=True)
        if head.part is not Part.WHOLE
    }
    hidden = {
        head.id for head, row in zip(strict.rows, strict.cells, strict=True) if row[0].symbol == "c"
    }
    assert {name for name, size in sizes.items() if 0 < size < 10} <= hidden
    # All answers are groups: one hidden answer alone would be the total less the others.
    alone = [name for name in ANSWERS if name in hidden]
    others = [name for name in ANSWERS if sizes[name] and name not in hidden]
    assert len(alone) != 1 or not others or sizes[alone[0]] >= 10


@given(some.fractions(-1000, 1000), some.integers(0, 4))
def test_rounding_agrees_with_decimal_arithmetic(value: Fraction, decimals: int) -> None:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(exact) != value:  # only a terminating decimal can be a tie
        return
    expected = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert half_up(value, decimals) == Fraction(expected)


@given(some.integers(-(10**9), 10**9), some.integers(0, 3))
def test_ties_go_away_from_zero(whole: int, decimals: int) -> None:
    value = Fraction(2 * whole + 1, 2 * 10**decimals)
    expected = (Decimal(2 * whole + 1) / 2).scaleb(-decimals)
    rounded = expected.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    assert half_up(value, decimals) == Fraction(rounded)
    assert abs(half_up(value, decimals)) > abs(value)


@given(some.integers(1, 500), some.data())
def test_printed_percentage_is_the_nearest_whole_number(base: int, data: some.DataObject) -> None:
    count = data.draw(some.integers(0, base))
    digits = percent_digits(Fraction(count, base))
    if digits.startswith("<"):
        assert 0 < count * 200 < base
    elif digits.startswith(">"):
        assert 0 < (base - count) * 200 <= base
    else:
        assert abs(2 * (int(digits) * base - 100 * count)) <= base
        assert (digits == "0") == (count == 0)
        assert (digits == "100") == (count == base)


@pytest.mark.parametrize(
    ("count", "base", "digits"),
    [
        (23, 40, "58"),
        (57, 200, "29"),
        (0, 80, "0"),
        (80, 80, "100"),
        (1, 201, "<1"),
        (1, 200, "1"),
        (199, 200, ">99"),
        (200, 201, ">99"),
        (197, 200, "99"),
        (10, 16, "63"),
        (14, 80, "18"),
        (17, 80, "21"),
    ],
)
def test_percentages_at_the_edges(count: int, base: int, digits: str) -> None:
    assert percent_digits(Fraction(count, base)) == digits
    assert percent_text(Fraction(count, base)) == f"{digits}%"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(5, 2), 0, "3"),
        (Fraction(-5, 2), 0, "\N{MINUS SIGN}3"),
        (Fraction(1234567, 1), 0, "1,234,567"),
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(199, 100), 1, "2.0"),
        (Fraction(-1, 1000), 2, "0.00"),
    ],
)
def test_decimals_as_they_are_printed(value: Fraction, decimals: int, text: str) -> None:
    assert decimal_text(value, decimals) == text
