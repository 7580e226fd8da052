"""What the house never does: read the clock, roll dice, run words, or leave a kind unlisted."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

import briefing.blocks
import briefing.charts
import briefing.profiles
from briefing.blocks import CATALOGUE as BLOCKS
from briefing.blocks.heading import Heading, Icon
from briefing.blocks.model import Block
from briefing.blocks.tabled import TabledChart
from briefing.charts import CATALOGUE as CHARTS
from briefing.charts.model import Chart
from briefing.profiles import PROFILES, Profile
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

HOUSE = ROOT / "src" / "briefing"
FILES = sorted(HOUSE.rglob("*.py"))
BANNED_MODULES = {
    *("random", "uuid", "secrets", "tempfile", "time", "socket", "urllib", "http", "requests"),
    *("subprocess", "pickle", "marshal", "shelve", "locale", "getpass", "platform"),
}
"""Modules by which the same input could give other bytes, or anything leave the machine."""
BANNED_CALLS = {
    *("id", "hash", "eval", "exec", "compile", "__import__", "input", "open"),
    *("now", "utcnow", "today", "getrandom", "urandom", "getpid", "system", "popen"),
    *("uuid1", "uuid4", "default_rng", "shuffle", "sample", "mtime", "stat", "iterdir", "listdir"),
}
ALLOWED = {
    "clock.py": {"environ", "now"},  # the one place where time enters
    "publish.py": {"tempfile"},  # files are written aside, then put in their places
    "cli.py": {"environ"},  # how many threads the linear algebra takes
    "starter/start.py": {"tempfile"},  # files are written aside, then put in their places
    "survey/formats/apart.py": {"subprocess", "pickle"},  # what a library cannot survive, it can
    "content/pictures.py": {"open", "stat"},  # of a picture that the project names: its size
    "pdf/pictures.py": {"open"},  # likewise
    "preflight/samples.py": {"open"},  # of a picture within a file that is judged
}


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (each.name.split(".")[0] for each in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield (node.module or "").split(".")[0]


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Name):
        return node.func.id
    if not isinstance(node.func, ast.Attribute):
        return ""
    regular = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
    return "" if regular else node.func.attr


@pytest.mark.parametrize("file", FILES, ids=lambda each: str(each.relative_to(HOUSE)))
def test_nothing_is_asked_that_changes_from_run_to_run(file: Path) -> None:
    allowed = ALLOWED.get(str(file.relative_to(HOUSE)), set())
    for node in ast.walk(tree(file)):
        for module in imported(node):
            assert module not in BANNED_MODULES - allowed, f"line {node.lineno}"  # type: ignore[attr-defined]
        name = called(node)
        assert name not in BANNED_CALLS - allowed, f"{name} on line {node.lineno}"  # type: ignore[attr-defined]
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"}:
            assert node.attr in allowed, f"line {node.lineno}"


def test_the_look_out_for_banned_calls_is_awake() -> None:
    words = "import random\nx = id(y)\nz = datetime.now()\nwith p.open() as f: pass\n"
    nodes = list(ast.walk(ast.parse(words)))
    assert {name for node in nodes for name in imported(node)} == {"random"}
    assert {called(node) for node in nodes if called(node)} == {"id", "now", "open"}


def named_signs(file: Path) -> Iterator[str]:
    """The signs beyond ASCII that a module gives a name of its own."""
    for node in tree(file).body:
        if not isinstance(node, ast.Assign):
            continue
        several = isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple)
        for value in node.value.elts if several else [node.value]:  # type: ignore[attr-defined]
            text = value.value if isinstance(value, ast.Constant) else None
            if isinstance(text, str) and len(text) == 1 and not text.isascii():
                yield text


def test_a_sign_has_one_name_in_the_house() -> None:
    names = Counter(sign for file in FILES for sign in named_signs(file))
    assert names
    assert {hex(ord(sign)): times for sign, times in names.items() if times > 1} == {}


# -- catalogues ------------------------------------------------------------------------------------


def modules(package: ModuleType) -> Iterator[ModuleType]:
    for each in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(each.name)


def concrete(package: ModuleType, kind: type) -> set[type]:
    """The kinds that the files of a package define and that can be made."""
    return {
        found
        for module in modules(package)
        for _, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__
        and issubclass(found, kind)
        and not inspect.isabstract(found)
    }


def test_every_kind_of_chart_is_in_the_catalogue() -> None:
    assert concrete(briefing.charts, Chart) == set(CHARTS)


def test_every_kind_of_block_that_can_be_written_is_in_the_catalogue() -> None:
    found = concrete(briefing.blocks, Block) - {TabledChart}  # stands where a chart would
    assert found == {*BLOCKS, Heading, Icon}


def test_every_profile_is_in_the_catalogue() -> None:
    found = {
        value.name
        for module in modules(briefing.profiles)
        for value in vars(module).values()
        if isinstance(value, Profile)
    }
    assert found == {each.name for each in PROFILES}
    files = {each.stem for each in (HOUSE / "profiles").glob("*.py")} - {
        "__init__",
        "model",
        "rules",
    }
    assert files == found


@pytest.mark.parametrize("catalogue", [BLOCKS, CHARTS], ids=["blocks", "charts"])
def test_names_are_given_once(catalogue: tuple[type[Block | Chart], ...]) -> None:
    names = [each.kind for each in catalogue]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("kind", [*BLOCKS, *CHARTS], ids=lambda each: each.__name__)
def test_every_kind_says_what_it_is(kind: type[Block | Chart]) -> None:
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}("), "the docstring of a dataclass"


def test_the_code_knows_no_survey_in_particular() -> None:
    """Pages come from masters, blocks and words: nothing of the model case stands in the code."""
    told = re.compile(r"\bSTPs?\b|councillor|health and wellbeing", re.IGNORECASE)
    found = [file.name for file in FILES if told.search(file.read_text(encoding="utf-8"))]
    assert not found
