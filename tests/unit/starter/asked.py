"""Exports made by hand, as the readers of any format hand them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from briefing.starter.guess import guess
from briefing.survey.export import Column, Export
from briefing.survey.sheet import Sheet

if TYPE_CHECKING:
    from briefing.starter.model import Guess, GuessedQuestion


def exported(columns: dict[str, list[str]], *told: Column) -> Export:
    """An export of these cells; `told` is what its heads tell of some of the columns."""
    rows = pd.DataFrame(columns, dtype=str)
    known = {each.name: each for each in told}
    heads = tuple(known.get(name, Column(name, name)) for name in columns)
    lines = tuple(range(2, len(rows) + 2))
    return Export(Sheet("export.csv", rows, lines), columns=heads)


def guessed(columns: dict[str, list[str]], *told: Column) -> Guess:
    """What is guessed of these cells."""
    return guess(exported(columns, *told), "export.csv", "A survey")


def only(columns: dict[str, list[str]], *told: Column) -> GuessedQuestion:
    """The one question that is guessed of these cells."""
    (question,) = guessed(columns, *told).questions
    return question
