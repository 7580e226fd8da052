"""A publication and a brand → pages and their tree.

Each page as written goes to its master; the arrangements of the master are tried on measures
alone, the best is taken, and only then is anything drawn. Nodes are made in the order of the
words, so that reading order is meaning order wherever things stand on the page.
"""

from __future__ import annotations

from briefing.compose.document import Composed, Divider, compose
from briefing.compose.tried import explanation

__all__ = ["Composed", "Divider", "compose", "explanation"]
