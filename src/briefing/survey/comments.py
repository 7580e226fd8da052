"""Open comments as they were written, each with whose it is and whether it may be quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.survey.labels import did_you_mean, quoted
from briefing.survey.model import Comment
from briefing.survey.personal import personal_in

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics
    from briefing.survey.model import Codebook
    from briefing.survey.sheet import Sheet

_COLUMNS = ("id", "respondent", "question", "text", "attribution", "consent")
_CONSENT = {"yes": True, "no": False}


def read_comments(
    sheet: Sheet, codebook: Codebook, respondents: frozenset[str] | None, diagnostics: Diagnostics
) -> tuple[Comment, ...]:
    """Read the sheet of comments; `respondents` are the known ids, None if there are none."""
    missing = [column for column in _COLUMNS if column not in sheet.columns]
    for column in missing:
        message = f"{sheet.path} has no column {quoted(column)}"
        hint = did_you_mean(column, sheet.columns)
        diagnostics.error("comments-missing-column", message, sheet.where(), hint)
    if missing:
        return ()
    questions = tuple(question.id for question in codebook.questions)
    comments: dict[str, Comment] = {}
    for row, cells in enumerate(sheet.rows[list(_COLUMNS)].itertuples(index=False)):
        comment = Comment(
            id=str(cells.id).strip(),
            respondent=str(cells.respondent).strip(),
            question=str(cells.question).strip(),
            text=str(cells.text).strip(),
            attribution=" ".join(str(cells.attribution).split()),
            consent=_CONSENT.get(str(cells.consent).strip().casefold(), False),
            where=sheet.where(row),
        )
        if str(cells.consent).strip().casefold() not in _CONSENT:
            message = f"consent of {comment.id} must be yes or no, not {quoted(str(cells.consent))}"
            diagnostics.error("comments-consent", message, comment.where)
        _check(comment, questions, respondents, diagnostics)
        if comment.id in comments:
            line = comments[comment.id].where.line
            message = f"two comments are called {comment.id}, the other on line {line}"
            diagnostics.error("comments-id", message, comment.where, "Give each its own id.")
        comments.setdefault(comment.id, comment)
    return tuple(comments.values())


def _check(
    comment: Comment,
    questions: tuple[str, ...],
    respondents: frozenset[str] | None,
    diagnostics: Diagnostics,
) -> None:
    if not comment.id:
        diagnostics.error("comments-id", "a comment without an id", comment.where)
    if not comment.text:
        diagnostics.error("comments-text", f"comment {comment.id} says nothing", comment.where)
    if respondents is not None and comment.respondent not in respondents:
        message = f"comment {comment.id} is by an unknown respondent: {quoted(comment.respondent)}"
        hint = did_you_mean(comment.respondent, sorted(respondents))
        diagnostics.error("comments-respondent", message, comment.where, _short(hint))
    if comment.question not in questions:
        message = f"comment {comment.id} answers an unknown question: {quoted(comment.question)}"
        hint = did_you_mean(comment.question, questions)
        diagnostics.error("comments-question", message, comment.where, hint)
    if comment.consent:
        for called in personal_in(comment.text):
            message = f"comment {comment.id} holds {called} and may be quoted"
            hint = "Take it out, marked […], or set consent to no."
            diagnostics.error("comments-personal", message, comment.where, hint)


def _short(hint: str) -> str:
    """No list of all respondents in a remedy."""
    return hint if hint.startswith("Did you mean") else "The ids are those of the responses."
