"""Every sentence of the collection is judged in a project: false ones at their line, no true one.

What is true of its figures and what is not stands in `tests/unit/claims/claimed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.claims.test_claimed import PROJECTS, sentences
from tests.whole.sentences import checked, project_of
from tests.whole.town import make

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", [*PROJECTS, "town"])
def test_false_sentences_are_reported_at_their_line_and_true_ones_are_not(
    name: str, tmp_path: Path
) -> None:
    project = project_of(PROJECTS[name], tmp_path) if name in PROJECTS else make(tmp_path, "")
    true, false = ([text for of, _, text in sentences(sign) if of == name] for sign in ("+", "-"))
    faults = checked(project, [*true, *false])
    assert not {each: faults[each] for each in true if faults[each]}
    assert not [each for each in false if not faults[each]]
