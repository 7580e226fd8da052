"""Writes the data of the made-up leisure survey: the same 400 residents whenever it is run.

Run it as ``python tests/projects/make_leisure.py``; it overwrites the files in ``leisure/``.
"""
# ruff: noqa: RUF001 - the form prints real dashes and apostrophes

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent / "leisure"
RESIDENTS = 400

Row = dict[str, str]
Choices = tuple[tuple[str, int], ...]
"""(what is said, how often in a hundred or so)."""

WARDS = (
    "Ellermoor Castle",
    "Ellermoor Quay",
    "Stavebridge",
    "Nether Wold",
    "Over Wold",
    "Thrumble Sands",
    "Harl Green",
    "Quenwick",
    "Saltmere",
    "Brackenfold",
    "Lowen Mill",
    "Tarrow Hill",
)
AGES: Choices = (
    ("16–24", 9),
    ("25–34", 14),
    ("35–44", 18),
    ("45–54", 17),
    ("55–64", 18),
    ("65–74", 15),
    ("75+", 9),
)
LIBRARY_USE: Choices = (
    ("Every week", 13),
    ("Every month", 24),
    ("A few times", 27),
    ("Once", 12),
    ("Not at all", 21),
    ("Don’t know", 2),
    ("", 1),
)
ACTIVITIES = (
    ("swimming", 38),
    ("gym", 24),
    ("classes", 19),
    ("sports_hall", 11),
    ("outdoor", 16),
)
BARRIERS = (
    ("Cost of tickets, hire or membership", 41),
    ("Opening hours", 29),
    ("Getting there", 22),
    ("Not knowing what is on", 26),
    ("Too crowded", 14),
    ("Health or disability", 9),
)
SATISFACTION: Choices = (
    ("Very satisfied", 17),
    ("Fairly satisfied", 39),
    ("Neither satisfied nor dissatisfied", 17),
    ("Fairly dissatisfied", 15),
    ("Very dissatisfied", 7),
    ("Don’t know", 4),
    ("", 1),
)
POOL: Choices = (("Excellent", 14), ("Good", 43), ("Fair", 29), ("Poor", 12), ("", 2))
VALUES: dict[str, Choices] = {
    "often": (
        ("I could not do without it", 46),
        ("It is important to me", 41),
        ("It is useful now and then", 11),
        ("It does not matter to me", 1),
        ("Don’t know", 1),
    ),
    "seldom": (
        ("I could not do without it", 8),
        ("It is important to me", 34),
        ("It is useful now and then", 43),
        ("It does not matter to me", 11),
        ("Don’t know", 4),
    ),
    "never": (
        ("I could not do without it", 1),
        ("It is important to me", 17),
        ("It is useful now and then", 27),
        ("It does not matter to me", 44),
        ("Don’t know", 11),
    ),
}
PRIORITIES = (
    ("longer_hours", 24),
    ("cheaper_tickets", 34),
    ("events", 16),
    ("repairs", 27),
    ("study_space", 12),
    ("cycling", 9),
)
OTHERS = {
    17: "A café in the library",
    88: "Bus stop at the pool",
    140: "a café in the library",
    203: "Warmer changing rooms",
    262: "Women-only swimming",
    301: "Bus stop at the pool",
    377: "Longer loans",
}
COMMENTS = (
    (4, "library_use", "I print my forms there and stay for the newspapers.", "yes"),
    (23, "library_use", "Saturday afternoon is the only time I am free, and it is shut.", "yes"),
    (41, "activities", "The water is warm and the staff know my name.", "yes"),
    (77, "activities", "Five courts, three of them with nets.", "yes"),
    (96, "barriers", "A family swim costs as much as our weekly shop used to.", "yes"),
    (118, "barriers", "The last bus leaves before the class ends.", "yes"),
    (135, "barriers", "I only heard about the film club when it was over.", "yes"),
    (171, "satisfaction", "Good people in tired buildings.", "yes"),
    (190, "satisfaction", "It has got better since the roof was done.", "yes"),
    (222, "pool_rating", "Cold showers, but a lovely pool.", "yes"),
    (249, "library_value", "My children learnt to read on that carpet.", "yes"),
    (283, "priorities", "Mend what we have before building anything new.", "yes"),
    (310, "improve", "Open one evening a week until nine.", "yes"),
    (342, "improve", "One card for everything.", "yes"),
    (399, "improve", "I would rather this was not printed.", "no"),
)
POPULATION = (
    ("16 to 34", 21_840),
    ("35 to 54", 24_610),
    ("55 to 74", 21_275),
    ("75 and over", 8_930),
)


