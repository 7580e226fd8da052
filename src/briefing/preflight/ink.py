"""The ink on a page: how much of all inks lies where, the areas with too much, a heat map."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw
from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    RectangleObject,
    StreamObject,
)

from briefing.diagnostics import Severity
from briefing.drawing import MM
from briefing.preflight.finding import Found
from briefing.preflight.interpreter import seen
from briefing.preflight.painted import PROCESS, Bounds
from briefing.preflight.plates import FULL, TOTAL, Plate
from briefing.preflight.reader import Ledger
from briefing.preflight.state import State
from briefing.profiles.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from briefing.preflight.facts import Sheet
    from briefing.preflight.limits import Limits
    from briefing.preflight.painted import Seen

FINE = 36.0
"""Pixels an inch at which ink is measured: each covers half a square millimetre."""

MAP = 72.0
"""Pixels an inch of a heat map."""

LARGEST = 2000
"""Pixels of the longer side, whatever the page's size."""

_STEP = FULL / 255
_AREAS = 12
_SPOTS = 8


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ink of one page: per cent of all inks in each pixel, rows from the top."""

    sheet: Sheet
    edge: Bounds
    scale: float
    ink: NDArray[np.float32]
    unmeasured: tuple[str, ...]

    def bounds(self, rows: tuple[int, int], columns: tuple[int, int]) -> Bounds:
        """Where pixels lie on the page, in points."""
        left, top = self.edge.left, self.edge.top
        return Bounds(
            left + columns[0] / self.scale,
            top - (rows[1] + 1) / self.scale,
            left + (columns[1] + 1) / self.scale,
            top - rows[0] / self.scale,
        )


def measure(sheet: Sheet, shown: Seen, total: Plate, fine: float = FINE) -> Coverage | None:
    """The ink of a page, from its plate of all inks or, where they mix, from one plate each.

    None for a page without a place to print on.
    """
    edge = sheet.edge
    if edge is None or edge.width < 1 or edge.height < 1:
        return None
    scale = min(fine / 72, LARGEST / max(edge.width, edge.height))
    names = _names(shown)
    plates = [total] if names == (TOTAL,) else [_plate(sheet, name) for name in names]
    full = FULL if len(plates) == 1 else 100.0
    ink = sum(full * (1 - each.astype(np.float32) / 255) for each in _rendered(plates, edge, scale))
    missed = sorted({name for plate in plates for name in plate.unmeasured})
    return Coverage(sheet, edge, scale, np.asarray(ink, np.float32), tuple(missed))


def begun(name: str = TOTAL) -> Plate:
    """A plate that listens to a page from its beginning on."""
    plate = Plate(name)
    plate.begin(State().fill)
    return plate


def _names(shown: Seen) -> tuple[str, ...]:
    """The plates to look at: one for all inks, unless inks are laid over each other."""
    mixed = any(
        each.overprint or each.blend not in {"Normal", "Compatible"} for each in shown.painted
    )
    if not mixed:
        return (TOTAL,)
    laid = {name for each in shown.painted for name in each.tint.laid}
    return (*PROCESS, *sorted(laid - {*PROCESS})[:_SPOTS])


def _plate(sheet: Sheet, name: str) -> Plate:
    plate = begun(name)
    seen(sheet.page, Ledger(), plate)
    return plate


def _rendered(plates: Sequence[Plate], edge: Bounds, scale: float) -> list[NDArray[np.uint8]]:
    """Each plate as grey pixels."""
    document = pypdfium2.PdfDocument(_file(plates, edge))
    try:
        return [
            document[place]
            .render(scale=scale, grayscale=True)
            .to_numpy()
            .reshape(*_shape(edge, scale))
            for place in range(len(plates))
        ]
    finally:
        document.close()


def _shape(edge: Bounds, scale: float) -> tuple[int, int]:
    return int(np.ceil(edge.height * scale)), int(np.ceil(edge.width * scale))


def _file(plates: Sequence[Plate], edge: Bounds) -> bytes:
    """The plates as pages of a file that a renderer can show."""
    writer = PdfWriter()
    for plate in plates:
        page = writer.add_blank_page(edge.width, edge.height)
        page[NameObject("/MediaBox")] = RectangleObject(edge)
        content = DecodedStreamObject()
        content.set_data(bytes(plate.out))
        page[NameObject("/Contents")] = writer._add_object(content)  # noqa: SLF001 - its only way
        page[NameObject("/Resources")] = DictionaryObject(
            {
                NameObject(kind): DictionaryObject(
                    {NameObject(name): _brought(writer, value) for name, value in held.items()}
                )
                for kind, held in plate.resources.items()
            }
        )
    kept = BytesIO()
    writer.write(kept)
    return kept.getvalue()


def _brought(writer: PdfWriter, value: PdfObject) -> PdfObject:
    """A resource of the file under test in the file that is shown."""
    if isinstance(value, IndirectObject):
        return value.clone(writer)
    cloned = value.clone(writer, force_duplicate=True)
    return writer._add_object(cloned) if isinstance(cloned, StreamObject) else cloned  # noqa: SLF001


# -- areas -----------------------------------------------------------------------------------------


def too_much(coverage: Coverage, limit: float, limits: Limits) -> Iterator[Found]:
    """Areas with more ink than the limit, largest first, and what could not be measured."""
    for name in coverage.unmeasured:
        yield Found(Rule.INK, "its ink could not be measured", name, Severity.WARNING)
    pixel = (1 / coverage.scale / MM) ** 2
    over = coverage.ink > limit + _STEP
    areas = [each for each in _areas(over) if len(each) * pixel >= limits.ink_area]
    for area in sorted(areas, key=len, reverse=True)[:_AREAS]:
        rows, columns = area[:, 0], area[:, 1]
        most = float(coverage.ink[rows, columns].max())
        size = len(area) * pixel
        says = f"{most:.0f} % of ink on {size:.0f} mm², limit {limit:.0f} %"
        bounds = coverage.bounds(
            (int(rows.min()), int(rows.max())), (int(columns.min()), int(columns.max()))
        )
        yield Found(
            Rule.INK,
            says,
            "area",
            bounds=bounds,
            value=round(most, 1),
            limit=round(limit, 1),
            unit="%",
            key="ink",
        )


def _areas(over: NDArray[np.bool_]) -> Iterator[NDArray[np.intp]]:
    """The pixels of each connected area, found run by run."""
    parents: list[int] = []
    runs: list[tuple[int, int, int, int]] = []
    above: list[tuple[int, int, int]] = []
    last_row = -2
    for row in np.flatnonzero(over.any(axis=1)).tolist():
        edges = np.flatnonzero(np.diff(np.concatenate(([0], over[row].view(np.int8), [0]))))
        below: list[tuple[int, int, int]] = []
        above, last_row, place = above if last_row == row - 1 else [], row, 0
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            mark = len(parents)
            parents.append(mark)
            while place < len(above) and above[place][1] <= start:
                place += 1
            for first, _last, other in islice(above, place, None):
                if first >= end:
                    break
                parents[_root(parents, other)] = _root(parents, mark)
            runs.append((row, start, end, mark))
            below.append((start, end, mark))
        above = below
    members: dict[int, list[tuple[int, int, int]]] = {}
    for row, start, end, mark in runs:
        members.setdefault(_root(parents, mark), []).append((row, start, end))
    for parts in members.values():
        yield np.concatenate(
            [
                np.column_stack((np.full(end - start, row), np.arange(start, end)))
                for row, start, end in parts
            ]
        )


def _root(parents: list[int], mark: int) -> int:
    while parents[mark] != mark:
        parents[mark] = parents[parents[mark]]
        mark = parents[mark]
    return mark


# -- the heat map ----------------------------------------------------------------------------------

_STOPS = (
    (0.0, (255, 255, 255)),
    (50.0, (214, 228, 244)),
    (100.0, (146, 190, 226)),
    (200.0, (88, 168, 120)),
    (300.0, (250, 200, 60)),
    (400.0, (240, 150, 30)),
)
_OVER = (200, 0, 40)
_LEGEND = 34


def heat_map(coverage: Coverage, limit: float) -> bytes:
    """A PNG of a page: from white by blue, green and yellow as ink grows, red beyond the limit."""
    amounts = [stop for stop, _ in _STOPS]
    channels = [
        np.interp(coverage.ink, amounts, [colour[each] for _, colour in _STOPS])
        for each in range(3)
    ]
    pixels = np.stack(channels, axis=-1).astype(np.uint8)
    pixels[coverage.ink > limit + _STEP] = _OVER
    height, width = pixels.shape[:2]
    picture = Image.new("RGB", (max(width, 260), height + _LEGEND), "white")
    picture.paste(Image.fromarray(pixels), (0, 0))
    pen = ImageDraw.Draw(picture)
    frame = coverage.sheet.finished
    if frame is not None:
        left, right = ((x - coverage.edge.left) * coverage.scale for x in (frame.left, frame.right))
        top, bottom = ((coverage.edge.top - y) * coverage.scale for y in (frame.top, frame.bottom))
        pen.rectangle((left, top, right, bottom), outline=(120, 120, 120))
    _legend(pen, height, limit)
    kept = BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _legend(pen: ImageDraw.ImageDraw, top: int, limit: float) -> None:
    for place, (amount, colour) in enumerate((*_STOPS[:-1], (limit, _OVER))):
        left = 6 + place * 42
        pen.rectangle((left, top + 5, left + 38, top + 15), fill=colour, outline=(120, 120, 120))
        words = f">{limit:.0f} %" if colour == _OVER else f"{amount:.0f} %"
        pen.text((left, top + 18), words, fill=(0, 0, 0))
