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
    Few = frozenset[tuple[frozenset[str], str]]
    Alike = tuple[tuple[int, frozenset[str]], tuple[int, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Told:
    """The groups of a break, and the `rows` of the first of them as they may be published.

    Further groups are told nowhere. Fewer than `few` of a group are masked.
    """

    groups: Sequence[Group]
    rows: Cells
    few: int


def few_masked(
    breaks: Sequence[Told], columns: Sequence[Head], alike: Sequence[Alike] = (), *, multiple: bool
) -> list[Few]:
    """What is masked of each break of a question, since few of a group gave an answer.

    `alike` are the answers of one break and of another that the same respondents gave. What is
    masked cannot be worked out from figures that add up to known ones: the answers of a group, the
    groups of an answer, whose total is known from the question's own table, the parts of a net
    beside the net or beside what it leaves over, groups of one break that are groups of another.
    Of answers that nobody gave the question's own table tells all: no mask hides behind them.
    """
    rows = [group.cells for told in breaks for group in told.groups]
    answers = [
        place
        for place, head in enumerate(columns)
        if head.part not in (Part.NET, Part.SUMMARY) and any(cells[place].count for cells in rows)
    ]
    puzzle = _puzzle(breaks, _lines(breaks, alike, answers, multiple=multiple), answers)
    secrets = set(puzzle.masked)
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


@dataclass(frozen=True, slots=True)
class _Line:
    """Places of figures that add up to a known one, the first `less` of them taken away."""

    places: list[Place]
    less: int = 0


def _lines(
    breaks: Sequence[Told], alike: Sequence[Alike], answers: Sequence[int], *, multiple: bool
) -> list[_Line]:
    """The places of figures that add up to one which is known.

    The shortest stand first: what is masked for them hides in most of the others too.
    """
    found: list[_Line] = []
    parts: list[dict[frozenset[str], int]] = []
    first = 0
    for told in breaks:
        once: dict[frozenset[str], int] = {}
        for row, group in enumerate(told.groups, first):
            if len(group.of) == 1:
                once.setdefault(group.of, row)
        nets = [
            (row, told.groups[row - first].of)
            for row in range(first, first + len(told.rows))
            if row not in once.values()
        ]
        for column in answers:
            found += _lines_of(column, once, nets)
        if not multiple:
            for row in range(first, first + len(told.rows)):
                found.append(_Line([(row, column) for column in answers]))
        parts.append(once)
        first += len(told.groups)
    for one, other in alike:
        rows = [
            [row for of, row in parts[number].items() if of <= names]
            for number, names in (one, other)
        ]
        for column in answers:
            found.append(_Line([(row, column) for row in (*rows[0], *rows[1])], len(rows[0])))
    return sorted(found, key=lambda line: len(line.places))


def _lines_of(
    column: int, parts: Mapping[frozenset[str], int], nets: Sequence[tuple[int, frozenset[str]]]
) -> Iterator[_Line]:
    """Of the groups that gave an answer: all, a net and its parts, a net and all others."""
    yield _Line([(row, column) for row in parts.values()])
    for net, names in nets:
        within = [row for of, row in parts.items() if of <= names]
        yield _Line([(row, column) for row in (net, *within)], 1)
        others = [row for row in parts.values() if row not in within]
        yield _Line([(row, column) for row in (net, *others)])


@dataclass(frozen=True, slots=True)
class _Puzzle:
    """What a reader may work out: the figures that are missing, and the sums they belong to.

    `of` says which lines a figure stands in, `gaps` how many figures of each line are missing;
    `due` are the lines that may have one missing alone, so that none is looked at twice in vain.
    """

    groups: Sequence[Group]
    shown: Sequence[tuple[Cell, ...] | None]
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
        if secrets & told:
            gaps = [line.places for line, gap in zip(self.lines, self.gaps, strict=True) if gap]
            return self.smallest([place for places in gaps for place in places])
        return None

    def _sums(self) -> Iterator[dict[Place, Fraction]]:
        """The missing figures of each line, the shortest first, with the sign they are added by."""
        for number in sorted(range(len(self.lines)), key=self.gaps.__getitem__):
            line = self.lines[number]
            sums = {each: Fraction(1) for each in line.places if self.missing(each)}
            for place in line.places[: line.less]:
                if place in sums:
                    sums[place] = Fraction(-1)
            if sums:
                yield sums

    def missing(self, place: Place) -> bool:
        row, column = place
        if place in self.masked or not self.groups[row].base.n:  # of nobody all is known
            return place in self.masked
        cells = self.shown[row]
        return cells is None or not _known(cells[column])

    def smallest(self, line: Sequence[Place]) -> Place | None:
        """The smallest figure of a line that is shown; one of nobody last."""
        left = [each for each in line if not self.missing(each)]
        return min(left, key=self._size, default=None)

    def _size(self, place: Place) -> tuple[bool, int, Place]:
        row, column = place
        count = self.groups[row].cells[column].count or 0
        return not count, count, place


def _puzzle(breaks: Sequence[Told], lines: Sequence[_Line], answers: Sequence[int]) -> _Puzzle:
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


def _counts(head: Head, masked: set[str]) -> bool:
    """Whether a column counts an answer that is masked."""
    if head.part is Part.SUMMARY:
        return bool(masked)
    return not masked.isdisjoint(head.of or (head.id,))
