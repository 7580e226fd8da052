"""Writes three made-up exports as survey programs write them: the same cells whenever it is run.

Run it as ``python tests/projects/make_exports.py``; it overwrites the files in ``exports/``. No
place, person or answer in them is real.
"""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent / "exports"
Row = list[str]
Choices = tuple[tuple[str, int], ...]
"""(what is said, how often in a hundred or so)."""

SATISFIED: Choices = (
    ("Extremely satisfied", 18),
    ("Somewhat satisfied", 40),
    ("Neither satisfied nor dissatisfied", 18),
    ("Somewhat dissatisfied", 15),
    ("Extremely dissatisfied", 9),
)
AGREED: Choices = (
    ("Strongly agree", 9),
    ("Agree", 30),
    ("Neither agree nor disagree", 28),
    ("Disagree", 20),
    ("Strongly disagree", 10),
    ("Don't know", 3),
)
HAPPY: Choices = (
    ("Very satisfied", 22),
    ("Fairly satisfied", 38),
    ("Neither satisfied nor dissatisfied", 17),
    ("Fairly dissatisfied", 13),
    ("Very dissatisfied", 7),
    ("Don't know", 3),
)
QUALITY: Choices = (
    ("Excellent", 20),
    ("Very good", 30),
    ("Good", 25),
    ("Fair", 15),
    ("Poor", 8),
    ("N/A", 2),
)
AGES: Choices = (
    ("18-24", 9),
    ("25-34", 19),
    ("35-44", 22),
    ("45-54", 20),
    ("55-64", 18),
    ("65 or over", 12),
)
WISHES = (
    "More bins on the seafront, they overflow every weekend.",
    "Answer the phone.",
    "Fix the potholes on Mill Lane; they have been reported four times now.",
    "Stop cutting the library hours",
    "Talk to residents before you decide, not after.",
    "Collect glass as well as cans, please.",
    "Plant more trees and look after the ones that we have",
    "Write to me at jo.bloggs@mail.example if you want to know more",
    "Clean up the alley behind the station",
    "Most things are well done, to be honest",
)


def lot(who: int, name: str, below: int) -> int:
    """A number from 0 that looks random and never changes."""
    digest = hashlib.sha256(f"{who}/{name}".encode()).digest()
    return int.from_bytes(digest[:6], "big") % below


def choose(who: int, name: str, choices: Choices, shift: int = 0) -> str:
    """One of the choices; `shift` moves the lot towards the first (-) or the last (+)."""
    total = sum(weight for _, weight in choices)
    at = min(max(lot(who, name, total) + shift, 0), total - 1)
    for said, weight in choices:
        at -= weight
        if at < 0:
            return said
    raise AssertionError


def happens(who: int, name: str, often: int) -> bool:
    """Whether something happens that happens so often in a hundred."""
    return lot(who, name, 100) < often


def qualtrics() -> list[Row]:
    """Three heads; a grid, ticks with a write-in, a recommendation from 0 to 10, personal data."""
    grid = "How satisfied or dissatisfied are you with each of the following services?"
    ticks = "Which of these have you contacted the council about? Please select all that apply."
    liking = "On a scale of 0-10, how likely are you to recommend the area as a place to live?"
    services = ("Waste and recycling", "Street cleaning", "Libraries", "Parks", "Leisure centres")
    matters = (("Council tax", 40), ("Bins and recycling", 55), ("Planning", 12), ("Housing", 20))
    other = "Other (please specify)"
    columns = [
        ("StartDate", "Start Date", "startDate"),
        ("Status", "Response Type", "status"),
        ("IPAddress", "IP Address", "ipAddress"),
        ("Finished", "Finished", "finished"),
        ("ResponseId", "Response ID", "_recordId"),
        (
            "Q1",
            "Overall, how satisfied or dissatisfied are you with the way the council runs things?",
            "QID1",
        ),
        *((f"Q2_{n}", f"{grid} - {name}", f"QID2_{n}") for n, name in enumerate(services, 1)),
        *(
            (f"Q3_{n}", f"{ticks} - Selected Choice - {name}", f"QID3_{n}")
            for n, (name, _) in enumerate(matters, 1)
        ),
        ("Q3_5", f"{ticks} - Selected Choice - {other}", "QID3_5"),
        ("Q3_5_TEXT", f"{ticks} - {other} - Text", "QID3_5_TEXT"),
        (
            "Q4",
            "To what extent do you agree or disagree that the council provides value for money?",
            "QID4",
        ),
        ("Q5_NPS_GROUP", f"{liking} - Group", "QID5_NPS_GROUP"),
        ("Q5", liking, "QID5"),
        ("Q6", "What is the one thing the council could do better?", "QID6_TEXT"),
        ("Q7", "What is your age group?", "QID7"),
    ]
    rows = [
        [tag for tag, _, _ in columns],
        [text for _, text, _ in columns],
        [f'{{"ImportId":"{code}"}}' for _, _, code in columns],
    ]
    for who in range(240):
        age = choose(who, "age", AGES)
        shift = -22 if age in ("55-64", "65 or over") else 12
        score = max(0, min(10, 4 + lot(who, "score", 7)))
        wrote = happens(who, "other", 6)
        rows.append(
            [
                "2024-03-04 10:00:00",
                "IP Address",
                f"192.0.2.{who % 250}",
                "True",
                f"R_{who:03d}{lot(who, 'id', 10**9):09d}",
                choose(who, "overall", SATISFIED, shift),
                *(
                    choose(who, name, SATISFIED) if happens(who, f"{name}?", 95) else ""
                    for name in services
                ),
                *(name if happens(who, name, often) else "" for name, often in matters),
                other if wrote else "",
                ("Parking permits", "School places", "A loud neighbour")[who % 3] if wrote else "",
                choose(who, "value", AGREED),
                "Promoter" if score > 8 else "Passive" if score > 6 else "Detractor",
                str(score),
                WISHES[lot(who, "wish", len(WISHES))] + ("" if who % 3 else " Thank you.")
                if happens(who, "wish?", 40)
                else "",
                age,
            ]
        )
    return rows


