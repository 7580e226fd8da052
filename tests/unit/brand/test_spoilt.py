"""Brand files in which each fault is expected where it stands: all are told, each at its line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from tests.conftest import ROOT

FILES = sorted((Path(__file__).parent / "spoilt").glob("*.yml"))
EXPECTED = re.compile(r"# expect: ([a-z\- ]+)$")
STROKED = '<path d="M0 0 L9 9" stroke="black"/>'
FILLED = '<path d="M0 0 L9 0 L9 9 Z" fill="purple"/>'


def drawing(shapes: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{shapes}</svg>'


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.stem)
def test_every_fault_is_told_where_it_stands(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "spoilt"
    shutil.copytree(ROOT / "styles" / "heritage", folder)
    (folder / "stroked.svg").write_text(drawing(STROKED), encoding="utf-8")
    (folder / "filled.svg").write_text(drawing(FILLED), encoding="utf-8")
    text = file.read_text(encoding="utf-8")
    (folder / "_brand.yml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    read_brand(folder, diagnostics)
    told = {(each.where.line if each.where else 0, each.code) for each in diagnostics}
    expected = {
        (number, code)
        for number, line in enumerate(text.splitlines(), start=1)
        if (found := EXPECTED.search(line))
        for code in found[1].split()
    }
    assert told == expected, "\n".join(str(each) for each in diagnostics)
    assert all(each.hint or each.code == "brand-value" for each in diagnostics)


SLIPS = [
    (
        "bold_italic: semibold-italic}\n      strong",
        "bolditalic: semibold-italic}\n      strong",
        [
            ("      text: {roman", "brand-key", "'bolditalic'", "'bold_italic'"),
        ],
    ),
    (
        "text: {roman: regular,",
        "text: {roman: regulr,",
        [
            ("      text: {roman", "brand-unknown", "'regulr'", "'regular'"),
        ],
    ),
    (
        "      text: {roman: regular, bold: semibold",
        "      txt: {roman: regular, bold: semibold",
        [("    families:", "brand-missing", "no family 'text'", "roman")],
    ),
    (
        "regular: fonts/SourceSans3-Regular.ttf",
        "regular: mark.svg",
        [
            ("      regular:", "brand-font", "no font", ".ttf"),
        ],
    ),
    (
        "regular: fonts/SourceSans3-Regular.ttf",
        "regular: ../fonts/Regular.ttf",
        [
            ("      regular:", "brand-font", "no font file", "folder"),
        ],
    ),
    (
        "Bold.ttf, fallback: [bold]}",
        "Bold.ttf, fallback: [display]}",
        [
            (
                "      display: {file",
                "brand-unknown",
                "'display' is no other face",
                "display-semibold",
            ),
        ],
    ),
    (
        "  palette:\n",
        "  pallete:\n",
        [
            ("color:", "brand-missing", "color.palette is missing", "mapping"),
            ("  pallete:", "brand-key", "'pallete'", "'palette'"),
        ],
    ),
    (
        'ember: "#BC4318"',
        "ember: #BC4318",
        [
            ("    ember:", "brand-colour", "empty", "in quotation marks"),
        ],
    ),
    (
        "petrol: [96, 50, 45, 48]",
        "petrol: [0.96, 0.5, 0.45, 0.48]",
        [
            ("      petrol: [0.96", "brand-ink", "next to no ink", "in per cent"),
        ],
    ),
    (
        "paper: [0, 0, 0, 0]",
        "paper: [10, 0, 0, 0]",
        [
            ("      paper: [10", "brand-ink", "the stock", "[0, 0, 0, 0]"),
        ],
    ),
    (
        "quiet: quiet, accent: ember, rule: rule, tint: mist}",
        "quiet: quiet, rule: rule, tint: mist}",
        [("      paper: {ground", "brand-missing", "'accent' is missing here", "ember")],
    ),
    (
        "sequence: [petrol, teal, lagoon, coral]",
        "sequence: [petrol]",
        [
            ("      sequence:", "brand-value", "two names or more", ""),
        ],
    ),
    (
        "96, 277], takes: [subheading, paragraph, list, callout, note, words]",
        "96, 277], takes: [note]",
        [
            ("            half:", "brand-place", "beside the empty place of a chart", "without"),
        ],
    ),
    (
        "baseline: 3.625}",
        "baseline: 14.5}",
        [
            ("        grid: {left: 16", "brand-style", "too coarse", "3.6"),
        ],
    ),
    (
        "          cover.headline:",
        "          covr.headline:",
        [
            ("          covr.headline:", "brand-style", "'covr.headline'", "styles"),
        ],
    ),
    (
        "- {gap: 0.5, size: 0.96}",
        "- {gap: 0.5, size: 1.96}",
        [
            ("          - {gap: 0.5, size: 1.96}", "brand-value", "from 0.25 to 1", ""),
        ],
    ),
    (
        "words: {at: [1, 12, 78, 277]",
        "words: {box: [0, 0, 1, 1], at: [1, 12, 78, 277]",
        [
            ("                words: {box: [0", "brand-place", "two places", "`box`"),
        ],
    ),
    (
        "seams: [[72, 78]]",
        "seams: [[10, 12]]",
        [
            ("              seams: [[10, 12]]", "brand-place", "no area ends", "begin"),
        ],
    ),
    (
        "grounds: [{box: [0, 0, 210, 84], colour: sun}]",
        "grounds: [{box: [0, 0, 210, 84]}]",
        [
            ("              grounds: [{box: [0, 0, 210, 84]}]", "brand-missing", "'colour'", "sun"),
        ],
    ),
]


@pytest.mark.parametrize(("sound", "slip", "expected"), SLIPS, ids=lambda each: str(each)[:40])
def test_one_slip_is_told_once_where_it_is_with_a_remedy(
    sound: str, slip: str, expected: list[tuple[str, str, str, str]], tmp_path: Path
) -> None:
    """No slip makes faults elsewhere that hide it; what stands out of order may follow of it."""
    folder = tmp_path / "slip"
    shutil.copytree(ROOT / "styles" / "civic", folder)
    text = (folder / "_brand.yml").read_text(encoding="utf-8")
    assert sound in text
    text = text.replace(sound, slip, 1)
    (folder / "_brand.yml").write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    read_brand(folder, diagnostics)
    lines = text.splitlines()
    told = [each for each in diagnostics if each.code != "brand-tones"]
    at = {(each.where.line, each.code) for each in told if each.where}
    assert len(at) == len(expected), [str(each) for each in diagnostics]
    for line, code, message, hint in expected:
        assert any(
            lines[each.where.line - 1].startswith(line)
            and each.code == code
            and message in each.message
            and hint in each.hint
            for each in told
            if each.where
        ), [str(each) for each in diagnostics]
