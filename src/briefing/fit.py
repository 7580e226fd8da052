"""Pages → the fit report: every place with its room, the blocks in it, and what copyfit did."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefing.drawing import MM
from briefing.layout.units import SLIP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.layout.pages import Fit

_LEGEND = """\
How full every place is, in millimetres. "full" is the fullest column of a place, and of a block its
share of all the place's columns; "edges" says how far a place grew (+) or gave way (-), "type" in
how many points most of its letters are set, those in charts apart. Behind that stands what copyfit
did, in per cent of what is designed (sizes are those of the brand's scale: a step may have less
effect than it says), below the blocks what it tried and did not keep.
"""
_NAME = 26
"""Letters that the name of a place or a block has room for."""


def fit_report(documents: Iterable[tuple[str, Sequence[Fit]]]) -> str:
    """``fit.txt``: a paragraph for each page of each document, a line for each place and block."""
    lines = [_LEGEND]
    for name, fits in documents:
        for (page, master), group in groupby(fits, key=lambda each: (each.page, each.master)):
            places = list(group)
            lines.append(f"{name}, page {page}: {master}, {places[0].arrangement}")
            sizes = f"{'room':>7} {'used':>7} {'full':>6} {'edges':>7} {'type':>6}"
            lines.append(f"  {'place':<{_NAME}} {sizes}")
            lines += [line for fit in places for line in _place(fit)]
            lines.append("")
    return "\n".join(lines)


def _place(fit: Fit) -> Iterator[str]:
    moved = f"{fit.moved / MM:+.1f}" if abs(fit.moved) > SLIP else ""
    sizes = f"{fit.room / MM:7.1f} {fit.used / MM:7.1f} {_part(fit.used, fit.room)} {moved:>7}"
    sizes += f" {fit.size:6.1f}" if fit.size else f" {'':6}"
    yield f"  {fit.area:<{_NAME}} {sizes}  {'; '.join(_remarks(fit))}".rstrip()
    for block, height in fit.blocks:
        share = _part(height, fit.room * fit.columns)
        yield f"    {block:<{_NAME - 2}} {'':7} {height / MM:7.1f} {share}"
    for step, why in fit.dropped:
        yield f"    tried {step}: {why}"


def _part(height: float, room: float) -> str:
    return f"{height / room if room else 0.0:6.0%}"


def _remarks(fit: Fit) -> Iterator[str]:
    if fit.overset:
        yield f"OVER by {fit.overset.over / MM:.1f} mm, {fit.overset.words} words"
    if not fit.blocks:
        yield "empty"
    if fit.columns > 1:
        yield f"{fit.columns} columns"
    if fit.copyfit:
        yield fit.copyfit
