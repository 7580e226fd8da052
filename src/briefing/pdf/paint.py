"""The pen: marks become the operators of a content stream, and nothing is decided here.

Marks count from the top left corner of their box and y grows downwards; the content stream counts
from the lower left corner of the trim. The page is turned over once, in `_Pen`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.drawing import Picture, Shape, Text, clusters
from briefing.pdf.colours import fill, stroke
from briefing.pdf.fonts import sign_of
from briefing.pdf.objects import number
from briefing.profiles import ColourSpace

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.drawing import Colour, Glyph, GlyphRun, Mark, Rect, Spot
    from briefing.layout.pages import Page
    from briefing.pdf.fonts import Font

TOLERANCE = 0.5
"""Thousandths of an em that a glyph may stand off before the pen is corrected."""


@dataclass(frozen=True, slots=True)
class Palette:
    """What the pen can reach: fonts, pictures and inks by name, and the space of colours.

    `read_aloud` draws unseen what is heard and printed nowhere.
    """

    fonts: Mapping[str, Font]
    pictures: Mapping[str, str]
    colours: ColourSpace
    read_aloud: bool
    spots: Mapping[Spot, str] = field(default_factory=dict)
    black_words: float = 0.0
    """Words of black ink alone below this size overprint."""
    black_lines: float = 0.0
    """Likewise lines below this width."""


OVERPRINT, KNOCKOUT = "Over", "Knock"
"""The names of the two graphics states in a page's resources that print upon what lies below."""
_BLACK = (0.0, 0.0, 0.0, 1.0)


def paint(page: Page, palette: Palette, openings: Mapping[int, Sequence[str]]) -> list[str]:
    """Draw a page's boxes; `openings` has, by place, the operators that open a box's sequences.

    A box whose place is not among them is drawn outside any sequence.
    """
    pen = _Pen(palette, page.geometry.height)
    for place, box in enumerate(page.boxes):
        waiting = iter(openings.get(place, ()))
        runs = box.owners() if place in openings else [(box.owner, box.marks)]
        for _, marks in runs:
            if not any(isinstance(mark, Text | Shape | Picture) for mark in marks):
                continue
            opening = next(waiting, "")
            if opening:
                pen.out.append(opening)
            pen.draw(box.rect, marks)
            if opening:
                pen.out.append("EMC")
    pen.knock_out()
    return pen.out


