"""veraPDF: does a file keep the standards that it claims, PDF/A and PDF/UA?"""

from __future__ import annotations

import json
import re
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from tests.judges.finding import Finding, Judge
from tests.judges.tools import JAVA, VERAPDF, run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

NAME = "veraPDF"
AT_ONCE = 40
"""Files to one start of Java."""
_PART = re.compile(rb"pdf(ua|a)id:part(?:>|=[\"'])\s*(\d)")
_LEVEL = re.compile(rb"pdfaid:conformance(?:>|=[\"'])\s*(\w)")


def claims(file: Path) -> set[str]:
    """What a file says of itself in its metadata: ``PDF/UA-1``, ``PDF/A-3a``."""
    metadata = b""
    with suppress(PyPdfError, KeyError, ValueError):
        root: Any = PdfReader(file).trailer["/Root"]
        metadata = root["/Metadata"].get_data()
    level = _LEVEL.search(metadata)
    suffix = level[1].decode().lower() if level else ""
    return {
        f"PDF/UA-{part.decode()}" if kind == b"ua" else f"PDF/A-{part.decode()}{suffix}"
        for kind, part in _PART.findall(metadata)
    }


def judge(files: Sequence[Path]) -> Iterator[Finding]:
    """Every rule that a file breaks, and every claim that was not judged."""
    for start in range(0, len(files), AT_ONCE):
        yield from _judge(files[start : start + AT_ONCE])


def _judge(files: Sequence[Path]) -> Iterator[Finding]:
    """The flavours are those that the files claim: veraPDF reads them as `claims` does."""
    jar = VERAPDF.path()
    if jar is None:
        raise FileNotFoundError(VERAPDF.stem)
    said = run([JAVA.command, "-jar", jar, "--format", "json", *(each.resolve() for each in files)])
    try:
        jobs = json.loads(said.out)["report"]["jobs"]
    except (ValueError, KeyError):
        for file in files:
            yield Finding(NAME, file, "", f"no report: {' '.join(said.lines())[-300:]}")
        return
    results = {each["itemDetails"]["name"]: each for each in jobs}
    for file in files:
        yield from _of(file, results.get(str(file.resolve()), {}).get("validationResult", []))


def _of(file: Path, results: Sequence[Any]) -> Iterator[Finding]:
    judged = {each["profileName"].removesuffix(" validation profile") for each in results}
    for claim in sorted(claims(file) - judged if results else {"the file"}):
        yield Finding(NAME, file, claim, "could not be judged")
    for result in results:
        standard = result["profileName"].removesuffix(" validation profile")
        for rule in result["details"]["ruleSummaries"]:
            yield Finding(NAME, file, _where(standard, rule), _what(rule))
        if not result["compliant"] and not result["details"]["ruleSummaries"]:
            yield Finding(NAME, file, standard, result["statement"])


def _where(standard: str, rule: Any) -> str:
    return f"{standard}, {rule['clause']}, test {rule['testNumber']}"


def _what(rule: Any) -> str:
    first = (rule.get("checks") or [{}])[0]
    words = first.get("errorMessage") or rule["description"]
    return f"{rule['failedChecks']} times: {words}; first in {first.get('context', 'the file')}"


def clauses(flavour: str) -> dict[str, str]:
    """The clauses that veraPDF's own rules of a flavour name, each with what its first rule asks.

    `flavour` is the name of a profile within the jar: ``PDFUA-1``, ``PDFA-3A``.
    """
    jar = VERAPDF.path()
    if jar is None:
        raise FileNotFoundError(VERAPDF.stem)
    with zipfile.ZipFile(jar) as opened:
        text = opened.read(f"org/verapdf/pdfa/validation/{flavour}.xml")
    found: dict[str, str] = {}
    name = {"v": "http://www.verapdf.org/ValidationProfile"}
    for rule in ET.fromstring(text).iterfind(".//v:rule", name):
        identity = rule.find("v:id", name)
        if identity is not None:
            words = rule.findtext("v:description", "", name)
            found.setdefault(identity.attrib["clause"], words)
    return found


STANDARDS = Judge(NAME, (JAVA, VERAPDF), judge, lambda file: bool(claims(file)))
