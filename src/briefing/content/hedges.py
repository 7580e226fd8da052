"""Hedges around bound figures and claims: the words in front and behind change what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import DENIAL, following, hedged, judge, leading, told

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
        """Report a hedge behind a bound or claimed figure that makes it false: ``or more``."""
        for end, figure, shown, where in self.figures:
            words = hedged("", figure, text[end:])
            if words:
                self._report(f"{shown} {words}", figure, where)
        for end, words, figures, where in self.claims:
            more, _ = following(text[end:])
            if more:
                judged(f"{words} {more}", figures, (), where)

    def _report(self, words: str, figure: Figure, where: Source) -> None:
        self.diagnostics.error(
            "claim-false",
            f"'{words}' is not true: {told(figure)}",
            where,
            "hedge it the other way, or claim your words: [almost a third]{claim=…}",
        )


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
