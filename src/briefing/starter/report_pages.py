"""The pages of the full report: a slide for every question, with plainer forms for each."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.starter.finding import strongest, telling
from briefing.starter.markdown import block, bound, quoted
from briefing.starter.pages import (
    FEWEST,
    as_attribute,
    asked_in,
    cover,
    forms_of,
    groups_told,
    joined,
    message_of,
    next_steps,
    opening_remark,
    running_of,
    told_by_figure,
)
from briefing.starter.story import Page
from briefing.starter.topics import bare
from briefing.survey.declared import DISCLOSURES
from briefing.survey.question import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.starter.finding import Finding
    from briefing.starter.model import GuessedQuestion
    from briefing.starter.story import Story

_SECTION, _LISTED = 8, 12
"""The most questions of a section, and the most pages that the contents list one by one."""
_HEADLINES = 6
"""The most findings of a slide that lists them."""


def report_pages(story: Story) -> tuple[Page, ...]:
    """The full report: a slide for every question, for who answered, and for who differs."""
    pages = [
        Page("opening", (opening_remark(),)),
        Page("title", cover(story, "title")),
        Page("contents", _contents(story)),
        Page("background", (_background(),)),
        *_headlines(story),
        Page("findings", ("# Detailed findings {.divider #findings}",)),
        *_questions(story),
    ]
    if story.about:
        pages.append(Page("section-about", ("## Who answered {.section #who}",)))
        pages += [_slide(each, story) for each in story.about]
    if story.differences:
        pages.append(Page("section-groups", (f"## {groups_told(story)} {{.section #groups}}",)))
        pages += [_slide(each, story) for each in story.differences]
    pages += _open_questions(story)
    pages += [
        Page("section-method", ("## How the survey was done {.section #how}",)),
        Page("method", _method()),
        Page("next", (_steps(),)),
        Page("closing", (_closing(),)),
    ]
    return tuple(pages)


def _contents(story: Story) -> tuple[str, ...]:
    """Every page where they have room, else the sections."""
    head = '# What is in this report {.contents .unlisted #contents short="Contents"}'
    pages = len((*story.findings, *story.about, *story.differences))
    depths = ("depth=3", "") if pages <= _LISTED else ("",)
    return tuple(joined(head, block(".contents", depth)) for depth in depths)


def _background() -> str:
    respondents = bound("survey", "respondents")
    base = "Under each chart stands its base, the number of respondents whose answers it shows."
    points = (
        "- **Why.** To be written: what the survey was for, and who asked for it.",
        f"- **Who.** {respondents} respondents. To be written: who they are, and how they came in.",
        "- **When.** To be written: the first and the last day.",
        "- **How.** To be written: on a screen, on paper, by telephone.",
        f"- **How to read it.** {base} [The method](#method) tells how they were counted.",
    )
    listed = "\n".join(points)
    return joined('# About the survey {.text #background short="Background"}', listed)


def _headlines(story: Story) -> Iterator[Page]:
    """What stands out, where there is more of it than the slides that say it anyway.

    Where figures lead enough of it they stand large beside it.
    """
    head = '# What the survey found {.text #headlines short="Headline findings"}'
    told = [each for each in (*telling(story.findings), *story.differences) if each.told]
    if len(told) < FEWEST:
        return
    led = [each for each in told if told_by_figure(each, story)]
    forms = []
    for most in range(min(len(led), _HEADLINES), FEWEST - 1, -1):
        items = (f"- {told_by_figure(each, story)}" for each in strongest(led, most))
        forms.append(joined(head, block(".sideheads", words="\n".join(items))))
    for most in range(_HEADLINES, -1, -1):
        listed = "\n".join(f"- {message_of(e, story)}" for e in strongest(told, most))
        forms.append(joined(head, listed or "To be written: the headline findings."))
    yield Page("headlines", tuple(dict.fromkeys(forms)))


def _questions(story: Story) -> Iterator[Page]:
    """A slide for each question, in sections of a few questions each."""
    findings = {each.table: each for each in story.findings}
    asked = [each for each in story.guess.questions if each.id in findings]
    for number, part in enumerate(_parts(len(asked)), start=1):
        title = "The questions"
        if len(part) < len(asked):
            first, last = _ends([each.id for each in asked], part)
            title = f"Questions {first} to {last}" if len(part) > 1 else f"Question {first}"
        yield Page(f"section-{part.start}", (f"## {title} {{.section #part-{number}}}",))
        for place in part:
            yield _slide(findings[asked[place].id], story)


def _ends(names: Sequence[str], part: range) -> tuple[int, int]:
    """The numbers of the first and the last question of a section, as the tables have them.

    Where not all questions have one, or not in their order, it is by their places.
    """
    numbers = [int(each[1:]) for each in names if _NUMBERED.fullmatch(each)]
    if len(numbers) < len(names) or numbers != sorted(numbers):
        return part.start + 1, part.stop
    return numbers[part.start], numbers[part[-1]]


_NUMBERED = re.compile(r"q[1-9]\d{0,2}")


def _parts(number: int) -> Iterator[range]:
    """The places of so many questions in sections that are about as long as each other."""
    sections = -(-number // _SECTION)
    ends = [place * number // sections for place in range(sections + 1)] if sections else []
    yield from (range(start, end) for start, end in pairwise(ends))


def _slide(finding: Finding, story: Story) -> Page:
    name = f"finding-{finding.table}".replace("_", "-")
    master = "ranking" if finding.charts[0].startswith("kind=ranked") else "finding"
    tail = f"{{.{master} #{name} short={as_attribute(running_of(finding, story, 72))}}}"
    return Page(
        name,
        forms_of(
            finding,
            story,
            f"### {finding.headline} {tail}",
            f"### {asked_in(finding, story)} {tail}",
        ),
    )


def _open_questions(story: Story) -> Iterator[Page]:
    """What was asked without answers to tick, and an example of a quotation that is not printed."""
    asked = [
        each
        for each in story.guess.questions
        if each.kind is Kind.OPEN and any(one.question == each.id for one in story.guess.comments)
    ]
    if not asked:
        return
    yield Page("section-open", ("## In their own words {.section #words}",))
    for start in range(0, len(asked), 4):
        part = asked[start : start + 4]
        listed = "\n".join(
            f"- {_own_words(each)}: {bound(each.id, 'comments')} "
            f"{'comment' if _comments(each, story) == 1 else 'comments'}."
            for each in part
        )
        listed += _POINTS
        first = next(one.id for one in story.guess.comments if one.question == part[0].id)
        example = _quotations(first) if not start else ""
        number = "" if not start else f"-{start // 4 + 1}"
        further = " .unlisted" if start else ""
        head = (
            "### Respondents answered in their own words "
            f'{{.text{further} #open{number} short="Comments"}}'
        )
        yield Page(f"open{number}", (joined(head, listed, example),))


def _own_words(question: GuessedQuestion) -> str:
    """What was asked of own words, or beside which question's “Other” they were written."""
    beside = _BESIDE.fullmatch(question.wording)
    if beside is None:
        return quoted(question.wording, 120)
    sign = "?" if "?" in beside["asked"] else ""
    return f"“Other” in answer to {quoted(bare(beside['asked']) + sign, 120)}"


