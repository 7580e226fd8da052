"""The vocabulary of surveys told in prose: who answers, what is counted, how it moves and compares.

Each list is written as the inside of a pattern, so that a family of phrases names it in braces.
"""

from __future__ import annotations

NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred|thousand|million"
)
PEOPLE = (
    "respondents|people|residents|citizens|inhabitants|neighbours|adults|children|pupils|students|"
    "parents|carers|families|households|householders|tenants|renters|women|men|girls|boys|"
    "teenagers|pensioners|patients|customers|users|visitors|staff|employees|workers|colleagues|"
    "managers|officers|officials|leaders|members|chairs|chairmen|mayors|"
    "backbenchers|voters|taxpayers|drivers|cyclists|pedestrians|passengers|commuters|shoppers|"
    "traders|businesses|firms|employers|volunteers|teachers|doctors|nurses|clinicians|"
    "practitioners|professionals|experts|participants|interviewees|supporters|opponents|critics|"
    "sceptics|doubters|optimists|pessimists|enthusiasts|independents|crews|apprentices|trainees|"
    "governors|trustees|tutors|lecturers|librarians|curators|paramedics|firefighters|leaseholders|"
    "learners|applicants|claimants|clients|guests|audiences|borrowers|travellers|riders|newcomers|"
    "graduates|mothers|fathers|males|females|inspectors|wardens|planners|farmers|callers|"
    "motorists|homeowners|swimmers|walkers|youngsters|mums|dads|gardeners|shopkeepers|"
    "stallholders|listeners|viewers|owners|seniors|islanders|villagers|townspeople|campaigners|"
    "academics|scholars|researchers|scientists|engineers|developers|programmers|analysts|"
    "maintainers|contributors|administrators|directors|executives|investors|retailers|lawyers|"
    "journalists|editors|authors|reviewers|coaches|players|athletes|fans|gamers|migrants|refugees|"
    "veterans|survivors|youths|teens|grandparents|buyers|sellers|landlords|"
    "principals|headteachers|americans|europeans|britons|australians|canadians|"
    "zealanders|londoners|attendees|delegates|adopters|beginners|novices|consumers|"
    "subscribers|donors|recipients|beneficiaries|entrepreneurs|freelancers|counterparts|peers"
)
"""Who answers surveys, whatever a codebook calls them."""
WHO_DO = (
    r"(?!(?:answ|pap|newspap|lett|matt|numb|off|ord|oth|post|pow|quart|tow|wint|summ|riv|flow|bord|"
    r"corn|chapt|regist|remind|tim|met|cent|regist|merg|count|cov|hov|both|diff|pref|ref|suff|consid|"
    r"rememb|discov|deliv|gath|ent|trigg|low|comput|print|trail|contain|barri|care|lay|pray|show|"
    r"shelt|should|fing|bann|stick|buff|draw|filt|serv|brows|fold|head|foot|charact|paramet|"
    r"coff|dinn|supp|butt|silv|wat|fev|canc|ulc|disast|encount|blist|clust|cylind|lad|lev|mann|"
    r"mark|packag|rul|slipp|spid|start|thund|tig|timb|trous|upp|utt|wond|hunger|ang|"
    r"transf|ladd|hamm|helicopt|freez|cook|mix|heat|rout|scann|sold|burn|boil|digg|"
    r"interview|cod|tak|strang|tend|shutt|runn|perform|sliv|ling|rev|minist|stakehold|answer)ers\b|"
    r"(?:fact|flo|do|err|mirr|indo|outdo|sect|indicat|monit|terr|horr|vect|mot|react|refrigerat|"
    r"corrid|escalat|elevat|generat|calculat|rad|sens|process|col|tut|fav|har|hum|lab|neighb|rum|"
    r"vap|regulat|object|audit|operat)ors\b|(?:psycholog|sociolog|econom|histor)i(?:st|an)s\b|(?:l|ex|cons|pers|ins|ass|res|m|f|wa|tw|wr|g)ists\b)"
    r"[^\W\d_]{3,}(?:ers|ors|ists|ians)"
)
"""Whoever does something: farmers, jurors, cyclists; not what ends so and is a thing or a verb.

Nor those who are known to write of others: interviewers, economists, regulators.
"""
MARKED = r"[A-Z][^\W\d_]*+"
"""Any of `PEOPLE` in a text in small letters where these alone have a capital."""
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
    r"(?<!\bthe\s)(?<!\bour\s)trust|"
    "shares?|proportions?|numbers?|figures?|support|confidence|satisfaction|demand|interest|"
    "agreement|disagreement|engagement|involvement|awareness|knowledge|turnout|concerns?|opposition|"
    "participation|approval|disapproval|backing|enthusiasm|sympathy|optimism|pessimism|scepticism|"
    "dissatisfaction|distrust|morale|doubts?|fears?|anxiety|hopes?|unease|frustration|attendance|"
    "uptake|take-up|usage|popularity|ratings?|scores?|marks?|complaints?|rates?|levels?|"
    "majorit(?:y|ies)|minorit(?:y|ies)|mood|appetite|attitudes|stress|pressure|workloads?|pride|"
    "use(?=\\sof)|visits|loyalty|anger|resentment|appreciation|recognition|willingness|reluctance|"
    "mistrust|hostility|loneliness|isolation|happiness|wellbeing|reputation|waiting\\stimes|waits|"
    "queues|recruitment|retention|absence|absenteeism|turnover|sickness"
)
"""What rises and falls where a survey is told of."""
FEELINGS = (
    "support|trust|confidence|satisfaction|dissatisfaction|demand|interest|agreement|disagreement|"
    "awareness|opposition|participation|approval|disapproval|backing|enthusiasm|sympathy|optimism|"
    "pessimism|scepticism|distrust|doubts?|fears?|anxiety|unease|frustration|uptake|take-up|usage|"
    "appetite|concerns?|anger|resentment|appreciation|morale|turnout"
)
"""What people have more or less of, and nothing that is handed to them."""
ASPECTS = (
    "quality|access|reliability|punctuality|cleanliness|performance|communications?|accessibility|"
    "responses?|results?|findings|recall"
)
"""What is rated."""
PATTERNS = (
    "results?|findings|answers|replies|responses|views|opinions?|experiences|priorities|"
    "pictures?|patterns?|preferences|perceptions|behaviours?"
)
"""What is alike or differs between groups and years."""
BODIES = (
    "councils?|authorit(?:y|ies)|schools?|colleges?|universit(?:y|ies)|librar(?:y|ies)|museums?|"
    "galler(?:y|ies)|theatres?|venues|hospitals?|surger(?:y|ies)|clinics?|pharmac(?:y|ies)|"
    "practices|wards|nurser(?:y|ies)|charit(?:y|ies)|clubs?|compan(?:y|ies)|operators|landlords?|"
    "associations?|organisations?|departments?|teams|stations?|forces|branch(?:es)?|farms?|shops?"
)
"""What surveys are held of beside people."""
THINGS = (
    "reasons?|priorit(?:y|ies)|concerns?|worr(?:y|ies)|barriers?|problems?|issues?|obstacles?|"
    "complaints?|grievances?|gripes?|bugbears?|frustrations?|irritations?|attractions?|motives?|"
    r"motivations?|choices?|answers?|themes?|topics?|causes?|sources?|[dD]rivers?|requests?|demands?"
)
"""What answers are counted by."""
PLURAL = rf"(?!(?:is|was|says)\b)(?:{VERBS})"
"""What is said of several."""
STARTS = (
    r"(?:(?<=[.!?:;,\u2013\u2014]\s)|\A|(?<=[\u201c\u2018\"(*])|"
    r"(?<=\b(?:and|but)\s)|(?<=\b(?:that|when)\s)|(?<=\bwhile\s)|(?<=\bwhereas\s)|"
    r"(?<=\bthough\s)|(?<=\balthough\s))"
)
"""Where a clause starts."""
STAYS = (
    r"(?:is|are|was|were|(?:has|have|had)\s(?:been|remained|stayed|proved)|remain(?:s|ed)?|stay(?:s|ed)?|seem(?:s|ed)?|"
    r"appear(?:s|ed)?|prove[sd]?|continues?\sto\sbe|continued\sto\sbe)"
)
"""What joins a thing to how it is."""
OF_WHAT = (
    r"(?:\s(?:in|of|for|to|with|among|over|about|on|at|that|who|from|[^\W\d_]{2,}ing)\s"
    r"(?:(?!(?:could|should|would|may|might|must)\s)[^\s.!?;:,]+\s){0,12}?(?!be\s)[^\s.!?;:,]+)?"
)
"""What a share or a feeling is of, between it and its verb."""
HEIGHTS = (
    r"high|low|strong|weak|poor|limited(?!\sto\b)|patchy|uneven|mixed|lukewarm|tepid|muted|minimal|"
    r"negligible|solid|scarce|scant|thin|fragile|shaky|disappointing|encouraging|healthy|robust|"
    r"modest|moderate|considerable|substantial|widespread|universal|deep|[fF]irm|slim|intense|acute|"
    r"variable|buoyant|lacking|rare|common|uncommon|frequent|infrequent|abundant|plentiful|"
    r"pronounced|(?:wafer|razor|paper)-thin|rock-solid|glowing|scathing|stellar|damning|sky-high|sketchy|dismal|outstanding|exceptional|middling|(?:good|bad|excellent|great)(?!\s(?:for|to|at)\b)"
)
"""How high and how good something is that is measured."""
OPINED = (
    "satisfied|dissatisfied|happy|unhappy|positive|negative|content|supportive|favourable|critical|"
    "pleased|confident|worried|concerned|anxious|optimistic|pessimistic|sceptical|enthusiastic|keen|"
    "reluctant|aware|unaware|engaged|informed|comfortable|uncomfortable|proud|angry|frustrated|"
    "hostile|opposed|interested|willing|unwilling|committed|motivated|disappointed|impressed|safe|"
    "unsafe|valued|involved|stressed|in\\sfavour|likely|unlikely|inclined|complimentary|"
    "appreciative|scathing|generous|cautious"
)
"""What people are by their own account."""
RECEIVED = (
    "reported|mentioned|cited|named|raised|used|seen|felt|heard|known|valued|praised|criticised|"
    "blamed|trusted|regarded|viewed|considered|rated|understood|liked|disliked|welcomed|supported|"
    "opposed|shared|attended|visited|consulted|informed|recognised|appreciated|resented|feared|"
    "received|backed|favoured|accepted|perceived|respected|remembered|recalled|chosen|noticed|"
    "ignored|overlooked|endorsed"
)
"""What is done to things by those who are asked about them."""
OFTEN = (
    "mostly|mainly|largely|generally|widely|broadly|rarely|seldom|always|never|often|usually|"
    "frequently|sometimes|occasionally|typically|normally|overwhelmingly|predominantly|universally|"
    "(?:hardly|scarcely|barely|almost|nearly|virtually)\\s(?:ever|never|always)|hardly|barely|"
    "scarcely|by\\sand\\slarge|on\\sthe\\swhole|in\\sgeneral|as\\sa\\srule|to\\sa\\s[mM]an|as\\sone|"
    "more\\soften\\sthan\\snot|without\\sexception|for\\sthe\\smost\\spart|in\\sthe\\smain|invariably|regularly|commonly|"
    "increasingly|chiefly|consistently"
)
ON_THE_WHOLE = (
    "by\\sand\\slarge|on\\sthe\\swhole|in\\sgeneral|as\\sa\\srule|more\\soften\\sthan\\snot|to\\sa\\s[mM]an|"
    "(?:almost\\s|nearly\\s)?without\\sexception|in\\s(?:most|many|all|some|few)\\scases|"
    "(?:broadly|generally)\\sspeaking|nine\\stimes\\sout\\sof\\sten|in\\sthe\\smain|"
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
    r"(?!\s(?:only\s|also\s)?(?:welcome|invited|paid|listed|shown|given|printed|attached|available|set\sout|below|above|"
    r"published|described|numbered|in\sthe\s(?:annex|appendix|notes?|table))\b)"
)
"""What is said of things and of readers after such words, and not of answers."""
STANDS_BEHIND = (
    r"(?=[.,;:!?)]|$|\s(?:in|since|over|by|across|among|for|on|at|from|as|this|each|every|year|while|"
    r"but|and|after|during|when|with|again|further|(?!only|early)[^\W\d_]{3,}ly)\b)"
)
"""What follows a verb without an object: of what rises by itself, not of what one raises."""
OPEN_TO = (
    r"(?<!open\sto\s)(?<!sent\sto\s)(?<!issued\sto\s)(?<!offered\sto\s)(?<!available\sto\s)"
    r"(?<!invited\s)(?<!addressed\sto\s)(?<!free\sto\s)(?<!free\sfor\s)(?<!wrote\sto\s)"
    r"(?<!written\sto\s)(?<!thank\s)(?<!feedback\sfrom\s)(?<!representative\sof\s)"
)
"""Words in front of ``all staff`` that invite and count nobody."""
OF_PAPER = (
    "pages|maps|words|notes|tables|charts|figures|sections|chapters|files|forms|copies|thanks|steps|"
    "things|times|days|weeks|months|years|hours|minutes|questions|questionnaires|readers|options|"
    "changes|plans|lines|parts|points|rights|ways|books|links|versions|terms|names|details|items|"
    "tasks|meetings|events|methods|checks|letters|documents|events|rules"
)
"""What reports have many of."""
WISHED = "should|must|can|could|may|might|will|would|who|whose|in|else|to|with|from|at"
NO_PLACE = (
    "steps?|times?|places?|pages?|half|choices?|votes?|parts?|thing|years?|names?|sight|aid|hand|"
    "edition|class|floor|instance|minute|week|month|day|resort|two|three|few|preference"
)

