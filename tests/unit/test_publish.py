"""Publishing: digests that can be checked, all or nothing."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from briefing import __version__
from briefing.diagnostics import Source
from briefing.publish import Made, manifest, publish

if TYPE_CHECKING:
    from pathlib import Path

HERE = Source("words.md", 3)
PDF = Made("leaflet-screen.pdf", b"%PDF-1.7", "leaflet", "screen", 2)
LEDGER = Made.text("claims.csv", "document,page\nleaflet,Gŵyr\n")


def test_text_is_written_as_utf_8() -> None:
    assert LEDGER.content.decode("utf-8").endswith("Gŵyr\n")
    assert LEDGER.size == len("document,page\nleaflet,Gŵyr\n") + 1


def test_a_manifest_names_files_and_inputs_by_their_digests() -> None:
    made = manifest([PDF, LEDGER], {"words.md": b"b", "codebook.toml": b"a"})
    facts = json.loads(made.content)
    assert made.name == "manifest.json"
    assert facts["briefing"] == __version__
    assert facts["files"][0] == {
        "name": "leaflet-screen.pdf",
        "document": "leaflet",
        "profile": "screen",
        "pages": 2,
        "bytes": 8,
        "sha256": hashlib.sha256(b"%PDF-1.7").hexdigest(),
    }
    assert set(facts["files"][1]) == {"name", "bytes", "sha256"}
    assert [each["path"] for each in facts["inputs"]] == ["codebook.toml", "words.md"]
    assert facts["inputs"][0]["sha256"] == hashlib.sha256(b"a").hexdigest()


def test_a_manifest_does_not_depend_on_the_order_of_inputs() -> None:
    inputs = {"a": b"1", "b": b"2"}
    backwards = dict(reversed(inputs.items()))
    assert manifest([PDF], inputs) == manifest([PDF], backwards)


def test_files_are_put_into_a_folder_that_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "build" / "society"
    publish([PDF, LEDGER], folder)
    assert sorted(each.name for each in folder.iterdir()) == ["claims.csv", "leaflet-screen.pdf"]
    assert (folder / "claims.csv").read_bytes() == LEDGER.content


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    publish([PDF], tmp_path)
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_a_file_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / PDF.name).write_bytes(b"the earlier one")
    nowhere = Made("no/such/folder.pdf", b"")
    with pytest.raises(OSError, match="folder"):
        publish([PDF, nowhere], tmp_path)
    assert (tmp_path / PDF.name).read_bytes() == b"the earlier one"
    assert [each.name for each in tmp_path.iterdir()] == [PDF.name]


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(FileExistsError):
        publish([PDF], tmp_path / "out")
