# ruff: noqa: RUF001 - answers are printed with real apostrophes and dashes

from __future__ import annotations

from datetime import date

import pytest

from briefing.survey.question import BaseRule, Kind, Meaning, SmallBases
from tests.unit.survey.folder import CODEBOOK, MULTIPLE, RANKING, ROLE, parse

GRID = """
[questions.g]
kind = "grid"
wording = "How far?"
scale = "agreement"
items = { hives = "Hives", wax = { label = "Wax", column = "wax_col" } }
nets = { any = { label = "Any", of = ["agree", "tend", "no"] } }
"""


def test_whole_codebook_is_read() -> None:
    book, found = parse(CODEBOOK + GRID + RANKING + MULTIPLE + ROLE)
    assert found == []
    assert book is not None
    q1, grid, ranking, multiple = book.questions
    assert (book.title, book.respondents, book.id_column) == ("Bees", "keepers", "id")
    assert q1.scale is not None
    assert [answer.meaning for answer in q1.scale.answers][-1] is Meaning.DONT_KNOW
    assert (q1.kind, q1.base_rule, q1.column, q1.short) == (
        Kind.SINGLE,
        BaseRule.ANSWERED,
        "q1",
        "Do bees matter?",
    )
    assert [item.column for item in grid.items] == ["g_hives", "wax_col"]
    assert grid.scale is not None
    assert [net.id for net in grid.scale.nets] == ["for_it", "any"]
    assert (ranking.places, ranking.top) == (2, 1)
    assert multiple.exclusive == multiple.last == ("none",)
    assert book.attributes[0].groups[1] == ("helper", "Helper", ("Friend", "Child"))


def test_soft_hyphens_of_a_word_processor_are_not_kept() -> None:
    book, found = parse(CODEBOOK + GRID.replace('"Hives"', '"Bee\N{SOFT HYPHEN}hives"'))
    assert found == []
    assert book is not None
    assert book.questions[1].items[0].label == "Beehives"


def test_small_bases_are_suppressed_unless_the_codebook_says_otherwise() -> None:
    book, _ = parse(CODEBOOK)
    shown, _ = parse(CODEBOOK.replace('id = "id"', 'id = "id"\nsmall_bases = "show"'))
    assert book is not None
    assert shown is not None
    assert book.small_bases == SmallBases("suppress", caution_below=50, suppress_below=10)
    assert shown.small_bases == SmallBases("show")


def test_fieldwork_and_disclosures() -> None:
    text = CODEBOOK.replace('id = "id"', 'id = "id"\nfieldwork = [2024-05-01, 2024-05-31]')
    text += (
        '[disclosure]\nmode = "Online"\nsponsor = "Us"\ninvited = { not_published = "Unknown." }\n'
    )
    book, found = parse(text)
    assert found == []
    assert book is not None
    assert book.fieldwork == (date(2024, 5, 1), date(2024, 5, 31))
    told = [(each.id, each.text, each.not_published) for each in book.disclosures]
    assert told == [("sponsor", "Us", ""), ("mode", "Online", ""), ("invited", "", "Unknown.")]


FAULTS = [
    ("an unknown key", "wording =", "wordng =", "codebook-unknown-key", 14, "wording"),
    ("no wording", 'wording = "Do bees matter?"\n', "", "codebook-missing-key", 12, "wording"),
    ("an unknown kind", '"single"', '"singel"', "codebook-value", 13, "single"),
    ("an unknown scale", '"agreement"', '"agrement"', "codebook-scale", 15, "agreement"),
    ("a net of nothing there", '"tend"]', '"tent"]', "codebook-unknown-id", 10, "tend"),
    ("a number for a text", 'title = "Bees"', "title = 7", "codebook-value", 2, ""),
    ("no id column", 'id = "id"\n', "", "codebook-missing-key", 1, "id"),
    ("an unknown meaning", '["dk"]', '["dx"]', "codebook-unknown-id", 8, "dk"),
    ("an id with a capital", "for_it =", "ForIt =", "codebook-id", 10, "small letter"),
    ("an id that ends references", "for_it =", "pct =", "codebook-id", 10, "another id"),
    ("a net called as an answer", "for_it =", "dk =", "codebook-net", 10, ""),
    ("no such end", "dont_know =", 'positive = "for"\ndont_know =', "codebook-net", 8, "for_it"),
    ("a reserved table", "questions.q1", "questions.survey", "codebook-id", 12, "another id"),
    ("two answers that read alike", '"Don’t know"', '"Don\'t  agree"', "codebook-ambiguous", 6, ""),
    ("a way of small bases", 'id = "id"', 'small_bases = "hide"', "codebook-value", 4, ""),
    ("an unknown section", "[scales.agr", "[scale.agr", "codebook-unknown-key", 6, "scales"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "remedy"),
    [fault[1:] for fault in FAULTS],
    ids=[fault[0] for fault in FAULTS],
)
def test_fault_is_told_with_its_line_and_a_remedy(
    old: str, new: str, code: str, line: int, remedy: str
) -> None:
    assert old in CODEBOOK
    _, found = parse(CODEBOOK.replace(old, new, 1))
    told = [each for each in found if each.code == code]
    assert told, [str(each) for each in found]
    places = {each.where.line for each in told if each.where}
    assert line in places, [str(each) for each in told]
    assert any(remedy in each.hint for each in told)


