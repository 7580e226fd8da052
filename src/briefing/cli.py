"""The command line: new, build, check, tables, explain, diff, inspect, preflight, impose.

Exit codes: 0 all is well, 1 the project or the file has faults or two builds differ, 2 the command
was misused, 3 the environment (a folder that cannot be written, a file that is not there, a
``SOURCE_DATE_EPOCH`` that is none) is at fault.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.clock import NoMomentError, this_day
from briefing.diagnostics import Source, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.diagnostics import Diagnostics

OK, FAULTS, USAGE, ENVIRONMENT = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. argparse itself exits with 2 on misuse."""
    options = _parser().parse_args(arguments)
    # Matrices are small here: more threads of the linear algebra only wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()  # a short-lived process: collecting cycles costs a fifth of a build, frees little
    atexit.register(gc.freeze)  # nor are they looked for as it ends, which would take a tenth more
    try:
        return int(options.run(options))
    except OSError as fault:
        print(f"briefing: {_refused(fault)}", file=sys.stderr)
        return ENVIRONMENT
    except NoMomentError as fault:
        print(f"briefing: {fault}", file=sys.stderr)
        return ENVIRONMENT
    except KeyboardInterrupt:
        print("briefing: stopped; nothing was written", file=sys.stderr)
        return 130


def _refused(fault: OSError) -> str:
    """What the machine refused: the file or folder, why, and what to do where that is known."""
    if fault.filename is None or fault.strerror is None:
        return str(fault)
    told = f"{fault.filename}: {fault.strerror}"
    hint = next((hint for kind, hint in _REMEDIES.items() if isinstance(fault, kind)), "")
    return f"{told}\n    {hint}" if hint else told


_REMEDIES: dict[type[OSError], str] = {
    FileNotFoundError: "Name one that is there.",
    IsADirectoryError: "It is a folder: name a file.",
    NotADirectoryError: "It is a file: name a folder.",
    FileExistsError: "A file stands where the folder is to be: name another.",
    PermissionError: "Ask for the right to read or write it, or name another.",
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="briefing",
        description="Print-ready, accessible publications from a survey, its words and a brand.",
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    new = commands.add_parser("new", help="begin a project from an export of a survey")
    new.add_argument("folder", type=Path, metavar="DIR", help="the folder to be made")
    new.add_argument(
        "--from", dest="export", type=Path, required=True, metavar="FILE", help="the export"
    )
    new.add_argument("--title", default="", help="what the survey is called")
    new.add_argument("--brand", default="civic", metavar="NAME", help="default: civic")
    new.set_defaults(run=_new)

    build = commands.add_parser("build", help="make the publications of a project")
    _project(build)
    build.add_argument("--out", type=Path, metavar="DIR", help="default: build/<project>")
    build.add_argument(
        "--only", metavar="NAME", help="one document, by its name in publication.toml"
    )
    build.add_argument("--profile", choices=("screen", "press", "proof"), help="one kind of file")
    build.add_argument(
        "--explain-layout",
        action="store_true",
        help="print every arrangement that was weighed for each page, with its score",
    )
    build.set_defaults(run=_build)

    check = commands.add_parser("check", help="find every fault without writing anything")
    _project(check)
    check.set_defaults(run=_check)

    inspect = commands.add_parser("inspect", help="read a finished PDF aloud, whoever made it")
    inspect.add_argument("file", type=Path, metavar="FILE")
    inspect.add_argument(
        "--tree", action="store_true", help="the structure, element by element (the default)"
    )
    inspect.add_argument("--text", action="store_true", help="the words alone, as they are heard")
    inspect.add_argument("--attachments", action="store_true", help="the files that ride along")
    inspect.set_defaults(run=_inspect)
    _preflight_parser(commands.add_parser("preflight", help="judge a finished PDF, ours or not"))
    _impose_parser(commands.add_parser("impose", help="a booklet proof for the office printer"))

    tables = commands.add_parser(
        "tables", help="write every table behind the publications, as a workbook or as CSV files"
    )
    _project(tables)
    tables.add_argument(
        "--out",
        type=Path,
        metavar="PATH",
        help="a file that ends with .xlsx, or a folder (default: build/<project>/tables.xlsx)",
    )
    tables.set_defaults(run=_tables)

    explain = commands.add_parser(
        "explain", help="what can be written of figures, and which references a project has"
    )
    explain.add_argument("project", type=Path, nargs="?", metavar="PROJECT", help="a project")
    explain.add_argument("reference", nargs="?", metavar="REFERENCE", help="one reference")
    explain.add_argument(
        "--words", metavar="LANGUAGE", help="what the engine itself says, to be changed in [words]"
    )
    explain.set_defaults(run=_explain)

    diff = commands.add_parser("diff", help="what changed from one build to another")
    diff.add_argument("old", type=Path, metavar="OLD", help="the folder of the earlier build")
    diff.add_argument("new", type=Path, metavar="NEW", help="the folder of the later build")
    diff.set_defaults(run=_diff)
    return parser


def _preflight_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF")
    parser.add_argument("--profile", choices=("press", "screen"), default="press")
    parser.add_argument("--json", action="store_true", help="findings for programs, as JSON")
    parser.add_argument(
        "--limits", type=Path, metavar="FILE", help="limits of your printer, as TOML (README)"
    )
    parser.add_argument(
        "--heat-map", type=Path, metavar="DIR", help="write a PNG of the ink on each page there"
    )
    parser.set_defaults(run=_preflight)


def _impose_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a PDF")
    parser.add_argument("--out", type=Path, metavar="FILE", required=True, help="where to")
    parser.add_argument("--sheet", choices=("A4", "A3"), default="A4", help="default: A4")
    parser.set_defaults(run=_impose)


def _project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project",
        type=Path,
        nargs="?",
        default=Path(),
        metavar="PROJECT",
        help="the folder that holds publication.toml (default: this one)",
    )


