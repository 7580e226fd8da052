"""Columns and words that tell who a respondent is: they are warned of and never printed."""

from __future__ import annotations

_HEADS = frozenset(
    {"name", "full name", "first name", "last name", "surname", "firstname", "lastname"}
    | {"email", "e-mail", "email address", "e-mail address", "username", "user name"}
    | {"ip address", "ipaddress", "ipaddr", "phone", "telephone", "mobile", "phone number"}
    | {"postcode", "post code", "address", "date of birth", "dob"}
    | {"recipientlastname", "recipientfirstname", "recipientemail", "externalreference"}
    | {"locationlatitude", "locationlongitude", "your name", "your email", "token"}
)


def is_personal(head: str) -> bool:
    """Whether a column of this head identifies people, as far as its head tells."""
    return head.casefold() in _HEADS
