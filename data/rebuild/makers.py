"""Makes the files of other makers that tests merge anew, each by the program that people have.

    python data/rebuild/makers.py

Typst and WeasyPrint are wheels, to be installed beside this Python; the others are Debian's
packages libreoffice-writer, chromium, texlive-luatex, texlive-latex-extra, ghostscript and
poppler-utils. What is missing is told and left as it is.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parents[2] / "tests" / "unit" / "pdf" / "fixtures"
TAGGED = {
    name: {"type": "boolean", "value": "true"}
    for name in (
        *("UseTaggedPDF", "ExportBookmarks", "ExportBookmarksToPDFDestination"),
        "PDFUACompliance",
    )
}
PLAIN = {name: value for name, value in TAGGED.items() if name != "PDFUACompliance"}
SOURCES = (
    *("form.html", "notes.html", "bleed.html", "sheet.csv"),
    *("notes.typ", "tagged.tex", "plain.tex"),
)
CHROMIUM = (
    *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
    *("--export-tagged-pdf", "--generate-pdf-document-outline"),
)
TYPST = """\
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=["ua-1"])
"""
WEASYPRINT = """\
import sys, weasyprint
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant=sys.argv[3])
"""


def main() -> None:
    """Make each file, one after another: some are made of others."""
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        for name in SOURCES:
            shutil.copy(HERE / name, room)
        python = sys.executable
        office = f"pdf:writer_pdf_Export:{json.dumps(TAGGED)}"
        soffice = ("soffice", "--headless")
        _run(
            room,
            *soffice,
            "--infilter=HTML (StarWriter)",
            "--convert-to",
            "odt:writer8",
            "form.html",
        )
        _made(room, "form", *soffice, "--convert-to", office, "form.odt")
        for program, source in (("writer", "notes.html"), ("calc", "sheet.csv")):
            shutil.copy(HERE / source, room / f"{program}{Path(source).suffix}")
            plain = f"pdf:{program}_pdf_Export:{json.dumps(PLAIN)}"
            _made(room, program, *soffice, "--convert-to", plain, f"{program}{Path(source).suffix}")
        _made(room, "chromium", *CHROMIUM, "--print-to-pdf=chromium.pdf", "notes.html")
        _made(room, "typst", python, "-c", TYPST, "notes.typ", "typst.pdf")
        for source, name, variant in (
            ("notes", "weasyprint", "pdf/ua-1"),
            ("bleed", "weasyprint-x4", "pdf/x-4"),
        ):
            page = f"{source}.html"
            _made(room, name, python, "-c", WEASYPRINT, page, f"{name}.pdf", variant)
        for source, target in (("tagged", "lualatex"), ("plain", "pdflatex")):
            job = (target, f"-jobname={target}", "-interaction=nonstopmode", f"{source}.tex")
            _run(room, *job)  # references are known the second time
            _made(room, target, *job)
        written = ("-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite")
        _made(room, "ghostscript", "gs", *written, "-sOutputFile=ghostscript.pdf", "weasyprint.pdf")
        _made(room, "cairo", "pdftocairo", "-pdf", "weasyprint.pdf", "cairo.pdf")


def _made(room: Path, name: str, *command: str) -> None:
    """Run a maker and keep its file; say so where there is none."""
    _run(room, *command)
    made = room / f"{name}.pdf"
    if made.is_file():
        shutil.copy(made, HERE)
    else:
        print(f"{made.name} is not made anew: {command[0]} is missing or failed")


def _run(room: Path, *command: str) -> None:
    if shutil.which(command[0]):
        subprocess.run(command, cwd=room, check=False, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    main()
