"""A finding of preflight as a value: the rule, the page, the object, its place, value and limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.diagnostics import Severity

if TYPE_CHECKING:
    from briefing.preflight.painted import Bounds
    from briefing.profiles.rules import Rule


INTO = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule function says, in the points of the file.

    `says` is a clause without its object, such as ``6.0 pt reversed in 3 inks, limit 7 pt``;
    `object` names the object. `key` is the name of the limit in `Limits`.
    """

    rule: Rule
    says: str
    object: str = ""
    severity: Severity = Severity.ERROR
    bounds: Bounds | None = None
    path: tuple[str, ...] = ()
    value: float | str | None = None
    limit: float | None = None
    unit: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """The same for a reader: page from 1, place in millimetres from the trim's top left corner.

    `more` counts further objects of the page with the same fault.
    """

    rule: Rule
    severity: Severity
    says: str
    page: int | None = None
    object: str = ""
    at: tuple[float, float] | None = None
    path: tuple[str, ...] = ()
    value: float | str | None = None
    limit: float | None = None
    unit: str = ""
    key: str = ""
    code: str = ""
    clause: str = ""
    more: int = 0

    def __str__(self) -> str:
        """One line: page, object, place, way, what is wrong, clause, code."""
        place = [f"page {self.page}"] if self.page else []
        if self.object:
            place.append(self.object)
        where = ", ".join(place)
        if self.at:
            where += f" at {self.at[0]:.1f} \N{MULTIPLICATION SIGN} {self.at[1]:.1f} mm"
        if self.path:
            where += f" in {INTO.join(self.path)}"
        more = f", and {self.more} more like it" if self.more else ""
        words = f"{where}: {self.says}" if where else self.says
        return (
            f"{self.severity.value}: {words}{more} ({self.clause or self.rule.clause})"
            f" [{self.code or self.rule.code}]"
        )
