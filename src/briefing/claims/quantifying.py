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
    "mentioned|mention|told|gave|give|lack|need|needed|worry|complained|visit|visited|"
    "object|objected|back|backed|favour|favoured|like|liked|dislike|disliked|vote|voted|reply|"
    "replied|answered|wrote|praised|criticised|doubt|doubted|remain|remained|share|shared|welcome|"
    "welcomed|accept|accepted|reject|rejected|regard|consider|hope|hoped|fear|feared|value|valued|"
    "dispute|disputed|refused|resent|enjoy|enjoyed|remember|remembered|recall|recalled|hear|heard|"
    "meet|met|mind|minded|understand|understood|responded|commented|suggested|argue|argued"
)
"""What respondents do, as far as publications tell of it."""

_OPENS = r"(?<![^\s(\u201c\u2018\"*-])"
_MEASURED = (
    "shares?|proportions?|numbers?|figures?|support|trust|confidence|satisfaction|demand|interest|"
    "agreement|engagement|involvement|awareness|knowledge|turnout|concern|opposition|participation|approval|"
    "backing"
)
"""What rises and falls where a survey is told of."""
_THINGS = (
    "reasons?|priorit(?:y|ies)|concerns?|worr(?:y|ies)|barriers?|problems?|issues?|obstacles?|"
    "complaints?|choices?|answers?|themes?|topics?|causes?|sources?|drivers?|requests?|demands?"
)
"""What answers are counted by."""
_PLURAL = "(?!(?:is|was|says)\\b)(?:{verbs})"  # what is said of several
_STARTS = (
    r"(?:(?<=[.!?:;,\u2013\u2014]\s)|\A|(?<=[\u201c\u2018\"(*])|"
    r"(?<=\b(?:and|but)\s)|(?<=\b(?:that|when)\s)|(?<=\bwhile\s)|(?<=\bwhereas\s))"
)
"""Where a clause starts."""
_OFTEN = (
    "mostly|mainly|largely|generally|widely|broadly|rarely|seldom|always|never|often|usually|"
    "frequently|sometimes|occasionally|typically|normally|overwhelmingly|predominantly|universally|"
    "(?:hardly|scarcely|barely|almost|nearly|virtually)\\s(?:ever|never|always)|hardly|barely|"
    "scarcely|by\\sand\\slarge|on\\sthe\\swhole|in\\sgeneral|as\\sa\\srule|to\\sa\\sman|as\\sone|"
    "more\\soften\\sthan\\snot|without\\sexception"
)
_ON_THE_WHOLE = (
    "by\\sand\\slarge|on\\sthe\\swhole|in\\sgeneral|as\\sa\\srule|more\\soften\\sthan\\snot|to\\sa\\sman|"
    "(?:almost\\s|nearly\\s)?without\\sexception|in\\s(?:most|many|all|some|few)\\scases|"
    "nine\\stimes\\sout\\sof\\sten|across\\sthe\\sboard"
)
_SIZES = (
    "fair|good|large|larger|small|smaller|growing|tiny|great|greater|significant|substantial|"
    "sizeable|considerable|vast|high|higher|low|lower|increasing|declining|shrinking|record|"
    "surprising|worrying|huge|clear|whole"
)
_PORTIONS = (
    "numbers?|proportions?|shares?|fractions?|percentages?|chunks?|slivers?|portions?|sections?|"
    "slices?|swathes?|bulk|smattering|sprinkling|bunch|few"
)
_HEAPS = (
    "handful|host|lot|smattering|sprinkling|score|sliver|chunk|fraction|proportion|bunch|majority"
)
_LITTLE = "sharp|sharply|steep|steeply|slight|slightly|small|large|big|marked|modest|steady"
_EVERYONE = "everyone|everybody|nobody|no\\sone|no-one"
_TOLD = (
    r"(?!\s(?:welcome|invited|paid|listed|shown|given|printed|attached|available|set\sout|below|above|"
    r"published|described|numbered|in\sthe\s(?:annex|appendix|notes?|table))\b)"
)
"""What is said of things and of readers after such words, and not of answers."""
_WISHED = "should|must|can|could|may|might|will|would|who|whose|in|else|to|with|from|at"
_NO_PLACE = (
    "steps?|times?|places?|pages?|half|choices?|votes?|parts?|thing|years?|names?|sight|aid|hand|"
    "edition|class|floor|instance|minute|week|month|day|resort|two|three|few|preference"
)

