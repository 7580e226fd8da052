"""YAML read with the line of every key, so that a fault in a brand file can be pointed at.

Only what a settings file needs is read: mappings, lists and plain values. Tags are refused, a key
stands once, and a file that grows beyond all measure by its own references is not followed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import yaml

from briefing.diagnostics import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing.diagnostics import Diagnostics

Key = tuple[str, ...]

LARGEST = 1_000_000
"""Bytes of the largest brand file that is read."""
MOST_VALUES = 50_000
"""Values of a brand file with all its references followed."""
DEEPEST = 24
"""Levels of mappings and lists within each other."""

_PLAIN = "tag:yaml.org,2002:"
_MERGE = f"{_PLAIN}merge"


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

    def renumber(self, path: Key, kept: Sequence[int]) -> None:
        """Give the values of a list the places that they have once only those `kept` are left."""
        depth = len(path)
        held = {key: at for key, at in self.lines.items() if key[:depth] == path and key != path}
        for key in held:
            del self.lines[key]
        new = {str(place): str(number) for number, place in enumerate(kept)}
        for key, at in held.items():
            if key[depth] in new:
                self.lines[(*path, new[key[depth]], *key[depth + 1 :])] = at


def read_marked(path: Path, shown: str, diagnostics: Diagnostics) -> MarkedFile | None:
    """Read a YAML file whose root is a mapping; `shown` is how its path is printed.

    Every fault goes to `diagnostics`; None says that the file cannot be read at all.
    """
    text = _text(path, shown, diagnostics)
    root = None if text is None else _root(text, shown, diagnostics)
    if not isinstance(root, yaml.MappingNode):
        return None
    file = MarkedFile(shown, {})
    try:
        file.values = _Walk(file, diagnostics).mapping(root, ())
    except _EndlessError as fault:
        diagnostics.error("brand-syntax", str(fault), Source(shown, *_place(fault.node)), _SMALLER)
        return None
    return file


_SMALLER = "A brand file names its colours, styles and pages once; copy less by reference."


def _text(path: Path, shown: str, diagnostics: Diagnostics) -> str | None:
    data = path.read_bytes()
    if len(data) > LARGEST:
        message = f"the file has {len(data):,} bytes, more than {LARGEST:,}"
        hint = "A brand file is a short text."
        diagnostics.error("brand-syntax", message, Source(shown, 1), hint)
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data[: fault.start].count(b"\n") + 1
        message = f"byte {fault.start} is not UTF-8"
        diagnostics.error("brand-syntax", message, Source(shown, line), "Save the file as UTF-8.")
        return None


def _root(text: str, shown: str, diagnostics: Diagnostics) -> yaml.Node | None:
    """The file's nodes, its references not yet followed; nothing after a fault was told."""
    loader = yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader
    try:
        _measure(text, loader)
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        where = Source(shown, mark.line + 1, mark.column + 1) if mark else Source(shown, 1)
        message = f"this is not YAML: {fault.problem or fault.context}"
        diagnostics.error("brand-syntax", message, where, _remedy(text, where))
        return None
    except yaml.reader.ReaderError as fault:
        line = text[: fault.position].count("\n") + 1
        message = f"this is not YAML: the character U+{fault.character:04X} has no place in it"
        diagnostics.error("brand-syntax", message, Source(shown, line), "Take it out.")
        return None
    if not isinstance(root, yaml.MappingNode):
        kind = "empty" if root is None else "no mapping"
        message = f"the file is {kind}: it needs `color:`, `typography:` and `defaults:`"
        diagnostics.error("brand-syntax", message, Source(shown, 1), "Copy a brand of styles/.")
        return None
    return root


