"""Scales in Welsh: the wordings of each level, with bars between them."""

WELSH = {
    "agreement": {
        6: "cytuno'n gryf|yn cytuno'n gryf",
        4: "cytuno|yn cytuno",
        2: "tueddu i gytuno|yn tueddu i gytuno",
        0: "ddim yn cytuno nac yn anghytuno|heb fod yn cytuno nac yn anghytuno|niwtral",
        -2: "tueddu i anghytuno|yn tueddu i anghytuno",
        -4: "anghytuno|yn anghytuno",
        -6: "anghytuno'n gryf|yn anghytuno'n gryf",
    },
    "satisfied": {
        6: "bodlon iawn|yn fodlon iawn",
        4: "bodlon|yn fodlon",
        2: "eithaf bodlon|yn eithaf bodlon|gweddol fodlon",
        0: "ddim yn fodlon nac yn anfodlon|niwtral",
        -2: "eithaf anfodlon|yn eithaf anfodlon",
        -4: "anfodlon|yn anfodlon",
        -6: "anfodlon iawn|yn anfodlon iawn",
    },
    "important": {
        8: "pwysig iawn|yn bwysig iawn",
        6: "pwysig|yn bwysig",
        4: "eithaf pwysig|yn eithaf pwysig",
        2: "ddim yn bwysig iawn",
        0: "ddim yn bwysig|ddim yn bwysig o gwbl",
    },
    "quality": {
        7: "rhagorol|ardderchog",
        6: "da iawn",
        4: "da",
        3: "eithaf da",
        0: "gweddol|boddhaol",
        -4: "gwael",
        -6: "gwael iawn",
    },
    "frequency": {
        98: "bob dydd|yn ddyddiol",
        94: "bob wythnos|yn wythnosol|unwaith yr wythnos",
        90: "bob mis|yn fisol|unwaith y mis",
        85: "bob blwyddyn|unwaith y flwyddyn",
        83: "bob amser",
        81: "yn aml",
        80: "weithiau",
        77: "anaml|yn anaml",
        75: "byth",
    },
    "yes_no": {
        5: "ydw|ydy|oes|ie|do|byddaf",
        0: "efallai",
        -5: "nac ydw|nac ydy|nac oes|nage|naddo|na|na fyddaf",
    },
}
