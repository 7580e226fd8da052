"""Exports of Qualtrics of before 2018: two rows of heads, which are tags and question texts.

They are given the third row that later exports have, and then read like these.
"""

from __future__ import annotations

import json
import re

from briefing.survey.programs.looks import without_tags
from briefing.survey.rows import Rows

_HEADS = 2
_META = {
    "responseid": "ResponseId",
    "responseset": "Progress",
    "name": "RecipientLastName",
    "externaldatareference": "ExternalReference",
    "emailaddress": "RecipientEmail",
    "ipaddress": "IPAddress",
    "status": "Status",
    "startdate": "StartDate",
    "enddate": "EndDate",
    "finished": "Finished",
    "locationlatitude": "LocationLatitude",
    "locationlongitude": "LocationLongitude",
    "locationaccuracy": "DistributionChannel",
}
"""What such exports call what is noted of a reply, and what later ones call the like."""
_SURE = frozenset({"responseid", "responseset", "ipaddress", "finished"})
_PART = re.compile(r"(.+?)(?:_(?:x?\d+|TEXT))+")
_DASH = re.compile(r"(?<=\S)-(?=\S)")


def is_before(rows: Rows) -> bool:
    """Whether the second row of heads says what these exports say of each reply."""
    return {text.casefold() for text in rows.head(_HEADS - 1)} >= _SURE


def as_later(rows: Rows, heads: int = _HEADS) -> Rows:
    """The rows with three heads, as exports have them since 2018; `heads` is how many these have.

    The first that had three wrote ids in the third that are not read.
    """
    tags, texts = list(rows.head(0)), list(rows.head(1))
    texts += [""] * (len(tags) - len(texts))
    stems = [_stem(tag) for tag in tags]
    for place, text in enumerate(texts[: len(tags)]):
        known = _META.get(text.casefold()) if stems.count(stems[place]) == 1 else None
        if known:
            tags[place], texts[place] = known, known
    places = {stem: number for number, stem in enumerate(dict.fromkeys(stems), 1)}
    imports = [
        json.dumps({"ImportId": f"QID{places[stem]}{'_TEXT' * tag.endswith('_TEXT')}"})
        for stem, tag in zip(stems, tags, strict=True)
    ]
    parted = _parted(stems, [without_tags(each) for each in texts[: len(tags)]])
    line = rows.where(1).line
    made = ((rows.where(0).line, tags), (line, parted), (line, imports))
    return Rows(rows.path, (*made, *rows.under(heads)))


def _stem(tag: str) -> str:
    """The question of a tag: ``Q5`` of ``Q5_1``, ``Q5_x1`` and ``Q5_4_TEXT``."""
    found = _PART.fullmatch(tag)
    return found[1] if found else tag


def _parted(stems: list[str], texts: list[str]) -> list[str]:
    """Texts with a space on either side of the dash between a question and its part."""
    made = []
    for stem, text in zip(stems, texts, strict=True):
        siblings = [other for own, other in zip(stems, texts, strict=True) if own == stem]
        ends = [
            dash.start()
            for dash in _DASH.finditer(text)
            if all(each.startswith(text[: dash.end()]) for each in siblings)
        ]
        several = len(set(siblings)) > 1 and ends
        made.append(f"{text[: ends[-1]]} - {text[ends[-1] + 1 :]}" if several else text)
    return made
