"""Words for what has changed since another time, or along a line; see `quantifying`."""

from __future__ import annotations

_HAS = r"(?:(?:has|have|had|also|then)\s)?(?:(?:{degrees}|since|recently)\s)?"
_IS = r"(?:is|are|was|were|has\sbeen|have\sbeen|remains?|remained|stays?|seems?)"
_MOVE = (
    "rise|grow|fall|decline|increase|decrease|drop|improve|worsen|shrink|climb|deteriorate|widen|"
    "narrow"
)

CHANGES = (
    (
        r"\b(?:has|have)\s(?:(?:{degrees}|also|since|all|not)\s)?(?:risen|fallen|grown|dropped|declined|"
        r"increased|decreased|improved|worsened|deteriorated|shrunk|narrowed|widened|slipped|soared|"
        r"plummeted|hardened|eased|stalled|slumped|dipped|strengthened|weakened|gone\s(?:up|down))"
        r"{stands_behind}"
    ),
    r"\b(?:huge|big|marked|sharp|dramatic|notable|clear|small|slight)\s(?:change|shift|swing|improvement)\s(?:was\s)?in\b",
    rf"(?<!\bwe\s)\bcontinue[sd]?\sto\s(?:{_MOVE}){{stands_behind}}",
    r"\b(?:up|down)\son\s(?:last|a\syear|the\s(?:last|previous)|(?:19|20)\d\d)\b",
    r"\b(?:doubled|halved|trebled|tripled|quadrupled)\b",
    rf"\b(?:{{measured}}){{of_what}}\s{_HAS}(?:{{risen}}|{{fallen}})\b(?!\s(?:due|under|within|to\sus|short|into|apart|on|outside|foul|silent)\b)",
    r"\bopinions?\s(?:has\s|have\s)?(?:swung|shifted|turned|hardened|softened)\b",
    r"\b(?:is|are|was|were|at)\s(?:at\s)?(?:rock[\s-]bottom|fever\spitch)\b",
    (
        rf"\b(?:{{measured}}){{of_what}}\s(?:{_IS}|keeps?|continues?\sto)\s(?:(?:{{degrees}})\s)?"
        r"(?:{moving}|rise|grow|fall|increase|decline|on\sthe\s(?:rise|wane|increase|decline|up)|"
        r"at\san?\s(?:record|all-time)|up(?!\sto\b)|down|{dimensions})\b"
    ),
    (
        r"\b(?:{measured})\s(?:hovers?|hovered|lingers?|lingered|languish\w*|stands?|stood|sits?|sat|"
        r"runs?|ran|ranges?|ranged)\s(?:at|around|near|between|above|below|under|over|from)\b"
        r"(?!\sthe\s(?:heart|centre|core|root)\b|\s(?:hand|issue|stake|risk|odds)\b)"
        r"(?!\s(?:(?:just|only|over|under|about|around|almost|nearly|well)\s){{0,2}}(?:\d|<|an?\b|half\b|{numbers}\b))"
    ),
    r"\bhalf-?way\s(?:mark|point|line)\b",
    r"\b(?:{measured}|{named}|they)\b[^.!?;:]{{0,30}}?\b(?:[^\W\d_]+er|more\s\w+|less\s\w+)\sthan\sever\b",
    (
        r"\b(?:rose|risen|fell|fallen|grew|grown|dropped|climbed|increased|decreased|declined)\s"
        r"(?:by|from(?!\sthe\b)|to(?!\s(?:us|me|them|you|the\soccasion|prominence|power)\b)|since|further|again|{little})\b"
    ),
    r"\b(?:{measured}){goes}\s(?:up|down|higher|lower)\b".replace(
        "{goes}", r"\s(?:goes|went|(?:has|have)\sgone)"
    ),
    (
        r"\b(?:bars?|slices?|columns?|segments?|wedges?|curves?|lines?)\b[^.!?;:]{{0,50}}?\s"
        r"(?:tower(?:s|ing)?\s(?:over|above)|(?:tall|long|short|larg|small|bigg)(?:er|est)|"
        r"(?:{risen}|{fallen})(?=\s(?:from|to|sharply|steeply|steadily|towards|and)\b))\b"
    ),
)
"""Since another time, and along the line of a chart."""