def _measure(text: str, loader: Any) -> None:
    """Raise where mappings and lists stand too deep in each other, before they are put together."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            problem = f"more than {DEEPEST} levels stand within each other"
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)


def _remedy(text: str, where: Source) -> str:
    lines = text.splitlines()
    line = lines[where.line - 1] if 0 < where.line <= len(lines) else ""
    if "\t" in line:
        return "Indent with spaces, not with tabs."
    return "Look for a missing quotation mark, colon or bracket here or just above."


class _EndlessError(Exception):
    """The references of a file lead in a circle or multiply without end."""

    def __init__(self, message: str, node: yaml.Node) -> None:
        super().__init__(message)
        self.node = node


@dataclass(slots=True)
class _Walk:
    """Goes through the nodes of a file once for each time that they are referred to."""

    file: MarkedFile
    diagnostics: Diagnostics
    count: int = 0
    above: list[yaml.Node] = field(default_factory=list)

    def mapping(self, node: yaml.MappingNode, path: Key) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in self._pairs(node, path):
            here = (*path, key.value)
            self.file.lines[here] = _place(key)
            values[key.value] = self._value(value, here)
        return values

    def _pairs(self, node: yaml.MappingNode, path: Key) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
        """The keys and values of a mapping; what ``<<`` brings in gives way to what is there."""
        self._counted(node)
        own: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
        merged: dict[str, tuple[yaml.ScalarNode, yaml.Node]] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault("a key must be a word", key, "Write `name: value`.")
            elif key.tag == _MERGE:
                for each in self._merged(value):
                    pairs = self._within(each, partial(self._pairs, each, path))
                    merged = {pair[0].value: pair for pair in pairs} | merged
            elif key.value in own:
                first = own[key.value][0].start_mark.line + 1
                message = f"{'.'.join((*path, key.value))} is there twice, first on line {first}"
                self._fault(message, key, "Take one of them out.", "brand-repeated")
            else:
                own[key.value] = (key, value)
        return list((merged | own).values())

    def _merged(self, node: yaml.Node) -> list[yaml.MappingNode]:
        wanted = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for each in wanted:
            if not isinstance(each, yaml.MappingNode):
                self._fault("`<<` takes a mapping", each, "Refer to one by its *name.")
        return [each for each in wanted if isinstance(each, yaml.MappingNode)]

    def _within(self, node: yaml.Node, walk: Callable[[], Any]) -> Any:
        if any(each is node for each in self.above):
            raise _EndlessError("a reference leads back to what holds it", node)
        if len(self.above) > DEEPEST:
            raise _EndlessError(f"references stand more than {DEEPEST} deep in each other", node)
        self.above.append(node)
        try:
            return walk()
        finally:
            self.above.pop()

    def _value(self, node: yaml.Node, path: Key) -> Any:
        self._counted(node)
        if isinstance(node, yaml.MappingNode):
            return self._within(node, lambda: self.mapping(node, path))
        if isinstance(node, yaml.SequenceNode):
            return self._within(node, lambda: self._list(node, path))
        return self._scalar(node)

    def _counted(self, node: yaml.Node) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            raise _EndlessError(f"references make more than {MOST_VALUES:,} values", node)

    def _list(self, node: yaml.SequenceNode, path: Key) -> list[Any]:
        values = []
        for place, each in enumerate(node.value):
            here = (*path, str(place))
            self.file.lines[here] = _place(each)
            values.append(self._value(each, here))
        return values

    def _scalar(self, node: yaml.Node) -> Any:
        """A value as what it looks like; what only looks like one (a date of month 13) is text."""
        kind = node.tag.removeprefix(_PLAIN)
        make = _MAKERS.get(kind)
        if make is None and kind not in _TEXTS:
            self._fault(f"the tag {node.tag!r} is not read", node, "Write the value without a tag.")
        try:
            return make(node) if make else str(node.value)
        except (ValueError, OverflowError, yaml.YAMLError):
            return str(node.value)

    def _fault(self, message: str, node: yaml.Node, hint: str, code: str = "brand-syntax") -> None:
        self.diagnostics.error(code, message, Source(self.file.path, *_place(node)), hint)


_SAFE = yaml.constructor.SafeConstructor()
_MAKERS: dict[str, Callable[[Any], Any]] = {
    "null": _SAFE.construct_yaml_null,
    "bool": _SAFE.construct_yaml_bool,
    "int": _SAFE.construct_yaml_int,
    "float": _SAFE.construct_yaml_float,
}
_TEXTS = ("str", "timestamp", "value")


def _place(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1
