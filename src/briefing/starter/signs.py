"""Signs that a brand's fonts can print, and labels without those that they cannot."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.starter.names import cleaned, listed
from briefing.survey.labels import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs for which `has` is true; `lost` gathers those that were left out of words."""

    has: Callable[[str], bool]
    lost: dict[str, None] = field(default_factory=dict)
    unread: dict[str, None] = field(default_factory=dict)
    """Columns whose wording, or half of whose labels, had no sign that can be printed."""

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

    def silence(self, column: str, wording: str, labels: Iterable[str]) -> None:
        """Note a column of which nothing is left to read."""
        known = [each for each in labels if each]
        mute = sum(map(self._is_mute, known))
        if self._is_mute(wording) or mute * 2 > len(known):
            self.unread[column] = None

    def _is_mute(self, words: str) -> bool:
        letters = [sign for sign in words if sign.isalpha()]
        return bool(letters) and not any(map(self.has, letters))

    @property
    def scripts(self) -> str:
        """What the scripts of the lost letters are called: ``Thai``."""
        letters = (sign for sign in self.lost if sign.isalpha())
        named = (unicodedata.name(sign, "").split(" ")[0].capitalize() for sign in letters)
        known = list(dict.fromkeys(filter(None, named)))
        return listed(known) if known else ""

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
