"""Scales of other languages stand in the order of what they say, and are told in English."""

# ruff: noqa: RUF001 - labels have the apostrophes and dashes that forms print

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from briefing.starter.banded import bands
from briefing.starter.languages import ELSEWHERE
from briefing.starter.scales import guess_scale
from briefing.starter.topics import topic_of
from briefing.survey.apart import is_exclusive, is_other
from briefing.survey.export import Column, Holds
from briefing.survey.question import Meaning
from tests.unit.starter.asked import guessed, only

if TYPE_CHECKING:
    from briefing.starter.families import Family


def labels(*given: str) -> list[str]:
    return [each.label for each in guess_scale(dict.fromkeys(sorted(given), 5)).answers]


@pytest.mark.parametrize(
    "form",
    [
        ("Stimme voll zu", "Stimme eher zu", "Teils/teils", "Stimme nicht zu", "Weiß nicht"),
        ("Sehr zufrieden", "Eher zufrieden", "Eher unzufrieden", "Keine Angabe"),
        ("Täglich", "Mehrmals pro Woche", "Einmal im Monat", "Seltener", "Nie"),
        ("Tout à fait d’accord", "Plutôt d'accord", "Plutôt pas d'accord", "Sans opinion"),
        ("Très satisfait(e)", "Plutôt satisfait·e", "Pas du tout satisfaite"),
        ("Toujours", "Souvent", "Parfois", "Jamais", "Je ne sais pas"),
        ("Totalmente de acuerdo", "De acuerdo", "En desacuerdo", "Prefiero no decirlo"),
        ("Muy satisfecha", "Satisfecho/a", "Ni satisfecho ni insatisfecho", "Insatisfecho"),
        ("Diario: una vez al día.", "Semanal: una vez", "Mensual: una", "No lo sé"),
        ("Mucho", "Bastante", "Poco", "Nada"),
        ("Días", "Semanas", "Meses", "Años"),
        ("Cytuno'n gryf", "Tueddu i gytuno", "Anghytuno", "Ddim yn gwybod"),
        ("Menos de 18 años", "De 18 a 24 años", "De 25 a 64 años", "65 años o más"),
        ("unter 18", "18 bis 24 Jahre", "25 bis 64 Jahre", "65 Jahre und älter"),
        ("Moins de 10 000 €", "10 000 à 19 999 €", "20 000 à 29 999 €", "30 000 € et plus"),
        ("ต่ำกว่า 15,000", "15,001 - 20,000", "20,001 - 30,000", "มากกว่า 30,000"),
        ("High: all of it", "Medium: some of it", "Low: hardly any", "Don't know"),
        ("We do not run it", "Less than 6 months", "6 months to a year", "More than 2 years"),
        ("Daily", "Weekly", "Monthly", "I do not use it"),
        ("Diario: cada día", "Semanal: una vez", "Mensual: una", "No espero usarlo"),
        ("A veces, por gusto", "Raramente, sé cómo", "Nunca, no lo uso"),
        ("<= 1", "2-10", "11-50", "> 50"),
        ("0%", "1-5%", "6-10%", "Greater than 10%"),
    ],
)
def test_scales_stand_in_the_order_of_what_they_say(form: tuple[str, ...]) -> None:
    assert labels(*form) == list(form)
    assert guess_scale(dict.fromkeys(form, 5)).ordered


def test_a_scale_in_another_language_is_told_in_english() -> None:
    (net,) = guess_scale(dict.fromkeys(("Muy satisfecho", "Satisfecho", "Insatisfecho"), 5)).nets
    assert (net.label, net.says) == ("Muy satisfecho or satisfecho", "are satisfied")


def test_what_stands_behind_a_level_is_no_part_of_a_net() -> None:
    (net,) = guess_scale(
        dict.fromkeys(
            ("Diario: una vez al día.", "Semanal: una vez cada una", "A veces", "Nunca"), 5
        )
    ).nets
    assert net.label == "Diario or semanal"


