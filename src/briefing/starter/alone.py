"""One column to a question: one answer a cell, several, a number, or words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.found import (
    LABEL,
    MOST_GROUPS,
    add,
    add_open,
    filled,
    merged,
    unique,
    whole_wording,
)
from briefing.starter.known import (
    ATTRIBUTE_ANSWERS,
    ATTRIBUTE_LABELS,
    ATTRIBUTES,
    COUNT,
    COUNTABLE,
    NAMED,
    OPINION,
    YES_NO,
)
from briefing.starter.model import (
    GuessedAnswer,
    GuessedAttribute,
    GuessedItem,
    GuessedScale,
    LeftOut,
)
from briefing.starter.names import capital, id_of, ids_of, listed, of_others, shortened
from briefing.starter.scales import UNORDERED, guess_scale
from briefing.starter.several import Choice, add_multiple, asks_for_several
from briefing.starter.topics import without_number
from briefing.starter.ways_out import way_out
from briefing.starter.write_ins import asked_of, label_of_others, written_in
from briefing.survey.apart import is_exclusive, is_other
from briefing.survey.export import Holds
from briefing.survey.labels import alike
from briefing.survey.model import Kind, Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.field import Field
    from briefing.starter.found import Found

_MOST_ANSWERS = 30
"""A closed question has no more different answers."""
_MOST_OPTIONS = 40
_LABEL = 40
"""Signs of what an attribute is called, where another one has its name already."""
_NOT_PARTED = (
    "the wording asks for several answers, and cells are read as one each, for nothing tells a "
    'comma within an option from one between two: if they hold several, make it kind = "multiple" '
    'with separator = "," and list its options'
)


def add_alone(own: Field, found: Found, place: float) -> None:
    """Add the question or attribute of a field that stands alone; `place` is from 0 to 1."""
    own = replace(own, question=whole_wording(own), part="")
    numbers = look.numbers(_amounts(own))
    if own.holds is Holds.TEXT:
        add_open(own, found)
    elif own.holds in (Holds.RANK, Holds.TICK) or _is_lone_tick(own):
        found.left_out.append(LeftOut(own.name, "a mark without the other options of its question"))
        found.doubts.append(f"{own.name} stands alone: what question does its mark belong to?")
    elif numbers and not _labels(own) and _is_measure(own, numbers):
        _banded(own, numbers, found)
    elif numbers is not None or not (_from_joined(own, found) or _written(own, found)):
        typed = _typed(own)
        _counted(_as_other(own, typed), found, place)
        if typed:
            words = f"{own.question} (other, in their own words)"
            cells = tuple(each if each in typed else "" for each in merged(own.cells))
            add_open(replace(own, question=words, cells=cells, written=cells), found)


_TOP = re.compile(r"(\d+)(?:\+| (?:or|and) (?:older|more|over|above|up))", re.IGNORECASE)
"""A label of the highest of some numbers, which stand in the file as they are."""


def _labels(own: Field) -> list[str]:
    """The labels that an export declares, without those of no answer and of the highest number."""
    return [each for each in own.declared if not (way_out(each) or _TOP.fullmatch(each))]


def _amount(cell: str, declared: Sequence[str]) -> str:
    """A cell as a number, where its label says that it is the highest."""
    top = _TOP.fullmatch(cell) if cell in declared else None
    return top[1] if top else cell


def _amounts(own: Field) -> list[str]:
    """The cells, without the declared labels of no answer that stand among numbers."""
    out = {each for each in own.declared if way_out(each)}
    return [_amount(each, own.declared) for each in own.given if each not in out]


_ENOUGH = 40
_RARE = 3
"""So many answers at least that one respondent each gave, before they are taken for write-ins."""
_COVERED = 0.6
_NAMING = 9
"""So many words at most ask who somebody is where the answers are yes and no, as a rule."""


def _typed(own: Field) -> frozenset[str]:
    """The answers that one respondent each gave, if they are write-ins among the labels.

    Forms that offer "Other" write what respondents typed there in the place of the label.
    """
    counts = Counter(merged(own.given))
    rare = frozenset(each for each, count in counts.items() if count == 1)
    often = [count for count in counts.values() if count > 1]
    told = own.declared or own.holds not in (Holds.UNKNOWN, Holds.ANSWERS)
    closed = told or len(own.given) < _ENOUGH
    if closed or len(rare) < _RARE or len(often) < 2:  # noqa: PLR2004 - one answer is no choice
        return frozenset()
    scale = guess_scale(counts, (), own.question)
    named = scale.ordered or _attribute(own, scale, 0.5)
    return frozenset() if named or sum(often) < _COVERED * len(own.given) else rare


def _as_other(own: Field, typed: frozenset[str]) -> Field:
    """The field with what was typed as the answer of those who found theirs on no form."""
    if not typed:
        return own
    cells = merged(own.cells)
    label = next((each for each in cells if is_other(each)), "Other")
    return replace(own, cells=tuple(label if each in typed else each for each in cells))


def _is_lone_tick(own: Field) -> bool:
    """Whether a column holds one option of its question alone, which its head names too."""
    given = {alike(each) for each in own.given}
    if own.declared or own.holds is not Holds.UNKNOWN or len(given) != 1:
        return False
    return next(iter(given)) in alike(own.question)


def _written(own: Field, found: Found) -> bool:
    """Whether a column of words is respondents' own, or the names of what they belong to."""
    if own.holds is not Holds.UNKNOWN or own.declared or not look.wordy(own.given):
        return False
    if look.names(own.given) and "?" not in own.question:
        _unit(own, len(set(own.given)), found)
        return True
    if _known_scale(own):
        return False
    add_open(own, found)
    return True


