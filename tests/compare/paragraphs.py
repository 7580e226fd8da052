"""Paragraphs set by us, by LaTeX with microtype and by Typst, side by side and in figures.

    python -m tests.compare.paragraphs [--out build/compare] [--face serif|sans] [--pictures]

Run by hand, not in the suite: it wants `lualatex` (texlive-luatex, texlive-latex-recommended,
texlive-latex-extra, texlive-lang-english) and the package `typst`; a setter that is not there is
named and left out. The differences at the end are means over the same paragraphs, with twice their
standard error: what is smaller than that is noise.
"""

from __future__ import annotations

import argparse
import math
import statistics
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from briefing.fonts import Face
from tests.compare.cases import COLUMNS, FACES, PARTS, ROOT, SIZE, cases, manner
from tests.compare.measures import figures, lines_of
from tests.compare.setters import SETTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tests.compare.cases import Case
    from tests.compare.measures import Figures


class Made(NamedTuple):
    """One case as one setter set it, in figures."""

    face: str
    case: Case
    setter: str
    figures: Figures


# -- the table -------------------------------------------------------------------------------------


class Column(NamedTuple):
    """A column of the table: what a paragraph has of it, out of how many."""

    head: str
    amount: Callable[[Figures], float]
    each: Callable[[Figures], float] = lambda _: 1
    scale: float = 1
    width: int = 9
    digits: int = 2

    def value(self, made: Sequence[Figures]) -> float:
        """The sum over paragraphs by what it is counted of."""
        return self.scale * sum(map(self.amount, made)) / sum(map(self.each, made))

    def parts(self, made: Sequence[Figures]) -> list[float]:
        """What each paragraph adds to the mean of as many."""
        of = statistics.fmean(map(self.each, made))
        return [self.scale * self.amount(each) / of for each in made]


RAG = Column("rag sd %", lambda f: f.fill, scale=100)
SHORTEST = Column("shortest", lambda f: f.worst)
SPACES = Column("space sd", lambda f: f.spaces, digits=3)
WIDEST = Column("widest", lambda f: f.worst, width=7)
HYPHENS = Column("hyphens %", lambda f: f.hyphens, lambda f: f.lines - 1, 100, 10, 1)
RIVERS = Column("rivers %", lambda f: f.rivers, lambda f: f.lines, 100, 9, 1)
FAINT = Column("faint %", lambda f: f.faint, lambda f: f.lines, 100, 8, 1)
LETTERS = Column("letters %", lambda f: f.letters, scale=100, width=10)
FAULTS = Column("faults", lambda f: f.faults, lambda _: 0, width=7, digits=0)
LINES = Column("lines", lambda f: f.lines, lambda _: 0, width=6, digits=0)
JUDGED = {False: (RAG, HYPHENS, RIVERS), True: (SPACES, HYPHENS, RIVERS)}
"""What a setting must not be worse in."""
SHOWN = {
    False: (LINES, RAG, SHORTEST, HYPHENS, RIVERS, FAINT, SPACES, LETTERS, FAULTS),
    True: (LINES, SPACES, WIDEST, HYPHENS, RIVERS, FAINT, LETTERS, FAULTS),
}
"""Rivers are those of spaces that overlap by six tenths of a space, faint ones by three."""


def table(made: Sequence[Made]) -> str:
    """The figures of all setters by part, manner, face and column; then what we differ by."""
    rows = []
    for part in PARTS:
        for justified in (False, True):
            chosen = [m for m in made if (m.case.part, m.case.justified) == (part, justified)]
            head = "".join(f"{each.head:>{each.width}}" for each in SHOWN[justified])
            rows.append(f"{f'{part}, {manner(justified=justified)}':32}{head}")
            rows.extend(_rows(chosen, SHOWN[justified]))
            rows.append("")
            rows.extend(_differences(chosen, JUDGED[justified]))
            rows.append("")
    return "\n".join(rows)


def _rows(made: Sequence[Made], columns: Sequence[Column]) -> Iterable[str]:
    setters = list(dict.fromkeys(each.setter for each in made))
    for face in dict.fromkeys(each.face for each in made):
        for count in (*COLUMNS, 0):
            group = [m for m in made if m.face == face and count in {0, m.case.characters}]
            for setter in setters:
                found = [each.figures for each in group if each.setter == setter]
                cells = "".join(_cell(column, found) for column in columns)
                yield f"  {face:7}{count or 'all':>5}  {setter:16}{cells}"


def _cell(column: Column, found: Sequence[Figures]) -> str:
    counted = not column.each(found[0])
    value = sum(map(column.amount, found)) if counted else column.value(found)
    return f"{value:{column.width}.{column.digits}f}"


