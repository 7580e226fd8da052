"""Findings to the pages of both publications: each with plainer forms for where it does not fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.claims.typed import typed_figures
from briefing.starter.breaks import key_questions
from briefing.starter.findings import (
    attribute_finding,
    crosstab_finding,
    finding_of,
    strongest,
)
from briefing.starter.markdown import block, bound, quoted, remark, said
from briefing.starter.names import shortened
from briefing.survey.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.starter.findings import Finding
    from briefing.starter.model import Guess, GuessedQuestion
    from briefing.tables.model import Table

_MESSAGES, _THEMES, _SECTION, _LISTED = 5, 6, 8, 9
_WORDING = 170
"""Signs of a wording above a chart; a longer one is given there in short."""
_NEXT = (
    ("First step, to be written.", "What will be done about the findings, and by whom."),
    ("Second step, to be written.", "What will change, and when people will notice."),
    ("Third step, to be written.", "How those who answered will hear of it."),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page in its forms, the best first; without a form left it is left out."""

    key: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """What both publications tell: the guess, its tables, and what was found in them."""

    guess: Guess
    tables: Mapping[str, Table]
    findings: tuple[Finding, ...]
    about: tuple[Finding, ...]
    differences: tuple[Finding, ...]


def story_of(guess: Guess, tables: Mapping[str, Table]) -> Story:
    """The findings of all tables."""
    found = [finding_of(each, tables[each.id]) for each in guess.questions]
    about = [attribute_finding(each, tables[each.id]) for each in guess.attributes]
    named = {each.id: each for each in guess.attributes}
    differences = [
        crosstab_finding(each, guess.question(each.question), named[each.by], tables[each.id])
        for each in guess.crosstabs
    ]
    return Story(
        guess,
        tables,
        *(tuple(each for each in group if each) for group in (found, about, differences)),
    )


def written(pages: Sequence[Page], levels: Mapping[str, int]) -> tuple[str, dict[str, range]]:
    """The text of a document, each page in the form of its level, and the lines it stands on."""
    lines: list[str] = []
    places: dict[str, range] = {}
    for page in pages:
        level = levels.get(page.key, 0)
        left_out = f"{page.key} is left out: it does not fit on a page as it is."
        form = page.forms[level] if level < len(page.forms) else remark(left_out)
        start = len(lines) + 1
        lines += [*form.split("\n"), ""]
        places[page.key] = range(start, len(lines) + 1)
    return "\n".join(lines).rstrip("\n") + "\n", places


# -- charts ----------------------------------------------------------------------------------------


def _chart(finding: Finding, story: Story, kind: str) -> str:
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
    return block(f".chart {kind} of={finding.table}", words=caption)


def _forms(
    finding: Finding, story: Story, head: str, plain_head: str, *, extra: Sequence[str] = ()
) -> tuple[str, ...]:
    """The page of a finding: with lead and chart, plainer charts, a table, or the chart alone."""
    lead = block(".lead", words=finding.lead) if finding.lead else ""
    table = block(f".table of={finding.table}")
    forms = []
    for kind in finding.charts:
        chart = _chart(finding, story, kind)
        if extra and kind == finding.charts[0]:
            forms += [_joined(head, lead, chart, each) for each in extra]
        forms.append(_joined(head, lead, chart))
        if kind == finding.charts[0]:
            forms.append(_joined(plain_head, chart))
    forms += [_joined(plain_head, table)]
    return tuple(dict.fromkeys(forms))


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _anchor(name: str) -> str:
    return "#" + name.replace("_", "-")


# -- the briefing ----------------------------------------------------------------------------------


def briefing_pages(story: Story) -> tuple[Page, ...]:
    """The summary briefing: cover, messages, a page for each of the strongest findings, method."""
    themes = strongest(story.findings, _THEMES)
    pages = [
        Page("opening", (_opening_remark(),)),
        Page("cover", _cover(story, "cover")),
        Page("messages", _messages(story)),
        *(_theme(each, story) for each in themes),
        *_differences(story),
        *_who(story),
        Page("method", _method(story)),
        Page("steps", (_steps(),)),
        Page("back", (_back(story),)),
    ]
    return tuple(pages)


