"""The appendix of the model case that LibreOffice makes prints whatever is on its pages."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from briefing.diagnostics import Diagnostics
from briefing.survey.read import read_survey

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "data" / "stp-survey"


@pytest.fixture(name="modules")
def _modules(monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    monkeypatch.syspath_prepend(str(ROOT / "data" / "rebuild"))
    return importlib.import_module("appendices"), importlib.import_module("office")


def printed() -> list[str]:
    pages = PdfReader(PROJECT / "appendices" / "questionnaire.pdf").pages
    return [page.extract_text() for page in pages]


def test_the_appendix_in_the_repository_has_all_words_of_each_page(
    modules: tuple[Any, Any],
) -> None:
    appendices, office = modules
    survey = read_survey(PROJECT, Diagnostics())
    office.check_complete(appendices.questionnaire(survey.codebook), printed())


def test_a_note_without_room_and_a_page_too_many_are_errors(modules: tuple[Any, Any]) -> None:
    appendices, office = modules
    document = appendices.questionnaire(read_survey(PROJECT, Diagnostics()).codebook)
    pages = printed()
    last = document.pages()[-1][-1]
    short = [*pages[:-1], "".join(pages[-1].split()).replace("".join(last.split()), "")]
    with pytest.raises(SystemExit, match="Page 5 of The questionnaire has no room for"):
        office.check_complete(document, short)
    with pytest.raises(SystemExit, match="takes 6 pages, not 5"):
        office.check_complete(document, [*pages, last])
