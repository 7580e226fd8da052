"""Small surveys as values, without any file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from briefing.diagnostics import Source
from briefing.survey.declared import Attribute, Codebook, Crosstab
from briefing.survey.model import WEIGHT, Survey
from briefing.survey.question import Answer, Item, Kind, Meaning, Net, Question, Scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

HERE = Source("codebook.toml", 1)

SCALE = Scale(
    "agreement",
    (
        Answer("yes", "Yes"),
        Answer("rather", "Rather"),
        Answer("neither", "Neither", Meaning.NEUTRAL),
        Answer("no", "No"),
        Answer("dk", "Do not know", Meaning.DONT_KNOW),
    ),
    (Net("agree", "Agree", ("yes", "rather")), Net("against", "Against", ("no",))),
    diverging=True,
    positive="agree",
    negative="against",
)


def single(name: str = "q1", **options: Any) -> Question:
    return _question(name, Kind.SINGLE, scale=SCALE, column=name, **options)


def grid(name: str, *items: str, **options: Any) -> Question:
    return _question(name, Kind.GRID, scale=SCALE, items=_items(name, items), **options)


def multiple(name: str, *ids: str, nets: tuple[Net, ...] = (), **options: Any) -> Question:
    scale = Scale(name, tuple(Answer(each, each.title()) for each in ids), nets)
    return _question(name, Kind.MULTIPLE, scale=scale, items=_items(name, ids), **options)


def ranking(name: str, *ids: str, places: int, top: int, **options: Any) -> Question:
    items = _items(name, ids)
    return _question(name, Kind.RANKING, items=items, places=places, top=top, **options)


def attribute(name: str, *ids: str) -> Attribute:
    groups = tuple((each, each.title(), (each,)) for each in ids)
    return Attribute(name, name.title(), name, HERE, groups)


def crosstab(question: str, by: str, *groups: str) -> Crosstab:
    return Crosstab(f"{question}_by_{by}", question, by, groups, HERE)


def survey(
    answers: Mapping[str, Sequence[str]],
    *questions: Question,
    weights: Sequence[Fraction] = (),
    **options: Any,
) -> Survey:
    frame = pd.DataFrame({name: list(cells) for name, cells in answers.items()}, dtype=str)
    frame.index = pd.Index([f"r{number}" for number in range(len(frame))], name="id")
    if weights:
        frame[WEIGHT] = pd.Series(list(weights), index=frame.index, dtype=object)
    parts: dict[str, Any] = {"attributes": (), "crosstabs": (), "compositions": ()}
    population = options.pop("population", {})
    book = Codebook(
        title="Small",
        respondents="keepers",
        questions=questions,
        id_column="id",
        weight_column="w" if weights else "",
        **(parts | options),
    )
    return Survey(book, frame, (), "responses.csv", population)


def _question(name: str, kind: Kind, **options: Any) -> Question:
    return Question(
        id=name, kind=kind, wording=f"What of {name}?", short=name.upper(), where=HERE, **options
    )


def _items(name: str, ids: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(Item(each, each.title(), f"{name}_{each}") for each in ids)
