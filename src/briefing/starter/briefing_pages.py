"""The pages of the summary briefing: each with plainer forms for where it does not fit."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.starter.breaks import is_sensitive
from briefing.starter.finding import few_asked, shares_of, strongest, telling
from briefing.starter.markdown import block, bound, quoted
from briefing.starter.pages import (
    FEWEST,
    as_attribute,
    asked_in,
    chart_of,
    cover,
    forms_of,
    joined,
    message_of,
    next_steps,
    number_of,
    opening_remark,
    running_of,
)
from briefing.starter.rounds import ROUNDS
from briefing.starter.story import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.starter.finding import Finding
    from briefing.starter.story import Story
    from briefing.tables.model import Table

_REPEATED = 40
"""Signs of a name above a headline that begins with it: a longer one is read twice for nothing."""
_MESSAGES, _THEMES = 5, 6
"""The most key messages, and the most pages of findings."""


def briefing_pages(story: Story) -> tuple[Page, ...]:
    """The summary briefing: cover, messages, a page for each of the strongest findings, method."""
    themes = strongest(telling(story.findings), _THEMES)
    pages = [
        Page("opening", (opening_remark(),)),
        Page("cover", cover(story, "cover")),
        *_messages(story),
        *(_theme(each, story) for each in themes),
        *_differences(story),
        *_who(story),
        Page("method", _method(story)),
        Page("steps", (_steps(),)),
        Page("back", (_back(story),)),
    ]
    return tuple(pages)


def _messages(story: Story) -> Iterator[Page]:
    """What stands out, where there is more of it than the pages that say it anyway."""
    head = '# What the survey found {.messages #messages short="Key messages"}'
    lead = block(
        ".lead",
        words=(
            f"{bound('survey', 'respondents')} respondents took part. This is what stands out, in "
            "the order of the questionnaire. A short summary is to be written."
        ),
    )
    told = [each for each in (*telling(story.findings), *story.differences) if each.told]
    if 0 < len(told) < FEWEST:
        return
    forms = []
    for most in (_MESSAGES, 4, 3, 2, 1, 0):
        chosen = strongest(told, most)
        messages = [block(".message", words=message_of(each, story)) for each in chosen]
        messages = messages or [block(".message", words="**To be written.** The key messages.")]
        forms.append(joined(head, lead, *messages))
    yield Page("messages", tuple(dict.fromkeys(forms)))


def _theme(finding: Finding, story: Story) -> Page:
    name = f"theme-{finding.table}".replace("_", "-")
    title = running_of(finding, story, 72)
    repeated = len(title) > _REPEATED and finding.headline.startswith(title)
    nameless = title == number_of(finding, story)  # a number above a headline tells nobody anything
    short = "" if repeated or nameless else f" short={as_attribute(title)}"
    tail = f"{{.theme #{name}{short}}}"
    head = f"# {finding.worded or finding.headline} {tail}"
    told = finding.told if finding.worded and not finding.lead else ""
    shown = replace(finding, lead=finding.lead or told)
    plain = f"# {asked_in(finding, story)} {tail}"
    extra = []
    if finding.caption and not _is_ring(finding):
        figure = f"of={finding.table}.{finding.cell}"
        kind = picture_of(story.tables[finding.table], finding.cell)
        words = f"in a hundred {finding.caption}" if kind == "hundred" else finding.caption
        extra.append(block(f".chart kind={kind} {figure}", words=words))
        extra.append(block(f".chart kind=number {figure}", words=finding.caption))
    return Page(name, forms_of(shown, story, head, plain, extra=extra))


def _is_ring(finding: Finding) -> bool:
    """Whether its chart has the figure large in its middle: a picture of it would say it again."""
    return finding.charts[0].startswith("kind=donut")


def picture_of(table: Table, cell: str) -> str:
    """What a share is pictured by: ten people where it is near so many tenths, else a hundred dots.

    Of few who answered it is people in any case: a hundred are more than were asked.
    """
    share = shares_of(table).get(cell, Fraction(0)) * 10
    near = abs(share - round(share)) <= _NEAR
    return "people" if near or few_asked(table) else "hundred"


_NEAR = Fraction(1, 5)
"""So near to a number of tenths, in tenths, a share is told by that number: two points."""


def _differences(story: Story) -> Iterator[Page]:
    """One page of the briefing for the clearest difference between groups."""
    clear = [each for each in story.differences if each.told]
    for each in sorted(clear, key=lambda one: -one.strength)[:1]:
        head = f'# {each.headline} {{.confident #groups short="Groups"}}'
        plain = f'# {each.short} {{.confident #groups short="Groups"}}'
        yield Page("groups", forms_of(each, story, head, plain))


def _who(story: Story) -> Iterator[Page]:
    """Who answered, with the attribute that parts them into the fewest groups with a name.

    One of yes and no has this page only where there is no other, a sensitive one where nothing else
    is known; a round of the survey tells when somebody was asked.
    """
    if not story.about:
        return
    plain = [each for each in story.about if not is_sensitive(each.table)] or story.about
    plain = [each for each in plain if each.table not in ROUNDS] or plain
    first = min(plain, key=lambda each: _groups_of(story.tables[each.table]))
    head = (
        f"# {bound('survey', 'respondents')} respondents took part {{.survey #survey "
        'short="The survey"}'
    )
    lead = block(".lead", words="Who was asked, when and how is to be written here.")
    words = joined(
        "## Who was asked",
        "To be written: whom the survey is about and how they were found.",
        "## When",
        "To be written: the first and the last day, and how people could answer.",
        "## Where to find more",
        "To be written: where the full report and its tables are.",
    )
    forms = [joined(head, lead, chart_of(first, story, kind), words) for kind in first.charts]
    yield Page("survey", (*forms, joined(head, lead, words)))


def _groups_of(table: Table) -> tuple[bool, int]:
    """Whether groups are only yes and no, and how many there are."""
    named = {each.label.casefold() for each in table.columns}
    return named <= {"yes", "no"}, len(table.columns)


def _method(story: Story) -> tuple[str, ...]:
    head = '# How the survey was done {.method #method short="Method"}'
    weighted = (
        "They are weighted, and the bases are the numbers who answered."
        if story.guess.weight
        else "They are not weighted."
    )
    words = joined(
        "## How to read the charts",
        "Under each chart stands its base: the number of respondents whose answers its percentages "
        f"describe. {weighted} Bases of fewer than [50]{{.literal}} are marked.",
        "## The survey in brief",
        block(".disclosure"),
    )
    return (joined(head, words),)


def _steps() -> str:
    return joined(
        '# What happens next is to be written {.steps #steps short="Next steps"}',
        block(".lead", words="To be written: why these findings matter, and what they lead to."),
        block(".steps", words=next_steps()),
        block(".callout", words="To be written: what readers can do themselves, and until when."),
    )


def _back(story: Story) -> str:
    return joined(
        '# Tell us what you think {.back #contact short="Contact"}',
        "**To be filled in: who publishes this**",
        "To be filled in: an address for questions, and one in the web.",
        f"Draft of a publication from the survey {quoted(story.guess.title, 90)}.",
    )
