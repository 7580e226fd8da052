"""A paragraph set by us, by LaTeX with microtype and by Typst, side by side and in figures.

    python tests/compare/paragraphs.py --out build/compare [--face styles/…/Face.ttf]

Run by hand, not in the suite: it wants `lualatex` (texlive-luatex, texlive-latex-recommended,
texlive-lang-english) and the package `typst`; a setter that is not there is named and left out.
All set the same file of a face at the same size on the same measure and may hyphenate. What they
made is measured in their files, by the same code: nothing is taken from the setters' own accounts.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import shutil
import statistics
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer
from PIL import Image, ImageDraw, ImageFont

from briefing.brand.model import TextStyle
from briefing.drawing import Colour, Geometry, Rect
from briefing.fonts import Face
from briefing.layout.pages import Box, Page, Pages
from briefing.layout.paragraph import character
from briefing.layout.text import Span, break_lines, marks_of
from briefing.pdf.metadata import Metadata
from briefing.pdf.write import write
from briefing.profiles import PROFILES
from briefing.structure import Role, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).parents[2]
SIZE, LEADING, MARGIN = 10.5, 14.5, 24.0
INK = Colour("ink", (0, 0, 0), (0, 0, 0, 1))

TEXTS = {
    "report": (
        "Knowing about a partnership is not the same as having a part in it. Of those who "
        "answered, almost two in five said that they had been told about the proposals only "
        "after the decisions had been taken, and fewer than a quarter felt that the "
        "consultation had been genuine. Representatives of smaller authorities were "
        "noticeably less satisfied with the arrangements for accountability than those of "
        "larger ones; their comments describe meetings held at short notice, documents "
        "without an understandable summary, and responsibilities that nobody seemed willing "
        "to acknowledge. Even so, a majority expected the transformation of local services to "
        "continue, whatever its organisational form."
    ),
    "tale": (
        "In olden times when wishing still helped one, there lived a king whose daughters "
        "were all beautiful; and the youngest was so beautiful that the sun itself, which has "
        "seen so much, was astonished whenever it shone in her face. Close by the king\u2019s "
        "castle lay a great dark forest, and under an old lime-tree in the forest was a well, "
        "and when the day was very warm, the king\u2019s child went out into the forest and sat "
        "down by the side of the cool fountain; and when she was bored she took a golden "
        "ball, and threw it up on high and caught it; and this ball was her favorite "
        "plaything."
    ),
    "voice": (
        "\u201cWe were never asked. The officers who came to see us were courteous and well "
        "prepared, but everything of importance had been settled beforehand, and the "
        "questionnaire that arrived afterwards concentrated on presentation. What would have "
        "helped is straightforward: an early conversation, comprehensible figures, and "
        "somebody with the authority to answer our constituents\u2019 concerns about transport and "
        "accessibility.\u201d"
    ),
}
COLUMNS = (38, 66)
"""Characters a line: a narrow column and a normal one."""


@dataclass(frozen=True, slots=True)
class Case:
    """One paragraph to be set: a text, the characters of its column, ragged or justified."""

    name: str
    characters: int
    justified: bool
    measure: float

    @property
    def title(self) -> str:
        """What the case is called in the table and in the picture."""
        return f"{self.name}, {self.characters}, {'justified' if self.justified else 'ragged'}"


def cases(face: Path) -> list[Case]:
    """Every text in both columns, ragged and justified."""
    wide = character(style_of(face, justified=False))
    return [
        Case(name, count, justified, round(count * wide, 2))
        for name in TEXTS
        for count in COLUMNS
        for justified in (False, True)
    ]


@cache
def style_of(file: Path, *, justified: bool) -> TextStyle:
    """The style that we set a case in."""
    face = Face("face", file)
    return TextStyle(
        "compared",
        face,
        face,
        face,
        face,
        size=SIZE,
        leading=LEADING,
        align="justify" if justified else "left",
        hyphens=1000,
        hanging=True,
        language="en-GB",
    )


# -- the three setters -----------------------------------------------------------------------------


def ours(wanted: Sequence[Case], face: Path, folder: Path) -> Path:
    """Set the cases ourselves, a page each."""
    tree = Tree("en-GB")
    pages = []
    for case in wanted:
        style, owner = style_of(face, justified=case.justified), tree.root.add(Role.PARAGRAPH)
        boxes = []
        for place, line in enumerate(break_lines((Span(TEXTS[case.name]),), style, case.measure)):
            rect = Rect(MARGIN, MARGIN + place * LEADING, case.measure, LEADING)
            marks = tuple(m for each in line.stretches for m in marks_of(each, style, INK))
            boxes.append(Box(owner, rect, marks))
        geometry = Geometry(case.measure + 2 * MARGIN, 400)
        pages.append(Page(case.title, geometry, tuple(boxes)))
    metadata = Metadata(
        title="Compared",
        author="",
        subject="",
        language="en-GB",
        created=datetime(2020, 1, 1, tzinfo=UTC),
    )
    file = folder / "briefing.pdf"
    file.write_bytes(
        write(
            Pages(tuple(pages), (), ()), tree, PROFILES[0], metadata, {"face": Face("face", face)}
        )
    )
    return file


def latex(wanted: Sequence[Case], face: Path, folder: Path) -> Path | None:
    """Set the cases by LuaLaTeX with microtype; ragged ones by ragged2e, which hyphenates."""
    if not shutil.which("lualatex"):
        return None
    blocks = []
    for case in wanted:
        manner = "" if case.justified else r"\RaggedRight "
        width = case.measure + 2 * MARGIN
        blocks.append(
            rf"\pagewidth={width}bp\pdfvariable horigin=0bp\pdfvariable vorigin=0bp"
            rf"\hbox{{\hskip{MARGIN}bp\vtop{{\vskip{MARGIN}bp\hsize={case.measure}bp"
            rf"\textwidth\hsize\linewidth\hsize\columnwidth\hsize\parindent0pt"
            rf"\fontsize{{{SIZE}bp}}{{{LEADING}bp}}\selectfont {manner}{TEXTS[case.name]}\par}}}}"
            r"\newpage"
        )
    source = "\n".join(
        (
            r"\documentclass{article}\usepackage{fontspec}",
            rf"\setmainfont{{{face.name}}}[Path={face.parent}/]",
            r"\usepackage[british]{babel}\usepackage{ragged2e}\usepackage{microtype}",
            r"\pagestyle{empty}\topmargin0pt\oddsidemargin0pt\headheight0pt",
            r"\headsep0pt\topskip0pt",
            r"\textheight380bp\pageheight400bp\textwidth600bp\hsize600bp\parindent0pt",
            r"\begin{document}",
            *blocks,
            r"\end{document}",
        )
    )
    (folder / "latex.tex").write_text(source, encoding="utf-8")
    subprocess.run(
        ["lualatex", "-interaction=batchmode", "latex.tex"],  # noqa: S607 - whichever is installed
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / "latex.pdf"


def typst(wanted: Sequence[Case], face: Path, folder: Path) -> Path | None:
    """Set the cases by Typst with its optimized line breaks."""
    if importlib.util.find_spec("typst") is None:
        return None
    name = Face("face", face).face.get_name(1)
    blocks = [
        f'#set text(font: "{name}", size: {SIZE}pt, lang: "en", region: "GB", hyphenate: true)',
        '#set text(top-edge: "cap-height", bottom-edge: "baseline")',
    ]
    for case in wanted:
        justify = "true" if case.justified else "false"
        blocks.append(
            f"#page(width: {case.measure + 2 * MARGIN}pt, height: 400pt, margin: {MARGIN}pt)["
            f'#set par(justify: {justify}, linebreaks: "optimized", leading: 0.7em)\n'
            f"{TEXTS[case.name]}]"
        )
    source = folder / "typst.typ"
    source.write_text("\n".join(blocks), encoding="utf-8")
    file = folder / "typst.pdf"
    compiler = importlib.import_module("typst")
    compiler.compile(
        str(source), output=str(file), font_paths=[str(face.parent)], ignore_system_fonts=True
    )
    return file


SETTERS = {"briefing": ours, "LaTeX": latex, "Typst": typst}


# -- what they made, in figures --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it stands in a file: from where to where its ink goes, and its word spaces."""

    left: float
    right: float
    text: str
    spaces: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A paragraph in figures; spaces are in parts of the face's own, the fill in parts of 1."""

    lines: int
    hyphens: int
    fill: float
    """The standard deviation of the lines' fill, the last one left out."""
    worst: float
    """The fill of the shortest line but the last; justified: the widest space."""
    spaces: float
    """The standard deviation of the word spaces."""
    rivers: int
    last: float
    """The fill of the last line."""


