"""The proof that the rebuilt answers meet every published figure, counted from the rows alone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from form import Form

Row = dict[str, str]

GRIDS = ("q3", "q4", "q5", "q6", "q7", "q15")
GRID_NETS = ("engaged", "agree", "disagree", "positive", "negative", "successful")


def percent(count: int, base: int) -> int:
    """A whole per cent, halves upwards."""
    return (200 * count + base) // (2 * base)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the rows, by the form's ids."""

    form: Form
    rows: Sequence[Row]

    def base(self, column: str) -> int:
        """How many answered."""
        return sum(bool(row[column]) for row in self.rows)

    def count(self, column: str, name: str) -> int:
        """How many gave an answer, or one of a net's."""
        return sum(self.gave(row, column, name) for row in self.rows)

    def share(self, column: str, name: str) -> int:
        """The whole per cent of those who answered."""
        return percent(self.count(column, name), self.base(column))

    def gave(self, row: Row, column: str, name: str) -> bool:
        """Whether a row's answer is the one, or one of a net's."""
        known = self.form.columns[column]
        return row[column] in {known.answers[one] for one in known.ids(name)}

    def items(self, question: str) -> list[str]:
        """The columns of a grid."""
        return [name for name, column in self.form.columns.items() if column.question == question]

    def within(self, question: str, by: str, group: str) -> Tally:
        """Those of a group who answered both questions."""
        rows = [row for row in self.rows if row[question] and self.gave(row, by, group)]
        return Tally(self.form, rows)

    def score(self, column: str) -> int:
        """Points of a ranked priority: seven for a first place, none where it was not ranked."""
        return sum(8 - int(row[column]) for row in self.rows if row[column])


def faults(tally: Tally, published: dict[str, Any]) -> list[str]:
    """Every published figure that the rows do not meet, as a line each."""
    checks = chain(
        _survey(tally, published),
        *(
            _single(tally, name, published[name])
            for name in tally.form.columns
            if name in published
        ),
        *(_grid(tally, name, published[name]) for name in GRIDS),
        _crosstabs(tally, published["crosstab"]),
        _composition(tally, published["composition"]),
        ((words, holds(tally), True) for words, holds in NOTES.items()),
        (
            (f"{name}: answers of the form", _known(tally, name), True)
            for name in tally.form.columns
        ),
    )
    return [
        f"{what}: {found}, published {wanted}" for what, found, wanted in checks if found != wanted
    ]


Check = tuple[str, object, object]


def _survey(tally: Tally, published: dict[str, Any]) -> Iterator[Check]:
    survey, role = published["survey"], published["respondents"]["role"]
    yield "respondents", len(tally.rows), survey["respondents"]
    yield "different ids", len({row["respondent"] for row in tally.rows}), survey["respondents"]
    councils = {(row["council"], row["region"], row["council_type"]) for row in tally.rows}
    yield "councils", len({council for council, _, _ in councils}), survey["councils"]
    yield "councils with one region and type", len(councils), survey["councils"]
    districts = sum(kind == "District council" for _, _, kind in councils)
    yield "district councils", districts, survey["district_councils"]
    for group, held in ROLES.items():
        number = sum(row["role"] in held for row in tally.rows)
        yield group, number, role["counts"][group]
        yield f"{group}, per cent", percent(number, role["base"]), role["percent"][group]


ROLES = {
    "Leader or deputy leader": {"Leader", "Deputy leader"},
    "Lead for health, wellbeing or care": {
        "Cabinet member for health",
        "Adult social care lead",
        "Chair of health and wellbeing board",
    },
    "Other": {"Scrutiny chair", "Other member"},
}


def _single(tally: Tally, name: str, published: dict[str, Any]) -> Iterator[Check]:
    yield f"{name} base", tally.base(name), published.get("base", published.get("fits"))
    yield f"{name} scale", list(tally.form.columns[name].answers.values()), published["scale"]
    for label, wanted in published.get("counts", {}).items():
        yield f"{name} {label}", tally.count(name, label), wanted
    for label, wanted in {**published.get("percent", {}), **published["net"]}.items():
        yield f"{name} {label}, per cent", tally.share(name, label), wanted


def _grid(tally: Tally, name: str, published: dict[str, Any]) -> Iterator[Check]:
    items = published.get("items", published.get("items_printed", {}))
    bases = published.get("base", published.get("fits"))
    for item in items:
        column = f"{name}_{item}"
        wanted = bases[item] if isinstance(bases, dict) else bases
        yield f"{column} base", tally.base(column), wanted
        labels = list(tally.form.columns[column].answers.values())
        yield f"{column} scale", labels, published["scale"]
    for net in GRID_NETS:
        for item, wanted in published.get(f"net_{net}", {}).items():
            yield f"{name} {item} {net}, per cent", tally.share(f"{name}_{item}", net), wanted


