"""Words that say how many without a number, and the one pattern of all that quantifies.

Prose is full of such words, so each family says beside which others it speaks of data. A family is
a pattern; what stands in braces are lists of the vocabulary, and ``{named}`` what respondents are
called, ``{whose}`` what precedes that, ``{subjects}`` what answers are counted of.
"""

from __future__ import annotations

from briefing.claims import vocabulary
from briefing.claims.changing import CHANGES
from briefing.claims.degrees import HOW_STRONGLY
from briefing.claims.idioms import IDIOMS
from briefing.claims.placing import COMPARISONS, COUNTED, PLACES

HOW_MANY = (
    r"(?<!make\sthe\s)(?<!making\sthe\s)(?<!matters\s)(?<!matter\s)\bmost\b(?!\sof\s(?:this|the|our)\s(?:page|report|chapter|section|text|book|space|work|money|time|day|budget|site|building|floor|land|road|route)\b)(?!\sof\sall(?:[,.!?;:]|\s(?:is|was|it|we)\b|$))(?=\s(?:of\b|{verbs})|\s[^\W\d_]{{3,}}s\b(?<!ss)|\s(?:{named})\b)",
    r"(?<!['\u2019]s\s)(?<!ruling\s)(?<!working\s)\bmajorit(?:y|ies)\b(?!\sof\s(?:the\s|its\s)?[^\W\d_]+\s(?:must|shall|is\srequired|has\sto)\b)(?!-(?:opposition|owned|controlled|held)\b|\s(?:(?:is|was)\s(?:held|lost)|decisions?|votes?\sof|rule|part(?:y|ies)|groups?|[lL]eaders?|stakes?|shareholder))",
    (
        r"(?<!ethnic\s)\bminorit(?:y|ies)\b"
        r"(?!\s(?:groups?|ethnic|communit|languages?|reports?|part(?:y|ies)|administrations?|government|rule))"
    ),
    (
        r"\b(?:almost|nearly|virtually|practically|just\sabout|nigh\son|as\sgood\sas|next\sto)\s"
        r"(?:all|every\w*|none|nobody|no\sone|no)\b(?!\s(?:time|day|week|month|year|other|else)\b)"
    ),
    (
        r"\b(?:hardly|barely|scarcely)\s(?:any\w*|ever\b|one\b|(?:an?|one)\s(?:{named}|soul|handful|"
        r"few|voice|single|word)\b)"
    ),
    (
        r"\b(?:near|almost|nearly|virtually)[-\s](?:universal|unanimous)(?:ly)?\b "
        r"| \b(?:{measured}|praise|backing|approval)\s(?:is|are|was|were)\s"
        r"(?:all\sbut\s)?universal\b"
    ),
    r"\bnot\s(?:a\ssingle|one)\s(?:of\s(?:them|these|those)|(?:{named})|(?:{verbs})|voice)\b",
    (
        r"\b(?:every\s(?:second|other|third|fourth|fifth|tenth)|an?|one)\s(?:{named})\b"
        r"(?=\sin\s(?:every\s)?(?:\d|(?:{numbers})\b)|(?<=\bevery\s\w{{5}}\s)) "
        r"| \bevery\s(?:second|other|third|fourth|fifth|tenth)\s(?:{named})\b"
    ),
    r"\bno\s(?:objections?|complaints?|dissent|opposition|consensus|agreement|majority|appetite)\b",
    r"\bneither\s(?:of\s(?:them|these|those)|(?:{named}))\b",
    (
        r"(?:(?<=[.!?:;,]\s)|\A|(?<=\b(?:and|but)\s)|(?<=\bthat\s))(?:{everyone}){entitled}"
        r"(?=\s(?!(?:{wished})\b)[^\W\d_]++{told})"
    ),
    r"{open_to}\b(?:all|every|each)\s{whose}(?:{named})\b{ought}{entitled}",
    r"\b(?:no|few|fewer|both|none)\s{whose}(?:{named})\b{ought}",
    r"\ball\sbut\s(?:an?|the|{numbers}|(?:very\s)?few|\d+)\b(?!\sname)",
    (
        r"\b(?:{everyone})\s(?:in\sthe\s(?:sample|survey|study|poll|group)|"
        r"we\s(?:asked|met|heard|spoke|talked|interviewed|surveyed)|asked|surveyed|interviewed|polled|"
        r"who\s(?:replied|answered|responded|took\spart))\b"
    ),
    (
        r"\bthe\s(?:great\s|vast\s)?bulk\sof\b"
        r"(?!\s(?:(?:the|its|our|their|this)\s)?(?:work|costs?|money|budgets?|funding|spending|grants?|"
        r"days?|time|books?|reports?|text|building)\b)"
    ),
    r"(?<!\bwe\s)(?<!\byou\s)(?<!\bat\s){opens}(?:few|fewer|none|all|both)\s(?:{verbs})\b{told}",
    r"\bevery\s(?:last|single)\s(?:{named}|one\b)",
    (
        r"{starts}(?:(?:very|too|relatively|comparatively)\s)?(?:few|several|many|most|numerous|countless)\s"
        r"(?:[^\W\d_]+\s)?(?!(?:{of_paper})\b)[^\W\d_]{{3,}}s(?=\s(?:{verbs}|[^\W\d_]{{3,}}ed)\b{told})"
    ),
    (
        r"\b(?:all|none|few|both|many|several|most|half|some)\sof\s(?:the|our|these|those)\s"
        r"(?:[^\W\d_]+[\s-]){{0,2}}?(?:{named}|{bodies})\b"
    ),
    (
        r"\b(?:hardly|scarcely|barely)\san?\s(?!(?:day|week|month|year|moment|minute|surprise|secret|"
        r"coincidence|new|good)\b)[^\W\d_]+"
    ),
    (
        r"{starts}(?:{everyone})\s(?:who|we)\s[^.!?;:,]{{3,60}}?\s"
        r"(?:valued|said|thought|felt|agreed|disagreed|liked|disliked|wanted|found|praised|knew|"
        r"trusted|supported|rated|enjoyed|had|was|were)\b"
    ),
    (
        r"\b(?:account(?:s|ed)?\sfor|ma(?:kes?|de)\sup)\s"
        r"(?:an?\s(?:{sizes})\s|most\b|much\b|nearly\b|almost\b|the\sbulk\b) "
        r"| \ban?\s(?:{sizes})\s"
        r"(?:fraction|number|proportion|share|percentage|(?:min|maj)ority)\sof\s"
        r"(?!(?:the|its|our|their|this)\b|(?:{of_paper}|money|price|funding|time|costs?|budgets?)\b)"
    ),
    (
        r"{starts}(?:some|others|the\s(?:rest|remainder|others)|a\s(?:few|handful|lot|couple)|"
        r"several|plenty|lots|loads|many|most|few|all|none|both)(?:\sof\s(?:all|both))?"
        r"(?:\s(?:{often}|even|also|still|now|simply|firmly|strongly))?\s{plural}\b"
        r"(?!\s(?:and|or|of|work|from)\b){told}"
    ),
    r"\b(?:all|both|none|few|each|every\sone)\sof\s(?:them|these|those|us)\b",
    r"\bsome\s{whose}(?:{named})\b{ought} | \bsome\sof\s(?:them|these|those|us)\b",
    (
        r"\b(?:an?\s(?:(?:{sizes})\s)?(?:{heaps})|lots|loads|heaps|masses|plenty|scores|"
        r"(?:the|the\svast|the\sgreat)\sbulk|the\s(?:rest|remainder)|part|much|most|all)\sof\s"
        r"(?:them\b|these\b|those\b|us\b|the\spublic\b|(?:the\s|our\s)?(?:{named})\b)"
    ),
    (
        r"\b(?:(?:an?|the|in)\s)?(?:{sizes})\s(?:{portions})\s"
        r"(?:of\s(?:them|these|those|us|the\spublic|(?:the\s|our\s)?(?:{named}))|who|{verbs}|{named})\b"
    ),
    r"\b(?:the\slion.s\sshare|few\sand\sfar\sbetween|quite\sa\s(?:few|lot)\b(?!\sof\s(?:time|work|it)))\b",
    (
        r"\b(?:(?:only|just|barely|but)\sa|a\smere)\s(?:sliver|handful|fraction|smattering|sprinkling)\b"
        r"(?!\sof\s(?:(?:the|its|their|our)\s)?(?:costs?|price|budget|time|days|weeks|hours))"
    ),
    r"\ba\s(?:tiny|small|mere|large|sizeable)\s(?:fraction|proportion|percentage)\b(?!\sof\b)",
    r"\bmore\sthan\senough\s(?:{named})\b | \bpluralit(?:y|ies)\b(?!\sof\svoices)",
    (
        r"\b(?:almost|nearly|virtually|practically)\sthe\s(?:whole|entire)\s"
        r"(?:sample|membership|town|village|borough|county|community)\b"
    ),
    (
        r"\b(?:typical|average|mean|median)\s"
        r"(?:{named}|{measured}|reply|answer|response|age|grade|value)\b "
        r"| \bthe\s(?:average|mean|median)\s(?:is|was|stands|stood|rose|fell)\b"
    ),
    r"\b(?:dozens?|hundreds|thousands|millions)\b",
    (
        r"\b(?:only|just|but)\sa\s(?:couple|few)\b"
        r"(?!\s(?:of\s)?(?:times|days|weeks|months|years|hours|minutes|words|lines|pages|clicks|steps)\b)"
    ),
    (
        r"\b(?:scores|masses|heaps|piles|loads|lots|plenty|a\s(?:good|great)\sdeal|"
        r"an?\s(?:wealth|flood|torrent|wave|host|abundance))\sof\s(?:{answers}|{things}|praise|anger)\b"
    ),
    r"\b(?:scarce|rare|few)\s(?:are|were)\s(?:the|those)\b",
    r"\ba\s(?:score|dozen|hundred|thousand|couple|handful)\sor\s(?:more|so|two)\b",
    (
        r"\b(?:much|little|most|more|some|part|none|all|half)\sof\s(?:the|this|that|their)\s"
        r"(?:{answers}|{measured}|{things}|praise|blame|anger)\b"
    ),
)
"""How many of them."""

