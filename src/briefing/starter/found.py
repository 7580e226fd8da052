"""What has been made of an export's fields so far, and what every kind of question shares."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from briefing.starter import cells as look
from briefing.starter.ends import RECOMMENDS, points_in
from briefing.starter.model import GuessedAttribute, GuessedQuestion, LeftOut
from briefing.starter.names import id_of, shortened
from briefing.starter.ratings import COUNTED, RATED
from briefing.starter.topics import Topic, topic_of, without_number
from briefing.starter.ways_out import strays, way_out
from briefing.survey.labels import alike
from briefing.survey.question import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.starter.field import Field
    from briefing.starter.model import Column

MOST_GROUPS = 16
"""Different answers that the rows of a grid, or respondents' groups, have at most."""
LABEL = 140
"""Signs of the longest label; what is longer is cut."""
TO_BE_WORDED = "To be worded"
"""What stands above a chart in the place of a question that an export has only a code of."""
NO_WORDING = "the export has no wording: what was asked, and what is it called in short?"
_TEN = 10


@dataclass(slots=True)
class Found:
    """What has been made of the fields so far."""

    questions: list[GuessedQuestion] = field(default_factory=list)
    attributes: list[GuessedAttribute] = field(default_factory=list)
    responses: dict[str, Column] = field(default_factory=dict)
    comments: dict[str, Column] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    codes: frozenset[str] = frozenset()
    """Ids that columns bring with them: no other question is called so."""

    def name(self, first: Field) -> str:
        """An id for a question: its code in the export if it has one, else its number."""
        taken = {each.id for each in self.questions} | {each.id for each in self.attributes}
        taken |= {each.other for each in self.questions if each.other} | {"survey", "page", "by"}
        own = code_of(first)
        if own:
            return id_of(own, taken, "q")
        number = len(self.questions) + 1
        while f"q{number}" in taken | self.codes:
            number += 1
        return f"q{number}"


def code_of(own: Field) -> str:
    """The code that a column has in its export: ``Q4`` of ``Q4_01``; empty if it has none."""
    coded = re.compile(r"[A-Za-z]+\d{1,4}[a-z]?")
    match = (
        coded.fullmatch(own.question)
        or coded.fullmatch(own.name)
        or re.match(r"([Qq]\d{1,4}[a-z]?)(?:[_.\[(: ]|$)", own.name)
    )
    return match[0].strip("_.[(: ") if match else ""


def add(found: Found, fields: Sequence[Field], name: str, kind: Kind, **parts: Any) -> None:
    """Add a question of these fields; `parts` are further parts of a `GuessedQuestion`."""
    wording = re.sub(r"\?{2,}$", "?", without_number(fields[0].question) or name)
    topic = topic_of(wording)
    if is_wordless(fields[0]):
        parts["doubts"] = (NO_WORDING, *parts.get("doubts", ()))
        if _is_code(wording):
            topic = Topic(f"To be named ({wording})", opening=f"To be named ({wording}):")
            wording = f"{TO_BE_WORDED} ({wording})" if _NUMBERS.search(wording) else wording
    make: Callable[..., GuessedQuestion] = GuessedQuestion
    asked = tuple(dict.fromkeys(each.doubt for each in fields if each.doubt))
    parts["doubts"] = (*parts.get("doubts", ()), *asked)
    parts.setdefault("sources", tuple(each.name for each in fields))
    found.questions.append(
        make(
            id=name,
            kind=kind,
            wording=wording,
            short=topic.short,
            topic=topic.goes_on,
            opening=topic.opening,
            **parts,
        )
    )


def is_wordless(own: Field) -> bool:
    """Whether nothing tells what was asked: a column is called by a code, or by its number."""
    return bool(_WORDLESS.fullmatch(own.question))


def _is_code(words: str) -> bool:
    """Whether what a column is called is a code, and no name: ``CSTLIV``, ``Q4_1``, ``A``."""
    return words.isupper() or bool(_NUMBERS.search(words))


_NUMBERS = re.compile(r"[\d_]")
"""What a code has and an abbreviation has not, which may be the name of a thing."""


