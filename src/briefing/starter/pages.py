"""What pages of both publications are made of: covers, heads, charts in ever plainer forms."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.typed import typed_figures
from briefing.starter.breaks import key_questions
from briefing.starter.finding import few_asked, named, numbered, plain, shares_of
from briefing.starter.markdown import block, bound, quoted, remark, said
from briefing.starter.names import headed, shortened, small, whole_part
from briefing.survey.question import Kind

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
    title = said(headed(story.guess.title, 90) or shortened(story.guess.title, 90))
    unlisted = " .unlisted" if master == "title" else ""
    head = f'# {title} {{.{master}{unlisted} #{master} short="{master.capitalize()}"}}'
    kind = "Full report of findings" if master == "title" else "Summary briefing"
    words = f"{kind} · draft"
    crowd = _crowd(story)
    untitled = head.replace(title, "The title is to be written", 1)
    forms = (joined(head, words), joined(untitled, words))
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
    able = [each for each in able if len(story.guess.question(each).opening) <= _ASKED] or able
    varied = [each for each in able if max(shares_of(story.tables[each]).values()) <= _VARIED]
    for name in (varied or able)[:1]:
        finding = found[name]
        asked = "" if finding.complete else f"{opening_of(finding, story)} "
        words = f"Each mark is a respondent. {asked}{of_those_asked(finding, story)}"
        shown = f".chart kind=crowd of={name} highlight={finding.cell}"
        return block(shown, words=words)
    return ""


_MARKS = 8
"""So many colours of marks are told apart."""
_ASKED = 120
"""Signs of a question that a line below the marks holds without being cut."""
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
        asked = _ASKED_FIRST.match(question.wording)
        caption = said(asked[0] if asked else question.wording, _WORDING)
    told = " counts=yes" if few_asked(story.tables[finding.table]) else ""
    return block(f".chart {kind} of={finding.table}{told}", words=caption)


_ASKED_FIRST = re.compile(rf".{{16,{_WORDING - 1}}}?\?(?=\s)")
"""What is asked, before what a form says of how to answer it."""


def opening_of(finding: Finding, story: Story) -> str:
    """What a finding is about, as the first words of a message: a question, or a name."""
    asked = {each.id: each for each in story.guess.questions}
    crossed = {each.id: each.question for each in story.guess.crosstabs}
    about = finding.table
    if about in crossed and plain(finding.short).endswith("…"):
        about = crossed[about]  # whole, and the groups are named by what is said of them
    if about not in asked:
        return f"{finding.short}."
    opening = asked[about].opening
    if opening.endswith("?"):
        return said(opening, _WORDING)
    return f"{said(opening.removesuffix(':'), _WORDING)}."


def message_of(finding: Finding, story: Story) -> str:
    """A finding as a key message; what was asked stands before it where it does not say so."""
    told = of_those_asked(finding, story)
    if finding.complete:
        return told
    return f"**{opening_of(finding, story)}** {told}"


FEWEST = 3
"""Findings of which there is a list: one or two say nothing that their own pages do not."""


def told_by_figure(finding: Finding, story: Story) -> str:
    """A finding as an item that its figure leads, or empty where it does not begin with one."""
    figure = _FIGURE.match(of_those_asked(finding, story))
    if figure is None:
        return ""
    words = figure["words"]
    if not finding.complete:
        opening = plain(opening_of(finding, story))
        if "." in words.removesuffix(".") or not opening.endswith("?"):
            return ""  # what was asked goes with one sentence, and a name is no question
        words = f"{words.removesuffix('.')} in answer to {quoted(opening, _WORDING)}."
    return f"**{figure['bound']}** {words}"


_FIGURE = re.compile(r"(?P<bound>\{\{ [^{}]+ \}\}) (?P<words>.+\.)$")
"""What a figure begins."""


def of_those_asked(finding: Finding, story: Story) -> str:
    """What is told, and of how many where a question was put to some: no base stands beside it."""
    asked = next((e for e in story.guess.questions if e.id == finding.table), None)
    if asked is None or asked.routing is None or not finding.told.startswith("{{"):
        return finding.told
    if few_asked(story.tables[finding.table]) or finding.cell.endswith(".score"):
        return finding.told  # counts say of how many, and a score is of nobody
    number = bound(finding.table, *finding.cell.split("."), "base")
    return f"Of the {number} who were asked and answered, {finding.told}"


def asked_in(finding: Finding, story: Story) -> str:
    """The head of a page that claims nothing: the question, as one if it was worded so."""
    asked = {each.id: each for each in story.guess.questions}
    return named(asked[finding.table]) if finding.table in asked else finding.short


def running_of(finding: Finding, story: Story, most: int) -> str:
    """What a page is called in contents and above its headline, where no figure can be declared.

    It is whole or a part that is whole itself, or else a number: never words cut with dots.
    """
    words = _before_figures(_name_of(finding, story, most))
    if words:
        return words
    return number_of(finding, story)


def number_of(finding: Finding, story: Story) -> str:
    """What a page is called that no words are short enough for."""
    asked = {each.id: each for each in story.guess.questions}
    if finding.table in asked:
        return numbered(asked[finding.table])
    return "Who answered" if finding in story.about else _of_groups(finding, story)


def _name_of(finding: Finding, story: Story, most: int) -> str:
    """The question or the name of a table in so many signs; empty where no part of it is whole."""
    for crosstab in story.guess.crosstabs:
        if crosstab.id == finding.table:
            about, _, by = crosstab.title.rpartition(", by ")
            part = whole_part(about, most - len(by) - 5)
            return f"{part}, by {by}" if part else ""
    question = next((e for e in story.guess.questions if e.id == finding.table), None)
    if question is None:
        return whole_part(_short_of(finding, story), most)
    if question.topic.startswith("that "):  # as a name of its own it would claim it
        part = whole_part(question.short, most - len("Whether "))
        return f"Whether {small(part)}" if part else ""
    sign = "?" if question.opening.endswith("?") else ""
    name = question.opening if sign else question.short
    if len(name) <= most:
        return name
    part = whole_part(question.short.rstrip("?"), most - len(sign))
    return f"{part}{sign}" if part else ""


def _of_groups(finding: Finding, story: Story) -> str:
    title = next((e.title for e in story.guess.crosstabs if e.id == finding.table), "")
    by = title.rpartition(", by ")[2]
    return f"By {by}" if by and not any(typed_figures(by)) else "Groups"


def _before_figures(words: str) -> str:
    """Words without a figure in them: whole, or what stands before it if that is whole itself."""
    if not any(typed_figures(words)):
        return words
    sign = "?" if words.endswith("?") else ""
    for most in range(len(words) - 1, 0, -1):
        part = whole_part(words.rstrip("?"), most)
        if not part:
            return ""
        if not any(typed_figures(part)):
            return f"{part}{sign}"
    return ""


def _short_of(finding: Finding, story: Story) -> str:
    return next(e.label for e in story.guess.attributes if e.id == finding.table)


def groups_told(story: Story) -> str:
    """What the pages of groups are called: whether any of them differ beyond chance."""
    return "Where groups differ" if any(e.told for e in story.differences) else "Groups compared"


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
