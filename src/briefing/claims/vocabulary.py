"""The vocabulary of surveys told in prose: who answers, what is counted, how it moves and compares.

Each list is written as the inside of a pattern, so that a family of phrases names it in braces.
"""

from __future__ import annotations

NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred"
)
PEOPLE = (
    "respondents|people|residents|citizens|inhabitants|neighbours|adults|children|pupils|students|"
    "parents|carers|families|households|householders|tenants|renters|women|men|girls|boys|"
    "teenagers|pensioners|patients|customers|users|visitors|staff|employees|workers|colleagues|"
    "managers|officers|officials|leaders|members|chairs|chairmen|mayors|"
    "backbenchers|voters|taxpayers|drivers|cyclists|pedestrians|passengers|commuters|shoppers|"
    "traders|businesses|firms|employers|volunteers|teachers|doctors|nurses|clinicians|"
    "practitioners|professionals|experts|participants|interviewees|supporters|opponents|critics|"
    "sceptics|doubters|optimists|pessimists|enthusiasts|independents"
)
"""Who answers surveys, whatever a codebook calls them."""
PLACES = (
    "the\\spublic|counties|districts|boroughs|unitaries|parishes|cities|towns|villages|"
    "(?:the\\s)?(?:north|south|east|west)(?:[-\\s](?:east|west))?|the\\smidlands|the\\scapital|"
    "(?:rural|urban|coastal|inner-city|deprived|affluent)\\s(?:areas|councils|districts|wards)"
)
"""What those who answer live in, where sentences set one beside another."""
ANSWERS = (
    "answers|replies|responses|comments|remarks|mentions|criticism|criticisms|complaints|"
    "submissions|suggestions|letters|votes|returns"
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
    "meet|met|mind|minded|understand|understood|responded|commented|suggested|argue|argued|could|cannot"
)
"""What respondents do, as far as publications tell of it."""

OPENS = r"(?<![^\s(\u201c\u2018\"*-])"
MEASURED = (
    "shares?|proportions?|numbers?|figures?|support|trust|confidence|satisfaction|demand|interest|"
    "agreement|disagreement|engagement|involvement|awareness|knowledge|turnout|concerns?|opposition|"
    "participation|approval|disapproval|backing|enthusiasm|sympathy|optimism|pessimism|scepticism|"
    "dissatisfaction|distrust|morale|doubts?|fears?|anxiety|hopes?|unease|frustration|attendance|"
    "uptake|take-up|usage|popularity|ratings?|scores?|marks?|complaints?|rates?|levels?|"
    "majorit(?:y|ies)|minorit(?:y|ies)|mood|appetite|attitudes"
)
"""What rises and falls where a survey is told of."""
THINGS = (
    "reasons?|priorit(?:y|ies)|concerns?|worr(?:y|ies)|barriers?|problems?|issues?|obstacles?|"
    "complaints?|choices?|answers?|themes?|topics?|causes?|sources?|drivers?|requests?|demands?"
)
"""What answers are counted by."""
PLURAL = rf"(?!(?:is|was|says)\b)(?:{VERBS})"
"""What is said of several."""
STARTS = (
    r"(?:(?<=[.!?:;,\u2013\u2014]\s)|\A|(?<=[\u201c\u2018\"(*])|"
    r"(?<=\b(?:and|but)\s)|(?<=\b(?:that|when)\s)|(?<=\bwhile\s)|(?<=\bwhereas\s))"
)
"""Where a clause starts."""
OFTEN = (
    "mostly|mainly|largely|generally|widely|broadly|rarely|seldom|always|never|often|usually|"
    "frequently|sometimes|occasionally|typically|normally|overwhelmingly|predominantly|universally|"
    "(?:hardly|scarcely|barely|almost|nearly|virtually)\\s(?:ever|never|always)|hardly|barely|"
    "scarcely|by\\sand\\slarge|on\\sthe\\swhole|in\\sgeneral|as\\sa\\srule|to\\sa\\sman|as\\sone|"
    "more\\soften\\sthan\\snot|without\\sexception|for\\sthe\\smost\\spart|in\\sthe\\smain|invariably"
)
ON_THE_WHOLE = (
    "by\\sand\\slarge|on\\sthe\\swhole|in\\sgeneral|as\\sa\\srule|more\\soften\\sthan\\snot|to\\sa\\sman|"
    "(?:almost\\s|nearly\\s)?without\\sexception|in\\s(?:most|many|all|some|few)\\scases|"
    "nine\\stimes\\sout\\sof\\sten|in\\sthe\\smain|"
    "with\\s(?:(?:very\\s)?few|rare|hardly\\sany|scarcely\\sany|one\\sor\\stwo|no)\\sexceptions?|across\\sthe\\sboard"
)
SIZES = (
    "fair|good|large|larger|small|smaller|growing|tiny|great|greater|significant|substantial|"
    "sizeable|considerable|vast|high|higher|low|lower|increasing|declining|shrinking|record|"
    "surprising|worrying|huge|clear|whole"
)
PORTIONS = (
    "numbers?|proportions?|shares?|fractions?|percentages?|chunks?|slivers?|portions?|sections?|"
    "slices?|swathes?|bulk|smattering|sprinkling|bunch|few"
)
HEAPS = (
    "handful|host|lot|smattering|sprinkling|score|sliver|chunk|fraction|proportion|bunch|majority"
)
LITTLE = "sharp|sharply|steep|steeply|slight|slightly|small|large|big|marked|modest|steady"
EVERYONE = "everyone|everybody|nobody|no\\sone|no-one"
TOLD = (
    r"(?!\s(?:welcome|invited|paid|listed|shown|given|printed|attached|available|set\sout|below|above|"
    r"published|described|numbered|in\sthe\s(?:annex|appendix|notes?|table))\b)"
)
"""What is said of things and of readers after such words, and not of answers."""
WISHED = "should|must|can|could|may|might|will|would|who|whose|in|else|to|with|from|at"
NO_PLACE = (
    "steps?|times?|places?|pages?|half|choices?|votes?|parts?|thing|years?|names?|sight|aid|hand|"
    "edition|class|floor|instance|minute|week|month|day|resort|two|three|few|preference"
)

