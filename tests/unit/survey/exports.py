"""The same answers as each survey program and each file format writes them."""

from __future__ import annotations

import csv
import io
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import fastparquet
import pandas as pd
import pyreadstat
import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

MATTERS = ("Yes, very much", "No", "Don't know")
AGREE = ("Agree", "Neither", "Disagree")
HONEY, WAX = "Honey is food", "Wax is fuel"
TOOLS = ("Smoker", "Veil, with gloves", "None of these")
FIRST = ("Hives", "Honey", "Wax")

Q1, Q2, Q3, Q4 = (
    "Do bees matter?",
    "How far do you agree?",
    "Which tools do you own?",
    "What first?",
)


@dataclass(frozen=True)
class Reply:
    """One respondent's answers: labels, "" for no reply; `q4` is the order of preference."""

    q1: str = ""
    q2: tuple[str, str] = ("", "")
    q3: tuple[str, ...] = ()
    q4: tuple[str, ...] = ()

    def rank(self, item: str) -> str:
        return str(self.q4.index(item) + 1) if item in self.q4 else ""

    def ticks(self, yes: str | None = None, no: str = "") -> list[str]:
        return [(tool if yes is None else yes) if tool in self.q3 else no for tool in TOOLS]


Replies = list[Reply]
Cells = list[list[str]]


@dataclass(frozen=True)
class Made:
    """A project: the name of its file of responses, and its codebook."""

    responses: str
    codebook: str


def codebook(
    id_column: str,
    q1: str,
    q2: Sequence[str],
    q3: Sequence[str] | str,
    q4: Sequence[str] | str,
    *,
    placed: bool = False,
    separator: str = "",
) -> str:
    """The codebook of the answers, by the columns that they stand in."""
    tools = ("smoker", "veil", "none")
    options = [
        f"{each} = {{ label = {_quoted(label)}"
        + ("" if isinstance(q3, str) else f", column = {_quoted(q3[number])}")
        + " }"
        for number, (each, label) in enumerate(zip(tools, TOOLS, strict=True))
    ]
    single = isinstance(q4, str) or placed
    items = [
        f"{label.lower()} = {{ label = {_quoted(label)}"
        + ("" if single else f", column = {_quoted(q4[number])}")
        + " }"
        for number, label in enumerate(FIRST)
    ]
    joined = (
        f"column = {_quoted(q3)}\nseparator = {_quoted(separator)}" if isinstance(q3, str) else ""
    )
    order = (
        f"column = {_quoted(q4)}\nseparator = {_quoted(separator)}" if isinstance(q4, str) else ""
    )
    if placed:
        order = f"placed = [{', '.join(_quoted(each) for each in q4)}]"
    return f"""\
[survey]
title = "Bees"
respondents = "keepers"
id = {_quoted(id_column)}

[questions.q1]
kind = "single"
wording = "{Q1}"
column = {_quoted(q1)}
[questions.q1.scale]
answers = {{ yes = "Yes, very much", no = "No", dk = "Don't know" }}
dont_know = ["dk"]

[questions.q2]
kind = "grid"
wording = "{Q2}"
scale = {{ answers = {{ agree = "Agree", neither = "Neither", disagree = "Disagree" }} }}
[questions.q2.items]
honey = {{ label = "{HONEY}", column = {_quoted(q2[0])} }}
wax = {{ label = "{WAX}", column = {_quoted(q2[1])} }}

[questions.q3]
kind = "multiple"
wording = "{Q3}"
{joined}
[questions.q3.options]
{chr(10).join(options)}

[questions.q4]
kind = "ranking"
wording = "{Q4}"
{order}
[questions.q4.items]
{chr(10).join(items)}
"""


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written(folder: Path, name: str, book: str, data: bytes) -> Made:
    (folder / name).write_bytes(data)
    (folder / "codebook.toml").write_text(book, encoding="utf-8")
    return Made(name, book)


