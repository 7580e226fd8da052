"""What is asked of "you" as it is told of others: "treats you fairly" is "treats them fairly".

English has one word for who acts and whom it is done to, so what stands around it tells which it
is: a verb or a preposition before it, or a verb behind it. English only so far.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PREPOSITIONS = frozenset(
    {"with", "to", "for", "of", "by", "from", "about", "at", "on", "in", "near", "around", "like"}
    | {"towards", "toward", "without", "between", "among", "against", "upon", "behind", "beside"}
)
_ALWAYS = (
    "make made let keep kept give gave tell told ask treat offer allow enable encourage inform"
    " prevent affect send sent serve involve represent consult listen understand understood"
    " motivate inspire bring brought put bother interest pay paid save teach taught advise remind"
    " provide protect harm hurt hear heard see saw suit include consider enjoy meet met"
    " recognise recognize reach welcome worry upset notify update connect leave left cause"
    " empower equip prepare guide pressure force require assist"
)
"""Verbs whose forms are no names of things: what follows them is whom it is done to."""
_SOMETIMES = (
    "help support visit call answer cost contact concern need value respect trust show stop train"
    " charge phone email want know thank get give take place bill move change care email expect"
    " find"
)
"""Verbs that are names of things too: "the support you get", "they support you"."""
_ACTS = _words(
    "are were have had can could will would do did get got receive received need want use "
    "used live lived pay paid feel felt think see saw know make made work worked go went "
    "visit visited take took give gave buy bought spend spent travel like prefer own rent "
    "find found hear heard might may must should ought attend attended experience experienced "
    "expect told tell ask asked say said read watch eat join joined choose chose become "
    "became belong pick try tried wish care study studied drive drove walk cycle hope plan "
    "intend trust miss missed provide provided share shared enjoy enjoyed contact contacted "
    "call called apply applied send sent submit submitted speak spoke meet met start started "
    "leave left stay stayed hold held"
)
"""What somebody who is spoken of does: the word behind them is theirs."""
_BETWEEN = _words(
    "personally really currently ever usually always never also still already often generally "
    "normally regularly mainly mostly typically just only yourself sometimes"
)
"""What stands between who acts and what they do."""
_JOINTS = _words(
    "that which who whom what when where while how if because than before after until whether "
    "why since so unless although though once whenever wherever whatever as and or but not"
)
_NAMING = _words(
    "the a an any this that these those all no your their his her its our my some each every "
    "of for with and most best main such more other"
)
"""What stands before a name of a thing, so that it is none of what is done."""
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*|[^\w\s]")
_YOU = re.compile(r"\byou\b(?!['\u2019])", re.IGNORECASE)
_PLAIN = (
    (re.compile(r"\byourselves\b|\byourself\b|\bmyself\b", re.IGNORECASE), "themselves"),
    (re.compile(r"\byours\b|\bmine\b", re.IGNORECASE), "theirs"),
    (re.compile(r"\byour\b|\bmy\b", re.IGNORECASE), "their"),
    (re.compile(r"\byou['\u2019](?=re|ve|d\b|ll)", re.IGNORECASE), "they'"),
    (re.compile(r"\bI am\b|\bI['\u2019]m\b"), "they are"),
    (re.compile(r"\bI was\b"), "they were"),
    (re.compile(r"\bI['\u2019](?=ve|d\b|ll)"), "they'"),
    (re.compile(r"\bI\b"), "they"),
    (re.compile(r"\bme\b"), "them"),
)
"""Words of which there is one each."""


def of_others(words: str) -> str:
    """What is asked of you, as it is told of others."""
    words = _YOU.sub(lambda match: _they(words, match), words)
    words = re.sub(r"\bthey personally (?=\w)", "they ", words)
    for pattern, instead in _PLAIN:
        words = pattern.sub(lambda match, new=instead: _as_large(match[0], new), words)  # type: ignore[misc]
    return words


def _they(words: str, match: re.Match[str]) -> str:
    before = [each.casefold() for each in _WORD.findall(words[: match.start()])]
    behind = [each.casefold() for each in _WORD.findall(words[match.end() :])]
    return _as_large(match[0], "them" if _is_done_to(before, behind) else "they")


def _is_done_to(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether those spoken of are whom something is done to, by the words around them."""
    last = before[-1] if before else ""
    follows = next((each for each in behind if each not in _BETWEEN), "")
    acts = follows in _ACTS
    if last in _PREPOSITIONS:
        return not acts or follows == "to"
    if not last or last in _JOINTS or not last[0].isalpha():
        return last in ("and", "or", "as", "than") and _ends(behind)
    if last in _FORMS_ALWAYS:
        return True
    if last in _FORMS_SOMETIMES:
        named = len(before) > 1 and before[-2] in _NAMING
        return not (acts and (named or last.endswith("s"))) and not (named and bool(follows))
    return not acts and _ends_or_goes_on(behind)


def _ends(behind: Sequence[str]) -> bool:
    return not behind or not behind[0][0].isalpha()


def _ends_or_goes_on(behind: Sequence[str]) -> bool:
    """Whether what is behind is no verb by its form: nothing, how, where or with whom."""
    if _ends(behind):
        return True
    first = behind[0]
    adverb = first.endswith("ly") and first not in _BETWEEN and len(behind) == 1
    return adverb or first in _PREPOSITIONS or first in ("and", "or", "when", "if", "into")


def _as_large(old: str, new: str) -> str:
    return new[0].upper() + new[1:] if old[0].isupper() and old[0] != "I" else new


def _forms(verbs: str) -> frozenset[str]:
    """The forms of regular verbs; what is no word of these does no harm."""
    found = set()
    for verb in verbs.split():
        stem = verb.removesuffix("e")
        double = verb + verb[-1]
        third = f"{verb}es" if verb.endswith(("ch", "sh", "ss")) else f"{verb}s"
        if verb.endswith("y") and verb[-2] not in "aeo":
            stem, third = verb[:-1] + "i", verb[:-1] + "ies"
        found |= {verb, third, f"{stem}ed", f"{stem}ing", f"{double}ed", f"{double}ing"}
        found.add(f"{verb}ing")
    return frozenset(found)


_FORMS_ALWAYS, _FORMS_SOMETIMES = _forms(_ALWAYS), _forms(_SOMETIMES)
