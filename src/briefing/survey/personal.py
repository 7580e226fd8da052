"""Columns and words that tell who a respondent is: they are warned of and never printed."""

from __future__ import annotations

import re

_HEADS = frozenset(
    {"name", "full name", "first name", "last name", "surname", "firstname", "lastname"}
    | {"email", "e-mail", "email address", "e-mail address", "username", "user name"}
    | {"ip address", "ipaddress", "ipaddr", "phone", "telephone", "mobile", "phone number"}
    | {"postcode", "post code", "address", "date of birth", "dob"}
    | {"day of birth", "month of birth", "dob day", "dob month", "dob_day", "dob_month"}
    | {"recipientlastname", "recipientfirstname", "recipientemail", "externalreference"}
    | {"locationlatitude", "locationlongitude", "your name", "your email", "token"}
)


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
    return head.casefold() in _HEADS
