"""The keys of ``_brand.yml`` and what each holds: the public brand.yml convention, and ours in it.

What the convention allows and print has no use for (other font sources, web sizes, dark logos) is
taken as it stands. Lengths are millimetres, type sizes points.
"""

from __future__ import annotations

from briefing.brand.asked import MOTIFS
from briefing.brand.shape import (
    Anything,
    Choice,
    Either,
    Fields,
    Flag,
    Named,
    Number,
    Several,
    Text,
)

LENGTH = Number(-2000, 2000)
"""A place on a page, in millimetres: a drawing may begin outside of it."""
MEASURE = Number(0, 2000)
"""A length on a page, in millimetres."""
TYPE = Number(1, 400)
"""A size of type, in points."""
NAMES = Several(Text("a name"), words="a list of names", least=1)
WEB = Either((Text(), Named(Anything())))
"""What the convention takes as text or as a mapping of particulars."""

_PLACE = {
    "at": Several(LENGTH, 4, "[first column, last column, top, bottom]"),
    "box": Several(LENGTH, 4, "[left, top, right, bottom] in millimetres"),
}
_GROUND = Fields(
    _PLACE
    | {
        "colour": Text("the name of a colour"),
        "radius": MEASURE,
        "line": MEASURE,
        "drawing": Text("the name of a drawing"),
        "scheme": Text("the name of a scheme"),
    }
)
_STEP = ("size", "leading", "gap")
"""What a step of copyfit changes, each as a part of what is designed."""
_SMALLER = Several(Fields(dict.fromkeys((*_STEP, "charts"), Number(0.25, 1))))
"""Words of charts may be taken in as well, and are never set larger."""
_LARGER = Several(Fields(dict.fromkeys(_STEP, Number(1, 4))))
_AREA = Fields(
    _PLACE
    | {
        "takes": NAMES,
        "scheme": Text("the name of a scheme"),
        "flow": Number(1, 12, whole=True),
        "most": Number(1, 99, whole=True),
        "gutter": MEASURE,
        "align": Choice(("top", "middle", "bottom", "spread", "flush")),
        "styles": Text("the prefix of type styles"),
        "larger": _LARGER,
        "smaller": _SMALLER,
    },
    ("takes",),
)
_FURNITURE = Fields(
    _PLACE
    | {
        "text": Text(),
        "drawing": Text("the name of a drawing"),
        "style": Text("the name of a type style"),
        "align": Choice(("left", "centre", "right")),
        "scheme": Text("the name of a scheme"),
        "on": Choice(("left", "right")),
    }
)
_ARRANGEMENT = Fields(
    {
        "grounds": Several(_GROUND),
        "areas": Named(_AREA),
        "furniture": Text("the name of a set of furniture"),
        "seams": Several(Several(LENGTH, 2, "[highest, lowest edge]")),
    },
    ("areas",),
)
_STYLE = Fields(
    {
        "family": Text("the name of a family"),
        "size": TYPE,
        "leading": TYPE,
        "colour": Text("the name of a colour"),
        "gap": Number(0, 400),
        "above": Number(0, 400),
        "features": Several(Text("a name"), words="a list of OpenType features"),
        "align": Choice(("left", "right", "centre", "justify", "outer")),
        "balanced": Flag(),
        "hyphens": Either((Flag(), Number(1, 200))),
        "hanging": Flag(),
        "shy": Flag(),
        "lines": Number(1, 20, whole=True),
        "expansion": Number(0, 5),
        "ruled": Flag(),
    },
    loose=True,  # its reader tells unknown keys
)
_GRID = Fields(
    {
        "left": MEASURE,
        "right": MEASURE,
        "top": MEASURE,
        "bottom": MEASURE,
        "columns": Number(1, 48, whole=True),
        "gutter": MEASURE,
        "baseline": Number(1, 200),
    }
)
_FORMAT = Fields(
    {
        "page": Several(Number(30, 2000), 2, "[width, height] in millimetres, from 30 to 2000"),
        "facing": Choice(("left", "right")),
        "grid": _GRID,
        "minimum": Number(1, 100),
        "scale": Several(Number(1, 1000)),
        "copyfit": _SMALLER,
        "continues": Several(Text("the name of a page")),
        "styles": Named(_STYLE),
        "furniture": Named(Several(_FURNITURE)),
        "appended": Text("the name of a set of furniture"),
        "masters": Named(Named(_ARRANGEMENT)),
    },
    ("page", "grid", "styles", "masters"),
)
_TONES = Fields(
    dict.fromkeys(("positive", "negative"), NAMES)
    | {"sequence": Several(Text("a name"), words="a list of two names or more", least=2)}
    | dict.fromkeys(
        ("neutral", "dont_know", "not_applicable", "highlight", "muted", "comparison"),
        Text("the name of a colour"),
    )
    | {"edge": Text("the name of a colour"), "motif": Choice(MOTIFS)},
    (
        *("positive", "negative", "sequence", "neutral", "dont_know", "not_applicable"),
        *("highlight", "muted", "comparison"),
    ),
)
_OURS = Fields(
    {
        "press": Named(Anything()),  # its reader says what a press colour is
        "ink_limit": Number(100, 400),
        "faces": Named(Either((Text("the path of a font file"), Named(Anything())))),
        "families": Named(Named(Anything())),
        "drawings": Named(Text("the path of an SVG file")),
        "icons": Named(Text("the path of an SVG file")),
        "schemes": Named(Named(Text("the name of a colour"))),
        "charts": _TONES,
        "formats": Named(_FORMAT),
    },
    ("faces", "families", "schemes", "charts", "formats"),
)
THEME = (
    *("foreground", "background", "primary", "secondary", "tertiary", "success", "info"),
    *("warning", "danger", "light", "dark", "link"),
)
"""The colours that the convention gives a meaning."""
BRAND = Fields(
    {
        "meta": Fields(
            {
                "name": Either((Text(), Fields({"full": Text(), "short": Text()}))),
                "link": WEB,
                "links": WEB,
            },
            loose=True,
        ),
        "logo": Either((Text("the path of a picture"), Named(Anything()))),
        "color": Fields(
            {"palette": Named(Anything())} | dict.fromkeys(THEME, Anything()), ("palette",)
        ),
        "typography": Fields(
            {
                "fonts": Several(Named(Anything())),
                **dict.fromkeys(("base", "headings", "monospace", "monospace-inline"), WEB),
                **dict.fromkeys(("monospace-block", "link"), WEB),
            }
        ),
        "defaults": Fields({"briefing": _OURS}, ("briefing",), loose=True),
    },
    ("color", "defaults"),
)
"""The whole file."""
