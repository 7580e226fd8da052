"""Words that stand for a range of shares: ``most``, ``few``, ``almost all``, ``all but two``.

`QUANTIFIERS` is the one table of what each of them means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.claims.amounts import Unit, read_amount
from briefing.claims.statements import Tolerance, UnclearClaimError, reach, share_of
from briefing.claims.tokens import match, number, phrases, token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure

QUANTIFIERS = {
    "majority": Tolerance(reach("(50, 100]"), "more than half of the stated base"),
    "vast majority": Tolerance(reach("[80, 100]"), "four in five or more"),
    "large majority": Tolerance(reach("[65, 100]"), "about two thirds or more"),
    "small majority": Tolerance(reach("(50, 55]"), "within five points of half"),
    "minority": Tolerance(reach("(0, 50)"), "less than half, and somebody"),
    "large minority": Tolerance(reach("[30, 50)"), "near a third, or more"),
    "small minority": Tolerance(reach("(0, 20]"), "a fifth or less"),
    "tiny minority": Tolerance(reach("(0, 5]"), "one in twenty or less"),
    "many": Tolerance(reach("[25, 100]"), "a quarter or more"),
    "some": Tolerance(reach("(0, 50)"), "less than half, and somebody"),
    "several": Tolerance(reach("(0, 50)"), "less than half, and three respondents or more"),
    "mostly": Tolerance(reach("(50, 100]"), "more than half of the stated base"),
    "overwhelming": Tolerance(reach("[80, 100]"), "four in five or more"),
    "a handful": Tolerance(reach("(0, 5]"), "one in twenty or less, and somebody"),
    "few": Tolerance(reach("(0, 20]"), "a fifth or less, and somebody"),
    "almost none": Tolerance(reach("(0, 5]"), "one in twenty or less, and somebody"),
    "almost all": Tolerance(reach("[90, 100)"), "nine in ten or more, and not all"),
    "not all": Tolerance(reach("[0, 100)"), "at least one does not"),
    "all": Tolerance(reach("[100, 100]"), "every one"),
    "none": Tolerance(reach("[0, 0]"), "not one"),
}
"""What a quantifier says, as a share in per cent."""

PHRASES = phrases(
    {
        "vast majority": "the vast majority|a vast majority|vast majority|"
        "the overwhelming majority|an overwhelming majority|the great majority|great majority",
        "large majority": "a large majority|large majority|a clear majority|clear majority|"
        "the bulk|the vast bulk|the lion's share|the great bulk",
        "small majority": "a small majority|a slim majority|a narrow majority|a bare majority|"
        "small majority|slim majority|narrow majority|barely a majority",
        "majority": "the majority|a majority|majority|most|more often than not|usually|typically|"
        "generally|by and large|on the whole|in general|as a rule|in most cases|tend to|tends to|"
        "the typical|a typical",
        "large minority": "a large minority|large minority|a substantial minority|"
        "a significant minority|a sizeable minority",
        "small minority": "a small minority|small minority|only a small minority",
        "tiny minority": "a tiny minority|tiny minority",
        "minority": "a minority|the minority|minority",
        "almost all": "almost all|nearly all|virtually all|almost every|nearly every|"
        "almost everyone|nearly everyone|almost everybody|nearly everybody|virtually every|"
        "virtually everyone|virtually everybody|practically all|practically everyone|"
        "practically everybody|just about all|just about everyone|just about everybody|"
        "nigh on all|all but a few|almost without exception|almost unanimous|"
        "almost unanimously|nearly unanimous|near unanimous|almost universal|near universal|"
        "almost always|nearly always",
        "not all": "not all|not every|not everyone|not everybody",
        "all": "unanimous|unanimously|universal|universally|without exception|to a man|always|all|"
        "every|everyone|everybody|every one|each",
        "all but": "all but|all bar|everyone but|everyone bar|everybody but|everybody bar",
        "almost none": "almost none|hardly any|hardly anyone|hardly anybody|"
        "barely any|barely anyone|barely anybody|scarcely any|scarcely anyone|scarcely anybody|"
        "almost no|almost nobody|almost no one|very few|precious few|next to no|next to none|"
        "next to nobody|next to no one|virtually no|virtually none|virtually nobody|"
        "virtually no one|practically no|practically none|practically nobody|"
        "practically no one|hardly a|scarcely a|hardly one|few and far between|"
        "a tiny fraction|a sliver|almost never",
        "many": "many|a good many|a great many|a lot|lots|loads|plenty|quite a few|a good few|"
        "not a few|no few|more than a few|quite a lot|often|frequently|quite a number|"
        "a large number|a significant number|a large proportion|a large share|"
        "a significant proportion|a substantial proportion|a sizeable proportion|"
        "a considerable proportion|regularly|routinely|commonly|common|commonplace|frequent|"
        "numerous|countless",
        "some": "some|others|sometimes|occasionally|a proportion",
        "several": "several|a number|a good number|a fair number|more than a couple",
        "mostly": "mostly|mainly|largely|chiefly|predominantly|widespread",
        "overwhelming": "overwhelming|overwhelmingly",
        "a handful": "a handful|handful|only a handful|barely a handful|no more than a handful|"
        "a smattering|a sprinkling",
        "few": "few|a few|only a few|just a few|relatively few|rarely|seldom|hardly ever|"
        "scarcely ever|barely ever|a small proportion|a small share|a small fraction|not many|"
        "rare|uncommon|infrequent",
        "none": "none|no one|nobody|not one|not a single|not any|no",
    }
)
"""The quantifiers that are understood, by their words."""

_SEVERAL = 3
"""So many respondents at least are several."""
COUNTED = {"some": 2, "several": _SEVERAL}
"""Of what is counted and no share, the least that a quantifier says."""
_TURNED = frozenset({"than", "from", "anything", "as", "so", "too", "how", "more", "less"})
"""Words in front of a quantifier that make another of it: ``more often``, ``far from all``."""
_FILLERS = frozenset({"of", "the", "those", "them"})


@dataclass(frozen=True, slots=True)
class Quantifier:
    """A word that stands for a range of shares.

    `number` is that of ``all 12``, how many there are of them, and of ``all but two``, how many of
    them do not.
    """

    name: str
    number: int | None = None

    def true_of(self, figures: Sequence[Figure]) -> bool:
        """Whether it is true of every figure."""
        return all(self.holds(each) for each in figures)

    def holds(self, figure: Figure) -> bool:
        """Whether it is true of one figure."""
        least = COUNTED.get(self.name)
        if figure.kind == "count" and least is not None:
            return figure.value >= least
        share = share_of(figure) * 100
        if self.name == "all but":
            if figure.base is None or figure.count is None:
                raise UnclearClaimError(f"{figure.reference} has no count", "claim a share of it")
            return figure.base - figure.count == self.number
        if self.name == "several" and (figure.count is None or figure.count < _SEVERAL):
            return False
        return QUANTIFIERS[self.name].reach.holds(share) and (
            self.number is None or figure.base == self.number
        )


def read_quantifier(tokens: Sequence[str], at: int) -> tuple[Quantifier, int] | None:
    """A quantifier at a place, and where it ends."""
    matched = match(PHRASES, tokens, at)
    if matched is None or token(tokens, at - 1) in _TURNED:
        return None
    name, end = matched
    if name not in ("all", "all but"):
        return Quantifier(name), end
    behind = end
    while token(tokens, behind) in _FILLERS:
        behind += 1
    found = number(tokens, behind)
    if found is None or found[1]:
        return None if name == "all but" else (Quantifier(name), end)
    return Quantifier(name, int(found[0])), found[2]


def states(tokens: Sequence[str], at: int) -> bool:
    """Whether a quantity begins here that nobody would take for a filler."""
    found = read_amount(tokens, at)
    if found is not None:
        unit = token(tokens, found[1]) in {"point", "points", "percentage", "times"}
        return found[0].unit is not Unit.NUMBER or tokens[at][0].isdigit() or unit
    return tokens[at] in {"most", "majority", "minority"}
