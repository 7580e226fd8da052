"""The parts of a draft's notice to the press, the headline in a plainer form as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.starter.finding import strongest, telling
from briefing.starter.markdown import bound, quoted
from briefing.starter.pages import joined, message_of, opening_remark
from briefing.starter.story import Page

if TYPE_CHECKING:
    from briefing.starter.finding import Finding
    from briefing.starter.story import Story

_MOST = 5
"""Findings that a notice tells: a newsroom reads no more."""


def notice_parts(story: Story) -> tuple[Page, ...]:
    """A headline, what stands out in the order of the questionnaire, and notes to editors."""
    told = [each for each in telling(story.findings) if each.told]
    chosen = strongest(told, _MOST)
    return (
        Page("opening", (opening_remark(),)),
        Page("headline", _headlines(chosen)),
        Page("lead", (_lead(story),)),
        *(Page(f"finding-{each.table}", (f"- {message_of(each, story)}",)) for each in chosen),
        Page("quotation", ("To be written: what whoever publishes this says of it, and who.",)),
        Page("notes", (_notes(story),)),
    )


def _headlines(chosen: tuple[Finding, ...]) -> tuple[str, ...]:
    """What is found by the strongest finding that can be understood without its question."""
    plain = "# What the survey found"
    alone = [each for each in chosen if each.complete]
    if not alone:
        return (plain,)
    first = max(alone, key=lambda each: each.strength)
    return (f"# {first.headline}", plain)


def _lead(story: Story) -> str:
    return joined(
        "**To be filled in: who publishes this, and when it may be reported**",
        f"{bound('survey', 'respondents')} respondents took part in the survey "
        f"{quoted(story.guess.title, 90)}. Why it was made, and why it matters, is to be written.",
    )


def _notes(story: Story) -> str:
    weighted = "They are weighted." if story.guess.weight else "They are not weighted."
    return joined(
        "***",
        "## Notes to editors",
        "1. To be written: who was asked, how they were found, and when.\n"
        f"2. Percentages are of those who answered a question. {weighted}\n"
        "3. To be filled in: where the full report and its tables are, and whom to ask.",
    )
