"""Words that say how many without a number: quantifiers, places, comparisons, changes.

Prose is full of such words, so each family says beside which others it speaks of data. A family is
a pattern in which ``{named}`` stands for what respondents are called, ``{verbs}`` for what they do.
"""

from __future__ import annotations

NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred"
)
VERBS = (
    "say|says|said|see|saw|think|thought|feel|felt|know|knew|agree|agreed|disagree|disagreed|"
    "believe|believed|expect|expected|want|wanted|use|used|have|had|are|were|is|was|do|did|would|"
    "find|found|call|called|name|named|rate|rated|trust|trusted|come|came|go|went|report|reported|"
    "support|supported|oppose|opposed|prefer|preferred|lead|led|added|asked|chose|choose|"
    "mentioned|mention|told|gave|give|lack|need|needed|worry|complained|visit|visited"
)
"""What respondents do, as far as publications tell of it."""

_OPENS = r"(?<![^\s(\u201c\u2018\"*-])"
_MEASURED = (
    "shares?|proportions?|numbers?|figures?|support|trust|confidence|satisfaction|demand|interest|"
    "agreement|engagement|involvement|awareness|knowledge|turnout|concern|opposition|participation"
)
"""What rises and falls where a survey is told of."""
_THINGS = (
    "reasons?|priorit(?:y|ies)|concerns?|worr(?:y|ies)|barriers?|problems?|issues?|obstacles?|"
    "complaints?|choices?|answers?|themes?|topics?|causes?|sources?|drivers?|requests?|demands?"
)
"""What answers are counted by."""
_LITTLE = "sharp|sharply|steep|steeply|slight|slightly|small|large|big|marked|modest|steady"
_EVERYONE = "everyone|everybody|nobody|no\\sone|no-one"
_WISHED = "should|must|can|could|may|might|will|would|who|whose|in|else|to|with|from|at"
_NO_PLACE = (
    "steps?|times?|places?|pages?|half|choices?|votes?|parts?|thing|years?|names?|sight|aid|hand|"
    "edition|class|floor|instance|minute|week|month|day|resort|two|three|few|preference"
)

