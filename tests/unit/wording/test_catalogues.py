"""The catalogues of the engine's words: complete in every language, used, and called rightly."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

import briefing
from briefing.charts.highlight import Highlight
from briefing.charts.telling import of_single
from briefing.tables.model import Head, Part
from briefing.wording import LANGUAGES, apart, catalogue, completed, speak, wording
from briefing.wording.catalogue import entries_of
from briefing.wording.model import ENTRIES, Counted, Phrase
from tests.unit.charts.tabled import single

HOME = Path(briefing.__file__).parent
FORMS = {"de": {"one", "other"}, "fr": {"one", "other"}, "en": {"one", "other"}}
CHOSEN = ("disclosed_", "stacked_")
"""Entries that are taken by a name made elsewhere."""


def test_every_file_is_a_language_that_is_known() -> None:
    assert sorted(each.stem for each in (HOME / "wording").glob("*.toml")) == list(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_places(language: str) -> None:
    told = entries_of(language)
    assert list(told) == list(entries_of("en")), "the same entries in the same order"
    _, faults, missing = completed(language, told)
    assert (faults, missing) == ((), ())


@pytest.mark.parametrize("language", sorted(FORMS))
def test_what_is_counted_has_the_forms_that_the_language_has(language: str) -> None:
    for name, kind in ENTRIES.items():
        if kind == "Counted":
            assert set(entries_of(language)[name]) == FORMS[language], name


def _calls() -> dict[str, set[frozenset[str]]]:
    """By entry, the places that calls of it fill; none where it is taken without a call."""
    found: dict[str, set[frozenset[str]]] = {}
    for file in HOME.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        called = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in ENTRIES:
                call = called.get(id(node))
                names = frozenset(each.arg or "" for each in call.keywords) if call else None
                found.setdefault(node.attr, set())
                if (
                    call
                    and names is not None
                    and (ENTRIES[node.attr] == "Counted" or not call.args)
                ):
                    found[node.attr].add(names)
            elif isinstance(node, ast.Constant) and node.value in ENTRIES:
                found.setdefault(str(node.value), set())
    return found


def test_every_entry_is_said_somewhere_with_its_places_filled() -> None:
    calls = _calls()
    unused = [name for name in ENTRIES if name not in calls and not name.startswith(CHOSEN)]
    assert unused == []
    words = catalogue("en")
    for name, ways in calls.items():
        entry = getattr(words, name)
        if isinstance(entry, Phrase | Counted):
            counted = {"count"} if isinstance(entry, Counted) else set()
            assert ways <= {entry.places - counted}, name


def test_numbers_dates_and_signs_are_those_of_the_language() -> None:
    german, french, welsh = (catalogue(each) for each in ("de-DE", "fr-FR", "cy"))
    assert german.count_of_base(count=1200, base=12345) == "1.200 von 12.345"
    assert french.count_of_base(count=1200, base=12345) == "1\u202f200 sur 12\u202f345"
    assert [each.numbers.percent for each in (german, french, welsh)] == ["\xa0%", "\xa0%", "%"]
    assert german.numbers.month_of(date(2024, 3, 1)) == "März 2024"
    assert welsh.numbers.period(date(2024, 1, 8), date(2024, 2, 9)) == (
        "8\xa0Ionawr",
        "9\xa0Chwefror 2024",
    )


def test_plural_forms_are_chosen_by_the_rule_of_the_language() -> None:
    polish = {"one": "{count} odpowiedź", "few": "{count} odpowiedzi", "other": "{count} odp."}
    words, faults, missing = completed("pl", {"figures_suppressed": polish})
    assert faults == ()
    assert [words.figures_suppressed(each) for each in (1, 3, 5)] == [
        "1 odpowiedź",
        "3 odpowiedzi",
        "5 odp.",
    ]
    assert len(missing) == len(ENTRIES) - 1


def test_what_is_borrowed_is_english_and_says_so() -> None:
    words, _, _ = completed("pl", {"base": "Podstawa"})
    assert (words.base, words.spoken("base")) == ("Podstawa", "")
    assert (words.item, words.spoken("item"), words.spoken()) == ("Item", "en", "en")
    assert catalogue("de").spoken() == ""


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ({"bass": "Basis"}, "the engine says nothing that is called 'bass'"),
        ({"base": 3}, "words.base must be text in quotes"),
        ({"base": " "}, "words.base must be text in quotes"),
        ({"base_line": "Basis: {word}."}, "words.base_line has no place {word}"),
        ({"base_line": "Basis."}, "words.base_line lacks the place {words}"),
        (
            {"base_line": "Basis: {words"},
            "has a brace that opens or closes nothing",
        ),
        ({"zero_to_ten": ["eins"]}, "words.zero_to_ten must be a list of 11 texts"),
        ({"figures_suppressed": {"one": "{count}"}}, "words.figures_suppressed must be text"),
        ({"figures_suppressed": {"other": "{number}"}}, "has no place {number}"),
    ],
)
def test_a_project_is_told_what_is_wrong_with_its_words(own: dict[str, object], says: str) -> None:
    words, faults, _ = completed("de", own)
    assert says in faults[0].message
    assert words == catalogue("de"), "what is wrong is left out"


def test_words_are_chosen_for_one_piece_of_work() -> None:
    @apart
    def in_german() -> str:
        speak(catalogue("de"))
        return wording().item

    assert (in_german(), wording().item) == ("Aussage", "Item")


@apart
def test_a_french_figure_is_told_with_french_joints() -> None:
    speak(catalogue("fr"))
    columns = (Head("yes", "Oui", Part.ANSWER), Head("no", "Non", Part.ANSWER))
    told = of_single("Barres", single("q", columns, (60, 40), title="Avis"), Highlight())
    assert told.startswith("Barres\N{NO-BREAK SPACE}: Avis. ")
    assert "Oui, 60 pour cent\N{NARROW NO-BREAK SPACE}; la moins" in told
