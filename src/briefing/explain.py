"""What can be written of figures: the grammar with its tolerances, and the references of a project.

The grammar is told from the tables that read and judge claims, so that it says what they do.
"""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap
from typing import TYPE_CHECKING

from briefing.claims.figures import DECIMAL, FORMS, TAKINGS
from briefing.claims.formats import PER_CENT, SPELT, is_spelt, written
from briefing.claims.hedging import ALONE, FRACTION_TOLERANCE, GRADED, TOLERANCES, Hedge
from briefing.claims.likeness import SIMILAR
from briefing.claims.margins import CLEAR, FAR, OF_PLACES, SLIGHTLY
from briefing.claims.meaning import HIGH, LOW
from briefing.claims.multiples import MULTIPLE
from briefing.claims.quantifiers import COUNTED, PHRASES, QUANTIFIERS
from briefing.claims.references import names_difference, resolve, resolve_all
from briefing.claims.tokens import phrases
from briefing.claims.wording import holding_words
from briefing.ledger import PLACES
from briefing.tables.margins import margin_of
from briefing.tables.model import SYMBOLS, Part
from briefing.tables.notes import definitions
from briefing.tables.printed import cell_text, lettered
from briefing.tables.rounding import ALL, decimal_text
from briefing.wording import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.claims.figures import Figure
    from briefing.claims.statements import Tolerance
    from briefing.claims.tokens import Phrases
    from briefing.content.evidence import Evidence
    from briefing.tables.model import Base, Table

_WIDTH = 100


# -- the grammar -----------------------------------------------------------------------------------


def grammar() -> str:
    """The grammar of bindings and claims in Markdown, with every tolerance."""
    return "\n".join((*_bindings(), *_claims()))


def _bindings() -> Iterator[str]:
    yield from ("### `{{ … }}` prints a figure", "")
    yield from _paragraph(
        "A reference is `table.answer` for a question, `table.row.answer` for a grid, a "
        "cross-tabulation or a composition; the nets of a question are among its answers. "
        "`one - other` is the difference of two shares in percentage points. What is suppressed "
        "cannot be printed."
    )
    yield from _rows(("behind the reference", "takes"), _parts(TAKINGS))
    yield from _paragraph(
        "The document says whether shares are printed in `per cent` or with `%`; a sentence that "
        "begins with a figure has it in words. One more part changes that:"
    )
    yield from _rows(("and then", "prints"), _parts(FORMS))


