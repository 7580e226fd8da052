"""The fit report: a paragraph a page, a line a place and a block, what copyfit did and tried."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.blocks.chart import ChartBlock
from briefing.charts import CATALOGUE
from briefing.diagnostics import Source
from briefing.drawing import MM, Rect, Text
from briefing.fit import fit_report
from briefing.layout.pages import Fit, Overset
from briefing.structure import Node, Role
from briefing.tables.model import Head, Part
from tests.unit.charts.tabled import single
from tests.unit.test_compose import SENTENCE, composed, paragraph, publication, quote, sheet, well

if TYPE_CHECKING:
    from briefing.brand.model import Brand
    from briefing.content.publication import Publication
    from briefing.tables.model import Table

HERE = Source("words.md", 3, 1)


def lines(*fits: Fit) -> list[str]:
    """The report without its legend."""
    return fit_report([("leaflet", fits)]).split("\n\n", 1)[1].splitlines()


def test_a_page_is_a_paragraph_and_each_block_has_its_share() -> None:
    blocks = (("lead", 20 * MM), ("quote", 30 * MM))
    head = Fit("1", "head", 100 * MM, 50 * MM, "band", blocks, -8 * MM, columns=2, master="theme")
    first, heads, place, *inside = lines(head, Fit("2", "empty", 0.0, 0.0, "plain"))
    assert first == "leaflet, page 1: theme, band"
    assert heads.split() == ["place", "room", "used", "full", "edges", "type"]
    assert place.split() == ["head", "100.0", "50.0", "50%", "-8.0", "2", "columns"]
    assert [each.split() for each in inside[:2]] == [
        ["lead", "20.0", "10%"],
        ["quote", "30.0", "15%"],
    ]
    assert inside[-1].split() == ["empty", "0.0", "0.0", "0%", "empty"]


def test_it_says_what_is_over_and_what_copyfit_did_and_tried() -> None:
    over = Overset("quote", HERE, 3 * MM, 12, Rect(0, 0, 10, 10))
    tried = (("white 50%", "not enough"),)
    blocks = (("quote", 43 * MM),)
    step, room = "type 96%", 40 * MM
    fit = Fit("1", "quotes", room, 43 * MM, "band", blocks, 0, step, tried, 1, "", over, 9.6)
    _, _, place, _, dropped = lines(fit)
    assert place.endswith("108%            9.6  OVER by 3.0 mm, 12 words; type 96%")
    assert dropped == "    tried white 50%: not enough"


def test_steps_that_were_not_enough_are_remembered(civic: Brand) -> None:
    """More and more words: whoever reads the report sees every step that was tried."""
    allowed = [str(each) for each in civic.formats["a4"].steps]
    taken = set()
    for count in range(20, 70, 3):
        words = paragraph(SENTENCE * count, 2)
        made, diagnostics = composed(civic, publication(sheet("Next", words, master="steps")))
        fit = next(fit for fit in made.pages.fits if fit.area == "words")
        if diagnostics.errors or fit.copyfit not in allowed[1:]:
            continue
        taken.add(fit.copyfit)
        before = allowed[1 : allowed.index(fit.copyfit)]
        assert [step for step, why in fit.dropped if why == "not enough"] == before
    assert len(taken) > 1, "these words fit as they are, or not at all"


def test_larger_type_that_has_no_room_is_remembered(civic: Brand) -> None:
    seen = set()
    for count in range(1, 7):
        some = [quote(SENTENCE * 2)] * count
        made = well(civic, publication(sheet("One", *some, master="quotes"), format_="slide"))
        seen |= {why for fit in made.pages.fits for _, why in fit.dropped}
    assert "no room" in seen
    assert seen <= {"no room", "lines too short", "the page gains nothing"}


def test_words_of_a_chart_are_taken_in_last_and_keep_to_the_scale(civic: Brand) -> None:
    """Eight sentences as answers, beside a voice: the words of the bar are the next size."""
    slide = civic.formats["slide"]
    made = well(
        civic,
        publication(
            sheet("Half heard", chart("bars", sentences(8)), quote(), master="finding"),
            format_="slide",
        ),
    )
    fit = next(fit for fit in made.pages.fits if fit.area == "chart")
    assert fit.copyfit.endswith("words in charts 85%")
    assert [step for step, _ in fit.dropped] == [str(each) for each in slide.steps[1:-1]]
    (page,) = made.pages.pages
    figure = [
        mark.run.size
        for box in page.boxes
        if isinstance(box.owner, Node) and box.owner.role is Role.FIGURE
        for mark in box.marks
        if isinstance(mark, Text) and not mark.number
    ]
    assert set(figure) == {slide.minimum}
    assert slide.minimum < slide.styles["chart.label"].size
    words = next(area for area in slide.masters["steps"].arrangements[0].areas)
    assert all(step.charts == 1 for step in words.steps(slide.steps))


def test_an_author_whose_chart_is_over_is_told_which_kind_its_place_would_hold(
    civic: Brand,
) -> None:
    """What is named was tried: written instead, it stands."""
    table, voice = sentences(9), quote()

    def written(kind: str) -> Publication:
        page = sheet("Half heard", chart(kind, table), voice, master="finding")
        return publication(page, format_="slide")

    _, diagnostics = composed(civic, written("columns"))
    (fault,) = diagnostics.errors
    assert fault.code == "overset"
    named = re.findall(r"kind=(\w+)", fault.hint)
    assert {"bars", "ranked"} <= set(named)
    for kind in named:
        assert not composed(civic, written(kind))[1].errors


def sentences(count: int) -> Table:
    """A question whose answers are sentences."""
    label = "I was told of it by the council itself, in time to say what I thought of the plans"
    label += " that the partnership has made for us"
    heads = tuple(Head(f"a{at}", f"{at} {label}", Part.ANSWER) for at in range(count))
    return single("q9", heads, range(count, 0, -1))


def chart(kind: str, table: Table) -> ChartBlock:
    """A chart of a kind that speaks of the first answer."""
    made = next(each for each in CATALOGUE if each.kind == kind)
    return ChartBlock(where=HERE, chart=made(highlight="a0"), table=table)


def test_the_size_that_was_set_is_told_not_the_one_that_was_asked_for(civic: Brand) -> None:
    """Larger words take a size of the scale, which may be less than a step asks for."""
    made = well(civic, publication(sheet("One", quote(SENTENCE), master="quotes"), format_="slide"))
    fit = next(each for each in made.pages.fits if each.area == "quotes")
    (page,) = made.pages.pages
    printed = {m.run.size for box in page.boxes for m in box.marks if isinstance(m, Text)}
    assert fit.copyfit.startswith("type 1")
    assert fit.size in printed
    assert fit.size in civic.formats["slide"].scale


def test_what_is_called_out_may_have_shorter_lines_than_running_words(heritage: Brand) -> None:
    """Four short quotations stood small in half of their page."""
    voices = [quote("Nobody asked us, and nobody told us.")] * 4
    made = well(heritage, publication(sheet("One", *voices, master="quotes"), format_="slide"))
    assert next(fit for fit in made.pages.fits if fit.area == "quotes").copyfit.startswith("type 1")
