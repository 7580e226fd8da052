"""Words whose measure their author states: ``low`` that means ``under 40 per cent``.

No table says from where on trust is high. Whoever calls it so says so beside the words; that is
proved, and the ledger lists it for whoever signs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.claims.amounts import read_amount, read_quantity
from briefing.claims.hedging import Hedge
from briefing.claims.reading import read_claim
from briefing.claims.statements import UnclearClaimError
from briefing.claims.tokens import tokens_of
from briefing.claims.verdicts import Verdict, judge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.claims.figures import Figure

HIGH = frozenset({"high", "strong", "great", "considerable", "substantial", "deep", "intense"})
HIGH |= {
    "popular",
    "prevalent",
    "rife",
    "big",
    "large",
    "huge",
    "heavy",
    "broad",
    "solid",
    "robust",
}
HIGH |= {"usual", "familiar", "major", "abundant", "plentiful", "favoured", "favourite"}
HIGH |= {
    "sizeable",
    "significant",
    "overwhelming",
    "pronounced",
    "marked",
    "impressive",
    "strongly",
}
HIGH |= {"frequent", "common", "widespread", "widely", "highly"}
LOW = frozenset({"low", "weak", "little", "limited", "scant", "scarce", "negligible", "minimal"})
LOW |= {"unpopular", "rare", "uncommon", "unusual", "infrequent", "small", "slight", "thin", "tiny"}
LOW |= {"minor", "marginal", "modest", "patchy", "sparse", "muted", "lukewarm", "tepid", "meagre"}
LOW |= {"isolated", "unfamiliar", "insignificant", "neglected"}
"""Words that name one end of any measure; ``good`` and ``poor`` depend on what is measured."""
_UPWARD = frozenset({Hedge.OVER, Hedge.AT_LEAST, Hedge.WELL_OVER, Hedge.JUST_OVER})
_DOWNWARD = frozenset({Hedge.UNDER, Hedge.AT_MOST, Hedge.WELL_UNDER, Hedge.JUST_UNDER, Hedge.UP_TO})
_TURNED = frozenset({"not", "never", "no", "hardly", "far", "without", "anything", "nowhere"})


def judge_meaning(
    words: str, means: str, figures: Sequence[Figure], among: Sequence[Figure] = ()
) -> Verdict:
    """Judge what an author's words are said to mean, if anything; raises `UnclearClaimError`.

    Words that state a quantity themselves are judged as they are, and take no other meaning.
    """
    if not means:
        return judge(words, figures, among)
    if _states(words, len(figures), among=bool(among)):
        raise UnclearClaimError(
            f"'{words}' has a meaning of its own",
            "leave means= out, or put the brackets round the word alone that has none",
        )
    if _against(words, means):
        raise UnclearClaimError(
            f"'{words}' cannot mean '{means}'", "say from where on it is so, or take another word"
        )
    verdict = judge(means, figures, among)
    if verdict.true:
        return verdict
    return Verdict(true=False, message=f"'{words}': {verdict.message}", hint=verdict.hint)


def _states(words: str, cells: int, *, among: bool) -> bool:
    """Whether words state a quantity that can be read, or any number at all."""
    tokens = tokens_of(words)
    if any(read_amount(tokens, at) for at in range(len(tokens))):
        return True
    try:
        read_claim(words, cells=cells, among=among)
    except UnclearClaimError:
        return False
    return True


def _against(words: str, means: str) -> bool:
    """Whether the words name the one end of a measure, and what they are said to mean the other."""
    said, meant = set(tokens_of(words)), tokens_of(means)
    hedges = {found[0].hedge for at in range(len(meant)) if (found := read_quantity(meant, at))}
    high, low = bool(said & HIGH), bool(said & LOW)
    if high == low:
        return False
    return bool(hedges & (_UPWARD if low != bool(said & _TURNED) else _DOWNWARD))
