"""Fields to questions: the kind of each, its scale or options, its cells in the clean copy."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from briefing.starter import cells as look
from briefing.starter.model import (
    GuessedAnswer,
    GuessedAttribute,
    GuessedItem,
    GuessedQuestion,
    GuessedScale,
    LeftOut,
)
from briefing.starter.known import ATTRIBUTES
from briefing.starter.names import alike, capital, id_of, ids_of, listed, shortened
from briefing.starter.scales import COUNTED, RATED, guess_scale, is_exclusive, is_other
from briefing.starter.topics import topic_of, without_number
from briefing.survey.export import Holds
from briefing.survey.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from briefing.starter.model import Column
    from briefing.starter.roles import Field

_MOST_ANSWERS = 30
"""A closed question has no more different answers."""
_MOST_GROUPS = 16
_MOST_OPTIONS = 40
_LABEL = 140
"""Signs of the longest label; what is longer is cut in print and kept in no copy."""
_RANKED = re.compile(r"\brank|priorit|in order|order of|most important to least|1st|first to last",
                     re.I)
_ONE_TO = (4, 5, 6, 7, 9, 10)


@dataclass(slots=True)
class Found:
    """What has been made of the fields so far."""

    questions: list[GuessedQuestion] = field(default_factory=list)
    attributes: list[GuessedAttribute] = field(default_factory=list)
    responses: dict[str, Column] = field(default_factory=dict)
    comments: dict[str, Column] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def name(self, first: Field) -> str:
        """An id for a question: its code in the export if it has one, else its number."""
        taken = {each.id for each in self.questions} | {each.id for each in self.attributes}
        taken |= {each.other for each in self.questions if each.other} | {"survey", "page", "by"}
        own = re.fullmatch(r"[A-Za-z]+\d{1,3}[a-z]?", first.name) or re.match(
            r"([Qq]\d{1,3}[a-z]?)(?:[_.\[(: ]|$)", first.name
        )
        if own:
            return id_of(own[0].strip("_.[(: "), taken, "q")
        number = len(self.questions) + 1
        while f"q{number}" in taken:
            number += 1
        return f"q{number}"


def add_question(fields: Sequence[Field], found: Found, *, place: float) -> None:
    """Make a question (or an attribute) of the fields that belong together; `place` is 0 to 1."""
    open_ones = [each for each in fields if len(fields) > 1 and _is_open(each, fields)]
    closed = [each for each in fields if each not in open_ones]
    if len(fields) > 1 and closed:
        lettered = all(re.fullmatch(r"[A-Za-z]+\d+[a-z]", each.name) for each in closed)
        kinds = (_ranking, _ticks) if lettered else (_ranking, _grid, _ticks)
        for kind in kinds:
            if kind(closed, open_ones, found):
                return
    if len(fields) > 1:
        for each in fields:
            alone = replace(each, question=_whole_wording(each), part="", group="")
            add_question((alone,), found, place=place)
        return
    _alone(fields[0], found, place)


def _is_open(own: Field, beside: Sequence[Field]) -> bool:
    if own.holds is Holds.TEXT:
        return True
    if own.holds is not Holds.UNKNOWN or look.tick_label(own.cells) is not None:
        return False
    others = {cell for each in beside if each is not own for cell in each.given}
    if others and look.share(own.given, others.__contains__) > 0.5:  # noqa: PLR2004 - one scale
        return False
    return look.numbers(own.given) is None and (
        look.wordy(own.given) or is_other(own.part) and len(set(own.given)) > 1
    )


# -- several columns -------------------------------------------------------------------------------


def _ranking(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    ranks = [look.numbers([look.whole(cell) for cell in each.given]) for each in fields]
    hinted = all(each.holds is Holds.RANK for each in fields)
    if not hinted and not _looks_ranked(fields, ranks):
        return False
    columns = {
        each: tuple(look.whole(cell) if re.fullmatch(r"\d{1,3}(\.0)?", cell) else "" for cell in
                    each.cells)
        for each in fields
    }
    if not any(cell for cells in columns.values() for cell in cells):
        return False
    places = max(int(cell) for cells in columns.values() for cell in cells if cell)
    places = min(places, len(fields))
    name = found.name(fields[0])
    labels = _unique([_part(each) for each in fields])
    ids = ids_of(labels, "item")
    items = tuple(
        GuessedItem(ids[label], label, each.name)
        for label, each in zip(labels, fields, strict=True)
    )
    for item, each in zip(items, fields, strict=True):
        found.responses[f"{name}_{item.id}"] = columns[each]
    why = "the export says so" if hinted else "ranks from 1 in columns side by side, each given once"
    other = _mentions(name, texts, found)
    _add(found, fields, name, Kind.RANKING, reasons=(f"ranking: {why}",), items=items,
         places=places, other=other)
    _texts(texts[1:], found)
    return True


def _looks_ranked(fields: Sequence[Field], ranks: Sequence[list[float] | None]) -> bool:
    if len(fields) < 3 or any(each is None for each in ranks):  # noqa: PLR2004 - two are a choice
        return False
    if not all(1 <= rank <= len(fields) and rank == int(rank) for each in ranks for rank in each or ()):
        return False
    rows = [look.given(row) for row in zip(*(each.cells for each in fields), strict=True)]
    several = [row for row in rows if len(row) > 1]
    distinct = [row for row in several if len(set(row)) == len(row)]
    sure = 0.9 if _RANKED.search(fields[0].question) else 0.98
    return bool(several) and len(distinct) >= sure * len(several)


def _grid(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    if any(each.holds in (Holds.TICK, Holds.ANSWERS, Holds.NUMBER) for each in fields):
        return False
    if all(look.tick_label(each.cells) is not None for each in fields) and not all(
        each.holds is Holds.ANSWER for each in fields
    ):
        return False
    merged = [_merged(each.cells) for each in fields]
    counts = Counter(cell for cells in merged for cell in cells if cell)
    declared = list(dict.fromkeys(label for each in fields for label in each.declared))
    if len(counts) > _MOST_GROUPS or not counts:
        return False
    declared = _filled(counts, declared, fields[0].question)
    scale = guess_scale(counts, declared, fields[0].question)
    whole = set().union(*({cell for cell in cells if cell} for cells in merged))
    shared = [len({cell for cell in cells if cell} & whole) / len(whole) for cells in merged]
    if not scale.ordered and sum(shared) / len(shared) < 0.5:  # noqa: PLR2004 - half is not one scale
        return False
    name = found.name(fields[0])
    labels = _unique([_part(each) for each in fields])
    ids = ids_of(labels, "item")
    items = tuple(
        GuessedItem(ids[label], label, each.name)
        for label, each in zip(labels, fields, strict=True)
    )
    for item, cells in zip(items, merged, strict=True):
        found.responses[f"{name}_{item.id}"] = cells
    reason = f"grid: {len(fields)} columns side by side share their answers"
    _add(found, fields, name, Kind.GRID, reasons=(reason,), items=items, scale=scale)
    _texts(texts, found)
    return True


def _ticks(fields: Sequence[Field], texts: Sequence[Field], found: Found) -> bool:
    labels: list[str] = []
    for each in fields:
        label = look.tick_label(each.cells)
        if label is None and each.holds is not Holds.TICK:
            return False
        labels.append(each.part or label or each.question)
    if len(fields) + len(texts) < 2:  # noqa: PLR2004 - one column is no choice
        return False
    columns = [tuple("1" if look.ticked(cell) else "" for cell in each.cells) for each in fields]
    _multiple(fields, _unique(labels), columns, texts, found,
              f"several answers: {len(fields)} columns of ticks belong to one question")
    return True


def _multiple(
    fields: Sequence[Field],
    labels: Sequence[str],
    columns: Sequence[Column],
    texts: Sequence[Field],
    found: Found,
    reason: str,
    *,
    written: Column = (),
    doubts: tuple[str, ...] = (),
) -> None:
    name = found.name(fields[0])
    labels, columns = list(labels), list(columns)
    sources = [each.name for each in fields] if len(fields) == len(labels) else [""] * len(labels)
    if texts and not written:
        written = tuple(look.masked(cell) for cell in texts[0].cells)
    if look.given(written) and not any(is_other(label) for label in labels):
        labels.append("Other")
        columns.append(tuple("1" if cell else "" for cell in written))
        sources.append(texts[0].name if texts else "")
    ids = ids_of(labels, "option")
    for label, cells in zip(labels, columns, strict=True):
        found.responses[f"{name}_{ids[label]}"] = cells
    other = ""
    if look.given(written):
        other = id_of(f"{name}_mentions", found.responses)
        found.responses[other] = written
    answers = tuple(GuessedAnswer(ids[label], label) for label in labels)
    exclusive = tuple(ids[label] for label in labels if is_exclusive(label))
    reasons = (reason,) + (("its write-ins are mentions of their own",) if other else ())
    _add(
        found, fields, name, Kind.MULTIPLE, reasons=reasons,
        items=tuple(GuessedItem(ids[l], l, s) for l, s in zip(labels, sources, strict=True)),
        scale=GuessedScale(answers), exclusive=exclusive, other=other, doubts=doubts,
    )
    _texts(texts[1:], found)


def _mentions(name: str, texts: Sequence[Field], found: Found) -> str:
    """The head under which mentions of respondents' own stand in the copy, if there are any."""
    if not texts:
        return ""
    other = id_of(f"{name}_mentions", found.responses)
    found.responses[other] = tuple(look.masked(cell) for cell in texts[0].cells)
    return other


