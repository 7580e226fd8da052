from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from briefing.survey.toml_lines import key_lines, line_of

TEXT = '''\
# a comment with = and [brackets]
title = "one # not a comment"

[survey.sub]
"quoted key" = 1
list = [
    "a",  # why
    { inner = "deep" },
]
words = """
[not.a.table]
key = "no"
"""
path = 'C:\\'
[[wording]]
text = "first"
[[wording]]
text = "second"
[wording.more]
a.b = { c = 2, d = [1, 2] }
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("survey", "sub"), 4),
        (("survey", "sub", "quoted key"), 5),
        (("survey", "sub", "list"), 6),
        (("survey", "sub", "list", "1", "inner"), 8),
        (("survey", "sub", "words"), 10),
        (("survey", "sub", "path"), 14),
        (("wording", "0", "text"), 16),
        (("wording", "1", "text"), 18),
        (("wording", "1", "more", "a", "b", "d"), 20),
    ],
)
def test_key_is_found_on_its_line(path: tuple[str, ...], line: int) -> None:
    assert key_lines(TEXT)[path] == line


def test_what_stands_in_a_string_is_no_key() -> None:
    assert ("not", "a", "table") not in key_lines(TEXT)


def test_missing_key_is_placed_at_its_table() -> None:
    assert line_of(key_lines(TEXT), ("survey", "sub", "absent")) == 4
    assert line_of(key_lines(TEXT), ("nowhere",)) == 0


def paths_of(value: Any, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    found = {path} if path else set()
    if isinstance(value, dict):
        for key, inner in value.items():
            found |= paths_of(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            found |= paths_of(inner, (*path, str(place)))
    return found


@pytest.mark.parametrize(
    "file", ["data/stp-survey/codebook.toml", "tests/projects/leisure/codebook.toml"]
)
def test_every_key_that_tomllib_reads_has_a_line_that_holds_it(file: str) -> None:
    text = (Path(__file__).parents[3] / file).read_text(encoding="utf-8")
    lines, written = key_lines(text), text.splitlines()
    named = {path for path in paths_of(tomllib.loads(text)) if not path[-1].isdigit()}
    assert named
    for path in named:
        assert path[-1] in written[lines[path] - 1], path