def survey_monkey() -> list[Row]:
    """Two heads; ticks with an other, a ranking, a grid, money, personal data."""
    rows = [
        [
            "Respondent ID",
            "Collector ID",
            "Start Date",
            "Email Address",
            "First Name",
            "How did you hear about the festival?",
            "Which days did you attend?",
            "",
            "",
            "",
            "Please rank these in order of importance to you, where 1 is most important",
            "",
            "",
            "",
            "How would you rate each of the following?",
            "",
            "",
            "How likely is it that you would recommend the festival to a friend?",
            "Would you come again next year?",
            "Roughly how much did you spend per day (£)?",
            "What did you enjoy most?",
        ],
        [
            "",
            "",
            "",
            "",
            "",
            "Response",
            "Friday",
            "Saturday",
            "Sunday",
            "Other (please specify)",
            "Music line-up",
            "Food and drink",
            "Price of tickets",
            "Getting there easily",
            "Sound quality",
            "Toilets",
            "Stewards",
            "Response",
            "Response",
            "Response",
            "Open-Ended Response",
        ],
    ]
    heard: Choices = (
        ("Word of mouth", 35),
        ("Instagram or TikTok", 30),
        ("Poster", 10),
        ("Local radio", 8),
        ("I have been before", 28),
    )
    again: Choices = (
        ("Yes, definitely", 50),
        ("Probably", 28),
        ("Not sure", 10),
        ("Probably not", 8),
        ("Definitely not", 4),
    )
    joys = (
        "The headliner on Saturday night was superb.",
        "Dancing in the rain!",
        "The poetry stage by the river, a real find",
        "Meeting old friends there",
        "Kids' tent",
    )
    for who in range(158):
        order = sorted(range(4), key=lambda item, who=who: lot(who, f"rank{item}", 100) + 25 * item)  # type: ignore[misc]
        days = [
            day if happens(who, day, often) else ""
            for day, often in (("Friday", 40), ("Saturday", 80), ("Sunday", 50))
        ]
        if not any(days):
            days[1] = "Saturday"
        rows.append(
            [
                str(118000000 + who),
                "401",
                "03/04/2024 10:00:00 AM",
                f"p{who}@mail.example",
                "",
                choose(who, "heard", heard),
                *days,
                ("Camped from Thursday", "Volunteer all week")[who % 2]
                if happens(who, "other", 5)
                else "",
                *(str(order.index(item) + 1) for item in range(4)),
                *(choose(who, name, QUALITY) for name in ("sound", "toilets", "stewards")),
                str(3 + lot(who, "likely", 8)),
                choose(who, "again", again),
                str(5 * lot(who, "spent", 25)),
                joys[lot(who, "joy", 5)] + f" ({who})" if happens(who, "joy?", 60) else "",
            ]
        )
    return rows


def google_forms() -> list[Row]:
    """One head; joined answers with commas of their own, a grid, 1 to 5, routing, an address."""
    grid = "How satisfied are you with each of these?"
    places = ("Paths and lighting", "Toilets", "Play area", "Cleanliness")
    uses = (
        ("Walking the dog", 40),
        ("Running, jogging or cycling", 30),
        ("Taking children to play", 35),
        ("Meeting friends", 25),
        ("Sport (football, tennis, bowls)", 15),
    )
    often: Choices = (
        ("Every day", 20),
        ("A few times a week", 25),
        ("Once a week", 22),
        ("Once a month", 15),
        ("Less often", 12),
        ("Never", 4),
    )
    volunteers: Choices = (("Every week", 2), ("Once a month", 3), ("Less often", 4))
    rows = [
        [
            "Timestamp",
            "Email address",
            "How old are you?",
            "Which area do you live in?",
            "How often do you visit the park?",
            "What do you use the park for? (tick all that apply)",
            "How would you rate the park overall?",
            *(f"{grid} [{place}]" for place in places),
            "Have you ever volunteered in the park?",
            "How often do you volunteer?",
            "What would make the park better?",
            "To what extent do you agree or disagree that the park feels safe after dark?",
        ],
    ]
    for who in range(180):
        mine = [use for use, share in uses if happens(who, use, share)] or [uses[0][0]]
        if happens(who, "write-in", 4):
            mine.append(f"flying drone number {who}")
        volunteer = "Yes" if happens(who, "volunteer", 22) else "No"
        rows.append(
            [
                f"2024/05/{1 + who % 28:02d} 10:15:00 am GMT+1",
                f"p{who}@mail.example",
                choose(who, "age", AGES),
                choose(who, "area", (("Northside", 40), ("Old Town", 35), ("Riverside", 30))),
                choose(who, "often", often),
                ", ".join(mine),
                str(min(5, 2 + lot(who, "overall", 4))),
                *(choose(who, place, HAPPY) for place in places),
                volunteer,
                choose(who, "often volunteers", volunteers) if volunteer == "Yes" else "",
                f"{WISHES[lot(who, 'wish', len(WISHES))]} That is wish {who}."
                if happens(who, "wish?", 55)
                else "",
                choose(who, "safe", AGREED),
            ]
        )
    return rows


def main() -> None:
    """Write the three files."""
    FOLDER.mkdir(exist_ok=True)
    for make in (qualtrics, survey_monkey, google_forms):
        with (FOLDER / f"{make.__name__}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(make())


if __name__ == "__main__":
    main()
