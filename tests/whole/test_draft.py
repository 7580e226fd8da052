"""A publication says that it is a draft until it is declared final, which takes a disclosure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from briefing.build import build, check
from briefing.diagnostics import Faults
from briefing.pipeline.work import Order
from briefing.survey.declared import DISCLOSURES
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from pathlib import Path


def declare_final(project: Path, *without: str) -> None:
    """Declare the project final, all entries of its disclosure filled but some."""
    replaced(project / "publication.toml", 'brand = "civic"', 'brand = "civic"\nfinal = true')
    book = project / "codebook.toml"
    entries = [f'{each} = "Told."' for each in DISCLOSURES if each not in without]
    text = "\n".join([book.read_text(encoding="utf-8"), "[disclosure]", *entries])
    book.write_text(text, encoding="utf-8")


def pages(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(file).pages]


def line_of(file: Path, words: str) -> int:
    """The line of a file that is just these words, from 1."""
    return file.read_text("utf-8").split("\n").index(words) + 1


def test_every_page_of_a_draft_says_so(tmp_path: Path) -> None:
    build(Order(make(tmp_path), tmp_path / "out"))
    for name in ("leaflet-screen.pdf", "leaflet-press.pdf", "slides-screen.pdf"):
        assert all("DRAFT" in words for words in pages(tmp_path / "out" / name))


def test_a_final_publication_does_not(tmp_path: Path) -> None:
    project = make(tmp_path)
    declare_final(project)
    build(Order(project, tmp_path / "out"))
    assert not any("DRAFT" in words for words in pages(tmp_path / "out" / "leaflet-press.pdf"))


def test_a_final_publication_is_not_built_while_an_entry_is_empty(tmp_path: Path) -> None:
    project = make(tmp_path)
    declare_final(project, "sponsor", "invited")
    with pytest.raises(Faults) as fault:
        build(Order(project, tmp_path / "out"))
    told = [each for each in fault.value.diagnostics if each.code == "not-final"]
    assert told[0].message == "a final publication must disclose sponsor, invited"
    assert not (tmp_path / "out" / "leaflet-screen.pdf").exists()


@pytest.mark.parametrize("entry", DISCLOSURES)
def test_no_entry_may_be_empty_and_a_reason_fills_any_of_them(tmp_path: Path, entry: str) -> None:
    project = make(tmp_path)
    declare_final(project, entry)
    (told,) = [each for each in check(Order(project)) if each.code == "not-final"]
    assert told.message == f"a final publication must disclose {entry}"
    book = project / "codebook.toml"
    assert str(told.where) == f"codebook.toml:{line_of(book, '[disclosure]')}", (
        "where it is missing"
    )
    declared = line_of(project / "publication.toml", "final = true")
    assert told.hint == (
        f'write {entry} = "…" under [disclosure], or {entry} = {{ not_published = "the reason" }}; '
        f"that it is final stands at publication.toml:{declared}"
    )
    reason = f'{entry} = {{ not_published = "Told to members alone." }}\n'
    book.write_text(book.read_text(encoding="utf-8") + "\n" + reason, encoding="utf-8")
    assert "not-final" not in {each.code for each in check(Order(project))}


def test_a_reason_lets_it_be_built_and_is_printed(tmp_path: Path) -> None:
    project = make(tmp_path)
    declare_final(project, "sponsor")
    book = project / "codebook.toml"
    reason = 'sponsor = { not_published = "Told to members alone." }\n'
    book.write_text(book.read_text(encoding="utf-8") + "\n" + reason, encoding="utf-8")
    replaced(
        project / "leaflet.md",
        "Members answered from",
        "::: {.disclosure}\n:::\n\nThey answered from",
    )
    build(Order(project, tmp_path / "out"))
    words = " ".join(" ".join(pages(tmp_path / "out" / "leaflet-screen.pdf")).split())
    assert "Not published. Told to members alone." in words


def test_a_final_publication_has_no_words_that_only_hold_a_place(tmp_path: Path) -> None:
    """What a draft says of its gaps is an error in each place where it would be printed."""
    project = make(tmp_path)
    declare_final(project)
    settings, words = project / "publication.toml", project / "leaflet.md"
    replaced(settings, 'publisher = "The Society"', 'publisher = "To be filled in"')
    replaced(project / "codebook.toml", 'sponsor = "Told."', 'sponsor = "To be filled in: who."')
    lines = words.read_text(encoding="utf-8")
    gap = "To be written: what follows. <!-- to be written, and never printed -->"
    words.write_text(f"{lines}\n{gap}\n", encoding="utf-8")
    told = [each for each in check(Order(project)) if each.code == "not-final"]
    where = {each.where.path for each in told if each.where}
    assert where == {"publication.toml", "leaflet.md", "codebook.toml"}
    (written,) = [each for each in told if each.where and each.where.path == "leaflet.md"]
    assert written.message == (
        "a final publication says 'To be written': To be written: what follows."
    )
    assert written.where
    assert written.where.line == len(lines.splitlines()) + 2
    replaced(settings, "final = true", "")
    assert "not-final" not in {each.code for each in check(Order(project))}
