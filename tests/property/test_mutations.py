"""Words proven: what is changed in data or words so that it makes a statement false is caught.

And nothing else is. An oracle that shares no code with the house says which statements are true.
``MUTATIONS`` is how many random changes are tried, half of them of data, half of words.
"""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from briefing.blocks import CATALOGUE as BLOCKS
from briefing.charts import CATALOGUE as CHARTS
from briefing.claims import amounts, hedging, quantifiers
from briefing.claims.references import resolve
from briefing.claims.statements import Tolerance, reach
from briefing.content.bind import Manner, bind
from briefing.content.evidence import Evidence, gather
from briefing.content.markdown import parse_words
from briefing.diagnostics import Diagnostics
from briefing.pipeline.counting import counted
from briefing.survey.read import read_survey
from briefing.tables import count, single
from briefing.tables.rounding import percent_digits
from briefing.tables.tabulate import tabulate
from tests.conftest import ROOT
from tests.property.oracle import (
    Answers,
    NotUnderstoodError,
    Oracle,
    plain,
    read_answers,
    rounded_half_up,
)
from tests.trials import seeds
from tests.whole.town import make

if TYPE_CHECKING:
    from collections.abc import Callable

MUTATIONS = int(os.environ.get("MUTATIONS", "16"))
PROJECTS = {
    "councillors": (ROOT / "data" / "stp-survey", ("briefing.md", "report.md")),
    "leisure": (ROOT / "tests" / "projects" / "leisure", ("briefing.md",)),
}
CLAIM = re.compile(
    r'\[(?P<words>[^\[\]]+)\]\{claim=(?P<claim>"[^"]+"|[^\s}]+)(?: among="(?P<among>[^"]+)")?'
    r'(?: means="(?P<means>[^"]+)")?\}'
)
BOUND = re.compile(r"\{\{ ([a-z0-9_.]+\.pct) \}\}")


@dataclass(frozen=True)
class Claimed:
    """One claim of a manuscript: where it stands, and what it says, or means, of which cells."""

    file: str
    line: int
    start: int
    end: int
    words: str
    claim: str
    among: str
    meant: bool


def dice_of(seed: int) -> Random:
    """Dice that fall alike for the same seed, so that a failure can be looked into."""
    return Random(seed)  # noqa: S311 - nothing is kept secret


# -- what the house says ---------------------------------------------------------------------------


def evidence_of(folder: Path) -> Evidence:
    diagnostics = Diagnostics()
    survey = read_survey(
        folder,
        diagnostics,
        codebook="codebook.toml",
        responses="responses.csv",
        comments="comments.csv",
        population="population.csv",
    )
    assert not diagnostics.errors, list(map(str, diagnostics.errors))
    return gather(survey.codebook, tabulate(survey), survey.comments)


@cache
def evidence(name: str) -> Evidence:
    return evidence_of(PROJECTS[name][0])


def faults(text: str, file: str, known: Evidence, percent: str = "per cent") -> Diagnostics:
    diagnostics = Diagnostics()
    manner = Manner((), BLOCKS, CHARTS, percent)
    bind(parse_words(text, file, diagnostics), known, manner, diagnostics)
    return diagnostics


def caught(text: str, file: str, known: Evidence) -> Counter[int]:
    """The lines on which the house finds false claims, as often as it does."""
    found = [
        each
        for each in faults(text, file, known).errors
        if each.code in ("claim-false", "claim-unclear")
    ]
    assert all(each.code == "claim-false" for each in found), list(map(str, found))
    return Counter(each.where.line for each in found if each.where)


# -- what the oracle says --------------------------------------------------------------------------


@cache
def manuscript(name: str, file: str) -> str:
    return (PROJECTS[name][0] / file).read_text(encoding="utf-8")


def claims(text: str, file: str) -> list[Claimed]:
    return [
        Claimed(
            file,
            text.count("\n", 0, match.start()) + 1,
            match.start("words"),
            match.end("words"),
            match["means"] or match["words"],
            match["claim"].strip('"'),
            match["among"] or "",
            match["means"] is not None,
        )
        for match in CLAIM.finditer(text)
    ]


def false(oracle: Oracle, text: str, file: str) -> Counter[int]:
    """The lines on which the oracle finds false claims, as often as it does."""
    return Counter(
        each.line
        for each in claims(text, file)
        if not oracle.true(each.words, each.claim, each.among)
    )


@cache
def answers(name: str) -> Answers:
    return read_answers(PROJECTS[name][0])


# -- changes ---------------------------------------------------------------------------------------