def _texts(texts: Sequence[Field], found: Found) -> None:
    for each in texts:
        _open(replace(each, question=_whole_wording(each), part="", group=""), found)


def _whole_wording(own: Field) -> str:
    """The wording of a field that stands alone: its question with its part, or its head."""
    if own.head:
        return own.head
    if not own.part or own.part.casefold() in own.question.casefold():
        return own.question or own.part
    return f"{own.question}: {own.part}" if own.question else own.part


# -- one column ------------------------------------------------------------------------------------


def _alone(own: Field, found: Found, place: float) -> None:
    given = own.given
    own = replace(own, question=_whole_wording(own), part="")
    if own.holds is Holds.TEXT:
        _open(own, found)
        return
    if own.holds is Holds.RANK or (own.holds is Holds.TICK):
        found.left_out.append(LeftOut(own.name, "a mark without the other options of its question"))
        found.doubts.append(f"{own.name} stands alone: what question does its mark belong to?")
        return
    numbers = look.numbers(given)
    if numbers and not own.declared and _is_measure(own, numbers):
        _banded(own, numbers, found)
        return
    if own.holds in (Holds.UNKNOWN, Holds.ANSWERS) and numbers is None:
        scale = None if own.holds is Holds.ANSWERS else _known_scale(own)
        apart = None if scale else look.joined(own.cells, own.separator, own.declared)
        if apart and _from_joined(own, apart, found):
            return
    merged = _merged(own.cells)
    counts = Counter(cell for cell in merged if cell)
    if own.holds is Holds.UNKNOWN and not own.declared and numbers is None and look.wordy(given):
        if look.names(given) and "?" not in own.question:
            _unit(own, len(counts), found)
            return
        if not _known_scale(own):
            _open(own, found)
            return
    if len(counts) > _MOST_ANSWERS and not own.declared:
        if len(counts) * 2 > len(given):
            _open(own, found)
        else:
            _unit(own, len(counts), found)
        return
    _single(own, merged, counts, found, place)