HOW_WIDELY = (
    r"\btoo\s(?:many|few)\s{whose}(?:{named})\b",
    r"\b(?:time\sand|again\sand|over\sand)\s(?:again|over)\b",
    (
        r"(?<!how\s)(?<!\bas\s)(?<!\bso\s)(?<!\btoo\s)(?<!of\sthe\s)\b(?:few|many|several|some)\s"
        r"(?!of\b|an?\b|\w+ed\b)[^\W\d_]+\s(?:{named})\b"
    ),
    r"\b{stays}\sthe\s(?:rule|norm|exception)\b(?!\sof\b)",
    (
        r"\b(?:spans?|spanned|cuts?\sacross|shared\sacross|right\sacross|held?s?\s(?:true\s)?across)\s"
        r"(?:every|all|each|most|the)\s(?:[^\W\d_]+\s)?"
        r"(?:groups?|ages|wards?|regions?|areas?|districts?)\b"
    ),
    r"\b(?:is|are|was|were|remains?|seems?)\s(?:{degrees}\s)?(?:rare(?!\sthat\b)|commonplace|rife|prevalent|ubiquitous|endemic)\b",
    (
        r"\b(?:is|was|remains)\s(?:{degrees}\s)?(?:common|uncommon|usual|unusual|the\s(?:norm|exception|rule))\s"
        r"(?:for|among|with)\s(?:an?\s|the\s)?(?:{named})\b"
    ),
    r"\bon\s(?:(?:almost|nearly|virtually)\s)?(?:every|each|all|most)\s(?:measures?|counts?|questions?|items?|statements?|aspects?)\b",
    (
        r"\b(?:in\s(?:very\s)?short\ssupply|thin\son\sthe\sground|few\sin\snumber|at\sa\spremium|"
        r"(?:over|under)-?(?:represented|served|used|valued)|uppermost\sin)\b"
    ),
    r"\bwidespread\b | \boverwhelming(?:ly)?\b(?!\smajorit) | \bunanimous(?:ly)?\b",
    (
        r"(?<!\bof\s)(?<!\bof\sthe\s)\b(?:{named}|they)\s(?:(?:have|has|had|are|were|do|did)\s)?"
        r"(?:{often}|tend\sto)\s[^\W\d_]+"
    ),
    r"\b(?:{on_the_whole})\b(?=[^.!?]*\b(?:{named}|they)\b)",
    (
        r"\b(?:evenly|equally|finely)\s(?:split|divided|matched|balanced|poised|spread)\b "
        r"| \bon\saverage\b | \bsplit\sdown\sthe\smiddle\b | \b(?:even|equal)\s(?:split|divide)\b"
    ),
    (
        r"\b(?:opinions?|views?|{named}|they)\s(?:is|are|was|were|remain|remained)\s"
        r"(?:(?:sharply|deeply|clearly|still|largely|firmly|more)\s)?"
        r"(?:divided|split|united|undecided|unanimous|mixed|of\sone\smind)\b"
    ),
    r"\b(?:balance|weight)\sof\s(?:opinion|views?)\b",
    (
        r"\b(?:{named}|they)\s(?:rate[sd]?|value[sd]?|score[sd]?|regard(?:ed)?)\b[^.!?;:,]{{0,40}}?\s"
        r"(?:highly|poorly|badly)\b"
    ),
    r"\b(?:hugely|wildly|immensely|extremely|deeply|very|highly|widely)\s(?:popular|unpopular)\b",
    (
        r"(?:\bthere\s(?:is|was|has\sbeen)\s(?:an?\s)?|\bmeets?\swith\s|{starts})"
        r"(?:very\s)?(?:little|scant|massive|huge|broad|limited|considerable|general|near-total)\s"
        r"(?:{measured}|appetite|consensus|backing|approval|love|enthusiasm|sympathy)\b"
    ),
    (
        r"\b(?:narrow|clear|decisive|resounding|big|close|strong)\s"
        r"(?:win|victory|lead|preference|favourite|winner|consensus)\b"
    ),
    (
        r"\b(?:by\sa\s(?:landslide|(?:country\s)?mile|whisker|(?:wide|narrow|clear|large|small)\smargin|margin\sof)|"
        r"hands\sdown)\b"
    ),
    r"\b(?:{numbers}|\d+)\sto\sone\b(?<!\bone\sto\sone)(?!-)",
)
"""How widely they do or think something."""


def quantifying(named: str, whose: str) -> str:
    """One pattern for all families; `named` is what respondents are called, `whose` precedes it."""
    families = (*HOW_MANY, *HOW_WIDELY, *HOW_STRONGLY, *PLACES, *COMPARISONS, *CHANGES, *IDIOMS)
    return _one_of(families, named=named, whose=whose)


def comparing(subjects: str) -> str:
    """One pattern for what answers are counted of, `subjects`: items, options, groups."""
    return _one_of(COUNTED, subjects=subjects)


def _one_of(families: tuple[str, ...], **lists: str) -> str:
    """Any of the families. Each starts with a word, so no place within one is tried."""
    known = vocabulary.lists() | lists
    return rf"(?<!\w)(?=\w)(?:{'|'.join(each.format(**known) for each in families)})"
