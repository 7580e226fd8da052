"""Claims in the words: the cells that they name, and whether the words are true of these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.claims.formats import is_spelt
from briefing.claims.meaning import judge_meaning
from briefing.claims.naming import WrongReferenceError
from briefing.claims.references import resolve_all
from briefing.claims.statements import UnclearClaimError
from briefing.claims.verdicts import denied_verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.claims.figures import Figure
    from briefing.content.elements import Option
    from briefing.diagnostics import Diagnostics, Source
    from briefing.tables.model import Table


@dataclass(frozen=True, slots=True)
class Court:
    """Judges claims by the tables of a survey; `language` is that of the document."""

    tables: Mapping[str, Table]
    diagnostics: Diagnostics
    language: str

    def figures(self, option: Option) -> tuple[Figure, ...] | None:
        """The cells that an attribute names; reported, and None, where it names none."""
        try:
            return resolve_all(option.value, self.tables)
        except WrongReferenceError as fault:
            self.diagnostics.error(fault.code, fault.message, option.where, fault.hint)
            return None

    def holds(
        self,
        words: str,
        figures: tuple[Figure, ...],
        others: tuple[Figure, ...],
        where: Source,
        means: str = "",
        *,
        denial: str = "",
    ) -> bool:
        """Whether words are true of their cells, or what they mean is; if not, it is reported."""
        try:
            verdict = judge_meaning(words, means, figures, others)
        except UnclearClaimError as fault:
            self.diagnostics.error("claim-unclear", fault.message, where, self._remedy(fault.hint))
            return False
        if denial:
            verdict = denied_verdict(denial, words, verdict, figures)
        if not verdict.true:
            self.diagnostics.error("claim-false", verdict.message, where, verdict.hint)
        return verdict.true

    def _remedy(self, hint: str) -> str:
        """The remedy; where a document is in another language, that claims are read in English."""
        if is_spelt(self.language):
            return hint
        return "claims are read in English alone: bind the figure, or mark the words .literal"
