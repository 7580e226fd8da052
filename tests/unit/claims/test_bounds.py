"""Groups that words call by their bounds, and what an author is told where they call none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.claims.bounds import called_by_bounds, groups_with_bounds
from briefing.claims.whom import Whom
from briefing.content.evidence import Evidence
from briefing.content.markdown import parse_phrase
from briefing.content.words import Writer
from briefing.diagnostics import Diagnostic, Diagnostics, Source
from briefing.tables.model import Part
from tests.unit.claims.tabled import grid, single

HERE = Source("words.md", 1, 1)
AGES = {"young": "16 to 24", "middle": "25\N{EN DASH}44", "old": "45 and over"}
BREAKS = (tuple(AGES.values()),)


def evidence() -> Evidence:
    counts = {"young": (40, 20), "middle": (60, 40), "old": (60, 50)}
    ages = grid("by_age", {name: (base, {"content": n}) for name, (base, n) in counts.items()})
    groups = tuple(
        replace(each, label=AGES[each.id], part=Part.GROUP, within="age") for each in ages.rows
    )
    tables = {
        "by_age": replace(ages, rows=groups),
        "boats": single("boats", 100, late=60, on_time=17),
    }
    return Evidence(tables, nouns=("residents", "boats"), whom=Whom(breaks=BREAKS))


def found(text: str) -> tuple[Diagnostic, ...]:
    diagnostics = Diagnostics()
    Writer(evidence(), diagnostics).words(parse_phrase(text, HERE, diagnostics))
    return tuple(diagnostics.entries)


def faults(text: str) -> list[str]:
    return [f"{each.code}: {each.hint}" for each in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ by_age.young.content.pct }} of those under 25 are content.",
        "Under 25: {{ by_age.young.content.pct }} are content.",
        "About {{ by_age.young.content.pct }} (under 25) are content.",
        "[Half]{claim=by_age.young.content} of under-25s are content.",
        "[Half of those under 25]{claim=by_age.young.content} are content.",
        "Of people aged between 25 and 44, {{ by_age.middle.content.pct }} are content.",
        "Of people over 44, {{ by_age.old.content.pct }} are content.",
        "[Most of the over-44s]{claim=by_age.old.content} are content.",
        (
            "[Those under 25 are less content than those over 44]"
            '{claim="by_age.young.content by_age.old.content"}.'
        ),
    ],
)
def test_a_group_that_is_named_by_its_bounds_is_no_figure(text: str) -> None:
    assert not faults(text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ by_age.young.content.pct }} of those under 30 are content.",
        "{{ by_age.middle.content.pct }} of those under 45 are content.",
        "Of those over 45, {{ by_age.old.content.pct }} are content.",
    ],
)
def test_other_bounds_are_pointed_out_with_the_groups_of_the_data(text: str) -> None:
    [fault] = faults(text)
    assert fault.startswith("unbound-figure: if it is of a group")
    assert "16 to 24; 25\N{EN DASH}44; 45 and over" in fault


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ by_age.young.content.pct }} of those over 44 are content.", "over 44"),
        ("{{ by_age.young.content.pct }} of over-45s are content.", "over-45s"),
        ("{{ by_age.old.content.pct }} of under-25s are content.", "under-25"),
    ],
)
def test_the_bounds_of_another_group_are_not_those_of_the_figure(text: str, words: str) -> None:
    [fault] = found(text)
    assert fault.message.startswith(f"'{words}' is not whom")


def test_a_group_from_an_age_on_is_also_called_by_it() -> None:
    assert not faults("{{ by_age.old.content.pct }} of over-45s are content.")
    [fault] = faults("{{ by_age.old.content.pct }} of over-50s are content.")
    assert fault.startswith("unbound-figure")


def test_a_bound_of_something_else_is_none_of_a_group() -> None:
    [fault] = faults("{{ by_age.young.content.pct }} of them wait under 25 minutes.")
    assert "nearest in the data" in fault
    assert not groups_with_bounds("It took over ", " minutes", BREAKS)


@pytest.mark.parametrize(
    ("labels", "label", "name", "known"),
    [
        (("Under 16", "16 or over"), "16 or over", "over 15", True),
        (("Under 16", "16 to 24", "25+"), "16 to 24", "under 25", False),
        (("Under £10,000", "£10,000 or more"), "£10,000 or more", "over 9,999", True),
        (("Aged 16-24", "Aged 25-34"), "Aged 25-34", "25 to 34", True),
        (("16 to 24", "Other"), "16 to 24", "under 25", False),
        (("Town", "Village"), "Town", "under 25", False),
    ],
)
def test_what_a_group_is_called_by_its_bounds(
    labels: tuple[str, ...], label: str, name: str, *, known: bool
) -> None:
    assert (name in called_by_bounds((labels,)).get(label, ())) is known


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Most boats are late.", "[Most]{claim=boats.late}"),
        ("One in six boats is on time.", "[One in six]{claim=boats.on_time}"),
        ("Half of those aged 16 to 24 are content.", "[Half]{claim=by_age.young.content}"),
    ],
)
def test_the_cell_that_a_sentence_names_is_the_one_to_be_claimed(text: str, claim: str) -> None:
    assert claim in faults(text)[0]


def test_what_is_not_true_of_the_cell_that_is_named_is_not_proposed() -> None:
    [fault] = faults("Few boats are late.")
    assert "boats.late" not in fault