KEENER = "likelier|keener|happier|unhappier|warier|readier|prouder|angrier"
"""How people differ from others; plans and weather are no such things."""
DEGREES = (
    r"(?:very|far|much|even|still|now|slightly|somewhat|rather|quite|only|a\s(?:little|bit|lot|touch)|"
    r"(?!early|only|daily|weekly)[^\W\d_]{3,}ly)"
)
"""How much more or less something is."""
MORE = (
    r"(?!more\sthan\b)"
    r"(?:(?:more|less)\s(?!than)[^\W\d_]+|fewer|more|less|better|worse|"
    r"(?!other|rather|later|either|whether|further|never|ever|over|under|officer|member|number|"
    r"leader|after|another|together|altogether|however|moreover|forever|neither|former|proper|eager|"
    r"bitter|clever|sober|super|upper|utter|inner|outer|offer|answer|consider|remember|prefer|paper|order|matter|water|letter|river|power)[^\W\d_]{2,}er)"
)
"""The comparative of anything."""
DIMENSIONS = (
    "higher|lower|stronger|weaker|greater|smaller|larger|bigger|deeper|firmer|patchier|thinner|"
    "highest|lowest|strongest|weakest|greatest|smallest|largest|deepest"
)
RISEN = (
    "rises?|rose|risen|grows?|grew|grown|climb(?:s|ed)?|soar(?:s|ed)?|surge[sd]?|jump(?:s|ed)?|"
    "leaps?|leapt|rocket(?:s|ed)?|swells?|swelled|swollen|mounts?|mounted|spike[sd]?|peak(?:s|ed)?|"
    "increase[sd]?|recover(?:s|ed)?|rebound(?:s|ed)?|rall(?:y|ies|ied)|strengthen(?:s|ed)?|"
    "improve[sd]?|doubled?|doubles|treble[sd]?|triple[sd]?|quadrupled?|multipl(?:y|ies|ied)|"
    "cre(?:eps?|pt)|edge[sd]?|widen(?:s|ed)?|gain(?:s|ed)\\sground|pick(?:s|ed)\\sup"
)
FALLEN = (
    "falls?|fell|fallen|drop(?:s|ped)?|slump(?:s|ed)?|plunge[sd]?|plummet(?:s|ed)?|tumble[sd]?|"
    "dip(?:s|ped)?|slip(?:s|ped)?|slides?|slid|sinks?|sank|sunk|eased?|eases|ebb(?:s|ed)?|wane[sd]?|"
    "fade[sd]?|weaken(?:s|ed)?|shrinks?|shrank|shrunk|dwindle[sd]?|decline[sd]?|decrease[sd]?|"
    "halve[sd]?|collapse[sd]?|crumble[sd]?|evaporate[sd]?|vanish(?:es|ed)?|dr(?:y|ies|ied)\\sup|"
    "worsen(?:s|ed)?|deteriorate[sd]?|narrow(?:s|ed)?|sag(?:s|ged)?|sour(?:s|ed)?|"
    "erode[sd]?|level(?:s|led)\\soff|plateau(?:s|ed)?"
)
MOVING = (
    "rising|growing|climbing|soaring|surging|swelling|mounting|increasing|recovering|improving|"
    "strengthening|widening|falling|dropping|slumping|plummeting|sliding|slipping|sinking|ebbing|"
    "waning|fading|weakening|shrinking|dwindling|declining|decreasing|crumbling|worsening|"
    "narrowing|eroding"
)
OUGHT = (
    r"(?!\s(?:must|should|shall|ought|may|needs?\sto|ha(?:s|ve)\sto|"
    r"(?:is|are)\s(?:welcome|invited|entitled|free|asked|required|expected|encouraged)|deserves?)\b)"
)
"""What follows where words say what should be, not what was answered."""
ENTITLED = r"(?!\sha(?:s|ve)\s(?:an?|the)\s(?:part|role|right|duty|say|place|seat|stake)\b)"
"""What belongs to everybody by right."""
SUPERLATIVE = (
    r"(?!(?:inter|requ|t|r|w|north-?w|south-?w|b|hon|mod|lat|near|earli|for|prot|inv|dig|manif|sugg|"
    r"cont|harv|gu|qu|arr|ch|pri|conqu|br|l|n|v|cr|beh|bequ|unr|att|det|mol|inf|ing|div|old|new|eld|"
    r"easi|simpl|saf|fin|full|clos|quick|fast|high|low|larg|temp|am|bl|j|p|z|f|budap|buchar|ev)est(?:s|ed)?\b)"
    r"[^\W\d_]{3,}est"
)
"""The superlative of anything but dates, ways and buildings."""
