"""Data that ride along: embedded files, each associated with the figures that show it.

PDF/A-3 wants of each its media type, its relationship to what it belongs to and both of its names
(ISO 19005-3, 6.8); PDF/UA-1 wants the names too (ISO 14289-1, 7.11).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefing.pdf.metadata import pdf_date
from briefing.pdf.objects import array, dictionary, hexadecimal, key, name, text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from briefing.pdf.objects import Objects, Reference
    from briefing.structure import DataFile, Tree


def attach(objects: Objects, tree: Tree, moment: datetime) -> dict[DataFile, Reference]:
    """Write the files of a tree, each once however many figures show it, in reading order.

    `moment` is when the document was made, and so its data. The references are those of the file
    specifications (ISO 32000-1, 7.11.3).
    """
    files = dict.fromkeys(file for node in tree for file in node.files)
    return {each: _specification(objects, each, moment) for each in files}


def _specification(objects: Objects, file: DataFile, moment: datetime) -> Reference:
    when = text(pdf_date(moment))
    digest = hashlib.md5(file.content, usedforsecurity=False).hexdigest()
    embedded = objects.stream(
        file.content,
        Type=name("EmbeddedFile"),
        Subtype=name(file.kind),
        Params=dictionary(
            Size=len(file.content), CreationDate=when, ModDate=when, CheckSum=hexadecimal(digest)
        ),
    )
    return objects.add(
        dictionary(
            Type=name("Filespec"),
            F=text(file.name),
            UF=text(file.name),
            EF=dictionary(F=embedded, UF=embedded),
            AFRelationship=name("Data"),
            Desc=text(file.title),
        )
    )


def embedded_files(objects: Objects, files: Mapping[DataFile, Reference]) -> Reference | None:
    """The name tree by which viewers list the files (7.11.4); nothing where there are none."""
    if not files:
        return None
    named = sorted((each.name.encode(), each) for each in files)
    leaves = [part for _, each in named for part in (key(each.name), files[each])]
    return objects.add(dictionary(Names=array(leaves)))
