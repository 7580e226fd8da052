"""Type styles of a brand, the steps by which copyfit changes them, and the grid they keep to."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.fonts import PLAIN

if TYPE_CHECKING:
    from briefing.drawing import GlyphRun
    from briefing.fonts import Face, Features


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How one kind of words is set; sizes in points.

    `colour` is a role of the scheme or a name of the palette. `gap` is the white space below the
    paragraph. The four faces are those of roman, bold, italic and bold italic words. `align` is
    ``left``, ``right``, ``centre``, ``justify`` or ``outer``, the edge of a spread that is further
    from its spine; `balanced` makes lines of like length. Words are hyphenated where a column holds
    fewer than `hyphens` characters a line (0: never), by the patterns of their own language or else
    of `language`. With `hanging`, quotation marks at the start of a line stand in the margin; a
    brand's styles do so unless they say otherwise. `shy` words are divided only where a line would
    be torn: they are looked at as much as read. A headline of more than so many `lines` takes the
    next smaller size of the scale (0: never). `mono` are the monospaced cuts for words printed as
    they were typed; where a brand has none, these words are set in the faces of the others. Letters
    of running text are drawn wider or narrower by at most `expansion`, a part of their width, so
    that lines come out even. Items of a list that is `ruled` have a hairline below them.
    """

    name: str
    roman: Face
    bold: Face
    italic: Face
    bold_italic: Face
    size: float
    leading: float
    colour: str = "ink"
    gap: float = 0.0
    above: float = 0.0
    """White space above it beside what stands below the block before: a subheading opens a part."""
    features: Features = frozenset()
    align: str = "left"
    balanced: bool = False
    hyphens: float = 0.0
    hanging: bool = False
    shy: bool = False
    lines: int = 0
    expansion: float = 0.02
    ruled: bool = False
    language: str = ""
    mono: tuple[Face, ...] = ()
    grid: float = 0.0
    """The baseline that leading and gap are whole numbers of, in points; 0 for words in charts."""
    scale: tuple[float, ...] = ()
    """The sizes of the format from the smallest; none if it does not keep to a scale."""

    def on_scale(self, size: float) -> float:
        """The largest size of the scale up to `size` points; that itself where there is none."""
        return max((each for each in self.scale if each <= size + 0.001), default=size)

    @property
    def next_smaller(self) -> TextStyle:
        """The style in the next smaller size of the scale, with leading to match."""
        size = max((each for each in self.scale if each < self.size - 0.001), default=self.size)
        leading = nearest(self.leading * size / self.size, self.grid)
        return replace(self, size=size, leading=max(leading, up(size, self.grid)))

    def taken_in(self, part: float, minimum: float) -> TextStyle:
        """The style in the smallest size of the scale that keeps a part of its own.

        It is no smaller than `minimum` points; its leading keeps its proportion.
        """
        return _taken_in(self, part, minimum)

    def after(self, step: Step, minimum: float) -> TextStyle:
        """The style after a step of copyfit, no smaller than `minimum` points.

        Larger words take a size of the scale, and so do much smaller ones; words that are taken in
        a little need not, as that would be more than a step. A column is no narrower because words
        are set larger where there is room: they are hyphenated where they were.
        """
        return _stepped(self, step, minimum)

    def face(self, *, strong: bool = False, emphasis: bool = False) -> Face:
        """The face for words that are strong, emphasised, both or neither."""
        if strong:
            return self.bold_italic if emphasis else self.bold
        return self.italic if emphasis else self.roman

    def run(
        self,
        words: str,
        *,
        strong: bool = False,
        emphasis: bool = False,
        script: str = "",
        language: str = "",
        code: bool = False,
    ) -> GlyphRun:
        """Shape words in this style; `script` sets them above (``sup``) or below (``sub``).

        With `code` they are set as they were typed, by the monospaced cut of the next weight. Its
        size is the one at which small letters are as high as those around: like a superior's, it
        may be a little less than the line's.
        """
        face, size, features = self.face(strong=strong, emphasis=emphasis), self.size, self.features
        if code and self.mono:
            beside = face
            face = min(self.mono, key=lambda each: abs(each.weight - beside.weight))
            size = round(size * beside.x_height / face.x_height, 2)
            features = PLAIN
        language = language or self.language
        if script:
            return face.scripted(words, size, script, features, language)
        return face.shape(words, size, features, language)


@lru_cache(maxsize=1024)
def _stepped(style: TextStyle, step: Step, minimum: float) -> TextStyle:
    leading = nearest(style.leading * step.leading, style.grid)
    gap = nearest(style.gap * step.gap, style.grid) if style.gap else 0.0
    size = max(min(minimum, style.size), round(style.size * step.size, 2))
    if step.size > 1:
        size = max(style.size, style.on_scale(size))
    elif step.size < _A_LITTLE:
        size = max(min(minimum, style.size), style.on_scale(size))
    hyphens = style.hyphens * min(1.0, style.size / size)
    leading = max(leading, up(size, style.grid))
    return replace(style, size=size, leading=leading, gap=gap, hyphens=hyphens)


@lru_cache(maxsize=1024)
def _taken_in(style: TextStyle, part: float, minimum: float) -> TextStyle:
    least = max(style.size * part, minimum)
    sizes = style.scale or (round(least, 2),)
    size = min((each for each in sizes if each >= least - _EXACT), default=style.size)
    size = min(size, style.size)
    return replace(style, size=size, leading=round(style.leading * size / style.size, 2))


@lru_cache(maxsize=1024)
def bare(style: TextStyle) -> TextStyle:
    """The style without what says nothing of where lines end: its name, its colour and its white.

    Words are broken alike in all styles that differ in these alone, as most steps of copyfit do.
    """
    return replace(
        style,
        name="",
        colour="",
        leading=0.0,
        gap=0.0,
        above=0.0,
        lines=0,
        ruled=False,
        grid=0.0,
        scale=(),
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One step of copyfit: type size, leading and white below blocks as parts of what is designed.

    Steps below 1 take words in, steps above 1 let them have room to spare. Leading and white stay
    whole numbers of the baseline. `charts` is the part that words in charts keep of their size,
    which is the last to be taken in: they are small as they are designed.
    """

    size: float = 1.0
    leading: float = 1.0
    gap: float = 1.0
    charts: float = 1.0

    @property
    def halved(self) -> Step:
        """The step for small print: what is set larger grows half as much, the rest as given."""
        if self.size <= 1:
            return self
        return Step((1 + self.size) / 2, (1 + self.leading) / 2, self.gap)

    def __str__(self) -> str:
        """Say what was done, for fit reports: ``type 96%, white 50%``; empty for nothing."""
        parts = (
            ("type", self.size),
            ("leading", self.leading),
            ("white", self.gap),
            ("words in charts", self.charts),
        )
        return ", ".join(f"{name} {part:.0%}" for name, part in parts if part != 1)


AS_DESIGNED = Step()


def nearest(length: float, grid: float) -> float:
    """The nearest whole number of baselines, in points; at least one."""
    return max(1, round(length / grid)) * grid if grid else length


def up(length: float, grid: float) -> float:
    """The next whole number of baselines, in points; the length itself where there is no grid."""
    return math.ceil(length / grid - _EXACT) * grid if grid else length


def down(length: float, grid: float) -> float:
    """The last whole number of baselines within a length, in points."""
    return math.floor(length / grid + _EXACT) * grid if grid else length


_EXACT = 1e-6
"""Parts of a baseline that a sum of floating numbers may be off."""

_A_LITTLE = 0.9
"""Words that keep this part of their size or more are taken in a little."""
