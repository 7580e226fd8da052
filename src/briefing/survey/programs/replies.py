"""Replies that are previews or were not completed: counted and told, kept or left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.survey.sheet import counted
from briefing.wording import wording

if TYPE_CHECKING:
    import pandas as pd

    from briefing.diagnostics import Diagnostics
    from briefing.survey.export import Choices
    from briefing.survey.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Kept:
    """The replies that count, and in sentences what became of the others."""

    sheet: Sheet
    remarks: tuple[str, ...]


def kept(
    sheet: Sheet,
    choices: Choices,
    diagnostics: Diagnostics,
    *,
    previews: pd.Series[bool] | None = None,
    spam: pd.Series[bool] | None = None,
    partial: pd.Series[bool] | None = None,
) -> Kept:
    """The sheet without previews and spam, and without partial replies if the author chose so."""
    remarks = []
    left = None
    if previews is not None and previews.any():
        number = counted(int(previews.sum()), "preview")
        remarks.append(wording().treated_previews(int(previews.sum())))
        message = f"{number} of the questionnaire left out ({sheet.named(previews)})"
        diagnostics.warning("data-preview", message, sheet.first(previews))
        left = previews
    if spam is not None and spam.any():
        number = counted(int(spam.sum()), "reply", "replies")
        remarks.append(wording().treated_spam(int(spam.sum())))
        message = f"{number} that the program marked as spam left out ({sheet.named(spam)})"
        diagnostics.warning("data-preview", message, sheet.first(spam))
        left = spam if left is None else left | spam
    if partial is not None:
        partial = partial if left is None else partial & ~left
        if partial.any():
            remarks.append(_partial(sheet, partial, choices, diagnostics))
            if choices.leave_out_partial:
                left = partial if left is None else left | partial
    return Kept(sheet if left is None else sheet.keeping(~left), tuple(remarks))


def _partial(
    sheet: Sheet, partial: pd.Series[bool], choices: Choices, diagnostics: Diagnostics
) -> str:
    number = int(partial.sum())
    noun = "reply that was" if number == 1 else "replies that were"
    fate = "left out" if choices.leave_out_partial else "counted with the others"
    remark = f"{number:,} {noun} not completed {fate}"
    if not choices.partial_settled:
        diagnostics.warning(
            "data-partial",
            f"{remark} ({sheet.named(partial)})",
            sheet.first(partial),
            'Settle it in publication.toml, [survey]: partial = "keep" counts them, '
            'partial = "leave_out" does not.',
        )
    words = wording()
    return (words.partial_left_out if choices.leave_out_partial else words.partial_counted)(number)
