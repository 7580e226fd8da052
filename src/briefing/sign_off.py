"""The page on which the press officer signs off figures: each claim beside its little table.

One HTML file that needs nothing else: no scripts, nothing fetched, every word escaped.
"""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.claims.formats import LESS
from briefing.claims.verdicts import AMONG
from briefing.claims.working import worked_out
from briefing.ledger import label_of, unrounded
from briefing.tables.model import SYMBOLS
from briefing.tables.printed import cell_text, row_head

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from briefing.drawing import Number
    from briefing.ledger import Entry
    from briefing.tables.model import Table

_ROWS = 24
"""Rows of a little table at most; those of the cells that are claimed come first."""

_STYLE = """
:root { font: 100%/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; }
h2 { margin-top: 3rem; border-bottom: 3px solid #1a1a1a; }
article { margin: 1.5rem 0; padding: 0 1rem 1rem; border: 1px solid #767676; }
.said { font-size: 1.15rem; }
mark { background: #fff1a8; color: inherit; font-weight: 700; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0; }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { margin-top: 1rem; border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; font-weight: 700; }
th, td { border: 1px solid #767676; padding: .2rem .5rem; vertical-align: top; }
th { text-align: left; font-weight: 400; }
thead th { background: #ececec; }
td { text-align: right; font-variant-numeric: tabular-nums; }
td.claimed { outline: 3px solid #1a1a1a; background: #fff1a8; font-weight: 700; }
td.beside { background: #ececec; }
.sign { display: flex; flex-wrap: wrap; gap: 2rem; align-items: end; margin-bottom: 0; }
.sign span { flex: 1; min-width: 16rem; border-bottom: 1px solid #1a1a1a; padding-top: 1.5rem; }
input { width: 1.2rem; height: 1.2rem; vertical-align: middle; }
@media print {
  :root { font-size: 9.5pt; }
  body { padding: 0; max-width: none; }
  article { break-inside: avoid; }
  h2 { break-before: page; }
  h3 { break-after: avoid; }
  mark, td, thead th { print-color-adjust: exact; }
  .scroll { overflow: visible; }
}
"""


def sign_off(
    entries: Sequence[Entry],
    tables: Mapping[str, Table],
    title: str,
    language: str = "en",
) -> str:
    """The page for all printed figures, by document and page.

    It lists what stands in an author's words; figures of charts are drawn from the same tables and
    are counted here, and listed in the ledger. `language` is that of the words, a BCP 47 tag.
    """
    words = language if not language.startswith("en") else ""
    own = language if language.startswith("en") else "en"
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(own)}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        (
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        ),
        f"<title>Claims to sign off: {escape(title)}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<h1>Claims to sign off: {escape(title)}</h1>",
        *_summary(entries),
    ]
    for name, of_document in groupby(entries, key=lambda each: each.document):
        lines.append(f"<h2>{escape(name.capitalize().replace('-', ' '))}</h2>")
        for page, on_page in groupby(of_document, key=lambda each: each.page):
            claims = _once(each.number for each in on_page if each.number.sentence)
            if claims and page:
                lines.append(f"<h3>Page {escape(page)}</h3>")
            for claim in claims:
                lines += _claim(claim, tables, words)
    return "\n".join((*lines, "</main>", "</body>", "</html>", ""))


def _summary(entries: Iterable[Entry]) -> Iterator[str]:
    said = [bool(each.number.sentence) for each in entries]
    yield (
        f"<p>Figures and claims in the words: {sum(said):,}. Each is below with its sentence, the "
        "unrounded value and the row of the table that it rests on. Further figures that charts "
        f"and tables draw from the same tables: {len(said) - sum(said):,}. They are all listed in "
        "claims.csv.</p>"
    )
    symbols = "; ".join(f"[{sign}] {meaning}" for sign, meaning in SYMBOLS.items())
    yield (
        "<p>The build proves every claim against the data and prints every figure from it. What "
        f"it cannot judge is whether the words are fair. Symbols: {symbols}.</p>"
    )


def _once(numbers: Iterable[Number]) -> list[Number]:
    """The claims of a page; what one place of the words prints twice is signed once."""
    return list({(each.where, each.table, each.cell): each for each in numbers}.values())


