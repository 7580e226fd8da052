"""What words in brackets say of themselves: ``[words]{claim=…}``, ``{.literal}``, ``{lang=cy}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.claims.naming import meant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.content.elements import Attributes, Marked
    from briefing.diagnostics import Diagnostics

LITERAL = "literal"
OPTIONS = ("claim", "among", "means", "lang")

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
LANGUAGE_HINT = "write cy or en-GB"


def is_language(tag: str) -> bool:
    """Whether words are a language tag of BCP 47, as far as its form goes."""
    return _LANGUAGE.fullmatch(tag) is not None


def check_options(
    attributes: Attributes, known: Iterable[str], takes_no: str, diagnostics: Diagnostics
) -> None:
    """Report options that are none of those `known`; `takes_no` begins what is said of one."""
    options = tuple(known)
    for option in attributes.options:
        if option.key not in options:
            diagnostics.error(
                "unknown-option",
                f"{takes_no} '{option.key}'",
                option.where,
                meant(option.key, options, "options"),
            )


def check_marked(marked: Marked, diagnostics: Diagnostics) -> None:
    """Report what words in brackets cannot say of themselves."""
    attributes = marked.attributes
    check_options(attributes, OPTIONS, "words in brackets take no", diagnostics)
    for name in attributes.classes:
        if name != LITERAL:
            diagnostics.error(
                "unknown-class",
                f"words in brackets cannot be .{name}",
                attributes.where,
                f"the only class is .{LITERAL}; their options are {', '.join(OPTIONS)}",
            )
    if attributes.id:
        diagnostics.error(
            "unknown-option",
            f"words in brackets cannot be named #{attributes.id}",
            attributes.where,
            "names are for headings",
        )
    language = attributes.option("lang")
    if language and not is_language(language.value):
        message = f"'{language.value}' is no language tag"
        diagnostics.error("language", message, language.where, LANGUAGE_HINT)
