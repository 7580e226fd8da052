"""Laws of layout: nothing is lost, nothing leaves its area, nothing lies on anything else.

No page is under-filled where another arrangement fills it better.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.blocks.chart import ChartBlock
from briefing.blocks.model import Gallery
from briefing.blocks.table import TableBlock
from briefing.brand.masters import Area, Ground
from briefing.charts.figures import figureless
from briefing.compose import compose
from briefing.compose.score import HOLLOW, WEIGHTS
from briefing.content.publication import Section
from briefing.diagnostics import Diagnostics
from briefing.drawing import Link, Rect, Text
from briefing.layout.fill import fill, needed
from briefing.layout.pages import Box, Elastic, Fragment, Piece, Strip
from briefing.layout.seams import settle
from briefing.layout.text import plain
from briefing.layout.units import SLIP
from briefing.pdf.metadata import Metadata
from briefing.pdf.write import write
from briefing.profiles import SCREEN
from briefing.structure import HEADINGS, Artifact, Node, Role
from tests.property.fullness import fullness, inks_of
from tests.property.heard import Heard, head_of
from tests.property.parting import no_heading_stands_last, no_line_stands_alone
from tests.property.publishing import brand_of, publications, where
from tests.property.surveys import bare, expected
from tests.said import described, overlapping, said
from tests.trials import tries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.blocks.model import Block
    from briefing.brand.masters import Format
    from briefing.brand.model import Brand
    from briefing.compose import Composed
    from briefing.compose.desk import Rounds
    from briefing.compose.score import Score
    from briefing.compose.trial import Trial
    from briefing.compose.tried import Tried
    from briefing.content.publication import Publication, Sheet
    from briefing.layout.pages import Page

_WRITTEN = 12
"""One publication of so many is written as a file and read again."""


@dataclass(frozen=True, repr=False)
class Written:
    """A random publication that is printed in few words: all of it would fill many pages."""

    publication: Publication

    def __repr__(self) -> str:
        return "; ".join(
            f"{sheet.anchor} .{sheet.master} {sheet.arrangement or 'unpinned'}: "
            f"{', '.join(block.kinds[0] for block in sheet.blocks)}"
            for sheet in self.publication.sheets
        )


@st.composite
def written(draw: st.DrawFn, brand_name: str, format_name: str) -> Written:
    """Of a brand by its name: a strategy is printed with what it is given."""
    return Written(draw(publications(brand_of(brand_name), format_name)))


@dataclass
class Laid:
    """A random publication laid out, and the lines of its words where a fault was told."""

    brand: Brand
    publication: Publication
    composed: Composed
    gallery: Gallery
    diagnostics: Diagnostics

    @property
    def format(self) -> Format:
        return self.brand.formats[self.publication.format]

    def told(self, *codes: str) -> set[int]:
        """The lines of blocks and headings that a fault was told of."""
        return {each.where.line for each in self.diagnostics if each.code in codes and each.where}

    def faulty(self, sheet: Sheet, *codes: str) -> bool:
        """Whether a fault was told of a page or of a block on it."""
        lines = {sheet.where.line, *(block.where.line for block in sheet.blocks)}
        return bool(lines & self.told(*codes))

    def pages(self) -> Iterator[tuple[Sheet, list[Page]]]:
        """Each page as written, with those that it became."""
        pages = iter(self.composed.pages.pages)
        for sheet in self.publication.sheets:
            yield sheet, list(islice(pages, self.composed.lengths.get(sheet.anchor, 1)))
        assert not list(pages), "a page that nobody wrote"

    def taken(self) -> Iterator[tuple[Sheet, Tried, list[Tried]]]:
        """Each page as written, with the arrangement that was taken and all that were tried."""
        page = 1
        for sheet in self.publication.sheets:
            tried = [each for each in self.composed.tried if each.page == str(page)]
            (taken,) = (each for each in tried if each.taken)
            yield sheet, taken, tried
            page += self.composed.lengths.get(sheet.anchor, 1)


ROUNDS = 4
"""How often a document is composed until its contents have the numbers of its pages."""
ALLOWED = {"overset", "too-wide", "unsuited-chart", "empty-page", "words-cut"}


def laid_out(publication: Publication, brand: Brand) -> Laid:
    """The publication composed, once more if its contents must count the pages it took."""
    lengths: dict[str, int] = {}
    gallery = Gallery()
    rounds: Rounds = {}
    for _ in range(ROUNDS):
        diagnostics = Diagnostics()
        composed = compose(
            publication, brand, (), diagnostics, gallery, lengths=lengths, rounds=rounds
        )
        assert composed is not None
        if composed.lengths == lengths:
            break
        lengths = composed.lengths
    else:
        raise AssertionError("page numbers never settle")
    assert {each.code for each in diagnostics} <= ALLOWED, [str(each) for each in diagnostics]
    return Laid(brand, publication, composed, gallery, diagnostics)


@pytest.mark.parametrize("format_name", ["a4", "slide"])
@pytest.mark.parametrize("brand_name", ["civic", "heritage"])
@settings(
    max_examples=tries(75),
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_the_laws_hold_of_any_publication(
    brand_name: str, format_name: str, data: st.DataObject
) -> None:
    brand = brand_of(brand_name)
    laid = laid_out(data.draw(written(brand_name, format_name)).publication, brand)
    if data.draw(st.integers(1, _WRITTEN)) == _WRITTEN:
        a_file_says_what_its_pages_say(laid)  # first: laws that compose anew fill tables anew
    all_laws_hold(laid)


def all_laws_hold(laid: Laid) -> None:
    nothing_leaves_its_area_or_lies_on_anything_else(laid)
    lines_stand_on_the_grid(laid)
    no_word_is_lost_and_none_changes_its_place(laid)
    no_label_of_a_chart_is_lost(laid)
    words_are_parted_where_they_may_be(laid)
    what_is_printed_is_owned_and_what_is_owned_is_printed(laid)
    headings_go_down_one_step_at_a_time(laid)
    what_fits_is_taken_before_what_does_not(laid)
    no_page_is_under_filled_that_could_be_fuller(laid)
    no_type_is_smaller_than_the_brand_allows(laid)


# -- places ----------------------------------------------------------------------------------------

FURNITURE = {Artifact.HEADER, Artifact.FOOTER}
HANGS, OPENING = 3.5, 0.6
"""Points by which punctuation may hang out of its line, and ems by which opening marks may."""
BEARING = 0.09
"""The air beside a numeral, in ems: it may lie outside so that the ink stands on the edge."""


def sizes_of(box: Box) -> list[float]:
    return [mark.run.size for mark in texts_of(box)]


def nothing_leaves_its_area_or_lies_on_anything_else(laid: Laid) -> None:
    """What is over was told; grounds alone reach into the bleed, furniture has no area."""
    for sheet, pages in laid.pages():
        if laid.faulty(sheet, "overset", "too-wide"):
            continue
        for page in pages:
            trim = page.geometry.trim
            areas = [rect for _, rect in page.places]
            for box in page.boxes:
                if box.ground:
                    assert trim.grown(page.geometry.bleed).holds(box.rect), described(box)
                    continue
                assert trim.holds(box.rect), described(box)
                if box.owner not in FURNITURE:
                    assert any(rect.holds(box.rect, SLIP) for rect in areas), described(box)
                hangs = max(HANGS, BEARING * max(sizes_of(box), default=0.0))
                for ink in inks_of(box):
                    opens = max(hangs, OPENING * max(sizes_of(box), default=0.0))
                    assert box.rect.x - opens <= ink.x, described(box)
                    assert ink.right <= box.rect.right + hangs, described(box)
            assert not overlapping(page.boxes)


RUNNING_ROLES = {Role.PARAGRAPH, Role.BODY, Role.NOTE, Role.H1, Role.H2, Role.H3, Role.H4}


def lines_stand_on_the_grid(laid: Laid) -> None:
    """The baseline of every line of running text is a whole number of units from the top.

    Figures that stand larger beside the words they are read with hang from the capitals of these,
    or have their middle where words have it that are lower than they are.
    """
    for page in laid.composed.pages.pages:
        for box in page.boxes:
            if not isinstance(box.owner, Node) or box.owner.role not in RUNNING_ROLES:
                continue
            words = beside(box, page) if box.owner.role is Role.BODY else []
            if words:
                if not in_the_middle(box, page, laid):
                    hangs_from_the_capitals(box, words, laid)
                continue
            for mark in texts_of(box):
                if mark.run.text.strip() in LARGE or mark.run.size < max(sizes_of(box)):
                    continue  # it hangs, or it is raised or lowered
                units = units_down(box, mark, laid)
                assert units == pytest.approx(round(units), abs=0.01), described(box)


def beside(box: Box, page: Page) -> list[Box]:
    """The line of words beside figures that are larger than all that they are read with.

    It is the one that stands nearest on their level: words go on in the next column, higher up.
    """
    assert isinstance(box.owner, Node)
    own = set(box.owner.walk())
    words = [e for e in page.boxes if e is not box and e.owner in own and sizes_of(e)]
    if not words or max(max(sizes_of(e)) for e in words) >= max(sizes_of(box), default=0.0):
        return []
    level = [e for e in words if e.rect.y < box.rect.bottom and box.rect.y < e.rect.bottom]
    behind = [e for e in level if e.rect.x >= box.rect.right - SLIP]
    top = min(behind, key=lambda each: each.rect.x).rect.y if behind else 0.0
    return [each for each in behind if each.rect.y == top]


def in_the_middle(box: Box, page: Page, laid: Laid) -> bool:
    """Whether words on the grid that are lower than figures have their middle at that of these."""
    assert isinstance(box.owner, Node)
    own = set(box.owner.walk())
    marks = [
        (each, mark)
        for each in page.boxes
        if each is not box and each.owner in own
        for mark in texts_of(each)
    ]
    figure = max(texts_of(box), key=lambda mark: mark.run.size)
    top, foot = capitals(box, figure, laid), box.rect.y + figure.y
    first = min(capitals(each, mark, laid) for each, mark in marks)
    last = max(each.rect.y + mark.y for each, mark in marks)
    off = abs((top + foot) - (first + last)) / 2
    return last - first < foot - top and off <= laid.format.grid.baseline / 2 + FACES_APART


FACES_APART = 0.5
"""By how many points the capitals of a bold or a slanted face may be higher than the others'."""