def _claim(number: Number, tables: Mapping[str, Table], language: str) -> Iterator[str]:
    where = number.where
    lang = f' lang="{escape(language)}"' if language else ""
    cells = (number, *number.others)
    yield "<article>"
    yield f'<p class="said"{lang}>{_marked(number)}</p>'
    yield "<dl>"
    yield f"<dt>Verdict</dt><dd>{_verdict(number)}</dd>"
    for each in cells:
        yield f"<dt>{escape(_relation(each))}</dt><dd>{escape(_value(each, tables))}</dd>"
    if worked := worked_out(number):
        yield f"<dt>Worked out</dt><dd>{escape(worked)}</dd>"
    yield f"<dt>Written in</dt><dd>{escape(str(where))}</dd>"
    yield "</dl>"
    for name in dict.fromkeys(each.table for each in cells):
        if name in tables:
            yield from _table(tables[name], [each for each in cells if each.table == name])
    named = escape(f"Checked: {_told(number)}")
    yield (
        f'<p class="sign"><label><input type="checkbox" aria-label="{named}"> Checked</label> '
        "<span>Signed and dated</span></p>"
    )
    yield "</article>"


def _told(number: Number) -> str:
    """The figure, or the claimed words, on one line."""
    return " ".join(number.text.replace("\N{NON-BREAKING HYPHEN}", "-").split())


def _marked(number: Number) -> str:
    """The sentence with the figure, or the claimed words, marked in it."""
    sentence = number.sentence
    text = _told(number)
    found = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", sentence)
    if not found:
        return f"{escape(sentence)} <mark>{escape(text)}</mark>".strip()
    before, behind = sentence[: found.start()], sentence[found.end() :]
    return f"{escape(before)}<mark>{escape(text)}</mark>{escape(behind)}"


def _verdict(number: Number) -> str:
    if number.means:
        return (
            f"True of what they are said to mean: \u201c{escape(number.means)}\u201d. Is it fair?"
        )
    if number.claimed:
        return "True: the words were proved of the data."
    return "True: the figure is printed from the data."


def _relation(number: Number) -> str:
    if number.kind == LESS:
        return "Less"
    return "Set beside" if number.kind.startswith(AMONG) else "Value"


def _value(number: Number, tables: Mapping[str, Table]) -> str:
    kind = number.kind.removeprefix(AMONG)
    units = {"pct": " per cent", LESS: " per cent", "points": " percentage points"}
    value = unrounded(number)
    value = value.rstrip("0").rstrip(".") if "." in value else value
    base = "" if number.base is None or kind == "base" else f", base {number.base:,}"
    kinds = "" if kind in units else f"{kind} "
    label = label_of(number, tables) or f"{number.table}.{number.cell}"
    return f"{kinds}{value}{units.get(kind, '')}{base} ({label})"


# -- the little table ------------------------------------------------------------------------------


def _table(table: Table, numbers: list[Number]) -> Iterator[str]:
    """The rows of a table that some words rest on, their cells marked."""
    marks = {
        each.cell: "beside" if each.kind.startswith(AMONG) else "claimed"
        for each in reversed(numbers)
    }
    wanted = [row for row in range(len(table.rows)) if _rests(table, row, marks)]
    rows = wanted[:_ROWS] or ([0] if table.rows else [])
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(table.title)}">'
    yield f"<table><caption>{escape(table.title)} ({escape(table.id)})</caption>"
    heads = "".join(f'<th scope="col">{escape(head.label)}</th>' for head in table.columns)
    yield f'<thead><tr><th scope="col">Row</th>{heads}<th scope="col">Base</th></tr></thead>'
    yield "<tbody>"
    for row in rows:
        yield _row(table, row, marks)
    yield "</tbody></table></div>"
    if table.tested:
        yield f"<p>{escape(table.tested)}</p>"
    if len(wanted) > len(rows):
        yield f"<p>{len(wanted) - len(rows):,} more rows are in claims.csv.</p>"


def _rests(table: Table, row: int, marks: Mapping[str, str]) -> bool:
    paths = {table.path(row, column) for column in range(len(table.columns))}
    return table.rows[row].id in marks or not paths.isdisjoint(marks)


def _row(table: Table, row: int, marks: Mapping[str, str]) -> str:
    base = table.bases[row]
    told = f"[{base.symbol}]" if base.symbol else f"{base.n:,}"
    own = "" if table.single else table.rows[row].id
    cells = "".join(
        _cell(cell_text(cell, head, table.places), marks.get(table.path(row, column), ""))
        for column, (cell, head) in enumerate(zip(table.cells[row], table.columns, strict=True))
    )
    head = f'<th scope="row">{escape(row_head(table, row))}</th>'
    return f"<tr>{head}{cells}{_cell(told, marks.get(own, ''))}</tr>"


def _cell(text: str, mark: str) -> str:
    if not mark:
        return f"<td>{escape(text)}</td>"
    if mark == "beside":
        return f'<td class="beside">{escape(text)}</td>'
    return f'<td class="claimed"><strong>{escape(text)}</strong></td>'
