"""Values that a file declares missing: an answer that was given is in the base, silence is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pyreadstat
import pytest

from briefing.diagnostics import Diagnostics
from briefing.starter.guess import guess
from briefing.survey.question import Meaning
from briefing.survey.read import read_export
from tests.unit.starter.asked import guessed

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.starter.model import Guess

CODES = [1.0] * 30 + [2.0] * 50 + [3.0] * 20 + [98.0] * 9 + [99.0] * 4
LABELS: dict[int | float, str] = {1: "Good", 2: "Fair", 3: "Poor"}


def drafted(folder: Path, last: dict[int | float, str], **columns: list[float]) -> Guess:
    file = folder / "poll.sav"
    frame = pd.DataFrame({"q1": CODES, **columns})
    missing: Any = {name: list(last) for name in frame.columns}
    labels = {"q1": {**LABELS, **last}, **dict.fromkeys(columns, last)}
    pyreadstat.write_sav(
        frame,
        str(file),
        column_labels={"q1": "How would you rate your area?", "age": "Age of respondent"},
        variable_value_labels=labels,
        missing_ranges=missing,
    )
    export = read_export(file, "poll.sav", Diagnostics())
    assert export
    return guess(export, "poll.sav", "A poll")


@pytest.mark.parametrize("words", ["Don't know", "Prefer not to say", "Unsure", "Weiß nicht"])
def test_who_said_so_is_in_the_base_at_the_end_of_the_scale(tmp_path: Path, words: str) -> None:
    made = drafted(tmp_path, {98: words, 99: "Refused"})
    question = made.question("q1")
    assert question.scale
    assert [each.label for each in question.scale.answers] == ["Good", "Fair", "Poor", words]
    assert question.scale.answers[-1].meaning is Meaning.DONT_KNOW
    assert made.responses["q1"].count(words) == 9
    assert made.responses["q1"].count("") == 4
    assert not made.asked


@pytest.mark.parametrize("words", ["No answer", "Refused", "Not stated", "NR", "Keine Angabe"])
def test_who_gave_no_answer_is_outside_the_base(tmp_path: Path, words: str) -> None:
    made = drafted(tmp_path, {98: words, 99: "Inapplicable"})
    assert made.responses["q1"].count("") == 13
    assert not made.asked


@pytest.mark.parametrize("words", ["Not applicable", "Other group", "98"])
def test_what_the_label_does_not_say_is_asked(tmp_path: Path, words: str) -> None:
    made = drafted(tmp_path, {98: words, 99: "Refused"})
    assert made.responses["q1"].count("") == 13
    (asked,) = [each for each in made.asked if "to be missing" in each]
    assert f"“{words}”" in asked
    assert asked.endswith("?")


def test_numbers_beside_an_answer_that_is_none_stay_numbers(tmp_path: Path) -> None:
    ages = [float(20 + each % 60) for each in range(100)] + [98.0] * 9 + [99.0] * 4
    made = drafted(tmp_path, {98: "Don't know", 99: "Refused"}, age=ages)
    (age,) = made.attributes
    assert age.id == "age"
    assert len(age.groups) > 2
    assert made.responses["age"].count("") == 4


def test_a_file_without_declarations_is_read_as_ever() -> None:
    answers = ["Good"] * 30 + ["Fair"] * 20 + ["Poor"] * 9 + ["Don't know"] * 3
    made = guessed({"How good is it?": answers})
    assert made.responses["q1"].count("Don't know") == 3