_WORDLESS = re.compile(r"(?:Question )?[A-Za-z]*\d*[a-z]?(?:[_.]\w+)*|column \d+", re.IGNORECASE)
"""What a column is called that has no wording: a code, or its number."""


def merged(cells: Sequence[str]) -> Column:
    """Cells in which spellings of one label are one: by case, dashes, a space behind a number."""
    spelt: dict[str, Counter[str]] = {}
    written = Counter(cells)  # the same few labels stand in thousands of cells
    del written[""]
    for cell, count in written.items():
        spelt.setdefault(_form(cell), Counter())[look.whole(cell)] += count
    best = {form: max(known, key=lambda each: (known[each], each)) for form, known in spelt.items()}
    short = unique([shortened(each, LABEL) for each in best.values()])
    shown = dict(zip(best, short, strict=True))
    labels = {cell: shown[_form(cell)] for cell in written}
    return tuple(labels.get(cell, "") for cell in cells)


def merged_together(columns: Sequence[Sequence[str]]) -> list[Column]:
    """Columns of one question in which a label is spelt alike in all."""
    cells = iter(merged([cell for column in columns for cell in column]))
    return [tuple(islice(cells, len(column))) for column in columns]


def _form(label: str) -> str:
    return _APART.sub("", alike(label))


_APART = re.compile(r"(?<=\d) (?=[^\W\d_])")
"""Between a number and what it counts, which one row of a form may have lost: ``10hours``."""


def filled(counts: Mapping[str, int], declared: list[str], wording: str) -> list[str]:
    """Points of a rating that nobody chose are on its form all the same."""
    out = [each for each in counts if way_out(each)]
    points = [each for each in counts if each not in out]
    if declared or not points or not all(re.fullmatch(r"\d{1,2}", each) for each in points):
        return declared
    apart = [*strays(points), *out]
    ends = points_in(wording)
    values = [*(int(each) for each in points if each not in apart), *ends]
    if ends:
        return [*map(str, range(min(values), max(values) + 1)), *apart]
    if not RATED.search(wording) or COUNTED.search(wording) or max(values) > _TEN:
        return [*map(str, range(min(values), max(values) + 1)), *apart]
    recommended = max(values) == _TEN and RECOMMENDS.search(wording)
    lowest = 0 if 0 in values or recommended else 1
    return [*map(str, range(lowest, max(values) + 1)), *apart]


def part_of(own: Field) -> str:
    """The label of a row or an option; the marks of one that is wholly quoted are left out."""
    words = without_number(_LED.sub("", own.part or own.question))
    quoted = _QUOTED.fullmatch(words)
    return shortened(quoted[1] if quoted else words, LABEL)


_LED = re.compile(r"^(?:[/|\s]|[.,:;\u00b7\u2022\u2013\u2014-]\s)+")
"""What stood between a question and its row: ``…: Speed``, ``… . Speed``, but not ``.NET``."""
_QUOTED = re.compile(r"[\"\u201c]([^\"\u201c\u201d]+?)\.?[\"\u201d]\.?")


def unique(labels: Sequence[str]) -> list[str]:
    """Labels none of which reads like another."""
    found: list[str] = []
    seen: Counter[str] = Counter()
    for label in labels:
        seen[alike(label)] += 1
        number = seen[alike(label)]
        found.append(label if number == 1 else f"{label} ({number})")
    return found


def add_texts(texts: Sequence[Field], found: Found) -> None:
    """Add columns of words as open questions."""
    for each in texts:
        add_open(replace(each, question=whole_wording(each), part="", group=""), found)


def whole_wording(own: Field) -> str:
    """The wording of a field that stands alone: its question with its part, or its head."""
    if own.head:
        return own.head
    if not own.part or own.part.casefold() in own.question.casefold():
        return own.question or own.part
    return f"{own.question}: {own.part}" if own.question else own.part


def add_open(own: Field, found: Found) -> None:
    """Add an open question: what was written goes to the comments, without personal data."""
    name = found.name(own)
    found.comments[name] = tuple(
        look.masked(words.strip()) if cell else ""
        for cell, words in zip(own.cells, own.written, strict=True)
    )
    reason = f"open: {len(own.given)} respondents wrote words of their own"
    add(found, (own,), name, Kind.OPEN, reasons=(reason,))