def _opening_remark() -> str:
    return remark(
        "First words, made from the figures: every number is bound to the data and every claim is "
        "proven when you build. Write them anew in your own words; whatever says 'to be written' "
        "or 'to be filled in' is yours to write or to take out."
    )


def _cover(story: Story, master: str) -> tuple[str, ...]:
    title = said(shortened(story.guess.title, 90))
    unlisted = " .unlisted" if master == "title" else ""
    head = f'# {title} {{.{master}{unlisted} #{master} short="{master.capitalize()}"}}'
    kind = "Full report of findings" if master == "title" else "Summary briefing"
    words = f"{kind} · draft"
    crowd = _crowd(story)
    plain = head.replace(title, "The title is to be written", 1)
    forms = (_joined(head, words), _joined(plain, words))
    return (_joined(head, words, crowd), *forms) if crowd else forms


def _crowd(story: Story) -> str:
    """A mark for every respondent, by their answer to the question that says most."""
    singles = [
        each.table
        for each in story.findings
        if story.guess.question(each.table).kind is Kind.SINGLE
    ]
    keys = [each.id for each in key_questions(story.guess.questions) if each.id in singles]
    for name in (*keys, *singles):
        finding = next(each for each in story.findings if each.table == name)
        if len(story.tables[name].answers) <= 8:  # noqa: PLR2004 - so many colours are told apart
            words = f"Each mark is a respondent. {finding.told}"
            return block(f".chart kind=crowd of={name}", words=words)
    return ""


def _messages(story: Story) -> tuple[str, ...]:
    head = '# What the survey found {.messages #messages short="Key messages"}'
    lead = block(
        ".lead",
        words=(
            f"{bound('survey', 'respondents')} respondents took part. This is what stands out, in "
            "the order of the questionnaire; the summary in a sentence or two is to be written."
        ),
    )
    told = [each for each in (*story.findings, *story.differences) if each.told]
    forms = []
    for most in (_MESSAGES, 4, 3, 2, 1, 0):
        chosen = strongest(told, most)
        messages = [
            block(".message", words=f"**{_bold(each, story)}** {each.told}") for each in chosen
        ]
        messages = messages or [block(".message", words="**To be written.** The key messages.")]
        forms.append(_joined(head, lead, *messages))
    return tuple(dict.fromkeys(forms))


def _bold(finding: Finding, story: Story) -> str:
    """What a finding is about, as the first words of a message: a question, or a name."""
    asked = {each.id: each.opening for each in story.guess.questions}
    opening = asked.get(finding.table, "")
    if opening.endswith("?"):
        return said(opening)
    return finding.short if "…" in finding.short else f"{finding.short}."


def _asked(finding: Finding, story: Story) -> str:
    """The head of a page that claims nothing: the question, as one if it was worded so."""
    told = _bold(finding, story)
    return told if told.endswith("?") else finding.short


def _theme(finding: Finding, story: Story) -> Page:
    name = f"theme-{finding.table}".replace("_", "-")
    title = _running(finding, story, 30)
    tail = f"{{.theme #{name} short={_attribute(title)}}}"
    head = f"# {finding.worded or finding.headline} {tail}"
    told = finding.told if finding.worded else ""
    lead = " ".join(each for each in (told, finding.lead) if each)
    shown = replace(finding, lead=lead)
    plain = f"# {_asked(finding, story)} {tail}"
    extra = []
    if finding.caption:
        figure = f"of={finding.table}.{finding.cell}"
        extra.append(block(f".chart kind=people {figure}", words=finding.caption))
        extra.append(block(f".chart kind=number {figure}", words=finding.caption))
    return Page(name, _forms(shown, story, head, plain, extra=extra))


def _short_of(finding: Finding, story: Story) -> str:
    for question in story.guess.questions:
        if question.id == finding.table:
            return question.short
    for attribute in story.guess.attributes:
        if attribute.id == finding.table:
            return attribute.label
    return next(each.title for each in story.guess.crosstabs if each.id == finding.table)


