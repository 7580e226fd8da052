"""The rules of a finished file: each with its code, the clause that it comes from, and its title.

Add a member here, the answer of every profile beside it, and one function to a catalogue in
`preflight/catalogue.py`. ISO 32000-1 is cited by clause; ISO 15930-7 (PDF/X-4) by subject, because
its text could not be read; the Ghent Workgroup's specification of 2015 by the numbers and names of
its table of contents, because no more of it could be read.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Clause(NamedTuple):
    """A rule's stable code, the clause behind it, and what it asks in a few words."""

    code: str
    clause: str
    title: str


class Rule(Enum):
    """Everything that `briefing preflight` looks at; a closed list that each profile answers."""

    READABLE = Clause("file-readable", "ISO 32000-1, 7.5", "the file can be read")
    CONTENT = Clause("content-readable", "ISO 32000-1, 7.8.2", "its content can be read to the end")
    ENCRYPTION = Clause(
        "file-encrypted", "ISO 15930-7, encryption; ISO 32000-1, 7.6", "not encrypted"
    )
    IDENTIFIER = Clause("file-identifier", "ISO 15930-7, file ID; ISO 32000-1, 14.4", "has an ID")
    VERSION = Clause("pdf-version", "ISO 15930-7, version; ISO 32000-1, 7.5.2", "PDF 1.6 or older")
    CLAIM = Clause("pdfx-version", "ISO 15930-7, identification", "says that it is PDF/X-4")
    TRAPPED = Clause(
        "trapped-unsaid",
        "ISO 15930-7, trapping; ISO 32000-1, 14.11.6",
        "says whether it is trapped",
    )
    METADATA = Clause("xmp-incomplete", "ISO 15930-7, metadata", "XMP has what PDF/X-4 asks for")
    IN_STEP = Clause(
        "metadata-in-step",
        "ISO 15930-7, metadata; ISO 19005-3, 6.6",
        "XMP and Info say the same",
    )
    INTENT = Clause(
        "output-intent",
        "ISO 15930-7, output intent; ISO 32000-1, 14.11.5",
        "a printing condition with its profile",
    )
    ACTIONS = Clause(
        "action-in-file", "ISO 15930-7, actions; ISO 32000-1, 12.6", "no actions, no scripts"
    )
    ATTACHMENTS = Clause("file-attached", "ISO 32000-1, 7.11.4", "no files within the file")
    LAYERS = Clause(
        "optional-content",
        "ISO 15930-7, optional content; GWG 2015, 4.29 optional content",
        "layers that print as they are seen",
    )
    BOXES = Clause(
        "page-boxes", "ISO 15930-7, page boxes; ISO 32000-1, 14.11.2", "trim or art box, not both"
    )
    NESTING = Clause(
        "page-boxes-nested",
        "ISO 15930-7, page boxes; ISO 32000-1, 14.11.2",
        "trim within bleed within medium",
    )
    CROP = Clause("crop-box", "GWG 2015, 4.3 crop box", "nothing that is printed is cropped")
    BLEED = Clause("bleed-short", "our press profile", "enough bleed on all sides")
    ROOM = Clause("bleed-is-medium", "our press profile", "room for marks beyond the bleed")
    REACH = Clause("ground-short-of-bleed", "our press profile", "grounds reach the bleed")
    SCALING = Clause("page-scaling", "GWG 2015, 4.2 page scaling", "pages are not scaled")
    SIZE = Clause("page-size", "GWG 2015, 4.4 page size and orientation", "pages of one size")
    EMPTY = Clause("empty-page", "GWG 2015, 4.5 empty pages", "no page is empty")
    SAFE = Clause("safe-area", "our press profile", "words keep clear of the trim")
    ANNOTATIONS = Clause(
        "annotation-in-bleed",
        "ISO 15930-7, annotations; ISO 32000-1, 12.5",
        "no annotations within the bleed",
    )
    FONTS = Clause(
        "font-embedded", "ISO 15930-7, fonts; ISO 32000-1, 9.9", "every font is embedded"
    )
    TYPE_3 = Clause("type-3-font", "our press profile", "no fonts made of drawings")
    DEVICE_RGB = Clause(
        "device-rgb",
        "ISO 15930-7, colour; ISO 32000-1, 8.6.4.3",
        "no device RGB under a CMYK printing condition",
    )
    OTHER_RGB = Clause("colour-not-in-inks", "our press profile", "colours are given in inks")
    BLENDING = Clause(
        "blend-space",
        "ISO 15930-7, transparency; GWG 2015, 4.25 transparency blend color space",
        "transparency blends in inks",
    )
    TRANSFER = Clause(
        "transfer-function",
        "ISO 15930-7, extended graphics state; ISO 32000-1, 10.5",
        "no transfer functions, no halftones by name",
    )
    POSTSCRIPT = Clause(
        "postscript-object",
        "ISO 15930-7, XObjects; ISO 32000-1, 8.8.2",
        "no PostScript, no references to other files",
    )
    ALTERNATES = Clause(
        "alternate-picture",
        "ISO 15930-7, pictures; ISO 32000-1, 8.9.5.4",
        "no alternate pictures, no OPI",
    )
    RESOLUTION = Clause(
        "picture-resolution", "GWG 2015, 4.26 image resolution", "pictures are fine enough"
    )
    BITMAP = Clause(
        "one-bit-resolution",
        "GWG 2015, 4.27 image resolution of 1-bit images",
        "one-bit pictures are fine enough",
    )
    INK = Clause("ink-total", "GWG 2015, 4.22 total ink area coverage", "no area with too much ink")
    HAIRLINE = Clause("thin-line", "GWG 2015, 4.17 effective line width", "lines can be printed")
    REVERSED = Clause(
        "small-reversed-text", "GWG 2015, 4.16 small text", "reversed words are large enough"
    )
    COLOURED = Clause(
        "small-coloured-text",
        "GWG 2015, 4.16 small text; how many inks it means could not be read",
        "small words are in few inks",
    )
    BLACK = Clause(
        "black-knockout",
        "ISO 32000-1, 8.6.7; GWG 2015, 4.10 to 4.13 overprint of black",
        "small black words and thin black lines overprint",
    )
    RICH_BLACK = Clause("rich-black-text", "GWG 2015, 4.15 rich black text", "black words in K")
    WHITE = Clause(
        "white-overprint",
        "GWG 2015, 4.8 and 4.9 white text and paths that overprint",
        "white does not overprint",
    )
    GREY = Clause(
        "overprint-in-profile",
        "ISO 15930-7, overprint; ISO 32000-1, 8.6.7",
        "no overprint of CMYK with a profile of its own",
    )
    GREY_OVER = Clause(
        "grey-overprint",
        "ISO 32000-1, 8.6.7; GWG 2015, 4.7 grey that overprints",
        "greys do not overprint",
    )
    SPOT_NAMES = Clause(
        "spot-name",
        "GWG 2015, 4.19 spot color naming and 4.20 ambiguous spot color",
        "a spot colour has one name",
    )
    REGISTRATION = Clause(
        "registration-colour",
        "GWG 2015, 4.21 separation color All",
        "the colour of crop marks stays outside the trim",
    )
    STRUCTURE = Clause("screen-file", "the ledger of the screen profile", "reads well on a screen")

    @property
    def code(self) -> str:
        """The code that findings are known by."""
        return self.value.code

    @property
    def clause(self) -> str:
        """The clause that the rule comes from."""
        return self.value.clause

    @property
    def title(self) -> str:
        """What the rule asks, in a few words."""
        return self.value.title
