"""Press notices: plain words beside the publications, proven as those on pages are."""

from __future__ import annotations

import csv
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from briefing.cli import main
from tests.whole.small import make, replaced

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = """\
# {{ q1.yes.pct }} want a hall

::: {.lead}
[Three in four]{claim=q1.yes} members are **in favour**, says *{{ publication.title }}*.[^who]
:::

- {{ q1.yes.count }} said yes
- {{ q1.no.count }} said no:
  - some for the cost
  - some for the noise

::: {.quote from=c1}
:::

> There shall be a hall.
>
> --- The Charter

***

## Notes

3. Read [all about it](https://society.example/hall "The report").
4. Write to [press@society.example](mailto:press@society.example)\\
or call.

[^who]: Of {{ q1.base }} who answered.
"""

TEXT = """\
Seventy-five per cent want a hall

Three in four members are in favour, says In favour.[1]

- Thirty said yes
- Eight said no:
    - some for the cost
    - some for the noise

“We need a hall, and soon.”
Member for ten years

There shall be a hall.
The Charter

* * *

Notes

3. Read all about it (https://society.example/hall).
4. Write to press@society.example
    or call.

1. Of 40 who answered.
"""


@pytest.fixture
def society(tmp_path: Path) -> Path:
    project = make(tmp_path)
    with (project / "publication.toml").open("a", encoding="utf-8") as file:
        file.write('\n[notices.press]\nwords = "notice.md"\n')
    replaced(project / "publication.toml", "[survey]", "final = false\n\n[survey]")
    (project / "notice.md").write_text(NOTICE, encoding="utf-8")
    return project


