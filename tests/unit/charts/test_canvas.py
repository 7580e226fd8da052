"""Artists of matplotlib become marks: named colours, real words, exact coordinates."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, Bbox

from briefing.charts.canvas import EDGE, Canvas
from briefing.charts.renderer import InkError, Inks, MarkRenderer
from briefing.drawing import Number, Rect, Shape, Text, circle
from tests.unit.charts.ink import outline
from tests.unit.charts.look import PALETTE, look

TEAL, BRICK = PALETTE["teal"], PALETTE["brick"]


def drawn_by(artist: object, inks: Inks | None = None) -> list[Shape | Text]:
    figure = Figure((100 / 72, 50 / 72), dpi=72, frameon=False)
    figure.add_artist(artist)  # type: ignore[arg-type]
    renderer = MarkRenderer(100, 50, inks or Inks())
    figure.draw(renderer)
    return renderer.marks  # type: ignore[return-value]


def test_a_mark_carries_the_named_colour_with_its_press_value() -> None:
    canvas = Canvas(100, 50)
    canvas.area(Rect(0, 0, 10, 10), TEAL)
    canvas.area(Rect(10, 0, 10, 10), BRICK)
    fills = [mark.fill for mark in canvas.drawn().marks if isinstance(mark, Shape)]
    assert fills == [TEAL, BRICK]
    assert fills[0] is not None
    assert fills[0].press is not None


def test_a_faint_colour_has_its_edge_within_what_it_fills() -> None:
    faint = replace(TEAL, edge=BRICK)
    canvas = Canvas(100, 50)
    canvas.area(Rect(10, 10, 20, 8), faint)
    canvas.area(Rect(40, 10, 0.2, 8), faint)
    canvas.ring((70, 25), (10, 20), (0.1, 0.3), faint)
    shapes = [mark for mark in canvas.drawn().marks if isinstance(mark, Shape)]
    edges = [mark for mark in shapes if mark.stroke]
    assert [mark.stroke for mark in edges] == [BRICK] * 3
    room = extent_of(shapes)
    assert room == extent_of([mark for mark in shapes if mark.fill])
    for edge in edges:
        assert 0 < edge.stroke_width <= EDGE


def extent_of(shapes: list[Shape]) -> tuple[float, ...]:
    """From where to where the ink of shapes goes, the weight of their lines counted."""
    inked = [
        (pair[0] + side * mark.stroke_width / 2, pair[1] + side * mark.stroke_width / 2)
        for mark in shapes
        for pair in outline(mark)
        for side in (-1, 1)
    ]
    xs, ys = [x for x, _ in inked], [y for _, y in inked]
    return tuple(round(each, 2) for each in (min(xs), max(xs), min(ys), max(ys)))


def test_y_grows_downwards_from_the_top_left_corner() -> None:
    canvas = Canvas(100, 50)
    canvas.area(Rect(1, 2, 3, 4), TEAL)
    (mark,) = canvas.drawn().marks
    assert isinstance(mark, Shape)
    assert mark.path == (
        ("m", (1.0, 2.0)),
        ("l", (4.0, 2.0)),
        ("l", (4.0, 6.0)),
        ("l", (1.0, 6.0)),
        ("h", ()),
    )


def test_words_are_shaped_by_the_documents_own_face_and_keep_their_number() -> None:
    number = Number(Fraction(1, 5), "20%", "q1", "agree")
    style = look().style("chart.strong")
    canvas = Canvas(100, 50)
    canvas.words(100, 20, "20%", style, TEAL, align=1, number=number)
    (mark,) = canvas.drawn().marks
    assert isinstance(mark, Text)
    assert mark.run == style.run("20%")
    assert mark.number is number
    assert mark.colour is TEAL
    assert mark.x + mark.run.width == pytest.approx(100, abs=0.001)
    assert mark.y == 20


def test_coordinates_are_whole_thousandths_of_a_point() -> None:
    canvas = Canvas(100, 50)
    canvas.area(Rect(1 / 3, 0.1 + 0.2, 10 / 3, 1 / 7), TEAL)
    canvas.ring((50, 25), (7, 21), (0, 1 / 3), BRICK)
    for mark in canvas.drawn().marks:
        assert isinstance(mark, Shape)
        for _, numbers in mark.path:
            assert all(value == round(value, 3) for value in numbers)
            assert "-0.0" not in str(numbers)


def test_the_same_drawing_gives_the_same_marks() -> None:
    def once() -> object:
        canvas = Canvas(100, 50)
        canvas.path(circle(20, 20, 7), TEAL)
        canvas.rule([(0, 0), (10, 10)], BRICK, 0.5)
        canvas.words(3, 9, "Don't know", look().style("chart.label"), BRICK)
        return canvas.drawn()

    assert once() == once()


def test_a_rule_is_a_stroke_of_its_width() -> None:
    canvas = Canvas(100, 50)
    canvas.rule([(0, 5), (10, 5), (10, 9)], BRICK, 1.25)
    (mark,) = canvas.drawn().marks
    assert isinstance(mark, Shape)
    assert (mark.fill, mark.stroke, mark.stroke_width, mark.dash) == (None, BRICK, 1.25, ())
    assert mark.path == (("m", (0.0, 5.0)), ("l", (10.0, 5.0)), ("l", (10.0, 9.0)))


def test_a_whole_turn_is_a_ring_of_two_circles() -> None:
    canvas = Canvas(100, 50)
    canvas.ring((50, 25), (10, 20), (0, 1), TEAL)
    (mark,) = canvas.drawn().marks
    assert isinstance(mark, Shape)
    ends = [numbers[-2:] for step, numbers in mark.path if step == "c"]
    distances = {round(((x - 50) ** 2 + (y - 25) ** 2) ** 0.5, 1) for x, y in ends}
    assert distances == {10.0, 20.0}


def test_the_ring_starts_at_the_top_and_runs_clockwise() -> None:
    canvas = Canvas(100, 50)
    canvas.ring((50, 25), (10, 20), (0, 0.25), TEAL)
    (mark,) = canvas.drawn().marks
    assert isinstance(mark, Shape)
    points = [numbers[-2:] for _, numbers in mark.path if numbers]
    assert (50.0, 5.0) in points
    assert (70.0, 25.0) in points


def test_what_is_empty_leaves_no_mark() -> None:
    canvas = Canvas(100, 50)
    canvas.area(Rect(0, 0, 0, 10), TEAL)
    canvas.words(0, 10, "", look().style("chart.label"), TEAL)
    assert canvas.drawn().marks == ()


def test_a_colour_that_was_not_handed_out_is_an_error() -> None:
    with pytest.raises(InkError, match="no colour of the brand"):
        drawn_by(Rectangle((0, 0), 10, 10))


def test_a_transparent_colour_is_an_error() -> None:
    inks = Inks()
    with pytest.raises(InkError, match="an opacity of"):
        drawn_by(Rectangle((0, 0), 10, 10, fc=(*inks.code(TEAL), 0.5), ec="none"), inks)


def test_words_without_a_type_style_are_an_error() -> None:
    figure = Figure((1, 1), dpi=72, frameon=False)
    figure.text(0.5, 0.5, "Arial, perhaps")
    with pytest.raises(InkError, match="no type style"):
        figure.draw(MarkRenderer(72, 72, Inks()))


def test_hatches_and_pictures_are_errors() -> None:
    inks = Inks()
    with pytest.raises(InkError, match="hatch"):
        drawn_by(Rectangle((0, 0), 9, 9, fc=inks.code(TEAL), ec="none", hatch="/"), inks)
    with pytest.raises(InkError, match="raster picture"):
        MarkRenderer(10, 10, inks).draw_image(None, 0, 0, None)


def test_a_quadratic_curve_becomes_the_same_curve_as_a_cubic() -> None:
    inks = Inks()
    path = Outline([(0, 0), (30, 30), (60, 0)], [Outline.MOVETO, Outline.CURVE3, Outline.CURVE3])
    patch = PathPatch(path, fc=inks.code(TEAL), ec="none", transform=Affine2D())
    (mark,) = drawn_by(patch, inks)
    assert isinstance(mark, Shape)
    assert mark.path[1] == ("c", (20.0, 30.0, 40.0, 30.0, 60.0, 50.0))


def test_a_rectangular_clip_is_kept_and_another_refused() -> None:
    inks = Inks()

    def patch() -> Rectangle:
        return Rectangle((0, 0), 90, 40, fc=inks.code(TEAL), ec="none", transform=Affine2D())

    clipped = patch()
    clipped.set_clip_box(Bbox([[10, 5], [20, 45]]))
    (mark,) = drawn_by(clipped, inks)
    assert isinstance(mark, Shape)
    assert mark.clip == Rect(10, 5, 10, 40)
    round_clip = patch()
    round_clip.set_clip_path(Outline.circle(), Affine2D())
    with pytest.raises(InkError, match="no rectangle"):
        drawn_by(round_clip, inks)


def test_strokes_keep_their_dashes_and_ends() -> None:
    inks = Inks()
    outline = Outline([(0, 10), (50, 10)])
    patch = PathPatch(
        outline,
        fill=False,
        ec=inks.code(BRICK),
        lw=2,
        linestyle=(0, (3, 1)),
        capstyle="round",
        transform=Affine2D(),
    )
    (mark,) = drawn_by(patch, inks)
    assert isinstance(mark, Shape)
    assert (mark.stroke_width, mark.dash, mark.round_ends) == (2.0, (6.0, 2.0), True)