def _parts(known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((f"`.{name}`", meaning) for name, meaning in known.items())


def _claims() -> Iterator[str]:
    yield from ("### `[words]{claim=…}` proves your words", "")
    yield from _paragraph(
        "`claim=` names the cells, with spaces between them and quotation marks around; `*` stands "
        "for every row or answer, nets aside. An amount must be true of each of them. A word that "
        "denies (`not`, `don't`) behind the quantity turns it round. Differences are in points, of "
        "unrounded shares."
    )
    yield from _rows(("an amount", "is true if value less amount is", "since"), _amounts())
    yield from _paragraph(
        "For a plain number a point is a hundredth of it; for a score, a mean or a margin a tenth, "
        "or a hundredth of it where that is more; net scores are in points. Of means shorter is "
        "less and longer is more; quicker, cheaper or younger say neither, and are refused."
    )
    yield from _rows(("a quantifier", "is true if the share in per cent is", "since"), _shares())
    yield from _paragraph(
        "`about` a plain number, a score or a mean is also true of what rounds to it: \u00a39.32 "
        "is about \u00a39. `another`, `a further` and `the other` in front of an amount are judged "
        "beside the figure before: they are not its people again, and `the other` are the rest. "
        "\u201cIt is not true that\u201d in front of the brackets turns a claim round. How far "
        "ahead a place is (\u201cby far\u201d) is judged in the brackets, in front of them and "
        "right behind them. What names a group around a figure (\u201cof residents in Town\u201d), "
        "by its label or short for it (\u201cmetropolitan\u201d for \u201cMetropolitan "
        "borough\u201d), is an error where the cell is of others, and so is \u201cof "
        "residents\u201d where some alone were asked. \u201cIn every ward\u201d, \u201cfor each "
        "service\u201d, \u201cwhatever their age\u201d are proved by the cells of all of them "
        '(`claim="by_ward.*.agree"`, or as many as \u201call five\u201d says), \u201camong '
        "women\u201d by theirs; what the cells do not prove is an error. The name of a figure's "
        "own group (\u201cof those under 40\u201d) is no figure, nor is what says the same by its "
        "bounds (\u201cunder 25\u201d of the lowest group, \u201c16 to 24\u201d). What a figure "
        "is called in front of it counts as well: dissatisfaction is no share of those satisfied, "
        "a mean no share, and a share no count. \u201cBetter\u201d that rests on a poor answer, "
        "\u201cunhappier\u201d on a good one, may be of more of them or of fewer, and is refused."
    )
    yield from _rows(("of several cells", "is true if"), _SEVERAL)
    yield from _rows(("with `among=`", "is true if"), _AMONG)
    yield from _paragraph(
        "From where on something is high, strong, poor or popular no table says: its author does. "
        '`[low]{claim=q3.confident means="under 40 per cent"}` is true if what `means=` says is, '
        "which is read as any claim is, of several cells and with `among=` too. `claims.csv` and "
        "`claims.html` print it beside the words. Words that state a quantity themselves take no "
        f"`means=`, and one end of a measure is never the other: words such as {_some(HIGH)} do "
        f"not mean \u201cunder …\u201d, words such as {_some(LOW)} not \u201cover …\u201d."
    )


def _amounts() -> Iterator[tuple[str, ...]]:
    same = "rounded half up to the same"
    yield "21 per cent, 21%, twenty-one per cent", same, "it is printed so"
    yield (
        "100 per cent, ten out of ten, 0%",
        "said of everybody, of nobody",
        "99.6 is printed as more than 99",
    )
    yield _told("a third, two thirds, half, two in five, nine out of ten", FRACTION_TOLERANCE)
    yield "17, a score of 5.3", same, "of `.count`, `.base`, `.score` it is printed so"
    yield "10 of 16, ten of the sixteen", "the count and the base themselves", "counts are exact"
    for hedge, tolerance in TOLERANCES.items():
        words, reach, reason = _told(_hedging(hedge), tolerance)
        yield words, f"{reach}, or printed so" if hedge is Hedge.FULLY else reach, reason
    yield _hedging(Hedge.PLAIN), "as without it", "they tell how it is meant"
    for hedge, which in ((Hedge.AS_HIGH, "highest"), (Hedge.AS_LOW, "lowest")):
        yield _hedging(hedge), "as without it", f"of several cells it is the {which}"


def _hedging(hedge: Hedge) -> str:
    """The words of one hedge: those by themselves, and by how much it is over or under."""
    own = ALONE.get(hedge.name)
    alone = [_spoken(phrases({hedge.name: own}), hedge.name)] if own else []
    by, what = GRADED.get(hedge.name, ((), ()))
    graded = [f"{', '.join(by)} in front of {', '.join(what)}"] if by else []
    return "; ".join((*graded, *alone))


def _shares() -> Iterator[tuple[str, ...]]:
    for name, tolerance in QUANTIFIERS.items():
        yield _told(_spoken(PHRASES, name), tolerance)
    least = " or ".join(f"{name} {number}" for name, number in COUNTED.items())
    yield "some, several, of a `.count`", f"at least: {least}", "more than one; a few"
    yield "all 12", "exactly 100, and the base is 12", "every one"
    yield "most of the 16, a third of 79", "it is true, and the base is so many", "counts are exact"
    yield (
        "most (62 per cent), a majority of 62 per cent, “a majority, 62 per cent,” of one cell",
        "what both say",
        "both are read",
    )
    but = _spoken(PHRASES, "all but")
    yield f"{but}, with a number", "that of all but so many respondents", "counts are exact"


def _spoken(known: Phrases, name: str) -> str:
    """The phrases of one name, shortest first, without those that are others with an article."""
    said = [" ".join(phrase) for phrase, each in known.items() if each == name]
    kept = [
        each
        for each in sorted(said, key=len)
        if not any(each == f"{article} {other}" for article in ("a", "the") for other in said)
    ]
    return ", ".join(kept)


_SEVERAL = (
    ("every one of the four, each, both, all seven", "each is, and so many are named"),
    ("all but one of the seven", "it is true of all but exactly one"),
    ("none of the six, two of the six, no group, neither", "it is true of so many, and no more"),
    ("each reaches a third", "each is at least that"),
    ("between a third and almost half", "every one lies between"),
    (
        "from 10 to 35 per cent, 10 to 35 per cent, 10\N{EN DASH}35 per cent",
        "the lowest and the highest are these",
    ),
    ("up to 35 per cent", "none is above, and one comes near"),
    ("21 and 23 per cent", "each is, in the order of the cells"),
    (
        "similar, about the same, evenly split, close together, unchanged, do not vary",
        f"they differ by {SIMILAR} points at most",
    ),
    ("the same, equal, as many, as often", "they print the same figure"),
    ("varied, differ, different, changed", f"they differ by more than {SIMILAR} points"),
    ("clearly different, differ markedly", f"they differ by {CLEAR} points at least"),
    ("varied widely, very different", f"they differ by {FAR} points at least"),
    (
        "almost as many, not quite as popular",
        f"the first is below, and by {SIMILAR} points at most",
    ),
    (
        "more … than …, fewer … than …, ahead of, behind, rose, fell, a decline",
        "the first is above, or below, the others",
    ),
    ("ahead of both, above all three, behind all but one", "of so many behind the first cell"),
    ("slightly more … than …, close behind, rose slightly", f"and by {SLIGHTLY} points at most"),
    ("clearly more … than …, easily ahead, fell markedly", f"and by {CLEAR} points at least"),
    ("far more … than …, far behind, rose sharply", f"and by {FAR} points at least"),
    (
        "twice as many, three times as many",
        f"the first is so many times the second, within {decimal_text(MULTIPLE * ALL)} per cent",
    ),
    ("half as many again", "the first is one and a half times the second, likewise"),
    (
        "a third more, two fifths fewer, over half longer, rose by a third",
        "the first is above, or below, the second by such a part of it, as near as a fraction is",
    ),
    (
        "12 percentage points more, ahead by 12 points, rose by 12 points, 5 minutes longer",
        "the first less the second, rounded once, is so much",
    ),
    (
        "rose from 20 to 30 per cent, up from 20 per cent, 30 per cent, up from 20",
        "the second was, and the first is",
    ),
    (
        "a 3:1 ratio, two to one",
        f"the first is so many times the second, within {decimal_text(MULTIPLE * ALL)} per cent",
    ),
    ("within five points", "they are no further apart"),
    ("12 points apart", "the highest and the lowest are"),
)
_AMONG = (
    (
        "highest, most, best, first, main, leading, lowest, least, last",
        "no other is as high, or as low",
    ),
    ("higher than any other, fewer than in any other group", "the same"),
    ("second highest, ranked second, in second place", "just one is higher"),
    ("last but one, second last, second from bottom", "just one is lower"),
    ("the highest by 8 points, by more than 8 points", "and it leads the next by so much"),
    ("top two, the two lowest", "the cells take these places"),
    ("joint highest", "it may share the place"),
    ("the only ones over half, the only two below a third", "it is true of them, of no other"),
    (_spoken(OF_PLACES, "slightly"), f"and it leads the next by {SLIGHTLY} points at most"),
    (_spoken(OF_PLACES, "clear"), f"and it leads the next by {CLEAR} points at least"),
    (_spoken(OF_PLACES, "far"), f"and it leads the next by {FAR} points at least"),
    ("one of the top three", "it is among them"),
    ("ranked first, of a `.rank` and without `among=`", "that is its rank"),
)


def _some(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


def _paragraph(text: str) -> tuple[str, ...]:
    return (*wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False), "")


def _rows(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table in Markdown."""
    for cells in (heads, ("---",) * len(heads), *rows):
        yield f"| {' | '.join(cells)} |"
    yield ""


def _told(words: str, tolerance: Tolerance) -> tuple[str, ...]:
    return words, str(tolerance.reach), tolerance.reason


# -- the references of a project -------------------------------------------------------------------


def references(evidence: Evidence) -> str:
    """Every reference that words of a project can use, with its present value."""
    lines: list[str] = []
    for reference, text in evidence.facts.items():
        lines.append(f"{{{{ {reference} }}}}  {text}")
    for table in evidence.tables.values():
        lines += ["", *_table(table)]
    if any(cell.symbol for table in evidence.tables.values() for _, _, cell in table):
        known = "; ".join(f"[{sign}] {meaning}" for sign, meaning in SYMBOLS.items())
        lines += ["", f"What stands in brackets cannot be quoted: {known}."]
    return "\n".join((*lines, ""))


def _table(table: Table) -> Iterator[str]:
    yield f"{table.id}: {table.title}"
    if table.question:
        yield from _wrapped(table.question)
    defined = definitions(table.columns)
    if defined:
        yield from _wrapped(defined)
    if table.tested:
        yield from _wrapped(table.tested)
    base = table.overall or (table.base if table.one_base and table.bases else None)
    if base is not None:
        yield f"  {table.id}.base  {_based(base.symbol, base.words)}"
    for row, head in enumerate(table.rows):
        if not table.single:
            own = table.bases[row]
            yield f"  {lettered(head)}"
            yield f"  {table.id}.{head.id}.base  {_based(own.symbol, own.words)}"
        width = max((len(table.path(row, each)) for each in range(len(table.columns))), default=0)
        for column, answer in enumerate(table.columns):
            path = f"{table.id}.{table.path(row, column)}".ljust(len(table.id) + 1 + width)
            net = " (net)" if answer.part is Part.NET else ""
            shown = cell_text(table.cells[row][column], answer, table.places)
            yield f"    {path}  {shown}  {answer.label}{net}"


def _based(symbol: str, words: str) -> str:
    return f"[{symbol}] {words}" if symbol else words


def _wrapped(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")


# -- one reference ---------------------------------------------------------------------------------


def explain_reference(text: str, evidence: Evidence, percent: str = PER_CENT) -> str:
    """One reference: its value unrounded and as shown, its base, and claims that would hold.

    Raises `WrongReferenceError`.
    """
    if text in evidence.facts:
        return f"{text}\n  prints  {evidence.facts[text]}\n"
    tables = evidence.tables
    figures = resolve(text, tables) if names_difference(text) else resolve_all(text, tables)
    return "\n\n".join(_explained(each, tables, percent) for each in figures) + "\n"


def _explained(figure: Figure, tables: Mapping[str, Table], percent: str) -> str:
    table = tables[figure.table]
    share = figure.kind in ("pct", "points")
    value = decimal_text(figure.value * 100 if share else figure.value, PLACES)
    lines = [
        f"{figure.reference}: {figure.label}",
        f"  table      {table.title}",
        *([f"  question   {table.question}"] if table.question else []),
        f"  value      {value}{' per cent' * (figure.kind == 'pct')}",
        *([f"  count      {figure.count:,}"] if figure.count is not None else []),
        *([f"  base       {_of(figure, table)}"] if figure.base is not None else []),
        *_margin(figure, table),
        *(f"  note       {each}" for each in (*table.notes, table.tested) if each),
    ]
    forms = list(_forms(figure, percent))
    longest = max(len(reference) for reference, _ in forms)
    lines += [f"  {reference:<{longest}}  {text}" for reference, text in forms]
    if figure.kind == "pct":
        held = "; ".join(holding_words(figure.value))
        english = "" if is_spelt(wording().numbers.language) else ", in English"
        lines += [f"  claims that hold{english}:", *(f"  {each}" for each in _wrapped(held))]
        lines.append(f"  as in [{holding_words(figure.value)[0]}]{{claim={figure.reference}}}")
    return "\n".join(lines)


def _margin(figure: Figure, table: Table) -> Iterator[str]:
    """How far a share of a poll may be off, by its own base."""
    size = _base_of(figure, table).precise
    if size is not None and figure.kind == "pct":
        points = decimal_text(margin_of(figure.value, size), 1)
        yield f"  margin     {points} points either way: {{{{ {figure.reference}.margin }}}}"


def _base_of(figure: Figure, table: Table) -> Base:
    row, _, _ = figure.cell.rpartition(".")
    return table.bases[table.row(row or figure.cell) or 0]


def _of(figure: Figure, table: Table) -> str:
    base = _base_of(figure, table)
    caution = ", a small base: print it with its count" if base.caution else ""
    return f"{base.words}{caution}"


def _forms(figure: Figure, percent: str) -> Iterator[tuple[str, str]]:
    """The figure in each form that it has, as a binding and as it is printed."""
    own = figure.binding
    plain = ("words", "digits", *((DECIMAL,) if figure.kind == "points" else ()))
    forms = [name for name in FORMS if figure.kind == "pct" or name in plain]
    yield f"{{{{ {own} }}}}", written(figure, percent)
    yield "at a start", written(figure, percent, starts_sentence=True)
    english = is_spelt(wording().numbers.language)
    for name in forms if english else [name for name in forms if name not in SPELT]:
        yield f"{{{{ {own}.{name} }}}}", written(replace(figure, form=name), percent)
