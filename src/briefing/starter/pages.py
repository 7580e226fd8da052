"""What pages of both publications are made of: covers, heads, charts in ever plainer forms."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.typed import typed_figures
from briefing.starter.breaks import key_questions
from briefing.starter.finding import few_asked, shares_of
from briefing.starter.markdown import block, remark, said
from briefing.starter.names import LEADING_ON, clipped, shortened, whole_part
from briefing.starter.topics import bare
from briefing.survey.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.starter.finding import Finding
    from briefing.starter.story import Story

_WORDING = 170
"""Signs of a wording above a chart; a longer one is given there in short."""
_NEXT = (
    (
        "First step, to be written.",
        "What will be done about the findings, who does it, and by when.",
    ),
    (
        "Second step, to be written.",
        "What will change by it, whom that concerns, and when they will notice.",
    ),
    (
        "Third step, to be written.",
        "How those who answered will hear of it, and where all can follow what becomes of it.",
    ),
)


def opening_remark() -> str:
    """What the author reads first, in a comment that is not printed."""
    return remark(
        "First words, made from the figures: every number is bound to the data and every claim is "
        "proven when you build. Write them anew in your own words; whatever says 'to be written' "
        "or 'to be filled in' is yours to write or to take out."
    )


def cover(story: Story, master: str) -> tuple[str, ...]:
    """The first page, with a crowd of all respondents if a question lends itself to one."""
    title = said(shortened(story.guess.title, 90))
    unlisted = " .unlisted" if master == "title" else ""
    head = f'# {title} {{.{master}{unlisted} #{master} short="{master.capitalize()}"}}'
    kind = "Full report of findings" if master == "title" else "Summary briefing"
    words = f"{kind} · draft"
    crowd = _crowd(story)
    plain = head.replace(title, "The title is to be written", 1)
    forms = (joined(head, words), joined(plain, words))
    return (joined(head, words, crowd), *forms) if crowd else forms


def _crowd(story: Story) -> str:
    """A mark for every respondent, by their answer to the question that says most."""
    singles = [
        each.table
        for each in story.findings
        if story.guess.question(each.table).kind is Kind.SINGLE
    ]
    keys = [each.id for each in key_questions(story.guess.questions) if each.id in singles]
    found = {each.table: each for each in story.findings}
    names = dict.fromkeys((*keys, *singles))
    able = [each for each in names if len(story.tables[each].answers) <= _MARKS]
    told = [each for each in able if "…" not in opening_of(found[each], story)] or able
    varied = [each for each in told if max(shares_of(story.tables[each]).values()) <= _VARIED]
    for name in (varied or told)[:1]:
        finding = found[name]
        asked = "" if finding.complete else f"{opening_of(finding, story)} "
        words = f"Each mark is a respondent. {asked}{finding.told}"
        shown = f".chart kind=crowd of={name} highlight={finding.cell}"
        return block(shown, words=words)
    return ""


_MARKS = 8
"""So many colours of marks are told apart."""
_VARIED = Fraction(4, 5)
"""A cover on which more marks than these are alike is a plain ground."""


def forms_of(
    finding: Finding, story: Story, head: str, plain_head: str, *, extra: Sequence[str] = ()
) -> tuple[str, ...]:
    """The page of a finding: with lead and chart, plainer charts, a table, or the chart alone."""
    lead = block(".lead", words=finding.lead) if finding.lead else ""
    table = block(f".table of={finding.table}")
    forms = []
    for kind in finding.charts:
        chart = chart_of(finding, story, kind)
        if extra and kind == finding.charts[0]:
            forms += [joined(head, lead, chart, each) for each in extra]
        forms.append(joined(head, lead, chart))
        if kind == finding.charts[0]:
            forms += [joined(head, chart), joined(plain_head, chart)]
    forms += [joined(plain_head, table)]
    return tuple(dict.fromkeys(forms))


def chart_of(finding: Finding, story: Story, kind: str) -> str:
    """A chart with the question above it, in short where it is very long."""
    caption = ""
    guess = story.guess
    attribute = next((each for each in guess.attributes if each.id == finding.table), None)
    if attribute is not None:
        caption = said(attribute.wording, _WORDING)
    crosstab = next((each for each in guess.crosstabs if each.id == finding.table), None)
    if crosstab is not None:
        caption = said(crosstab.title, _WORDING)
    question = next((each for each in guess.questions if each.id == finding.table), None)
    if question is not None and len(question.wording) > _WORDING:
        caption = said(question.wording, _WORDING)
    told = " counts=yes" if few_asked(story.tables[finding.table]) else ""
    return block(f".chart {kind} of={finding.table}{told}", words=caption)


def opening_of(finding: Finding, story: Story) -> str:
    """What a finding is about, as the first words of a message: a question, or a name."""
    asked = {each.id: each.opening for each in story.guess.questions}
    opening = asked.get(finding.table, "")
    if opening.endswith("?"):
        return said(opening)
    return finding.short if "…" in finding.short else f"{finding.short}."


def message_of(finding: Finding, story: Story) -> str:
    """A finding as a key message; what was asked stands before it where it does not say so."""
    if finding.complete:
        return finding.told
    return f"**{opening_of(finding, story)}** {finding.told}"


def asked_in(finding: Finding, story: Story) -> str:
    """The head of a page that claims nothing: the question, as one if it was worded so."""
    told = opening_of(finding, story)
    return told if told.endswith("?") else finding.short


def running_of(finding: Finding, story: Story, most: int) -> str:
    """What a page is called in contents and above its headline, where no figure can be declared."""
    name = _short_of(finding, story)
    asked = next((e.opening for e in story.guess.questions if e.id == finding.table), "")
    question = asked.endswith("?") and len(name) < most
    part = _part_of(finding, story, name, most)
    words = _before_figures(asked if question else part or clipped(name, most))
    if words:
        return words
    names = [each.id for each in story.guess.questions]
    if finding.table in names:
        return f"Question {names.index(finding.table) + 1}"
    return "Who answered" if finding in story.about else "Groups"


def _part_of(finding: Finding, story: Story, name: str, most: int) -> str:
    """What is whole of a name that is too long, or else of the question: it keeps its sign."""
    if len(name) <= most and "…" not in name:
        return ""
    wording = next((e.wording for e in story.guess.questions if e.id == finding.table), "")
    asked = bare(wording) if wording else ""
    if "…" not in name and name.casefold() != asked.casefold():
        return whole_part(name, most)
    sign = "?" if "?" in wording else ""
    part = whole_part(asked, most - len(sign))
    return f"{part}{sign}" if part else ""


def _before_figures(words: str) -> str:
    """Words up to the first figure in them, if that still says what they are of."""
    if not any(typed_figures(words)):
        return words
    kept = words.rstrip("…").split()
    while kept and (any(typed_figures(" ".join(kept))) or kept[-1].casefold() in LEADING_ON):
        kept.pop()
    return f"{' '.join(kept).rstrip(' ,;:-(')}…" if len(kept) >= _TELLING else ""


_TELLING = 3
"""So many words of a question still say which it is."""


def _short_of(finding: Finding, story: Story) -> str:
    for question in story.guess.questions:
        if question.id == finding.table:
            return question.short
    for attribute in story.guess.attributes:
        if attribute.id == finding.table:
            return attribute.label
    return next(each.title for each in story.guess.crosstabs if each.id == finding.table)


def as_attribute(words: str) -> str:
    """Words as the value of an attribute."""
    safe = words.replace("\\", "").replace('"', "'").replace("{", "(").replace("}", ")")
    return f'"{safe}"'


def joined(*parts: str) -> str:
    """The parts that say something, a blank line between them."""
    return "\n\n".join(part for part in parts if part)


def next_steps() -> str:
    """A list of steps for the author to write."""
    return "\n".join(
        f"{place}. **{what}** {how}" for place, (what, how) in enumerate(_NEXT, start=1)
    )