def _new(options: argparse.Namespace) -> int:
    from briefing.diagnostics import Faults
    from briefing.progress import progress
    from briefing.starter.start import Beginning, begin

    order = Beginning(options.folder, options.export, this_day(), options.title, options.brand)
    try:
        with progress(sys.stderr) as report:
            begun = begin(order, report)
    except Faults as faults:
        _print(faults.diagnostics)
        return FAULTS
    _print(begun.diagnostics)
    for line in begun.summary():
        print(line)
    print(f"{options.folder}: {', '.join(begun.files)}")
    print(f"Next: briefing build {options.folder}")
    return OK


def _build(options: argparse.Namespace) -> int:
    from briefing.build import build
    from briefing.diagnostics import Faults
    from briefing.pipeline.work import Order
    from briefing.progress import progress
    from briefing.publish import OVERSET

    folder = options.project.resolve()
    out = options.out or Path("build") / folder.name
    order = Order(folder, out, options.only, options.profile)
    try:
        with progress(sys.stderr) as report:
            built = build(order, report)
    except Faults as faults:
        _print(faults.diagnostics)
        if options.explain_layout:
            print(faults.explained)
        if any(each.code == "overset" for each in faults.diagnostics):
            print(f"Pictures of what is over: {out / OVERSET}", file=sys.stderr)
        return FAULTS
    _print(built.diagnostics)
    if options.explain_layout:
        print(built.explained)
    for file in built.files:
        pages = f"{file.pages} pages, " if file.pages else ""
        print(f"{out / file.name}  {pages}{file.size / 1024:.0f} KB")
    return OK


def _check(options: argparse.Namespace) -> int:
    from briefing.build import check
    from briefing.pipeline.work import Order
    from briefing.progress import progress

    with progress(sys.stderr) as report:
        diagnostics = check(Order(options.project.resolve()), report)
    _print(diagnostics)
    if diagnostics.errors:
        return FAULTS
    print("No faults.")
    return OK


def _inspect(options: argparse.Namespace) -> int:
    from briefing.preflight import inspect

    wanted = {
        inspect.tree: options.tree or not (options.text or options.attachments),
        inspect.text: options.text,
        inspect.attachments: options.attachments,
    }
    data = options.file.read_bytes()
    try:
        told = [read(data) for read, asked in wanted.items() if asked]
    except inspect.UnreadableError as fault:
        print(f"{options.file}: cannot be inspected: {fault}", file=sys.stderr)
        return FAULTS
    print("\n".join(told), end="")
    return OK