def _unit(own: Field, number: int, found: Found) -> None:
    found.left_out.append(LeftOut(own.name, f"{number} different names or labels"))
    found.doubts.append(
        f"{own.name} has {number} different names or labels and is left out: is it a unit that "
        "respondents belong to, or can its labels be put into groups? It may tell who somebody is"
    )


def _known_scale(own: Field) -> bool:
    counts = Counter(_merged(own.given))
    return len(counts) <= _MOST_GROUPS and guess_scale(counts, own.declared).ordered


def _is_measure(own: Field, numbers: Sequence[float]) -> bool:
    distinct = set(numbers)
    steps = all(value == int(value) and 0 <= value <= 10 for value in distinct)  # noqa: PLR2004
    return not steps or own.holds is Holds.NUMBER and len(distinct) > _MOST_GROUPS


def _single(
    own: Field, merged: Column, counts: Mapping[str, int], found: Found, place: float
) -> None:
    declared = _filled(counts, list(own.declared), own.question)
    scale = guess_scale(counts, declared, own.question)
    doubts = []
    if all(each.isdigit() for each in counts) and scale.family != "rating":
        doubts.append(f"what do {listed(sorted(counts))} stand for? The export has no labels for them")
    kind = _attribute(own, scale, place)
    if kind and 1 < len(counts) <= _MOST_GROUPS:
        name = id_of(kind, {*(each.id for each in found.attributes), *found.responses}, "group")
        found.responses[name] = merged
        label = own.name if len(own.name) < 30 and "?" not in own.name else kind  # noqa: PLR2004
        found.attributes.append(
            GuessedAttribute(
                name,
                capital(label.replace("_", " ")),
                without_number(own.question),
                scale.answers,
                own.name,
                reasons=(f"tells who respondents are, by its name or wording ({kind})",
                         *scale.reasons),
                doubts=(*doubts, *scale.doubts),
            )
        )
        return
    name = found.name(own)
    found.responses[name] = merged
    reason = f"one answer: {len(counts)} different ones by {sum(counts.values())} respondents"
    _add(found, (own,), name, Kind.SINGLE, reasons=(reason,), scale=scale, doubts=tuple(doubts))


