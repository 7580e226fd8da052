"""Words that give a place among others or set one beside another; see `quantifying`."""

from __future__ import annotations

PLACES = (
    r"\b(?:second|third|fourth|fifth)[\s-](?:most|least|highest|lowest|largest|biggest|smallest)\b",
    (
        r"\b(?:highest|lowest|fewest|biggest|largest|smallest|commonest|greatest|strongest|weakest)\b"
        r"(?!\s(?:possible|common|points?|steps?|floors?|shel(?:f|ves)|peaks?|ground|bids?|tenders?|standards?|courts?|"
        r"quality|esteem|regard|honours?|office)\b)"
    ),
    (
        r"\bnumber\sone\b | \brecord\s(?:high|low|levels?|numbers?)\b | \ball-time\s(?:high|low)\b "
        r"| \bnever\sbeen\s(?:higher|lower|stronger|weaker|better|worse)\b "
        r"| (?:\bthe|\btheir|\w+['\u2019]s|\w+s['\u2019])\s"
        r"(?:clear\s|overall\s|[fF]irm\s)?favourites?\b"
        r"(?!\s(?:colours?|places?))"
    ),
    (
        r"\b(?:top|bottom)\s(?:{numbers})\b | \bsecond\sonly\sto\b | \b(?:top|leading|main|chief|"
        r"key|foremost|principal|prime|overriding|dominant|primary(?!\ssource))\s"
        r"(?:{things})\b"
    ),
    r"\b(?:similar|same|equal|even)\s(?:proportion|share|number|percentage)s?\b",
    r"\b(?:most|least)\s(?:common|often|frequent|popular|likely|widely)\w*",
    (
        r"(?<!at\s)(?<!all\s)\bthe\s(?:most|least|best|worst)\b"
        r"(?!-laid\b|\s(?:we|you|they|one)\scan\b|\s(?:of\s(?:it|this|that|their|our|your|luck)\b|part\b|important\sthing|place\sto|cost|recent|reverend|honourable|noble|way|ways|interests?\b|practice))"
    ),
    (
        r"\b(?:works?|worked|rated|seen|fares?|fared|scores?|scored|does|did|valued|known|liked|gains?|"
        r"gained)\s(?:the\s)?(?:best|worst|least|most)\b(?!\s(?:of|in)\sit\b)"
    ),
    r"(?:\bthe|\btheir|\bits|\bruns?|\branks?|\bis|\bare|\bwas|\bwere|\w+['\u2019]s|\w+s['\u2019])\s(?:{superlative})\b(?!\s(?:way|possible|thing|route)\b)",
    r"\b(?:{numbers}|\d+)\s(?:percentage\s)?points\s(?:higher|lower|more|less|up|down|ahead|behind|above|below|clear|better|worse)\b",
    (
        r"(?<!the\s)\b(?:joint\s)?(?:first|second|third|fourth|fifth|last|top|bottom)\splace\b "
        r"| \ba\s(?:close|distant|clear|strong|poor|creditable)\s"
        r"(?:first|second|third|fourth|fifth|last)\b"
    ),
    (
        r"\bthe\s(?:sole|only)\s(?:{things}|aspects?|services?|groups?|areas?|measures?|items?)\s"
        r"(?:to|that|which|where|who)\b"
    ),
    r"\b(?:{measured}){of_what}\s{stays}\s(?:best|worst)\s(?:in|among|on|at|for|with|when|where|by)\b",
    r"\b(?:tops|topped)\s(?:[^\W\d_]+['\u2019]s?\s)?(?:{things}|{measured})\b",
    r"\bnext\s(?:in\sline|in\sorder|comes?|came)\b(?!\sto\b)",
    r"\b(?:top|best|worst|lowest|highest)[-\s](?:performing|performers?|rated|scoring|ranked|placed)\b",
    r"\brunners?-up\b | \b(?:single|double|triple)\s(?:digits|figures)\b",
    (
        r"\b(?:ranks?|ranked|placed|finish(?:es|ed)?)\s(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|top|last|bottom|"
        r"highest|lowest)\b(?!\s(?:{no_place})\b)"
    ),
    r"\bby\s(?:far|some\sdistance|a\slong\s(?:way|chalk))\b(?!-)",
    (
        r"\b(?:come|comes|came|put|puts|rank|ranks|finish|finished)\b[^.!?;:,]{{0,40}}?"
        r"\s(?:first|last|top|bottom|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b"
        r"(?!\s(?:{no_place})\b)"
    ),
    (
        r"\b(?:tops?|topped|topping|heads?|headed|heading|leads?|led|leading)\sthe\s"
        r"(?:list|table|poll|league|field|pack|rankings?|charts?|race)\b "
        r"| \bbr(?:ings?|inging|ought)\sup\sthe\srear\b"
    ),
)
"""Which place."""

