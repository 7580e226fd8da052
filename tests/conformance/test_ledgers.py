"""Every diagnostic about a file stands in a profile's ledger, and every one named there exists."""

from __future__ import annotations

import re
from pathlib import Path

import briefing
from briefing.profiles import Rule

HOUSE = Path(briefing.__file__).parent
RAISED = re.compile(r'(?:error|warning)\(\s*"([a-z0-9-]+)"')
NAMED = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`")


def test_the_ledgers_are_complete() -> None:
    raised = {
        code
        for package in ("pdf", "preflight")
        for path in sorted((HOUSE / package).glob("*.py"))
        for code in RAISED.findall(path.read_text(encoding="utf-8"))
    }
    named = {
        code
        for path in sorted((HOUSE / "profiles").glob("*.md"))
        for code in NAMED.findall(path.read_text(encoding="utf-8"))
    }
    assert len(raised) > 30
    assert named == raised | {rule.code for rule in Rule}
