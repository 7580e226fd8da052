"""The scales that surveys use again and again: what their ends are called and what those do.

Their wordings stand in `scales_in`, a file a language. A family is a mapping from levels to
wordings, higher levels first in print; every label of a question must be found in one family, each
at a level of its own, before its order is taken as known.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.starter.scales_in.english import ENGLISH


@dataclass(frozen=True, slots=True)
class Family:
    """Answers that one scale is made of: wordings by level, with bars between them.

    Level 0 is the middle of two ends. `positive` and `negative` name the nets of the two ends,
    `says` what those counted do; a family without a negative net is told by its two highest
    answers. One that is `ascending` is printed from its lowest level.
    """

    id: str
    levels: dict[int, str]
    positive: str
    negative: str = ""
    says: tuple[str, str] = ("", "")
    ascending: bool = False

    @property
    def wordings(self) -> dict[str, int]:
        """The level of each wording."""
        return {each: level for level, known in self.levels.items() for each in known.split(" | ")}


FAMILIES = (
    Family("agreement", ENGLISH["agreement"], "agree", "disagree", ("agree", "disagree")),
    Family("support", ENGLISH["support"], "support", "oppose", ("are in favour", "are against")),
    Family(
        "approval", ENGLISH["approval"], "approve_all", "disapprove_all", ("approve", "disapprove")
    ),
    Family("yes_no", ENGLISH["yes_no"], "yes_all", "no_all"),
    Family("truth", ENGLISH["truth"], "true_all", "false_all"),
    Family("change", ENGLISH["change"], "better", "worse"),
    Family("length", ENGLISH["length"], "longer", "shorter"),
    Family(
        "quality",
        ENGLISH["quality"],
        "good_or_better",
        "poor_or_worse",
        ("rate it {label}", "rate it {label}"),
    ),
    Family("frequency", ENGLISH["frequency"], "often"),
    Family("extent_of_two_ends", ENGLISH["extent_of_two_ends"], "at_least_fairly", "not_much"),
    Family("extent", ENGLISH["extent"], "at_least_fairly"),
    Family("effect", ENGLISH["effect"], "positive_effect", "negative_effect"),
    Family("amount", ENGLISH["amount"], "too_much", "too_little"),
    Family("level", ENGLISH["level"], "high_or_more"),
    Family("problem", ENGLISH["problem"], "a_problem", says=("call it {label}", "")),
    Family("priority", ENGLISH["priority"], "high_priority_or_top"),
    Family("expertise", ENGLISH["expertise"], "at_least_advanced"),
    Family("schooling", ENGLISH["schooling"], "degree_or_more"),
    Family("period", ENGLISH["period"], "", ascending=True),
)
"""Scales whose wordings are listed; those of an adverb and an adjective are taken apart."""