def _differences(made: Sequence[Made], columns: Sequence[Column]) -> Iterable[str]:
    """By how much we are above (worse) or below each other setter.

    A line that sticks out has its spaces as wanted: what is set without any such line by both is
    compared once more on its own.
    """
    by_setter: dict[str, list[Figures]] = {}
    for each in made:
        by_setter.setdefault(each.setter, []).append(each.figures)
    own = by_setter.pop("briefing")
    for setter, theirs in by_setter.items():
        pairs = list(zip(own, theirs, strict=True))
        yield f"  we and {setter}: " + _difference(pairs, columns)
        sound = [pair for pair in pairs if not any(each.faults for each in pair)]
        if 1 < len(sound) < len(pairs):
            yield f"    without faults ({len(sound)}): " + _difference(sound, columns)


def _difference(pairs: Sequence[tuple[Figures, Figures]], columns: Sequence[Column]) -> str:
    """By how much the first ones of pairs are above the second ones."""
    ours, theirs = [a for a, _ in pairs], [b for _, b in pairs]
    cells = []
    for column in columns:
        apart = [a - b for a, b in zip(column.parts(ours), column.parts(theirs), strict=True)]
        mean, noise = column.value(ours) - column.value(theirs), _noise(apart)
        verdict = "worse" if mean > noise else "better" if mean < -noise else "like"
        cells.append(f"{column.head} {mean:+.3f} ±{noise:.3f} {verdict}")
    return ", ".join(cells)


def _noise(apart: Sequence[float]) -> float:
    return 2 * statistics.stdev(apart) / math.sqrt(len(apart))


# -- the pictures ----------------------------------------------------------------------------------

SCALE = 2.0


def picture(files: dict[str, Path], wanted: Sequence[Case], chosen: Sequence[int]) -> Image.Image:
    """Some cases below each other, the setters side by side."""
    font = ImageFont.truetype(str(ROOT / "styles/civic/fonts/SourceSans3-Semibold.ttf"), 22)
    rows = []
    for place in chosen:
        shown = [_page(file, place) for file in files.values()]
        height = max(each.height for each in shown) + 40
        row = Image.new("RGB", (sum(each.width for each in shown), height), "white")
        x = 0
        for name, each in zip(files, shown, strict=True):
            row.paste(each, (x, 40))
            title = f"{name}: {wanted[place].title}"
            ImageDraw.Draw(row).text((x + 20, 6), title, fill="#a33", font=font)
            x += each.width
        rows.append(row)
    whole = Image.new("RGB", (max(r.width for r in rows), sum(r.height for r in rows)), "white")
    y = 0
    for row in rows:
        whole.paste(row, (0, y))
        y += row.height
    return whole


def _page(file: Path, place: int) -> Image.Image:
    shown: Image.Image = pypdfium2.PdfDocument(file)[place].render(scale=SCALE).to_pil()
    ink = Image.eval(shown.convert("L"), lambda level: 255 - level).getbbox()
    return shown.crop((0, 0, shown.width, min(shown.height, (ink[3] if ink else 0) + 20)))


def pictures(name: str, files: dict[str, Path], wanted: Sequence[Case], folder: Path) -> None:
    """A picture of each part, manner and column of a face."""
    groups: dict[str, list[int]] = {}
    for place, case in enumerate(wanted):
        group = f"{name}-{case.part}-{manner(justified=case.justified)}-{case.characters}"
        groups.setdefault(group, []).append(place)
    for group, chosen in groups.items():
        picture(files, wanted, chosen).save(folder / f"{group}.png")


def compare(name: str, folder: Path, *, pictured: bool) -> list[Made]:
    """Set all cases in one face by every setter that is installed, and measure them."""
    file = FACES[name]
    folder.mkdir(parents=True, exist_ok=True)
    wanted, face = cases(file), Face("face", file)
    files: dict[str, Path] = {}
    for setter, setting in SETTERS.items():
        made = setting(wanted, file, folder)
        if made is None:
            print(f"{setter} is not installed here and is left out.", file=sys.stderr)
        else:
            files[setter] = made
    if pictured:
        pictures(name, files, wanted, folder)
    space = face.width(" ", SIZE)
    return [
        Made(name, case, setter, figures(lines, case, space))
        for setter, made in files.items()
        for lines, case in zip(lines_of(made, face), wanted, strict=True)
    ]


def main() -> int:
    """Set, measure, print the table and draw the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "compare")
    parser.add_argument("--face", choices=sorted(FACES))
    parser.add_argument("--pictures", action="store_true")
    options = parser.parse_args()
    made: list[Made] = []
    for name in (options.face,) if options.face else FACES:
        made.extend(compare(name, options.out / name, pictured=options.pictures))
    report = table(made)
    (options.out / "figures.txt").write_text(report, encoding="utf-8")
    print(report, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
