"""An export to a `Guess`: every column has a role, every question a kind, with the reasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.starter import cells as look
from briefing.starter.breaks import crosstabs, with_routing
from briefing.starter.field import Role
from briefing.starter.found import NO_WORDING, Found, code_of
from briefing.starter.known import SENSITIVE
from briefing.starter.model import Guess, GuessedComment, LeftOut
from briefing.starter.names import cleaned
from briefing.starter.questions import add_question
from briefing.starter.roles import NA, clusters, fields, marks_of_nothing
from briefing.starter.signs import ALL
from briefing.starter.story import is_of_codes
from briefing.starter.weights import weights
from briefing.survey.export import ROW
from briefing.survey.question import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.field import Field
    from briefing.starter.model import Column, GuessedQuestion
    from briefing.starter.signs import Signs
    from briefing.survey.export import Export

IDS = "respondent"
"""The head of the respondents' ids in the clean copy."""
_DAY = re.compile(r"((?:19|20)\d\d)[-/](0[1-9]|1[0-2])[-/](0[1-9]|[12]\d)\b")


def guess(export: Export, source: str, title: str, signs: Signs = ALL) -> Guess:
    """Guess what an export holds; `source` names its file, `title` what the survey is called.

    `signs` are those that the brand can print.
    """
    known = fields(export, signs)
    found = Found(codes=frozenset(code_of(each).casefold() for each in known))
    ids, id_reason = _ids(known, len(export.sheet.rows))
    responses: dict[str, Column] = {IDS: ids}
    weight, weight_reason = weights(known, responses, found)
    groups = list(clusters(known))
    for place, group in enumerate(groups):
        add_question(group, found, place=place / max(1, len(groups) - 1))
    responses.update(found.responses)
    for attribute in found.attributes:
        if attribute.id in SENSITIVE:
            found.doubts.append(
                f"{attribute.id} is sensitive, so no answers are broken down by it: should any be?"
            )
    questions = with_routing(found.questions, responses)
    return Guess(
        title=signs.words(title) or "A survey",
        program=export.program,
        source=source,
        ids=IDS,
        id_reason=id_reason,
        responses=responses,
        questions=questions,
        attributes=tuple(found.attributes),
        crosstabs=crosstabs(questions, found.attributes, responses),
        comments=_comments(found, ids),
        weight=weight,
        weight_reason=weight_reason,
        left_out=(*_left_out(known), *found.left_out),
        remarks=(*(cleaned(each) for each in export.remarks), *_dashes(export)),
        doubts=(*_of_codes(questions), *found.doubts, *_missing(export), *signs.doubts),
        replies=_replies(known),
    )


def _of_codes(questions: Sequence[GuessedQuestion]) -> tuple[str, ...]:
    """What is asked of an export most of which is codes, under which nobody knows what is meant."""
    closed = [each for each in questions if each.kind in (Kind.SINGLE, Kind.GRID)]
    bare = [each for each in closed if NO_WORDING in each.doubts and is_of_codes(each)]
    if len(bare) * 2 <= len(closed):
        return ()
    doubt = (
        f"{len(bare)} of {len(closed)} questions have neither a wording nor labels of their "
        "answers, so nothing here can be published yet: can the export be made again with labels, "
        "or is there a list of what each code stands for?"
    )
    return (doubt,)


def _dashes(export: Export) -> tuple[str, ...]:
    """What is told of cells that hold only a dash."""
    number = int(export.sheet.rows.isin(look.DASHES).to_numpy().sum())
    return (f"cells that hold only a dash are taken as blank: {number:,} of them",) * bool(number)


def _missing(export: Export) -> tuple[str, ...]:
    """What is asked of cells that hold what R writes for a missing value."""
    if NA not in marks_of_nothing(export):
        return ()
    number = int((export.sheet.rows == NA).to_numpy().sum())
    return (f"{number:,} cells hold {NA} and are taken as blank: is it an answer anywhere?",)


def _ids(known: Sequence[Field], rows: int) -> tuple[Column, str]:
    for field in known:
        if field.role is not Role.ID:
            continue
        if field.name == ROW:
            return field.cells, "the lines of the export, which has no column of ids"
        if len(set(field.cells)) == rows and all(field.cells):
            return field.cells, f"the export's column {field.name}: {field.reason}"
    return (
        tuple(str(number) for number in range(1, rows + 1)),
        "numbered from 1 in the order of the export, which has no column of ids",
    )


def _replies(known: Sequence[Field]) -> tuple[str, str, str]:
    """The first and the last day of replies, where a column writes days that cannot be mistaken."""
    for field in known:
        days = [match for each in field.given if (match := _DAY.match(each))]
        if field.role is Role.LEFT_OUT and days and len(days) == len(field.given):
            written = sorted("-".join(day.groups()) for day in days)
            return written[0], written[-1], field.name
    return "", "", ""


def _comments(found: Found, ids: Column) -> tuple[GuessedComment, ...]:
    made = []
    for name, cells in found.comments.items():
        written = [(who, text) for who, text in zip(ids, cells, strict=True) if text]
        width = len(str(len(written)))
        for number, (who, text) in enumerate(written, start=1):
            made.append(GuessedComment(f"{name}-{number:0{max(2, width)}d}", who, name, text))
    return tuple(made)


def _left_out(known: Sequence[Field]) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(
            each.name,
            "personal data: " + each.reason if each.role is Role.PERSONAL else each.reason,
        )
        for each in known
        if each.role in (Role.PERSONAL, Role.LEFT_OUT)
    )