@dataclass(slots=True)
class _Pen:
    palette: Palette
    height: float
    out: list[str] = field(default_factory=list)
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    font: tuple[str, float] = ("", 0.0)
    stretch: float = 1.0
    in_text: bool = False
    over: bool = False
    line: tuple[float, float] = (0.0, 0.0)

    def draw(self, rect: Rect, marks: Sequence[Mark]) -> None:
        x, y = rect.x, rect.y
        for mark in marks:
            if isinstance(mark, Text):
                self._text(mark, x, y)
            elif isinstance(mark, Shape):
                self._end_text()
                self._shape(mark, x, y)
            elif isinstance(mark, Picture):
                self._end_text()
                self._picture(mark, x, y)
        self._end_text()

    def knock_out(self) -> None:
        """Leave the graphics state as it is at the start of a page."""
        self._print_over(over=False)

    def _end_text(self) -> None:
        if self.in_text:
            self.out.append("ET")
            self.in_text = False

    def _text(self, mark: Text, x: float, y: float) -> None:
        run = mark.run
        if not run.glyphs or (mark.unseen and not self.palette.read_aloud):
            return
        if not self.in_text:
            self.out.append("BT")
            self.in_text = True
            self.line = (0.0, 0.0)
        small = run.size < self.palette.black_words
        self._print_over(over=small and self._is_black(mark.colour))
        self._fill_with(mark.colour)
        self._stretch_to(run.stretch)
        if mark.unseen:
            self.out.append("3 Tr")  # neither filled nor stroked (9.3.6)
        left, base = x + mark.x, round(self.height - y - mark.y, 3)
        for face, group in groupby(run.glyphs, key=lambda glyph: glyph.face):
            glyphs = tuple(group)
            self._glyphs(face or run.face, run, glyphs, (round(left, 3), base))
            left += sum(glyph.advance for glyph in glyphs) * run.stretch * run.size / 1000
        if mark.unseen:
            self.out.append("0 Tr")

    def _glyphs(
        self, face: str, run: GlyphRun, glyphs: tuple[Glyph, ...], start: tuple[float, float]
    ) -> None:
        """Show glyphs of a run that are of one face from a point of the page."""
        font, size = self.palette.fonts[face], run.size
        if self.font != (face, size):
            self.out.append(f"/{font.resource} {number(size)} Tf")
            self.font = (face, size)
        self.out.append(f"{number(start[0] - self.line[0])} {number(start[1] - self.line[1])} Td")
        self.line = start
        self.out.append(_show(glyphs, font, size))

    def _shape(self, mark: Shape, x: float, y: float) -> None:
        if mark.fill is None and mark.stroke is None:
            return
        before = (self.fill, self.stroke, self.width, self.dash, self.round_ends, self.over)
        if mark.clip is not None:
            self.out.append(f"q {self._rectangle(mark.clip, x, y)} W n")
        self._print_over(over=self._is_thin(mark))
        if mark.fill is not None:
            self._fill_with(mark.fill)
        if mark.stroke is not None:
            self._stroke_with(mark, mark.stroke)
        self.out.append(self._path(mark, x, y))
        self.out.append(_PAINTING[mark.fill is not None, mark.stroke is not None])
        if mark.clip is not None:
            self.out.append("Q")
            self.fill, self.stroke, self.width, self.dash, self.round_ends, self.over = before

    def _picture(self, mark: Picture, x: float, y: float) -> None:
        rect = mark.rect.moved(x, y)
        width, height = number(rect.width), number(rect.height)
        left, low = number(rect.x), number(self.height - rect.bottom)
        self.out.append(
            f"q {width} 0 0 {height} {left} {low} cm /{self.palette.pictures[mark.path]} Do Q"
        )

    def _is_black(self, colour: Colour) -> bool:
        """Whether a colour is black ink alone, in a file of inks."""
        return (
            self.palette.colours is ColourSpace.CMYK and not colour.spot and colour.press == _BLACK
        )

    def _is_thin(self, mark: Shape) -> bool:
        """Whether it is a line of black ink, drawn or filled, so thin that it overprints."""
        if mark.fill is None and mark.stroke is not None:
            return self._is_black(mark.stroke) and mark.stroke_width < self.palette.black_lines
        return False

    def _print_over(self, *, over: bool) -> None:
        """Leave what lies below as it is where black is printed on it (8.6.7), or knock it out."""
        if over != self.over:
            self.out.append(f"/{OVERPRINT if over else KNOCKOUT} gs")
            self.over = over

    def _fill_with(self, colour: Colour) -> None:
        if colour != self.fill:
            self.out.append(fill(colour, self.palette.colours, self.palette.spots))
            self.fill = colour

    def _stretch_to(self, stretch: float) -> None:
        """Draw what follows as much wider (9.3.4): this outlasts a text, and only that."""
        if stretch != self.stretch:
            self.out.append(f"{number(100 * stretch)} Tz")
            self.stretch = stretch

    def _stroke_with(self, mark: Shape, colour: Colour) -> None:
        if colour != self.stroke:
            self.out.append(stroke(colour, self.palette.colours, self.palette.spots))
            self.stroke = colour
        if mark.stroke_width != self.width:
            self.out.append(f"{number(mark.stroke_width)} w")
            self.width = mark.stroke_width
        if mark.dash != self.dash:
            self.out.append(f"[{' '.join(map(number, mark.dash))}] 0 d")
            self.dash = mark.dash
        if mark.round_ends != self.round_ends:
            self.out.append("1 J 1 j" if mark.round_ends else "0 J 0 j")
            self.round_ends = mark.round_ends

    def _path(self, mark: Shape, x: float, y: float) -> str:
        steps = []
        for step, values in mark.path:
            points = [
                number(self.height - y - value if place % 2 else x + value)
                for place, value in enumerate(values)
            ]
            steps.append(" ".join((*points, step)))
        return "\n".join(steps)

    def _rectangle(self, rect: Rect, x: float, y: float) -> str:
        moved = rect.moved(x, y)
        low = self.height - moved.bottom
        return " ".join(map(number, (moved.x, low, moved.width, moved.height))) + " re"


_PAINTING = {(True, False): "f", (False, True): "S", (True, True): "B"}


def _show(glyphs: tuple[Glyph, ...], font: Font, size: float) -> str:
    """The operators that show a run: codes and corrections in thousandths of an em (9.4.3)."""
    writer = _Run(font, size)
    for cluster in clusters(glyphs):
        writer.show(cluster)
    return writer.finish()


@dataclass(slots=True)
class _Run:
    """A run being written: where the pen is and where it should be, in thousandths of an em."""

    font: Font
    size: float
    parts: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    array: list[str] = field(default_factory=list)
    pen: int = 0
    wanted: float = 0.0
    rise: float = 0.0

    def show(self, cluster: Sequence[Glyph]) -> None:
        """Show what the glyphs of a cluster draw where its first one should stand."""
        glyph, sign = cluster[0], sign_of(cluster)
        if glyph.dy != self.rise:
            self.break_off(f"{number(glyph.dy * self.size / 1000)} Ts")
            self.rise = glyph.dy
        off = self.pen - self.wanted - glyph.dx
        if not -TOLERANCE < off < TOLERANCE:
            correction = round(off)
            self._close_codes()
            self.array.append(str(correction))
            self.pen -= correction
        self.codes.append(self.font.code(sign, glyph.text))
        self.pen += self.font.widths[sign]
        self.wanted += sum(each.advance for each in cluster)

    def break_off(self, operator: str) -> None:
        """End the array so that another operator can stand here."""
        self._close_array()
        self.parts.append(operator)

    def finish(self) -> str:
        """All operators of the run."""
        if self.rise:
            self.break_off("0 Ts")
        self._close_array()
        return "\n".join(self.parts)

    def _close_codes(self) -> None:
        if self.codes:
            self.array.append(f"<{''.join(self.codes)}>")
            self.codes.clear()

    def _close_array(self) -> None:
        self._close_codes()
        if self.array:
            self.parts.append(f"[{' '.join(self.array)}] TJ")
            self.array.clear()