def test_all_faults_are_told_at_once() -> None:
    text = CODEBOOK.replace('title = "Bees"', "titel = 1").replace('"single"', '"singel"')
    _, found = parse(text + '[attributes.role]\nlabel = "Role"\n')
    codes = {each.code for each in found}
    assert codes >= {"codebook-unknown-key", "codebook-missing-key", "codebook-value"}
    assert len(found) >= 4


def test_what_stands_twice_is_no_missing_quote() -> None:
    _, found = parse(CODEBOOK + '[survey]\ntitle = "Wasps"\n')
    assert [each.code for each in found] == ["codebook-syntax"]
    assert found[0].hint.startswith("It stands in the file twice")


def test_text_that_is_not_toml_is_told_with_its_line() -> None:
    book, found = parse('[survey]\ntitle = "Bees\n')
    assert book is None
    assert [each.code for each in found] == ["codebook-syntax"]
    assert found[0].where is not None
    assert found[0].where.line == 2


BY = '[crosstabs.c]\nquestion = "q1"\nby = "role"\n'
SAMPLE = '[compositions.c]\nattribute = "role"\nunits = "x"\n'
AGAIN = '[questions.q9]\nkind = "single"\nwording = "?"\nscale = "agreement"\n'


@pytest.mark.parametrize(
    ("added", "code", "remedy"),
    [
        (BY.replace("role", "roll"), "codebook-unknown-id", "role"),
        (BY + 'groups = ["ownr"]\n', "codebook-unknown-id", "owner"),
        (BY.replace("crosstabs.c", "crosstabs.q1"), "codebook-id", "an id of its own"),
        (SAMPLE.replace("role", "rol"), "codebook-unknown-id", "role"),
        (SAMPLE + 'unit = "hive"\n', "codebook-unknown-id", "units = { hive"),
        (SAMPLE + 'outside = ["Ownr"]\n', "codebook-unknown-id", "Owner"),
        (AGAIN + 'column = "q1"\n', "codebook-column", "its column"),
        ('[disclosure]\nsponser = "Us"\n', "codebook-unknown-key", "sponsor"),
        ("[disclosure]\nsponsor = 3\n", "codebook-value", "not_published"),
    ],
)
def test_names_that_lead_nowhere(added: str, code: str, remedy: str) -> None:
    _, found = parse(CODEBOOK + ROLE + added)
    assert any(each.code == code and remedy in each.hint for each in found), found


def test_routing_names_a_question_before_it_and_a_net_stands_for_its_answers() -> None:
    routed = (
        '[questions.q2]\nkind = "single"\nwording = "?"\nscale = "agreement"\n'
        'routing = { question = "q1", answers = ["for_it"], words = "who agree" }\n'
    )
    book, found = parse(CODEBOOK + routed)
    assert found == []
    assert book is not None
    assert book.questions[1].routing is not None
    assert book.questions[1].routing.answers == ("agree", "tend")
    _, found = parse(CODEBOOK + routed.replace('question = "q1"', 'question = "q2"'))
    assert [each.code for each in found] == ["codebook-routing"]


def test_answers_of_a_crosstab_are_its_groups_if_none_are_named() -> None:
    book, found = parse(CODEBOOK + ROLE + '[crosstabs.c]\nquestion = "role"\nby = "q1"\n')
    assert found == []
    assert book is not None
    assert book.crosstabs[0].groups == ("agree", "tend", "no", "dk")


def test_a_break_may_treat_small_groups_otherwise_than_the_survey() -> None:
    text = CODEBOOK.replace('id = "id"', 'id = "id"\nsuppress_below = 5\nmask_below = 3')
    book, found = parse(text + ROLE + 'small_bases = "show"\ncaution_below = 40\n')
    assert book is not None
    assert found == []
    usual, role = book.small_groups("q1"), book.small_groups("role")
    assert (usual.treatment, usual.suppress_below, usual.mask_below) == ("suppress", 5, 3)
    assert (role.treatment, role.suppress_below, role.caution_below) == ("show", 5, 40)


def test_a_way_of_small_groups_that_nobody_knows_is_told() -> None:
    _, found = parse(CODEBOOK + ROLE + 'small_bases = "hide"\n')
    assert [each.code for each in found] == ["codebook-value"]