COMPARISONS = (
    (
        r"\b(?:{named}|{bodies}|{places}|{answers}|{measured}|those|ones)\b"
        r"(?:(?!\b(?:should|must|ought|shall|needs?|deserves?|could|may|might|can|will|would|who|whose|"
        r"that|rather|aged)\b)[^.!?;:]){{0,60}}?\s"
        r"(?:(?:{more})\b(?:[^.!?;:]{{0,50}}?\s)?than\b|(?:more|less)\sthan\b)"
        r"(?!\s(?:\d|(?:{numbers})\b|half|an?|enough|welcome|happy|ready|ever|once|twice|useful)\b)"
    ),
    (
        r"(?<!no\s)\b(?:{more})(?:\s[^\s.!?;:,]+){{0,8}}?\sthan\s"
        r"(?:those|their|others?|any|every|all|among|in|at|for|(?:the\s)?(?:other|previous|rest)|"
        r"(?:[^\W\d_]+\s){{0,2}}(?:{named}|{bodies}|ones)|(?:{places}))\b"
    ),
    (
        r"\b(?:matter|count|weigh|worr)(?:s|ed|ies|ied)\s(?:{degrees}\s)?(?:more|less)\b"
        r"[^.!?;:]{{0,60}}?\bthan\b"
    ),
    (
        r"\b(?:{named}|they)\s(?:[^\W\d_]+ly\s)?(?:rank(?:ed)?|rate[sd]?|prefer(?:red)?|favour(?:ed)?|"
        r"prioritise[sd]?|value[sd]?|put|place[sd]?)\s[^.!?;:]{{1,50}}?\s"
        r"(?:above|below|ahead\sof|rather\sthan|over)\b"
    ),
    (
        r"\b(?:{named}|{bodies}|those|they)\s(?:trail|lag|beat|top|rival|match)(?:s|ed|ged)?\s"
        r"(?:(?:behind|the|their|other|most)\s)*(?:[^\W\d_]+\s)?"
        r"(?:{named}|{bodies}|{places}|those|others|rivals|counterparts|peers)\b"
    ),
    (
        r"\b(?:{more}|more|fewer|less)\s(?:[^\W\d_]+\s)?(?:{answers}|{feelings}|{things})\b"
        r"[^.!?;:]{{0,60}}?\sthan\b"
    ),
    (
        r"\b(?:{named}|{bodies}|those|they)\b[^.!?;:]{{0,40}}?\s(?:find|finds|found)\s(?:it\s)?"
        r"(?:{degrees}\s)?(?:{more})\b"
    ),
    (
        r"\b(?:{named}|those|they)\b[^.!?;:]{{0,40}}?\s(?:rate[sd]?|view(?:s|ed)?|see|saw|"
        r"describe[sd]?|regard(?:s|ed)?|score[sd]?|speak|spoke)\s[^.!?;:,]{{1,40}}?\s(?:more|less)\s[^\W\d_]+ly\b"
    ),
    (
        r"\b(?:{named}|{bodies}|groups?|services?|those|they)\b"
        r"(?:\s(?!would\b|should\b)[^\s.!?;:,]+){{0,4}}?\s"
        r"(?:have|has|had|face[sd]?|gets?|got|gives?|gave|draws?|drew|attract(?:s|ed)?|enjoy(?:s|ed)?|"
        r"report(?:s|ed)?|takes?|took|carry|carries|carried|show(?:s|ed)?|earn(?:s|ed)?|receive[sd]?)\s"
        r"(?:an?\s)?(?:{degrees}\s)?(?:{more})\s(?!to\b|than\b)[^\W\d_]+"
    ),
    r"\b(?:more|less)\sthan\sany\b | \b(?:(?:up|down)wards?\s(?:trend|slope|drift))\b",
    r"\btrends?\s{stays}\s(?:(?:up|down)wards?|up|down|clear)\b",
    (
        r"\bonly\s(?:the\s)?[^.!?;:]{{1,30}}?\s[^\W\d_]+ed\s"
        r"(?:more|less|fewer|better|worse|higher|lower)\b"
    ),
    r"\b(?:less|more)\sso\b(?!\s(?:that|as)\b)",
    r"\b{stays}\s(?:{degrees}\s)?(?={more}\b)[^\W\d_]{{3,}}er\s(?:in|among|for|on|at)\b",
    r"\b(?:opinions?|views|moods?)\s{stays}\s(?:{degrees}\s)?(?:against|behind|in\sfavour|opposed)\b",
    r"\b(?:hit|affected)\s(?:hardest|worst)\b | \b(?:hardest|worst)[-\s](?:hit|affected)\b",
    r"\brival(?:s|led)\s(?:the|those|their|other|that)\b",
    (
        r"\b(?:outperform|outscor|outshin)[^\W\d_]*\b | \boutd(?:o|oes|id|one|oing)\b "
        r"| \bdisproportionate(?:ly)?\b"
    ),
    (
        r"\b(?:{measured}|{patterns}){of_what}\s{stays}\s(?:(?:{degrees}|about|almost|nearly|not)\s)*"
        r"(?:similar|unchanged|the\ssame(?!\s(?!in|for|as|among|across|at|to|by)[^\W\d_])|identical|comparable|stable|steady|static|flat|alike|"
        r"consistent|constant|level|different|even)\b"
    ),
    (
        r"(?<!\bbe\s)(?<!\bbeen\s)(?<!\bis\s)(?<!\bare\s)(?<!\bwas\s)(?<!\bwere\s)(?<!\bwe\s)"
        r"\bcompared\s(?:with|to)\b(?!\san?\s) | \bin\scomparison\s(?:with|to)\b"
    ),
    r"\bequally\s(?:{opined}|common|popular|important)\b",
    (
        r"\b(?:above|below)\s(?:(?:the|its|their)\s)?(?:(?:national|regional|county|overall|european)\s)?"
        r"(?:averages?|mean|median|norms?|expectations?)\b"
    ),
    r"\b(?:twice|double|thrice|treble|triple)\s(?:as|the)\b",
    r"\b(?:{numbers})\stimes\s(?:as|more|the|higher|lower|larger|bigger|greater|{keener})\b",
    r"\b(?:almost|nearly|roughly|about|just|half)\sas\s(?:many|few)\s(?:{named}|{verbs})\b",
    (
        r"\b(?:gaps?|gulfs?|margins?|divides?|differences?|disparit(?:y|ies)|leads?)\b"
        r"[^.!?;:,]{{0,60}}?\s(?:is|are|was|were|has|have|remains?)\s(?:{degrees}\s)?"
        r"(?:wide|narrow|wafer|slim|razor|large|small|big|huge|vast|stark|slight|marked|yawning|tiny|"
        r"negligible|considerable|grown|shrunk|closed)[^\W\d_]*"
    ),
    (
        r"\b(?:wide|wider|widest|yawning|narrow|large|big|huge|vast|stark|growing|clear|marked|sharp|small)\s"
        r"(?:gaps?|gulfs?|chasms?|divides?|differences?|disparit(?:y|ies)|contrasts?)\b"
    ),
    r"\b(?:did|does|fare[sd]?|perform(?:s|ed))\s(?:{degrees}\s)?(?:better|worse|best|worst)\b",
    (
        r"\b(?:{named}|{places}|they|those)\b"
        r"(?:(?!\b(?:should|must|ought|shall|needs?|deserves?|could|may|might)\b)[^.!?;:]){{0,50}}?\s"
        r"(?:(?:is|are|was|were|feels?|felt|seems?)\s(?:{degrees}\s)*|tends?\sto\sbe\s|tended\sto\sbe\s)"
        r"(?:(?:more|less)\s(?!than\b|and\b)[^\W\d_]+|(?={more}\b)[^\W\d_]{{3,}}er)\b"
    ),
    (
        r"\b(?:{named}|{places}|{measured}|those|they)\b[^.!?;:]{{0,40}}?\s(?:is|are|was|were|feels?|felt)\s"
        r"(?:(?:just|almost|nearly|about|every\sbit|not|nearly|half|twice)\s)*as\s(?!well\b|yet\b|if\b|it\b)[^\W\d_]+\sas\b"
    ),
    r"\bno\s(?:more|less|better|worse|(?![A-Z]|other|longer|later|further|matter|number|answer)[^\W\d_]{{3,}}er)(?:\s[^\W\d_]+)?\sthan\b(?!\s(?:this|that|ever)\b)",
    (
        r"\bthe\s(?:more|less|fewer|[^\W\d_]{{2,}}er)\s(?:[^\s.!?;:,]+\s)?(?:{named}|they|an?\s(?:{named}))\b"
        r"[^.!?;:,]*,\sthe\s(?:more|less|fewer|[^\W\d_]{{2,}}er)\b "
        r"| \b(?:{measured})\sand\s(?:{measured})\s(?:go|goes|went)\s(?:hand\sin\shand|together)\b "
        r"| \b(?:differ(?:s|ed)?|vary|varies|varied)\s(?:(?:very|only|but)\s)?"
        r"(?:little|hardly|{degrees})\b"
    ),
    r"\bbuck(?:s|ed|ing)?\sthe\strend\b | \bha(?:s|ve|d)\sthe\sedge\b",
    (
        r"\b(?:on\sa\spar|level\spegging|neck\sand\sneck|(?:little|nothing|not\smuch)\s"
        r"(?:to\schoose|to\sseparate|in\sit|between\s(?:them|the\stwo)))\b "
        r"| \b(?:{named}|{places})\s(?:[^\W\d_]+\s){{0,2}}(?:alike|differ|differed)\b"
    ),
    r"\bmore\s(?:{named}|{verbs})\b(?=[^.!?]*\bthan\b)",
    (
        r"\b(?:more|less)\s(?:likely|common|often|frequent\w*|popular|widespread)\b"
        r"(?=[^.!?]*\bthan\b)(?!\sthan\snot\b)"
    ),
    (
        r"\b(?:nothing|no\sother\s[^\W\d_]+)\s(?:is|was|scores?|rates?|comes?)\s"
        r"(?:[^\W\d_]+\s)?(?:so|as|lower|higher|better|worse|more|less)\b"
    ),
    r"\b(?:scor|far)(?:es?|ed)\s(?:higher|lower|better|worse)\sthan\b",
    r"\b(?:double|single)-digit\s(?:leads?|gaps?|margins?|shares?|rise|fall)\b",
    (
        r"(?:\bthe\spublic\s(?:is|are|was|were)\s|\b(?:{named}|they)\s(?:are|were)\s"
        r"(?=(?:firmly|squarely|solidly|right|all|overwhelmingly)\s))"
        r"(?:(?:firmly|squarely|solidly|right|all|overwhelmingly)\s)?"
        r"(?:behind|against|in\sfavour|opposed)\b(?!\s(?:schedule|time|the\stimes))"
    ),
    r"\b(?:{named})\s(?:{verbs})\b[^.!?;:]{{0,40}}?\sabove\sall\b",
    r"\b(?:dwarf|outstrip|outpace|eclipse|outrank|overtake|overtook)\w*\b",
    (
        r"\b(?:{measured}|{named}|those)\b[^.!?;:]{{0,40}}?\s"
        r"(?:outweigh|exceed|surpass|beats?\b)\w*"
    ),
    r"\boutnumber\w*\b | \b(?:far|well|close|just|lags?|lagged)\s(?:far\s|well\s)?behind\b",
    r"\b(?:far|well|just|narrowly|and)\sahead\b",
    r"\bahead\sof\b(?!\s(?:the|time|schedule|us|them|it)\b)",
)
"""Beside others."""