def _counted(own: Field, found: Found, place: float) -> None:
    """One answer a cell, if there are not too many different ones."""
    cells = merged(own.cells)
    counts = Counter(cell for cell in cells if cell)
    if _grouped(replace(own, cells=cells), counts, found, place):
        return
    if len(counts) == 1 and not own.declared and len(own.given) >= _ENOUGH:
        found.left_out.append(LeftOut(own.name, "everybody who answered gave the same answer"))
    elif len(counts) <= _MOST_ANSWERS or own.declared:
        _single(replace(own, cells=cells), counts, found)
    elif len(counts) * (_ASKED if "?" in own.question else 2) > len(own.given):
        add_open(own, found)
    else:
        _unit(own, len(counts), found)


_ASKED = 4
"""Of a question so many replies an answer are words of one's own; of a name, half as many."""


def _unit(own: Field, number: int, found: Found) -> None:
    found.left_out.append(LeftOut(own.name, f"{number} different names or labels"))
    found.doubts.append(
        f"{own.name} has {number} different names or labels and is left out: is it a unit that "
        "respondents belong to, or can its labels be put into groups? It may tell who somebody is"
    )


def _known_scale(own: Field) -> bool:
    counts = Counter(merged(own.given))
    return len(counts) <= MOST_GROUPS and guess_scale(counts, own.declared).ordered


def _is_measure(own: Field, numbers: Sequence[float]) -> bool:
    distinct = set(numbers)
    steps = all(value == int(value) and 0 <= value <= 10 for value in distinct)  # noqa: PLR2004
    return not steps or (own.holds is Holds.NUMBER and len(distinct) > MOST_GROUPS)


def _grouped(own: Field, counts: Mapping[str, int], found: Found, place: float) -> bool:
    """Add the attribute that a column is, with what respondents wrote in one group of others."""
    scale = _scale(own, counts)
    written = frozenset() if scale.ordered else written_in(counts, own.declared)
    kept = Counter({each: count for each, count in counts.items() if each not in written})
    other = label_of_others(kept)
    if written:
        kept[other] += sum(counts[each] for each in written)
        scale = _scale(own, kept)
    kind = _attribute(own, scale, place)
    if not kind or not 1 < len(kept) <= MOST_GROUPS:
        return False
    masked = {each: look.masked(each) for each in written}
    groups = tuple(
        replace(each, values=(each.label, *sorted({*masked.values()} - {each.label})))
        if written and each.label == other
        else each
        for each in scale.answers
    )
    asked = [] if scale.ordered else asked_of(kept, own.declared, written, other)
    doubts = (*_of_codes(counts, scale), *asked)
    own = replace(own, cells=tuple(masked.get(each, each) for each in own.cells))
    scale = replace(scale, answers=groups, doubts=(*doubts, *scale.doubts))
    _add_attribute(own, kind, scale, found)
    return True