def _attribute(own: Field, scale: GuessedScale, place: float) -> str:
    """The id of the attribute that a column is, empty if it is a question."""
    words = (own.name.casefold().replace("_", " "), own.question.casefold())
    if scale.family not in ("", "bands", "yes_no"):
        return ""
    for kind, pattern in ATTRIBUTES:
        if any(re.search(pattern, each) for each in words):
            return kind
    brief = len(own.question.split()) <= 2 and "?" not in own.question  # noqa: PLR2004 - a name
    plain = re.fullmatch(r"[A-Za-z][A-Za-z _]+", own.question)
    at_end = place < 0.2 or place > 0.8  # noqa: PLR2004 - where such questions stand
    names = all(len(each.label.split()) <= 3 for each in scale.answers)  # noqa: PLR2004 - a name
    apart = brief and plain and at_end and names and not scale.family
    return id_of(own.question) if apart else ""


def _banded(own: Field, numbers: Sequence[float], found: Found) -> None:
    made = look.bands(numbers)
    cells = []
    for cell in own.cells:
        value = look.number(cell) if cell else None
        cells.append("" if value is None else
                     next(each.label for each in made if each.low <= value < each.high))
    used = [each.label for each in made if each.label in cells]
    answers = tuple(GuessedAnswer(each, label) for label, each in ids_of(used, "from").items())
    scale = GuessedScale(answers, family="bands", ordered=True,
                         reasons=("numbers parted into bands with round ends",))
    shown = replace(own, cells=tuple(cells))
    kind = _attribute(own, scale, 0.5)
    doubt = f"numbers from {min(numbers):g} to {max(numbers):g}: are these the bands that you want?"
    if kind:
        name = id_of(kind, {*(each.id for each in found.attributes), *found.responses}, "group")
        found.responses[name] = shown.cells
        found.attributes.append(
            GuessedAttribute(name, capital(kind), without_number(own.question), answers, own.name,
                             ("tells who respondents are", *scale.reasons), (doubt,))
        )
        return
    name = found.name(own)
    found.responses[name] = shown.cells
    _add(found, (own,), name, Kind.SINGLE, reasons=("numbers, counted in bands",),
         scale=scale, doubts=(doubt,))


