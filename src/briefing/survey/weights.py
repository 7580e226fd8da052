"""The weight of each respondent, read exactly (conventions, 1.8)."""

from __future__ import annotations

import re
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

import pandas as pd

from briefing.survey.labels import quoted
from briefing.survey.numbers import of_digits
from briefing.survey.sheet import counted

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.sheet import Sheet

_NUMBER = re.compile(r"\d+(\.\d*)?([eE][+-]?\d{1,2})?\Z|\.\d+\Z")
_EXTREME_RATIO = 20
_EXTREME_EFFECT = 2
_SCALED = (Fraction(99, 100), Fraction(101, 100))


def read_weights(sheet: Sheet, column: str, diagnostics: Diagnostics) -> pd.Series[str]:
    """The column of weights as fractions; text, negative or missing weights are errors."""
    cells = sheet.rows[column]
    if len(cells) and not any(_NUMBER.match(each.strip()) for each in cells.unique().tolist()):
        first = next((each for each in cells.tolist() if each.strip()), cells.iloc[0])
        told = f": the first is {quoted(first.strip())}" if first.strip() else ""
        diagnostics.error(
            "data-weight",
            f"{column}: no cell is a weight{told}",
            sheet.first(cells == first),
            "A weight is a number from 0 up, with a decimal point. Is this the column of weights?",
        )
        return cells.map(lambda _: Fraction(0)).astype(object)
    meant: dict[str, Fraction] = {}
    sound = True
    for written in cells.unique().tolist():
        word = written.strip()
        if _NUMBER.match(word):
            meant[written] = Fraction(word) if "e" in word.lower() else of_digits(word)
            continue
        sound = False
        mask = cells == written
        meant[written] = Fraction(0)
        called = quoted(word) if word else "a blank"
        diagnostics.error(
            "data-weight",
            f"{column}: {called} is no weight ({counted(int(mask.sum()), 'cell')}, "
            f"{sheet.named(mask)})",
            sheet.first(mask),
            "A weight is a number from 0 up, with a decimal point; a blank does not mean 1.",
        )
    weights = [meant[written] for written in cells.to_list()]
    if sound:  # a weight that is none would be told as nought besides
        _remark(weights, sheet, column, diagnostics)
    return pd.Series(weights, index=cells.index, dtype=object)


def _remark(weights: list[Fraction], sheet: Sheet, column: str, diagnostics: Diagnostics) -> None:
    """Say what a reader of weighted figures should know of the weights."""
    positive = [weight for weight in weights if weight.numerator > 0]
    zero = pd.Series([not weight for weight in weights], index=sheet.rows.index)
    if zero.any():
        number = counted(int(zero.sum()), "respondent")
        message = f"{column}: {number} with weight 0 left out of all bases ({sheet.named(zero)})"
        diagnostics.warning("data-weight-zero", message, sheet.first(zero))
    if not positive:
        return
    parts = lcm(*{weight.denominator for weight in positive})
    whole = [weight.numerator * (parts // weight.denominator) for weight in positive]
    total = Fraction(sum(whole), parts)
    effective = Fraction(sum(whole) ** 2, sum(each * each for each in whole))
    if max(whole) > _EXTREME_RATIO * min(whole) or len(positive) > _EXTREME_EFFECT * effective:
        diagnostics.warning(
            "data-weight-extreme",
            f"{column}: the weights are extreme, the effective sample is {float(effective):.0f} "
            f"of {len(positive)}",
            sheet.where(),
            "Trimming weights is for whoever made them; figures are counted as given.",
        )
    if not _SCALED[0] <= total / len(positive) <= _SCALED[1]:
        mean = float(total / len(positive))
        message = f"{column}: the mean weight is {mean:,.3f} and not 1; bases stay unweighted"
        diagnostics.warning("data-weight-scaled", message, sheet.where())
