"""The tones of a brand's charts: told apart by lightness, whoever looks and however printed."""

from __future__ import annotations

from functools import partial
from itertools import combinations, pairwise
from math import floor
from typing import TYPE_CHECKING

from briefing.brand.entries import OURS
from briefing.brand.model import luminance
from briefing.brand.nearest import such_as
from briefing.brand.sight import EYES, GREY, PRESS, lightness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from briefing.brand.entries import Entries
    from briefing.brand.marked import Key
    from briefing.brand.model import Tones
    from briefing.drawing import Colour

STEP, FAINT_STEP = 10.0, 7.0
"""The least difference in lightness (L*) of tones that stand side by side: for most eyes in grey,
and for eyes that see fewer colours, on paper, or between three tones of one end."""
ENDS = 25.0
"""Agreeing and disagreeing differ by as much lightness on average."""
SILENT = 0.05
"""Answers that say nothing give so much more light than any other."""


def named_tones(tones: Tones) -> Iterator[tuple[str, tuple[Colour, ...]]]:
    """The tones of each key of `charts`."""
    for key in ("positive", "negative", "sequence"):
        yield key, getattr(tones, key)
    for key in ("neutral", "dont_know", "not_applicable", "highlight", "muted", "comparison"):
        yield key, (getattr(tones, key),)
    if tones.edge:
        yield "edge", (tones.edge,)


class ToneJudge:
    """The order of lightness in a scale, for every way of seeing: without hue it still reads."""

    def __init__(self, tones: Tones, entries: Entries) -> None:
        self.tones = tones
        self.entries = entries

    def judge(self) -> None:
        """Report each pair of tones once, for the way of seeing that tells it worst."""
        tones = self.tones
        steps = {eye: STEP if eye == GREY else FAINT_STEP for eye in EYES}
        for key, end in (("positive", tones.positive), ("negative", tones.negative)):
            self._ordered(key, (*end, tones.neutral), dict.fromkeys(EYES, FAINT_STEP))
        self._ordered("sequence", (*tones.sequence, tones.neutral), steps)
        self._ends(steps)
        self._bars()
        self._meanings()
        self._silent()

    def _ordered(self, key: str, scale: Sequence[Colour], steps: dict[str, float]) -> None:
        """Each tone lighter than the one before, down to the neutral grey."""
        for place, (before, after) in enumerate(pairwise(scale)):
            gains = _gains(after, before, steps)
            eye = min(steps, key=lambda each: gains[each] - steps[each])
            if gains[eye] < steps[eye]:
                last = place + 2 == len(scale)
                how = "darker" if gains[eye] < 0 else f"only {_short(gains[eye])} of 100 lighter"
                self._fault(
                    f"{after.name!r} must be lighter than {before.name!r} before it in {key}: "
                    f"{eye} it is {how}, and {steps[eye]:.0f} are needed",
                    ("neutral",) if last else (key, str(place + 1)),
                    _remedy(after, eye, partial(_lighter, than=before, steps=steps)),
                )

    def _ends(self, steps: dict[str, float]) -> None:
        """The outer tones of the two ends apart from one another, and the ends on average."""
        tones = self.tones
        for one in dict.fromkeys((tones.positive[0], tones.positive[-1])):
            for place in dict.fromkeys((0, len(tones.negative) - 1)):
                self._unlike(one, tones.negative[place], steps, ("negative", str(place)))
        gaps = {eye: _mean(tones.negative, eye) - _mean(tones.positive, eye) for eye in steps}
        eye = min(gaps, key=gaps.__getitem__)
        if gaps[eye] < ENDS:
            how = f"{_short(abs(gaps[eye]))} of 100 {'lighter' if gaps[eye] >= 0 else 'darker'}"
            self._fault(
                f"negative tones are {how} than positive ones {eye}, and {ENDS:.0f} lighter are "
                "needed to tell disagreeing from agreeing",
                ("negative",),
            )

    def _unlike(self, one: Colour, other: Colour, steps: dict[str, float], key: Key) -> None:
        gaps = {eye: abs(gain) for eye, gain in _gains(other, one, steps).items()}
        eye = min(steps, key=lambda each: gaps[each] - steps[each])
        if gaps[eye] < steps[eye]:
            self._fault(
                f"{one.name!r} and {other.name!r} look alike {eye}: "
                f"{_short(gaps[eye])} of 100 apart, and {steps[eye]:.0f} are needed",
                key,
                _remedy(other, eye, partial(_apart, from_=one, steps=steps)),
            )

    def _bars(self) -> None:
        """Bars and slices without an order can stand beside each other in these three tones."""
        named = {key: getattr(self.tones, key) for key in ("highlight", "muted", "comparison")}
        for (_, tone), (key, second) in combinations(named.items(), 2):
            self._unlike(tone, second, {GREY: STEP}, (key,))

    def _meanings(self) -> None:
        """No tone of the negative end says anything else; the highlight is the positive one.

        The last of a sequence is that of denying, which is as much as disagreeing.
        """
        tones = self.tones
        for place, tone in enumerate(tones.negative):
            for key, others in named_tones(tones):
                if key != "negative" and tone in (others[:-1] if key == "sequence" else others):
                    self._fault(
                        f"{tone.name!r} means disagreeing and {key} as well",
                        ("negative", str(place)),
                    )

    def _silent(self) -> None:
        """Answers that say nothing are fainter than all others."""
        tones = self.tones
        told = max(luminance(each) for each in (*tones.positive, *tones.negative, tones.neutral))
        for key in ("dont_know", "not_applicable"):
            tone = getattr(tones, key)
            if luminance(tone) <= told + SILENT:
                self._fault(f"{tone.name!r} is not fainter than answers that say more", (key,))

    def _fault(self, message: str, key: Key, remedy: str = "change one of them") -> None:
        hint = f"Tones of a scale are told apart by lightness, whoever looks: {remedy}."
        self.entries.fault("brand-tones", message, (*OURS, "charts", *key), hint)


def _short(gain: float) -> str:
    """A difference that falls short, cut to tenths: 6.96 is not told as the 7 that are needed."""
    return f"{floor(10 * gain) / 10:g}"


def _gains(one: Colour, other: Colour, eyes: Iterable[str]) -> dict[str, float]:
    """By how much of L* one tone is lighter than another, as each eye sees them."""
    return {eye: lightness(one, eye) - lightness(other, eye) for eye in eyes}


def _lighter(tone: Colour, *, than: Colour, steps: Mapping[str, float]) -> bool:
    return all(gain >= steps[eye] for eye, gain in _gains(tone, than, steps).items())


def _apart(tone: Colour, *, from_: Colour, steps: Mapping[str, float]) -> bool:
    return all(abs(gain) >= steps[eye] for eye, gain in _gains(tone, from_, steps).items())


def _remedy(tone: Colour, eye: str, does: Callable[[Colour], bool]) -> str:
    """What to change, where an eye cannot tell a tone: its inks, or else its colour."""
    if eye == PRESS and tone.press:
        return f"change the inks of {tone.name!r} or of its neighbour under press"
    return f"change one of them{such_as(tone, does)}"


def _mean(colours: Sequence[Colour], eye: str) -> float:
    return sum(lightness(each, eye) for each in colours) / len(colours)
