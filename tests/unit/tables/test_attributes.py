"""How many a group is that breaks hide is told by no table, its attribute's own among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from briefing.survey.declared import Composition, Rate
from briefing.survey.question import SmallBases
from briefing.tables.tabulate import tabulate
from tests.unit.tables.surveys import HERE, attribute, crosstab, single, survey

if TYPE_CHECKING:
    from typing import Any

    from briefing.tables.model import Table

SITES = {"north": 60, "south": 40, "east": 32, "west": 7}


def tables(sizes: dict[str, int], *, broken: bool = True, **options: Any) -> dict[str, Table]:
    """A question, and the site of all who answered it."""
    sites = [site for site, size in sizes.items() for _ in range(size)]
    tabs = (crosstab("q1", "site", *sizes),) if broken else ()
    answers = {"q1": ["yes", "no"] * (len(sites) // 2) + ["yes"] * (len(sites) % 2), "site": sites}
    known = (attribute("site", *sizes),)
    made = survey(answers, single(), attributes=known, crosstabs=tabs, **options)
    return tabulate(replace(made, invited=made.population))


def told(table: Table, row: str, *names: str) -> list[str]:
    cells = [table.cell(row, name) for name in names]
    return [f"[{cell.symbol}]" if cell.symbol else str(cell.count) for cell in cells]


def test_size_of_a_group_that_a_break_hides_is_told_by_no_table() -> None:
    made = tables(SITES)
    assert told(made["site"], "all", *SITES) == ["60", "40", "[c]", "[c]"]
    assert made["site"].notes == (
        "[c] Suppressed to protect confidentiality (fewer than 10 keepers).",
        "[c] also stands where a suppressed figure could be worked out by subtraction.",
    )
    bases = dict(zip(SITES, made["q1_by_site"].bases[1:], strict=True))
    assert [bases[site].n for site in SITES] == [60, 40, 0, 0]
    assert bases["west"].words == "fewer than 10 keepers (West)"
    assert bases["east"].words == "keepers (East), number not shown"


def test_sizes_are_told_where_no_table_hides_them_or_small_groups_are_shown() -> None:
    everything = ["60", "40", "32", "7"]
    assert told(tables(SITES, broken=False)["site"], "all", *SITES) == everything
    shown = tables(SITES, small_bases=SmallBases("show"))
    assert told(shown["site"], "all", *SITES) == everything


def test_sample_beside_the_population_and_rates_tell_no_size_either() -> None:
    beside = Composition(
        "beside", "site", "", "keepers", "Sample", "Population", HERE, outside_attribute="site"
    )
    rate = Rate("rate", "site", "", "", HERE)
    made = tables(
        SITES, compositions=(beside,), rates=(rate,), population={"site": dict.fromkeys(SITES, 80)}
    )
    assert told(made["beside"], "sample", *SITES) == ["60", "40", "[c]", "[c]"]
    assert told(made["beside"], "population", *SITES) == ["80"] * 4
    assert told(made["rate"], "west", "invited", "responded", "rate") == ["80", "[c]", "[c]"]
    assert told(made["rate"], "north", "invited", "responded") == ["80", "60"]
    assert any("[c]" in note for note in made["rate"].notes)


PEOPLE = some.lists(some.sampled_from([0, 2, 7, 11, 25, 60]), min_size=6, max_size=6)
PARTS = some.lists(some.integers(0, 3), min_size=6, max_size=6)


@given(PEOPLE, PARTS, PARTS)
def test_no_size_follows_from_all_that_tables_tell_of_two_attributes(
    sizes: list[int], bands: list[int], regions: list[int]
) -> None:
    breaks = {"band": bands, "region": regions}
    cells = {
        name: [f"g{part}" for part, size in zip(parts, sizes, strict=True) for _ in range(size)]
        for name, parts in breaks.items()
    }
    groups = [f"g{part}" for part in range(4)]
    made = tabulate(
        survey(
            {"q1": ["yes"] * sum(sizes), **cells},
            single(),
            attributes=tuple(attribute(name, *groups) for name in breaks),
            crosstabs=tuple(crosstab("q1", name, *groups) for name in breaks),
        )
    )
    known, small = [[1] * len(sizes)], []
    for name, parts in breaks.items():
        for part, group in enumerate(groups):
            line = [int(each == part) for each in parts]
            size = sum(size for size, each in zip(sizes, parts, strict=True) if each == part)
            own, base = made[name].cell("all", group), made[f"q1_by_{name}"].bases[part + 1]
            known += [line] * (own.count is not None) + [line] * (not base.symbol)
            small += [line] if 0 < size < 10 else []
    # nobody lives where nobody was counted: columns of nought tell nothing and hide nothing
    there = [place for place, size in enumerate(sizes) if size]
    for line in small:
        if sum(size > 0 for size in sizes) > 1 and not alone(line, known[:1], there):
            assert not alone(line, known, there)


def alone(wanted: list[int], known: list[list[int]], there: list[int]) -> bool:
    """Whether a sum follows from others."""
    ranks = [
        int(np.linalg.matrix_rank(np.array(each)[:, there])) for each in (known, [*known, wanted])
    ]
    return ranks[0] == ranks[1]
