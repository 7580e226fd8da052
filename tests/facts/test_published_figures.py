"""Every figure that was printed in 2017 comes out of the rebuilt responses.

Expected values come from the file of published figures alone; the tables are made by the same
functions that make them for the page.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from briefing.diagnostics import Diagnostics
from briefing.survey.question import Kind
from briefing.survey.read import read_survey
from briefing.tables.rounding import half_up
from briefing.tables.tabulate import tabulate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.survey.model import Survey
    from briefing.tables.model import Cell, Head, Table

ROOT = Path(__file__).parents[2]
PUBLISHED: dict[str, Any] = tomllib.loads(
    (ROOT / "data/rebuild/published-figures.toml").read_text(encoding="utf-8")
)
POPULATION = 1
"""The row of a composition that holds the population."""
QUESTIONS = {name: facts for name, facts in PUBLISHED.items() if name[:1] == "q"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure: its name, what was printed, and how it is read off our tables."""

    name: str
    printed: int
    ours: Callable[[], int]


@cache
def survey() -> Survey:
    return read_survey(ROOT / "data/stp-survey", Diagnostics())


@cache
def tables() -> dict[str, Table]:
    return tabulate(survey())


def percent(cell: Cell) -> int:
    assert cell.value is not None
    return int(half_up(cell.value * 100))


def count(cell: Cell) -> int:
    assert cell.count is not None
    return cell.count


def labelled(heads: tuple[Head, ...], label: str) -> int:
    """The place of the head that is printed so."""
    places = [place for place, head in enumerate(heads) if head.label == label]
    assert len(places) == 1, f"{label} is printed {len(places)} times"
    return places[0]


def single(table: str, column: str) -> Cell:
    return tables()[table].cell("all", column)


def by_label(take: Callable[[Cell], int], table: str, row: int, label: str) -> int:
    found = tables()[table]
    return take(found.cells[row][labelled(found.columns, label)])


def base_of(table: str, item: str | None = None) -> int:
    found = tables()[table]
    if item is None:
        assert found.one_base
        return found.base.n
    row = found.row(item)
    assert row is not None
    return found.bases[row].n


def of_survey() -> Iterator[Figure]:
    facts = PUBLISHED["survey"]
    yield Figure("survey respondents", facts["respondents"], partial(number, "respondents"))
    yield Figure("survey councils", facts["councils"], partial(number, "council"))
    yield Figure("survey district councils", facts["district_councils"], outside)


def number(column: str) -> int:
    return count(single("survey", column))


def outside() -> int:
    """The councils that took part and are not of the population."""
    return number("council") - base_of("by_type", "sample")


def of_roles() -> Iterator[Figure]:
    facts = PUBLISHED["respondents"]["role"]
    yield Figure("role base", facts["base"], partial(base_of, "role"))
    yield from labelled_figures("role", facts)


def of_questions() -> Iterator[Figure]:
    for name, facts in QUESTIONS.items():
        yield from bases(name, facts)
        yield from labelled_figures(name, facts)
        for net, printed in facts.get("net", {}).items():
            yield Figure(f"{name} net {net}", printed, partial(percent_of, name, "all", net))
        for key in facts:
            if key.startswith("net_"):
                net = key.removeprefix("net_")
                for item, printed in facts[key].items():
                    ours = partial(percent_of, name, item, net)
                    yield Figure(f"{name} {item} {net}", printed, ours)


def bases(name: str, facts: dict[str, Any]) -> Iterator[Figure]:
    base = facts.get("base")
    if isinstance(base, int):
        yield Figure(f"{name} base", base, partial(base_of, name))
    elif isinstance(base, dict):
        for item, printed in base.items():
            yield Figure(f"{name} {item} base", printed, partial(base_of, name, item))


def labelled_figures(name: str, facts: dict[str, Any]) -> Iterator[Figure]:
    for measure, take in (("percent", percent), ("counts", count)):
        for label, printed in facts.get(measure, {}).items():
            ours = partial(by_label, take, name, 0, label)
            yield Figure(f"{name} {label}, {measure}", printed, ours)


def percent_of(table: str, row: str, column: str) -> int:
    return percent(tables()[table].cell(row, column))


def of_crosstabs() -> Iterator[Figure]:
    for name, facts in PUBLISHED["crosstab"].items():
        for group, figures in facts.items():
            if group == "base":
                yield Figure(f"{name} base", figures, partial(in_groups, name))
                continue
            for key, printed in figures.items():
                yield Figure(f"{name} {group} {key}", printed, partial(of_group, name, group, key))


def in_groups(name: str) -> int:
    """Those in the groups: what was printed has no total of all who answered the question."""
    table = tables()[name]
    return sum(base.n for row, base in enumerate(table.bases) if not table.total(row))


def of_group(name: str, group: str, key: str) -> int:
    if key == "respondents":
        return base_of(name, group)
    net = key.removesuffix("_percent")
    cell = tables()[name].cell(group, net)
    return count(cell) if net == key else percent(cell)