def lot(resident: int, name: str, below: int) -> int:
    """A number from 0 up to `below`, drawn for one resident and one purpose."""
    digest = hashlib.sha256(f"{resident}/{name}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % below


def choose(resident: int, name: str, choices: Choices, shift: int = 0) -> str:
    """One of the choices, as often as its number says; a `shift` moves towards the first ones."""
    total = sum(often for _, often in choices)
    ticket = max(0, lot(resident, name, total) - shift)
    for said, often in choices:
        if ticket < often:
            return said
        ticket -= often
    raise AssertionError


def happens(resident: int, name: str, often: int) -> bool:
    """Whether something is so that is so for `often` in a hundred."""
    return lot(resident, name, 100) < often


def ranked(resident: int) -> list[str]:
    """The items a resident ranked, the first choice first; a few rank fewer than three."""
    left, order = list(PRIORITIES), []
    for place in range(3 if happens(resident, "three", 91) else 1):
        item = choose(resident, f"rank {place}", tuple(left))
        order.append(item)
        left = [each for each in left if each[0] != item]
    return order if happens(resident, "ranks", 95) else []


def resident_row(resident: int) -> Row:
    """What one resident answered."""
    keen = 8 if happens(resident, "keen", 45) else 0
    use = choose(resident, "library", LIBRARY_USE, keen)
    done = [name for name, often in ACTIVITIES if happens(resident, name, often + keen)]
    kept = [said for said, often in BARRIERS if happens(resident, said, often)]
    answered = happens(resident, "activities", 98)
    order = ranked(resident)
    row = {
        "number": f"E{resident:03d}",
        "ward": WARDS[lot(resident, "ward", len(WARDS))],
        "age_band": choose(resident, "age", AGES),
        "library_use": use,
    }
    for name, _ in ACTIVITIES:
        row[f"activities_{name}"] = "Yes" if answered and name in done else ""
    row["activities_none"] = "Yes" if answered and not done else ""
    row["barriers"] = ";".join(kept or ["Nothing keeps me away"]) + ";"
    if not happens(resident, "barriers", 97):
        row["barriers"] = ""
    row["satisfaction"] = choose(resident, "satisfaction", SATISFACTION, keen)
    row["pool_rating"] = choose(resident, "pool", POOL) if row["activities_swimming"] else ""
    row["library_value"] = choose(resident, "value", VALUES[how_often(use)])
    for name, _ in PRIORITIES:
        row[f"priorities_{name}"] = str(order.index(name) + 1) if name in order else ""
    row["priorities_other"] = OTHERS.get(resident, "")
    return row


def how_often(use: str) -> str:
    """How often a library is used, in three groups."""
    if use.startswith("Every"):
        return "often"
    return "seldom" if use in ("A few times", "Once") else "never"


def attribution(row: Row) -> str:
    """Whom a comment is said to be by: age alone, never a place."""
    young = {"16–24": "16 to 34", "25–34": "16 to 34", "35–44": "35 to 54", "45–54": "35 to 54"}
    old = {"55–64": "55 to 74", "65–74": "55 to 74", "75+": "75 and over"}
    return f"Resident aged {(young | old)[row['age_band']]}"


def write(name: str, rows: list[Row]) -> None:
    """Write rows under their heads, the same bytes on every system."""
    with (FOLDER / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main() -> None:
    """Write the three files."""
    rows = [resident_row(resident) for resident in range(1, RESIDENTS + 1)]
    comments = [
        {
            "id": f"{question}-{number}",
            "respondent": rows[resident - 1]["number"],
            "question": question,
            "text": text,
            "attribution": attribution(rows[resident - 1]),
            "consent": consent,
        }
        for number, (resident, question, text, consent) in enumerate(COMMENTS, start=1)
    ]
    write("responses.csv", rows)
    write("comments.csv", comments)
    write(
        "population.csv",
        [{"attribute": "age", "group": group, "units": str(units)} for group, units in POPULATION],
    )


if __name__ == "__main__":
    main()