LEADING = 1.7
"""A line is less than so many times as high as its words, and more than those that are raised."""


def hangs_from_the_capitals(box: Box, words: list[Box], laid: Laid) -> None:
    """Figures are as high as the capitals of words that stand on the grid, raised ones apart."""
    top = capitals(box, max(texts_of(box), key=lambda mark: mark.run.size), laid)
    level = [
        capitals(each, mark, laid)
        for each in words
        for mark in texts_of(each)
        if (units := units_down(each, mark, laid)) == pytest.approx(round(units), abs=0.01)
        and mark.run.size * LEADING > each.rect.height
    ]
    assert not level or min(abs(top - each) for each in level) < FACES_APART, described(box)


def texts_of(box: Box) -> list[Text]:
    return [mark for mark in box.marks if isinstance(mark, Text)]


def units_down(box: Box, mark: Text, laid: Laid) -> float:
    """How many units of the grid a baseline is from the top."""
    return (box.rect.y + mark.y) / laid.format.grid.baseline


def capitals(box: Box, mark: Text, laid: Laid) -> float:
    """How far the capitals of words reach up, in points from the top of the page."""
    face = laid.brand.faces[mark.run.face]
    return box.rect.y + mark.y - mark.run.size * face.metrics.cap_height / 1000


LARGE = {"\N{LEFT DOUBLE QUOTATION MARK}"}
"""Marks that hang by their capitals, whatever line they stand beside."""


