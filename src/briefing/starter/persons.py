"""What tells who somebody is: heads that ask for it, labels that read like names of people.

English, German, French, Spanish and Welsh are known, as elsewhere in a draft.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.starter import cells as look

if TYPE_CHECKING:
    from collections.abc import Iterable

_ASIDE = r"\W*(?:\W*(?:optional|voluntary|freiwillig|facultati\w+|opcional|dewisol)\W*)?"
_YOUR = r"(?:your|ihre?|deine?|eure?|votre|vos|su|tu|vuestro|eich|dy|full|own|the|le|la|der|el)"
_WHAT = r"(?:what(?: is| was|'s)|wie (?:ist|lautet)|quel est|cuál es)?\s*"
_A_NAME = (
    r"(?:names?|noms?|nombres?|enw|vor-? und (?:nach|zu)name|nom et prénom|nombre y apellidos)"
)
_S = r"(?:'s|s'|\N{RIGHT SINGLE QUOTATION MARK}s|s\N{RIGHT SINGLE QUOTATION MARK})?"
_OF_WHOM = (
    r"(?:manager|officer|teacher|tutor|doctor|gp|nurse|instructor|supervisor|lecturer|adviser|"
    r"advisor|counsellor|interviewer|enumerator|neighbour|partner|contact|carer|social worker)"
)
_ASKED = (
    rf"{_WHAT}(?:{_YOUR} )*{_A_NAME}{_ASIDE}",
    r"(?:.*\b)?(?:vornamen?|nachnamen?|familienname|prénoms?|apellidos?|cyfenw)\b.*",
    rf".*\b{_OF_WHOM}{_S} names?\b.*",
    r".*\byour (?:full |first |last |own )name\b.*",
    r"(?:name of )?(?:the )?(?:interviewer|enumerator)(?:'s name)?",
    r"int(?:erviewer)?[_ ]?(?:name|nam)",
    r"(?:.*\b)?(?:postleitzahl|plz|code postal|código postal|cod post)\b.*",
    r"(?:.*\b)?(?:e-?mail-?adresse|adresse e-?mail|courriel|correo electrónico|e-?bost)\b.*",
    r"(?:.*\b)?(?:telefonnummer|handynummer|numéro de (?:téléphone|portable)|rhif ffôn)\b.*",
    r"(?:número de )?(?:teléfono|móvil)",
    r"(?:.*\b)?(?:geburtsdatum|date de naissance|fecha de nacimiento|dyddiad geni)\b.*",
)
ASKED = re.compile("|".join(_ASKED), re.IGNORECASE)
"""Heads of columns that hold who somebody is, whoever that may be."""
WHO = re.compile(
    rf"\b(?:who|whom|wer|wen|wem|qui|quién|pwy)\b(?!.*\b(?:live|lives|come|came|travel)\b)"
    rf"|\bwhich (?:member of staff|{_OF_WHOM})\b|(?:^|\byour |\bmy )(?:\w+ )?{_OF_WHOM}\W*$",
    re.IGNORECASE,
)
"""Wordings that may ask for a person, as their answers then tell."""
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Sir|Herr|Frau|Mme|Mlle|Monsieur|Madame|Señora?)\b\.?"
    r" [^\W\d_a-z]"
)
_WORD = r"(?:[^\W\d_]['\N{RIGHT SINGLE QUOTATION MARK}.-]?)+"
_NAMED = re.compile(rf"{_WORD}(?: {_WORD}){{1,2}}")
_PLACE = re.compile(
    r"abbey|avenue|bank|bay|beach|bridge|bus|castle|center|centre|church|city|clinic|close"
    r"|club|college|common|corner|council|county|court|cross|district|east|end|estate|farm"
    r"|field|fields|fire|ford|forest|garden|gardens|gate|green|group|grove|hall|harbour"
    r"|heights|high|hill|hospital|house|island|junction|lake|lane|library|lower|market"
    r"|meadow|meadows|mill|moor|museum|new|no|north|not|office|old|other|park|place|police"
    r"|pool|port|road|school|sea|service|services|shire|south|square|station|street|surgery"
    r"|team|terrace|theatre|town|university|upper|vale|valley|very|view|village|walk|ward"
    r"|water|way|west|wood|woods|yes"
)
"""Words of places and services, which are written with capitals too."""
_OFTEN = 0.3


def reads_like_a_person(label: str) -> bool:
    """Whether a label may be somebody's name: two or three words with capitals, or a title."""
    if _TITLED.search(label):
        return True
    words = label.split()
    return (
        bool(_NAMED.fullmatch(label))
        and all(each[:1].isupper() and not each.isupper() for each in words)
        and not any(_PLACE.fullmatch(each.casefold().rstrip(".")) for each in words)
    )


def names_a_person(label: str) -> bool:
    """Whether somebody's name may stand among the words of a label: ``a lift from Jo Bloggs``."""
    return any(reads_like_a_person(" ".join(pair)) for pair in pairwise(label.split()))


def nameless(mention: str) -> str:
    """What somebody wrote beside the options of a form; nothing of it where it may name a person.

    Mentions are listed in tables, which nobody has read before they are made.
    """
    told = reads_like_a_person(mention) or names_a_person(mention)
    return look.MASK if told else look.masked(mention)


def hold_people(labels: Iterable[str]) -> bool:
    """Whether so many of some labels read like names of people that they are not a form's."""
    known = set(labels)
    return sum(map(reads_like_a_person, known)) > _OFTEN * len(known)