def _running(finding: Finding, story: Story, most: int) -> str:
    """What a page is called in contents and above its headline, where no figure can be declared."""
    words = shortened(_short_of(finding, story), most)
    if not any(typed_figures(words)):
        return words
    names = [each.id for each in story.guess.questions]
    if finding.table in names:
        return f"Question {names.index(finding.table) + 1}"
    return "Who answered" if finding in story.about else "Groups"


def _attribute(words: str) -> str:
    """Words as the value of an attribute."""
    safe = words.replace("\\", "").replace('"', "'").replace("{", "(").replace("}", ")")
    return f'"{safe}"'


def _differences(story: Story) -> Iterator[Page]:
    """One page of the briefing for the clearest difference between groups."""
    clear = [each for each in story.differences if each.told]
    for each in sorted(clear, key=lambda one: -one.strength)[:1]:
        head = f'# {each.headline} {{.confident #groups short="Groups"}}'
        plain = f'# {each.short} {{.confident #groups short="Groups"}}'
        yield Page("groups", _forms(each, story, head, plain))


def _who(story: Story) -> Iterator[Page]:
    """Who answered, with the attribute that parts them into the fewest groups."""
    if not story.about:
        return
    first = min(story.about, key=lambda each: len(story.tables[each.table].columns))
    head = (
        f"# {bound('survey', 'respondents')} respondents took part {{.survey #survey "
        'short="The survey"}'
    )
    lead = block(".lead", words="Who was asked, when and how is to be written here.")
    words = _joined(
        "## Who was asked",
        "To be written: whom the survey is about and how they were found.",
        "## When",
        "To be written: the first and the last day, and how people could answer.",
        "## Where to find more",
        "To be written: where the full report and its tables are.",
    )
    forms = [_joined(head, lead, _chart(first, story, kind), words) for kind in first.charts]
    yield Page("survey", (*forms, _joined(head, lead, words)))


def _method(story: Story) -> tuple[str, ...]:
    head = '# How the survey was done {.method #method short="Method"}'
    weighted = (
        "They are weighted, and the bases are the numbers who answered."
        if story.guess.weight
        else "They are not weighted."
    )
    words = _joined(
        "## How to read the charts",
        "Under each chart stands its base: the number of respondents whose answers its percentages "
        f"describe. {weighted} Bases of fewer than [50]{{.literal}} are marked.",
        "## The survey in brief",
        block(".disclosure"),
    )
    return (_joined(head, words),)


def _steps() -> str:
    listed = "\n".join(
        f"{place}. **{what}** {how}" for place, (what, how) in enumerate(_NEXT, start=1)
    )
    return _joined(
        '# What happens next is to be written {.steps #steps short="Next steps"}',
        block(".lead", words="To be written: why these findings matter, and what they lead to."),
        block(".steps", words=listed),
    )


def _back(story: Story) -> str:
    return _joined(
        '# Tell us what you think {.back #contact short="Contact"}',
        "**To be filled in: who publishes this**",
        "To be filled in: an address for questions, and one in the web.",
        f"Draft of a publication from the survey {quoted(story.guess.title, 90)}.",
    )


# -- the report ------------------------------------------------------------------------------------


def report_pages(story: Story) -> tuple[Page, ...]:
    """The full report: a slide for every question, for who answered, and for who differs."""
    pages = [
        Page("opening", (_opening_remark(),)),
        Page("title", _cover(story, "title")),
        Page(
            "contents",
            (
                '# What is in this report {.contents .unlisted #contents short="Contents"}\n\n'
                + block(".contents", "depth=3" if len(story.findings) <= _LISTED else ""),
            ),
        ),
        Page("background", (_background(),)),
        Page("headlines", _headlines(story)),
        Page("findings", ("# Detailed findings {.divider #findings}",)),
        *_questions(story),
    ]
    if story.about:
        pages.append(Page("section-about", ("## Who answered {.section #who}",)))
        pages += [_slide(each, story) for each in story.about]
    if story.differences:
        pages.append(Page("section-groups", ("## Where groups differ {.section #groups}",)))
        pages += [_slide(each, story) for each in story.differences]
    pages += _open_questions(story)
    pages += [
        Page("section-method", ("## How the survey was done {.section #how}",)),
        Page("method", _report_method()),
        Page("next", (_report_steps(),)),
        Page("closing", (_closing(),)),
    ]
    return tuple(pages)


