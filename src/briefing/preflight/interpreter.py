"""A page's content carried out: its state, forms, patterns, letters → painted objects as values.

The interpreter of ISO 32000-1, 8 and 9, as far as preflight asks: it draws nothing, and says of
each object where it is, in which inks, how wide, how large, how fine. Files come from anyone:
depth, amount and circles are limited, and what cannot be read is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pypdf.generic import DictionaryObject

from briefing.preflight import colouring, graphics, paths, placing, showing
from briefing.preflight.painted import Seen
from briefing.preflight.reader import Ledger, Operators, Reader
from briefing.reading import content_of, inherited

if TYPE_CHECKING:
    from briefing.preflight.reader import Echo

OPERATORS = Operators(
    graphics.NUMERIC | colouring.NUMERIC | paths.NUMERIC | showing.NUMERIC,
    graphics.OTHER | colouring.OTHER | paths.OTHER | showing.OTHER | placing.OTHER,
)
"""Every operator that matters here, by its name."""


def seen(page: object, ledger: Ledger, echo: Echo | None = None) -> Seen:
    """Everything that a page shows, in the order that it is painted."""
    resources = inherited(page, "/Resources", DictionaryObject) or DictionaryObject()
    reader = Reader(OPERATORS, ledger, resources, echo)
    reader.read(content_of(page))
    return Seen(tuple(reader.painted), tuple(reader.met), tuple(reader.spots), tuple(reader.unread))
