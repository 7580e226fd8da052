"""Rules over the whole file: identification, metadata, printing condition, what hangs on it."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from briefing.diagnostics import Severity
from briefing.drawing import spoken
from briefing.preflight.facts import moment
from briefing.preflight.finding import Found
from briefing.profiles.rules import Rule
from briefing.reading import entry, items, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.preflight.facts import Document
    from briefing.preflight.limits import Limits

_NEWEST = "1.6"
_ASKED_OF_XMP = (
    "dc:title",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
)
_PAIRS = (
    ("Title", "dc:title"),
    ("Author", "dc:creator"),
    ("Subject", "dc:description"),
    ("Creator", "xmp:CreatorTool"),
    ("Producer", "pdf:Producer"),
    ("Trapped", "pdf:Trapped"),
    ("GTS_PDFXVersion", "pdfxid:GTS_PDFXVersion"),
    ("CreationDate", "xmp:CreateDate"),
    ("ModDate", "xmp:ModifyDate"),
)
_SAME_SIZE = 0.5
"""Points by which finished pages may differ through rounding."""


def encryption(document: Document, _: Limits) -> Iterator[Found]:
    """A printer cannot be asked for a password."""
    if document.encrypted:
        yield Found(Rule.ENCRYPTION, "the file is encrypted")


def identifier(document: Document, _: Limits) -> Iterator[Found]:
    """Two files of one name are told apart by it."""
    if not document.identifier:
        yield Found(Rule.IDENTIFIER, "the file has no ID in its trailer")


def version(document: Document, _: Limits) -> Iterator[Found]:
    """PDF/X-4 stands on PDF 1.6."""
    if document.header > _NEWEST:
        says = f"the file says that it is PDF {document.header}; PDF/X-4 stands on {_NEWEST}"
        yield Found(Rule.VERSION, says, severity=Severity.WARNING, value=document.header)


def claim(document: Document, _: Limits) -> Iterator[Found]:
    """XMP names the version of PDF/X."""
    said = document.stated("pdfxid:GTS_PDFXVersion")
    if said is None:
        yield Found(Rule.CLAIM, "XMP does not say that the file is PDF/X (GTS_PDFXVersion)")
    elif not said.startswith("PDF/X-4"):
        yield Found(Rule.CLAIM, f"XMP says {said!r}, not 'PDF/X-4'", value=said)


def trapped(document: Document, _: Limits) -> Iterator[Found]:
    """Whether colours were spread into each other must be known, so that it is not done twice."""
    said = document.info.get("Trapped", "").removeprefix("/")
    if said not in {"True", "False"}:
        what = f"says {said!r}" if said else "is silent"
        says = f"Trapped in the information dictionary {what}; it must be True or False"
        yield Found(Rule.TRAPPED, says, value=said)


def metadata(document: Document, _: Limits) -> Iterator[Found]:
    """What PDF/X-4 asks for in XMP."""
    if not document.xmp:
        yield Found(Rule.METADATA, "the file has no XMP metadata")
        return
    missing = [name for name in _ASKED_OF_XMP if not document.stated(name)]
    if missing:
        yield Found(Rule.METADATA, f"XMP lacks {', '.join(missing)}", value=", ".join(missing))


def in_step(document: Document, _: Limits) -> Iterator[Found]:
    """Info and XMP agree where both speak."""
    for key, name in _PAIRS:
        one, two = document.info.get(key, "").removeprefix("/"), document.stated(name)
        if not one or not document.xmp:
            continue
        if two is None or not _agree(one, two, dated=key.endswith("Date")):
            says = f"{key} is {one!r} in Info and {'missing' if two is None else repr(two)} in XMP"
            yield Found(Rule.IN_STEP, says, value=one)


def _agree(one: str, two: str, *, dated: bool) -> bool:
    if not dated:
        return one == two
    first, second = moment(one), moment(two)
    return first is not None and first == second


def intent(document: Document, _: Limits) -> Iterator[Found]:
    """One output intent of PDF/X that names its condition and brings its profile."""
    found = document.press_intent
    if found is None:
        yield Found(Rule.INTENT, "there is no output intent GTS_PDFX: what the inks mean is open")
        return
    if sum(each.kind == "/GTS_PDFX" for each in document.intents) > 1:
        yield Found(Rule.INTENT, "there is more than one output intent GTS_PDFX")
    if not found.condition:
        yield Found(Rule.INTENT, "the output intent has no OutputConditionIdentifier")
    if not found.profile:
        yield Found(Rule.INTENT, "the output intent has no profile embedded (DestOutputProfile)")
    elif not found.is_profile or found.device != "prtr":
        says = f"the profile of the output intent is no printer's (its class is {found.device!r})"
        yield Found(Rule.INTENT, says, value=found.device)
    elif found.space != "CMYK" or found.components != 4:  # noqa: PLR2004 - four inks
        says = f"the printing condition is one of {found.space}, not of CMYK"
        yield Found(Rule.INTENT, says, value=found.space)


def actions(document: Document, _: Limits) -> Iterator[Found]:
    """Nothing that starts by itself."""
    names = entry(document.root, "/Names", DictionaryObject)
    if names is not None and "/JavaScript" in names:
        yield Found(Rule.ACTIONS, "the file holds scripts (JavaScript)")
    if "/AA" in document.root:
        yield Found(Rule.ACTIONS, "the catalog has actions (AA)")
    opening = entry(document.root, "/OpenAction", DictionaryObject)
    if opening is not None:
        kind = str(resolved(opening.get("/S", "/?"))).removeprefix("/")
        yield Found(Rule.ACTIONS, f"opening the file starts an action ({kind})", value=kind)
    for sheet in document.sheets:
        if "/AA" in sheet.page:
            yield Found(Rule.ACTIONS, f"page {sheet.number} has actions (AA)")


def fields(document: Document, _: Limits) -> Iterator[Found]:
    """Fields of a form are not print."""
    form = entry(document.root, "/AcroForm", DictionaryObject)
    if form is not None and entry(form, "/Fields", ArrayObject):
        says = "the file has fields to fill in"
        yield Found(Rule.ACTIONS, says, severity=Severity.WARNING)


def attachments(document: Document, _: Limits) -> Iterator[Found]:
    """Files within the file are not printed, and often not seen."""
    names = entry(document.root, "/Names", DictionaryObject)
    if (names is not None and "/EmbeddedFiles" in names) or "/AF" in document.root:
        says = "there are files within the file; a printer will not see them"
        yield Found(Rule.ATTACHMENTS, says, severity=Severity.WARNING)


def layers(document: Document, _: Limits) -> Iterator[Found]:
    """Layers print as they are seen, and nothing switches them by itself."""
    properties = entry(document.root, "/OCProperties", DictionaryObject)
    if properties is None:
        return
    default = entry(properties, "/D", DictionaryObject)
    others = [resolved(each) for each in items(properties, "/Configs")]
    known = [each for each in (default, *others) if isinstance(each, DictionaryObject)]
    if any("/AS" in each for each in known):
        yield Found(Rule.LAYERS, "layers are switched by how the file is used (AS)")
    if any("/Name" not in each for each in known):
        says = "a configuration of layers has no name"
        yield Found(Rule.LAYERS, says, severity=Severity.WARNING)
    off = entry(default, "/BaseState", NameObject) == "/OFF" or items(default, "/OFF")
    if off:
        says = "some layers are switched off: what is printed depends on the printer's settings"
        yield Found(Rule.LAYERS, says, severity=Severity.WARNING)


def sizes(document: Document, _: Limits) -> Iterator[Found]:
    """Pages of one document are cut to one size."""
    first = document.sheets[0].finished if document.sheets else None
    for sheet in document.sheets:
        frame = sheet.finished
        if first is None or frame is None:
            continue
        apart = max(abs(frame.width - first.width), abs(frame.height - first.height))
        if apart > _SAME_SIZE:
            says = f"page {sheet.number} is not of the size of page 1"
            yield Found(
                Rule.SIZE, says, severity=Severity.WARNING, value=round(apart, 2), unit="pt"
            )
            return


def spots(document: Document, _: Limits) -> Iterator[Found]:
    """A spot colour is one ink: one name, one alternate, written one way."""
    alternates: dict[str, set[str]] = defaultdict(set)
    spellings: dict[str, set[str]] = defaultdict(set)
    for _page, spot in document.spots:
        if spot.name in {"All", "None"}:
            continue
        if spot.alternate:
            alternates[spot.name].add(spot.alternate)
        spellings[spoken(spot.name)].add(spot.name)
        if "\N{REPLACEMENT CHARACTER}" in spot.name or _ESCAPED.search(spot.name):
            says = f"the name of the spot colour {spot.name!r} cannot be read"
            yield Found(Rule.SPOT_NAMES, says, severity=Severity.WARNING, value=spot.name)
    for name, several in alternates.items():
        if len(several) > 1:
            says = f"the spot colour {name!r} is defined in {len(several)} ways"
            yield Found(Rule.SPOT_NAMES, says, value=name)
    for names in spellings.values():
        if len(names) > 1:
            listed = " and ".join(repr(each) for each in sorted(names))
            says = f"{listed} would be plates of their own"
            yield Found(Rule.SPOT_NAMES, says, severity=Severity.WARNING, value=listed)


_ESCAPED = re.compile("#[0-9A-Fa-f]{2}")
"""A sign that was escaped twice."""
