"""Rows of plain bars from a zero line: a label, one bar or two, and the figure of each."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.charts import labels
from briefing.charts.canvas import Canvas
from briefing.charts.lettering import (
    capital,
    depth,
    heading_over,
    longest_word,
    sized,
    width_of,
    wrap,
)
from briefing.charts.pitch import FULL, LABEL_GAP, OPEN, Pitches, put_parting, thickest
from briefing.charts.value_entries import AFTER
from briefing.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.brand.model import Look
    from briefing.brand.styles import TextStyle
    from briefing.charts.labels import Label
    from briefing.charts.lettering import Lines
    from briefing.charts.model import Drawn, Extent
    from briefing.charts.value_entries import Bar, Entry, Plot

_LABELS_MOST = 0.45
"""The share that a long word may make of it."""
_HEADING, _HEADING_ALONE = 0.34, 0.6
"""The share of the width that a heading over figures may take, and that of a long one."""
GAP = 10.0
"""White between labels and bars, and between bars and readings at the right, in points."""
_HEAD_GAP = 8.0
"""White below a legend or a heading, in points."""
_THICKEST, _THICKEST_TRACK = 44.0, 60.0
"""A bar is never thicker, in points; nor is one that is drawn within its whole."""
_MANY, _THICKER = 6, 7.0
"""Of fewer bars each may be thicker by so many points for every one that is missing: three or four
have a page to themselves, and it is to look filled."""
_INSIDE = 1.5
"""How much higher than its figure the thinnest bar is, above and below, in points."""
_FIGURES_APART, _FIGURES_GAP = 9.07, 0.5
"""From the figure of a bar to that of the next of its row, 3.2 mm, and the white between them as a
share of their height: less would be read as one figure of two lines."""
_PAIR = 0.72
"""The share of the room between two labels that the bars of a row take, where it has several."""
_BETWEEN = 1.5
"""White between two bars of a row, in points."""
_NOTE_GAP = 6.0
"""White between a figure and the note behind it, in points."""
_LEAST_BAR = 0.75
"""A bar of a value other than nothing is never shorter, in points."""
_AXIS = 0.5
"""The weight of a zero line between bars to both sides, in points."""


class ValueBars:
    """Rows laid out for a width.

    `share` is the part of the width that labels may take beside the bars, none where they stand
    above. Beside them bars begin at `start` points at the earliest. Notes stand below their
    figures, or `level` with them, in a column of their own.
    """

    def __init__(  # noqa: PLR0917 - what a layout depends on
        self,
        entries: tuple[Entry, ...],
        width: float,
        look: Look,
        plot: Plot,
        share: float,
        shown: tuple[bool, ...],
        start: float = 0.0,
        *,
        level: bool = False,
    ) -> None:
        self.entries, self.width, self.look = entries, width, look
        self.plot, self.parts = plot, shown
        self.whole, self.track, self.legend = plot.whole, plot.track, plot.legend
        self.share, self.beside, self.level = share, share > 0, level
        self.shown = [place for place in range(len(entries)) if not shown or shown[place]]
        notes = [self._note_width(entry) for entry in entries]
        self.notes_width = max(notes) + _NOTE_GAP if level and any(notes) else 0.0
        self.figures_width = max(self._figure_width(entry) for entry in entries)
        bars = [bar for entry in entries for bar in entry.bars]
        self.lowest = -min([Fraction(0), *(bar.value for bar in bars if bar.value)])
        self.before = max((bar.behind for bar in bars if bar.below), default=0.0)
        self.behind = max((bar.behind for bar in bars if not bar.below), default=0.0)
        self.heading = self._heading_above() if self.track and self.beside else None
        self.labels = self._labels()
        self.plot_x = 0.0
        if self.beside:
            widest = max(label.width for label in self.labels)
            self.plot_x = max(widest, width * share if self.track else 0.0) + GAP
            self.plot_x = max(self.plot_x, start)
        if self.heading is None:
            self.heading = self._heading_at_bars()
        self.pitches = self._pitches()

    def starting(self, start: float) -> ValueBars:
        """The same with bars that begin at `start` points, if their labels end before it."""
        if not self.beside or start <= self.plot_x:
            return self
        entries, width, look = self.entries, self.width, self.look
        return ValueBars(
            entries, width, look, self.plot, self.share, self.parts, start, level=self.level
        )

    @property
    def lines(self) -> int:
        """The lines of the longest label."""
        return max(label.rows for label in self.labels)

    def _figure_width(self, entry: Entry) -> float:
        """What figures take at the right, their notes with them."""
        widest = max(width_of(bar.figure.text, bar.style) for bar in entry.bars)
        if self.level:
            return widest + self.notes_width
        return max(widest, self._note_width(entry))

    def _note_width(self, entry: Entry) -> float:
        note = entry.note
        return width_of(note.text, self.look.style("chart.note")) if note else 0.0

    def _heading_above(self) -> Lines:
        """A heading over the figures at the right edge; nothing else stands above the bars."""
        style = self.look.style("chart.legend")
        most, alone = self.width * _HEADING, self.width * _HEADING_ALONE
        return heading_over(self.plot.heading, style, self.figures_width, most, alone)[0]

    def _heading_at_bars(self) -> Lines | None:
        """A heading that begins where the bars do."""
        if not self.plot.heading:
            return None
        style = self.look.style("chart.legend")
        return wrap(self.plot.heading, style, self.width - self.plot_x, strong=True)

    def _labels(self) -> tuple[Label, ...]:
        style = self.look.style("chart.label")
        if self.beside:
            words = max(longest_word(each.label, style, strong=True) for each in self.entries)
            room = self.width * max(self.share, min(words / self.width, _LABELS_MOST))
        else:
            room = self.width - (self.figures_width + GAP if self.track else 0)
        rows = [(each.label, each.base, each.strong) for each in self.entries]
        return labels.labels_for(rows, self.look, room)

    def _pitches(self) -> Pitches:
        head, look = 0.0, self.look
        for part in (self.legend, self.heading):
            if part is not None:
                head = max(head, part.height + _HEAD_GAP)
        heights = [each.height_beside if self.beside else each.height for each in self.labels]
        bars = len(self.entries[0].bars)
        figure = max(capital(bar.style) for each in self.entries for bar in each.bars)
        full = FULL
        if self.track:
            below = 2 * depth(look.style("chart.note"))
            for place, (each, label) in enumerate(zip(self.entries, self.labels, strict=True)):
                reading = self._reading_height(each, label) + (below if self.beside else 0.0)
                heights[place] = max(heights[place], reading)
            figure = capital(look.style("chart.value"))
        one = figure + 2 * _INSIDE
        if bars > 1:
            least = capital(look.style("chart.note"))
            one, full = max(_lines_apart(least), _FIGURES_APART) - _BETWEEN, _PAIR
        thin = bars * one + (bars - 1) * _BETWEEN
        thick = _THICKEST_TRACK if self.track else _THICKEST
        if bars > 1:
            thick *= bars * 0.75
        elif not self.track and self.beside:
            thick += _THICKER * max(0, _MANY - len(self.entries))
        if self.beside:
            length, plain = self.width - self.plot_x, bars == 1 and not self.track
            thick = thickest(len(self.entries), length, thick, plain=plain)
        thick = max(thin, thick)
        return Pitches(
            len(self.shown),
            head,
            max(heights),
            beside=self.beside,
            thinnest=thin,
            thickest=thick,
            foot=depth(look.style("chart.note")) if self._symbols() else 0.0,
            loosest=OPEN if self.beside and not self.track else FULL,
            labels=tuple(heights[place] for place in self.shown),
            apart=labels.apart(self.labels),
            full=full,
            aside=sum(self.entries[place].total for place in self.shown),
        )

    def _symbols(self) -> bool:
        """Whether a figure is suppressed: the brackets of a symbol reach below figures."""
        return any(bar.figure.number is None for each in self.entries for bar in each.bars)

    def _reading_height(self, entry: Entry, label: Label) -> float:
        """The height of a figure with its note, or with what stands below its label's last line."""
        high = capital(entry.bars[0].style)
        if not self.beside:
            return high + label.height - label.lines.last
        return high + (self._note_drop() if entry.note is not None and not self.level else 0.0)

    def _note_drop(self) -> float:
        """From the baseline of a figure to that of its note."""
        return self.look.style("chart.note").leading * 1.05

    def extent(self) -> Extent:
        """From bars as thin as their figures to bars as thick as look well."""
        return self.pitches.extent

    def draw(self, height: float) -> Drawn:
        """Draw all rows into `height` points."""
        pitches = self.pitches
        pitch = pitches.pitch(height)
        canvas = Canvas(self.width, min(height, pitches.height(pitch)))
        ink = self.look.colour("ink")
        if self.legend is not None:
            self.legend.put(canvas, 0, 0, self.look.colour("quiet"))
        if self.heading is not None:
            top = pitches.head - _HEAD_GAP - self.heading.height
            right = self.track
            x = self.width if right else self.plot_x
            self.heading.put(canvas, x, top, ink, align=float(right))
        rects: list[Rect] = []
        for place, own in enumerate(self.shown):
            entry = self.entries[own]
            rect = Rect(
                self.plot_x,
                pitches.top(place, pitch),
                self.width - self.plot_x,
                pitches.thickness(pitch),
            )
            self._put_label(canvas, entry, self.labels[own], rect)
            self._put_bars(canvas, entry, rect)
            rects.append(rect)
        self._put_zero(canvas, rects)
        if (parting := pitches.parting(pitch)) is not None:
            put_parting(canvas, parting, self.width, self.look)
        return canvas.drawn()

    def _put_zero(self, canvas: Canvas, rects: Sequence[Rect]) -> None:
        """The line from which bars go to both sides; it leaves out labels that stand above bars."""
        if not self.lowest:
            return
        runs = [(rects[0].y, rects[-1].bottom)] if self.beside else [(r.y, r.bottom) for r in rects]
        x = self._scale(rects[0])[0]
        for top, foot in runs:
            canvas.rule([(x, top), (x, foot)], self.look.colour("quiet"), _AXIS)

    def _put_label(self, canvas: Canvas, entry: Entry, label: Label, rect: Rect) -> None:
        ink, quiet = self.look.colour("ink"), self.look.colour("quiet")
        if self.beside:
            label.put_beside(canvas, 0, rect.y + rect.height / 2, ink, quiet)
        else:
            label.put(canvas, 0, rect.y - LABEL_GAP - label.height, ink, quiet)
        if self.track:
            self._put_reading(canvas, entry, label, rect)

    def _put_reading(self, canvas: Canvas, entry: Entry, label: Label, rect: Rect) -> None:
        """The figure at the right edge, its note below or behind it.

        Where labels stand above their bars it is on their line.
        """
        bar, note = entry.bars[0], self.look.style("chart.note")
        figure = bar.figure
        if not self.beside:
            y = rect.y - LABEL_GAP - label.height + label.lines.last
            canvas.words(
                self.width, y, figure.text, bar.style, bar.ink, align=1, number=figure.number
            )
            return
        y = rect.y + (rect.height - self._reading_height(entry, label)) / 2 + capital(bar.style)
        x = self.width - self.notes_width
        canvas.words(x, y, figure.text, bar.style, bar.ink, align=1, number=figure.number)
        if entry.note is not None:
            y += 0.0 if self.level else self._note_drop()
            text, number, quiet = entry.note.text, entry.note.number, self.look.colour("quiet")
            canvas.words(self.width, y, text, note, quiet, align=1, number=number)

    def _put_bars(self, canvas: Canvas, entry: Entry, rect: Rect) -> None:
        count = len(entry.bars)
        thickness = (rect.height - (count - 1) * _BETWEEN) / count
        zero, scale = self._scale(rect)
        for place, bar in enumerate(entry.bars):
            top, value = rect.y + place * (thickness + _BETWEEN), bar.value or 0
            own = max(float(abs(value)) * scale, _LEAST_BAR) if value else 0.0
            start = zero - own if value < 0 else zero
            canvas.area(Rect(start, top, own, thickness), bar.colour)
            if self.track:
                whole = Rect(rect.x, top, self._length(rect), thickness)
                self._put_track(canvas, entry, bar, whole, own)
                continue
            style, text = self._style_within(bar, thickness + _BETWEEN), bar.figure.text
            y = top + (thickness + capital(style)) / 2
            after, number = bar.after if own or self.lowest else 0.0, bar.figure.number
            if value < 0:
                canvas.words(start - after, y, text, style, bar.ink, align=1, number=number)
            else:
                canvas.words(start + own + after, y, text, style, bar.ink, number=number)

    def _style_within(self, bar: Bar, apart: float) -> TextStyle:
        """The style of a figure; in a row of several bars they are small where those are close.

        All of them are then, since those of a row are compared with each other.
        """
        small = self.look.style("chart.note").size
        if len(self.entries[0].bars) == 1 or bar.style.size <= small:
            return bar.style
        return bar.style if _lines_apart(capital(bar.style)) <= apart else sized(bar.style, small)

    def _scale(self, rect: Rect) -> tuple[float, float]:
        """Where bars begin, and how long one of the value 1 is, in points."""
        scale = self._length(rect) / float(self.whole + self.lowest)
        return rect.x + self.before + float(self.lowest) * scale, scale

    def _length(self, rect: Rect) -> float:
        """The length of a bar of the whole, and of the longest to the left with it."""
        if not self.track:
            return rect.width - self.before - self.behind
        return rect.width - (self.figures_width + GAP if self.beside else 0)

    def _put_track(self, canvas: Canvas, entry: Entry, bar: Bar, whole: Rect, own: float) -> None:
        """The rest up to the whole; in a narrow room it holds the note."""
        rule = self.look.colour("tint")
        if bar.value is not None:
            rest = Rect(whole.x + own, whole.y, whole.width - own, whole.height)
            canvas.area(rest, rule)
        if self.beside or entry.note is None:
            return
        style, note = self.look.style("chart.note"), entry.note
        room = width_of(note.text, style) + 2 * AFTER
        under = rule if whole.width - own >= room else bar.colour
        right = whole.right if under is rule else whole.x + own
        ink = self.look.ink_on(under)
        y = whole.y + (whole.height + capital(style)) / 2
        canvas.words(right - AFTER, y, note.text, style, ink, align=1, number=note.number)


def _lines_apart(high: float) -> float:
    """The least distance from the figure of a bar to that of the next of its row."""
    return high * (1 + _FIGURES_GAP)