def csv_text(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


def workbook(rows: Iterable[Sequence[Any]], sheet: str = "Sheet1") -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return file.getvalue()


# -- plain sheets ----------------------------------------------------------------------------------

PLAIN_HEADS = ["id", "q1", "q2_honey", "q2_wax", "q3_1", "q3_2", "q3_3", "q4_1", "q4_2", "q4_3"]
PLAIN_BOOK = codebook("id", "q1", PLAIN_HEADS[2:4], PLAIN_HEADS[4:7], PLAIN_HEADS[7:10])


def plain_rows(replies: Replies) -> Cells:
    return [
        PLAIN_HEADS,
        *(
            [str(number), each.q1, *each.q2, *each.ticks("yes"), *map(each.rank, FIRST)]
            for number, each in enumerate(replies, 1)
        ),
    ]


def plain_csv(encoding: str, delimiter: str) -> Callable[[Path, Replies], Made]:
    def write(folder: Path, replies: Replies) -> Made:
        text = csv_text(plain_rows(replies), delimiter)
        return written(folder, "responses.csv", PLAIN_BOOK, text.encode(encoding))

    return write


def plain_xlsx(folder: Path, replies: Replies) -> Made:
    heads, *rows = plain_rows(replies)
    cells: list[list[Any]] = [[int(row[0]), *row[1:7], *map(_number, row[7:])] for row in rows]
    return written(folder, "responses.xlsx", PLAIN_BOOK, workbook([heads, *cells]))


def _number(word: str) -> Any:
    return float(word) if word else None


def parquet(folder: Path, replies: Replies) -> Made:
    heads, *rows = plain_rows(replies)
    frame = pd.DataFrame(rows, columns=heads).astype(object)
    frame["q1"] = pd.Categorical(frame["q1"].replace("", None), categories=MATTERS, ordered=True)
    for name in heads[7:]:
        frame[name] = pd.to_numeric(frame[name].replace("", None)).astype(float)
    for name in heads[4:7]:
        frame[name] = frame[name] == "yes"
    fastparquet.write(str(folder / "responses.parquet"), frame)
    (folder / "codebook.toml").write_text(PLAIN_BOOK, encoding="utf-8")
    return Made("responses.parquet", PLAIN_BOOK)


# -- SPSS ------------------------------------------------------------------------------------------


def sav(folder: Path, replies: Replies) -> Made:
    """Coded answers with labels; the tools are a set of dichotomies."""

    def code(label: str, labels: Sequence[str]) -> float | None:
        return float(labels.index(label) + 1) if label else None

    frame = pd.DataFrame(
        {
            "id": [float(number) for number in range(1, len(replies) + 1)],
            "q1": pd.array([code(each.q1, MATTERS) for each in replies], dtype="Float64"),
            "q2_honey": pd.array([code(each.q2[0], AGREE) for each in replies], dtype="Float64"),
            "q2_wax": pd.array([code(each.q2[1], AGREE) for each in replies], dtype="Float64"),
            **{
                f"q3_{number}": [float(tool in each.q3) for each in replies]
                for number, tool in enumerate(TOOLS, 1)
            },
            **{
                f"q4_{number}": pd.array(
                    [_number(each.rank(item)) for each in replies], dtype="Float64"
                )
                for number, item in enumerate(FIRST, 1)
            },
        }
    ).astype(float)
    file = folder / "responses.sav"
    pyreadstat.write_sav(
        frame,
        str(file),
        file_label="Bees",
        column_labels={
            "q1": Q1,
            "q2_honey": HONEY,
            "q2_wax": WAX,
            **{f"q3_{number}": tool for number, tool in enumerate(TOOLS, 1)},
        },
        variable_value_labels={
            "q1": dict(enumerate(MATTERS, 1)),
            "q2_honey": dict(enumerate(AGREE, 1)),
            "q2_wax": dict(enumerate(AGREE, 1)),
        },
    )
    file.write_bytes(with_sets(file.read_bytes(), f"$tools=D1 1 {len(Q3)} {Q3} q3_1 q3_2 q3_3"))
    return written(folder, "responses.sav", PLAIN_BOOK, file.read_bytes())


def with_sets(data: bytes, *sets: str) -> bytes:
    """A file of SPSS with sets of responses, which the library that wrote it cannot write.

    They are an extension record (type 7, subtype 7) before the one that ends the dictionary.
    """
    text = "".join(f"{each}\n" for each in sets).encode()
    at = data.index(struct.pack("<ii", 999, 0))
    return data[:at] + struct.pack("<4i", 7, 7, 1, len(text)) + text + data[at:]


# -- Triple-S --------------------------------------------------------------------------------------


def triple_s(
    version: str = "2.0", *, data: str = "csv", spread: bool = False
) -> Callable[[Path, Replies], Made]:
    """Metadata and data; multiples as a string of bits or as subfields of codes."""

    def write(folder: Path, replies: Replies) -> Made:
        fields = _fields(spread=spread)
        is_csv = data == "csv"
        start = 1
        variables = []
        for number, (name, kind, label, width, labels, use) in enumerate(fields, 1):
            position = (
                f'<position start="{number}"/>'
                if is_csv
                else f'<position start="{start}" finish="{start + width - 1}"/>'
            )
            start += width
            values = "".join(
                f'<value code="{code}">{_escaped(each)}</value>'
                for code, each in enumerate(labels, 1)
            )
            variables.append(
                f'<variable ident="{number}" type="{kind}"{use}><name>{name}</name>'
                f"<label>{_escaped(label)}</label>{position}"
                + (
                    f'<spread subfields="{len(labels)}" width="1"/>'
                    * (kind == "multiple" and spread)
                )
                + (f"<values>{values}</values>" if labels else "")
                + "</variable>"
            )
        doctype = (
            '<!DOCTYPE sss PUBLIC "-//triple-s//DTD Survey Interchange v1.2//EN" '
            '"http://www.triple-s.org/dtd/sss_v12.dtd">'
            if version.startswith("1")
            else ""
        )
        form = ' format="csv" skip="1"' if is_csv else ""
        href = ' href="bees.csv"' if version.startswith("3") and is_csv else ""
        xml = (
            f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<sss version="{version}"><survey>'
            f'<title>Bees</title><record ident="A"{form}{href}>{"".join(variables)}</record>'
            "</survey></sss>"
        )
        rows = [_record(number, each, spread=spread) for number, each in enumerate(replies, 1)]
        if is_csv:
            text = csv_text([[field[0] for field in fields], *rows])
        else:
            widths = [field[3] for field in fields]
            lines = (
                "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
                for row in rows
            )
            text = "".join(f"{line}\r\n" for line in lines)
        stem = "bees.csv" if is_csv else "bees.asc"
        (folder / stem).write_text(text, encoding="utf-8", newline="")
        book = codebook("id", "q1", ("q2_honey", "q2_wax"), "q3", PLAIN_HEADS[7:10], separator="|")
        return written(folder, "bees.sss", book, xml.encode())

    return write


def _fields(*, spread: bool) -> list[tuple[str, str, str, int, tuple[str, ...], str]]:
    """(name, type, label, width, labels, use) of each variable."""
    return [
        ("id", "quantity", "Serial", 4, (), ' use="serial"'),
        ("q1", "single", Q1, 1, MATTERS, ""),
        ("q2_honey", "single", HONEY, 1, AGREE, ""),
        ("q2_wax", "single", WAX, 1, AGREE, ""),
        ("q3", "multiple", Q3, 5 if spread else 3, TOOLS, ""),
        *((f"q4_{number}", "quantity", item, 1, (), "") for number, item in enumerate(FIRST, 1)),
    ]


def _record(number: int, reply: Reply, *, spread: bool) -> list[str]:
    def code(label: str, labels: Sequence[str]) -> str:
        return str(labels.index(label) + 1) if label else ""

    codes = [str(TOOLS.index(tool) + 1) for tool in reply.q3]
    bits = "".join(reply.ticks("1", "0"))
    return [
        str(number),
        code(reply.q1, MATTERS),
        code(reply.q2[0], AGREE),
        code(reply.q2[1], AGREE),
        "".join(codes).ljust(len(TOOLS), "0") if spread else bits,
        *map(reply.rank, FIRST),
    ]


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


# -- programs --------------------------------------------------------------------------------------


def qualtrics(folder: Path, replies: Replies) -> Made:
    """Three rows of heads; options and ranks in columns of their own; tabs and UTF-16."""
    tags = ["StartDate", "Status", "IPAddress", "Finished", "ResponseId", "Q1", "Q2_1", "Q2_2"]
    tags += ["Q3_1", "Q3_2", "Q3_4", "Q4_1", "Q4_2", "Q4_3"]
    texts = [
        *("Start Date", "Response Type", "IP Address", "Finished", "Response ID", f"<b>{Q1}</b>"),
        *(f"{Q2} - {HONEY}", f"{Q2} - {WAX}"),
        *(f"{Q3} - Selected Choice - {tool}" for tool in TOOLS),
        *(f"{Q4} - {item}" for item in FIRST),
    ]
    codes = ["startDate", "status", "ipAddress", "finished", "_recordId", "QID1", "QID2_1"]
    codes += ["QID2_2", "QID3_1", "QID3_2", "QID3_4", "QID4_1", "QID4_2", "QID4_3"]
    rows = [
        [
            *(f"2024-05-01 10:{number % 60:02}:00", "IP Address", "192.0.2.1", "True"),
            *(f"R_{number}", each.q1, *each.q2, *each.ticks(), *map(each.rank, FIRST)),
        ]
        for number, each in enumerate(replies, 1)
    ]
    imports = [f'{{"ImportId":"{code}"}}' for code in codes]
    book = codebook("ResponseId", "Q1", tags[6:8], tags[8:11], tags[11:])
    text = csv_text([tags, texts, imports, *rows], "\t")
    return written(folder, "responses.tsv", book, text.encode("utf-16"))


def survey_monkey_rows(replies: Replies) -> Cells:
    first = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"]
    first += ["Email Address", Q1, Q2, "", Q3, "", "", Q4, "", ""]
    second = ["", "", "", "", "", "", "Response", HONEY, WAX, *TOOLS, *FIRST]
    rows = [
        [
            *(str(114_000_000 + number), "9", f"05/01/2024 10:{number % 60:02}:00", "", "", ""),
            *(each.q1, *each.q2, *each.ticks(), *map(each.rank, FIRST)),
        ]
        for number, each in enumerate(replies, 1)
    ]
    return [first, second, *rows]


SURVEY_MONKEY_BOOK = codebook(
    "Respondent ID",
    Q1,
    [f"{Q2} [{HONEY}]", f"{Q2} [{WAX}]"],
    [f"{Q3} [{tool}]" for tool in TOOLS],
    [f"{Q4} [{item}]" for item in FIRST],
)


def survey_monkey(folder: Path, replies: Replies) -> Made:
    text = csv_text(survey_monkey_rows(replies))
    return written(folder, "responses.csv", SURVEY_MONKEY_BOOK, text.encode("cp1252"))


def survey_monkey_xlsx(folder: Path, replies: Replies) -> Made:
    data = workbook(survey_monkey_rows(replies))
    return written(folder, "responses.xlsx", SURVEY_MONKEY_BOOK, data)


def microsoft_forms(folder: Path, replies: Replies) -> Made:
    """A workbook, several answers and the order of a ranking in one cell with ; behind each."""
    heads = [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        f"{Q1}\u00a0",
        HONEY,
        WAX,
        Q3,
        Q4,
    ]
    rows = [
        [
            *(number, 45413 + number / 1440, 45413.5 + number / 1440, "anonymous", ""),
            *(each.q1, *each.q2, "".join(f"{tool};" for tool in each.q3)),
            "".join(f"{item};" for item in each.q4),
        ]
        for number, each in enumerate(replies, 1)
    ]
    book = codebook("ID", Q1, [HONEY, WAX], Q3, Q4, separator=";")
    return written(folder, "responses.xlsx", book, workbook([heads, *rows]))


def google_forms(
    folder: Path, replies: Replies, separator: str = ",", encoding: str = "utf-8-sig"
) -> Made:
    """No ids; rows of a grid in brackets; several answers joined by commas."""
    between = ", " if separator == "," else separator
    heads = ["Timestamp", Q1, f"{Q2} [{HONEY}]", f"{Q2} [{WAX}]", Q3]
    heads += [f"{Q4} [{item}]" for item in FIRST]
    rows = [
        [
            f"5/1/2024 10:{number // 60 % 60:02}:{number % 60:02}",
            *(each.q1, *each.q2, between.join(each.q3), *map(each.rank, FIRST)),
        ]
        for number, each in enumerate(replies, 1)
    ]
    book = codebook("row", Q1, heads[2:4], Q3, heads[5:], separator=separator)
    return written(folder, "responses.csv", book, csv_text([heads, *rows]).encode(encoding))


def newer_google_forms(folder: Path, replies: Replies) -> Made:
    """Several answers joined by semicolons, as the forms themselves write them today."""
    return google_forms(folder, replies, ";", "utf-8")


def alchemer(folder: Path, replies: Replies) -> Made:
    """One row of heads, rows and options before their question."""
    heads = ["Response ID", "Time Started", "Date Submitted", "Status", "Comments", Q1]
    heads += [f"{HONEY}:{Q2}", f"{WAX}:{Q2}"]
    heads += [f"{tool}:{Q3}" for tool in TOOLS] + [f"{item}:{Q4}" for item in FIRST]
    rows = [
        [
            *(str(number), f"2024-05-01 10:{number % 60:02}:00", "2024-05-01 11:00:00"),
            *("Complete", "", each.q1, *each.q2, *each.ticks(), *map(each.rank, FIRST)),
        ]
        for number, each in enumerate(replies, 1)
    ]
    book = codebook("Response ID", Q1, heads[6:8], heads[8:11], heads[11:])
    return written(folder, "responses.csv", book, csv_text([heads, *rows]).encode())


def lime_survey(folder: Path, replies: Replies) -> Made:
    """Heads as codes, answers as words; a ranking tells which item stands at each place."""
    heads = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "Q1",
        "Q2[SQ001]",
        "Q2[SQ002]",
    ]
    heads += ["Q3[SQ001]", "Q3[SQ002]", "Q3[SQ003]", "Q4[1]", "Q4[2]", "Q4[3]"]
    rows = [
        [
            *(str(number), "2024-05-01 10:00:00", "3", "en", "77", each.q1, *each.q2),
            *(*each.ticks("Yes", "No" if each.q3 else ""), *each.q4, *[""] * (3 - len(each.q4))),
        ]
        for number, each in enumerate(replies, 1)
    ]
    book = codebook("id", "Q1", heads[6:8], heads[8:11], heads[11:], placed=True)
    return written(folder, "responses.csv", book, csv_text([heads, *rows], ";").encode())


