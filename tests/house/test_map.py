"""The map in the README and the house itself must be the same."""

from __future__ import annotations

import re

from tests.conftest import ROOT


def mapped() -> set[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"```\nsrc/briefing/\n(.*?)```", text, re.DOTALL)
    assert block, "the README has no map that opens with src/briefing/"
    names: set[str] = set()
    for line in block[1].splitlines():
        for name in re.findall(r"[\w]+(?:\.py|/)", line[:23]):
            names.add(name)
    return names


def real() -> set[str]:
    house = ROOT / "src" / "briefing"
    packages = {f"{each.name}/" for each in house.iterdir() if (each / "__init__.py").is_file()}
    modules = {each.name for each in house.glob("*.py") if each.name != "__init__.py"}
    return packages | modules


def test_the_map_shows_the_house() -> None:
    assert mapped() == real()


def test_every_file_opens_with_a_sentence_that_says_what_it_is() -> None:
    for file in sorted((ROOT / "src" / "briefing").rglob("*.py")):
        first = file.read_text(encoding="utf-8").split("\n", 1)[0]
        assert re.match(r'"""\S.*[.:;,\w"]', first), file
