"""Pages → the notes for the printer: size, bleed, pages, binding, inks, profile, fonts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from briefing.drawing import MM, Picture, Shape, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.drawing import Colour, Mark
    from briefing.layout.pages import Pages

INKS = ("cyan", "magenta", "yellow", "black")
SHEET = 4
"""The pages of one folded sheet: a saddle-stitched document is a whole number of them."""

_BINDINGS = {
    "saddle": "saddle-stitched: folded once and stapled through the fold",
    "perfect": "perfect bound: cut and glued at the spine",
    "none": "none: single sheets, or as agreed",
}
_SLIP = 0.005
_HEAD = """\
For the printer. What the press files of this publication are, counted from their pages.
"""


@dataclass(frozen=True, slots=True)
class Job:
    """A press file as its printer sees it; `pages` counts appendices, `appended` them alone.

    `unbled` of these end where they are cut.
    """

    file: str
    title: str
    laid: Pages
    pages: int
    appended: int
    unbled: int
    binding: str
    condition: str
    version: str
    fonts: Mapping[str, str]
    """The name of each face's font, by the brand's name of the face."""


def short_of_sheets(pages: int, binding: str) -> int:
    """How many pages a saddle-stitched document lacks to be folded from whole sheets."""
    return -pages % SHEET if binding == "saddle" else 0


def printer_notes(jobs: Iterable[Job]) -> str:
    """``printer-notes.txt``: a paragraph for each press file, one fact a line."""
    return "\n".join((_HEAD, *(_job(each) for each in jobs)))


def _job(job: Job) -> str:
    facts = "".join(f"  {name:<10} {words}\n" for name, words in _facts(job))
    return f"{job.file}\n  {'title':<10} {job.title}\n{facts}"


def _facts(job: Job) -> Iterator[tuple[str, str]]:
    yield "size", _sizes(job.laid)
    geometry = job.laid.pages[0].geometry
    yield "bleed", f"{_mm(geometry.bleed)} mm on all sides; crop marks stand outside it"
    yield "pages", _pages(job)
    yield "binding", _BINDINGS[job.binding]
    marks = list(_marks(job.laid))
    colours = set(chain.from_iterable(_colours(each) for each in marks))
    pictures = sum(isinstance(each, Picture) for each in marks)
    yield "inks", _inks(colours, pictures)
    yield "profile", f"{job.condition}, embedded as the output intent; {job.version}"
    yield "total ink", _total(colours, pictures)
    yield (
        "fonts",
        f"{', '.join(sorted({job.fonts.get(each, each) for each in _faces(marks)}))}; all embedded",
    )
    if job.unbled:
        yield (
            "note",
            f"{job.unbled} pages of appendices were made elsewhere and have no bleed",
        )


def _inks(colours: Iterable[Colour], pictures: int) -> str:
    """The process inks that are laid, then the spot colours by the names of their plates."""
    used = [ink for place, ink in enumerate(INKS) if any(_lays(each, place) for each in colours)]
    words = ", ".join(INKS if pictures else used) or "no process inks"
    spots = sorted({each.spot.name for each in colours if each.spot})
    if not spots:
        return f"{words}; no spot colours"
    return f"{words}; {'spot colours' if len(spots) > 1 else 'spot colour'} {', '.join(spots)}"


def _lays(colour: Colour, place: int) -> bool:
    """Whether a colour lays one of the process inks; one with an ink of its own lays none."""
    return colour.spot is None and colour.press is not None and colour.press[place] > _SLIP


def _sizes(laid: Pages) -> str:
    sizes = dict.fromkeys(
        f"{_mm(each.geometry.width)} \N{MULTIPLICATION SIGN} {_mm(each.geometry.height)} mm"
        for each in laid.pages
    )
    return " and ".join(f"{each} when cut" for each in sizes)


def _mm(points: float) -> str:
    return f"{points / MM:.1f}".removesuffix(".0")


def _pages(job: Job) -> str:
    words = f"{job.pages}, of them {job.appended} in appendices" if job.appended else f"{job.pages}"
    short = short_of_sheets(job.pages, job.binding)
    if short:
        words += f"; not a multiple of four, {short} would stay blank"
    return words


def _marks(laid: Pages) -> Iterator[Mark]:
    for page in laid.pages:
        for box in page.boxes:
            yield from box.marks


def _colours(mark: Mark) -> Iterator[Colour]:
    if isinstance(mark, Text):
        yield mark.colour
    elif isinstance(mark, Shape):
        yield from (each for each in (mark.fill, mark.stroke) if each)


def _total(colours: Iterable[Colour], pictures: int) -> str:
    most = max(((_sum(each), each.name) for each in colours), default=(0.0, "nothing"))
    words = f"{100 * most[0]:.0f} % at most, in {most[1]}"
    if pictures:
        words += "; in pictures what the profile lays, no more"
    return words


def _sum(colour: Colour) -> float:
    return colour.spot.tint if colour.spot else sum(colour.press or ())


def _faces(marks: Iterable[Mark]) -> set[str]:
    runs = [each.run for each in marks if isinstance(each, Text)]
    fallbacks = {glyph.face for run in runs for glyph in run.glyphs if glyph.face}
    return {run.face for run in runs} | fallbacks