def snap(folder: Path, replies: Replies) -> Made:
    """Names of variables, and words where there is no answer."""
    heads = [
        "ID.name",
        "ID.date",
        "Q1",
        "Q2a",
        "Q2b",
        "Q3.1",
        "Q3.2",
        "Q3.3",
        "Q4.1",
        "Q4.2",
        "Q4.3",
    ]

    def said(cells: Sequence[str]) -> list[str]:
        return [cell or "No Reply" for cell in cells]

    rows = [
        [
            *(str(number), "01/05/2024", *said([each.q1, *each.q2])),
            *(each.ticks() if each.q3 else ["No Reply"] * 3),
            *(map(each.rank, FIRST) if each.q4 else ["No Reply"] * 3),
        ]
        for number, each in enumerate(replies, 1)
    ]
    book = codebook("ID.name", "Q1", heads[3:5], heads[5:8], heads[8:])
    return written(folder, "responses.csv", book, csv_text([heads, *rows]).encode("cp1252"))


SHAPES: dict[str, Callable[[Path, Replies], Made]] = {
    "csv": plain_csv("utf-8", ","),
    "csv with a mark": plain_csv("utf-8-sig", ","),
    "csv in utf-16, tabs": plain_csv("utf-16", "\t"),
    "csv in windows-1252, semicolons": plain_csv("cp1252", ";"),
    "workbook": plain_xlsx,
    "parquet": parquet,
    "spss": sav,
    "triple-s 1.2, fixed": triple_s("1.2", data="fixed"),
    "triple-s 2.0, fixed, spread": triple_s("2.0", data="fixed", spread=True),
    "triple-s 2.0, csv": triple_s("2.0"),
    "triple-s 3.0, csv, spread": triple_s("3.0", spread=True),
    "qualtrics": qualtrics,
    "surveymonkey": survey_monkey,
    "surveymonkey, workbook": survey_monkey_xlsx,
    "microsoft forms": microsoft_forms,
    "google forms": google_forms,
    "google forms, semicolons": newer_google_forms,
    "alchemer": alchemer,
    "limesurvey": lime_survey,
    "snap": snap,
}
"""Every shape that is read, by name."""
