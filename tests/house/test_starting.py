"""What a command loads before it begins: no more than it needs, since somebody waits for it."""

from __future__ import annotations

import subprocess
import sys

PRESS = frozenset({"matplotlib", "reportlab", "pypdf", "PIL", "fontTools", "uharfbuzz"})
"""What only pages are made with."""
HEAVY = PRESS | {"numpy", "pandas", "babel", "pypdfium2"}


def loaded(statement: str) -> set[str]:
    """The packages that a new Python holds after a statement."""
    asked = f"import sys\n{statement}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, timeout=120
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_help_loads_nothing_that_takes_time() -> None:
    told = "from briefing.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass"
    assert loaded(told) & HEAVY == set()


def test_the_grammar_is_told_without_a_table_of_figures() -> None:
    told = "from briefing.cli import main\nmain(['explain'])"
    assert loaded(told) & (HEAVY - {"babel"}) == set()


def test_a_survey_is_counted_without_what_makes_pages() -> None:
    assert loaded("import briefing.pipeline.counting") & PRESS == set()


def test_the_look_out_is_awake() -> None:
    assert {"matplotlib", "pypdf"} <= loaded("import briefing.build")
