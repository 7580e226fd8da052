"""What a survey is called: by its export, or by the file without what programs put behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter.names import capital, cleaned

if TYPE_CHECKING:
    from pathlib import Path


def title_in(label: str) -> str:
    """What a file calls itself; empty where the program that wrote it says the same of any."""
    words = cleaned(label)
    return "" if _OF_PROGRAMS.fullmatch(words) else words


_OF_PROGRAMS = re.compile(
    r"aggregated file|(?:created by )?(?:ibm )?(?:spss|pspp|stata)\b[\w ./]{0,40}|.*\.sav"
    r"|untitled ?\d*|(?:new )?data ?set ?\d*|file created by .*",
    re.IGNORECASE,
)


def title_of(file: Path) -> str:
    """What a file is called, without what programs put behind it: a day, a number of replies."""
    stem = _SHEET.sub("", file.stem)
    words = stem if " " in stem else stem.replace("+", " ")
    words = re.sub(r"[_\-.,]+", " ", _STAMP.sub("", words))
    words = re.sub(r"(?<=[a-z])(?=[A-Z]|\d{4}\b)|(?<=\d)(?=[A-Z][a-z])", " ", words)
    kept = cleaned(re.sub(r"\b\w*\d{5,}\b|\(\d+(?:\W\d+)?\)", " ", words)).split()
    while kept and _OF_FILES.fullmatch(kept[-1].strip("()")):
        kept.pop()
    named = " ".join(kept)
    return capital(named) if re.search(r"[^\W\d_]", named) else "A survey"


_SHEET = re.compile(
    r"\s*(?:\((?:responses|antworten|réponses|respuestas|ymatebion)\)(?:\s*-.*)?"
    r"|- (?:form responses|formularantworten|réponses au formulaire|respuestas de formulario)"
    r" ?\d*)\s*(?:\(\d+\))?$",
    re.IGNORECASE,
)
"""What Google puts behind the name of a form, and the sheet of its answers behind that."""
_STAMP = re.compile(
    r"[_ +-]+(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{1,2}, \d{4}[ _]\d{1,2}\.\d{2}.*$"
)
"""When Qualtrics wrote a file."""
_OF_FILES = re.compile(
    r"data|dataset|results?|responses?|export(?:ed)?|labels|labelled|values|final|clean(?:ed)?"
    r"|raw|copy|v\d+|csv|xlsx|sav",
    re.IGNORECASE,
)
"""Words at the end of a file's name that say what kind of file it is."""