def no_type_is_smaller_than_the_brand_allows(laid: Laid) -> None:
    for page in laid.composed.pages.pages:
        for box in page.boxes:
            sizes = [mark.run.size for mark in box.marks if isinstance(mark, Text)]
            small = [each for each in sizes if each < laid.format.minimum - 0.001]
            figure = isinstance(box.owner, Node) and box.owner.role is Role.FIGURE
            assert not small or not figure, described(box)
            assert all(each >= RAISED * laid.format.minimum for each in small), described(box)


RAISED = 0.6
"""The least size of raised and lowered words, beside that of all others."""


# -- words -----------------------------------------------------------------------------------------


def no_word_is_lost_and_none_changes_its_place(laid: Laid) -> None:
    """The words of each page as written are those of the pages that it became, once, in order."""
    takes = {
        sheet.anchor: frozenset(k for area in each.trial.arrangement.areas for k in area.takes)
        for sheet, each, _ in laid.taken()
    }
    silent = frozenset(laid.told("unsuited-chart"))
    root = laid.composed.tree.root
    found = {
        sheet.anchor: f"{said(root, [box for page in pages for box in page.boxes])} "
        for sheet, pages in laid.pages()
    }
    heard = Heard(laid.publication, takes, laid.composed.lengths, silent, found)
    for (sheet, pages), (_, wanted) in zip(laid.pages(), heard.pages(), strict=True):
        says = found[sheet.anchor]
        assert wanted.fullmatch(says), f"{sheet.anchor}: {says!r}\nis not {wanted.pattern!r}"
        printed_again(sheet, pages, laid)


