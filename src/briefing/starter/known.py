"""Wordings that forms use again and again: ways out of a question, and what columns hold.

Ways out and the commonest attributes are known in German, French, Spanish and Welsh too.
"""

from __future__ import annotations

import re

DONT_KNOW = re.compile(
    r"(?:i )?(?:don'?t|do not) know\b.*|dk|unsure|(?:i(?:'?m| am) )?not sure.*|no opinion"
    r"|prefer not to.*|rather not say|can'?t say|cannot say|can'?t (?:recall|remember)"
    r"|don'?t (?:recall|remember)"
    r"|(?:i(?:'?d)? )?(?:prefer|rather) not.*|no answer|refused|unknown"
    r"|(?:i'?m |i am )?not (?:at all )?familiar with (?:this|it|that)"
    r"|(?:i'?ve |i have )?never heard of(?: (?:this|it|that|him|her|them))?"
    r"|can'?t (?:rate|judge)|too early to (?:say|tell)"
    r"|(?:dk|other/don'?t know)\b ?/.*"
    r"|(?:das )?wei(?:ß|ss) (?:ich )?nicht.*|keine (?:angabe|ahnung|meinung|antwort).*"
    r"|kann ich nicht (?:beurteilen|sagen)|(?:möchte|will) ich nicht (?:sagen|angeben|beantworten)"
    r"|(?:je )?ne (?:sais|sait|souhaite|veux|préfère) pas.*|nsp|sans (?:opinion|réponse)"
    r"|(?:je )?préfère ne pas .*|pas d'(?:opinion|avis)"
    r"|(?:no|yo no) (?:lo )?(?:sé|sabe|estoy segur[oa]|contesta)\b.*"
    r"|ns/nc|(?:prefiero|preferiría|prefiere) no .*|sin (?:opinión|respuesta)"
    r"|ddim yn gwybod|ddim yn siŵr|(?:mae'n )?well gen i beidio .*|gwell peidio .*",
)
NOT_APPLICABLE = re.compile(
    r"not ?applicable.*|n/a\b.*|na|does ?n[o']t apply.*|does not apply.*|no experience.*"
    r"|(?:i )?(?:don'?t|do not) do (?:this|that|it|these)"
    r"|(?:i )?(?:have not|haven'?t|have never|never) used.*|not relevant.*|.*\(n/?a\)|.* / n/?a"
    r"|nicht (?:zutreffend|relevant)|entfällt|betrifft mich nicht"
    r"|(?:non applicable|sans objet|pas concerné|non concerné|ne s'applique pas).*"
    r"|(?:no aplica|no procede|no corresponde|no se aplica).*|ddim yn berthnasol|amherthnasol"
)