def _background() -> str:
    how = "on a screen, on paper, by telephone. [The method](#method) tells how we counted."
    respondents = bound("survey", "respondents")
    points = (
        "- **Why.** To be written: what the survey was for.",
        f"- **Who.** {respondents} respondents. To be written: whom they are of.",
        "- **When.** To be written: the first and the last day.",
        f"- **How.** To be written: {how}",
    )
    listed = "\n".join(points)
    return _joined('# About the survey {.text #background short="Background"}', listed)


def _headlines(story: Story) -> tuple[str, ...]:
    head = '# What the survey found {.text #headlines short="Headline findings"}'
    told = [each for each in (*story.findings, *story.differences) if each.told]
    forms = []
    for most in (6, 5, 4, 3, 2, 1, 0):
        listed = "\n".join(f"- **{_bold(e, story)}** {e.told}" for e in strongest(told, most))
        forms.append(_joined(head, listed or "To be written: the headline findings."))
    return tuple(dict.fromkeys(forms))


def _questions(story: Story) -> Iterator[Page]:
    """A slide for each question, in sections of a few questions each."""
    findings = {each.table: each for each in story.findings}
    asked = [each for each in story.guess.questions if each.id in findings]
    for start in range(0, len(asked), _SECTION):
        part = asked[start : start + _SECTION]
        title = "The questions"
        if len(asked) > _SECTION:
            title = f"Questions {start + 1} to {start + len(part)}"
        yield Page(f"section-{start}", (f"## {title} {{.section #part-{start // _SECTION + 1}}}",))
        for question in part:
            yield _slide(findings[question.id], story)


def _slide(finding: Finding, story: Story) -> Page:
    name = f"finding-{finding.table}".replace("_", "-")
    master = "ranking" if finding.charts[0].startswith("kind=ranked") else "finding"
    tail = f"{{.{master} #{name} short={_attribute(_running(finding, story, 50))}}}"
    return Page(
        name,
        _forms(
            finding, story, f"### {finding.headline} {tail}", f"### {_asked(finding, story)} {tail}"
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
            f"- {quoted(each.wording, 120)}: {bound(each.id, 'comments')} "
            f"{'comment' if _comments(each, story) == 1 else 'comments'}."
            for each in part
        )
        first = next(one.id for one in story.guess.comments if one.question == part[0].id)
        example = _quotations(first) if not start else ""
        number = "" if not start else f"-{start // 4 + 1}"
        further = " .unlisted" if start else ""
        head = (
            "### Respondents answered in their own words "
            f'{{.text{further} #open{number} short="Comments"}}'
        )
        yield Page(f"open{number}", (_joined(head, listed, example),))


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


def _report_method() -> tuple[str, ...]:
    head = '### How the survey was done {.text #method short="Method"}'
    lead = (
        "Under each chart stands its base, the number of respondents whose answers it shows. Bases "
        "of fewer than [50]{.literal} are marked."
    )
    return (_joined(head, lead, block(".disclosure")), _joined(head, lead))


def _report_steps() -> str:
    listed = "\n".join(
        f"{place}. **{what}** {how}" for place, (what, how) in enumerate(_NEXT, start=1)
    )
    return _joined(
        '### What happens next is to be written {.text #next short="Next steps"}',
        block(".steps", words=listed),
    )


def _closing() -> str:
    return _joined(
        '# Questions are welcome {.closing .unlisted #more short="Contact"}',
        "**To be filled in: who publishes this** · to be filled in: an address",
    )