def _preflight(options: argparse.Namespace) -> int:
    from briefing.preflight.examine import examine
    from briefing.preflight.limits import BadLimitsError, Limits, read_limits
    from briefing.preflight.report import report, report_json
    from briefing.profiles import PROFILES
    from briefing.publish import Made, publish

    profile = next(each for each in PROFILES if each.name == options.profile)
    try:
        limits = read_limits(options.limits.read_text("utf-8")) if options.limits else Limits()
    except (BadLimitsError, UnicodeDecodeError) as fault:
        print(f"briefing: {options.limits}: {fault}", file=sys.stderr)
        return USAGE
    maps = options.heat_map is not None
    verdict = examine(options.file.read_bytes(), profile, limits, maps=maps)
    if maps:
        made = [Made(f"{options.file.stem}-{name}", data) for name, data in verdict.heat_maps]
        publish(made, options.heat_map)
    told = report_json if options.json else report
    print(told(verdict, options.file.name), end="")
    return FAULTS if verdict.errors else OK


def _impose(options: argparse.Namespace) -> int:
    from briefing.diagnostics import Faults
    from briefing.pdf.booklet import booklet
    from briefing.publish import Made, publish

    try:
        made = booklet(options.file.read_bytes(), options.sheet, Source(str(options.file)))
    except Faults as faults:
        _print(faults.diagnostics)
        return FAULTS
    publish([Made(options.out.name, made.content)], options.out.parent)
    blanks = f", {counted(made.blanks, 'blank page')} added" if made.blanks else ""
    print(
        f"{options.out}  {counted(made.sheets, 'sheet')} of {options.sheet} for"
        f" {counted(made.pages, 'page')}{blanks}; print on both sides, turn on the short edge"
    )
    return OK


def _tables(options: argparse.Namespace) -> int:
    from briefing.diagnostics import Faults
    from briefing.pipeline.exporting import export_tables
    from briefing.progress import progress
    from briefing.workbook import SUFFIX

    folder = options.project.resolve()
    out = options.out or Path("build") / folder.name / f"tables{SUFFIX}"
    try:
        with progress(sys.stderr) as report:
            found, made = export_tables(folder, out, report)
    except Faults as faults:
        _print(faults.diagnostics)
        return FAULTS
    _print(found.diagnostics)
    for file in made:
        place = out if out.suffix.lower() == SUFFIX else out / file.name
        print(f"{place}  {file.size / 1024:.0f} KB")
    return OK


def _explain(options: argparse.Namespace) -> int:
    from briefing.wording import text_of

    if options.words:
        print(text_of(options.words), end="")
        return OK
    from briefing.explain import explain_reference, grammar, references

    if options.project is None:
        print(grammar(), end="")
        return OK
    from briefing.claims.naming import WrongReferenceError
    from briefing.diagnostics import Faults
    from briefing.pipeline.counting import counted

    try:
        evidence = counted(options.project.resolve()).evidence
        if options.reference is None:
            print(references(evidence), end="")
        else:
            print(explain_reference(options.reference, evidence), end="")
    except Faults as faults:
        _print(faults.diagnostics)
        return FAULTS
    except WrongReferenceError as fault:
        print(f"error: {fault.message} [{fault.code}]", file=sys.stderr)
        print(f"    {fault.hint}", file=sys.stderr)
        return FAULTS
    return OK


def _diff(options: argparse.Namespace) -> int:
    from briefing.differences import NoBuildError, differences

    try:
        found = differences(options.old, options.new)
    except NoBuildError as fault:
        print(f"briefing: {fault.message}\n    {fault.hint}", file=sys.stderr)
        return USAGE
    print("\n".join(found) if found else "Nothing changed.")
    return FAULTS if found else OK


def _print(diagnostics: Diagnostics) -> None:
    for each in diagnostics:
        print(each, file=sys.stderr)
    errors, warnings = len(diagnostics.errors), len(diagnostics.warnings)
    if errors or warnings:
        print(f"{counted(errors, 'error')}, {counted(warnings, 'warning')}", file=sys.stderr)
