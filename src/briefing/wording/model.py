"""The engine's own words as values: plain ones, phrases with places, phrases by number."""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.wording.numbers import Numbers

Value = str | int
"""What is put into a phrase; a whole number is written as the language writes it."""
OTHER = "other"
"""The form that every language has."""
FORMS = ("zero", "one", "two", "few", "many", OTHER)
"""The forms that a language may have (Unicode Technical Standard 35, part 3, 5)."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with places in braces, such as ``Base: {words}.``."""

    pattern: str
    numbers: Numbers

    def __call__(self, **values: Value) -> str:
        """The words with their places filled."""
        return _filled(self.pattern, values, self.numbers)

    @property
    def places(self) -> frozenset[str]:
        """The names in its braces."""
        return places_of(self.pattern)


@dataclass(frozen=True, slots=True)
class Counted:
    """Words in as many forms as the language has for a number of things."""

    forms: Mapping[str, str]
    numbers: Numbers

    def __call__(self, count: int, **values: Value) -> str:
        """The form for so many, with its places filled."""
        pattern = self.forms.get(self.numbers.form(count), self.forms[OTHER])
        return _filled(pattern, {"count": count, **values}, self.numbers)

    @property
    def places(self) -> frozenset[str]:
        """The names in the braces of all forms; the number may be said in words."""
        return frozenset({"count"}).union(*map(places_of, self.forms.values()))


def places_of(pattern: str) -> frozenset[str]:
    """The names in the braces of a pattern; raises ValueError if it is none."""
    return frozenset(name for _, name, _, _ in Formatter().parse(pattern) if name is not None)


def _filled(pattern: str, values: Mapping[str, Value], numbers: Numbers) -> str:
    written = {
        name: numbers.written(f"{value:,}") if isinstance(value, int) else value
        for name, value in values.items()
    }
    return pattern.format_map(written)


