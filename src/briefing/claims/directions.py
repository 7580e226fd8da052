"""Words that say which of two cells is above the other, and which way one has moved."""

from __future__ import annotations

MORE = frozenset(["more", "higher", "greater", "larger", "bigger", "better", "ahead"])
MORE |= {"outnumber", "outnumbers", "outnumbered", "outweigh", "outweighs", "outweighed"}
MORE |= {"exceed", "exceeds", "exceeded", "outstrip", "outstrips", "outstripped", "beat", "beats"}
MORE |= {"outrank", "outranks", "outranked", "leads", "led", "tops", "topped", "pip", "pips"}
MORE |= {"surpass", "surpasses", "surpassed", "overtake", "overtakes", "overtook", "outpaced"}
MORE |= {"eclipse", "eclipses", "eclipsed"}
PASSIVE = frozenset(["outnumbered", "outweighed", "exceeded", "outstripped", "outranked", "topped"])
PASSIVE |= {"led", "surpassed", "outpaced", "eclipsed", "dwarfed", "beaten", "overtaken", "pipped"}
"""What is done to the lesser of two, with ``by`` behind it."""
MORE |= {"outperform", "outperforms", "outperformed", "above", "stronger", "deeper", "firmer"}
MORE |= {"keener", "happier", "unhappier", "likelier", "warier", "readier", "prouder", "angrier"}
MORE |= {"safer", "easier", "harder", "quicker", "slower", "busier", "commoner", "wider", "longer"}
LESS = frozenset(["fewer", "less", "lower", "smaller", "worse", "behind", "trail", "trails"])
LESS |= {"trailed", "lag", "lags", "lagged", "below", "weaker", "rarer", "narrower", "poorer"}
LESS |= {"shorter"}
QUICK, SHORT = frozenset(["quicker", "slower"]), frozenset(["shorter"])
"""Words of shares alone, since the quicker of two takes fewer minutes; of numbers alone."""
RISEN = frozenset(["rose", "risen", "grew", "grown", "increased", "climbed", "improved"])
RISEN |= {"rising", "growing", "increasing", "increasingly", "climbing", "mounting", "improving"}
RISEN |= {"strengthened", "strengthening", "widened", "widening", "improvement", "hardened"}
FALLEN = frozenset(["fell", "fallen", "dropped", "declined", "decreased", "shrank", "shrunk"])
FALLEN |= {"falling", "dropping", "declining", "decreasing", "shrinking", "dwindling", "waning"}
FALLEN |= {"weakened", "weakening", "worsened", "worsening", "deteriorated", "narrowed"}
FALLEN |= {"narrowing", "reduction"}
RISE, FALL = (
    frozenset(["rise", "increase", "growth"]),
    frozenset(["fall", "decrease", "drop", "decline"]),
)
SURGED = frozenset(["soared", "surged", "jumped", "rocketed", "dwarfs", "dwarf", "dwarfed"])
SLUMPED = frozenset(["plummeted", "plunged", "slumped", "tumbled", "collapsed"])
CREPT, DIPPED = frozenset(["crept", "edged"]), frozenset(["dipped", "slipped", "eased"])
RISES = RISEN | RISE | SURGED | {"gained", "up"}
FALLS = FALLEN | FALL | SLUMPED | DIPPED | {"lost", "down"}