def of_compositions() -> Iterator[Figure]:
    facts = PUBLISHED["composition"]
    for name, key in (("by_region", "region_england"), ("by_type", "type_england")):
        yield Figure(f"{name} sample base", facts["base"], partial(base_of, name, "sample"))
        for label, printed in facts[key].items():
            ours = partial(by_label, count, name, POPULATION, label)
            yield Figure(f"{name} {label}, England", printed, ours)


FIGURES = (
    *of_survey(),
    *of_roles(),
    *of_questions(),
    *of_crosstabs(),
    *of_compositions(),
)


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
def test_printed_figure(figure: Figure) -> None:
    assert figure.ours() == figure.printed


def test_no_key_of_the_file_is_passed_over() -> None:
    read = {"percent", "counts", "net", "base"}
    told = {"scale", "items", "items_printed", "items_free", "item_bases", "fits", "note"}
    told |= {"open", "ranked", "top_two", "other_mentions", "other_themes"}
    for name, facts in QUESTIONS.items():
        keys = {key for key in facts if not key.startswith("net_")}
        assert keys <= read | told, f"{name} holds {keys - read - told}"


@pytest.mark.parametrize(
    ("name", "facts"), [(name, facts) for name, facts in QUESTIONS.items() if "scale" in facts]
)
def test_answers_stand_in_the_order_of_the_form(name: str, facts: dict[str, Any]) -> None:
    assert [head.label for head in tables()[name].answers] == facts["scale"]


@pytest.mark.parametrize(
    ("name", "facts"), [(name, facts) for name, facts in QUESTIONS.items() if "items" in facts]
)
def test_items_are_those_of_the_form(name: str, facts: dict[str, Any]) -> None:
    assert {head.id: head.label for head in tables()[name].rows} == facts["items"]


@pytest.mark.parametrize("name", ["q5", "q6"])
def test_printed_items_are_among_those_asked(name: str) -> None:
    asked = {head.id: head.label for head in tables()[name].rows}
    printed = QUESTIONS[name]["items_printed"]
    assert {item: asked[item] for item in printed} == printed


@pytest.mark.parametrize("name", ["q11", "q18"])
def test_open_questions_have_no_answers_but_comments(name: str) -> None:
    question = next(each for each in survey().codebook.questions if each.id == name)
    assert question.kind is Kind.OPEN
    assert count(single(name, "comments")) > 0


def test_fieldwork_is_that_of_the_source() -> None:
    facts = PUBLISHED["survey"]
    assert survey().codebook.fieldwork == (facts["fieldwork_start"], facts["fieldwork_end"])


def column(table: str, column_id: str) -> dict[str, Fraction]:
    found = tables()[table]
    values = {head.id: found.cell(head.id, column_id).value for head in found.rows}
    return {item: value for item, value in values.items() if value is not None}


def ranked(table: str, column_id: str) -> list[str]:
    """The rows of a table, those with the largest shares first."""
    shares = column(table, column_id)
    return sorted(shares, key=lambda each: -shares[each])


def test_those_engaged_are_a_minority_in_all_four_aspects() -> None:
    shares = column("q3", "engaged")
    assert len(shares) == 4
    assert max(shares.values()) < Fraction(1, 2)


def test_officers_and_boards_are_the_most_engaged_and_the_full_council_the_least() -> None:
    order = ranked("q4", "engaged")
    assert set(order[:2]) == {"officers", "hwb"}
    assert order[-1] == "council"


def test_relationships_item_bases_vary_between_74_and_80() -> None:
    bases = {base.n for base in tables()["q5"].bases}
    assert len(bases) > 1
    assert min(bases) >= 74
    assert max(bases) <= 80


def test_every_leader_is_below_half_positive_and_the_independent_groups_lowest() -> None:
    shares = column("q6", "positive")
    order = ranked("q6", "positive")
    assert max(shares.values()) < Fraction(1, 2)
    assert order[0] == "ccgs"
    assert set(order[-2:]) == {"independent_health", "independent_care"}


def test_top_two_priorities_are_also_those_most_often_ranked() -> None:
    labels = set(QUESTIONS["q13"]["top_two"])
    named = {head.id: head.label for head in tables()["q13"].rows}
    for measure in ("score", "ranked"):
        assert {named[each] for each in ranked("q13", measure)[:2]} == labels


def test_seven_priorities_were_ranked() -> None:
    assert len(tables()["q13"].rows) == QUESTIONS["q13"]["ranked"]


def test_other_priorities_are_as_many_as_were_named() -> None:
    assert count(single("q13_other", "respondents")) == QUESTIONS["q13"]["other_mentions"]


def test_effect_on_every_local_area_is_below_a_third() -> None:
    shares = column("q15", "positive")
    order = ranked("q15", "positive")
    assert max(shares.values()) < Fraction(1, 3)
    assert order[:2] == ["acute", "primary"]
    assert order[-2:] == ["voluntary", "other"]


def test_between_a_third_and_almost_half_say_that_it_is_too_early() -> None:
    shares = column("q15", "too_early").values()
    assert min(shares) >= Fraction(1, 3)
    assert max(shares) < Fraction(1, 2)


def test_scrutiny_is_seen_as_successful_by_three_quarters_or_more() -> None:
    assert column("q7", "successful")["scrutiny"] >= Fraction(3, 4)