class Page(HTMLParser):
    """The elements of a page in their order, every one closed, and the words they hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.open: list[str] = []
        self.links: list[str | None] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        if tag not in ("meta", "br", "hr"):
            self.open.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def build(project: Path, out: Path, *options: str) -> int:
    return main(["build", str(project), "--out", str(out), *options])


def test_a_notice_is_plain_text_that_says_what_its_author_wrote(
    society: Path, tmp_path: Path
) -> None:
    assert build(society, tmp_path / "out", "--only", "press") == 0
    text = (tmp_path / "out" / "press-notice.txt").read_text(encoding="utf-8")
    assert text == f"DRAFT\n\n{TEXT}"
    made = {each.name for each in (tmp_path / "out").iterdir()}
    assert not any(name.endswith(".pdf") for name in made), "only the notice was asked for"
    assert "fit.txt" not in made, "a notice has no pages to report on"


def test_what_is_final_is_no_draft(society: Path, tmp_path: Path) -> None:
    written = (society / "codebook.toml").read_text(encoding="utf-8")
    entries = "sponsor conductor dates mode population frame invited response_rate sampling"
    entries += " weighting missing rounding precision limitations contact tables"
    said = "".join(f'{each} = {{ not_published = "a test" }}\n' for each in entries.split())
    (society / "codebook.toml").write_text(f"{written}\n[disclosure]\n{said}", encoding="utf-8")
    replaced(society / "publication.toml", "final = false", "final = true")
    assert build(society, tmp_path / "out", "--only", "press") == 0
    assert (tmp_path / "out" / "press-notice.txt").read_text(encoding="utf-8") == TEXT


def test_a_notice_is_a_page_that_needs_nothing_else(society: Path, tmp_path: Path) -> None:
    replaced(society / "notice.md", "some for the noise", "some for `<script>` & [bruit]{lang=fr}")
    assert build(society, tmp_path / "out", "--only", "press") == 0
    text = (tmp_path / "out" / "press-notice.html").read_text(encoding="utf-8")
    page = Page(text)
    assert "script" not in page.names
    assert "some for <script> & bruit" in page.words
    assert '<span lang="fr">bruit</span>' in text
    assert '<h1 id="want-a-hall">Seventy-five per\xa0cent want a hall</h1>' in text
    assert [each for each in page.names if each in ("h1", "h2", "blockquote", "hr", "ol")] == [
        *("h1", "blockquote", "blockquote", "hr", "h2", "ol", "ol")
    ]
    assert page.links[1:] == ["https://society.example/hall", "mailto:press@society.example"]
    note = str(page.links[0]).removeprefix("#")
    assert f'<li id="{note}">' in text, "a mark leads to its note"
    assert '<ol start="3">' in text


def test_abbreviations_stand_for_their_words_once_each(society: Path, tmp_path: Path) -> None:
    with (society / "publication.toml").open("a", encoding="utf-8") as file:
        file.write('\n[abbreviations]\nSTP = "NHS plan"\nNHS = "health service"\n')
    replaced(society / "notice.md", "some for the noise", "the STP of the NHS, x^2^ and H~2~O; STP")
    assert build(society, tmp_path / "out", "--only", "press") == 0
    text = (tmp_path / "out" / "press-notice.html").read_text(encoding="utf-8")
    assert (
        '<abbr title="NHS plan">STP</abbr> of the <abbr title="health service">NHS</abbr>' in text
    )
    assert text.count("<abbr") == 2
    Page(text)
    plainly = (tmp_path / "out" / "press-notice.txt").read_text(encoding="utf-8")
    assert "the STP of the NHS, x² and H₂O; STP" in plainly


def test_a_notice_is_called_one(society: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(society / "publication.toml", "[notices.press]", '[notices."a b"]')
    assert main(["check", str(society)]) == 1
    told = capsys.readouterr().err
    assert "a notice cannot be called 'a b'" in told
    assert "[notices.press]" in told


def test_figures_of_a_notice_are_in_the_ledger_and_signed(society: Path, tmp_path: Path) -> None:
    assert build(society, tmp_path / "out") == 0
    with (tmp_path / "out" / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = [each for each in csv.DictReader(file) if each["document"] == "press-notice"]
    assert [(each["shown"], each["kind"], each["cell"], each["line"]) for each in rows] == [
        ("Seventy-five per cent", "pct", "yes", "1"),
        ("Three in four", "claim pct", "yes", "4"),
        ("Thirty", "count", "yes", "7"),
        ("Eight", "count", "no", "8"),
        ("40", "base", "", "27"),
    ]
    signed = (tmp_path / "out" / "claims.html").read_text(encoding="utf-8")
    assert "<h2>Press notice</h2>" in signed
    assert "<h3>Page </h3>" not in signed, "a notice has no pages"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[Three in four]{", "[Nine in ten]{", "notice.md:4:1: error: 'Nine in ten' is not true"),
        ("some for the cost", "12 for the cost", "notice.md:9:5: error: nothing proves"),
        ("## Notes", "# Notes", "notice.md:21:1: error: a notice has one headline"),
        (
            "***",
            "::: {.chart kind=donut of=q1}\n:::",
            "notice.md:19:1: error: a .chart has no place in a notice",
        ),
        ("***", "| a |\n|---|\n| b |", "notice.md:19:1: error: a table has no place in a notice"),
        ("> There", "> ```\n> x\n> ```\n>\n> There", "notice.md:15:3: error: code has no place"),
        ("some for the cost", "![hall](hall.png)", "notice.md:9:5: error: a picture has no place"),
        ("# {{ q1.yes.pct }} want a hall", "A hall!", "notice.md:1:1: error: this notice has no"),
        ("from=c1", "from=c2", "notice.md:12:13: error: there is no comment 'c2'"),
        ("q1.yes.count", "q1.yess.count", "notice.md:7"),
        ("some for the cost", "some \x01 for it", "notice.md:9:10: error: U+0001 cannot be"),
        ("some for the cost", "some \u202e for it", "notice.md:9:10: error: U+202E cannot be"),
        (
            "some for the cost",
            "[some](#favour) for it",
            "a notice has no pages: link to",
        ),
    ],
)
def test_what_a_notice_cannot_say_is_told_with_its_line(
    society: Path, old: str, new: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(society / "notice.md", old, new)
    assert main(["check", str(society)]) == 1
    assert told in capsys.readouterr().err


def test_the_settings_of_a_notice_are_judged(
    society: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(
        society / "publication.toml", 'words = "notice.md"', 'words = "none.md"\nformat = "a4"'
    )
    assert main(["check", str(society)]) == 1
    told = capsys.readouterr().err
    assert "none.md" in told
    assert "format" in told


def test_a_notice_that_is_not_utf_8_is_told(
    society: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (society / "notice.md").write_bytes("# A café {{ q1.yes.pct }}\n".encode("latin-1"))
    assert main(["check", str(society)]) == 1
    assert "notice.md:1: error: byte 7 is not UTF-8" in capsys.readouterr().err


def test_an_order_of_nothing_names_notices_too(
    society: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(society, tmp_path / "out", "--only", "pres") == 1
    assert "did you mean 'press'?" in capsys.readouterr().err


def test_a_changed_notice_is_a_difference(
    society: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert build(society, tmp_path / "one") == 0
    replaced(society / "notice.md", "- {{ q1.yes.count }} said yes", "- Many said yes")
    assert build(society, tmp_path / "two") == 0
    capsys.readouterr()
    main(["diff", str(tmp_path / "one"), str(tmp_path / "two")])
    told = capsys.readouterr().out
    assert "press-notice" in told
    assert "Many said yes" in told
