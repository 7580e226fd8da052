"""Fractions, majorities and places in the words of other languages, as publications use them.

English has a whole net of its own; of these languages the plainest words are known. A claim cannot
prove them: it is read in English.
"""

from __future__ import annotations

import re
from functools import cache

_DE = (
    (
        r"(?:(?:die|der|eine[rn]?|große[nr]?|überwiegende[nr]?|knappe[nr]?)\s)*(?:mehrheit|minderheit|mehrzahl)"
        r"(?!\s(?:des\svorstands|im\srat))"
    ),
    r"die\smeisten(?!\smale)|am\s(?:meisten|häufigsten|seltensten|wenigsten|besten|schlechtesten)",
    r"(?:fast|nahezu|beinahe)\s(?:alle|jede[rs]?|niemand|keine[rsn]?)|kaum\sjemand|einstimmig",
    (
        r"(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)\s(?:drittel|viertel|fünftel|sechstel|achtel|zehntel)"
        r"(?!\s?(?:stunde|liter|jahr))"
    ),
    r"(?:rund\s|fast\s|gut\s|knapp\s)?die\shälfte(?!\sder\szeit)|jede[rsn]?\s(?:zweite|dritte|vierte|fünfte|zehnte)[rnsm]?",
    r"(?:\d+|eine[rs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun)\svon\s(?:\d+|drei|vier|fünf|sechs|zehn|hundert)\b",
    r"(?:doppelt|dreimal|viermal|halb)\sso\s(?:viele?|oft|hoch|häufig)|verdoppelt|verdreifacht|halbiert",
    (
        r"(?:höchste|niedrigste|größte|kleinste|häufigste|wichtigste|beliebteste|stärkste|schwächste)[nrsm]?\s"
        r"(?:anteil|zustimmung|zufriedenheit|wert|grund|antwort|sorge|gruppe|rang)"
    ),
)
_FR = (
    r"la\splupart|(?:(?:la|une)\s)?(?:grande\s|large\s|courte\s|vaste\s)?(?:majorité|minorité)(?!\s(?:municipale|ethnique))",
    (
        r"(?:un|deux)\stiers(?!\s(?:de\sconfiance|payant))|(?:un|trois)\squarts?(?!\sd['\u2019]heure)|"
        r"(?:un|deux|trois|quatre)\scinquièmes?|(?:un|trois|sept|neuf)\sdixièmes?"
    ),
    r"la\smoitié(?!\sdu\stemps)|(?:presque|quasiment)\s(?:tous|toutes|tout\sle\smonde|personne|aucune?)|quasi-totalité",
    r"(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf)\s(?:[^\W\d_]+\s)?sur\s(?:\d+|deux|trois|quatre|cinq|six|dix|cent)\b",
    r"(?:deux|trois|quatre)\sfois\s(?:plus|moins)|(?:a|ont)\s(?:doublé|triplé)|unanimes?\b|à\sl['\u2019]unanimité",
    r"l[ea]s?\s(?:plus|moins)\s(?:élevée?s?|fréquente?s?|souvent|nombreu(?:x|ses)|satisfaite?s?|forte?s?|faibles?|importante?s?)",
)
_CY = (
    r"(?:y\s|y\srhan\s|rhan\s)(?:fwyaf|mwyaf)\so|(?:y\s|)(?:mwyafrif|fwyafrif|lleiafrif)(?!\sethnig)",
    r"(?:un\s|)traean|dau\sdraean|(?:tri\s|)chwarter(?!\sawr)|hanner(?!\s(?:awr|dydd|nos|tymor))|dwy\sran\so\sdair",
    (
        r"(?:\d+|un|dau|dwy|tri|tair|pedwar|pedair|pump|chwech|saith|wyth|naw)\so\s(?:bob\s)?"
        r"(?:\d+|dau|dri|tri|bedwar|pedwar|bump|pump|ddeg|deg)\b"
    ),
    r"bron\s(?:pawb|neb|y\scyfan)|dwywaith\scymaint|teirgwaith\scymaint|yn\sunfrydol",
    r"(?:uchaf|isaf|amlaf|mwyaf\sbodlon|lleiaf\sbodlon)\so\s(?:blith|bawb)",
)
_ES = (
    r"(?:(?:la|una)\s)?(?:gran\s|amplia\s|inmensa\s)?(?:mayoría|minoría)(?!\sétnica)",
    r"(?:un|dos)\stercios?|(?:un|tres)\scuartos?(?!\sde\shora)|(?:un|dos|tres|cuatro)\squintos?|la\smitad(?!\sdel\stiempo)",
    r"(?:\d+|una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)\sde\scada\s[^\W_]+",
    r"casi\s(?:tod[oa]s|nadie|ningun[oa])|el\s(?:doble|triple)\sde|por\sunanimidad|unánimes?\b|se\s(?:duplicó|triplicó)",
    r"(?:el|la|los|las)\s(?:más|menos)\s(?:frecuentes?|valorad[oa]s?|alt[oa]s?|baj[oa]s?|satisfech[oa]s?)",
)
FAMILIES = {"de": _DE, "fr": _FR, "cy": _CY, "es": _ES}
"""What is known of each language."""


@cache
def abroad(language: str) -> re.Pattern[str] | None:
    """What quantifies in a language, a BCP 47 tag, in texts in small letters; None if none is."""
    families = FAMILIES.get(language.partition("-")[0].lower())
    return re.compile(rf"\b(?:{'|'.join(families)})") if families else None
