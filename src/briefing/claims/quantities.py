"""Claims as authors write them, read into statements: a hand-written grammar of English quantities.

Reading looks at the words alone; whether a statement is true of a table is `verdicts`' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from briefing.claims.numerals import ORDINALS, read_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class UnclearClaimError(Exception):
    """Words that make no statement which could be checked."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Unit(Enum):
    """What a stated amount is an amount of."""

    PERCENT = "per cent"
    FRACTION = "a fraction"
    NUMBER = "a number"
    OF = "so many of so many"


class Hedge(Enum):
    """How closely an amount is stated."""

    PLAIN = "as stated"
    EXACTLY = "exactly"
    OVER = "over"
    UNDER = "under"
    JUST_OVER = "just over"
    JUST_UNDER = "just under"
    ALMOST = "almost"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    UP_TO = "up to"
    WELL_OVER = "well over"
    WELL_UNDER = "well under"


@dataclass(frozen=True, slots=True)
class Amount:
    """A stated amount: ``21 per cent`` is 21/100 of PERCENT, ``two in five`` 2/5 of FRACTION.

    `decimals` are those that the author wrote; `whole` is the second number of ``10 of 16``.
    """

    unit: Unit
    value: Fraction
    decimals: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount and how closely it is stated: ``just under 80 per cent``."""

    hedge: Hedge
    amount: Amount


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word that stands for a range of shares: ``most``, ``few``, ``almost all``."""

    name: str
    number: int | None = None
    """The number in ``all 12``: how many there are of them."""


@dataclass(frozen=True, slots=True)
class Range:
    """``between a third and almost half``; with `ends` (``from … to …``) both ends are reached."""

    low: Quantity
    high: Quantity
    ends: bool = False


@dataclass(frozen=True, slots=True)
class Respectively:
    """As many quantities as cells: ``21 and 23 per cent``."""

    quantities: tuple[Quantity, ...]


@dataclass(frozen=True, slots=True)
class Superlative:
    """A place among other cells: the `first` to `last` from the high end (+1) or the low end (-1).

    `shared` allows a tie with cells beyond the last place (``joint highest``), `some` is for ``one
    of the two highest``.
    """

    end: int
    first: int = 1
    last: int | None = None
    shared: bool = False
    some: bool = False


@dataclass(frozen=True, slots=True)
class Similar:
    """Two cells that are close; with `same` they print the same figure."""

    same: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """The first cell above (+1) or below (-1) the others: ``more … than …``."""

    sign: int
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Times:
    """The first cell as a multiple of the second: ``twice as many``."""

    hedge: Hedge
    factor: Fraction


@dataclass(frozen=True, slots=True)
class Points:
    """The first cell above (+1) or below (-1) the second by percentage points; 0 where not said."""

    quantity: Quantity
    sign: int = 0


