"""Answers to a sensitive question that few of a group gave: masked, and what would tell them."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from typing import TYPE_CHECKING

import numpy as np

from briefing.tables.model import Cell, Part
from briefing.tables.related import Parted, containing, related
from briefing.tables.small_bases import CONFIDENTIAL
from briefing.tables.spans import PRIME, signed
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing.tables.count import Mask
    from briefing.tables.model import Head
    from briefing.tables.small_bases import Group

    Cells = Sequence[tuple[Cell, ...]]
    Place = tuple[int, int]
    Few = frozenset[tuple[frozenset[str], str]]
    Line = Mapping[Place, int]


@dataclass(frozen=True, slots=True)
class Told:
    """The groups of a break, and the `rows` of the first of them as they may be published.

    Further groups are told nowhere. `masks` say who is in each, `whole` who is in any. Fewer than
    `few` of a group are masked. Of groups at the places `small`, hidden as they are, not even that
    nobody gave an answer may be known.
    """

    groups: Sequence[Group]
    rows: Cells
    masks: Sequence[Mask]
    whole: Mask
    few: int
    small: frozenset[int] = frozenset()

    @property
    def parted(self) -> Parted:
        """Who is in the groups, whatever they answered."""
        of = [group.of for group in self.groups]
        return Parted(of, np.column_stack(self.masks), self.whole, len(self.rows))


def few_masked(breaks: Sequence[Told], columns: Sequence[Head], *, multiple: bool) -> list[Few]:
    """What is masked of each break of a question, since few of a group gave an answer.

    What is masked cannot be worked out from figures that add up to known ones: the answers of a
    group, the groups of an answer, whose total is known from the question's own table, the parts of
    a net beside the net or beside what it leaves over, groups that are sums of those of other
    breaks. Nor can the figures of a small group, of which nought tells as much as any other. Of
    answers that nobody gave the question's own table tells all: no mask hides behind them.
    """
    rows = [group.cells for told in breaks for group in told.groups]
    answers = [
        place
        for place, head in enumerate(columns)
        if head.part not in (Part.NET, Part.SUMMARY) and any(cells[place].count for cells in rows)
    ]
    puzzle = _puzzle(breaks, _lines(breaks, answers, multiple=multiple), answers)
    secrets = puzzle.masked | _of_small(breaks, answers)
    while more := puzzle.alone() or puzzle.telling(secrets):
        puzzle.mask(more)
    made, first = [], 0
    for told in breaks:
        made.append(
            frozenset(
                (told.groups[row - first].of, columns[column].id)
                for row, column in puzzle.masked
                if first <= row < first + len(told.groups)
            )
        )
        first += len(told.groups)
    return made


def _of_small(breaks: Sequence[Told], answers: Sequence[int]) -> set[Place]:
    """The figures of the groups that are too small to tell anything of."""
    found, first = set[tuple[int, int]](), 0
    for told in breaks:
        found |= {(first + row, column) for row in told.small for column in answers}
        first += len(told.groups)
    return found


def without_few(
    rows: Cells, groups: Sequence[Group], columns: Sequence[Head], masked: Few
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of some groups without what is masked of them.

    Combined answers and means that count a masked answer go with it.
    """
    return tuple(
        tuple(
            Cell(None, symbol=CONFIDENTIAL)
            if _known(cell) and _counts(head, {name for of, name in masked if of == group.of})
            else cell
            for head, cell in zip(columns, cells, strict=True)
        )
        for group, cells in zip(groups, rows, strict=False)
    )


def turned_round(masked: Few, groups: Sequence[Group]) -> Few:
    """What is masked of a question by a break, as it stands in the break by the question.

    `groups` are those of the question there, nets of its answers among them.
    """
    return frozenset(
        (group.of, answer)
        for group in groups
        for of, name in masked
        if name in group.of
        for answer in of
        if len(of) == 1
    )


