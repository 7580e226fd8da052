"""Scales in English: the wordings of each level, with bars between them."""

ENGLISH = {
    "agreement": {
        6: (
            "strongly agree | agree strongly | completely agree | totally agree | fully "
            "agree | definitely agree | very strongly agree"
        ),
        4: "agree | mostly agree | generally agree",
        2: (
            "tend to agree | somewhat agree | slightly agree | agree slightly | agree "
            "somewhat | partly agree | moderately agree | agree a little"
        ),
        0: (
            "neither agree nor disagree | neither agree or disagree | neither | neutral |"
            " neither agree not disagree | undecided"
        ),
        -2: (
            "tend to disagree | somewhat disagree | slightly disagree | disagree slightly"
            " | disagree somewhat | partly disagree | moderately disagree | disagree a "
            "little"
        ),
        -4: "disagree | mostly disagree | generally disagree",
        -6: (
            "strongly disagree | disagree strongly | completely disagree | totally "
            "disagree | fully disagree | definitely disagree | very strongly disagree"
        ),
    },
    "support": {
        6: "strongly support | strongly in favour | strongly favour | strongly favor",
        4: "support | in favour | favour | favor",
        2: (
            "tend to support | somewhat support | slightly support | tend to favour | "
            "somewhat favor"
        ),
        0: (
            "neither support nor oppose | neither in favour nor against | neither favour "
            "nor oppose | neither | neutral"
        ),
        -2: "tend to oppose | somewhat oppose | slightly oppose",
        -4: "oppose | against",
        -6: "strongly oppose | strongly against",
    },
    "approval": {
        6: "strongly approve | approve strongly | approve very strongly",
        4: "approve",
        2: "somewhat approve | tend to approve | approve not so strongly",
        0: "neither approve nor disapprove | neither | neutral",
        -2: "somewhat disapprove | tend to disapprove | disapprove not so strongly",
        -4: "disapprove",
        -6: "strongly disapprove | disapprove strongly | disapprove very strongly",
    },
    "yes_no": {
        6: (
            "yes, definitely | definitely | definitely yes | yes definitely | yes, "
            "completely | yes, always | definitely would | yes - definitely"
        ),
        5: "yes | y",
        4: "probably | yes, probably | probably yes | probably would | yes, mostly",
        3: (
            "yes, to some extent | yes, partly | yes, sometimes | yes to some extent | "
            "yes, a little | yes - to some extent"
        ),
        0: "maybe | possibly | might or might not | perhaps | partly | in part | neutral",
        -4: ("probably not | no, probably not | no, not really | not really | probably would not"),
        -5: "no | n",
        -6: (
            "definitely not | no, definitely not | no, not at all | definitely would not "
            "| no, never"
        ),
    },
    "truth": {
        6: "definitely true",
        4: "true | mostly true",
        0: "neither true nor false",
        -4: "false | mostly false",
        -6: "definitely false",
    },
    "change": {
        6: (
            "much better | a lot better | improved a lot | increased a lot | got much "
            "better | significantly better | improved significantly | much higher | a lot"
            " more | much more | increased significantly | increase a lot | improve"
            " a lot | get much better"
        ),
        4: (
            "better | improved | increased | got better | higher | more | increase"
            " | improve | get better | go up"
        ),
        2: (
            "a little better | slightly better | somewhat better | improved a little | "
            "increased a little | got a little better | improved slightly | increased "
            "slightly | slightly higher | a little more | slightly more | increase a"
            " little | improve a little"
        ),
        0: (
            "about the same | the same | stayed the same | no change | no difference | "
            "stayed about the same | unchanged | neither better nor worse | same"
            " | remained the same | remained about the same | remain the same | stay the same"
            " | stay about the same | not change | exactly the same"
        ),
        -2: (
            "a little worse | slightly worse | somewhat worse | decreased a little | got "
            "a little worse | worsened slightly | decreased slightly | slightly lower | a"
            " little less | slightly less | decrease a little | get a little worse"
        ),
        -4: (
            "worse | worsened | decreased | got worse | lower | less | declined"
            " | deteriorated | decrease | decline | get worse | worsen | go down"
        ),
        -6: (
            "much worse | a lot worse | decreased a lot | got much worse | significantly "
            "worse | much lower | a lot less | much less | decreased significantly"
            " | decrease a lot | get much worse | declined a lot"
        ),
    },
    "length": {
        6: "much longer | a lot longer | far longer",
        4: "longer",
        2: "a little longer | slightly longer | somewhat longer",
        0: "about the same | the same | exactly the same",
        -2: "a little shorter | slightly shorter | somewhat shorter",
        -4: "shorter",
        -6: "much shorter | a lot shorter | far shorter",
    },
    "quality": {
        8: "outstanding | exceptional",
        7: "excellent",
        6: "very good | extremely good",
        4: "good | above average",
        3: "fairly good | quite good",
        1: "fair",
        0: (
            "average | satisfactory | acceptable | adequate | ok | okay | neither good "
            "nor poor | neither good nor bad | neither | neutral"
        ),
        -3: (
            "fairly poor | quite poor | fairly bad | below average | requires improvement"
            " | needs improvement"
        ),
        -4: "poor | bad | inadequate | unsatisfactory",
        -6: "very poor | very bad | extremely poor | terrible | awful | horrible",
    },
    "frequency": {
        100: "several times a day | more than once a day | many times a day",
        98: (
            "daily | every day | at least once a day | once a day | about once a day | "
            "every day or almost every day | every working day"
        ),
        97: "most days | almost every day | nearly every day",
        96: (
            "several times a week | a few times a week | more than once a week | 2-3 "
            "times a week | two or three times a week | 2 to 3 times a week | 2-3 times "
            "per week"
        ),
        95: "once or twice a week",
        94: (
            "weekly | once a week | at least once a week | every week | about once a week"
            " | at least weekly | once per week"
        ),
        93: (
            "fortnightly | once a fortnight | every two weeks | every fortnight | every "
            "couple of weeks"
        ),
        92: (
            "several times a month | a few times a month | 2-3 times a month | two or "
            "three times a month | 2-3 times per month"
        ),
        91: "once or twice a month",
        90: (
            "monthly | once a month | at least once a month | every month | about once a "
            "month | at least monthly | once per month"
        ),
        89: "less than once a month | less than monthly | less often than monthly",
        88: (
            "every few months | every two or three months | quarterly | every three "
            "months | once a quarter | once a term | every term | termly | once a semester | "
            "every semester | a few times a term | a few times a semester"
        ),
        87: (
            "a few times a year | several times a year | 2-3 times a year | two or three "
            "times a year | every six months | twice a year"
        ),
        86: "once or twice a year",
        85: (
            "yearly | annually | once a year | at least once a year | every year | about "
            "once a year"
        ),
        84: "less than once a year | less often than once a year",
        83: "always | all of the time | all the time | almost always | just about always",
        82: (
            "very often | nearly always | most of the time | usually | mostly | more than half "
            "the days"
        ),
        81: (
            "often | several times | a few times | frequently | regularly | a lot of the time"
            " | a good bit of the time | several days"
        ),
        80: "sometimes | about half the time | some of the time | only some of the time",
        79: (
            "occasionally | now and then | from time to time | once in a while | only now and "
            "then | a little of the time"
        ),
        78: "less often | less frequently | less often than that",
        77: "rarely | seldom | hardly ever | almost never | very rarely | hardly at all",
        76: "once | only once",
        75: (
            "never | not at all | none of the time | never used | i never do this | not "
            "in the last year | not in the last 12 months | never, but open to it"
            " | never, but i would | never, but i might | never, but would consider it"
        ),
        74: (
            "never, and not open to it | never, and i would not | never, and never will"
            " | never, and would not consider it"
        ),
    },
    "extent_of_two_ends": {
        6: "a great deal | very much | a lot | to a great extent | to a large extent",
        4: "quite a lot | a fair amount | to a fair extent | a good deal | quite a bit",
        -4: "not very much | not much | not too much | not a great deal",
        -6: "not at all | none at all | nothing at all | nothing",
    },
    "extent": {
        9: (
            "to a very great extent | completely | entirely | to a very large extent | fully"
            " | very great deal | a very great deal"
        ),
        8: (
            "to a great extent | to a large extent | a great deal | very much | a lot | "
            "very much so | a great amount | to a high extent"
        ),
        6: (
            "quite a lot | quite a bit | a fair amount | to a fair extent | a good deal | good deal"
        ),
        5: "to a moderate extent | moderately | a moderate amount",
        4: "to some extent | somewhat | some | partly | partially | to a certain extent",
        2: (
            "to a small extent | a little | slightly | a little bit | a bit | to a "
            "limited extent | to a little extent | just a little | only a little"
        ),
        1: (
            "not very much | not much | not too much | hardly at all | very little | to a "
            "very small extent | to a very little extent"
        ),
        0: (
            "not at all | none at all | none | nothing at all | nothing | no extent | to "
            "no extent | not a lot"
        ),
    },
    "effect": {
        6: "positive, to a great extent | very positive | a very positive effect",
        4: "positive | a positive effect | positive effect",
        3: "positive, to some extent | fairly positive | a fairly positive effect",
        0: (
            "no difference | no effect | neutral | neither positive nor negative | no "
            "effect either way"
        ),
        -3: "negative, to some extent | fairly negative | a fairly negative effect",
        -4: "negative | a negative effect | negative effect",
        -6: "negative, to a great extent | very negative | a very negative effect",
    },
    "amount": {
        4: "too much | too many | far too much",
        2: "a little too much",
        0: "about right | about the right amount | just right | the right amount",
        -2: "a little too little",
        -4: "too little | too few | not enough | far too little",
    },
    "level": {
        5: "very high",
        4: "high",
        3: "medium | moderate | average",
        2: "low",
        1: "very low",
        0: "none",
    },
    "problem": {
        6: "a very big problem | a very serious problem | a major problem | very big problem",
        5: "a big problem | a serious problem | a fairly serious problem | big problem",
        4: "a fairly big problem | a moderate problem | fairly big problem",
        2: "a small problem | a minor problem | a slight problem | small problem",
        1: "not a very big problem | not much of a problem | not a big problem",
        0: "not a problem at all | not a problem | no problem at all | no problem | not at all",
    },
    "priority": {
        5: "top priority | a top priority | highest priority | very high priority",
        4: "high priority | a high priority",
        3: "moderate priority | medium priority | some priority | a moderate priority",
        2: "low priority | a low priority | lower priority",
        0: "not a priority | no priority | not a priority at all | very low priority",
    },
    "expertise": {
        5: "expert | very experienced",
        4: "advanced | experienced | proficient",
        3: "intermediate | competent",
        2: "basic | some experience",
        1: "novice | beginner",
        0: "complete novice | complete beginner | none | no experience",
    },
    "schooling": {
        9: "doctorate | doctoral degree | phd",
        8: (
            "graduate degree | postgraduate degree | postgraduate | master's degree | "
            "masters degree | graduate or professional degree | higher degree | "
            "post graduate degree | graduate school"
        ),
        7: (
            "bachelor degree | bachelor's degree | bachelors degree | degree | first degree | "
            "university degree | college degree | college graduate | undergraduate degree | "
            "college or more | degree or more"
        ),
        6: "associate degree | associate's degree | foundation degree",
        5: "some college or associate degree | some college | some university",
        4: "a levels | a level | a-levels | a-level",
        3: (
            "high school degree | high school graduate | high school diploma | high school | "
            "high school or equivalent | high school or g.e.d | high school or ged | "
            "high school or less | gcses | gcse | o levels"
        ),
        1: (
            "less than high school degree | less than high school | some high school | "
            "did not complete high school | no qualifications | none"
        ),
    },
    "period": {5: "years", 4: "months", 3: "weeks", 2: "days", 1: "hours", 0: "minutes"},
}
