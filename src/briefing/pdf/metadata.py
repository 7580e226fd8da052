"""What a file says of itself: the information dictionary and, in step with it, the XMP packet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from briefing.pdf.objects import dictionary, name, text

if TYPE_CHECKING:
    from datetime import datetime

    from briefing.profiles import Profile

_escaped = partial(escape, quote=False)
"""Words as XML has them; what Python has for XML alone would load its client for the web."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The bibliographic facts of a document. `created` must know its time zone."""

    title: str
    author: str
    language: str
    created: datetime
    subject: str = ""
    keywords: str = ""
    creator: str = "briefing"
    producer: str = "briefing"


def information(metadata: Metadata, profile: Profile) -> Any:
    """The information dictionary (14.3.3), with the keys that PDF/X-4 adds."""
    when = text(pdf_date(metadata.created))
    press = "PDF/X-4" in profile.conformance
    return dictionary(
        Title=text(metadata.title),
        Author=_given(metadata.author),
        Subject=_given(metadata.subject),
        Keywords=_given(metadata.keywords),
        Creator=text(metadata.creator),
        Producer=text(metadata.producer),
        CreationDate=when,
        ModDate=when,
        GTS_PDFXVersion=text("PDF/X-4") if press else None,
        Trapped=name("False") if press else None,
    )


def packet(metadata: Metadata, profile: Profile, digest: str) -> bytes:
    """The XMP packet; `digest` is a number of 32 hexadecimal digits made from the content."""
    facts = [
        _DUBLIN_CORE.format(
            title=_escaped(metadata.title),
            language=_escaped(metadata.language),
            creator=_bag("creator", "Seq", metadata.author),
            description=_alternatives("description", metadata.subject),
        ),
        _BASIC.format(
            when=metadata.created.isoformat(timespec="seconds"),
            tool=_escaped(metadata.creator),
        ),
        _ADOBE.format(
            producer=_escaped(metadata.producer),
            keywords=_element("pdf:Keywords", metadata.keywords),
            trapped=_element("pdf:Trapped", "False" if "PDF/X-4" in profile.conformance else ""),
        ),
        _MEDIA.format(document=_uuid(digest), version=1),
    ]
    facts += [claim for standard in profile.conformance for claim in _claims(standard)]
    return _PACKET.format(facts="\n".join(facts)).encode()


@dataclass(slots=True)
class Kept:
    """What a file may still claim with its appendices: PDF/UA, PDF/A at level A, PDF/A at all."""

    accessible: bool = True
    tagged: bool = True
    archivable: bool = True


def disclaimed(xmp: bytes, kept: Kept) -> bytes:
    """A packet that claims no more than is true once an appendix breaks a promise."""
    written = xmp.decode()
    if not kept.accessible:
        written = re.sub(r"<pdfuaid:part>.*?</pdfuaid:part>", "", written)
    if not kept.tagged:
        written = re.sub(r"(?<=<pdfaid:conformance>)A(?=<)", "B", written)
    if not kept.archivable:
        written = re.sub(r"<pdfaid:(\w+)>.*?</pdfaid:\1>", "", written)
    return written.encode()


def _claims(standard: str) -> tuple[str, ...]:
    """The properties that claim a standard; PDF/A wants those of others declared."""
    family, _, rest = standard.partition("-")
    if family == "PDF/A":
        return (_PDFA.format(part=rest[:-1], level=rest[-1].upper()), _EXTENSION)
    if family == "PDF/UA":
        return (_PDFUA.format(part=rest),)
    if family == "PDF/X":
        return (_PDFX.format(version=standard),)
    raise ValueError(f"no metadata is known for {standard}")


def _given(words: str) -> Any:
    return text(words) if words else None


def pdf_date(moment: datetime) -> str:
    """A date as PDF writes it (7.9.4): ``D:20170601120000+01'00'``; ValueError without a zone."""
    zone = moment.strftime("%z")
    if not zone:
        raise ValueError("the date of a document must know its time zone")
    return f"{moment:D:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _element(tag: str, words: str) -> str:
    return f"<{tag}>{_escaped(words)}</{tag}>" if words else ""


def _bag(tag: str, kind: str, words: str) -> str:
    if not words:
        return ""
    return f"<dc:{tag}><rdf:{kind}><rdf:li>{_escaped(words)}</rdf:li></rdf:{kind}></dc:{tag}>"


def _alternatives(tag: str, words: str) -> str:
    if not words:
        return ""
    item = f'<rdf:li xml:lang="x-default">{_escaped(words)}</rdf:li>'
    return f"<dc:{tag}><rdf:Alt>{item}</rdf:Alt></dc:{tag}>"


def _uuid(digest: str) -> str:
    cuts = (0, 8, 12, 16, 20, 32)
    return "uuid:" + "-".join(digest[start:end] for start, end in pairwise(cuts))


_PACKET = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{facts}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

_DUBLIN_CORE = """<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{creator}{description}
</rdf:Description>"""

_BASIC = """<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>{when}</xmp:CreateDate>
<xmp:ModifyDate>{when}</xmp:ModifyDate>
<xmp:MetadataDate>{when}</xmp:MetadataDate>
<xmp:CreatorTool>{tool}</xmp:CreatorTool>
</rdf:Description>"""

_ADOBE = """<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{producer}</pdf:Producer>{keywords}{trapped}
</rdf:Description>"""

_MEDIA = """<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<xmpMM:DocumentID>{document}</xmpMM:DocumentID>
<xmpMM:VersionID>{version}</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
</rdf:Description>"""

_PDFA = """<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>{level}</pdfaid:conformance>
</rdf:Description>"""

_PDFUA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>{part}</pdfuaid:part>
</rdf:Description>"""

_PDFX = """<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<pdfxid:GTS_PDFXVersion>{version}</pdfxid:GTS_PDFXVersion>
</rdf:Description>"""

_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