def _scale(own: Field, counts: Mapping[str, int]) -> GuessedScale:
    return guess_scale(counts, filled(counts, list(own.declared), own.question), own.question)


def _of_codes(counts: Mapping[str, int], scale: GuessedScale) -> list[str]:
    """What is asked of numbers that are neither amounts nor points of a rating."""
    if scale.family == "rating" or not all(each.isdigit() for each in counts):
        return []
    return [f"what do {listed(sorted(counts))} stand for? The export has no labels for them"]


def _single(own: Field, counts: Mapping[str, int], found: Found) -> None:
    scale = _scale(own, counts)
    doubts = _of_codes(counts, scale)
    if asks_for_several(own.question) and any("," in label for label in counts):
        doubts.append(_NOT_PARTED)
    name = found.name(own)
    found.responses[name] = own.cells
    reason = f"one answer: {len(counts)} different ones by {sum(counts.values())} respondents"
    add(found, (own,), name, Kind.SINGLE, reasons=(reason,), scale=scale, doubts=tuple(doubts))


def _add_attribute(own: Field, kind: str, scale: GuessedScale, found: Found) -> None:
    taken = {*(each.id for each in found.attributes), *found.responses}
    name = id_of(kind, taken, "group")
    found.responses[name] = own.cells
    if kind in NAMED:
        scale = replace(scale, doubts=tuple(e for e in scale.doubts if e != UNORDERED))
    names = [each for each in (own.question, own.name) if _is_name(each)]
    label = names[0] if names else _length(own.question) or ATTRIBUTE_LABELS.get(kind, kind)
    if not names and any(each.label == capital(label) for each in found.attributes):
        label = shortened(without_number(own.question).rstrip("?:. "), _LABEL)
    reason = f"tells who respondents are, by its name or wording ({kind})"
    found.attributes.append(
        GuessedAttribute(
            name,
            capital(label.replace("_", " ")),
            without_number(own.question),
            scale.answers,
            own.name,
            reasons=(reason, *scale.reasons),
            doubts=scale.doubts,
        )
    )


_LENGTH = re.compile(
    r"(?:\w+ly,? )?how (?:long|many (?P<unit>years|months)) have you (?:been )?(?P<what>.+)",
    re.IGNORECASE,
)
_LONGEST = 36


def _length(wording: str) -> str:
    """What a length of time is called: ``Years in this role``, ``Time living in the village``."""
    match = _LENGTH.fullmatch(without_number(wording).strip(" ?:."))
    if match is None:
        return ""
    name = f"{match['unit'] or 'time'} {of_others(match['what'])}"
    return capital(name) if len(name) <= _LONGEST else ""


def _is_name(words: str) -> bool:
    """Whether words are short, and no question or code: what an attribute can be called."""
    return len(words.split()) <= 3 and not re.search(r"[?\d]", words)  # noqa: PLR2004 - a name


def _attribute(own: Field, scale: GuessedScale, place: float) -> str:
    """The id of the attribute that a column is, empty if it is a question."""
    words = (own.name.casefold().replace("_", " "), own.question.casefold())
    if scale.family not in ("", "bands", "yes_no", "schooling"):
        return ""
    asks = scale.family == "yes_no" and len(own.question.split()) > _NAMING
    opinion, count = (bool(each.search(words[1])) for each in (OPINION, COUNT))
    for kind, pattern in ATTRIBUTES:
        if count and kind not in COUNTABLE:
            continue
        told = any(re.search(pattern, each) for each in words[: 1 if opinion else 2])
        if told and not (asks and kind not in YES_NO):
            return kind
    if opinion:
        return ""
    forms = {alike(each.label) for each in scale.answers}
    for kind, answers in ATTRIBUTE_ANSWERS:
        if len({word for form in forms for word in form.split("/")} & answers) > 1:
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
        value = look.number(_amount(cell, own.declared)) if cell else None
        cells.append(
            cell
            if value is None
            else next(each.label for each in made if each.low <= value < each.high)
        )
    held = [place for place, each in enumerate(made) if each.label in cells]
    used = [each.label for each in made[held[0] : held[-1] + 1]]
    out = [each for each in dict.fromkeys(own.given) if each in own.declared and way_out(each)]
    answers = tuple(
        GuessedAnswer(each, label, way_out(label) or Meaning.VALID)
        for label, each in ids_of([*used, *out], "from").items()
    )
    scale = GuessedScale(
        answers,
        family="bands",
        ordered=True,
        reasons=("numbers parted into bands with round ends",),
    )
    shown = replace(own, cells=tuple(cells))
    kind = _attribute(own, scale, 0.5)
    doubt = f"numbers from {min(numbers):g} to {max(numbers):g}: are these the bands that you want?"
    if kind:
        _add_attribute(shown, kind, replace(scale, doubts=(doubt,)), found)
        return
    name = found.name(own)
    found.responses[name] = shown.cells
    reasons = ("numbers, counted in bands",)
    add(found, (own,), name, Kind.SINGLE, reasons=reasons, scale=scale, doubts=(doubt,))


