"""The codebook as the rebuild needs it: columns, their answers, and answers counted together."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Column:
    """One closed question, or one item of a grid, as it stands in the data.

    `answers` maps ids to labels in the order of the form; `out` names those that stand outside the
    scale (don't know, not applicable, too early to tell); `nets` maps the ids of nets to those of
    their answers.
    """

    id: str
    question: str
    answers: dict[str, str]
    out: tuple[str, ...]
    nets: dict[str, tuple[str, ...]]

    def ids(self, name: str) -> tuple[str, ...]:
        """The answers that an id or a label stands for: a net's, or the one."""
        if name in self.nets:
            return self.nets[name]
        if name in self.answers:
            return (name,)
        return (next(key for key, label in self.answers.items() if label == name),)


@dataclass(frozen=True, slots=True)
class Form:
    """The closed questions' columns, the ranking's items, and every column in the file's order."""

    columns: dict[str, Column]
    ranked: dict[str, str]
    header: tuple[str, ...]


ABOUT = ("respondent", "council", "region", "council_type", "role")


def read_form(path: Path) -> Form:
    """Read a codebook."""
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    columns: dict[str, Column] = {}
    ranked: dict[str, str] = {}
    header = list(ABOUT)
    for name, question in book["questions"].items():
        if question["kind"] == "ranking":
            ranked = {item: f"{name}_{item}" for item in question["items"]}
            header += [*ranked.values(), question["other"]]
        elif question["kind"] != "open":
            found = {column.id: column for column in _columns(name, question, book["scales"])}
            columns |= found
            header += found
    return Form(columns, ranked, tuple(header))


def _columns(name: str, question: dict[str, Any], scales: dict[str, Any]) -> Iterator[Column]:
    scale = question["scale"]
    scale = scales[scale] if isinstance(scale, str) else scale
    nets = {**scale.get("nets", {}), **question.get("nets", {})}
    for item in question.get("items", {"": ""}):
        yield Column(
            id=f"{name}_{item}" if item else name,
            question=name,
            answers=scale["answers"],
            out=tuple(_outside(scale)),
            nets={key: tuple(net["of"]) for key, net in nets.items()},
        )


def _outside(scale: dict[str, Any]) -> Iterator[str]:
    """Answers that are no step of the scale: its middle is one only between opposite ends."""
    yield from scale.get("not_applicable", ())
    yield from scale.get("dont_know", ())
    if not scale.get("diverging", False):
        yield from scale.get("neutral", ())