def printed_again(sheet: Sheet, pages: list[Page], laid: Laid) -> None:
    """What is printed in areas and not read aloud: heads where words go on, and nothing else."""
    again = " ".join(
        (
            plain(sheet.heading),
            ", continued",
            sheet.short,
            *(each.title for each in laid.publication.entries if isinstance(each, Section)),
            *(plain(c.words) for each in sheet.blocks for c in getattr(each, "head", ())),
            *(head for each in sheet.blocks for head in _across(each)),
            "Base",
        )
    )
    for page in pages:
        for box in page.boxes:
            inside = any(rect.holds(box.rect, SLIP) for _, rect in page.places)
            if inside and isinstance(box.owner, Artifact):
                line = "".join(mark.run.text for mark in box.marks if isinstance(mark, Text))
                assert _bare(line) in _bare(again), described(box)


def _across(block: Block) -> Iterator[str]:
    """What stands in the head of a table of figures."""
    if not isinstance(block, TableBlock):
        return
    if block.answers == "across":
        yield from (head.label for head in block.table.columns)
        return
    for place in range(len(block.table.rows)):
        yield from head_of(block, place)


def _bare(text: str) -> str:
    return "".join(text.replace("\N{SOFT HYPHEN}", "").split())


def no_label_of_a_chart_is_lost(laid: Laid) -> None:
    """Whether a chart stands whole or goes on in parts, all its labels are printed."""
    silent = laid.told("unsuited-chart")
    for sheet, pages in laid.pages():
        figures = bare(
            "".join(
                mark.run.text
                for page in pages
                for box in page.boxes
                if isinstance(box.owner, Node) and box.owner.role is Role.FIGURE
                for mark in box.marks
                if isinstance(mark, Text)
            )
        )
        for block in sheet.blocks:
            if not isinstance(block, ChartBlock) or figureless(block.table):
                continue
            if block.where.line not in silent:
                lost = [x for x in expected(block.chart, block.table) if bare(x) not in figures]
                assert not lost, (sheet.anchor, block.chart.kind)


def words_are_parted_where_they_may_be(laid: Laid) -> None:
    """No line stands alone and no heading last, wherever columns and pages end."""
    for sheet, pages in laid.pages():
        if not laid.faulty(sheet, "overset", "too-wide"):
            no_line_stands_alone(laid.composed.tree.root, pages)
            no_heading_stands_last(laid.composed.tree.root, pages)


def what_is_printed_is_owned_and_what_is_owned_is_printed(laid: Laid) -> None:
    known = list(laid.composed.tree)
    once = len(set(known)) == len(known)
    assert once, "a node stands twice in the tree"
    owning = set()
    for page in laid.composed.pages.pages:
        for box in page.boxes:
            linked = any(isinstance(mark, Link) for mark in box.marks)
            role = box.owner.role if isinstance(box.owner, Node) else None
            assert not linked or role is Role.LINK
            owning |= {owner for owner, _ in box.owners() if isinstance(owner, Node)}
    strangers = [node.role.value for node in owning.difference(known)]
    assert not strangers, strangers
    empty = {Role.HEAD, Role.DATA}  # an empty cell holds its place
    silent = [n.role.value for n in known if n.role not in empty and owning.isdisjoint(n.walk())]
    assert not silent, silent


