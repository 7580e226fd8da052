"""A PDF file: numbered objects packed into object streams, the cross-reference stream, the ID.

Object and cross-reference streams (ISO 32000-1, 7.5.7 and 7.5.8) hold what does not compress
alone, the structure tree above all. PDF/A-2 and later and PDF/X-4 allow them.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

PER_STREAM = 200
"""Objects in one object stream: few enough for a reader that wants a single one of them."""

LEVEL = 9
"""The zlib level of everything compressed, fixed so that the same input gives the same bytes."""

STREAM = b"\nendstream"
"""How the body of an object ends that is a stream, and so cannot stand in an object stream."""


def pack(bodies: Sequence[bytes], version: tuple[int, int], root: int, info: int) -> bytes:
    """Write a file: `bodies` are the objects in the order of their numbers, from 1.

    `root` and `info` are the numbers of the catalog and of the information dictionary. The file's
    identifier is a digest of all objects, so that equal documents are equal files (14.4).
    """
    digest = hashlib.md5(b"\0".join(bodies), usedforsecurity=False).digest()
    out = bytearray(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version)
    entries: list[tuple[int, int, int]] = [(0, 0, 65535)] + [(0, 0, 0)] * len(bodies)

    def put(number: int, body: bytes) -> None:
        entries[number] = (1, len(out), 0)
        out.extend(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    plain = [number for number, body in enumerate(bodies, 1) if not body.endswith(STREAM)]
    for number, body in enumerate(bodies, 1):
        if body.endswith(STREAM):
            put(number, body)
    for start in range(0, len(plain), PER_STREAM):
        members = plain[start : start + PER_STREAM]
        holder = len(entries)
        entries.append((0, 0, 0))
        put(holder, _object_stream([(number, bodies[number - 1]) for number in members]))
        for place, number in enumerate(members):
            entries[number] = (2, holder, place)
    xref, start = len(entries), len(out)
    entries.append((1, start, 0))
    keys = b"/Type /XRef /Size %d /Root %d 0 R /Info %d 0 R /ID [<%b> <%b>] /W [1 4 2]" % (
        len(entries),
        root,
        info,
        *(digest.hex().encode(),) * 2,
    )
    table = b"".join(
        bytes((kind,)) + first.to_bytes(4) + second.to_bytes(2) for kind, first, second in entries
    )
    put(xref, stream(table, keys))
    out.extend(b"startxref\n%d\n%%%%EOF\n" % start)
    return bytes(out)


def stream(content: bytes, keys: bytes = b"", *, compress: bool = True) -> bytes:
    """The body of a stream object with further dictionary `keys`, in PDF syntax."""
    if compress:
        content = zlib.compress(content, LEVEL)
        keys += b" /Filter /FlateDecode"
    return b"<<%b /Length %d>>\nstream\n%b%b" % (keys, len(content), content, STREAM)


def _object_stream(members: Sequence[tuple[int, bytes]]) -> bytes:
    places, offset = [], 0
    for number, body in members:
        places.append(b"%d %d" % (number, offset))
        offset += len(body) + 1
    head = b" ".join(places) + b"\n"
    content = head + b"".join(body + b"\n" for _, body in members)
    return stream(content, b"/Type /ObjStm /N %d /First %d" % (len(members), len(head)))
