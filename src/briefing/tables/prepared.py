"""A table that was made elsewhere as a table like any other, but without nets and without sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.bases import people
from briefing.tables.model import Base, Cell, Head, Part, Table
from briefing.tables.notes import base_varies_note, caution_note, share_notes
from briefing.tables.small_bases import Group, Shown, published, suppression_notes
from briefing.wording import wording

if TYPE_CHECKING:
    from briefing.survey.declared import Codebook
    from briefing.survey.model import PreparedCell, PreparedTable
    from briefing.tables.count import Counter


def _meanings() -> dict[str, str]:
    words = wording()
    return {
        "c": words.made_suppressed,
        "u": words.made_unreliable,
        "w": words.made_nobody,
        "x": words.made_missing,
        "low": words.made_low,
    }


def prepared_table(counter: Counter, made: PreparedTable) -> Table:
    """One row a group, one column an answer; rows that combine others stand last, as nets do.

    What such a row combines is not known: it is quoted as it stands and no figure is added up.
    """
    spec, codebook = made.spec, counter.survey.codebook
    order = sorted(
        range(len(made.answers)), key=lambda place: made.answers[place][1] in spec.combined
    )
    columns = tuple(
        Head(*made.answers[place], Part.NET if _combines(made, place) else Part.ANSWER)
        for place in order
    )
    alone = len(made.groups) == 1
    bases = tuple(
        Base(
            n=number,
            words=_words(made, counter.respondents, group, number),
            caution=0 < number < codebook.small_bases.caution_below,
        )
        for group, number in enumerate(made.bases)
    )
    cells = tuple(
        tuple(_cell(row[place], base.n, spec.unit) for place in order)
        for row, base in zip(made.cells, bases, strict=True)
    )
    shown = _published(made, bases, cells, codebook)
    bases, cells = shown.bases, shown.cells
    hidden = suppression_notes(shown.why, codebook.small_bases, codebook.respondents)
    symbols = {cell.symbol for row in cells for cell in row if cell.symbol}
    return Table(
        id=spec.id,
        title=made.title or spec.question,
        question=spec.question,
        rows=tuple(
            Head("all" if alone else each, label, Part.WHOLE if alone or whole else Part.GROUP)
            for (each, label), whole in zip(made.groups, made.whole, strict=True)
        ),
        columns=columns,
        bases=bases,
        cells=cells,
        notes=(
            *caution_note(bases, codebook.small_bases.caution_below),
            *(base_varies_note(bases) if not alone and spec.multiple else ()),
            *share_notes(columns, cells, counter.respondents, multiple=spec.multiple),
            *_rounded(made),
            *hidden,
            *(
                words
                for symbol, words in _meanings().items()
                if symbol in symbols and not any(f"[{symbol}]" in note for note in hidden)
            ),
            *made.notes,
        ),
        source=spec.source or made.path,
        multiple=spec.multiple,
    )


def _published(
    made: PreparedTable,
    bases: tuple[Base, ...],
    cells: tuple[tuple[Cell, ...], ...],
    codebook: Codebook,
) -> Shown:
    """The groups as this survey's own may be published, wherever the table was made."""
    parts = [place for place, whole in enumerate(made.whole) if not whole]
    if len(made.groups) == 1 or not parts:
        return Shown(bases, cells, (None,) * len(bases))
    names = [made.groups[place][0] for place in parts]
    groups = [
        Group(made.groups[place][1], bases[place], cells[place], frozenset((name,)))
        for place, name in zip(parts, names, strict=True)
    ]
    wholes = (frozenset(names),) if any(made.whole) else ()
    shown = published(groups, wholes, codebook.small_bases, codebook.respondents)
    known = dict(zip(parts, zip(shown.bases, shown.cells, shown.why, strict=True), strict=True))
    rows = [known.get(place, (bases[place], cells[place], None)) for place in range(len(bases))]
    return Shown(
        tuple(base for base, _, _ in rows),
        tuple(row for _, row, _ in rows),
        tuple(why for _, _, why in rows),
    )


def _combines(made: PreparedTable, place: int) -> bool:
    return made.answers[place][1] in made.spec.combined


def _cell(figure: PreparedCell, base: int, unit: str) -> Cell:
    """A figure of its base; counts are exact, so that their shares are."""
    if isinstance(figure, str):
        return Cell(None, symbol=figure)
    if unit != "count":
        return Cell(figure)
    return Cell(figure / base, int(figure)) if base else Cell(None, symbol="w")


def _words(made: PreparedTable, respondents: str, group: int, number: int) -> str:
    """Who a base is, in words; a group is named behind them."""
    who = people(number, respondents)
    words = made.spec.base_words or wording().who_answered(people=who)
    if len(made.groups) == 1:
        return words
    return wording().of_group(people=who, group=made.groups[group][1])


def _rounded(made: PreparedTable) -> tuple[str, ...]:
    if made.spec.unit == "count":
        return ()
    return (wording().rounded_elsewhere,)
