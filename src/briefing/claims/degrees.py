"""Words for how strong, how common and how good something measured is; see `quantifying`."""

from __future__ import annotations

_VERY = (
    r"(?:very|highly|extremely|deeply|strongly|broadly|largely|generally|mostly|fairly|reasonably|quite|"
    r"particularly|especially|overwhelmingly|predominantly|not\svery|far\sfrom|anything\sbut|"
    r"(?:much|far|slightly|somewhat|a\s(?:little|bit))\s(?:more|less)|more|less|least|most)"
)
_STRONGLY = "strongly|firmly|deeply|clearly|broadly|warmly|fiercely|bitterly|roundly|fully"
_HOW_DONE = (
    "{often}|well|poorly|badly|little|highly|warmly|roundly|strongly|favourably|unfavourably|coolly"
)

_SUBJECT = (
    r"{starts}(?:(?!of\b|who\b)[^\W\d_]+\s){{0,3}}?(?:{named}|they)"
    r"(?:\s(?:from|in|at|with)\s[^\W\d_]+)?"
)
"""Who does something, at the start of a clause: of a bound share of them it is told already."""

HOW_STRONGLY = (
    (
        r"(?<!\bwhere\s)(?<!\bif\s)(?<!\bwhere\sthe\s)(?<!\bif\sthe\s)\b(?:{measured}|{aspects}|{answers}|{things})"
        r"{of_what}\s{stays}\s(?:(?:{degrees}|not|too|so|still|generally)\s)*(?:{heights})\b"
    ),
    (
        r"\b(?:high|low|strong|weak|poor|little|scant|broad|deep|[fF]irm|lukewarm|limited|widespread|"
        r"considerable|massive|enormous|huge|substantial|growing|rising|mounting|increasing|falling|"
        r"declining|waning|dwindling|shrinking|flagging|near-universal)\s"
        r"(?:public\s|general\s|local\s)?"
        r"(?:{feelings}|(?:levels?|rates?|proportions?)(?=\sof\s(?:{measured}|[^\W\d_]+(?:ion|ing|ness)))\b)\s"
        r"(?:for|among|in|of|about|over|with|towards|between|on|at|to)\b"
    ),
    rf"{_SUBJECT}\s(?:are|were|felt|feel|remain(?:ed)?|seem(?:ed)?)\s{_VERY}\s(?:{{opined}})\b",
    rf"{_SUBJECT}\s(?:{_STRONGLY})\s(?:{{verbs}})\b",
    (
        r"(?<!\bterm\s)(?<!\bword\s)(?<!\bphrase\s)\b(?:is|are|was|were)\s(?:{degrees}\s)?"
        rf"(?:{_HOW_DONE})\s(?:{{received}}|thought\sof)\b"
    ),
    (
        rf"\b{_VERY}\s(?:positive|negative|favourable|critical|supportive)\s"
        r"(?:pictures?|moods?|views?|opinions?|verdicts?|feedback|comments?|responses?|repl(?:y|ies)|"
        r"answers?|reactions?|results?|attitudes?|impressions?)\b"
    ),
    (
        r"\b{stays}\s(?:predominantly|overwhelmingly|chiefly|mostly|mainly|largely|almost\s(?:all|entirely|"
        r"exclusively|wholly))\s(?!or\b|and\b|based|drawn|taken|held|built|written|made|run|funded|paid|owned|due)[^\W\d_]+"
    ),
    r"\b(?:went|goes|gone)\sdown\s(?:{degrees}\s)?(?:well|badly)\b | \ba\shit\swith\b",
    r"\b(?:low|high|poor|good|top|bad|mixed|modest|glowing|full)\s(?:marks|scores|ratings|grades)\b",
    (
        r"\b(?:scor|perform|far|compar|hold)(?:es|ed|ing|e|s)?(?:\sup)?\s(?:{degrees}\s)?"
        r"(?:well|badly|poorly|strongly|favourably|unfavourably)\b"
    ),
    r"\b(?:{measured}){of_what}\s(?:is\s|are\s)?r[au]n(?:s|ning)?\s(?:deep|high|low|strong)\b",
    r"\b(?:{stays}|(?:has|have)\sproven)\s(?:{degrees}\s)?(?:popular|unpopular)\b",
    (
        r"\b(?:major|big|serious|particular|significant|growing|common|frequent|constant|persistent|"
        r"widespread|real|pressing|perennial|familiar|great|huge|minor|small)\s"
        r"(?:{things}|frustrations?|grievances?|irritations?|themes?)\s(?:for|among|of|with)\s"
        r"{whose}(?:[^\W\d_]+\s)?(?:{named})\b"
    ),
    (
        r"\b(?:common|recurring|recurrent|frequent|persistent|constant|perennial|regular|dominant)\s"
        r"(?:complaints?|concerns?|worr(?:y|ies)|grievances?|themes?|requests?|frustrations?|"
        r"criticisms?|remarks?|comments?|answers?|repl(?:y|ies)|suggestions?)\b"
    ),
)
"""How strongly, how commonly, how well."""