def headings_go_down_one_step_at_a_time(laid: Laid) -> None:
    """PDF/UA-1, 7.4.2: no level is skipped, whatever levels authors gave."""
    last = 0
    for node in laid.composed.tree:
        if node.role in HEADINGS:
            level = HEADINGS.index(node.role) + 1
            assert level <= last + 1
            last = level


def a_file_says_what_its_pages_say(laid: Laid) -> None:
    """Every sign of the pages is in the file that is written of them, page by page, once."""
    content = write(
        laid.composed.pages,
        laid.composed.tree,
        SCREEN,
        Metadata("Words at random", "Nobody", "en-GB", datetime(2024, 6, 1, tzinfo=UTC)),
        laid.brand.faces,
    )
    file = pypdfium2.PdfDocument(content)
    for page, printed in zip(laid.composed.pages.pages, file, strict=True):
        found = printed.get_textpage().get_text_range()
        wanted = "".join(
            mark.run.text for box in page.boxes for mark in box.marks if isinstance(mark, Text)
        )
        assert _signs(found) == _signs(wanted), page.label


def _signs(text: str) -> Counter[str]:
    """How often each sign stands in a text; PDFium tells no kind of hyphen at a line's end."""
    return Counter(re.sub("[-\ufffe\u00ad\\s]", "", text))


# -- under-filled pages ----------------------------------------------------------------------------


def what_fits_is_taken_before_what_does_not(laid: Laid) -> None:
    """A fault outweighs all but a whole page, a thousand points, of content that is over."""
    for sheet, taken, tried in laid.taken():
        if sheet.arrangement:
            continue
        sound = [each for each in tried if each.trial.score.sound]
        found = [(e.trial.arrangement.name, e.cost, str(e.trial.score)) for e in tried]
        assert taken in sound or not sound, (sheet.anchor, taken.trial.arrangement.name, found)
        faultless = [
            each
            for each in tried
            if not each.trial.score.faults and each.cost[0] < WEIGHTS["faults"]
        ]
        assert taken in faultless or not faultless, (sheet.anchor, found)


ABOUT_AS_FULL = 0.12
"""The part of a page's areas by which another arrangement may fill it better."""
CLOSE = 0.05
"""By how much what is measured may differ from what the engine reckons with: levels take white."""
MOST_ELSE = 0.5
"""What all other criteria of the score together may outweigh, as a part of the areas."""


def no_page_is_under_filled_that_could_be_fuller(laid: Laid) -> None:
    """Each page is drawn in every arrangement that holds it, and what is covered is measured.

    One that leaves clearly more than `HOLLOW` of its areas white is about as full as any other, but
    such as cut wide tables in parts, or have a ground with nothing on it. A fuller one may be
    emptier than another by what the score's other criteria have against that one (the room of
    charts, level columns, the order of reading, likeness to the pages before …), never by more than
    `MOST_ELSE`.
    """
    for sheet, taken, tried in laid.taken():
        if sheet.arrangement or not taken.trial.score.sound:
            continue
        own = fullness(taken.trial.areas)
        sound = [each.trial for each in tried if each.trial.score.sound]
        hollow = own < 1 - HOLLOW - CLOSE
        if hollow:
            sound += fitted(sheet, laid, {each.arrangement.name for each in sound})
        for rival in sound:
            if costs_more_than_a_hollow_page(rival.score, taken.trial.score):
                continue
            short = fullness(rival.areas) - own
            against = beside_white(rival.score) - beside_white(taken.trial.score)
            may = 0.0 if hollow else min(MOST_ELSE, max(0.0, against))
            assert short <= ABOUT_AS_FULL + may, (
                f"{sheet.anchor} in {taken.trial.arrangement.name} is {own:.2f} full "
                f"({taken.trial.score}), in {rival.arrangement.name} {own + short:.2f} "
                f"({rival.score})"
            )


def costs_more_than_a_hollow_page(rival: Score, taken: Score) -> bool:
    """Whether a page has what no white outweighs: tables in parts, grounds painted for nothing."""
    return rival.sideways > taken.sideways or rival.panels > taken.panels


def fitted(sheet: Sheet, laid: Laid, known: set[str]) -> list[Trial]:
    """The page in those arrangements that hold it only once its words are taken in."""
    master = laid.format.masters[sheet.master]
    made = []
    for arrangement in master.arrangements:
        if arrangement.name in known:
            continue
        pinned = replace(sheet, arrangement=arrangement.name)
        alone = replace(laid.publication, entries=(pinned,))
        composed = compose(alone, laid.brand, (), Diagnostics(), laid.gallery)
        assert composed is not None
        made += [e.trial for e in composed.tried if e.taken and e.trial.score.sound]
    return made


