"""What each table has to say for a first draft: true by construction, every figure bound.

A finding is put together from the counted table, so that "most often" or "highest" is only written
of what is alone at the top; the claim is proven again by every build.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from briefing.claims.wording import true_words
from briefing.starter.markdown import bound, claimed, quoted, said
from briefing.starter.names import capital, small
from briefing.survey.model import Kind
from briefing.tables.model import Measure, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.starter.model import (
        GuessedAttribute,
        GuessedCrosstab,
        GuessedQuestion,
        GuessedScale,
    )
    from briefing.tables.model import Table

_TOPIC_ROOM = 78
"""Signs that a topic may have for a headline to go on with it."""
_CLEAR = 1.96
"""Standard errors by which two groups must differ before a headline says so (conventions, 1.10)."""
_CLOSE = 5
"""Rows whose shares lie within fewer points are not told apart in a headline."""
_DONUT, _COLUMNS, _ROWS_UPRIGHT = 5, 7, 5
_PREPOSITIONS = {
    **dict.fromkeys(("satisfied", "happy", "agreement", "familiar", "comfortable"), "with"),
    **dict.fromkeys(("confident", "interested", "engaged", "support"), "in"),
    **dict.fromkeys(("concerned", "worried", "optimistic", "well_informed", "positive"), "about"),
    "aware": "of",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A first reading of one table.

    `cell` is what the headline speaks of, `figure` its full reference, `says` what those counted
    do. `strength` is how much of a finding it is, from 0 to 1.
    """

    table: str
    short: str
    headline: str
    told: str
    """The headline as a sentence for a list of key messages."""
    lead: str
    charts: tuple[str, ...]
    """Kinds of chart, with their options, the best first."""
    cell: str
    worded: str = ""
    """The headline with the figure in words, where there are true ones."""
    caption: str = ""
    """What stands below a picture of the figure, empty where it is not one of a single share."""
    strength: Fraction = Fraction(0)


def finding_of(question: GuessedQuestion, table: Table) -> Finding | None:
    """What a question has to say; None where nobody answered it, or it has no figures."""
    makers = {
        Kind.SINGLE: _single,
        Kind.GRID: _grid,
        Kind.MULTIPLE: _multiple,
        Kind.RANKING: _ranking,
    }
    maker = makers.get(question.kind)
    return maker(question, table) if maker else None


# -- one answer ------------------------------------------------------------------------------------


def _shares(table: Table, row: int = 0) -> dict[str, Fraction]:
    """The shares of a row that can be told, by column."""
    return {
        head.id: cell.value
        for head, cell in zip(table.columns, table.cells[row], strict=True)
        if cell.value is not None and head.measure is Measure.SHARE
    }


def _says(scale: GuessedScale, name: str) -> str:
    """What those who gave an answer, or one of a net, do: ``agree``, ``answer “Bus”``."""
    says, label = scale.told(name)
    return said(says) if says else f"answer {quoted(label)}"


def _with_topic(question: GuessedQuestion, scale: GuessedScale, name: str) -> str:
    """What they do and of what, if the wording lends itself to it: ``agree that …``."""
    says, _ = scale.told(name)
    if not (says and question.topic) or len(question.topic) > _TOPIC_ROOM:
        return ""
    about = {"agreement": "agree"}.get(scale.family, scale.family.replace("_", " "))
    if about not in question.wording.casefold():
        return ""
    return f"{said(says)} {said(question.topic)}"


def _single(question: GuessedQuestion, table: Table) -> Finding | None:
    scale = question.scale
    shares = _shares(table)
    if scale is None or not any(shares.values()):
        return None
    column = _best(table, shares)
    value = shares[column]
    if not value:
        return None
    whole = _with_topic(question, scale, column)
    says = _says(scale, column)
    pct = bound(question.id, column, "pct")
    short = said(question.short)
    opening = said(question.opening)
    headline = f"{pct} {whole}" if whole else f"{opening} {pct} {says}"
    words = true_words(value)[-1]
    worded = ""
    if not words.endswith("cent") and 0 < value < 1:
        first = whole or question.opening.endswith("?")
        claim = claimed(capital(words) if first else words, f"{question.id}.{column}")
        worded = f"{claim} {whole}" if whole else f"{opening} {claim} {says}"
    return Finding(
        question.id,
        short,
        headline,
        f"{pct} {whole or says}.",
        _lead_single(scale, table, shares, column, question.id),
        _charts_single(scale, table, column),
        column,
        worded,
        whole or f"{says} ({small(short) if short[:1] != '[' else short})",
        value + (Fraction(1, 4) if table.nets else 0),
    )


