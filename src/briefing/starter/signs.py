"""Signs that a brand's fonts can print, and labels without those that they cannot."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.starter.names import cleaned
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs for which `has` is true; `lost` gathers those that were left out of words."""

    has: Callable[[str], bool]
    lost: dict[str, None] = field(default_factory=dict)

    def covers(self, words: str) -> bool:
        """Whether words can be printed as they stand."""
        return words.isascii() or all(self.has(sign) for sign in words)

    def words(self, words: str) -> str:
        """Words without the signs that cannot be printed."""
        if self.covers(words):
            return words
        self.lost.update(dict.fromkeys(sign for sign in words if not self.has(sign)))
        return cleaned("".join(sign if self.has(sign) else " " for sign in words))

    def labels(self, labels: Iterable[str]) -> dict[str, str]:
        """What is printed for each label: labels that were different stay so."""
        found: dict[str, str] = {}
        seen: dict[str, str] = {}
        for label in labels:
            shown = self.words(label)
            if label and not shown:
                shown = _named(label)
            number, unique = 1, shown
            while seen.setdefault(alike(unique), alike(label)) != alike(label):
                number += 1
                unique = f"{shown} ({number})"
            found[label] = unique
        return found

    @property
    def doubts(self) -> tuple[str, ...]:
        """What has to be asked of the signs that were left out."""
        if not self.lost:
            return ()
        some = " ".join(list(self.lost)[:12])
        return (
            f"the brand's fonts do not have {some}: how are the labels with these to be printed?",
        )


def _named(label: str) -> str:
    """A label of signs alone by the name of its first: ``Grinning face``."""
    name = unicodedata.name(label[0], "")
    return "Another script" if "IDEOGRAPH" in name or not name else name.capitalize()


ALL = Signs(lambda _: True)
"""For whoever does not print."""
