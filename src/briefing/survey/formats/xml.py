"""XML of others, parsed by the standard library with declarations of entities refused.

Entities are how a small file becomes a large one, or reads another; no survey's file needs them.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, TreeBuilder
from xml.parsers import expat


class RefusedError(ValueError):
    """Raised for XML that declares entities."""


def parsed(data: bytes) -> Element:
    """The root of a document. Raises `RefusedError`, or `ParseError` for what is no XML."""
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = lambda tag, given: builder.start(
        _name(tag), {_name(key): value for key, value in given.items()}
    )
    parser.EndElementHandler = lambda tag: builder.end(_name(tag))
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own way to say that this is all
    except expat.ExpatError as fault:
        raise ParseError(str(fault)) from fault
    return builder.close()


def _name(name: str) -> str:
    """A name as ElementTree writes it: ``{namespace}name``."""
    return "{" + name if "}" in name else name


def _refuse(*_: object) -> None:
    raise RefusedError("it declares entities")