def columns_of(claim: str, oracle: Oracle) -> list[str]:
    """The columns of single questions and grids that a claim rests on."""
    found = []
    for reference in claim.split():
        name, *rest = reference.split(".")
        name = oracle.book.get("crosstabs", {}).get(name, {}).get("question", name)
        question = oracle.book["questions"].get(name, {})
        if question.get("kind") == "single" and "routing" not in question:
            found.append(name)
        elif question.get("kind") == "grid":
            items = list(question["items"]) if rest[0] == "*" else [rest[0]]
            found += [f"{name}_{item}" for item in items]
    return found


def flipped(name: str, dice: Random) -> Answers:
    """The answers of a few respondents to one question changed: to another answer, or to none."""
    oracle = Oracle(PROJECTS[name][0], answers(name))
    rested = [
        column
        for file in PROJECTS[name][1]
        for each in claims(manuscript(name, file), file)
        for column in columns_of(each.claim, oracle)
    ]
    column = dice.choice(rested)
    changed = [dict(each) for each in answers(name)]
    known = sorted({each[column] for each in changed if each[column]})
    wanted = dice.choice([*known, ""])
    for row in dice.sample(range(len(changed)), dice.randint(1, max(3, len(changed) // 12))):
        changed[row][column] = wanted
    return changed


SWAPS = (
    (
        *(
            "over",
            "more than",
            "under",
            "less than",
            "almost",
            "just over",
            "just under",
            "at least",
        ),
        *("at least", "barely", "little more than", "just short of"),
    ),
    ("a third", "a quarter", "a fifth", "half", "two thirds", "three quarters", "four in five"),
    (
        *("most", "a minority", "few", "almost all", "many", "a handful", "seldom", "typically"),
        *("quite a few", "next to none", "just about all"),
    ),
    ("ahead of", "just ahead of", "close behind", "far behind"),
    ("one in ten", "one in five", "two in five", "nine in ten", "three in five"),
    ("best", "highest", "lowest", "least", "biggest", "second highest", "third highest"),
    ("top two", "two lowest"),
)


def reworded(words: str, among: str, dice: Random) -> str:
    """Words with a numeral, a hedge, a fraction, a quantifier or a superlative changed."""
    numeral = re.search(r"\d+", words)
    if numeral:
        moved = max(0, int(numeral[0]) + dice.choice((-9, -2, -1, 1, 2, 9)))
        return words[: numeral.start()] + str(moved) + words[numeral.end() :]
    for swaps in SWAPS[5:] if among else SWAPS[:5]:
        for old in sorted(swaps, key=len, reverse=True):
            match = re.search(rf"\b{old}\b", words, re.IGNORECASE)
            if match and dice.random() < 0.7:
                new = dice.choice([each for each in swaps if each != old])
                return words[: match.start()] + new + words[match.end() :]
    return words


@cache
def rewording(seed: int) -> tuple[str, str, str, Claimed]:
    """A project, a file of it, its words with one claim changed, and the claim as it was."""
    dice = dice_of(seed)
    name = dice.choice(sorted(PROJECTS))
    oracle = Oracle(PROJECTS[name][0], answers(name))
    while True:
        file = dice.choice(PROJECTS[name][1])
        text = manuscript(name, file)
        each = dice.choice([each for each in claims(text, file) if not each.meant])
        new = reworded(each.words, each.among, dice)
        try:
            oracle.true(new, each.claim, each.among)
        except NotUnderstoodError:
            continue
        if new != each.words:
            return name, file, text[: each.start] + new + text[each.end :], each


# -- the check -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PROJECTS)
def test_the_oracle_understands_every_claim_that_is_published_and_finds_it_true(name: str) -> None:
    oracle = Oracle(PROJECTS[name][0], answers(name))
    for file in PROJECTS[name][1]:
        text = manuscript(name, file)
        assert len(claims(text, file)) == text.count("{claim=")
        assert not false(oracle, text, file)


@pytest.mark.parametrize("seed", seeds(MUTATIONS // 2))
def test_what_changed_answers_make_false_is_caught_and_nothing_else(
    seed: int, tmp_path: Path
) -> None:
    dice = dice_of(seed)
    name = dice.choice(sorted(PROJECTS))
    folder, files = PROJECTS[name]
    changed = flipped(name, dice)
    for path in folder.glob("*.*"):
        shutil.copy(path, tmp_path)
    with (tmp_path / "responses.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, changed[0].keys())
        writer.writeheader()
        writer.writerows(changed)
    known, oracle = evidence_of(tmp_path), Oracle(folder, changed)
    for each in files:
        text = manuscript(name, each)
        assert caught(text, each, known) == false(oracle, text, each)
        for reference in BOUND.findall(text):
            if reference.split(".")[0] in oracle.book.get("compositions", {}):
                continue
            (figure,) = resolve(reference, known.tables)
            ((_, share),) = oracle.shares(reference)
            if percent_digits(figure.value)[0] not in "<>":
                assert percent_digits(figure.value) == str(rounded_half_up(share.points))


@pytest.mark.parametrize("seed", seeds(MUTATIONS // 2))
def test_words_that_are_made_false_are_caught_and_nothing_else(seed: int) -> None:
    name, file, text, _ = rewording(seed)
    oracle = Oracle(PROJECTS[name][0], answers(name))
    assert caught(text, file, evidence(name)) == false(oracle, text, file)


def test_the_changes_tried_make_some_statements_false_and_leave_some_true() -> None:
    words = Counter(
        bool(false(Oracle(PROJECTS[name][0], answers(name)), text, file))
        for name, file, text, _ in map(rewording, range(40))
    )
    assert min(words[True], words[False]) >= 5
    data: Counter[bool] = Counter()
    for seed in range(40):
        dice = dice_of(seed)
        name = dice.choice(sorted(PROJECTS))
        oracle = Oracle(PROJECTS[name][0], flipped(name, dice))
        data[any(false(oracle, manuscript(name, f), f) for f in PROJECTS[name][1])] += 1
    assert min(data[True], data[False]) >= 3


@pytest.mark.parametrize("judged", ["quantifiers", "hedges", "counts"])
def test_a_house_that_judges_wrongly_is_found_out(
    judged: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The oracle has rules of its own: it does not follow where the house goes wrong."""
    if judged == "quantifiers":
        wrong = {name: Tolerance(reach("[0, 100]"), "") for name in quantifiers.QUANTIFIERS}
        monkeypatch.setattr(quantifiers, "QUANTIFIERS", wrong)
    elif judged == "hedges":
        anything = {hedge: Tolerance(reach("[-100, 100]"), "") for hedge in hedging.TOLERANCES}
        monkeypatch.setattr(amounts, "TOLERANCES", anything)
    else:
        half = count.shares_of
        monkeypatch.setattr(
            single,
            "shares_of",
            lambda parts, whole: tuple(
                replace(cell, value=cell.value and cell.value / 2) for cell in half(parts, whole)
            ),
        )
    seen = {name: evidence_of(PROJECTS[name][0]) for name in PROJECTS}
    differ = 0
    for name, file, text, _ in map(rewording, range(60)):
        oracle = Oracle(PROJECTS[name][0], answers(name))
        differ += caught(text, file, seen[name]) != false(oracle, text, file)
    assert differ


def test_the_oracle_knows_nothing_of_the_house() -> None:
    code = (ROOT / "tests" / "property" / "oracle.py").read_text(encoding="utf-8")
    brought = re.findall(r"^\s*(?:import|from) (\w+)", code, re.MULTILINE)
    assert "csv" in brought
    assert not {"briefing", "tests"}.intersection(brought)


HEDGES: dict[str, Callable[[Fraction], bool]] = {
    "over": lambda gap: gap > 0,
    "at least": lambda gap: gap >= 0,
    "under": lambda gap: gap < 0,
    "almost": lambda gap: -3 <= gap < 0,
    "just over": lambda gap: 0 < gap <= 3,
    "exactly": lambda gap: gap == 0,
}


@pytest.mark.parametrize("seed", seeds(MUTATIONS // 4))
def test_a_hedge_put_before_a_bound_figure_is_judged(seed: int) -> None:
    dice = dice_of(seed)
    name = dice.choice(sorted(PROJECTS))
    file = dice.choice(PROJECTS[name][1])
    text = manuscript(name, file)
    oracle = Oracle(PROJECTS[name][0], answers(name))
    bound = [
        each
        for each in BOUND.finditer(text)
        if text[each.start() - 1] == " " and not each[1].startswith("by_")
    ]
    match, hedge = dice.choice(bound), dice.choice(sorted(HEDGES))
    ((_, share),) = oracle.shares(match[1])
    holds = HEDGES[hedge](share.points - rounded_half_up(share.points))
    changed = f"{text[: match.start()]}{hedge} {text[match.start() :]}"
    line = text.count("\n", 0, match.start()) + 1
    assert caught(changed, file, evidence(name)) == Counter({line: 1} if not holds else {})


def unproved(text: str, file: str, name: str) -> set[int]:
    """The lines of a manuscript that the net finds something on."""
    found = faults(text, file, evidence(name))
    return {each.where.line for each in found if each.code == "unbound-figure" and each.where}


@pytest.mark.parametrize("name", PROJECTS)
def test_a_figure_typed_in_place_of_a_bound_or_claimed_one_is_caught(name: str) -> None:
    for file in PROJECTS[name][1]:
        text = manuscript(name, file)
        lines = {text.count("\n", 0, each.start()) + 1 for each in BOUND.finditer(text)}
        assert unproved(BOUND.sub("17 per cent", text), file, name) == lines
        found = unproved(CLAIM.sub(lambda match: match["words"], text), file, name)
        missed = {plain(each.words) for each in claims(text, file) if each.line not in found}
        assert not missed - {"most", "least", "first"}, "which prose is full of"


# -- numbers ---------------------------------------------------------------------------------------


@cache
def numbers() -> tuple[Evidence, dict[str, Fraction]]:
    """A survey with means, medians, net scores and margins, and their values counted anew."""
    with TemporaryDirectory() as home:
        folder = make(Path(home), "# Words {.text}\n\nWords.\n")
        book = (folder / "codebook.toml").read_text(encoding="utf-8")
        book = book.replace('weight = "w"\n', 'ignored = ["w"]\n')
        (folder / "codebook.toml").write_text(book, encoding="utf-8")
        known = counted(folder).evidence
        rows = read_answers(folder)
    spent = sorted(Fraction(each["spent"]) for each in rows)
    scale = ("Strongly disagree", "Tend to disagree", "Neither", "Tend to agree", "Strongly agree")
    points = [scale.index(each["safe"]) + 1 for each in rows if each["safe"] in scale]
    agree = sum("agree" in each["safe"] for each in rows)
    against = sum("disagree" in each["safe"] for each in rows)
    middle = len(spent) // 2
    share = Fraction(agree - against, len(rows))  # "disagree" holds "agree"
    error = float(share * (1 - share) / len(rows)) ** 0.5
    return known, {
        "spent.mean": sum(spent, Fraction(0)) / len(spent),
        "spent.median": (spent[middle - 1] + spent[middle]) / 2,
        "safe.mean": Fraction(sum(points), len(points)),
        "safe.net_score": Fraction(100 * (agree - 2 * against), len(rows)),
        "matters.rent.score": Fraction(sum(4 - int(each["matters_rent"]) for each in rows), 240),
        "safe.agree.margin": Fraction(196) * Fraction(error),
    }


POINT = {"safe.net_score": Fraction(1)}
"""What a point is: of net scores one, of what is measured a tenth, or a hundredth of it if more."""


@pytest.mark.parametrize("seed", seeds(MUTATIONS // 2))
def test_a_number_in_words_is_true_or_caught(seed: int) -> None:
    """Means, medians, net scores and margins: as rounded, beside it, and with every hedge."""
    dice = dice_of(seed)
    known, values = numbers()
    reference = dice.choice(sorted(values))
    value, point = values[reference], POINT.get(reference, Fraction(1, 10))
    places = 0 if reference in POINT else dice.choice((0, 1, 1, 2))
    hedge = dice.choice(("", *sorted(HEDGES)))
    step = Fraction(dice.choice((0, 0, -1, 1, -2, 2, -7, 7)), 10**places)
    stated = Fraction(rounded_half_up(value * 10**places), 10**places) + step
    if stated <= 0:
        return
    words = f"{hedge} {float(stated):.{places}f}".strip()
    text = f"# Of all {{.text}}\n\nIt was [{words}]{{claim={reference}}} of them.\n"
    point = point if reference in POINT else max(point, stated / 100)
    true = HEDGES[hedge]((value - stated) / point) if hedge else step == 0
    assert caught(text, "r.md", known) == Counter({} if true else {3: 1})


@pytest.mark.parametrize("reference", ["safe.agree", "travel.bike", "why.late"])
@pytest.mark.parametrize("hedge", sorted(HEDGES))
def test_a_hedge_before_a_share_with_a_decimal_is_judged_unrounded(
    reference: str, hedge: str
) -> None:
    known, _ = numbers()
    (figure,) = resolve(reference, known.tables)
    tenths = figure.value * 1000
    holds = HEDGES[hedge]((tenths - rounded_half_up(tenths)) / 10)
    text = f"# Of all {{.text}}\n\nIt was {hedge} {{{{ {reference}.decimal }}}} of them.\n"
    assert caught(text, "r.md", known) == Counter({} if holds else {3: 1})