def test_names_with_years_in_them_are_no_bands() -> None:
    assert not guess_scale({"Season 2019 - 2020": 5, "No": 4, "Bus 12": 3}).ordered


@pytest.mark.parametrize("family", ELSEWHERE, ids=lambda each: each.id)
def test_each_wording_stands_at_one_level(family: Family) -> None:
    known = Counter(form for words in family.levels.values() for form in words.split(" | "))
    assert [form for form, number in known.items() if number > 1] == []


@pytest.mark.parametrize(
    "label", ["Otro", "Otra opción", "Andere", "Sonstiges", "Autre : lequel ?"]
)
def test_what_a_form_did_not_think_of_is_known(label: str) -> None:
    assert is_other(label)
    assert not is_other("Otro sitio web interno o portal")


@pytest.mark.parametrize("label", ["Ninguna de las anteriores", "Keine davon", "Aucune de ces"])
def test_none_of_these_is_known(label: str) -> None:
    assert is_exclusive(label)


def test_years_are_years_though_somebody_wrote_a_day() -> None:
    assert [each.label for each in bands([28, *range(1995, 2020)] * 20)][:2] == [
        "Under 1995",
        "1995 to 1999",
    ]


@pytest.mark.parametrize(
    ("wording", "short", "opening"),
    [
        ("¿Qué usas? (marca todas las que apliquen)", "Qué usas", "¿Qué usas?"),
        ("Was nutzen Sie? (Mehrfachauswahl möglich)", "Was nutzen Sie", "Was nutzen Sie?"),
        ("How did you learn it? Choose what you used most.", "How did you learn it", ""),
        ("Have you been there? If so, did you like it?", "Have you been there? If so…", ""),
    ],
)
def test_a_question_is_called_by_what_it_asks(wording: str, short: str, opening: str) -> None:
    topic = topic_of(wording)
    assert topic.short.startswith(short.removesuffix("…"))
    assert topic.opening.startswith(opening)


def test_a_code_for_no_answer_is_a_way_out() -> None:
    meanings = {e.label: e.meaning for e in guess_scale({"a": 5, "b": 3, "no_answer": 2}).answers}
    assert meanings["no_answer"] is Meaning.DONT_KNOW


def test_options_that_nobody_ticked_are_on_the_form_all_the_same() -> None:
    rows = {"Q [Cat]": ["Cat", "", "Cat"], "Q [Dog]": ["", "Dog", "Dog"], "Q [Eel]": ["", "", ""]}
    told = [Column(each, "Q", each[3:6], "Q", Holds.TICK) for each in rows]
    assert [each.label for each in only(rows, *told).items] == ["Cat", "Dog", "Eel"]


def test_who_recommends_is_told_in_any_of_these_languages() -> None:
    wording = "¿Qué tan probable es que nos recomiendes?"
    nets = guess_scale({str(each): 3 for each in range(11)}, wording=wording).nets
    assert [each.label for each in nets] == ["9 or 10", "0 to 6"]


@pytest.mark.parametrize(
    ("asked", "cells", "kind"),
    [
        ("In welchem Stadtteil wohnen Sie?", ["Nord", "Süd", "Altstadt", "West"], "area"),
        ("Dans quel quartier habitez-vous ?", ["Nord", "Sud", "Centre", "Ouest"], "area"),
        ("¿En qué barrio vive usted?", ["Norte", "Sur", "Centro", "Oeste"], "area"),
        ("Ym mha ardal ydych chi'n byw?", ["Gogledd", "De", "Canol", "Gorllewin"], "area"),
        ("Quel est votre âge ?", ["19", "34", "58", "71"], "age"),
        ("Beth yw eich oedran?", ["19", "34", "58", "71"], "age"),
    ],
)
def test_where_and_how_old_people_are_is_about_them_in_any_of_the_languages(
    asked: str, cells: list[str], kind: str
) -> None:
    found = guessed({"How good is it?": ["Good", "Poor"] * 60, asked: cells * 30})
    assert [each.id for each in found.attributes] == [kind]
