"""Open comments as they were written, each with whose it is and whether it may be quoted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.survey.labels import Labels, did_you_mean, quoted
from briefing.survey.model import Comment
from briefing.survey.personal import personal_in
from briefing.survey.question import Kind

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostics, Source
    from briefing.survey.declared import Codebook
    from briefing.survey.question import Question
    from briefing.survey.sheet import Sheet

_COLUMNS = ("id", "respondent", "question", "text", "attribution", "consent")
THEMES = "themes"
"""The column that says what a comment speaks of: themes by id or label, ``;`` between them."""
_CONSENT = {"yes": True, "no": False, "named": True}
"""Whether a comment may be quoted; ``named`` if its author also agreed to be known by it."""


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
    themes = sheet.rows[THEMES].tolist() if THEMES in sheet.columns else [""] * len(sheet.lines)
    known = {each.id: _themes_of(each) for each in codebook.questions}
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
            named=str(cells.consent).strip().casefold() == "named",
        )
        labels = known.get(comment.question)
        if labels is not None and str(themes[row]).strip():
            found = _themes(str(themes[row]), labels, comment.id, comment.where, diagnostics)
            comment = replace(comment, themes=found)
        if str(cells.consent).strip().casefold() not in _CONSENT:
            written = quoted(str(cells.consent))
            message = f"consent of {comment.id} must be yes, no or named, not {written}"
            diagnostics.error("comments-consent", message, comment.where)
        _check(comment, questions, respondents, diagnostics)
        if comment.id in comments:
            line = comments[comment.id].where.line
            message = f"two comments are called {comment.id}, the other on line {line}"
            diagnostics.error("comments-id", message, comment.where, "Give each its own id.")
        comments.setdefault(comment.id, comment)
    return tuple(comments.values())


def coded(
    sheet: Sheet, question: Question, comments: tuple[Comment, ...], diagnostics: Diagnostics
) -> tuple[Comment, ...]:
    """The comments to a question with the themes that a sheet gives them: ``id``, ``themes``.

    A comment may stand on several rows, one for each of its themes.
    """
    missing = [column for column in ("id", THEMES) if column not in sheet.columns]
    for column in missing:
        message = f"{sheet.path} has no column {quoted(column)}"
        diagnostics.error(
            "comments-missing-column", message, sheet.where(), did_you_mean(column, sheet.columns)
        )
    if missing:
        return comments
    labels, found = _themes_of(question), dict[str, tuple[str, ...]]()
    ids = {each.id for each in comments if each.question == question.id}
    for row, cells in enumerate(sheet.rows[["id", THEMES]].itertuples(index=False)):
        name, where = str(cells.id).strip(), sheet.where(row)
        if name not in ids:
            message = f"there is no comment {quoted(name)} to {question.id}"
            diagnostics.error("comments-themes", message, where, _short(did_you_mean(name, ids)))
        themes = _themes(str(cells.themes), labels, name, where, diagnostics)
        found[name] = tuple(dict.fromkeys((*found.get(name, ()), *themes)))
    return tuple(
        replace(each, themes=tuple(dict.fromkeys((*each.themes, *found.get(each.id, ())))))
        if each.question == question.id
        else each
        for each in comments
    )


def _themes_of(question: Question) -> Labels:
    answers = question.scale.answers if question.scale and question.kind is Kind.OPEN else ()
    return Labels((each.id, each.spellings) for each in answers)


def _themes(
    written: str, labels: Labels, name: str, where: Source, diagnostics: Diagnostics
) -> tuple[str, ...]:
    found = []
    for each in written.split(";"):
        match = labels.find(each.strip()) if each.strip() else None
        if match:
            found.append(match.id)
        elif each.strip():
            message = f"comment {name} is coded {quoted(each.strip())}, which is no theme"
            hint = did_you_mean(each, labels.labels) or "List the themes in the codebook."
            diagnostics.error("comments-themes", message, where, hint)
    return tuple(dict.fromkeys(found))


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
