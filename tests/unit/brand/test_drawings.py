"""SVG drawings: what is read, where it lands, and what is refused with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing.brand.drawings import read_drawing

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.brand.model import Drawing
    from briefing.drawing import Path as Outline


def drawn(tmp_path: Path, shapes: str, box: str = "0 0 10 10") -> Drawing:
    file = tmp_path / "drawing.svg"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" fill="currentColor">'
    file.write_text(f"{head}{shapes}</svg>", encoding="utf-8")
    return read_drawing(file)


def bounds(path: Outline) -> tuple[float, float, float, float]:
    xs = [value for _, step in path for value in step[::2]]
    ys = [value for _, step in path for value in step[1::2]]
    return tuple(round(each, 3) for each in (min(xs), min(ys), max(xs), max(ys)))  # type: ignore[return-value]


SHAPES = {
    '<path d="M1 2 H5 V6 Z"/>': (1, 2, 5, 6),
    '<rect x="1" y="2" width="3" height="4"/>': (1, 2, 4, 6),
    '<circle cx="5" cy="5" r="2"/>': (3, 3, 7, 7),
    '<ellipse cx="5" cy="5" rx="3" ry="1"/>': (2, 4, 8, 6),
    '<polygon points="1,1 4 1,4,5"/>': (1, 1, 4, 5),
    '<g transform="translate(2 1)"><g transform="scale(2)"><path d="M0 0H1V1Z"/></g></g>': (
        2,
        1,
        4,
        3,
    ),
    '<rect width="2" height="1" transform="rotate(90 0 0)"/>': (-1, 0, 0, 2),
    '<rect width="2" height="1" transform="matrix(1 0 0 -1 3 5)"/>': (3, 4, 5, 5),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_filled_shapes_land_where_svg_puts_them(tmp_path: Path, shape: str) -> None:
    ((path, fill),) = drawn(tmp_path, shape).paths
    assert bounds(path) == SHAPES[shape]
    assert fill == "ink"


def test_a_viewbox_may_begin_anywhere(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, '<rect x="-4" y="6" width="1" height="1"/>', "-5 5 20 30")
    assert (drawing.width, drawing.height) == (20, 30)
    assert bounds(drawing.paths[0][0]) == (1, 1, 2, 2)


def test_fills_are_inherited_and_shapes_without_fill_left_out(tmp_path: Path) -> None:
    shapes = '<g fill="accent"><path d="M0 0H1V1Z"/><path fill="tint" d="M0 0H1V1Z"/></g>'
    drawing = drawn(tmp_path, f'{shapes}<rect fill="none" width="9" height="9"/>')
    assert [fill for _, fill in drawing.paths] == ["accent", "tint"]


@pytest.mark.parametrize("inner", ["M3 3H7V7H3Z", "M3 3V7H7V3Z"])
def test_a_hole_by_parity_is_a_hole_by_winding(tmp_path: Path, inner: str) -> None:
    shape = f'<path fill-rule="evenodd" d="M0 0H9V9H0Z {inner} M4 4H5V5H4Z"/>'
    ((path, _),) = drawn(tmp_path, shape).paths
    assert _winding(path, (1, 1)) != 0
    assert _winding(path, (3.5, 3.5)) == 0
    assert _winding(path, (4.5, 4.5)) != 0


def _winding(path: Outline, point: tuple[float, float]) -> int:
    """How often straight parts wind round a point."""
    x, y = point
    total = 0
    start = last = (0.0, 0.0)
    for step, numbers in path:
        to = start if step == "h" else (numbers[0], numbers[1])
        if step == "m":
            start = to
        else:
            (x1, y1), (x2, y2) = last, to
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
                total += 1 if y2 > y1 else -1
        last = to
    return total


REFUSED = {
    '<path d="M0 0H9" stroke="ink"/>': "turn outlines into filled paths",
    '<path d="M0 0H9V9Z" opacity="0.2"/>': "a lighter colour of its own",
    '<path d="M0 0H9V9Z" style="fill:red"/>': "write fill as an attribute",
    "<text>words</text>": "<text> is not read",
    '<image href="http://x.example/a.png"/>': "<image> is not read",
    '<use href="#a"/>': "<use> is not read",
    '<path d="M0 0 Q"/>': "is not read",
    '<path d="banana"/>': "the path 'banana' is not read",
    '<rect width="wide" height="1"/>': "could not convert",
    '<rect width="nan" height="1"/>': "one of its numbers is none",
    '<rect width="1" height="1" transform="spin(3)"/>': "the transform 'spin(3)' is not read",
    '<rect width="1" height="1" transform="matrix(1 2)"/>': "is not read",
    '<polygon points="1 2 3"/>': "half a point",
    "<g>" * 60 + "</g>" * 60: "stand too deep",
    "<!DOCTYPE x>": "may not declare",
    "<path": "not an SVG file",
}


@pytest.mark.parametrize("shape", REFUSED)
def test_what_is_not_read_is_refused_with_a_reason(tmp_path: Path, shape: str) -> None:
    with pytest.raises(ValueError, match=REFUSED[shape].replace("(", r"\(").replace(")", r"\)")):
        drawn(tmp_path, shape)


@pytest.mark.parametrize("box", ["", "0 0 10", "0 0 0 10", "0 0 -1 10", "0 0 inf 10"])
def test_a_drawing_has_room(tmp_path: Path, box: str) -> None:
    with pytest.raises(ValueError, match="viewBox"):
        drawn(tmp_path, "", box)