FAMILIES = (
    # -- how many of them
    r"(?<!make\sthe\s)(?<!making\sthe\s)\bmost\b(?=\s(?:of\b|{verbs})|\s[^\W\d_]{{3,}}s\b(?<!ss)|\s(?:{named})\b)",
    r"\bmajorit(?:y|ies)\b",
    r"(?<!ethnic\s)\bminorit(?:y|ies)\b(?!\s(?:groups?|ethnic|communit|languages?))",
    r"\b(?:almost|nearly|virtually)\s(?:all|every\w*|none|everyone)\b",
    r"\balmost\s(?:no\b(?:\sone)?|nobody\b) | \b(?:hardly|barely|scarcely)\sany\w*",
    rf"\b(?:{_EVERYONE})\s(?:{{verbs}})\b",
    (
        rf"(?:(?<=[.!?:;,]\s)|\A|(?<=\b(?:and|but)\s)|(?<=\bthat\s))(?:{_EVERYONE})"
        rf"(?=\s(?!(?:{_WISHED})\b)[^\W\d_]+)"
    ),
    r"\b(?:all|every|each|no|few|fewer|both|none)\s{whose}(?:{named})\b",
    _OPENS + r"(?:few|fewer|none|all|both)\s(?:{verbs})\b",
    r"\b(?:all|both|none|few|each|every\sone)\sof\s(?:them|these|those|us)\b",
    r"(?<!how\s)(?<!as\s)(?<!so\s)(?<!too\s)\b(?:many|several|numerous|countless)\s{whose}(?:{named})\b(?!\s(?:as|more)\b)",
    (
        r"(?<!how\s)(?<!as\s)(?<!so\s)(?<!too\s)\b(?:many|several|plenty|lots|dozens)\sof\s"
        r"(?:them|these|those|us|(?:the|our|all)\s(?:{named}))\b"
    ),
    _OPENS + r"(?<!how\s)(?<!as\s)(?:many|several)\s(?:{verbs})\b",
    r"\bsome\s{whose}(?:{named})\b | \bsome\sof\s(?:them|these|those|us)\b",
    r"\b(?:a\snumber|a\scouple)\sof\s(?:them|these|those|us|(?:the\s|our\s)?(?:{named}))\b",
    (
        r"\b(?:a\shandful|a\shost|a\slot|lots|plenty|scores|the\sbulk|the\srest)\sof\s"
        r"(?:them|these|those|us|(?:the\s|our\s)?(?:{named}))\b"
    ),
    r"\b(?:dozens?|hundreds|thousands|millions)\b",
    r"\bfewer\s(?:with|of|in)\b",
    # -- how widely
    r"\bwidespread\b | \boverwhelming(?:ly)?\b(?!\smajorit) | \bunanimous(?:ly)?\b",
    (
        r"\b(?:{named})\s(?:mostly|mainly|largely|generally|widely|broadly|rarely|seldom|always|never|"
        r"often|usually|frequently|sometimes)\s(?:{verbs})\b"
    ),
    r"\b(?:evenly|equally)\s(?:split|divided|matched)\b | \bon\saverage\b",
    # -- which place
    (
        r"\b(?:highest|lowest|fewest|biggest|largest|smallest|commonest|greatest|strongest|weakest)\b"
        r"(?!\s(?:possible|common))"
    ),
    (
        rf"\b(?:top|bottom)\s(?:{NUMBERS})\b | \b(?:top|leading|main|chief|key|foremost)\s"
        rf"(?:{_THINGS})\b"
    ),
    r"\b(?:similar|same|equal)\s(?:proportion|share|number|percentage)\b",
    r"\b(?:most|least)\s(?:common|often|frequent|popular|likely|widely)\w*",
    (
        r"(?<!at\s)\bthe\s(?:most|least|best|worst)\b"
        r"(?!\s(?:of\s(?:it|this|that|their|our|your)\b|part\b|recent|way|ways|interests?\b|practice))"
    ),
    (
        r"\b(?:works?|worked|rated|seen|fares?|fared|scores?|scored|does|did|valued|known|liked|gains?|"
        r"gained)\s(?:the\s)?(?:best|worst|least|most)\b(?!\s(?:of|in)\s(?:it|all)\b)"
    ),
    r"\b(?:ranked|placed)\s(?:first|second|third|fourth|fifth|top|last|highest|lowest)\b",
    (
        r"\b(?:come|comes|came|put|puts|rank|ranks|finish|finished)\b[^.!?;:,]{{0,40}}?"
        rf"\s(?:first|last|top|bottom)\b(?!\s(?:{_NO_PLACE})\b)"
    ),
    r"\b(?:second|third|fourth|fifth)[\s-](?:most|least|highest|lowest|largest|biggest|smallest)\b",
    r"\b(?:top|tops|topped|head|heads|headed|lead|leads|led)\sthe\s(?:list|table|poll|league)\b",
    # -- beside others
    r"\b(?:twice|double|thrice|treble|triple)\s(?:as|the)\b",
    rf"\b(?:{NUMBERS})\stimes\s(?:as|more|the)\b",
    r"\bmore\s(?:{named}|{verbs})\b(?=[^.!?]*\bthan\b)",
    (
        r"\b(?:more|less)\s(?:likely|common|often|frequent\w*|popular|widespread)\b"
        r"(?=[^.!?]*\bthan\b)(?!\sthan\snot\b)"
    ),
    r"\b(?:named|chosen|mentioned|cited|ticked|picked)\s(?:more|less)\soften\b",
    r"\boutnumber\w*\b | \b(?:far|well|close|just|lags?|lagged)\s(?:far\s|well\s)?behind\b",
    r"\b(?:far|well|just|narrowly|and)\sahead\b",
    r"\bahead\sof\b(?!\s(?:the|time|schedule|us|them|it)\b)",
    # -- since another time
    r"\b(?:doubled|halved|trebled|tripled|quadrupled)\b",
    (
        r"\b(?:rose|risen|fell|fallen|grew|grown|dropped|climbed|increased|decreased|declined)\s"
        rf"(?:by|from(?!\sthe\b)|to(?!\s(?:us|me|them|you)\b)|since|further|again|{_LITTLE})\b"
    ),
    (
        rf"\b(?:{_MEASURED})\s(?:has\s|have\s)?(?:rose|risen|fell|fallen|grew|grown|dropped|climbed|"
        r"increased|decreased|declined|shrank|shrunk)\b"
    ),
    (
        rf"\b(?:{_MEASURED})\s(?:is|are|was|were|goes|went|(?:has|have)\sgone)\s"
        r"(?:up|down|higher|lower)\b"
    ),
    rf"\b(?:{_LITTLE})\s(?:rise|fall|increase|decrease|decline|drop|growth)\b",
    rf"\b(?:rise|fall|increase|decrease|decline|drop|growth)\sin\s(?:the\s)?(?:{_MEASURED})\b",
)
"""Each way of quantifying in words that is looked for in prose."""


def quantifying(named: str, whose: str) -> str:
    """One pattern for all families; `named` is what respondents are called, `whose` precedes it."""
    return "|".join(each.format(named=named, verbs=VERBS, whose=whose) for each in FAMILIES)
