"""YAML read with the line of every key, so that a fault in a brand file can be pointed at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from briefing.diagnostics import Source

if TYPE_CHECKING:
    from pathlib import Path

Key = tuple[str, ...]


@dataclass(slots=True)
class MarkedFile:
    """A YAML file as plain values, and the line of each key by its path from the root."""

    path: str
    values: dict[str, Any]
    lines: dict[Key, tuple[int, int]] = field(default_factory=dict)

    def where(self, *key: str) -> Source:
        """The place of a key, or of the nearest key above it."""
        for length in range(len(key), 0, -1):
            if key[:length] in self.lines:
                return Source(self.path, *self.lines[key[:length]])
        return Source(self.path, 1)


def read_marked(path: Path, shown: str) -> MarkedFile:
    """Read a YAML file safely; `shown` is how its path is printed. Raises yaml.YAMLError."""
    text = path.read_text(encoding="utf-8")
    loader = yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
    root = yaml.compose(text, Loader=loader)
    values = yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are the safe ones
    marked = MarkedFile(shown, values if isinstance(values, dict) else {})
    _mark(root, (), marked.lines)
    return marked


def _mark(node: yaml.Node | None, path: Key, lines: dict[Key, tuple[int, int]]) -> None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, str(key.value))
            lines[here] = (key.start_mark.line + 1, key.start_mark.column + 1)
            _mark(value, here, lines)
    elif isinstance(node, yaml.SequenceNode):
        for place, value in enumerate(node.value):
            here = (*path, str(place))
            lines[here] = (value.start_mark.line + 1, value.start_mark.column + 1)
            _mark(value, here, lines)
