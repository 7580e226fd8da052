"""publication.toml: what is read from it, and where its faults are."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from briefing.content.project import PROFILES, read_project
from briefing.diagnostics import Diagnostics, Faults
from briefing.profiles import PROFILES as ALL_PROFILES
from briefing.survey.export import Choices

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """\
[publication]
title = "In the know"
publisher = "The Federation"
date = 2017-07-01
brand = "civic"

[survey]
codebook = "codebook.toml"
responses = "responses.csv"

[documents.briefing]
words = "briefing.md"
format = "a4"
profiles = ["screen", "press"]
binding = "saddle"

[documents.report]
words = "report.md"
format = "slide"
title = "Full report"
percent = "%"

[[documents.report.appendices]]
letter = "D"
title = "Questionnaire"
file = "appendices/d.pdf"

[[documents.report.appendices]]
letter = "E"
title = "Tables"
file = "appendices/e.pdf"
press = ""

[[documents.report.appendices]]
letter = "F"
title = "More"
file = "appendices/e.pdf"
press = "appendices/d.pdf"
folio = false
"""
FILES = (
    "codebook.toml",
    "responses.csv",
    "briefing.md",
    "report.md",
    "tables.md",
    "appendices/d.pdf",
    "appendices/e.pdf",
)


def folder(tmp_path: Path, text: str) -> Path:
    home = tmp_path / "project"
    (home / "appendices").mkdir(parents=True)
    for name in FILES:
        (home / name).write_text("x", encoding="utf-8")
    (tmp_path / "outside.md").write_text("x", encoding="utf-8")
    (home / "publication.toml").write_text(text, encoding="utf-8")
    return home


def test_a_project_is_read_with_its_defaults(tmp_path: Path) -> None:
    project = read_project(folder(tmp_path, SOUND), Diagnostics())
    settings = project.settings
    assert (settings.language, settings.date, settings.date_words) == (
        "en-GB",
        date(2017, 7, 1),
        "July 2017",
    )
    assert not settings.final
    assert project.survey.comments == "comments.csv"
    briefing, report = project.documents
    assert (briefing.name, briefing.title, briefing.percent) == (
        "briefing",
        "In the know",
        "per cent",
    )
    assert (briefing.profiles, briefing.binding) == (("screen", "press"), "saddle")
    assert (report.title, report.percent, report.profiles) == ("Full report", "%", ("screen",))


def test_an_appendix_may_have_another_file_for_the_press_or_none(tmp_path: Path) -> None:
    project = read_project(folder(tmp_path, SOUND), Diagnostics())
    d, e, f = project.documents[1].appendices
    assert d.press == d.file
    assert e.press is None
    assert f.press
    assert f.file
    assert (f.press.name, f.file.name) == ("d.pdf", "e.pdf")
    assert d.anchor == "appendix-d"
    assert (d.folio, e.folio, f.folio) == (True, True, False)
    assert (d.where.path, d.where.line) == ("publication.toml", 23)


def test_what_becomes_of_an_appendix_is_the_projects_to_say(tmp_path: Path) -> None:
    described = 'untagged = "describe"\ndescription = "Who was asked,\\n and how."'
    told = f'{described}\nsize = "fit"\nfolio = false'
    text = SOUND.replace("folio = false", told)
    d, _, f = read_project(folder(tmp_path, text), Diagnostics()).documents[1].appendices
    assert (d.description, d.fit) == ("", False)
    assert (f.description, f.fit) == ("Who was asked, and how.", True)


E_SET = SOUND.replace('file = "appendices/e.pdf"\npress = ""', 'words = "tables.md"')


def test_an_appendix_may_be_words_that_the_build_sets(tmp_path: Path) -> None:
    project = read_project(folder(tmp_path, E_SET), Diagnostics())
    e = project.documents[1].appendices[1]
    assert (e.words, e.file, e.press, e.screen_only) == ("tables.md", None, None, False)
    assert "tables.md" in project.inputs


def test_the_press_may_go_without_an_appendix_that_is_set(tmp_path: Path) -> None:
    text = E_SET.replace('words = "tables.md"', 'words = "tables.md"\npress = ""')
    e = read_project(folder(tmp_path, text), Diagnostics()).documents[1].appendices[1]
    assert e.screen_only


@pytest.mark.parametrize(
    ("words", "told", "message", "remedy"),
    [
        (
            'words = "tables.md"\nfile = "appendices/e.pdf"',
            "31 project-value",
            "both file and words",
            "keep one: words",
        ),
        ("", "28 project-missing-key", "needs file or words", 'add one: words = "….md"'),
        ('words = "table.md"', "31 project-file", "no file 'table.md'", "tables.md"),
        ('words = "../outside.md"', "31 project-path", "leads out of", "copy the file"),
        ('words = "report.md"', "28 project-value", "set more than once", "of its own"),
        ("words = 7", "31 project-value", "must be text", ""),
        ('words = "tables.md"\nsize = "fit"', "32 project-value", "made elsewhere", "take it out"),
        ('words = "tables.md"\nfolio = false', "32 project-value", "elsewhere", "take it out"),
        (
            'words = "tables.md"\npress = "appendices/e.pdf"',
            "32 project-value",
            "press is for PDFs",
            'press = ""',
        ),
    ],
)
def test_what_an_appendix_cannot_be_is_told_with_its_remedy(
    tmp_path: Path, words: str, told: str, message: str, remedy: str
) -> None:
    home = folder(tmp_path, E_SET.replace('words = "tables.md"', words))
    with pytest.raises(Faults) as caught:
        read_project(home, Diagnostics())
    (fault,) = caught.value.diagnostics
    assert f"{fault.where} {fault.code}" == f"publication.toml:{told}"
    assert message in fault.message
    assert remedy in fault.hint


def test_the_inputs_are_listed_once_each(tmp_path: Path) -> None:
    project = read_project(folder(tmp_path, SOUND), Diagnostics())
    assert project.inputs == ("publication.toml", *(each for each in FILES if each != "tables.md"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('title = "In the know"', "", "1 project-missing-key"),
        ('title = "In the know"', "title = 7", "2 project-value"),
        ("date = 2017-07-01", "", "1 project-missing-key"),
        ("date = 2017-07-01", 'date = "July"', "4 project-value"),
        ("date = 2017-07-01", "date = 2017-07-01T00:00:00", "4 project-value"),
        ('brand = "civic"', 'brand = "civic"\ncolour = "red"', "6 project-unknown-key"),
        ('brand = "civic"', 'brand = "civic"\nfinal = "no"', "6 project-value"),
        ("[survey]", "[survay]", "0 project-missing-key, 7 project-unknown-key"),
        ('"codebook.toml"', '"../codebook.toml"', "8 project-path"),
        ('"codebook.toml"', '"/etc/passwd"', "8 project-path"),
        ('"codebook.toml"', '"appendices\\\\..\\\\x"', "8 project-path"),
        ('"codebook.toml"', '"code\\u0000book.toml"', "8 project-path"),
        ('"codebook.toml"', f'"{"a" * 300}"', "8 project-file"),
        ('"codebook.toml"', '"codebok.toml"', "8 project-file"),
        ('"codebook.toml"', '"appendices"', "8 project-file"),
        ('"briefing.md"', '"link.md"', "12 project-path"),
        ('["screen", "press"]', '"screen"', "14 project-value"),
        ('["screen", "press"]', '["screen", 1]', "14 project-value"),
        ('["screen", "press"]', '["screen", "pres"]', "14 project-value"),
        ('["screen", "press"]', '["proof"]', "14 project-value"),
        ('brand = "civic"', 'brand = "civic"\nlanguage = "English"', "6 project-value"),
        ("[documents.briefing]", '[documents."a/b"]', "11 project-value"),
        ("[documents.briefing]", "[documents.Report]", "17 project-value"),
        ("[documents.briefing]", "[documents.report]", "17 project-toml"),
        ('"saddle"', '"glue"', "15 project-value"),
        ('percent = "%"', 'percent = "percent"', "21 project-value"),
        ('letter = "E"', 'letter = "D"', "23 project-value, 28 project-value"),
        ('letter = "D"', 'letter = "d"', "23 project-value"),
        ("folio = false", 'size = "shrink"', "39 project-value"),
        ("folio = false", 'untagged = "keep"', "39 project-value"),
        ("folio = false", 'untagged = "describe"', "39 project-missing-key"),
        ("folio = false", 'description = "Words"', "39 project-value"),
        ('file = "appendices/d.pdf"', "", "23 project-missing-key"),
        ("[documents.briefing]", "[documents.briefing", "11 project-toml"),
    ],
)
def test_a_fault_stands_on_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert SOUND.count(old) == 1
    home = folder(tmp_path, SOUND.replace(old, new))
    (home / "link.md").symlink_to(tmp_path / "outside.md")
    with pytest.raises(Faults) as caught:
        read_project(home, Diagnostics())
    found = [(each.where.line if each.where else 0, each.code) for each in caught.value.diagnostics]
    wanted = re.findall(r"(\d+) ([\w-]+)", expected)
    assert set(found) == {(int(line), code) for line, code in wanted}


def test_a_project_without_documents_publishes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Faults, match="no document"):
        read_project(folder(tmp_path, SOUND.partition("[documents")[0]), Diagnostics())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[documents.briefing]", "[[documents]]", "documents must be a table"),
        ("[documents.briefing]", "[words]\nbase = 3\n[documents.briefing]", "text in quotes"),
    ],
)
def test_a_value_of_another_kind_is_told_by_its_own_name(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = SOUND.replace(old, new).partition("[documents.report]")[0]
    with pytest.raises(Faults) as caught:
        read_project(folder(tmp_path, text), Diagnostics())
    first = next(iter(caught.value.diagnostics))
    assert first.message.startswith(("documents must", "words.base must"))
    assert told in first.message
    assert not first.hint, "nothing else could have been meant"


def test_a_folder_without_the_file_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(Faults, match=r"has no publication\.toml"):
        read_project(tmp_path, Diagnostics())


def test_a_folder_that_is_not_there_is_told_as_that(tmp_path: Path) -> None:
    with pytest.raises(Faults, match=f"there is no folder {tmp_path / 'nowhere'}"):
        read_project(tmp_path / "nowhere", Diagnostics())


def test_a_file_is_no_project(tmp_path: Path) -> None:
    home = folder(tmp_path, SOUND)
    with pytest.raises(Faults, match="is a file") as caught:
        read_project(home / "publication.toml", Diagnostics())
    (told,) = caught.value.diagnostics
    assert told.hint == "name the folder that holds publication.toml"


def test_what_is_no_toml_is_told_with_where_to_look(tmp_path: Path) -> None:
    for old, new, wanted in (
        ('brand = "civic"', "brand = civic", "Look for a missing quote"),
        ("[documents.briefing]", "[documents.report]", "take one of the two out"),
    ):
        with pytest.raises(Faults) as caught:
            read_project(folder(tmp_path / wanted, SOUND.replace(old, new)), Diagnostics())
        (told,) = caught.value.diagnostics
        assert wanted in told.hint
        assert "line" not in told.message  # the place says it


def test_documents_can_list_every_kind_of_file_but_the_proof() -> None:
    assert [each.name for each in ALL_PROFILES if not each.shows_making] == list(PROFILES)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "publication.toml").write_bytes('title = "Gŵyr"'.encode("utf-16"))
    with pytest.raises(Faults, match="not UTF-8"):
        read_project(tmp_path, Diagnostics())


def test_abbreviations_are_read_with_their_lines(tmp_path: Path) -> None:
    text = f'{SOUND}\n[abbreviations]\nSTP = "Sustainability and Transformation Partnership"\n'
    project = read_project(folder(tmp_path, text), Diagnostics())
    (found,) = project.abbreviations
    assert (found.name, found.words) == ("STP", "Sustainability and Transformation Partnership")
    assert found.where.line == text.count("\n")


@pytest.mark.parametrize("entry", ['"two words" = "x"', 'STP = ""', "STP = 3"])
def test_an_abbreviation_is_one_word_that_stands_for_some(tmp_path: Path, entry: str) -> None:
    with pytest.raises(Faults):
        read_project(folder(tmp_path, f"{SOUND}\n[abbreviations]\n{entry}\n"), Diagnostics())


def test_a_project_chooses_a_sheet_and_what_becomes_of_partial_replies(tmp_path: Path) -> None:
    chosen = SOUND.replace("[documents.b", 'sheet = "Data"\npartial = "leave_out"\n[documents.b', 1)
    project = read_project(folder(tmp_path, chosen), Diagnostics())
    assert project.survey.choices == Choices("Data", leave_out_partial=True, partial_settled=True)


def test_data_beside_metadata_are_an_input(tmp_path: Path) -> None:
    home = folder(tmp_path, SOUND.replace("responses.csv", "responses.sss"))
    (home / "responses.asc").write_text("1\n", encoding="utf-8")
    (home / "responses.sss").write_text(
        '<sss><survey><record ident="A"/></survey></sss>', encoding="utf-8"
    )
    inputs = read_project(home, Diagnostics()).inputs
    assert inputs[1:4] == ("codebook.toml", "responses.sss", "responses.asc")
