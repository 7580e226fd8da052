"""Hedges around bound figures and claims: the words in front and behind change what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.claims.behind import contrary, denied, foreign_unit, opposite
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import DENIAL, following, hedged, judge, leading, told
from briefing.tables.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing.claims.references import Figure
    from briefing.diagnostics import Diagnostics, Source

    Judge = Callable[[str, tuple[Figure, ...], tuple[Figure, ...], Source], bool]


@dataclass(slots=True)
class Hedges:
    """The figures and claims of one phrase, with where each ends, for what is said behind them."""

    diagnostics: Diagnostics
    figures: list[tuple[int, Figure, str, Source]] = field(default_factory=list)
    claims: list[tuple[int, str, tuple[Figure, ...], Source]] = field(default_factory=list)

    def figure(self, before: str, figure: Figure, text: str, where: Source, *, typed: bool) -> None:
        """Report a hedge in front of a bound figure that makes it false: ``over`` 20.6 as 21.

        `typed` says whether an author typed what stands `before`.
        """
        words = hedged(before, figure)
        if words and typed:
            self._report(f"{words} {text}", figure, where)
        else:
            self.figures.append((len(before) + len(text), figure, text, where))

    def behind(self, text: str, judged: Judge) -> None:
        """Report what stands behind a figure or claim and makes it false: ``or more``, ``not``."""
        for end, figure, shown, where in self.figures:
            behind = self._until_next(text, end)
            words = hedged("", figure, behind) or foreign_unit(behind, figure)
            if words:
                self._report(f"{shown} {words}", figure, where)
            elif denial := _false_denial(behind, figure):
                self._report(f"{shown} … {denial}", figure, where)
            elif other := contrary(behind, figure):
                self._report(f"{shown} {other}", figure, where)
        for end, words, figures, where in self.claims:
            behind = self._until_next(text, end)
            more, _ = following(behind)
            denial = denied(behind, figures[0]) if len(figures) == 1 else ""
            other = contrary(behind, figures[0]) if len(figures) == 1 else ""
            if other:
                self._report(f"{words} {other}", figures[0], where)
            if more or denial:
                judged(" ".join(each for each in (words, more, denial) if each), figures, (), where)

    def _until_next(self, text: str, end: int) -> str:
        """What stands between one figure or claim and the next."""
        starts = (at - len(shown) for at, _, shown, _ in self.figures)
        claimed = (at - len(words) for at, words, _, _ in self.claims)
        return text[end : min((at for at in (*starts, *claimed) if at >= end), default=len(text))]

    def _report(self, words: str, figure: Figure, where: Source) -> None:
        self.diagnostics.error(
            "claim-false",
            f"'{words}' is not true: {told(figure)}",
            where,
            "say it otherwise, name another cell, or claim your words: [almost a third]{claim=…}",
        )


def _false_denial(behind: str, figure: Figure) -> str:
    """The denial of its answer behind a printed figure, unless those who do not are as many."""
    denial = denied(behind, figure)
    unit = 100 if figure.kind == "pct" else 1
    both = {half_up(each.value * unit, figure.places) for each in (figure, opposite(figure))}
    return denial if len(both) > 1 else ""


def with_hedge(before: str, words: str, figures: Sequence[Figure], others: Sequence[Figure]) -> str:
    """A claim's words with the hedge or the ``not`` that stands in front of its brackets."""
    hedge = leading(before)
    if not hedge:
        return words
    whole = f"{hedge} {words}"
    return whole if hedge == DENIAL or _is_read(whole, figures, others) else words


def _is_read(words: str, figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether words can be judged, whatever the verdict."""
    try:
        judge(words, figures, others)
    except UnclearClaimError:
        return False
    return True
