"""The points of `weighing.toml`, fitted to sentences known to tell results or to tell none.

``make points`` writes them into the file. A sentence tells a result if one of its clauses does, so
a logistic regression goes over its heaviest clause; which that is follows from the points, and so
the two are found in turn. No sentence of `held-out.txt` is looked at.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import briefing.claims
from briefing.claims.typed import ANYBODY, answering, figure_pattern, lowered, marked_people
from briefing.claims.weighed import QUANTIFIER, weighable
from briefing.claims.weighing import Kind, counts, kinds

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Array = NDArray[np.float64]

PROSE = Path(__file__).parent / "prose"
POINTS = Path(briefing.claims.__file__).with_name("weighing.toml")
NOUNS = ("councillors", "residents", "councils")
NAMED = answering(NOUNS)
PARTS = ("words", "subjects", "sentences", "heads", "verbs", "openings")
UNIT = 4
"""Points to one unit of the regression: a quarter is as near as it knows them."""
RIDGE = 1.0
"""How strongly points are held near none: kinds that few sentences have would run away."""
ROUNDS = 25
"""Turns after which the heaviest clauses no longer change."""
PROMISED = 2
"""How often a sentence that tells nothing counts if it has a test of its own."""
UNFOUND = 25
"""One sentence of so many is fitted as if no rule had found anything in it, too."""
ALONE = 4
"""Points that a clause needs beyond the likeliest where no rule found anything in it."""
LENIENT = 4
"""Points by which less is outweighed than is likeliest: a miss is worse than a false alarm."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, whether it tells a result, and its clauses: what is counted in each."""

    text: str
    tells: bool
    clauses: Array


def labelled(name: str) -> Iterator[tuple[str, bool]]:
    """The sentences of a file of prose, those that tell a result behind a plus."""
    for line in (PROSE / name).read_text(encoding="utf-8").splitlines():
        if line[:2] in ("+ ", "- "):
            yield line[2:], line[0] == "+"


def known() -> Iterator[tuple[str, bool]]:
    """All the sentences that the points are fitted to."""
    for name, tells in (("quantifies.txt", True), ("quantifies-nothing.txt", False)):
        for line in (PROSE / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                yield from [(line, tells)] * (1 if tells else PROMISED)
    yield from labelled("fitted.txt")


def every_kind() -> tuple[Kind, ...]:
    return tuple(kind for part in PARTS for kind in kinds(NAMED, part))


def sentence(text: str, *, tells: bool) -> Sentence | None:
    """What is weighed of a sentence; None where a numeral or nothing at all decides."""
    marked = marked_people(lowered(text), NOUNS)
    found = [
        (match.lastgroup or "", *match.span())
        for match in figure_pattern((*ANYBODY, *NOUNS)).finditer(marked)
    ]
    rows = []
    for each in weighable(found, marked, NAMED, goes_on=text[:1].islower()):
        if any(kind != QUANTIFIER for kind, _, _ in each.within):
            return None
        if each.within or each.offered:
            counted = counts(each.clause, NAMED)
            rows.append([*(counted.get(kind, 0) for kind in every_kind()), bool(each.within), 1])
    return Sentence(text, tells, np.array(rows, float)) if rows else None


def unfound(each: Sentence) -> Sentence:
    """A sentence as if no rule had found anything in it: its words have to weigh by themselves."""
    clauses = each.clauses.copy()
    clauses[:, -2] = 0
    return Sentence(each.text, each.tells, clauses)


def fitted(sentences: Sequence[Sentence], by_hand: Array) -> Array:
    """The points of every kind, of a finding and, below none, of what they must outweigh.

    Those set `by_hand` stay as they are; of the others it has no number.
    """
    free = np.isnan(by_hand)
    points = np.where(free, 0.0, by_hand / UNIT)
    points[-2:] = 2.0, -1.0
    tells = np.array([each.tells for each in sentences], float)
    for _ in range(ROUNDS):
        heaviest = np.array([each.clauses[np.argmax(each.clauses @ points)] for each in sentences])
        points = _regressed(heaviest, tells, points, free)
    return np.round(points * UNIT)


def points_of_all() -> dict[str, int]:
    """The points by the name of their part and kind, ``found`` and ``outweigh`` at the end."""
    by_hand = [kind.points if kind.by_hand else np.nan for kind in every_kind()]
    seen = [each for text, tells in known() if (each := sentence(text, tells=tells)) is not None]
    seen += [unfound(each) for each in seen[::UNFOUND]]
    *points, found, outweigh = map(int, fitted(seen, np.array([*by_hand, np.nan, np.nan], float)))
    named = dict(zip((f"{kind.part}.{kind.name}" for kind in every_kind()), points, strict=True))
    return named | {"found": found + ALONE, "outweigh": ALONE - outweigh - LENIENT}


def written(text: str, points: Mapping[str, int]) -> str:
    """The file of points with new ones in it."""
    for name, each in points.items():
        if name in ("found", "outweigh"):
            text = re.sub(rf"(?m)^{name} = -?\d+", f"{name} = {each}", text)
        else:
            text = re.sub(rf"(?m)(^\[{name}\].*\npoints = )-?\d+", rf"\g<1>{each}", text)
    return text


def main() -> None:
    """Fit the points and write them."""
    POINTS.write_text(
        written(POINTS.read_text(encoding="utf-8"), points_of_all()), encoding="utf-8"
    )


def _regressed(rows: Array, tells: Array, points: Array, free: NDArray[np.bool_]) -> Array:
    """One step of Newton's towards the likeliest points, those set by hand left alone."""
    chance = 1 / (1 + np.exp(-np.clip(rows @ points, -30, 30)))
    some = rows[:, free]
    ridge = np.where(np.arange(len(points)) < len(points) - 2, RIDGE, RIDGE / 5)[free]
    slope = some.T @ (tells - chance) - ridge * points[free]
    bend = (some * (chance * (1 - chance))[:, None]).T @ some + np.diag(ridge)
    moved = points.copy()
    moved[free] += np.linalg.solve(bend, slope)
    return moved


if __name__ == "__main__":
    main()