def lines_of(file: Path) -> Iterator[list[SetLine]]:
    """The lines of each page of a file, from the top."""
    for page in extract_pages(str(file), laparams=LAParams(boxes_flow=None)):
        rows: dict[float, list[LTChar]] = defaultdict(list)
        for sign in _signs(page):
            if sign.get_text().strip():
                rows[round(sign.matrix[5])].append(sign)
        yield [_line(rows[y]) for y in sorted(rows, reverse=True)]


def _signs(item: object) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for each in item:
            yield from _signs(each)


def _line(signs: Iterable[LTChar]) -> SetLine:
    row = sorted(signs, key=lambda each: each.x0)
    spaces = [(one.x1, other.x0) for one, other in pairwise(row) if other.x0 - one.x1 > 0.1 * SIZE]
    text = "".join(each.get_text() for each in row)
    return SetLine(row[0].x0, row[-1].x1, text, tuple(spaces))


def figures(lines: Sequence[SetLine], case: Case, space: float) -> Figures:
    """Measure one paragraph; `space` is the face's own word space, in points."""
    fills = [(line.right - MARGIN) / case.measure for line in lines]
    wide = [(end - start) / space for line in lines[:-1] for start, end in line.spaces]
    return Figures(
        len(lines),
        sum(line.text[-1] in "-\N{SOFT HYPHEN}\N{HYPHEN}" for line in lines),
        statistics.pstdev(fills[:-1]),
        max(wide) if case.justified else min(fills[:-1]),
        statistics.pstdev(wide),
        rivers(lines, space),
        fills[-1],
    )