def _best(table: Table, shares: Mapping[str, Fraction]) -> str:
    """The column that a headline speaks of: the larger of the nets, else the largest answer."""
    nets = [head.id for head in table.nets if shares.get(head.id, 0) >= Fraction(3, 10)]
    answers = [head.id for head in table.answers if head.id in shares and not _aside(head.part)]
    return max(nets or answers or list(shares), key=lambda each: shares[each])


def _aside(part: Part) -> bool:
    return part in (Part.DONT_KNOW, Part.NOT_APPLICABLE, Part.NEUTRAL)


def _lead_single(
    scale: GuessedScale, table: Table, shares: Mapping[str, Fraction], column: str, name: str
) -> str:
    """What else there is to say: the other end of the scale, or what comes next."""
    others = [head.id for head in table.nets if head.id != column and shares.get(head.id)]
    if others and scale.diverging:
        other = others[0]
        return f"{bound(name, other, 'pct')} {_says(scale, other)}."
    of = next((head.of for head in table.nets if head.id == column), (column,))
    rest = [
        head.id
        for head in table.answers
        if head.id not in of and shares.get(head.id) and not _aside(head.part)
    ]
    rest.sort(key=lambda each: -shares[each])
    told = [f"{bound(name, each, 'pct')} {_says(scale, each)}" for each in rest[:2]]
    return f"{', and '.join(told)}." if told else ""


def _charts_single(scale: GuessedScale, table: Table, column: str) -> tuple[str, ...]:
    given = sum(
        1
        for head, cell in zip(table.columns, table.cells[0], strict=True)
        if head.part is not Part.NET and cell.value
    )
    ranked = f"kind=ranked{' order=asked' if scale.ordered else ''} highlight={column}"
    flat = f"kind=ranked{' order=asked' if scale.ordered else ''}"
    net = any(head.id == column for head in table.nets)
    plain = flat if net else ranked
    if given <= _DONUT:
        return (f"kind=donut highlight={column}", f"kind=bars highlight={column}", plain)
    if scale.ordered and len(table.answers) <= _COLUMNS:
        return (f"kind=columns highlight={column}", plain)
    return (plain,)


# -- several rows ----------------------------------------------------------------------------------


def _among(name: str, rows: Iterable[str], number: int, column: str = "") -> list[str]:
    """The cells of rows that a claim is made among: with a star if they are all there are."""
    known = list(rows)
    tail = f".{column}" if column else ""
    if len(known) == number:
        return [f"{name}.*{tail}"]
    return [f"{name}.{row}{tail}" for row in known]


def _top(values: Mapping[str, Fraction], *, lowest: bool = False) -> str:
    """The key whose value stands alone at an end; empty where two share it."""
    if len(values) < 2:  # noqa: PLR2004 - one is above no other
        return ""
    end = (min if lowest else max)(values.values())
    at = [name for name, value in values.items() if value == end]
    return at[0] if len(at) == 1 else ""


def _grid(question: GuessedQuestion, table: Table) -> Finding | None:
    scale = question.scale
    if scale is None:
        return None
    column = _grid_column(table)
    if not column:
        return None
    place = table.column(column)
    values = {
        head.id: value
        for row, head in enumerate(table.rows)
        if place is not None and (value := table.cells[row][place].value) is not None
    }
    if not any(values.values()):
        return None
    least, most = min(values.values()), max(values.values())
    if len(values) > 1 and (most - least) * 100 < _CLOSE:
        return _close(question, scale, table, column, values)
    labels = {item.id: item.label for item in question.items}
    name, says, short = question.id, _says(scale, column), said(question.short)
    cells = _among(name, values, len(table.rows), column)
    high, low = _top(values), _top(values, lowest=True)
    row = high or max(values, key=lambda each: values[each])
    pct = bound(name, row, column, "pct")
    headline = f"{said(question.opening)} {pct} {_of(scale, says, labels[row])}"
    if high:
        top = claimed("highest", f"{name}.{row}.{column}", cells)
        headline = f"{quoted(labels[row], 60)} comes {top}: {pct} {says}"
    lead = ""
    if low and low != row:
        bottom = claimed("lowest", f"{name}.{low}.{column}", cells)
        lead = f"{quoted(labels[low])} comes {bottom}, at {bound(name, low, column, 'pct')}."
    path = f"{row}.{column}"
    return Finding(
        name,
        short,
        headline,
        f"{pct} {_of(scale, says, labels[row])}. {lead}".strip(),
        lead,
        _charts_grid(table, path),
        path,
        strength=most - least + Fraction(1, 3),
    )


