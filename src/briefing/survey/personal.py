"""Columns and words that tell who a respondent is: they are warned of and never printed."""

from __future__ import annotations

import re

_HEADS = frozenset(
    {"name", "full name", "first name", "last name", "surname", "firstname", "lastname"}
    | {"email", "e-mail", "email address", "e-mail address", "username", "user name"}
    | {"ip", "ip address", "ipaddress", "ipaddr", "ip adresse", "adresse ip", "cyfeiriad ip"}
    | {"phone", "telephone", "mobile", "phone number"}
    | {"postcode", "post code", "address", "date of birth", "dob"}
    | {"day of birth", "month of birth", "dob day", "dob month"}
    | {"recipientlastname", "recipientfirstname", "recipientemail", "externalreference"}
    | {"locationlatitude", "locationlongitude", "your name", "your email", "token"}
)
_PLAIN = frozenset(" ".join(re.split(r"[\s_.-]+", each)) for each in _HEADS)
"""The same, whichever signs a program writes between their words: ``ip_address``, ``E-Mail``."""
_WORDS = (
    ("an e-mail address", re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")),
    ("a telephone number", re.compile(r"(?:\+\d{1,3}[ (-]{0,2}|\b0)\d[\d ()-]{7,}\d\b")),
    ("a postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")),
)


def personal_in(words: str) -> list[str]:
    """What of a person stands in somebody's words: an address, a number."""
    return [called for called, pattern in _WORDS if pattern.search(words)]


def is_personal(head: str) -> bool:
    """Whether a column of this head identifies people, as far as its head tells."""
    return " ".join(re.split(r"[\s_.-]+", head.casefold())).strip() in _PLAIN
