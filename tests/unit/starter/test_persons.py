"""Nothing that tells who somebody is comes out of an export: names, addresses, own words."""

from __future__ import annotations

import pytest

from briefing.starter.codebook import codebook_text
from briefing.starter.persons import ASKED, hold_people, names_a_person, reads_like_a_person
from briefing.survey.export import Column, Holds
from tests.unit.starter.asked import guessed

PEOPLE = ("Jo Bloggs", "Ann Onymous", "Max Mustermann", "Anne Personne")
BUS = "How do you travel?"


def printed(columns: dict[str, list[str]], *told: Column) -> str:
    """All that a draft can print of these cells: comments are quoted by nobody yet."""
    found = guessed(columns, *told)
    return codebook_text(found) + str(found.questions) + str(found.attributes)


@pytest.mark.parametrize(
    "head",
    [
        *("Name", "Your name (optional)", "What is your line manager's name?", "Interviewer"),
        *("Ihr Name (freiwillig)", "Vor- und Nachname", "Votre prénom", "Nom et prénom", "Enw"),
        *("Postleitzahl", "Code postal", "E-Mail-Adresse", "Geburtsdatum"),
    ],
)
def test_a_head_that_asks_who_somebody_is_leaves_its_column_out(head: str) -> None:
    cells = {head: [PEOPLE[at % 4] for at in range(80)], BUS: ["Bus", "Car"] * 40}
    assert ASKED.fullmatch(head.casefold().rstrip("?"))
    assert not [each for each in PEOPLE if each in printed(cells)]
    assert [each.reason[:8] for each in guessed(cells).left_out] == ["personal"]


@pytest.mark.parametrize(
    "head", ["What is the name of the park that you visit?", "Do you know the name of your MP?"]
)
def test_a_name_of_something_else_is_no_personal_data(head: str) -> None:
    assert not ASKED.fullmatch(head.casefold().rstrip("?"))


@pytest.mark.parametrize(
    "head", ["Who helped you most?", "Housing officer", "Wer hat Ihnen geholfen?"]
)
def test_people_whom_many_name_are_no_answers_of_a_chart(head: str) -> None:
    cells = {head: [(*PEOPLE, "nobody")[at % 5] for at in range(80)], BUS: ["Bus", "Car"] * 40}
    assert not [each for each in PEOPLE if each in printed(cells)]


def test_who_is_asked_for_in_general_stays_a_question() -> None:
    cells = {"Who should run the park?": ["The council", "A charity", "Volunteers"] * 20}
    assert [each.id for each in guessed(cells).questions] == ["q1"]


@pytest.mark.parametrize(
    "contact", ["jo@mail.example", "07700 900123", "+44 20 7946 0958", "LE16 7TT"]
)
@pytest.mark.parametrize("times", [1, 12])
def test_no_address_or_number_is_ever_printed_however_often_it_was_written(
    contact: str, times: int
) -> None:
    for head in (BUS, "Which area do you live in?", "Anything else?"):
        cells = [*["Bus"] * 40, *["Car"] * 30, *[f"call me: {contact}"] * times]
        assert contact not in printed({head: cells}) + str(guessed({head: cells}).comments)


@pytest.mark.parametrize(
    "head",
    [
        *("Do you have any other comments?", "Anything else?", "Why do you say that?"),
        *("Vos remarques", "Was möchten Sie uns noch sagen?", "Comentarios", "Sylwadau"),
    ],
)
def test_words_that_were_asked_for_are_comments_however_alike_they_are(head: str) -> None:
    found = guessed({head: ["More buses", "Ask Jo Bloggs", "", "More buses"] * 20})
    assert [each.kind.value for each in found.questions] == ["open"]
    assert len(found.comments) == 60


def test_whether_there_is_more_to_say_is_a_question_of_yes_and_no() -> None:
    found = guessed({"Do you have any other comments?": ["Yes", "No"] * 20})
    assert [each.kind.value for each in found.questions] == ["single"]


def test_another_option_without_its_question_belongs_to_that_of_its_group() -> None:
    ticks = [Column(f"Q4:{at}", "Problems?", str(at), "Q4", Holds.TICK) for at in (1, 2, 3)]
    other = Column("Q4. Other (please write in)", "Other (please write in)", "", "Q4")
    cells = {each.name: ["1", "", ""] * 20 for each in ticks}
    cells[other.name] = ["", "Jo Bloggs", "rats"] * 20
    found = guessed(cells, *ticks, other)
    assert [each.kind.value for each in found.questions] == ["multiple"]
    assert "Jo Bloggs" not in str(found.questions) + str(found.responses)
    assert set(found.responses[found.questions[0].other]) == {"", "[…]", "rats"}


@pytest.mark.parametrize(
    ("label", "named"),
    [
        *(("Jo Bloggs", True), ("Mr B", True), ("Frau Müller", True), ("Anne-Marie O'Neil", True)),
        *(("Mill Lane", False), ("Bus", False), ("On foot", False), ("NHS Trust", False)),
        ("Very Good", False),
    ],
)
def test_names_of_people_are_told_from_those_of_places(label: str, *, named: bool) -> None:
    assert reads_like_a_person(label) is named
    assert names_a_person(f"a lift from {label}") is named


def test_a_few_capitals_make_no_people() -> None:
    assert not hold_people(["Bus", "Car", "On foot", "Jo Bloggs"])
    assert hold_people(["Jo Bloggs", "Ann Onymous", "nobody"])
