"""An author for each illustrative comment: a respondent whose answers agree with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from lots import lot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from form import Form

Row = dict[str, str]

CLASS = 3
"""Fewest respondents in a class that an attribution may name (survey conventions, 1.12)."""

VAGUE = "Other member"
"""A role that tells a reader little: it is quoted only where nobody else could be."""

SPOKEN = {
    "County council": "county council",
    "London borough": "London borough",
    "Metropolitan district": "metropolitan district",
    "Unitary authority": "unitary authority",
    "District council": "district council",
}


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it was written, and what its author must have answered or be."""

    id: str
    text: str
    by: dict[str, list[str]]
    consent: bool

    @property
    def question(self) -> str:
        """The question that it answers."""
        return self.id.partition("-")[0]


@dataclass(slots=True)
class Cast:
    """Who has spoken so far: how often each respondent, and each class on each question."""

    turns: Counter[str] = field(default_factory=Counter)
    heard: Counter[tuple[str, str]] = field(default_factory=Counter)
    spoken: set[tuple[str, str]] = field(default_factory=set)


def read_comments(listed: Sequence[Mapping[str, Any]]) -> tuple[Comment, ...]:
    """The comments of comments.toml."""
    return tuple(
        Comment(each["id"], each["text"], each["by"], each.get("consent", True)) for each in listed
    )


def attributions(rows: Sequence[Row]) -> dict[str, str]:
    """By respondent: role and type of council, or the role alone where few are of both."""
    classes = Counter((row["role"], row["council_type"]) for row in rows)
    return {
        row["respondent"]: f"{row['role']}, {SPOKEN[row['council_type']]}"
        if classes[row["role"], row["council_type"]] >= CLASS
        else row["role"]
        for row in rows
    }


def fits(form: Form, comment: Comment, row: Row) -> bool:
    """Whether a respondent answered everything as the comment's author must have."""
    return all(_gave(form, row, column, wanted) for column, wanted in comment.by.items())


def _gave(form: Form, row: Row, column: str, wanted: Sequence[str]) -> bool:
    known = form.columns.get(column)
    if known is None:
        return row[column] in wanted
    return row[column] in {known.answers[one] for name in wanted for one in known.ids(name)}


def cast(form: Form, comments: Sequence[Comment], rows: Sequence[Row]) -> dict[str, Row]:
    """By comment: its author. Voices vary: few speak twice, classes take turns on a question."""
    names = attributions(rows)
    able = {each.id: [row for row in rows if fits(form, each, row)] for each in comments}
    so_far = Cast()
    authors: dict[str, Row] = {}
    for comment in sorted(comments, key=lambda each: (len(able[each.id]), each.id)):
        authors[comment.id] = _choose(comment, able[comment.id], names, so_far)
    return authors


def _choose(comment: Comment, able: Sequence[Row], names: dict[str, str], so_far: Cast) -> Row:
    question = comment.question

    def cost(row: Row) -> tuple[int, int, int, int, float]:
        name = row["respondent"]
        return (
            row["role"] == VAGUE,
            so_far.turns[name],
            so_far.heard[question, names[name]],
            so_far.heard[question, row["role"]],
            lot("author", comment.id, name),
        )

    free = [row for row in able if (question, row["respondent"]) not in so_far.spoken]
    if not free:
        msg = f"{comment.id}: no respondent answered so"
        raise ValueError(msg)
    author = min(free, key=cost)
    name = author["respondent"]
    so_far.turns[name] += 1
    so_far.heard.update({(question, heard) for heard in (names[name], author["role"])})
    so_far.spoken.add((question, name))
    return author
