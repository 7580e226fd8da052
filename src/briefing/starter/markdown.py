"""Words of an export as Markdown in which nothing acts: signs escaped, figures declared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.claims.typed import typed_figures
from briefing.starter.names import cleaned, clipped, headed, shortened, unstopped

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#+!|~^&$=:])")
_LINKED = re.compile(r"\s*\((?:https?://|www\.)[^\s()]*\)")
_MOST, _LONGEST = 110, 200
"""Signs of the longest label that is quoted in a sentence, and where it has no shorter head."""


def inert(words: str) -> str:
    """Words that are printed as they stand, whatever signs they hold."""
    return _SIGNS.sub(r"\\\1", cleaned(words))


def said(words: str, most: int = _MOST) -> str:
    """Words of the export within a sentence; figures in them are declared not to be findings."""
    shown = shortened(cleaned(words), most)
    plain = inert(shown)
    return f"[{plain}]{{.literal}}" if any(typed_figures(shown)) else plain


def quoted(words: str, most: int = _MOST) -> str:
    """A label in quotation marks, without the addresses in its brackets.

    Its full stop goes too: the sentence that quotes it goes on, or has one of its own. Only what is
    longer than any label is cut with dots.
    """
    shown = _within(cleaned(unstopped(_LINKED.sub("", words) or words)))
    head = headed(shown, most) or clipped(shown, _LONGEST)
    return f"“{said(head, _LONGEST).strip()}”"


def called(words: str, most: int) -> str:
    """A label in quotation marks as a headline has it: whole, or by its head; empty if it has none.

    Nothing in a headline is cut with dots: a half that ends in them tells less than none.
    """
    plain = _within(cleaned(unstopped(_LINKED.sub("", words) or words)))
    head = headed(plain, most)
    return f"“{said(head, most).strip()}”" if head else ""


def _within(words: str) -> str:
    """Words as they stand within quotation marks: what they quote themselves has single ones."""
    return re.sub(
        r'[“"]([^“”"]+)[”"]',
        "\N{LEFT SINGLE QUOTATION MARK}\\1\N{RIGHT SINGLE QUOTATION MARK}",
        words,
    )


def bound(*parts: str) -> str:
    """A figure bound to its cell: ``{{ q1.agree.pct }}``."""
    return f"{{{{ {'.'.join(part for part in parts if part)} }}}}"


def claimed(words: str, cell: str, among: Iterable[str] = ()) -> str:
    """Words that a build proves of a cell, perhaps of its place among others."""
    others = " ".join(among)
    rest = f' among="{others}"' if others else ""
    return f"[{words}]{{claim={cell}{rest}}}"


def of_each(words: str, cells: Iterable[str]) -> str:
    """Words that a build proves of every one of some cells."""
    return f'[{words}]{{claim="{" ".join(cells)}"}}'


def block(kind: str, options: str = "", words: str = "") -> str:
    """A fenced div."""
    middle = f"\n{words}" if words else ""
    return f"::: {{{kind}{' ' + options if options else ''}}}{middle}\n:::"


def remark(words: str) -> str:
    """A comment, which is not printed."""
    safe = cleaned(words).replace("--", "-").replace("-->", "").replace(">", ")")
    return f"<!-- {safe} -->"