WEIGHT = re.compile(
    r"(?:.*[_ ])?(?:wt|wgt|weight|weights|weighting|weight_?factor|rimweight)"
    r"(?:[_ ]?\w{0,12})?"
    r"|(?!birth|body|over|under)[a-z]{1,10}(?:weights?|wghts?|wgts?)(?:[_ ]?\w{0,12})?"
    r"|(?:[\w-]+ ){0,3}weights? (?:for|of) (?:the |all )?(?:[\w-]+ ){0,3}"
    r"(?:samples?|respondents?|analys[ei]s|cases|interviews|adults|persons|households)"
)
ID = re.compile(
    r"(?:respondent|response|participant|case|record|reply|submission|person|interview|survey|"
    r"unique|user|panell?ist|subject|internal)?"
    r"[_ ]?(?:id|identifier|no|number|serial|ref|reference|key|code|uuid|#)\.?"
    r"|serial|number|no\.?|#|respondent|caseid|responseid|respid|uuid|token|seed"
)
PERSONAL = re.compile(
    r"(?:.*\b)?(?:e-?mail(?: address)?|ip[ _]?address|ipaddress|full name|first name|last name|"
    r"surname|forename|your name|(?:phone|telephone|mobile|cell)(?: phone)? (?:number|no\b)|"
    r"post ?code|zip ?code|date of birth|dob|home address|street address|latitude|longitude|"
    r"locationlatitude|locationlongitude|recipient(?:last|first)?name|recipientemail|"
    r"user ?name|contact details|national insurance(?: number)?|nhs number)(?:\b.*)?"
    r"|(?:.*\b)?names? of (?:the |your )?(?:\w+ ){0,3}(?:instructor|teacher|tutor|manager|contact|"
    r"officer|doctor|lecturer|supervisor|employer)s?(?:\b.*)?"
    r"|(?:(?:your|home|work|contact|daytime|evening) )?(?:phone|telephone|mobile|cell)(?: phone)?"
    r"|name|names|address"
)
BORN = re.compile(
    r"(?:.*\b)?(?:date of birth|dob|birth ?date)\W+"
    r"(?:(?:the )?day|month|year|d{1,2}|m{1,2}|y{2,4})\b.*"
    r"|(?:.*\b)?(?:day|month) of (?:your )?birth\b.*|(?:.*\b)?birth ?(?:day|month)"
)
"""A part of a date of birth; the year alone is an age, as good as one."""
POSTED = re.compile(r"\b(?:post ?code|zip ?code|postal code)\b")
"""What asks where somebody lives to the street: a part of it tells less, and still tells."""
ABOUT = re.compile(
    r"status|progress|finished|duration.*|time taken.*|.*\(in seconds\)|distributionchannel|"
    r"distribution channel|userlanguage|user ?language|language|externalreference|"
    r"externaldatareference|collector ?id|collector|custom data.*|device.*|browser.*|"
    r"operating system|user ?agent|referer|referrer|lastpage|last ?page|startlanguage|"
    r"start ?language|total points|quiz feedback|completed|complete|points.*|feedback.*|"
    r".*nps[_ ]group|response type|wave|version|progress \(%\)|interviewtime|group ?time.*|"
    r"question ?time.*"
    r"|sc\d{1,2}(?:_\w+)?"
    r"|q_(?:recaptcha|relevantid|ballotbox|duplicate|fraud|totalduration|url|chl)\w*"
)
CHECK = re.compile(
    r"\b(?:not|are) an? (?:robot|bot)\b|captcha|attention[ _]?ch(?:ec)?k|attn[ _]?ch(?:ec)?k\d*"
    r"|\b(?:show|prove|ensure|confirm|check)\b.{0,40}\b(?:paying attention|reading|real person"
    r"|human)\b"
    r"|\bplease (?:select|choose|tick|pick|mark|answer) .{1,40} (?:for|to|in) this "
    r"(?:question|item|row|statement|line)\b",
    re.IGNORECASE,
)
"""What asks whether somebody reads what is asked, or is somebody at all."""
FIELDWORK = re.compile(
    r"(?:total |number of )*(?:call attempts?|attempts? (?:to|at) (?:the )?(?:number|contact))"
    r"|(?:total )?call ?backs?|refusal conver(?:sion|ted)|i?lang"
    r"|(?:date|day|time|start|end|language|length|duration|mode|place|number|outcome) of (?:the )?"
    r"interview|interview (?:date|day|time|language|length|duration|mode|outcome|status)"
    r"|interviewer(?:'?s)? (?:gender|sex|age|race|ethnicity|id|name|number|code|language)\b.*"
)
"""What interviewers note of an interview, not what somebody answered: how often they rang."""
TIME = re.compile(
    r"timestamp|start ?date|end ?date|recorded ?date|start ?time|completion ?time|end ?time|"
    r"date ?created|date ?modified|date|time|submitdate|datestamp|submitted(?: at| on)?|"
    r"date submitted|last ?modified(?: time)?|started|date.*completed"
)
ATTRIBUTES = (
    (
        "age",
        (
            r"^(?:your )?age\b.{0,24}$|age ?(?:group|band|range)|your age\b|how old are you"
            r"|^age\d$|^(?:ihr |dein |votre |su |tu )?(?:alter|âge|edad|oed)\b.{0,24}$"
            r"|quel est (?:votre|ton) âge|cuál es (?:su|tu) edad|\boed(?:ran)?\b.{0,8}(?:chi|ydych)"
            r"|(?:yw )?eich oed(?:ran)?\b|\bwie alt\b|quel âge|qué edad"
            r"|(?:tranche d'|rango de |grupo de )(?:âge|edad)"
        ),
    ),
    ("birth", r"year of (?:your )?birth|year were you born|birth year|^born\b"),
    ("gender", r"gender|\bsexe?\b|\bsexo\b|are you male|geschlecht|\bgénero\b|rhywedd"),
    ("region", r"region|which (?:part|area) of"),
    ("ward", r"\bward\b"),
    ("district", r"district|borough|\bcouncil area\b"),
    (
        "area",
        (
            r"\barea\b.{0,12}(?:live|work)|where (?:do )?you (?:live|work)|neighbourhood do you"
            r"|(?:stadtteil|stadtbezirk|ortsteil|gemeinde|wo)\b.{0,12}\bwohnen\b"
            r"|wohnen sie\b.{0,3}$"
            r"|(?:quartier|commune|où)\b.{0,12}\bhabitez|habitez-vous\b.{0,3}$"
            r"|(?:barrio|distrito|municipio|dónde)\b.{0,12}\bvive"
            r"|(?:ble|ardal)\b.{0,20}\bbyw\b"
        ),
    ),
    ("country", r"^country|which country|^land$|welchem land|^pays|quel pays|^país|qué país"),
    (
        "length",
        r"length of service|how (?:long|many (?:years|months)) have you (?:worked|lived|been)",
    ),
    (
        "role",
        r"\brole\b|job title|position in|what best describes you|best describes your (?:job|role)",
    ),
    ("staff_group", r"\bstaff group|occupational group|job group"),
    ("site", r"which (?:site|office|branch|location|hospital|clinic|depot|store) (?:do|are) you"),
    ("connection", r"your (?:main )?connection (?:with|to)\b"),
    ("department", r"department|directorate|\bteam do you\b|division"),
    (
        "organisation",
        r"(?:type|kind|size) of (?:organisation|council|authority|business)|council type|sector",
    ),
    ("ethnicity", r"ethnic|\brace\b(?! to)|^race\w{0,6}$"),
    (
        "housing",
        (
            r"tenure|own or rent|rent or own|do you (?:own|rent) your (?:own )?home"
            r"|(?:type|kind) of (?:home|housing|accommodation|property)"
            r"|(?:describes?|is) your (?:home|housing|accommodation)\b|live in a (?:flat|house)\b"
        ),
    ),
    ("employment", r"employment|working status|work status|are you (?:working|employed|in work)"),
    ("income", r"income|salary|\bearn(?:s|ed|ing)?\b"),
    ("disability", r"disab|long-term (?:condition|illness)|health condition"),
    (
        "education",
        (
            r"qualification|(?:level|years) of education|educational (?:level|attainment)"
            r"|^(?:your )?(?:highest )?education\b.{0,16}$|highest .{0,24}education"
        ),
    ),
    ("household", r"household"),
    ("grade", r"\bgrade\b|year group|year of study"),
    ("religion", r"religion"),
    ("sexuality", r"sexual orientation|^orientation$|sexuality"),
    ("type", r"^type$|respondent type|are you (?:a|an|responding)\b|^are you\W*$"),
)
"""What parts respondents into groups: an id, and what its name or wording holds."""
ATTRIBUTE_LABELS = {
    "length": "Length of time",
    "type": "Type of respondent",
    "birth": "Year of birth",
}
ATTRIBUTE_ANSWERS = (
    ("sexuality", frozenset({"straight", "gay", "lesbian", "bisexual", "heterosexual"})),
    ("ethnicity", frozenset({"white", "black", "asian", "hispanic", "mixed"})),
    ("religion", frozenset({"christian", "muslim", "hindu", "jewish", "buddhist", "sikh"})),
    (
        "gender",
        frozenset({"male", "female", "man", "woman", "men", "women", "männlich", "weiblich"})
        | {"mann", "frau", "homme", "femme", "masculin", "féminin", "hombre", "mujer"}
        | {"masculino", "femenino", "gwryw", "benyw"},
    ),
)
"""Answers by which an attribute is known whatever its column is called; two of them tell it."""
_GENDERS = frozenset(
    {"non-binary", "nonbinary", "non binary", "transgender", "trans", "trans man", "trans woman"}
    | {"intersex", "divers", "non-binaire", "non binaire", "no binario", "no binaria", "anneuaidd"}
)
KNOWN_GROUPS = _GENDERS.union(*(answers for _, answers in ATTRIBUTE_ANSWERS))
"""Groups that are a form's however few are in them."""
NAMED = frozenset(
    {"gender", "region", "ward", "district", "area", "country", "role", "department", "type"}
    | {
        "staff_group",
        "site",
        "connection",
        "organisation",
        "ethnicity",
        "housing",
        "employment",
        "religion",
        "sexuality",
    }
)
"""Attributes whose groups are names, which have no order of their own."""
YES_NO = frozenset({"disability", "employment", "housing", "role", "type"})
"""Attributes that are asked for at length and answered with yes or no."""
OPINION = re.compile(
    r"\bdo you (?:think(?! of yourself)|feel|believe|agree|approve|favou?r|support|prefer)\b"
    r"|\bin your (?:own )?(?:view|opinion)\b|\bhow (?:important|satisfied|happy|well)\b"
)
"""Wordings that ask what somebody thinks: what they name is no attribute of who answers."""
COUNT = re.compile(r"\bhow many\b|\bnumber of\b")
COUNTABLE = frozenset({"age", "length", "household", "income"})
"""Attributes that are asked for as a number."""
SENSITIVE = frozenset({"ethnicity", "disability", "religion", "sexuality", "income"})
OPEN = re.compile(
    r"\b(?:any|further|other|additional|general|your|more) (?:\w+ )?(?:comments?|remarks?|feedback|"
    r"suggestions?|thoughts)\b|^(?:comments?|remarks?|feedback|suggestions?)\W*$"
    r"|\b(?:anything|something) else (?:you|that|to)\b|^(?:is there )?anything else\W*$"
    r"|\bin your own words\b|\bwhy do you say (?:that|so|this)\b"
    r"|\bplease (?:explain|describe|give (?:details|reasons)|tell us (?:more|why)|write in)\b"
    r"|\bif (?:other|yes|no|so),? (?:please )?(?:state|specify|say|explain|describe|tell|give)\b"
    r"|^(?:vos |avez-vous .*)?(?:remarques|commentaires|suggestions)\b|\bautres remarques\b"
    r"|\b(?:anmerkung|kommentar|bemerkung|anregung)(?:en|e)?\b"
    r"|\bmöchten sie (?:uns )?(?:noch |sonst )*(?:etwas )?(?:sagen|mitteilen)\b"
    r"|\b(?:comentarios|observaciones|sugerencias)\b|\bsylwadau\b",
    re.IGNORECASE,
)
"""Wordings that ask for words of one's own, however alike the answers are."""
ASKS_FREELY = re.compile(
    r"\bwhat(?: is| are| would be)?(?: the)? (?:one|single|main|biggest) "
    r"(?:thing|change|improvement)s?\b"
    r"|\bwhat (?:else )?(?:could|should|can|might|would) .{2,60}\b(?:better|improved?|differently"
    r"|change|do)\b|\bwhat (?:does|do|did) .{2,60} (?:do|did|does) (?:well|best|badly)\b"
    r"|\bhow (?:can|could|would) you (?:like to )?(?:help|improve)\b"
    r"|\bwhat (?:do|did) you (?:most |particularly |really )?(?:like|dislike|enjoy)\b",
    re.IGNORECASE,
)
"""Wordings that ask for words of one's own as a rule, though a form may have offered some."""
