r"""The setters: each makes a file with a page a case, or None if it is not installed.

Fair means: the same file of a face, at the same size, on the same measure, with hyphens allowed at
the same places. LaTeX is given these as exceptions, for every word; it sets one space behind every
sign (\frenchspacing), as the others do. As it comes it rather lets a justified line stick out than
sets it loose; so it is asked twice, the second time with the usual remedy (\emergencystretch).
Typst has no list of exceptions: it keeps its own patterns, but is told to divide only words that we
would divide (seven letters or more, no names).
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import shutil
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefing.drawing import Colour, Geometry, Rect
from briefing.fonts import Face
from briefing.hyphens import divisions
from briefing.layout.pages import Box, Page, Pages
from briefing.layout.text import Span, break_lines, marks_of
from briefing.pdf.metadata import Metadata
from briefing.pdf.write import write
from briefing.profiles import PROFILES
from briefing.structure import Role, Tree
from tests.compare.cases import LEADING, MARGIN, SIZE, style_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tests.compare.cases import Case

    Setter = Callable[[Sequence[Case], Path, Path], Path | None]

INK = Colour("ink", (0, 0, 0), (0, 0, 0, 1))
TALL = 700
"""The height of a page, in points."""


def ours(wanted: Sequence[Case], face: Path, folder: Path) -> Path:
    """Set the cases ourselves."""
    tree = Tree("en-GB")
    pages = []
    for case in wanted:
        style = style_of(face, case.language, justified=case.justified)
        owner = tree.root.add(Role.PARAGRAPH)
        boxes = []
        for place, line in enumerate(break_lines((Span(case.text),), style, case.measure)):
            rect = Rect(MARGIN, MARGIN + place * LEADING, case.measure, LEADING)
            marks = tuple(m for each in line.stretches for m in marks_of(each, style, INK))
            boxes.append(Box(owner, rect, marks))
        geometry = Geometry(case.measure + 2 * MARGIN, TALL)
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


def latex(
    wanted: Sequence[Case], face: Path, folder: Path, name: str = "latex", more: str = ""
) -> Path | None:
    """Set the cases by LuaLaTeX with microtype; ragged ones by ragged2e, which hyphenates."""
    if not shutil.which("lualatex"):
        return None
    source = "\n".join(
        (
            r"\documentclass{article}\usepackage{fontspec}",
            rf"\setmainfont{{{face.name}}}[Path={face.parent}/]",
            r"\usepackage[british]{babel}\usepackage{ragged2e}\usepackage{microtype}",
            r"\pagestyle{empty}\topmargin0pt\oddsidemargin0pt\headheight0pt",
            r"\headsep0pt\topskip0pt",
            rf"\textheight{TALL - 20}bp\pageheight{TALL}bp\textwidth600bp\hsize600bp\parindent0pt",
            rf"\begin{{document}}\frenchspacing\lefthyphenmin3\righthyphenmin3{more}",
            *(_latex_page(case) for case in wanted),
            r"\end{document}",
        )
    )
    (folder / f"{name}.tex").write_text(source, encoding="utf-8")
    subprocess.run(  # noqa: S603 - our own file
        ["lualatex", "-interaction=batchmode", f"{name}.tex"],  # noqa: S607 - whichever is installed
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / f"{name}.pdf"


def patient_latex(wanted: Sequence[Case], face: Path, folder: Path) -> Path | None:
    """Set the cases by LaTeX with room to keep its lines within the measure."""
    return latex(wanted, face, folder, "patient", r"\emergencystretch1em")


def _latex_page(case: Case) -> str:
    setting = "" if case.justified else r"\RaggedRight "
    names = int(case.language == "de")
    dashed = re.sub(r"(?<=[\u2013\u2014])(?=\w)", r"\\discretionary{}{}{}", case.text)
    return (
        rf"\hyphenation{{{' '.join(_exceptions(case))}}}\uchyph{names}"
        rf"\pagewidth={case.measure + 2 * MARGIN}bp\pdfvariable horigin=0bp\pdfvariable vorigin=0bp"
        rf"\hbox{{\hskip{MARGIN}bp\vtop{{\vskip{MARGIN}bp\hsize={case.measure}bp"
        rf"\textwidth\hsize\linewidth\hsize\columnwidth\hsize\parindent0pt"
        rf"\fontsize{{{SIZE}bp}}{{{LEADING}bp}}\selectfont {setting}{dashed}\par}}}}"
        r"\newpage"
    )


def _exceptions(case: Case) -> Iterator[str]:
    """Every word of a text with the hyphens that we would give it, none included."""
    for word in sorted(set(re.findall(r"[^\W\d_]+", case.text))):
        places = divisions(word, case.language)
        yield "-".join(
            word[start:end].lower()
            for start, end in zip((0, *places), (*places, len(word)), strict=True)
        )


def typst(wanted: Sequence[Case], face: Path, folder: Path) -> Path | None:
    """Set the cases by Typst with its optimized line breaks."""
    if importlib.util.find_spec("typst") is None:
        return None
    name = Face("face", face).face.get_name(1)
    blocks = [
        f'#set text(font: "{name}", size: {SIZE}pt, hyphenate: true)',
        '#set text(top-edge: "cap-height", bottom-edge: "baseline")',
        *(_typst_page(case) for case in wanted),
    ]
    source = folder / "typst.typ"
    source.write_text("\n".join(blocks), encoding="utf-8")
    file = folder / "typst.pdf"
    compiler = importlib.import_module("typst")
    compiler.compile(
        str(source), output=str(file), font_paths=[str(face.parent)], ignore_system_fonts=True
    )
    return file


def _typst_page(case: Case) -> str:
    justify = "true" if case.justified else "false"
    language, _, region = case.language.partition("-")
    place = f'lang: "{language}"' + (f', region: "{region}"' if region else "")
    held = r"\b\p{L}{1,6}\b" if language == "de" else r"\b(\p{Lu}\p{L}*|\p{L}{1,6})\b"
    return (
        f"#page(width: {case.measure + 2 * MARGIN}pt, height: {TALL}pt, margin: {MARGIN}pt)["
        f'#set par(justify: {justify}, linebreaks: "optimized", leading: 0.7em)\n'
        f"#set text({place})\n"
        f'#show regex("{held}"): set text(hyphenate: false)\n'.replace("\\", "\\\\")
        + f"{case.text}]"
    )


SETTERS: dict[str, Setter] = {
    "briefing": ours,
    "LaTeX": latex,
    "LaTeX, em.": patient_latex,
    "Typst": typst,
}
