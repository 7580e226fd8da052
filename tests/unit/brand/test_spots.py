"""Spot colours of a brand: an ink with its name and its alternate, and what is wrong with one."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from briefing.drawing import Spot
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from briefing.brand.model import Brand

SUN, PALE = "      sun: [0, 26, 84, 0]\n", "      sun-pale: [0, 20, 68, 0]\n"
INK = (0, 0.26, 0.84, 0)


def changed(folder: Path, *lines: tuple[str, str]) -> tuple[Brand | None, Diagnostics, str]:
    """The civic brand with other lines among its press colours, what is told, and the text."""
    target = folder / "civic"
    shutil.copytree(ROOT / "styles" / "civic", target)
    text = (target / "_brand.yml").read_text(encoding="utf-8")
    for old, new in lines:
        assert text.count(old) == 1
        text = text.replace(old, f"      {new}\n")
    (target / "_brand.yml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    return read_brand(target, diagnostics), diagnostics, text


def test_a_colour_may_be_an_ink_of_its_own(tmp_path: Path) -> None:
    line = 'sun: {cmyk: [0, 26, 84, 0], spot: {name: "PANTONE 130 C"}}'
    brand, diagnostics, _ = changed(tmp_path, (SUN, line))
    assert brand, [str(each) for each in diagnostics]
    assert brand.palette["sun"].spot == Spot("PANTONE 130 C", INK)
    assert brand.palette["sun"].press == INK
    assert not list(diagnostics)


def test_a_tint_is_as_much_of_the_ink(tmp_path: Path) -> None:
    brand, _, _ = changed(
        tmp_path,
        (SUN, 'sun: {cmyk: [0, 26, 84, 0], spot: {name: "PANTONE 130 C"}}'),
        (PALE, 'sun-pale: {cmyk: [0, 26, 84, 0], spot: {name: "PANTONE 130 C", tint: 50}}'),
    )
    assert brand
    assert brand.palette["sun-pale"].spot == Spot("PANTONE 130 C", INK, 0.5)
    assert brand.palette["sun-pale"].press == (0, 0.13, 0.42, 0)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('sun: {spot: {name: "PANTONE 130 C"}}', "no CMYK alternate"),
        ("sun: {cmyk: [0, 26, 84, 0], spot: {}}", "no name"),
        ("sun: {cmyk: [0, 26, 84, 0]}", "no name"),
        ('sun: {cmyk: [0, 26, 84, 0], spot: {name: "All"}}', "not an ink of its own"),
        ('sun: {cmyk: [0, 26, 84, 0], spot: {name: "P", tint: 120}}', "no tint"),
        ('sun: {cmyk: [0, 26, 84], spot: {name: "P"}}', "not a press colour"),
        ('sun: {cmyk: [0, 26, 84, 0], spot: {name: "P", hue: 3}}', "part of a spot colour"),
        ('sun: {cmky: [0, 26, 84, 0], spot: {name: "P"}}', "Did you mean 'cmyk'"),
    ],
)
def test_what_is_wrong_with_an_ink_is_told_with_its_line(
    line: str, says: str, tmp_path: Path
) -> None:
    brand, diagnostics, text = changed(tmp_path, (SUN, line))
    number = text[: text.index(line)].count("\n") + 1
    told = [each for each in diagnostics.errors if says in f"{each.message} {each.hint}"]
    assert brand is None
    assert [each.where.line for each in told if each.where] == [number]


def test_one_ink_has_one_alternate(tmp_path: Path) -> None:
    second = 'sun-pale: {cmyk: [0, 20, 68, 0], spot: {name: "PANTONE 130 C", tint: 80}}'
    first = 'sun: {cmyk: [0, 26, 84, 0], spot: {name: "PANTONE 130 C"}}'
    brand, diagnostics, text = changed(tmp_path, (SUN, first), (PALE, second))
    (fault,) = diagnostics.errors
    assert brand is None
    assert "another CMYK alternate in 'sun'" in fault.message
    assert fault.where
    assert fault.where.line == text[: text.index(second)].count("\n") + 1


@pytest.mark.parametrize("name", ["Pantone 130 C", "PANTONE  130 CV", "pantone130"])
def test_an_ink_has_one_name(name: str, tmp_path: Path) -> None:
    second = f'sun-pale: {{cmyk: [0, 26, 84, 0], spot: {{name: "{name}", tint: 80}}}}'
    first = 'sun: {cmyk: [0, 26, 84, 0], spot: {name: "PANTONE 130 C"}}'
    brand, diagnostics, text = changed(tmp_path, (SUN, first), (PALE, second))
    (fault,) = diagnostics.errors
    assert brand is None
    assert f"{name!r} is 'PANTONE 130 C' in 'sun'" in fault.message
    assert fault.where
    assert fault.where.line == text[: text.index(second)].count("\n") + 1
