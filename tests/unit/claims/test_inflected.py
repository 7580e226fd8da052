"""The regular forms of words, and the irregular ones that stand behind them."""

from __future__ import annotations

import pytest

from briefing.claims.inflected import comparatives, finite, progressive, superlatives


@pytest.mark.parametrize(
    ("adjective", "more", "most"),
    [
        ("high", "higher", "highest"),
        ("rare", "rarer", "rarest"),
        ("happy", "happier", "happiest"),
        ("big", "bigger", "biggest"),
        ("narrow", "narrower", "narrowest"),
        ("cheap", "cheaper", "cheapest"),
        ("good better best", "better", "best"),
    ],
)
def test_adjectives_compare(adjective: str, more: str, most: str) -> None:
    assert comparatives([adjective]) == (more,)
    assert superlatives([adjective]) == (most,)


@pytest.mark.parametrize(
    ("verb", "forms", "going_on"),
    [
        ("climb", ("climb", "climbs", "climbed"), "climbing"),
        ("ease", ("ease", "eases", "eased"), "easing"),
        ("drop", ("drop", "drops", "dropped"), "dropping"),
        ("rally", ("rally", "rallies", "rallied"), "rallying"),
        ("vanish", ("vanish", "vanishes", "vanished"), "vanishing"),
        ("fall fell fallen", ("fall", "falls", "fell", "fallen"), "falling"),
        ("weaken", ("weaken", "weakens", "weakened"), "weakening"),
    ],
)
def test_verbs_of_moving_have_their_forms(verb: str, forms: tuple[str, ...], going_on: str) -> None:
    assert finite([verb]) == forms
    assert progressive([verb]) == (going_on,)