def _from_joined(own: Field, apart: look.Joined, found: Found) -> bool:
    """A ranking or a choice of several from cells that hold several answers."""
    if not own.declared and look.permutations(apart.rows):
        options = sorted(next(row for row in apart.rows if row))
        ids = ids_of(options, "item")
        name = found.name(own)
        items = tuple(GuessedItem(ids[each], each, own.name) for each in options)
        for item in items:
            found.responses[f"{name}_{item.id}"] = tuple(
                str(row.index(item.label) + 1) if row else "" for row in apart.rows
            )
        _add(found, (own,), name, Kind.RANKING, items=items, places=len(items),
             reasons=("ranking: every cell has the same options, in an order of its own",))
        return True
    counts = Counter(part for row in apart.rows for part in row)
    answered = sum(1 for row in apart.rows if row)
    sure = answered >= 20 and not own.declared  # noqa: PLR2004 - of fewer each may be the only one
    least = max(2, answered // 50) if sure else 1
    options = [part for part in (*own.declared, *counts) if part in own.declared
               or counts[part] >= least]
    options = list(dict.fromkeys(options))
    if not options or len(options) > _MOST_OPTIONS:
        return False
    options.sort(key=lambda each: own.declared.index(each) if each in own.declared
                 else len(own.declared))
    form = tuple(options) if own.declared else tuple(_form_order(apart.rows, options))
    columns = [tuple("1" if option in row else "" for row in apart.rows) for option in form]
    strays = [tuple(part for part in row if part not in options) for row in apart.rows]
    written = tuple(look.masked("; ".join(row)) for row in strays)
    number = sum(1 for each in written if each)
    doubts: tuple[str, ...] = ()
    if number:
        doubts = (f"{number} answers that hardly anybody else gave are counted as Other: was one "
                  "of them an option of the form?",)
    if apart.separator == ",":
        doubts = (*doubts, "answers are joined by commas: check that no option was cut at a comma")
    labels = _unique([capital(shortened(each, _LABEL)) for each in form])
    _multiple((own,), labels, columns, (), found,
              f"several answers: cells hold options that recur, joined by “{apart.separator}”",
              written=written if number else (), doubts=doubts)
    return True


def _form_order(rows: Sequence[tuple[str, ...]], options: Sequence[str]) -> list[str]:
    """Options in the order in which the cells give them, which is mostly that of the form."""
    before: Counter[str] = Counter()
    for row in rows:
        known = [part for part in row if part in options]
        for place, part in enumerate(known):
            before[part] += len(known) - 2 * place - 1
    frequency = Counter(part for row in rows for part in row)
    return sorted(options, key=lambda each: (is_exclusive(each) or is_other(each),
                                             -before[each] / frequency[each]))


def _open(own: Field, found: Found) -> None:
    name = found.name(own)
    found.comments[name] = tuple(look.masked(cell) for cell in own.cells)
    reason = f"open: {len(own.given)} respondents wrote words of their own"
    _add(found, (own,), name, Kind.OPEN, reasons=(reason,))


# -- what all share --------------------------------------------------------------------------------


def _add(found: Found, fields: Sequence[Field], name: str, kind: Kind, **parts: Any) -> None:
    wording = without_number(fields[0].question) or name
    topic = topic_of(wording)
    if re.fullmatch(r"[A-Za-z]*\d*[a-z]?(?:[_.]\w+)*", fields[0].question):
        doubt = "the export has no wording: write what was asked"
        parts["doubts"] = (doubt, *parts.get("doubts", ()))
    make: Callable[..., GuessedQuestion] = GuessedQuestion
    parts.setdefault("sources", tuple(each.name for each in fields))
    found.questions.append(
        make(id=name, kind=kind, wording=wording, short=topic.short, topic=topic.goes_on,
             opening=topic.opening, **parts)
    )


def _merged(cells: Sequence[str]) -> Column:
    """Cells in which spellings of one label that differ by case or dashes alone are one."""
    spelt: dict[str, Counter[str]] = {}
    for cell in cells:
        if cell:
            spelt.setdefault(alike(cell), Counter())[look.whole(cell)] += 1
    best = {form: max(known, key=lambda each: (known[each], each)) for form, known in spelt.items()}
    return tuple(shortened(best[alike(cell)], _LABEL) if cell else "" for cell in cells)


def _filled(counts: Mapping[str, int], declared: list[str], wording: str) -> list[str]:
    """Points of a rating that nobody chose are on its form all the same."""
    if declared or not all(re.fullmatch(r"\d{1,2}", each) for each in counts):
        return declared
    values = [int(each) for each in counts]
    if not RATED.search(wording) or COUNTED.search(wording) or max(values) > _ONE_TO[-1]:
        return [str(each) for each in range(min(values), max(values) + 1)]
    highest = next((end for end in (5, 7, 10) if end >= max(values)), max(values))
    if max(values) == 4:  # noqa: PLR2004 - four points are a scale of their own
        highest = 4 if counts.get("4", 0) else 5
    lowest = 0 if 0 in values or (highest == 10 and "recommend" in wording.casefold()) else 1  # noqa: PLR2004
    return [str(each) for each in range(lowest, highest + 1)]


def _part(own: Field) -> str:
    return shortened(without_number(own.part or own.question), _LABEL)


def _unique(labels: Sequence[str]) -> list[str]:
    """Labels none of which reads like another."""
    found: list[str] = []
    seen: Counter[str] = Counter()
    for label in labels:
        seen[alike(label)] += 1
        number = seen[alike(label)]
        found.append(label if number == 1 else f"{label} ({number})")
    return found


