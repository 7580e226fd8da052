"""The arrangements that were weighed, page by page: told in words, and what pages have for type."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.compose.desk import has_tables, kin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.masters import Area
    from briefing.compose.desk import Kin, Sizes
    from briefing.compose.trial import Trial


@dataclass(frozen=True, slots=True)
class Tried:
    """An arrangement that was weighed for a page, and whether it was taken."""

    page: str
    master: str
    trial: Trial
    cost: tuple[float, float]
    taken: bool


def explanation(document: str, tried: Sequence[Tried]) -> str:
    """Every arrangement of every page with its score, the best first and the one taken marked."""
    lines = []
    for page, group in groupby(tried, key=lambda each: each.page):
        weighed = sorted(group, key=lambda each: each.cost)
        lines.append(f"{document}, page {page}: {weighed[0].master}")
        for each in weighed:
            trial = each.trial
            mark = ">" if each.taken else " "
            steps = sorted({str(step) for step in trial.steps.values()} - {""})
            copyfit = f"  [{'; '.join(steps)}]" if steps else ""
            cost = f"{each.cost[0]:10.3f}"
            if each.cost[1]:  # of ways that take as many pages
                cost = f"{cost}, then {each.cost[1]:.3f}"
            lines.append(f"  {mark} {trial.arrangement.name:<16} {cost}  {trial.score}{copyfit}")
    return "\n".join(lines) + "\n" if lines else ""


def uneven(tried: Sequence[Tried]) -> Sizes:
    """The largest step of type that pages of a kind may have, where some have gone beyond it.

    That is one step above the smallest of them, or what is half as large again: words of the same
    place that are small on one page and twice as large on the next look like two publications.
    Tables are no larger than the smallest of them: two sizes of figures are two kinds of figures.
    """
    used: dict[Kin, list[tuple[float, Area]]] = {}
    for each in tried:
        for area, has in each.trial.areas if each.taken else ():
            if has and area.larger:
                size = each.trial.steps[area.name].size
                used.setdefault(kin(each.master, area, len(has)), []).append((size, area))
    sizes = {}
    for key, pages in used.items():
        most = _most_beside(min(size for size, _ in pages), pages[0][1])
        if any(size > most for size, _ in pages):
            sizes[key] = most
    return sizes


def _most_beside(smallest: float, area: Area) -> float:
    """The largest step of type beside a page whose place is set in the smallest."""
    least = max(1.0, smallest)
    if has_tables(area):
        return least
    steps = [step.size for step in area.larger if step.size > least]
    within = [size for size in steps if size <= _ALIKE * least]
    return max(within, default=min(steps, default=least))


_ALIKE = 1.5
