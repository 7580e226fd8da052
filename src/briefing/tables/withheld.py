"""The rows of a break as tables tell them: without what would tell what another table withholds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.tables.breaking import (
    KEPT_BACK,
    breaks_of,
    columns_of,
    decided_of,
    told_by,
    told_groups,
)
from briefing.tables.sensitive import (
    Told,
    few_masked,
    turned_round,
    without_answers,
    without_few,
)
from briefing.tables.variables import named

if TYPE_CHECKING:
    from briefing.tables.breaking import Decided
    from briefing.tables.count import Counter
    from briefing.tables.model import Cell
    from briefing.tables.sensitive import Few
    from briefing.tables.variables import Variable

    Cells = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The `cells` of the groups that tables tell of a question by a break.

    Rows that are `withheld` lack answers which the table the other way round hides, those that are
    `masked` what fewer than `few` gave.
    """

    decided: Decided
    cells: Cells
    withheld: frozenset[int]
    masked: frozenset[int]
    few: int


def told_rows(counter: Counter, names: tuple[str, str]) -> Rows:
    """What tables tell of a question by a break, by their `names`."""
    decided = decided_of(counter, names)
    question, groups, shown = decided.pair.question, decided.groups, decided.shown.cells
    columns, hidden = decided.pair.columns, _hidden_as_groups(counter, names)
    turned = without_answers(shown, columns, hidden, multiple=question.multiple)
    masked: Few = frozenset()
    few = decided.rule.mask_below
    if _sensitive(question):
        masked = _few(counter, names[0])[names[1]]
    if _sensitive(decided.pair.by):
        masked |= turned_round(_few(counter, names[1])[names[0]], groups)
        few = max(few, counter.survey.codebook.small_groups(names[0]).mask_below)
    cells = without_few(turned, groups, columns, masked)
    return Rows(decided, cells, _unlike(shown, turned), _unlike(turned, cells), few)


def _sensitive(question: Variable) -> bool:
    return question.question is not None and question.question.sensitive


def _few(counter: Counter, name: str) -> dict[str, Few]:
    """What is masked of a sensitive question by each of its breaks, decided for all together.

    Age in six bands and age in three; a question that is told by this one is a break of it too,
    whose figures all stand in that table. Those of most answers come first. Breaks in which one
    respondent may be in several groups tell nothing of others, and are decided alone.
    """
    if name not in counter.few:
        book = counter.survey.codebook
        turned = {each for each in told_by(book, name) if each != name}
        breaks = list(dict.fromkeys((*breaks_of(book, name), *sorted(turned))))
        breaks.sort(key=lambda each: -len(named(counter, each).scale.answers))
        several = [each for each in breaks if named(counter, each).multiple]
        single = [each for each in breaks if each not in several]
        made: dict[str, Few] = {}
        for beside in (single, *([each] for each in several)):
            pairs = [decided_of(counter, (name, each)) for each in beside]
            sides = [
                _side(each, whole=by in turned) for each, by in zip(pairs, beside, strict=True)
            ]
            question = named(counter, name)
            masked = few_masked(sides, columns_of(question), multiple=question.multiple)
            made |= dict(zip(beside, masked, strict=True))
        counter.few[name] = made
    return counter.few[name]


def _side(decided: Decided, *, whole: bool) -> Told:
    """The groups of a break with what is known of them: of the `whole` break, or of what it tells.

    What is weak in one table stands in the table the other way round.
    """
    groups, cells = [*decided.groups, *decided.parts], decided.shown.cells
    if whole:
        pairs = zip(decided.groups, decided.shown.why, cells, strict=True)
        cells = (
            *(row if why in KEPT_BACK else group.cells for group, why, row in pairs),
            *(part.cells for part in decided.parts),
        )
    pair = decided.pair
    masks = [pair.both & pair.by.said(group.of) for group in groups]
    return Told(groups, cells, masks, pair.both, decided.rule.mask_below, decided.small)


def _unlike(these: Cells, those: Cells) -> frozenset[int]:
    pairs = enumerate(zip(these, those, strict=True))
    return frozenset(place for place, (this, that) in pairs if this != that)


def _hidden_as_groups(counter: Counter, names: tuple[str, str]) -> frozenset[str]:
    """The answers of a question that a table the other way round hides as groups of its own.

    Their figures are the same respondents counted, so neither table may tell them.
    """
    other = (names[1], names[0])
    told = told_groups(counter.survey.codebook, other)
    return decided_of(counter, other).hidden if told else frozenset()
