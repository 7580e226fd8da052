"""One column to a question: one answer a cell, several, a number, or words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.amounts import add_banded, amounts_in, is_measure
from briefing.starter.attributes import add_attribute, attribute_of
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
from briefing.starter.joined import FEW, Joined, in_one_order, joined, permutations
from briefing.starter.known import ASKS_FREELY, OPEN
from briefing.starter.model import GuessedItem, GuessedScale, LeftOut
from briefing.starter.names import capital, ids_of, listed, shortened
from briefing.starter.rounds import round_of, rounds
from briefing.starter.scales import guess_scale
from briefing.starter.several import Choice, add_multiple, asks_for_several
from briefing.starter.ways_out import way_out
from briefing.starter.write_ins import asked_of, is_of_names, label_of_others, rare_in, typed_in
from briefing.survey.apart import is_exclusive, is_other
from briefing.survey.export import Holds
from briefing.survey.labels import alike
from briefing.survey.question import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.starter.field import Field
    from briefing.starter.found import Found

_MOST_ANSWERS = 30
"""A closed question has no more different answers."""
_MOST_OPTIONS = 40
_NOT_PARTED = (
    "the wording asks for several answers, and cells are read as one each, for nothing tells a "
    'comma within an option from one between two: if they hold several, make it kind = "multiple" '
    'with separator = "," and list its options'
)


def add_alone(own: Field, found: Found, place: float) -> None:
    """Add the question or attribute of a field that stands alone; `place` is from 0 to 1."""
    own = replace(own, question=whole_wording(own), part="")
    if kind := round_of(own):
        own = replace(own, cells=tuple(map(look.whole, own.cells)))
        add_attribute(own, kind, rounds(own, kind), found)
        return
    amounts = amounts_in(own)
    if amounts is None and (own.holds is Holds.TEXT or _asks_for_words(own)):
        add_open(own, found)
    elif own.holds in (Holds.RANK, Holds.TICK) or _is_lone_tick(own):
        found.left_out.append(LeftOut(own.name, "a mark without the other options of its question"))
        found.doubts.append(f"{own.name} stands alone: what question does its mark belong to?")
    elif amounts and is_measure(own, amounts):
        add_banded(own, amounts, found)
    elif _is_of_numbers(own) or not (_from_joined(own, found) or _written(own, found)):
        typed = _typed(own)
        _counted(_as_other(own, typed), found, place)
        if typed:
            words = f"{own.question} (other, in their own words)"
            cells = tuple(each if each in typed else "" for each in merged(own.cells))
            add_open(replace(own, question=words, cells=cells, written=cells), found)


_ENOUGH = 40


def _typed(own: Field) -> frozenset[str]:
    """The answers that are write-ins among the labels.

    Forms that offer "Other" write what respondents typed there in the place of the label.
    """
    if own.declared or own.holds not in (Holds.UNKNOWN, Holds.ANSWERS):
        return frozenset()
    counts = Counter(merged(own.given))
    typed = typed_in(counts)
    if len({*counts} - typed) > _MOST_ANSWERS:
        return frozenset()  # names of a list, of which some are rare
    scale = guess_scale(counts, (), own.question) if typed else None
    return frozenset() if scale is None or scale.ordered or attribute_of(own, scale, 0.5) else typed


def _as_other(own: Field, typed: frozenset[str]) -> Field:
    """The field with what was typed as the answer of those who found theirs on no form."""
    if not typed:
        return own
    cells = merged(own.cells)
    label = label_of_others(each for each in cells if each not in typed)
    return replace(own, cells=tuple(label if each in typed else each for each in cells))


def _is_of_numbers(own: Field) -> bool:
    """Whether all cells are numbers, the declared labels of no answer aside."""
    return (
        look.numbers([e for e in own.given if e not in own.declared or not way_out(e)]) is not None
    )


def _asks_for_words(own: Field) -> bool:
    """Whether respondents were asked for words of their own, however alike these are.

    So it is by the wording, or where sentences hold an address or a number that was masked.
    """
    if own.holds is not Holds.UNKNOWN or own.declared or _known_scale(own):
        return False
    if OPEN.search(own.question) or (ASKS_FREELY.search(own.question) and _in_many_words(own)):
        return True
    labels = list(dict.fromkeys(own.given))
    return any(look.MASK in each for each in labels) and look.sentences(labels)


def _in_many_words(own: Field) -> bool:
    """Whether answers are many and none is given by so many as one of a form is, as a rule."""
    counts = Counter(alike(each) for each in own.given if not is_exclusive(each))
    return len(counts) > _FEW and max(counts.values()) < _OFTEN * counts.total()


_FEW, _OFTEN = 3, 0.3


def _is_lone_tick(own: Field) -> bool:
    """Whether a column holds one option of its question alone, which its head names too."""
    given = {alike(each) for each in own.given}
    if own.declared or own.holds is not Holds.UNKNOWN or len(given) != 1:
        return False
    if own.question.endswith("?") and len(own.given) == len(own.cells):  # all gave one answer
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
    if len(counts) == 1 and len(own.given) >= _ENOUGH:
        found.left_out.append(LeftOut(own.name, "everybody who answered gave the same answer"))
    elif _all_differ(own, counts):
        add_open(own, found)
    elif own.declared and len(counts) > _MOST_ANSWERS and not _scale(own, counts).ordered:
        _unit(own, len(counts), found)
    elif own.declared or (
        len(counts) <= _MOST_ANSWERS and (not is_of_names(counts) or _known_scale(own))
    ):
        _single(replace(own, cells=cells), counts, found)
    elif len(counts) * (_ASKED if "?" in own.question else 2) > len(own.given):
        add_open(own, found)
    else:
        _unit(own, len(counts), found)


def _all_differ(own: Field, counts: Mapping[str, int]) -> bool:
    """Whether each of some replies was given once: a chart of those tells nothing."""
    if own.declared or len(counts) < _FEW or max(counts.values()) > 1:
        return False
    return not (look.numbers(own.given) or _scale(own, counts).ordered)


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


def _grouped(own: Field, counts: Mapping[str, int], found: Found, place: float) -> bool:
    """Add the attribute that a column is, with what respondents wrote in one group of others."""
    scale = _scale(own, counts)
    written = frozenset() if scale.ordered else rare_in(counts, own.declared)
    kept = Counter({each: count for each, count in counts.items() if each not in written})
    other = label_of_others(kept)
    if written:
        kept[other] += sum(counts[each] for each in written)
        scale = _scale(own, kept)
    kind = attribute_of(own, scale, place)
    if not kind or len(kept) > MOST_GROUPS or len({*kept} - {other}) < 2:  # noqa: PLR2004 - no groups
        return False
    masked = {each: look.masked(each) for each in written}
    groups = tuple(
        replace(each, values=(each.label, *sorted({*masked.values()} - {each.label})))
        if written and each.label == other
        else each
        for each in scale.answers
    )
    doubts = (*_of_codes(counts, scale, grouped=True), *asked_of(written, other))
    own = replace(own, cells=tuple(masked.get(each, each) for each in own.cells))
    kept_doubts = () if scale.family == "rating" else scale.doubts  # of points, which codes are not
    scale = replace(scale, answers=groups, doubts=(*doubts, *kept_doubts))
    add_attribute(own, kind, scale, found)
    return True


def _scale(own: Field, counts: Mapping[str, int]) -> GuessedScale:
    return guess_scale(counts, filled(counts, list(own.declared), own.question), own.question)


def _of_codes(
    counts: Mapping[str, int], scale: GuessedScale, *, grouped: bool = False
) -> list[str]:
    """What is asked of numbers that are neither amounts nor points of a rating."""
    if (scale.family == "rating" and not grouped) or not all(each.isdigit() for each in counts):
        return []
    codes = listed(sorted(counts, key=int))
    return [f"what do {codes} stand for? The export has no labels for them"]


def _single(own: Field, counts: Mapping[str, int], found: Found) -> None:
    scale = _scale(own, counts)
    doubts = _of_codes(counts, scale)
    if asks_for_several(own.question) and any("," in label for label in counts):
        doubts.append(_NOT_PARTED)
    others = sum(count for label, count in counts.items() if is_other(label))
    if others * 5 > sum(counts.values()):
        doubts.append(
            f"{others} of {sum(counts.values())} gave “Other”: is there anything among it that "
            "should be an answer of its own?"
        )
    name = found.name(own)
    found.responses[name] = own.cells
    reason = f"one answer: {len(counts)} different ones by {sum(counts.values())} respondents"
    add(found, (own,), name, Kind.SINGLE, reasons=(reason,), scale=scale, doubts=tuple(doubts))


def _from_joined(own: Field, found: Found) -> bool:
    """Add a ranking or a choice of several, if the cells hold several answers."""
    if own.holds not in (Holds.UNKNOWN, Holds.ANSWERS, Holds.RANKED):
        return False
    if own.holds is Holds.UNKNOWN and _known_scale(own):
        return False
    ranked = own.holds is Holds.RANKED
    apart = joined(own.cells, own.separator, own.declared, sure=ranked)
    if apart is None:
        return False
    if ranked or (not own.declared and _is_ordered(own, apart)):
        _ordered(own, apart, found)
        return True
    form = _options(own, apart)
    if form:
        add_multiple((own,), _choice(apart, form), found)
    return bool(form)


def _is_ordered(own: Field, apart: Joined) -> bool:
    """Whether cells rank their options: all of them, or some where an order was asked for."""
    counts = Counter(part for row in apart.rows for part in row)
    few = len(counts) <= _MOST_RANKED and min(counts.values(), default=0) > 1
    asked = few and _ASKS_FOR_ORDER.search(own.question)
    return permutations(apart.rows) or bool(asked and not in_one_order(apart.rows))


_MOST_RANKED = 15
_ASKS_FOR_ORDER = re.compile(
    r"\brank(?:ed|ing)?\b|\bin order\b|\border of (?:importance|preference|priority)",
    re.IGNORECASE,
)


def _ordered(own: Field, apart: Joined, found: Found) -> None:
    """Add a ranking of cells that hold options in their order, the best first."""
    options = own.declared or tuple(sorted({part for row in apart.rows for part in row}))
    ids = ids_of(options, "item")
    name = found.name(own)
    items = tuple(GuessedItem(ids[each], each, own.name) for each in options)
    for item in items:
        found.responses[f"{name}_{item.id}"] = tuple(
            str(row.index(item.label) + 1) if item.label in row else "" for row in apart.orders
        )
    twice = sum(len(set(row)) < len(row) for row in apart.orders)
    doubts = (f"{twice} put an item at two places: the better one counts, is that right?",)
    reasons = ("ranking: cells hold options, each in an order of its own",)
    add(
        found,
        (own,),
        name,
        Kind.RANKING,
        items=items,
        places=min(len(items), max(map(len, apart.orders))),
        reasons=reasons,
        doubts=doubts * bool(twice),
    )


def _options(own: Field, apart: Joined) -> tuple[str, ...]:
    """The options of a choice: those declared, or those given again and again."""
    if own.declared:
        return own.declared if len(own.declared) <= _MOST_OPTIONS else ()
    counts = Counter(part for row in apart.rows for part in row)
    answered = sum(1 for row in apart.rows if row)
    least = max(2, answered // 50) if answered >= FEW else 1
    options = [part for part, count in counts.items() if count >= least]
    return tuple(_form_order(apart.rows, options)) if len(options) <= _MOST_OPTIONS else ()


def _choice(apart: Joined, form: tuple[str, ...]) -> Choice:
    strays = [tuple(part for part in row if part not in form) for row in apart.rows]
    written = tuple(look.masked("; ".join(row)) for row in strays)
    number = len(look.given(written))
    doubts = []
    if number:
        some = "an answer that hardly anybody else gave is counted as Other: was it an option"
        many = f"{number} answers that hardly anybody else gave are counted as Other: was one of"
        doubts.append(
            f"{some} of the form?" if number == 1 else f"{many} them an option of the form?"
        )
    if apart.separator.strip() == ",":
        doubts.append("answers are joined by commas: was any option cut at a comma of its own?")
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