def beside_white(score: Score) -> float:
    """What a score has against an arrangement, its white apart."""
    return score.total - WEIGHTS["white"] * score.white - WEIGHTS["hollow"] * score.hollow


# -- areas and seams -------------------------------------------------------------------------------

PAGE = Rect(0, 0, 400, 600)


def strip(height: float) -> Strip:
    return Strip(height, (Box(Artifact.DECORATION, Rect(0, 0, 10, height), ()),))


@st.composite
def fragments(draw: st.DrawFn, *, elastic: bool) -> Fragment:
    pieces: list[Piece] = [strip(draw(st.floats(1, 60))) for _ in range(draw(st.integers(1, 3)))]
    if elastic:
        least = draw(st.floats(10, 120))
        most = least + draw(st.floats(0, 300))
        pieces.append(Elastic(least, most, lambda height: (strip(height),), "chart"))
    made = tuple(pieces)
    return Fragment("block", where(1), made, draw(st.floats(0, 20)))


@st.composite
def stacks(draw: st.DrawFn) -> tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]]:
    """One to three areas side by side above a seam, as many below; some hold nothing."""
    top, bottom = draw(st.floats(200, 380)), draw(st.floats(0, 30))
    seam = (top, top + bottom)
    stocked = []
    for side in ("above", "below"):
        count = draw(st.integers(1, 3))
        elastic = draw(st.booleans())
        for place in range(count):
            x = place * 400 / count
            start = draw(st.floats(20, 120))
            rect = (
                Rect(x, start, 400 / count, seam[0] - start)
                if side == "above"
                else Rect(x, seam[1], 400 / count, 580 - start - seam[1])
            )
            area = Area(f"{side}-{place}", rect, ("block",), flow=draw(st.integers(1, 2)))
            has = draw(st.lists(fragments(elastic=elastic), max_size=2))
            stocked.append((area, tuple(has)))
    return stocked, seam


@settings(max_examples=tries(150))
@given(stacks())
def test_a_seam_never_turns_an_area_inside_out(
    made: tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]],
) -> None:
    stocked, seam = made
    grounds = (Ground(Rect(0, seam[1] - 2, 400, 602 - seam[1]), "mist"),)
    settled, under = settle(stocked, grounds, [seam])
    for (area, _), (before, _) in zip(settled, stocked, strict=True):
        assert area.rect.height >= 0
        assert PAGE.holds(area.rect)
        assert (area.rect.x, area.rect.width) == (before.rect.x, before.rect.width)
    assert under[0].rect.height >= 0
    assert under[0].rect.bottom == pytest.approx(grounds[0].rect.bottom)


@settings(max_examples=tries(150))
@given(stacks())
def test_a_seam_never_takes_room_that_is_needed(
    made: tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]],
) -> None:
    stocked, seam = made
    settled, _ = settle(stocked, (), [seam])
    for (area, has), (before, _) in zip(settled, stocked, strict=True):
        fitted = needed(has, before) <= before.rect.height
        if fitted:
            assert needed(has, area) <= area.rect.height + 0.01
            assert fill(has, area).overset is None
    over_before = sum(max(0.0, needed(has, area) - area.rect.height) for area, has in stocked)
    over_after = sum(max(0.0, needed(has, area) - area.rect.height) for area, has in settled)
    assert over_after <= over_before + 0.01


@settings(max_examples=tries(150))
@given(stacks())
def test_areas_above_and_below_a_seam_keep_apart(
    made: tuple[list[tuple[Area, tuple[Fragment, ...]]], tuple[float, float]],
) -> None:
    stocked, seam = made
    settled, _ = settle(stocked, (), [seam])
    apart = seam[1] - seam[0]
    above = [area.rect.bottom for area, has in settled if has and area.name.startswith("above")]
    below = [area.rect.y for area, has in settled if has and area.name.startswith("below")]
    for high in above:
        for low in below:
            assert low - high == pytest.approx(apart, abs=0.01)
