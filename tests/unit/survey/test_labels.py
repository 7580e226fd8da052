# ruff: noqa: RUF001 - answers are printed with real apostrophes and dashes

from __future__ import annotations

import pytest

from briefing.survey.labels import Labels, did_you_mean, nearest, normalised

ANSWERS = Labels(
    [
        ("agree", ("Strongly agree",)),
        ("against", ("Don\N{RIGHT SINGLE QUOTATION MARK}t agree",)),
        ("band", ("16\N{EN DASH}24",)),
        ("welsh", ("G\N{LATIN SMALL LETTER W WITH CIRCUMFLEX}yr",)),
    ]
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Strongly agree", "agree"),
        (" Strongly\N{NO-BREAK SPACE} agree ", "agree"),
        ("STRONGLY AGREE", "agree"),
        ("Don't agree", "against"),
        ("16-24", "band"),
        ("Gw\N{COMBINING CIRCUMFLEX ACCENT}yr", "welsh"),
        ("agree", "agree"),
        (" agree ", "agree"),
        ("Strong\N{SOFT HYPHEN}ly agree", "agree"),
    ],
)
def test_spellings_of_one_answer(written: str, meant: str) -> None:
    match = ANSWERS.find(written)
    assert match is not None
    assert match.id == meant


def test_labels_that_differ_by_a_comma_stay_two() -> None:
    labels = Labels([("one", ("Yes, always",)), ("two", ("Yes always",))])
    found = [labels.find(each) for each in ("Yes, always", "Yes always")]
    assert [match.id for match in found if match] == ["one", "two"]
    assert labels.ambiguous == []


def test_case_is_ignored_only_where_that_leaves_no_doubt() -> None:
    labels = Labels([("upper", ("AS",)), ("lower", ("as",))])
    assert labels.find("As") is None
    exact = labels.find("as")
    assert exact is not None
    assert exact.id == "lower"


def test_answers_equal_after_normalisation_are_reported() -> None:
    labels = Labels(
        [("one", ("Don't know",)), ("two", ("Don\N{RIGHT SINGLE QUOTATION MARK}t  know",))]
    )
    assert [(one, two) for one, two, _ in labels.ambiguous] == [("one", "two")]


def test_exact_spelling_is_told_from_a_merged_one() -> None:
    exact, merged = ANSWERS.find("Strongly agree"), ANSWERS.find("strongly agree")
    assert exact is not None
    assert merged is not None
    assert exact.exact
    assert not merged.exact


def test_remedy_names_the_nearest_or_all() -> None:
    assert nearest("agrement", ["engagement", "agreement"]) == "agreement"
    assert did_you_mean("agrement", ["agreement"]) == "Did you mean “agreement”?"
    assert did_you_mean("zzz", ["one", "two"]) == "Valid here: one, two."
    assert did_you_mean("zzz", []) == ""


def test_normalising_twice_changes_nothing() -> None:
    once = normalised(" “A”  –  b\tc ")
    assert once == '"A" - b c'
    assert normalised(once) == once