def _close(
    question: GuessedQuestion,
    scale: GuessedScale,
    table: Table,
    column: str,
    values: Mapping[str, Fraction],
) -> Finding:
    """A grid whose rows hardly differ: none of them is told as the highest."""
    labels = {item.id: item.label for item in question.items}
    low, *_, high = sorted(values, key=lambda each: values[each])
    name, says = question.id, _says(scale, column)
    least, most = bound(name, low, column, "pct"), bound(name, high, column, "pct")
    rows = f"from {least} for {quoted(labels[low], 60)} to {most} for {quoted(labels[high], 60)}"
    return Finding(
        name,
        said(question.short),
        f"{said(question.opening)} {least} to {most} {says}",
        f"They lie close together: {rows} {says}.",
        f"They lie close together, {rows}.",
        _charts_grid(table, column),
        column,
        strength=Fraction(1, 3),
    )


def _charts_grid(table: Table, path: str) -> tuple[str, ...]:
    upright = len(table.rows) <= _ROWS_UPRIGHT and len(table.answers) <= _COLUMNS
    brief = max(len(each.label) for each in table.rows) <= 40  # noqa: PLR2004 - two lines
    bars = f"kind=bars highlight={path}"
    first = (f"kind=columns highlight={path}",) if upright and brief else ()
    return (*first, bars, f"kind=ranked highlight={path}")


def _of(scale: GuessedScale, says: str, label: str) -> str:
    """What respondents do about an item: ``are satisfied with “Staff”``."""
    for verb in ("rate it ", "call it ", "give it "):
        if says.startswith(verb):
            return f"{verb.removesuffix('it ')}{quoted(label)} {says.removeprefix(verb)}"
    return f"{says} {_PREPOSITIONS.get(scale.family, 'for')} {quoted(label)}"


def _grid_column(table: Table) -> str:
    """The column by which rows are told apart: the positive net, else the answer most given."""
    if table.nets:
        return table.nets[0].id
    sums = {
        head.id: sum((cells[place].value or Fraction(0)) for cells in table.cells)
        for place, head in enumerate(table.columns)
        if not _aside(head.part)
    }
    return max(sums, key=lambda each: sums[each]) if sums else ""


def _multiple(question: GuessedQuestion, table: Table) -> Finding | None:
    shares = _shares(table)
    if not any(shares.values()):
        return None
    labels = {item.id: item.label for item in question.items}
    name, short = question.id, said(question.short)
    ranked = sorted(shares, key=lambda each: -shares[each])
    best = ranked[0]
    pct = bound(name, best, "pct")
    if best == _top(shares) and best not in question.exclusive:
        most = claimed("most often", f"{name}.{best}", _among(name, shares, len(table.columns)))
        headline = f"{quoted(labels[best], 70)} is chosen {most}, by {pct}"
        told = f"{pct} choose {quoted(labels[best])}."
    else:
        headline = f"{said(question.opening)} {pct} choose {quoted(labels[best], 70)}"
        told = f"{pct} choose {quoted(labels[best])}."
    rest = [each for each in ranked[1:] if shares[each] and each not in question.exclusive][:2]
    after = [f"{quoted(labels[each], 70)} ({bound(name, each, 'pct')})" for each in rest]
    lead = f"After that come {' and '.join(after)}." if after else ""
    return Finding(
        name,
        short,
        headline,
        told,
        lead,
        (f"kind=ranked highlight={best}", "kind=ranked"),
        best,
        caption=f"choose {quoted(labels[best], 70)}",
        strength=shares[best],
    )


def _ranking(question: GuessedQuestion, table: Table) -> Finding | None:
    place = table.column("score")
    values = {
        head.id: value
        for row, head in enumerate(table.rows)
        if place is not None and (value := table.cells[row][place].value) is not None
    }
    if not any(values.values()):
        return None
    labels = {item.id: item.label for item in question.items}
    name, short = question.id, said(question.short)
    ranked = sorted(values, key=lambda each: -values[each])
    best = ranked[0]
    first = bound(name, best, "first", "pct")
    if best == _top(values):
        top = claimed(
            "highest", f"{name}.{best}.score", _among(name, values, len(table.rows), "score")
        )
        headline = f"{quoted(labels[best], 70)} is ranked {top}"
        lead = f"{first} put it first."
    else:
        headline = f"{said(question.opening)} {first} put {quoted(labels[best], 70)} first"
        lead = ""
    if len(ranked) > 1:
        second = ranked[1]
        share = bound(name, second, "first", "pct")
        lead = f"{lead} {share} put {quoted(labels[second], 70)} first.".strip()
    return Finding(
        name,
        short,
        headline,
        f"{first} put {quoted(labels[best])} first.",
        lead,
        (f"kind=ranked highlight={best}.score", "kind=ranked"),
        f"{best}.score",
        strength=Fraction(1, 2),
    )


