"""Where links and page numbers lead: a name within the document, or an address outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.claims.naming import nearest

if TYPE_CHECKING:
    from briefing.content.elements import Link
    from briefing.content.words import Writer
    from briefing.diagnostics import Source

_SCHEMES = ("https:", "http:", "mailto:", "tel:")
"""What a link may start with; a link within the document starts with ``#``."""


def page_label(anchor: str, where: Source, writer: Writer) -> str | None:
    """The label of the page on which an anchor stands; reported, and None, where there is none."""
    label = writer.pages.get(anchor)
    if label is None:
        message = f"no page is called '{anchor}'"
        _no_anchor("unknown-page", message, anchor, where, writer)
    return label


def check_link(link: Link, writer: Writer) -> None:
    """Report a link that leads nowhere: no name of the document, no address to follow."""
    target = link.target
    if target.startswith("#"):
        if target[1:] not in writer.anchors:
            message = f"this link leads to '{target}', which is nowhere"
            _no_anchor("unknown-anchor", message, target[1:], link.where, writer)
    elif not target.startswith(_SCHEMES):
        writer.diagnostics.error(
            "link-target",
            f"'{target}' is no address that a reader can follow",
            link.where,
            f"a link starts with # or {', '.join(_SCHEMES)}",
        )


def _no_anchor(code: str, message: str, anchor: str, where: Source, writer: Writer) -> None:
    known = sorted(writer.pages if code == "unknown-page" else writer.anchors)
    close = nearest(anchor, known)
    question = f"did you mean {' or '.join(close)}? " if close else ""
    hint = f"{question}a page gets its name by # Heading {{.master #{anchor or 'name'}}}"
    writer.diagnostics.error(code, message, where, hint)
