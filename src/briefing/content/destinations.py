"""Words of links that do not say where these go (WCAG 2.2, 2.4.4), by language."""

from __future__ import annotations

import re

_SAY_NOTHING = {
    "en": (
        "here",
        "click here",
        "click",
        "read more",
        "find out more",
        "learn more",
        "see more",
        "more",
        "more information",
        "link",
        "this link",
        "this page",
        "this",
        "download",
        "website",
        "online",
    ),
    "cy": ("yma", "cliciwch yma", "darllen mwy", "darllenwch fwy", "rhagor", "mwy", "dolen"),
    "de": ("hier", "hier klicken", "klicken sie hier", "mehr", "mehr erfahren", "weiterlesen"),
    "fr": ("ici", "cliquez ici", "lire la suite", "en savoir plus", "plus", "lien"),
    "es": ("aquí", "haga clic aquí", "leer más", "más información", "más", "enlace"),
    "it": ("qui", "clicca qui", "leggi di più", "continua", "altro", "link"),
    "nl": ("hier", "klik hier", "lees meer", "meer", "meer informatie", "link"),
    "pl": ("tutaj", "tu", "kliknij tutaj", "czytaj więcej", "więcej", "link"),
}
"""What a screen reader's list of links would be full of; short words alone, never a part."""


def says_nothing(words: str, language: str) -> bool:
    """Whether the words of a link are the same wherever it goes, in a BCP 47 language or English.

    A language that is not known here has nothing to be told of but what English says.
    """
    bare = re.sub(r"[^\w\s]", "", words).casefold()
    known = _SAY_NOTHING.get(language.partition("-")[0], ())
    return " ".join(bare.split()) in {*known, *_SAY_NOTHING["en"]}
