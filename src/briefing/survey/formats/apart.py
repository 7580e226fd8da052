"""Reading in a process of its own: a file that ends its library ends no more than that process.

The libraries for SPSS and Parquet are written in C, and a damaged file can bring them to a fault
that no `except` catches. The process gives back what was read, and what was remarked, as pickled
values; only these formats pay for it.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostics, Source

if TYPE_CHECKING:
    from briefing.survey.export import Export

_LONGEST = 600
"""Seconds after which a file is taken for one that is never read to its end."""


def read_apart(name: str, file: Path, path: str, diagnostics: Diagnostics) -> Export | None:
    """Read a file by the reader of this name, ``sav`` or ``parquet``; None with a fault if none.

    `path` is what messages call the file.
    """
    order = [sys.executable, "-m", __name__, name, str(file), path]
    try:
        done = subprocess.run(  # noqa: S603 - this very module, by a list of words
            order, capture_output=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        _refuse(f"reading it did not end within {_LONGEST} seconds", path, diagnostics)
        return None
    if done.returncode:
        _refuse("its library broke down over it: the file is damaged", path, diagnostics)
        return None
    export: Export | None
    export, remarked = pickle.loads(done.stdout)  # noqa: S301 - of our own process
    for each in remarked:
        diagnostics.report(each)
    return export


def _refuse(why: str, path: str, diagnostics: Diagnostics) -> None:
    hint = "Export it again from its program, or as CSV UTF-8."
    diagnostics.error("data-format", f"this cannot be read: {why}", Source(path), hint)


def _main(name: str, file: str, path: str) -> None:
    """Read a file and write what came of it to the standard output.

    What the libraries print there about damage goes to the errors instead.
    """
    told = os.dup(1)
    os.dup2(2, 1)
    from briefing.survey.export import Choices  # noqa: PLC0415 - only this process pays for it

    if name == "sav":
        from briefing.survey.formats.sav import read_sav as read  # noqa: PLC0415 - likewise
    else:
        from briefing.survey.formats.parquet import (  # noqa: PLC0415 - likewise
            read_parquet as read,
        )
    diagnostics = Diagnostics()
    export = read(Path(file), path, Choices(), diagnostics)
    with os.fdopen(told, "wb") as out:
        pickle.dump((export, list(diagnostics)), out)


if __name__ == "__main__":
    _main(*sys.argv[1:])
