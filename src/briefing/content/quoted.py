"""Quotations within running words: they must be what somebody wrote, to the letter.

Dashes, spaces and quotation marks count as those that print has for them; ``[…]`` is a cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.survey.model import Comment

_SIGNS = str.maketrans(
    {
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
        "\N{SOFT HYPHEN}": "",
    }
)
_CUT = re.compile(r"\s*\[(?:\N{HORIZONTAL ELLIPSIS}|\.\.\.)\]\s*")
_WORD = re.compile(r"\w+(?:['-]\w+)*")
"""A word without the stops around it: what leaves out a comma is a misquotation all the same."""
_LEAST = 6
"""Words of a quotation that is held against comments it is not the same as."""
_ALIKE = 0.75
"""Part of its words, in their order, that a misquotation shares with a comment."""
_SHORT = 4
"""Words of a quotation that is held against comments in which it is but for a few letters."""
_SPELT = 0.7
"""Part of its letters that a word of a quotation shares with the one that was written."""


@dataclass(frozen=True, slots=True)
class Said:
    """A comment and its words in lower case, ready to be compared."""

    comment: Comment
    text: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotable:
    """All that can be quoted: comments, and what the questionnaire says."""

    comments: tuple[Said, ...] = ()
    printed: frozenset[str] = field(default_factory=frozenset)
    texts: str = ""
    """All comments in one, a line each: what is not in it no comment has to be asked for."""

    @classmethod
    def of(cls, comments: Iterable[Comment], printed: Iterable[str]) -> Quotable:
        """What comments say, and the labels and wordings that are printed of the survey."""
        said = [(each, _plain(each.text)) for each in comments]
        return cls(
            tuple(Said(each, text, _words(text)) for each, text in said),
            frozenset(_bare(_plain(each)) for each in printed),
            "\n".join(text for _, text in said),
        )

    def source(self, words: str) -> Comment | None:
        """The comment that holds these words to the letter; cuts are allowed. None if none does."""
        parts = _parts(words)
        if not all(part and part in self.texts for part in parts):
            return None
        found = [each.comment for each in self.comments if _holds(each.text, parts)]
        return next((each for each in found if each.consent), found[0] if found else None)

    def known(self, words: str) -> bool:
        """Whether somebody who consented wrote it, or the questionnaire says it."""
        comment = self.source(words)
        consented = comment is not None and comment.consent
        return consented or _bare(_plain(words)) in self.printed

    def misquoted(self, words: str) -> Comment | None:
        """The comment that a quotation is nearly the same as, but not to the letter."""
        quoted = _words(_plain(words))
        if len(quoted) < _SHORT or self.known(words):
            return None
        slight = next((each for each in self.comments if _altered(words, quoted, each)), None)
        if slight is not None:
            return slight.comment
        if len(quoted) < _LEAST:
            return None
        least = _ALIKE * len(quoted)
        best: tuple[float, Comment] | None = None
        for each in self.comments:
            if sum(word in each.words for word in quoted) < least:
                continue
            alike = SequenceMatcher(None, quoted, each.words, autojunk=False)
            blocks = alike.get_matching_blocks()
            shared = sum(block.size for block in blocks)
            if shared >= least and (best is None or shared > best[0]):
                best = (shared, each.comment)
        return best[1] if best else None


def _altered(words: str, quoted: tuple[str, ...], said: Said) -> bool:
    """Whether a comment has the quotation but for the letters of one word, or its parts moved."""
    parts = _parts(words)
    if len(parts) > 1:
        return all(each and _holds(said.text, [each]) for each in parts)
    if sum(word in said.words for word in quoted) < len(quoted) - 1:
        return False
    runs = zip(*(said.words[at:] for at in range(len(quoted))), strict=False)
    return any(_differ_in_letters(quoted, run) for run in runs)


def _differ_in_letters(quoted: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Whether one word alone differs, and most of its letters are the same."""
    unlike = [pair for pair in zip(quoted, run, strict=True) if pair[0] != pair[1]]
    return len(unlike) == 1 and SequenceMatcher(None, *unlike[0]).ratio() >= _SPELT


def _parts(words: str) -> list[str]:
    """What stands between the cuts of a quotation; one may begin with a cut, or end with one."""
    parts = [_bare(each) for each in _CUT.split(_plain(words))]
    if len(parts) > 1 and not parts[0]:
        parts = parts[1:]
    return parts[:-1] if len(parts) > 1 and not parts[-1] else parts


def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).split())


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))


def _bare(text: str) -> str:
    """Without the stop that a sentence around a quotation puts into it."""
    return text.strip(" .,;:!?\N{HORIZONTAL ELLIPSIS}")


def _holds(text: str, parts: Iterable[str]) -> bool:
    """Whether the parts stand in a text in their order, as whole words.

    Every run of words of a document is looked for in every comment, so no pattern is made.
    """
    at = 0
    for part in parts:
        at = text.find(part, at)
        while at >= 0 and not _stands_alone(text, at, at + len(part)):
            at = text.find(part, at + 1)
        if at < 0:
            return False
        at += len(part)
    return True


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter, figure or underline joins a part of a text to what is around it."""
    around = text[max(0, start - 1) : start], text[end : end + 1]
    return not any(sign.isalnum() or sign == "_" for sign in around)