_BESIDE = re.compile(r"(?P<asked>.{8,}?)\s*[:\u2013-] other\b.*", re.IGNORECASE)
_POINTS = """
- **What is said.** To be written: what the comments speak of.
- **Who says so.** To be written: whose comments these are, and from which groups.
- **What was not asked.** To be written: what is told here that the other questions do not ask.
- **In whose words.** To be written: which comments may be quoted, on a page that follows."""
"""What there is to say of comments, for the author to write."""


def _quotations(first: str) -> str:
    """A page of quotations that is not printed: an example to be taken out of its comment marks."""
    return "\n".join(
        (
            "<!-- A page of quotations. Read the comments, set consent to yes in comments.csv for",
            "those that may be quoted, name them here, and take away these two lines and the last.",
            "",
            '### Voices: to be written {.quotes #voices short="Voices"}',
            "",
            f"::: {{.quote from={first}}}",
            ":::",
            "",
            "-->",
        )
    )


def _comments(question: GuessedQuestion, story: Story) -> int:
    return sum(1 for each in story.guess.comments if each.question == question.id)


def _method() -> tuple[str, ...]:
    head = '### How the survey was done {.text #method short="Method"}'
    lead = block(
        ".lead",
        words=(
            "Under each chart stands its base, the number of respondents whose answers it shows. "
            "Bases of fewer than [50]{.literal} are marked."
        ),
    )
    further = '### How the survey was counted {.text .unlisted #counting short="Method"}'
    half = len(DISCLOSURES) // 2 + 1
    parts = (" ".join(DISCLOSURES[:half]), " ".join(DISCLOSURES[half:]))
    asked, counted = (block(".disclosure", f'only="{each}"') for each in parts)
    return (
        joined(head, asked, further, lead, counted),
        joined(head, lead, block(".disclosure")),
        joined(head, lead),
    )


def _steps() -> str:
    return joined(
        '# What happens next is to be written {.steps #next short="Next steps"}',
        block(".steps", words=next_steps()),
    )


def _closing() -> str:
    return joined(
        '# Questions are welcome {.closing .unlisted #more short="Contact"}',
        "**To be filled in: who publishes this** · to be filled in: an address",
    )
