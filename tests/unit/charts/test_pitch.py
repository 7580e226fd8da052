"""Rows of bars: as far apart as there is room, whatever stands above them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from briefing.charts.pitch import LABEL_GAP, OPEN, Pitches

HEIGHTS = (10.0, 24.0, 10.0, 24.0)


def rows(*, beside: bool = False, labels: tuple[float, ...] = HEIGHTS) -> Pitches:
    return Pitches(4, 20, 24, beside=beside, thinnest=12, thickest=40, labels=labels)


@pytest.mark.parametrize("height", [200, 260, 330])
def test_white_over_labels_is_the_same_however_high_they_are(height: float) -> None:
    pitches = rows()
    pitch = pitches.pitch(height)
    thick = pitches.thickness(pitch)
    tops = [pitches.top(place, pitch) for place in range(4)]
    labels = [top - LABEL_GAP - high for top, high in zip(tops, HEIGHTS, strict=True)]
    white = [label - top - thick for top, label in zip(tops, labels[1:], strict=False)]
    assert white == pytest.approx([white[0]] * 3)
    assert white[0] >= 8
    assert labels[0] > pitches.head
    assert pitches.height(pitch) <= height + 1e-6


def test_lower_labels_leave_room_for_thicker_bars() -> None:
    low, high = rows(), rows(labels=())
    assert low.thickness(low.pitch(240)) > high.thickness(high.pitch(240))


def test_rows_beside_their_labels_are_equally_far_apart() -> None:
    pitches = rows(beside=True, labels=())
    tops = [pitches.top(place, pitches.pitch(240)) for place in range(4)]
    steps = [b - a for a, b in pairwise(tops)]
    assert steps == pytest.approx([steps[0]] * 3)


def test_rows_share_out_more_white_than_the_thickest_bars_would_have_between_them() -> None:
    loose = replace(rows(beside=True, labels=()), loosest=OPEN)
    close = rows(beside=True, labels=())
    assert loose.extent.most > close.extent.most
    assert loose.extent.least == close.extent.least
    pitch = loose.pitch(loose.extent.most)
    assert loose.thickness(pitch) == close.thickest
    assert loose.thickness(pitch) > pitch - loose.thickness(pitch)  # bars, not white, lead


@pytest.mark.parametrize("labels", [(10, 24, 10, 10), (24, 10, 10, 24), (10, 10, 10, 24)])
def test_one_tall_label_beside_its_bar_has_the_room_of_the_low_ones_about_it(
    labels: tuple[float, ...],
) -> None:
    """One of two lines among seven kept all labels in a column of 44 per cent."""
    pitches, tall = rows(beside=True, labels=labels), rows(beside=True, labels=(24,) * 4)
    assert pitches.extent.least < tall.extent.least
    pitch = pitches.pitch(pitches.extent.least)
    half = pitches.thickness(pitch) / 2
    middles = [pitches.top(place, pitch) + half for place in range(4)]
    edges = [(y - high / 2, y + high / 2) for y, high in zip(middles, labels, strict=True)]
    assert all(below[0] - above[1] >= pitches.apart - 1e-6 for above, below in pairwise(edges))
    assert edges[0][0] >= pitches.head - 1e-6
    assert edges[-1][1] <= pitches.extent.least + 1e-6


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_the_rule_before_rows_set_apart_is_clear_of_figures_over_their_bars(share: float) -> None:
    rows = Pitches(
        4, 10, 12, beside=True, thinnest=8, thickest=40, outside=18, labels=(12,) * 4, aside=1
    )
    pitch = rows.least + share * (rows.most - rows.least)
    rule = rows.parting(pitch)
    assert rule is not None
    assert rows.top(2, pitch) + rows.thickness(pitch) < rule
    assert rule < rows.top(3, pitch) - rows.outside
