"""Whom a quotation is attributed to: a class wide enough to know nobody by (conventions, 1.12).

What an attribution says is a class by the groups of the attributes that it names. Of role, region
and type together an own count may be one, however many there are of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.survey.apart import is_other
from briefing.survey.labels import normalised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from briefing.survey.declared import Codebook
    from briefing.survey.model import Comment
    from briefing.survey.population import Population

_MEMBERS, _RESPONDENTS = 10, 3
"""Of so many in the population and so many who answered a class is made at least."""
_TELLING = 4
"""Signs of a label that names a group wherever it stands: “No” is a word of any attribution."""
_NOBODY = "Respondent"
"""Whom words are attributed to that no class is wide enough for."""

Group = tuple[str, str]
"""An attribute and a group of it, by their ids."""


@dataclass(frozen=True)
class Classes:
    """The groups that attributions can name, and how many are in them."""

    codebook: Codebook
    answers: pd.DataFrame
    population: Population

    def judged(self, comments: Sequence[Comment]) -> tuple[Comment, ...]:
        """The comments, those attributed too narrowly with why and what would be wide enough."""
        told = {each: self._judged(each) for each in {each.attribution for each in comments}}
        return tuple(
            replace(each, narrow=told[each.attribution][0], wider=told[each.attribution][1])
            if each.consent and not each.named and told[each.attribution][0]
            else each
            for each in comments
        )

    def _judged(self, attribution: str) -> tuple[str, str]:
        """Why an attribution is too narrow, and one that is not; nothing of a class wide enough."""
        why = self._narrow(attribution)
        return (why, next(self._wider(attribution))) if why else ("", "")

    def _wider(self, attribution: str) -> Iterator[str]:
        """Attributions that say less: without the finest attribute, the next, and all of them."""
        parts = [each.strip() for each in attribution.split(",")]
        named = sorted(self._named(attribution), key=lambda each: -self._groups[each[0]])
        for dropped in range(1, len(named) + 1):
            gone = set(named[:dropped])
            left = [each for each in parts if not gone & set(self._named(each))]
            words = ", ".join(left)
            if words and not self._narrow(words):
                yield words[:1].upper() + words[1:]
        yield _NOBODY

    def _narrow(self, attribution: str) -> str:
        named = self._named(attribution)
        if not named:
            return ""
        sizes = [self.population[of][group] for of, group in named if self._is_known(of, group)]
        if sizes and min(sizes) < _MEMBERS:
            return f"the population has {min(sizes)} of such a group"
        asked = self.answers[[of for of, _ in named]] == [group for _, group in named]
        if int(asked.all(axis="columns").sum()) >= _RESPONDENTS:
            return ""
        return f"fewer than {_RESPONDENTS} respondents are of such a class"

    def _is_known(self, attribute: str, group: str) -> bool:
        return group in self.population.get(attribute, {})

    def _named(self, words: str) -> tuple[Group, ...]:
        """The groups whose labels or values stand in words, the longest of each attribute."""
        text = normalised(words).casefold()
        found: dict[str, str] = {}
        for label, attribute, group in self._labels:
            if attribute not in found and re.search(rf"(?<!\w){re.escape(label)}(?!\w)", text):
                found[attribute] = group
        return tuple(found.items())

    @cached_property
    def _groups(self) -> dict[str, int]:
        return {each.id: len(each.groups) for each in self.codebook.attributes}

    @cached_property
    def _labels(self) -> tuple[tuple[str, str, str], ...]:
        """(what stands for it, attribute, group), the longest first."""
        found = [
            (normalised(spelt).casefold(), attribute.id, group)
            for attribute in self.codebook.attributes
            for group, label, values in attribute.groups
            for spelt in (label, *values)
            if len(spelt.strip()) >= _TELLING and not is_other(spelt) and not spelt.isdigit()
        ]
        return tuple(sorted(found, key=lambda each: (-len(each[0]), each)))
