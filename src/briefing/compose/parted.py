"""What a page holds of its areas and what goes on behind it; a note stays with its mark.

A page that is full ends its words where the notes that they call have their room as well: rather
than part a mark from its note, its line goes on to the next page.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import TYPE_CHECKING

from briefing.blocks.notes import Footnotes
from briefing.compose.score import goes_on
from briefing.drawing import Link
from briefing.layout.fill import needed
from briefing.layout.pages import Fragment, Strip
from briefing.layout.spill import cut, spill
from briefing.layout.units import SLIP

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from briefing.brand.masters import Area
    from briefing.compose.desk import InHand
    from briefing.compose.trial import Trial
    from briefing.diagnostics import Source
    from briefing.layout.pages import Piece

    Rest = dict[str, tuple[Fragment, ...]]
    Stocked = tuple[Area, tuple[Fragment, ...]]


def parted(page: InHand, trial: Trial, share: float) -> tuple[Trial, Rest]:
    """What a page holds when its areas are filled to a share of their height, and what goes on.

    A piece that is higher than any page stays, and so does a note that is too long for the page of
    its mark: both are over, to be told.
    """
    notes = _waiting(page, trial.areas)
    words = [
        (_lower(area, share), tuple(each for each in has if each is not notes.fragment))
        for area, has in trial.areas
    ]
    held = _fitted(words, notes) or _least(words, notes)
    names = notes.pieces.keys() if not held.goes_on else held.names
    stocked, rest = [], {}
    for area, _ in trial.areas:
        here = area.name == notes.area
        behind = notes.block(notes.pieces.keys() - names) if here else ()
        stocked.append((area, (*held.kept[area.name], *(notes.block(names) if here else ()))))
        if going := (*held.going[area.name], *behind):
            rest[area.name] = going
    return replace(trial, areas=tuple(stocked)), rest


def first(fragments: Sequence[Fragment], room: float) -> tuple[Fragment, ...]:
    """The first fragments, as many as are higher than a room, so that no page can hold them all.

    A heading or a lead-in is not parted from what it is kept with.
    """
    heights = accumulate((each.least + each.gap for each in fragments), initial=0.0)
    count = sum(height <= room for height in heights)
    while count < len(fragments) and any(each.keep for each in fragments[count - 1].pieces[-1:]):
        count += 1
    return tuple(fragments[:count])


def _lower(area: Area, share: float) -> Area:
    return replace(area, rect=replace(area.rect, height=area.rect.height * share))


# -- notes -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Notes:
    """The notes that wait for the page of their marks: their place, and the pieces of each."""

    area: str = ""
    fragment: Fragment | None = None
    rule: tuple[Piece, ...] = ()
    pieces: dict[str, tuple[Piece, ...]] = field(default_factory=dict)
    """By the names that marks lead to, in the order of their numbers."""
    places: dict[str, Source] = field(default_factory=dict)

    def block(self, names: Collection[str]) -> tuple[Fragment, ...]:
        """The notes of these names below their rule; nothing where there are none."""
        own = [name for name in self.pieces if name in names]
        if not own or self.fragment is None:
            return ()
        pieces = (*self.rule, *(piece for name in own for piece in self.pieces[name]))
        return (replace(self.fragment, where=self.places[own[0]], pieces=pieces),)

    def called(self, fragments: Iterable[Fragment]) -> frozenset[str]:
        """The names of those whose marks stand in the fragments."""
        pieces = (piece for fragment in fragments for piece in fragment.pieces)
        return frozenset(self.pieces).intersection(_targets(pieces))


def _waiting(page: InHand, stocked: Iterable[Stocked]) -> _Notes:
    """The notes among what an arrangement holds; each begins with the box that bears its name."""
    block = next((each for each in page.sheet.blocks if isinstance(each, Footnotes)), None)
    if block is None:
        return _Notes()
    places = {each.anchor: each.where for each in block.called}
    area, fragment = next(
        ((area.name, each) for area, has in stocked for each in has if each.name == block.kind),
        ("", None),
    )
    rule: tuple[Piece, ...] = ()
    pieces: dict[str, tuple[Piece, ...]] = {}
    name = ""
    for piece in fragment.pieces if fragment else ():
        name = next((anchor for anchor in _anchors(piece) if anchor in places), name)
        if name:
            pieces[name] = (*pieces.get(name, ()), piece)
        else:
            rule = (*rule, piece)
    return _Notes(area, fragment, rule, pieces, places)


def _anchors(piece: Piece) -> Iterator[str]:
    return (box.anchor for box in piece.boxes) if isinstance(piece, Strip) else iter(())


def _targets(pieces: Iterable[Piece]) -> Iterator[str]:
    """The places of the document that links in the pieces lead to."""
    for piece in pieces:
        for box in piece.boxes if isinstance(piece, Strip) else ():
            yield from (
                mark.target.removeprefix("#") for mark in box.marks if isinstance(mark, Link)
            )


# -- where a page ends -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Held:
    """What stays of each area, what goes on, and the notes that have their room."""

    kept: Rest
    going: Rest
    names: frozenset[str]

    @property
    def goes_on(self) -> bool:
        return any(self.going.values())


def _fitted(words: Sequence[Stocked], notes: _Notes) -> _Held | None:
    """As much as there is room for, notes included; None if that is nothing at all.

    Notes are given room as their marks are found to stay. Where that room drives a mark on, its
    line is barred from the page, so that the words before it may take the room again.
    """
    barred: frozenset[str] = frozenset()
    while True:
        held = _with_notes(words, notes, barred)
        driven = held.names - notes.called(_all(held.kept))
        if not driven and not _has_room(words, held, notes):
            driven = notes.called(_on_the_move(words, held)) - barred  # what is too high stays
        if not driven:
            moved = any(_on_the_move(words, held)) or held.names
            return held if moved or not held.goes_on else None
        barred |= {[name for name in notes.pieces if name in driven][-1]}


def _with_notes(words: Sequence[Stocked], notes: _Notes, barred: frozenset[str]) -> _Held:
    """What stays beside the notes that it calls, and beside those that have been driven on."""
    names: frozenset[str] = frozenset()
    while True:
        kept: Rest = {}
        going: Rest = {}
        for area, has in words:
            below = notes.block(names) if area.name == notes.area else ()
            kept[area.name], going[area.name] = _spilt(area, has, below, barred)
        more = notes.called(_all(kept)) - names
        if not more:
            return _Held(kept, going, names)
        names |= more


def _spilt(
    area: Area, has: tuple[Fragment, ...], below: Sequence[Fragment], barred: frozenset[str]
) -> tuple[tuple[Fragment, ...], tuple[Fragment, ...]]:
    """What an area holds above the notes `below`, and what goes on."""
    if not goes_on(area):
        return has, ()
    near = first(has, area.flow * area.rect.height)
    kept, going = spill(near, area, below, _before(near, barred))
    if not kept and not spill(near, area)[0]:
        return has, ()
    return kept, (*going, *has[len(near) :])


def _before(fragments: Sequence[Fragment], barred: frozenset[str]) -> int | None:
    """How many pieces stand before the first mark of a note that is barred; None for all."""
    pieces = [piece for fragment in fragments for piece in fragment.pieces]
    ends = (n for n, piece in enumerate(pieces) if not barred.isdisjoint(_targets((piece,))))
    return next(ends, None) if barred else None


def _has_room(words: Sequence[Stocked], held: _Held, notes: _Notes) -> bool:
    """Whether the notes find room where they stand, which the words that call them may not."""
    block = notes.block(held.names)
    return all(
        area.name != notes.area
        or needed((*held.kept[area.name], *block), area) <= area.rect.height + SLIP
        for area, _ in (words if block else ())
    )


def _least(words: Sequence[Stocked], notes: _Notes) -> _Held:
    """The first lines that no page parts, with their notes, however high these are."""
    kept: Rest = {area.name: () if goes_on(area) else has for area, has in words}
    going: Rest = {area.name: has if goes_on(area) else () for area, has in words}
    name, has = next((name, has) for name, has in going.items() if has)
    kept[name], going[name] = cut(has, _first_run(has))
    return _Held(kept, going, notes.called(_all(kept)))


def _first_run(fragments: Sequence[Fragment]) -> int:
    pieces = [piece for fragment in fragments for piece in fragment.pieces]
    return next((n for n, piece in enumerate(pieces, 1) if not piece.keep), len(pieces))


def _all(held: Rest) -> Iterator[Fragment]:
    return (fragment for has in held.values() for fragment in has)


def _on_the_move(words: Sequence[Stocked], held: _Held) -> Iterator[Fragment]:
    """What stays of areas whose content may go on."""
    return (each for area, _ in words if goes_on(area) for each in held.kept[area.name])