COUNTED = (
    (
        r"\b(?:{subjects})\s(?:(?:clearly|easily|narrowly|still|now|comfortably|just)\s)?"
        r"(?:beats?|leads?|led|trail(?:s|ed)?|tops?|topped|pip(?:s|ped)?|edg(?:es?|ed)\sout|"
        r"languish(?:es|ed)?|(?:brings?|brought)\sup\sthe\srear|"
        r"scor(?:es?|ed)\s(?:higher|lower|better|worse))\b"
        r"(?!\s(?:to|into|through|off|over|down|up|away|from|back|in)\b)"
    ),
    (
        r"\b(?:{subjects})\b(?:\s(?!but\b|and\b)[^\s.!?;:,]+){{0,4}}?\s"
        r"(?:more|less|fewer|better|worse|(?!other|rather|later|either|whether|further)[^\W\d_]+er)\b"
        r"(?:\s[^\s.!?;:,]+){{0,4}}?\sthan\b"
    ),
    (
        r"\b(?:{subjects})\s(?:(?:is|are|was|were)\s)?(?:streets|miles|way|well|far)\sahead\b "
        r"| \b(?:{subjects})\s(?:fares?|fared|does|do|did)\s(?:the\s)?(?:best|worst)\b"
    ),
    r"\bonly\s(?:in\s)?(?:{subjects})\s[^\W\d_]+",
)
"""What items, options and groups do to each other."""