@dataclass(frozen=True, slots=True)
class Wording:
    """Everything that the engine itself says in a publication; the entries of the catalogues.

    `language` is the publication's, a BCP 47 tag; `borrowed` names the entries that are English,
    since nobody has said them in that language.
    """

    language: str
    numbers: Numbers
    borrowed: frozenset[str]

    # -- running words and furniture
    continued: str
    draft: str
    page_link: Phrase
    note_link: Phrase
    appendix: Phrase
    screen_only: str
    link_within_appendix: str
    part_first: Phrase
    part_continued: Phrase
    period: Phrase
    list_last: Phrase
    list_either: Phrase
    quoted: Phrase

    # -- heads of tables
    answer: str
    item: str
    group: str
    base: str
    count: str
    share: str
    score: str
    respondents: str
    number: str
    points: str
    combined: Phrase
    weighted_base: str
    effective_base: str
    chart_table: Phrase
    unit_score: str
    unit_number: str
    unit_points: str
    unit_count: str
    figure: str
    higher_than: str
    none_of_them: str

    # -- figures in words
    per_cent: str
    per_cent_told: Phrase
    per_cent_under: Phrase
    per_cent_over: Phrase
    less_than: Phrase
    more_than: Phrase
    percentage_point: str
    percentage_points: str
    count_of_base: Phrase
    zero_to_ten: tuple[str, ...]
    in_ten: Phrase
    in_ten_around: Phrase
    in_ten_fewer: str
    in_ten_more: str

    # -- alternative text of charts
    ring_chart: str
    big_number: str
    hundred_dots: str
    ten_people: str
    bars: str
    bars_by_group: str
    stacked_bar: str
    stacked_bars: str
    stacked_column: str
    stacked_columns: str
    paired_bars: Phrase
    pair: Phrase
    marks: Counted
    mark_for_one: str
    mark_for_several: Phrase
    in_hundred: Phrase
    figures_follow: str
    no_figures: str
    labelled: Phrase
    joint: str
    base_line: Phrase
    bases_range: Phrase
    rows_suppressed: Phrase
    figures_suppressed: Counted
    not_shown: str
    of_those_shown: str
    largest_answer: str
    largest_group: str
    smallest_answer: str
    smallest_group: str
    highest: str
    lowest: str

    # -- beside and below charts
    small_base: str
    respondent_base: str
    no_responses: str
    nobody_gave: Phrase
    nothing_shown: Phrase
    other_answers: str
    mark_stands_for: Phrase

    # -- who a figure is of; {people} is made by `people`
    people: Counted
    nobody: Phrase
    units: Phrase
    everybody: Phrase
    who_answered: Phrase
    who_were_asked: Phrase
    who_had_opinion: Phrase
    routed: Phrase
    routed_who_answered: Phrase
    routed_who_had_opinion: Phrase
    of_group: Phrase
    with_silent: Phrase
    who_commented: Phrase
    who_named: Phrase
    who_were_invited: Phrase
    who_were_invited_of_group: Phrase
    in_survey: Phrase
    in_population: Phrase
    fewer_than: Phrase
    number_withheld: Phrase

    # -- names of rows, columns and tables
    all_respondents: Phrase
    who_commented_head: Phrase
    with_mention: Phrase
    comments: str
    mean: str
    median: str
    mean_score: str
    net_score: Phrase
    ranked_first: str
    ranked_in_top: Phrase
    ranked_at_all: str
    invited: str
    answered: str
    response_rate: str
    response_rate_by: Phrase
    effective_number: Phrase
    design_effect: str
    margin_of_error: str
    question_by: Phrase
    and_by: Phrase
    other_mentions: Phrase

    # -- notes below tables and charts
    several_answers: Phrase
    rounding: str
    bases_vary: str
    turned: Phrase
    small_base_caution: Phrase
    small_base_explained: Phrase
    combines: Phrase
    counted_once: str
    combined_rounded: str
    excludes: Phrase
    includes_silent: Phrase
    figures_weighted: str
    figures_weighted_with: Phrase
    unweighted_base_of: Phrase
    weighted_base_of: Phrase
    effective_base_of: Phrase
    ranking: Phrase
    rank_steps: tuple[Phrase, ...]
    rank_steps_many: Phrase
    score_for: Phrase
    mean_score_of: Phrase
    in_no_mean: Counted
    not_known_break: Phrase
    not_known: Phrase
    response_rate_of: str
    outside_population: Phrase
    exclusive: Phrase
    several_themes: str
    no_theme: Phrase
    suppressed: Phrase
    suppressed_too: str
    suppressed_few: Phrase
    unreliable: Phrase
    made_suppressed: str
    made_unreliable: str
    made_nobody: str
    made_missing: str
    made_low: str
    rounded_elsewhere: str
    letters: Phrase
    correction_bonferroni: str
    correction_none: str
    margin: Phrase

    # -- what was done to the answers
    treated_routing: Counted
    treated_again: Counted
    treated_weightless: Counted
    treated_ranks: Counted
    treated_numbers: Counted
    treated_unlisted: Counted
    treated_previews: Counted
    treated_spam: Counted
    treated_totals: Counted
    treated_twice: Counted
    treated_exclusive: Counted
    partial_left_out: Counted
    partial_counted: Counted
    band_under: Phrase
    band_between: Phrase
    band_over: Phrase
    not_published: Phrase

    # -- how a sample stands to its population
    standing_alike: str
    standing_over: str
    standing_under: str
    standing_slightly_over: str
    standing_slightly_under: str

    # -- how the survey was done
    disclosed_sponsor: str
    disclosed_conductor: str
    disclosed_dates: str
    disclosed_mode: str
    disclosed_population: str
    disclosed_frame: str
    disclosed_invited: str
    disclosed_responded: str
    disclosed_response_rate: str
    disclosed_sampling: str
    disclosed_weighting: str
    disclosed_missing: str
    disclosed_rounding: str
    disclosed_precision: str
    disclosed_limitations: str
    disclosed_contact: str
    disclosed_tables: str

    # -- tables for others to reckon with
    sheet_cover: str
    sheet_notes: str
    sheet_survey: str
    sheet_publisher: str
    sheet_date: str
    sheet_contact: str
    sheet_cells: Phrase
    sheet_contents: str
    sheet_name: str
    sheet_file: str
    sheet_title: str
    sheet_question: str
    sheet_note: str
    sheet_symbols: str
    sheet_symbol: str
    sheet_meaning: str
    sheet_beside: str
    sheet_nothing: str
    sheet_base_varies: str
    sheet_row: str
    sheet_told: str
    sheet_number_of: str
    sheet_per_cent: str
    sheet_mean_score: str
    sheet_base_unweighted: str
    sheet_base_weighted: str
    sheet_base_effective: str
    symbol_suppressed: str
    symbol_unreliable: str
    symbol_nobody: str
    symbol_missing: str
    symbol_unfitting: str
    symbol_low: str
    symbol_under_one: str
    symbol_over_most: str

    def spoken(self, *entries: str) -> str:
        """The language of these entries, or of all, where it is not the publication's: ``en``.

        What is made of them is marked with it, so that a screen reader pronounces it rightly.
        """
        foreign = self.borrowed.intersection(entries) if entries else self.borrowed
        return "en" if foreign else ""

    def titled(self, entry: str, plain: str, **values: Value) -> str:
        """A phrase as a text that cannot say its language: where it is English, `plain` instead.

        Titles of bookmarks, what links and tables say of themselves: no mark for a screen reader
        stands within them.
        """
        if entry in self.borrowed:
            return _filled(plain, values, self.numbers)
        phrase: Phrase = getattr(self, entry)
        return phrase(**values)

    def meaning(self, symbol: str) -> str:
        """What a shorthand in place of a figure stands for (conventions, 1.7)."""
        return str(getattr(self, _SYMBOLS[symbol]))

    def disclosed(self, name: str) -> str:
        """What an entry of the disclosure block is called; its own name if it is none of ours."""
        titles = {each: getattr(self, f"disclosed_{each}") for each in DISCLOSED}
        return str(titles.get(name, name.replace("_", " ").capitalize()))


_SYMBOLS = {
    "c": "symbol_suppressed",
    "u": "symbol_unreliable",
    "w": "symbol_nobody",
    "x": "symbol_missing",
    "z": "symbol_unfitting",
    "low": "symbol_low",
}
"""The entries that say what each shorthand means."""
ENTRIES = {
    each.name: str(each.type)
    for each in fields(Wording)
    if each.name not in ("language", "numbers", "borrowed")
}
"""The entries of a catalogue and what each of them is: its annotation."""
DISCLOSED = tuple(
    name.removeprefix("disclosed_") for name in ENTRIES if name.startswith("disclosed_")
)