def _crosstabs(tally: Tally, published: dict[str, Any]) -> Iterator[Check]:
    for name, groups in published.items():
        question, by = name.split("_by_")
        both = sum(bool(row[question] and row[by]) for row in tally.rows)
        yield f"{name} base", both, ANSWERED_BOTH
        for group, wanted in ((key, each) for key, each in groups.items() if key != "base"):
            part = tally.within(question, by, group)
            yield f"{name} {group}", len(part.rows), wanted["respondents"]
            for net in ("confident", "little_or_none"):
                if net in wanted:
                    yield f"{name} {group} {net}", part.count(question, net), wanted[net]
            if "confident_percent" in wanted:
                share = part.share(question, "confident")
                yield f"{name} {group} confident, per cent", share, wanted["confident_percent"]


ANSWERED_BOTH = 79
"""Printed for the first of the two cross-tabulations in the outline; the second fits it too."""


def _composition(tally: Tally, published: dict[str, Any]) -> Iterator[Check]:
    inside = {
        (row["council"], row["region"], row["council_type"])
        for row in tally.rows
        if row["council_type"] != "District council"
    }
    yield "councils of the population", len(inside), published["base"]
    places = [(region, kind) for _, region, kind in inside]
    for region, most in published["region_england"].items():
        number = sum(one == region for one, _ in places)
        yield f"councils in {region} at most {most}", 0 < number <= most, True
    for kind, most in published["type_england"].items():
        number = sum(one == kind for _, one in places)
        yield f"councils of type {kind} at most {most}", 0 < number <= most, True
    london = all((region == "London") == (kind == "London borough") for region, kind in places)
    yield "boroughs in London, and nothing else there", london, True
    metropolitan = {region for region, kind in places if kind == "Metropolitan district"}
    yield "metropolitan districts only where England has them", metropolitan <= METROPOLITAN, True


METROPOLITAN = {"North East", "North West", "West Midlands", "Yorkshire and the Humber"}


def _known(tally: Tally, column: str) -> bool:
    labels = {"", *tally.form.columns[column].answers.values()}
    return all(row[column] in labels for row in tally.rows)


# Notes of the source ----------------------------------------------------------------------------


def _shares(tally: Tally, question: str, net: str) -> dict[str, int]:
    return {name.split("_", 1)[1]: tally.share(name, net) for name in tally.items(question)}


def _top_two(measure: Callable[[Tally, str], int]) -> Callable[[Tally], bool]:
    def holds(tally: Tally) -> bool:
        found = {item: measure(tally, column) for item, column in tally.form.ranked.items()}
        order = sorted(found.values(), reverse=True)
        first, second = found["prevention"], found["outcomes"]
        return [first, second] == order[:2] and first > second > order[2]

    return holds


def _ends(tally: Tally, question: str, net: str, top: set[str], bottom: set[str]) -> bool:
    """Whether `top` are strictly the highest and `bottom` strictly the lowest of a grid."""
    found = _shares(tally, question, net)
    between = [share for item, share in found.items() if item not in top | bottom]
    high = min((found[item] for item in top), default=101)
    low = max((found[item] for item in bottom), default=-1)
    return high > max(between) and low < min(between)


def _whole_ranks(tally: Tally) -> bool:
    for row in tally.rows:
        ranks = sorted(int(row[column]) for column in tally.form.ranked.values() if row[column])
        if ranks != list(range(1, len(ranks) + 1)):
            return False
    return True


HALF = 50
MENTIONS = 10
LEAST, MOST = 74, 80

NOTES: dict[str, Callable[[Tally], bool]] = {
    "q3: the engaged are a minority everywhere": lambda tally: (
        max(_shares(tally, "q3", "engaged").values()) < HALF
    ),
    "q4: officers and board highest, full council lowest": lambda tally: _ends(
        tally, "q4", "engaged", {"officers", "hwb"}, {"council"}
    ),
    "q5: bases between 74 and 80": lambda tally: all(
        LEAST <= tally.base(column) <= MOST for column in tally.items("q5")
    ),
    "q6: every leader below half positive": lambda tally: (
        max(_shares(tally, "q6", "positive").values()) < HALF
    ),
    "q6: CCGs most positive, independents least": lambda tally: _ends(
        tally, "q6", "positive", {"ccgs"}, {"independent_health", "independent_care"}
    ),
    "q7: 61, 58 and 19 of 77": lambda tally: (
        [tally.count(column, "successful") for column in tally.items("q7")] == [61, 58, 19]
    ),
    "q13: top two by mean score": _top_two(lambda tally, column: tally.score(column)),
    "q13: top two by how often ranked at all": _top_two(lambda tally, column: tally.base(column)),
    "q13: ranks run from one without gap or tie": _whole_ranks,
    "q13: ten own mentions": lambda tally: tally.base("q13_other") == MENTIONS,
    "q15: every area below a third positive": lambda tally: all(
        3 * tally.count(column, "positive") < tally.base(column) for column in tally.items("q15")
    ),
    "q15: acute and primary highest, voluntary and other lowest": lambda tally: _ends(
        tally, "q15", "positive", {"acute", "primary"}, {"voluntary", "other"}
    ),
    "q15: too early between a third and almost half in every area": lambda tally: all(
        1 / 3 <= tally.count(column, "too_early") / tally.base(column) < 1 / 2
        for column in tally.items("q15")
    ),
}
