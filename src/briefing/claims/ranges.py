"""Several quantities in one claim: ``between a third and almost half``, ``21 and 23 per cent``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.claims.amounts import Amount, Quantity, Unit, read_quantity
from briefing.claims.hedging import AS_STATED, Hedge
from briefing.claims.statements import UnclearClaimError, share_of
from briefing.claims.tokens import token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure

_BEYOND = frozenset({Hedge.OVER, Hedge.JUST_OVER, Hedge.WELL_OVER})
_SHORT_OF = frozenset({Hedge.UNDER, Hedge.JUST_UNDER, Hedge.ALMOST, Hedge.WELL_UNDER})


@dataclass(frozen=True, slots=True)
class Range:
    """``between a third and almost half``; with `ends` (``from … to …``) both ends are reached."""

    low: Quantity
    high: Quantity
    ends: bool = False

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether all figures lie within, or the lowest and the highest of them are the ends."""
        ordered = sorted(figures, key=lambda each: each.value)
        if self.ends:
            return self.low.holds(ordered[0]) and self.high.holds(ordered[-1])
        return all(_beyond(self.low, each, +1) and _beyond(self.high, each, -1) for each in ordered)


@dataclass(frozen=True, slots=True)
class Respectively:
    """As many quantities as cells: ``21 and 23 per cent``."""

    quantities: tuple[Quantity, ...]

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether each figure amounts to the quantity in its place."""
        if len(self.quantities) != len(figures):
            raise UnclearClaimError(
                f"{len(self.quantities)} quantities are claimed of {len(figures)} cells",
                "name one cell for each, in their order",
            )
        return all(
            quantity.holds(figure)
            for quantity, figure in zip(self.quantities, figures, strict=True)
        )


def _beyond(quantity: Quantity, figure: Figure, sign: int) -> bool:
    """Whether a figure lies on the inner side of one end of a range.

    A plain end may be passed by what the amount itself tolerates; ``almost half`` as the upper end
    is below half.
    """
    if quantity.holds(figure):
        return True
    amount = quantity.amount
    value = figure.value if amount.unit is Unit.NUMBER else share_of(figure)
    outer = _BEYOND if sign > 0 else _SHORT_OF
    if quantity.hedge in outer or quantity.hedge in AS_STATED:
        return (value - amount.value) * sign > 0
    return (value - amount.value) * sign >= 0


# -- reading ---------------------------------------------------------------------------------------


def read_range(tokens: Sequence[str], at: int) -> tuple[Range, int] | None:
    """A range at a place, and where it ends."""
    joint = {"between": "and", "from": "to"}.get(token(tokens, at))
    found = _ends(tokens, at + 1, joint) if joint else None
    return (Range(*found[0], ends=joint == "to"), found[1]) if found else None


def read_from(tokens: Sequence[str], at: int) -> tuple[Range, int] | None:
    """A range of shares that goes without ``from``: ``20 to 25 per cent``."""
    found = _ends(tokens, at, "to")
    if found is None or any(each.amount.unit in (Unit.NUMBER, Unit.OF) for each in found[0]):
        return None
    return Range(*found[0], ends=True), found[1]


def _ends(
    tokens: Sequence[str], at: int, joint: str
) -> tuple[tuple[Quantity, Quantity], int] | None:
    low = read_quantity(tokens, at)
    high = read_quantity(tokens, low[1] + 1) if low and token(tokens, low[1]) == joint else None
    if low is None or high is None:
        return None
    first, last = in_one_unit((low[0], high[0]))
    return (first, last), high[1]


def read_list(tokens: Sequence[str], at: int) -> tuple[Respectively, int] | None:
    """Two or more quantities at a place, joined by commas or ``and``."""
    quantities: list[Quantity] = []
    found, end = read_quantity(tokens, at), at
    while found is not None:
        quantities.append(found[0])
        end = behind = found[1]
        while token(tokens, behind) in {",", "and"}:
            behind += 1
        found = read_quantity(tokens, behind) if behind > end else None
    if len(quantities) < 2:  # noqa: PLR2004 - two make a list
        return None
    return Respectively(in_one_unit(tuple(quantities))), end


def in_one_unit(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Give numbers the unit that the last of them or the first has: ``21 and 23 per cent``."""
    if Unit.PERCENT not in (quantities[0].amount.unit, quantities[-1].amount.unit):
        return quantities
    return tuple(
        Quantity(each.hedge, Amount(Unit.PERCENT, each.amount.value / 100, each.amount.decimals))
        if each.amount.unit is Unit.NUMBER
        else each
        for each in quantities
    )
