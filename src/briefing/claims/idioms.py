"""Turns of phrase that quantify without a word of number in them; see `quantifying`."""

from __future__ import annotations

IDIOMS = (
    (
        r"\bas\s(?:often|likely)\sas\snot\b | \b(?:few|little),?\sif\sany(?:thing)?\b "
        r"| \b(?:in\s(?:their\s)?(?:droves|hordes|force|large\snumbers)|en\smasse)\b"
    ),
    (
        r"\b(?:the|an?)\s(?:rare|odd|occasional|isolated|lone|solitary)\s"
        r"(?:{named}|{answers}|voice|dissenter|dissenting\svoice)\b"
    ),
    (
        r"\b(?:second\sto\snone|head\sand\sshoulders\sabove|in\sa\sleague\sof\s(?:its|their)\sown|"
        r"not\sa\spatch\son|pales?\s(?:beside|in\scomparison)|(?:un|\bnot\s)rivalled|unmatched|"
        r"front-?\s?runners?|(?:top|bottom)\sof\s(?:the\s)?(?:pile|heap|league|table|list|pack|class)|"
        r"leads?\sthe\s(?:way\samong|field|pack)|(?:wins?|won)\s(?:out|hands\sdown|easily)|a\sfar\scry\sfrom|"
        r"stands?\sout\s(?:from|among|as\sthe)|the\sexception\sto\sthe)\b"
    ),
    (
        r"\b(?:rank|score|place|rate|come|came)(?:s|d|ed)?\s(?:{degrees}\s)?"
        r"(?:above|below|higher|lower|ahead\sof)\s(?!the\s(?:line|surface|ground|door|map|table)\b)[^\W\d_]"
    ),
    (
        r"\b(?:{named}|they)\s(?:(?!most|least)[^\W\d_]+\s){{1,4}}?"
        r"(?:longest|hardest|loudest|fastest|furthest|oftenest|soonest|best|worst|most|least)\b"
        r"(?=[.,;:!?]|$|\s(?:in|at|on|among|when|where|of\sall|about|for|to\sthe)\b)"
    ),
    (
        r"\b(?:{received}|praise|mention|value|enjoy|fear|resent|criticise|dislike)\s(?:the\s)?"
        r"(?:most|least)\b(?=[.,;:!?]|$|\s(?:by|among|in|was|were|is|are)\b)"
    ),
    (
        r"\b(?:{named})\sin\sparticular\b "
        r"| \b(?:especially|particularly|notably|not\sleast|above\sall)\s"
        r"(?:among|amongst)\b"
    ),
    (
        r"\b(?:growing|shrinking|dwindling|declining|increasing|vanishing|expanding|tiny|select)\s"
        r"(?:band|group|army|crowd|club|breed|tribe|circle|core|rump)\b"
    ),
    (
        r"\ban?\s(?:steady\s|thin\s|mere\s|constant\s|fair\s|good\s)?"
        r"(?:trickle|stream|string|chorus|spate|raft|fistful|handful|barrage|wall|sea|wealth|dearth|"
        r"scattering|clutch|swathe|slew|volley|deluge|spread)\sof\s(?:[^\W\d_]+\s)?"
        r"(?:{answers}|{things}|{feelings}|{named}|praise|criticism|anger|support)\b"
    ),
    (
        r"\b(?:for\sthe\s(?:second|third|fourth|fifth|sixth)\s(?:year|time|survey|wave)\s(?:running|in\sa\srow)|"
        r"since\srecords\sbegan|year\s(?:on|after|by)\syear|(?:hits?|reach(?:es|ed)?|at)\s(?:an?\s)?"
        r"(?:new|all-time|record)\s(?:low|high|peak)|a\s(?:new|record)\s(?:low|high)|(?:gain|los|mak)(?:es?|ing|ed|t)\s"
        r"ground|gather(?:s|ed|ing)?\s(?:pace|momentum)|on\sthe\s(?:up|slide|wane|rise|increase)|"
        r"turned\s(?:the|a)\scorner|bounced\sback|in\sfree\s?fall|(?:an\s)?upward\scurve|"
        r"at\s(?:its|their)\s(?:{superlative}|peak|height|low(?:est)?|high(?:est)?)|"
        r"(?:is|are)\sback\s(?:to|at|above|below|where)|than\s(?:it|they)\s(?:was|did|had)\b)"
    ),
    (
        r"\b(?:{measured}|{patterns}|mood){of_what}\s(?:has\s|have\s|had\s)?(?:{degrees}\s)?"
        r"(?:shift(?:s|ed)?|budged?|hardened|softened|cooled|warmed|turned|swung|chang(?:es?|ed)|"
        r"deepen(?:s|ed)?|intensif(?:y|ies|ied)|abate[sd]?|reced(?:es?|ed)|diminish(?:es|ed)?|"
        r"lessen(?:s|ed)?|revers(?:es?|ed)|stall(?:s|ed)?|flatten(?:s|ed)?|picked\sup|tail(?:s|ed)\soff|"
        r"dried\sup|stood\sstill|held\sup)\b(?!\s(?:hands|out|into|the|its|their|our|to)\b)"
    ),
    (
        r"\b(?:hardly|barely|scarcely|rarely|seldom)\s(?:registers?|registered|features?|featured|figures?|"
        r"figured|mattered|matters|appears?|appeared|mentioned|came\sup|comes\sup|noticed|changed|moved)\b"
    ),
    (
        r"\ban?\s(?:{sizes})\s(?:{portions}|minority|majority)\sof\s(?:the\s|our\s)?"
        r"(?:workforce|electorate|population|sample|membership|audience|readership|public|panel|team|community)\b"
    ),
    (
        r"\b(?:much|most|half|all|part|the\s(?:whole|bulk|rest))\s(?:of\s)?(?:the|our)\s"
        r"(?:workforce|electorate|population|sample|membership|audience|readership|public|panel)\b"
        r"(?=\s(?:{verbs}|[^\W\d_]{{3,}}(?:ed|s))\b)"
    ),
    (
        r"\b(?:overriding|prevailing|dominant|overwhelming|commonest|general|abiding)\s"
        r"(?:messages?|feelings?|views?|moods?|sentiments?|impressions?|wish|plea)\b"
    ),
    r"\b(?:[fF]irm|clear|hot|great|big|huge|popular|runaway)\sfavourites?\s(?:with|among|of|for)\b",
    (
        r"\ban?\saverage\sof\b "
        r"| \b(?:{numbers})\s(?:hours?|days?|minutes?|nights?|times|miles|pounds)\s"
        r"(?:a|an|per|each|every)\s(?:day|week|month|year|night|head|person|shift|visit)\b"
    ),
    (
        r"\b(?:about|roughly|around|nearly|almost|on\saverage|typically)\s(?:once|twice)\s(?:an?|every|per|each)\b"
    ),
    (
        r"\b(?:{sizes})\s(?:{portions})\sof\s(?:the\s|our\s|all\s)?(?:[^\W\d_]+\s)?(?:{answers}|{things}|{bodies})\b"
    ),
    r"\b(?:{measured}|{patterns}|mood)\s{stays}\s(?:{degrees}\s)?(?:{moving})\b",
    (
        r"\b(?:almost|nearly|just|about|roughly|half|twice|not)\sas\s(?:many|few|much|often|likely|highly|"
        r"popular|common)\b(?!\sas\s(?:possible|we|you|they)\b)"
    ),
    r"\b(?:more|less)\s(?:{opined}|likely|common|popular|frequent|widespread)\sthan\b(?!\snot\b)",
    (
        r"\b(?:{named}|they)\s(?:(?!should|must|can|could|may|would|will|no)[^\W\d_]+\s){{1,3}}?"
        r"(?:longer|more|less|further)\b(?=[.,;!?]|$)"
    ),
    (
        r"{starts}(?:few|many|most|several|none|some)\s(?:in|on|at|among|from)\s(?:the|our|these|those)\s"
        r"(?!end\b|way\b|past\b)"
    ),
    (
        r"\bnot\sone\sof\s(?:the|our|its|their|these|those)\b "
        r"| \bnowhere\snear\b(?!\s(?:the|a|any)\b) "
        r"| \b(?:poles|worlds)\sapart\b | \bsees?\seye\sto\seye\b"
    ),
    (
        r"\b(?:typical|average|usual)\s[^\W\d_]+\s(?:is|was|lasts?|lasted|costs?|takes?|took|pays?|paid|"
        r"spends?|spent|has|had|earns?|earned|waits?|waited|visits?|visited|travels?)\b"
    ),
    r"\b(?:hard\score|small\score|rump|section|cross-section|minority)\sof\s(?:the\s|our\s)?(?:{named})\b",
    r"\bout(?:sold|sells?|polled|polls?|voted|ranks?|ranked|lasts|lasted|ran|rated?s?)\b",
    r"\b(?:beats?|trumps?)\s[^\W\d_]+\s(?:for|on|as|in|by)\b",
    r"\btower(?:s|ed|ing)?\s(?:over|above)\s(?:the\s(?:others?|rest)|all|any|every)",
    r"\bthe\s(?:more|less|fewer|(?!soon)[^\W\d_]{{3,}}er)\s[^.!?;:,]{{1,50}},\sthe\s(?:more|less|fewer|(?!bett)[^\W\d_]{{3,}}er)\b",
    (
        r"\b(?:{measured}|{things}|{answers}|{opined}s?){of_what}\s{stays}\s(?:{degrees}\s)?"
        r"(?:concentrated|clustered|confined|centred|most\s[^\W\d_]+)\b"
    ),
    r"\b(?:few|nothing|little|no\s[^\W\d_]+)\b[^.!?;:]{{1,40}}\sas\s(?:much|many|often)\sas\b",
    r"\b(?:much|broadly|roughly|almost|nearly|virtually|exactly)\sthe\ssame\b(?!\s(?:way|time|thing|reason|place|day)\b)",
    r"\b(?:almost\s|nearly\s)?as\sone\b(?=,)",
    (
        r"(?<!need\s)(?<!take\s)(?<!no\s)(?<!any\s)(?<!be\s)\b(?:more|fewer)\s(?!than|about|or\b|to\b|often\sthan\snot)"
        r"(?:[^\s.!?;:,]+\s){{1,3}}?than\s(?!an?\b|one\b|ever\b|needed|necessary|planned|we\b|you\b)"
    ),
    r"\b(?=[^\W\d_]+er\sthan)(?:{more})\sthan\s(?:ever|before|last\s(?:year|time))\b",
    r"\b(?:taken?|took|takes|suffered)\sa\s(?:knock|hit|battering|dive|tumble|nosedive|turn\sfor\sthe\s(?:worse|better))\b",
    (
        r"\b(?:{named})\s(?:are|were)\s(?:{degrees}\s)?(?:over|under)-?represented\b "
        r"| \b(?:across|without)\s(?:all\sgroups|the\sboard|exception)\b "
        r"| \b(?:no\sshortage|no\send|any\snumber|a\sgreat\sdeal)\sof\s"
        r"(?:{answers}|{feelings}|{things}|praise|anger|goodwill|{named})\b"
    ),
)
"""What people say of shares, places and changes without naming any."""