# -- who answered, and who differs -----------------------------------------------------------------


def attribute_finding(attribute: GuessedAttribute, table: Table) -> Finding | None:
    """How many respondents belong to each group."""
    shares = _shares(table)
    if not any(shares.values()):
        return None
    labels = {each.id: each.label for each in attribute.groups}
    best = max(shares, key=lambda each: shares[each])
    name, short = attribute.id, said(attribute.label)
    pct = bound(name, best, "pct")
    if best == _top(shares):
        top = claimed("largest", f"{name}.{best}", _among(name, shares, len(table.columns)))
        headline = f"{short}: {quoted(labels[best], 50)} is the {top} group, {pct} of respondents"
    else:
        headline = f"{short}: {pct} of respondents are {quoted(labels[best], 50)}"
    given = sum(1 for value in shares.values() if value)
    flat = f"kind=ranked order=asked highlight={best}"
    charts = (f"kind=donut highlight={best}", flat) if given <= _DONUT else (flat,)
    return Finding(name, short, headline, f"{headline}.", "", charts, best)


def crosstab_finding(
    crosstab: GuessedCrosstab, question: GuessedQuestion, attribute: GuessedAttribute, table: Table
) -> Finding | None:
    """How far groups differ by the first net; a headline says so only if it is no chance."""
    scale = question.scale
    column = table.nets[0].id if table.nets else ""
    place = table.column(column)
    if scale is None or place is None:
        return None
    rows = {
        head.id: (value, table.bases[row].n)
        for row, head in enumerate(table.rows)
        if (value := table.cells[row][place].value) is not None and table.bases[row].n
    }
    if len(rows) < 2:  # noqa: PLR2004 - nothing to compare
        return None
    labels = {each.id: each.label for each in attribute.groups}
    values = {name: value for name, (value, _) in rows.items()}
    high, low = _top(values), _top(values, lowest=True)
    name, says = crosstab.id, _says(scale, column)
    title = said(crosstab.title)
    plain = (f"kind=crosstab show={column}", f"kind=bars show={column}")
    if not (high and low and _differ(rows[high], rows[low])):
        return Finding(name, title, title, "", "", plain, "")
    charts = (f"kind=crosstab highlight={high}.{column}", *plain)
    cells = _among(name, rows, len(table.rows), column)
    top = claimed("highest", f"{name}.{high}.{column}", cells)
    bottom = claimed("lowest", f"{name}.{low}.{column}", cells)
    pct = bound(name, high, column, "pct")
    headline = f"The share is {top} among {quoted(labels[high], 50)}: {pct} {says}"
    low_pct = bound(name, low, column, "pct")
    lead = f"It is {bottom} among {quoted(labels[low], 50)}, at {low_pct}."
    told = (
        f"{pct} {says} among {quoted(labels[high], 50)}, {bound(name, low, column, 'pct')} among "
        f"{quoted(labels[low], 50)}."
    )
    return Finding(
        name,
        title,
        headline,
        told,
        lead,
        charts,
        f"{high}.{column}",
        strength=values[high] - values[low] + Fraction(1, 2),
    )


def _differ(one: tuple[Fraction, int], other: tuple[Fraction, int]) -> bool:
    """A pooled two-sided z-test at the 95 per cent level, of bases of 30 or more."""
    (p, n), (q, m) = one, other
    if min(n, m) < 30:  # noqa: PLR2004 - conventions, 1.10
        return False
    pooled = float((p * n + q * m) / (n + m))
    spread = pooled * (1 - pooled) * (1 / n + 1 / m)
    return bool(spread > 0 and float(p - q) > _CLEAR * spread**0.5)


def strongest(findings: Sequence[Finding], most: int) -> tuple[Finding, ...]:
    """The findings that say most, in the order of the form."""
    chosen = sorted(findings, key=lambda each: -each.strength)[:most]
    return tuple(each for each in findings if each in chosen)
