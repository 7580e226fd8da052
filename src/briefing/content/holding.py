"""Where a space holds: between a figure and what it belongs to, within names and short forms.

What tells such places is a list of words for each language: English, German, Welsh and French have
one. Signs, initials and groups of figures tell them in any.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefing.signs import APOSTROPHE, ELLIPSIS, EM_DASH, EN_DASH

if TYPE_CHECKING:
    from collections.abc import Iterator

SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundred"
"""Numbers in words that are short enough to be held to what follows them."""


@dataclass(frozen=True, slots=True)
class _Held:
    """The words of a language, as patterns; `share` is "per cent" in its two words."""

    share: tuple[str, str]
    units: str
    labels: str
    titles: str
    months: str
    day: str
    """What may stand behind the figure of a day."""
    of: str
    """What stands between a count and what it is counted of."""
    to: str
    """What stands between the two figures of a range."""
    ratio: tuple[str, str]
    """Short numbers in words, and what stands between two of them: two in five."""
    own: tuple[str, ...] = ()
    """What it has of its own: patterns in which a blank holds."""


_HELD = {
    "en": _Held(
        share=("per", "cent"),
        units=(
            "percent|percentage|million|billion|trillion|thousand|bn|pence|p"
            r"|[ap]m|[ap]\.m\.|noon|mph|miles?|years?|months?|weeks?|days?|hours?|minutes?"
            rf"|points?|hrs?|mins?|secs?|ft|o['{APOSTROPHE}]clock"
        ),
        labels=(
            r"pages?|pp?\.|slides?|[Ff]ig(?:\.|ures?)|[Tt]ables?|[Cc]harts?|[Mm]aps?|[Bb]ox(?:es)?"
            r"|[Tt]hemes?|Q|[Qq]uestions?|[Ss]ections?|[Aa]ppendi(?:x|ces)|[Aa]nnex(?:es)?"
            r"|[Cc]hapters?|ch\.|[Pp]art|[Ss]tep|[Oo]ption|[Ii]tem|[Ww]ard|[Nn]os?\.|[Pp]hase"
            r"|[Ww]aves?|[Tt]ier|[Ll]evels?|[Yy]ear|[Gg]roup|[Zz]one|[Rr]oom|[Cc]lauses?|[Aa]rticles?"
            r"|[Ss]tages?|[Ss]chedules?|[Cc]lass|[Tt]ypes?|[Gg]rades?|[Bb]ands?|[Rr]ules?|[Ll]ines?"
            r"|[Pp]aragraphs?|paras?\.|[Rr]ef(?:\.|erence)?|[Vv]ol(?:\.|umes?)|[Vv]ersion|Act|Bill"
            r"|[Rr]egulations?|[Dd]irective|Order|[Cc]ategory|[Uu]nit|[Ww]eek|[Ll]ot|[Rr]oute|[Bb]us"
            r"|[Jj]unction|eds?\.|q\."
        ),
        titles=(
            r"(?:Mrs?|Ms|Mx|Dr|Prof|Cllr|Rev|St)\.?|Miss|Sir|Dame|Lord|Lady|Baroness|Baron"
            r"|Professor|Doctor|Reverend|King|Queen|Prince(?:ss)?|President"
        ),
        months=(
            "January|February|March|April|May|June|July|August|September|October|November"
            r"|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
        ),
        day="st|nd|rd|th|",
        of="of|in|out",
        to="to",
        ratio=(SMALL, "in"),
    ),
    "de": _Held(
        share=("vom", "Hundert"),
        units=(
            r"Prozent(?:punkten?|punkte?)?|Million(?:en)?|Milliarden?|Mio\.|Mrd\.|Tausend|Tsd\."
            "|Euro|Cent|Uhr|Jahren?|Monaten?|Wochen?|Tagen?|Stunden?|Minuten?|Punkten?"
        ),
        labels=(
            r"Seiten?|S\.|Abb(?:\.|ildung(?:en)?)|Tab(?:\.|ellen?)|Fragen?|Kap(?:\.|itel)|Nr\."
            r"|Abschnitt|Anhang|Anlage|Teil|Schritt|Stufe|Band|Bd\.|Art(?:\.|ikel)|Abs\."
            r"|Ziff(?:\.|er)|S[aä]tze?|Klassen?|Gruppen?|Zeilen?|Spalten?|Rn\.|Randnr\.|Zimmer|Typ"
            r"|Quartal|Woche|Jahrgang|Gesetz"
        ),
        titles=r"Herrn?|Frau|Prof\.|Dr\.",
        months=(
            "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
        ),
        day=r"\.|",
        of="von|mal",
        to="bis",
        ratio=("eine?r?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn", "von"),
        own=(
            r"(?<![\w.,])\d{1,2}\.(?P<ordinal>[ ])(?=(?:Jahrhundert|Klasse|Quartal|Auflage)\w*)",
            r"(?<=\w)(?P<of_a_ruler>[ ])(?=[IVX]{1,4}\.(?!\w))",
            r"\bBuchst\.(?P<letter>[ ])(?=[a-z]\b)",
        ),
    ),
    "cy": _Held(
        share=("y", "cant"),
        units=(
            "miliwn|biliwn|mil|mlynedd|blynedd|oed|pwynt|awr|munud|mis|wythnos|diwrnod|punt|ceiniog"
        ),
        labels=(
            r"[Tt]udalen(?:nau)?|tt?\.|[Ff]figur|[Tt]abl|[Ss]iart|[Cc]westiwn|[Pp]ennod|[Aa]dran"
            r"|[Aa]todiad|[Rr]han|[Cc]am|[Rr]hif|[Bb]locs|[Gg]rŵp|[Ee]rthygl|Deddf|[Ll]efel|[Ww]ythnos"
        ),
        titles=r"Mrs?|Ms|Dr\.?|Cyng\.?|Syr|Athro|Arglwydd|Parch\.?",
        months=(
            "Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr"
        ),
        day="",
        of="o",
        to="i",
        ratio=("un|dau|dwy|tri|tair|pedwar|pump|chwech|saith|wyth|naw|deg", "mewn"),
        own=(
            r"(?<=\d)(?P<in_every>[ ])(?=o[ ]bob[ ]\d)",
            r"(?<=\d[ ]o)(?P<every>[ ])(?=bob[ ]\d)",
            r"(?<=\d[ ]o[ ]bob)(?P<of_every>[ ])(?=\d)",
        ),
    ),
    "fr": _Held(
        share=("pour", "cent"),
        units="millions?|milliards?|mille|euros?|centimes?|ans|mois|semaines?|jours?|heures?|h|points?",
        labels=(
            r"[Pp]ages?|pp?\.|[Ff]ig(?:\.|ures?)|[Tt]ab(?:\.|leaux?)|[Qq]uestions?|[Cc]hap(?:\."
            r"|itres?)|[Aa]nnexes?|[Pp]arties?|[Éé]tapes?|[Nn]\N{DEGREE SIGN}"
            r"|[Nn]\N{MASCULINE ORDINAL INDICATOR}|[Nn]uméros?|[Nn]os?|[Aa]rt(?:\.|icles?)"
            r"|[Tt]omes?|t\.|[Aa]linéas?|al\.|[Nn]iveaux?|[Gg]roupes?|[Ll]ignes?|[Pp]oints?|[Tt]rimestre|[Ll]oi"
            r"|[Dd]écret|[Dd]irective|[Cc]lasse"
        ),
        titles=r"MM?\.|Mmes?|Mlles?|Drs?|Pr|Me|Monsieur|Madame",
        months=(
            "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
        ),
        day="er|",
        of="sur",
        to="à",
        ratio=("une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix", "sur"),
        own=(
            r"\b[IVX]+e(?P<century>[ ])(?=siècles?\b)",
            r"(?<=\w)(?P<of_a_ruler>[ ])(?=I(?:er|re)\b)",
        ),
    ),
}
_UNITS = (
    "%|\N{PER MILLE SIGN}|\N{DEGREE SIGN}[CF]?|[€£$]"
    "|[mck]?m[23\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}]?"
    "|kg|mg|g|t|ha|l|ml|pt|k?Wh?|[MG]W|[kMGT]?bit/s|[kMGT]B|Hz|km/h|dB"
)
_DIGIT_GROUPS = r"(?<=\d)(?P<in_number>[ ])(?=\d{3,4}(?![\d-]))(?!\d{4}(?<=[12]\d{3}))"


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """The places at which a space holds, the second ones of what holds with two, and the rest."""
    held, times = _HELD[language], "\N{MULTIPLICATION SIGN}"
    english = _HELD["en"]
    per, cent = held.share
    labels = held.labels if held is english else f"{english.labels}|{held.labels}"
    titles = held.titles if held is english else f"{english.titles}|{held.titles}"
    small, between = held.ratio
    first = rf"""
      (?<=\d)(?P<before_share>[ ])(?={per}[ ]{cent}\b)
    | (?<![\w-])(?i:{SMALL})(?P<before_unit_of_words>[ ])(?=per[ ]cent\b)
    | (?<=\d)(?P<before_unit>[ ])(?=(?:{_UNITS}|{held.units})(?!\w))
    | (?:[£€$]|\b(?:EUR|GBP|USD|CHF))(?P<behind_currency>[ ])(?=\d)
    | (?<![\w.])\d{{1,2}}(?:{held.day})(?P<in_date>[ ])(?=(?:{held.months})(?!\w))
    | (?<!\w)(?:{held.months})(?P<in_month>[ ])(?=\d{{1,2}}(?![\d.:]))
    | (?<![\w.,])\d{{1,3}}(?P<in_range>[ ])(?={held.to}[ ]\d{{1,3}}(?!\d|[.,]\d))
    | (?<=\d)(?P<in_count>[ ])(?=(?:{held.of}|x|{times})[ ](?:of[ ])?\d)
    | {_DIGIT_GROUPS}
    | \b(?:{small})(?P<in_ratio>[ ])(?={between}[ ](?:{small})\b)
    | (?<!\w)(?:[nNp]|[Bb]ase)(?P<in_equation>[ ])(?=[=<>\u2264\u2265\u2248][ ]\d)
    | (?<!\w)(?:{labels})(?P<in_label>[ ])(?=[A-Z]?\d|[A-Z]\b)
    | (?<=[§#])(?P<behind_sign>[ ])(?=\d)
    | \b(?:{titles})(?P<in_title>[ ])(?=[^\W\d_a-zß-ÿ])
    | (?<=\w)(?P<in_name>[ ])(?=(?:Jr|Sr)\b|X{{0,3}}(?:I{{2,3}}|IV|VI{{1,3}}|IX|X)(?!\w))
    | (?<![\w.])[A-Z]\.(?P<behind_initial>[ ])(?=[A-Z])
    | (?<!\w)(?P<initials>[A-Z])(?P<behind_letter_of_name>[ ])(?=[A-Z][ ][A-Z][^\W\dA-Z_])
    | \b(?:e\.g|i\.e|cf|viz|vs|ca|c|approx)\.(?P<behind_short>[ ])(?=\w)
    | (?<!\w)[A-Z]{{1,2}}\d[A-Z\d]?(?P<in_postcode>[ ])(?=\d[A-Z]{{2}}(?!\w))
    | (?<!\w)0\d{{3,4}}(?P<in_telephone>[ ])(?=\d{{6}}(?!\w))
    | (?<=\bet)(?P<et_al>[ ])(?=al\.)
    | (?<![\w.])[^\W\d_A-Z]\.(?P<in_short>[ ])(?=[^\W\d_]\.)
    | (?<=\w)(?P<before_dots>[ ])(?=(?:\.{{3}}|{ELLIPSIS})(?:[ ]|\Z))
    | (?P<before_dash>[ ])(?=(?:-{{1,3}}|{EN_DASH}|{EM_DASH})[ ])
    | \b(?:[Oo]nly|Just|Of|To|For)(?P<before_figure>[ ])(?=\d)
    | (?<=\w)(?P<before_last>[ ])(?=[a-z]{{1,3}}[.?!]["')]*\Z)
    """
    second = rf"""
      (?<=\w[ ]per)(?P<in_per_cent>[ ])(?=cent\b)
    | (?<=\d[ ]{per})(?P<in_share>[ ])(?={cent}\b)
    | (?<=\d[ ]{held.of.partition("|")[0]})(?P<in_count>[ ])(?=\d)
    | (?<=\d[ ]in)(?P<in_proportion>[ ])(?=\d)
    | (?<=\d[ ]out)(?P<in_long_count>[ ])(?=of[ ]\d)
    | (?<=\d[ ]out[ ]of)(?P<in_longer_count>[ ])(?=\d)
    | \d[ ](?:{_UNITS}|ft)(?P<in_measure>[ ])(?=[x{times}][ ]\d)
    | (?:(?<=[ ]{times})|(?<=\d[ ]x)|(?<=\d[ ]m[ ]x)|(?<=\d[ ][cmkf][mt][ ]x))
      (?P<in_product>[ ])(?=\d)
    | \b(?:{small})[ ]{between}(?P<in_ratio>[ ])(?=(?:{small})\b)
    | (?<![\w.,])\d{{1,3}}[ ]{held.to}(?P<in_range>[ ])(?=\d{{1,3}}(?!\d|[.,]\d))
    | (?<=[ ][=<>\u2264\u2265\u2248])(?P<in_equation>[ ])(?=\d)
    | (?<=\d[ ])(?:Mio|Mrd|Tsd)\.(?P<in_amount>[ ])(?=Euro|\u20ac)
    | (?<=\d[ ]h)(?P<in_time>[ ])(?=\d\d(?!\w))
    | (?<!\w)[A-Z][ ][A-Z](?P<behind_initials>[ ])(?=[A-Z][^\W\dA-Z_])
    """
    return tuple(re.compile(each, re.VERBOSE) for each in (first, second, *held.own))


def holds(text: str, language: str) -> Iterator[int]:
    """The places of spaces that hold in a text."""
    own = language.partition("-")[0].lower()
    for pattern in _patterns(own if own in _HELD else "en"):
        for match in pattern.finditer(text):
            yield match.start(match.lastgroup or "")