RIVER = 3
"""Lines through which white must run to be seen as a river."""


def rivers(lines: Sequence[SetLine], space: float) -> int:
    """How often word spaces lie below each other in three lines or more, each over the next."""
    found = 0
    open_: list[tuple[float, float, int]] = []
    for line in lines:
        below = []
        for start, end in line.spaces:
            above = [run for s, e, run in open_ if min(end, e) - max(start, s) > 0.6 * space]
            run = max(above, default=0) + 1
            found += run == RIVER
            below.append((start, end, run))
        open_ = below
    return found


# -- the picture and the table ---------------------------------------------------------------------

SCALE = 2.4


def picture(files: dict[str, Path], wanted: Sequence[Case], target: Path) -> None:
    """All cases below each other, the setters side by side."""
    font = ImageFont.truetype(str(ROOT / "styles/civic/fonts/SourceSans3-Semibold.ttf"), 26)
    rows = []
    for place, case in enumerate(wanted):
        shown = [_page(file, place) for file in files.values()]
        height = max(each.height for each in shown) + 40
        row = Image.new("RGB", (sum(each.width for each in shown), height), "white")
        x = 0
        for name, each in zip(files, shown, strict=True):
            row.paste(each, (x, 40))
            ImageDraw.Draw(row).text((x + 20, 6), f"{name}: {case.title}", fill="#a33", font=font)
            x += each.width
        rows.append(row)
    whole = Image.new("RGB", (max(r.width for r in rows), sum(r.height for r in rows)), "white")
    y = 0
    for row in rows:
        whole.paste(row, (0, y))
        y += row.height
    whole.save(target)


def _page(file: Path, place: int) -> Image.Image:
    shown: Image.Image = pypdfium2.PdfDocument(file)[place].render(scale=SCALE).to_pil()
    ink = Image.eval(shown.convert("L"), lambda level: 255 - level).getbbox()
    return shown.crop((0, 0, shown.width, min(shown.height, (ink[3] if ink else 0) + 20)))


HEAD = f"{'case':24}{'setter':10}{'lines':>6}{'hyph':>6}{'fill sd':>9}{'worst':>7}{'space sd':>9}"
HEAD += f"{'rivers':>7}{'last':>6}"


def table(found: dict[str, list[Figures]], wanted: Sequence[Case]) -> str:
    """The figures of all cases and setters, and their sums."""
    rows = [HEAD]
    for place, case in enumerate(wanted):
        for name, made in found.items():
            rows.append(_row(case.title, name, made[place]))
    for justified in (False, True):
        for name, made in found.items():
            chosen = [
                f for f, case in zip(made, wanted, strict=True) if case.justified is justified
            ]
            rows.append(_row(f"all {'justified' if justified else 'ragged'}", name, _mean(chosen)))
    return "\n".join(rows) + "\n"


def _mean(made: Sequence[Figures]) -> Figures:
    """Sums of what is counted, means of what is measured."""
    return replace(
        made[0],
        lines=sum(each.lines for each in made),
        hyphens=sum(each.hyphens for each in made),
        rivers=sum(each.rivers for each in made),
        fill=statistics.fmean(each.fill for each in made),
        worst=statistics.fmean(each.worst for each in made),
        spaces=statistics.fmean(each.spaces for each in made),
        last=statistics.fmean(each.last for each in made),
    )


def _row(title: str, setter: str, made: Figures) -> str:
    return (
        f"{title:24}{setter:10}{made.lines:6}{made.hyphens:6}{made.fill:9.3f}{made.worst:7.2f}"
        f"{made.spaces:9.3f}{made.rivers:7}{made.last:6.2f}"
    )


def main() -> int:
    """Set, measure, print the table and write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "compare")
    usual = ROOT / "styles/heritage/fonts/SourceSerif4-Regular.ttf"
    parser.add_argument("--face", type=Path, default=usual)
    options = parser.parse_args()
    face, folder = options.face.resolve(), options.out
    folder.mkdir(parents=True, exist_ok=True)
    wanted = cases(face)
    files: dict[str, Path] = {}
    for name, setter in SETTERS.items():
        file = setter(wanted, face, folder)
        if file is None:
            print(f"{name} is not installed here and is left out.", file=sys.stderr)
        else:
            files[name] = file
    space = Face("face", face).width(" ", SIZE)
    found = {
        name: [figures(lines, c, space) for lines, c in zip(lines_of(f), wanted, strict=True)]
        for name, f in files.items()
    }
    report = table(found, wanted)
    (folder / "figures.txt").write_text(report, encoding="utf-8")
    picture(files, wanted, folder / "paragraphs.png")
    print(report, end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
