"""A verdict for people and for programs: one finding a line, or JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from briefing.diagnostics import counted
from briefing.preflight.limits import Limits

if TYPE_CHECKING:
    from briefing.preflight.examine import Verdict
    from briefing.preflight.finding import Finding

NO_CERTIFICATE = "This is our check, not a certificate."
"""What every report ends with."""


def report(verdict: Verdict, name: str) -> str:
    """The findings, the limits behind them whose source is unknown, a sum, and what this is."""
    lines = [str(each) for each in verdict.findings]
    lines += _sources(verdict)
    lines.append(f"{name}: {_sum(verdict)}")
    lines.append(NO_CERTIFICATE)
    return "\n".join(lines) + "\n"


def _sources(verdict: Verdict) -> list[str]:
    """Where the limits of these findings come from, as far as it is not read."""
    used = {each.key for each in verdict.findings if each.key and each.key != "ink"}
    lines = []
    for key in sorted(used):
        source = verdict.limits.source(key)
        if getattr(verdict.limits, key) == getattr(Limits(), key):
            lines.append(f"note: the limit {key} is {source}")
    if any(each.key == "ink" for each in verdict.findings):
        lines.append(f"note: the limit ink is {verdict.ink_source}")
    return lines


def _sum(verdict: Verdict) -> str:
    """How much was looked at and found."""
    pages = counted(verdict.pages, "page")
    found = f"{counted(verdict.errors, 'error')}, {counted(verdict.warnings, 'warning')}"
    facts = [f"{pages}, profile {verdict.profile}"]
    if verdict.condition:
        facts.append(f"printing condition {verdict.condition}")
    if verdict.inks:
        facts.append(f"inks {', '.join(verdict.inks)}")
    return f"{found} ({'; '.join(facts)})"


def report_json(verdict: Verdict, name: str) -> str:
    """The same for programs; README says what each key holds."""
    facts: dict[str, Any] = {
        "file": name,
        "profile": verdict.profile,
        "pages": verdict.pages,
        "passed": not verdict.errors,
        "errors": verdict.errors,
        "warnings": verdict.warnings,
        "condition": verdict.condition,
        "inks": list(verdict.inks),
        "findings": [_finding(each) for each in verdict.findings],
        "limits": _limits(verdict),
        "note": NO_CERTIFICATE,
    }
    return json.dumps(facts, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.code or finding.rule.code,
        "clause": finding.clause or finding.rule.clause,
        "severity": finding.severity.value,
        "page": finding.page,
        "object": finding.object or None,
        "path": list(finding.path),
        "at_mm": [round(each, 1) for each in finding.at] if finding.at else None,
        "says": finding.says,
        "value": finding.value,
        "limit": finding.limit,
        "unit": finding.unit or None,
        "more": finding.more,
    }


def _limits(verdict: Verdict) -> dict[str, Any]:
    """Every limit with its unit and source; those of a file come from that file."""
    default = Limits()
    table: dict[str, Any] = {}
    for each in fields(Limits):
        value, given = getattr(verdict.limits, each.name), getattr(default, each.name)
        source = each.metadata["source"] if value == given else "the file of limits"
        table[each.name] = {"value": value, "unit": each.metadata["unit"], "source": source}
    table["ink"] |= {"value": round(verdict.ink_limit, 1) or None, "source": verdict.ink_source}
    return table