Statement: TypeAlias = (
    Quantity | Quantifier | Range | Respectively | Superlative | Similar | Compared | Times | Points
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What an author's words state; `negated` says that it is stated of those who do not."""

    statement: Statement
    negated: bool = False


_TOKEN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|%|[<>£$€/+=]|[a-zà-ž]+(?:'[a-z]+)?|,")
_FOREIGN = frozenset("£$€/+=")
_PLAIN_SIGNS = str.maketrans("-\N{NON-BREAKING HYPHEN}\N{RIGHT SINGLE QUOTATION MARK}", "  '")
_NOT = frozenset({"not", "never", "cannot", "neither", "nor"})
_DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
}
_NOUNS = {**_DENOMINATORS, "halve": 2}


def _phrases(table: dict[str, str]) -> dict[tuple[str, ...], str]:
    """Spread ``{name: "one phrase|another"}`` into tuples of tokens, the longest first."""
    spread = {
        tuple(phrase.split()): name
        for name, phrases in table.items()
        for phrase in phrases.split("|")
    }
    return dict(sorted(spread.items(), key=lambda each: -len(each[0])))


_HEDGES = _phrases(
    {
        "PLAIN": "only|just|a mere|merely|as few as|as many as|as little as|fully",
        "EXACTLY": "exactly|precisely",
        "OVER": "over|more than|above|upwards of|in excess of|greater than|higher than|>",
        "UNDER": "under|fewer than|less than|below|lower than|not even|<",
        "JUST_OVER": "just over|just above|just more than|slightly over|slightly above|"
        "slightly more than|a little over|a little more than|a little above",
        "JUST_UNDER": "just under|just below|just less than|just fewer than|slightly under|"
        "slightly below|slightly less than|slightly fewer than|a little under|a little less than|"
        "a little fewer than|a little below",
        "ALMOST": "almost|nearly|close to|approaching|not quite",
        "ABOUT": "about|around|roughly|approximately|some|circa",
        "AT_LEAST": "at least|no fewer than|no less than|not less than|a minimum of",
        "AT_MOST": "at most|no more than|not more than|a maximum of",
        "UP_TO": "up to",
        "WELL_OVER": "well over|well above|far more than|much more than",
        "WELL_UNDER": "well under|well below|far fewer than|far less than|much less than",
    }
)

_QUANTIFIERS = _phrases(
    {
        "vast majority": "the vast majority|a vast majority|vast majority|"
        "the overwhelming majority|an overwhelming majority|the great majority|great majority",
        "large majority": "a large majority|large majority|a clear majority|clear majority",
        "small majority": "a small majority|a slim majority|a narrow majority|a bare majority|"
        "small majority|slim majority|narrow majority",
        "majority": "the majority|a majority|majority|most",
        "large minority": "a large minority|large minority|a substantial minority|"
        "a significant minority|a sizeable minority",
        "small minority": "a small minority|small minority|only a small minority",
        "tiny minority": "a tiny minority|tiny minority",
        "minority": "a minority|the minority|minority",
        "almost all": "almost all|nearly all|virtually all|almost every|nearly every|"
        "almost everyone|nearly everyone|almost everybody|nearly everybody",
        "not all": "not all|not every|not everyone|not everybody",
        "all": "all|every|everyone|everybody",
        "almost none": "almost none|hardly any|hardly anyone|almost no|almost nobody|almost no one|"
        "very few",
        "few": "few|a few|only a few|just a few|relatively few",
        "none": "none|no one|nobody|not one|not a single|not any|no",
    }
)
_ARTICLES = frozenset({"a", "an", "one"})

_SUPERLATIVES = {
    **dict.fromkeys(
        ["highest", "most", "greatest", "largest", "biggest", "top", "best", "strongest", "first"],
        +1,
    ),
    **dict.fromkeys(
        ["lowest", "least", "fewest", "smallest", "bottom", "weakest", "worst", "last"], -1
    ),
}
_MORE = frozenset(["more", "higher", "greater", "larger", "bigger", "better"])
_LESS = frozenset(["fewer", "less", "lower", "smaller", "worse"])
_MARGINS = _phrases(
    {"slightly": "slightly|a little|marginally", "far": "far|much|many|considerably|well"}
)
_MULTIPLES = {
    "twice": Fraction(2),
    "double": Fraction(2),
    "thrice": Fraction(3),
    "treble": Fraction(3),
    "triple": Fraction(3),
    "half": Fraction(1, 2),
}

UNDERSTOOD = (
    "amounts (21 per cent, 21%, a third, two in five, 10 of 16, all 12), hedged by over, under, at "
    "least, at most, up to, just over, just under, almost, nearly, about, around, only; between … "
    "and …; most, majority, minority, few, none, all, almost all; with among=: highest, most, "
    "lowest, least, second highest, top two; of two cells: similar, the same, more … than …, "
    "fewer … than …, twice as many, 12 percentage points more"
)
"""What a claim may say, for the author whose claim was not understood."""


def tokens_of(words: str) -> tuple[str, ...]:
    """The words of a claim in lower case; hyphens part them, other punctuation falls away."""
    plain = words.lower().translate(_PLAIN_SIGNS)
    return tuple(_TOKEN.findall(re.sub(r"\bpercent\b", "per cent", plain)))


def first_amount(words: str) -> Amount | None:
    """The amount with which `words` begin, if there is one."""
    tokens = tokens_of(words)
    found = _quantity(tokens, 0)
    return found[0].amount if found else None


def read_claim(words: str, *, cells: int = 1, among: bool = False) -> Claim:
    """Read what `words` state of so many `cells`; raises `UnclearClaimError` if it is nothing.

    With `among` the words are read as a superlative. The statement may stand within other words
    (``most people are not engaged``), but those must not state a second one.
    """
    tokens = tokens_of(words)
    if _FOREIGN.intersection(tokens):
        raise UnclearClaimError(
            f"'{words}' is more than a quantity", f"understood are {UNDERSTOOD}"
        )
    for at in range(len(tokens)):
        for read in _readers(cells, among=among):
            found = read(tokens, at)
            if found is not None:
                statement, end = found
                return _claim(words, statement, tokens[:at], tokens[end:])
    if among:
        raise UnclearClaimError(
            f"'{words}' says nothing of the cell's place among others",
            "with among= write highest, most, lowest, least, second highest, top two",
        )
    raise UnclearClaimError(f"'{words}' cannot be checked", f"understood are {UNDERSTOOD}")


def _readers(
    cells: int, *, among: bool
) -> tuple[Callable[[Sequence[str], int], tuple[Statement, int] | None], ...]:
    if among:
        return (_superlative,)
    of_two = (_times, _points, _similar, _respectively, _quantity, _compared) if cells > 1 else ()
    return (_range, *of_two, _quantity, _quantifier)


def _claim(words: str, statement: Statement, lead: Sequence[str], rest: Sequence[str]) -> Claim:
    for part in (lead, rest):
        if any(_states(part, at) for at in range(len(part))):
            raise UnclearClaimError(
                f"'{words}' states more than one thing", "claim each of them in brackets of its own"
            )
    if _NOT.intersection(lead):
        raise UnclearClaimError(
            f"'{words}' cannot be checked: 'not' stands before the quantity",
            "put 'not' behind the quantity, or claim the opposite",
        )
    negated = any(token in _NOT or token.endswith("n't") for token in rest)
    return Claim(statement, negated)


def _states(tokens: Sequence[str], at: int) -> bool:
    """Whether a quantity begins here that nobody would take for a filler."""
    found = _amount(tokens, at)
    if found is not None:
        return found[0].unit is not Unit.NUMBER or tokens[at][0].isdigit()
    return tokens[at] in {"most", "majority", "minority"}


def _match(
    phrases: dict[tuple[str, ...], str], tokens: Sequence[str], at: int
) -> tuple[str, int] | None:
    for phrase, name in phrases.items():
        if tuple(tokens[at : at + len(phrase)]) == phrase:
            return name, at + len(phrase)
    return None


def _token(tokens: Sequence[str], at: int) -> str:
    return tokens[at] if 0 <= at < len(tokens) else ""


def _number(tokens: Sequence[str], at: int) -> tuple[Fraction, int, int] | None:
    """A number in figures or words: its value, its decimals and where it ends."""
    token = _token(tokens, at)
    if token[:1].isdigit():
        digits = token.replace(",", "")
        return Fraction(digits), len(digits.partition(".")[2]), at + 1
    read = read_number(tokens, at)
    return (Fraction(read[0]), 0, at + read[1]) if read else None


def _amount(tokens: Sequence[str], at: int) -> tuple[Amount, int] | None:
    fraction = _one_part(tokens, at)
    if fraction is not None:
        return fraction
    number = _number(tokens, at)
    if number is None:
        return None
    value, decimals, end = number
    for sign in (("%",), ("per", "cent")):
        if tuple(tokens[end : end + len(sign)]) == sign:
            return Amount(Unit.PERCENT, value / 100, decimals), end + len(sign)
    plural = _token(tokens, end)
    if plural.endswith("s") and plural[:-1] in _NOUNS and value > 1:
        return Amount(Unit.FRACTION, value / _NOUNS[plural[:-1]]), end + 1
    return _of_another(tokens, value, decimals, end)


def _one_part(tokens: Sequence[str], at: int) -> tuple[Amount, int] | None:
    """``half``, ``a third``, ``one quarter``."""
    if _token(tokens, at) == "half":
        return Amount(Unit.FRACTION, Fraction(1, 2)), at + 1
    if _token(tokens, at) in _ARTICLES and _token(tokens, at + 1) in _DENOMINATORS:
        return Amount(Unit.FRACTION, Fraction(1, _DENOMINATORS[tokens[at + 1]])), at + 2
    return None


def _of_another(
    tokens: Sequence[str], value: Fraction, decimals: int, end: int
) -> tuple[Amount, int]:
    """``two in five``, ``nine out of ten``, ``10 of the 16``, or the number alone."""
    joints = {("in",): Unit.FRACTION, ("out", "of"): Unit.FRACTION, ("of",): Unit.OF}
    noun = _noun_between(tokens, value, end)
    if noun is not None:
        return noun
    for joint, unit in joints.items():
        if tuple(tokens[end : end + len(joint)]) != joint:
            continue
        behind = end + len(joint)
        if _token(tokens, behind) in {"every", "the", "those", "all"}:
            behind += 1
        whole = _number(tokens, behind)
        if whole is None or whole[1] or whole[0] <= 0 or value > whole[0]:
            continue
        if unit is Unit.FRACTION:
            exact = int(whole[0]) if joint == ("out", "of") else 0
            return Amount(unit, value / whole[0], whole=exact), whole[2]
        return Amount(unit, value, whole=int(whole[0])), whole[2]
    return Amount(Unit.NUMBER, value, decimals), end


def _noun_between(tokens: Sequence[str], value: Fraction, end: int) -> tuple[Amount, int] | None:
    """``one resident in five``: a noun within the ratio, which then is one of a round number."""
    if not _token(tokens, end).isalpha() or _token(tokens, end) in {"in", "out", "of"}:
        return None
    for joint in (("in",), ("out", "of")):
        behind = end + 1 + len(joint)
        whole = _number(tokens, behind)
        if tuple(tokens[end + 1 : behind]) == joint and whole and whole[0] in _ROUND:
            return (Amount(Unit.FRACTION, value / whole[0]), whole[2]) if value < whole[0] else None
    return None


_ROUND = frozenset({*range(2, 11), 20, 100})


def _quantity(tokens: Sequence[str], at: int) -> tuple[Quantity, int] | None:
    hedge, end = Hedge.PLAIN, at
    matched = _match(_HEDGES, tokens, at)
    if matched is not None:
        hedge, end = Hedge[matched[0]], matched[1]
        second = _match(_HEDGES, tokens, end) if hedge is Hedge.PLAIN else None
        if second is not None:
            hedge, end = Hedge[second[0]], second[1]
    found = _amount(tokens, end)
    return (Quantity(hedge, found[0]), found[1]) if found else None


def _quantifier(tokens: Sequence[str], at: int) -> tuple[Quantifier, int] | None:
    matched = _match(_QUANTIFIERS, tokens, at)
    if matched is None:
        return None
    name, end = matched
    if name != "all":
        return Quantifier(name), end
    behind = end
    while _token(tokens, behind) in {"of", "the", "those"}:
        behind += 1
    number = _number(tokens, behind)
    if number is None or number[1]:
        return Quantifier(name), end
    return Quantifier(name, int(number[0])), number[2]


def _range(tokens: Sequence[str], at: int) -> tuple[Range, int] | None:
    joint = {"between": "and", "from": "to"}.get(_token(tokens, at))
    low = _quantity(tokens, at + 1) if joint else None
    if low is None or _token(tokens, low[1]) != joint:
        return None
    high = _quantity(tokens, low[1] + 1)
    if high is None:
        return None
    first, last = _in_one_unit((low[0], high[0]))
    return Range(first, last, ends=joint == "to"), high[1]


def _respectively(tokens: Sequence[str], at: int) -> tuple[Respectively, int] | None:
    quantities: list[Quantity] = []
    found, end = _quantity(tokens, at), at
    while found is not None:
        quantities.append(found[0])
        end = behind = found[1]
        while _token(tokens, behind) in {",", "and"}:
            behind += 1
        found = _quantity(tokens, behind) if behind > end else None
    if len(quantities) < 2:  # noqa: PLR2004 - two make a list
        return None
    return Respectively(_in_one_unit(tuple(quantities))), end


def _in_one_unit(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Give numbers without a unit the one that the last of them has: ``21 and 23 per cent``."""
    last = quantities[-1].amount
    if last.unit is not Unit.PERCENT:
        return quantities
    return tuple(
        Quantity(each.hedge, Amount(last.unit, each.amount.value / 100, each.amount.decimals))
        if each.amount.unit is Unit.NUMBER
        else each
        for each in quantities
    )


def _superlative(tokens: Sequence[str], at: int) -> tuple[Superlative, int] | None:
    """``highest``, ``second highest``, ``the two lowest``, ``one of the top three``."""
    start = at
    some = tuple(tokens[at : at + 2]) == ("one", "of") or _token(tokens, at) == "among"
    if some:
        at += 2 if tokens[at] == "one" else 1
    at += _token(tokens, at) == "the"
    shared = _token(tokens, at) in {"joint", "equal"}
    at += shared
    place = ORDINALS.get(_token(tokens, at), 0) if _token(tokens, at + 1) in _SUPERLATIVES else 0
    at += place > 0
    number = _count(tokens, at)
    at += number > 0
    end = _SUPERLATIVES.get(_token(tokens, at), 0)
    if not end:
        return None
    at += 1
    at += _token(tokens, at) == "often"
    if not number and not place:
        number = _count(tokens, at)
        at += number > 0
    if some and not number:
        return None
    last = place or number or None
    return Superlative(end, place or 1, last, shared=shared, some=some), max(at, start + 1)


def _count(tokens: Sequence[str], at: int) -> int:
    """A whole number of one token, from two to nineteen; 0 if there is none."""
    read = _number(tokens[: at + 1], at)
    return int(read[0]) if read and 1 < read[0] < 20 and not read[1] else 0  # noqa: PLR2004


def _similar(tokens: Sequence[str], at: int) -> tuple[Similar, int] | None:
    close = {("similar",), ("similarly",), ("about", "the", "same"), ("much", "the", "same")}
    for phrase in close:
        if tuple(tokens[at : at + len(phrase)]) == phrase:
            return Similar(), at + len(phrase)
    same = {("the", "same"), ("equal",), ("equally",), ("same",), ("just", "as", "many")}
    for phrase in same:
        if tuple(tokens[at : at + len(phrase)]) == phrase:
            return Similar(same=True), at + len(phrase)
    return None


def _sign(token: str) -> int:
    return (token in _MORE) - (token in _LESS)


def _compared(tokens: Sequence[str], at: int) -> tuple[Compared, int] | None:
    margin = _match(_MARGINS, tokens, at)
    start = margin[1] if margin else at
    sign = _sign(_token(tokens, start))
    if not sign or "than" not in tokens[start + 1 :]:
        return None
    end = start + 1 + list(tokens[start + 1 :]).index("than") + 1
    if any(_states(tokens, inner) for inner in range(start + 1, end)):
        return None
    return Compared(sign, margin[0] if margin else ""), end


def _times(tokens: Sequence[str], at: int) -> tuple[Times, int] | None:
    hedge, end = Hedge.PLAIN, at
    matched = _match(_HEDGES, tokens, at)
    if matched is not None:
        hedge, end = Hedge[matched[0]], matched[1]
    factor = _MULTIPLES.get(_token(tokens, end))
    number = None if factor else _number(tokens, end)
    if factor is not None:
        end += 1
        if _token(tokens, end) not in {"as", "the", "that", "those"}:
            return None
    elif number is not None and _token(tokens, number[2]) == "times":
        factor, end = number[0], number[2] + 1
    else:
        return None
    if _token(tokens, end) == "as":
        end += 2
    return Times(hedge, factor), end


def _points(tokens: Sequence[str], at: int) -> tuple[Points, int] | None:
    found = _quantity(tokens, at)
    if found is None or found[0].amount.unit is not Unit.NUMBER:
        return None
    quantity, end = found
    end += _token(tokens, end) == "percentage"
    if _token(tokens, end) not in {"point", "points"}:
        return None
    sign = _sign(_token(tokens, end + 1))
    return Points(quantity, sign), end + 1 + (sign != 0)