def _from_joined(own: Field, found: Found) -> bool:
    """Add a ranking or a choice of several, if the cells hold several answers."""
    if own.holds not in (Holds.UNKNOWN, Holds.ANSWERS, Holds.RANKED):
        return False
    if own.holds is Holds.UNKNOWN and _known_scale(own):
        return False
    ranked = own.holds is Holds.RANKED
    apart = look.joined(own.cells, own.separator, own.declared, sure=ranked)
    if apart is None:
        return False
    if ranked or (not own.declared and look.permutations(apart.rows)):
        _ordered(own, apart, found)
        return True
    form = _options(own, apart)
    if form:
        add_multiple((own,), _choice(apart, form), found)
    return bool(form)


def _ordered(own: Field, apart: look.Joined, found: Found) -> None:
    """Add a ranking of cells that hold options in their order, the best first."""
    options = own.declared or tuple(sorted({part for row in apart.rows for part in row}))
    ids = ids_of(options, "item")
    name = found.name(own)
    items = tuple(GuessedItem(ids[each], each, own.name) for each in options)
    for item in items:
        found.responses[f"{name}_{item.id}"] = tuple(
            str(row.index(item.label) + 1) if item.label in row else "" for row in apart.rows
        )
    reasons = ("ranking: cells hold the same options, each in an order of its own",)
    add(found, (own,), name, Kind.RANKING, items=items, places=len(items), reasons=reasons)


def _options(own: Field, apart: look.Joined) -> tuple[str, ...]:
    """The options of a choice: those declared, or those given again and again."""
    if own.declared:
        return own.declared if len(own.declared) <= _MOST_OPTIONS else ()
    counts = Counter(part for row in apart.rows for part in row)
    answered = sum(1 for row in apart.rows if row)
    least = max(2, answered // 50) if answered >= look.FEW else 1
    options = [part for part, count in counts.items() if count >= least]
    return tuple(_form_order(apart.rows, options)) if len(options) <= _MOST_OPTIONS else ()


def _choice(apart: look.Joined, form: tuple[str, ...]) -> Choice:
    strays = [tuple(part for part in row if part not in form) for row in apart.rows]
    written = tuple(look.masked("; ".join(row)) for row in strays)
    number = len(look.given(written))
    doubts = []
    if number:
        doubts.append(
            f"{number} answers that hardly anybody else gave are counted as Other: was one of them "
            "an option of the form?"
        )
    if apart.separator == ",":
        doubts.append("answers are joined by commas: check that no option was cut at a comma")
    return Choice(
        tuple(unique([capital(shortened(each, LABEL)) for each in form])),
        tuple(tuple("1" if option in row else "" for row in apart.rows) for option in form),
        f"several answers: cells hold options that recur, joined by “{apart.separator}”",
        written if number else (),
        tuple(doubts),
    )


def _form_order(rows: Sequence[tuple[str, ...]], options: Sequence[str]) -> list[str]:
    """Options in the order in which the cells give them, which is mostly that of the form."""
    before: Counter[str] = Counter()
    for row in rows:
        known = [part for part in row if part in options]
        for place, part in enumerate(known):
            before[part] += len(known) - 2 * place - 1
    frequency = Counter(part for row in rows for part in row)
    return sorted(
        options,
        key=lambda each: (is_exclusive(each) or is_other(each), -before[each] / frequency[each]),
    )
