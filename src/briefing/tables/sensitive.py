"""Answers to a sensitive question that few of a group gave: masked, and what would tell them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from briefing.tables.model import Cell, Part
from briefing.tables.small_bases import CONFIDENTIAL
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.tables.model import Head
    from briefing.tables.small_bases import Group

    Cells = Sequence[tuple[Cell, ...]]
    Place = tuple[int, int]


def few_masked(
    groups: Sequence[Group],
    shown: Cells,
    columns: Sequence[Head],
    *,
    few: int,
    multiple: bool,
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a break without answers that fewer than `few` of a group gave.

    `shown` are the rows of the first groups as they may be published; further groups are told
    nowhere. What is masked cannot be worked out from figures that add up to known ones: the answers
    of a group, the groups of an answer, whose total is known from the question's own table, the
    parts of a net beside the net or beside what it leaves over. Combined answers and means that
    count a masked answer are masked with it.
    """
    answers = [
        place for place, head in enumerate(columns) if head.part not in (Part.NET, Part.SUMMARY)
    ]
    secrets = {
        (row, column)
        for row, group in enumerate(groups)
        for column in answers
        if 0 < (group.cells[column].count or 0) < few
    }
    lines = tuple(_lines(groups, len(shown), answers, multiple=multiple))
    puzzle = _puzzle(groups, shown, lines, set(secrets))
    while more := puzzle.alone() or puzzle.telling(secrets):
        puzzle.mask(more)
    masked = puzzle.masked
    return tuple(
        tuple(
            Cell(None, symbol=CONFIDENTIAL)
            if _known(cell) and _hidden(row, column, columns, masked)
            else cell
            for column, cell in enumerate(own)
        )
        for row, own in enumerate(shown)
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


@dataclass(frozen=True, slots=True)
class _Line:
    """Places of figures that add up to a known one; `parted`, the first is the sum of the rest."""

    places: list[Place]
    parted: bool = False


def _lines(
    groups: Sequence[Group], told: int, answers: Sequence[int], *, multiple: bool
) -> Iterator[_Line]:
    """The places of figures that add up to one which is known."""
    once: dict[frozenset[str], int] = {}
    for row, group in enumerate(groups):
        if len(group.of) == 1:
            once.setdefault(group.of, row)
    parts = list(once.values())
    nets = [row for row in range(told) if row not in parts]
    for column in answers:
        yield _Line([(row, column) for row in parts])
        for net in nets:
            within = [row for row in parts if groups[row].of <= groups[net].of]
            yield _Line([(row, column) for row in (net, *within)], parted=True)
            others = [row for row in parts if row not in within]
            yield _Line([(row, column) for row in (net, *others)])
    if not multiple:
        for row in range(told):
            yield _Line([(row, column) for column in answers])


@dataclass(frozen=True, slots=True)
class _Puzzle:
    """What a reader may work out: the figures that are missing, and the sums they belong to.

    `of` says which lines a figure stands in, `gaps` how many figures of each line are missing;
    `due` are the lines that may have one missing alone, so that none is looked at twice in vain.
    """

    groups: Sequence[Group]
    shown: Cells
    lines: Sequence[_Line]
    masked: set[Place]
    of: dict[Place, list[int]]
    gaps: list[int]
    due: list[int]

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
                (missing,) = (each for each in line.places if self.missing(each))
                if missing in self.masked and (more := self.smallest(line.places)):
                    return more
            heappop(self.due)
        return None

    def telling(self, secrets: set[Place]) -> Place | None:
        """What has to be masked too where several lines together tell one of `secrets`.

        A figure is told by sums if it is the same in every solution of them: if they add up to it
        alone. Most figures stand in two lines, a group's and an answer's, so the sums stay short
        while each is freed of the figures that others begin with.
        """
        told = _told(self._sums())
        for secret in sorted(secrets & told):
            for number in self.of[secret]:
                if more := self.smallest(self.lines[number].places):
                    return more
        return None

    def _sums(self) -> Iterator[dict[Place, Fraction]]:
        """The missing figures of each line, the shortest first, with the sign they are added by."""
        for number in sorted(range(len(self.lines)), key=self.gaps.__getitem__):
            line = self.lines[number]
            sums = {each: Fraction(1) for each in line.places if self.missing(each)}
            if line.parted and line.places[0] in sums:
                sums[line.places[0]] = Fraction(-1)
            if sums:
                yield sums

    def missing(self, place: Place) -> bool:
        row, column = place
        if place in self.masked or not self.groups[row].base.n:  # of nobody all is known
            return place in self.masked
        return row >= len(self.shown) or not _known(self.shown[row][column])

    def smallest(self, line: Sequence[Place]) -> Place | None:
        """The smallest figure of a line that is shown; one of nobody last."""
        left = [each for each in line if not self.missing(each)]
        return min(left, key=self._size, default=None)

    def _size(self, place: Place) -> tuple[bool, int, Place]:
        row, column = place
        count = self.groups[row].cells[column].count or 0
        return not count, count, place


def _puzzle(
    groups: Sequence[Group], shown: Cells, lines: Sequence[_Line], masked: set[Place]
) -> _Puzzle:
    """A puzzle with the figures missing that are masked, and those that are not shown."""
    of: dict[Place, list[int]] = {}
    for number, line in enumerate(lines):
        for place in line.places:
            of.setdefault(place, []).append(number)
    puzzle = _Puzzle(groups, shown, lines, masked, of, [0] * len(lines), [])
    for number, line in enumerate(lines):
        puzzle.gaps[number] = sum(puzzle.missing(each) for each in line.places)
        if puzzle.gaps[number] == 1:
            puzzle.due.append(number)  # in order, so it is a heap
    return puzzle


def _told(sums: Iterable[dict[Place, Fraction]]) -> set[Place]:
    """The figures that sums tell: each sum is freed of those that others begin with, both ways."""
    freed: dict[Place, dict[Place, Fraction]] = {}
    holding: dict[Place, set[Place]] = {}
    for each in sums:
        left = dict(each)
        for place in [place for place in left if place in freed]:
            _subtract(left, freed[place], left[place])
        if not left:
            continue
        first = min(left, key=lambda place: (len(holding.get(place, ())), place))
        left = {place: part / left[first] for place, part in left.items()}
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
    return {place for place, row in freed.items() if len(row) == 1}


def _subtract(row: dict[Place, Fraction], other: Mapping[Place, Fraction], times: Fraction) -> None:
    """Take so many times another sum from one; what is left of nothing goes."""
    for place, part in other.items():
        value = row.get(place, Fraction(0)) - times * part
        if value:
            row[place] = value
        else:
            row.pop(place, None)


def _hidden(row: int, column: int, columns: Sequence[Head], masked: set[Place]) -> bool:
    head = columns[column]
    if head.part is Part.SUMMARY:
        return any(place == row for place, _ in masked)
    counted = [at for at, each in enumerate(columns) if each.id in (head.of or (head.id,))]
    return any((row, each) in masked for each in counted)
