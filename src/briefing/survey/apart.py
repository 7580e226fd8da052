"""Options that stand apart from the others of any question: none of these, something else.

English only so far; another language is more words in these patterns.
"""

from __future__ import annotations

import re

from briefing.survey.labels import alike

_EXCLUSIVE = re.compile(
    r"none\b.*|no,? none.*|nothing\b.*|not applicable.*|n/?a|(?:i )?(?:don'?t|do not) know\b.*"
    r"|prefer not to.*|not sure|unsure|no one|nobody"
)
_OTHER = re.compile(r"(?:any )?other\b.*|something else.*|somewhere else.*|someone else.*")


def is_other(label: str) -> bool:
    """Whether a label stands for what a form did not think of."""
    return bool(_OTHER.fullmatch(alike(label)))


def is_exclusive(label: str) -> bool:
    """Whether an option is one that cannot be ticked with another."""
    return bool(_EXCLUSIVE.fullmatch(alike(label)))
