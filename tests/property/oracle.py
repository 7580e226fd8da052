"""A second opinion on publications: raw answers counted in plain Python, words judged anew.

It shares nothing with the house but the files of a project, and says of a claim whether it is true
by rules of its own, written down from the README. What it does not understand it says so of.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Answers = list[dict[str, str]]


class NotUnderstoodError(Exception):
    """Words that the oracle has no rule for."""


@dataclass(frozen=True)
class Share:
    """So many of so many; a mean score has its sum as `count`."""

    count: int
    base: int

    @property
    def points(self) -> Fraction:
        return Fraction(100 * self.count, self.base)


def plain(text: str) -> str:
    return " ".join(text.replace("\u2019", "'").replace("\xa0", " ").split())


def read_answers(folder: Path) -> Answers:
    with (folder / "responses.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


class Oracle:
    """The answers of a project, and its codebook."""

    def __init__(self, folder: Path, answers: Answers) -> None:
        self.book = tomllib.loads((folder / "codebook.toml").read_text(encoding="utf-8"))
        self.answers = answers

    # -- counting ----------------------------------------------------------------------------------

    def shares(self, claim: str) -> list[tuple[str, Share]]:
        return [found for each in claim.split() for found in self._named(each)]

    def _named(self, reference: str) -> Iterator[tuple[str, Share]]:
        parts = [
            each
            for each in reference.split(".")
            if each not in ("pct", "count", "base", "score", "digits", "words")
        ]
        name, rest = parts[0], parts[1:]
        if name in self.book.get("crosstabs", {}):
            groups = self.book["crosstabs"][name]["groups"] if rest[0] == "*" else [rest[0]]
            for group in groups:
                yield self._crossed(name, group, *rest[1:])
        elif name in (each.get("other") for each in self.book["questions"].values()):
            wrote = sum(bool(plain(each[name])) for each in self.answers)
            yield reference, Share(wrote, wrote)
        elif name in self.book.get("attributes", {}):
            groups = self.book["attributes"][name]["groups"]
            column = self.book["attributes"][name]["column"]
            values = [plain(each) for each in groups[rest[0]].get("values", [])]
            yield reference, self._count(column, values)
        else:
            yield from self._of_question(name, self.book["questions"][name], rest)

    def _of_question(
        self, name: str, question: dict[str, Any], rest: list[str]
    ) -> Iterator[tuple[str, Share]]:
        kind = question["kind"]
        if kind == "single":
            labels = self._labels(question, rest[0])
            yield f"{name}.{rest[0]}", self._count(question.get("column", name), labels)
        elif kind == "grid":
            items = list(question["items"]) if rest[0] == "*" else [rest[0]]
            for item in items:
                labels = self._labels(question, rest[1])
                yield f"{name}.{item}.{rest[1]}", self._count(f"{name}_{item}", labels)
        elif kind == "multiple":
            options = list(question["options"]) if rest[0] == "*" else [rest[0]]
            for option in options:
                yield f"{name}.{option}", self._ticked(name, question, option)
        elif kind == "ranking":
            items = list(question["items"]) if rest[0] == "*" else [rest[0]]
            for item in items:
                yield f"{name}.{item}", self._ranked(name, question, item, rest[1:])
        else:
            raise NotUnderstoodError(name)

    def _labels(self, question: dict[str, Any], answer: str) -> list[str]:
        scale = question.get("scale", {})
        if isinstance(scale, str):
            scale = self.book["scales"][scale]
        nets = {**scale.get("nets", {}), **question.get("nets", {})}
        ids = nets[answer]["of"] if answer in nets else [answer]
        return [plain(scale["answers"][each]) for each in ids]

    def _count(self, column: str, labels: list[str], only: Answers | None = None) -> Share:
        given = [plain(each[column]) for each in (self.answers if only is None else only)]
        return Share(sum(each in labels for each in given), sum(bool(each) for each in given))

    def _crossed(self, name: str, group: str, answer: str = "") -> tuple[str, Share]:
        crosstab = self.book["crosstabs"][name]
        question, by = (self.book["questions"][crosstab[each]] for each in ("question", "by"))
        labels = self._labels(by, group)
        inside = [each for each in self.answers if plain(each[crosstab["by"]]) in labels]
        wanted = self._labels(question, answer) if answer else []
        return f"{name}.{group}.{answer}", self._count(crosstab["question"], wanted, inside)

    def _ticked(self, name: str, question: dict[str, Any], option: str) -> Share:
        nets = question.get("nets", {})
        wanted = nets[option]["of"] if option in nets else [option]
        said = [self._ticks(name, question, each) for each in self.answers]
        return Share(
            sum(not set(wanted).isdisjoint(each) for each in said), sum(bool(each) for each in said)
        )

    def _ticks(self, name: str, question: dict[str, Any], answer: dict[str, str]) -> set[str]:
        if "separator" not in question:
            return {each for each in question["options"] if plain(answer[f"{name}_{each}"])}
        rest, ticked = plain(answer[name]), set()
        for option, label in question["options"].items():
            if plain(label) in rest:
                ticked.add(option)
        return ticked

    def _ranked(self, name: str, question: dict[str, Any], item: str, taken: list[str]) -> Share:
        columns = [f"{name}_{each}" for each in question["items"]]
        ranking = [each for each in self.answers if any(plain(each[name]) for name in columns)]
        ranks = [int(plain(each[f"{name}_{item}"]) or 0) for each in ranking]
        if taken[:1] == ["first"]:
            return Share(sum(each == 1 for each in ranks), len(ranks))
        if taken[:1] == ["ranked"]:
            return Share(sum(each > 0 for each in ranks), len(ranks))
        places = question.get("places", len(columns))
        return Share(sum(places + 1 - each for each in ranks if each), len(ranks))

    # -- judging -----------------------------------------------------------------------------------

    def true(self, words: str, claim: str, among: str = "") -> bool:
        """Whether words are true of the cells that they claim, by rules of our own."""
        said = plain(words).lower()
        own = self.shares(claim)
        if among:
            rest = [each for name, each in self.shares(among) if name not in dict(own)]
            return _placed(said, [each for _, each in own], rest)
        points = [each.points for _, each in own]
        counted = re.fullmatch(r"all (\d+)", said)
        if counted or (said == "some" and claim.endswith(".respondents")):
            wanted = int(counted[1]) if counted else 0
            return all(
                each.count == each.base == wanted if counted else each.count > 1 for _, each in own
            )
        if "a similar proportion" in said:
            return max(points) - min(points) <= 3
        compared = [rule for known, rule in COMPARED.items() if f"{said} ".startswith(f"{known} ")]
        if compared:
            first, *others = points
            point = 10 if claim.endswith(".score") else 1
            return all(compared[0]((first - each) / point) for each in others)
        if said.endswith("are not engaged"):
            points, said = [100 - each for each in points], said.removesuffix("are not engaged")
        between = re.fullmatch(r"between (.+) and (.+)", said)
        if between:
            return all(
                _true(f"at least {between[1]}", each) or _true(between[1], each) for each in points
            ) and all(_at_most(between[2], each) for each in points)
        return all(_true(said, each) for each in points)


NAMED = {
    "a third": Fraction(100, 3),
    "a quarter": Fraction(25),
    "a fifth": Fraction(20),
    "a tenth": Fraction(10),
    "half": Fraction(50),
    "two thirds": Fraction(200, 3),
    "three quarters": Fraction(75),
    "one in ten": Fraction(10),
    "one in five": Fraction(20),
    "two in five": Fraction(40),
    "three in five": Fraction(60),
    "four in five": Fraction(80),
    "nine in ten": Fraction(90),
}
HEDGES: dict[str, Callable[[Fraction], bool]] = {
    "just over": lambda gap: 0 < gap <= 3,
    "just under": lambda gap: -3 <= gap < 0,
    "just short of": lambda gap: -3 <= gap < 0,
    "little more than": lambda gap: 0 < gap <= 3,
    "barely": lambda gap: 0 <= gap <= 3,
    "almost": lambda gap: -3 <= gap < 0,
    "nearly": lambda gap: -3 <= gap < 0,
    "more than": lambda gap: gap > 0,
    "over": lambda gap: gap > 0,
    "less than": lambda gap: gap < 0,
    "under": lambda gap: gap < 0,
    "at least": lambda gap: gap >= 0,
    "at most": lambda gap: gap <= 0,
    "about": lambda gap: -2 <= gap <= 2,
    "exactly": lambda gap: gap == 0,
}
QUANTIFIERS: dict[str, Callable[[Fraction], bool]] = {
    "most": lambda share: share > 50,
    "a majority": lambda share: share > 50,
    "minority": lambda share: 0 < share < 50,
    "a minority": lambda share: 0 < share < 50,
    "few": lambda share: 0 < share <= 20,
    "many": lambda share: share >= 25,
    "many of them": lambda share: share >= 25,
    "few of them": lambda share: 0 < share <= 20,
    "a handful": lambda share: 0 < share <= 5,
    "a handful of them": lambda share: 0 < share <= 5,
    "most of them": lambda share: share > 50,
    "almost all": lambda share: 90 <= share < 100,
    "none": lambda share: share == 0,
    "seldom": lambda share: 0 < share <= 20,
    "typically": lambda share: share > 50,
    "quite a few": lambda share: share >= 25,
    "next to none": lambda share: 0 < share <= 5,
    "just about all": lambda share: 90 <= share < 100,
}
COMPARED: dict[str, Callable[[Fraction], bool]] = {
    "fewer name": lambda lead: lead < 0,
    "more name": lambda lead: lead > 0,
    "fewer with": lambda lead: lead < 0,
    "ahead of": lambda lead: lead > 0,
    "named more often": lambda lead: lead > 0,
    "behind": lambda lead: lead < 0,
    "close behind": lambda lead: -3 <= lead < 0,
    "just ahead of": lambda lead: 0 < lead <= 3,
    "far behind": lambda lead: lead <= -10,
    "lag far behind": lambda lead: lead <= -10,
    "lag close behind": lambda lead: -3 <= lead < 0,
}
PLACES = {
    "put prevention and better outcomes first": (1, 1, 2),
    "best": (1, 1, 1),
    "most": (1, 1, 1),
    "biggest": (1, 1, 1),
    "highest": (1, 1, 1),
    "first": (1, 1, 1),
    "leads": (1, 1, 1),
    "least": (-1, 1, 1),
    "lowest": (-1, 1, 1),
    "second highest": (1, 2, 2),
    "third highest": (1, 3, 3),
    "second lowest": (-1, 2, 2),
    "top two": (1, 1, 2),
    "two lowest": (-1, 1, 2),
}


def _true(words: str, points: Fraction) -> bool:
    said = words.strip().removeprefix("only ").removesuffix(" councillors")
    if said in QUANTIFIERS:
        return QUANTIFIERS[said](points)
    for hedge, holds in HEDGES.items():
        if said.startswith(f"{hedge} "):
            return holds(points - _amount(said.removeprefix(f"{hedge} "))[0])
    amount, rounded = _amount(said)
    if amount in (0, 100):  # said of nobody and of everybody alone
        return points == amount
    return rounded_half_up(points) == amount if rounded else abs(points - amount) < 1


def _at_most(words: str, points: Fraction) -> bool:
    """Whether a share is not above the upper end of a range."""
    for hedge in ("almost", "nearly", "just under", "under", "less than"):
        if words.startswith(f"{hedge} "):
            return points < _amount(words.removeprefix(f"{hedge} "))[0]
    return _true(words, points) or points < _amount(words)[0]


def _amount(words: str) -> tuple[Fraction, bool]:
    """An amount in per cent, and whether it is one that was rounded."""
    percent = re.fullmatch(r"(\d+)(?:%| per cent)", words)
    if percent:
        return Fraction(percent[1]), True
    if words not in NAMED:
        raise NotUnderstoodError(words)
    return NAMED[words], False


def rounded_half_up(points: Fraction) -> int:
    return int(points + Fraction(1, 2))


def _placed(words: str, own: list[Share], others: list[Share]) -> bool:
    if words not in PLACES:
        raise NotUnderstoodError(words)
    end, first, last = PLACES[words]
    if len(own) != last - first + 1:
        raise NotUnderstoodError(words)
    order = sorted([each.points * end for each in (*own, *others)], reverse=True)
    mine = sorted((each.points * end for each in own), reverse=True)
    tied = last < len(order) and order[last] == order[last - 1]
    before = first > 1 and order[first - 2] == order[first - 1]
    return mine == order[first - 1 : last] and not tied and not before
