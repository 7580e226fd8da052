"""What blocks and charts ask every brand for by name; a test holds it against their catalogues."""

from __future__ import annotations

STYLES = (
    *("headline", "kicker", "numeral", "subheading", "lead", "body", "list", "message", "callout"),
    *("steps", "steps.numeral", "quote", "quote.mark", "attribution", "question", "base", "note"),
    *("figure.words", "disclosure", "contents.1", "contents.2", "table.head", "table.body"),
    *("caption", "quotation", "code"),
    *("chart.label", "chart.value", "chart.legend", "chart.note", "chart.numeral", "chart.strong"),
)
"""The type styles of a format."""

ICON = "icon"
"""The style of a page's icon, for formats with an area that takes one."""

MONO = "mono"
"""The family of words that are printed as they were typed; a brand need not have it."""

TAKEN = (
    *("numeral", "icon", "kicker", "heading", "subheading", "paragraph", "lead", "list", "steps"),
    *("message", "callout", "note", "quote", "table", "contents", "disclosure", "chart", "figure"),
    *("words", "quotation", "code", "rule", "picture", "grid", "notes"),
    *("sideheads", "sideheads.figures", "sideheads.words"),
)
"""The kinds of block that an area can take; ``chart.donut`` and its like are charts of one kind,
``words`` are all kinds of running words."""
FACTS = ("page", "running", "section", "short", "publisher", "date", "reference")
"""What an item of furniture can say of its page, each in braces."""
MOTIFS = ("petals", "quarters", "discs", "tracery")
"""The forms of a mark that stands for a respondent."""
CHARTS = (
    *("donut", "columns", "bars", "ranked", "paired", "crosstab", "number", "people", "hundred"),
    "crowd",
)
"""The kinds of chart."""
SHAPES = ("column",)
"""What a place can ask for besides: what a kind looks like for a question without rows."""
TABLES = ("table.across",)
"""Tables that a place can ask for by what they need: those with their answers across, width."""
