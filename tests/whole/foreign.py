"""A small publication in German with a chart of every kind, and the same in a language unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PUBLICATION = """\
[publication]
title = "Unser Freibad"
language = "de-DE"
publisher = "Stadt Ellern"
date = 2024-03-01
brand = "civic"

[survey]
codebook = "codebook.toml"
responses = "responses.csv"
population = "population.csv"

[documents.heft]
words = "heft.md"
format = "a4"
percent = "%"
profiles = ["screen", "press"]

[documents.folien]
words = "folien.md"
format = "slide"
"""

CODEBOOK = """\
[survey]
title = "Was die Gäste wünschen"
respondents = "Gäste"
id = "id"
fieldwork = [2024-01-08, 2024-02-09]
significance = true
poll = true

[disclosure]
sponsor = "Stadt Ellern"
precision = { not_published = "Es wurde nicht gerechnet." }

[scales.meinung]
answers = { ja = "Ja", eher = "Eher ja", nein = "Nein", offen = "Weiß nicht" }
dont_know = ["offen"]
nets = { dafür_alle = { label = "Dafür", of = ["ja", "eher"] } }
scores = { ja = 3, eher = 2, nein = 1 }

[questions.becken]
kind = "single"
wording = "Soll das Becken beheizt werden?"
short = "Beheizung"
scale = "meinung"

[questions.angebot]
kind = "grid"
wording = "Gefällt Ihnen …?"
short = "Angebot"
scale = "meinung"
items = { kiosk = "Der Kiosk", liegewiese = "Die Liegewiese", rutsche = "Die Rutsche" }

[questions.anlass]
kind = "multiple"
wording = "Warum kommen Sie?"
short = "Anlässe"
options = { sport = "Sport", spiel = "Spiel", sonne = "Sonne" }

[questions.rang]
kind = "ranking"
wording = "Was ist Ihnen am wichtigsten?"
short = "Wünsche"
places = 2
top = 1
items = { preis = "Preise", zeit = "Öffnungszeiten", ruhe = "Ruhe" }

[questions.ausgaben]
kind = "numeric"
wording = "Was geben Sie je Besuch aus?"
short = "Ausgaben"
unit = "€"
decimals = 2
decimal_sign = ","
bands = [5, 10]

[attributes.alter]
label = "Alter"
column = "alter"
suppress_below = 2
groups = { jung = "Bis dreißig", mittel = "Dreißig bis sechzig", alt = "Über sechzig" }

[banners.kopf]
of = ["alter"]
questions = ["becken"]

[compositions.nach_alter]
attribute = "alter"
units = "Gäste"
sample = "Wer geantwortet hat"
population = "Ellern"
"""

HEFT = """\
# [Wünsche]{.literal} an das Freibad {.cover #deckblatt short="Deckblatt"}

Was die Gäste wünschen

::: {.chart kind=crowd of=becken highlight=dafür_alle}
Jeder Punkt ist ein Gast.
:::

# {{ becken.dafür_alle.pct }} wollen ein beheiztes Becken {.theme #becken short="Becken"}

::: {.lead}
{{ becken.ja.pct }} sagen ja; die Ausgaben liegen im Mittel bei {{ ausgaben.mean }}.
:::

::: {.chart kind=donut of=becken highlight=dafür_alle}
Soll das Becken beheizt werden?
:::

::: {.chart kind=number of=becken.ja}
sagen ja
:::

# Die Liegewiese gefällt {.theme #angebot short="Angebot"}

::: {.lead}
Die Rutsche finden {{ angebot.rutsche.dafür_alle.pct }} gut.
:::

::: {.chart kind=bars of=angebot}
Gefällt Ihnen …?
:::

::: {.chart kind=people of=becken.dafür_alle}
sind dafür
:::

# Wer kommt {.theme #alter short="Alter"}

::: {.lead}
Der Unterschied beträgt {{ nach_alter.sample.jung - nach_alter.population.jung }},
{{ nach_alter.jung.standing }}.
:::

::: {.chart kind=paired of=nach_alter}
Wie alt sind Sie?
:::

::: {.chart kind=hundred of=anlass.sport}
kommen zum Sport
:::

# Was wichtig ist {.theme #rang short="Wünsche"}

::: {.lead}
Die Preise haben einen Punktwert von {{ rang.preis.score }}.
:::

::: {.chart kind=ranked of=rang}
Was ist Ihnen am wichtigsten?
:::

# Befragt wurde vom {{ survey.fieldwork }} {.method #methode short="Methode"}

## Die Befragung in Kürze

::: {.disclosure}
:::
"""

FOLIEN = """\
# Inhalt {.contents #inhalt}

::: {.contents}
:::

# Was die Gäste wünschen {.text #gaeste}

Es sind {{ becken.dafür_alle.pct }}.

# Wer dafür ist, nach Alter {.finding #kreuz}

::: {.chart kind=crosstab of=kopf_becken highlight=dafür_alle}
Soll das Becken beheizt werden?
:::

# Anlässe {.finding #anlass}

::: {.chart kind=columns of=angebot}
Gefällt Ihnen …?
:::

# Alles in Zahlen {.text #tabelle}

::: {.table of=kopf_becken counts=yes}
:::

# Anlässe in Zahlen {.text #tabelle_anlass}

::: {.table of=anlass}
:::
"""


REASONS = ("Sport", "Spiel", "Sonne")


def make(folder: Path, language: str = "de-DE", words: str = "") -> Path:
    """Write the project into a folder, and make the brand stand above it."""
    project = folder / "freibad"
    project.mkdir(parents=True)
    (folder / "styles").symlink_to(ROOT / "styles", target_is_directory=True)
    files = {
        "publication.toml": PUBLICATION.replace("de-DE", language) + words,
        "codebook.toml": CODEBOOK.replace("dafür_alle", "dafuer"),
        "responses.csv": "\n".join(_rows()) + "\n",
        "population.csv": "attribute,group,units\nalter,Bis dreißig,12000\n"
        "alter,Dreißig bis sechzig,14000\nalter,Über sechzig,9000\n",
        "heft.md": HEFT.replace("dafür_alle", "dafuer"),
        "folien.md": FOLIEN.replace("dafür_alle", "dafuer"),
    }
    for name, text in files.items():
        (project / name).write_text(text, encoding="utf-8")
    return project


def _rows() -> list[str]:
    """A head and 1,203 guests; one group is too small to be shown, some did not answer."""
    opinions = ("Ja", "Eher ja", "Nein", "Weiß nicht", "Ja", "Nein", "")
    ages = ("Bis dreißig", "Dreißig bis sechzig")
    heads = (
        "id",
        "alter",
        "becken",
        *(f"angebot_{each}" for each in ("kiosk", "liegewiese", "rutsche")),
        *(f"anlass_{each}" for each in ("sport", "spiel", "sonne")),
        *(f"rang_{each}" for each in ("preis", "zeit", "ruhe")),
        "ausgaben",
    )
    rows = [",".join(heads)]
    for at in range(1203):
        age = "Über sechzig" if at < 6 else ages[at % 2]
        told = [opinions[(at * step + at // 7) % 7] for step in (1, 2, 3, 5)]
        ticks = [word if (at + each) % (each + 2) == 0 else "" for each, word in enumerate(REASONS)]
        ranks = [("1", "2", ""), ("2", "1", ""), ("", "1", "2")][at % 3]
        rows.append(",".join((f"g{at}", age, *told, *ticks, *ranks, f'"{at % 13},50"')))
    return rows