_KEENER = "likelier|keener|happier|unhappier|warier|readier|prouder|angrier"
"""How people differ from others; plans and weather are no such things."""

FAMILIES = (
    # -- how many of them
    r"(?<!make\sthe\s)(?<!making\sthe\s)(?<!matters\s)(?<!matter\s)\bmost\b(?=\s(?:of\b|{verbs})|\s[^\W\d_]{{3,}}s\b(?<!ss)|\s(?:{named})\b)",
    r"\bmajorit(?:y|ies)\b(?!\s(?:decisions?|rule|part(?:y|ies)|groups?|leaders?|stakes?|shareholder))",
    r"(?<!ethnic\s)\bminorit(?:y|ies)\b(?!\s(?:groups?|ethnic|communit|languages?|reports?))",
    (
        r"\b(?:almost|nearly|virtually|practically|just\sabout|nigh\son|as\sgood\sas|next\sto)\s"
        r"(?:all|every\w*|none|nobody|no\sone|no)\b(?!\s(?:time|day|week|month|year|other)\b)"
    ),
    (
        r"\b(?:hardly|barely|scarcely)\s(?:any\w*|ever\b|one\b|(?:an?|one)\s(?:{named}|soul|handful|"
        r"few|voice|single|word)\b)"
    ),
    (
        r"\b(?:near|almost|nearly|virtually)[-\s](?:universal|unanimous)(?:ly)?\b "
        rf"| \b(?:{_MEASURED}|praise|backing|approval)\s(?:is|are|was|were)\s"
        r"(?:all\sbut\s)?universal\b"
    ),
    r"\bnot\s(?:a\ssingle|one)\s(?:of\s(?:them|these|those)|(?:{named})|(?:{verbs})|voice)\b",
    (
        r"\b(?:every\s(?:second|other|third|fourth|fifth|tenth)|an?|one)\s(?:{named})\b"
        rf"(?=\sin\s(?:every\s)?(?:\d|(?:{NUMBERS})\b)|(?<=\bevery\s\w{{{{5}}}}\s)) "
        r"| \bevery\s(?:second|other|third|fourth|fifth|tenth)\s(?:{named})\b"
    ),
    r"\bno\s(?:objections?|complaints?|dissent|opposition|consensus|agreement|majority|appetite)\b",
    r"\bneither\s(?:of\s(?:them|these|those)|(?:{named}))\b",
    rf"\b(?:{_EVERYONE})\s(?:{{verbs}})\b{_TOLD}",
    (
        rf"(?:(?<=[.!?:;,]\s)|\A|(?<=\b(?:and|but)\s)|(?<=\bthat\s))(?:{_EVERYONE})"
        rf"(?=\s(?!(?:{_WISHED})\b)[^\W\d_]++{_TOLD})"
    ),
    r"\b(?:all|every|each|no|few|fewer|both|none)\s{whose}(?:{named})\b",
    r"(?<!\bwe\s)(?<!\byou\s)" + _OPENS + r"(?:few|fewer|none|all|both)\s(?:{verbs})\b" + _TOLD,
    r"\bevery\s(?:last|single)\s(?:{named}|one\b)",
    (
        _STARTS + r"(?:some|others|the\s(?:rest|remainder|others)|a\s(?:few|handful|lot|couple)|"
        r"several|plenty|lots|loads|many|most|few|all|none|both)(?:\sof\s(?:all|both))?"
        rf"(?:\s(?:{_OFTEN}|even|also|still|now|simply|firmly|strongly))?\s{_PLURAL}\b"
        rf"(?!\s(?:and|or|of|work|from)\b){_TOLD}"
    ),
    _OPENS + r"(?:a\shandful|plenty|lots|loads|a\sfew|a\slot)\s(?:{verbs})\b",
    r"\bnot\s(?:all|every\w*|many)\b(?=\s(?:{verbs}|{named}|of)\b)",
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
        rf"\b(?:an?\s(?:(?:{_SIZES})\s)?(?:{_HEAPS})|lots|loads|heaps|masses|plenty|scores|"
        r"(?:the|the\svast|the\sgreat)\sbulk|the\s(?:rest|remainder)|part|much|most|all)\sof\s"
        r"(?:them\b|these\b|those\b|us\b|the\spublic\b|(?:the\s|our\s)?(?:{named})\b)"
    ),
    (
        rf"\b(?:(?:an?|the|in)\s)?(?:{_SIZES})\s(?:{_PORTIONS})\s"
        r"(?:of\s(?:them|these|those|us|the\spublic|(?:the\s|our\s)?(?:{named}))|who|{verbs}|{named})\b"
    ),
    r"\b(?:the\slion.s\sshare|few\sand\sfar\sbetween|quite\sa\s(?:few|lot)\b(?!\sof\s(?:time|work|it)))\b",
    (
        r"\b(?:only|just|barely)\sa\s(?:sliver|handful|fraction|smattering|sprinkling)\b"
        r"(?!\sof\s(?:(?:the|its|their|our)\s)?(?:costs?|price|budget|time|days|weeks|hours))"
    ),
    r"\b(?:more\sand\smore|fewer\sand\sfewer)\s(?:{named}|of\s(?:them|us)|{verbs})\b",
    r"\ba\s(?:tiny|small|mere|large|sizeable)\s(?:fraction|proportion|percentage)\b(?!\sof\b)",
    r"\ban?\s(?:growing|increasing|dwindling|declining|shrinking|record)\s(?:number|share|proportion)\b",
    r"\bmore\sthan\senough\s(?:people|{named})\b | \bpluralit(?:y|ies)\b(?!\sof\svoices)",
    (
        r"\b(?:almost|nearly|virtually|practically)\sthe\s(?:whole|entire)\s"
        r"(?:sample|membership|town|village|borough|county|community)\b"
    ),
    r"\b(?:typical|average)\s(?:{named}|visitor|user|voter|person|household|member|reply)\b",
    r"\b(?:dozens?|hundreds|thousands|millions)\b",
    r"\bfewer\s(?:with|of|in)\b",
    # -- how widely
    r"\bwidespread\b | \boverwhelming(?:ly)?\b(?!\smajorit) | \bunanimous(?:ly)?\b",
    (
        r"(?<!\bof\s)(?<!\bof\sthe\s)\b(?:{named}|they)\s(?:(?:have|has|had|are|were|do|did)\s)?"
        rf"(?:{_OFTEN}|tend\sto)\s[^\W\d_]+"
    ),
    rf"\b(?:{_OFTEN})\s[^\W\d_]+(?:ed|en|wn)\sby\s(?:the\s|our\s)?(?:{{named}})\b",
    rf"\b(?:{_ON_THE_WHOLE})\b(?=[^.!?]*\b(?:{{named}}|they)\b)",
    (
        r"\b(?:evenly|equally)\s(?:split|divided|matched)\b | \bon\saverage\b "
        r"| \bsplit\sdown\sthe\smiddle\b | \b(?:even|equal)\s(?:split|divide)\b"
    ),
    (
        r"\b(?:opinions?|views?|{named}|they)\s(?:is|are|was|were|remain|remained)\s"
        r"(?:(?:sharply|deeply|clearly|still|largely|firmly|more)\s)?"
        r"(?:divided|split|united|undecided|unanimous|mixed|of\sone\smind)\b"
    ),
    r"\b(?:hugely|wildly|immensely|extremely|deeply|very|highly|widely)\s(?:popular|unpopular)\b",
    (
        rf"(?:\bthere\s(?:is|was|has\sbeen)\s|\bmeets?\swith\s|{_STARTS})"
        r"(?:very\s)?(?:little|scant|massive|huge|broad|limited|considerable|general|near-total)\s"
        rf"(?:{_MEASURED}|appetite|consensus|backing|approval|love|enthusiasm|sympathy)\b"
    ),
    (
        r"\b(?:narrow|clear|decisive|resounding|big|close|strong)\s"
        r"(?:win|victory|lead|preference|favourite|winner|consensus)\b"
    ),
    (
        r"\b(?:by\sa\s(?:landslide|(?:country\s)?mile|whisker|(?:wide|narrow|clear|large|small)\smargin|margin\sof)|"
        r"hands\sdown)\b"
    ),
    rf"\b(?:{NUMBERS}|\d+)\sto\sone\b(?<!\bone\sto\sone)(?!-)",
    # -- which place
    (
        r"\b(?:highest|lowest|fewest|biggest|largest|smallest|commonest|greatest|strongest|weakest)\b"
        r"(?!\s(?:possible|common|points?|steps?|floors?|shel(?:f|ves)|peaks?|ground|bids?|tenders?)\b)"
    ),
    (
        r"\bnumber\sone\b | \brecord\s(?:high|low|levels?|numbers?)\b | \ball-time\s(?:high|low)\b "
        r"| \bnever\sbeen\s(?:higher|lower|stronger|weaker|better|worse)\b "
        r"| (?:\bthe|\btheir|.s|s.)\s(?:clear\s|overall\s|firm\s)?favourites?\b"
        r"(?!\s(?:colours?|places?))"
    ),
    (
        rf"\b(?:top|bottom)\s(?:{NUMBERS})\b | \b(?:top|leading|main|chief|key|foremost)\s"
        rf"(?:{_THINGS})\b"
    ),
    r"\b(?:similar|same|equal|even)\s(?:proportion|share|number|percentage)s?\b",
    r"\b(?:most|least)\s(?:common|often|frequent|popular|likely|widely)\w*",
    (
        r"(?<!at\s)\bthe\s(?:most|least|best|worst)\b"
        r"(?!\s(?:of\s(?:it|this|that|their|our|your|luck)\b|part\b|important\sthing|recent|way|ways|interests?\b|practice))"
    ),
    (
        r"\b(?:works?|worked|rated|seen|fares?|fared|scores?|scored|does|did|valued|known|liked|gains?|"
        r"gained)\s(?:the\s)?(?:best|worst|least|most)\b(?!\s(?:of|in)\s(?:it|all)\b)"
    ),
    r"\brunners?-up\b | \b(?:single|double|triple)\s(?:digits|figures)\b",
    (
        r"\b(?:ranked|placed|finish(?:es|ed)?)\s(?:first|second|third|fourth|fifth|top|last|bottom|"
        rf"highest|lowest)\b(?!\s(?:{_NO_PLACE})\b)"
    ),
    r"\bby\s(?:far|some\sdistance|a\slong\s(?:way|chalk))\b(?!-)",
    (
        r"\b(?:come|comes|came|put|puts|rank|ranks|finish|finished)\b[^.!?;:,]{{0,40}}?"
        rf"\s(?:first|last|top|bottom)\b(?!\s(?:{_NO_PLACE})\b)"
    ),
    r"\b(?:second|third|fourth|fifth)[\s-](?:most|least|highest|lowest|largest|biggest|smallest)\b",
    r"\b(?:top|tops|topped|head|heads|headed|lead|leads|led)\sthe\s(?:list|table|poll|league)\b",
    # -- beside others
    r"\b(?:twice|double|thrice|treble|triple)\s(?:as|the)\b",
    rf"\b(?:{NUMBERS})\stimes\s(?:as|more|the|higher|lower|larger|bigger|greater|{_KEENER})\b",
    rf"\b(?:are|were|is|was)\s(?:{_KEENER})\sthan\b",
    r"\b(?:almost|nearly|roughly|about|just|half)\sas\s(?:many|few)\s(?:{named}|{verbs})\b",
    (
        r"\b(?:gaps?|margins?|divides?|leads?)\b[^.!?;:,]{{0,40}}?\s(?:is|are|was|were|has|have)\s"
        r"(?:widen|narrow|wafer|slim|razor)[^\W\d_]*"
    ),
    r"\bmore\s(?:{named}|{verbs})\b(?=[^.!?]*\bthan\b)",
    (
        r"\b(?:more|less)\s(?:likely|common|often|frequent\w*|popular|widespread)\b"
        r"(?=[^.!?]*\bthan\b)(?!\sthan\snot\b)"
    ),
    (
        r"\b(?:women|men|girls|boys|the\s(?:young|old)|(?:older|younger)\s(?:people|adults|women|men|ones|age\sgroups|generations?|{named})|those|they|{named})\b"
        r"[^.!?;:]{{0,40}}?\b(?:are|were|feel|felt|is|was)\s(?:(?:far|much|slightly|even|a\slittle)\s)?"
        r"(?:(?:more|less)\s[^\W\d_]+|(?!other|rather|later|either|whether)[^\W\d_]+er)"
        r"(?:\s(?:on|about|with|at)\s[^.!?;:]{{1,30}}?)?\sthan\b"
    ),
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
    (
        r"\b(?:nothing|no\sother\s[^\W\d_]+)\s(?:is|was|scores?|rates?|comes?)\s"
        r"(?:[^\W\d_]+\s)?(?:so|as|lower|higher|better|worse|more|less)\b"
    ),
    r"\b(?:scor|far)(?:es?|ed)\s(?:higher|lower|better|worse)\sthan\b",
    r"\b(?:highest|lowest|best|worst|poorest|top|bottom)\s(?:ratings?|scores?|marks?)\b",
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
        rf"\b(?:{_MEASURED}|{{named}}|supporters|opponents|those)\b[^.!?;:]{{{{0,40}}}}?\s"
        r"(?:outweigh|exceed|surpass|beats?\b)\w*"
    ),
    r"\b(?:named|chosen|mentioned|cited|ticked|picked)\s(?:more|less)\soften\b",
    r"\boutnumber\w*\b | \b(?:far|well|close|just|lags?|lagged)\s(?:far\s|well\s)?behind\b",
    r"\b(?:far|well|just|narrowly|and)\sahead\b",
    r"\bahead\sof\b(?!\s(?:the|time|schedule|us|them|it)\b)",
    # -- since another time
    r"\b(?:doubled|halved|trebled|tripled|quadrupled)\b",
    (
        rf"\b(?:{_MEASURED}|they)\s(?:has\s|have\s)?(?:recently\s|since\s|sharply\s)?"
        r"(?:soared|surged|jumped|rocketed|plummeted|plunged|slumped|tumbled|collapsed|dipped|slipped|"
        r"eased|edged|crept|sunk|sank|recovered|rebounded|ebbed|waned|slid|faded|weakened|"
        r"strengthened|peaked|evaporated|dried\sup|vanished)\b"
    ),
    r"\bopinions?\s(?:has\s|have\s)?(?:swung|shifted|turned|hardened|softened)\b",
    r"\b(?:is|are|was|were|at)\s(?:at\s)?(?:rock[\s-]bottom|fever\spitch)\b",
    (
        rf"\b(?:{_MEASURED})\s(?:is|are|was|were|keeps?|continues?\sto)\s(?:still\s|now\s|slowly\s)?"
        r"(?:rising|rise|growing|grow|falling|fall|increasing|increase|declining|decline|dropping|"
        r"climbing|shrinking|waning|on\sthe\s(?:rise|wane|increase|decline|up)|"
        r"at\san?\s(?:record|all-time))\b"
    ),
    (
        r"\b(?:share|proportion|number|percentage|figure)\s(?:who|that|of|with|saying)\b"
        r"[^.!?,;:]{{0,50}}?\s(?:(?:is|are|was|has\sgone|went)\s(?:up(?!\sto\b)|down|higher|lower)|"
        r"(?:has\s|have\s)?(?:risen|fallen|rose|fell|grown|grew|dropped|doubled|halved))\b"
    ),
    rf"\b(?:{_MEASURED}|{{named}}|they)\b[^.!?;:]{{{{0,30}}}}?\b(?:[^\W\d_]+er|more\s\w+|less\s\w+)\sthan\sever\b",
    (
        r"\b(?:rose|risen|fell|fallen|grew|grown|dropped|climbed|increased|decreased|declined)\s"
        rf"(?:by|from(?!\sthe\b)|to(?!\s(?:us|me|them|you|the\soccasion|prominence|power)\b)|since|further|again|{_LITTLE})\b"
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


def quantifying(named: str, whose: str, subjects: str) -> str:
    """One pattern for all families; `named` is what respondents are called, `whose` precedes it.

    `subjects` is what answers are counted of: items, options, groups.
    """
    parts = {"named": named, "verbs": VERBS, "whose": whose, "subjects": subjects}
    return "|".join(each.format(**parts) for each in FAMILIES)
