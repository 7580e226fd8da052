"""However a brand file is spoilt, its reader does not crash, and tells faults with their place."""

from __future__ import annotations

import json
import shutil
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.brand.read import read_brand
from briefing.diagnostics import Diagnostics
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

STYLES = ROOT / "styles"
NAMES = ("civic", "heritage")
ANY = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from(["", "ink", "#fff", "#12", "none", "../x.ttf", "mark.svg", "a\nb"]),
    st.text(max_size=6),
    st.just([]),
    st.just({}),
    st.lists(st.integers(-400, 400), max_size=5),
    st.dictionaries(st.text(max_size=4), st.integers(-9, 9), max_size=2),
    st.just({"at": [1, 99, 0, 1e9], "takes": "chart"}),
    st.just([[[]]]),
)
QUICK = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@cache
def written(name: str) -> str:
    return (STYLES / name / "_brand.yml").read_text(encoding="utf-8")


@cache
def plain(name: str) -> str:
    """The same values as JSON, which is YAML too and quick to take to pieces."""
    return json.dumps(yaml.safe_load(written(name)))


@cache
def places(name: str) -> tuple[tuple[str | int, ...], ...]:
    return tuple(_places(json.loads(plain(name)), ()))


def _places(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    items: list[tuple[Any, Any]] = []
    if isinstance(value, dict | list):
        items = list(value.items() if isinstance(value, dict) else enumerate(value))
    for key, each in items:
        yield from _places(each, (*path, key))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for name in NAMES:
        made[name] = tmp_path_factory.mktemp("styles") / name
        shutil.copytree(STYLES / name, made[name])
    return made


def read(folder: Path, text: str) -> None:
    """Read a brand with this file: a brand without errors, or errors that all have their place."""
    (folder / "_brand.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    diagnostics = Diagnostics()
    brand = read_brand(folder, diagnostics)
    assert (brand is None) == bool(diagnostics.errors)
    lines = text.count("\n") + 2
    for each in diagnostics:
        assert each.where is not None, each
        assert each.where.path == f"{folder.name}/_brand.yml"
        assert 1 <= each.where.line <= lines, each
        assert each.message
        assert each.code.startswith("brand-")


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(data=st.data())
def test_a_wrong_value_anywhere_is_told(
    name: str, folders: dict[str, Path], data: st.DataObject
) -> None:
    values = json.loads(plain(name))
    for path in data.draw(st.lists(st.sampled_from(places(name)), min_size=1, max_size=3)):
        holder: Any = values
        for key in path[:-1]:
            holder = holder[key] if _has(holder, key) else None
        if _has(holder, path[-1]):
            holder[path[-1]] = data.draw(ANY)
    text = json.dumps(values, indent=1)
    read(folders[name], text.replace("NaN", ".nan").replace("Infinity", ".inf"))


def _has(holder: Any, key: Any) -> bool:
    if isinstance(holder, dict):
        return key in holder
    return isinstance(holder, list) and isinstance(key, int) and key < len(holder)


@pytest.mark.parametrize("name", NAMES)
@QUICK
@given(data=st.data())
def test_a_spoilt_line_anywhere_is_told(
    name: str, folders: dict[str, Path], data: st.DataObject
) -> None:
    lines = written(name).splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    line = lines[place]
    lines[place : place + 1] = data.draw(
        st.sampled_from(
            [
                [],
                [line, line],
                [f"\t{line.strip()}"],
                [f"  {line}"],
                [line.strip()],
                [line.replace(":", "", 1)],
                [line.replace("[", "", 1)],
                [line.replace('"', "", 1)],
                [line.replace("&", "*", 1)],
                [line.replace("*", "&", 1)],
                [line[: len(line) // 2]],
                [f"{line} !!python/object:os.system"],
                [line.replace(": ", ": !!binary ", 1)],
                [f"{line}\x07"],
            ]
        )
    )
    read(folders[name], "\n".join(lines) + "\n")


@QUICK
@given(text=st.text(max_size=200))
def test_any_text_at_all_is_read_or_told(folders: dict[str, Path], text: str) -> None:
    read(folders["civic"], text.replace("\r", ""))
