"""Who respondents are, by an attribute: its groups, without the size of those that breaks hide.

A group whose figures a table by it holds back is "fewer than 10" there: nor is it seven here, nor
in the sample beside the population, nor among those who answered of the invited (conventions, 1.7).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tables.breaking import decided_of, told_by
from briefing.tables.heads import group_heads
from briefing.tables.single import one_row
from briefing.tables.small_bases import NONE, Why
from briefing.tables.variables import of_attribute

if TYPE_CHECKING:
    from briefing.survey.declared import Attribute
    from briefing.tables.count import Counter
    from briefing.tables.model import Table
    from briefing.tables.small_bases import Hidden


def attribute_table(counter: Counter, attribute: Attribute) -> Table:
    """The table of an attribute: its base is all respondents with a value."""
    variable, columns = of_attribute(counter, attribute), group_heads(attribute)
    hidden = kept_back(counter, attribute)
    return one_row(counter, attribute.id, "", variable, columns, hidden=hidden)


def kept_back(counter: Counter, attribute: Attribute) -> Hidden:
    """The groups that are too small to be told how many they are, and those that would tell it.

    They are so where tables are broken by attributes with small groups. What these tables hide for
    their sake is hidden with them, so that no table tells their size beside another.
    """
    codebook = counter.survey.codebook
    questions = told_by(codebook, attribute.id)
    broken = (each for each in codebook.attributes if told_by(codebook, each.id))
    if not questions or not any(_small(counter, each) for each in broken):
        return NONE
    hidden = dict.fromkeys(_small(counter, attribute), Why.SMALL)
    for name in questions:
        for each in decided_of(counter, (name, attribute.id)).telling:
            hidden.setdefault(each, Why.TELLING)
    left = [each for each, size in _sizes(counter, attribute) if size and each not in hidden]
    if len(hidden) == 1 and left:
        hidden[left[0]] = Why.TELLING
    return hidden


def _small(counter: Counter, attribute: Attribute) -> list[str]:
    """The groups of fewer respondents than tables tell of."""
    rule = counter.survey.codebook.small_groups(attribute.id)
    if rule.treatment == "show":
        return []
    return [each for each, size in _sizes(counter, attribute) if 0 < size < rule.suppress_below]


def _sizes(counter: Counter, attribute: Attribute) -> list[tuple[str, int]]:
    """How many are in each group, the smallest first."""
    variable = of_attribute(counter, attribute)
    names = [each.id for each in variable.scale.answers]
    tallies = counter.tallies(variable.chosen)
    pairs = [(each, tally.n) for each, tally in zip(names, tallies, strict=True)]
    return sorted(pairs, key=lambda pair: pair[1])