def without_answers(
    shown: Cells, columns: Sequence[Head], hidden: frozenset[str], *, multiple: bool
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a break without some answers, nor combined ones and means that would tell them.

    Where the answers of a row add up to its base and one alone would be missing, the smallest of
    the others goes with it.
    """
    answers = [at for at, head in enumerate(columns) if head.part not in (Part.NET, Part.SUMMARY)]
    gone = {at for at in answers if columns[at].id in hidden}
    if not gone:
        return tuple(shown)
    if len(gone) == 1 and not multiple:
        sizes = {at: sum(row[at].count or 0 for row in shown) for at in answers if at not in gone}
        gone.add(min(sizes, key=lambda at: (not sizes[at], sizes[at], at)))
    names = {columns[at].id for at in gone}
    gone |= {
        at
        for at, head in enumerate(columns)
        if head.part is Part.SUMMARY or names.intersection(head.of)
    }
    return tuple(
        tuple(
            Cell(None, symbol=CONFIDENTIAL) if at in gone and _known(cell) else cell
            for at, cell in enumerate(row)
        )
        for row in shown
    )


def _known(cell: Cell) -> bool:
    """Whether a reader sees how many it is of: a percentage, or a count in place of one."""
    return cell.value is not None or cell.count is not None


def few_note(few: int) -> str:
    """What the masks mean."""
    return wording().suppressed_few(limit=few)


def _lines(breaks: Sequence[Told], answers: Sequence[int], *, multiple: bool) -> list[Line]:
    """Figures that add up to one which is known, each with what it is multiplied by.

    The shortest stand first: what is masked for them hides in most of the others too.
    """
    found: list[Line] = [
        {(row, column): times for row, times in each.items()}
        for each in related([told.parted for told in breaks])
        for column in answers
    ]
    first = 0
    for told in breaks:
        if not multiple:
            rows = range(first, first + len(told.rows))
            found += [{(row, column): 1 for column in answers} for row in rows]
        first += len(told.groups)
    return sorted(found, key=len)


@dataclass(slots=True)
class _Puzzle:
    """What a reader may work out: the figures that are missing, and the sums they belong to.

    `of` says which lines a figure stands in, `gaps` how many figures of each line are missing;
    `due` are the lines that may have one missing alone, so that none is looked at twice in vain.
    `certain` are the figures that totals and bases tell whatever is masked, once it is known.
    """

    groups: Sequence[Group]
    shown: Sequence[tuple[Cell, ...] | None]
    lines: Sequence[Line]
    around: Sequence[Sequence[int]]
    masked: set[Place]
    of: dict[Place, list[int]]
    gaps: list[int]
    due: list[int]
    certain: set[Place] | None = None

    def mask(self, place: Place) -> None:
        """Mask a figure that was shown."""
        self.masked.add(place)
        for number in self.of.get(place, ()):
            self.gaps[number] += 1
            if self.gaps[number] == 1:
                heappush(self.due, number)

    def alone(self) -> Place | None:
        """What has to be masked too where a line has one figure missing alone."""
        while self.due:
            line = self.lines[self.due[0]]
            if self.gaps[self.due[0]] == 1:
                (missing,) = (each for each in line if self.missing(each))
                if missing in self.masked and (more := self.smallest(line)):
                    return more
            heappop(self.due)
        return None

    def telling(self, secrets: set[Place]) -> Place | None:
        """What has to be masked too where several lines together tell one of `secrets`.

        A figure is told by a wider group that shows nought. It is told by sums if it is the same in
        every solution of them: if they add up to it alone. Most figures stand in two lines, a
        group's and an answer's, so the sums stay short while each is freed of the figures that
        others begin with. What totals and bases tell alone no mask can hide, and none is spent on
        it.
        """
        for secret in sorted(secrets):
            for wider in self.nought(secret, self.missing):
                return wider
        told = secrets & self._following(self.missing)
        if told and self.certain is None:
            self.certain = self._following(self._unknown)
        told -= self.certain or set()
        for secret in sorted(told):
            for number in self.of[secret]:
                if more := self.smallest(self.lines[number]):
                    return more
        if told:
            gaps = [line for line, gap in zip(self.lines, self.gaps, strict=True) if gap]
            return self.smallest([place for line in gaps for place in line])
        return None

    def _following(self, missing: Callable[[Place], bool]) -> set[Place]:
        """Which of the figures that are missing the lines tell, the shortest looked at first."""

        def unknown(place: Place) -> bool:
            return missing(place) and not any(self.nought(place, missing))

        wanted = [{each: line[each] for each in line if unknown(each)} for line in self.lines]
        return _told(sorted(filter(None, wanted), key=len), lambda place: not self._count(place))

    def nought(self, place: Place, missing: Callable[[Place], bool]) -> Iterator[Place]:
        """The wider groups that show that nobody gave the answer, by their places."""
        row, column = place
        around = ((each, column) for each in self.around[row])
        return (each for each in around if not self._count(each) and not missing(each))

    def missing(self, place: Place) -> bool:
        """Whether a reader does not see a figure."""
        row, column = place
        if place in self.masked or not self.groups[row].base.n:  # of nobody all is known
            return place in self.masked
        cells = self.shown[row]
        return cells is None or not _known(cells[column])

    def _unknown(self, place: Place) -> bool:
        """Whether a figure could be missing."""
        return bool(self.groups[place[0]].base.n)

    def smallest(self, line: Iterable[Place]) -> Place | None:
        """The smallest figure of a line that is shown; one of nobody last."""
        left = [each for each in line if not self.missing(each)]
        return min(left, key=self._size, default=None)

    def _size(self, place: Place) -> tuple[bool, int, Place]:
        count = self._count(place)
        return not count, count, place

    def _count(self, place: Place) -> int:
        row, column = place
        return self.groups[row].cells[column].count or 0


def _puzzle(breaks: Sequence[Told], lines: Sequence[Line], answers: Sequence[int]) -> _Puzzle:
    """A puzzle with the figures missing that few gave, and those that are not shown."""
    groups = [group for told in breaks for group in told.groups]
    few = [told.few for told in breaks for _ in told.groups]
    shown: list[tuple[Cell, ...] | None] = []
    for told in breaks:
        shown += [*told.rows, *[None] * (len(told.groups) - len(told.rows))]
    masked = {
        (row, column)
        for row, group in enumerate(groups)
        for column in answers
        if 0 < (group.cells[column].count or 0) < few[row]
    }
    of: dict[Place, list[int]] = {}
    for number, line in enumerate(lines):
        for place in line:
            of.setdefault(place, []).append(number)
    around = containing([told.parted for told in breaks])
    puzzle = _Puzzle(groups, shown, lines, around, masked, of, [0] * len(lines), [])
    for number, line in enumerate(lines):
        puzzle.gaps[number] = sum(puzzle.missing(each) for each in line)
        if puzzle.gaps[number] == 1:
            puzzle.due.append(number)  # in order, so it is a heap
    return puzzle


def _told(sums: Sequence[Line], nobody: Callable[[Place], bool]) -> set[Place]:
    """The figures that sums tell.

    A sum of figures of `nobody`, none of them taken away, is nought, and so is each of them: what
    else the sums hold is told without them.
    """
    left = list(sums)
    told: set[Place] = set()
    while True:
        freed = _freed(left, nobody)
        told.update(*(row for row in freed.values() if len(row) == 1))
        nought: set[Place] = set()
        for row in (*freed.values(), *left):
            if all(map(nobody, row)) and len({signed(part) > 0 for part in row.values()}) == 1:
                nought.update(row)
        if not nought:
            return told
        told |= nought
        short = ({each: line[each] for each in line if each not in nought} for line in left)
        left = [each for each in short if each]


def _freed(sums: Iterable[Line], nobody: Callable[[Place], bool]) -> dict[Place, dict[Place, int]]:
    """Each sum freed of the figures that others begin with, both ways, by its own first.

    It begins with a figure of somebody if it has one: all that sums say of `nobody` alone is left.
    Parts are what is left of them when `PRIME` divides them, which is quick.
    """
    freed: dict[Place, dict[Place, int]] = {}
    holding: dict[Place, set[Place]] = {}
    for each in sums:
        left = {place: part % PRIME for place, part in each.items()}
        for place in [place for place in left if place in freed]:
            _subtract(left, freed[place], left[place])
        if not left:
            continue
        first = min(left, key=lambda place: (nobody(place), len(holding.get(place, ())), place))
        whole = pow(left[first], -1, PRIME)
        left = {place: part * whole % PRIME for place, part in left.items()}
        for begun in tuple(holding.pop(first, ())):
            row = freed[begun]
            _subtract(row, left, row[first])
            for place in left:
                if place in row:
                    holding.setdefault(place, set()).add(begun)
                elif place in holding:
                    holding[place].discard(begun)
        freed[first] = left
        for place in left:
            if place != first:
                holding.setdefault(place, set()).add(first)
    return freed


def _subtract(row: dict[Place, int], other: Mapping[Place, int], times: int) -> None:
    """Take so many times another sum from one; what is left of nothing goes."""
    for place, part in other.items():
        value = (row.get(place, 0) - times * part) % PRIME
        if value:
            row[place] = value
        else:
            row.pop(place, None)


def _counts(head: Head, masked: set[str]) -> bool:
    """Whether a column counts an answer that is masked."""
    if head.part is Part.SUMMARY:
        return bool(masked)
    return not masked.isdisjoint(head.of or (head.id,))
