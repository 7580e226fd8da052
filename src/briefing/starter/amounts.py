"""Numbers that respondents wrote, however they wrote them, and the bands in which they are told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.attributes import add_attribute, attribute_of
from briefing.starter.banded import are_years, bands, written
from briefing.starter.found import MOST_GROUPS, add, code_of, is_wordless
from briefing.starter.model import GuessedAnswer, GuessedScale
from briefing.starter.names import ids_of, listed, shortened
from briefing.starter.ratings import COUNTED
from briefing.starter.ways_out import strays, way_out
from briefing.survey.export import Holds
from briefing.survey.labels import alike
from briefing.survey.question import Kind, Meaning

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field
    from briefing.starter.found import Found

_TOP = re.compile(r"(\d+)(?:\+| (?:or|and) (?:older|more|over|above|up))", re.IGNORECASE)
"""A label of the highest of some numbers, which stand in the file as they are."""
_MOSTLY = 0.8
"""So large a part of the cells are numbers where a number was asked for."""
_LOST = 0.1
"""So large a part at most is no number in any reading, and is left out with a question."""
_SHOWN = 4
_WRITTEN = re.compile(
    r"(?P<sign>[£$€]\s?)?(?P<number>-?\d[\d.,\u00a0\u202f ]*)(?P<thousands>[kK])?"
    r"(?:\s?(?P<behind>[£$€])|\s?(?P<unit>[^\W\d_]+(?: old)?)\.?)?"
)
_YEARS = frozenset({"years", "year", "yrs", "years old", "jahre", "ans", "años", "oed", "mlwydd"})
_FOR_YEARS = re.compile(r"\bage\b|\bhow old\b|\balter\b|\bwie alt\b|\bâge\b|\bedad\b|\boed\b")


@dataclass(frozen=True, slots=True)
class Amounts:
    """A column of numbers: its cells as numbers, ways out as they are, all else blank.

    `lost` are the cells that were left blank, as they were written.
    """

    cells: tuple[str, ...]
    numbers: tuple[float, ...]
    lost: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    """Words for nothing, which are 0 where an amount was asked for."""

    @property
    def measure(self) -> bool:
        """Whether the numbers measure something, as points of a rating do not."""
        return not all(value == int(value) and 0 <= value <= 10 for value in set(self.numbers))  # noqa: PLR2004


def amounts_in(own: Field) -> Amounts | None:
    """The numbers that a column holds; None where it holds labels, words, or none."""
    if [each for each in own.declared if not (way_out(each) or _TOP.fullmatch(each))]:
        return None
    plain = look.plain_numbers(own.given)
    read = {
        each: each if way_out(each) else _read(plain.get(each, each), own)
        for each in dict.fromkeys(own.given)
    }
    told = [each for each in own.given if look.number(read[each]) is not None]
    lost = [each for each in own.given if not read[each]]
    free = len({read[each] for each in told}) > _MOST_LISTED
    known = [
        each
        for each in told
        if look.number(plain[each]) is not None
        or each in own.declared
        or _is_nothing(each, own)
        or (free and _SIGNED.search(each))
    ]
    if not told or len(known) < _MOSTLY * len(own.given) or len(lost) > _LOST * len(own.given):
        return None
    numbers = (look.number(read[each]) for each in told)
    return Amounts(
        tuple(read.get(each, "") for each in own.cells),
        tuple(each for each in numbers if each is not None),
        tuple(lost),
        tuple(each for each in own.given if _is_nothing(each, own)),
    )


_MOST_LISTED = 12
"""Different sums of money that a form lists; of more everybody wrote their own."""
_SIGNED = re.compile(r"^[£$€]|[£$€]$")


def _read(cell: str, own: Field) -> str:
    """A cell as a plain number; empty where it is none. No number is picked out of words."""
    if _is_nothing(cell, own):
        return "0"
    top = _TOP.fullmatch(cell) if cell in own.declared else None
    if top or look.number(cell) is not None:
        return top[1] if top else cell
    match = _WRITTEN.fullmatch(cell)
    if match is None:
        return ""
    unit, words = (match["unit"] or "").casefold(), own.question.casefold()
    money = match["sign"] or match["behind"]
    years = unit in _YEARS and _FOR_YEARS.search(words)
    if (match["thousands"] and not money) or (unit and not years and unit not in words):
        return ""
    number = look.number(match["number"].strip().replace("\u00a0", "").replace("\u202f", ""))
    if number is None:
        return ""
    return written(number * (1000 if match["thousands"] else 1))


_NOTHING = re.compile(
    r"none(?: at all)?|nothing|nil|zero|nought|never|nichts|keine?(?:n|s)?|null|rien|aucune?|zéro"
    r"|nada|ningun[oa]|cero|dim(?: byd)?|sero"
)
_HOW_MUCH = re.compile(
    r"how much|wie ?(?:viele?|lange?|oft)\b|combien|cu[áa]nt[oa]s?\b|\bsawl\b|\bfaint\b",
    re.IGNORECASE,
)


def _is_nothing(cell: str, own: Field) -> bool:
    """Whether words say 0 in the answer to how much or how many: ``None``, ``nichts``."""
    if cell in own.declared or not _NOTHING.fullmatch(alike(cell)):
        return False
    return bool(COUNTED.search(own.question) or _HOW_MUCH.search(own.question))


def is_measure(own: Field, found: Amounts) -> bool:
    """Whether a column of numbers is told in bands, and not as points of a rating or as codes."""
    if _is_coded(own, found):
        return False
    return found.measure or (own.holds is Holds.NUMBER and len(set(found.numbers)) > MOST_GROUPS)


def _is_coded(own: Field, found: Amounts) -> bool:
    """Whether numbers are the codes of answers.

    So are 99 behind 1 to 5, where nothing was counted, and all small numbers under a bare code.
    """
    values = set(found.numbers)
    if own.holds is Holds.NUMBER or COUNTED.search(own.question):
        return False
    if not all(value == int(value) and value >= 0 for value in values):
        return False
    cells = [f"{value:g}" for value in values]
    apart = strays(cells)
    inner = [value for value in values if f"{value:g}" not in apart]
    if apart and max(inner) <= _TENTH:
        return True
    bare = bool(code_of(own)) and is_wordless(own)
    return bare and max(inner) <= _MOST_CODES


_TENTH, _MOST_CODES = 10, 25
"""The highest point of a rating, and of the codes of answers that a form has to one question."""


def add_banded(own: Field, amounts: Amounts, found: Found) -> None:
    """Add the question or attribute of a column of numbers, counted in bands.

    A question keeps its numbers, of which a mean and a median are told, unless some of its cells
    say something else, name years, or stand for all numbers above.
    """
    made = bands(amounts.numbers, _money(own), capped=bool(own.declared))
    values = [look.number(cell) if cell else None for cell in amounts.cells]
    cells = tuple(
        cell
        if value is None
        else next(each.label for each in made if each.low <= value < each.high)
        for cell, value in zip(amounts.cells, values, strict=True)
    )
    held = [place for place, each in enumerate(made) if each.label in cells]
    used = made[held[0] : held[-1] + 1]
    out = [each for each in dict.fromkeys(look.given(amounts.cells)) if way_out(each)]
    ids = ids_of([*(each.label for each in used), *out], "from")
    answers = tuple(
        GuessedAnswer(each, label, way_out(label) or Meaning.VALID) for label, each in ids.items()
    )
    scale = GuessedScale(
        answers,
        family="bands",
        ordered=True,
        reasons=("numbers parted into bands with round ends",),
    )
    shown = replace(own, cells=cells)
    kind = attribute_of(own, scale, 0.5)
    low, high = min(amounts.numbers), max(amounts.numbers)
    doubts = (
        f"numbers from {low:g} to {high:g}: are these the bands that you want?",
        *_of_nothing(amounts.nothing),
        *_of_lost(amounts.lost),
    )
    if kind:
        add_attribute(shown, kind, replace(scale, doubts=doubts), found)
        return
    name = found.name(own)
    if out or own.declared or are_years(amounts.numbers):
        found.responses[name] = cells
        reasons = ("numbers, counted in bands",)
        add(found, (own,), name, Kind.SINGLE, reasons=reasons, scale=scale, doubts=doubts)
        return
    found.responses[name] = tuple("" if each is None else written(each) for each in values)
    add(
        found,
        (own,),
        name,
        Kind.NUMERIC,
        reasons=("numbers, of which a mean and a median are told, and bands",),
        scale=scale,
        bands=tuple((each.low, each.high) for each in used),
        unit=_money(own) or _measure(own),
        decimals=_pence(amounts) if _money(own) else None,
        doubts=doubts,
    )


def _pence(amounts: Amounts) -> int:
    """The places of a mean of money: pence, unless it is of sums that nobody tells with them."""
    return 0 if max(map(abs, amounts.numbers)) >= _LARGE else 2


_LARGE = 1000


def _measure(own: Field) -> str:
    """What a wording asks how many there are of, where it is a measure: ``minutes``."""
    match = _MEASURED.search(own.question)
    return match[1].casefold() if match else ""


_MEASURED = re.compile(
    r"\bhow many (minutes|hours|days|weeks|months|years|miles|kilometres|metres|litres)\b",
    re.IGNORECASE,
)


def _money(own: Field) -> str:
    """The sign of the money that a column counts, by its wording or by what was written."""
    asked = set(_CURRENCY.findall(own.question)) or {
        _CURRENCIES[each.casefold()] for each in _IN_WORDS.findall(own.question)
    }
    signs = asked or {sign for each in own.given for sign in _CURRENCY.findall(each)}
    return signs.pop() if len(signs) == 1 else ""


_CURRENCY = re.compile(r"[£$€]")
_CURRENCIES = {"pounds": "£", "pounds sterling": "£", "euros": "€", "dollars": "$"}
_IN_WORDS = re.compile(
    r"(?:spen[dt]|pay|paid|cost|price|earn|income|wage|salary|charge|donat|budget|worth|save)"
    r".*\b(pounds sterling|pounds|euros|dollars)\b",
    re.IGNORECASE,
)
"""A currency in words; what is weighed in pounds is none."""


def _of_nothing(words: Sequence[str]) -> tuple[str, ...]:
    """What is asked of words for nothing."""
    if not words:
        return ()
    shown = listed([f"“{each}”" for each in list(dict.fromkeys(words))[:_SHOWN]])
    cells = "cell is" if len(words) == 1 else "cells are"
    return (f"{len(words)} {cells} counted as 0, {shown}: is that right?",)


def _of_lost(lost: Sequence[str]) -> tuple[str, ...]:
    """What is asked of cells that are no numbers among numbers."""
    if not lost:
        return ()
    some = list(dict.fromkeys(lost))
    shown = [f"“{shortened(each, 30)}”" for each in some[:_SHOWN]]
    more = [f"{len(some) - _SHOWN} more"] if len(some) > _SHOWN else []
    cells = "cell is" if len(lost) == 1 else "cells are"
    which = listed((*shown, *more))
    return (f"{len(lost)} {cells} no number and counted as no answer, {which}: is that right?",)