KEENER = "likelier|keener|happier|unhappier|warier|readier|prouder|angrier"
"""How people differ from others; plans and weather are no such things."""
DEGREES = (
    r"(?:very|far|much|even|still|now|slightly|somewhat|rather|quite|only|all\sbut|a\s(?:little|bit|lot|touch)|"
    r"(?!early|only|daily|weekly)[^\W\d_]{3,}ly)"
)
"""How much more or less something is."""
MORE = (
    r"(?!more\sthan\b)"
    r"(?:(?:more|less)\s(?!than)[^\W\d_]+|fewer|more|less|better|worse|"
    r"(?![A-Z]|other|rather|later|either|whether|further|never|ever|over|under|number|"
    r"after|another|together|altogether|however|moreover|forever|neither|former|proper|eager|"
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
    "worsen(?:s|ed)?|deteriorate[sd]?|shorten(?:s|ed)?|lessen(?:s|ed)?|diminish(?:es|ed)?|"
    "narrow(?:s|ed)?|sag(?:s|ged)?|sour(?:s|ed)?|"
    "erode[sd]?|level(?:s|led)\\soff|plateau(?:s|ed)?"
)
MOVING = (
    "rising|growing|climbing|soaring|surging|swelling|mounting|increasing|recovering|improving|"
    "strengthening|widening|swinging|shifting|hardening|softening|cooling|warming|drifting|falling|dropping|slumping|plummeting|sliding|slipping|sinking|ebbing|"
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


def lists() -> dict[str, str]:
    """Every list by its name in small letters, as rules and families of phrases name it."""
    return {name.lower(): value for name, value in globals().items() if name.isupper()}
