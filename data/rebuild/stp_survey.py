"""Rebuild the answers to the 2017 survey on STPs from the figures that were published of it.

Reads published-figures.toml, free-figures.toml and comments.toml beside itself and the codebook of
the model case; writes responses.csv, population.csv and comments.csv there. The same bytes every
time, and nothing at all unless every published figure is met.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from form import read_form
from margins import answer
from people import gather
from priorities import mention, rank
from proof import Tally, faults
from voices import attributions, cast, read_comments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from form import Form
    from people import Person

HERE = Path(__file__).parent
PROJECT = HERE.parent / "stp-survey"
COMMENT = ("id", "respondent", "question", "text", "attribution", "consent")


def rebuild(out: Path) -> list[str]:
    """Write the data into a folder; lines that say what is wrong, none if all is well."""
    form = read_form(PROJECT / "codebook.toml")
    published, free = _toml("published-figures.toml"), _toml("free-figures.toml")
    people = gather(free)
    rows = _rows(form, people, free)
    comments = list(_comments(form, rows))
    wrong = faults(Tally(form, rows), published)
    if not wrong:
        _write(out / "responses.csv", form.header, (list(row.values()) for row in rows))
        _write(out / "population.csv", ("attribute", "group", "units"), _england(published))
        _write(out / "comments.csv", COMMENT, comments)
    return wrong


def _rows(form: Form, people: Sequence[Person], free: dict[str, Any]) -> list[dict[str, str]]:
    answers = answer(form, people, free["answers"])
    ranks = rank(people, free["priorities"])
    mentions = mention(ranks, free["priorities"])
    rows = []
    for person in people:
        row = dict.fromkeys(form.header, "")
        row |= {
            "respondent": person.id,
            "council": person.council,
            "region": person.region,
            "council_type": person.council_type,
            "role": person.role,
        }
        row |= {
            name: form.columns[name].answers[given]
            for name, given in answers[person.id].items()
            if given
        }
        for item, place in ranks.get(person.id, {}).items():
            row[form.ranked[item]] = str(place)
        row["q13_other"] = mentions.get(person.id, "")
        rows.append(row)
    return rows


def _england(published: dict[str, Any]) -> Iterable[Sequence[str]]:
    composition = published["composition"]
    for attribute, table in (("region", "region_england"), ("council_type", "type_england")):
        for group, units in composition[table].items():
            yield attribute, group, str(units)


def _comments(form: Form, rows: Sequence[dict[str, str]]) -> Iterable[Sequence[str]]:
    comments = read_comments(_toml("comments.toml")["comments"])
    authors, names = cast(form, comments, rows), attributions(rows)
    for comment in comments:
        author = authors[comment.id]["respondent"]
        consent = "yes" if comment.consent else "no"
        yield comment.id, author, comment.question, comment.text, names[author], consent


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main() -> int:
    """Rebuild into the model case, or into the folder given."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=PROJECT, help="folder to write into")
    wrong = rebuild(parser.parse_args().out)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
